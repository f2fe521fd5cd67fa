/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-erase-store"
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "mull-erase-store.h"

#include "mull-content-table.h"
#include "mull-store.h"
#include "mull-undo-record.h"

#include <string.h>

/* Whatever is linked to somebody goes, or loses its words; that there was a call, a promise or a
 * step, and when, stays, so that the deals keep their figures. */

#define THEIR_ENTRIES "(SELECT id FROM entry WHERE person_id = ?1)"
#define THEIR_SCRIPTS "(SELECT id FROM script WHERE person_id = ?1)"
#define THEIR_PROMISES "(SELECT id FROM commitment WHERE by_person_id = ?1 OR to_person_id = ?1)"
#define THEIR_OWN_IT                                                                               \
  "(SELECT id FROM own_it WHERE commitment_id IN " THEIR_PROMISES " OR entry_id IN " THEIR_ENTRIES \
  ")"
#define THEIR_DEALS                                                                                \
  "(SELECT deal_id FROM member WHERE person_id = ?1"                                               \
  " UNION SELECT deal_id FROM entry WHERE person_id = ?1)"
#define THEIR_DRAFTS                                                                               \
  " FROM draft WHERE key IN (SELECT 'quiet-pass:' || uuid FROM script WHERE person_id = ?1)"       \
  " OR key IN (SELECT 'composer/' || uuid FROM deal WHERE id IN " THEIR_DEALS ")"                  \
  " OR key IN (SELECT 'own-it:' || uuid FROM commitment"                                           \
  "            WHERE by_person_id = ?1 OR to_person_id = ?1)"                                      \
  " OR key = (SELECT 'person-form:' || uuid FROM person WHERE id = ?1)"                            \
  " OR EXISTS (SELECT 1 FROM script WHERE person_id = ?1 AND draft.key GLOB 'script:' || uuid || " \
  "':*')"                                                                                          \
  " OR EXISTS (SELECT 1 FROM deal AS d LEFT JOIN roadblock AS r ON r.deal_id = d.id"               \
  "            WHERE (d.id IN " THEIR_DEALS " OR r.symptom_by_id = ?1)"                            \
  "             AND (draft.key GLOB 'roadblock-new:' || d.uuid || ':*'"                            \
  "              OR draft.key GLOB 'deal-form:' || d.uuid || ':*'"                                 \
  "              OR draft.key GLOB 'roadblock:' || r.uuid || ':*'))"                               \
  " OR instr (draft.text, (SELECT uuid FROM person WHERE id = ?1)) > 0"                            \
  " OR instr (lower (draft.text), (SELECT lower (name) FROM person WHERE id = ?1)) > 0"

static const char *const count_sql[MULL_ERASE_N_PARTS] = {
  [MULL_ERASE_ADDRESSES] = "SELECT count(*) FROM person_address WHERE person_id = ?1",
  [MULL_ERASE_MEMBERSHIPS] = "SELECT count(*) FROM member WHERE person_id = ?1",
  [MULL_ERASE_ENTRIES] = "SELECT count(*) FROM entry WHERE person_id = ?1",
  [MULL_ERASE_WORDS] =
      "SELECT count(*) FROM entry_words WHERE person_id = ?1 OR entry_id IN " THEIR_ENTRIES,
  [MULL_ERASE_REVIEWS] = "SELECT count(*) FROM call_review WHERE entry_id IN " THEIR_ENTRIES,
  [MULL_ERASE_ATTACHMENTS] = "SELECT count(*) FROM attachment WHERE entry_id IN " THEIR_ENTRIES,
  [MULL_ERASE_PROMISES] = "SELECT count(*) FROM commitment"
                          " WHERE by_person_id = ?1 OR to_person_id = ?1",
  [MULL_ERASE_TOUCHES] = "SELECT count(*) FROM planned_touch WHERE person_id = ?1",
  [MULL_ERASE_HOLES] = "SELECT count(*) FROM hole WHERE person_id = ?1",
  [MULL_ERASE_QUIETS] = "SELECT count(*) FROM quiet WHERE person_id = ?1",
  [MULL_ERASE_ROADBLOCKS] = "SELECT (SELECT count(*) FROM roadblock WHERE symptom_by_id = ?1)"
                            " + (SELECT count(*) FROM roadblock_answer WHERE person_id = ?1)",
  [MULL_ERASE_SCRIPTS] = "SELECT count(*) FROM script WHERE person_id = ?1",
  [MULL_ERASE_QUESTIONS] = "SELECT count(*) FROM hard_question WHERE person_id = ?1",
  [MULL_ERASE_DRAFTS] = "SELECT count(*)" THEIR_DRAFTS,
  [MULL_ERASE_STEPS] = "SELECT count(*) FROM undo_step WHERE ?1 > 0",
};

/* Entries that the program wrote are nobody's, but quote: a promise, a hole, a decision, or the
 * start of what was said about a roadblock. */
