/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-import-mapping.h"

#include <string.h>

static MullImportMapping *
make_mapping (void)
{
  static const guint title[] = { 2, 1 };
  MullImportMapping *mapping = mull_import_mapping_new (MULL_IMPORT_DEALS);
  MullCsvDialect dialect = { .encoding = MULL_CSV_ENCODING_WINDOWS_1252,
                             .delimiter = '\t',
                             .has_header = TRUE };

  mull_import_mapping_add_column (mapping, "Nr; [1] = x");
  mull_import_mapping_add_column (mapping, "Firma");
  mull_import_mapping_add_column (mapping, "Produkt");
  mull_import_mapping_add_column (mapping, " Wert ");
  mull_import_mapping_set_target (mapping, 0, MULL_IMPORT_SOURCE_ID);
  mull_import_mapping_set_target (mapping, 1, MULL_IMPORT_COMPANY_NAME);
  mull_import_mapping_set_target (mapping, 3, MULL_IMPORT_VALUE);
  mull_import_mapping_set_label (mapping, 0, "work");
  mull_import_mapping_set_date_order (mapping, 0, MULL_DATE_ORDER_MDY);
  mull_import_mapping_set_decimal (mapping, 3, ',');
  mull_import_mapping_set_title (mapping, title, G_N_ELEMENTS (title), " / ");
  mull_import_mapping_set_stage (mapping, "Lost", "", MULL_OUTCOME_SAID_NO);
  mull_import_mapping_set_stage (mapping, "Wörter", "Angebot", MULL_OUTCOME_OPEN);
  mull_import_mapping_set_status (mapping, "Tot", MULL_OUTCOME_WENT_DARK);
  mull_import_mapping_set_currency (mapping, "EUR");
  mull_import_mapping_set_pipeline (mapping, "Neu");
  mull_import_mapping_set_dialect (mapping, &dialect);
  return mapping;
}

static void
test_round_trip (void)
{
  g_autoptr (MullImportMapping) mapping = make_mapping ();
  g_autoptr (MullImportMapping) copy = mull_import_mapping_copy (mapping);
  g_autofree char *text = mull_import_mapping_to_text (mapping);
  g_autofree char *copied = mull_import_mapping_to_text (copy);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportMapping) read = mull_import_mapping_new_from_text (text, &error);
  g_autofree char *again = NULL;
  guint n_title;

  g_assert_no_error (error);
  again = mull_import_mapping_to_text (read);
  g_assert_cmpstr (copied, ==, text);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (mull_import_mapping_get_column (read, 0)->name, ==, "Nr; [1] = x");
  g_assert_cmpstr (mull_import_mapping_get_column (read, 3)->name, ==, " Wert ");
  g_assert_cmpint (mull_import_mapping_get_column (read, 3)->decimal, ==, ',');
  g_assert_cmpint (mull_import_mapping_get_column (read, 0)->date_order, ==, MULL_DATE_ORDER_MDY);
  g_assert_cmpuint (mull_import_mapping_get_title (read, &n_title)[0], ==, 2);
  g_assert_cmpuint (n_title, ==, 2);
  g_assert_cmpstr (mull_import_mapping_get_title_separator (read), ==, " / ");
  g_assert_cmpint (mull_import_mapping_find_status (read, "TOT")->outcome, ==,
                   MULL_OUTCOME_WENT_DARK);
  g_assert_cmpstr (mull_import_mapping_find_stage (read, "worter")->stage, ==, "Angebot");
  g_assert_null (mull_import_mapping_find_stage (read, "other"));
  g_assert_cmpint (mull_import_mapping_get_dialect (read)->delimiter, ==, '\t');
  g_assert_cmpint (mull_import_mapping_get_dialect (read)->encoding, ==,
                   MULL_CSV_ENCODING_WINDOWS_1252);
}

static void
test_lost_outcome (void)
{
  g_autoptr (MullImportMapping) mapping = make_mapping ();

  g_assert_cmpint (mull_import_mapping_get_lost_outcome (mapping), ==, MULL_OUTCOME_SAID_NO);
  mull_import_mapping_set_lost_outcome (mapping, MULL_OUTCOME_CHOSE_ANOTHER);
  g_assert_cmpint (mull_import_mapping_find_stage (mapping, "Lost")->outcome, ==,
                   MULL_OUTCOME_CHOSE_ANOTHER);
  g_assert_cmpint (mull_import_mapping_find_status (mapping, "Tot")->outcome, ==,
                   MULL_OUTCOME_WENT_DARK);
}

