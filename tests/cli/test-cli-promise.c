/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-promise"

#include "config.h"

#include "cli-fixture.h"

/* Wednesday, 15 May 2024. */
static void
test_every_state (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "promise 1 --ours --due fri --words Valves");
  cli_done (fixture, "promise 1 --theirs --due fri --words List");
  g_assert_cmpstr (cli_done (fixture, "risk 1"), ==, "“Valves”: At risk.\n");
  g_assert_cmpstr (cli_done (fixture, "unsettle 1"), ==, "“Valves”: Open.\n");
  g_assert_cmpstr (cli_done (fixture, "keep 1"), ==, "“Valves”: Kept.\n");
  g_assert_cmpstr (cli_done (fixture, "unsettle 1"), ==, "“Valves”: Open.\n");
  g_assert_cmpstr (cli_done (fixture, "release 1"), ==, "“Valves”: Released.\n");
  g_assert_cmpstr (cli_done (fixture, "renegotiate 2 --due 2024-05-24"), ==,
                   "“List”: Renegotiated.\n");
  cli_assert_has (cli_done (fixture, "promises 1 --csv"),
                  "2,They said,List,2024-05-17,sure,renegotiated\n");
  cli_assert_has (cli_done (fixture, "promises 1 --why"), "Agreed instead: List, by 24 May 2024.");
  cli_assert_fits (fixture->out->str);
  script_fixture_advance (&fixture->script, 20 * G_TIME_SPAN_DAY);
  g_assert_cmpstr (cli_done (fixture, "broken 3"), ==, "“List”: Broken.\n");
  cli_assert_has (cli_done (fixture, "promises 1"), "0 of 1 kept");
}

static void
test_proof_of_concept (CliFixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (cli_done (fixture, "proof 1 --begins 2024-06-12 --person ann"), ==,
                   "Proof of concept on “Boiler service”: 8 promises.\n");
  cli_assert_has (cli_done (fixture, "promises 1"), "2024-06-11");
  cli_assert_fits (fixture->out->str);
  cli_done (fixture, "undo");
  g_assert_cmpstr (cli_done (fixture, "promises 1"), ==, "Nobody has promised anything yet.\n");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "promises", MULL_CLI_USAGE, "missing" },
    { "promises 9", MULL_CLI_REFUSED, "“9”" },
    { "keep 9", MULL_CLI_REFUSED, "“9”" },
    { "keep x", MULL_CLI_REFUSED, "“x”" },
    { "keep 1 --proof 999", MULL_CLI_REFUSED, "" },
    { "broken 1", MULL_CLI_REFUSED, "not broken yet" },
    { "owned 2", MULL_CLI_REFUSED, "theirs as broken" },
    { "renegotiate 1", MULL_CLI_USAGE, "--due" },
    { "renegotiate 1 --due yesterday", MULL_CLI_REFUSED, "before it was made" },
    { "renegotiate 1 --due fri --firmness hope", MULL_CLI_REFUSED, "I will find out by" },
    { "renegotiate 1 --due fri --firmness iron", MULL_CLI_REFUSED, "sure, think, hope" },
    { "proof 1", MULL_CLI_USAGE, "--begins" },
    { "proof 1 --begins today", MULL_CLI_REFUSED, "after today" },
    { "proof 1 --begins fri --person Zoe", MULL_CLI_REFUSED, "“Zoe”" },
    { "reading 2 unsure", MULL_CLI_REFUSED, "still have time" },
    { "reading 1 unsure", MULL_CLI_REFUSED, "promise of ours" },
    { "reading 2 maybe", MULL_CLI_REFUSED, "challenge, unsure" },
    { "own 2 --cannot x", MULL_CLI_REFUSED, "promise of theirs" },
    { "own 1 --by fri", MULL_CLI_USAGE, "--way" },
    { "called 1 work-around --due fri", MULL_CLI_REFUSED, "mulligan own" },
    { "ask 1", MULL_CLI_USAGE, "--words" },
    { "ask 1 --words ' '", MULL_CLI_REFUSED, "words" },
    { "ask 1 --words x --answer-by yesterday", MULL_CLI_REFUSED, "not before" },
    { "ask 1 --words x --promise 2", MULL_CLI_REFUSED, "still have time" },
    { "answer 1 no", MULL_CLI_REFUSED, "mulligan ask" },
    { "decide 1 continue", MULL_CLI_USAGE, "--reason" },
    { "decide 1 quiet --reason x", MULL_CLI_USAGE, "--until" },
    { "decide 1 quiet --reason x --until +30d", MULL_CLI_USAGE, "--words" },
    { "decide 1 quiet --reason x --until +30d --words ''", MULL_CLI_REFUSED, "in their words" },
    { "decide 1 quiet --reason x --until never --words x", MULL_CLI_REFUSED, "never" },
    { "stop 1", MULL_CLI_USAGE, "--none" },
    { "stop 1 --hours 0", MULL_CLI_REFUSED, "more than nothing" },
    { "close 1 went-dark", MULL_CLI_REFUSED, "hard question" },
    { "close 1 walked-away --heard-no maybe", MULL_CLI_REFUSED, "--heard-no" },
    { "log 1 --kind note --spent soon x", MULL_CLI_REFUSED, "soon" },
  };

  cli_done (fixture, "promise 1 --ours --due fri --words Valves");
  cli_done (fixture, "promise 1 --theirs --due fri --words List");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

