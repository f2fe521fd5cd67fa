/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vcard-export"

#include "config.h"

#include "mull-vcard-export.h"
#include "mull-vcard-writer.h"

#include "importer-fixture.h"
#include "mull-company.h"
#include "mull-error.h"
#include "mull-person-address.h"
#include "mull-person.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-vcard-form.h"
#include "store-fixture.h"

#include <string.h>

/* More with MULLIGAN_TEST_DATABASES. */
#define N_DATABASES 200

static GString *
export_all (ImporterFixture *fixture, guint *n_cards)
{
  g_autoptr (GError) error = NULL;
  GString *text = mull_vcard_export_all (fixture->workspace, n_cards, &error);

  g_assert_no_error (error);
  return text;
}

/* Everything of a contact that a card carries. */
static char *
list_all (ImporterFixture *fixture)
{
  static const char people[] =
      "SELECT coalesce (group_concat (line, char (10)), '') FROM (SELECT p.name || '|' || p.title "
      "||"
      " '|' || coalesce (c.name, '') || '|' || p.notes || '|' ||"
      " (SELECT coalesce (group_concat (a.kind || a.label || '=' || a.value, '/'), '') FROM"
      "   (SELECT kind, label, value FROM person_address WHERE person_id = p.id"
      "    ORDER BY kind, rank) AS a) AS line"
      " FROM person p LEFT JOIN company c ON c.id = p.company_id ORDER BY line)";
  static const char companies[] =
      "SELECT coalesce (group_concat (line, char (10)), '') FROM (SELECT name || '|' || domain ||"
      " '|' || phone || '|' || address || '|' || sector || '|' || notes AS line"
      " FROM company ORDER BY line)";
  static const char kept[] =
      "SELECT coalesce (group_concat (line, char (10)), '') FROM (SELECT"
      " coalesce (p.name, c.name) || '|' || v.text AS line FROM vcard_property v"
      " LEFT JOIN person p ON p.id = v.person_id LEFT JOIN company c ON c.id = v.company_id"
      " WHERE v.text NOT LIKE 'UID:%' ORDER BY line)";
  g_autofree char *first = importer_fixture_query (fixture, people);
  g_autofree char *second = importer_fixture_query (fixture, companies);
  g_autofree char *third = importer_fixture_query (fixture, kept);

  return g_strjoin ("\n\n", first, second, third, NULL);
}

static void
check_form (const GString *text)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

/* Out of one database, into another one that is empty, and back to where it came from. */
static void
check_round_trip (ImporterFixture *fixture)
{
  ImporterFixture other = { 0 };
  guint n_cards;
  g_autoptr (GString) text = export_all (fixture, &n_cards);
  g_autofree char *before = list_all (fixture);
  g_autofree char *after = NULL;
  g_autofree char *digest = fixture_digest (fixture->db);
  g_autofree char *same = NULL;

  check_form (text);
  importer_fixture_set_up (&other, NULL);
  if (n_cards > 0)
    {
      g_autoptr (MullImporter) there = importer_fixture_import_text (&other, text->str);
      g_autoptr (MullImporter) back = NULL;

      g_assert_cmpuint (mull_importer_get_report (there)->n_refused, ==, 0);
      after = list_all (&other);
      g_assert_cmpstr (before, ==, after);
      back = importer_fixture_import_text (fixture, text->str);
      g_assert_false (mull_import_report_changes_something (mull_importer_get_report (back)));
      g_assert_cmpuint (mull_importer_get_report (back)->n_kept, ==, 0);
      same = list_all (fixture);
      g_assert_cmpstr (before, ==, same);
    }
  importer_fixture_tear_down (&other, NULL);
}

/* ── Random contacts ──────────────────────────────────────────────────── */