#define QUOTE_CHARS "60"
#define QUOTED(kinds, table, column, whose)                                                        \
  "UPDATE entry SET text = '' WHERE kind IN (" kinds ") AND EXISTS (SELECT 1 FROM " table          \
  " WHERE " table ".deal_id = entry.deal_id AND " whose " AND " table "." column " <> ''"          \
  " AND instr (entry.text, rtrim (substr (" table "." column ", 1, " QUOTE_CHARS "))) > 0)"

/* What hangs on an entry, a script or a promise goes before the link to it. ?2 stands where there
 * must be words. */
static const char *const erase_sql[] = {
  QUOTED ("'commitment', 'field'",
          "commitment",
          "words",
          "(by_person_id = ?1 OR to_person_id = ?1)"),
  QUOTED ("'drill', 'field'", "hole", "text", "hole.person_id = ?1"),
  QUOTED ("'field'", "roadblock", "symptom", "symptom_by_id = ?1"),
  QUOTED ("'field'", "roadblock", "underlying", "symptom_by_id = ?1"),
  QUOTED ("'field'",
          "decision",
          "reason",
          "question_id IN (SELECT id FROM hard_question WHERE person_id = ?1)"),
  "DELETE" THEIR_DRAFTS,
  "DELETE FROM entry_words WHERE person_id = ?1 OR entry_id IN " THEIR_ENTRIES,
  "DELETE FROM call_review WHERE entry_id IN " THEIR_ENTRIES,
  "DELETE FROM attachment WHERE entry_id IN " THEIR_ENTRIES,
  "UPDATE qualification SET evidence = '' WHERE entry_id IN " THEIR_ENTRIES,
  "UPDATE entry_change SET old_value = '', new_value = '' WHERE entry_id IN " THEIR_ENTRIES,
  "UPDATE quiet_touch SET why = '' WHERE entry_id IN " THEIR_ENTRIES
  " OR touch_id IN (SELECT id FROM planned_touch WHERE person_id = ?1)",
  "DELETE FROM way_out WHERE own_it_id IN " THEIR_OWN_IT,
  "UPDATE own_it SET cannot = '', can = '', effort = '', words = '', lesson = '' WHERE id "
  "IN " THEIR_OWN_IT,
  "UPDATE decision SET reason = '' WHERE question_id IN"
  " (SELECT id FROM hard_question WHERE person_id = ?1)",
  "UPDATE hard_question SET text = '', words = '', person_id = nullif (person_id, ?1)"
  " WHERE person_id = ?1 OR entry_id IN " THEIR_ENTRIES,
  "UPDATE commitment SET words = ?2, by_person_id = nullif (by_person_id, ?1),"
  " to_person_id = nullif (to_person_id, ?1) WHERE by_person_id = ?1 OR to_person_id = ?1",
  "UPDATE planned_touch SET text = '', place = '', person_id = NULL WHERE person_id = ?1",
  "UPDATE hole SET text = ?2, why = '', benefit = '', answer = '', cost_call = '',"
  " cost_without = '', person_id = NULL WHERE person_id = ?1",
  "DELETE FROM quiet WHERE person_id = ?1",
  "UPDATE roadblock_answer SET answer = '', person_id = NULL WHERE person_id = ?1",
  "UPDATE roadblock SET symptom = ?2, underlying = '', takes = '', takes_who = '', we_give = '',"
  " costs_not = '', lesson = '', symptom_by_id = NULL WHERE symptom_by_id = ?1",
  "DELETE FROM script_beat WHERE script_id IN " THEIR_SCRIPTS,
  "DELETE FROM ignored_remark WHERE script_id IN " THEIR_SCRIPTS,
  "UPDATE script SET person_id = NULL WHERE person_id = ?1",
  "DELETE FROM source_identity WHERE kind = 'person' AND object_id = ?1",
  "UPDATE source_identity SET digest = '' WHERE kind = 'entry' AND object_id IN " THEIR_ENTRIES,
  "UPDATE entry SET text = '', person_id = NULL WHERE person_id = ?1",
  "DELETE FROM person WHERE id = ?1",
};

/**
 * mull_erase_store_count_person:
 * @counts: (out caller-allocates): how many there are of each #MullErasePart
 * @error: return location
 */
gboolean
mull_erase_store_count_person (MullDatabase *db, gint64 person_id, gint64 *counts, GError **error)
{
  for (int i = 0; i < MULL_ERASE_N_PARTS; i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, count_sql[i], error);

      if (statement == NULL)
        return FALSE;
      mull_statement_bind_int64 (statement, 1, person_id);
      if (!mull_statement_step_row (statement, error))
        return FALSE;
      counts[i] = mull_statement_get_int64 (statement, 0);
    }
  return TRUE;
}

/**
 * mull_erase_store_list_files:
 * @error: return location
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): SHA-256 of each file that is
 *   attached to an entry of theirs
 */
char **
mull_erase_store_list_files (MullDatabase *db, gint64 person_id, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db, "SELECT DISTINCT sha256 FROM attachment WHERE entry_id IN " THEIR_ENTRIES, error);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, person_id);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_strv_builder_add (files, mull_statement_get_text (statement, 0));
  return step == MULL_STEP_DONE ? g_strv_builder_end (files) : NULL;
}

