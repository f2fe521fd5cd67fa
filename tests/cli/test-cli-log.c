/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-log"

#include "config.h"

#include "cli-fixture.h"

#include "mull-entry-store.h"
#include "mull-timeline.h"

#include <string.h>

static MullTimelineItem *
newest (CliFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = mull_timeline_load_page (
      fixture->script.workspace, fixture->script.deal_id, NULL, NULL, 1, &error);

  g_assert_no_error (error);
  return mull_timeline_item_ref (items->pdata[0]);
}

/* What the options leave open follows from the kind. */
static void
test_kinds (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    MullEntryKind kind;
    MullDirection direction;
    gboolean reached;
  } cases[] = {
    { "log 1 --kind call", MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE },
    { "log 1 --kind call --reached", MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, TRUE },
    { "log 1 --kind call --out --reached", MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE },
    { "log 1 --kind call --not-reached", MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE },
    { "log 1 --kind call --in", MULL_ENTRY_CALL, MULL_DIRECTION_IN, TRUE },
    { "log 1 --kind meeting", MULL_ENTRY_MEETING, MULL_DIRECTION_BOTH, TRUE },
    { "log 1 --kind meeting --not-reached", MULL_ENTRY_MEETING, MULL_DIRECTION_OUT, FALSE },
    { "log 1 --kind mail", MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, FALSE },
    { "log 1 --kind mail --in", MULL_ENTRY_MAIL, MULL_DIRECTION_IN, TRUE },
    { "log 1 --kind letter --both", MULL_ENTRY_LETTER, MULL_DIRECTION_BOTH, TRUE },
    { "log 1 --kind message --out", MULL_ENTRY_MESSAGE, MULL_DIRECTION_OUT, FALSE },
    { "log 1 --kind note", MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullTimelineItem) item = NULL;

      cli_done (fixture, cases[i].line);
      item = newest (fixture);
      g_assert_cmpint (item->entry->kind, ==, cases[i].kind);
      g_assert_cmpint (item->entry->direction, ==, cases[i].direction);
      g_assert_cmpint (item->entry->reached, ==, cases[i].reached);
    }
}

static void
test_whole (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (MullTimelineItem) item = NULL;
  g_autofree char *at = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_assert_cmpstr (cli_done (fixture, "log boiler --kind call --reached --at '2024-05-15 09:45' "
                                      "--person ben --minutes 12 --words 'Not now: %s' --private "
                                      "went  well"),
                   ==, "Logged on “Boiler service”: Talked on the telephone.\n");
  item = newest (fixture);
  time = g_date_time_new_from_unix_utc (item->entry->happened_at / G_USEC_PER_SEC);
  at = g_date_time_format (time, "%F %T");
  g_assert_cmpstr (at, ==, "2024-05-15 09:45:00");
  g_assert_cmpint (item->entry->person_id, ==, fixture->script.ben_id);
  g_assert_cmpint (item->entry->effort_min, ==, 12);
  g_assert_true (item->entry->private);
  g_assert_cmpstr (item->entry->text, ==, "went well");
  g_assert_cmpstr (item->words, ==, "Not now: %s");
}

/* What was planned stays planned until somebody was there. */
static void
test_settled (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "plan 1 --kind call --due today 'Ring Ann'");
  g_assert_null (strstr (cli_done (fixture, "log 1 --kind call 'Rang, no answer'"), "Ticked off"));
  cli_assert_has (cli_done (fixture, "show 1"), "Ring Ann");
  cli_assert_has (cli_done (fixture, "log 1 --kind call --reached"),
                  "Ticked off: Call, “Ring Ann”.");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "log", MULL_CLI_USAGE, "missing" },
    { "log 1", MULL_CLI_USAGE, "--kind" },
    { "log 9 --kind call", MULL_CLI_REFUSED, "“9”" },
    { "log 1 --kind stage", MULL_CLI_REFUSED, "“stage”" },
    { "log 1 --kind telex", MULL_CLI_REFUSED, "call, meeting, mail, message, letter, note" },
    { "log 1 --kind call --in --out", MULL_CLI_USAGE, "one of" },
    { "log 1 --kind call --reached --not-reached", MULL_CLI_USAGE, "one of" },
    { "log 1 --kind call --in --not-reached", MULL_CLI_USAGE, "not reached" },
    { "log 1 --kind call --at 2023-02-29", MULL_CLI_REFUSED, "2023-02-29" },
    { "log 1 --kind call --at '2024-05-14 25:00'", MULL_CLI_REFUSED, "25:00" },
    { "log 1 --kind call --at 2024-05-16", MULL_CLI_REFUSED, "still to come" },
    { "log 1 --kind call --at '2024-05-15 10:01'", MULL_CLI_REFUSED, "still to come" },
    { "log 1 --kind call --minutes 1441", MULL_CLI_REFUSED, "1440" },
    { "log 1 --kind call --minutes=-1", MULL_CLI_REFUSED, "1440" },
    { "log 1 --kind call --minutes 1.5", MULL_CLI_REFUSED, "“1.5”" },
    { "log 1 --kind call --person Zoe", MULL_CLI_REFUSED, "“Ann Ruiz”" },
    { "log 1 --kind call --person ''", MULL_CLI_REFUSED, "“Ann Ruiz”" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-log/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kinds", cli_fixture_set_up, test_kinds);
  ADD ("whole", cli_fixture_set_up, test_whole);
  ADD ("settled", cli_fixture_set_up, test_settled);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
