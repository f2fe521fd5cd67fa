/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vcard-reader"

#include "config.h"

#include "mull-vcard-reader.h"

#include "mull-error.h"
#include "mull-parse-limits.h"

#include <string.h>

static MullVcardReader *
make_reader (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  MullVcardReader *reader = mull_vcard_reader_new (bytes, &error);

  g_assert_no_error (error);
  return reader;
}

/* What the file means: its properties as version 3.0 writes them, a line each; "!" before what is
 * refused, "-" before what is left out, "=" between cards. */
static char *
describe (const char *text, gsize length)
{
  g_autoptr (MullVcardReader) reader = make_reader (text, length);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  MullVcardStep step;

  while ((step = mull_vcard_reader_next (reader, card, &error)) != MULL_VCARD_STEP_END)
    {
      g_assert_no_error (error);
      if (card->number > 1)
        g_string_append (said, "=\n");
      g_assert_cmpint (step == MULL_VCARD_STEP_REFUSED, ==, card->problem != NULL);
      if (card->problem != NULL)
        g_string_append_printf (said, "!%u %s %s\n", card->problem->line, card->problem->field,
                                card->problem->excerpt);
      for (guint i = 0; card->problem == NULL && i < mull_vcard_get_n_fields (card); i++)
        {
          g_autofree char *line = mull_vcard_field_to_line (mull_vcard_get_field (card, i));

          g_string_append_printf (said, "%s\n", line);
        }
      for (guint i = 0; i < card->omissions->len; i++)
        {
          const MullVcardProblem *omission = card->omissions->pdata[i];

          g_string_append_printf (said, "-%u %s\n", omission->line, omission->field);
        }
    }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *meaning;
} Case;

#define CARD(inside) "BEGIN:VCARD\r\n" inside "END:VCARD\r\n"
#define OLD(inside) CARD ("VERSION:2.1\r\n" inside)
#define NEW(inside) CARD ("VERSION:3.0\r\n" inside)

