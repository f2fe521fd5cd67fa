/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-reader"

#include "config.h"

#include "mull-archive-reader.h"

#include "mull-archive-form.h"
#include "mull-date.h"
#include "mull-exchange.h"
#include "mull-parse-limits.h"
#include "mull-xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GRAMMAR MULL_EXCHANGE_RESOURCE_PATH "/archive-format/archive.rng"
#define ROOT_DEPTH 0
#define ROW_DEPTH 1

/* A table with the names that an archive has for it. */
typedef struct
{
  const MullContentTable *table;
  char *element;
  GPtrArray *names; /* (element-type utf8) */
} Form;

struct _MullArchiveReader
{
  MullXmlReader *xml;
  GPtrArray *forms;
  /* The row read last */
  guint table;
  int line;
  guint n_rows;
  GPtrArray *values; /* (element-type utf8) */
};

static void
form_free (gpointer data)
{
  Form *self = data;

  g_free (self->element);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static Form *
form_new (const MullContentTable *table)
{
  Form *self = g_new0 (Form, 1);

  self->table = table;
  self->element = mull_archive_form_element (table);
  self->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (self->names,
                     mull_archive_form_name (mull_content_table_get_column (table, i)));
  return self;
}

/**
 * mull_archive_reader_new:
 * @bytes: the archive
 * @name: its name in error messages
 * @merge: (transfer none): says what tables there are; has to live as long as the reader
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): a reader before the first row
 */
MullArchiveReader *
mull_archive_reader_new (GBytes *bytes, const char *name, MullContentMerge *merge, GError **error)
{
  g_autoptr (MullArchiveReader) self = NULL;
  MullXmlReader *xml;

  mull_exchange_init ();
  xml = mull_xml_reader_new (bytes, name, GRAMMAR, MULL_ARCHIVE_FILE_MAX, error);
  if (xml == NULL)
    return NULL;
  self = g_new0 (MullArchiveReader, 1);
  self->xml = xml;
  self->forms = g_ptr_array_new_with_free_func (form_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < mull_content_merge_get_n_tables (merge); i++)
    g_ptr_array_add (self->forms, form_new (mull_content_merge_get_table (merge, i)));
  return g_steal_pointer (&self);
}

/**
 * mull_archive_reader_free:
 * @self: (transfer full): a reader
 *
 * Closes the archive.
 */
void
mull_archive_reader_free (MullArchiveReader *self)
{
  mull_xml_reader_free (self->xml);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* Rows come in the order of the tables, so the search goes on where it was. */
static const Form *
find_form (MullArchiveReader *self)
{
  for (guint i = self->table; i < self->forms->len; i++)
    {
      const Form *form = self->forms->pdata[i];

      if (mull_xml_reader_is (self->xml, form->element))
        {
          self->table = i;
          return form;
        }
    }
  return NULL;
}

static void
take_value (MullArchiveReader *self, guint index, char *value)
{
  g_free (self->values->pdata[index]);
  self->values->pdata[index] = value;
}

/* What a grammar cannot say: that there is such a day. */
static void
take_attribute (MullArchiveReader *self, const MullContentColumn *column, guint index, char *text)
{
  gint64 at;

  if (column->kind == MULL_CONTENT_DAY && mull_day_from_iso (text) == MULL_DAY_NONE)
    mull_archive_reader_refuse (self, _ ("there is no such day"));
  if (column->kind == MULL_CONTENT_INSTANT)
    {
      if (!mull_archive_form_parse_instant (text, &at))
        mull_archive_reader_refuse (self, _ ("there is no such day or time"));
      else
        {
          g_free (text);
          text = g_strdup_printf ("%" G_GINT64_FORMAT, at);
        }
    }
  take_value (self, index, text);
}

static void
read_attributes (MullArchiveReader *self, const Form *form)
{
  for (guint i = 0; i < form->names->len; i++)
    {
      const MullContentColumn *column = mull_content_table_get_column (form->table, i);
      gboolean is_word = column->kind == MULL_CONTENT_TEXT && !g_str_equal (column->name, "uuid");
      char *text = !is_word && column->kind != MULL_CONTENT_KEY
                       ? mull_xml_reader_dup_attribute (self->xml, form->names->pdata[i])
                       : NULL;

      if (text != NULL)
        take_attribute (self, column, i, text);
      else if (is_word)
        take_value (self, i, g_strdup (""));
    }
}

static void
read_words (MullArchiveReader *self, const Form *form)
{
  while (mull_xml_reader_next_child (self->xml, ROW_DEPTH))
    for (guint i = 0; i < form->names->len; i++)
      if (mull_content_table_get_column (form->table, i)->kind == MULL_CONTENT_TEXT &&
          mull_xml_reader_is (self->xml, form->names->pdata[i]))
        {
          char *text = mull_xml_reader_dup_exact_text (self->xml);

          if (strlen (text) > MULL_ARCHIVE_FIELD_MAX)
            mull_archive_reader_refuse (self, _ ("this text is too long"));
          take_value (self, i, text);
          break;
        }
}

/**
 * mull_archive_reader_next:
 *
 * Goes to the next row.
 *
 * Returns: %FALSE at the end and when something is refused; mull_archive_reader_finish() tells
 */
gboolean
mull_archive_reader_next (MullArchiveReader *self)
{
  const Form *form;

  if (!mull_xml_reader_next_child (self->xml, ROOT_DEPTH))
    return FALSE;
  self->line = mull_xml_reader_get_line (self->xml);
  form = find_form (self);
  if (form == NULL)
    {
      mull_archive_reader_refuse (self, _ ("this element is out of its order"));
      return FALSE;
    }
  if (++self->n_rows > MULL_ARCHIVE_ROWS_MAX)
    mull_archive_reader_refuse (self, _ ("there are too many elements"));
  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_set_size (self->values, (int) form->names->len);
  read_attributes (self, form);
  read_words (self, form);
  return mull_xml_reader_finish (self->xml, NULL);
}

/**
 * mull_archive_reader_get_table:
 *
 * Returns: the index of the row's table
 */
guint
mull_archive_reader_get_table (MullArchiveReader *self)
{
  return self->table;
}

/**
 * mull_archive_reader_get_values:
 *
 * Returns: (transfer none): the row, as mull_content_merge_row() takes it
 */
const char *const *
mull_archive_reader_get_values (MullArchiveReader *self)
{
  return (const char *const *) self->values->pdata;
}

/**
 * mull_archive_reader_refuse:
 * @reason: a translated clause
 *
 * Refuses the archive for what its present row says.
 */
void
mull_archive_reader_refuse (MullArchiveReader *self, const char *reason)
{
  mull_xml_reader_refuse (self->xml, self->line, reason);
}

/**
 * mull_archive_reader_finish:
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Returns: whether everything could be read and nothing was refused
 */
gboolean
mull_archive_reader_finish (MullArchiveReader *self, GError **error)
{
  return mull_xml_reader_finish (self->xml, error);
}
