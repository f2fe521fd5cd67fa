/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-erasure"
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "mull-erasure.h"

#include "mull-commitment-ops.h"
#include "mull-contact-ops.h"
#include "mull-contact-store.h"
#include "mull-custody.h"
#include "mull-decision-ops.h"
#include "mull-drill.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-plan-store.h"
#include "mull-record-store.h"
#include "mull-roadblock-ops.h"
#include "mull-workspace-private.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* In no word list, and in one piece for the tokenizer. */
#define TOKEN "zqxvjk"

/* Wherever something may be said of a person, or to them, or by them. */
static const char *const fill_sql[] = {
  "UPDATE person SET name = 'Ann " TOKEN "', name_key = 'ann " TOKEN "', title = '" TOKEN "',"
  " notes = '" TOKEN "' WHERE id = ?1",
  "INSERT INTO person_address (person_id, kind, label, value, value_key, rank)"
  " VALUES (?1, 'mail', '" TOKEN "', '" TOKEN "@x.example', '" TOKEN "@x.example', 1)",
  "UPDATE member SET evidence = '" TOKEN "' WHERE person_id = ?1",
  "INSERT INTO entry (uuid, deal_id, person_id, kind, happened_at, written_at, text)"
  " VALUES ('e1', (SELECT min (id) FROM deal), ?1, 'call', 1, 1, 'About " TOKEN " and more')",
  "INSERT INTO entry_words (entry_id, person_id, words)"
  " SELECT id, ?1, '" TOKEN "' FROM entry WHERE uuid = 'e1'",
  "INSERT INTO entry_change (entry_id, field, old_value, new_value)"
  " SELECT id, 'x', '" TOKEN "', '" TOKEN "' FROM entry WHERE uuid = 'e1'",
  "INSERT INTO call_review (uuid, entry_id, question, created_at)"
  " SELECT 'r1', id, '" TOKEN "', 1 FROM entry WHERE uuid = 'e1'",
  "INSERT INTO call_review_item (review_id, text, got, rank)"
  " SELECT id, '" TOKEN "', 0, 1 FROM call_review WHERE uuid = 'r1'",
  "INSERT INTO qualification (deal_id, question, answer, evidence, entry_id, answered_at)"
  " SELECT deal_id, 1, 'yes', '" TOKEN "', id, 1 FROM entry WHERE uuid = 'e1'",
  "INSERT INTO commitment (uuid, deal_id, side, by_person_id, words, made_on, due_on, created_at)"
  " VALUES ('c1', (SELECT min (id) FROM deal), 'them', ?1, '" TOKEN "', '2024-05-01',"
  " '2024-06-01', 1)",
  "INSERT INTO own_it (uuid, commitment_id, cannot, can, effort, words, lesson, created_at)"
  " SELECT 'o1', id, '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "', 1"
  " FROM commitment WHERE uuid = 'c1'",
  "INSERT INTO way_out (own_it_id, text, rank) SELECT id, '" TOKEN "', 1 FROM own_it",
  "INSERT INTO planned_touch (uuid, deal_id, person_id, kind, due_on, place, text, created_at)"
  " VALUES ('t1', (SELECT min (id) FROM deal), ?1, 'call', '2024-06-01', '" TOKEN "',"
  " 'Call " TOKEN "', 1)",
  "INSERT INTO hole (uuid, deal_id, person_id, kind, text, why, benefit, answer, cost_call,"
  " cost_without, rank, left_at, created_at) VALUES ('h1', (SELECT min (id) FROM deal), ?1,"
  " 'question', '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "',"
  " 1, 1, 1)",
  "INSERT INTO quiet (uuid, scope, person_id, words, asked_on, until_on, wake_text, first_action,"
  " created_at) VALUES ('q1', 'person', ?1, '" TOKEN "', '2024-05-01', '2024-05-02', '" TOKEN "',"
  " '" TOKEN "', 1)",
  "INSERT INTO roadblock (uuid, deal_id, symptom, symptom_by_id, symptom_on, underlying, takes,"
  " takes_who, we_give, costs_not, lesson, created_at)"
  " VALUES ('b1', (SELECT min (id) FROM deal), '" TOKEN "', ?1, '2024-05-01', '" TOKEN "',"
  " '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "', '" TOKEN "', 1)",
  "INSERT INTO roadblock_answer (roadblock_id, question, answer, person_id, rank)"
  " SELECT id, 'Why?', '" TOKEN "', ?1, 1 FROM roadblock",
  "INSERT INTO script (uuid, deal_id, kind, person_id, created_at)"
  " VALUES ('s1', (SELECT min (id) FROM deal), 'do-over', ?1, 1)",
  "INSERT INTO script_beat (script_id, beat, text) SELECT id, 'ask', '" TOKEN "' FROM script",
  "INSERT INTO ignored_remark (uuid, script_id, category, words, created_at)"
  " SELECT 'i1', id, 'gap', '" TOKEN "', 1 FROM script",
  "INSERT INTO hard_question (uuid, deal_id, person_id, text, words, created_at)"
  " VALUES ('u1', (SELECT min (id) FROM deal), ?1, '" TOKEN "', '" TOKEN "', 1)",
  "INSERT INTO decision (uuid, deal_id, question_id, cause, choice, reason, created_at)"
  " SELECT 'd1', deal_id, id, 'hard-question', 'continue', '" TOKEN "', 1 FROM hard_question",
  "INSERT INTO source_identity (source, kind, source_id, object_id, digest)"
  " VALUES ('x', 'person', '" TOKEN "', ?1, '" TOKEN "')",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'composer/' || uuid, '" TOKEN "', 1 FROM deal ORDER BY id LIMIT 1",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'script:' || uuid || ':ask', '" TOKEN "', 1 FROM script",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'own-it:' || uuid, '" TOKEN "', 1 FROM commitment",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'quiet-pass:' || uuid, '" TOKEN "', 1 FROM script",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'roadblock:' || uuid || ':3', '" TOKEN "', 1 FROM roadblock",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'roadblock-new:' || uuid || ':', '" TOKEN "', 1 FROM deal ORDER BY id LIMIT 1",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'deal-form:' || uuid || ':quiet:', '" TOKEN "', 1 FROM deal ORDER BY id LIMIT 1",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'person-form:' || uuid, '" TOKEN "', 1 FROM person WHERE id = ?1",
  "INSERT INTO draft (key, text, updated_at)"
  " SELECT 'roadblock:elsewhere:help', uuid || ' " TOKEN "', 1 FROM person WHERE id = ?1",
  "INSERT INTO draft (key, text, updated_at) VALUES ('else', 'To Ann " TOKEN "', 1)",
  /* About a promise that was undone. */
  "INSERT INTO draft (key, text, updated_at) VALUES ('own-it:undone', '" TOKEN "', 1)",
};

