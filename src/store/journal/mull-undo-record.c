/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-undo-record"

#include "config.h"

#include "mull-undo-record.h"

#include <gio/gio.h>
#include <string.h>

/* A changeset begins with 'T', as does the part of each of its tables. */
#define NAMES_ROWS 'N'
#define SQUEEZED 'Z'

/* Smaller ones are not worth the time. */
#define LARGE (1024 * 1024)
/* The fastest level: the texts of an import repeat themselves enough. */
#define SQUEEZE_LEVEL 1
/* No changeset is larger: SQLite counts its bytes in an int. */
#define MAX_SWOLLEN G_MAXINT

typedef struct
{
  guint8 form;
  guint8 size[8];
} SqueezedHeader;

static guint8
get_form (GBytes *record)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (record, &size);

  return size > 0 ? data[0] : 0;
}

static void
append_number (GByteArray *record, gint64 number)
{
  gint64 word = GINT64_TO_BE (number);

  g_byte_array_append (record, (const guint8 *) &word, sizeof word);
}

/**
 * mull_undo_record_add_rows:
 * @record: (inout): a record under construction, that begins with rows
 * @rows: rows of one table
 */
void
mull_undo_record_add_rows (GByteArray *record, const MullNewRows *rows)
{
  const guint8 form = NAMES_ROWS;

  if (record->len == 0)
    g_byte_array_append (record, &form, 1);
  g_byte_array_append (record, (const guint8 *) rows->table, (guint) strlen (rows->table) + 1);
  append_number (record, rows->after);
  append_number (record, rows->last);
  append_number (record, rows->n_rows);
}

/**
 * mull_undo_record_end_rows:
 * @record: (inout): a record under construction; nothing is done if it names no rows
 */
void
mull_undo_record_end_rows (GByteArray *record)
{
  const guint8 end = '\0';

  if (record->len > 0)
    g_byte_array_append (record, &end, 1);
}

/**
 * mull_undo_record_names_rows:
 *
 * Returns: whether the record can be read only as long as its rows are there
 */
gboolean
mull_undo_record_names_rows (GBytes *record)
{
  return get_form (record) == NAMES_ROWS;
}

static gint64
read_number (const guint8 *data)
{
  gint64 word;

  memcpy (&word, data, sizeof word);
  return GINT64_FROM_BE (word);
}

/**
 * mull_undo_record_split:
 * @rows: (out) (transfer full) (element-type MullNewRows): what came; nothing if it is named
 * nowhere
 * @changeset: (out) (transfer full): what changed besides
 *
 * Returns: %FALSE if the record is damaged
 */
gboolean
mull_undo_record_split (GBytes *record, GArray **rows, GBytes **changeset)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MullNewRows));
  gsize size, at = 0;
  const guint8 *data = g_bytes_get_data (record, &size);

  if (mull_undo_record_names_rows (record))
    {
      for (at = 1; at < size && data[at] != '\0';)
        {
          MullNewRows one = { .table = (const char *) data + at };
          const guint8 *end = memchr (data + at, '\0', size - at);

          if (end == NULL || size - (gsize) (end + 1 - data) < 3 * sizeof (gint64))
            return FALSE;
          one.after = read_number (end + 1);
          one.last = read_number (end + 9);
          one.n_rows = read_number (end + 17);
          g_array_append_val (found, one);
          at = (gsize) (end + 25 - data);
        }
      if (at++ >= size)
        return FALSE;
    }
  *rows = g_steal_pointer (&found);
  *changeset = g_bytes_new_from_bytes (record, at, size - at);
  return TRUE;
}

/* ── Size ─────────────────────────────────────────────────────────────── */

/* @out: (inout): gets what @converter makes of @data, until there is no more */
static gboolean
convert (GConverter *converter, const guint8 *data, gsize size, GByteArray *out, gsize max_size)
{
  guint8 buffer[16 * 1024];
  GConverterResult result;

  do
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter, data, size, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR || out->len + n_written > max_size)
        return FALSE;
      g_byte_array_append (out, buffer, (guint) n_written);
      data += n_read;
      size -= n_read;
    }
  while (result != G_CONVERTER_FINISHED);
  return TRUE;
}

/**
 * mull_undo_record_squeeze:
 * @changeset: a changeset
 *
 * Returns: (transfer full): the record to store; @changeset itself if it is small
 */
GBytes *
mull_undo_record_squeeze (GBytes *changeset)
{
  g_autoptr (GZlibCompressor) compressor = NULL;
  g_autoptr (GByteArray) record = NULL;
  SqueezedHeader header = { SQUEEZED, { 0 } };
  guint64 word;
  gsize size;
  const guint8 *data = g_bytes_get_data (changeset, &size);

  if (size < LARGE)
    return g_bytes_ref (changeset);
  record = g_byte_array_new ();
  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, SQUEEZE_LEVEL);
  word = GUINT64_TO_BE ((guint64) size);
  memcpy (header.size, &word, sizeof word);
  g_byte_array_append (record, (const guint8 *) &header, sizeof header);
  if (!convert (G_CONVERTER (compressor), data, size, record, size))
    return g_bytes_ref (changeset);
  return g_byte_array_free_to_bytes (g_steal_pointer (&record));
}

/**
 * mull_undo_record_swell:
 * @record: a record
 *
 * Returns: (transfer full) (nullable): what mull_undo_record_squeeze() made @record of; @record
 *   itself if it is not squeezed; %NULL if it is damaged
 */
GBytes *
mull_undo_record_swell (GBytes *record)
{
  g_autoptr (GZlibDecompressor) decompressor = NULL;
  g_autoptr (GByteArray) changeset = NULL;
  SqueezedHeader header;
  guint64 word;
  gsize size;
  const guint8 *data = g_bytes_get_data (record, &size);

  if (get_form (record) != SQUEEZED)
    return g_bytes_ref (record);
  if (size < sizeof header)
    return NULL;
  memcpy (&header, data, sizeof header);
  memcpy (&word, header.size, sizeof word);
  word = GUINT64_FROM_BE (word);
  if (word > MAX_SWOLLEN)
    return NULL;
  changeset = g_byte_array_new ();
  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  if (!convert (G_CONVERTER (decompressor), data + sizeof header, size - sizeof header, changeset,
                (gsize) word) ||
      changeset->len != word)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&changeset));
}
