/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-reader"

#include "config.h"

#include "mull-cue-reader.h"

#include "mull-error.h"
#include "mull-exchange.h"
#include "mull-record.h"

#define RULES MULL_EXCHANGE_RESOURCE_PATH "/rules"

static gboolean
refuse (GError **error, guint line, const char *reason)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, "line %u: %s", line, reason);
  return FALSE;
}

/* The first line names the columns. */
static gboolean
read_head (char *const *fields, GArray *categories)
{
  for (guint i = 1; fields[0] != NULL && fields[i] != NULL; i++)
    {
      int category;

      if (!mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, fields[i], &category))
        return FALSE;
      g_array_append_val (categories, category);
    }
  return categories->len > 0;
}

static gboolean
read_weights (char *const *fields, const GArray *categories, MullCueWeights *weights)
{
  for (guint i = 0; i < categories->len; i++)
    {
      MullRemarkCategory category = (MullRemarkCategory) g_array_index (categories, int, i);
      gint64 weight;

      if (!g_ascii_string_to_signed (fields[i + 1], 10, G_MININT16, G_MAXINT16, &weight, NULL))
        return FALSE;
      /* What has no name is where the sums start. */
      if (*fields[0] == '\0')
        mull_cue_weights_set_start (weights, category, (int) weight);
      else if (weight != 0)
        mull_cue_weights_set (weights, fields[0], category, (int) weight);
    }
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
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  g_auto (GStrv) head = NULL;
  g_autoptr (GArray) categories = g_array_new (FALSE, FALSE, sizeof (int));

  if (lines[0] != NULL)
    head = g_strsplit (lines[0], "\t", -1);
  if (head == NULL || !read_head (head, categories))
    return refuse (error, 1, "not a list of categories");
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0')
        continue;
      if (g_strv_length (fields) != categories->len + 1 ||
          !read_weights (fields, categories, weights))
        return refuse (error, i + 1, "not a cue with a weight for each category");
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
