/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-lookup"

#include "config.h"

#include "cli-fixture.h"

#include "mull-deal-ops.h"

static void
add (CliFixture *fixture, const char *title)
{
  const char *const words[] = { "add", "deal", "--", title, NULL };

  g_assert_cmpint (cli_run_words (fixture, words), ==, MULL_CLI_DONE);
}

static void
test_found (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "1", "Boiler service" },
    { "boiler s", "Boiler service" },
    /* A whole title, although others begin with it. */
    { "BOILER", "Boiler" },
    { "süd", "Süd: pumps" },
    { "sud", "Süd: pumps" },
    /* No deal has that id. */
    { "2024", "2024 budget" },
    { "!!", "!!?" },
    { "-x", "-x marks" },
  };

  add (fixture, "Boiler");
  add (fixture, "Süd: pumps");
  add (fixture, "2024 budget");
  add (fixture, "!!?");
  add (fixture, "-x marks");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const words[] = { "show", "--", cases[i].text, NULL };

      g_assert_cmpint (cli_run_words (fixture, words), ==, MULL_CLI_DONE);
      g_assert_true (g_str_has_prefix (fixture->out->str, cases[i].title));
    }
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "state Boiler", MULL_CLI_REFUSED, "any of 3 deals: “Boiler service” (1)" },
    { "state 'boiler b'", MULL_CLI_REFUSED, "any of 2 deals" },
    { "state service", MULL_CLI_REFUSED, "no deal “service”" },
    { "state ''", MULL_CLI_REFUSED, "no deal" },
    { "state ' '", MULL_CLI_REFUSED, "no deal" },
    { "state -- -1", MULL_CLI_REFUSED, "“-1”" },
    { "state 99999999999999999999", MULL_CLI_REFUSED, "“99999999999999999999”" },
    { "state \"' OR 1=1 --\"", MULL_CLI_REFUSED, "OR 1=1" },
    { "board Nowhere", MULL_CLI_REFUSED, "“Sales”" },
  };

  add (fixture, "Boiler big");
  add (fixture, "Boiler box");
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

/* Many candidates make a sentence, not a page. */
static void
test_many (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusal = { "state same", MULL_CLI_REFUSED, "any of 20 deals" };

  for (int i = 0; i < 20; i++)
    add (fixture, "Same");
  cli_refused (fixture, &refusal, 1);
  cli_assert_has (fixture->err->str, ", …");
  g_assert_cmpuint (fixture->err->len, <, 300);
}

static void
test_trash (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "state 1", MULL_CLI_REFUSED, "in the trash" },
    { "state boiler", MULL_CLI_REFUSED, "no deal" },
  };
  g_autoptr (GError) error = NULL;

  mull_deal_ops_trash (fixture->script.workspace, 1, &error);
  g_assert_no_error (error);
  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-lookup/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("found", cli_fixture_set_up, test_found);
  ADD ("refused", cli_fixture_set_up, test_refused);
  ADD ("many", cli_fixture_set_up, test_many);
  ADD ("trash", cli_fixture_set_up, test_trash);
  return g_test_run ();
}
