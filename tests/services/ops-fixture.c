/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ops-fixture"

#include "config.h"

#include "ops-fixture.h"

#include "mull-contact-store.h"
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

struct _OpsTurns
{
  MullWorkspace *workspace;
  guint source;
  guint n_turns;
};

static void
count_turn (OpsTurns *self)
{
  self->n_turns += mull_workspace_is_bulk (self->workspace);
}

static gboolean
on_turn_cb (gpointer user_data)
{
  count_turn (user_data);
  return G_SOURCE_CONTINUE;
}

/* The first turn comes ahead of whatever says that the work is done. */
static gboolean
on_first_turn_cb (gpointer user_data)
{
  OpsTurns *self = user_data;

  count_turn (self);
  self->source = g_timeout_add (1, on_turn_cb, self);
  return G_SOURCE_REMOVE;
}

OpsTurns *
ops_turns_new (MullWorkspace *workspace)
{
  OpsTurns *self = g_new0 (OpsTurns, 1);

  self->workspace = workspace;
  self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_first_turn_cb, self, NULL);
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
  g_source_remove (self->source);
  g_free (self);
}
