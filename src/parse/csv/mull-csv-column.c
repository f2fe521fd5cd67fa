/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-column"

#include "config.h"

#include "mull-csv-column.h"

#include "mull-csv-value.h"
#include "mull-number-scan.h"
#include "mull-parse-limits.h"
#include "mull-text.h"

#include <string.h>

/* A column is of a kind if four in five of its values are: a few slips do not turn dates into
 * text, they are refused one by one later. */
#define KIND_PER_CENT 80
/* That no value comes twice is looked at in so many, to keep memory bounded. */
#define UNIQUE_VALUES 2000

struct _MullCsvColumn
{
  char *name;
  MullColumnKind kind;
  guint n_values;
  guint n_of_kind[MULL_N_COLUMN_KINDS];
  GHashTable *seen; /* the first values, until one comes twice */
  gboolean is_unique;
  GPtrArray *words;     /* in order of appearance; NULL-terminated once settled */
  GHashTable *word_set; /* words → their MullColumnKind */
  gboolean too_many_words;
  gboolean is_choice;
  /* Values to show, those apart that can be read in two ways. */
  GPtrArray *plain;
  GPtrArray *open; /* NULL-terminated once settled */
  GString *scratch;
  /* Dates that can be read in one order only, and that can be read in two. */
  guint n_order[MULL_DATE_ORDER_MDY + 1];
  guint n_open_dates;
  MullDateOrder date_order;
  gboolean date_order_certain;
  /* Numbers that have one possible decimal sign, and that have two. */
  guint n_point;
  guint n_comma;
  guint n_open_numbers;
  char decimal;
  gboolean decimal_certain;
};

/**
 * mull_csv_column_new:
 * @name: what the header calls it
 *
 * Returns: (transfer full): a column without values
 */
MullCsvColumn *
mull_csv_column_new (const char *name)
{
  MullCsvColumn *self = g_new0 (MullCsvColumn, 1);

  self->name = g_strdup (name);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_unique = TRUE;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->word_set = g_hash_table_new (g_str_hash, g_str_equal);
  self->plain = g_ptr_array_new_with_free_func (g_free);
  self->open = g_ptr_array_new_with_free_func (g_free);
  self->scratch = g_string_new (NULL);
  self->decimal = '.';
  self->decimal_certain = TRUE;
  self->date_order_certain = TRUE;
  return self;
}

/**
 * mull_csv_column_free:
 * @self: (transfer full): a column
 */
void
mull_csv_column_free (MullCsvColumn *self)
{
  g_free (self->name);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->word_set, g_hash_table_unref);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->plain);
  g_ptr_array_unref (self->open);
  if (self->scratch != NULL)
    g_string_free (self->scratch, TRUE);
  g_free (self);
}

static void
add_example (GPtrArray *examples, const char *text)
{
  if (examples->len == MULL_CSV_COLUMN_EXAMPLES)
    return;
  for (guint i = 0; i < examples->len; i++)
    if (g_str_equal (g_ptr_array_index (examples, i), text))
      return;
  g_ptr_array_add (examples, mull_text_excerpt (text, MULL_IMPORT_EXCERPT_CHARS));
}

/* Returns whether the value can be read in two ways. */
static gboolean
weigh_date (MullCsvColumn *self, const char *text, gsize length)
{
  MullDateScan scan;

  if (!mull_date_scan (text, length, &scan))
    return FALSE;
  for (MullDateOrder order = MULL_DATE_ORDER_YMD; order <= MULL_DATE_ORDER_MDY; order++)
    if (scan.orders == 1u << order)
      {
        self->n_order[order]++;
        return FALSE;
      }
  /* 5/5/2026 is the same either way. */
  if (scan.parts[0] == scan.parts[1])
    return FALSE;
  self->n_open_dates++;
  return TRUE;
}

static gboolean
weigh_number (MullCsvColumn *self, const char *text, gsize length)
{
  MullNumberScan scan;

  if (!mull_number_scan (text, length, &scan) || !scan.has_sign)
    return FALSE;
  if (scan.point_fits != scan.comma_fits)
    {
      self->n_point += scan.point_fits;
      self->n_comma += scan.comma_fits;
      return FALSE;
    }
  self->n_open_numbers++;
  return TRUE;
}

