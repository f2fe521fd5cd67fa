/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-beat-ops"

#include "config.h"

#include "mull-own-beat-ops.h"

#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-script-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullOwnBeat *
make (const char *kind, const char *beat, const char *text)
{
  MullOwnBeat *own = mull_own_beat_new ();

  mull_set_text (&own->kind, kind);
  mull_set_text (&own->beat, beat);
  mull_set_text (&own->text, text);
  return own;
}

static gint64
keep (OpsFixture *fixture, const char *kind, const char *beat, const char *text, gint64 script_id)
{
  g_autoptr (MullOwnBeat) own = make (kind, beat, text);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_own_beat_ops_keep (fixture->workspace, own, script_id, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
open_script (OpsFixture *fixture, gint64 *hole_id)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 script_id = 0;

  hole->deal_id = fixture->deal_id;
  hole->kind = MULL_HOLE_ACCESS;
  mull_set_text (&hole->text, "the plant manager");
  mull_hole_ops_open (fixture->workspace, hole, hole_id, &error);
  g_assert_no_error (error);
  mull_script_ops_open_do_over (fixture->workspace, *hole_id, &script_id, &error);
  g_assert_no_error (error);
  return script_id;
}

/* A call with a new script in which @id is used, if it is not 0. */
static void
call_with (OpsFixture *fixture, gint64 id, const char *text, MullScriptOutcome outcome)
{
  MullDoOverCall call = { .outcome = outcome, .words = "Not now", .due_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0, script_id = open_script (fixture, &hole_id);

  mull_own_beat_ops_use (fixture->workspace, id, script_id, text, &error);
  g_assert_no_error (error);
  mull_script_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
}

static char *
list (OpsFixture *fixture, const char *kind, const char *beat)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wordings =
      mull_own_beat_dup_wordings (fixture->workspace, kind, beat, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < wordings->len; i++)
    {
      const MullWording *wording = wordings->pdata[i];

      g_string_append_printf (text, "%s %u/%u;", wording->own->text, wording->n_worked,
                              wording->n_used);
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_LIST(fixture, kind, beat, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *listed = list (fixture, kind, beat);                                          \
                                                                                                   \
    g_assert_cmpstr (listed, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_keep (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullOwnBeat) own = make ("do-over", "own-it", "  My slip, {person}.\n");
  g_autoptr (MullOwnBeat) stored = NULL;
  g_autoptr (MullOwnBeat) edited = NULL;
  g_autofree char *label = NULL;
  gint64 id = 0;

  ops_fixture_before (fixture);
  mull_own_beat_ops_keep (fixture->workspace, own, 0, &id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  label = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "Keep the wording “My slip, {person}.”");
  stored = mull_own_beat_load (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->text, ==, "My slip, {person}.");
  g_assert_cmpint (stored->created_at, ==, mull_clock_get_now (fixture->clock));
  ASSERT_LIST (fixture, NULL, NULL, "My slip, {person}. 0/0;");
  ASSERT_LIST (fixture, "do-over", "ask", "");
  ASSERT_LIST (fixture, "own-it", NULL, "");

  edited = mull_own_beat_copy (stored);
  mull_set_text (&edited->name, "Short");
  ops_fixture_before (fixture);
  mull_own_beat_ops_edit (fixture->workspace, edited, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_own_beat_ops_remove (fixture->workspace, id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  ASSERT_LIST (fixture, "do-over", "own-it", "");
  g_assert_false (mull_own_beat_ops_remove (fixture->workspace, id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
test_refuses (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *beat;
    const char *text;
    int code;
  } cases[] = {
    { "own-it", "", MULL_ERROR_INVALID },
    { "own-it", " \n ", MULL_ERROR_INVALID },
    { "own-it", "Mine.", MULL_ERROR_CONSTRAINT },
    { "own-it", " Mine. ", MULL_ERROR_CONSTRAINT },
  };

  keep (fixture, "do-over", "own-it", "Mine.", 0);
  keep (fixture, "do-over", "ask", "Mine.", 0);
  keep (fixture, "own-it", "own-it", "Mine.", 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullOwnBeat) own = make ("do-over", cases[i].beat, cases[i].text);
      g_autoptr (GError) error = NULL;

      ops_fixture_before (fixture);
      g_assert_false (mull_own_beat_ops_keep (fixture->workspace, own, 0, NULL, &error));
      g_assert_error (error, MULL_ERROR, cases[i].code);
      ops_fixture_assert_nothing (fixture);
    }
}

/* Use changes the script in one step; what is typed afterwards leaves it that wording's. */
static void
test_use (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) beats = NULL;
  g_autoptr (GHashTable) after = NULL;
  gint64 hole_id = 0, script_id = open_script (fixture, &hole_id);
  gint64 id = keep (fixture, "do-over", "own-it", "{person}, my slip.", 0);
  gint64 other = keep (fixture, "own-it", "fact", "It is late.", 0);

  ops_fixture_before (fixture);
  mull_own_beat_ops_use (fixture->workspace, id, script_id, "Ann, my slip.", &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  beats = mull_script_dup_beats (fixture->workspace, script_id, &error);
  g_assert_cmpstr (g_hash_table_lookup (beats, "own-it"), ==, "Ann, my slip.");

  mull_script_ops_set_beat (fixture->workspace, script_id, "own-it", "Ann, my mistake.", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT own_beat_id FROM script_beat"), ==, id);

  ops_fixture_before (fixture);
  g_assert_false (
      mull_own_beat_ops_use (fixture->workspace, other, script_id, "It is late.", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  ops_fixture_assert_nothing (fixture);

  ops_fixture_before (fixture);
  g_clear_error (&error);
  mull_own_beat_ops_remove (fixture->workspace, id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  after = mull_script_dup_beats (fixture->workspace, script_id, &error);
  g_assert_cmpstr (g_hash_table_lookup (after, "own-it"), ==, "Ann, my mistake.");
}

static void
test_counts_calls (OpsFixture *fixture, gconstpointer data)
{
  gint64 good = keep (fixture, "do-over", "own-it", "Good", 0);
  gint64 often = keep (fixture, "do-over", "own-it", "Often", 0);
  gint64 fresh;

  call_with (fixture, often, "Often", MULL_SCRIPT_OUTCOME_REFUSED);
  call_with (fixture, often, "Often", MULL_SCRIPT_OUTCOME_REFUSED);
  call_with (fixture, good, "Good", MULL_SCRIPT_OUTCOME_GOT_IT);
  mull_clock_advance_days (fixture->clock, 1);
  fresh = keep (fixture, "do-over", "own-it", "Fresh", 0);
  ASSERT_LIST (fixture, "do-over", "own-it", "Good 1/1;Often 0/2;Fresh 0/0;");
  /* Nobody was there to hear it. */
  call_with (fixture, fresh, "Fresh", MULL_SCRIPT_OUTCOME_NOT_REACHED);
  ASSERT_LIST (fixture, "do-over", NULL, "Good 1/1;Often 0/2;Fresh 0/0;");
}

/* The call that a wording was written for counts, too. */
static void
test_keep_from_script (OpsFixture *fixture, gconstpointer data)
{
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_GOT_IT, .due_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0, script_id = open_script (fixture, &hole_id);

  mull_script_ops_set_beat (fixture->workspace, script_id, "own-it", "Ann, my slip.", &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  keep (fixture, "do-over", "own-it", "{person}, my slip.", script_id);
  ops_fixture_assert_one_step (fixture);
  mull_script_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
  ASSERT_LIST (fixture, "do-over", "own-it", "{person}, my slip. 1/1;");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/do-over/wordings/keep", test_keep);
  OPS_ADD ("/do-over/wordings/refuses", test_refuses);
  OPS_ADD ("/do-over/wordings/use", test_use);
  OPS_ADD ("/do-over/wordings/counts-calls", test_counts_calls);
  OPS_ADD ("/do-over/wordings/keep-from-script", test_keep_from_script);
  return g_test_run ();
}