static gboolean
fill_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  OpsFixture *fixture = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (fill_sql); i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, fill_sql[i], error);

      if (statement == NULL)
        return FALSE;
      if (strstr (fill_sql[i], "?1") != NULL)
        mull_statement_bind_int64 (statement, 1, fixture->person_id);
      if (!mull_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The tables in the way of a step, so that the history has it as well; then another step, so that
 * pages are freed. */
static void
fill (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullPerson) person = NULL;
  g_autoptr (MullPerson) changed = NULL;

  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_PERSON, "Edit " TOKEN, 0, fill_cb,
                           fixture, &error);
  g_assert_no_error (error);
  person = mull_person_load (fixture->workspace, fixture->person_id, &error);
  changed = mull_person_copy (person);
  mull_set_text (&changed->notes, "Longer: " TOKEN " " TOKEN);
  mull_person_ops_update (fixture->workspace, changed, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* As bytes, whatever the case: the index has folded ones. */
static gboolean
has_token (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  return memmem (bytes, length, TOKEN, strlen (TOKEN)) != NULL;
}

static gboolean
is_listed (const GPtrArray *holders, const char *path)
{
  for (guint i = 0; i < holders->len; i++)
    if (g_str_equal (((MullErasureHolder *) holders->pdata[i])->path, path))
      return TRUE;
  return FALSE;
}

/* Files below @folder with the token in them, but for those that are listed. */
static guint
count_files (const char *folder, const GPtrArray *holders)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_files (path, holders);
      else if ((holders == NULL || !is_listed (holders, path)) && has_token (path))
        n++;
    }
  return n;
}

