/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-page"

#include "config.h"

#include "mull-roadblock-page-private.h"

#include "mull-done.h"
#include "mull-dossier.h"
#include "mull-feedback.h"
#include "mull-roadblock-forms.h"
#include "mull-roadblock-ops.h"
#include "mull-ui.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_TITLE = 1
} MullRoadblockPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullRoadblockPage, mull_roadblock_page, ADW_TYPE_BIN)

/* The steps by the name that the template gives them. */
static const struct
{
  const char *name;
  MullRoadblockStep step;
} steps[] = {
  { "symptom", MULL_ROADBLOCK_STEP_SYMPTOM }, { "no", MULL_ROADBLOCK_STEP_NO },
  { "answer", MULL_ROADBLOCK_STEP_ASK },      { "cause", MULL_ROADBLOCK_STEP_CAUSE },
  { "takes", MULL_ROADBLOCK_STEP_TAKES },     { "help", MULL_ROADBLOCK_STEP_HELP },
  { "back", MULL_ROADBLOCK_STEP_BRING_BACK }, { "outcome", MULL_ROADBLOCK_STEP_OUTCOME },
};

/* ── What is shown ────────────────────────────────────────────────────── */

static gboolean
load (MullRoadblockPage *self, gint64 roadblock_id, GError **error)
{
  MullRoadblockCase *shown = mull_roadblock_case_load (self->workspace, roadblock_id, error);

  if (shown == NULL)
    return FALSE;
  g_clear_pointer (&self->shown, mull_roadblock_case_unref);
  self->shown = shown;
  self->roadblock_id = roadblock_id;
  mull_refresher_note_read (self->refresher);
  mull_roadblock_page_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  return TRUE;
}

/* It is gone when its making is undone. */
static void
reload (MullRoadblockPage *self)
{
  g_autoptr (GError) error = NULL;

  if (load (self, self->roadblock_id, &error))
    return;
  g_debug ("The roadblock is gone: %s", error->message);
  g_clear_pointer (&self->shown, mull_roadblock_case_unref);
  mull_refresher_note_gone (self->refresher);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_ROADBLOCK_PAGE (widget));
}

static gboolean
concerns (GtkWidget *widget, MullChanges *changes)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  return mull_changes_touches_deal (changes, self->shown->roadblock->deal_id);
}

/* ── What can be done ─────────────────────────────────────────────────── */

static MullDossier *
load_dossier (MullRoadblockPage *self)
{
  g_autoptr (GError) error = NULL;
  MullDossier *dossier =
      mull_dossier_load (self->workspace, self->shown->roadblock->deal_id, &error);

  if (dossier == NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  return dossier;
}

static void
edit_step (MullRoadblockPage *self, MullRoadblockStep step)
{
  g_autoptr (MullDossier) dossier = load_dossier (self);

  if (dossier != NULL)
    mull_roadblock_step_form_present (GTK_WIDGET (self), self->workspace, dossier, self->shown,
                                      step);
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (steps) && self->shown != NULL; i++)
    if (g_str_equal (steps[i].name, g_variant_get_string (parameter, NULL)))
      edit_step (self, steps[i].step);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  if (self->shown != NULL)
    edit_step (self, self->shown->step);
}

static void
edit_answer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);
  g_autoptr (MullDossier) dossier = load_dossier (self);

  if (dossier != NULL)
    mull_roadblock_answer_form_present (widget, self->workspace, dossier, self->shown,
                                        g_variant_get_int64 (parameter));
}

static void
edit_help_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  mull_roadblock_help_form_present (widget, self->workspace, self->shown,
                                    g_variant_get_int64 (parameter));
}

static void
report_deleted (MullRoadblockPage *self, gboolean done, GError *error, const char *name)
{
  g_autoptr (GError) owned G_GNUC_UNUSED = error;

  if (!done)
    mull_feedback_error (GTK_WIDGET (self), error);
  else
    mull_done_toast (GTK_WIDGET (self), MULL_DONE_DELETED, name, NULL);
}

