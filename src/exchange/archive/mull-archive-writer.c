/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-writer"

#include "config.h"

#include "mull-archive-writer.h"

#include "mull-archive-form.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-file.h"
#include "mull-store.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#define ROWS_BETWEEN_LOOKS 1000

/* One document on its way out. */
typedef struct
{
  MullDatabase *db;
  GOutputStream *stream;
  GCancellable *cancellable;
  MullArchiveProgressFunc progress_func;
  gpointer user_data;
  xmlTextWriterPtr xml;
  guint n_rows;
  GError *error; /* of the stream */
} Writing;

static int
on_xml_write_cb (void *user_data, const char *data, int length)
{
  Writing *self = user_data;

  if (self->error != NULL || !g_output_stream_write_all (self->stream, data, (gsize) length, NULL,
                                                         self->cancellable, &self->error))
    return -1;
  return length;
}

/* XML cannot hold these, not even escaped, and no text gets in with them. */
static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if ((*p < ' ' && *p != '\t' && *p != '\n' && *p != '\r') ||
        (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe))
      return FALSE;
  return TRUE;
}

static gboolean
write_value (Writing *self,
             const MullContentColumn *column,
             const char *name,
             MullStatement *row,
             int index)
{
  const char *value = mull_statement_get_text (row, index);
  g_autofree char *instant = NULL;

  if (column->kind == MULL_CONTENT_INSTANT)
    value = instant = mull_archive_form_instant (mull_statement_get_int64 (row, index));
  if (value == NULL || !is_clean (value))
    {
      g_set_error (&self->error, MULL_ERROR, MULL_ERROR_CORRUPT,
                   _ ("A row of “%s” holds what no archive can. Check the data first."), name);
      return FALSE;
    }
  if (column->kind == MULL_CONTENT_TEXT && !g_str_equal (name, "id"))
    return xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST value) >= 0;
  return xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value) >= 0;
}

static gboolean
is_word (const MullContentColumn *column)
{
  return column->kind == MULL_CONTENT_TEXT && !g_str_equal (column->name, "uuid");
}

/* Attributes come before elements. */
static gboolean
write_row (Writing *self,
           const MullContentTable *table,
           const char *element,
           char **names,
           MullStatement *row)
{
  if (xmlTextWriterStartElement (self->xml, BAD_CAST element) < 0)
    return FALSE;
  for (int words = 0; words < 2; words++)
    for (guint i = 0; i < table->columns->len; i++)
      {
        const MullContentColumn *column = mull_content_table_get_column (table, i);
        int index = (int) i;

        if (is_word (column) != words || column->kind == MULL_CONTENT_KEY ||
            mull_statement_is_null (row, index) ||
            (words && *mull_statement_get_text (row, index) == '\0'))
          continue;
        if (!write_value (self, column, names[i], row, index))
          return FALSE;
      }
  return xmlTextWriterEndElement (self->xml) >= 0 &&
         xmlTextWriterWriteString (self->xml, BAD_CAST "\n") >= 0;
}

static gboolean
look_up_from_work (Writing *self)
{
  if (self->n_rows % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (self->progress_func != NULL)
    self->progress_func (self->n_rows, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

static char **
dup_names (const MullContentTable *table)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *name = mull_archive_form_name (mull_content_table_get_column (table, i));

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
write_table (Writing *self, const char *name)
{
  g_autoptr (MullContentTable) table = mull_content_table_load (self->db, name, &self->error);
  g_autofree char *sql = NULL;
  g_autofree char *element = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (MullStatement) row = NULL;
  MullStep step;

  if (table == NULL)
    return FALSE;
  row = mull_database_prepare_scan (self->db, table->select, &self->error);
  if (row == NULL)
    return FALSE;
  element = mull_archive_form_element (table);
  names = dup_names (table);
  while ((step = mull_statement_step (row, &self->error)) == MULL_STEP_ROW)
    {
      if (!write_row (self, table, element, names, row))
        return FALSE;
      self->n_rows++;
      if (!look_up_from_work (self))
        return FALSE;
    }
  return step == MULL_STEP_DONE;
}

static gboolean
write_document (Writing *self)
{
  const char *const *tables = mull_store_content_tables ();

  if (xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", NULL) < 0 ||
      xmlTextWriterStartElementNS (self->xml, NULL, BAD_CAST MULL_ARCHIVE_ROOT,
                                   BAD_CAST MULL_ARCHIVE_NAMESPACE) < 0 ||
      xmlTextWriterWriteAttribute (self->xml, BAD_CAST "format", BAD_CAST MULL_ARCHIVE_FORMAT) <
          0 ||
      xmlTextWriterWriteAttribute (self->xml, BAD_CAST "program",
                                   BAD_CAST "Mulligan " MULL_VERSION) < 0 ||
      xmlTextWriterWriteString (self->xml, BAD_CAST "\n") < 0)
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    if (!write_table (self, tables[i]))
      return FALSE;
  return xmlTextWriterEndDocument (self->xml) >= 0 && xmlTextWriterFlush (self->xml) >= 0;
}

/**
 * mull_archive_write:
 * @db: what to write; inside a transaction, if it may change meanwhile
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @progress_func: (nullable) (scope call): told from time to time
 * @n_rows: (out): how many rows were written
 * @error: return location
 *
 * Writes everything that is the rep's as one XML document.
 */
gboolean
mull_archive_write (MullDatabase *db,
                    GOutputStream *stream,
                    GCancellable *cancellable,
                    MullArchiveProgressFunc progress_func,
                    gpointer user_data,
                    guint *n_rows,
                    GError **error)
{
  Writing self = { .db = db,
                   .stream = stream,
                   .cancellable = cancellable,
                   .progress_func = progress_func,
                   .user_data = user_data };
  xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO (on_xml_write_cb, NULL, &self, NULL);
  gboolean done;

  g_assert (buffer != NULL);
  /* The writer owns the buffer. */
  self.xml = xmlNewTextWriter (buffer);
  g_assert (self.xml != NULL);
  done = write_document (&self);
  xmlFreeTextWriter (self.xml);
  if (done && self.error == NULL)
    {
      *n_rows = self.n_rows;
      return TRUE;
    }
  if (self.error == NULL)
    g_set_error_literal (&self.error, MULL_ERROR, MULL_ERROR_INTERNAL,
                         _ ("The archive could not be put together."));
  g_propagate_error (error, self.error);
  return FALSE;
}

/**
 * mull_archive_write_file:
 * @db: what to write
 * @path: where to
 * @cancellable: (nullable): to stop it
 * @progress_func: (nullable) (scope call): told from time to time
 * @n_rows: (out): how many rows were written
 * @error: return location
 *
 * As mull_archive_write(), into a file that is there whole or not at all.
 */
gboolean
mull_archive_write_file (MullDatabase *db,
                         const char *path,
                         GCancellable *cancellable,
                         MullArchiveProgressFunc progress_func,
                         gpointer user_data,
                         guint *n_rows,
                         GError **error)
{
  g_autoptr (MullDurableFile) file = mull_durable_file_new (path, error);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;

  if (file == NULL)
    return FALSE;
  if (!mull_archive_write (db, mull_durable_file_get_stream (file), cancellable, progress_func,
                           user_data, n_rows, &cause))
    {
      mull_file_set_write_error (error, cause, place);
      return FALSE;
    }
  return mull_durable_file_finish (file, error);
}
