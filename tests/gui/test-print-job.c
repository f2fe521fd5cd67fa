/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-brief-samples.h"
#include "mull-brief.h"
#include "mull-gui-test.h"
#include "mull-print-job.h"
#include "mull-print-memory.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  char *folder;
  char *pdf;
  guint n_layouts;
  MullPrintJob *job;
  GtkPrintOperationResult result;
} Fixture;

static MullLayout *
make_layout (MullPaper paper, gpointer user_data)
{
  Fixture *fixture = user_data;
  MullBriefOptions options = { paper, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_typical ();

  fixture->n_layouts++;
  return mull_brief_new (content, &options);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->pdf = g_build_filename (fixture->folder, "out.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->job);
  g_free (fixture->pdf);
  fixture_remove_folder (fixture->folder);
}

static void
make_job (Fixture *fixture, const char *title, MullPaper paper)
{
  fixture->job = mull_print_job_new (title, paper, make_layout, fixture, NULL);
}

static gboolean
export_to (Fixture *fixture, const char *path, GError **error)
{
  GtkPrintOperation *operation = mull_print_job_get_operation (fixture->job);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}

/* What a command of poppler says about the PDF. */
static char *
read_pdf (Fixture *fixture, const char *command)
{
  g_autofree char *line = g_strdup_printf ("%s '%s' -", command, fixture->pdf);
  g_autofree char *info = g_strdup_printf ("%s '%s'", command, fixture->pdf);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_spawn_command_line_sync (g_str_has_prefix (command, "pdfinfo") ? info : line, &text, NULL,
                             &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no “%s” in: %s", part, text);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  MullPaper paper = (MullPaper) GPOINTER_TO_INT (data);
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  make_job (fixture, "R&D <b>", paper);
  g_assert_true (export_to (fixture, fixture->pdf, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_layouts, ==, 1); /* laid out once, for all pages */
  info = read_pdf (fixture, "pdfinfo");
  assert_holds (info, "R&D <b>");
  assert_holds (info, paper == MULL_PAPER_LETTER ? "612 x 792" : "595");
  assert_holds (info, "Pages:           2");
  text = read_pdf (fixture, "pdftotext -layout");
  assert_holds (text, "Page 1 of 2");
  assert_holds (text, "Page 2 of 2");
  g_assert_cmpint ((int) mull_print_job_get_paper (fixture->job), ==, (int) paper);
}

/* A paper that nothing is measured for gets the pages of the one that is more alike, as a whole. */
static void
test_other_paper (Fixture *fixture, gconstpointer data)
{
  GtkPageSetup *page_setup;
  GtkPaperSize *size = gtk_paper_size_new ("iso_a5");
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  make_job (fixture, "Boiler", MULL_PAPER_LETTER);
  page_setup =
      gtk_print_operation_get_default_page_setup (mull_print_job_get_operation (fixture->job));
  gtk_page_setup_set_paper_size (page_setup, size);
  gtk_print_settings_set_paper_size (
      gtk_print_operation_get_print_settings (mull_print_job_get_operation (fixture->job)), size);
  gtk_paper_size_free (size);
  g_assert_true (export_to (fixture, fixture->pdf, &error));
  g_assert_cmpint ((int) mull_print_job_get_paper (fixture->job), ==, (int) MULL_PAPER_A4);
  info = read_pdf (fixture, "pdfinfo");
  assert_holds (info, "419");
  text = read_pdf (fixture, "pdftotext -layout");
  assert_holds (text, "Page 2 of 2");
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.pdf", NULL);
  g_autoptr (GError) error = NULL;

  make_job (fixture, "Boiler", MULL_PAPER_A4);
  g_assert_false (export_to (fixture, path, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkPrintOperation *operation;
  GtkPrintSettings *settings;
  g_autofree char *job_name = NULL;

  make_job (fixture, "Heat: a/b", MULL_PAPER_A4);
  operation = mull_print_job_get_operation (fixture->job);
  settings = gtk_print_operation_get_print_settings (operation);
  g_object_get (operation, "job-name", &job_name, NULL);
  g_assert_cmpstr (job_name, ==, "Heat: a/b");
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==,
                   "Heat- a-b");
  /* No folder for documents in the home of a test. */
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR), ==,
                   g_get_home_dir ());
}

/* The dialog's own Preview: no other program is started, and the operation comes to its end. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkPrintOperationResult result;
  g_autoptr (GError) error = NULL;

  make_job (fixture, "Boiler", MULL_PAPER_LETTER);
  result = gtk_print_operation_run (mull_print_job_get_operation (fixture->job),
                                    GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint ((int) result, !=, GTK_PRINT_OPERATION_RESULT_ERROR);
  mull_gui_test_wait_for (
      gtk_print_operation_is_finished (mull_print_job_get_operation (fixture->job)));
  g_assert_cmpint ((int) mull_print_job_get_paper (fixture->job), ==, (int) MULL_PAPER_LETTER);
  mull_gui_test_drain ();
}

/* ── The dialog ───────────────────────────────────────────────────────── */

typedef struct
{
  guint n_answers;
  MullPrintOutcome outcome;
  GFile *file;
  GError *error;
} Answer;

static void
on_job_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->n_answers++;
  answer->outcome =
      mull_print_job_run_finish (MULL_PRINT_JOB (source), result, &answer->file, &answer->error);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "GtkPrintUnixDialog") &&
        gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

/* Print is insensitive until a printer is chosen. */
static gboolean
can_print (void)
{
  GtkWidget *dialog = find_dialog ();
  GtkWidget *button =
      dialog != NULL ? gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK)
                     : NULL;

  return button != NULL && gtk_widget_get_sensitive (button);
}

static void
run_dialog (Fixture *fixture, GtkWindow *window, Answer *answer, int response)
{
  mull_print_job_run (fixture->job, window, on_job_run_cb, answer);
  mull_gui_test_wait_for (can_print ());
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), response);
  mull_gui_test_wait_for (answer->n_answers > 0);
  mull_gui_test_wait_for (find_dialog () == NULL);
}

