/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-header-rule.h"
#include "mull-outcome-words.h"
#include "mull-recogniser.h"
#include "mull-record.h"

#include <string.h>

/* Columns as "header:value,value;header:value". */
static GPtrArray *
make_columns (const char *text)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_csv_column_free);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (parts[i], ":", 2);
      g_auto (GStrv) values = g_strsplit (halves[1] != NULL ? halves[1] : "", ",", -1);
      MullCsvColumn *column = mull_csv_column_new (halves[0]);

      for (guint n = 0; values[n] != NULL; n++)
        mull_csv_column_add (column, values[n], strlen (values[n]));
      g_ptr_array_add (columns, column);
    }
  mull_csv_column_settle ((MullCsvColumn *const *) columns->pdata, columns->len, ',');
  return columns;
}

static void
test_proposals (void)
{
  static const struct
  {
    const char *columns;
    MullImportSource source;
    MullImportConfidence confidence;
    MullImportKind kind;
    const char *targets;
  } cases[] = {
    { "product:a,b;series:x,x;sales_price:1,2", MULL_IMPORT_SOURCE_OTHER,
      MULL_IMPORT_CONFIDENCE_NONE, MULL_IMPORT_DEALS, "ignored ignored ignored" },
    { "Account;Sector;Employees;Office_Location", MULL_IMPORT_SOURCE_OTHER,
      MULL_IMPORT_CONFIDENCE_LIKELY, MULL_IMPORT_COMPANIES,
      "company-name company-sector ignored company-address" },
    { "Vorname;Nachname;E-Mail;Firma;Handy;Position", MULL_IMPORT_SOURCE_OTHER,
      MULL_IMPORT_CONFIDENCE_LIKELY, MULL_IMPORT_PEOPLE,
      "person-first-name person-last-name person-mail company-name person-phone person-job" },
    { "Betreff;Fällig am;Erledigt;Verkaufschance", MULL_IMPORT_SOURCE_OTHER,
      MULL_IMPORT_CONFIDENCE_LIKELY, MULL_IMPORT_ACTIVITIES, "subject due-on done deal-title" },
    { "Deal;Content;Created at", MULL_IMPORT_SOURCE_OTHER, MULL_IMPORT_CONFIDENCE_LIKELY,
      MULL_IMPORT_NOTES, "deal-title entry-text created-at" },
    { "x:a,b,c,d;y:Won,Lost,Engaging,Won,Lost,Engaging;z:1,2,3;w:2026-01-01,2026-01-02",
      MULL_IMPORT_SOURCE_OTHER, MULL_IMPORT_CONFIDENCE_LIKELY, MULL_IMPORT_DEALS,
      "deal-title stage value expected-on" },
    { "x:a,b,c,d;y:Won,Lost,Won,Lost", MULL_IMPORT_SOURCE_OTHER, MULL_IMPORT_CONFIDENCE_LIKELY,
      MULL_IMPORT_DEALS, "deal-title status" },
    { "Name:a,b;x:a@b.example,c@d.example;y:+49 30 123456,030 123456", MULL_IMPORT_SOURCE_OTHER,
      MULL_IMPORT_CONFIDENCE_LIKELY, MULL_IMPORT_PEOPLE, "person-name person-mail person-phone" },
    { "Deal - Title*;Deal - Stage;Person - Name;Product - Name", MULL_IMPORT_SOURCE_PIPEDRIVE,
      MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_DEALS, "deal-title stage person-name ignored" },
    { "Deal - Title;Deal - Pipedrive System ID;Organization - ID;Deal - Closed on",
      MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_DEALS,
      "deal-title source-id company-source-id closed-at" },
    { "Organization - Name;Organization - Street/road name of Company Address:x;Organization - "
      "Country of Company Address:y",
      MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_COMPANIES,
      "company-name company-address company-address" },
    { "Organization - Name;Organization - Address:x y;Organization - Country of Address:y",
      MULL_IMPORT_SOURCE_PIPEDRIVE, MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_COMPANIES,
      "company-name company-address ignored" },
    { "Record ID;Company name;Company Domain Name;Associated Note", MULL_IMPORT_SOURCE_HUBSPOT,
      MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_COMPANIES,
      "source-id company-name company-domain note-text" },
    { "ID de registro;Nombre de la empresa;Nombre de dominio de la "
      "empresa;Pai\xcc\x81s/regio\xcc\x81n;Sector",
      MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_COMPANIES,
      "source-id company-name company-domain company-address company-sector" },
    { "Record ID;Activity type;Title;Body;Activity date;Associated Deal IDs",
      MULL_IMPORT_SOURCE_HUBSPOT, MULL_IMPORT_CONFIDENCE_KNOWN, MULL_IMPORT_ACTIVITIES,
      "source-id type subject entry-text due-on deal-source-id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) columns = make_columns (cases[i].columns);
      MullImportSource source;
      MullImportConfidence confidence;
      g_autoptr (MullImportMapping) mapping = mull_recogniser_propose (
          (MullCsvColumn *const *) columns->pdata, columns->len, &source, &confidence);
      g_autoptr (GString) targets = g_string_new (NULL);

      for (guint n = 0; n < columns->len; n++)
        g_string_append_printf (
            targets, "%s%s", n > 0 ? " " : "",
            mull_enum_nick (MULL_TYPE_IMPORT_TARGET,
                            (int) mull_import_mapping_get_column (mapping, n)->target));
      g_test_message ("%s", cases[i].columns);
      g_assert_cmpint (source, ==, cases[i].source);
      g_assert_cmpint (confidence, ==, cases[i].confidence);
      g_assert_cmpint (mull_import_mapping_get_kind (mapping), ==, cases[i].kind);
      g_assert_cmpstr (targets->str, ==, cases[i].targets);
    }
}

static void
test_keys (void)
{
  static const struct
  {
    const char *header;
    const char *key;
  } cases[] = {
    { "Close Date", "closedate" },         { "close_date", "closedate" },  { "Name*", "name" },
    { "N\xc3\xbamero", "numero" },         { "Nu\xcc\x81mero", "numero" }, { "Straße", "strasse" },
    { "Is Deal Closed?", "isdealclosed" }, { "  E-Mail ", "email" },       { "—", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = mull_header_key (cases[i].header);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

static void
test_words (void)
{
  g_assert_cmpint (mull_outcome_word ("Closed won"), ==, MULL_OUTCOME_WORD_WON);
  g_assert_cmpint (mull_outcome_word ("closedlost"), ==, MULL_OUTCOME_WORD_LOST);
  g_assert_cmpint (mull_outcome_word ("Verloren"), ==, MULL_OUTCOME_WORD_LOST);
  g_assert_cmpint (mull_outcome_word ("offen"), ==, MULL_OUTCOME_WORD_OPEN);
  g_assert_cmpint (mull_outcome_word ("Engaging"), ==, MULL_OUTCOME_WORD_NONE);
  g_assert_true (mull_outcome_word_is_stage ("Engaging"));
  g_assert_true (mull_outcome_word_is_stage ("qualifiedtobuy"));
  g_assert_false (mull_outcome_word_is_stage ("Acme"));
  g_assert_cmpstr (mull_outcome_word_name_stage ("contractsent"), ==, "Contract Sent");
  g_assert_cmpstr (mull_outcome_word_name_stage ("Demo"), ==, "Demo");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recogniser/proposals", test_proposals);
  g_test_add_func ("/recogniser/keys", test_keys);
  g_test_add_func ("/recogniser/words", test_words);
  return g_test_run ();
}
