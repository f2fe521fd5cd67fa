/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-mapping"

#include "config.h"

#include "mull-import-mapping.h"

#include "mull-error.h"
#include "mull-import-mapping-private.h"
#include "mull-record.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

#define TITLE_SEPARATOR " — "

static void
free_column (gpointer data)
{
  MullImportColumn *column = data;

  g_free (column->name);
  g_free (column->label);
  g_free (column);
}

static void
free_word (gpointer data)
{
  MullImportWord *word = data;

  g_free (word->word);
  g_free (word->stage);
  g_free (word);
}

/**
 * mull_import_mapping_new:
 * @kind: what the rows are
 *
 * Lost deals become "said no" unless told otherwise: a file that only says "lost" does not tell
 * whether the customer bought elsewhere, stopped or fell silent, and "no" claims the least.
 *
 * Returns: (transfer full): a mapping without columns
 */
MullImportMapping *
mull_import_mapping_new (MullImportKind kind)
{
  MullImportMapping *self = g_new0 (MullImportMapping, 1);

  self->kind = kind;
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->title = g_array_new (FALSE, FALSE, sizeof (guint));
  self->title_separator = g_strdup (TITLE_SEPARATOR);
  self->stages = g_ptr_array_new_with_free_func (free_word);
  self->statuses = g_ptr_array_new_with_free_func (free_word);
  self->stage_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->status_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pipeline = g_strdup ("");
  self->lost_outcome = MULL_OUTCOME_SAID_NO;
  return self;
}

/**
 * mull_import_mapping_free:
 * @self: (transfer full): a mapping
 */
void
mull_import_mapping_free (MullImportMapping *self)
{
  g_ptr_array_unref (self->columns);
  g_array_unref (self->title);
  g_free (self->title_separator);
  g_hash_table_unref (self->stage_of);
  g_hash_table_unref (self->status_of);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->statuses);
  g_free (self->pipeline);
  g_free (self);
}

/**
 * mull_import_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): another one that is equal
 */
MullImportMapping *
mull_import_mapping_copy (const MullImportMapping *self)
{
  MullImportMapping *copy = mull_import_mapping_new (self->kind);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MullImportColumn *column = g_ptr_array_index (self->columns, i);
      guint index = mull_import_mapping_add_column (copy, column->name);

      mull_import_mapping_set_target (copy, index, column->target);
      mull_import_mapping_set_label (copy, index, column->label);
      mull_import_mapping_set_date_order (copy, index, column->date_order);
      mull_import_mapping_set_decimal (copy, index, column->decimal);
    }
  mull_import_mapping_set_title (copy, (const guint *) (gpointer) self->title->data,
                                 self->title->len, self->title_separator);
  for (guint i = 0; i < self->stages->len; i++)
    {
      const MullImportWord *word = g_ptr_array_index (self->stages, i);

      mull_import_mapping_set_stage (copy, word->word, word->stage, word->outcome);
    }
  for (guint i = 0; i < self->statuses->len; i++)
    {
      const MullImportWord *word = g_ptr_array_index (self->statuses, i);

      mull_import_mapping_set_status (copy, word->word, word->outcome);
    }
  mull_import_mapping_set_currency (copy, self->currency);
  mull_import_mapping_set_pipeline (copy, self->pipeline);
  mull_import_mapping_set_lost_outcome (copy, self->lost_outcome);
  if (self->has_dialect)
    mull_import_mapping_set_dialect (copy, &self->dialect);
  return copy;
}

static gboolean
has_any (const MullImportMapping *self, MullImportTarget a, MullImportTarget b, MullImportTarget c)
{
  return mull_import_mapping_has_target (self, a) || mull_import_mapping_has_target (self, b) ||
         mull_import_mapping_has_target (self, c);
}

/**
 * mull_import_mapping_check:
 * @self: a mapping
 * @error: return location
 *
 * Checks that the rows would get what they cannot be without.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence that says which target has no column
 */
