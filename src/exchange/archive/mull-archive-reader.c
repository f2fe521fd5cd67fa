/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-reader"

#include "config.h"

#include "mull-archive-reader.h"

#include "mull-archive-form.h"
#include "mull-date.h"
#include "mull-error.h"
#include "mull-frame-reader.h"
#include "mull-parse-limits.h"
#include "mull-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_BYTES_MAX 64

/* A table with the names that an archive has for it. */
typedef struct
{
  const MullContentTable *table;
  char *element;
  GPtrArray *names; /* (element-type utf8) */
} Form;

struct _MullArchiveReader
{
  char *name;
  MullFrameReader frames;
  GPtrArray *forms;
  MullContentTable *part;
  GError *error; /* sticks */
  /* The row read last */
  guint table;
  guint line;
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
 * mull_archive_reader_new_for_frames:
 * @frames: what the program that parses made of an archive
 * @name: the name of the archive in error messages
 * @merge: (transfer none): says what tables there are; has to live as long as the reader
 *
 * Returns: (transfer full): a reader before the first row
 */
MullArchiveReader *
mull_archive_reader_new_for_frames (GBytes *frames, const char *name, MullContentMerge *merge)
{
  MullArchiveReader *self = g_new0 (MullArchiveReader, 1);

  self->name = g_strdup (name);
  mull_frame_reader_init (&self->frames, frames);
  self->forms = g_ptr_array_new_with_free_func (form_free);
  self->values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < mull_content_merge_get_n_tables (merge); i++)
    g_ptr_array_add (self->forms, form_new (mull_content_merge_get_table (merge, i)));
  self->part = mull_archive_form_new_part ();
  g_ptr_array_add (self->forms, form_new (self->part));
  return self;
}

/**
 * mull_archive_reader_new:
 * @bytes: the archive
 * @name: its name in error messages
 * @merge: (transfer none): says what tables there are; has to live as long as the reader
 * @cancellable: (nullable): to stop it
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Has an archive parsed by a program of its own.
 *
 * Returns: (transfer full) (nullable): a reader before the first row
 */
MullArchiveReader *
mull_archive_reader_new (GBytes *bytes,
                         const char *name,
                         MullContentMerge *merge,
                         GCancellable *cancellable,
                         GError **error)
{
  const char *const request[] = { "archive", MULL_ARCHIVE_NAME_OF_FILE, NULL };
  g_autoptr (GBytes) frames = mull_parser_run (request, bytes, cancellable, error);

  return frames != NULL ? mull_archive_reader_new_for_frames (frames, name, merge) : NULL;
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
  g_free (self->name);
  mull_frame_reader_clear (&self->frames);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->forms);
  mull_content_table_free (self->part);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static gboolean
is_name (const char *name, const char *text, gsize length)
{
  return strncmp (name, text, length) == 0 && name[length] == '\0';
}

/* Rows come in the order of the tables, so the search goes on where it was. */
static const Form *
take_form (MullArchiveReader *self)
{
  gsize length;
  const char *element = mull_frame_reader_take_text (&self->frames, NAME_BYTES_MAX, &length);

  for (guint i = self->table; i < self->forms->len; i++)
    {
      const Form *form = self->forms->pdata[i];

      if (is_name (form->element, element, length))
        {
          self->table = i;
          return form;
        }
    }
  return NULL;
}

static gboolean
is_word (const MullContentColumn *column)
{
  return column->kind == MULL_CONTENT_TEXT && !g_str_equal (column->name, "uuid");
}

/* What a grammar cannot say: that there is such a day. */
static char *
check_attribute (MullArchiveReader *self, const MullContentColumn *column, char *text)
{
  gint64 at;

  if (column->kind == MULL_CONTENT_DAY && mull_day_from_iso (text) == MULL_DAY_NONE)
    mull_archive_reader_refuse (self, _ ("there is no such day"));
  if (column->kind != MULL_CONTENT_INSTANT)
    return text;
  if (!mull_archive_form_parse_instant (text, &at))
    {
      mull_archive_reader_refuse (self, _ ("there is no such day or time"));
      return text;
    }
  g_free (text);
  return g_strdup_printf ("%" G_GINT64_FORMAT, at);
}

