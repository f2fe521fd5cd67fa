/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-clue"

#include "config.h"

#include "mull-import-clue.h"

#include "mull-outcome-words.h"

#include <string.h>

static const struct
{
  const char *prefix;
  MullImportKind kind;
} entities[] = {
  { "Deal - ", MULL_IMPORT_DEALS },          { "Lead - ", MULL_IMPORT_DEALS },
  { "Person - ", MULL_IMPORT_PEOPLE },       { "Organization - ", MULL_IMPORT_COMPANIES },
  { "Activity - ", MULL_IMPORT_ACTIVITIES }, { "Note - ", MULL_IMPORT_NOTES },
};

/* What stands in front of fields of a record that we do not have. */
static const char *const foreign_prefixes[] = { "Product - ", "Project - " };

static void
clear_clue (gpointer data)
{
  g_free (((MullImportClue *) data)->key);
}

/**
 * mull_import_clues_collect:
 * @columns: (array length=n_columns): the settled columns of a file
 * @n_columns: how many
 *
 * Returns: (transfer full) (element-type MullImportClue): what their headers say
 */
GArray *
mull_import_clues_collect (MullCsvColumn *const *columns, guint n_columns)
{
  GArray *clues = g_array_new (FALSE, TRUE, sizeof (MullImportClue));

  g_array_set_clear_func (clues, clear_clue);
  for (guint i = 0; i < n_columns; i++)
    {
      MullImportClue clue = { .column = columns[i] };
      const char *name = mull_csv_column_get_name (columns[i]);

      for (guint n = 0; n < G_N_ELEMENTS (entities); n++)
        if (g_ascii_strncasecmp (name, entities[n].prefix, strlen (entities[n].prefix)) == 0)
          {
            clue.has_prefix = TRUE;
            clue.entity = entities[n].kind;
            name += strlen (entities[n].prefix);
            break;
          }
      for (guint n = 0; n < G_N_ELEMENTS (foreign_prefixes); n++)
        clue.is_foreign = clue.is_foreign || g_str_has_prefix (name, foreign_prefixes[n]);
      clue.key = mull_header_key (name);
      g_array_append_val (clues, clue);
    }
  return clues;
}

/**
 * mull_import_clues_get:
 * @clues: (element-type MullImportClue): clues
 * @index: of a column
 *
 * Returns: (transfer none): what is known about it
 */
MullImportClue *
mull_import_clues_get (GArray *clues, guint index)
{
  return &g_array_index (clues, MullImportClue, index);
}

/**
 * mull_import_clues_has_key:
 * @clues: (element-type MullImportClue): clues
 * @key: key of a header
 *
 * Returns: whether a header without a prefix has it
 */
gboolean
mull_import_clues_has_key (GArray *clues, const char *key)
{
  for (guint i = 0; i < clues->len; i++)
    if (!mull_import_clues_get (clues, i)->has_prefix &&
        g_str_equal (mull_import_clues_get (clues, i)->key, key))
      return TRUE;
  return FALSE;
}

/**
 * mull_import_clues_has_entity_key:
 * @clues: (element-type MullImportClue): clues
 * @entity: what the record in front is
 * @key: key of a header
 *
 * Returns: whether a header with that record in front has it
 */
gboolean
mull_import_clues_has_entity_key (GArray *clues, MullImportKind entity, const char *key)
{
  for (guint i = 0; i < clues->len; i++)
    {
      const MullImportClue *clue = mull_import_clues_get (clues, i);

      if (clue->has_prefix && clue->entity == entity && g_str_equal (clue->key, key))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_import_clue_find_pipedrive_rule:
 * @self: a clue
 * @kind: what the rows are
 *
 * Returns: (transfer none) (nullable): what the header means in an export of Pipedrive
 */
const MullHeaderRule *
mull_import_clue_find_pipedrive_rule (const MullImportClue *self, MullImportKind kind)
{
  return mull_header_rule_find (mull_pipedrive_headers, mull_n_pipedrive_headers,
                                self->has_prefix ? self->entity : kind, self->key);
}

/**
 * mull_import_clue_holds_stages:
 * @self: a clue
 * @only_outcomes: (out): whether every value says how a deal ended; untouched if there is no choice
 *
 * Returns: whether the column is a choice of which at least half of the values are names of stages
 *   or say how a deal ended
 */
gboolean
mull_import_clue_holds_stages (const MullImportClue *self, gboolean *only_outcomes)
{
  const char *const *words = mull_csv_column_get_words (self->column);
  guint n_words = 0, n_outcomes = 0, n_stages = 0;

  if (!mull_csv_column_is_choice (self->column) ||
      mull_csv_column_get_kind (self->column) != MULL_COLUMN_TEXT)
    return FALSE;
  for (; words[n_words] != NULL; n_words++)
    {
      n_outcomes += mull_outcome_word (words[n_words]) != MULL_OUTCOME_WORD_NONE;
      n_stages += mull_outcome_word_is_stage (words[n_words]);
    }
  *only_outcomes = n_outcomes == n_words;
  return n_outcomes + n_stages > 0 && (n_outcomes + n_stages) * 2 >= n_words;
}
