/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-import-vcard"

#include "config.h"

#include "mull-vcard-row.h"

#include "importer-fixture.h"
#include "mull-error.h"
#include "store-fixture.h"

#include <string.h>

#define CARD(inside) "BEGIN:VCARD\r\nVERSION:3.0\r\n" inside "END:VCARD\r\n"

#define ANN                                                                                        \
  CARD ("UID:ann-1\r\nFN:Dr. Ann Ruiz\r\nN:Ruiz;Ann;Maria;Dr.;\r\nORG:Hartwell Mills;Boilers\r\n"  \
        "TITLE:CTO\r\nTEL;TYPE=CELL:+49 170 1\r\nTEL;TYPE=WORK,FAX:+49 30 2\r\n"                   \
        "TEL;TYPE=arbeit,pref:+49 30 1\r\nEMAIL;TYPE=INTERNET:Ann@hartwell.example\r\n"            \
        "NOTE:Likes\\, well\\, boats\\nand trains\r\nBDAY:1980-02-03\r\n"                          \
        "PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\nX-FOO;A=1:a;b\r\n")

#define COMPANY                                                                                    \
  CARD ("ORG:Öz GmbH\r\nTEL:+49 89 1\r\nTEL:+49 89 2\r\nURL:https://www.oez.example/start\r\n"    \
        "ADR;TYPE=WORK:;;Main St 1;München;;80331;Germany\r\nX-MULLIGAN-SECTOR:Valves\r\n")

static void
assert_lines (ImporterFixture *fixture, const char *owner, const char *expected)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (group_concat (text, '|'), '') FROM (SELECT text FROM"
                       " vcard_property WHERE %s = (SELECT id FROM %.*s LIMIT 1) ORDER BY rank)",
                       owner, (int) (strlen (owner) - 3), owner);

  importer_fixture_assert_query (fixture, sql, expected);
}

static void
test_person (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, ANN);
  g_autoptr (MullImporter) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_PERSON, 1, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_COMPANY, 1, 0, 0);
  importer_fixture_assert_query (fixture,
                                 "SELECT p.name || '|' || p.title || '|' || c.name || '|' ||"
                                 " p.notes FROM person p JOIN company c ON c.id = p.company_id",
                                 "Dr. Ann Ruiz|CTO|Hartwell Mills|Likes, well, boats\nand trains");
  importer_fixture_assert_query (
      fixture,
      "SELECT group_concat (kind || ' ' || label || ' ' || value, '|') FROM (SELECT kind, label, "
      "value FROM"
      " person_address ORDER BY rank)",
      "mail  Ann@hartwell.example|phone arbeit +49 30 1|phone mobile +49 170 1|"
      "phone work fax +49 30 2");
  assert_lines (fixture, "person_id",
                "UID:ann-1|N:Ruiz;Ann;Maria;Dr.;|ORG:Hartwell Mills;Boilers|BDAY:1980-02-03|"
                "PHOTO;TYPE=JPEG;ENCODING=b:AAAA|X-FOO;A=1:a;b");

  first = fixture_digest (fixture->db);
  again = importer_fixture_import_text (fixture, ANN);
  second = fixture_digest (fixture->db);
  g_assert_cmpstr (first, ==, second);
  g_assert_false (mull_import_report_changes_something (mull_importer_get_report (again)));
}

static void
test_company (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, COMPANY);
  g_autoptr (MullImporter) again = importer_fixture_import_text (fixture, COMPANY);

  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_COMPANY, 1, 0, 0);
  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_PERSON, 0, 0, 0);
  importer_fixture_assert_counts (again, MULL_IMPORT_THING_COMPANY, 0, 0, 1);
  importer_fixture_assert_query (fixture,
                                 "SELECT name || '|' || phone || '|' || domain || '|' || address"
                                 " || '|' || sector FROM company",
                                 "Öz GmbH|+49 89 1|oez.example|Main St 1, 80331 München, "
                                 "Germany|Valves");
  assert_lines (fixture, "company_id",
                "TEL:+49 89 2|URL:https://www.oez.example/start|"
                "ADR;TYPE=WORK:;;Main St 1;München;;80331;Germany");
}