static void
note_word (MullCsvColumn *self, const char *text, MullColumnKind kind)
{
  char *word;

  if (self->too_many_words)
    return;
  if (self->words->len == MULL_CSV_COLUMN_WORDS_MAX)
    {
      self->too_many_words = TRUE;
      return;
    }
  word = g_strdup (text);
  g_ptr_array_add (self->words, word);
  g_hash_table_insert (self->word_set, word, GUINT_TO_POINTER ((guint) kind));
}

static void
note_unique (MullCsvColumn *self, const char *text)
{
  if (!self->is_unique || self->n_values > UNIQUE_VALUES)
    return;
  self->is_unique = g_hash_table_add (self->seen, g_strdup (text));
  if (!self->is_unique)
    g_hash_table_remove_all (self->seen);
}

/**
 * mull_csv_column_add:
 * @self: a column
 * @text: a value
 * @length: its bytes
 *
 * Takes one value into account.
 */
void
mull_csv_column_add (MullCsvColumn *self, const char *text, gsize length)
{
  MullColumnKind kind;
  gpointer known;
  gboolean open = FALSE;

  g_return_if_fail (self != NULL && self->scratch != NULL);

  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return;
  self->n_values++;
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, text, (gssize) length);
  if (g_hash_table_lookup_extended (self->word_set, self->scratch->str, NULL, &known))
    {
      self->n_of_kind[GPOINTER_TO_UINT (known)]++;
      self->is_unique = FALSE;
      return;
    }
  kind = mull_column_kind_of_value (text, length);
  self->n_of_kind[kind]++;
  if (kind == MULL_COLUMN_DATE)
    open = weigh_date (self, text, length);
  else if (kind == MULL_COLUMN_NUMBER)
    open = weigh_number (self, text, length);
  note_unique (self, self->scratch->str);
  note_word (self, self->scratch->str, kind);
  add_example (open ? self->open : self->plain, self->scratch->str);
}

static void
settle_kind (MullCsvColumn *self)
{
  self->kind = self->n_values == 0 ? MULL_COLUMN_EMPTY : MULL_COLUMN_TEXT;
  for (MullColumnKind kind = MULL_COLUMN_NUMBER; kind <= MULL_COLUMN_WEB; kind++)
    if (self->n_values > 0 && self->n_of_kind[kind] * 100 >= self->n_values * KIND_PER_CENT)
      self->kind = kind;
}

/* Most values win; a value that does not fit the order is refused when it is read. */
static void
settle_date_order (MullCsvColumn *self)
{
  guint n_dmy = self->n_order[MULL_DATE_ORDER_DMY], n_mdy = self->n_order[MULL_DATE_ORDER_MDY];

  if (n_dmy == 0 && n_mdy == 0 && self->n_open_dates == 0)
    self->date_order =
        self->n_order[MULL_DATE_ORDER_YMD] > 0 ? MULL_DATE_ORDER_YMD : MULL_DATE_ORDER_DMY;
  else
    self->date_order = n_mdy > n_dmy ? MULL_DATE_ORDER_MDY : MULL_DATE_ORDER_DMY;
  self->date_order_certain =
      (n_dmy == 0) != (n_mdy == 0) || (n_dmy == 0 && self->n_open_dates == 0);
}

static void
settle_decimal (MullCsvColumn *self, char delimiter)
{
  /* Who writes decimal commas needs another delimiter than the comma. */
  char usual = delimiter == ';' ? ',' : '.';

  self->decimal = self->n_point > self->n_comma ? '.' : self->n_comma > self->n_point ? ',' : usual;
  self->decimal_certain = (self->n_point == 0) != (self->n_comma == 0) ||
                          (self->n_point == 0 && self->n_open_numbers == 0);
}

/* Programs write all dates and all numbers of a file alike, so what one column proves holds for a
 * column that leaves it open. */
static void
settle_by_neighbours (MullCsvColumn *const *columns, guint n_columns)
{
  guint n_dmy = 0, n_mdy = 0, n_point = 0, n_comma = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      n_dmy += columns[i]->n_order[MULL_DATE_ORDER_DMY];
      n_mdy += columns[i]->n_order[MULL_DATE_ORDER_MDY];
      n_point += columns[i]->n_point;
      n_comma += columns[i]->n_comma;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      MullCsvColumn *self = columns[i];

      if (!self->date_order_certain && (n_dmy == 0) != (n_mdy == 0))
        {
          self->date_order = n_dmy > 0 ? MULL_DATE_ORDER_DMY : MULL_DATE_ORDER_MDY;
          self->date_order_certain = TRUE;
        }
      if (!self->decimal_certain && (n_point == 0) != (n_comma == 0))
        {
          self->decimal = n_point > 0 ? '.' : ',';
          self->decimal_certain = TRUE;
        }
    }
}