/**
 * mull_erase_store_person:
 * @instead: what stands where there must be words
 * @error: return location
 *
 * Removes a person, and the words of whatever is linked to them, from the tables.
 */
gboolean
mull_erase_store_person (MullDatabase *db, gint64 person_id, const char *instead, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (erase_sql); i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, erase_sql[i], error);

      if (statement == NULL)
        return FALSE;
      mull_statement_bind_int64 (statement, 1, person_id);
      if (strstr (erase_sql[i], "?2") != NULL)
        mull_statement_bind_text (statement, 2, instead);
      if (!mull_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* NULL without an error: it has no words. */
static char *
build_mention_sql (MullDatabase *db, const char *table, GError **error)
{
  g_autoptr (MullContentTable) content = mull_content_table_load (db, table, error);
  g_autoptr (GString) sql = NULL;

  if (content == NULL)
    return NULL;
  sql = g_string_new (NULL);
  for (guint i = 0; i < content->columns->len; i++)
    {
      const MullContentColumn *column = mull_content_table_get_column (content, i);

      if (column->kind != MULL_CONTENT_TEXT || g_str_equal (column->name, "uuid"))
        continue;
      g_string_append (sql, sql->len == 0 ? "SELECT count(*) FROM " : " OR ");
      if (g_str_has_suffix (sql->str, "FROM "))
        g_string_append_printf (sql, "%s WHERE ", table);
      g_string_append_printf (sql, "instr (lower (%s), lower (?1)) > 0", column->name);
    }
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * mull_erase_store_count_mentions:
 * @name: a name
 * @n_mentions: (out): in how many rows it stands
 * @error: return location
 */
gboolean
mull_erase_store_count_mentions (MullDatabase *db,
                                 const char *name,
                                 gint64 *n_mentions,
                                 GError **error)
{
  const char *const *tables = mull_store_content_tables ();

  *n_mentions = 0;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = build_mention_sql (db, tables[i], error);
      g_autoptr (MullStatement) statement = NULL;

      if (sql == NULL)
        return FALSE;
      if (*sql == '\0')
        continue;
      statement = mull_database_prepare_scan (db, sql, error);
      if (statement == NULL)
        return FALSE;
      mull_statement_bind_text (statement, 1, name);
      if (!mull_statement_step_row (statement, error))
        return FALSE;
      *n_mentions += mull_statement_get_int64 (statement, 0);
    }
  return TRUE;
}

/**
 * mull_erase_store_wipe_indexes:
 *
 * A deleted row leaves its words in the segments of a full-text index, where neither VACUUM nor the
 * zeroing of deleted content finds them; merged into one segment they are gone.
 */
gboolean
mull_erase_store_wipe_indexes (MullDatabase *db, GError **error)
{
  g_autoptr (MullStatement) tables = mull_database_prepare_scan (
      db, "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'",
      error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MullStep step;

  if (tables == NULL)
    return FALSE;
  while ((step = mull_statement_step (tables, error)) == MULL_STEP_ROW)
    g_ptr_array_add (names, mull_statement_dup_text (tables, 0));
  if (step == MULL_STEP_ERROR)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *sql =
          g_strconcat ("INSERT INTO ", name, " (", name, ") VALUES ('optimize')", NULL);

      if (!mull_database_exec (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_row (MullDatabase *db, const char *uuid, gboolean *found, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "SELECT count(*) FROM person WHERE uuid = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, uuid);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *found = mull_statement_get_int64 (statement, 0) > 0;
  return TRUE;
}

static gboolean
has_text (GBytes *record, const char *const *texts)
{
  g_autoptr (GBytes) changeset = mull_undo_record_swell (record);
  gsize length;
  const char *bytes;

  /* What nobody can read cannot be said to be without them. */
  if (changeset == NULL)
    return TRUE;
  bytes = g_bytes_get_data (changeset, &length);
  for (guint i = 0; texts[i] != NULL; i++)
    if (length > 0 && memmem (bytes, length, texts[i], strlen (texts[i])) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * mull_erase_store_holds_person:
 * @uuid: of the person
 * @texts: (array zero-terminated=1): their name, numbers and addresses
 * @holds: (out): whether they are in it
 * @error: return location
 *
 * Looks into a copy of the data.
 */
gboolean
mull_erase_store_holds_person (MullDatabase *db,
                               const char *uuid,
                               const char *const *texts,
                               gboolean *holds,
                               GError **error)
{
  g_autoptr (MullStatement) statement = NULL;
  MullStep step = MULL_STEP_DONE;

  if (!find_row (db, uuid, holds, error))
    return FALSE;
  if (*holds)
    return TRUE;
  statement = mull_database_prepare_scan (db, "SELECT changeset FROM undo_step", error);
  if (statement == NULL)
    return FALSE;
  while (!*holds && (step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      g_autoptr (GBytes) record = mull_statement_dup_blob (statement, 0);

      *holds = has_text (record, texts);
    }
  return step != MULL_STEP_ERROR;
}
