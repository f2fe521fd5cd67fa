/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-page"

#include "config.h"

#include "mull-import-page-private.h"

#include "mull-archive-question.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-file.h"
#include "mull-import-file.h"
#include "mull-parse-limits.h"
#include "mull-room.h"
#include "mull-ui.h"
#include "mull-usual-currency.h"

#include <glib/gi18n-lib.h>

/* How long nothing must be changed before the file is checked anew. */
#define PAUSE_MILLISECONDS 200

typedef enum
{
  PROP_TITLE = 1
} MullImportPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullImportPage, mull_import_page, ADW_TYPE_BIN)

static void schedule_check (MullImportPage *self);

/* ── What can be done now ─────────────────────────────────────────────── */

static void
update_actions (MullImportPage *self)
{
  const MullImportReport *report =
      self->importer != NULL ? mull_importer_get_report (self->importer) : NULL;
  gboolean is_known =
      report != NULL && !self->is_checking && !self->is_importing && self->check_id == 0;
  gboolean is_good = is_known && mull_import_settings_get_n_open (self->settings) == 0 &&
                     mull_import_report_changes_something (report) &&
                     (report->n_refused == 0 || mull_import_outcome_get_skips (self->outcome));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", is_good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.cancel", self->is_importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", !self->is_importing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next",
                                 !self->is_importing && !g_queue_is_empty (self->waiting));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-refused",
                                 is_known && report->n_refused > 0);
}

static void
show_view (MullImportPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->views, name);
  gtk_widget_set_visible (self->import_button, g_str_equal (name, "review"));
  update_actions (self);
}

/* Several files come one after the other: each is looked at before the next. */
static void
update_waiting (MullImportPage *self)
{
  guint n = g_queue_get_length (self->waiting);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u more file is waiting", "%u more files are waiting", n), n);

  gtk_label_set_text (self->waiting_label, text);
  gtk_widget_set_visible (self->waiting_bar, n > 0);
  update_actions (self);
}

/* ── Dry run ──────────────────────────────────────────────────────────── */

static void
stop_checking (MullImportPage *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->is_checking)
    g_cancellable_cancel (self->cancellable);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullImportPage) self = user_data;
  MullImporter *importer = MULL_IMPORTER (source);
  g_autoptr (GError) error = NULL;
  gboolean good = mull_importer_run_finish (importer, result, &error);

  self->is_checking = FALSE;
  if (self->file == NULL || self->workspace == NULL)
    return;
  if (good)
    {
      g_set_object (&self->importer, importer);
      mull_import_outcome_show_report (self->outcome, mull_importer_get_report (importer),
                                       mull_import_settings_get_n_open (self->settings));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_import_outcome_show_error (self->outcome, error);
  if (self->is_check_due)
    schedule_check (self);
  update_actions (self);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  MullImportPage *self = user_data;
  g_autoptr (MullImporter) importer = NULL;
  g_autoptr (GError) error = NULL;

  self->check_id = 0;
  self->is_check_due = FALSE;
  if (!mull_import_settings_apply (self->settings, &error))
    {
      mull_import_outcome_show_error (self->outcome, error);
      update_actions (self);
      return G_SOURCE_REMOVE;
    }
  importer = mull_importer_new (self->workspace, self->file);
  mull_importer_set_choices (importer, self->choices);
  self->is_checking = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  mull_import_outcome_show_checking (self->outcome);
  mull_importer_run_async (importer, MULL_IMPORTER_DRY_RUN, self->cancellable, NULL, NULL,
                           on_checked_cb, g_object_ref (self));
  update_actions (self);
  return G_SOURCE_REMOVE;
}

/* A check that runs is stopped first; the next one begins when it has let go of the data. */
static void
schedule_check (MullImportPage *self)
{
  if (self->file == NULL || self->is_importing)
    return;
  stop_checking (self);
  g_clear_object (&self->importer);
  self->is_check_due = TRUE;
  if (!self->is_checking)
    self->check_id = g_timeout_add (PAUSE_MILLISECONDS, on_pause_cb, self);
  update_actions (self);
}

/* ── In earnest ───────────────────────────────────────────────────────── */

static void
on_progress_cb (double progress, gpointer user_data)
{
  MullImportPage *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, progress);
}