gboolean
mull_import_mapping_check (const MullImportMapping *self, GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->kind)
    {
    case MULL_IMPORT_DEALS:
      if (self->title->len == 0 && !has_any (self, MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_COMPANY_NAME,
                                             MULL_IMPORT_COMPANY_NAME))
        sentence =
            _("No column gives the deals a title. Choose one, or make the title of several.");
      break;
    case MULL_IMPORT_COMPANIES:
      if (!has_any (self, MULL_IMPORT_COMPANY_NAME, MULL_IMPORT_COMPANY_DOMAIN,
                    MULL_IMPORT_COMPANY_DOMAIN))
        sentence = _("No column gives the companies a name. Choose one.");
      break;
    case MULL_IMPORT_PEOPLE:
      if (!has_any (self, MULL_IMPORT_PERSON_NAME, MULL_IMPORT_PERSON_FIRST_NAME,
                    MULL_IMPORT_PERSON_LAST_NAME) &&
          !mull_import_mapping_has_target (self, MULL_IMPORT_PERSON_MAIL))
        sentence = _("No column gives the people a name. Choose one.");
      break;
    case MULL_IMPORT_ACTIVITIES:
    case MULL_IMPORT_NOTES:
      if (!has_any (self, MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_DEAL_SOURCE_ID,
                    MULL_IMPORT_COMPANY_NAME) &&
          !has_any (self, MULL_IMPORT_PERSON_NAME, MULL_IMPORT_PERSON_SOURCE_ID,
                    MULL_IMPORT_COMPANY_SOURCE_ID))
        sentence = _("No column says which deal the rows belong to. Choose one.");
      else if (!has_any (self, MULL_IMPORT_ENTRY_TEXT, MULL_IMPORT_SUBJECT, MULL_IMPORT_TYPE))
        sentence = _("No column gives the rows a text. Choose one.");
      break;
    }
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/* Puts the columns into the order of @names; what the mapping does not know is ignored. */
static GPtrArray *
order_columns (MullImportMapping *self, const char *const *names, guint *moved_to)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (free_column);

  for (guint i = 0; i < self->columns->len; i++)
    moved_to[i] = G_MAXUINT;
  for (guint n = 0; names[n] != NULL; n++)
    {
      g_autofree char *wanted = mull_text_fold (names[n]);
      MullImportColumn *column = g_new0 (MullImportColumn, 1);

      column->name = g_strdup (names[n]);
      column->label = g_strdup ("");
      for (guint i = 0; i < self->columns->len; i++)
        {
          const MullImportColumn *known = g_ptr_array_index (self->columns, i);
          g_autofree char *name = mull_text_fold (known->name);

          if (moved_to[i] != G_MAXUINT || !g_str_equal (name, wanted))
            continue;
          moved_to[i] = n;
          column->target = known->target;
          mull_set_text (&column->label, known->label);
          column->date_order = known->date_order;
          column->decimal = known->decimal;
          break;
        }
      g_ptr_array_add (ordered, column);
    }
  return ordered;
}

static gboolean
is_used (const MullImportMapping *self, guint index)
{
  const MullImportColumn *column = g_ptr_array_index (self->columns, index);

  for (guint i = 0; i < self->title->len; i++)
    if (g_array_index (self->title, guint, i) == index)
      return TRUE;
  return column->target != MULL_IMPORT_IGNORED;
}

/**
 * mull_import_mapping_bind:
 * @self: a mapping
 * @names: (array zero-terminated=1): what the header of a file calls its columns
 * @error: return location
 *
 * Fits a mapping that was made for one file to another one, whose columns may stand in another
 * order.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID, and @self unchanged, if the file has no column of a
 *   name that the mapping uses
 */
gboolean
mull_import_mapping_bind (MullImportMapping *self, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) ordered = NULL;
  g_autofree guint *moved_to = NULL;

  g_return_val_if_fail (self != NULL && names != NULL, FALSE);

  moved_to = g_new (guint, self->columns->len + 1);
  ordered = order_columns (self, names, moved_to);
  for (guint i = 0; i < self->columns->len; i++)
    if (moved_to[i] == G_MAXUINT && is_used (self, i))
      {
        const MullImportColumn *column = g_ptr_array_index (self->columns, i);

        g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                     _("The file has no column “%s”, which the mapping uses. Choose another "
                       "mapping, or take the column out of this one."),
                        column->name);
        return FALSE;
      }
  for (guint i = 0; i < self->title->len; i++)
    g_array_index (self->title, guint, i) = moved_to[g_array_index (self->title, guint, i)];
  g_ptr_array_unref (self->columns);
  self->columns = g_steal_pointer (&ordered);
  return TRUE;
}

