/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-file-picker.h"
#include "mull-gui-test.h"

#include <glib/gstdio.h>

typedef struct
{
  gboolean saving;
  guint n_answers;
  GFile *file;
  GError *error;
} Answer;

static void
on_picker_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullFilePicker *picker = MULL_FILE_PICKER (source);
  Answer *answer = user_data;

  answer->n_answers++;
  answer->file = answer->saving ? mull_file_picker_save_finish (picker, result, &answer->error)
                                : mull_file_picker_open_finish (picker, result, &answer->error);
}

static void
clear_answer (Answer *answer)
{
  g_clear_object (&answer->file);
  g_clear_error (&answer->error);
}

/* What stands in for the desktop's dialog in a session without portals. */
static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static void
test_cancel (gconstpointer data)
{
  gboolean saving = GPOINTER_TO_INT (data);
  Answer answer = { .saving = saving };
  MullFilePicker *picker = mull_file_picker_new ("Where to?");
  GtkWindow *window = mull_gui_test_present (gtk_label_new ("Window"), 360, 294);

  g_object_add_weak_pointer (G_OBJECT (picker), (gpointer *) &picker);
  if (saving)
    mull_file_picker_save (picker, window, NULL, on_picker_answered_cb, &answer);
  else
    mull_file_picker_open (picker, window, NULL, on_picker_answered_cb, &answer);
  g_object_unref (picker);
  mull_gui_test_wait_for (find_dialog () != NULL);
  g_assert_nonnull (picker); /* the question keeps it */
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (find_dialog ())), ==, "Where to?");
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_CANCEL);
  mull_gui_test_wait_for (answer.n_answers > 0);
  g_assert_null (answer.file);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mull_gui_test_wait_for (find_dialog () == NULL && picker == NULL);
  g_assert_cmpuint (answer.n_answers, ==, 1);
  clear_answer (&answer);
  gtk_window_destroy (window);
}

static void
test_taken_back (void)
{
  Answer answer = { .saving = TRUE };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new ("Where to?");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  mull_file_picker_save (picker, NULL, cancellable, on_picker_answered_cb, &answer);
  mull_gui_test_wait_for (find_dialog () != NULL);
  g_cancellable_cancel (cancellable);
  g_cancellable_cancel (cancellable);
  mull_gui_test_wait_for (answer.n_answers > 0);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mull_gui_test_wait_for (find_dialog () == NULL);
  mull_gui_test_drain ();
  g_assert_cmpuint (answer.n_answers, ==, 1);
  clear_answer (&answer);
}

static void
test_cancelled_before (void)
{
  Answer answer = { .saving = TRUE };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new ("Where to?");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  mull_file_picker_save (picker, NULL, cancellable, on_picker_answered_cb, &answer);
  g_assert_cmpuint (answer.n_answers, ==, 0); /* never before the call is back */
  mull_gui_test_wait_for (answer.n_answers > 0);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_answer (&answer);
}

/* The dialog reads its folder first, and takes no answer before. */
static gboolean
is_ready_with (GFile *expected)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_dialog ()));

  return file != NULL && g_file_equal (file, expected);
}

static void
test_save (void)
{
  static const char *const suffixes[] = { "pdf", NULL };
  Answer answer = { .saving = TRUE };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new ("Where to?");
  g_autofree char *folder_name = g_dir_make_tmp ("mull-picker-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_name);
  g_autoptr (GFile) expected = g_file_get_child (folder, "Boiler.pdf");
  g_autofree char *name = NULL;

  mull_file_picker_set_initial_folder (picker, folder);
  mull_file_picker_set_initial_name (picker, "Boiler.pdf");
  mull_file_picker_set_accept_label (picker, "_Keep");
  mull_file_picker_add_filter (picker, "PDF", NULL, suffixes);
  mull_file_picker_save (picker, NULL, NULL, on_picker_answered_cb, &answer);
  mull_gui_test_wait_for (find_dialog () != NULL);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (find_dialog ()));
  g_assert_cmpstr (name, ==, "Boiler.pdf");
  mull_gui_test_wait_for (is_ready_with (expected));
  gtk_dialog_response (GTK_DIALOG (find_dialog ()), GTK_RESPONSE_ACCEPT);
  mull_gui_test_wait_for (answer.n_answers > 0);
  g_assert_no_error (answer.error);
  g_assert_true (g_file_equal (answer.file, expected));
  g_assert_false (g_file_query_exists (expected, NULL)); /* asking writes nothing */
  clear_answer (&answer);
  g_rmdir (folder_name);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_data_func ("/file-picker/cancel/open", GINT_TO_POINTER (FALSE), test_cancel);
  g_test_add_data_func ("/file-picker/cancel/save", GINT_TO_POINTER (TRUE), test_cancel);
  g_test_add_func ("/file-picker/taken-back", test_taken_back);
  g_test_add_func ("/file-picker/cancelled-before", test_cancelled_before);
  g_test_add_func ("/file-picker/save", test_save);
  return g_test_run ();
}
