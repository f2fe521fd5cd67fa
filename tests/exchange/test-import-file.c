/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-import-file.h"
#include "mull-import-rows.h"
#include "mull-parse-limits.h"
#include "mull-record.h"

#include <string.h>

static MullImportFile *
open_data (const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (g_getenv ("MULL_TEST_DATA"), name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;
  gboolean ok = g_file_get_contents (path, &data, &size, NULL);

  g_assert_true (ok);
  bytes = g_bytes_new_take (data, size);
  return mull_import_file_open (bytes, name, NULL, error);
}

static MullImportFile *
open_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mull_import_file_open (bytes, "text.csv", NULL, error);
}

/* Reads everything; refusals as one line each. */
static char *
read_refusals (MullImportFile *file, guint *n_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportRows) rows = mull_import_rows_new (file, &error);
  g_autoptr (MullImportRow) row = mull_import_row_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  MullImportStep step;

  g_assert_no_error (error);
  *n_good = 0;
  while ((step = mull_import_rows_next (rows, row, &error)) < MULL_IMPORT_STEP_END)
    {
      *n_good += step == MULL_IMPORT_STEP_ROW;
      g_assert_true ((step == MULL_IMPORT_STEP_REFUSED) ==
                     (mull_import_row_get_n_refusals (row) > 0));
      for (guint i = 0; i < mull_import_row_get_n_refusals (row); i++)
        {
          const MullImportRefusal *refusal = mull_import_row_get_refusal (row, i);

          g_string_append_printf (out, "%u:%u:%u:%s:%s\n", refusal->line, refusal->character,
                                  refusal->column, refusal->field, refusal->excerpt);
        }
    }
  g_assert_no_error (error);
  g_assert_cmpint (step, ==, MULL_IMPORT_STEP_END);
  g_assert_cmpfloat (mull_import_rows_get_progress (rows), ==, 1.0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_bad_files (void)
{
  static const struct
  {
    const char *name;
    const char *part;
  } cases[] = {
    { "bad-empty.csv", "empty" },
    { "bad-blank.csv", "empty" },
    { "bad-header-only.csv", "header but no rows" },
    { "bad-unclosed-quote.csv", "line 3, column 5" },
    { "bad-binary.csv", "control characters" },
    { "bad-zeros.csv", "zero bytes" },
    { "bad-workbook.csv", "XLSX" },
    { "bad-workbook.csv", "choose CSV when you export" },
    { "bad-document.csv", "PDF" },
    { "bad-page.csv", "web page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportFile) file = open_data (cases[i].name, &error);

      g_test_message ("%s", cases[i].name);
      g_assert_null (file);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
test_bad_rows (void)
{
  static const struct
  {
    const char *name;
    guint n_good;
    const char *refusals;
  } cases[] = {
    { "bad-fields.csv", 2,
      "3:1:0::Two,Proposal\n4:20:0::Three,Proposal,300,extra\n5:8:0::\"Four\" x,Proposal,400\n" },
    { "bad-dates.csv", 3,
      "3:14:3:Expected close date:2026-02-30\n4:16:3:Expected close date:soon\n5:15:3:Expected "
      "close date:0026-02-01\n" },
    { "bad-amounts.csv", 2,
      "3:14:3:Value:99999999999999999999\n4:16:3:Value:100.505\n5:15:3:Value:100.50\n6:15:3:Value:"
      "12,50\n"
      "7:21:4:Currency:XQQ\n8:16:3:Value:much\n" },
    { "bad-status.csv", 2, "3:5:2:Status:Archived\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportFile) file = open_data (cases[i].name, &error);
      g_autofree char *refusals = NULL;
      guint n_good;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      refusals = read_refusals (file, &n_good);
      g_assert_cmpstr (refusals, ==, cases[i].refusals);
      g_assert_cmpuint (n_good, ==, cases[i].n_good);
    }
}

static char *
describe_row (const MullImportRow *row)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint target = 0; target < MULL_N_IMPORT_TARGETS; target++)
    {
      const char *text = mull_import_row_get_text (row, target);
      const MullImportMoment *moment = mull_import_row_get_moment (row, target);
      MullTernary truth = mull_import_row_get_truth (row, target);
      const char *nick = mull_enum_nick (MULL_TYPE_IMPORT_TARGET, (int) target);

      if (*text != '\0')
        g_string_append_printf (out, "%s=%s\n", nick, text);
      if (mull_import_moment_is_set (moment))
        {
          g_autofree char *day = mull_day_to_iso (moment->day);

          g_string_append_printf (out, "%s=%s %d\n", nick, day, moment->second);
        }
      if (truth != MULL_TERNARY_UNKNOWN)
        g_string_append_printf (out, "%s=%s\n", nick,
                                mull_enum_nick (MULL_TYPE_TERNARY, (int) truth));
    }
  for (guint i = 0; i < mull_import_row_get_n_addresses (row); i++)
    {
      const MullImportAddress *address = mull_import_row_get_address (row, i);

      g_string_append_printf (out, "%s %s=%s\n",
                              address->kind == MULL_ADDRESS_MAIL ? "mail" : "phone", address->label,
                              address->value);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_sample (const char *name,
               MullImportSource source,
               MullImportKind kind,
               guint n_rows,
               guint row_index,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportFile) file = open_data (name, &error);
  g_autoptr (GPtrArray) preview = NULL;
  g_autofree char *row = NULL;

  g_test_message ("%s", name);
  g_assert_no_error (error);
  g_assert_cmpint (mull_import_file_get_source (file), ==, source);
  g_assert_cmpint (mull_import_mapping_get_kind (mull_import_file_get_mapping (file)), ==, kind);
  g_assert_cmpuint (mull_import_file_get_n_rows (file), ==, n_rows);
  preview = mull_import_file_preview (file, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->len, ==, n_rows);
  for (guint i = 0; i < preview->len; i++)
    g_assert_cmpuint (mull_import_row_get_n_refusals (g_ptr_array_index (preview, i)), ==, 0);
  row = describe_row (g_ptr_array_index (preview, row_index));
  g_assert_cmpstr (row, ==, expected);
}

static void
test_pipedrive (void)
{
  assert_sample (
      "pipedrive-deals.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_DEALS, 4, 2,
      "source-id=43\ndeal-title=Retrofit\ncompany-name=Halvorsen Mineral "
      "Water\ncompany-source-id=7\n"
      "person-name=Ines "
      "Halvorsen\nperson-source-id=12\ncurrency=USD\npipeline=Renewals\nstage=Contact Made\n"
      "status=Lost\nreason=Budget went to another plant\ncreated-at=2025-08-20 "
      "50400\nclosed-at=2025-12-01 36000\n"
      "lost-at=2025-12-01 36000\nstage-since=2025-09-01 43200\n");
  assert_sample ("pipedrive-deals-bare.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_DEALS, 2, 0,
                 "deal-title=Winter order\ncompany-name=Zwei Linden eG\ncurrency=EUR\nstage=Lead "
                 "In\nstatus=Open\n"
                 "expected-on=2026-03-31 -1\ncreated-at=2026-02-01 -1\n");
  assert_sample ("pipedrive-people.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_PEOPLE, 2, 0,
                 "source-id=12\ncompany-name=Halvorsen Mineral "
                 "Water\ncompany-source-id=7\nperson-name=Ines Halvorsen\n"
                 "person-first-name=Ines\nperson-last-name=Halvorsen\nperson-job=Plant manager\n"
                 "created-at=2025-08-20 50400\nnote-text=Prefers calls before nine\nmail "
                 "work=ines@halvorsen.example\n"
                 "mail work=i.halvorsen@halvorsen.example\nphone work=+49 30 1234567\nphone "
                 "mobile=+49 170 1234567\n");
  assert_sample (
      "pipedrive-organizations.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_COMPANIES, 3, 0,
      "source-id=7\ncompany-name=Halvorsen Mineral Water\ncompany-domain=halvorsen.example\n"
      "company-sector=Beverages\ncompany-address=Quellweg 3, 10115 Berlin\ncreated-at=2025-08-20 "
      "50400\n");
  assert_sample ("pipedrive-activities.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_ACTIVITIES,
                 2, 0,
                 "source-id=501\ndeal-title=Bottling line "
                 "\"North\"\ndeal-source-id=41\ncompany-name=Halvorsen Mineral Water\n"
                 "person-name=Ines Halvorsen\ncreated-at=2026-01-30 57911\nentry-text=She will ask "
                 "finance.\nCall again.\n"
                 "subject=Call about the offer\ntype=call\ndue-on=2026-02-02 "
                 "34200\ndone=yes\ndone-at=2026-02-02 35700\n");
  assert_sample ("pipedrive-notes.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_NOTES, 2, 0,
                 "source-id=901\ndeal-title=Bottling line "
                 "\"North\"\ndeal-source-id=41\ncompany-name=Halvorsen Mineral Water\n"
                 "company-source-id=7\nperson-name=Ines "
                 "Halvorsen\nperson-source-id=12\ncreated-at=2026-01-12 39600\n"
                 "entry-text=Ines: \"We need it before June.\"\n- two lines\n- one crew\n");
  assert_sample (
      "pipedrive-sample.csv", MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_DEALS, 1, 0,
      "deal-title=Bottling line\ncompany-name=Halvorsen Mineral Water\ncompany-address=Quellweg 3\n"
      "person-name=Ines "
      "Halvorsen\nperson-first-name=Ines\nperson-last-name=Halvorsen\nnext-on=2026-03-02 -1\n"
      "next-text=Call about the offer\nnote-text=Wants it before June\nphone =+49 30 1234567\n"
      "mail work=ines@halvorsen.example\n");
}

static void
test_hubspot (void)
{
  assert_sample (
      "hubspot-deals.csv", MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_DEALS, 3, 1,
      "source-id=9007199254740994\ndeal-title=Service contract\ncompany-name=Brewery Aumann\n"
      "company-source-id=7100000002;7100000001\nperson-source-id=8100000003\npipeline=Sales "
      "Pipeline\nis-won=yes\n"
      "created-at=2025-10-08 36900\nclosed-at=2026-01-20 43200\n");
  assert_sample (
      "hubspot-deals-internal.csv", MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_DEALS, 3, 0,
      "source-id=1\ndeal-title=Press upgrade\npipeline=default\nstage=Presentation Scheduled\n"
      "created-at=2026-01-08 36900\nclosed-at=2026-05-31 0\n");
  assert_sample (
      "hubspot-contacts.csv", MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_PEOPLE, 2, 1,
      "source-id=8100000002\ncompany-name=Halvorsen Mineral Water\ncompany-source-id=7100000001\n"
      "person-name=info@halvorsen.example\ncreated-at=2025-08-20 50400\nmail "
      "=info@halvorsen.example\n");
  assert_sample ("hubspot-contacts-es.csv", MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_PEOPLE, 1, 0,
                 "source-id=8100000009\ncompany-source-id=7100000009\nperson-name=Lucía "
                 "Peña\nperson-first-name=Lucía\n"
                 "person-last-name=Peña\nperson-job=Compras\ncreated-at=2025-08-20 50400\nmail "
                 "=lucia@pena.example\n"
                 "phone work=+34 91 123 45 67\n");
  assert_sample (
      "hubspot-companies.csv", MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_COMPANIES, 2, 0,
      "source-id=7100000001\ncompany-name=Halvorsen Mineral "
      "Water\ncompany-domain=halvorsen.example\n"
      "company-sector=Beverages\ncompany-phone=+49 30 1234567\ncompany-address=Berlin, Germany\n"
      "created-at=2025-08-20 50400\n");
}

static void
test_other (void)
{
  static const char person[] =
      "company-name=Müller & Söhne – Köln\nperson-name=Jörg Müller\nmail =joerg@mueller.example\n"
      "phone =0221 123456\n";

  assert_sample ("german-deals.csv", MULL_IMPORT_SOURCE_OTHER, MULL_IMPORT_DEALS, 3, 1,
                 "deal-title=Ersatzteile\ncompany-name=Brauerei "
                 "Aumann\ncurrency=EUR\nexpected-on=2026-01-31 -1\n"
                 "created-at=2025-11-03 -1\n");
  assert_sample ("windows-1252.csv", MULL_IMPORT_SOURCE_OTHER, MULL_IMPORT_PEOPLE, 1, 0, person);
  assert_sample ("utf-16.csv", MULL_IMPORT_SOURCE_OTHER, MULL_IMPORT_PEOPLE, 1, 0, person);
}

/* A lost deal arrives closed, with a reason; an open one has a date that is still to come. */
static void
test_outcomes (void)
{
  static const struct
  {
    const char *name;
    guint row;
    MullOutcome outcome;
    const char *closed;
    const char *expected;
    const char *reason;
  } cases[] = {
    { "pipedrive-deals.csv", 0, MULL_OUTCOME_OPEN, NULL, "2026-04-30", "" },
    { "pipedrive-deals.csv", 1, MULL_OUTCOME_WON, "2026-01-15", "2026-01-31", "" },
    { "pipedrive-deals.csv", 2, MULL_OUTCOME_SAID_NO, "2025-12-01", NULL,
      "Budget went to another plant" },
    { "pipedrive-deals.csv", 3, MULL_OUTCOME_SAID_NO, "2025-12-02", NULL, "Lost" },
    { "hubspot-deals.csv", 0, MULL_OUTCOME_OPEN, NULL, "2026-05-31", "" },
    { "hubspot-deals.csv", 1, MULL_OUTCOME_WON, "2026-01-20", NULL, "" },
    { "hubspot-deals.csv", 2, MULL_OUTCOME_SAID_NO, "2025-12-20", NULL, "Went with in-house" },
    { "german-deals.csv", 1, MULL_OUTCOME_WON, NULL, "2026-01-31", "" },
    { "german-deals.csv", 2, MULL_OUTCOME_SAID_NO, NULL, "2026-02-01", "Verloren" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullImportFile) file = open_data (cases[i].name, NULL);
      g_autoptr (GPtrArray) preview = mull_import_file_preview (file, 10, NULL);
      const MullImportRow *row = g_ptr_array_index (preview, cases[i].row);
      MullDay closed =
          cases[i].closed != NULL ? mull_day_from_iso (cases[i].closed) : MULL_DAY_NONE;
      MullDay expected =
          cases[i].expected != NULL ? mull_day_from_iso (cases[i].expected) : MULL_DAY_NONE;

      g_test_message ("%s row %u", cases[i].name, cases[i].row);
      g_assert_cmpint (mull_import_row_get_outcome (row), ==, cases[i].outcome);
      g_assert_cmpint (mull_import_row_get_closed (row)->day, ==, closed);
      g_assert_cmpint (mull_import_row_get_expected (row)->day, ==, expected);
      g_assert_cmpstr (mull_import_row_get_text (row, MULL_IMPORT_REASON), ==, cases[i].reason);
    }
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    guint n_rows;
    const char *first;
  } cases[] = {
    { "Deal,Stage\n\n , \nOne,Proposal\n,\n", 1, "One" },
    { "sep=;\nDeal;Stage;Value\nOne;Proposal;1,5\n", 1, "One" },
    { "Deal|Stage|Value\nOne|Proposal|5\n", 1, "One" },
    { "Product,Account,Stage\nPump,Acme,Won\n,Acme,Lost\n", 2, "Pump — Acme" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportFile) file = open_text (cases[i].text, &error);
      g_autoptr (GPtrArray) preview = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (mull_import_file_get_n_rows (file), ==, cases[i].n_rows);
      preview = mull_import_file_preview (file, 10, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (preview->len, ==, cases[i].n_rows);
      g_assert_cmpstr (
          mull_import_row_get_text (g_ptr_array_index (preview, 0), MULL_IMPORT_DEAL_TITLE), ==,
          cases[i].first);
    }
}

/* A file of zeros would be refused for what it is; the limit comes first. */
static void
test_file_limit (void)
{
  static const guint8 extra[] = { 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    {
      gsize size = MULL_IMPORT_FILE_MAX + extra[i];
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportFile) file = mull_import_file_open (bytes, "large.csv", NULL, &error);

      g_assert_null (file);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_true ((strstr (error->message, "64 MiB") != NULL) == (extra[i] > 0));
    }
}

static void
test_refusal_text (void)
{
  MullImportRefusal whole = {
    .row = 1, .line = 3, .character = 1, .field = (char *) "", .reason = (char *) "Why."
  };
  MullImportRefusal field = { .row = 1,
                              .line = 3,
                              .character = 7,
                              .column = 2,
                              .field = (char *) "Value",
                              .reason = (char *) "Why." };
  g_autofree char *whole_text = mull_import_refusal_to_text (&whole);
  g_autofree char *field_text = mull_import_refusal_to_text (&field);

  g_assert_cmpstr (whole_text, ==, "Line 3: Why.");
  g_assert_cmpstr (field_text, ==, "Line 3, column 2 (Value): Why.");
}

static gpointer
read_deals_thread (gpointer data)
{
  guint n_good;
  g_autofree char *refusals = read_refusals (data, &n_good);

  g_assert_cmpstr (refusals, ==, "");
  return GUINT_TO_POINTER (n_good);
}

/* Workers read the same file at once, and rows outlive it. */
static void
test_threads (void)
{
  MullImportFile *file = open_data ("pipedrive-deals.csv", NULL);
  g_autoptr (GPtrArray) preview = mull_import_file_preview (file, 1, NULL);
  GThread *threads[4];
  const char *raw;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("import", read_deals_thread, file);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 4);
  mull_import_file_unref (file);
  raw = mull_import_row_get_raw (g_ptr_array_index (preview, 0), &length);
  g_assert_true (length > 3 && strncmp (raw, "41,", 3) == 0);
}

static void
assert_real (const char *folder, const char *name, MullImportKind kind, guint n_rows)
{
  g_autofree char *path = g_build_filename (folder, "crm-sales-opportunities", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullImportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refusals = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  char *data;
  gsize size;
  guint n_good;
  gboolean ok = g_file_get_contents (path, &data, &size, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  bytes = g_bytes_new_take (data, size);
  file = mull_import_file_open (bytes, name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mull_import_mapping_get_kind (mull_import_file_get_mapping (file)), ==, kind);
  questions = mull_import_file_dup_questions (file);
  g_assert_cmpuint (questions->len, ==, 0);
  refusals = read_refusals (file, &n_good);
  g_assert_cmpstr (refusals, ==, "");
  g_assert_cmpuint (n_good, ==, n_rows);
}

static void
test_real (void)
{
  const char *folder = g_getenv ("MULLIGAN_REAL_DATA");

  if (folder == NULL)
    {
      g_test_skip ("MULLIGAN_REAL_DATA does not name a folder with real data.");
      return;
    }
  assert_real (folder, "sales_pipeline.csv", MULL_IMPORT_DEALS, 8800);
  assert_real (folder, "accounts.csv", MULL_IMPORT_COMPANIES, 85);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-file/bad-files", test_bad_files);
  g_test_add_func ("/import-file/bad-rows", test_bad_rows);
  g_test_add_func ("/import-file/pipedrive", test_pipedrive);
  g_test_add_func ("/import-file/hubspot", test_hubspot);
  g_test_add_func ("/import-file/other", test_other);
  g_test_add_func ("/import-file/outcomes", test_outcomes);
  g_test_add_func ("/import-file/texts", test_texts);
  g_test_add_func ("/import-file/file-limit", test_file_limit);
  g_test_add_func ("/import-file/refusal-text", test_refusal_text);
  g_test_add_func ("/import-file/threads", test_threads);
  g_test_add_func ("/import-file/real", test_real);
  return g_test_run ();
}