/**
 * mull_import_mapping_get_kind:
 * @self: a mapping
 *
 * Returns: what the rows are
 */
MullImportKind
mull_import_mapping_get_kind (const MullImportMapping *self)
{
  return self->kind;
}

/**
 * mull_import_mapping_set_kind:
 * @self: a mapping
 * @kind: what the rows are
 *
 * Columns whose target such rows do not have are ignored from now on.
 */
void
mull_import_mapping_set_kind (MullImportMapping *self, MullImportKind kind)
{
  g_return_if_fail (self != NULL);

  self->kind = kind;
  for (guint i = 0; i < self->columns->len; i++)
    {
      MullImportColumn *column = g_ptr_array_index (self->columns, i);

      if (!mull_import_target_is_for (column->target, kind))
        column->target = MULL_IMPORT_IGNORED;
    }
}

/**
 * mull_import_mapping_get_n_columns:
 * @self: a mapping
 *
 * Returns: how many columns it has
 */
guint
mull_import_mapping_get_n_columns (const MullImportMapping *self)
{
  return self->columns->len;
}

/**
 * mull_import_mapping_get_column:
 * @self: a mapping
 * @index: from 0
 *
 * Returns: (transfer none): the column
 */
const MullImportColumn *
mull_import_mapping_get_column (const MullImportMapping *self, guint index)
{
  g_return_val_if_fail (index < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, index);
}

/**
 * mull_import_mapping_add_column:
 * @self: a mapping
 * @name: what the header calls it
 *
 * Adds a column that is ignored.
 *
 * Returns: its index
 */
guint
mull_import_mapping_add_column (MullImportMapping *self, const char *name)
{
  MullImportColumn *column = g_new0 (MullImportColumn, 1);

  column->name = g_strdup (name);
  column->label = g_strdup ("");
  g_ptr_array_add (self->columns, column);
  return self->columns->len - 1;
}

/**
 * mull_import_mapping_set_target:
 * @self: a mapping
 * @index: of a column
 * @target: what it becomes
 */
void
mull_import_mapping_set_target (MullImportMapping *self, guint index, MullImportTarget target)
{
  g_return_if_fail (index < self->columns->len);

  ((MullImportColumn *) g_ptr_array_index (self->columns, index))->target = target;
}

/**
 * mull_import_mapping_set_label:
 * @self: a mapping
 * @index: of a column
 * @label: label of the addresses that it holds
 */
void
mull_import_mapping_set_label (MullImportMapping *self, guint index, const char *label)
{
  g_return_if_fail (index < self->columns->len);

  mull_set_text (&((MullImportColumn *) g_ptr_array_index (self->columns, index))->label, label);
}

/**
 * mull_import_mapping_set_date_order:
 * @self: a mapping
 * @index: of a column
 * @order: in which order its dates are written; unknown for "as found"
 */
void
mull_import_mapping_set_date_order (MullImportMapping *self, guint index, MullDateOrder order)
{
  g_return_if_fail (index < self->columns->len);

  ((MullImportColumn *) g_ptr_array_index (self->columns, index))->date_order = order;
}

/**
 * mull_import_mapping_set_decimal:
 * @self: a mapping
 * @index: of a column
 * @decimal: `.`, `,`, or NUL for "as found"
 */
void
mull_import_mapping_set_decimal (MullImportMapping *self, guint index, char decimal)
{
  g_return_if_fail (index < self->columns->len);
  g_return_if_fail (decimal == '\0' || decimal == '.' || decimal == ',');

  ((MullImportColumn *) g_ptr_array_index (self->columns, index))->decimal = decimal;
}

/**
 * mull_import_mapping_has_target:
 * @self: a mapping
 * @target: a target
 *
 * Returns: whether a column becomes it
 */
