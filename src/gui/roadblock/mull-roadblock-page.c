/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-page"

#include "config.h"

#include "mull-roadblock-page.h"

#include "mull-dossier.h"
#include "mull-fact-section.h"
#include "mull-feedback.h"
#include "mull-reason.h"
#include "mull-roadblock-case.h"
#include "mull-roadblock-forms.h"
#include "mull-roadblock-ops.h"
#include "mull-ui.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullRoadblockPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkLabel *symptom_words;
  GtkLabel *cause_words;
  GtkLabel *about;
  GtkBox *reasons;
  GtkWidget *next_box;
  GtkLabel *next;
  GtkButton *next_button;
  GtkBox *questions;
  MullFactSection *symptom;
  MullFactSection *no;
  MullFactSection *ladder;
  MullFactSection *cause;
  MullFactSection *takes;
  MullFactSection *help;
  MullFactSection *back;
  MullFactSection *outcome;

  /* Owned */
  MullWorkspace *workspace;
  MullRoadblockCase *shown;

  gint64 roadblock_id;
  /* Something changed while the page was not to be seen. */
  gboolean stale;
};

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

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* The symptom is struck through once the reason is confirmed, and the reason takes its place. */
static void
show_head (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;
  gboolean struck = mull_roadblock_is_struck (roadblock);
  MullDay today = mull_workspace_get_today (self->workspace);
  g_autofree char *words = g_strdup_printf (_("“%s”"), roadblock->symptom);
  g_autofree char *day = mull_day_format_relative (roadblock->symptom_on, today);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) about = g_string_new (NULL);

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (struck));
  gtk_label_set_attributes (self->symptom_words, attributes);
  gtk_label_set_text (self->symptom_words, words);
  if (struck)
    gtk_widget_add_css_class (GTK_WIDGET (self->symptom_words), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->symptom_words), "dim-label");
  gtk_label_set_text (self->cause_words, roadblock->underlying);
  gtk_widget_set_visible (GTK_WIDGET (self->cause_words), struck);
  append (about, self->shown->speaker);
  append (about, day);
  append (about, mull_entry_kind_label (roadblock->channel));
  gtk_label_set_text (self->about, about->str);
}

static void
show_reasons (MullRoadblockPage *self)
{
  clear_box (self->reasons);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), self->shown->reasons->len > 0);
  for (guint i = 0; i < self->shown->reasons->len; i++)
    {
      const MullReason *reason = self->shown->reasons->pdata[i];
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *icon = gtk_image_new_from_icon_name ("mull-roadblock-symbolic");
      GtkWidget *label = gtk_label_new (reason->text);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_set_margin_top (icon, 2);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (row, "state-risk");
      gtk_box_append (GTK_BOX (row), icon);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (self->reasons, row);
    }
}

/* The one loud thing: the step that it waits at; a walk-away comes before it. */
static void
show_next (MullRoadblockPage *self)
{
  MullRoadblockStep step = self->shown->step;
  gboolean open = self->shown->roadblock->outcome == MULL_ROADBLOCK_OPEN;

  gtk_widget_set_visible (self->next_box, open);
  if (!open)
    return;
  gtk_label_set_text (self->next, mull_roadblock_next_prompt (&self->shown->facts));
  gtk_button_set_label (self->next_button, mull_roadblock_step_label (step));
}

static void
show_questions (MullRoadblockPage *self)
{
  static const char *const names[] = { N_("Right customer"), N_("Real problem"),
                                                                  N_("Superior solution"),
                                                                      N_("Serious alternative") };

  clear_box (self->questions);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MullTernary answer = self->shown->questions[i];
      g_autofree char *text = g_strdup_printf (
          "%s: %s", _(names[i]),
                       answer == MULL_TERNARY_UNKNOWN ? "?" : mull_ternary_label (answer));
      GtkWidget *badge = gtk_label_new (text);

      gtk_label_set_ellipsize (GTK_LABEL (badge), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (badge, "badge");
      gtk_widget_add_css_class (badge, answer == MULL_TERNARY_YES  ? "state-kept"
                                       : answer == MULL_TERNARY_NO ? "state-dark"
                                                                   : "state-theirs");
      gtk_widget_set_tooltip_text (badge, text);
      gtk_box_append (self->questions, badge);
    }
}

