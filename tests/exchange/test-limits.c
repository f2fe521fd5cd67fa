/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-limits"

/* Every limit of files from outside, at its edge: one less and just as much is read, one more is
 * refused, with a sentence that says so. */

#include "config.h"

#include "mull-archive-reader.h"

#include "mull-archive-form.h"
#include "mull-error.h"
#include "mull-import-file.h"
#include "mull-parse-limits.h"
#include "mull-vcard-cards.h"
#include "mull-xml-reader.h"
#include "store-fixture.h"

#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER TRUE
#endif
#endif
#ifndef HAS_ADDRESS_SANITIZER
#define HAS_ADDRESS_SANITIZER FALSE
#endif

#define ANYTHING "/org/mulliganapp/Mulligan/test/anything.rng"
#define ROOT "<archive xmlns=\"" MULL_ARCHIVE_NAMESPACE "\" format=\"1\" program=\"x\">"
#define COMPANY                                                                                    \
  "<company id=\"01890000-0000-7000-8000-000000000001\""                                           \
  " created-at=\"2024-05-15T10:00:00.000000Z\""
#define WORDS "<entry-words entry=\"01890000-0000-7000-8000-000000000001\"/>"

/* Makes a file of which something is @n. */
typedef void (*BuildFunc) (GString *text, gsize n);
/* Returns: (nullable): why it is refused, or what of it is left out */
typedef char *(*ReadFunc) (GBytes *bytes);

static void
add_bytes (GString *text, char c, gsize n)
{
  gsize before = text->len;

  g_string_set_size (text, before + n);
  memset (text->str + before, c, n);
}

static void
add_times (GString *text, const char *what, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append (text, what);
}

/* ── CSV ──────────────────────────────────────────────────────────────── */

static void
build_table_of_bytes (GString *text, gsize n)
{
  g_string_append (text, "Title,Value\nMill,1");
  add_bytes (text, '\n', n - text->len);
}

static void
build_rows (GString *text, gsize n)
{
  g_string_append (text, "Title,Value\n");
  add_times (text, "a,1\n", n);
}

static void
build_columns (GString *text, gsize n)
{
  g_string_append (text, "a");
  add_times (text, ",a", n - 1);
  g_string_append (text, "\nMill");
  add_times (text, ",", n - 1);
}

static void
build_columns_of_semicolons (GString *text, gsize n)
{
  build_columns (text, n);
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == ',')
      text->str[i] = ';';
}

static void
build_field (GString *text, gsize n)
{
  g_string_append (text, "Title,Value\n");
  add_bytes (text, 'a', n);
  g_string_append (text, ",1\n");
}

/* The marks do not count, and of two that stand for one only one does. */
static void
build_quoted_field (GString *text, gsize n)
{
  g_string_append (text, "Title,Value\n\"\"\"");
  add_bytes (text, 'a', n - 1);
  g_string_append (text, "\",1\n");
}

/* Two bytes each in the file, and one each of those that count. */
static void
build_wide_field (GString *text, gsize n)
{
  g_string_append_len (text,
                       "\xff\xfe"
                       "a\0,\0b\0\n\0",
                       10);
  for (gsize i = 0; i < n; i++)
    g_string_append_len (text, "x\0", 2);
  g_string_append_len (text, ",\0001\0", 4);
}

/* ── vCard ────────────────────────────────────────────────────────────── */

#define BEGIN "BEGIN:VCARD\nFN:Ann\n"
#define END "END:VCARD\n"

static void
build_cards_of_bytes (GString *text, gsize n)
{
  g_string_append (text, BEGIN END);
  add_bytes (text, '\n', n - text->len);
}

static void
build_cards (GString *text, gsize n)
{
  add_times (text, BEGIN END, n);
}

static void
build_properties (GString *text, gsize n)
{
  g_string_append (text, BEGIN);
  add_times (text, "X-A:1\n", n - 1);
  g_string_append (text, END);
}

static void
build_value (GString *text, gsize n)
{
  g_string_append (text, BEGIN "NOTE:");
  add_bytes (text, 'a', n - strlen ("NOTE"));
  g_string_append (text, "\n" END);
}

