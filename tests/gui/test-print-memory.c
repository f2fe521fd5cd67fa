/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-gui-test.h"
#include "mull-print-memory.h"
#include "mull-print-name.h"
#include "mull-printer-finder.h"

#include <glib/gstdio.h>
#include <string.h>

static void
forget (void)
{
  g_autofree char *path = mull_print_memory_dup_path ();

  g_unlink (path);
}

static void
test_empty (void)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) letter = NULL;
  g_autofree char *folder = NULL;

  forget ();
  settings = mull_print_memory_load_settings ();
  g_assert_null (gtk_print_settings_get_printer (settings));
  letter = mull_print_memory_load_page_setup (MULL_PAPER_LETTER);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (letter)), ==,
                   GTK_PAPER_NAME_LETTER);
  folder = mull_print_memory_dup_folder ();
  g_assert_cmpstr (folder, ==, g_get_home_dir ());
}

static void
test_round_trip (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) loaded = NULL;
  g_autoptr (GtkPageSetup) page_setup = mull_print_memory_load_page_setup (MULL_PAPER_A4);
  g_autoptr (GtkPageSetup) a4 = NULL;
  g_autoptr (GtkPageSetup) letter = NULL;
  g_autofree char *path = mull_print_memory_dup_path ();
  g_autofree char *text = NULL;
  GStatBuf info;

  forget ();
  gtk_print_settings_set_printer (settings, "Upstairs");
  gtk_print_settings_set_n_copies (settings, 7);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_CURRENT);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, "Secret deal");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/Secret%20deal.pdf");
  gtk_page_setup_set_orientation (page_setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  mull_print_memory_save (settings, page_setup);
  /* What was handed in is not touched. */
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 7);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "Secret"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  loaded = mull_print_memory_load_settings ();
  g_assert_cmpstr (gtk_print_settings_get_printer (loaded), ==, "Upstairs");
  g_assert_cmpint (gtk_print_settings_get_n_copies (loaded), ==, 1);
  g_assert_cmpint (gtk_print_settings_get_print_pages (loaded), ==, GTK_PRINT_PAGES_ALL);
  g_assert_cmpstr (gtk_print_settings_get (loaded, GTK_PRINT_SETTINGS_OUTPUT_DIR), ==, "/tmp");
  a4 = mull_print_memory_load_page_setup (MULL_PAPER_A4);
  g_assert_cmpint (gtk_page_setup_get_orientation (a4), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  /* Another paper than the one that was remembered begins anew. */
  letter = mull_print_memory_load_page_setup (MULL_PAPER_LETTER);
  g_assert_cmpint (gtk_page_setup_get_orientation (letter), ==, GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
test_folder (void)
{
  g_autofree char *kept = g_dir_make_tmp ("mull-memory-XXXXXX", NULL);
  g_autofree char *there = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) loaded = NULL;

  forget ();
  gtk_print_settings_set_printer (settings, "Upstairs");
  mull_print_memory_save (settings, NULL);
  mull_print_memory_save_folder (kept);
  there = mull_print_memory_dup_folder ();
  g_assert_cmpstr (there, ==, kept);
  loaded = mull_print_memory_load_settings ();
  g_assert_cmpstr (gtk_print_settings_get_printer (loaded), ==, "Upstairs");
  g_rmdir (kept);
  gone = mull_print_memory_dup_folder ();
  g_assert_cmpstr (gone, ==, g_get_home_dir ());
}

static void
test_damaged (void)
{
  g_autofree char *path = mull_print_memory_dup_path ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) page_setup = NULL;

  g_assert_true (g_file_set_contents (path, "[Page Setup]\nWidth=x\n\x01\xff[[", -1, NULL));
  settings = mull_print_memory_load_settings ();
  g_assert_nonnull (settings);
  page_setup = mull_print_memory_load_page_setup (MULL_PAPER_A4);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (page_setup)), ==,
                   GTK_PAPER_NAME_A4);
}

static void
test_name (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } rows[] = {
    { "Boiler", "Boiler" },
    { "Heat: a/b", "Heat- a-b" },
    { "  ..hidden", "hidden" },
    { "R&D <b>\"Süd\"</b>", "R&D -b--Süd---b-" },
    { "line\nfeed\x01", "line feed-" },
    { "ends with dots ...", "ends with dots" },
    { "\xe2\x80\xae"
      "fdp.exe",
      "fdp.exe" },
    { "مرجل", "مرجل" },
    { "", "Brief" },
    { " . ", "Brief" },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = mull_print_name_from_title (rows[i].title);

      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

static void
test_long_name (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (title, "ü");
  name = mull_print_name_from_title (title->str);
  g_assert_cmpuint (strlen (name), <=, 120);
  g_assert_cmpuint (strlen (name), >, 100);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **name = user_data;
  g_autoptr (GError) error = NULL;

  *name = mull_printer_finder_find_finish (result, &error);
  g_assert_no_error (error);
  if (*name == NULL)
    *name = g_strdup ("");
}

/* A session of tests has no printer: printing to a file is what the dialog begins with, whatever it
 * is called in the user's language. */
static void
test_finder (void)
{
  char *name = NULL;
  char *again = NULL;

  mull_printer_finder_find ("Upstairs", NULL, on_found_cb, &name);
  g_assert_null (name);
  mull_gui_test_wait_for (name != NULL);
  g_assert_cmpstr (name, ==, g_dgettext ("gtk40", "Print to File"));
  mull_printer_finder_find (name, NULL, on_found_cb, &again);
  mull_gui_test_wait_for (again != NULL);
  g_assert_cmpstr (again, ==, name);
  g_free (name);
  g_free (again);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/print-memory/empty", test_empty);
  g_test_add_func ("/print-memory/round-trip", test_round_trip);
  g_test_add_func ("/print-memory/folder", test_folder);
  g_test_add_func ("/print-memory/damaged", test_damaged);
  g_test_add_func ("/print-name/table", test_name);
  g_test_add_func ("/print-name/long", test_long_name);
  g_test_add_func ("/printer-finder/none", test_finder);
  return g_test_run ();
}
