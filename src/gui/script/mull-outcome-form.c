/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-outcome-form"

#include "config.h"

#include "mull-outcome-form.h"

#include "mull-call-outcome.h"
#include "mull-error.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullOutcomeForm
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *explanation;
  GtkWidget *day_box;
  GtkLabel *day_label;
  GtkEntry *day;
  GtkLabel *understood;
  GtkWidget *words_box;
  GtkLabel *words_label;
  GtkEntry *words;
  GtkWidget *contact_box;
  GtkEntry *contact;
  GtkWidget *person_box;
  GtkLabel *person_label;
  GtkDropDown *person;
  GtkWidget *firmness_box;
  GtkDropDown *firmness;
  GtkLabel *problem;
  GtkButton *finish;

  /* Owned */
  GArray *people_ids;

  MullCallOutcomeForm form;
  MullDay today;
};

G_DEFINE_FINAL_TYPE (MullOutcomeForm, mull_outcome_form, ADW_TYPE_BIN)

/* ── The typed day ────────────────────────────────────────────────────── */

static gboolean
read_day (MullOutcomeForm *self, MullDay *day, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day));
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *day = MULL_DAY_NONE;
  if (!gtk_widget_get_visible (self->day_box))
    return TRUE;
  if (*stripped == '\0')
    {
      if (self->form.day != MULL_CALL_NEED_REQUIRED)
        return TRUE;
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A promise needs a day. Say by when."));
      return FALSE;
    }
  if (!mull_day_parse_typed (stripped, self->today, day, error))
    return FALSE;
  if (*day >= self->today)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("That day has passed. Choose today or a later day."));
  return FALSE;
}

static void
on_day_changed_cb (MullOutcomeForm *self, GtkEditable *entry)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  MullDay day;

  if (*gtk_editable_get_text (entry) == '\0')
    text = g_strdup ("");
  else if (read_day (self, &day, &error))
    text = mull_day_format_long (day);
  else
    text = g_strdup (error->message);
  gtk_label_set_text (self->understood, text);
}

static void
on_field_changed_cb (MullOutcomeForm *self, GtkEditable *entry)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
on_field_activate_cb (MullOutcomeForm *self, GtkEntry *entry)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "call.finish", NULL);
}

/* ── Showing ──────────────────────────────────────────────────────────── */

static void
show_field (GtkWidget *box, GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (box, text != NULL);
  if (text != NULL)
    gtk_label_set_text (label, text);
}

static void
show_people (MullOutcomeForm *self, const MullScriptDesk *desk)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->people_ids, 0);
  for (guint i = 0; i < desk->dossier->people->len; i++)
    {
      MullDossierPerson *person = desk->dossier->people->pdata[i];

      if (person->person->record.id == desk->script->person_id)
        selected = i;
      gtk_string_list_append (names, person->person->name);
      g_array_append_val (self->people_ids, person->person->record.id);
    }
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->person, selected);
}

/* A hole that a meeting fills: who it is with, and when. */
static gboolean
is_filled_by_meeting (const MullScriptDesk *desk)
{
  return desk->hole != NULL &&
         (desk->hole->kind == MULL_HOLE_ACCESS || desk->hole->kind == MULL_HOLE_COMMITMENT);
}

static gboolean
mull_outcome_form_grab_focus (GtkWidget *widget)
{
  MullOutcomeForm *self = MULL_OUTCOME_FORM (widget);

  if (gtk_widget_get_visible (self->words_box))
    return gtk_widget_grab_focus (GTK_WIDGET (self->words));
  if (gtk_widget_get_visible (self->day_box))
    return gtk_widget_grab_focus (GTK_WIDGET (self->day));
  return gtk_widget_grab_focus (GTK_WIDGET (self->finish));
}

static void
mull_outcome_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_OUTCOME_FORM);
  G_OBJECT_CLASS (mull_outcome_form_parent_class)->dispose (object);
}

static void
mull_outcome_form_finalize (GObject *object)
{
  g_array_unref (MULL_OUTCOME_FORM (object)->people_ids);
  G_OBJECT_CLASS (mull_outcome_form_parent_class)->finalize (object);
}

