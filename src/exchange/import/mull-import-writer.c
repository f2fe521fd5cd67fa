/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-writer"

#include "config.h"

#include "mull-import-writer.h"

#include "mull-import-cards-private.h"
#include "mull-import-writer-private.h"
#include "mull-parse-limits.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What every source of files without a program begins with. */
#define FILE_SOURCE "file:"

/* ── Hashing ──────────────────────────────────────────────────────────── */

#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9fb21c651e98df25);
  return hash ^ (hash >> 29);
}

static guint64
hash_bytes (guint64 hash, const char *bytes, gsize length)
{
  guint64 word;

  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = mix (hash, GUINT64_FROM_LE (word));
    }
  word = length;
  for (gsize i = 0; i < length; i++)
    word = (word << 8) | (guint8) bytes[i];
  return mix (hash, word);
}

static guint64
hash_text (guint64 hash, const char *text)
{
  return hash_bytes (hash, text, strlen (text));
}

static void
print_hash (guint64 hash, char *text)
{
  static const char digits[] = "0123456789abcdef";

  for (int i = 0; i < MULL_IMPORT_DIGEST_SIZE - 1; i++)
    text[i] = digits[(hash >> (60 - 4 * i)) & 0xf];
  text[MULL_IMPORT_DIGEST_SIZE - 1] = '\0';
}

/* Over what the row says, not over how it is written: other quotation marks are no change. */
static guint64
hash_row (const MullImportRow *row)
{
  guint64 hash = HASH_START;

  for (guint i = 0; i < MULL_N_IMPORT_TARGETS; i++)
    {
      const char *text = mull_import_row_get_text (row, i);
      const MullImportMoment *moment = mull_import_row_get_moment (row, i);
      MullTernary truth = mull_import_row_get_truth (row, i);

      if (*text != '\0')
        hash = hash_text (mix (hash, i), text);
      if (mull_import_moment_is_set (moment))
        hash = mix (mix (hash, i), ((guint64) (guint32) moment->day << 32) ^
                                       ((guint64) (guint32) moment->second << 8) ^
                                       (guint64) (guint32) moment->offset);
      if (truth != MULL_TERNARY_UNKNOWN)
        hash = mix (mix (hash, i), truth);
    }
  for (guint i = 0; i < mull_import_row_get_n_addresses (row); i++)
    hash = hash_text (hash, mull_import_row_get_address (row, i)->value);
  for (guint i = 0; i < mull_import_row_get_n_kept (row); i++)
    hash = hash_text (hash, mull_import_row_get_kept (row, i));
  if (mull_money_is_set (mull_import_row_get_value (row)))
    hash = hash_text (mix (hash, (guint64) mull_import_row_get_value (row)->minor),
                      mull_import_row_get_value (row)->currency);
  return mix (hash, mull_import_row_get_outcome (row));
}

/* ── Counting and telling ─────────────────────────────────────────────── */

/**
 * mull_import_writer_text:
 * @self: a writer
 * @target: what is wanted of the present row
 *
 * Returns: (transfer none): its text, perhaps empty
 */
const char *
mull_import_writer_text (MullImportWriter *self, MullImportTarget target)
{
  return mull_import_row_get_text (self->row, target);
}

/**
 * mull_import_writer_set_key:
 * @self: a writer
 * @first: the first of the texts, then the others, and %NULL
 *
 * Makes a key of the scratch: one line of each text.
 *
 * Returns: (transfer none): the key, good until the next one is made
 */
const char *
mull_import_writer_set_key (MullImportWriter *self, const char *first, ...)
{
  va_list texts;

  g_string_assign (self->key, first);
  va_start (texts, first);
  for (const char *text = va_arg (texts, const char *); text != NULL;
       text = va_arg (texts, const char *))
    {
      g_string_append_c (self->key, '\n');
      g_string_append (self->key, text);
    }
  va_end (texts);
  return self->key->str;
}

/* ── Identities ───────────────────────────────────────────────────────── */

/**
 * mull_import_known_clear:
 * @self: what was found out about a row
 */
void
mull_import_known_clear (MullImportKnown *self)
{
  g_clear_pointer (&self->id, g_free);
}

/* In a table of ours the ids of rows are the identities of what they are: what says the same thing
 * everywhere need not be remembered. A row that was added to the table has no id, or another one.
 */
static gboolean
is_uuid_of_ours (MullImportWriter *self, const char *source_id)
{
  return self->is_ours && g_uuid_string_is_valid (source_id);
}