static void
test_missed_to_gone_dark (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "promise 1 --theirs --due fri --words List");
  cli_done (fixture, "log 1 --kind note --spent '2h €40' preparing");
  /* Wednesday, 22 May: three working days after the day. */
  script_fixture_advance (&fixture->script, 7 * G_TIME_SPAN_DAY);
  cli_assert_has (cli_done (fixture, "due 1"), "Two readings");
  cli_assert_fits (fixture->out->str);
  cli_assert_has (cli_done (fixture, "reading 1 unsure"), "hard question");
  g_assert_cmpstr (cli_done (fixture, "ask 1 --words 'Still on?' --not-reached"), ==,
                   "Asked on “Boiler service”. They have time to answer until 29 May 2024.\n");
  script_fixture_advance (&fixture->script, 8 * G_TIME_SPAN_DAY);
  cli_assert_has (cli_done (fixture, "due 1"), "That day has passed");
  g_assert_cmpstr (cli_done (fixture, "answer 1 silence"), ==, "“Still on?” – Silence.\n");
  cli_assert_has (cli_done (fixture, "due 1"), "To decide");
  g_assert_cmpstr (cli_done (fixture, "decide 1 walk-away --reason 'No word'"), ==,
                   "Decided on “Boiler service”: Walk away.\n");
  g_assert_cmpstr (cli_done (fixture, "due 1"), ==, "Nothing is to be asked or decided.\n");
  cli_assert_has (cli_done (fixture, "close 1 went-dark --look-again 2024-09-02 --if 'new budget'"),
                  "closed: Gone dark");
  cli_assert_has (cli_done (fixture, "measures"), "0 of 1 (0 %)");
  cli_assert_has (fixture->out->str, "2:00 h");
  cli_assert_fits (fixture->out->str);
}

static void
test_owned_with_a_way_out (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "promise 1 --ours --due fri --words Valves");
  cli_assert_has (cli_done (fixture, "own 1 --cannot 'all forty' --way 'twenty now' --by fri"),
                  "twenty now, by 17 May 2024");
  cli_assert_has (fixture->out->str, "Call by         15 May 2024");
  cli_assert_fits (fixture->out->str);
  g_assert_cmpstr (cli_done (fixture, "called 1 not-reached"), ==, "“Valves”: Not reached.\n");
  g_assert_cmpstr (cli_done (fixture, "called 1 work-around --words Thanks --lesson 'Ask first'"),
                   ==, "“Valves”: A way out is agreed.\n");
  cli_assert_has (cli_done (fixture, "promises 1"), "Owned");
  cli_assert_has (fixture->out->str, "twenty now");
}

static void
test_limit (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "stop 1 --hours 2");
  g_assert_cmpstr (cli_done (fixture, "due 1"), ==, "Nothing is to be asked or decided.\n");
  cli_done (fixture, "log 1 --kind note --spent 2h work");
  cli_assert_has (cli_done (fixture, "due 1"), "2:00 h");
  cli_done (fixture, "decide 1 continue --reason 'They answer'");
  g_assert_cmpstr (cli_done (fixture, "due 1"), ==, "Nothing is to be asked or decided.\n");
  g_assert_cmpstr (cli_done (fixture, "stop 1 --none"), ==,
                   "“Boiler service” has no limit of effort.\n");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/cli-promise/" name, CliFixture, NULL, cli_fixture_set_up, function,                \
              cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-state", test_every_state);
  ADD ("proof-of-concept", test_proof_of_concept);
  ADD ("refused", test_refused);
  ADD ("missed-to-gone-dark", test_missed_to_gone_dark);
  ADD ("owned-with-a-way-out", test_owned_with_a_way_out);
  ADD ("limit", test_limit);
  return g_test_run ();
}