static void
mull_outcome_form_class_init (MullOutcomeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_outcome_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mull_outcome_form_finalize;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_outcome_form_grab_focus;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-outcome-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, title);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, explanation);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, day_box);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, day_label);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, day);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, understood);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, words_box);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, words_label);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, words);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, contact_box);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, contact);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, person_box);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, person_label);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, person);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, firmness_box);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, firmness);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, problem);
  gtk_widget_class_bind_template_child (widget_class, MullOutcomeForm, finish);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_field_activate_cb);
}

static void
mull_outcome_form_init (MullOutcomeForm *self)
{
  g_autoptr (GtkStringList) firmnesses = gtk_string_list_new (NULL);

  self->people_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = MULL_FIRMNESS_SURE; i <= MULL_FIRMNESS_HOPE; i++)
    gtk_string_list_append (firmnesses, mull_firmness_label ((MullFirmness) i));
  gtk_drop_down_set_model (self->firmness, G_LIST_MODEL (firmnesses));
}

/**
 * mull_outcome_form_clear:
 * @self: a form
 *
 * Forgets what was typed for another call.
 */
void
mull_outcome_form_clear (MullOutcomeForm *self)
{
  g_return_if_fail (MULL_IS_OUTCOME_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->words), "");
  gtk_editable_set_text (GTK_EDITABLE (self->day), "");
  gtk_editable_set_text (GTK_EDITABLE (self->contact), "");
  gtk_drop_down_set_selected (self->firmness, MULL_FIRMNESS_SURE);
}

/* What was prepared stands in the fields, unless something was typed. */
static void
fill_in (MullOutcomeForm *self, const MullScriptDesk *desk)
{
  const MullWayOut *way = desk->own != NULL ? mull_own_it_case_get_way (desk->own) : NULL;
  g_autofree char *day = NULL;

  if (way == NULL || self->form.code != MULL_OWN_OUTCOME_WORK_AROUND)
    return;
  day = mull_day_to_iso (way->due_on);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->words)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->words), way->text);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->day)) == '\0' && day != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->day), day);
}

static void
show_form (MullOutcomeForm *self, const MullScriptDesk *desk)
{
  const char *day_label = self->form.day_label;
  gboolean promise = desk->own != NULL || desk->question != NULL;
  gboolean new_contact = !promise && self->form.outcome == MULL_SCRIPT_OUTCOME_GOT_IT;

  self->today = desk->dossier->today;
  if (new_contact && is_filled_by_meeting (desk))
    /* Translators: a field for the day of a meeting that was agreed on the phone */
    day_label = _ ("Is there a meeting? On which day?");
  gtk_label_set_text (self->title, self->form.label);
  gtk_label_set_text (self->explanation, self->form.explanation);
  show_field (self->day_box, self->day_label, day_label);
  show_field (self->words_box, self->words_label, self->form.words_label);
  gtk_widget_set_visible (self->contact_box, new_contact && desk->hole != NULL &&
                                                 desk->hole->kind == MULL_HOLE_ACCESS);
  show_field (self->person_box, self->person_label, new_contact ? NULL : self->form.person_label);
  if (self->form.person_label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->person), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->form.person_label, -1);
  gtk_widget_set_visible (self->firmness_box, self->form.firmness);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  show_people (self, desk);
  fill_in (self, desk);
  on_day_changed_cb (self, GTK_EDITABLE (self->day));
}

/**
 * mull_outcome_form_show:
 * @self: a form
 * @outcome: how the call ended, not %MULL_SCRIPT_OUTCOME_NONE
 * @desk: the script that was spoken
 *
 * Asks for what belongs to @outcome. Words and a day that were typed for another one stay.
 */
void
mull_outcome_form_show (MullOutcomeForm *self,
                        MullScriptOutcome outcome,
                        const MullScriptDesk *desk)
{
  g_return_if_fail (MULL_IS_OUTCOME_FORM (self));
  g_return_if_fail (outcome != MULL_SCRIPT_OUTCOME_NONE);

  self->form = mull_call_outcome_describe (outcome);
  show_form (self, desk);
}

