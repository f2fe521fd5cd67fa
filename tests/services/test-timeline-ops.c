/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-timeline-ops"

#include "config.h"

#include "mull-timeline-ops.h"

#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-plan-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullEntry *
new_call (OpsFixture *fixture, const char *text)
{
  MullEntry *entry = mull_entry_new ();

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->person_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_OUT;
  entry->reached = TRUE;
  mull_set_text (&entry->text, text);
  return entry;
}

static gint64
plan_call (OpsFixture *fixture, MullDay due_on)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = due_on;
  mull_touch_ops_plan (fixture->workspace, touch, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_log_with_words (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) call = new_call (fixture, "Asked about the boiler.");
  g_autoptr (MullEntryWords) words = NULL;
  g_autoptr (MullEntry) logged = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  ops_fixture_before (fixture);
  mull_timeline_ops_log (fixture->workspace, call, "Not before July.", &id, &error);
  g_assert_no_error (error);
  logged = mull_entry_store_get (fixture->db, id, &error);
  g_assert_cmpint (logged->happened_at, ==, mull_clock_get_now (fixture->clock));
  g_assert_cmpint (logged->written_at, ==, logged->happened_at);
  mull_entry_words_store_find_last (fixture->db, fixture->deal_id, &words, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words->words, ==, "Not before July.");
  g_assert_cmpint (words->person_id, ==, fixture->person_id);
  ops_fixture_assert_one_step (fixture);
}