static void
build_photo (GString *text, gsize n)
{
  g_string_append (text, BEGIN "PHOTO;ENCODING=b:");
  add_bytes (text, 'A', n);
  g_string_append (text, "\n" END);
}

static void
build_property_name (GString *text, gsize n)
{
  g_string_append (text, BEGIN);
  add_bytes (text, 'X', n);
  g_string_append (text, ":1\n" END);
}

static void
build_group_name (GString *text, gsize n)
{
  g_string_append (text, BEGIN);
  add_bytes (text, 'x', n);
  g_string_append (text, ".TEL:1\n" END);
}

/* ── XML ──────────────────────────────────────────────────────────────── */

static void
build_archive_of_bytes (GString *text, gsize n)
{
  g_string_append (text, ROOT "</archive>");
  add_bytes (text, '\n', n - text->len);
}

static void
build_archive_rows (GString *text, gsize n)
{
  g_string_append (text, ROOT);
  add_times (text, WORDS, n);
  g_string_append (text, "</archive>");
}

static void
build_archive_text (GString *text, gsize n)
{
  g_string_append (text, ROOT COMPANY "><name>");
  add_bytes (text, 'a', n);
  g_string_append (text, "</name></company></archive>");
}

static void
build_tag (GString *text, gsize n)
{
  g_string_append (text, ROOT COMPANY);
  add_bytes (text, ' ', n - strlen (COMPANY "/>"));
  g_string_append (text, "/></archive>");
}

static void
build_attributes (GString *text, gsize n)
{
  g_string_append (text, "<a>\n<b");
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, " c%u='1'", (guint) i);
  g_string_append (text, "/></a>");
}

static void
build_depth (GString *text, gsize n)
{
  add_times (text, "<a>\n", n - 1);
  g_string_append (text, "<a>text</a>");
  add_times (text, "</a>", n - 1);
}

/* ── Readers ──────────────────────────────────────────────────────────── */

static char *
first_problem (GBytes *frames)
{
  g_autoptr (MullVcardCards) cards = mull_vcard_cards_new (frames);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  MullVcardStep step;

  while ((step = mull_vcard_cards_next (cards, card, NULL)) != MULL_VCARD_STEP_END)
    {
      const MullVcardProblem *problem = card->problem;

      g_assert_cmpint (step, !=, MULL_VCARD_STEP_FAILED);
      if (problem == NULL && card->omissions->len > 0)
        problem = card->omissions->pdata[0];
      if (problem != NULL)
        return g_strdup_printf ("Line %u: %s", problem->line, problem->reason);
    }
  return NULL;
}

static char *
read_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportFile) file = mull_import_file_open (bytes, "a", NULL, &error);

  if (file == NULL)
    {
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      return g_strdup (error->message);
    }
  return mull_import_file_get_source (file) == MULL_IMPORT_SOURCE_VCARD
             ? first_problem (mull_import_file_get_frames (file))
             : NULL;
}

static MullDatabase *database;

static char *
read_archive (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullContentMerge) merge = mull_content_merge_new (database, &error);
  g_autoptr (MullArchiveReader) reader = NULL;

  g_assert_no_error (error);
  reader = mull_archive_reader_new (bytes, "a.xml", merge, NULL, &error);
  while (reader != NULL && mull_archive_reader_next (reader))
    ;
  if (reader != NULL && mull_archive_reader_finish (reader, &error))
    return NULL;
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  return g_strdup (error->message);
}

static void
walk (MullXmlReader *reader)
{
  int depth = mull_xml_reader_get_depth (reader);

  while (mull_xml_reader_next_child (reader, depth))
    walk (reader);
}

/* Some limits are wider than any document of ours. */
static char *
read_anything (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullXmlReader) reader =
      mull_xml_reader_new (bytes, "a.xml", ANYTHING, MULL_ARCHIVE_FILE_MAX, &error);

  if (reader != NULL)
    walk (reader);
  if (reader != NULL && mull_xml_reader_finish (reader, &error))
    return NULL;
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  return g_strdup (error->message);
}

/* ── The edges ────────────────────────────────────────────────────────── */

typedef struct
{
  const char *name;
  gsize limit;
  BuildFunc build;
  ReadFunc read;
  const char *says;
  gboolean is_large; /* takes seconds, and too many of them under a sanitizer */
} Edge;

