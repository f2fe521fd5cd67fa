/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-archive-random"

#include "config.h"

#include "mull-archive-reader.h"
#include "mull-archive-writer.h"
#include "mull-content-table.h"
#include "mull-person-address.h"
#include "mull-store.h"
#include "mull-text.h"
#include "store-fixture.h"

#include <stdlib.h>
#include <string.h>

/* Databases with anything in them that the schema allows, out and in again: the content is the
 * same. One that fails is made again by its number: --seed. */

/* More with MULLIGAN_TEST_DATABASES. */
#define N_DATABASES 200
#define N_ROWS 4
#define TRIES 8
#define MONEY_LIMIT G_GINT64_CONSTANT (1000000000000000)

typedef struct
{
  GRand *rand;
  MullDatabase *db;
  MullContentTable *table;
  GHashTable *choices; /* column → its words, where only some are allowed */
  GHashTable *ranges;  /* column → Range, where there is one */
} Maker;

typedef struct
{
  gint32 first;
  gint32 last;
} Range;

/* ── What a column may hold ───────────────────────────────────────────── */

static char *
dup_schema (MullDatabase *db, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "SELECT sql FROM sqlite_schema WHERE name = ?1", &error);

  g_assert_no_error (error);
  mull_statement_bind_text (statement, 1, table);
  g_assert_true (mull_statement_step_row (statement, &error));
  return mull_statement_dup_text (statement, 0);
}

/* "probability BETWEEN 0 AND 100", "starred IN (0, 1)", "effort_min >= 0" */
static GHashTable *
read_ranges (const char *schema)
{
  GHashTable *ranges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GRegex) regex = g_regex_new (
      "(\\w+) (?:BETWEEN (\\d+) AND (\\d+)|IN \\((\\d+), (\\d+)\\)|>= (\\d+))", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, schema, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *column = g_match_info_fetch (match, 1);
      Range range = { 0, 100000 };

      for (int i = 2; i <= 4; i += 2)
        {
          g_autofree char *first = g_match_info_fetch (match, i);
          g_autofree char *last = g_match_info_fetch (match, i + 1);

          if (first == NULL || *first == '\0' || last == NULL || *last == '\0')
            continue;
          range.first = atoi (first);
          range.last = atoi (last);
        }
      g_hash_table_insert (ranges, g_steal_pointer (&column), g_memdup2 (&range, sizeof range));
    }
  return ranges;
}

/* The words that the checks of a table name for each column: "stance = 'ally' OR …". */
static GHashTable *
read_choices (const char *schema)
{
  GHashTable *choices =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GRegex) equal =
      g_regex_new ("(\\w+) = '([^']+)'|(kind) IN \\('(\\w+)', '(\\w+)'\\)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (equal, schema, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_auto (GStrv) parts = g_match_info_fetch_all (match);
      const char *column = *parts[1] != '\0' ? parts[1] : parts[3];
      GPtrArray *words = g_hash_table_lookup (choices, column);

      if (words == NULL)
        {
          words = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (choices, g_strdup (column), words);
        }
      for (guint i = *parts[1] != '\0' ? 2 : 4; parts[i] != NULL; i++)
        g_ptr_array_add (words, g_strdup (parts[i]));
    }
  return choices;
}

