/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-vcard-cards.h"

#include "mull-error.h"
#include "mull-frame-writer.h"
#include "mull-vcard-reader.h"
#include "mull-vcard-sender.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char sample[] =
    "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:M=C3=BCller\r\n"
    "a.TEL;WORK;\"x;y\":1\r\na.X-ABLabel:B\xc3\xbcro\r\n"
    "PHOTO;JPEG;BASE64:\r\n AAAA\r\n\r\nNOTE:a, b\\\r\n"
    "AGENT:\r\nBEGIN:VCARD\r\nFN:Bob\r\nEND:VCARD\r\nEND:VCARD\r\n"
    "stray\r\n"
    "BEGIN:VCARD\r\nFN:M\xfcller\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nFN;CHARSET=ISO-8859-1:M\xfcller\r\nEND:VCARD";

/* The frames of a file, as the program that parses writes them. */
static GBytes *
frames_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) fault = NULL;
  FILE *file = tmpfile ();
  g_autoptr (MullFrameWriter) writer = mull_frame_writer_new (fileno (file));
  gsize size;
  g_autofree char *written = NULL;

  mull_vcard_sender_send (bytes, writer, &fault);
  mull_frame_writer_finish (writer, fault);
  size = (gsize) lseek (fileno (file), 0, SEEK_END);
  written = g_malloc (size);
  g_assert_cmpint (pread (fileno (file), written, size, 0), ==, size);
  fclose (file);
  return g_bytes_new (written, size);
}

static void
describe (const MullVcard *card, GString *out)
{
  g_string_append_printf (out, "%u %u <", card->number, card->line);
  g_string_append_len (out, card->raw, (gssize) card->raw_length);
  g_string_append (out, ">\n");
  if (card->problem != NULL)
    g_string_append_printf (out, "!%u %s|%s|%s\n", card->problem->line, card->problem->field,
                            card->problem->reason, card->problem->excerpt);
  for (guint i = 0; card->problem == NULL && i < mull_vcard_get_n_fields (card); i++)
    {
      const MullVcardField *field = mull_vcard_get_field (card, i);
      g_autofree char *line = mull_vcard_field_to_line (field);

      g_string_append_printf (out, "%u %s\n", field->line, line);
    }
  for (guint i = 0; i < card->omissions->len; i++)
    {
      const MullVcardProblem *omission = card->omissions->pdata[i];

      g_string_append_printf (out, "-%u %s|%s|%s\n", omission->line, omission->field,
                              omission->reason, omission->excerpt);
    }
}

/* What comes out of the pipe is what the reader read. */
static void
test_same (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (sample, strlen (sample));
  g_autoptr (GBytes) frames = frames_of (sample);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullVcardReader) reader = mull_vcard_reader_new (bytes, &error);

  g_assert_true (mull_vcard_cards_are_in (frames));
  while (mull_vcard_reader_next (reader, card, &error) != MULL_VCARD_STEP_END)
    describe (card, read);
  g_assert_no_error (error);
  for (int round = 0; round < 2; round++)
    {
      g_autoptr (MullVcardCards) cards = mull_vcard_cards_new (frames);
      g_autoptr (GString) got = g_string_new (NULL);
      MullVcardStep step;

      while ((step = mull_vcard_cards_next (cards, card, &error)) != MULL_VCARD_STEP_END)
        {
          g_assert_cmpint (step, ==,
                           card->problem != NULL ? MULL_VCARD_STEP_REFUSED : MULL_VCARD_STEP_CARD);
          describe (card, got);
        }
      g_assert_no_error (error);
      g_assert_cmpmem (got->str, got->len, read->str, read->len);
      g_assert_cmpuint (card->number, ==, 0);
      g_assert_cmpint (mull_vcard_cards_next (cards, card, &error), ==, MULL_VCARD_STEP_END);
      g_assert_cmpfloat (mull_vcard_cards_get_progress (cards), ==, 1.0);
    }
}

/* The parser's reason comes through. */
static void
test_fault (void)
{
  g_autoptr (GBytes) frames = frames_of ("\xff\xfe"
                                         "BEGIN");
  g_autoptr (MullVcardCards) cards = mull_vcard_cards_new (frames);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_false (mull_vcard_cards_are_in (frames));
  g_assert_cmpint (mull_vcard_cards_next (cards, card, &error), ==, MULL_VCARD_STEP_FAILED);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "not valid UTF-16"));
  g_assert_cmpint (mull_vcard_cards_next (cards, card, &again), ==, MULL_VCARD_STEP_FAILED);
  g_assert_cmpstr (again->message, ==, error->message);
}

/* Reads whatever it is to the end, and checks what others rely on. */
static MullVcardStep
read_through (GBytes *frames)
{
  g_autoptr (MullVcardCards) cards = mull_vcard_cards_new (frames);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  MullVcardStep step;
  guint line = 0;

  while ((step = mull_vcard_cards_next (cards, card, NULL)) == MULL_VCARD_STEP_CARD ||
         step == MULL_VCARD_STEP_REFUSED)
    {
      g_assert_cmpuint (card->line, >, line);
      line = card->line;
      g_assert_true (card->problem == NULL || mull_vcard_get_n_fields (card) == 0);
      for (guint i = 0; i < mull_vcard_get_n_fields (card); i++)
        {
          const MullVcardField *field = mull_vcard_get_field (card, i);
          g_autofree char *text = mull_vcard_field_to_line (field);

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_null (strpbrk (text, "\r\n"));
          g_assert_cmpuint (strlen (field->name), >, 0);
          g_assert_cmpuint (field->line, >=, card->line);
        }
    }
  return step;
}

/* One byte after the other is replaced, and the rest is cut off at every place. */
static void
test_hostile (void)
{
  static const guint8 values[] = { 0, 1, '\n', 0x7f, 0x80, 0xc3, 0xff, 'V', 'C', 'R', 'F', 'E' };
  g_autoptr (GBytes) frames = frames_of (sample);
  gsize size;
  const guint8 *data = g_bytes_get_data (frames, &size);
  guint n_refused = 0;

  g_assert_cmpint (read_through (frames), ==, MULL_VCARD_STEP_END);
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) cut = g_bytes_new (data, i);

      g_assert_cmpint (read_through (cut), ==, MULL_VCARD_STEP_FAILED);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autoptr (GBytes) bytes = NULL;

          changed[i] = values[j];
          bytes = g_bytes_new (changed, size);
          n_refused += read_through (bytes) == MULL_VCARD_STEP_FAILED;
        }
    }
  g_assert_cmpuint (n_refused, >, size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard-cards/same", test_same);
  g_test_add_func ("/vcard-cards/fault", test_fault);
  g_test_add_func ("/vcard-cards/hostile", test_hostile);
  return g_test_run ();
}