/**
 * mull_import_writer_look_up:
 * @self: a writer
 * @kind: kind of thing, as identities call it
 * @source_id: its id in the source
 * @object_id: (out): what it became here, or 0
 * @digest: (out) (optional) (nullable) (transfer full): of the row as it was read last
 * @error: return location
 */
gboolean
mull_import_writer_look_up (MullImportWriter *self,
                            const char *kind,
                            const char *source_id,
                            gint64 *object_id,
                            char **digest,
                            GError **error)
{
  MullImportIdentity identity = { self->source, kind, source_id, 0, NULL };

  if (is_uuid_of_ours (self, source_id))
    {
      if (digest != NULL)
        *digest = NULL;
      return mull_import_store_find_uuid (self->db, kind, source_id, object_id, error);
    }
  return mull_import_store_find (self->db, &identity, object_id, digest, error);
}

/**
 * mull_import_writer_remember:
 * @self: a writer
 * @kind: kind of thing, as identities call it
 * @source_id: its id in the source
 * @object_id: what it became here
 * @digest: of the row
 * @error: return location
 */
gboolean
mull_import_writer_remember (MullImportWriter *self,
                             const char *kind,
                             const char *source_id,
                             gint64 object_id,
                             const char *digest,
                             GError **error)
{
  MullImportIdentity identity = { self->source, kind, source_id, object_id, digest };

  if (is_uuid_of_ours (self, source_id))
    return TRUE;
  mull_import_cards_note (self, kind, object_id);
  return mull_import_store_put (self->db, &identity, error);
}

/**
 * mull_import_writer_remember_deal:
 * @self: a writer at a row that is a deal
 * @source_id: its id in the source, which no row had before
 * @deal_id: what it became here
 * @error: return location
 */
gboolean
mull_import_writer_remember_deal (MullImportWriter *self,
                                  const char *source_id,
                                  gint64 deal_id,
                                  GError **error)
{
  /* What names something that is still missing is looked at again next time. */
  MullImportIdentity identity = { self->source, "deal", source_id, deal_id,
                                  self->is_unresolved ? "" : self->digest };

  if (is_uuid_of_ours (self, source_id))
    return TRUE;
  return self->is_fresh ? mull_import_store_add (self->db, &identity, error)
                        : mull_import_store_put (self->db, &identity, error);
}

/**
 * mull_import_writer_dup_uuid:
 * @self: a writer
 * @kind: kind of thing, as identities call it
 * @source_id: (nullable): its id in the source
 * @uuid: (out) (transfer full): the identity of the thing that is made of the row
 * @error: return location
 *
 * What comes from a table of ours keeps its identity, so that it is the same thing in both
 * databases.
 */
gboolean
mull_import_writer_dup_uuid (MullImportWriter *self,
                             const char *kind,
                             const char *source_id,
                             char **uuid,
                             GError **error)
{
  gint64 taken = 0;

  *uuid = NULL;
  if (source_id == NULL || !is_uuid_of_ours (self, source_id))
    taken = -1;
  else if (!mull_import_store_find_uuid (self->db, kind, source_id, &taken, error))
    return FALSE;
  *uuid = taken == 0 ? g_strdup (source_id) : mull_uuid_new ();
  return TRUE;
}

/**
 * mull_import_writer_dup_row_id:
 * @self: a writer
 * @key: what makes a row without an id the row it is
 * @counts: whether equal rows are different things
 *
 * Returns: (transfer full): the id of the present row in the file, or one made of @key
 */
char *
mull_import_writer_dup_row_id (MullImportWriter *self, const char *key, gboolean counts)
{
  const char *id = mull_import_writer_text (self, MULL_IMPORT_SOURCE_ID);
  char digits[MULL_IMPORT_DIGEST_SIZE];
  guint64 hash;
  guint n = 0;

  if (*id != '\0')
    return g_strdup (id);
  hash = hash_text (HASH_START, key);
  if (counts)
    {
      gpointer place = GSIZE_TO_POINTER (hash);

      n = GPOINTER_TO_UINT (g_hash_table_lookup (self->occurrences, place));
      g_hash_table_insert (self->occurrences, place, GUINT_TO_POINTER (n + 1));
    }
  print_hash (hash, digits);
  if (n == 0)
    return g_strconcat ("row:", digits, ":0", NULL);
  return g_strdup_printf ("row:%s:%u", digits, n);
}

