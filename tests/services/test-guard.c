/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-guard"

#include "config.h"

#include "mull-guard-pass.h"

#include <string.h>

#include "mull-error.h"
#include "mull-quiet-ops.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
park (OpsFixture *fixture, MullQuietScope scope)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  quiet->scope = scope;
  quiet->deal_id = fixture->deal_id;
  quiet->person_id = fixture->person_id;
  quiet->until_on = mull_clock_get_today (fixture->clock) + 30;
  mull_set_text (&quiet->words, "Not before July");
  mull_quiet_ops_add (fixture->workspace, quiet, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullEntry *
new_entry (OpsFixture *fixture, MullDirection direction)
{
  MullEntry *entry = mull_entry_new ();

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_MAIL;
  entry->direction = direction;
  return entry;
}

static gboolean
log_with (OpsFixture *fixture, MullDirection direction, const MullQuietPass *pass, GError **error)
{
  g_autoptr (MullEntry) entry = new_entry (fixture, direction);

  return mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, pass, NULL, NULL, error);
}

static void
test_open_without_quiet (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (log_with (fixture, MULL_DIRECTION_OUT, NULL, &error));
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch"), ==, 0);
}

static void
test_refuses_in_their_words (OpsFixture *fixture, gconstpointer data)
{
  static const MullDirection outgoing[] = { MULL_DIRECTION_OUT, MULL_DIRECTION_BOTH };
  static const MullQuietScope scopes[] = { MULL_QUIET_SCOPE_DEAL, MULL_QUIET_SCOPE_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      gint64 id = park (fixture, scopes[i]);

      ops_fixture_before (fixture);
      for (guint k = 0; k < G_N_ELEMENTS (outgoing); k++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (log_with (fixture, outgoing[k], NULL, &error));
          g_assert_error (error, MULL_ERROR, MULL_ERROR_QUIET);
          g_assert_nonnull (strstr (error->message, "Not before July"));
          g_assert_nonnull (strstr (error->message, "told once"));
        }
      ops_fixture_assert_nothing (fixture);
      mull_quiet_ops_settle (fixture->workspace, id, MULL_QUIET_LIFTED, NULL);
    }
}

static void
test_incoming_and_notes_pass (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = park (fixture, MULL_QUIET_SCOPE_DEAL);

  mull_clock_advance_days (fixture->clock, 1);
  g_assert_true (log_with (fixture, MULL_DIRECTION_IN, NULL, &error));
  /* It lifts nothing. */
  g_assert_cmpint (fixture_query (fixture->db, "SELECT state = 'in-force' FROM quiet"), ==, 1);
  /* And is answered freely, once; that it was is kept. */
  mull_clock_advance_days (fixture->clock, 1);
  ops_fixture_before (fixture);
  g_assert_true (log_with (fixture, MULL_DIRECTION_OUT, NULL, &error));
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch"
                                               " WHERE reason = 'they-contacted'"),
                   ==, 1);
  mull_clock_advance_days (fixture->clock, 1);
  g_assert_false (log_with (fixture, MULL_DIRECTION_OUT, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_QUIET);
  g_assert_cmpint (id, >, 0);
}

static void
test_each_pass_is_one_step (OpsFixture *fixture, gconstpointer data)
{
  const MullQuietPass passes[] = {
    { MULL_QUIET_REASON_THEY_CONTACTED, NULL },
    { MULL_QUIET_REASON_DUTY, NULL },
    { MULL_QUIET_REASON_ANYWAY, " The boiler leaks " },
  };

  park (fixture, MULL_QUIET_SCOPE_DEAL);
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      g_autoptr (GError) error = NULL;

      ops_fixture_before (fixture);
      log_with (fixture, MULL_DIRECTION_OUT, &passes[i], &error);
      g_assert_no_error (error);
      ops_fixture_assert_one_step (fixture);
      g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch"), ==, i + 1);
      g_assert_cmpint (fixture_query (fixture->db, "SELECT times_broken FROM quiet"), ==,
                       passes[i].reason == MULL_QUIET_REASON_ANYWAY);
    }
  g_assert_cmpint (fixture_query (fixture->db, "SELECT why = 'The boiler leaks' FROM quiet_touch"
                                               " WHERE reason = 'anyway'"),
                   ==, 1);
}