/**
 * mull_csv_column_settle:
 * @columns: (array length=n_columns): all columns of a file
 * @n_columns: how many
 * @delimiter: the delimiter of the file
 *
 * Draws the conclusions once every value was added.
 */
void
mull_csv_column_settle (MullCsvColumn *const *columns, guint n_columns, char delimiter)
{
  for (guint i = 0; i < n_columns; i++)
    {
      MullCsvColumn *self = columns[i];

      g_return_if_fail (self->scratch != NULL);
      settle_kind (self);
      settle_date_order (self);
      settle_decimal (self, delimiter);
      if (self->too_many_words)
        g_ptr_array_set_size (self->words, 0);
      /* A choice is made between few words, which come again and again. */
      self->is_choice = self->words->len > 0 && self->words->len * 2 <= self->n_values;
      for (guint n = 0; n < self->plain->len && self->open->len < MULL_CSV_COLUMN_EXAMPLES; n++)
        g_ptr_array_add (self->open, g_strdup (g_ptr_array_index (self->plain, n)));
      g_ptr_array_add (self->words, NULL);
      g_ptr_array_add (self->open, NULL);
      g_clear_pointer (&self->seen, g_hash_table_unref);
      g_clear_pointer (&self->word_set, g_hash_table_unref);
      g_string_free (g_steal_pointer (&self->scratch), TRUE);
    }
  settle_by_neighbours (columns, n_columns);
}

/**
 * mull_csv_column_get_name:
 * @self: a column
 *
 * Returns: (transfer none): what the header calls it
 */
const char *
mull_csv_column_get_name (const MullCsvColumn *self)
{
  return self->name;
}

/**
 * mull_csv_column_get_kind:
 * @self: a settled column
 *
 * Returns: what its values are
 */
MullColumnKind
mull_csv_column_get_kind (const MullCsvColumn *self)
{
  return self->kind;
}

/**
 * mull_csv_column_get_n_values:
 * @self: a column
 *
 * Returns: how many of its values are not empty
 */
guint
mull_csv_column_get_n_values (const MullCsvColumn *self)
{
  return self->n_values;
}

/**
 * mull_csv_column_is_unique:
 * @self: a column
 *
 * Returns: whether no value comes twice among the first ones
 */
gboolean
mull_csv_column_is_unique (const MullCsvColumn *self)
{
  return self->is_unique && self->n_values > 0;
}

/**
 * mull_csv_column_is_choice:
 * @self: a settled column
 *
 * Returns: whether it repeats few words, as a column of stages does
 */
gboolean
mull_csv_column_is_choice (const MullCsvColumn *self)
{
  return self->is_choice;
}

/**
 * mull_csv_column_get_words:
 * @self: a settled column
 *
 * Returns: (transfer none) (array zero-terminated=1): its different values in order of appearance;
 *   nothing if there are more than %MULL_CSV_COLUMN_WORDS_MAX
 */
const char *const *
mull_csv_column_get_words (const MullCsvColumn *self)
{
  return (const char *const *) self->words->pdata;
}

/**
 * mull_csv_column_get_examples:
 * @self: a settled column
 *
 * Returns: (transfer none) (array zero-terminated=1): a few values, shortened, those first that
 *   can be read in two ways
 */
const char *const *
mull_csv_column_get_examples (const MullCsvColumn *self)
{
  return (const char *const *) self->open->pdata;
}

/**
 * mull_csv_column_get_date_order:
 * @self: a settled column
 * @certain: (out) (optional): %FALSE if the values leave it open or contradict each other
 *
 * Returns: in which order its dates are written
 */
MullDateOrder
mull_csv_column_get_date_order (const MullCsvColumn *self, gboolean *certain)
{
  if (certain != NULL)
    *certain = self->date_order_certain;
  return self->date_order;
}

/**
 * mull_csv_column_get_decimal:
 * @self: a settled column
 * @certain: (out) (optional): %FALSE if the values leave it open or contradict each other
 *
 * Returns: the decimal sign of its numbers
 */
char
mull_csv_column_get_decimal (const MullCsvColumn *self, gboolean *certain)
{
  if (certain != NULL)
    *certain = self->decimal_certain;
  return self->decimal;
}
