/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-mapping"

#include "config.h"

#include "mull-import-mapping.h"

#include "mull-import-mapping-private.h"
#include "mull-record.h"

#define TITLE_SEPARATOR " — "

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
  self->columns = g_ptr_array_new_with_free_func (mull_import_column_free);
  self->title = g_array_new (FALSE, FALSE, sizeof (guint));
  self->title_separator = g_strdup (TITLE_SEPARATOR);
  self->stages = mull_import_words_new ();
  self->statuses = mull_import_words_new ();
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
  mull_import_words_free (self->stages);
  mull_import_words_free (self->statuses);
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
  mull_import_words_set_all (copy->stages, self->stages);
  mull_import_words_set_all (copy->statuses, self->statuses);
  mull_import_mapping_set_currency (copy, self->currency);
  mull_import_mapping_set_pipeline (copy, self->pipeline);
  mull_import_mapping_set_lost_outcome (copy, self->lost_outcome);
  if (self->has_dialect)
    mull_import_mapping_set_dialect (copy, &self->dialect);
  return copy;
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
  g_ptr_array_add (self->columns, mull_import_column_new (name));
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
 * mull_import_mapping_is_in_title:
 * @self: a mapping
 * @column: index of a column
 *
 * Returns: whether the title is made of it, alone or with others
 */
gboolean
mull_import_mapping_is_in_title (const MullImportMapping *self, guint column)
{
  for (guint i = 0; i < self->title->len; i++)
    if (g_array_index (self->title, guint, i) == column)
      return TRUE;
  return FALSE;
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
  mull_import_words_set (self->stages, word, stage, outcome);
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
  mull_import_words_set (self->statuses, word, "", outcome);
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
  return mull_import_words_find (self->stages, word);
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
  return mull_import_words_find (self->statuses, word);
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

  mull_import_words_replace_outcome (self->stages, self->lost_outcome, outcome);
  mull_import_words_replace_outcome (self->statuses, self->lost_outcome, outcome);
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
