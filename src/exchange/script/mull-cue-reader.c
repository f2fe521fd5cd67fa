/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-reader"

#include "config.h"

#include "mull-cue-reader.h"

#include "mull-error.h"
#include "mull-exchange.h"
#include "mull-record.h"

#include <string.h>

#define RULES MULL_EXCHANGE_RESOURCE_PATH "/rules"

static gboolean
refuse (GError **error, guint line, const char *reason)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, "line %u: %s", line, reason);
  return FALSE;
}

/* The first line names the columns. */
static gboolean
read_head (const char *line, GArray *categories)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  for (guint i = 1; fields[0] != NULL && fields[i] != NULL; i++)
    {
      int category;

      if (!mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, fields[i], &category))
        return FALSE;
      g_array_append_val (categories, category);
    }
  return categories->len > 0;
}

/* Reads the numbers after the name of a cue. A table has tens of thousands of lines, so that they
 * are read where they stand. */
static gboolean
read_numbers (const char *at, const GArray *categories, gint16 *weights)
{
  for (guint i = 0; i < categories->len; i++)
    {
      char *end;
      gint64 weight;

      if (*at != '\t' || (at[1] != '-' && !g_ascii_isdigit (at[1])))
        return FALSE;
      weight = g_ascii_strtoll (at + 1, &end, 10);
      if (end == at + 1 || weight < G_MININT16 || weight > G_MAXINT16)
        return FALSE;
      weights[g_array_index (categories, int, i)] = (gint16) weight;
      at = end;
    }
  return *at == '\0';
}

static gboolean
read_cue (char *line, const GArray *categories, MullCueWeights *weights)
{
  char *end = strchr (line, '\t');
  gint16 numbers[MULL_N_REMARK_CATEGORIES] = { 0 };

  if (end == NULL || !read_numbers (end, categories, numbers))
    return FALSE;
  *end = '\0';
  /* What has no name is where the sums start. */
  if (*line == '\0')
    for (int i = 0; i < MULL_N_REMARK_CATEGORIES; i++)
      mull_cue_weights_set_start (weights, (MullRemarkCategory) i, numbers[i]);
  else
    mull_cue_weights_set_all (weights, line, numbers);
  return TRUE;
}

/**
 * mull_cue_reader_read:
 * @table: what the build has learned: a line with the categories, and one for each cue with a
 * weight for each of them, parted by tabs
 * @weights: the weights are put here
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Reads how much each cue speaks for a remark.
 *
 * Returns: whether the table is one
 */
gboolean
mull_cue_reader_read (const char *table, MullCueWeights *weights, GError **error)
{
  g_autofree char *copy = g_strdup (table);
  g_autoptr (GArray) categories = g_array_new (FALSE, FALSE, sizeof (int));
  guint number = 0;

  for (char *line = copy, *next; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      number++;
      if (number == 1 && !read_head (line, categories))
        return refuse (error, number, "not a list of categories");
      if (number > 1 && *line != '\0' && !read_cue (line, categories, weights))
        return refuse (error, number, "not a cue with a weight for each category");
    }
  return TRUE;
}

/**
 * mull_cue_reader_load:
 * @language: ISO 639 code of a language that has rules
 * @weights: the weights are put here
 * @error: return location for a %MULL_ERROR_INVALID or a %G_RESOURCE_ERROR
 *
 * Reads what the build has learned of a language.
 *
 * Returns: whether it could be read
 */
gboolean
mull_cue_reader_load (const char *language, MullCueWeights *weights, GError **error)
{
  g_autofree char *path = g_strdup_printf (RULES "/cues-%s.tsv", language);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *table = NULL;

  mull_exchange_init ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  table = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return mull_cue_reader_read (table, weights, error);
}
