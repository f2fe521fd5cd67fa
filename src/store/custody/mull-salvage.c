/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage"

#include "config.h"

#include "mull-salvage.h"

#include "mull-card-store.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-page-guard.h"
#include "mull-salvage-doubts.h"
#include "mull-salvage-list.h"
#include "mull-salvage-orphans.h"
#include "mull-salvage-pages.h"
#include "mull-salvage-references.h"
#include "mull-salvage-walk.h"
#include "mull-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What is no content but the rep's all the same. What is derived is made anew, and what could be
 * undone is gone with the file that it was done in. */
static const char *const other_tables[] = { "meta", "setting", "draft", "reminder", NULL };

typedef struct
{
  const MullSalvageJob *job;
  MullDatabase *source;
  MullDatabase *backup; /* (nullable) */
  MullDatabase *target;
  MullSalvageList *list;
  MullRepairOption *option;
  MullPageGuard *guard; /* (nullable): of what is damaged; not owned */
  GPtrArray *patched;   /* names of tables of which pages were found again */
} Salvage;

/* A table while its rows are copied. */
typedef struct
{
  Salvage *salvage;
  const char *table;
  sqlite3_stmt *insert;
  gboolean has_ids;
  guint n_wrong; /* pages that were known to be damaged when the last row was copied */
} Copy;

/* ── The damaged file, so that it can be read ─────────────────────────── */

/* Moves what is in the log into the copy. A log that is of no use is let go. */
static void
absorb_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX,
                       NULL) == SQLITE_OK)
    {
      sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      if (sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA wal_checkpoint (TRUNCATE)",
                        NULL, NULL, NULL) != SQLITE_OK)
        g_info ("The log of the damaged file is of no use: %s", sqlite3_errmsg (handle));
    }
  sqlite3_close (handle);
  g_unlink (log);
  g_unlink (index);
}

/* A header that is not ours would keep SQLite from looking at the log at all. */
static gboolean
has_usable_header (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean good =
      sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
          SQLITE_OK &&
      sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL) == SQLITE_OK &&
      sqlite3_exec (handle, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (handle, "SELECT count(*) FROM sqlite_schema", -1, &statement, NULL) ==
          SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) > 0;

  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return good;
}

/* Returns: (transfer full): a new file with our tables and nothing in them, or one that was written
 * anew, where they begin at other pages */
static char *
make_model (const MullSalvageJob *job, gboolean is_anew, GError **error)
{
  g_autofree char *path = g_strconcat (job->target, is_anew ? "-anew" : "-model", NULL);
  g_autoptr (MullDatabase) model = NULL;

  g_unlink (path);
  model = mull_database_open (path, MULL_DATABASE_COPY, error);
  return model != NULL && (!is_anew || mull_database_exec (model, "VACUUM", error)) &&
                 mull_database_close (model, error)
             ? g_steal_pointer (&path)
             : NULL;
}

static MullDatabase *
look_at_grafted (const MullSalvageJob *job, const char *model, GError **error)
{
  if (!mull_salvage_pages_graft_schema (job->damaged, model, error) ||
      !mull_salvage_pages_mend_header (job->damaged, MULL_STORE_VERSION, error))
    return NULL;
  return mull_database_open (job->damaged, MULL_DATABASE_LOOK, error);
}

/* The newest backup, or a new file, by where the tables of the damaged one begin. */
static MullDatabase *
look_with_model (const MullSalvageJob *job, GError **error)
{
  g_autofree char *model = make_model (job, FALSE, error);
  g_autofree char *anew = model != NULL ? make_model (job, TRUE, error) : NULL;
  const char *models[] = { job->backup, model, anew };
  const char *best = model;
  guint n_best = 0;
  MullDatabase *db = NULL;

  if (anew == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      guint n = models[i] != NULL ? mull_salvage_pages_count_roots (job->damaged, models[i]) : 0;

      if (n > n_best)
        {
          best = models[i];
          n_best = n;
        }
    }
  db = look_at_grafted (job, best, error);
  g_unlink (model);
  g_unlink (anew);
  return db;
}

