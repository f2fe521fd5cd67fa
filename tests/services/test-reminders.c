/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reminders"

#include "config.h"

#include "mull-reminders.h"

#include "mull-commitment-ops.h"
#include "mull-quiet-ops.h"
#include "mull-reminder-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"

#define TODAY 20000

static void
test_what_interrupts (void)
{
  static const struct
  {
    MullTodayGroup group;
    MullTodayVerb verb;
    int day;
    int minute;
    int now;
    gboolean due;
  } cases[] = {
    { MULL_TODAY_BEFORE_DUE, MULL_TODAY_OWN_IT, -9, -1, 0, TRUE },
    { MULL_TODAY_BEFORE_DUE, MULL_TODAY_KEEP, 2, -1, 0, TRUE },
    { MULL_TODAY_ASKED, MULL_TODAY_CALL, 0, -1, 0, TRUE },
    { MULL_TODAY_ASKED, MULL_TODAY_PREPARE, 5, -1, 0, FALSE },
    { MULL_TODAY_MEETINGS, MULL_TODAY_PRINT, 1, -1, 600, FALSE },
    { MULL_TODAY_MEETINGS, MULL_TODAY_PRINT, 0, -1, 600, TRUE },
    { MULL_TODAY_MEETINGS, MULL_TODAY_PRINT, 0, 600, 584, FALSE },
    { MULL_TODAY_MEETINGS, MULL_TODAY_PRINT, 0, 600, 585, TRUE },
    { MULL_TODAY_MEETINGS, MULL_TODAY_PRINT, 0, 600, 600, TRUE },
    { MULL_TODAY_MEETINGS, MULL_TODAY_PRINT, 0, 600, 601, FALSE },
    { MULL_TODAY_PLANNED, MULL_TODAY_CALL, 0, -1, 0, TRUE },
    { MULL_TODAY_PLANNED, MULL_TODAY_CALL, 0, 600, 584, FALSE },
    { MULL_TODAY_PLANNED, MULL_TODAY_CALL, 0, 600, 585, TRUE },
    { MULL_TODAY_PLANNED, MULL_TODAY_CALL, 0, 600, 900, TRUE },
    { MULL_TODAY_PLANNED, MULL_TODAY_NOTE, -1, 600, 900, FALSE },
    { MULL_TODAY_HOLES, MULL_TODAY_DO_OVER, 0, -1, 0, FALSE },
    { MULL_TODAY_THEIRS, MULL_TODAY_ASK, 0, -1, 0, FALSE },
    { MULL_TODAY_GONE_QUIET, MULL_TODAY_ASK, 0, -1, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MullTodayItem item = { .group = cases[i].group,
                             .verb = cases[i].verb,
                             .on = TODAY + cases[i].day,
                             .minute = cases[i].minute };

      g_test_message ("case %u", i);
      g_assert_cmpint (mull_reminders_is_due (&item, TODAY, cases[i].now), ==, cases[i].due);
    }
}

static void
test_once_a_day (void)
{
  g_assert_true (mull_reminders_is_new (MULL_DAY_NONE, TODAY));
  g_assert_true (mull_reminders_is_new (TODAY - 1, TODAY));
  g_assert_false (mull_reminders_is_new (TODAY, TODAY));
  g_assert_false (mull_reminders_is_new (TODAY + 1, TODAY));
}

static guint
count (OpsFixture *fixture, gboolean only_new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = mull_reminders_load (fixture->workspace, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < reminders->len; i++)
    n += !only_new || ((MullReminder *) reminders->pdata[i])->is_new;
  return n;
}

static void
note (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = mull_reminders_load (fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_true (mull_reminders_note (fixture->workspace, reminders, &error));
  g_assert_no_error (error);
}

static void
promise (OpsFixture *fixture)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = MULL_SIDE_US;
  commitment->to_person_id = fixture->person_id;
  commitment->due_on = mull_workspace_get_today (fixture->workspace);
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
}

/* Told once, kept while it is not done, told again the next day, and never twice on one day. */
static void
test_told_once (OpsFixture *fixture, gconstpointer data)
{
  gint64 start = mull_workspace_get_now (fixture->workspace);
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GError) error = NULL;
  const MullReminder *reminder;

  g_assert_cmpuint (count (fixture, FALSE), ==, 0);
  promise (fixture);
  reminders = mull_reminders_load (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reminders->len, ==, 1);
  reminder = reminders->pdata[0];
  g_assert_true (reminder->is_new);
  g_assert_true (g_str_has_prefix (reminder->key, "promise:"));
  g_assert_cmpint (reminder->deal_id, ==, fixture->deal_id);
  g_assert_cmpstr (reminder->title, ==, "Boiler service");
  g_assert_true (g_str_has_prefix (reminder->body, "The figures\n"));
  note (fixture);
  g_assert_cmpuint (count (fixture, TRUE), ==, 0);
  g_assert_cmpuint (count (fixture, FALSE), ==, 1);
  mull_clock_advance_days (fixture->clock, 1);
  g_assert_cmpuint (count (fixture, TRUE), ==, 1);
  note (fixture);
  mull_clock_set_now (fixture->clock, start);
  g_assert_cmpuint (count (fixture, TRUE), ==, 0);
}

/* What was told is no step of its own, and Undo does not take it back. */
static void
test_is_no_step (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  promise (fixture);
  before = mull_workspace_dup_undo_label (fixture->workspace);
  note (fixture);
  after = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (before, ==, after);
}

/* Nobody is reminded of whoever asked to be left alone. */
static void
test_quiet_is_silent (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise (fixture);
  g_assert_cmpuint (count (fixture, FALSE), ==, 1);
  quiet->deal_id = fixture->deal_id;
  quiet->scope = MULL_QUIET_SCOPE_DEAL;
  quiet->until_on = mull_workspace_get_today (fixture->workspace) + 60;
  mull_set_text (&quiet->words, "After the audit");
  mull_quiet_ops_add (fixture->workspace, quiet, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, FALSE), ==, 0);
}

/* What is old is forgotten, and the table stays small. */
static void
test_old_is_forgotten (OpsFixture *fixture, gconstpointer data)
{
  static const char *const old[] = { "promise:1", NULL };
  static const char *const young[] = { "promise:2", NULL };
  g_autoptr (GError) error = NULL;
  MullDay on;

  g_assert_true (mull_workspace_note_reminded (fixture->workspace, old, &error));
  mull_clock_advance_days (fixture->clock, 400);
  g_assert_true (mull_workspace_note_reminded (fixture->workspace, young, &error));
  g_assert_no_error (error);
  g_assert_true (mull_reminder_store_get (mull_workspace_get_database (fixture->workspace),
                                          "promise:1", &on, &error));
  g_assert_cmpint (on, ==, MULL_DAY_NONE);
  g_assert_true (mull_reminder_store_get (mull_workspace_get_database (fixture->workspace),
                                          "promise:2", &on, &error));
  g_assert_cmpint (on, ==, mull_workspace_get_today (fixture->workspace));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/reminders/what-interrupts", test_what_interrupts);
  g_test_add_func ("/today/reminders/once-a-day", test_once_a_day);
  OPS_ADD ("/today/reminders/told-once", test_told_once);
  OPS_ADD ("/today/reminders/is-no-step", test_is_no_step);
  OPS_ADD ("/today/reminders/quiet-is-silent", test_quiet_is_silent);
  OPS_ADD ("/today/reminders/old-is-forgotten", test_old_is_forgotten);
  return g_test_run ();
}
