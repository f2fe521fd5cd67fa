/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-cue-table.h"

#include "mull-cue.h"
#include "mull-error.h"

#include <string.h>

static MullCueTable *
table_of (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mull_cue_table_new (bytes, error);
}

static void
add_cue (GArray *cues, const char *name)
{
  MullCue cue = { .name = (char *) name };

  g_array_append_val (cues, cue);
}

static void
assert_weight (const GArray *cues, guint number, MullRemarkCategory category, int expected)
{
  g_assert_cmpint (g_array_index (cues, MullCue, number).weights[category], ==, expected);
}

/* Every line is found, whether it is the first, the last or between; what is not known, or only the
 * begin of what is, says nothing. */
static void
test_weigh (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullCueTable) table = table_of ("\texcuse\tblame\n"
                                             "\t-300\t-400\n"
                                             "$ffic\t7\t0\n"
                                             "due\t1\t2\n"
                                             "due to\t250\t-5\n"
                                             "due today\t-9\t0\n"
                                             "für\t3\t4\n"
                                             "snow\t0\t12\n",
                                             &error);
  g_autoptr (GArray) cues = g_array_new (FALSE, TRUE, sizeof (MullCue));
  static const char *const names[] = { "",     "$ffic", "due", "due to", "due today",
                                       "für",  "snow",  "!",   "du",     "due t",
                                       "dues", "snows", "fü",  "zebra",  "sno" };
  static const int expected[] = { -300, 7, 1, 250, -9, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_cue (cues, names[i]);
  mull_cue_table_weigh (table, cues);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_weight (cues, i, MULL_REMARK_EXCUSE, expected[i]);
  assert_weight (cues, 0, MULL_REMARK_BLAME, -400);
  assert_weight (cues, 6, MULL_REMARK_BLAME, 12);
  assert_weight (cues, 6, MULL_REMARK_PITCH, 0);
}

static void
test_empty (void)
{
  g_autoptr (MullCueTable) table = table_of ("\texcuse\n", NULL);
  g_autoptr (GArray) cues = g_array_new (FALSE, TRUE, sizeof (MullCue));

  g_assert_nonnull (table);
  add_cue (cues, "");
  mull_cue_table_weigh (table, cues);
  assert_weight (cues, 0, MULL_REMARK_EXCUSE, 0);
}

/* Lines that lack something say what they have, and nothing beyond them is read. */
static void
test_broken (void)
{
  static const char text[] = "\texcuse\tblame\nless\t7\nnone\nsnow\t\t5\nsnows\t-\t\n";
  /* Without a sign after it. */
  gsize size = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, size), size);
  g_autoptr (MullCueTable) table = mull_cue_table_new (bytes, NULL);
  g_autoptr (GArray) cues = g_array_new (FALSE, TRUE, sizeof (MullCue));
  static const char *const names[] = { "less", "none", "snow", "snows", "snowy", "a" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_cue (cues, names[i]);
  mull_cue_table_weigh (table, cues);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_weight (cues, i, MULL_REMARK_EXCUSE, i == 0 ? 7 : 0);
      assert_weight (cues, i, MULL_REMARK_BLAME, 0);
    }
}

static void
test_refuses (void)
{
  static const char *const bad[] = {
    "", "excuse\n", "\trubbish\n", "name\texcuse\n", "\n", "\texcuse", "\texcuse\nsnow\t1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullCueTable) table = table_of (bad[i], &error);

      g_assert_null (table);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-table/weigh", test_weigh);
  g_test_add_func ("/cue-table/empty", test_empty);
  g_test_add_func ("/cue-table/broken", test_broken);
  g_test_add_func ("/cue-table/refuses", test_refuses);
  return g_test_run ();
}
