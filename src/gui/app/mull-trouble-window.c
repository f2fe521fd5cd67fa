/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trouble-window"

#include "config.h"

#include "mull-trouble-window.h"

#include "mull-columns.h"
#include "mull-error.h"
#include "mull-file-picker.h"
#include "mull-rescue.h"
#include "mull-ui.h"
#include "mull-window.h"

#include <glib/gi18n-lib.h>

#define FILE_NAME "mulligan.db"
#define LIST_MARGIN 12
#define PULSE_MILLISECONDS 100

struct _MullTroubleWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwStatusPage *status;
  GtkWidget *looking;
  GtkLabel *looking_label;
  GtkProgressBar *progress;
  AdwPreferencesGroup *options;
  GtkButton *choose;
  GtkWidget *look;
  GtkWidget *save;
  GtkWidget *retry;
  GtkLabel *saved;

  /* Owned */
  char *folder;
  MullClock *clock;
  GCancellable *cancellable; /* of the look at the file */
  MullDamageReport *report;  /* once that is over */
  GPtrArray *checks;         /* a button for each option */

  int chosen; /* or -1 */
  guint pulse_id;
  gboolean is_busy; /* something is being done that has to come to its end */
};

G_DEFINE_FINAL_TYPE (MullTroubleWindow, mull_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

static void
retry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  /* The application tries to open the data again and replaces this window. */
  g_application_activate (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))));
}

static void
show_sentence (MullTroubleWindow *self, const char *sentence)
{
  /* The description of a status page is markup. */
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->status, escaped);
}

/* ── Choosing ─────────────────────────────────────────────────────────── */

static const char *
get_verb (MullRepairKind kind)
{
  switch (kind)
    {
    case MULL_REPAIR_AS_IS:
      return _ ("_Open It");
    case MULL_REPAIR_REBUILT:
    case MULL_REPAIR_SALVAGED:
    case MULL_REPAIR_WITHOUT_LOG:
      return _ ("_Repair");
    case MULL_REPAIR_BACKUP:
      return _ ("_Put Back");
    case MULL_REPAIR_EMPTY:
      break;
    }
  return _ ("_Start Empty");
}

static void
update_choice (MullTroubleWindow *self)
{
  const MullRepairOption *option =
      self->chosen >= 0 ? mull_damage_report_get_option (self->report, (guint) self->chosen) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trouble.choose", option != NULL);
  gtk_button_set_label (self->choose, option != NULL ? get_verb (option->kind) : _ ("_Repair"));
}

static void
on_check_toggled_cb (GtkCheckButton *check, MullTroubleWindow *self)
{
  guint index;

  if (gtk_check_button_get_active (check) && g_ptr_array_find (self->checks, check, &index))
    {
      self->chosen = (int) index;
      update_choice (self);
    }
}

/* ── While something is done ──────────────────────────────────────────── */

static gboolean
on_pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (((MullTroubleWindow *) user_data)->progress);
  return G_SOURCE_CONTINUE;
}

/* @sentence: (nullable): what is going on; %NULL when it is over */
static void
set_busy (MullTroubleWindow *self, const char *sentence)
{
  static const char *const actions[] = { "trouble.choose", "trouble.retry", "trouble.look",
                                         "trouble.save-damaged" };

  self->is_busy = sentence != NULL;
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->is_busy)
    {
      gtk_label_set_text (self->looking_label, sentence);
      self->pulse_id = g_timeout_add (PULSE_MILLISECONDS, on_pulse_cb, self);
    }
  gtk_widget_set_visible (self->looking, self->is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->options), !self->is_busy);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !self->is_busy);
}

static gboolean
mull_trouble_window_close_request (GtkWindow *window)
{
  return MULL_TROUBLE_WINDOW (window)->is_busy ||
         GTK_WINDOW_CLASS (mull_trouble_window_parent_class)->close_request (window);
}

/* Whether the program was quit meanwhile. */
static gboolean
is_gone (MullTroubleWindow *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static void
on_carried_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullTroubleWindow) self = user_data;
  g_autoptr (MullDamageReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = mull_rescue_carry_out_finish (result, &report, &error);

  if (is_gone (self))
    {
      if (!done)
        mull_rescue_forget (report);
      return;
    }
  self->report = g_steal_pointer (&report);
  set_busy (self, NULL);
  if (done)
    gtk_widget_activate_action (GTK_WIDGET (self), "trouble.retry", NULL);
  else
    show_sentence (self, error->message);
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTroubleWindow *self = MULL_TROUBLE_WINDOW (widget);

  if (self->chosen < 0 || self->is_busy)
    return;
  set_busy (self, _ ("Putting it in its place, and what is there now aside…"));
  mull_rescue_carry_out_async (self->folder, g_steal_pointer (&self->report), (guint) self->chosen,
                               mull_clock_get_now (self->clock), on_carried_out_cb,
                               g_object_ref (self));
}