static char *
random_text (guint max_chars, gboolean is_body)
{
  static const gunichar letters[] = {
    'a',   'Z',    '1', ' ', ';', ',',  '\\',     ':', '"',  '=', 0xe4, 0x5d0, 0x65e5, 0x1f9ef,
    0x300, 0x2028, '|', '<', '+', 0xa0, 0x10fffd, '%', '\t', '.', 'n',  '@',   '/'
  };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, (gint32) max_chars + 1);
  char *clean;

  for (guint i = 0; i < n; i++)
    if (is_body && g_test_rand_int_range (0, 20) == 0)
      g_string_append_c (text, '\n');
    else
      g_string_append_unichar (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
  clean = is_body ? mull_text_clean_body (text->str, "", NULL)
                  : mull_text_clean_line (text->str, "", NULL);
  g_string_free (text, TRUE);
  return clean != NULL ? clean : g_strdup ("");
}

static char *
random_name (const char *prefix, guint number)
{
  g_autofree char *rest = random_text (g_test_rand_bit () ? 20 : 250, FALSE);
  g_autofree char *name = g_strdup_printf ("%s%u %s", prefix, number, rest);

  return mull_text_clean_line (name, "", NULL);
}

static gint64
add_company (ImporterFixture *fixture, guint number)
{
  g_autoptr (MullCompany) company = mull_company_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&company->uuid, mull_uuid_new ());
  company->created_at = IMPORTER_NOW;
  mull_take_text (&company->name, random_name ("Company", number));
  mull_take_text (&company->name_key, mull_text_fold (company->name));
  mull_take_text (&company->sector, random_text (30, FALSE));
  mull_take_text (&company->address, random_text (60, FALSE));
  mull_take_text (&company->notes, random_text (200, TRUE));
  mull_set_text (&company->domain, g_test_rand_bit () ? "a-1.example" : "");
  mull_set_text (&company->phone, g_test_rand_bit () ? "+49 (0)30 1234-5" : "");
  mull_record_store_insert (fixture->db, company, &error);
  g_assert_no_error (error);
  return company->record.id;
}

static void
add_address (ImporterFixture *fixture, gint64 person_id, guint number, guint rank)
{
  static const char *const labels[] = { "",     "work",   "mobile",  "work fax",   "home mobile",
                                        "Work", "arbeit", "Büro 2",  "fax work",   "cell",
                                        "pref", "a,b;c",  "work  x", "x-assistant" };
  g_autoptr (MullPersonAddress) address = mull_person_address_new ();
  g_autoptr (GError) error = NULL;

  address->person_id = person_id;
  address->kind = g_test_rand_bit () ? MULL_ADDRESS_MAIL : MULL_ADDRESS_PHONE;
  address->rank = rank;
  mull_take_text (
      &address->label,
      mull_text_clean_line (labels[g_test_rand_int_range (0, G_N_ELEMENTS (labels))], "", NULL));
  mull_take_text (&address->value,
                  address->kind == MULL_ADDRESS_MAIL
                      ? g_strdup_printf ("Ann.%u.%u,;@x.example", number, rank)
                      : g_strdup_printf ("+49 (0)%u / %u", number + 1000, rank + 1000));
  mull_take_text (&address->value_key, mull_address_key (address->kind, address->value));
  mull_record_store_insert (fixture->db, address, &error);
  g_assert_no_error (error);
}

static void
add_person (ImporterFixture *fixture, guint number, gint64 company_id)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (GError) error = NULL;
  int n_addresses = g_test_rand_int_range (0, 5);

  mull_take_text (&person->uuid, mull_uuid_new ());
  person->created_at = IMPORTER_NOW;
  mull_take_text (&person->name, random_name ("Person", number));
  mull_take_text (&person->name_key, mull_text_fold (person->name));
  mull_take_text (&person->title, random_text (40, FALSE));
  mull_take_text (&person->notes, random_text (g_test_rand_bit () ? 10 : 3000, TRUE));
  person->company_id = company_id;
  mull_record_store_insert (fixture->db, person, &error);
  g_assert_no_error (error);
  for (int i = 0; i < n_addresses; i++)
    add_address (fixture, person->record.id, number, (guint) i);
}