gboolean
mull_import_mapping_has_target (const MullImportMapping *self, MullImportTarget target)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((const MullImportColumn *) g_ptr_array_index (self->columns, i))->target == target)
      return TRUE;
  return FALSE;
}

/**
 * mull_import_mapping_set_title:
 * @self: a mapping
 * @columns: (array length=n_columns): the columns that the title is made of, in order
 * @n_columns: how many; 0 if the title is a column of its own
 * @separator: (nullable): what stands between them; %NULL leaves it
 *
 * Makes the title of a deal from several columns, such as product and company. Empty ones are left
 * out.
 */
void
mull_import_mapping_set_title (MullImportMapping *self,
                               const guint *columns,
                               guint n_columns,
                               const char *separator)
{
  g_array_set_size (self->title, 0);
  if (n_columns > 0)
    g_array_append_vals (self->title, columns, n_columns);
  if (separator != NULL)
    mull_set_text (&self->title_separator, separator);
}

/**
 * mull_import_mapping_get_title:
 * @self: a mapping
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): the columns that the title is made of
 */
const guint *
mull_import_mapping_get_title (const MullImportMapping *self, guint *n_columns)
{
  *n_columns = self->title->len;
  return (const guint *) (gpointer) self->title->data;
}

/**
 * mull_import_mapping_get_title_separator:
 * @self: a mapping
 *
 * Returns: (transfer none): what stands between the parts of a title
 */
const char *
mull_import_mapping_get_title_separator (const MullImportMapping *self)
{
  return self->title_separator;
}

static void
set_word (GPtrArray *words,
          GHashTable *by_fold,
          const char *text,
          const char *stage,
          MullOutcome outcome)
{
  g_autofree char *fold = mull_text_fold (text);
  MullImportWord *word = g_hash_table_lookup (by_fold, fold);

  if (word == NULL)
    {
      word = g_new0 (MullImportWord, 1);
      word->word = g_strdup (text);
      word->stage = g_strdup ("");
      g_ptr_array_add (words, word);
      g_hash_table_insert (by_fold, g_steal_pointer (&fold), word);
    }
  mull_set_text (&word->stage, stage);
  word->outcome = outcome;
}

static const MullImportWord *
find_word (GHashTable *by_fold, const char *text)
{
  g_autofree char *fold = mull_text_fold (text);

  return g_hash_table_lookup (by_fold, fold);
}

/**
 * mull_import_mapping_set_stage:
 * @self: a mapping
 * @word: what the file says in its column of stages
 * @stage: the stage it means; empty if it only says how the deal ended
 * @outcome: the outcome it means; open for a stage
 */
void
mull_import_mapping_set_stage (MullImportMapping *self,
                               const char *word,
                               const char *stage,
                               MullOutcome outcome)
{
  set_word (self->stages, self->stage_of, word, stage, outcome);
}

/**
 * mull_import_mapping_set_status:
 * @self: a mapping
 * @word: what the file says in its column of statuses
 * @outcome: the outcome it means
 */
void
mull_import_mapping_set_status (MullImportMapping *self, const char *word, MullOutcome outcome)
{
  set_word (self->statuses, self->status_of, word, "", outcome);
}

/**
 * mull_import_mapping_find_stage:
 * @self: a mapping
 * @word: what the file says; case and accents do not matter
 *
 * Returns: (transfer none) (nullable): what it means, or %NULL if it is a stage of that name
 */
const MullImportWord *
mull_import_mapping_find_stage (const MullImportMapping *self, const char *word)
{
  return find_word (self->stage_of, word);
}

/**
 * mull_import_mapping_find_status:
 * @self: a mapping
 * @word: what the file says; case and accents do not matter
 *
 * Returns: (transfer none) (nullable): what it means, or %NULL if nobody knows
 */
const MullImportWord *
mull_import_mapping_find_status (const MullImportMapping *self, const char *word)
{
  return find_word (self->status_of, word);
}

/**
 * mull_import_mapping_get_n_stages:
 * @self: a mapping
 *
 * Returns: how many words of stages have a meaning
 */