/* ── Who a card is ────────────────────────────────────────────────────── */

static const struct
{
  const char *card;
  const char *query;
  const char *expected;
} names[] = {
  { "N:Ruiz;Ann;B.;Dr.;MBA\r\n", "SELECT name FROM person", "Dr. Ann B. Ruiz MBA" },
  { "FN:\r\nN:;Ann\r\n", "SELECT name FROM person", "Ann" },
  { "NICKNAME:Annie\r\nN:;;;;\r\n", "SELECT name FROM person", "Annie" },
  { "EMAIL:ann@x.example\r\n", "SELECT name FROM person", "ann@x.example" },
  { "FN:Ann\r\nEMAIL:mailto:ann%40x.example\r\n", "SELECT value FROM person_address",
    "ann@x.example" },
  { "FN:Ann\r\nTEL;VALUE=uri:tel:+49-30-1;ext=5;x=1\r\n", "SELECT value FROM person_address",
    "+49-30-1 ext. 5" },
  { "FN:Ann\r\nTEL;VALUE=uri:tel:+49-30-1\r\n", "SELECT value FROM person_address", "+49-30-1" },
  { "FN:Ann\r\nitem1.TEL:1\r\nitem1.X-ABLabel:Büro Süd\r\n", "SELECT label FROM person_address",
    "Büro Süd" },
  { "FN:Ann\r\na.TEL;type=CELL:1\r\na.X-ABLabel:_$!<HomeFAX>!$_\r\n",
    "SELECT label FROM person_address", "homefax" },
  { "FN:Ann\r\nTEL;TYPE=VOICE,WORK:1\r\n", "SELECT label FROM person_address", "work" },
  { "FN:Ann\r\nTEL;CELL;HOME:1\r\n", "SELECT label FROM person_address", "home mobile" },
  { "FN:Ann\r\nTEL;PREF=2:1\r\nTEL;PREF=1:2\r\nTEL:3\r\n",
    "SELECT group_concat (value) FROM (SELECT value FROM person_address ORDER BY rank)", "2,1,3" },
  { "FN:Ann\r\nTEL:\r\nTEL: \r\n", "SELECT count (*) FROM person_address", "0" },
  { "FN:Ann\r\nROLE:Buyer\r\n", "SELECT title FROM person", "Buyer" },
  { "FN:Ann\r\nNOTE:one\r\nNOTE:two\r\n", "SELECT notes FROM person", "one\n\ntwo" },
  { "FN:Mills\r\nORG:Mills\r\n", "SELECT name FROM company", "Mills" },
  { "FN:Mills\r\nORG:Mills\r\n", "SELECT count (*) FROM person", "0" },
  { "FN:Mills\r\nN:Mill;Ann\r\nORG:Mills\r\n", "SELECT count (*) FROM person", "1" },
  { "KIND:org\r\nFN:Mills\r\n", "SELECT name FROM company", "Mills" },
  { "FN:The Mills\r\nN:;;;;\r\nORG:Mills;Sales\r\nX-ABShowAs:COMPANY\r\n",
    "SELECT name FROM company", "Mills" },
};

static void
test_names (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strconcat ("BEGIN:VCARD\r\n", names[i].card, "END:VCARD\r\n", NULL);
      g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);

      importer_fixture_assert_query (fixture, names[i].query, names[i].expected);
      g_assert_true (mull_workspace_undo (fixture->workspace, &error));
      g_assert_no_error (error);
      importer_fixture_assert_query (fixture, "SELECT count (*) FROM person", "0");
      importer_fixture_assert_query (fixture, "SELECT count (*) FROM vcard_property", "0");
    }
}

