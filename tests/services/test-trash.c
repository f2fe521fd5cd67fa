/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-trash"

#include "config.h"

#include "mull-trash.h"

#include "mull-commitment-ops.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-deal-store.h"
#include "mull-draft-sweep.h"
#include "mull-error.h"
#include "mull-plan-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
log_entry (OpsFixture *fixture, const char *text)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  entry->happened_at = mull_workspace_get_now (fixture->workspace);
  mull_set_text (&entry->text, text);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_deals (OpsFixture *fixture, guint n, gboolean trashed)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Pump %u", i);
      MullNewDeal spec = { title, "Hartwell Mills", NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
      g_assert_no_error (error);
      if (trashed)
        mull_deal_ops_trash (fixture->workspace, id, &error);
      g_assert_no_error (error);
    }
}

static void
pass_minute (OpsFixture *fixture)
{
  mull_clock_set_now (fixture->clock,
                      mull_workspace_get_now (fixture->workspace) + G_TIME_SPAN_MINUTE);
}

static char *
list (OpsFixture *fixture, const char *filter, guint limit)
{
  GString *text = g_string_new (NULL);
  MullTrashKey after = MULL_TRASH_KEY_FIRST;
  gboolean is_end = FALSE;
  guint n_pages = 0;

  while (!is_end)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items =
          mull_trash_read (fixture->workspace, &after, filter, limit, &is_end, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (++n_pages, <, 1000);
      for (guint i = 0; i < items->len; i++)
        {
          g_autofree char *name = mull_trash_item_dup_name (items->pdata[i]);
          g_autofree char *place = mull_trash_item_dup_place (items->pdata[i]);

          g_string_append_printf (text, "%s (%s, %s)\n", name,
                                  mull_trash_item_get_kind_label (items->pdata[i]), place);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (OpsFixture *fixture, const char *filter, const char *expected)
{
  for (guint limit = 1; limit < 6; limit++)
    {
      g_autofree char *text = list (fixture, filter, limit);

      g_assert_cmpstr (text, ==, expected);
    }
}

static gint64
count (OpsFixture *fixture)
{
  gint64 counts[MULL_TRASH_N_KINDS];
  g_autoptr (GError) error = NULL;
  gint64 n = mull_trash_count (fixture->workspace, counts, &error);

  g_assert_no_error (error);
  return n;
}

/* Of every kind, in every size of page; what went in the same instant keeps its order. */
static void
test_list (OpsFixture *fixture, gconstpointer data)
{
  gint64 company_id = fixture_query (fixture->db, "SELECT min (id) FROM company");
  gint64 entry_id = log_entry (fixture, "Sent the figures\nto “Ann”");
  g_autoptr (GError) error = NULL;
  g_autofree char *counts_text = NULL;
  gint64 counts[MULL_TRASH_N_KINDS];

  assert_list (fixture, "", "");
  mull_timeline_ops_trash (fixture->workspace, entry_id, &error);
  g_assert_no_error (error);
  pass_minute (fixture);
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  mull_trash_put (fixture->workspace, MULL_TRASH_PERSON, fixture->person_id, &error);
  mull_trash_put (fixture->workspace, MULL_TRASH_COMPANY, company_id, &error);
  g_assert_no_error (error);
  assert_list (fixture, "",
               "Boiler service (Deal, Hartwell Mills, also in the trash)\n"
               "Ann Ruiz (Person, Hartwell Mills, also in the trash)\n"
               "Hartwell Mills (Company, )\n"
               "Sent the figures to “Ann” (Note, Boiler service, also in the trash)\n");
  assert_list (fixture, " RUÍZ", "Ann Ruiz (Person, Hartwell Mills, also in the trash)\n");
  assert_list (fixture, "boiler",
               "Boiler service (Deal, Hartwell Mills, also in the trash)\n"
               "Sent the figures to “Ann” (Note, Boiler service, also in the trash)\n");
  assert_list (fixture, "nothing", "");
  g_assert_cmpint (mull_trash_count (fixture->workspace, counts, &error), ==, 4);
  counts_text = mull_trash_dup_counts (counts);
  g_assert_cmpstr (counts_text, ==, "1 deal · 1 entry · 1 person · 1 company");
}

static gboolean
insert_many (MullDatabase *db, gpointer data, GError **error)
{
  return mull_database_exec (
      db,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
      " INSERT INTO entry (uuid, deal_id, kind, happened_at, written_at, text, trashed_at)"
      " SELECT hex (randomblob (16)), (SELECT min (id) FROM deal), 'note', 1, 1,"
      "  CASE i % 100 WHEN 0 THEN 'Needle' ELSE 'Hay' END, 1000 + i / 7 FROM n",
      error);
}

/* More than are looked through at a time; nothing is left out and nothing comes twice. */
static void
test_many (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  mull_workspace_transact (fixture->workspace, MULL_OP_LOG, "Many", 0, insert_many, NULL, &error);
  g_assert_no_error (error);
  found = list (fixture, "needle", 50);
  lines = g_strsplit (found, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 20 + 1);
  g_clear_pointer (&found, g_free);
  g_strfreev (g_steal_pointer (&lines));
  found = list (fixture, "", 33);
  lines = g_strsplit (found, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2000 + 1);
}

static void
test_restore (OpsFixture *fixture, gconstpointer data)
{
  gint64 entry_id = log_entry (fixture, "Sent the figures");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;

  mull_timeline_ops_trash (fixture->workspace, entry_id, &error);
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  mull_trash_put (fixture->workspace, MULL_TRASH_PERSON, fixture->person_id, &error);
  g_assert_no_error (error);

  ops_fixture_before (fixture);
  mull_trash_restore (fixture->workspace, MULL_TRASH_PERSON, fixture->person_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  /* Nobody would see an entry of a deal that is in the trash. */
  ops_fixture_before (fixture);
  mull_trash_restore (fixture->workspace, MULL_TRASH_ENTRY, entry_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (count (fixture), ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal_card"), ==, 1);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_nothing (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  for (int kind = 0; kind < MULL_TRASH_N_KINDS; kind++)
    {
      g_assert_false (mull_trash_restore (fixture->workspace, (MullTrashKind) kind, 4711, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  g_assert_true (
      mull_trash_restore (fixture->workspace, MULL_TRASH_DEAL, fixture->deal_id, &error));
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);
}

/* Only what is in it goes, with everything that belongs to it; one step brings all of it back. */
static void
test_empty (OpsFixture *fixture, gconstpointer data)
{
  gint64 entry_id = log_entry (fixture, "Sent the figures");
  g_autoptr (GError) error = NULL;
  gboolean can_undo = FALSE;

  g_assert_false (mull_trash_empty (fixture->workspace, &can_undo, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  add_deals (fixture, 3, TRUE);
  log_entry (fixture, "Stays");
  mull_timeline_ops_trash (fixture->workspace, entry_id, &error);
  mull_trash_put (fixture->workspace, MULL_TRASH_PERSON, fixture->person_id, &error);
  g_assert_no_error (error);

  ops_fixture_before (fixture);
  mull_trash_empty (fixture->workspace, &can_undo, &error);
  g_assert_no_error (error);
  g_assert_true (can_undo);
  g_assert_cmpint (count (fixture), ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM member"), ==, 0);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM entry WHERE text = 'Sent the figures'"), ==,
      0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry WHERE text = 'Stays'"),
                   ==, 1);
  fixture_check_derived (fixture->workspace);
  ops_fixture_assert_one_step (fixture);
}

static void
on_emptied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* It goes on, and is not over before it is. */
static void
on_progress_cb (double progress, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (progress, >=, *last);
  g_assert_cmpfloat (progress, <, 1);
  *last = progress;
}

static guint
count_backups (OpsFixture *fixture)
{
  g_autoptr (GPtrArray) backups = mull_custody_list (fixture->workspace);

  return backups->len;
}

static gboolean
empty_async (OpsFixture *fixture, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean can_undo = FALSE;
  guint n_backups = count_backups (fixture);
  double progress = 0;

  mull_trash_empty_async (fixture->workspace, cancellable, on_progress_cb, &progress, on_emptied_cb,
                          &result);
  /* The backup does not keep the caller waiting. */
  g_assert_cmpuint (count_backups (fixture), ==, n_backups);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!mull_trash_empty_finish (fixture->workspace, result, &can_undo, error))
    return FALSE;
  g_assert_true (can_undo);
  return TRUE;
}

/* Many go after a backup, and only if nobody changes their mind. */
static void
test_empty_async (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL, some = NULL;

  add_deals (fixture, MULL_TRASH_BACKUP_ITEMS, TRUE);
  none = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (none->len, ==, 0);
  ops_fixture_before (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (empty_async (fixture, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);
  g_assert_cmpint (count (fixture), ==, MULL_TRASH_BACKUP_ITEMS);

  add_deals (fixture, 1, TRUE);
  ops_fixture_before (fixture);
  g_assert_true (empty_async (fixture, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture), ==, 0);
  ops_fixture_assert_one_step (fixture);
  some = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpint (((MullBackupManifest *) some->pdata[0])->reason, ==, MULL_BACKUP_TRASH);
}

/* The number of a row may be given to another one: what was kept for it must not be found then. */
static void
test_empty_forgets (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) deal = mull_deal_store_get (fixture->db, fixture->deal_id, &error);
  g_autofree char *key = g_strconcat ("composer/", deal->uuid, NULL);
  g_autofree char *new_key = g_strconcat ("roadblock-new:", deal->uuid, ":", NULL);
  g_autofree char *form_key = g_strconcat ("deal-form:", deal->uuid, ":promise:p1", NULL);

  mull_workspace_set_draft (fixture->workspace, form_key, "Half a promise", &error);
  mull_workspace_set_draft (fixture->workspace, "person-form:gone", "Half a name", &error);
  mull_workspace_set_draft (fixture->workspace, key, "Half a sen", &error);
  mull_workspace_set_draft (fixture->workspace, "composer/gone", "Another", &error);
  mull_workspace_set_draft (fixture->workspace, "entry", "Nobody's", &error);
  mull_workspace_set_draft (fixture->workspace, "own-it:p1", "Half of them", &error);
  mull_workspace_set_draft (fixture->workspace, "quiet-pass:s1", "anyway\n", &error);
  mull_workspace_set_draft (fixture->workspace, "script:s1:ask", "Could we", &error);
  mull_workspace_set_draft (fixture->workspace, "roadblock:b1:3", "Nobody can", &error);
  mull_workspace_set_draft (fixture->workspace, new_key, "It is not", &error);
  mull_database_begin (fixture->db, &error);
  mull_database_exec (fixture->db,
                      "INSERT INTO source_identity (source, kind, source_id, object_id)"
                      " SELECT 'x', 'deal', '1', id FROM deal",
                      &error);
  mull_database_exec (fixture->db,
                      "INSERT INTO source_identity (source, kind, source_id, object_id)"
                      " SELECT 'x', 'entry', id, id FROM entry",
                      &error);
  mull_database_exec (fixture->db,
                      "INSERT INTO commitment (uuid, deal_id, side, words, made_on, due_on,"
                      " created_at) SELECT 'p1', id, 'us', 'valves', '2024-05-01', '2024-06-01', 1"
                      " FROM deal",
                      &error);
  mull_database_exec (fixture->db,
                      "INSERT INTO script (uuid, deal_id, kind, created_at)"
                      " SELECT 's1', id, 'do-over', 1 FROM deal",
                      &error);
  mull_database_exec (fixture->db,
                      "INSERT INTO roadblock (uuid, deal_id, symptom, symptom_on, created_at)"
                      " SELECT 'b1', id, 'It is not', '2024-05-01', 1 FROM deal",
                      &error);
  g_assert_no_error (error);
  mull_database_commit (fixture->db, &error);
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  mull_trash_empty (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM source_identity"), ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM draft"), ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM draft WHERE key = 'entry'"),
                   ==, 1);
}

static gint64
count_drafts (OpsFixture *fixture)
{
  return fixture_query (fixture->db, "SELECT count(*) FROM draft");
}

static void
sweep_drafts (OpsFixture *fixture, gboolean expects_some)
{
  g_assert_cmpint (mull_draft_sweep_begin (fixture->workspace), ==, expects_some);
  while (G_OBJECT (fixture->workspace)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

/* Returns: (transfer full): where the draft of a promise is that was just made */
static char *
promise_with_draft (OpsFixture *fixture)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GError) error = NULL;
  char *key;

  promise->deal_id = fixture->deal_id;
  promise->due_on = mull_workspace_get_today (fixture->workspace) + 7;
  mull_set_text (&promise->words, "send the drawing");
  mull_commitment_ops_promise (fixture->workspace, promise, NULL, &error);
  g_assert_no_error (error);
  made = mull_commitment_store_list (fixture->db, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 1);
  key = g_strconcat ("own-it:", ((MullCommitment *) made->pdata[0])->uuid, NULL);
  mull_workspace_set_draft (fixture->workspace, key, "Half of them", &error);
  g_assert_no_error (error);
  return key;
}

/* What was typed about a promise that was undone stays as long as that can be done again. */
static void
test_orphans (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *key = promise_with_draft (fixture);
  g_autoptr (GError) error = NULL;

  sweep_drafts (fixture, FALSE);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  sweep_drafts (fixture, TRUE);
  g_assert_cmpint (count_drafts (fixture), ==, 1);
  g_assert_true (mull_workspace_redo (fixture->workspace, &error));
  sweep_drafts (fixture, FALSE);
  g_assert_cmpint (count_drafts (fixture), ==, 1);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  /* From the next step on it cannot. */
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_drafts (fixture), ==, 1);
  sweep_drafts (fixture, TRUE);
  g_assert_cmpint (count_drafts (fixture), ==, 0);
  /* Whoever empties the trash need not wait for that. */
  mull_workspace_set_draft (fixture->workspace, key, "Half of them", &error);
  mull_trash_empty (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_drafts (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/trash/list", test_list);
  OPS_ADD ("/trash/many", test_many);
  OPS_ADD ("/trash/restore", test_restore);
  OPS_ADD ("/trash/restore-nothing", test_restore_nothing);
  OPS_ADD ("/trash/empty", test_empty);
  OPS_ADD ("/trash/empty-async", test_empty_async);
  OPS_ADD ("/trash/empty-forgets", test_empty_forgets);
  OPS_ADD ("/trash/orphans", test_orphans);
  return g_test_run ();
}