guint
mull_import_mapping_get_n_stages (const MullImportMapping *self)
{
  return self->stages->len;
}

/**
 * mull_import_mapping_get_stage:
 * @self: a mapping
 * @index: from 0
 *
 * Returns: (transfer none): a word of the stages and its meaning
 */
const MullImportWord *
mull_import_mapping_get_stage (const MullImportMapping *self, guint index)
{
  return g_ptr_array_index (self->stages, index);
}

/**
 * mull_import_mapping_get_n_statuses:
 * @self: a mapping
 *
 * Returns: how many words of statuses have a meaning
 */
guint
mull_import_mapping_get_n_statuses (const MullImportMapping *self)
{
  return self->statuses->len;
}

/**
 * mull_import_mapping_get_status:
 * @self: a mapping
 * @index: from 0
 *
 * Returns: (transfer none): a word of the statuses and its meaning
 */
const MullImportWord *
mull_import_mapping_get_status (const MullImportMapping *self, guint index)
{
  return g_ptr_array_index (self->statuses, index);
}

/**
 * mull_import_mapping_get_currency:
 * @self: a mapping
 *
 * Returns: (transfer none): the currency of a value that names none; empty if none was chosen
 */
const char *
mull_import_mapping_get_currency (const MullImportMapping *self)
{
  return self->currency;
}

/**
 * mull_import_mapping_set_currency:
 * @self: a mapping
 * @currency: ISO 4217 code, or empty
 */
void
mull_import_mapping_set_currency (MullImportMapping *self, const char *currency)
{
  g_strlcpy (self->currency, currency, sizeof self->currency);
}

/**
 * mull_import_mapping_get_pipeline:
 * @self: a mapping
 *
 * Returns: (transfer none): the pipeline of a deal that names none; empty for the first one
 */
const char *
mull_import_mapping_get_pipeline (const MullImportMapping *self)
{
  return self->pipeline;
}

/**
 * mull_import_mapping_set_pipeline:
 * @self: a mapping
 * @pipeline: name of a pipeline, or empty
 */
void
mull_import_mapping_set_pipeline (MullImportMapping *self, const char *pipeline)
{
  mull_set_text (&self->pipeline, pipeline);
}

/**
 * mull_import_mapping_get_lost_outcome:
 * @self: a mapping
 *
 * Returns: the outcome of a deal of which the file only says that it is lost
 */
MullOutcome
mull_import_mapping_get_lost_outcome (const MullImportMapping *self)
{
  return self->lost_outcome;
}

static void
replace_outcome (GPtrArray *words, MullOutcome from, MullOutcome to)
{
  for (guint i = 0; i < words->len; i++)
    {
      MullImportWord *word = g_ptr_array_index (words, i);

      if (word->outcome == from)
        word->outcome = to;
    }
}

/**
 * mull_import_mapping_set_lost_outcome:
 * @self: a mapping
 * @outcome: neither open nor won
 *
 * Also changes the words that meant the outcome before.
 */
void
mull_import_mapping_set_lost_outcome (MullImportMapping *self, MullOutcome outcome)
{
  g_return_if_fail (outcome != MULL_OUTCOME_OPEN && outcome != MULL_OUTCOME_WON);

  replace_outcome (self->stages, self->lost_outcome, outcome);
  replace_outcome (self->statuses, self->lost_outcome, outcome);
  self->lost_outcome = outcome;
}

/**
 * mull_import_mapping_get_dialect:
 * @self: a mapping
 *
 * Returns: (transfer none) (nullable): how the file is written, or %NULL for "as found"
 */
const MullCsvDialect *
mull_import_mapping_get_dialect (const MullImportMapping *self)
{
  return self->has_dialect ? &self->dialect : NULL;
}

/**
 * mull_import_mapping_set_dialect:
 * @self: a mapping
 * @dialect: (nullable): how the file is written, or %NULL for "as found"
 */
void
mull_import_mapping_set_dialect (MullImportMapping *self, const MullCsvDialect *dialect)
{
  self->has_dialect = dialect != NULL;
  if (dialect != NULL)
    self->dialect = *dialect;
}