/* By its own account of its tables if that is ours. */
static MullDatabase *
look_at_damaged (const MullSalvageJob *job, GError **error)
{
  MullDatabase *db;

  if (has_usable_header (job->damaged))
    absorb_log (job->damaged);
  else if (mull_salvage_pages_mend_header (job->damaged, MULL_STORE_VERSION, NULL))
    absorb_log (job->damaged);
  if (!mull_salvage_pages_mend_header (job->damaged, MULL_STORE_VERSION, error))
    return NULL;
  db = mull_database_open (job->damaged, MULL_DATABASE_LOOK, NULL);
  return db != NULL ? db : look_with_model (job, error);
}

/* With the pages that nothing leads to. */
static MullDatabase *
look_at_all (Salvage *self, GError **error)
{
  g_autoptr (MullDatabase) db = look_at_damaged (self->job, error);

  if (db == NULL)
    return NULL;
  mull_database_close (db, NULL);
  if (!mull_salvage_orphans_adopt (self->job->damaged, self->patched, error))
    return NULL;
  return mull_database_open (self->job->damaged, MULL_DATABASE_LOOK, error);
}

/* ── Rows ─────────────────────────────────────────────────────────────── */

static gboolean
is_clean (const char *text, int length)
{
  if (!g_utf8_validate_len (text, (gsize) length, NULL))
    return FALSE;
  for (int i = 0; i < length; i++)
    if ((guchar) text[i] < 0x20 && text[i] != '\t' && text[i] != '\n')
      return FALSE;
  return TRUE;
}

/* What no keyboard writes was not written by the rep. */
static char *
clean (const char *text, int length)
{
  char *valid = g_utf8_make_valid (text, length);

  for (char *c = valid; *c != '\0'; c++)
    if ((guchar) *c < 0x20 && *c != '\t' && *c != '\n')
      *c = '?';
  return valid;
}

/* @altered: (out): whether a text could not be taken as it was */
static void
bind_row (sqlite3_stmt *insert, sqlite3_stmt *row, gboolean *altered)
{
  *altered = FALSE;
  for (int i = 1; i < sqlite3_column_count (row); i++)
    {
      const char *text = sqlite3_column_type (row, i) == SQLITE_TEXT
                             ? (const char *) sqlite3_column_text (row, i)
                             : NULL;

      if (text == NULL || is_clean (text, sqlite3_column_bytes (row, i)))
        {
          sqlite3_bind_value (insert, i, sqlite3_column_value (row, i));
          continue;
        }
      *altered = TRUE;
      sqlite3_bind_text (insert, i, clean (text, sqlite3_column_bytes (row, i)), -1, g_free);
    }
}

static gboolean
copy_row (sqlite3_stmt *row, Copy *copy, gboolean *is_kept, GError **error)
{
  Salvage *self = copy->salvage;
  gint64 id = sqlite3_column_int64 (row, 0);
  gboolean altered = FALSE;
  int code = SQLITE_CONSTRAINT;

  *is_kept = FALSE;
  if (!copy->has_ids || (id > 0 && id <= MULL_SALVAGE_MAX_ID))
    {
      bind_row (copy->insert, row, &altered);
      code = sqlite3_step (copy->insert);
      sqlite3_reset (copy->insert);
      sqlite3_clear_bindings (copy->insert);
    }
  if (code != SQLITE_DONE && (code & 0xff) != SQLITE_CONSTRAINT && (code & 0xff) != SQLITE_MISMATCH)
    return mull_database_fail (self->target, code, error);
  *is_kept = code == SQLITE_DONE;
  if (!*is_kept)
    mull_salvage_list_add (self->list, copy->table, id,
                           _ ("left out, because it contradicts what a row can be"), row);
  else if (altered)
    {
      mull_salvage_list_add (self->list, copy->table, id,
                             _ ("kept, but with letters that were damaged"), row);
      self->option->n_altered++;
    }
  return TRUE;
}