static void
test_leaves_nothing (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) earlier = NULL;
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GPtrArray) holders = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  fill (fixture);
  earlier = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  for (int i = 0; i < MULL_ERASE_N_PARTS; i++)
    if (i != MULL_ERASE_ATTACHMENTS)
      g_assert_cmpint (erasure->counts[i], >, 0);
  mull_erasure_run (fixture->workspace, erasure, &error);
  g_assert_no_error (error);
  g_assert_null (mull_workspace_dup_undo_label (fixture->workspace));
  g_assert_false (mull_workspace_undo (fixture->workspace, NULL));

  holders = mull_erasure_find_holders (fixture->workspace, erasure);
  g_assert_cmpuint (holders->len, ==, 2);
  g_assert_cmpuint (count_files (fixture->folder, NULL), >=, 2);
  g_assert_cmpuint (count_files (fixture->folder, holders), ==, 0);

  for (guint i = 0; i < holders->len; i++)
    {
      g_assert_true (((MullErasureHolder *) holders->pdata[i])->is_backup);
      mull_erasure_remove_holder (fixture->workspace, erasure, holders->pdata[i], &error);
      g_assert_no_error (error);
    }
  none = mull_erasure_find_holders (fixture->workspace, erasure);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (count_files (fixture->folder, NULL), ==, 0);
  /* What is without them is still safe. */
  backups = mull_custody_list (fixture->workspace);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (((MullBackupManifest *) backups->pdata[0])->is_good);
}

static gboolean
erase_tables_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  OpsFixture *fixture = user_data;

  return mull_erase_store_person (db, fixture->person_id, "-", error) &&
         mull_database_exec (db, "DELETE FROM undo_step", error);
}

static gboolean
do_nothing_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return TRUE;
}

/* What the test before looks for is still there if the log is not emptied, or the indexes are not
 * written anew; so it would be seen. */
static void
test_each_part_is_needed (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "mulligan.db", NULL);
  g_autofree char *log = g_build_filename (fixture->folder, "mulligan.db-wal", NULL);
  gboolean is_emptied = FALSE;

  fill (fixture);
  mull_database_checkpoint (fixture->db, &error);
  g_assert_no_error (error);
  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_PERSON, "-", 0, erase_tables_cb,
                           fixture, &error);
  g_assert_no_error (error);
  g_assert_true (has_token (file));
  mull_database_begin (fixture->db, &error);
  mull_database_exec (fixture->db, "DELETE FROM undo_step", &error);
  mull_database_commit (fixture->db, &error);
  mull_database_checkpoint (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_false (has_token (log));
  g_assert_true (has_token (file));
  mull_workspace_erase (fixture->workspace, do_nothing_cb, NULL, &is_emptied, &error);
  g_assert_no_error (error);
  g_assert_false (has_token (file));
}

/* The deal keeps its figures: what happened, when, and what was promised. */
static void
test_keeps_facts (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullErasure) erasure = NULL;
  gint64 n_entries;

  fill (fixture);
  n_entries = fixture_query (fixture->db, "SELECT count(*) FROM entry");
  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  mull_erasure_run (fixture->workspace, erasure, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry"), ==, n_entries);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM entry WHERE uuid = 'e1' AND kind = 'call'"
                                  " AND text = '' AND person_id IS NULL AND happened_at = 1"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM commitment WHERE words = '(erased)'"
                                  " AND by_person_id IS NULL AND due_on = '2024-06-01'"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM draft"), ==, 0);
  g_assert_true (mull_database_check (fixture->db, &error));
  g_assert_no_error (error);
}

