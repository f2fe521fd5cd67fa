/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-change-log"

#include "config.h"

#include "mull-change-log.h"

#include <string.h>

/* Codes of the format; the operations are those of SQLite's authorizer. */
enum
{
  VALUE_UNDEFINED = 0,
  VALUE_INTEGER = 1,
  VALUE_REAL = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};
enum
{
  OPERATION_DELETE = 9,
  OPERATION_INSERT = 18,
  OPERATION_UPDATE = 23,
};
#define TABLE_HEADER 'T'

/* One block with the key, the row as it was and the row as it is. */
typedef struct
{
  guint32 key_length;
  guint32 before_length; /* 0: it was not there */
  guint32 after_length;  /* 0: it is gone */
  guint8 bytes[];
} Row;

struct _MullChangeLog
{
  /* Owned */
  char *name;
  guint8 *key_places;
  GPtrArray *rows;    /* Row, in the order in which they changed first */
  GHashTable *by_key; /* Row → its index + 1 */
  GByteArray *key;    /* scratch */
  /* State */
  guint n_columns;
  gsize size;
};

static guint
hash_row (gconstpointer data)
{
  const Row *row = data;
  guint hash = 5381;

  for (guint i = 0; i < row->key_length; i++)
    hash = hash * 33 + row->bytes[i];
  return hash;
}

static gboolean
equal_rows (gconstpointer a, gconstpointer b)
{
  const Row *row_a = a, *row_b = b;

  return row_a->key_length == row_b->key_length &&
         memcmp (row_a->bytes, row_b->bytes, row_a->key_length) == 0;
}

static const guint8 *
get_before (const Row *row)
{
  return row->bytes + row->key_length;
}

static const guint8 *
get_after (const Row *row)
{
  return row->bytes + row->key_length + row->before_length;
}

static gsize
count_bytes (const Row *row)
{
  return sizeof *row + row->key_length + row->before_length + row->after_length;
}

/**
 * mull_change_log_new:
 * @table: name of a table
 * @key_places: (array length=n_columns): the place of each column in the primary key, from 1; 0 if
 *   it does not belong to it. SQLite passes over changes in silence whose places are not its own.
 * @n_columns: how many columns it has
 *
 * Returns: (transfer full): an empty log
 */
MullChangeLog *
mull_change_log_new (const char *table, const guint8 *key_places, guint n_columns)
{
  MullChangeLog *self = g_new0 (MullChangeLog, 1);

  self->name = g_strdup (table);
  self->key_places = g_memdup2 (key_places, n_columns);
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new (hash_row, equal_rows);
  self->key = g_byte_array_new ();
  return self;
}

/**
 * mull_change_log_free:
 * @self: (transfer full): a log
 */
void
mull_change_log_free (MullChangeLog *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->rows);
  g_byte_array_unref (self->key);
  g_free (self->key_places);
  g_free (self->name);
  g_free (self);
}

/**
 * mull_change_log_get_name:
 *
 * Returns: (transfer none): the name of the table
 */
const char *
mull_change_log_get_name (const MullChangeLog *self)
{
  return self->name;
}

/**
 * mull_change_log_get_n_columns:
 *
 * Returns: how many values a row has
 */
guint
mull_change_log_get_n_columns (const MullChangeLog *self)
{
  return self->n_columns;
}

/**
 * mull_change_log_get_size:
 *
 * Returns: about how many bytes the log takes
 */
gsize
mull_change_log_get_size (const MullChangeLog *self)
{
  return self->size;
}

/* ── Values ───────────────────────────────────────────────────────────── */

