/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-writer"

#include "config.h"

#include "mull-archive-writer.h"

#include "mull-archive-beside.h"
#include "mull-archive-form.h"
#include "mull-attachment-store.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-file.h"
#include "mull-store.h"
#include "mull-vault.h"

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
  const char *vault; /* (nullable): what is in it goes into the document */
  MullArchiveTally *tally;
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
  if (self->tally->n_rows % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (self->progress_func != NULL)
    self->progress_func (self->tally->n_rows, self->user_data);
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
      self->tally->n_rows++;
      if (!look_up_from_work (self))
        return FALSE;
    }
  return step == MULL_STEP_DONE;
}

/* ── Files ────────────────────────────────────────────────────────────── */

static gboolean
write_base64 (Writing *self, const guint8 *data, gsize length)
{
  g_autofree char *text = g_base64_encode (data, length);

  return xmlTextWriterWriteRaw (self->xml, BAD_CAST text) >= 0;
}

static gboolean
write_part (Writing *self,
            const char *sha256,
            gint64 size,
            gint64 at,
            const guint8 *data,
            gsize length)
{
  return xmlTextWriterStartElement (self->xml, BAD_CAST "file-part") >= 0 &&
         xmlTextWriterWriteFormatAttribute (self->xml, BAD_CAST "size", "%" G_GINT64_FORMAT,
                                            size) >= 0 &&
         xmlTextWriterWriteFormatAttribute (self->xml, BAD_CAST "at", "%" G_GINT64_FORMAT, at) >=
             0 &&
         xmlTextWriterWriteElement (self->xml, BAD_CAST "sha256", BAD_CAST sha256) >= 0 &&
         xmlTextWriterStartElement (self->xml, BAD_CAST "data") >= 0 &&
         write_base64 (self, data, length) && xmlTextWriterEndElement (self->xml) >= 0 &&
         xmlTextWriterEndElement (self->xml) >= 0 &&
         xmlTextWriterWriteString (self->xml, BAD_CAST "\n") >= 0;
}

static gboolean
write_parts (Writing *self, const char *sha256, GBytes *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  gsize at = 0;

  do
    {
      gsize length = MIN (size - at, MULL_ARCHIVE_PART_BYTES);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error) ||
          !write_part (self, sha256, (gint64) size, (gint64) at, length > 0 ? data + at : data,
                       length))
        return FALSE;
      at += length;
    }
  while (at < size);
  return TRUE;
}

/* One that is missing or damaged is told of, and no reason to keep everything else back. */
static gboolean
write_file (Writing *self, const char *sha256, gint64 size)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (MullAttachment) file = mull_attachment_new ();
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) cause = NULL;

  mull_set_text (&file->name, sha256);
  mull_set_text (&file->sha256, sha256);
  file->size = size;
  if (!mull_vault_give (self->vault, file, memory, self->cancellable, NULL, NULL, &cause))
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        return FALSE;
      g_info ("%s", cause->message);
      self->tally->n_missing++;
      return TRUE;
    }
  g_output_stream_close (memory, NULL, NULL);
  content = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  self->tally->n_files++;
  return write_parts (self, sha256, content);
}

typedef struct
{
  char *sha256;
  gint64 size;
} Content;

static void
clear_content (gpointer data)
{
  g_free (((Content *) data)->sha256);
}

static void
on_content (const char *sha256, gint64 size, gpointer user_data)
{
  Content content = { g_strdup (sha256), size };

  g_array_append_val ((GArray *) user_data, content);
}

static GArray *
list_contents (MullDatabase *db, GError **error)
{
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (Content));

  g_array_set_clear_func (contents, clear_content);
  return mull_attachment_store_foreach_content (db, on_content, contents, error)
             ? g_steal_pointer (&contents)
             : NULL;
}

static gboolean
write_files (Writing *self)
{
  g_autoptr (GArray) contents = NULL;

  if (self->vault == NULL)
    return TRUE;
  contents = list_contents (self->db, &self->error);
  if (contents == NULL)
    return FALSE;
  for (guint i = 0; i < contents->len; i++)
    {
      const Content *content = &g_array_index (contents, Content, i);

      if (!write_file (self, content->sha256, content->size))
        return FALSE;
    }
  return TRUE;
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
  return write_files (self) && xmlTextWriterEndDocument (self->xml) >= 0 &&
         xmlTextWriterFlush (self->xml) >= 0;
}

/**
 * mull_archive_write:
 * @db: what to write; inside a transaction, if it may change meanwhile
 * @vault: (nullable): where the attached files are that go into the document; %NULL leaves them out
 * @stream: where to
 * @cancellable: (nullable): to stop it
 * @progress_func: (nullable) (scope call): told from time to time
 * @tally: (out caller-allocates): what was written
 * @error: return location
 *
 * Writes everything that is the rep's as one XML document.
 */
