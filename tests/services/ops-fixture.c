/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ops-fixture"

#include "config.h"

#include "ops-fixture.h"

#include "mull-contact-store.h"
#include "mull-database-private.h"
#include "mull-deal-ops.h"
#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-pipeline-ops.h"
#include "store-fixture.h"

static void
find_places (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = NULL;

  mull_pipeline_ops_ensure (fixture->workspace, &fixture->pipeline_id, &error);
  g_assert_no_error (error);
  stages = mull_stage_list (fixture->workspace, fixture->pipeline_id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->stages); i++)
    fixture->stages[i] = ((MullStage *) stages->pdata[i])->record.id;
}

void
ops_fixture_set_up (OpsFixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { "Boiler service",   "Hartwell Mills", "Ann Ruiz", 0,
                       { 1240000, "EUR" }, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  fixture->clock = mull_workspace_get_clock (fixture->workspace);
  find_places (fixture);
  mull_deal_ops_add (fixture->workspace, &spec, &fixture->deal_id, &error);
  g_assert_no_error (error);
  members = mull_member_store_list (fixture->db, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 1);
  fixture->person_id = ((MullMember *) members->pdata[0])->person_id;
}

void
ops_fixture_tear_down (OpsFixture *fixture, gconstpointer data)
{
  fixture_check_derived (fixture->workspace);
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->digest);
}

void
ops_fixture_before (OpsFixture *fixture)
{
  g_free (fixture->digest);
  fixture->digest = fixture_digest (fixture->db);
}

void
ops_fixture_assert_one_step (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = fixture_digest (fixture->db);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (after, !=, fixture->digest);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (undone, ==, fixture->digest);
  mull_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  redone = fixture_digest (fixture->db);
  g_assert_cmpstr (redone, ==, after);
}

void
ops_fixture_assert_nothing (OpsFixture *fixture)
{
  g_autofree char *after = fixture_digest (fixture->db);

  g_assert_cmpstr (after, ==, fixture->digest);
}

MullDeal *
ops_fixture_get_deal (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullDeal *deal = mull_deal_store_get (fixture->db, fixture->deal_id, &error);

  g_assert_no_error (error);
  return deal;
}

char *
ops_fixture_dup_last_entry (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM entry WHERE deal_id = %" G_GINT64_FORMAT
                                          " AND trashed_at IS NULL "
                                          "ORDER BY happened_at DESC, id DESC LIMIT 1",
                                          fixture->deal_id);
  g_autoptr (MullEntry) entry =
      mull_entry_store_get (fixture->db, fixture_query (fixture->db, sql), &error);

  g_assert_no_error (error);
  return mull_entry_dup_line (entry);
}

/* ── Turns of the main loop ───────────────────────────────────────────── */

/* How long the main loop may take for a turn before it counts as standing still. */
#define MAX_TURN (20 * G_TIME_SPAN_SECOND)

struct _OpsTurns
{
  sqlite3 *handle;
  GThread *home;
  guint source;
  GMutex mutex; /* for what follows */
  GCond has_turned;
  gboolean is_held;
  gboolean was_held;
  guint n_turns;
};

/* Before a statement of the job: it has to wait until the main loop turns, which it never does if
 * it waits for the job. */
static int
on_statement_cb (guint what, gpointer user_data, gpointer statement, gpointer sql)
{
  OpsTurns *self = user_data;
  gint64 end = g_get_monotonic_time () + MAX_TURN;

  if (g_thread_self () == self->home)
    return 0;
  g_mutex_lock (&self->mutex);
  self->is_held = !self->was_held;
  self->was_held = TRUE;
  while (self->is_held && g_cond_wait_until (&self->has_turned, &self->mutex, end))
    ;
  self->is_held = FALSE;
  g_mutex_unlock (&self->mutex);
  return 0;
}

static gboolean
on_turn_cb (gpointer user_data)
{
  OpsTurns *self = user_data;

  g_mutex_lock (&self->mutex);
  self->n_turns += self->is_held;
  self->is_held = FALSE;
  g_cond_signal (&self->has_turned);
  g_mutex_unlock (&self->mutex);
  return G_SOURCE_CONTINUE;
}

OpsTurns *
ops_turns_new (MullWorkspace *workspace)
{
  OpsTurns *self = g_new0 (OpsTurns, 1);

  self->handle = mull_database_get_handle (mull_workspace_get_database (workspace));
  self->home = g_thread_self ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->has_turned);
  self->source = g_timeout_add (1, on_turn_cb, self);
  sqlite3_trace_v2 (self->handle, SQLITE_TRACE_STMT, on_statement_cb, self);
  return self;
}

guint
ops_turns_get (const OpsTurns *self)
{
  return self->n_turns;
}

void
ops_turns_free (OpsTurns *self)
{
  sqlite3_trace_v2 (self->handle, 0, NULL, NULL);
  g_source_remove (self->source);
  g_cond_clear (&self->has_turned);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
