/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-cue-learner.h"

#include "mull-example.h"
#include "mull-remark.h"

#include <stdlib.h>

#define BIT(name) MULL_REMARK_BIT (MULL_REMARK_##name)

/* The cues are parted by spaces, and there is one that each example has. */
static void
add_example (GPtrArray *examples, const char *cues, guint labels, guint unknown)
{
  MullExample *example = g_new0 (MullExample, 1);
  g_autofree char *all = g_strconcat (" ", cues, NULL);

  example->cues = g_strsplit (all, " ", -1);
  example->labels = labels;
  example->unknown = unknown;
  g_ptr_array_add (examples, example);
}

/* Traffic is an excuse, coffee is not, and now and then is in both. */
static GPtrArray *
some_examples (void)
{
  GPtrArray *examples = mull_examples_new ();

  for (guint i = 0; i < 20; i++)
    {
      add_example (examples, i % 2 == 0 ? "traffic now" : "traffic late", BIT (EXCUSE), 0);
      add_example (examples, i % 2 == 0 ? "coffee now" : "coffee late", 0, 0);
    }
  add_example (examples, "once", BIT (EXCUSE), 0);
  return examples;
}

/* The weight in a column of the line that begins with a name; 0 if there is no such line. */
static int
weight_of (const char *table, const char *name, guint column)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (fields[0] == NULL || !g_str_equal (fields[0], name))
        continue;
      g_assert_cmpuint (g_strv_length (fields), >, column);
      return atoi (fields[column]);
    }
  return 0;
}

static void
test_learns (void)
{
  g_autoptr (GPtrArray) examples = some_examples ();
  g_autofree char *table = mull_learn_cues (examples, BIT (EXCUSE));
  g_autofree char *again = mull_learn_cues (examples, BIT (EXCUSE));

  g_assert_true (g_str_has_prefix (table, "\texcuse\n\t"));
  g_assert_cmpint (weight_of (table, "traffic", 1), >, 100);
  g_assert_cmpint (weight_of (table, "coffee", 1), <, -100);
  g_assert_cmpint (abs (weight_of (table, "now", 1)), <, 20);
  /* What is in one example alone says nothing. */
  g_assert_cmpint (weight_of (table, "once", 1), ==, 0);
  g_assert_cmpstr (table, ==, again);
}

/* The lines stand in the order of the bytes of the names. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) examples = some_examples ();
  g_autofree char *table = mull_learn_cues (examples, BIT (EXCUSE));
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpuint (n_lines, >, 4);
  for (guint i = 2; i + 1 < n_lines; i++)
    g_assert_cmpstr (lines[i - 1], <, lines[i]);
}

/* With equal odds nothing speaks for or against what is not known. */
static void
test_start (void)
{
  g_autoptr (GPtrArray) examples = mull_examples_new ();
  g_autofree char *table = NULL;

  for (guint i = 0; i < 40; i++)
    add_example (examples, i % 10 == 0 ? "traffic" : "coffee", i % 10 == 0 ? BIT (EXCUSE) : 0, 0);
  table = mull_learn_cues (examples, BIT (EXCUSE) | BIT (BLAME));
  g_assert_true (g_str_has_prefix (table, "\texcuse\tblame\n"));
  g_assert_cmpint (weight_of (table, "", 1), <, 0);
  /* Nobody is ever blamed, whatever is said. */
  g_assert_cmpint (weight_of (table, "", 2), <, -100);
  g_assert_cmpint (weight_of (table, "traffic", 2), <=, 0);
}

/* What an example says nothing about is not learned from it. */
static void
test_unknown (void)
{
  g_autoptr (GPtrArray) examples = some_examples ();
  g_autofree char *before = mull_learn_cues (examples, BIT (EXCUSE));
  g_autofree char *after = NULL;

  for (guint i = 0; i < 20; i++)
    add_example (examples, "traffic", 0, BIT (EXCUSE));
  after = mull_learn_cues (examples, BIT (EXCUSE));
  g_assert_cmpint (abs (weight_of (before, "traffic", 1) - weight_of (after, "traffic", 1)), <, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-learner/learns", test_learns);
  g_test_add_func ("/cue-learner/order", test_order);
  g_test_add_func ("/cue-learner/start", test_start);
  g_test_add_func ("/cue-learner/unknown", test_unknown);
  return g_test_run ();
}