static gboolean
mention_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return mull_database_exec (db, "UPDATE company SET notes = 'Ask ann RUIZ'", error);
}

/* What names them elsewhere is counted, and stays; looking changes nothing. */
static void
test_plan (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GPtrArray) holders = NULL;
  g_auto (GStrv) goes = NULL;
  g_auto (GStrv) stays = NULL;
  g_autofree char *text = NULL;

  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_COMPANY, "-", 0, mention_cb, NULL,
                           &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);
  g_assert_cmpstr (erasure->name, ==, "Ann Ruiz");
  g_assert_cmpint (erasure->n_mentions, ==, 1);
  goes = mull_erasure_list_goes (erasure);
  text = g_strjoinv ("|", goes);
  g_assert_nonnull (strstr (text, "their part in 1 deal"));
  g_assert_nonnull (strstr (text, "can no longer be undone"));
  g_assert_null (strstr (text, "quotation"));
  stays = mull_erasure_list_stays (fixture->workspace, erasure);
  g_assert_cmpuint (g_strv_length (stays), ==, 3);
  holders = mull_erasure_find_holders (fixture->workspace, erasure);
  g_assert_cmpuint (holders->len, ==, 0);
  g_clear_pointer (&erasure, mull_erasure_free);
  erasure = mull_erasure_new (fixture->workspace, 4711, &error);
  g_assert_null (erasure);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

/* A copy that nobody can look into may hold anybody; what names nobody does not. */
static void
test_other_files (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *content;
    gboolean holds;
  } cases[] = {
    { "backups/weekly.xml", "<person name=\"Ann Ruiz\"/>", TRUE },
    { "backups/other.xml", "<person name=\"Bob\"/>", FALSE },
    { "damaged/mulligan.db", "SQLite format 3", TRUE },
    { "empty", "", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MullErasure) erasure =
      mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_autoptr (GPtrArray) holders = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0700);
      g_file_set_contents (path, cases[i].content, (gssize) strlen (cases[i].content) + 1, &error);
      g_assert_no_error (error);
    }
  holders = mull_erasure_find_holders (fixture->workspace, erasure);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      g_assert_cmpint (is_listed (holders, path), ==, cases[i].holds);
    }
}

static void
quote_promise (OpsFixture *fixture)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = MULL_SIDE_THEM;
  commitment->by_person_id = fixture->person_id;
  commitment->due_on = mull_clock_get_today (fixture->clock) + 7;
  mull_set_text (&commitment->words, "send the " TOKEN);
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_AT_RISK, 0, &error);
  g_assert_no_error (error);
}

static void
quote_hole (OpsFixture *fixture)
{
  g_autoptr (MullHole) hole = NULL;
  g_autoptr (MullHole) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_drill_ops_find_hole (fixture->workspace, fixture->deal_id, MULL_HOLE_QUESTION,
                            "What " TOKEN " wants", &id, &error);
  g_assert_no_error (error);
  hole = mull_hole_store_get (fixture->db, id, &error);
  g_assert_no_error (error);
  changed = mull_hole_copy (hole);
  changed->person_id = fixture->person_id;
  mull_hole_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
}

/* Longer than what the timeline says of it */
static void
quote_roadblock (OpsFixture *fixture)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autofree char *more = g_strnfill (200, 'x');
  g_autofree char *symptom = g_strconcat (TOKEN " has no budget ", more, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  roadblock->deal_id = fixture->deal_id;
  roadblock->symptom_by_id = fixture->person_id;
  mull_set_text (&roadblock->symptom, symptom);
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
}

static gboolean
ask_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  OpsFixture *fixture = user_data;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db,
      "INSERT INTO hard_question (uuid, deal_id, person_id, text, created_at)"
      " SELECT 'u1', min (id), ?1, 'Why?', 1 FROM deal",
      error);

  mull_statement_bind_int64 (statement, 1, fixture->person_id);
  return mull_statement_run (statement, error);
}

