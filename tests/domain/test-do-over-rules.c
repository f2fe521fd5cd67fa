/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-do-over-rules.h"

#include "deal-fixture.h"

#include <string.h>

/* A promise on the due days that are given, all to the person with that number. */
static void
set_person (GPtrArray *commitments, gint64 person_id)
{
  for (guint i = 0; i < commitments->len; i++)
    ((MullCommitment *) commitments->pdata[i])->to_person_id = person_id;
}

/* Ours, past its day, neither kept nor owned, to the one who is called. */
static void
test_not_for_a_broken_promise (void)
{
  static const struct
  {
    const char *commitments;
    gint64 to, call;
    int due; /* of the one to be owned first; 0: none */
  } rows[] = {
    { "", 1, 1, 0 },
    /* Its day is not past yet. */
    { "u31", 1, 1, 0 },
    { "u30", 1, 1, 0 },
    { "u29", 1, 1, 29 },
    { "u20", 1, 1, 20 },
    /* Theirs is for the hard question. */
    { "t20", 1, 1, 0 },
    { "u20k", 1, 1, 0 },
    /* The one that is longest overdue. */
    { "u25 u20 u28", 1, 1, 20 },
    /* To somebody else it stands in nobody's way; to nobody in particular, in everybody's. */
    { "u20", 2, 1, 0 },
    { "u20", 0, 1, 20 },
    { "u20", 2, 0, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", rows[i].commitments, "");
      const MullCommitment *found;
      g_autofree char *advice = NULL;

      g_test_message ("row %u", i);
      set_person (fixture->commitments, rows[i].to);
      found = mull_do_over_find_promise (fixture->commitments, rows[i].call,
                                         mull_thresholds_get_default (), D (30));
      advice = mull_do_over_not_for_promise (found);
      if (rows[i].due == 0)
        {
          g_assert_null (found);
          g_assert_null (advice);
          continue;
        }
      g_assert_nonnull (found);
      g_assert_cmpint (found->due_on, ==, D (rows[i].due));
      g_assert_nonnull (strstr (advice, found->words));
    }
}

static void
test_one_thing_per_call (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } rows[] = {
    { "", 0 },
    { " ? ;", 0 },
    { "Who signs", 1 },
    { "Who signs?", 1 },
    { "Who signs, and by when", 1 },
    { "Who signs? By when?", 2 },
    { "Who signs?? ", 1 },
    { "The budget; the date", 2 },
    { "The budget;", 1 },
    { "The budget\nthe date\nthe name", 3 },
    { "ما الميزانية؟ متى؟", 2 },
    { "预算是多少？什么时候？", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MullHole) hole = mull_hole_new ();
      g_autofree char *advice = NULL;

      g_test_message ("%s", rows[i].text);
      mull_set_text (&hole->text, rows[i].text);
      advice = mull_do_over_one_thing (hole);
      g_assert_cmpuint (mull_do_over_count_things (rows[i].text), ==, rows[i].n);
      g_assert_cmpint (advice != NULL, ==, rows[i].n > 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/not-for-a-broken-promise", test_not_for_a_broken_promise);
  g_test_add_func ("/do-over/one-thing-per-call", test_one_thing_per_call);
  return g_test_run ();
}
