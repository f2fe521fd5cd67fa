/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-help-request"

#include "config.h"

#include "mull-help-request.h"
#include "mull-layout-check.h"
#include "mull-roadblock-ops.h"
#include "ops-fixture.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static MullRoadblockCase *
make (OpsFixture *fixture, gboolean known, guint n_rungs, guint n_helps)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  roadblock->deal_id = fixture->deal_id;
  roadblock->symptom_by_id = fixture->person_id;
  mull_set_text (&roadblock->symptom, "It is <b>not</b> happening & that is that.");
  if (known)
    {
      mull_set_text (&roadblock->underlying, "Nobody can prove that it is safe");
      roadblock->truth = MULL_TRUTH_CONFIRMED;
      roadblock->cause = MULL_CAUSE_RISK;
      mull_set_text (&roadblock->takes, "A certificate");
      mull_set_text (&roadblock->takes_who, "Naveed");
      mull_set_text (&roadblock->we_give, "A day");
      mull_set_text (&roadblock->costs_not, "Three years without them");
      roadblock->takes_by_on = mull_workspace_get_today (fixture->workspace) + 3;
    }
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  for (guint i = 0; i < n_rungs; i++)
    {
      g_autoptr (MullRoadblockAnswer) rung = mull_roadblock_answer_new ();

      rung->roadblock_id = id;
      rung->person_id = fixture->person_id;
      mull_take_text (&rung->question, g_strdup_printf ("Question %u?", i + 1));
      mull_take_text (&rung->answer, g_strdup_printf ("Answer %u", i + 1));
      mull_roadblock_ops_answer (fixture->workspace, rung, NULL, &error);
    }
  for (guint i = 0; i < n_helps; i++)
    {
      g_autoptr (MullRoadblockHelp) help = mull_roadblock_help_new ();

      help->roadblock_id = id;
      mull_take_text (&help->helper, g_strdup_printf ("Helper %u", i + 1));
      mull_set_text (&help->asked, "Can we show it?");
      mull_set_text (&help->answer, i == 0 ? "Yes" : "");
      mull_roadblock_ops_help (fixture->workspace, help, NULL, &error);
    }
  g_assert_no_error (error);
  return mull_roadblock_case_load (fixture->workspace, id, &error);
}

static void
test_says_all (OpsFixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "Boiler service\n",
    "Hartwell Mills · €12,400\n",
    "Situation\n",
    "“It is <b>not</b> happening & that is that.”\n",
    "Ann Ruiz",
    "Question 1?\n",
    "Answer 2\n",
    "Nobody can prove that it is safe\n",
    "Risk",
    "A certificate\n",
    "Who can: Naveed\n",
    "What we give: A day\n",
    "Three years without them\n",
    "Helper 1",
    "Can we show it? → Yes",
    "Your answer\n",
  };
  g_autoptr (MullRoadblockCase) asked = make (fixture, TRUE, 2, 2);
  g_autoptr (MullLayout) layout = mull_help_request_new (
      asked, mull_workspace_get_today (fixture->workspace), MULL_PAPER_A4, FALSE);
  g_autofree char *text = mull_layout_dup_text (layout, 0);
  g_autofree char *title = mull_help_request_dup_title (asked);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i]);
  g_assert_cmpstr (title, ==, "Help wanted: Boiler service");
}

/* What nobody knows is asked, with a line to write on. */
static void
test_asks_what_is_not_known (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRoadblockCase) asked = make (fixture, FALSE, 0, 0);
  g_autoptr (MullRoadblockCase) known = make (fixture, TRUE, 0, 0);
  MullDay today = mull_workspace_get_today (fixture->workspace);
  g_autoptr (MullLayout) empty = mull_help_request_new (asked, today, MULL_PAPER_A4, FALSE);
  g_autofree char *text = mull_layout_dup_text (empty, 0);

  assert_has (text, "Not known yet. Perhaps you know more.\n");
  g_assert_null (strstr (text, "Asked so far"));
  g_assert_cmpuint (mull_layout_count_items (empty, 0, MULL_LAYOUT_ITEM_RULE), >, 8);
}

/* One page on any paper, however much is known. */
static void
test_always_one_page (OpsFixture *fixture, gconstpointer data)
{
  MullDay today = mull_workspace_get_today (fixture->workspace);

  for (guint n = 0; n <= 40; n += 10)
    for (guint bits = 0; bits < 4; bits++)
      {
        g_autoptr (MullRoadblockCase) asked = make (fixture, n % 20 != 0, n, n / 4);
        g_autoptr (MullLayout) layout = mull_help_request_new (
            asked, today, bits & 1 ? MULL_PAPER_LETTER : MULL_PAPER_A4, (bits & 2) != 0);

        g_assert_cmpuint (mull_layout_get_n_pages (layout), ==, 1);
        mull_layout_check (layout);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/help-request/says-all", test_says_all);
  OPS_ADD ("/help-request/asks-what-is-not-known", test_asks_what_is_not_known);
  OPS_ADD ("/help-request/always-one-page", test_always_one_page);
  return g_test_run ();
}
