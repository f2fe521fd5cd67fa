/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every statement of every command fails, one after the other. */
#define G_LOG_DOMAIN "test-cli-faults"

#include "config.h"

#include "cli-fixture.h"
#include "fault-statements.h"
#include "store-fixture.h"

typedef struct
{
  guint n_points;
  guint n_silent; /* it was done all the same */
} Tally;

static void
assert_content (CliFixture *fixture, const char *before)
{
  g_autofree char *after = fixture_digest (mull_workspace_get_database (fixture->script.workspace));

  if (!g_str_equal (before, after))
    g_error ("Something was changed although this failed: %s", fault_statements_describe ());
}

/* It fails and says so, and what is there is as it was. A few do without what they could not get,
 * or say that it is done and cannot be shown: what they did is one step, which can be taken back.
 */
static gboolean
fail_once (CliFixture *fixture, const char *line, const char *before, Tally *tally)
{
  int status;

  fault_statements_arm ();
  status = cli_run (fixture, line);
  fault_statements_disarm ();
  if (!fault_statements_has_failed ())
    {
      g_assert_cmpstr (fixture->err->str, ==, "");
      g_assert_cmpint (status, ==, MULL_CLI_DONE);
      return FALSE;
    }
  tally->n_points++;
  if (status == MULL_CLI_DONE)
    {
      g_autofree char *after =
          fixture_digest (mull_workspace_get_database (fixture->script.workspace));

      tally->n_silent += fixture->err->len == 0;
      /* Whoever is erased stays away. */
      if (!g_str_equal (before, after) && !mull_workspace_undo (fixture->script.workspace, NULL))
        return FALSE;
    }
  else
    cli_check_refusal (fixture, MULL_CLI_REFUSED, "");
  assert_content (fixture, before);
  return TRUE;
}

static Tally
fail_everywhere (CliFixture *fixture, const char *line)
{
  g_autofree char *before =
      fixture_digest (mull_workspace_get_database (fixture->script.workspace));
  Tally tally = { 0 };

  fault_statements_forget (1);
  while (fail_once (fixture, line, before, &tally))
    ;
  g_test_message ("%s: %u points, %u silent", line, tally.n_points, tally.n_silent);
  return tally;
}

static void
run (CliFixture *fixture, const char *const *lines, guint n_lines)
{
  guint n_points = 0, n_silent = 0;

  fixture_expect_trouble ();
  for (guint i = 0; i < n_lines; i++)
    {
      Tally tally = fail_everywhere (fixture, lines[i]);

      n_points += tally.n_points;
      n_silent += tally.n_silent;
    }
  fixture_check_derived (fixture->script.workspace);
  g_test_message ("%u points, %u without effect, 0 lost", n_points, n_silent);
  g_assert_cmpuint (n_points, >, n_lines);
  g_assert_cmpuint (n_silent * 5, <, n_points);
}

static void
test_deals (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "board",
    "list deals --why",
    "list people",
    "list companies",
    "show 1",
    "state 1",
    "today",
    "since 2024-01-01",
    "record ann",
    "record hartwell",
    "figures",
    "measures",
    "drift",
    "drill --seed 1",
    "drill boiler --kind access who signs",
    "search ann",
    "add deal Pump --value 800 --currency EUR --company Omega --person Zoe",
    "contact add company 'Omega GmbH' --notes Two",
    "contact add person 'Zoe Abel' --company Omega --phone '+49 30 1'",
    "move 1 Discover --reason 'The audit makes it urgent'",
    "log 1 --kind call --reached --person ann --words 'Not before May' 'asked for a date'",
    "log 1 --kind mail --in",
    "review-call boiler --missing 'the floor plan' --no-next",
    "plan 1 --kind call --due thu Ask about the night shift",
    "hole 1 --kind information --words 'The figures' --why 'We never asked'",
    "call-plan 1 --outcome 'A day' --gets 'No standstill' --must 'Who'",
    "call-plan 1",
    "qualify 1 1 yes --evidence 'Like Kiln'",
    "qualify 1",
    "roadblock add 1 --words 'Not this year' --person ann",
    "roadblock answer 1 --question 'Whose reason is it?' --words 'The insurer'",
    "roadblock 1",
    "quiet 1 --until 2024-08-01 --words 'August, I said'",
    "quiet 1",
    "quiet 1 --outcome lifted",
    "close 2 won",
    "reopen 2",
    "close 2 stopped --reason 'No word' --look-again 2024-09-02 --if 'new budget'",
  };

  run (fixture, lines, G_N_ELEMENTS (lines));
}

static void
test_promises (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "promise 1 --ours --due fri --words 'Send the plan'",
    "promise 1 --theirs --due 2024-05-10 --made 2024-05-10 --words 'The gas contract'",
    "promise 1 --ours --due today --words Valves",
    "promises 1 --why",
    "keep 1",
    "unsettle 1",
    "risk 1",
    "broken 2",
    "renegotiate 3 --due 2024-05-24",
    "own 1 --cannot 'all forty' --way 'twenty now' --by fri",
    "called 1 work-around --words Thanks --lesson 'Ask first'",
    "release 4",
    "proof 1 --begins 2024-06-12 --person ann",
    "due 1",
    "ask 1 --words 'Is it off?' --anyway 'The offer ends'",
    "answer 1 new-promise --promise 'The offer' --due 2024-05-24 --words 'On Friday'",
    "decide 1 continue --reason 'They answer'",
    "stop 1 --hours 2",
    "script own-it 1",
    "script do-over 1",
    "beats keep do-over own-it '{person}, my slip.' --name Short",
    "beats change 1 'Mine, {person}.'",
    "beats",
    "review --script 1",
    "brief 1 -o brief.pdf",
    "attachments 1",
    "script get-to-no 1",
    "roadblock add 1 --words 'Not this year' --person ann",
    "script roadblock 1",
    "trash find Hay",
  };

  run (fixture, lines, G_N_ELEMENTS (lines));
}

static void
test_keeping (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "contact add person 'Zoe Abel' --company Zeta --phone '+49 30 1'",
    "contact add person 'Zoe Kern' --company Zeta --phone '+49 30 1'",
    "contact add company 'Zeta Ltd'",
    "duplicates",
    "duplicates --companies",
    "merge person 'zoe abel' 'Zoe K' --keep name=a",
    "merge company Zeta 'Zeta L'",
    "add deal Pump",
    "history",
    "undo",
    "redo",
    "trash put Pump",
    "trash put --contact Zoe",
    "trash",
    "trash find Zoe",
    "trash empty",
    "export all.xml",
    "export steps.ics",
    "export people.vcf",
    "export p.csv --people",
    "export c.csv --companies",
    "export d.csv",
    "attach 1 p.csv",
    "attachments 1",
    "attachment save 1 saved.csv",
    "import p.csv --dry-run",
    "import all.xml --dry-run",
    "erase person Ben",
    "erase person Ben --yes",
    "check",
    "check --digest",
    "backup",
    "backups",
  };
  static const char *const restore = "restore kept.db";

  run (fixture, lines, G_N_ELEMENTS (lines));
  /* Where nobody thins out those that are made before each try to restore it. */
  cli_done (fixture, "backup kept.db");
  run (fixture, &restore, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, func, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/faults/deals", test_deals);
  ADD ("/cli/faults/promises", test_promises);
  ADD ("/cli/faults/keeping", test_keeping);
  return g_test_run ();
}