static void
test_random (gconstpointer data)
{
  guint n_databases = fixture_get_size ("MULLIGAN_TEST_DATABASES", N_DATABASES);

  for (guint round = 0; round < n_databases; round++)
    {
      ImporterFixture fixture = { 0 };
      g_autoptr (GError) error = NULL;
      gint64 company_id = 0;

      importer_fixture_set_up (&fixture, NULL);
      g_assert_true (mull_workspace_begin_bulk (fixture.workspace, &error));
      for (guint i = 0; i < (guint) g_test_rand_int_range (0, 4); i++)
        company_id = add_company (&fixture, i);
      for (guint i = 0; i < (guint) g_test_rand_int_range (0, 6); i++)
        add_person (&fixture, i, g_test_rand_bit () ? company_id : 0);
      g_assert_true (mull_workspace_commit_bulk (fixture.workspace, MULL_OP_IMPORT, "x", &error));
      check_round_trip (&fixture);
      importer_fixture_tear_down (&fixture, NULL);
    }
  g_test_message ("%u databases out and in again as cards: 0 differences", n_databases);
}

/* ── The longest ──────────────────────────────────────────────────────── */

static void
test_longest (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < MULL_TEXT_BODY_MAX; i++)
    g_string_append (notes, i % 3 == 1 ? ";" : "🧯");
  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  mull_take_text (&person->uuid, mull_uuid_new ());
  person->created_at = IMPORTER_NOW;
  mull_take_text (&person->name, g_strnfill (MULL_TEXT_LINE_MAX, ','));
  mull_take_text (&person->name_key, mull_text_fold (person->name));
  mull_set_text (&person->notes, notes->str);
  mull_record_store_insert (fixture->db, person, &error);
  g_assert_no_error (error);
  g_assert_true (mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "x", &error));
  check_round_trip (fixture);
}

/* ── What came from elsewhere ─────────────────────────────────────────── */

static const char *const foreign[] = {
  "UID:ann-1\r\nFN:Dr. Ann "
  "Ruiz\r\nN:Ruiz;Ann;Maria;Dr.;\r\nORG:Mills;Boilers\r\nBDAY:1980-02-03\r\n"
  "PHOTO;TYPE=JPEG;ENCODING=b:AAAABBBBAAAABBBBAAAABBBBAAAABBBBAAAABBBBAAAABBBBAAAABBBBAAAABBBB\r\n"
  "item1.URL:https://x.example/\r\nitem1.X-ABLabel:_$!<HomePage>!$_\r\nCATEGORIES:a,b\r\n"
  "ADR;TYPE=HOME:;;Main St 1;Ulm;;89073;\r\nX-FOO;A=1:a;b,c\\n\r\nNICKNAME:Annie\r\n",
  "ORG:Öz GmbH;Sales\r\nTEL:1\r\nTEL;TYPE=FAX:2\r\nURL:https://www.oez.example/start\r\n"
  "EMAIL:info@oez.example\r\nADR;TYPE=WORK:;;Main St 1;München;;80331;Germany\r\n"
  "ADR;TYPE=HOME:;;x;;;;\r\nLOGO;VALUE=uri:https://oez.example/logo.png\r\n",
};

static void
test_foreign (ImporterFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *text =
          g_strconcat ("BEGIN:VCARD\r\nVERSION:3.0\r\n", foreign[i], "END:VCARD\r\n", NULL);
      g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);

      check_round_trip (fixture);
    }
}

