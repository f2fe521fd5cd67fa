/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-quiet-rules"

#include "config.h"

#include "mull-quiet-rules.h"

#include "deal-fixture.h"
#include "mull-error.h"
#include "mull-reason.h"

static MullQuiet *
new_quiet (MullDay until_on)
{
  MullQuiet *quiet = mull_quiet_new ();

  quiet->scope = MULL_QUIET_SCOPE_DEAL;
  quiet->deal_id = 1;
  quiet->asked_on = D (10);
  quiet->created_at = NOON (D (10));
  quiet->until_on = until_on;
  quiet->times_told = 1;
  mull_set_text (&quiet->words, "Not before July.");
  if (until_on == MULL_DAY_NONE)
    mull_set_text (&quiet->until_event, "the budget is out");
  return quiet;
}

static void
test_standing (void)
{
  static const struct
  {
    MullDay until_on;
    MullDay today;
    int prepare_days;
    MullQuietStanding standing;
    gboolean in_force;
  } cases[] = {
    { D (30), D (22), 7, MULL_QUIET_SILENT, TRUE },
    { D (30), D (23), 7, MULL_QUIET_PREPARE, TRUE },
    { D (30), D (29), 7, MULL_QUIET_PREPARE, TRUE },
    { D (30), D (30), 7, MULL_QUIET_AWAKE, FALSE },
    { D (30), D (90), 7, MULL_QUIET_AWAKE, FALSE },
    { D (30), D (29), 0, MULL_QUIET_SILENT, TRUE },
    { D (30), D (16), 14, MULL_QUIET_PREPARE, TRUE },
    { MULL_DAY_NONE, D (999), 7, MULL_QUIET_WAITING, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullQuiet) quiet = new_quiet (cases[i].until_on);
      MullThresholds thresholds = *mull_thresholds_get_default ();

      thresholds.prepare_days = cases[i].prepare_days;
      g_assert_cmpint (mull_quiet_get_standing (quiet, &thresholds, cases[i].today), ==,
                       cases[i].standing);
      g_assert_cmpint (mull_quiet_is_in_force (quiet, cases[i].today), ==, cases[i].in_force);
      quiet->state = MULL_QUIET_LIFTED;
      g_assert_cmpint (mull_quiet_get_standing (quiet, &thresholds, cases[i].today), ==,
                       MULL_QUIET_SETTLED);
      g_assert_false (mull_quiet_is_in_force (quiet, cases[i].today));
    }
}

static void
test_second_telling (void)
{
  g_autoptr (MullQuiet) quiet = new_quiet (D (30));

  g_assert_false (mull_quiet_is_told_again (quiet));
  quiet->times_told = 2;
  g_assert_true (mull_quiet_is_told_again (quiet));
}

static void
test_holds_entries (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const gint64 second = G_USEC_PER_SEC;
  const struct
  {
    gint64 at;
    gboolean held;
  } cases[] = {
    { NOON (D (9)), FALSE }, { NOON (D (10)) - second, FALSE }, /* the talk in which they asked */
    { NOON (D (10)), TRUE }, { NOON (D (11)), TRUE },
    { NOON (D (29)), TRUE }, { NOON (D (30)), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullQuiet) quiet = new_quiet (D (30));

      g_assert_cmpint (mull_quiet_holds_entry (quiet, 5, cases[i].at, utc), ==, cases[i].held);
    }
}

static void
test_holds_touches (void)
{
  g_autoptr (MullQuiet) quiet = new_quiet (D (30));
  g_autoptr (MullQuiet) waiting = new_quiet (MULL_DAY_NONE);

  g_assert_true (mull_quiet_holds_touch (quiet, 0, D (29)));
  g_assert_false (mull_quiet_holds_touch (quiet, 0, D (30)));
  g_assert_true (mull_quiet_holds_touch (waiting, 0, D (3000)));
}

static void
test_scope_of_a_person (void)
{
  g_autoptr (MullQuiet) quiet = new_quiet (D (30));

  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->person_id = 7;
  g_assert_true (mull_quiet_holds_touch (quiet, 7, D (20)));
  g_assert_true (mull_quiet_holds_touch (quiet, 0, D (20)));
  g_assert_false (mull_quiet_holds_touch (quiet, 8, D (20)));
  quiet->scope = MULL_QUIET_SCOPE_COMPANY;
  g_assert_true (mull_quiet_holds_touch (quiet, 8, D (20)));
}

static void
test_incoming_is_answered_freely (void)
{
  static const struct
  {
    const char *entries;
    gboolean answers;
  } cases[] = {
    { "", FALSE },
    { "im9", FALSE },       /* before they asked */
    { "im12", TRUE },       /* they wrote, and lift nothing by it */
    { "im12 om13", FALSE }, /* answered */
    { "om11 im12 om13 im14", TRUE },
    { "im12a", FALSE },    /* a machine did */
    { "im12x", FALSE },    /* in the trash */
    { "im12 -n13", TRUE }, /* a note answers nothing */
    { "bc12", FALSE },     /* a talk is answered in itself */
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullQuiet) quiet = new_quiet (D (30));
      DealFixture *fixture = deal_fixture_new (cases[i].entries, "", "", "");

      g_test_message ("%s", cases[i].entries);
      g_assert_cmpint (mull_quiet_is_answering (quiet, fixture->entries, utc), ==,
                       cases[i].answers);
      deal_fixture_free (fixture);
    }
}