static void
set_output (Fixture *fixture, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_print_settings_set (
      gtk_print_operation_get_print_settings (mull_print_job_get_operation (fixture->job)),
      GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
}

static void
test_print_to_file (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = mull_gui_test_present (gtk_label_new ("Window"), 360, 294);
  g_autofree char *memory = mull_print_memory_dup_path ();
  g_autofree char *kept = NULL;
  g_autofree char *text = NULL;
  Answer answer = { 0 };

  make_job (fixture, "Boiler", MULL_PAPER_A4);
  set_output (fixture, fixture->pdf);
  run_dialog (fixture, window, &answer, GTK_RESPONSE_OK);
  g_assert_no_error (answer.error);
  g_assert_cmpint ((int) answer.outcome, ==, (int) MULL_PRINT_OUTCOME_SAVED);
  g_assert_cmpstr (g_file_peek_path (answer.file), ==, fixture->pdf);
  text = read_pdf (fixture, "pdftotext -layout");
  assert_holds (text, "Page 2 of 2");
  g_assert_true (g_file_get_contents (memory, &kept, NULL, NULL));
  g_assert_null (strstr (kept, "out.pdf"));
  g_assert_null (strstr (kept, "Boiler"));
  assert_holds (kept, fixture->folder);
  g_object_unref (answer.file);
  gtk_window_destroy (window);
}

static void
test_print_to_unwritable_file (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = mull_gui_test_present (gtk_label_new ("Window"), 360, 294);
  g_autofree char *path = g_build_filename (fixture->folder, "none", "x.pdf", NULL);
  Answer answer = { 0 };

  make_job (fixture, "Boiler", MULL_PAPER_A4);
  set_output (fixture, path);
  run_dialog (fixture, window, &answer, GTK_RESPONSE_OK);
  g_assert_nonnull (answer.error);
  assert_holds (answer.error->message, path);
  g_assert_cmpint ((int) answer.outcome, ==, (int) MULL_PRINT_OUTCOME_NONE);
  g_assert_null (answer.file);
  g_clear_error (&answer.error);
  gtk_window_destroy (window);
}

static void
test_dialog_cancel (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = mull_gui_test_present (gtk_label_new ("Window"), 360, 294);
  Answer answer = { 0 };

  make_job (fixture, "Boiler", MULL_PAPER_A4);
  run_dialog (fixture, window, &answer, GTK_RESPONSE_CANCEL);
  g_assert_no_error (answer.error);
  g_assert_cmpint ((int) answer.outcome, ==, (int) MULL_PRINT_OUTCOME_NONE);
  g_assert_cmpuint (fixture->n_layouts, ==, 0);
  gtk_window_destroy (window);
}

static void
test_dialog_preview (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = mull_gui_test_present (gtk_label_new ("Window"), 360, 294);
  Answer answer = { 0 };

  make_job (fixture, "Boiler", MULL_PAPER_LETTER);
  run_dialog (fixture, window, &answer, GTK_RESPONSE_APPLY);
  g_assert_no_error (answer.error);
  g_assert_cmpint ((int) answer.outcome, ==, (int) MULL_PRINT_OUTCOME_PREVIEW);
  g_assert_cmpint ((int) mull_print_job_get_paper (fixture->job), ==, (int) MULL_PAPER_LETTER);
  g_assert_null (answer.file);
  gtk_window_destroy (window);
}

static void
test_finalisation (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = mull_gui_test_present (gtk_label_new ("Window"), 360, 294);
  MullPrintJob *job;
  Answer answer = { 0 };

  make_job (fixture, "Boiler", MULL_PAPER_A4);
  run_dialog (fixture, window, &answer, GTK_RESPONSE_CANCEL);
  job = g_steal_pointer (&fixture->job);
  g_object_add_weak_pointer (G_OBJECT (job), (gpointer *) &job);
  g_object_unref (job);
  mull_gui_test_wait_for (job == NULL);
  gtk_window_destroy (window);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/print-job/export/a4", GINT_TO_POINTER (MULL_PAPER_A4), test_export);
  ADD ("/print-job/export/letter", GINT_TO_POINTER (MULL_PAPER_LETTER), test_export);
  ADD ("/print-job/other-paper", NULL, test_other_paper);
  ADD ("/print-job/unwritable", NULL, test_unwritable);
  ADD ("/print-job/names", NULL, test_names);
  ADD ("/print-job/preview", NULL, test_preview);
  ADD ("/print-job/dialog/cancel", NULL, test_dialog_cancel);
  ADD ("/print-job/dialog/preview", NULL, test_dialog_preview);
  ADD ("/print-job/dialog/finalisation", NULL, test_finalisation);
  ADD ("/print-job/dialog/print-to-unwritable-file", NULL, test_print_to_unwritable_file);
  ADD ("/print-job/dialog/print-to-file", NULL, test_print_to_file);
  return g_test_run ();
}