/* ── What is lost ─────────────────────────────────────────────────────── */

static void
show_list_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = NULL;
  GtkWidget *window, *box, *scrolled, *view;

  if (!g_file_get_contents (g_variant_get_string (parameter, NULL), &text, NULL, NULL))
    return;
  window = g_object_new (ADW_TYPE_WINDOW, "title", _ ("What Is Lost"), "transient-for", widget,
                         "modal", TRUE, "destroy-with-parent", TRUE, "default-width", 560,
                         "default-height", 480, NULL);
  view = g_object_new (GTK_TYPE_TEXT_VIEW, "editable", FALSE, "cursor-visible", FALSE, "wrap-mode",
                       GTK_WRAP_WORD_CHAR, "left-margin", LIST_MARGIN, "right-margin", LIST_MARGIN,
                       "top-margin", LIST_MARGIN, "bottom-margin", LIST_MARGIN, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vexpand", TRUE, "child", view, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

/* ── The ways out ─────────────────────────────────────────────────────── */

static GtkWidget *
make_list_button (const char *list)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _List"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "trouble.show-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", list);
  return button;
}

static void
add_option (MullTroubleWindow *self, const MullRepairOption *option)
{
  g_autofree char *title = mull_rescue_dup_title (option, mull_clock_get_zone (self->clock));
  g_autofree char *subtitle = mull_rescue_dup_subtitle (self->report, option);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check =
      g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_ptr_array_add (self->checks, check);
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (option->list != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_list_button (option->list));
  adw_preferences_group_add (self->options, row);
}

/* What loses nothing is chosen already; where rows differ, the rep chooses. */
static void
show_options (MullTroubleWindow *self)
{
  g_autofree char *path = g_build_filename (self->folder, FILE_NAME, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *damaged = g_strdup_printf (
      /* Translators: the argument is the name of a file */
      _ ("“%s” is damaged: not everything in it can be read. Nothing was changed in it."), shown);
  int complete = mull_damage_report_find_complete (self->report);

  /* What looked like somebody else's file is ours after all. */
  if (self->report->n_known > 0 && complete != 0)
    show_sentence (self, damaged);
  for (guint i = 0; i < self->report->options->len; i++)
    add_option (self, mull_damage_report_get_option (self->report, i));
  gtk_widget_set_visible (GTK_WIDGET (self->options), self->checks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->choose), self->checks->len > 0);
  gtk_widget_set_visible (self->save, self->report->copy != NULL);
  update_choice (self);
  if (complete >= 0)
    gtk_check_button_set_active (self->checks->pdata[complete], TRUE);
  if (self->checks->len > 0)
    gtk_widget_grab_focus (self->checks->pdata[MAX (complete, 0)]);
}

static void
on_progress_cb (double progress, gpointer user_data)
{
  MullTroubleWindow *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, progress);
}

static void
on_examined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullTroubleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  MullDamageReport *report = mull_rescue_examine_finish (result, &error);

  /* The window may have been closed meanwhile. */
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      if (report != NULL)
        mull_rescue_forget (report);
      g_clear_pointer (&report, mull_damage_report_free);
      return;
    }
  gtk_widget_set_visible (self->looking, FALSE);
  self->report = report;
  if (report != NULL)
    show_options (self);
  else
    show_sentence (self, error->message);
}

/* Only where the file itself is the trouble: a full or busy disk asks for patience, not for an
 * older state. */
static void
examine (MullTroubleWindow *self, const GError *error)
{
  gboolean is_newer = g_error_matches (error, MULL_ERROR, MULL_ERROR_NEWER_FILE);

  if (!is_newer && !g_error_matches (error, MULL_ERROR, MULL_ERROR_CORRUPT) &&
      !g_error_matches (error, MULL_ERROR, MULL_ERROR_NOT_FOUND))
    return;
  gtk_label_set_text (self->looking_label,
                      _ ("Looking at what can be saved, on a copy of the file…"));
  gtk_widget_set_visible (self->looking, !is_newer);
  mull_rescue_examine_async (self->folder, self->clock, is_newer, self->cancellable, on_progress_cb,
                             self, on_examined_cb, g_object_ref (self));
}

