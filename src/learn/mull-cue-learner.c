/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-learner"

#include "config.h"

#include "mull-cue-learner.h"

#include "mull-example.h"
#include "mull-record.h"

#include <math.h>
#include <string.h>

/* Logistic regression: the weights that make the labels of all examples most likely, and are small.
 * Found in the dual form, one example at a time (Yu, Huang and Lin, "Dual coordinate descent
 * methods for logistic regression and maximum entropy models", 2011): the weights are the sum of
 * the cues of all examples, each times its share, and the share of one example at a time is set to
 * what is best as long as the others stay. */

/* What a mistake on an example costs beside a large weight; on one with a label it costs more,
 * since there are few of them. */
#define COST 1.0
#define COST_LABELLED 2.0
/* Rounds over all examples; after these the weights no longer change in the second digit. */
#define ROUNDS 25
/* Steps to a share; each halves what is not known of it. */
#define HALVINGS 30
/* A cue of one example alone says nothing of others. */
#define EXAMPLES_MIN 2
/* Weights are kept in hundredths, and those that hardly count are not. */
#define UNIT 100
#define WEIGHT_MIN 5
/* Any number will do, as long as it stays: what is learned is the same each time. */
#define SEED 1

/* The cues of an example by number. */
typedef struct
{
  GArray *cues;
  guint labels;
  guint unknown;
} Row;

typedef struct
{
  /* Names, in the order of their numbers. */
  GPtrArray *names;
  /* Row, in an order that has nothing to do with where they come from. */
  GArray *rows;
} Table;

static void
row_clear (gpointer data)
{
  g_array_unref (((Row *) data)->cues);
}

static void
table_clear (Table *self)
{
  g_ptr_array_unref (self->names);
  g_array_unref (self->rows);
}

/* ── The table ────────────────────────────────────────────────────────── */

static GHashTable *
count_cues (const GPtrArray *examples)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < examples->len; i++)
    {
      const MullExample *example = examples->pdata[i];

      for (guint j = 0; example->cues[j] != NULL; j++)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, example->cues[j]));

          g_hash_table_insert (counts, example->cues[j], GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

static void
shuffle (GArray *rows)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = rows->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i);
      Row row = g_array_index (rows, Row, i - 1);

      g_array_index (rows, Row, i - 1) = g_array_index (rows, Row, other);
      g_array_index (rows, Row, other) = row;
    }
}

static void
table_fill (Table *self, const GPtrArray *examples)
{
  g_autoptr (GHashTable) counts = count_cues (examples);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  self->names = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  for (guint i = 0; i < examples->len; i++)
    {
      const MullExample *example = examples->pdata[i];
      Row row = { g_array_new (FALSE, TRUE, sizeof (guint)), example->labels, example->unknown };

      for (guint j = 0; example->cues[j] != NULL; j++)
        {
          char *name = example->cues[j];
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));

          if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) < EXAMPLES_MIN)
            continue;
          /* Kept one higher, since 0 is that of none. */
          if (number == 0)
            {
              g_ptr_array_add (self->names, name);
              number = self->names->len;
              g_hash_table_insert (numbers, name, GUINT_TO_POINTER (number));
            }
          number--;
          g_array_append_val (row.cues, number);
        }
      g_array_append_val (self->rows, row);
    }
  shuffle (self->rows);
}

/* ── Learning ─────────────────────────────────────────────────────────── */

/* The share, between 0 and @cost, at which @slope, the slope of the error without this example, is
 * made up for: slope + n_cues (share - before) + ln (share / (cost - share)) is 0. It grows with
 * the share. */
static double
find_share (double slope, double n_cues, double before, double cost)
{
  double low = 0;
  double high = cost;

  for (int i = 0; i < HALVINGS; i++)
    {
      double share = (low + high) / 2;

      if (slope + n_cues * (share - before) + log (share / (cost - share)) > 0)
        high = share;
      else
        low = share;
    }
  return (low + high) / 2;
}

static void
learn_row (const Row *row, gboolean labelled, double *share, double *weights)
{
  const guint *cues = (const guint *) (gpointer) row->cues->data;
  double sign = labelled ? 1 : -1;
  double sum = 0;
  double after;

  for (guint i = 0; i < row->cues->len; i++)
    sum += weights[cues[i]];
  after = find_share (sign * sum, row->cues->len, *share, labelled ? COST_LABELLED : COST);
  for (guint i = 0; i < row->cues->len; i++)
    weights[cues[i]] += sign * (after - *share);
  *share = after;
}

/* Weights for one remark, by the numbers of the cues. */
static double *
learn_category (const Table *table, MullRemarkCategory category)
{
  double *weights = g_new0 (double, table->names->len);
  g_autofree double *shares = g_new0 (double, table->rows->len);

  for (int round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < table->rows->len; i++)
      {
        const Row *row = &g_array_index (table->rows, Row, i);

        if ((row->unknown & MULL_REMARK_BIT (category)) == 0)
          learn_row (row, (row->labels & MULL_REMARK_BIT (category)) != 0, &shares[i], weights);
      }
  return weights;
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static int
in_units (double weight)
{
  return (int) lround (weight * UNIT);
}

/* Whether a cue says enough to be kept. */
static gboolean
counts (const GPtrArray *columns, guint cue)
{
  gboolean any = FALSE;

  for (guint i = 0; i < columns->len; i++)
    any |= ABS (in_units (((double *) columns->pdata[i])[cue])) >= WEIGHT_MIN;
  return any;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GPtrArray *names = user_data;

  return strcmp (names->pdata[*(const guint *) a], names->pdata[*(const guint *) b]);
}

/* The numbers of the cues in the order of their names. */
static GArray *
sort_cues (const Table *table)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->names->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_names, table->names);
  return order;
}

static char *
write_table (const Table *table, const GPtrArray *columns, const GArray *categories)
{
  g_autoptr (GArray) order = sort_cues (table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < categories->len; i++)
    g_string_append_printf (
        text, "\t%s",
        mull_enum_nick (MULL_TYPE_REMARK_CATEGORY, g_array_index (categories, int, i)));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < order->len; i++)
    {
      guint cue = g_array_index (order, guint, i);

      if (!counts (columns, cue))
        continue;
      g_string_append (text, table->names->pdata[cue]);
      for (guint j = 0; j < columns->len; j++)
        g_string_append_printf (text, "\t%d", in_units (((double *) columns->pdata[j])[cue]));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/**
 * mull_learn_cues:
 * @examples: (element-type MullExample): sentences that people labelled
 * @categories: set of %MULL_REMARK_BIT of what is to be learned
 *
 * Learns how much each cue speaks for a remark. What is learned from the same examples is the same.
 *
 * Returns: (transfer full): a table as mull_cue_table_new() wants it
 */
char *
mull_learn_cues (const GPtrArray *examples, guint categories)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) learned = g_array_new (FALSE, FALSE, sizeof (int));
  Table table;
  char *text;

  table_fill (&table, examples);
  for (int i = 0; i < MULL_N_REMARK_CATEGORIES; i++)
    if ((categories & MULL_REMARK_BIT (i)) != 0)
      {
        g_ptr_array_add (columns, learn_category (&table, (MullRemarkCategory) i));
        g_array_append_val (learned, i);
      }
  text = write_table (&table, columns, learned);
  table_clear (&table);
  return text;
}