static void
quote_decision (OpsFixture *fixture)
{
  g_autoptr (MullDecision) decision = mull_decision_new ();
  g_autoptr (GError) error = NULL;

  mull_workspace_transact (fixture->workspace, MULL_OP_HARD_QUESTION, "-", 0, ask_cb, fixture,
                           &error);
  g_assert_no_error (error);
  decision->deal_id = fixture->deal_id;
  decision->question_id = fixture_query (fixture->db, "SELECT id FROM hard_question");
  decision->cause = MULL_DECISION_CAUSE_HARD_QUESTION;
  decision->choice = MULL_DECISION_CHOICE_CONTINUE;
  mull_set_text (&decision->reason, TOKEN " means it");
  mull_decision_ops_decide (fixture->workspace, decision, MULL_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
}

/* Lines of the timeline that the program writes are nobody's, but hold their words. */
static void
test_quoting_lines (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_entries;

  quote_promise (fixture);
  quote_hole (fixture);
  quote_roadblock (fixture);
  quote_decision (fixture);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry WHERE person_id IS NULL"
                                               " AND instr (text || change_line, '" TOKEN "') > 0"),
                   ==, 5);
  n_entries = fixture_query (fixture->db, "SELECT count(*) FROM entry");
  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_assert_true (mull_erasure_run (fixture->workspace, erasure, &error));
  g_assert_no_error (error);
  g_assert_true (erasure->is_emptied);
  g_assert_true (erasure->has_clean_backup);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry"), ==, n_entries);
  g_assert_cmpint (
      fixture_query (fixture->db,
                     "SELECT count(*) FROM entry WHERE instr (text || change_line, '" TOKEN "')"),
      ==, 0);
}

static void
on_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autofree char *away = g_strconcat (folder, "-away", NULL);

  g_assert_cmpint (g_rename (folder, away), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
}

/* What fails after they were erased is told, and is no failure. */
static void
test_no_clean_backup (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed_cb), NULL);
  g_test_expect_message ("mull-erasure", G_LOG_LEVEL_WARNING, "*");
  g_assert_true (mull_erasure_run (fixture->workspace, erasure, &error));
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
  g_assert_false (erasure->has_clean_backup);
  g_assert_true (erasure->is_emptied);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 0);
}

typedef struct
{
  MullDatabase *db;
  MullStatement *statement;
} Reader;

static void
on_changed_read_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  Reader *reader = user_data;
  g_autoptr (GError) error = NULL;

  reader->statement = mull_database_prepare_scan (reader->db, "SELECT id FROM deal", &error);
  g_assert_no_error (error);
  g_assert_true (mull_statement_step_row (reader->statement, &error));
}

/* Somebody reads: the log stays as it is until the end of work. */
static void
test_log_not_emptied (OpsFixture *fixture, gconstpointer data)
{
  Reader reader = { fixture->db, NULL };
  g_autoptr (MullErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  erasure = mull_erasure_new (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_changed_read_cb), &reader);
  g_test_expect_message ("mull-workspace-erase", G_LOG_LEVEL_WARNING, "*");
  g_assert_true (mull_erasure_run (fixture->workspace, erasure, &error));
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
  g_assert_false (erasure->is_emptied);
  g_assert_nonnull (reader.statement);
  g_clear_pointer (&reader.statement, mull_statement_release);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/erasure/leaves-nothing", test_leaves_nothing);
  OPS_ADD ("/erasure/each-part-is-needed", test_each_part_is_needed);
  OPS_ADD ("/erasure/keeps-facts", test_keeps_facts);
  OPS_ADD ("/erasure/plan", test_plan);
  OPS_ADD ("/erasure/other-files", test_other_files);
  OPS_ADD ("/erasure/quoting-lines", test_quoting_lines);
  OPS_ADD ("/erasure/no-clean-backup", test_no_clean_backup);
  OPS_ADD ("/erasure/log-not-emptied", test_log_not_emptied);
  return g_test_run ();
}
