/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-record-store"

#include "config.h"

#include "mull-record-store.h"

#include "gestures.h"
#include "mull-entry.h"
#include "mull-error.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  char *folder;
  MullDatabase *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open_copy (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_database_close (fixture->db, &error));
  g_assert_finalize_object (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static const char *
sql_type (MullFieldKind kind)
{
  switch (kind)
    {
    case MULL_FIELD_TEXT:
    case MULL_FIELD_DAY:
    case MULL_FIELD_OPTIONAL_DAY:
    case MULL_FIELD_ENUM:
    case MULL_FIELD_CURRENCY:
      return "TEXT";
    case MULL_FIELD_INT:
    case MULL_FIELD_NUMBER:
    case MULL_FIELD_OPTIONAL_NUMBER:
    case MULL_FIELD_BOOLEAN:
    case MULL_FIELD_INSTANT:
    case MULL_FIELD_OPTIONAL_INSTANT:
    case MULL_FIELD_REFERENCE:
    case MULL_FIELD_OPTIONAL_REFERENCE:
      return "INTEGER";
    }
  g_assert_not_reached ();
}

static gboolean
is_optional (MullFieldKind kind)
{
  return kind == MULL_FIELD_OPTIONAL_DAY || kind == MULL_FIELD_OPTIONAL_INSTANT ||
         kind == MULL_FIELD_OPTIONAL_NUMBER || kind == MULL_FIELD_OPTIONAL_REFERENCE;
}

/* The CHECK of a column that names its words, or NULL. */
static char *
find_words (MullDatabase *db, const char *table, const char *column)
{
  g_autofree char *pattern = g_strdup_printf ("CHECK \\((%s (IN \\(|= )'[^)]*)\\)", column);
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "SELECT sql FROM sqlite_schema WHERE name = ?1", NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  mull_statement_bind_text (statement, 1, table);
  g_assert_cmpint (mull_statement_step (statement, NULL), ==, MULL_STEP_ROW);
  if (!g_regex_match (regex, mull_statement_get_text (statement, 0), 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

/* Every word of the check is a nick, and all of them are but where the schema allows only some. */
static void
check_words (MullDatabase *db, const MullRecordType *type, const MullField *field)
{
  g_autofree char *check = find_words (db, type->table, field->column);
  g_auto (GStrv) parts = NULL;
  GEnumClass *klass = g_type_class_ref (field->enum_type ());
  guint n_words = 0;

  g_assert_nonnull (check);
  /* Every second part stands between quotation marks. */
  parts = g_strsplit (check, "'", -1);
  for (guint i = 1; i < g_strv_length (parts); i += 2, n_words++)
    {
      int value;

      g_assert_true (mull_enum_from_nick (field->enum_type (), parts[i], &value));
    }
  if (klass->n_values != n_words)
    g_assert_true (field->enum_type () == MULL_TYPE_ENTRY_KIND && type != &mull_entry_type);
  g_type_class_unref (klass);
}

/* The records mirror the schema, column by column and word by word. */
static void
test_schema (Fixture *fixture, gconstpointer data)
{
  guint n_types;
  const MullRecordType *const *types = gesture_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (MullStatement) statement =
          mull_database_prepare_scan (fixture->db,
                                      "SELECT name, type, \"notnull\" FROM pragma_table_info(?1) "
                                      "WHERE name <> 'id' ORDER BY cid",
                                      NULL);
      guint n_columns = 0;

      mull_statement_bind_text (statement, 1, types[i]->table);
      while (mull_statement_step (statement, NULL) == MULL_STEP_ROW)
        {
          const MullField *field = &types[i]->fields[n_columns];

          g_assert_cmpuint (n_columns++, <, types[i]->n_fields);
          g_assert_cmpstr (mull_statement_get_text (statement, 0), ==, field->column);
          g_assert_cmpstr (mull_statement_get_text (statement, 1), ==, sql_type (field->kind));
          g_assert_cmpint (mull_statement_get_int64 (statement, 2), ==, !is_optional (field->kind));
          if (field->kind == MULL_FIELD_ENUM)
            check_words (fixture->db, types[i], field);
        }
      g_assert_cmpuint (n_columns, ==, types[i]->n_fields);
    }
}

static void
round_trip (MullDatabase *db, const MullRecordType *type, GRand *rand)
{
  gpointer record = gesture_make (db, type, rand, NULL);
  gpointer other = gesture_make (db, type, rand, NULL);
  gpointer found;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (record);
  mull_record_store_insert (db, record, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((MullRecord *) record)->id, !=, 0);
  found = mull_record_store_get (db, type, ((MullRecord *) record)->id, &error);
  g_assert_no_error (error);
  g_assert_true (mull_record_equal (record, found));
  mull_record_unref (found);

  ((MullRecord *) other)->id = ((MullRecord *) record)->id;
  mull_record_store_update (db, other, &error);
  g_assert_no_error (error);
  found = mull_record_store_get (db, type, ((MullRecord *) record)->id, &error);
  g_assert_true (mull_record_equal (other, found));
  mull_record_unref (found);
  mull_record_unref (record);
  mull_record_unref (other);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  guint n_types;
  const MullRecordType *const *types = gesture_types (&n_types);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 40; round++)
    for (guint i = 0; i < n_types; i++)
      round_trip (fixture->db, types[i], rand);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer found = fixture;

  g_assert_null (mull_record_store_get (fixture->db, &mull_deal_type, 1, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (
      mull_record_store_find (fixture->db, &mull_deal_type, "WHERE id = ?1", 1, 0, &found, &error));
  g_assert_null (found);
  g_assert_false (mull_record_store_delete (fixture->db, &mull_deal_type, 1, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

/* A day that must be there is refused when it is not, rather than stored as something else. */
static void
test_absent_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_types;
  const MullRecordType *const *types = gesture_types (&n_types);
  guint n_days = 0;

  for (guint i = 0; i < n_types; i++)
    {
      gpointer record;

      round_trip (fixture->db, types[i], rand);
      record = gesture_make (fixture->db, types[i], rand, NULL);
      for (guint j = 0; j < types[i]->n_fields; j++)
        if (types[i]->fields[j].kind == MULL_FIELD_DAY)
          {
            g_autoptr (GError) error = NULL;

            G_STRUCT_MEMBER (MullDay, record, types[i]->fields[j].offset) = MULL_DAY_NONE;
            g_assert_false (mull_record_store_insert (fixture->db, record, &error));
            g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
            n_days++;
          }
      mull_record_unref (record);
    }
  g_assert_cmpuint (n_days, >, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/record-store/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("schema", test_schema);
  ADD ("round-trip", test_round_trip);
  ADD ("missing", test_missing);
  ADD ("absent-day", test_absent_day);
  return g_test_run ();
}
