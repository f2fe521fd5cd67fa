/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-fixture.h"

#include "mull-record-store.h"
#include "store-fixture.h"

static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, WorkspaceFixture *fixture)
{
  g_assert_false (mull_database_in_transaction (fixture->db));
  fixture->n_changed++;
  g_clear_pointer (&fixture->changes, mull_changes_unref);
  fixture->changes = mull_changes_ref (changes);
}

void
workspace_fixture_open (WorkspaceFixture *fixture)
{
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_workspace_changed_cb), fixture);
}

static gboolean
add_deal_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (MullStage) stage = fixture_insert_stage (db);
  g_autoptr (MullDeal) deal = fixture_insert_deal (db, stage->record.id, "Boiler for the school");

  fixture->stage_id = stage->record.id;
  fixture->deal_id = deal->record.id;
  return TRUE;
}

void
workspace_fixture_set_up (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  workspace_fixture_open (fixture);
  g_assert_true (mull_workspace_is_empty (fixture->workspace));
  mull_workspace_transact (fixture->workspace, MULL_OP_ADD_DEAL, "Add “Boiler”", 1, add_deal_cb,
                           fixture, &error);
  g_assert_no_error (error);
  g_assert_false (mull_workspace_is_empty (fixture->workspace));
}

void
workspace_fixture_tear_down (WorkspaceFixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  g_clear_pointer (&fixture->changes, mull_changes_unref);
  fixture_remove_folder (fixture->folder);
}

gboolean
workspace_fixture_rename_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (MullDeal) deal = mull_record_store_get (db, &mull_deal_type, fixture->deal_id, error);

  mull_set_text (&deal->title, "Heat pump");
  return mull_record_store_update (db, deal, error);
}

gboolean
workspace_fixture_rename (WorkspaceFixture *fixture, GError **error)
{
  return mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_DEAL, "Rename “Boiler”",
                                  fixture->deal_id, workspace_fixture_rename_cb, fixture, error);
}
