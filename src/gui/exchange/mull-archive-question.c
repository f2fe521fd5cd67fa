/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-question"

#include "config.h"

#include "mull-archive-question.h"

#include "mull-archive-form.h"
#include "mull-archive-import.h"
#include "mull-feedback.h"
#include "mull-file.h"
#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-wait-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  /* Owned */
  GtkWidget *from;
  MullWorkspace *workspace;
  GFile *file;
  GCancellable *cancellable;
  GtkWindow *wait_window; /* as long as it is wanted */
  char *name;
  char *beside; /* (nullable) */

  const char *heading; /* what it is doing */
  /* What came of looking through */
  GBytes *bytes;
  MullArchiveReport *report;
} Question;

static void
question_free (Question *self)
{
  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  g_clear_weak_pointer (&self->wait_window);
  g_clear_pointer (&self->report, mull_archive_report_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_object_unref (self->cancellable);
  g_object_unref (self->file);
  g_object_unref (self->workspace);
  g_object_unref (self->from);
  g_free (self->beside);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
on_progress_cb (double progress, gpointer user_data)
{
  Question *self = user_data;

  /* What is over in a moment needs no window, nor what the rep has stopped. */
  if (progress == 1 || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->wait_window == NULL)
    {
      g_set_weak_pointer (&self->wait_window,
                          mull_wait_window_new (self->from, self->heading, self->cancellable));
      gtk_window_present (self->wait_window);
    }
  mull_wait_window_set_progress (self->wait_window, progress > 0 ? progress : -1);
}

/* ── In earnest ───────────────────────────────────────────────────────── */

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullArchiveReport) report =
      mull_archive_import_finish (MULL_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;
  guint n;

  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        mull_feedback_error (self->from, error);
      return;
    }
  n = report->n_rows[MULL_MERGE_NEW] + report->n_rows[MULL_MERGE_CHANGED];
  text = g_strdup_printf (ngettext ("%'u record imported", "%'u records imported", n), n);
  mull_feedback_undo_toast (self->from, text);
  gtk_widget_activate_action (self->from, "win.show-board", NULL);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (Question) self = user_data;
  Question *question = self;

  if (!g_str_equal (response, "import"))
    return;
  self->heading = _ ("Importing the Archive");
  mull_archive_import_async (question->workspace, question->bytes, question->name, question->beside,
                             question->report->things->n_rows, question->cancellable,
                             on_progress_cb, question, on_imported_cb, g_steal_pointer (&self));
}

/* ── The question ─────────────────────────────────────────────────────── */

static void
append_line (GString *text, char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
describe (const MullArchiveReport *report)
{
  GString *text = g_string_new (NULL);
  guint n_new = report->n_rows[MULL_MERGE_NEW], n_changed = report->n_rows[MULL_MERGE_CHANGED];

  append_line (text, mull_import_report_describe_counts (report->things));
  append_line (text, g_strdup_printf (_ ("Records: %u new, %u changed, %u identical"), n_new,
                                      n_changed, report->n_rows[MULL_MERGE_IDENTICAL]));
  if (report->n_files + report->n_files_missing > 0)
    append_line (text, g_strdup_printf (_ ("Attached files: %u new, %u missing"), report->n_files,
                                        report->n_files_missing));
  append_line (text, g_strdup (n_new + n_changed > 0
                                   ? _ ("A backup is made first, and all of it can be undone.")
                                   : _ ("Everything in it is here already.")));
  return g_string_free (text, FALSE);
}

/* Takes @self. */
static void
ask (Question *self)
{
  GtkRoot *root = gtk_widget_get_root (self->from);
  g_autofree char *shown = mull_text_strip_bidi (self->name);
  /* Translators: the name of a file */
  g_autofree char *heading = g_strdup_printf (_ ("Import “%s”?"), shown);
  g_autofree char *body = describe (self->report);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  gboolean changes =
      self->report->n_rows[MULL_MERGE_NEW] + self->report->n_rows[MULL_MERGE_CHANGED] > 0;

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   changes ? _ ("_Cancel") : _ ("_Close"));
  if (changes)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "import", _ ("_Import"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                                  ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "import");
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ── Looking through ──────────────────────────────────────────────────── */

/* In another thread. */
static gboolean
look_through (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Question *self = user_data;

  self->bytes = mull_file_read (self->file, MULL_ARCHIVE_FILE_MAX, self->cancellable, error);
  if (self->bytes != NULL)
    self->report = mull_archive_import (workspace, self->bytes, self->name, self->beside,
                                        MULL_ARCHIVE_DRY_RUN, self->cancellable, error);
  return self->report != NULL;
}

static void
on_looked_through_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  /* Cancelled when there was nothing left to stop, it is cancelled all the same. */
  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error) &&
      g_cancellable_set_error_if_cancelled (self->cancellable, &error))
    return;
  if (error == NULL)
    ask (g_steal_pointer (&self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_error (self->from, error);
}

/**
 * mull_archive_question_is_for:
 * @file: what the rep chose
 *
 * Returns: whether it says of itself that it is an archive
 */
gboolean
mull_archive_question_is_for (GFile *file)
{
  /* A device or a connection may never say anything. */
  g_autoptr (GFileInfo) info = mull_file_query (file, NULL, NULL);
  g_autoptr (GFileInputStream) stream = info != NULL ? g_file_read (file, NULL, NULL) : NULL;
  g_autoptr (GBytes) head =
      stream != NULL
          ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MULL_ARCHIVE_HEAD_BYTES, NULL, NULL)
          : NULL;

  return head != NULL && mull_archive_is_archive (head);
}

/**
 * mull_archive_question_ask:
 * @from: any widget of the window
 * @file: an archive
 *
 * Looks an archive through beside the main loop, says what it would do, and does it if the rep
 * wants it.
 */
void
mull_archive_question_ask (GtkWidget *from, MullWorkspace *workspace, GFile *file)
{
  Question *self = g_new0 (Question, 1);
  g_autofree char *basename = g_file_get_basename (file);
  const char *path = g_file_peek_path (file);

  self->from = g_object_ref (from);
  self->workspace = g_object_ref (workspace);
  self->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  self->heading = _ ("Looking Through the Archive");
  self->name = g_filename_display_name (basename);
  self->beside = path != NULL ? mull_archive_form_dup_beside (path) : NULL;
  mull_workspace_run_job_async (workspace, look_through, self, NULL, self->cancellable,
                                on_progress_cb, self, on_looked_through_cb, self);
}