/* By UID, then by e-mail address, then by name and company. */
static void
test_matching (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) first = importer_fixture_import_text (
      fixture, CARD ("UID:1\r\nFN:Ann Ruiz\r\nORG:Mills\r\nEMAIL:ann@x.example\r\n"));
  g_autoptr (MullImporter) by_uid = importer_fixture_import_text (
      fixture, CARD ("UID:1\r\nFN:Ann Jones\r\nORG:Mills\r\nBDAY:2000-01-01\r\n"));
  g_autoptr (MullImporter) by_mail = importer_fixture_import_text (
      fixture, CARD ("FN:A. Jones\r\nEMAIL:ANN@x.example\r\nBDAY:1999-01-01\r\nX-A:1\r\n"));
  g_autoptr (MullImporter) by_name =
      importer_fixture_import_text (fixture, CARD ("FN:ann  JONES\r\nORG:mills\r\nTITLE:CTO\r\n"));
  g_autoptr (MullImporter) other =
      importer_fixture_import_text (fixture, CARD ("FN:Ann Jones\r\nORG:Pumps\r\n"));

  importer_fixture_assert_counts (by_uid, MULL_IMPORT_THING_PERSON, 0, 1, 0);
  importer_fixture_assert_counts (by_mail, MULL_IMPORT_THING_PERSON, 0, 1, 0);
  importer_fixture_assert_counts (by_name, MULL_IMPORT_THING_PERSON, 0, 1, 0);
  importer_fixture_assert_counts (other, MULL_IMPORT_THING_PERSON, 1, 0, 0);
  importer_fixture_assert_query (fixture, "SELECT name || title FROM person LIMIT 1",
                                 "Ann JonesCTO");
  /* The first origin has a birthday already; what the other one knows besides is added. */
  assert_lines (fixture, "person_id", "UID:1|BDAY:2000-01-01|X-A:1");
}

/* Two cards of one file are two people, whatever they share; one of another file may be either. */
static void
test_one_mailbox (ImporterFixture *fixture, gconstpointer data)
{
  const char *two = CARD ("UID:1\r\nFN:Ann Ruiz\r\nEMAIL:info@x.example\r\n")
      CARD ("UID:2\r\nFN:Bob Ruiz\r\nEMAIL:info@x.example\r\n");
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, two);
  g_autoptr (MullImporter) again = importer_fixture_import_text (fixture, two);
  g_autoptr (MullImporter) other = importer_fixture_import_text (
      fixture, CARD ("UID:3\r\nFN:Ann Ruiz\r\nEMAIL:info@x.example\r\nBDAY:2000-01-01\r\n"));

  importer_fixture_assert_counts (importer, MULL_IMPORT_THING_PERSON, 2, 0, 0);
  importer_fixture_assert_counts (again, MULL_IMPORT_THING_PERSON, 0, 0, 2);
  importer_fixture_assert_counts (other, MULL_IMPORT_THING_PERSON, 0, 1, 0);
}

/* A card of ours comes back to the one it was made of. */
static void
test_own_identity (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) first =
      importer_fixture_import_text (fixture, CARD ("FN:Ann Ruiz\r\nORG:Mills\r\n"));
  g_autofree char *uuid = importer_fixture_query (fixture, "SELECT uuid FROM person");
  g_autofree char *text =
      g_strdup_printf (CARD ("UID:urn:uuid:%s\r\nFN:Ann Ruiz-Jones\r\nORG:Mills\r\n")
                           CARD ("UID:%s x\r\nFN:Bob\r\n"),
                       uuid, uuid);
  g_autoptr (MullImporter) back = importer_fixture_import_text (fixture, text);

  importer_fixture_assert_counts (back, MULL_IMPORT_THING_PERSON, 1, 1, 0);
  importer_fixture_assert_query (fixture, "SELECT name FROM person LIMIT 1", "Ann Ruiz-Jones");
}

/* ── What is not taken ────────────────────────────────────────────────── */

static void
test_refused (ImporterFixture *fixture, gconstpointer data)
{
  const char *text = ANN CARD ("FN:B\xff\r\n") CARD ("BDAY:2000-01-01\r\n") CARD ("FN:Cid\r\n");
  g_autoptr (MullImportFile) file = importer_fixture_read_text (text);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GError) error = NULL;
  const MullImportReport *report;

  g_assert_cmpuint (mull_import_file_get_n_rows (file), ==, 4);
  g_assert_true (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error));
  report = mull_importer_get_report (importer);
  g_assert_cmpuint (report->n_refused, ==, 2);
  said = mull_import_refusal_to_text (report->refusals->pdata[0]);
  g_assert_cmpstr (said, ==,
                   "Line 19, FN: It is not UTF-8, and names no other character set. Export the "
                   "contacts again, as UTF-8 if you are asked.");
  g_assert_false (mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);

  mull_importer_set_skips_bad_rows (importer, TRUE);
  g_assert_true (mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM person", "2");
  rest = mull_importer_dup_refused_rows (importer);
  g_assert_cmpmem (g_bytes_get_data (rest, NULL), g_bytes_get_size (rest),
                   CARD ("FN:B\xff\r\n") CARD ("BDAY:2000-01-01\r\n"),
                   strlen (CARD ("FN:B\xff\r\n") CARD ("BDAY:2000-01-01\r\n")));
}