/* ── Other ways ───────────────────────────────────────────────────────── */

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullTroubleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = mull_rescue_save_damaged_finish (result, &error);
  g_autofree char *shown = place != NULL ? g_filename_display_name (place) : NULL;
  g_autofree char *said = NULL;

  if (is_gone (self))
    return;
  set_busy (self, NULL);
  update_choice (self);
  if (place != NULL)
    /* Translators: the argument is the name of a folder */
    said = g_strdup_printf (_ ("Saved in “%s”. Everything you wrote may be in it: give it only to "
                               "somebody you trust."),
                            shown);
  gtk_label_set_text (self->saved, said != NULL ? said : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->saved), TRUE);
}

static void
on_folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullTroubleWindow) self = user_data;
  g_autoptr (GFile) folder =
      mull_file_picker_select_folder_finish (MULL_FILE_PICKER (source), result, NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL || self->report == NULL || self->is_busy)
    return;
  set_busy (self, _ ("Copying the damaged file…"));
  mull_rescue_save_damaged_async (self->report, path, on_saved_cb, g_steal_pointer (&self));
}

static void
save_damaged_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTroubleWindow *self = MULL_TROUBLE_WINDOW (widget);
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Save the Damaged File"));

  if (self->report != NULL && self->report->copy != NULL)
    mull_file_picker_select_folder (picker, GTK_WINDOW (self), NULL, on_folder_cb,
                                    g_object_ref (self));
}

static void
on_look_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullTroubleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullWorkspace) look = mull_workspace_open_look_finish (result, &error);
  GtkApplication *application;

  if (is_gone (self))
    return;
  set_busy (self, NULL);
  update_choice (self);
  application = gtk_window_get_application (GTK_WINDOW (self));
  if (look != NULL)
    gtk_window_present (GTK_WINDOW (mull_window_new (ADW_APPLICATION (application), look)));
  else
    show_sentence (self, error->message);
}

/* A copy outside of the folder in which nothing can be written. */
static void
look_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTroubleWindow *self = MULL_TROUBLE_WINDOW (widget);
  g_autofree char *path = g_build_filename (self->folder, FILE_NAME, NULL);

  if (self->is_busy)
    return;
  set_busy (self, _ ("Copying the data to be looked at…"));
  mull_workspace_open_look_async (
      path, g_get_tmp_dir (), self->clock,
      _ ("The folder of your data cannot be written, so nothing can be changed."),
      self->cancellable, NULL, NULL, on_look_opened_cb, g_object_ref (self));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_trouble_window_dispose (GObject *object)
{
  MullTroubleWindow *self = MULL_TROUBLE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->report != NULL)
    mull_rescue_forget (self->report);
  g_clear_pointer (&self->report, mull_damage_report_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_TROUBLE_WINDOW);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (mull_trouble_window_parent_class)->dispose (object);
}

static void
mull_trouble_window_finalize (GObject *object)
{
  g_clear_object (&MULL_TROUBLE_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (mull_trouble_window_parent_class)->finalize (object);
}

static void
mull_trouble_window_class_init (MullTroubleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_trouble_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mull_trouble_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mull_trouble_window_close_request;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/app/mull-trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, status);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, looking);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, looking_label);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, options);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, look);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, save);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, retry);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, saved);
  gtk_widget_class_install_action (widget_class, "trouble.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "trouble.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "trouble.show-list", "s", show_list_action);
  gtk_widget_class_install_action (widget_class, "trouble.save-damaged", NULL, save_damaged_action);
  gtk_widget_class_install_action (widget_class, "trouble.look", NULL, look_action);
}

static void
mull_trouble_window_init (MullTroubleWindow *self)
{
  self->chosen = -1;
  self->checks = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Patience is what helps, where it is not the file. */
static void
offer_other_ways (MullTroubleWindow *self, const GError *error)
{
  g_autofree char *path = g_build_filename (self->folder, FILE_NAME, NULL);

  gtk_widget_set_visible (self->look, g_error_matches (error, MULL_ERROR, MULL_ERROR_READ_ONLY) &&
                                          g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/**
 * mull_trouble_window_new:
 * @error: (transfer none): why the data could not be opened
 * @folder: where it is
 * @clock: what time it is
 *
 * Returns: (transfer none): the window; it belongs to GTK until it is closed
 */
MullTroubleWindow *
mull_trouble_window_new (AdwApplication *application,
                         const GError *error,
                         const char *folder,
                         MullClock *clock)
{
  MullTroubleWindow *self =
      g_object_new (MULL_TYPE_TROUBLE_WINDOW, "application", application, NULL);

  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  show_sentence (self, error->message);
  offer_other_ways (self, error);
  examine (self, error);
  return self;
}
