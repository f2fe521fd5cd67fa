/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-print-memory"

#include "config.h"

#include "mull-print-memory.h"

#define SETTINGS_GROUP "Print Settings"
#define PAGE_SETUP_GROUP "Page Setup"

/* What belongs to one print and not to the next: which pages and how many copies, and the name of
 * the file, which is the name of a customer's deal. */
static const char *const forgotten[] = {
  GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME, GTK_PRINT_SETTINGS_N_COPIES,
  GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,     GTK_PRINT_SETTINGS_PAGE_SET,
};

/**
 * mull_print_memory_dup_path:
 *
 * Returns: (transfer full) (type filename): where it is kept
 */
char *
mull_print_memory_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "mulligan", "print.ini", NULL);
}

/* (nullable): nothing is remembered yet, or nothing that can be read; either way printing begins
 * with what is usual. */
static GKeyFile *
load_key_file (void)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autofree char *path = mull_print_memory_dup_path ();
  g_autoptr (GError) error = NULL;

  if (g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, &error))
    return g_steal_pointer (&key_file);
  if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_debug ("The print settings could not be read: %s", error->message);
  return NULL;
}

static void
save_key_file (GKeyFile *key_file)
{
  g_autofree char *path = mull_print_memory_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  data = g_key_file_to_data (key_file, &length, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_debug ("The print settings could not be kept: %s", error->message);
}

/**
 * mull_print_memory_load_settings:
 *
 * Returns: (transfer full): the settings of the last print, or empty ones
 */
GtkPrintSettings *
mull_print_memory_load_settings (void)
{
  g_autoptr (GKeyFile) key_file = load_key_file ();
  GtkPrintSettings *settings = NULL;

  if (key_file != NULL)
    settings = gtk_print_settings_new_from_key_file (key_file, SETTINGS_GROUP, NULL);
  return settings != NULL ? settings : gtk_print_settings_new ();
}

static gboolean
is_on (GtkPageSetup *page_setup, GtkPaperSize *size)
{
  return gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (page_setup), size);
}

/**
 * mull_print_memory_load_page_setup:
 * @paper: the paper
 *
 * Returns: (transfer full): the page setup of the last print if that was on @paper, or the usual
 *   one for @paper
 */
GtkPageSetup *
mull_print_memory_load_page_setup (MullPaper paper)
{
  g_autoptr (GKeyFile) key_file = load_key_file ();
  GtkPaperSize *size =
      gtk_paper_size_new (paper == MULL_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  GtkPageSetup *page_setup = NULL;

  if (key_file != NULL)
    page_setup = gtk_page_setup_new_from_key_file (key_file, PAGE_SETUP_GROUP, NULL);
  if (page_setup == NULL || !is_on (page_setup, size))
    {
      g_clear_object (&page_setup);
      page_setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size_and_default_margins (page_setup, size);
    }
  gtk_paper_size_free (size);
  return page_setup;
}

/* The folder is the rep's choice and is kept, without the name in it. */
static void
keep_folder (GtkPrintSettings *settings)
{
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder != NULL && g_utf8_validate (folder, -1, NULL))
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
}

/**
 * mull_print_memory_save:
 * @settings: the settings of a print
 * @page_setup: (nullable): its page setup
 *
 * Remembers how was printed. The pages, the number of copies and the name of a file are left out.
 * Where nothing can be written, nothing is remembered.
 */
void
mull_print_memory_save (GtkPrintSettings *settings, GtkPageSetup *page_setup)
{
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GKeyFile) key_file = g_key_file_new ();

  g_return_if_fail (GTK_IS_PRINT_SETTINGS (settings));

  kept = gtk_print_settings_copy (settings);
  keep_folder (kept);
  for (guint i = 0; i < G_N_ELEMENTS (forgotten); i++)
    gtk_print_settings_unset (kept, forgotten[i]);
  gtk_print_settings_to_key_file (kept, key_file, SETTINGS_GROUP);
  if (page_setup != NULL)
    gtk_page_setup_to_key_file (page_setup, key_file, PAGE_SETUP_GROUP);
  save_key_file (key_file);
}

/**
 * mull_print_memory_dup_folder:
 *
 * Returns: (transfer full) (type filename): the folder that was printed or saved to last; if there
 * is none, or it is gone, the folder for documents, or else the home folder
 */
char *
mull_print_memory_dup_folder (void)
{
  g_autoptr (GtkPrintSettings) settings = mull_print_memory_load_settings ();
  const char *folder = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR);

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  return g_strdup (folder != NULL ? folder : g_get_home_dir ());
}

/**
 * mull_print_memory_save_folder:
 * @folder: (type filename): a folder
 *
 * Remembers where a file was saved.
 */
void
mull_print_memory_save_folder (const char *folder)
{
  g_autoptr (GKeyFile) key_file = load_key_file ();

  g_return_if_fail (folder != NULL);

  if (!g_utf8_validate (folder, -1, NULL))
    return;
  if (key_file == NULL)
    key_file = g_key_file_new ();
  g_key_file_set_string (key_file, SETTINGS_GROUP, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
  save_key_file (key_file);
}
