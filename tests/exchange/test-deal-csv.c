/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-csv"

#include "config.h"

#include "mull-deal-csv.h"

#include "mull-csv-writer.h"
#include "mull-deal-ops.h"
#include "mull-import-file.h"
#include "script-fixture.h"

#include <string.h>

/* With the one that says that formulas are guarded. */
#define N_COLUMNS 19

static GString *export(ScriptFixture *fixture, MullCsvFlags flags, guint *n_deals)
{
  g_autoptr (GError) error = NULL;
  GString *text = mull_deal_csv_write (fixture->workspace, flags, n_deals, &error);

  g_assert_no_error (error);
  return text;
}

static void
add_deal (ScriptFixture *fixture, const char *title)
{
  MullNewDeal spec = { .title = title, .expected_on = mull_day_from_ymd (2024, 6, 1) };
  g_autoptr (GError) error = NULL;
  gint64 deal_id;

  mull_money_init (&spec.value, 123450, "EUR", &error);
  g_assert_no_error (error);
  mull_deal_ops_add (fixture->workspace, &spec, &deal_id, &error);
  g_assert_no_error (error);
  mull_deal_ops_close (fixture->workspace, deal_id,
                       &(const MullClosing){ MULL_OUTCOME_SAID_NO, "Too, dear", MULL_TERNARY_YES,
                                             MULL_DAY_NONE, NULL },
                       &error);
  g_assert_no_error (error);
}

static void
test_text (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) fields = NULL;
  guint n_deals;

  add_deal (fixture, "=R&D \"Süd\"");
  text = export(fixture, MULL_CSV_PLAIN, &n_deals);
  lines = g_strsplit (text->str, "\r\n", -1);
  g_assert_cmpuint (n_deals, ==, 2);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "id,title,company,"));
  g_assert_true (g_str_has_suffix (lines[0], "," MULL_CSV_GUARD_HEADER));
  g_assert_true (g_str_has_prefix (lines[1], "1,Boiler service,Hartwell Mills,Ann Ruiz,"));
  g_assert_true (g_str_has_prefix (
      lines[2], "2,\"'=R&D \"\"Süd\"\"\",,,Sales,Qualify,1234.50,EUR,2024-06-01,said-no,"
                "\"Too, dear\",2024-05-15 10:00:00,2024-05-15 10:00:00,,,"));
  fields = g_strsplit (lines[1], ",", -1);
  for (guint i = N_COLUMNS - 4; i < N_COLUMNS - 1; i++)
    g_assert_true (g_uuid_string_is_valid (fields[i]));
  g_assert_cmpstr (lines[3], ==, "");
}

static void
test_choices (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) exact = NULL;
  g_autoptr (GString) marked = NULL;

  add_deal (fixture, "=1");
  exact = export(fixture, MULL_CSV_EXACT, NULL);
  marked = export(fixture, MULL_CSV_BOM, NULL);
  g_assert_nonnull (strstr (exact->str, "\r\n2,=1,"));
  g_assert_null (strstr (exact->str, MULL_CSV_GUARD_HEADER));
  g_assert_true (g_str_has_prefix (marked->str, "\xef\xbb\xbfid,"));
  g_assert_nonnull (strstr (marked->str, "\r\n2,'=1,"));
}

/* Our own import knows every column but the number that is for the command line, and the one that
 * is for itself. */
static void
test_is_recognised (ScriptFixture *fixture, gconstpointer data)
{
  static const MullImportTarget targets[] = {
    MULL_IMPORT_IGNORED,
    MULL_IMPORT_DEAL_TITLE,
    MULL_IMPORT_COMPANY_NAME,
    MULL_IMPORT_PERSON_NAME,
    MULL_IMPORT_PIPELINE,
    MULL_IMPORT_STAGE,
    MULL_IMPORT_VALUE,
    MULL_IMPORT_CURRENCY,
    MULL_IMPORT_EXPECTED_ON,
    MULL_IMPORT_STATUS,
    MULL_IMPORT_REASON,
    MULL_IMPORT_CREATED_AT,
    MULL_IMPORT_CLOSED_AT,
    MULL_IMPORT_NEXT_TEXT,
    MULL_IMPORT_NEXT_ON,
    MULL_IMPORT_SOURCE_ID,
    MULL_IMPORT_COMPANY_SOURCE_ID,
    MULL_IMPORT_PERSON_SOURCE_ID,
  };
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MullImportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const MullImportMapping *mapping;

  add_deal (fixture, "Other");
  text = export(fixture, MULL_CSV_PLAIN, NULL);
  bytes = g_bytes_new (text->str, text->len);
  file = mull_import_file_open (bytes, "deals.csv", NULL, &error);
  g_assert_no_error (error);
  mapping = mull_import_file_get_mapping (file);
  g_assert_cmpint (mull_import_file_get_source (file), ==, MULL_IMPORT_SOURCE_OWN);
  g_assert_cmpint (mull_import_mapping_get_kind (mapping), ==, MULL_IMPORT_DEALS);
  g_assert_cmpuint (mull_import_file_get_n_rows (file), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_test_message ("column %u", i);
      g_assert_cmpint (mull_import_mapping_get_column (mapping, i)->target, ==, targets[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/deal-csv/text", ScriptFixture, NULL, script_fixture_set_up, test_text,
              script_fixture_tear_down);
  g_test_add ("/deal-csv/choices", ScriptFixture, NULL, script_fixture_set_up, test_choices,
              script_fixture_tear_down);
  g_test_add ("/deal-csv/is-recognised", ScriptFixture, NULL, script_fixture_set_up,
              test_is_recognised, script_fixture_tear_down);
  return g_test_run ();
}