static const Edge edges[] = {
  { "csv-file", MULL_IMPORT_FILE_MAX, build_table_of_bytes, read_file, "larger than 64 MiB", TRUE },
  { "csv-rows", MULL_IMPORT_ROWS_MAX, build_rows, read_file,
    "more than 200000 rows (the next one begins at line 200002, column 1)" },
  { "csv-columns", MULL_IMPORT_COLUMNS_MAX, build_columns, read_file,
    "Line 1 has more than 256 columns (the next one begins at column 513)" },
  { "csv-columns-of-semicolons", MULL_IMPORT_COLUMNS_MAX, build_columns_of_semicolons, read_file,
    "Line 1 has more than 256 columns" },
  { "csv-field", MULL_IMPORT_FIELD_MAX, build_field, read_file,
    "line 2, column 1 is longer than 64 KiB" },
  { "csv-quoted-field", MULL_IMPORT_FIELD_MAX, build_quoted_field, read_file,
    "line 2, column 1 is longer than 64 KiB" },
  { "csv-wide-field", MULL_IMPORT_FIELD_MAX, build_wide_field, read_file,
    "line 2, column 1 is longer than 64 KiB" },
  { "vcard-file", MULL_VCARD_FILE_MAX, build_cards_of_bytes, read_file, "larger than 64 MiB",
    TRUE },
  { "vcard-cards", MULL_VCARD_CARDS_MAX, build_cards, read_file,
    "more than 50000 cards: see line 150001" },
  { "vcard-properties", MULL_VCARD_PROPERTIES_MAX, build_properties, read_file,
    "Line 2002: The card has more than 2000 properties" },
  { "vcard-value", MULL_VCARD_FIELD_MAX, build_value, read_file,
    "Line 3: It is longer than 64 KiB" },
  { "vcard-photo", MULL_VCARD_PHOTO_MAX, build_photo, read_file,
    "Line 3: It is larger than 512 KiB" },
  { "vcard-property-name", MULL_VCARD_NAME_MAX, build_property_name, read_file,
    "Line 3: This line is no property" },
  { "vcard-group-name", MULL_VCARD_NAME_MAX, build_group_name, read_file,
    "Line 3: This line is no property" },
  { "archive-file", MULL_ARCHIVE_FILE_MAX, build_archive_of_bytes, read_archive,
    "“a.xml” cannot be used: it is too large", TRUE },
  { "archive-rows", MULL_ARCHIVE_ROWS_MAX, build_archive_rows, read_archive,
    "there are too many elements", TRUE },
  { "archive-text", MULL_ARCHIVE_FIELD_MAX, build_archive_text, read_archive,
    "line 1: this text is too long" },
  { "xml-tag", MULL_XML_TAG_MAX, build_tag, read_archive, "line 1: this tag is too long" },
  { "xml-attributes", MULL_XML_ATTRIBUTES_MAX, build_attributes, read_anything,
    "line 2: this tag has too many attributes" },
  { "xml-depth", MULL_XML_DEPTH_MAX, build_depth, read_anything,
    "line 33: the elements are nested too deeply" },
};

static void
test_edge (gconstpointer data)
{
  const Edge *edge = data;

  if (edge->is_large && HAS_ADDRESS_SANITIZER)
    {
      g_test_skip ("It is too large for a sanitizer.");
      return;
    }
  for (int more = edge->is_large ? 0 : -1; more <= 1; more++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *said = NULL;

      edge->build (text, edge->limit + (gsize) more);
      bytes = g_string_free_to_bytes (text);
      said = edge->read (bytes);
      g_test_message ("%+d: %s", more, said != NULL ? said : "read");
      if (more <= 0)
        g_assert_null (said);
      else
        g_assert_nonnull (strstr (said, edge->says));
    }
}

int
main (int argc, char **argv)
{
  char *folder = fixture_make_folder ();
  int status;

  g_test_init (&argc, &argv, NULL);
  database = fixture_open_copy (folder);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autofree char *path = g_strconcat ("/limits/", edges[i].name, NULL);

      g_test_add_data_func (path, &edges[i], test_edge);
    }
  status = g_test_run ();
  g_clear_object (&database);
  fixture_remove_folder (folder);
  return status;
}