/* Whether a page that the row was read from, just now, is not what was once written there. */
static gboolean
is_in_doubt (Copy *copy)
{
  const MullPageGuard *guard = copy->salvage->guard;
  gboolean has_wrong_rest;

  if (guard == NULL || !guard->has_sums)
    return FALSE;
  has_wrong_rest = guard->n_wrong != copy->n_wrong;
  copy->n_wrong = guard->n_wrong;
  return guard->leaf_is_wrong || has_wrong_rest;
}

static gboolean
on_row_cb (sqlite3_stmt *row, gpointer user_data, GError **error)
{
  Copy *copy = user_data;
  MullRepairOption *option = copy->salvage->option;
  guint n_altered = option->n_altered;
  gboolean is_kept;

  if (!copy_row (row, copy, &is_kept, error))
    return FALSE;
  if (!is_kept && copy->has_ids)
    option->n_lost++;
  if (is_in_doubt (copy) && is_kept && option->n_altered == n_altered)
    {
      mull_salvage_list_add_doubt (copy->salvage->list, copy->table, sqlite3_column_int64 (row, 0),
                                   row);
      option->n_altered++;
    }
  return TRUE;
}

/* ── What was lost ────────────────────────────────────────────────────── */

static sqlite3_stmt *
prepare_old (Salvage *self, const char *table, const char *columns, const char *key)
{
  g_autofree char *sql =
      g_strconcat ("SELECT ", key, ", ", columns, " FROM ", table, " WHERE ", key, " = ?1", NULL);
  sqlite3_stmt *statement = NULL;

  if (self->backup != NULL)
    sqlite3_prepare_v2 (mull_database_get_handle (self->backup), sql, -1, &statement, NULL);
  return statement;
}

static gboolean
refill (Copy *copy, sqlite3_stmt *old, gint64 id, GError **error)
{
  Salvage *self = copy->salvage;
  gboolean is_kept = FALSE, good = TRUE;

  if (old != NULL)
    {
      sqlite3_bind_int64 (old, 1, id);
      if (sqlite3_step (old) == SQLITE_ROW)
        good = copy_row (old, copy, &is_kept, error);
      if (is_kept)
        mull_salvage_list_add (self->list, copy->table, id, _ ("as it was in the newest backup"),
                               old);
      sqlite3_reset (old);
    }
  if (is_kept)
    self->option->n_refilled++;
  else if (good)
    {
      mull_salvage_list_add (self->list, copy->table, id, _ ("lost"), NULL);
      self->option->n_lost++;
    }
  return good;
}

static gboolean
refill_lost (Copy *copy, MullSalvageWalk *walk, const char *columns, GError **error)
{
  g_autoptr (GArray) lost = mull_salvage_walk_list_lost (walk);
  sqlite3_stmt *old =
      prepare_old (copy->salvage, copy->table, columns, mull_salvage_walk_get_key (walk));
  gboolean good = TRUE;

  for (guint i = 0; good && i < lost->len; i++)
    good = refill (copy, old, g_array_index (lost, gint64, i), error);
  if (mull_salvage_walk_may_lack (walk))
    {
      mull_salvage_list_add (copy->salvage->list, copy->table, 0,
                             _ ("damaged, and nothing tells which rows it had: some may be lost"),
                             NULL);
      copy->salvage->option->n_lost++;
    }
  sqlite3_finalize (old);
  return good;
}

/* ── Tables ───────────────────────────────────────────────────────────── */