static void
test_backdating_keeps_both_dates (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) call = new_call (fixture, "Last week");
  g_autoptr (MullEntry) logged = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = mull_clock_get_now (fixture->clock), id = 0;

  call->happened_at = now - 7 * G_TIME_SPAN_DAY;
  mull_timeline_ops_log (fixture->workspace, call, NULL, &id, &error);
  g_assert_no_error (error);
  logged = mull_entry_store_get (fixture->db, id, &error);
  g_assert_cmpint (logged->happened_at, ==, now - 7 * G_TIME_SPAN_DAY);
  g_assert_cmpint (logged->written_at, ==, now);

  ops_fixture_before (fixture);
  call->happened_at = now + 2 * G_TIME_SPAN_DAY;
  g_assert_false (mull_timeline_ops_log (fixture->workspace, call, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

/* The first moment of 1970, and those before it, are times like any other. */
static void
test_backdating_has_no_bottom (OpsFixture *fixture, gconstpointer data)
{
  static const gint64 times[] = { 0, -1, -G_TIME_SPAN_DAY * 365 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (MullEntry) call = new_call (fixture, "Long ago");
      g_autoptr (MullEntry) logged = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      call->happened_at = times[i];
      mull_timeline_ops_log (fixture->workspace, call, NULL, &id, &error);
      g_assert_no_error (error);
      logged = mull_entry_store_get (fixture->db, id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (logged->happened_at, ==, times[i]);
    }
}

static void
test_log_settles_what_was_due (OpsFixture *fixture, gconstpointer data)
{
  MullDay today = mull_clock_get_today (fixture->clock);
  gint64 due = plan_call (fixture, today), later = plan_call (fixture, today + 3), entry_id = 0;
  g_autoptr (MullEntry) call = new_call (fixture, "Rang");
  g_autoptr (MullPlannedTouch) done = NULL;
  g_autoptr (MullPlannedTouch) open = NULL;
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_timeline_ops_log (fixture->workspace, call, NULL, &entry_id, &error);
  g_assert_no_error (error);
  done = mull_planned_touch_store_get (fixture->db, due, &error);
  g_assert_cmpint (done->state, ==, MULL_TOUCH_DONE);
  g_assert_cmpint (done->entry_id, ==, entry_id);
  open = mull_planned_touch_store_get (fixture->db, later, &error);
  g_assert_cmpint (open->state, ==, MULL_TOUCH_OPEN);
  ops_fixture_assert_one_step (fixture);
}

static void
test_note_settles_nothing (OpsFixture *fixture, gconstpointer data)
{
  gint64 due = plan_call (fixture, mull_clock_get_today (fixture->clock));
  g_autoptr (MullEntry) note = new_call (fixture, "A thought");
  g_autoptr (MullPlannedTouch) open = NULL;
  g_autoptr (GError) error = NULL;

  note->kind = MULL_ENTRY_NOTE;
  note->direction = MULL_DIRECTION_NONE;
  mull_timeline_ops_log (fixture->workspace, note, NULL, NULL, &error);
  g_assert_no_error (error);
  open = mull_planned_touch_store_get (fixture->db, due, &error);
  g_assert_cmpint (open->state, ==, MULL_TOUCH_OPEN);
}

static void
assert_undo_label (OpsFixture *fixture, const char *label)
{
  g_autofree char *undo = mull_workspace_dup_undo_label (fixture->workspace);

  g_assert_cmpstr (undo, ==, label);
}

static void
test_edit_and_trash (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) call = new_call (fixture, "Typo");
  g_autoptr (MullEntry) logged = NULL;
  g_autoptr (MullEntry) changed = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_timeline_ops_log (fixture->workspace, call, "Old words", &id, &error);
  g_assert_no_error (error);
  logged = mull_entry_store_get (fixture->db, id, &error);
  changed = mull_entry_copy (logged);
  mull_set_text (&changed->text, "Fixed");

  ops_fixture_before (fixture);
  mull_timeline_ops_update (fixture->workspace, changed, "New words", &error);
  g_assert_no_error (error);
  words = mull_entry_words_store_list (fixture->db, id, &error);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpstr (((MullEntryWords *) words->pdata[0])->words, ==, "New words");
  ops_fixture_assert_one_step (fixture);
  assert_undo_label (fixture, "Edit: Talked on the telephone, “Boiler service”");

  ops_fixture_before (fixture);
  mull_timeline_ops_trash (fixture->workspace, id, &error);
  g_assert_no_error (error);
  assert_undo_label (fixture, "Delete: Talked on the telephone, “Boiler service”");
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM entry WHERE trashed_at IS NULL"), ==, 0);
  ops_fixture_assert_one_step (fixture);
  mull_timeline_ops_restore (fixture->workspace, id, &error);
  g_assert_no_error (error);
  assert_undo_label (fixture, "Restore: Talked on the telephone, “Boiler service”");
}

static void
test_edit_time (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) call = new_call (fixture, "Talked");
  g_autoptr (MullEntry) logged = NULL;
  g_autoptr (MullEntry) changed = NULL;
  g_autoptr (MullEntry) saved = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_timeline_ops_log (fixture->workspace, call, NULL, &id, &error);
  g_assert_no_error (error);
  logged = mull_entry_store_get (fixture->db, id, &error);
  changed = mull_entry_copy (logged);

  /* The offset is that of the clock on the day it happened. */
  changed->happened_at -= G_TIME_SPAN_DAY;
  changed->happened_offset = 11 * 60;
  mull_timeline_ops_update (fixture->workspace, changed, NULL, &error);
  g_assert_no_error (error);
  saved = mull_entry_store_get (fixture->db, id, &error);
  g_assert_cmpint (saved->happened_offset, ==,
                   mull_clock_offset_of (fixture->clock, saved->happened_at));

  ops_fixture_before (fixture);
  changed->happened_at += 3 * G_TIME_SPAN_DAY;
  g_assert_false (mull_timeline_ops_update (fixture->workspace, changed, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_touch_needs_a_day (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;

  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_CALL;
  ops_fixture_before (fixture);
  g_assert_false (mull_touch_ops_plan (fixture->workspace, touch, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_plan_and_settle (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  ops_fixture_before (fixture);
  id = plan_call (fixture, mull_clock_get_today (fixture->clock) + 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT next_on IS NOT NULL FROM deal_card"), ==, 1);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_touch_ops_settle (fixture->workspace, id, MULL_TOUCH_DROPPED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT next_on IS NULL FROM deal_card"), ==, 1);
  ops_fixture_assert_one_step (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/timeline-ops/log-with-words", test_log_with_words);
  OPS_ADD ("/timeline-ops/backdating-keeps-both-dates", test_backdating_keeps_both_dates);
  OPS_ADD ("/timeline-ops/backdating-has-no-bottom", test_backdating_has_no_bottom);
  OPS_ADD ("/timeline-ops/log-settles-what-was-due", test_log_settles_what_was_due);
  OPS_ADD ("/timeline-ops/note-settles-nothing", test_note_settles_nothing);
  OPS_ADD ("/timeline-ops/edit-and-trash", test_edit_and_trash);
  OPS_ADD ("/timeline-ops/edit-time", test_edit_time);
  OPS_ADD ("/timeline-ops/touch-needs-a-day", test_touch_needs_a_day);
  OPS_ADD ("/timeline-ops/plan-and-settle", test_plan_and_settle);
  return g_test_run ();
}