static const Case cases[] = {
  /* ── Frames and lines ── */
  { "empty", "", "" },
  { "blank", "\r\n \r\n\n", "" },
  { "one", NEW ("FN:Ann\r\n"), "FN:Ann\n" },
  { "two", NEW ("FN:Ann\r\n") "\r\n" NEW ("FN:Bob\r\n"), "FN:Ann\n=\nFN:Bob\n" },
  { "bare-line-feeds", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", "FN:Ann\n" },
  { "bare-returns", "BEGIN:VCARD\rFN:Ann\rEND:VCARD\r", "FN:Ann\n" },
  { "small-letters", "begin:vcard\r\nversion:2.1\r\nfn:Ann\r\nend:vcard\r\n", "FN:Ann\n" },
  { "no-end", "BEGIN:VCARD\r\nFN:Ann", "FN:Ann\n" },
  { "no-end-between", "BEGIN:VCARD\r\nFN:Ann\r\nBEGIN:VCARD\r\nFN:Bob\r\nEND:VCARD\r\n",
    "FN:Ann\n=\nFN:Bob\n" },
  { "mark", "\xef\xbb\xbf" NEW ("FN:Ann\r\n"), "FN:Ann\n" },
  { "fold", NEW ("NOTE:one \r\n two\r\n\tthree\r\n"), "NOTE:one twothree\n" },
  { "fold-old", OLD ("NOTE:one\r\n two\r\n"), "NOTE:one two\n" },
  { "fold-of-letter", NEW ("FN:M\xc3\r\n \xbcller\r\n"), "FN:Müller\n" },
  { "fold-before-colon", NEW ("TEL;TYPE=WORK;\r\n TYPE=FAX:1\r\n"), "TEL;TYPE=WORK;TYPE=FAX:1\n" },
  { "stray", "hello\r\nworld\r\n" NEW ("FN:Ann\r\n"), "!1  hello\n=\nFN:Ann\n" },
  { "agent", OLD ("FN:Ann\r\nAGENT:\r\n" CARD ("FN:Bob\r\n") "TITLE:CTO\r\n") NEW ("FN:Cid\r\n"),
    "FN:Ann\nAGENT:\nTITLE:CTO\n-5 AGENT\n=\nFN:Cid\n" },
  /* ── Names, groups, parameters ── */
  { "group", NEW ("item1.TEL;type=CELL:1\r\nitem1.X-ABLabel:_$!<Mobile>!$_\r\n"),
    "item1.TEL;TYPE=CELL:1\nitem1.X-ABLABEL:_$!<Mobile>!$_\n" },
  { "bare-types", OLD ("TEL;CELL;VOICE;PREF:1\r\n"), "TEL;TYPE=CELL;TYPE=VOICE;TYPE=PREF:1\n" },
  { "quoted-parameter", NEW ("ADR;LABEL=\"a: b; c\";TYPE=WORK:;;x\r\n"),
    "ADR;LABEL=\"a: b; c\";TYPE=WORK:;;x\n" },
  { "translated-type", NEW ("TEL;TYPE=arbeit:1\r\n"), "TEL;TYPE=arbeit:1\n" },
  { "colon-in-value", NEW ("URL:https://a.example:8080/\r\n"), "URL:https://a.example:8080/\n" },
  { "empty-parameters", NEW ("TEL;;TYPE=:1\r\n"), "TEL:1\n" },
  /* ── Quoted-printable ── */
  { "qp", OLD ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller\r\n"), "FN:Müller\n" },
  { "qp-without-the-word", OLD ("fn;quoted-printable:M=c3=bcller\r\n"), "FN:Müller\n" },
  { "qp-parts", OLD ("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC;=4A=C3=B6;;Dr.;\r\n"),
    "N:Mü;Jö;;Dr.;\n" },
  { "qp-semicolon", OLD ("N;ENCODING=QUOTED-PRINTABLE:a=3Bb;c\r\n"), "N:a\\;b;c\n" },
  { "qp-semicolon-text", OLD ("NOTE;ENCODING=QUOTED-PRINTABLE:a=3Bb;c\r\n"), "NOTE:a\\;b\\;c\n" },
  { "qp-soft-break", OLD ("NOTE;ENCODING=QUOTED-PRINTABLE:one =\r\ntwo=0D=0A=\r\nthree\r\n"),
    "NOTE:one two\\nthree\n" },
  { "qp-soft-break-in-code", OLD ("FN;ENCODING=QUOTED-PRINTABLE:M=C3=\r\n=BCller\r\n"),
    "FN:Müller\n" },
  { "qp-soft-break-at-end", OLD ("NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\n"), "NOTE:one=\n" },
  { "qp-lone-equals", OLD ("NOTE;ENCODING=QUOTED-PRINTABLE:1+1=2 =zz\r\n"), "NOTE:1+1=2 =zz\n" },
  { "qp-in-3", NEW ("NOTE;ENCODING=QUOTED-PRINTABLE:a=0Ab\r\n"), "NOTE:a\\nb\n" },
  { "equals-without-qp", NEW ("NOTE:a=\r\nFN:Ann\r\n"), "NOTE:a=\nFN:Ann\n" },
  /* ── Character sets ── */
  { "latin-1", OLD ("FN;CHARSET=ISO-8859-1:M\xfcller\r\n"), "FN:Müller\n" },
  { "latin-1-qp", OLD ("FN;CHARSET=iso-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller\r\n"),
    "FN:Müller\n" },
  { "windows", OLD ("FN;CHARSET=windows-1252;QUOTED-PRINTABLE:=80 =96 =9F\r\n"), "FN:€ – Ÿ\n" },
  { "windows-nothing", OLD ("FN;CHARSET=windows-1252;QUOTED-PRINTABLE:a=81\r\n"),
    "!3 FN FN;CHARSET=windows-1252;QUOTED-PRINTABLE…\n" },
  { "latin-9", OLD ("FN;CHARSET=ISO-8859-15;QUOTED-PRINTABLE:=A4=FC\r\n"), "FN:€ü\n" },
  { "unknown-charset", OLD ("FN;CHARSET=KOI8-R:x\r\n"), "!3 FN FN;CHARSET=KOI8-R:x\n" },
  { "no-charset", NEW ("FN:M\xfcller\r\n"), "!3 FN FN:M\xef\xbf\xbdller\n" },
  { "zero", NEW ("FN;ENCODING=QUOTED-PRINTABLE:a=00b\r\n"),
    "!3 FN FN;ENCODING=QUOTED-PRINTABLE:a=00b\n" },
  /* ── Escapes ── */
  { "escapes-old", OLD ("NOTE:a, b; c\\d\r\nN:a\\;b;c,d\r\nX-FOO:a;b,c\\\r\n"),
    "NOTE:a\\, b\\; c\\\\d\nN:a\\;b;c\\,d\nX-FOO:a;b,c\\\n" },
  { "escapes-new", NEW ("NOTE:a\\, b\\; c\\\\d\\ne\r\n"), "NOTE:a\\, b\\; c\\\\d\\ne\n" },
  /* ── Photos ── */
  { "photo-3", NEW ("PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n BBBB\r\n"),
    "PHOTO;TYPE=JPEG;ENCODING=b:AAAABBBB\n" },
  { "photo-old", OLD ("PHOTO;JPEG;ENCODING=BASE64:\r\n AAAA\r\n BB==\r\n\r\nFN:Ann\r\n"),
    "PHOTO;TYPE=JPEG;ENCODING=b:AAAABB==\nFN:Ann\n" },
  { "photo-without-folds", OLD ("PHOTO;BASE64:AAAA\r\nBB==\r\nFN:Ann\r\n"),
    "PHOTO;ENCODING=b:AAAABB==\nFN:Ann\n" },
  { "photo-4", CARD ("VERSION:4.0\r\nPHOTO:data:image/png;base64,AAAA\r\n"),
    "PHOTO;TYPE=PNG;ENCODING=b:AAAA\n" },
  { "photo-address", NEW ("PHOTO;VALUE=uri:https://a.example/x.png\r\n"),
    "PHOTO;VALUE=uri:https://a.example/x.png\n" },
  { "photo-of-nothing-known", NEW ("PHOTO;ENCODING=b:A\xff\r\n"),
    "!3 PHOTO PHOTO;ENCODING=b:A\xef\xbf\xbd\n" },
  /* ── Refusals ── */
  { "no-colon", NEW ("FN:Ann\r\nhello\r\n"), "!4  hello\n" },
  { "bad-name", NEW ("F N:Ann\r\n"), "!3  F N:Ann\n" },
  { "no-name", NEW (":Ann\r\n"), "!3  :Ann\n" },
  { "controls", NEW ("NOTE:a\x01\x7f\xef\xbf\xbf\tb\r\nX-A;B=1:\x1f\r\n"),
    "NOTE:a\tb\nX-A;B=1:\n" },
  { "controls-in-parameter", NEW ("X-A;B=\x01:1\r\n"), "!3  X-A;B=\x01:1\n" },
  { "first-problem", NEW ("hello\r\nworld\r\n") NEW ("FN:Ann\r\n"), "!3  hello\n=\nFN:Ann\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autofree char *meaning = describe (it->text, strlen (it->text));

  g_assert_cmpstr (meaning, ==, it->meaning);
}

static void
test_zero_byte (void)
{
  static const char text[] = NEW ("FN:a\0b\r\n");
  g_autofree char *meaning = describe (text, sizeof text - 1);

  g_assert_cmpstr (meaning, ==,
                   "!3 FN FN:a\xef\xbf\xbd"
                   "b\n");
}

static void
test_utf_16 (void)
{
  static const char text[] = NEW ("FN:Müller 🧯\r\n");

  for (int big = 0; big < 2; big++)
    {
      gsize length;
      g_autofree char *wide =
          g_convert (text, -1, big ? "UTF-16BE" : "UTF-16LE", "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) file = g_string_new (big ? "\xfe\xff" : "\xff\xfe");
      g_autofree char *meaning = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_string_append_len (file, wide, (gssize) length);
      meaning = describe (file->str, file->len);
      g_assert_cmpstr (meaning, ==, "FN:Müller 🧯\n");
      bytes = g_bytes_new (file->str, file->len);
      g_assert_true (mull_vcard_is_vcard (bytes));
    }
}

static void
test_is_vcard (void)
{
  static const struct
  {
    const char *text;
    gboolean is_vcard;
  } files[] = {
    { "BEGIN:VCARD\r\n", TRUE },
    { "\xef\xbb\xbf\r\n begin:vcard", TRUE },
    { "", FALSE },
    { "name,BEGIN:VCARD\n", FALSE },
    { "BEGIN:VCALENDAR\r\n", FALSE },
    { "\xff\xfe", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, strlen (files[i].text));

      g_assert_cmpint (mull_vcard_is_vcard (bytes), ==, files[i].is_vcard);
    }
}

static void
test_raw (void)
{
  static const char text[] = "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n\nBEGIN:VCARD\nFN:Bob\n";
  g_autoptr (MullVcardReader) reader = make_reader (text, strlen (text));
  g_autoptr (MullVcard) card = mull_vcard_new ();

  g_assert_cmpint (mull_vcard_reader_next (reader, card, NULL), ==, MULL_VCARD_STEP_CARD);
  g_assert_cmpmem (card->raw, card->raw_length, "BEGIN:VCARD\nFN:Ann\nEND:VCARD", 28);
  g_assert_cmpuint (card->line, ==, 1);
  g_assert_cmpint (mull_vcard_reader_next (reader, card, NULL), ==, MULL_VCARD_STEP_CARD);
  g_assert_cmpmem (card->raw, card->raw_length, "BEGIN:VCARD\nFN:Bob", 18);
  g_assert_cmpuint (card->line, ==, 5);
  g_assert_cmpuint (mull_vcard_get_field (card, 0)->line, ==, 6);
}

/* ── Asking a property ────────────────────────────────────────────────── */

static void
test_field (void)
{
  static const char text[] =
      NEW ("ADR;TYPE=\"dom,home\",X-a;TYPE=work;LANGUAGE=de:;;1 Main\\; St\\nrear;Ulm,\\,x\r\n");
  g_autoptr (MullVcardReader) reader = make_reader (text, strlen (text));
  g_autoptr (MullVcard) card = mull_vcard_new ();
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) types = NULL;
  g_autofree char *joined_parts = NULL;
  g_autofree char *joined_types = NULL;
  g_autofree char *language = NULL;
  const MullVcardField *field;

  g_assert_cmpint (mull_vcard_reader_next (reader, card, NULL), ==, MULL_VCARD_STEP_CARD);
  g_assert_null (mull_vcard_find (card, "TEL"));
  field = mull_vcard_find (card, "ADR");
  parts = mull_vcard_field_split (field);
  joined_parts = g_strjoinv ("|", parts);
  g_assert_cmpstr (joined_parts, ==, "||1 Main; St\nrear|Ulm,,x");
  types = mull_vcard_field_dup_types (field);
  joined_types = g_strjoinv ("|", types);
  g_assert_cmpstr (joined_types, ==, "dom|home|X-a|work");
  language = mull_vcard_field_dup_param (field, "language");
  g_assert_cmpstr (language, ==, "de");
  g_assert_null (mull_vcard_field_dup_param (field, "VALUE"));
}

/* A line that was kept is the property that it was made of. */
static void
test_add_line (void)
{
  static const char *const lines[] = {
    "FN:Ann",
    "item1.TEL;TYPE=CELL;TYPE=WORK:+49 30: 1",
    "ADR;LABEL=\"a: b; c\":;;x",
    "PHOTO;TYPE=JPEG;ENCODING=b:AAAA",
    "PHOTO;ENCODING=b:AAAA",
    "X-A:",
    "X-A;B=xENCODING=b:\xc3\xa4",
  };
  static const char *const bad[] = {
    "",        "FN",      ":Ann",        ";A=b:1",    "F N:1",   ".FN:1",  "a b.FN:1",
    "FN:a\rb", "FN:a\nb", "BEGIN:VCARD", "end:VCARD", "FN:\x01", "\"FN:1", "VERSION:3.0",
  };
  g_autoptr (MullVcard) card = mull_vcard_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *again = NULL;

      g_assert_true (mull_vcard_add_line (card, lines[i]));
      again = mull_vcard_field_to_line (mull_vcard_get_field (card, i));
      g_assert_cmpstr (again, ==, lines[i]);
      g_assert_cmpint (mull_vcard_get_field (card, i)->is_binary, ==, i == 3 || i == 4);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (mull_vcard_add_line (card, bad[i]));
  g_assert_cmpuint (mull_vcard_get_n_fields (card), ==, G_N_ELEMENTS (lines));
  g_assert_cmpstr (mull_vcard_get_field (card, 1)->group, ==, "item1");
  g_assert_cmpstr (mull_vcard_get_field (card, 1)->name, ==, "TEL");
  g_assert_cmpstr (mull_vcard_get_field (card, 1)->params, ==, "TYPE=CELL;TYPE=WORK");
  g_assert_cmpstr (mull_vcard_get_field (card, 1)->value, ==, "+49 30: 1");
}

/* ── Limits ───────────────────────────────────────────────────────────── */

static void
append_many (GString *text, char c, gsize n)
{
  gsize before = text->len;

  g_string_set_size (text, before + n);
  memset (text->str + before, c, n);
}

static MullVcardStep
read_one (GString *text, MullVcard *card)
{
  g_autoptr (MullVcardReader) reader = make_reader (text->str, text->len);

  return mull_vcard_reader_next (reader, card, NULL);
}

static void
test_field_limit (void)
{
  for (int more = -1; more <= 1; more++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\r\nFN:Ann\r\nNOTE:");
      g_autoptr (MullVcard) card = mull_vcard_new ();

      append_many (text, 'x', (gsize) (MULL_VCARD_FIELD_MAX - 4 + more));
      g_string_append (text, "\r\nEND:VCARD\r\n");
      g_assert_cmpint (read_one (text, card), ==,
                       more > 0 ? MULL_VCARD_STEP_REFUSED : MULL_VCARD_STEP_CARD);
      if (more > 0)
        g_assert_cmpstr (card->problem->field, ==, "NOTE");
    }
}

static void
test_photo_limit (void)
{
  for (int more = -1; more <= 1; more++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\r\nFN:Ann\r\nPHOTO;ENCODING=b:");
      g_autoptr (MullVcard) card = mull_vcard_new ();

      append_many (text, 'A', (gsize) (MULL_VCARD_PHOTO_MAX + more));
      g_string_append (text, "\r\nEND:VCARD\r\n");
      g_assert_cmpint (read_one (text, card), ==, MULL_VCARD_STEP_CARD);
      g_assert_cmpuint (mull_vcard_get_n_fields (card), ==, more > 0 ? 1 : 2);
      g_assert_cmpuint (card->omissions->len, ==, more > 0 ? 1 : 0);
    }
}

static void
test_fields_limit (void)
{
  for (int more = -1; more <= 1; more++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\r\nVERSION:3.0\r\n");
      g_autoptr (MullVcard) card = mull_vcard_new ();

      for (int i = 0; i < MULL_VCARD_PROPERTIES_MAX + more; i++)
        g_string_append (text, "X-A:1\r\n");
      g_string_append (text, "END:VCARD\r\n");
      g_assert_cmpint (read_one (text, card), ==,
                       more > 0 ? MULL_VCARD_STEP_REFUSED : MULL_VCARD_STEP_CARD);
      if (more > 0)
        g_assert_cmpuint (card->problem->line, ==, 2 + MULL_VCARD_PROPERTIES_MAX + 1);
    }
}

static void
test_cards_limit (void)
{
  for (int more = -1; more <= 1; more++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MullVcardReader) reader = NULL;
      g_autoptr (MullVcard) card = mull_vcard_new ();
      g_autoptr (GError) error = NULL;
      MullVcardStep step;
      int n = 0;

      for (int i = 0; i < MULL_VCARD_CARDS_MAX + more; i++)
        g_string_append (text, "BEGIN:VCARD\nFN:A\nEND:VCARD\n");
      reader = make_reader (text->str, text->len);
      while ((step = mull_vcard_reader_next (reader, card, &error)) == MULL_VCARD_STEP_CARD)
        n++;
      g_assert_cmpint (n, ==, MULL_VCARD_CARDS_MAX + MIN (more, 0));
      g_assert_cmpint (step, ==, more > 0 ? MULL_VCARD_STEP_FAILED : MULL_VCARD_STEP_END);
      if (more > 0)
        {
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, "150001"));
        }
    }
}