/* The columns that the table has in both files: the damaged one may be of an older version. */
static char *
list_columns (Salvage *self, const char *table, guint *n, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) known = g_string_new (",");
  static const char sql[] = "SELECT name FROM pragma_table_info(?1)";
  MullDatabase *both[] = { self->target, self->source };

  *n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (both[i], sql, error);
      MullStep step = MULL_STEP_ERROR;

      if (statement == NULL)
        return NULL;
      mull_statement_bind_text (statement, 1, table);
      while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
        {
          const char *name = mull_statement_get_text (statement, 0);
          g_autofree char *word = g_strconcat (",", name, ",", NULL);

          if (i == 0)
            g_string_append_printf (known, "%s,", name);
          else if (strstr (known->str, word) != NULL)
            g_string_append_printf (columns, "%s%s", (*n)++ > 0 ? ", " : "", name);
        }
      if (step == MULL_STEP_ERROR)
        return NULL;
    }
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static sqlite3_stmt *
prepare_insert (Salvage *self,
                const char *table,
                const char *columns,
                guint n,
                gboolean replace,
                GError **error)
{
  g_autoptr (GString) sql = g_string_new (replace ? "INSERT OR REPLACE INTO " : "INSERT INTO ");
  sqlite3_stmt *statement = NULL;
  int code;

  g_string_append_printf (sql, "%s (%s) VALUES (?", table, columns);
  for (guint i = 1; i < n; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  code =
      sqlite3_prepare_v2 (mull_database_get_handle (self->target), sql->str, -1, &statement, NULL);
  if (code != SQLITE_OK)
    mull_database_fail (self->target, code, error);
  return statement;
}

/* A row without a number may be met twice, and says the same then. */
static gboolean
copy_table (Salvage *self, const char *table, GError **error)
{
  guint n_columns;
  g_autofree char *columns = list_columns (self, table, &n_columns, error);
  g_autoptr (MullSalvageWalk) walk = NULL;
  Copy copy = { .salvage = self,
                .table = table,
                .n_wrong = self->guard != NULL ? self->guard->n_wrong : 0 };
  gboolean good;

  if (columns == NULL || n_columns == 0)
    return columns != NULL;
  walk = mull_salvage_walk_new (self->source, table, columns, error);
  if (walk == NULL)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (self->patched, table, g_str_equal, NULL))
    mull_salvage_walk_note_damage (walk);
  copy.has_ids = mull_salvage_walk_has_ids (walk);
  copy.insert = prepare_insert (self, table, columns, n_columns, !copy.has_ids, error);
  good = copy.insert != NULL && mull_salvage_walk_run (walk, on_row_cb, &copy, error) &&
         refill_lost (&copy, walk, columns, error);
  sqlite3_finalize (copy.insert);
  return good;
}