/* What no archive can hold gets in with nothing, also not with what is kept as it is. */
static void
test_controls (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer =
      importer_fixture_import_text (fixture, CARD ("FN:A\x01nn\r\nX-A:a\x02\x1f"
                                                   "b\xef\xbf\xbf\r\n"));

  importer_fixture_assert_query (fixture, "SELECT name FROM person", "Ann");
  assert_lines (fixture, "person_id", "X-A:ab");
}

/* A card that is refused as a whole shows how it begins, whatever its bytes are. */
static void
test_other_letters (ImporterFixture *fixture, gconstpointer data)
{
#define LATIN(name) "BEGIN:VCARD\nN;CHARSET=LATIN1:\xfc\nUID:1\nFN:" name "\nEND:VCARD\n"
  g_autoptr (MullImportFile) file = importer_fixture_read_text (LATIN ("A") LATIN ("B"));
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  const MullImportReport *report;
  const MullImportRefusal *refusal;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  report = mull_importer_get_report (importer);
  g_assert_cmpuint (report->refusals->len, ==, 1);
  refusal = report->refusals->pdata[0];
  g_assert_cmpuint (refusal->line, ==, 6);
  g_assert_true (g_utf8_validate (refusal->excerpt, -1, NULL));
  g_assert_true (g_str_has_prefix (refusal->excerpt, "BEGIN:VCARD\nN;CHARSET=LATIN1:\xef\xbf\xbd"));
}

static void
test_long_name (ImporterFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (301, 'x');
  g_autofree char *text = g_strdup_printf (CARD ("FN:%s\r\n"), name);
  g_autoptr (MullImportFile) file = importer_fixture_read_text (text);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);

  g_assert_true (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 1);
}

static void
test_left_out (ImporterFixture *fixture, gconstpointer data)
{
  g_autofree char *photo = g_strnfill (512 * 1024 + 1, 'A');
  g_autofree char *text =
      g_strdup_printf (CARD ("FN:Ann\r\nPHOTO;ENCODING=b:%s\r\n")
                           CARD ("X-ADDRESSBOOKSERVER-KIND:group\r\nFN:Friends\r\n"),
                       photo);
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);
  const MullImportReport *report = mull_importer_get_report (importer);

  g_assert_cmpuint (report->n_left_out, ==, 1);
  g_assert_cmpuint (report->n_kept, ==, 1);
  g_assert_cmpuint (report->notices->len, ==, 2);
  g_assert_cmpstr (((const MullImportNotice *) report->notices->pdata[0])->text, ==,
                   "PHOTO: It is larger than 512 KiB, so it is left out.");
  importer_fixture_assert_query (fixture, "SELECT group_concat (name) FROM person", "Ann");
}

static void
test_too_many (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 50001; i++)
    g_string_append (text, "BEGIN:VCARD\nFN:A\nEND:VCARD\n");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (mull_import_file_open (bytes, "all.vcf", NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/import-vcard/" name, ImporterFixture, NULL, importer_fixture_set_up, func,         \
              importer_fixture_tear_down)

  ADD ("person", test_person);
  ADD ("company", test_company);
  ADD ("names", test_names);
  ADD ("matching", test_matching);
  ADD ("one-mailbox", test_one_mailbox);
  ADD ("own-identity", test_own_identity);
  ADD ("refused", test_refused);
  ADD ("controls", test_controls);
  ADD ("other-letters", test_other_letters);
  ADD ("long-name", test_long_name);
  ADD ("left-out", test_left_out);
  ADD ("too-many", test_too_many);

  return g_test_run ();
}