/**
 * mull_outcome_form_show_key:
 * @self: a form
 * @key: a digit that chooses an outcome of a script of that kind
 * @desk: the script that was spoken
 *
 * Asks for what belongs to the outcome. Words and a day that were typed for another one stay.
 */
void
mull_outcome_form_show_key (MullOutcomeForm *self, int key, const MullScriptDesk *desk)
{
  g_return_if_fail (MULL_IS_OUTCOME_FORM (self));

  if (mull_call_outcome_find (desk->script->kind, key, &self->form))
    show_form (self, desk);
}

/**
 * mull_outcome_form_get_code:
 *
 * Returns: how exactly a call about a promise ended: #MullOwnOutcome or #MullHardAnswer
 */
int
mull_outcome_form_get_code (MullOutcomeForm *self)
{
  g_return_val_if_fail (MULL_IS_OUTCOME_FORM (self), 0);

  return self->form.code;
}

/**
 * mull_outcome_form_get_firmness:
 *
 * Returns: how firm the new promise is
 */
MullFirmness
mull_outcome_form_get_firmness (MullOutcomeForm *self)
{
  g_return_val_if_fail (MULL_IS_OUTCOME_FORM (self), MULL_FIRMNESS_SURE);

  return gtk_widget_get_visible (self->firmness_box)
             ? (MullFirmness) gtk_drop_down_get_selected (self->firmness)
             : MULL_FIRMNESS_SURE;
}

/**
 * mull_outcome_form_get_outcome:
 *
 * Returns: the outcome that the form asks about
 */
MullScriptOutcome
mull_outcome_form_get_outcome (MullOutcomeForm *self)
{
  g_return_val_if_fail (MULL_IS_OUTCOME_FORM (self), MULL_SCRIPT_OUTCOME_NONE);

  return self->form.outcome;
}

static gboolean
read_words (MullOutcomeForm *self, MullDoOverCall *call, GError **error)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));

  if (!gtk_widget_get_visible (self->words_box))
    return TRUE;
  if (*words != '\0')
    call->words = words;
  else if (self->form.words == MULL_CALL_NEED_REQUIRED)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Write down what they said, as they said it."));
      return FALSE;
    }
  return TRUE;
}

/**
 * mull_outcome_form_read:
 * @self: a form
 * @call: filled in with what was typed; its texts belong to the form
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if something is missing or cannot be understood; the
 *   form then says so and shows where
 */
gboolean
mull_outcome_form_read (MullOutcomeForm *self, MullDoOverCall *call, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GtkWidget *culprit = NULL;
  guint i;

  g_return_val_if_fail (MULL_IS_OUTCOME_FORM (self), FALSE);

  call->outcome = self->form.outcome;
  if (!read_words (self, call, &problem))
    culprit = GTK_WIDGET (self->words);
  else if (!read_day (self, &call->due_on, &problem))
    culprit = GTK_WIDGET (self->day);
  if (culprit != NULL)
    {
      gtk_label_set_text (self->problem, problem->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_widget_grab_focus (culprit);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  i = gtk_drop_down_get_selected (self->person);
  if (gtk_widget_get_visible (self->person_box) && i < self->people_ids->len)
    call->person_id = g_array_index (self->people_ids, gint64, i);
  return TRUE;
}

/**
 * mull_outcome_form_set_problem:
 * @problem: why the call cannot have ended so
 *
 * Says it in place.
 */
void
mull_outcome_form_set_problem (MullOutcomeForm *self, const char *problem)
{
  g_return_if_fail (MULL_IS_OUTCOME_FORM (self));

  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/**
 * mull_outcome_form_dup_contact:
 *
 * Returns: (transfer full) (nullable): the name of the new contact, %NULL if none was given
 */
char *
mull_outcome_form_dup_contact (MullOutcomeForm *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MULL_IS_OUTCOME_FORM (self), NULL);

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->contact))));
  return gtk_widget_get_visible (self->contact_box) && *name != '\0' ? g_steal_pointer (&name)
                                                                     : NULL;
}
