/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-desk"

#include "config.h"

#include "mull-script-desk.h"

#include "mull-drill.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-script-ops.h"
#include "mull-timeline-ops.h"
#include "script-fixture.h"
#include "store-fixture.h"

#include <string.h>

static MullScriptComposition *
compose (ScriptFixture *fixture, GHashTable *unsaved)
{
  g_autoptr (GError) error = NULL;
  MullScriptComposition *composition =
      mull_script_desk_compose (fixture->workspace, fixture->script_id, unsaved, &error);

  g_assert_no_error (error);
  return composition;
}

static const char *
text_of (MullScriptComposition *composition, const char *beat)
{
  return mull_script_composition_find_beat (composition, beat)->text;
}

static void
test_facts (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullScriptComposition) composition = compose (fixture, NULL);

  g_assert_cmpstr (text_of (composition, "own-it"), ==,
                   "Ann, I slipped up, and I would like to put it right.");
  g_assert_cmpstr (text_of (composition, "name-it"), ==,
                   "I just left our meeting without asking you for an introduction to your "
                   "operations group.");
  g_assert_nonnull (strstr (text_of (composition, "why-it-helps"), "night shift"));
  /* Two working days after a Wednesday. */
  g_assert_nonnull (strstr (text_of (composition, "ask"), "by Friday?"));
  g_assert_nonnull (strstr (composition->message->text, "this is Tom Berg"));
  g_assert_nonnull (strstr (composition->message->text, "020 7946 0018"));
  g_assert_true (composition->names_day);
  g_assert_cmpuint (composition->n_questions, ==, 1);
}

/* The words follow the time since the meeting, not since the hole was written down. */
static void
test_elapsed (ScriptFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 minutes;
    const char *words;
  } cases[] = {
    { 89, "I just left our meeting" },
    { 90, "I left our meeting this morning" },
    { 24 * 60, "When we met yesterday, I left" },
  };
  gint64 start = mull_clock_get_now (fixture->clock);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullScriptComposition) composition = NULL;

      mull_clock_set_now (fixture->clock, start + cases[i].minutes * G_TIME_SPAN_MINUTE);
      composition = compose (fixture, NULL);
      g_assert_true (g_str_has_prefix (text_of (composition, "name-it"), cases[i].words));
    }
}

static void
log_call (ScriptFixture *fixture, gint64 *entry_id)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->ann_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_BOTH;
  entry->reached = TRUE;
  entry->happened_at = mull_clock_get_now (fixture->clock) - G_TIME_SPAN_MINUTE;
  mull_set_text (&entry->text, "A call");
  mull_timeline_ops_log (fixture->workspace, entry, NULL, entry_id, &error);
  g_assert_no_error (error);
}

/* A hole that names no touch was left at the last one of its day. */
static void
test_occasion (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullHole) hole = script_fixture_load_hole (fixture, fixture->hole_id);
  g_autoptr (MullHole) changed = mull_hole_copy (hole);
  g_autoptr (MullScriptComposition) before = NULL;
  g_autoptr (MullScriptComposition) after = NULL;
  g_autoptr (MullScriptComposition) named = NULL;
  g_autoptr (GError) error = NULL;
  gint64 call_id;

  changed->entry_id = 0;
  mull_hole_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  before = compose (fixture, NULL);
  g_assert_true (g_str_has_prefix (text_of (before, "name-it"), "I just left our meeting"));

  log_call (fixture, &call_id);
  after = compose (fixture, NULL);
  g_assert_true (g_str_has_prefix (text_of (after, "name-it"), "I just put the phone down"));

  changed->entry_id = fixture->meeting_id;
  mull_hole_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  named = compose (fixture, NULL);
  g_assert_true (g_str_has_prefix (text_of (named, "name-it"), "I just left our meeting"));
}

/* What the drill finds days later was left at the last touch, whenever that was. */
static void
test_drill_occasion (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullScriptComposition) composition = NULL;
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0, script_id = 0;

  mull_clock_advance_days (fixture->clock, 2);
  mull_drill_ops_find_hole (fixture->workspace, fixture->deal_id, MULL_HOLE_INFORMATION,
                            "the meter log", &hole_id, &error);
  g_assert_no_error (error);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  composition = mull_script_desk_compose (fixture->workspace, script_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text_of (composition, "name-it"), ==,
                   "When we met on Wednesday, I left without asking you for the meter log.");
}