static void
test_the_month_is_ending (void)
{
  static const struct
  {
    const char *day;
    int days;
    gboolean ending;
  } cases[] = {
    { "2026-03-24", 5, FALSE }, /* Tuesday; the month ends on a Tuesday */
    { "2026-03-25", 5, TRUE },  { "2026-03-28", 5, TRUE },  { "2026-03-31", 5, TRUE },
    { "2026-04-01", 5, FALSE }, { "2026-10-24", 5, FALSE }, /* Saturday before the last five */
    { "2026-10-25", 5, FALSE }, { "2026-10-26", 5, TRUE },  { "2026-10-31", 5, TRUE },
    { "2026-03-31", 0, FALSE }, { "2026-03-31", 1, TRUE },  { "2026-03-30", 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullThresholds thresholds = *mull_thresholds_get_default ();

      thresholds.month_end_days = cases[i].days;
      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (mull_quiet_month_is_ending (&thresholds, mull_day_from_iso (cases[i].day)),
                       ==, cases[i].ending);
    }
}

static void
test_mirror (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autofree char *quarter = mull_quiet_mirror (thresholds, mull_day_from_iso ("2026-03-31"));
  g_autofree char *month = mull_quiet_mirror (thresholds, mull_day_from_iso ("2026-04-30"));

  g_assert_cmpstr (quarter, ==, "The quarter is about to end. Whose problem does this call solve?");
  g_assert_cmpstr (month, ==, "The month is about to end. Whose problem does this call solve?");
  g_assert_null (mull_quiet_mirror (thresholds, mull_day_from_iso ("2026-04-15")));
}

/* Four of the twelve months end a quarter, too. */
static void
test_quarters (void)
{
  for (int month = 1; month <= 12; month++)
    {
      MullDay last = month < 12 ? mull_day_from_ymd (2026, month + 1, 1) - 1
                                : mull_day_from_ymd (2026, 12, 31);
      g_autofree char *text = mull_quiet_mirror (mull_thresholds_get_default (), last);

      g_test_message ("%d", month);
      g_assert_true (g_str_has_prefix (text, month % 3 == 0 ? "The quarter " : "The month "));
    }
}

static void
assert_refused (MullQuiet *quiet, MullDay today)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_quiet_check (quiet, today, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

static void
test_check (void)
{
  g_autoptr (MullQuiet) quiet = new_quiet (D (30));
  g_autoptr (MullQuiet) waiting = new_quiet (MULL_DAY_NONE);
  g_autoptr (GError) error = NULL;

  mull_quiet_check (quiet, D (10), &error);
  g_assert_no_error (error);
  mull_quiet_check (quiet, D (29), &error);
  g_assert_no_error (error);
  mull_quiet_check (waiting, D (10), &error);
  g_assert_no_error (error);
  assert_refused (quiet, D (30));
  assert_refused (quiet, D (9)); /* asked tomorrow */
  mull_set_text (&waiting->until_event, "");
  assert_refused (waiting, D (10));
  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  assert_refused (quiet, D (10));
  quiet->scope = MULL_QUIET_SCOPE_COMPANY;
  assert_refused (quiet, D (10));
  quiet->scope = MULL_QUIET_SCOPE_DEAL;
  mull_set_text (&quiet->words, "");
  assert_refused (quiet, D (10));
}

static void
test_check_pass (void)
{
  const MullQuietPass fine[] = {
    { MULL_QUIET_REASON_THEY_CONTACTED, NULL },
    { MULL_QUIET_REASON_DUTY, NULL },
    { MULL_QUIET_REASON_ANYWAY, "The boiler leaks" },
  };
  const MullQuietPass bad[] = { { MULL_QUIET_REASON_ANYWAY, NULL },
                                { MULL_QUIET_REASON_ANYWAY, "  " } };

  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    g_assert_true (mull_quiet_check_pass (&fine[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_quiet_check_pass (&bad[i], &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

static void
test_explain (void)
{
  g_autoptr (MullQuiet) quiet = new_quiet (D (30));
  g_autoptr (GPtrArray) reasons = NULL;

  quiet->times_told = 3;
  reasons = mull_quiet_explain (quiet, mull_thresholds_get_default (), D (25));
  g_assert_cmpuint (reasons->len, ==, 3);
  g_assert_nonnull (strstr (((MullReason *) reasons->pdata[0])->text, "Not before July."));
  g_assert_cmpstr (((MullReason *) reasons->pdata[1])->text, ==, "They had to say it 3 times.");
  g_assert_nonnull (strstr (((MullReason *) reasons->pdata[2])->text, "7 days"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiet-until/standing", test_standing);
  g_test_add_func ("/quiet-until/second-telling", test_second_telling);
  g_test_add_func ("/quiet-until/holds-entries", test_holds_entries);
  g_test_add_func ("/quiet-until/holds-touches", test_holds_touches);
  g_test_add_func ("/quiet-until/scope-of-a-person", test_scope_of_a_person);
  g_test_add_func ("/quiet-until/incoming-is-answered-freely", test_incoming_is_answered_freely);
  g_test_add_func ("/month-end-mirror/the-month-is-ending", test_the_month_is_ending);
  g_test_add_func ("/month-end-mirror/words", test_mirror);
  g_test_add_func ("/month-end-mirror/quarters", test_quarters);
  g_test_add_func ("/quiet-until/check", test_check);
  g_test_add_func ("/quiet-until/check-pass", test_check_pass);
  g_test_add_func ("/quiet-until/explain", test_explain);
  return g_test_run ();
}