static void
append_byte (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

static void
append_word (GByteArray *row, guint8 code, guint64 word)
{
  guint8 bytes[9];

  word = GUINT64_TO_BE (word);
  bytes[0] = code;
  memcpy (bytes + 1, &word, sizeof word);
  g_byte_array_append (row, bytes, sizeof bytes);
}

/* Seven bits a byte, the most significant ones first. */
static void
append_length (GByteArray *bytes, guint32 length)
{
  for (int shift = 28; shift > 0; shift -= 7)
    if (length >> shift != 0)
      append_byte (bytes, 0x80 | ((length >> shift) & 0x7f));
  append_byte (bytes, length & 0x7f);
}

/**
 * mull_change_log_append_integer:
 * @row: (inout): a row under construction
 */
void
mull_change_log_append_integer (GByteArray *row, gint64 value)
{
  append_word (row, VALUE_INTEGER, (guint64) value);
}

/**
 * mull_change_log_append_real:
 * @row: (inout): a row under construction
 */
void
mull_change_log_append_real (GByteArray *row, double value)
{
  guint64 word;

  memcpy (&word, &value, sizeof word);
  append_word (row, VALUE_REAL, word);
}

/**
 * mull_change_log_append_bytes:
 * @row: (inout): a row under construction
 * @is_text: whether it is a text or a blob
 */
void
mull_change_log_append_bytes (GByteArray *row, gboolean is_text, gconstpointer bytes, gsize length)
{
  append_byte (row, is_text ? VALUE_TEXT : VALUE_BLOB);
  append_length (row, (guint32) length);
  if (length > 0)
    g_byte_array_append (row, bytes, (guint) length);
}

/**
 * mull_change_log_append_null:
 * @row: (inout): a row under construction
 */
void
mull_change_log_append_null (GByteArray *row)
{
  append_byte (row, VALUE_NULL);
}

static gsize
measure_value (const guint8 *value)
{
  gsize length = 0, n = 1;

  switch (value[0])
    {
    case VALUE_INTEGER:
    case VALUE_REAL:
      return 1 + sizeof (guint64);
    case VALUE_TEXT:
    case VALUE_BLOB:
      do
        length = (length << 7) | (value[n] & 0x7f);
      while ((value[n++] & 0x80) != 0);
      return n + length;
    default:
      return 1;
    }
}

/* ── Changes ──────────────────────────────────────────────────────────── */

/* The scratch holds a row without values; what GLib allocates is aligned for it. */
static Row *
get_key (MullChangeLog *self)
{
  return (gpointer) self->key->data;
}

static void
take_key (MullChangeLog *self, const GByteArray *values)
{
  const guint8 *value = values->data;

  g_byte_array_set_size (self->key, sizeof (Row));
  for (guint i = 0; i < self->n_columns; i++)
    {
      gsize length = measure_value (value);

      if (self->key_places[i])
        g_byte_array_append (self->key, value, (guint) length);
      value += length;
    }
  get_key (self)->key_length = self->key->len - (guint) sizeof (Row);
}

static Row *
build_row (const Row *key, gconstpointer before, guint before_length, const GByteArray *after)
{
  guint after_length = after != NULL ? after->len : 0;
  Row *row = g_malloc (sizeof *row + key->key_length + before_length + after_length);

  row->key_length = key->key_length;
  row->before_length = before_length;
  row->after_length = after_length;
  memcpy (row->bytes, key->bytes, key->key_length);
  if (before_length > 0)
    memcpy (row->bytes + row->key_length, before, before_length);
  if (after_length > 0)
    memcpy (row->bytes + row->key_length + before_length, after->data, after_length);
  return row;
}

/* Only what the row is now is replaced; what it was at first stays. */
static void
change_row (MullChangeLog *self, const GByteArray *before, const GByteArray *after)
{
  const Row *key = get_key (self);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
  Row *row;

  if (index == 0)
    {
      row = build_row (key, before != NULL ? before->data : NULL, before != NULL ? before->len : 0,
                       after);
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (self->by_key, row, GUINT_TO_POINTER (self->rows->len));
    }
  else
    {
      Row *old = self->rows->pdata[index - 1];

      row = build_row (old, get_before (old), old->before_length, after);
      self->size -= count_bytes (old);
      g_hash_table_replace (self->by_key, row, GUINT_TO_POINTER (index));
      self->rows->pdata[index - 1] = row;
      g_free (old);
    }
  self->size += count_bytes (row);
}

/**
 * mull_change_log_add:
 * @before: (nullable): the row that is changed or goes
 * @after: (nullable): the row that takes its place or comes
 *
 * A row whose key changes is one that goes and one that comes.
 */
void
mull_change_log_add (MullChangeLog *self, const GByteArray *before, const GByteArray *after)
{
  if (before == NULL || after == NULL)
    {
      take_key (self, before != NULL ? before : after);
      change_row (self, before, after);
      return;
    }
  take_key (self, after);
  {
    g_autofree Row *new_key = g_memdup2 (self->key->data, self->key->len);

    take_key (self, before);
    if (equal_rows (new_key, self->key->data))
      {
        change_row (self, before, after);
        return;
      }
  }
  change_row (self, before, NULL);
  take_key (self, after);
  change_row (self, NULL, after);
}

/**
 * mull_change_log_clear:
 *
 * Forgets all changes.
 */
void
mull_change_log_clear (MullChangeLog *self)
{
  if (self->rows->len == 0)
    return;
  g_hash_table_remove_all (self->by_key);
  g_ptr_array_set_size (self->rows, 0);
  self->size = 0;
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static void
write_header (const MullChangeLog *self, GByteArray *changeset)
{
  append_byte (changeset, TABLE_HEADER);
  append_length (changeset, self->n_columns);
  g_byte_array_append (changeset, self->key_places, self->n_columns);
  g_byte_array_append (changeset, (const guint8 *) self->name, (guint) strlen (self->name) + 1);
}

static void
write_operation (GByteArray *changeset, guint8 operation)
{
  /* The second byte would mark what triggers did; all changes count alike. */
  const guint8 bytes[] = { operation, 0 };

  g_byte_array_append (changeset, bytes, sizeof bytes);
}

/* The old values of the key and of what differs, then the new values of what differs. */
static void
write_update (const MullChangeLog *self, const Row *row, GByteArray *changeset)
{
  for (int side = 0; side < 2; side++)
    {
      const guint8 *before = get_before (row), *after = get_after (row);

      for (guint i = 0; i < self->n_columns; i++)
        {
          gsize old_length = measure_value (before), new_length = measure_value (after);
          gboolean differs = old_length != new_length || memcmp (before, after, old_length) != 0;

          if (side == 0 && (differs || self->key_places[i]))
            g_byte_array_append (changeset, before, (guint) old_length);
          else if (side == 1 && differs)
            g_byte_array_append (changeset, after, (guint) new_length);
          else
            append_byte (changeset, VALUE_UNDEFINED);
          before += old_length;
          after += new_length;
        }
    }
}

static gboolean
is_same (const Row *row)
{
  return row->before_length == row->after_length &&
         memcmp (get_before (row), get_after (row), row->before_length) == 0;
}

/**
 * mull_change_log_write:
 * @changeset: (inout): what is written is appended
 */
void
mull_change_log_write (const MullChangeLog *self, GByteArray *changeset)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (is_same (row))
        continue;
      if (is_first)
        write_header (self, changeset);
      is_first = FALSE;
      if (row->before_length == 0)
        {
          write_operation (changeset, OPERATION_INSERT);
          g_byte_array_append (changeset, get_after (row), row->after_length);
        }
      else if (row->after_length == 0)
        {
          write_operation (changeset, OPERATION_DELETE);
          g_byte_array_append (changeset, get_before (row), row->before_length);
        }
      else
        {
          write_operation (changeset, OPERATION_UPDATE);
          write_update (self, row, changeset);
        }
    }
}

/**
 * mull_change_log_write_new:
 * @row: a row that came
 * @is_first: whether nothing of the table stands directly before
 * @changeset: (inout): what is written is appended
 */
void
mull_change_log_write_new (const MullChangeLog *self,
                           const GByteArray *row,
                           gboolean is_first,
                           GByteArray *changeset)
{
  if (is_first)
    write_header (self, changeset);
  write_operation (changeset, OPERATION_INSERT);
  g_byte_array_append (changeset, row->data, row->len);
}
