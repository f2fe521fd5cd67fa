/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-sender"

#include "config.h"

#include "mull-archive-sender.h"

#include "mull-parse-limits.h"
#include "mull-parse.h"
#include "mull-xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GRAMMAR MULL_PARSE_RESOURCE_PATH "/archive-format/archive.rng"
#define ROOT_DEPTH 0
#define ROW_DEPTH 1

static void
send_text (MullFrameWriter *writer, const char *text)
{
  mull_frame_writer_put_text (writer, text, strlen (text));
}

/* The number one before each, and nothing behind the last. */
static void
send_attributes (MullXmlReader *xml, MullFrameWriter *writer)
{
  const char *name;
  char *value;

  while (mull_xml_reader_next_attribute (xml, &name, &value))
    {
      mull_frame_writer_put_number (writer, 1);
      send_text (writer, name);
      send_text (writer, value);
      g_free (value);
    }
  mull_frame_writer_put_number (writer, 0);
}

static void
send_words (MullXmlReader *xml, int line, MullFrameWriter *writer)
{
  while (mull_xml_reader_next_child (xml, ROW_DEPTH))
    {
      g_autofree char *name = g_strdup (mull_xml_reader_get_name (xml));
      g_autofree char *text = mull_xml_reader_dup_exact_text (xml);

      if (strlen (text) > MULL_ARCHIVE_FIELD_MAX)
        {
          mull_xml_reader_refuse (xml, line, _ ("this text is too long"));
          break;
        }
      mull_frame_writer_put_number (writer, 1);
      send_text (writer, name);
      send_text (writer, text);
    }
  mull_frame_writer_put_number (writer, 0);
}

static void
send_row (MullXmlReader *xml, MullFrameWriter *writer)
{
  int line = mull_xml_reader_get_line (xml);

  mull_frame_writer_begin (writer, MULL_FRAME_ELEMENT);
  mull_frame_writer_put_number (writer, (guint) line);
  send_text (writer, mull_xml_reader_get_name (xml));
  send_attributes (xml, writer);
  send_words (xml, line, writer);
  mull_frame_writer_end (writer);
}

/**
 * mull_archive_sender_send:
 * @bytes: a file
 * @name: its name in error messages
 * @writer: where to
 * @error: return location
 *
 * Checks an archive against its grammar, and then writes its rows: each an element with its
 * attributes, and the elements in it with their texts.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it cannot be read
 */
gboolean
mull_archive_sender_send (GBytes *bytes, const char *name, MullFrameWriter *writer, GError **error)
{
  g_autoptr (MullXmlReader) xml = NULL;
  guint n_rows = 0;

  mull_parse_init ();
  xml = mull_xml_reader_new (bytes, name, GRAMMAR, MULL_ARCHIVE_FILE_MAX, error);
  if (xml == NULL)
    return FALSE;
  while (mull_xml_reader_next_child (xml, ROOT_DEPTH))
    {
      if (++n_rows > MULL_ARCHIVE_ROWS_MAX)
        {
          mull_xml_reader_refuse (xml, mull_xml_reader_get_line (xml),
                                  _ ("there are too many elements"));
          break;
        }
      send_row (xml, writer);
    }
  return mull_xml_reader_finish (xml, error);
}