/* XML cannot hold these, so no parser of it can have found them. */
static gboolean
has_controls (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text) && strchr ("\t\n\r", *text) == NULL)
      return TRUE;
  return FALSE;
}

/* One name and its text; what has no place in the table, or has been there, is nothing that a
 * document of the right form can hold. */
static void
take_value (MullArchiveReader *self, const Form *form, gboolean words)
{
  gsize name_length, length;
  const char *name = mull_frame_reader_take_text (&self->frames, NAME_BYTES_MAX, &name_length);
  const char *text = mull_frame_reader_take_text (
      &self->frames, words ? MULL_ARCHIVE_FIELD_MAX : MULL_XML_TAG_MAX, &length);

  for (guint i = 0; i < form->names->len; i++)
    {
      const MullContentColumn *column = mull_content_table_get_column (form->table, i);
      char **place = (char **) &self->values->pdata[i];

      if (column->kind == MULL_CONTENT_KEY || is_word (column) != words || *place != NULL ||
          !is_name (form->names->pdata[i], name, name_length))
        continue;
      *place = g_strndup (text, length);
      if (has_controls (*place))
        break;
      if (!words)
        *place = check_attribute (self, column, *place);
      return;
    }
  mull_frame_reader_refuse (&self->frames);
}

static void
take_values (MullArchiveReader *self, const Form *form, gboolean words)
{
  while (mull_frame_reader_take_number (&self->frames, 1) == 1)
    take_value (self, form, words);
}

/* Words that are not there are empty; what else has to be there, is. */
static void
fill_in (MullArchiveReader *self, const Form *form)
{
  for (guint i = 0; i < form->names->len; i++)
    {
      const MullContentColumn *column = mull_content_table_get_column (form->table, i);

      if (self->values->pdata[i] != NULL || column->kind == MULL_CONTENT_KEY)
        continue;
      if (is_word (column))
        self->values->pdata[i] = g_strdup ("");
      else if (column->is_required)
        mull_frame_reader_refuse (&self->frames);
    }
}

static void
take_row (MullArchiveReader *self)
{
  guint line = mull_frame_reader_take_number (&self->frames, G_MAXINT);
  const Form *form = take_form (self);

  if (line < self->line || ++self->n_rows > MULL_ARCHIVE_ROWS_MAX)
    mull_frame_reader_refuse (&self->frames);
  self->line = line;
  if (form == NULL)
    {
      mull_archive_reader_refuse (self, _ ("this element is out of its order"));
      return;
    }
  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_set_size (self->values, (int) form->names->len);
  take_values (self, form, FALSE);
  take_values (self, form, TRUE);
  fill_in (self, form);
}

/* The last frame, or one that makes no sense. */
static void
finish (MullArchiveReader *self, int kind)
{
  g_autoptr (GString) message = NULL;

  if (mull_frame_reader_finish (&self->frames, kind, &self->error))
    return;
  message = g_string_new (self->error->message);
  g_string_replace (message, MULL_ARCHIVE_NAME_OF_FILE, self->name, 0);
  g_free (self->error->message);
  self->error->message = g_string_free (g_steal_pointer (&message), FALSE);
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
  int kind;

  if (self->error != NULL)
    return FALSE;
  kind = mull_frame_reader_next (&self->frames);
  if (kind != MULL_FRAME_ELEMENT)
    {
      finish (self, kind);
      return FALSE;
    }
  take_row (self);
  if (self->error == NULL && !mull_frame_reader_end (&self->frames))
    finish (self, 0);
  return self->error == NULL;
}

/**
 * mull_archive_reader_get_table:
 *
 * Returns: the index of the row's table; what follows the last one is a part of a file
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
 * Refuses the archive for what its present row says. The first reason counts.
 */
void
mull_archive_reader_refuse (MullArchiveReader *self, const char *reason)
{
  if (self->error == NULL)
    /* Translators: %1$s is a file, %3$s a clause that says what is wrong in it. */
    g_set_error (&self->error, MULL_ERROR, MULL_ERROR_INVALID,
                 _ ("“%1$s” cannot be used; line %2$d: %3$s."), self->name, (int) self->line,
                 reason);
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
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
