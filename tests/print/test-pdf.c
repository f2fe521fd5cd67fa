/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-brief-samples.h"
#include "mull-error.h"
#include "mull-pdf.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  MullLayout *layout;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  MullBriefOptions options = { MULL_PAPER_LETTER, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_markup ();

  fixture->folder = g_dir_make_tmp ("mull-pdf-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "brief.pdf", NULL);
  fixture->layout = mull_brief_new (content, &options);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  mull_layout_unref (fixture->layout);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;
  GStatBuf info;

  g_assert_true (mull_pdf_write (fixture->layout, fixture->path, "A & B", &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replaces_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_true (mull_pdf_write (fixture->layout, fixture->path, "", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

static void
assert_refused (Fixture *fixture, const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_pdf_write (fixture->layout, path, "title", &error));
  g_assert_error (error, MULL_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none", "brief.pdf", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "brief.pdf", NULL);

  assert_refused (fixture, missing, MULL_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (fixture->path, "a file", -1, NULL));
  assert_refused (fixture, below, MULL_ERROR_NOT_FOUND);
}

static void
test_unwritable_folder (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("nothing is unwritable for root");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_refused (fixture, fixture->path, MULL_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_folder_in_its_place (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, fixture->folder, MULL_ERROR_IO);
}

/* A write that ends in the middle leaves the old file as it was. */
static void
test_keeps_the_old_file (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit tiny;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  tiny = before;
  tiny.rlim_cur = 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tiny), ==, 0);
  assert_refused (fixture, fixture->path, MULL_ERROR_IO);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static char *
run (const char *program, const char *option, const char *path, const char *output)
{
  const char *argv[] = { program, option, path, output, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  if (option == NULL)
    {
      argv[1] = path;
      argv[2] = output;
      argv[3] = NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

static gboolean
has_poppler (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  if (path == NULL)
    g_test_skip ("pdftotext is not installed");
  return path != NULL;
}

/* Another reader finds the title, the paper, the fonts and the words. */
static void
test_read_by_another (Fixture *fixture, gconstpointer data)
{
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  g_assert_true (mull_pdf_write (fixture->layout, fixture->path, "R&D <b>\"Süd\"</b> %s %n", NULL));
  info = run ("pdfinfo", NULL, fixture->path, NULL);
  fonts = run ("pdffonts", NULL, fixture->path, NULL);
  text = run ("pdftotext", NULL, fixture->path, "-");
  g_assert_nonnull (strstr (info, "R&D <b>\"Süd\"</b> %s %n\n"));
  g_assert_nonnull (strstr (info, "612 x 792 pts"));
  g_assert_nonnull (strstr (info, "Pages:           2\n"));
  g_assert_nonnull (strstr (fonts, "yes"));
  g_assert_nonnull (strstr (text, "R&D <b>\"Süd\"</b> %s %n"));
  g_assert_nonnull (strstr (text, "Page 2 of 2"));
}

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Word;

static double
read_number (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return g_ascii_strtod (text, NULL);
}

static void
check_words (MullLayout *layout, const char *page)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" yMax=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  double x;
  double y;
  double width;
  double height;

  mull_layout_get_content_box (layout, &x, &y, &width, &height);
  for (g_regex_match (regex, page, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      Word word = { read_number (match, 1), read_number (match, 2), read_number (match, 3),
                    read_number (match, 4) };

      g_assert_cmpfloat (word.left, >=, x - 1);
      g_assert_cmpfloat (word.right, <=, x + width + 1);
      for (guint i = 0; i < words->len; i++)
        {
          const Word *other = &g_array_index (words, Word, i);
          double over_x = MIN (word.right, other->right) - MAX (word.left, other->left);
          double over_y = MIN (word.bottom, other->bottom) - MAX (word.top, other->top);

          /* Its boxes are those of the fonts, higher than the letters. */
          if (over_x > 1 && over_y > 4)
            g_error ("words overlap at %.1f,%.1f and %.1f,%.1f", word.left, word.top, other->left,
                     other->top);
        }
      g_array_append_val (words, word);
    }
}

static void
test_no_word_overlaps (Fixture *fixture, gconstpointer data)
{
  MullBriefContent *(*const makers[]) (
      void) = { mull_brief_sample_typical, mull_brief_sample_crowded, mull_brief_sample_wordy };

  if (!has_poppler ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
      g_autoptr (MullBriefContent) content = makers[i]();
      g_autoptr (MullLayout) layout = mull_brief_new (content, &options);
      g_autofree char *boxes = NULL;
      g_auto (GStrv) pages = NULL;

      g_assert_true (mull_pdf_write (layout, fixture->path, "", NULL));
      boxes = run ("pdftotext", "-bbox", fixture->path, "-");
      pages = g_strsplit (boxes, "<page ", -1);
      g_assert_cmpuint (g_strv_length (pages), ==, 3);
      check_words (layout, pages[1]);
      check_words (layout, pages[2]);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pdf/write", test_write);
  ADD ("/pdf/replaces-a-file", test_replaces_a_file);
  ADD ("/pdf/missing-folder", test_missing_folder);
  ADD ("/pdf/unwritable-folder", test_unwritable_folder);
  ADD ("/pdf/folder-in-its-place", test_folder_in_its_place);
  ADD ("/pdf/keeps-the-old-file", test_keeps_the_old_file);
  ADD ("/pdf/read-by-another", test_read_by_another);
  ADD ("/pdf/no-word-overlaps", test_no_word_overlaps);
  return g_test_run ();
}