static gint32
upto (Maker *self, gint32 n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static gunichar
make_character (Maker *self)
{
  static const gunichar odd[] = { '<',    '>',    '&',    '"',    '\'',    '\n',    '\t',    ' ',
                                  ']',    0x85,   0xa0,   0xad,   0x301,   0x200b,  0x200d,  0x2028,
                                  0x202e, 0x2066, 0xfeff, 0xfffd, 0x1f468, 0xe0001, 0x10fffd };
  gunichar c;

  switch (upto (self, 4))
    {
    case 0:
      return odd[upto (self, G_N_ELEMENTS (odd))];
    case 1:
      return (gunichar) (' ' + upto (self, 95));
    case 2:
      return (gunichar) (0xa0 + upto (self, 0xd000));
    default:
      c = (gunichar) (0x10000 + upto (self, 0xfffff));
      return (c & 0xfffe) == 0xfffe ? 'x' : c;
    }
}

/* Empty, short, and now and then as long as a text may be. */
static char *
make_text (Maker *self)
{
  GString *text = g_string_new (NULL);
  gint32 length = 0;

  switch (upto (self, 40))
    {
    case 0:
      length = MULL_TEXT_LINE_MAX;
      break;
    case 1:
      length = upto (self, 50) == 0 ? MULL_TEXT_BODY_MAX : 1;
      break;
    case 2:
    case 3:
    case 4:
    case 5:
      break;
    default:
      length = 1 + upto (self, 24);
    }
  for (gint32 i = 0; i < length; i++)
    g_string_append_unichar (text, make_character (self));
  return g_string_free (text, FALSE);
}

static char *
make_sha256 (Maker *self)
{
  g_autofree char *text = make_text (self);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static char *
make_word (Maker *self, const MullContentColumn *column)
{
  static const char *const currencies[] = { "", "EUR", "USD", "JPY", "KWD" };
  GPtrArray *words = g_hash_table_lookup (self->choices, column->name);

  if (words != NULL)
    return g_strdup (words->pdata[upto (self, (gint32) words->len)]);
  if (g_str_equal (column->name, "uuid"))
    return mull_uuid_new ();
  if (g_str_has_suffix (column->name, "currency"))
    return g_strdup (currencies[upto (self, G_N_ELEMENTS (currencies))]);
  return g_str_equal (column->name, "sha256") ? make_sha256 (self) : make_text (self);
}

static gint64
make_number (Maker *self, const MullContentColumn *column)
{
  const Range *range = g_hash_table_lookup (self->ranges, column->name);

  if (range != NULL)
    return g_rand_int_range (self->rand, range->first, range->last + 1);
  if (upto (self, 8) == 0)
    return upto (self, 2) == 0 ? MONEY_LIMIT : -MONEY_LIMIT;
  return g_rand_int (self->rand) - (gint64) G_MAXINT32;
}

static char *
make_day (Maker *self)
{
  return g_strdup_printf ("%04d-%02d-%02d", 1900 + upto (self, 300), 1 + upto (self, 12),
                          1 + upto (self, 28));
}

/* From 1900 to 2200, to the microsecond. */
static gint64
make_instant (Maker *self)
{
  return (gint64) g_rand_double_range (self->rand, -2208988800e6, 7258118400e6);
}

static gint64
pick_row (Maker *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce ((SELECT id FROM %s ORDER BY random () LIMIT 1), 0)", table);

  return fixture_query (self->db, sql);
}

/* ── Rows ─────────────────────────────────────────────────────────────── */

static gint64
make_reference (Maker *self, const MullContentColumn *column, const char *kind)
{
  const char *target = column->target != NULL ? column->target : kind;

  /* A key that is an integer is there, although the schema need not say so. */
  gboolean is_key = g_str_equal (self->table->name, "entry_change");

  if (!column->is_required && !is_key && upto (self, 3) == 0)
    return 0;
  return pick_row (self, target);
}

/* What follows from other columns. */
static char *
make_key (const MullContentTable *table, GPtrArray *values)
{
  int name = mull_content_table_find (table, "name");
  int kind = MULL_ADDRESS_PHONE;

  if (mull_content_table_find (table, "value") < 0)
    return mull_text_fold (values->pdata[name]);
  mull_enum_from_nick (MULL_TYPE_ADDRESS_KIND,
                       values->pdata[mull_content_table_find (table, "kind")], &kind);
  return mull_address_key (kind, values->pdata[mull_content_table_find (table, "value")]);
}

static char *
make_value (Maker *self, guint index, GPtrArray *values)
{
  const MullContentColumn *column = mull_content_table_get_column (self->table, index);
  int kind = mull_content_table_find (self->table, "kind");
  gint64 id;

  if (column->kind == MULL_CONTENT_KEY)
    return NULL;
  if (column->kind == MULL_CONTENT_REFERENCE)
    {
      id = make_reference (self, column,
                           kind >= 0 && (guint) kind < values->len ? values->pdata[kind] : NULL);
      return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
    }
  if (!column->is_required && upto (self, 3) == 0)
    return NULL;
  switch (column->kind)
    {
    case MULL_CONTENT_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, make_number (self, column));
    case MULL_CONTENT_INSTANT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, make_instant (self));
    case MULL_CONTENT_DAY:
      return make_day (self);
    case MULL_CONTENT_TEXT:
    case MULL_CONTENT_REFERENCE:
    case MULL_CONTENT_KEY:
      break;
    }
  return make_word (self, column);
}

static gboolean
is_number (const MullContentColumn *column)
{
  return column->kind == MULL_CONTENT_NUMBER || column->kind == MULL_CONTENT_INSTANT ||
         column->kind == MULL_CONTENT_REFERENCE;
}

/* A row that a check refuses is left out; another try comes. Returns: whether it is in */
static gboolean
insert (Maker *self, const char *sql)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_null_terminated (0, g_free, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_built (self->db, sql, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < self->table->columns->len; i++)
    g_ptr_array_add (values, make_value (self, i, values));
  for (guint i = 0; i < values->len; i++)
    {
      const MullContentColumn *column = mull_content_table_get_column (self->table, i);

      if (column->kind == MULL_CONTENT_KEY)
        values->pdata[i] = make_key (self->table, values);
      if (values->pdata[i] == NULL)
        mull_statement_bind_null (statement, (int) i + 1);
      else if (is_number (column))
        mull_statement_bind_int64 (statement, (int) i + 1,
                                   g_ascii_strtoll (values->pdata[i], NULL, 10));
      else
        mull_statement_bind_text (statement, (int) i + 1, values->pdata[i]);
    }
  mull_statement_run (statement, &error);
  if (error != NULL)
    g_error ("A row of %s: %s", self->table->name, error->message);
  return mull_database_changes (self->db) > 0;
}