static char *
describe_import (const MullImportReport *report)
{
  guint n_deals = report->counts[MULL_IMPORT_THING_DEAL].n_new;
  guint n_all = 0;

  if (n_deals > 0)
    return g_strdup_printf (ngettext ("%'u deal imported", "%'u deals imported", n_deals), n_deals);
  for (guint i = 0; i < MULL_N_IMPORT_THINGS; i++)
    n_all += report->counts[i].n_new + report->counts[i].n_changed;
  return g_strdup_printf (ngettext ("%'u record imported", "%'u records imported", n_all), n_all);
}

static void
close_file (MullImportPage *self)
{
  g_clear_pointer (&self->file, mull_import_file_unref);
  g_clear_object (&self->importer);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  show_view (self, "empty");
}

static gboolean
open_next (MullImportPage *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (self->waiting);

  if (file != NULL)
    mull_import_page_open (self, file);
  update_waiting (self);
  return file != NULL;
}

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullImportPage) self = user_data;
  g_autoptr (MullImporter) importer = g_object_ref (MULL_IMPORTER (source));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = mull_importer_run_finish (importer, result, &error);

  self->is_importing = FALSE;
  if (self->workspace == NULL)
    return;
  if (good)
    {
      text = describe_import (mull_importer_get_report (importer));
      mull_feedback_undo_toast (GTK_WIDGET (self), text);
      close_file (self);
      if (!open_next (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-board", NULL);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_toast (GTK_WIDGET (self), _ ("Cancelled: nothing was imported"));
  else
    mull_feedback_error (GTK_WIDGET (self), error);
  show_view (self, "review");
  /* A check would only say again that the disk is full; what the last one said still holds. */
  if (!g_error_matches (error, MULL_ERROR, MULL_ERROR_NO_SPACE))
    schedule_check (self);
}

static void
run_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullImportPage *self = MULL_IMPORT_PAGE (widget);

  self->is_importing = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  show_view (self, "working");
  mull_importer_set_skips_bad_rows (self->importer, mull_import_outcome_get_skips (self->outcome));
  mull_importer_run_async (self->importer, MULL_IMPORTER_IN_EARNEST, self->cancellable,
                           on_progress_cb, self, on_imported_cb, g_object_ref (self));
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_next (MULL_IMPORT_PAGE (widget));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (MULL_IMPORT_PAGE (widget)->cancellable);
}

/* ── Opening ──────────────────────────────────────────────────────────── */

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = mull_file_read (file, MULL_IMPORT_FILE_MAX, cancellable, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : g_strdup ("");
  MullImportFile *opened =
      bytes != NULL ? mull_import_file_open (bytes, shown, cancellable, &error) : NULL;

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) mull_import_file_unref);
  else
    g_task_return_error (task, error);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullImportPage *self = MULL_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  MullImportFile *file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *escaped = NULL;
  g_autofree char *usual_currency = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    {
      g_clear_pointer (&file, mull_import_file_unref);
      return;
    }
  if (file == NULL)
    {
      /* The description of a status page is markup. */
      escaped = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->bad_view, escaped);
      show_view (self, "bad");
      return;
    }
  g_clear_pointer (&self->file, mull_import_file_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  self->file = file;
  usual_currency = mull_usual_currency (self->workspace, NULL);
  mull_import_file_set_usual_currency (file, usual_currency);
  mull_import_settings_set_file (self->settings, file);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  show_view (self, "review");
  schedule_check (self);
}

/* ── What the rep says ────────────────────────────────────────────────── */

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_import_page_choose (MULL_IMPORT_PAGE (widget));
}

static void
save_refused_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_import_page_save_refused (MULL_IMPORT_PAGE (widget));
}

/* What was said before may be in use by a check that is just running. */
static void
on_chosen_cb (MullImportPage *self, guint line, int choice)
{
  GHashTable *choices = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  if (self->choices != NULL)
    {
      g_hash_table_iter_init (&iter, self->choices);
      while (g_hash_table_iter_next (&iter, &key, &value))
        g_hash_table_insert (choices, key, value);
      g_hash_table_unref (self->choices);
    }
  g_hash_table_insert (choices, GUINT_TO_POINTER (line), GINT_TO_POINTER (choice));
  self->choices = choices;
  schedule_check (self);
}

/* ── Class ────────────────────────────────────────────────────────────── */

static void
on_changed (MullImportPage *self)
{
  /* What is a row may be another one now. */
  g_clear_pointer (&self->choices, g_hash_table_unref);
  schedule_check (self);
}