static void
test_bad_text (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *part;
  } cases[] = {
    { "", MULL_ERROR_INVALID, "not a mapping" },
    { "a,b\n", MULL_ERROR_INVALID, "not a mapping" },
    { "[other]\nx=1\n", MULL_ERROR_INVALID, "not a mapping" },
    { "[mapping]\nversion=2\nkind=deals\n", MULL_ERROR_NEWER_FILE, "newer" },
    { "[mapping]\nversion=1\n", MULL_ERROR_INVALID, "kind" },
    { "[mapping]\nkind=cars\n", MULL_ERROR_INVALID, "cars" },
    { "[mapping]\nkind=deals\ncurrency=XQQ\n", MULL_ERROR_INVALID, "XQQ" },
    { "[mapping]\nkind=deals\nlost=won\n", MULL_ERROR_INVALID, "lost" },
    { "[mapping]\nkind=deals\ntitle-columns=1;\n", MULL_ERROR_INVALID, "title-columns" },
    { "[mapping]\nkind=deals\n[column 1]\ntarget=colour\n", MULL_ERROR_INVALID, "colour" },
    { "[mapping]\nkind=companies\n[column 1]\ntarget=value\n", MULL_ERROR_INVALID, "value" },
    { "[mapping]\nkind=deals\n[column 1]\ndecimal=;\n", MULL_ERROR_INVALID, "decimal" },
    { "[mapping]\nkind=deals\n[column 1]\ndate-order=ydm\n", MULL_ERROR_INVALID, "ydm" },
    { "[mapping]\nkind=deals\n[stage 1]\noutcome=eaten\n", MULL_ERROR_INVALID, "eaten" },
    { "[mapping]\nkind=deals\n[file]\ndelimiter=::\n", MULL_ERROR_INVALID, "delimiter" },
    { "[mapping]\nkind=deals\n[file]\ndelimiter=,\nencoding=latin\n", MULL_ERROR_INVALID, "latin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportMapping) mapping =
          mull_import_mapping_new_from_text (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (mapping);
      g_assert_error (error, MULL_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
test_bind (void)
{
  static const char *const moved[] = { "wert", "More", "PRODUKT", "Firma", "Nr; [1] = x", NULL };
  static const char *const missing[] = { "Wert", "Firma", "Nr; [1] = x", NULL };
  g_autoptr (MullImportMapping) mapping = make_mapping ();
  g_autofree char *before = mull_import_mapping_to_text (mapping);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const guint *title;
  guint n_title;

  g_assert_false (mull_import_mapping_bind (mapping, missing, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Produkt"));
  g_clear_error (&error);
  after = mull_import_mapping_to_text (mapping);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (mull_import_mapping_bind (mapping, moved, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mull_import_mapping_get_n_columns (mapping), ==, 5);
  g_assert_cmpint (mull_import_mapping_get_column (mapping, 0)->target, ==, MULL_IMPORT_VALUE);
  g_assert_cmpint (mull_import_mapping_get_column (mapping, 1)->target, ==, MULL_IMPORT_IGNORED);
  g_assert_cmpint (mull_import_mapping_get_column (mapping, 4)->target, ==, MULL_IMPORT_SOURCE_ID);
  title = mull_import_mapping_get_title (mapping, &n_title);
  g_assert_cmpuint (n_title, ==, 2);
  g_assert_cmpuint (title[0], ==, 2);
  g_assert_cmpuint (title[1], ==, 3);
}

/* What each kind of row cannot be without. */
static void
test_check (void)
{
  static const struct
  {
    MullImportKind kind;
    MullImportTarget targets[2];
    gboolean ok;
  } cases[] = {
    { MULL_IMPORT_DEALS, { MULL_IMPORT_VALUE, MULL_IMPORT_STAGE }, FALSE },
    { MULL_IMPORT_DEALS, { MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_IGNORED }, TRUE },
    { MULL_IMPORT_DEALS, { MULL_IMPORT_COMPANY_NAME, MULL_IMPORT_IGNORED }, TRUE },
    { MULL_IMPORT_COMPANIES, { MULL_IMPORT_COMPANY_PHONE, MULL_IMPORT_IGNORED }, FALSE },
    { MULL_IMPORT_COMPANIES, { MULL_IMPORT_COMPANY_NAME, MULL_IMPORT_IGNORED }, TRUE },
    { MULL_IMPORT_COMPANIES, { MULL_IMPORT_COMPANY_DOMAIN, MULL_IMPORT_IGNORED }, TRUE },
    { MULL_IMPORT_PEOPLE, { MULL_IMPORT_PERSON_PHONE, MULL_IMPORT_IGNORED }, FALSE },
    { MULL_IMPORT_PEOPLE, { MULL_IMPORT_PERSON_LAST_NAME, MULL_IMPORT_IGNORED }, TRUE },
    { MULL_IMPORT_PEOPLE, { MULL_IMPORT_PERSON_MAIL, MULL_IMPORT_IGNORED }, TRUE },
    { MULL_IMPORT_ACTIVITIES, { MULL_IMPORT_SUBJECT, MULL_IMPORT_IGNORED }, FALSE },
    { MULL_IMPORT_ACTIVITIES, { MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_IGNORED }, FALSE },
    { MULL_IMPORT_ACTIVITIES, { MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_SUBJECT }, TRUE },
    { MULL_IMPORT_NOTES, { MULL_IMPORT_DEAL_SOURCE_ID, MULL_IMPORT_ENTRY_TEXT }, TRUE },
    { MULL_IMPORT_NOTES, { MULL_IMPORT_DEAL_SOURCE_ID, MULL_IMPORT_IGNORED }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullImportMapping) mapping = mull_import_mapping_new (cases[i].kind);
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < 2; n++)
        mull_import_mapping_set_target (mapping, mull_import_mapping_add_column (mapping, "x"),
                                        cases[i].targets[n]);
      g_assert_cmpint (mull_import_mapping_check (mapping, &error), ==, cases[i].ok);
      g_assert_true ((error == NULL) == cases[i].ok);
    }
}

static void
test_kind (void)
{
  g_autoptr (MullImportMapping) mapping = make_mapping ();

  mull_import_mapping_set_kind (mapping, MULL_IMPORT_COMPANIES);
  g_assert_cmpint (mull_import_mapping_get_column (mapping, 1)->target, ==,
                   MULL_IMPORT_COMPANY_NAME);
  g_assert_cmpint (mull_import_mapping_get_column (mapping, 3)->target, ==, MULL_IMPORT_IGNORED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-mapping/round-trip", test_round_trip);
  g_test_add_func ("/import-mapping/lost-outcome", test_lost_outcome);
  g_test_add_func ("/import-mapping/bad-text", test_bad_text);
  g_test_add_func ("/import-mapping/bind", test_bind);
  g_test_add_func ("/import-mapping/check", test_check);
  g_test_add_func ("/import-mapping/kind", test_kind);
  return g_test_run ();
}