/* What the rep changed here wins over what was kept. */
static void
test_changed (ImporterFixture *fixture, gconstpointer data)
{
  g_autofree char *text =
      g_strconcat ("BEGIN:VCARD\r\nVERSION:3.0\r\n", foreign[0], "END:VCARD\r\n", NULL);
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);
  g_autoptr (GString) card = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  mull_database_exec (fixture->db,
                      "UPDATE person SET name = 'Ann Jones';"
                      "UPDATE company SET name = 'Pumps', name_key = 'pumps';",
                      &error);
  g_assert_no_error (error);
  g_assert_true (mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "x", &error));
  card = mull_vcard_export_person (fixture->workspace, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (card->str, "\r\nFN:Ann Jones\r\nN:Jones;Ann;;;\r\nORG:Pumps\r\n"));
  g_assert_nonnull (strstr (card->str, "\r\nUID:ann-1\r\n"));
  g_assert_nonnull (strstr (card->str, "\r\nBDAY:1980-02-03\r\n"));
  g_assert_null (strstr (card->str, "Ruiz"));
  g_assert_null (strstr (card->str, "Boilers"));
}

/* A row of an archive that somebody wrote by hand. */
static void
test_no_property (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer =
      importer_fixture_import_text (fixture, "BEGIN:VCARD\r\nFN:Ann\r\nEND:VCARD\r\n");
  g_autoptr (GString) card = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  mull_database_exec (fixture->db,
                      "INSERT INTO vcard_property (uuid, person_id, text, rank) VALUES"
                      " ('a', 1, 'X-A:1' || char (13, 10) || 'END:VCARD', 0),"
                      " ('b', 1, 'END:VCARD', 1), ('c', 1, 'X-C:1', 2)",
                      &error);
  g_assert_no_error (error);
  g_assert_true (mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "x", &error));
  card = mull_vcard_export_person (fixture->workspace, 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (card->str, "END:VCARD\r\n"));
  g_assert_cmpuint (g_strrstr (card->str, "END:VCARD") - card->str, ==,
                    strstr (card->str, "END:VCARD") - card->str);
}

static void
test_nobody (ImporterFixture *fixture, gconstpointer data)
{
  guint n_cards;
  g_autoptr (GString) text = export_all (fixture, &n_cards);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_cards, ==, 0);
  g_assert_cmpstr (text->str, ==, "");
  g_assert_null (mull_vcard_export_person (fixture->workspace, 7, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (mull_vcard_export_company (fixture->workspace, 7, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

/* ── Lines ────────────────────────────────────────────────────────────── */

static void
test_folds (void)
{
  for (guint n = 60; n < 160; n++)
    {
      g_autoptr (GString) line = g_string_new ("NOTE:");
      g_autoptr (GString) folded = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append (line, i % 2 == 0 ? "ü" : "x");
      mull_vcard_writer_add_line (folded, line->str);
      check_form (folded);
      g_string_replace (folded, "\r\n ", "", 0);
      g_string_truncate (folded, folded->len - 2);
      g_assert_cmpstr (folded->str, ==, line->str);
    }
}

static void
test_types (void)
{
  static const struct
  {
    const char *label;
    const char *types;
  } labels[] = {
    { "work", "WORK" },
    { "mobile", "CELL" },
    { "work fax", "WORK,FAX" },
    { "arbeit", "arbeit" },
    { "fax work", NULL },
    { "Work", NULL },
    { "cell", NULL },
    { "voice", NULL },
    { "Büro", NULL },
    { "a,b", NULL },
    { "work work", NULL },
    { "x-y", "x-y" },
    { "home mobile", "HOME,CELL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *types = mull_vcard_form_types (labels[i].label);

      g_assert_cmpstr (types, ==, labels[i].types);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/vcard-export/" name, ImporterFixture, NULL, importer_fixture_set_up, func,         \
              importer_fixture_tear_down)

  g_test_add_data_func ("/vcard-export/random", NULL, test_random);
  ADD ("longest", test_longest);
  ADD ("foreign", test_foreign);
  ADD ("changed", test_changed);
  ADD ("no-property", test_no_property);
  ADD ("nobody", test_nobody);
  g_test_add_func ("/vcard-export/folds", test_folds);
  g_test_add_func ("/vcard-export/types", test_types);

  return g_test_run ();
}