static gboolean
tell (Salvage *self, double progress, GError **error)
{
  if (self->job->progress_func == NULL ||
      self->job->progress_func (progress, self->job->progress_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  return FALSE;
}

static gboolean
copy_tables (Salvage *self, const char *const *tables, double from, double to, GError **error)
{
  guint n = g_strv_length ((char **) tables);

  for (guint i = 0; i < n; i++)
    if (!copy_table (self, tables[i], error) ||
        !tell (self, from + (to - from) * (i + 1) / n, error))
      return FALSE;
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────── */

static gboolean
copy_everything (Salvage *self, GError **error)
{
  MullClock *clock = self->job->clock;

  return mull_card_store_begin_bulk (self->target, error) &&
         copy_tables (self, mull_store_content_tables (), 0.1, 0.7, error) &&
         copy_tables (self, other_tables, 0.7, 0.75, error) &&
         mull_salvage_mend_references (self->target, self->list, mull_clock_get_now (clock),
                                       &self->option->n_altered, &self->option->n_lost, error) &&
         mull_card_store_end_bulk (self->target, mull_clock_get_today (clock),
                                   mull_clock_get_zone (clock), error) &&
         mull_database_commit (self->target, error);
}

static gboolean
list_doubts (Salvage *self, GError **error)
{
  g_autoptr (MullSalvageDoubts) doubts = mull_salvage_doubts_new (self->source);

  return mull_salvage_doubts_list (doubts, self->target, self->list, &self->option->n_altered,
                                   error);
}

/* No page stays in memory that no row is read from: each is seen again with the next one. */
static gboolean
note_damaged_pages (Salvage *self, gboolean notes, GError **error)
{
  self->guard = mull_page_guard_get (mull_database_get_handle (self->source));
  if (self->guard != NULL)
    self->guard->mode = notes ? MULL_PAGE_GUARD_NOTE : MULL_PAGE_GUARD_PASS;
  return mull_database_exec (self->source,
                             notes ? "PRAGMA cache_size = 1" : "PRAGMA cache_size = -16384", error);
}

static gboolean
fill (Salvage *self, GError **error)
{
  gboolean good;

  if (!note_damaged_pages (self, TRUE, error) ||
      !mull_database_pause_foreign_keys (self->target, error))
    return FALSE;
  good = mull_database_begin (self->target, error) && copy_everything (self, error) &&
         note_damaged_pages (self, FALSE, error);
  if (!good)
    mull_database_rollback (self->target);
  mull_database_resume_foreign_keys (self->target);
  return good && list_doubts (self, error) && mull_database_check (self->target, error) &&
         tell (self, 0.95, error);
}

static gboolean
describe (Salvage *self, GError **error)
{
  MullRepairOption *option = self->option;

  g_free (option->digests);
  option->digests = mull_database_digest (self->target, error);
  if (option->digests == NULL ||
      !mull_database_query_int64 (self->target,
                                  "SELECT count(*) FROM deal WHERE trashed_at IS NULL",
                                  &option->n_deals, error))
    return FALSE;
  option->n_rows = mull_repair_option_count_rows (option->digests);
  option->n_known = option->n_rows + option->n_lost;
  option->path = g_strdup (self->job->target);
  if (option->n_lost + option->n_altered + option->n_refilled == 0)
    return TRUE;
  option->list = g_strdup (self->job->list);
  return mull_salvage_list_save (self->list, option->list, error);
}

static gboolean
salvage (Salvage *self, GError **error)
{
  const MullSalvageJob *job = self->job;

  self->source = look_at_all (self, error);
  if (self->source == NULL || !tell (self, 0.1, error))
    return FALSE;
  /* It says which of two files is the later one, and is not needed otherwise. */
  if (!mull_database_query_int64 (self->source, "SELECT max (seq) FROM undo_step",
                                  &self->option->newest_step, NULL))
    self->option->newest_step = 0;
  /* One of another version has other columns. */
  self->backup =
      job->backup != NULL ? mull_database_open (job->backup, MULL_DATABASE_LOOK, NULL) : NULL;
  if (self->backup != NULL &&
      mull_database_get_version (self->backup) != mull_database_get_version (self->source))
    g_clear_object (&self->backup);
  self->target = mull_database_open (job->target, MULL_DATABASE_COPY, error);
  return self->target != NULL && fill (self, error) && describe (self, error) &&
         mull_database_close (self->target, error);
}

/**
 * mull_salvage_run:
 * @job: what is to be done
 * @error: return location
 *
 * Copies every row that can be read into a new file. What breaks the rules of our tables is written
 * down and left out; where the file has lost a row that an index of it still knows of, the row of
 * the newest backup takes its place. What is derived is made anew, and nothing can be undone.
 *
 * Returns: (transfer full): what was saved, or %NULL
 */
MullRepairOption *
mull_salvage_run (const MullSalvageJob *job, GError **error)
{
  g_autoptr (MullRepairOption) option = mull_repair_option_new (MULL_REPAIR_SALVAGED);
  g_autoptr (MullSalvageList) list = mull_salvage_list_new ();
  g_autoptr (GPtrArray) patched = g_ptr_array_new_with_free_func (g_free);
  Salvage self = { .job = job, .option = option, .list = list, .patched = patched };
  gboolean good;

  g_return_val_if_fail (job != NULL && job->damaged != NULL && job->target != NULL, NULL);

  good = salvage (&self, error);
  g_clear_object (&self.source);
  g_clear_object (&self.backup);
  g_clear_object (&self.target);
  if (!good)
    g_unlink (job->target);
  return good ? g_steal_pointer (&option) : NULL;
}