gboolean
mull_archive_write (MullDatabase *db,
                    const char *vault,
                    GOutputStream *stream,
                    GCancellable *cancellable,
                    MullArchiveProgressFunc progress_func,
                    gpointer user_data,
                    MullArchiveTally *tally,
                    GError **error)
{
  Writing self = { .db = db,
                   .vault = vault,
                   .tally = tally,
                   .stream = stream,
                   .cancellable = cancellable,
                   .progress_func = progress_func,
                   .user_data = user_data };
  xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO (on_xml_write_cb, NULL, &self, NULL);
  gboolean done;

  g_assert (buffer != NULL);
  *tally = (MullArchiveTally){ 0 };
  /* The writer owns the buffer. */
  self.xml = xmlNewTextWriter (buffer);
  g_assert (self.xml != NULL);
  done = write_document (&self);
  xmlFreeTextWriter (self.xml);
  if (done && self.error == NULL)
    return TRUE;
  if (self.error == NULL)
    g_set_error_literal (&self.error, MULL_ERROR, MULL_ERROR_INTERNAL,
                         _ ("The archive could not be put together."));
  g_propagate_error (error, self.error);
  return FALSE;
}

/* More than a document can hold go into a folder beside it. */
static gboolean
are_too_large (MullDatabase *db, gboolean *too_large, GError **error)
{
  g_autoptr (GArray) contents = list_contents (db, error);
  gint64 total = 0;

  if (contents == NULL)
    return FALSE;
  for (guint i = 0; i < contents->len && total <= MULL_ARCHIVE_FILES_MAX; i++)
    total += CLAMP (g_array_index (contents, Content, i).size, 0, MULL_ATTACHMENT_MAX);
  *too_large = total > MULL_ARCHIVE_FILES_MAX;
  return TRUE;
}

static gboolean
write_beside (MullDatabase *db,
              const char *vault,
              MullArchiveBeside *beside,
              GCancellable *cancellable,
              MullArchiveTally *tally,
              GError **error)
{
  const char *to = mull_archive_beside_get_vault (beside);
  g_autoptr (GArray) contents = list_contents (db, error);

  if (contents == NULL)
    return FALSE;
  for (guint i = 0; i < contents->len; i++)
    {
      const Content *content = &g_array_index (contents, Content, i);
      g_autoptr (GError) cause = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (mull_vault_bring (to, vault, content->sha256, content->size, &cause))
        tally->n_files++;
      else if (g_error_matches (cause, MULL_ERROR, MULL_ERROR_NOT_FOUND) ||
               g_error_matches (cause, MULL_ERROR, MULL_ERROR_CORRUPT))
        tally->n_missing++;
      else
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
    }
  tally->is_beside = TRUE;
  return mull_archive_beside_publish (beside, error);
}

/**
 * mull_archive_write_file:
 * @db: what to write
 * @vault: (nullable): where the attached files are that go with it; %NULL leaves them out
 * @path: where to
 * @cancellable: (nullable): to stop it
 * @progress_func: (nullable) (scope call): told from time to time
 * @tally: (out caller-allocates): what was written
 * @error: return location
 *
 * As mull_archive_write(), into a file that is there whole or not at all. Files that are too large
 * for it go into a folder beside it.
 */
gboolean
mull_archive_write_file (MullDatabase *db,
                         const char *vault,
                         const char *path,
                         GCancellable *cancellable,
                         MullArchiveProgressFunc progress_func,
                         gpointer user_data,
                         MullArchiveTally *tally,
                         GError **error)
{
  g_autoptr (MullDurableFile) file = mull_durable_file_new (path, error);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (MullArchiveBeside) beside = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean is_beside = FALSE;

  if (file == NULL || (vault != NULL && !are_too_large (db, &is_beside, error)))
    return FALSE;
  if (is_beside && (beside = mull_archive_beside_new (path, error)) == NULL)
    return FALSE;
  if (!mull_archive_write (db, is_beside ? NULL : vault, mull_durable_file_get_stream (file),
                           cancellable, progress_func, user_data, tally, &cause))
    {
      mull_file_set_write_error (error, cause, place);
      return FALSE;
    }
  if (is_beside && !write_beside (db, vault, beside, cancellable, tally, error))
    return FALSE;
  if (!mull_durable_file_finish (file, error))
    return FALSE;
  if (is_beside)
    mull_archive_beside_keep (beside);
  return TRUE;
}

/**
 * mull_archive_tally_describe:
 * @path: where it was written to
 *
 * Returns: (transfer full): what was written, for the rep; what is missing is said
 */
char *
mull_archive_tally_describe (const MullArchiveTally *self, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *beside = mull_archive_form_dup_beside (shown);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how many pieces, and the name of a file */
  g_string_append_printf (text,
                          ngettext ("Wrote everything, %u record, to %s.",
                                    "Wrote everything, %u records, to %s.", self->n_rows),
                          self->n_rows, shown);
  if (self->is_beside)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          /* Translators: how many files, and the name of a folder */
          ngettext ("%u attached file is in %s.", "%u attached files are in %s.", self->n_files),
          self->n_files, beside);
    }
  if (self->n_missing > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          ngettext ("%u attached file is missing or damaged and is not in it.",
                    "%u attached files are missing or damaged and are not in it.", self->n_missing),
          self->n_missing);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