/**
 * mull_import_writer_is_repeated:
 * @self: a writer
 * @id: the id of the present row
 *
 * Returns: whether an earlier row of the file had it; if that row said something else, the present
 *   one has been refused
 */
gboolean
mull_import_writer_is_repeated (MullImportWriter *self, const char *id)
{
  gpointer key = GSIZE_TO_POINTER (hash_text (HASH_START, id));
  gpointer same = GSIZE_TO_POINTER (hash_text (hash_text (HASH_START, id), self->digest));
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (line == 0)
    {
      g_hash_table_insert (self->seen, key,
                           GUINT_TO_POINTER (mull_import_row_get_line (self->row)));
      g_hash_table_insert (self->seen, same, GUINT_TO_POINTER (1));
      return FALSE;
    }
  if (!g_hash_table_contains (self->seen, same))
    {
      g_autofree char *reason = g_strdup_printf (
          _ ("The id “%s” is that of line %u already, which says something else. Correct one of "
             "them, or leave the row out."),
          id, line);

      mull_import_writer_refuse_whole (self, reason);
    }
  return TRUE;
}

/* ── The writer ───────────────────────────────────────────────────────── */

/* Two exports of one program have the same columns, so their ids mean the same. */
static char *
name_source (MullImportFile *file)
{
  guint64 hash = HASH_START;

  switch (mull_import_file_get_source (file))
    {
    case MULL_IMPORT_SOURCE_PIPEDRIVE:
      return g_strdup ("pipedrive");
    case MULL_IMPORT_SOURCE_HUBSPOT:
      return g_strdup ("hubspot");
    case MULL_IMPORT_SOURCE_OWN:
      return g_strdup ("mulligan");
    case MULL_IMPORT_SOURCE_VCARD:
      return g_strdup ("vcard");
    case MULL_IMPORT_SOURCE_OTHER:
      break;
    }
  for (guint i = 0; i < mull_import_file_get_n_columns (file); i++)
    {
      g_autofree char *name =
          mull_text_fold (mull_csv_column_get_name (mull_import_file_get_column (file, i)));

      hash = hash_text (hash, name);
    }
  return g_strdup_printf (FILE_SOURCE "%016" G_GINT64_MODIFIER "x", hash);
}

static gboolean
tells_outcome (const MullImportMapping *mapping)
{
  static const MullImportTarget tellers[] = {
    MULL_IMPORT_STAGE,  MULL_IMPORT_STATUS, MULL_IMPORT_IS_CLOSED,
    MULL_IMPORT_IS_WON, MULL_IMPORT_WON_AT, MULL_IMPORT_LOST_AT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tellers); i++)
    if (mull_import_mapping_has_target (mapping, tellers[i]))
      return TRUE;
  return FALSE;
}

/**
 * mull_import_writer_new:
 * @db: a database inside a transaction
 * @clock: what time it is
 * @file: the file whose rows will come
 * @report: what is done is counted here; it must outlive the writer
 * @error: return location
 *
 * Returns: (transfer full): a writer, or %NULL
 */