static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  MullImportPage *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    schedule_check (self);
  else
    g_clear_object (&self->importer);
}

static void
mull_import_page_map (GtkWidget *widget)
{
  MullImportPage *self = MULL_IMPORT_PAGE (widget);

  GTK_WIDGET_CLASS (mull_import_page_parent_class)->map (widget);
  if (self->importer == NULL)
    schedule_check (self);
}

/* Nobody looks at what a check finds out any more, and it keeps others from writing. */
static void
mull_import_page_unmap (GtkWidget *widget)
{
  MullImportPage *self = MULL_IMPORT_PAGE (widget);

  stop_checking (self);
  self->is_check_due = FALSE;
  GTK_WIDGET_CLASS (mull_import_page_parent_class)->unmap (widget);
}

static void
mull_import_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullImportPage *self = MULL_IMPORT_PAGE (object);

  switch ((MullImportPageProps) prop_id)
    {
    case PROP_TITLE:
      if (self->file == NULL)
        g_value_set_string (value, _ ("Import"));
      else
        /* Translators: a window's title; %s is the name of a file */
        g_value_take_string (
            value, g_strdup_printf (_ ("Import “%s”"), mull_import_file_get_name (self->file)));
      break;
    }
}

static void
mull_import_page_dispose (GObject *object)
{
  MullImportPage *self = MULL_IMPORT_PAGE (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_IMPORT_PAGE);
  g_clear_object (&self->importer);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->file, mull_import_file_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_queue_clear_full (self->waiting, g_object_unref);

  G_OBJECT_CLASS (mull_import_page_parent_class)->dispose (object);
}

static void
mull_import_page_finalize (GObject *object)
{
  g_queue_free (MULL_IMPORT_PAGE (object)->waiting);

  G_OBJECT_CLASS (mull_import_page_parent_class)->finalize (object);
}

static void
mull_import_page_class_init (MullImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_import_page_get_property;
  object_class->dispose = mull_import_page_dispose;
  object_class->finalize = mull_import_page_finalize;
  widget_class->map = mull_import_page_map;
  widget_class->unmap = mull_import_page_unmap;

  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_IMPORT_SETTINGS);
  g_type_ensure (MULL_TYPE_IMPORT_OUTCOME);
  g_type_ensure (MULL_TYPE_ROOM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/exchange/mull-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, views);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, bad_view);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, settings);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, waiting_bar);
  gtk_widget_class_bind_template_child (widget_class, MullImportPage, waiting_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "import.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.save-refused", NULL, save_refused_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
mull_import_page_init (MullImportPage *self)
{
  self->waiting = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_view (self, "empty");
  update_waiting (self);
}

/**
 * mull_import_page_new:
 * @workspace: where files are imported to
 *
 * Returns: (transfer floating): the page
 */
MullImportPage *
mull_import_page_new (MullWorkspace *workspace)
{
  MullImportPage *self = g_object_new (MULL_TYPE_IMPORT_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
  return self;
}

/**
 * mull_import_page_open:
 * @self: the page
 * @file: a file to look through
 *
 * Reads a file off the main thread, then shows what would happen, or why it cannot be read. While
 * an import is running, nothing happens.
 */
void
mull_import_page_open (MullImportPage *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MULL_IS_IMPORT_PAGE (self) && G_IS_FILE (file));

  if (self->is_importing)
    return;
  if (mull_archive_question_is_for (file))
    {
      mull_archive_question_ask (GTK_WIDGET (self), self->workspace, file);
      return;
    }
  stop_checking (self);
  task = g_task_new (self, NULL, on_opened_cb, NULL);
  g_task_set_source_tag (task, mull_import_page_open);
  g_task_set_name (task, "mull_import_page_open");
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

/**
 * mull_import_page_open_list:
 * @self: the page
 * @files: (element-type GFile): one or more files
 *
 * Opens the first as mull_import_page_open() does, and the others after it, each when the one
 * before was imported or left out. While an import is running, all of them wait.
 */
void
mull_import_page_open_list (MullImportPage *self, GSList *files)
{
  g_return_if_fail (MULL_IS_IMPORT_PAGE (self));

  if (!self->is_importing)
    g_queue_clear_full (self->waiting, g_object_unref);
  for (GSList *link = files; link != NULL; link = link->next)
    g_queue_push_tail (self->waiting, g_object_ref (link->data));
  if (!self->is_importing)
    open_next (self);
  update_waiting (self);
}