static void
test_own_and_unsaved (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MullScriptComposition) stored = NULL;
  g_autoptr (MullScriptComposition) typed = NULL;
  g_autoptr (MullScriptComposition) restored = NULL;

  script_fixture_write (fixture, "ask", "Shall we say Monday?");
  stored = compose (fixture, NULL);
  g_assert_cmpstr (text_of (stored, "ask"), ==, "Shall we say Monday?");
  g_assert_true (mull_script_composition_find_beat (stored, "ask")->own);
  g_assert_false (mull_script_composition_find_beat (stored, "own-it")->own);

  g_hash_table_insert (unsaved, g_strdup ("ask"), g_strdup ("Shall we say Tuesday?"));
  typed = compose (fixture, unsaved);
  g_assert_cmpstr (text_of (typed, "ask"), ==, "Shall we say Tuesday?");

  g_hash_table_insert (unsaved, g_strdup ("ask"), NULL);
  restored = compose (fixture, unsaved);
  g_assert_false (mull_script_composition_find_beat (restored, "ask")->own);
}

static void
test_person (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullScriptDesk) desk = NULL;
  g_autoptr (MullScriptComposition) composition = NULL;
  g_autoptr (GError) error = NULL;

  mull_script_ops_set_person (fixture->workspace, fixture->script_id, fixture->ben_id, &error);
  g_assert_no_error (error);
  desk = mull_script_desk_load (fixture->workspace, fixture->script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk->person->name, ==, "Ben Cole");
  g_assert_cmpstr (desk->phone, ==, "+44 20 7946 0456");
  composition = mull_script_desk_compose_with (desk, NULL);
  g_assert_true (g_str_has_prefix (composition->spoken, "Ben, I slipped up"));
}

static void
test_calls (ScriptFixture *fixture, gconstpointer data)
{
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_GOT_IT, .due_on = MULL_DAY_NONE };
  g_autoptr (MullScriptDesk) desk = NULL;
  g_autoptr (MullScriptDesk) later = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second = script_fixture_add_script (fixture, MULL_HOLE_QUESTION, "Who signs?");

  mull_script_ops_finish_call (fixture->workspace, second, &call, NULL, &error);
  g_assert_no_error (error);
  desk = mull_script_desk_load (fixture->workspace, fixture->script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk->calls->len, ==, 1);
  g_assert_cmpint (g_array_index (desk->calls, MullDay, 0), ==,
                   mull_clock_get_today (fixture->clock));

  mull_clock_advance_days (fixture->clock, 40);
  later = mull_script_desk_load (fixture->workspace, fixture->script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (later->calls->len, ==, 0);
}

static void
test_missing (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_script_desk_compose (fixture->workspace, 4711, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

/* Without a script there is none; a preview says what one would, and writes nothing. */
static void
test_preview (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullScriptComposition) stored = compose (fixture, NULL);
  g_autoptr (MullScriptComposition) open = NULL;
  g_autoptr (MullScriptComposition) shown = NULL;
  g_autoptr (MullScriptDesk) desk = NULL;
  g_autoptr (MullScript) script = mull_script_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_digest (mull_workspace_get_database (fixture->workspace));
  g_autofree char *after = NULL;

  script->deal_id = fixture->deal_id;
  script->hole_id = fixture->hole_id;
  script->person_id = fixture->ann_id;
  mull_set_text (&script->kind, "do-over");
  desk = mull_script_desk_preview (fixture->workspace, script, &error);
  g_assert_no_error (error);
  shown = mull_script_desk_compose_with (desk, NULL);
  g_assert_cmpstr (shown->spoken, ==, stored->spoken);
  g_assert_true (
      mull_script_desk_compose_open (fixture->workspace, fixture->deal_id, &open, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (open->spoken, ==, stored->spoken);
  after = fixture_digest (mull_workspace_get_database (fixture->workspace));
  g_assert_cmpstr (before, ==, after);

  mull_hole_ops_settle (fixture->workspace, fixture->hole_id, MULL_HOLE_STATE_GIVEN_UP, NULL,
                        &error);
  g_assert_no_error (error);
  g_clear_pointer (&open, mull_script_composition_unref);
  g_assert_true (
      mull_script_desk_compose_open (fixture->workspace, fixture->deal_id, &open, &error));
  g_assert_no_error (error);
  g_assert_null (open);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/script-desk/" name, ScriptFixture, NULL, script_fixture_set_up, function,          \
              script_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("facts", test_facts);
  ADD ("elapsed", test_elapsed);
  ADD ("occasion", test_occasion);
  ADD ("drill-occasion", test_drill_occasion);
  ADD ("own-and-unsaved", test_own_and_unsaved);
  ADD ("person", test_person);
  ADD ("calls", test_calls);
  ADD ("missing", test_missing);
  ADD ("preview", test_preview);
  return g_test_run ();
}