static void
test_anyway_needs_a_why (OpsFixture *fixture, gconstpointer data)
{
  const MullQuietPass wordless = { MULL_QUIET_REASON_ANYWAY, "" };
  g_autoptr (GError) error = NULL;

  park (fixture, MULL_QUIET_SCOPE_DEAL);
  ops_fixture_before (fixture);
  g_assert_false (log_with (fixture, MULL_DIRECTION_OUT, &wordless, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_plans (OpsFixture *fixture, gconstpointer data)
{
  const MullQuietPass duty = { MULL_QUIET_REASON_DUTY, NULL };
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (MullEntry) done = new_entry (fixture, MULL_DIRECTION_OUT);
  g_autoptr (GError) error = NULL;
  MullDay today = mull_clock_get_today (fixture->clock);

  park (fixture, MULL_QUIET_SCOPE_DEAL);
  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_MAIL;
  touch->due_on = today + 29;
  g_assert_false (mull_touch_ops_plan (fixture->workspace, touch, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_QUIET);
  g_clear_error (&error);
  touch->due_on = today + 30;
  mull_touch_ops_plan (fixture->workspace, touch, &touch->record.id, &error);
  g_assert_no_error (error);

  /* Earlier than they asked for is guarded as well, and asked about once. */
  g_clear_pointer (&touch, mull_planned_touch_unref);
  touch = mull_planned_touch_new ();
  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_MAIL;
  touch->due_on = today;
  ops_fixture_before (fixture);
  mull_touch_ops_plan_with_pass (fixture->workspace, touch, &duty, NULL, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  mull_timeline_ops_log (fixture->workspace, done, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch"), ==, 1);
}

static void
test_changes (OpsFixture *fixture, gconstpointer data)
{
  const MullQuietPass duty = { MULL_QUIET_REASON_DUTY, NULL };
  g_autoptr (MullEntry) note = new_entry (fixture, MULL_DIRECTION_NONE);
  g_autoptr (MullEntry) mail = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  note->kind = MULL_ENTRY_NOTE;
  park (fixture, MULL_QUIET_SCOPE_DEAL);
  mull_timeline_ops_log (fixture->workspace, note, NULL, &id, &error);
  g_assert_no_error (error);
  mail = mull_entry_copy (note);
  mail->record.id = id;
  mail->happened_at = mull_workspace_get_now (fixture->workspace);
  mail->kind = MULL_ENTRY_MAIL;
  mail->direction = MULL_DIRECTION_OUT;
  mull_take_text (&mail->uuid, g_strdup ("a"));
  g_assert_false (mull_timeline_ops_update (fixture->workspace, mail, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_QUIET);
  g_clear_error (&error);
  mull_timeline_ops_update_with_pass (fixture->workspace, mail, NULL, &duty, &error);
  g_assert_no_error (error);
  /* Its text may be changed without a word about it. */
  mull_set_text (&mail->text, "Sent the manual");
  mull_timeline_ops_update (fixture->workspace, mail, NULL, &error);
  g_assert_no_error (error);
}

static void
test_mirror_at_the_end_of_a_month (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean seen = FALSE, unseen = FALSE;
  guint n_done;

  park (fixture, MULL_QUIET_SCOPE_DEAL);
  for (int i = 0; i < 28; i++)
    {
      g_autoptr (MullGuard) guard =
          mull_guard_new_for_call (fixture->workspace, fixture->deal_id, 0, &error);

      g_assert_no_error (error);
      g_assert_true (mull_guard_is_closed (guard));
      seen = seen || guard->mirror != NULL;
      unseen = unseen || guard->mirror == NULL;
      mull_clock_advance_days (fixture->clock, 1);
    }
  g_assert_true (seen && unseen);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
}

static gboolean
run_cb (MullDatabase *db, gpointer sql, GError **error)
{
  return mull_database_exec (db, sql, error);
}

static void
put_script (OpsFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_DEAL, "Script", 0, run_cb,
                           (gpointer) sql, &error);
  g_assert_no_error (error);
}

static void
test_kept_pass (OpsFixture *fixture, gconstpointer data)
{
  const MullQuietPass anyway = { MULL_QUIET_REASON_ANYWAY, "It leaks,\nbadly" };
  g_auto (MullKeptPass) none = { 0 };
  g_auto (MullKeptPass) kept = { 0 };
  g_auto (MullKeptPass) forgotten = { 0 };
  g_auto (MullKeptPass) of_another = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_guard_keep_pass (fixture->workspace, 3, &anyway, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  put_script (fixture, "INSERT INTO script (id, uuid, deal_id, kind, created_at)"
                       " SELECT 3, 's3', id, 'do-over', 1 FROM deal LIMIT 1");
  mull_guard_load_pass (fixture->workspace, 3, &none);
  g_assert_null (mull_kept_pass_get (&none));
  mull_guard_keep_pass (fixture->workspace, 3, &anyway, &error);
  g_assert_no_error (error);
  mull_guard_load_pass (fixture->workspace, 3, &kept);
  g_assert_cmpint (mull_kept_pass_get (&kept)->reason, ==, MULL_QUIET_REASON_ANYWAY);
  g_assert_cmpstr (mull_kept_pass_get (&kept)->why, ==, "It leaks,\nbadly");
  /* It is no pass for another script that gets the number. */
  put_script (fixture, "UPDATE script SET uuid = 's4' WHERE id = 3");
  mull_guard_load_pass (fixture->workspace, 3, &of_another);
  g_assert_null (mull_kept_pass_get (&of_another));
  put_script (fixture, "UPDATE script SET uuid = 's3' WHERE id = 3");
  mull_guard_keep_pass (fixture->workspace, 3, NULL, &error);
  g_assert_no_error (error);
  mull_guard_load_pass (fixture->workspace, 3, &forgotten);
  g_assert_null (mull_kept_pass_get (&forgotten));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  OPS_ADD ("/quiet-until/guard/open-without-quiet", test_open_without_quiet);
  OPS_ADD ("/quiet-until/guard/refuses-in-their-words", test_refuses_in_their_words);
  OPS_ADD ("/quiet-until/guard/incoming-is-answered-freely", test_incoming_and_notes_pass);
  OPS_ADD ("/quiet-until/guard/each-pass-is-one-step", test_each_pass_is_one_step);
  OPS_ADD ("/quiet-until/guard/anyway-needs-a-why", test_anyway_needs_a_why);
  OPS_ADD ("/quiet-until/guard/plans", test_plans);
  OPS_ADD ("/quiet-until/guard/changes", test_changes);
  OPS_ADD ("/month-end-mirror/guard", test_mirror_at_the_end_of_a_month);
  OPS_ADD ("/quiet-until/guard/kept-pass", test_kept_pass);
  return g_test_run ();
}