/* What is said of an answer is the answer, and of a request for help who was asked. */
static char *
dup_part_name (MullRoadblockPage *self, gint64 id, gboolean is_answer)
{
  GPtrArray *parts =
      self->shown != NULL ? is_answer ? self->shown->answers : self->shown->helps : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const MullRoadblockAnswer *answer = parts->pdata[i];
      const MullRoadblockHelp *help = parts->pdata[i];

      if (((MullRecord *) parts->pdata[i])->id != id)
        continue;
      if (!is_answer)
        return g_strdup (help->helper);
      return g_strdup (*answer->answer != '\0' ? answer->answer : answer->question);
    }
  return g_strdup ("");
}

static void
delete_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  GError *error = NULL;
  gboolean is_answer = g_str_equal (action_name, "roadblock.delete-answer");
  g_autofree char *name = dup_part_name (self, id, is_answer);
  gboolean done = is_answer ? mull_roadblock_ops_remove_answer (self->workspace, id, &error)
                            : mull_roadblock_ops_remove_help (self->workspace, id, &error);

  report_deleted (self, done, error, name);
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);
  g_autofree char *name = g_strdup (self->shown != NULL ? self->shown->roadblock->symptom : "");
  GError *error = NULL;
  gboolean done = mull_roadblock_ops_remove (self->workspace, self->roadblock_id, &error);

  report_deleted (self, done, error, name);
}

static void
script_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 script_id;

  if (mull_roadblock_ops_open_script (self->workspace, self->roadblock_id, &script_id, &error))
    gtk_widget_activate_action (widget, "win.open-script", "x", script_id);
  else
    mull_feedback_error (widget, error);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  if (self->shown != NULL)
    gtk_widget_activate_action (widget, "win.print-help", "x", self->roadblock_id);
}

static void
walk_away_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  if (self->shown != NULL)
    gtk_widget_activate_action (widget, "win.close-deal", "(xss)", self->shown->roadblock->deal_id,
                                mull_enum_nick (MULL_TYPE_OUTCOME, MULL_OUTCOME_WALKED_AWAY), "");
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_roadblock_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (object);

  switch ((MullRoadblockPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, self->shown != NULL
                                      /* Translators: the title of a window; a deal */
                                      ? g_strdup_printf (_ ("Roadblock: %s"), self->shown->deal)
                                      : NULL);
      break;
    }
}

static void
mull_roadblock_page_dispose (GObject *object)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_ROADBLOCK_PAGE);
  g_clear_pointer (&self->shown, mull_roadblock_case_unref);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_roadblock_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/roadblock/mull-roadblock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, symptom_words);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, cause_words);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, about);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, next_box);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, next);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, walk_away);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, questions);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, symptom);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, no);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, ladder);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, cause);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, takes);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, help);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, back);
  gtk_widget_class_bind_template_child (widget_class, MullRoadblockPage, outcome);
}

static void
mull_roadblock_page_class_init (MullRoadblockPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_roadblock_page_dispose;
  object_class->get_property = mull_roadblock_page_get_property;

  /**
   * MullRoadblockPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_FACT_SECTION);
  g_type_ensure (MULL_TYPE_REASON_LIST);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "roadblock.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "roadblock.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "roadblock.edit-answer", "x", edit_answer_action);
  gtk_widget_class_install_action (widget_class, "roadblock.delete-answer", "x",
                                   delete_part_action);
  gtk_widget_class_install_action (widget_class, "roadblock.edit-help", "x", edit_help_action);
  gtk_widget_class_install_action (widget_class, "roadblock.delete-help", "x", delete_part_action);
  gtk_widget_class_install_action (widget_class, "roadblock.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "roadblock.script", NULL, script_action);
  gtk_widget_class_install_action (widget_class, "roadblock.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "roadblock.walk-away", NULL, walk_away_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "roadblock.print",
                                       NULL);
}

static void
mull_roadblock_page_init (MullRoadblockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_roadblock_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullRoadblockPage *
mull_roadblock_page_new (MullWorkspace *workspace)
{
  MullRoadblockPage *self = g_object_new (MULL_TYPE_ROADBLOCK_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, concerns, refresh);
  return self;
}

/**
 * mull_roadblock_page_open:
 *
 * Shows a roadblock.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such roadblock
 */
gboolean
mull_roadblock_page_open (MullRoadblockPage *self, gint64 roadblock_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_ROADBLOCK_PAGE (self), FALSE);

  return load (self, roadblock_id, error);
}