static void
test_file_limit (void)
{
  for (int more = -1; more <= 1; more++)
    {
      gsize size = (gsize) (MULL_VCARD_FILE_MAX + more);
      char *data = g_malloc (size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MullVcardReader) reader = NULL;
      g_autoptr (MullVcard) card = mull_vcard_new ();
      g_autoptr (GError) error = NULL;

      memset (data, '\n', size);
      memcpy (data, "BEGIN:VCARD\nFN:A\n", 17);
      bytes = g_bytes_new_take (data, size);
      reader = mull_vcard_reader_new (bytes, &error);
      g_assert_cmpint (reader == NULL, ==, more > 0);
      if (more > 0)
        g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      else
        g_assert_cmpint (mull_vcard_reader_next (reader, card, NULL), ==, MULL_VCARD_STEP_CARD);
    }
}

/* Whatever bytes: no crash, no card without its place, and an end. */
static void
test_noise (void)
{
  static const char *const pieces[] = {
    "BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "\r\n",   "\n",
    "\r",          " ",         "\t",          ":",      ";",
    "=",           "\"",        "\\",          "AGENT",  "N",
    "PHOTO;",      "=3",        "ENCODING=",   "BASE64", "CHARSET=\"",
    "\xff",        "\xc3",      "a.",          "b,c",    "QUOTED-PRINTABLE",
  };

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "BEGIN:VCARD\n" : "");
      g_autoptr (MullVcard) card = mull_vcard_new ();
      g_autoptr (MullVcardReader) reader = NULL;
      MullVcardStep step;
      guint n = 0;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      reader = make_reader (text->str, text->len);
      while ((step = mull_vcard_reader_next (reader, card, NULL)) != MULL_VCARD_STEP_END)
        {
          g_assert_cmpint (step, !=, MULL_VCARD_STEP_FAILED);
          g_assert_cmpuint (++n, <, 100);
          g_assert_cmpuint (card->line, >, 0);
          for (guint i = 0; i < mull_vcard_get_n_fields (card); i++)
            {
              const MullVcardField *field = mull_vcard_get_field (card, i);
              g_autofree char *line = mull_vcard_field_to_line (field);
              g_auto (GStrv) parts = mull_vcard_field_split (field);
              g_auto (GStrv) types = mull_vcard_field_dup_types (field);

              g_assert_true (g_utf8_validate (field->value, -1, NULL));
              g_assert_null (strpbrk (line, "\r\n"));
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/vcard-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/vcard-reader/zero-byte", test_zero_byte);
  g_test_add_func ("/vcard-reader/utf-16", test_utf_16);
  g_test_add_func ("/vcard-reader/is-vcard", test_is_vcard);
  g_test_add_func ("/vcard-reader/raw", test_raw);
  g_test_add_func ("/vcard-reader/field", test_field);
  g_test_add_func ("/vcard-reader/add-line", test_add_line);
  g_test_add_func ("/vcard-reader/field-limit", test_field_limit);
  g_test_add_func ("/vcard-reader/photo-limit", test_photo_limit);
  g_test_add_func ("/vcard-reader/fields-limit", test_fields_limit);
  g_test_add_func ("/vcard-reader/cards-limit", test_cards_limit);
  g_test_add_func ("/vcard-reader/file-limit", test_file_limit);
  g_test_add_func ("/vcard-reader/noise", test_noise);
  return g_test_run ();
}