static void
add_row (MullFactSection *section, const char *title, const char *about)
{
  if (*title != '\0')
    mull_fact_row_set_text (mull_fact_section_next (section), title, about);
}

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenu *
make_menu (const char *edit, const char *delete, gint64 id)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _("_Edit…"), edit, id);
  append_item (menu, _("_Delete"), delete, id);
  return menu;
}

static void
show_ladder (MullRoadblockPage *self)
{
  mull_fact_section_begin (self->ladder);
  for (guint i = 0; i < self->shown->answers->len; i++)
    {
      const MullRoadblockAnswer *answer = self->shown->answers->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->ladder);
      g_autoptr (GMenu) menu =
          make_menu ("roadblock.edit-answer", "roadblock.delete-answer", answer->record.id);
      g_autoptr (GString) note = g_string_new (NULL);

      mull_fact_row_set_text (row, answer->question,
                              *answer->answer != '\0' ? answer->answer : NULL);
      if (*answer->answer != '\0')
        {
          append (note, self->shown->people->pdata[i]);
          append (note, mull_answer_source_label (answer->source));
          mull_fact_row_set_note (row, NULL, note->str,
                                  answer->source == MULL_ANSWER_HEARD ? "state-kept"
                                                                      : "state-theirs");
        }
      mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
    }
  mull_fact_section_end (self->ladder);
}

static void
show_help (MullRoadblockPage *self)
{
  MullDay today = mull_workspace_get_today (self->workspace);

  mull_fact_section_begin (self->help);
  for (guint i = 0; i < self->shown->helps->len; i++)
    {
      const MullRoadblockHelp *help = self->shown->helps->pdata[i];
      MullFactRow *row = mull_fact_section_next (self->help);
      g_autoptr (GMenu) menu =
          make_menu ("roadblock.edit-help", "roadblock.delete-help", help->record.id);
      g_autofree char *day = mull_day_format_relative (help->asked_on, today);
      g_autoptr (GString) title = g_string_new (help->helper);

      append (title, day);
      mull_fact_row_set_text (row, title->str, *help->asked != '\0' ? help->asked : NULL);
      if (*help->answer != '\0')
        mull_fact_row_set_note (row, "object-select-symbolic", help->answer, "state-kept");
      mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
    }
  mull_fact_section_end (self->help);
}

static void
show_cause (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;

  mull_fact_section_begin (self->cause);
  if (*roadblock->underlying != '\0')
    {
      MullFactRow *row = mull_fact_section_next (self->cause);
      g_autofree char *day = NULL;
      g_autoptr (GString) note = g_string_new (mull_truth_label (roadblock->truth));

      if (roadblock->confirmed_on != MULL_DAY_NONE)
        day = mull_day_format (roadblock->confirmed_on);
      append (note, day);
      mull_fact_row_set_text (
          row, roadblock->underlying,
          roadblock->cause != MULL_CAUSE_UNKNOWN ? mull_cause_label (roadblock->cause) : NULL);
      mull_fact_row_set_note (row, NULL, note->str,
                              roadblock->truth == MULL_TRUTH_CONFIRMED ? "state-kept"
                              : roadblock->truth == MULL_TRUTH_GUESS   ? "state-risk"
                                                                       : "state-theirs");
    }
  mull_fact_section_end (self->cause);
}

static void
show_takes (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;
  g_autofree char *by = mull_day_format (roadblock->takes_by_on);

  mull_fact_section_begin (self->takes);
  add_row (self->takes, roadblock->takes,
           *roadblock->takes_who != '\0' ? roadblock->takes_who : NULL);
  add_row (self->takes, by, _("By when"));
  add_row (self->takes, roadblock->we_give, _("What we give"));
  add_row (self->takes, roadblock->costs_not, _("If we do not"));
  mull_fact_section_end (self->takes);
}

