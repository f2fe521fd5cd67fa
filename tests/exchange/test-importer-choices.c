/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-importer-choices"

#include "config.h"

#include "importer-fixture.h"
#include "store-fixture.h"

#define MINE                                                                                       \
  "Name,Company,Email,Phone,Job title\n"                                                           \
  "Ann Ruiz,Mills,ann@mills.example,+44 20 123456,Buyer\n"                                         \
  "Tom Hale,Mills,tom@mills.example,+44 20 654321,Fitter\n"
/* Columns of another program, so that nothing is known by its id. */
#define THEIRS                                                                                     \
  "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Lifecycle Stage\n"     \
  "1,Ann,Ruiz,ann@mills.example,+44 20 999999,Head of buying,Mills,Lead\n"                         \
  "2,Tom,Hale,tom@omega.example,,Owner,Omega,Lead\n"                                               \
  "3,Zoe,Abel,zoe@mills.example,,,Mills,Lead\n"

static MullImporter *
import (ImporterFixture *fixture, const char *text, GHashTable *choices)
{
  g_autoptr (MullImportFile) file = importer_fixture_read_text (text);
  MullImporter *importer = mull_importer_new (fixture->workspace, file);
  g_autoptr (GError) error = NULL;

  mull_importer_set_choices (importer, choices);
  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_check_derived (fixture->workspace);
  return importer;
}

static void
assert_states (MullImporter *importer, const char *expected)
{
  const GByteArray *states = mull_importer_get_report (importer)->states;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < states->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            mull_import_row_state_label (states->data[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_exception (MullImporter *importer, guint index, guint line, const char *text)
{
  const MullImportReport *report = mull_importer_get_report (importer);
  const MullImportException *exception;

  g_assert_cmpuint (index, <, report->exceptions->len);
  exception = report->exceptions->pdata[index];
  g_assert_cmpuint (exception->line, ==, line);
  g_assert_cmpstr (exception->text, ==, text);
}

/* Without a word from the rep, what is here stays and nobody is taken for somebody else. */
static void
test_default (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) mine = import (fixture, MINE, NULL);
  g_autoptr (MullImporter) theirs = NULL;
  g_autoptr (MullImporter) again = NULL;

  assert_states (mine, "new, new");
  g_assert_cmpuint (mull_importer_get_report (mine)->n_exceptions, ==, 0);
  theirs = import (fixture, THEIRS, NULL);
  assert_states (theirs, "says something else, possible duplicate, new");
  assert_exception (theirs, 0, 2,
                    "“Ann Ruiz”: Job title stays “Buyer”, although the file says “Head of buying”."
                    "\n“Ann Ruiz”: Phone stays “+44 20 123456”, although the file says "
                    "“+44 20 999999”.");
  assert_exception (theirs, 1, 3, "There is already a “Tom Hale” at “Mills”.");
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM person", "4");
  again = import (fixture, THEIRS, NULL);
  assert_states (again, "here already, here already, here already");
  g_assert_false (mull_import_report_changes_something (mull_importer_get_report (again)));
}

static GHashTable *
choose (MullImportChoice first, MullImportChoice second)
{
  GHashTable *choices = g_hash_table_new (NULL, NULL);

  g_hash_table_insert (choices, GUINT_TO_POINTER (2), GINT_TO_POINTER (first));
  g_hash_table_insert (choices, GUINT_TO_POINTER (3), GINT_TO_POINTER (second));
  return choices;
}

/* The file is right about one, and the other is who is here already. */
static void
test_take_and_use (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) mine = import (fixture, MINE, NULL);
  g_autoptr (GHashTable) choices = choose (MULL_IMPORT_CHOICE_FILE, MULL_IMPORT_CHOICE_EXISTING);
  g_autoptr (MullImporter) theirs = import (fixture, THEIRS, choices);
  g_autoptr (MullImporter) again = NULL;
  const MullImportException *exception = mull_importer_get_report (theirs)->exceptions->pdata[0];

  g_assert_cmpint (exception->choice, ==, MULL_IMPORT_CHOICE_FILE);
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM person", "3");
  importer_fixture_assert_query (fixture, "SELECT title FROM person WHERE name = 'Ann Ruiz'",
                                 "Head of buying");
  importer_fixture_assert_query (fixture,
                                 "SELECT count (*) FROM person_address AS a JOIN person AS p"
                                 " ON p.id = a.person_id WHERE p.name = 'Ann Ruiz'",
                                 "3");
  importer_fixture_assert_query (fixture,
                                 "SELECT p.title || ' ' || c.name FROM person AS p JOIN company AS"
                                 " c ON c.id = p.company_id WHERE p.name = 'Tom Hale'",
                                 "Fitter Mills");
  /* The choice is remembered with the ids: the same file brings nothing twice. */
  again = import (fixture, THEIRS, NULL);
  g_assert_false (mull_import_report_changes_something (mull_importer_get_report (again)));
}

/* Whoever has the same address may be somebody else all the same. */
static void
test_add (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) mine = import (fixture, MINE, NULL);
  g_autoptr (GHashTable) choices = choose (MULL_IMPORT_CHOICE_NEW, MULL_IMPORT_CHOICE_NEW);
  g_autoptr (MullImporter) theirs = import (fixture, THEIRS, choices);

  assert_states (theirs, "says something else, possible duplicate, new");
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM person", "5");
  importer_fixture_assert_query (fixture,
                                 "SELECT group_concat (title) FROM (SELECT title FROM person"
                                 " WHERE name = 'Ann Ruiz' ORDER BY id)",
                                 "Buyer,Head of buying");
}

static void
test_companies (ImporterFixture *fixture, gconstpointer data)
{
  const char *header = "Organization - ID,Organization - Name,Organization - Website\n";
  g_autofree char *text = g_strconcat (header, "7,Mills Ltd,mills.example\n8,Mills Foods,\n", NULL);
  g_autoptr (MullImporter) mine = import (fixture, MINE, NULL);
  g_autoptr (GHashTable) choices = choose (MULL_IMPORT_CHOICE_EXISTING, MULL_IMPORT_CHOICE_DEFAULT);
  g_autoptr (MullImporter) theirs = import (fixture, text, choices);

  assert_states (theirs, "possible duplicate, new");
  importer_fixture_assert_query (fixture,
                                 "SELECT group_concat (name || ' ' || domain, '; ') FROM company",
                                 "Mills mills.example; Mills Foods ");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ImporterFixture *, gconstpointer);
  } tests[] = {
    { "/importer-choices/default", test_default },
    { "/importer-choices/take-and-use", test_take_and_use },
    { "/importer-choices/add", test_add },
    { "/importer-choices/companies", test_companies },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImporterFixture, NULL, importer_fixture_set_up, tests[i].func,
                importer_fixture_tear_down);
  return g_test_run ();
}
