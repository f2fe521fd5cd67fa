/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-example.h"

#include "mull-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define BIT(name) MULL_REMARK_BIT (MULL_REMARK_##name)

typedef gboolean (*AddFunc) (GPtrArray *examples, const char *path, GError **error);

/* Adds what stands in a file. */
static gboolean
add (AddFunc func, const char *text, GPtrArray *examples, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("mull-XXXXXX", &path, NULL);
  gboolean added;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  added = func (examples, path, error);
  g_unlink (path);
  return added;
}

static gboolean
has_cue (const MullExample *example, const char *cue)
{
  return g_strv_contains ((const char *const *) example->cues, cue);
}

/* Each sentence is an example of what is marked in it. */
static void
test_sentences (void)
{
  g_autoptr (GPtrArray) examples = mull_examples_new ();
  g_autoptr (GError) error = NULL;
  const MullExample *example;

  g_assert_true (add (mull_examples_add_sentences,
                      "# a remark\n\n"
                      "clean\tdo-over\task\tCan you send it by Friday?\n"
                      "excuse+blame\town-it\tfact\tI did. «The traffic», and «Tom slept».\n",
                      examples, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (examples->len, ==, 3);
  example = examples->pdata[0];
  g_assert_cmphex (example->labels, ==, 0);
  g_assert_true (has_cue (example, "kind=do-over"));
  g_assert_true (has_cue (example, "beat=ask"));
  g_assert_true (has_cue (example, "by friday ?"));
  g_assert_true (has_cue (example, "chosen="));
  g_assert_cmphex (((MullExample *) examples->pdata[1])->labels, ==, 0);
  example = examples->pdata[2];
  g_assert_cmphex (example->labels, ==, BIT (EXCUSE) | BIT (BLAME));
  g_assert_true (has_cue (example, "the traffic ,"));
  g_assert_cmphex (example->unknown, ==, 0);
}

/* A label without a mark is about all of it. */
static void
test_whole (void)
{
  g_autoptr (GPtrArray) examples = mull_examples_new ();

  g_assert_true (
      add (mull_examples_add_sentences, "excuse\town-it\tfact\tSnow. And ice.\n", examples, NULL));
  g_assert_cmpuint (examples->len, ==, 2);
  g_assert_cmphex (((MullExample *) examples->pdata[0])->labels, ==, BIT (EXCUSE));
  g_assert_cmphex (((MullExample *) examples->pdata[1])->labels, ==, BIT (EXCUSE));
}

static void
test_scripts (void)
{
  g_autoptr (GPtrArray) examples = mull_examples_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (add (mull_examples_add_scripts,
                      "== a own-it\nfact: I am late. The traffic.\neffort: I rang.\n"
                      "- excuse: The traffic\n\n"
                      "== b own-it\nbroken: 1\nfact: It never happened before.\n"
                      "- untrue-first-time: never happened\n- ask\n",
                      examples, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (examples->len, ==, 4);
  g_assert_cmphex (((MullExample *) examples->pdata[0])->labels, ==, 0);
  g_assert_cmphex (((MullExample *) examples->pdata[1])->labels, ==, BIT (EXCUSE));
  g_assert_cmphex (((MullExample *) examples->pdata[3])->labels, ==, BIT (UNTRUE_FIRST_TIME));
  /* Where nothing was broken before, nobody says whether "never before" would be marked. */
  g_assert_cmphex (((MullExample *) examples->pdata[0])->unknown, ==, BIT (UNTRUE_FIRST_TIME));
  g_assert_cmphex (((MullExample *) examples->pdata[3])->unknown, ==, 0);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } bad[] = {
    { "clean\tdo-over\task\n", "line 1: not" },
    { "# a\nrubbish\tdo-over\task\t«It» is.\n", "line 2: no such category: “rubbish”" },
    { "excuse+blame\tdo-over\task\tIt is.\n", "line 1: 2 labels, but 0 stretches" },
    { "clean\tdo-over\task\t«It» is.\n", "line 1: 0 labels, but 1 stretches" },
    { "excuse\tdo-over\task\t«It is.\n", "line 1: one of" },
    { "excuse\tdo-over\task\tIt» is.\n", "line 1: one of" },
    { "excuse\tdo-over\task\t««It» is.\n", "line 1: one of" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) examples = mull_examples_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (add (mull_examples_add_sentences, bad[i].text, examples, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i].reason));
    }
}

static void
test_no_file (void)
{
  g_autoptr (GPtrArray) examples = mull_examples_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_examples_add_sentences (examples, "/nonexistent", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (mull_examples_add_scripts (examples, "/nonexistent", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example/sentences", test_sentences);
  g_test_add_func ("/example/whole", test_whole);
  g_test_add_func ("/example/scripts", test_scripts);
  g_test_add_func ("/example/refuses", test_refuses);
  g_test_add_func ("/example/no-file", test_no_file);
  return g_test_run ();
}