static guint
fill_table (Maker *self)
{
  g_autoptr (GString) sql = g_string_new ("INSERT OR IGNORE INTO ");
  guint n_rows = 0;

  g_string_append_printf (sql, "%s (", self->table->name);
  for (guint i = 0; i < self->table->columns->len; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "",
                            mull_content_table_get_column (self->table, i)->name);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < self->table->columns->len; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');
  for (int i = 0; i < N_ROWS; i++)
    for (int j = 0; j < TRIES; j++)
      if (insert (self, sql->str))
        {
          n_rows++;
          break;
        }
  return n_rows;
}

/* Returns: how many rows there are */
static guint
fill (MullDatabase *db, guint32 seed, GHashTable *seen)
{
  Maker self = { .rand = g_rand_new_with_seed (seed), .db = db };
  const char *const *tables = mull_store_content_tables ();
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_assert_true (mull_database_begin (db, &error));
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *schema = dup_schema (db, tables[i]);
      guint n;

      self.table = mull_content_table_load (db, tables[i], &error);
      g_assert_no_error (error);
      self.choices = read_choices (schema);
      self.ranges = read_ranges (schema);
      n = fill_table (&self);
      n_rows += n;
      if (n > 0)
        g_hash_table_add (seen, (gpointer) tables[i]);
      g_hash_table_unref (self.choices);
      g_hash_table_unref (self.ranges);
      mull_content_table_free (self.table);
    }
  g_assert_true (mull_database_commit (db, &error));
  g_rand_free (self.rand);
  return n_rows;
}

/* ── The round trip ───────────────────────────────────────────────────── */

static void
empty (MullDatabase *db)
{
  const char *const *tables = mull_store_content_tables ();
  g_autoptr (GError) error = NULL;

  for (guint i = g_strv_length ((char **) tables); i > 0; i--)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s", tables[i - 1]);

      g_assert_true (mull_database_exec (db, sql, &error));
      g_assert_no_error (error);
    }
}

static GBytes *
write_archive (MullDatabase *db, guint n_rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  MullArchiveTally tally;

  mull_archive_write (db, NULL, stream, NULL, NULL, NULL, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_rows, ==, n_rows);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Returns: how many rows are new */
static guint
merge_archive (MullDatabase *db, GBytes *bytes, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullContentMerge) merge = mull_content_merge_new (db, &error);
  g_autoptr (MullArchiveReader) reader = NULL;
  MullMergeOutcome outcome;
  guint n_new = 0;

  g_assert_no_error (error);
  reader = mull_archive_reader_new (bytes, "a.xml", merge, NULL, &error);
  if (reader == NULL)
    g_error ("Seed %u: %s", seed, error->message);
  g_assert_true (mull_database_begin (db, &error));
  while (mull_archive_reader_next (reader))
    {
      if (!mull_content_merge_row (merge, mull_archive_reader_get_table (reader),
                                   mull_archive_reader_get_values (reader), &outcome, &error))
        g_error ("Seed %u: %s", seed, error->message);
      n_new += outcome == MULL_MERGE_NEW;
    }
  if (!mull_archive_reader_finish (reader, &error) || !mull_content_merge_finish (merge, &error))
    g_error ("Seed %u: %s", seed, error->message);
  g_assert_true (mull_database_commit (db, &error));
  return n_new;
}

/* Into an empty database: the digest says that every column of every row is there. */
static void
round_trip (MullDatabase *from, MullDatabase *to, guint32 seed, GHashTable *seen)
{
  guint n_rows = fill (from, seed, seen);
  g_autoptr (GBytes) bytes = write_archive (from, n_rows);
  g_autofree char *ours = fixture_digest (from);
  g_autofree char *theirs = NULL;

  g_assert_cmpuint (merge_archive (to, bytes, seed), ==, n_rows);
  theirs = fixture_digest (to);
  if (!g_str_equal (ours, theirs))
    g_error ("Seed %u:\n%s\nbecame\n%s", seed, ours, theirs);
  empty (from);
  empty (to);
}

static void
test_random (void)
{
  char *folder = fixture_make_folder ();
  char *other = fixture_make_folder ();
  g_autoptr (MullDatabase) from = fixture_open_copy (folder);
  g_autoptr (MullDatabase) to = fixture_open_copy (other);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_databases = fixture_get_size ("MULLIGAN_TEST_DATABASES", N_DATABASES);
  guint32 seed = (guint32) g_test_rand_int ();

  for (guint i = 0; i < n_databases; i++)
    round_trip (from, to, seed + i, seen);
  g_test_message ("%u databases out and in again: 0 differences", n_databases);
  /* It did test something of every kind. */
  g_assert_cmpuint (g_hash_table_size (seen), ==,
                    g_strv_length ((char **) mull_store_content_tables ()));
  mull_database_close (from, NULL);
  mull_database_close (to, NULL);
  fixture_remove_folder (folder);
  fixture_remove_folder (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive-random/round-trip", test_random);
  return g_test_run ();
}