static void
show_short_steps (MullRoadblockPage *self)
{
  const MullRoadblock *roadblock = self->shown->roadblock;
  g_autofree char *day = mull_day_format (roadblock->symptom_on);
  g_autofree char *settled = mull_day_format (roadblock->outcome_on);
  g_autofree char *believe = NULL;

  if (roadblock->believe != MULL_TERNARY_UNKNOWN)
    /* Translators: whether the rep believes in it: "Yes" or "No" */
    believe =
        g_strdup_printf (_("Do you believe in it? %s"), mull_ternary_label (roadblock->believe));
  mull_fact_section_begin (self->symptom);
  add_row (self->symptom, day, believe);
  mull_fact_section_end (self->symptom);

  mull_fact_section_begin (self->no);
  if (roadblock->said_no != MULL_SAID_NO_UNASKED)
    add_row (self->no, mull_said_no_label (roadblock->said_no), NULL);
  mull_fact_section_end (self->no);

  mull_fact_section_begin (self->back);
  if (self->shown->facts.brought_back)
    add_row (self->back, _("They have heard it."), NULL);
  mull_fact_section_end (self->back);

  mull_fact_section_begin (self->outcome);
  if (roadblock->outcome != MULL_ROADBLOCK_OPEN)
    {
      add_row (self->outcome, mull_roadblock_outcome_label (roadblock->outcome), settled);
      add_row (self->outcome, roadblock->lesson, _("Lesson"));
      add_row (self->outcome, self->shown->behind, _("Behind it"));
    }
  mull_fact_section_end (self->outcome);
}

static void
show_title (MullRoadblockPage *self)
{
  int age =
      mull_roadblock_get_age (self->shown->roadblock, mull_workspace_get_today (self->workspace));
  g_autofree char *subtitle = NULL;

  /* Translators: the age of a roadblock */
  subtitle =
      g_strdup_printf (ngettext ("Roadblock · %d day", "Roadblock · %d days", (gulong) age), age);
  adw_window_title_set_title (self->window_title, self->shown->deal);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static gboolean
load (MullRoadblockPage *self, gint64 roadblock_id, GError **error)
{
  MullRoadblockCase *shown = mull_roadblock_case_load (self->workspace, roadblock_id, error);

  if (shown == NULL)
    return FALSE;
  g_clear_pointer (&self->shown, mull_roadblock_case_unref);
  self->shown = shown;
  self->roadblock_id = roadblock_id;
  self->stale = FALSE;
  show_title (self);
  show_head (self);
  show_reasons (self);
  show_next (self);
  show_questions (self);
  show_short_steps (self);
  show_ladder (self);
  show_cause (self);
  show_takes (self);
  show_help (self);
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
  self->stale = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  MullRoadblockPage *self = user_data;

  if (self->shown == NULL || !mull_changes_touches_deal (changes, self->shown->roadblock->deal_id))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->stale = TRUE;
}

static void
mull_roadblock_page_map (GtkWidget *widget)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);

  GTK_WIDGET_CLASS (mull_roadblock_page_parent_class)->map (widget);
  if (self->stale && self->shown != NULL)
    reload (self);
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
report (MullRoadblockPage *self, gboolean done, GError *error, const char *toast)
{
  g_autoptr (GError) owned G_GNUC_UNUSED = error;

  if (!done)
    mull_feedback_error (GTK_WIDGET (self), error);
  else
    mull_feedback_undo_toast (GTK_WIDGET (self), toast);
}

static void
delete_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  GError *error = NULL;
  gboolean done = g_str_equal (action_name, "roadblock.delete-answer")
                      ? mull_roadblock_ops_remove_answer (self->workspace, id, &error)
                      : mull_roadblock_ops_remove_help (self->workspace, id, &error);

  report (self, done, error, _("Deleted"));
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullRoadblockPage *self = MULL_ROADBLOCK_PAGE (widget);
  GError *error = NULL;
  gboolean done = mull_roadblock_ops_remove (self->workspace, self->roadblock_id, &error);

  report (self, done, error, _("Deleted the roadblock"));
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
                           ? g_strdup_printf (_("Roadblock: %s"), self->shown->deal)
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
  widget_class->map = mull_roadblock_page_map;

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
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
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