MullImportWriter *
mull_import_writer_new (MullDatabase *db,
                        MullClock *clock,
                        MullImportFile *file,
                        MullImportReport *report,
                        GError **error)
{
  g_autoptr (MullImportWriter) self = g_new0 (MullImportWriter, 1);
  gboolean known;

  self->db = g_object_ref (db);
  self->clock = g_object_ref (clock);
  self->now = mull_clock_get_now (clock);
  self->report = report;
  self->mapping = mull_import_mapping_copy (mull_import_file_get_mapping (file));
  self->kind = mull_import_mapping_get_kind (self->mapping);
  self->tells_outcome = tells_outcome (self->mapping);
  self->source = name_source (file);
  self->has_own_ids = g_str_has_prefix (self->source, FILE_SOURCE);
  self->companies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new (NULL, NULL);
  self->occurrences = g_hash_table_new (NULL, NULL);
  self->carded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->key = g_string_new (NULL);
  self->matter = g_string_new (NULL);
  if (!mull_import_store_find_newest (db, self->newest, error))
    return NULL;
  if (!mull_import_store_knows_source (db, self->source, &known, error))
    return NULL;
  self->is_ours = mull_import_file_get_source (file) == MULL_IMPORT_SOURCE_OWN;
  self->is_fresh = !known && !self->is_ours;
  if (self->kind == MULL_IMPORT_DEALS)
    {
      self->stages = mull_import_stages_new (self, file, error);
      if (self->stages == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* Beyond so many rows, freeing what was kept of them could be felt. */
#define MANY_ROWS 5000

static void
free_tables (GTask *task G_GNUC_UNUSED,
             gpointer source_object G_GNUC_UNUSED,
             gpointer tables,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  g_ptr_array_set_size (tables, 0);
}

/* Nobody waits for it: a table of 100,000 names takes longer to free than a frame may last. */
static void
put_tables_away (MullImportWriter *self)
{
  const gboolean is_many = g_hash_table_size (self->companies) > MANY_ROWS ||
                           g_hash_table_size (self->people) > MANY_ROWS ||
                           g_hash_table_size (self->carded) > MANY_ROWS;
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  g_ptr_array_add (tables, g_steal_pointer (&self->companies));
  g_ptr_array_add (tables, g_steal_pointer (&self->people));
  g_ptr_array_add (tables, g_steal_pointer (&self->carded));
  if (self->titles != NULL)
    g_ptr_array_add (tables, g_steal_pointer (&self->titles));
  if (is_many)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_source_tag (task, put_tables_away);
      g_task_set_task_data (task, tables, (GDestroyNotify) g_ptr_array_unref);
      g_task_run_in_thread (task, free_tables);
    }
  else
    g_ptr_array_unref (tables);
}

/**
 * mull_import_writer_free:
 * @self: (transfer full): a writer
 */
void
mull_import_writer_free (MullImportWriter *self)
{
  g_clear_pointer (&self->stages, mull_import_stages_free);
  put_tables_away (self);
  g_object_unref (self->db);
  g_object_unref (self->clock);
  mull_import_mapping_free (self->mapping);
  g_free (self->source);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->occurrences);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_string_free (self->key, TRUE);
  g_string_free (self->matter, TRUE);
  g_free (self);
}

/**
 * mull_import_writer_set_choices:
 * @self: a writer before its first row
 * @choices: (nullable): lines on which rows begin, with a #MullImportChoice for each
 */
void
mull_import_writer_set_choices (MullImportWriter *self, GHashTable *choices)
{
  g_clear_pointer (&self->choices, g_hash_table_unref);
  self->choices = choices != NULL ? g_hash_table_ref (choices) : NULL;
}

static gboolean
apply_row (MullImportWriter *self, GError **error)
{
  for (guint i = 0; i < mull_import_row_get_notes (self->row)->len; i++)
    mull_import_writer_keep (self, g_strdup (mull_import_row_get_notes (self->row)->pdata[i]));
  if (mull_import_row_is_group (self->row))
    {
      mull_import_writer_leave_out (
          self, g_strdup (_ ("This card is a group of people, which has no place here.")));
      return TRUE;
    }
  switch (self->kind)
    {
    case MULL_IMPORT_DEALS:
      return mull_import_deals_add (self, error);
    case MULL_IMPORT_COMPANIES:
      return mull_import_companies_add (self, error);
    case MULL_IMPORT_PEOPLE:
      return mull_import_people_add (self, error);
    case MULL_IMPORT_ACTIVITIES:
    case MULL_IMPORT_NOTES:
      return mull_import_entries_add (self, error);
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_import_writer_apply:
 * @self: a writer
 * @row: a row that can be imported
 * @error: return location
 *
 * Brings one row in. That may refuse it all the same: see the report.
 *
 * Returns: %FALSE if the database cannot be written, or holds something unexpected
 */
gboolean
mull_import_writer_apply (MullImportWriter *self, const MullImportRow *row, GError **error)
{
  MullImportReport before = *self->report;
  gpointer line = GUINT_TO_POINTER (mull_import_row_get_line (row));

  self->row = row;
  self->kind = mull_import_row_get_kind (row);
  self->has_no_members = FALSE;
  self->is_unresolved = FALSE;
  self->choice = MULL_IMPORT_CHOICE_DEFAULT;
  if (self->choices != NULL)
    self->choice = GPOINTER_TO_INT (g_hash_table_lookup (self->choices, line));
  g_string_truncate (self->matter, 0);
  self->report->n_rows++;
  print_hash (hash_row (row), self->digest);
  if (!apply_row (self, error))
    return FALSE;
  mull_import_writer_note_row (self, &before);
  return TRUE;
}

/**
 * mull_import_writer_finish:
 * @self: a writer after its last row
 * @error: return location
 *
 * Settles what depends on all rows.
 */
gboolean
mull_import_writer_finish (MullImportWriter *self, GError **error)
{
  return self->stages == NULL || mull_import_stages_finish (self->stages, error);
}
