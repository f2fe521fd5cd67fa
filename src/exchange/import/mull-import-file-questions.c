/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-file-questions"

#include "config.h"

#include "mull-import-file-private.h"

#include <glib/gi18n-lib.h>

static void
ask (GPtrArray *questions, MullImportQuestionKind kind, const char *text)
{
  g_ptr_array_add (questions,
                   mull_import_question_new (kind, MULL_IMPORT_QUESTION_NO_COLUMN, text, NULL));
}

static void
ask_about_dialect (const MullImportFile *self, GPtrArray *questions)
{
  if (!self->dialect.encoding_certain)
    ask (questions, MULL_IMPORT_QUESTION_ENCODING,
         _ ("The file does not say how its letters are encoded; Windows-1252 is a guess. Do "
            "accented letters look right?"));
  if (!self->dialect.delimiter_certain)
    ask (questions, MULL_IMPORT_QUESTION_DELIMITER,
         _ ("More than one sign could separate the fields. Are the columns divided as they should "
            "be?"));
  if (!self->dialect.header_certain)
    ask (questions, MULL_IMPORT_QUESTION_HEADER,
         _ ("Does the first line name the columns, or is it a row already?"));
  if (self->confidence == MULL_IMPORT_CONFIDENCE_NONE &&
      !mull_import_mapping_check (self->mapping, NULL))
    ask (questions, MULL_IMPORT_QUESTION_COLUMNS,
         _ ("The columns are not known. What do they become?"));
}

static void
ask_about_status (const MullImportFile *self, guint index, GPtrArray *questions)
{
  const MullCsvColumn *column = g_ptr_array_index (self->columns, index);
  g_autoptr (GStrvBuilder) unknown = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (const char *const *word = mull_csv_column_get_words (column); *word != NULL; word++)
    if (mull_import_mapping_find_status (self->mapping, *word) == NULL)
      g_strv_builder_add (unknown, *word);
  words = g_strv_builder_end (unknown);
  if (words[0] != NULL)
    g_ptr_array_add (
        questions, mull_import_question_new (MULL_IMPORT_QUESTION_STATUS, index,
                                             _ ("What do these statuses mean: open, won or lost?"),
                                             (const char *const *) words));
}

static void
ask_about_column (const MullImportFile *self, guint index, GPtrArray *questions)
{
  const MullCsvColumn *column = g_ptr_array_index (self->columns, index);
  const MullImportColumn *mapped = mull_import_mapping_get_column (self->mapping, index);
  MullImportValueKind kind = mull_import_target_get_value_kind (mapped->target);
  const char *const *examples = mull_csv_column_get_examples (column);
  g_autofree char *text = NULL;
  gboolean certain = TRUE;

  if (kind == MULL_IMPORT_VALUE_DATE && mapped->date_order == MULL_DATE_ORDER_UNKNOWN)
    {
      mull_csv_column_get_date_order (column, &certain);
      text = g_strdup_printf (_ ("Does the day or the month come first in “%s”?"), mapped->name);
      if (!certain)
        g_ptr_array_add (questions, mull_import_question_new (MULL_IMPORT_QUESTION_DATE_ORDER,
                                                              index, text, examples));
    }
  else if (kind == MULL_IMPORT_VALUE_AMOUNT && mapped->decimal == '\0')
    {
      mull_csv_column_get_decimal (column, &certain);
      text = g_strdup_printf (_ ("Is the decimal sign in “%s” a point or a comma?"), mapped->name);
      if (!certain)
        g_ptr_array_add (questions, mull_import_question_new (MULL_IMPORT_QUESTION_DECIMAL, index,
                                                              text, examples));
    }
  if (mapped->target == MULL_IMPORT_STATUS)
    ask_about_status (self, index, questions);
}

/**
 * mull_import_file_dup_questions:
 * @self: a file
 *
 * What the file leaves open with the mapping as it is. Answers are given by
 * mull_import_file_set_dialect() and mull_import_file_set_mapping().
 *
 * Returns: (transfer full) (element-type MullImportQuestion): the questions
 */
GPtrArray *
mull_import_file_dup_questions (const MullImportFile *self)
{
  GPtrArray *questions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_import_question_free);

  ask_about_dialect (self, questions);
  for (guint i = 0; i < self->columns->len; i++)
    ask_about_column (self, i, questions);
  if (mull_import_mapping_has_target (self->mapping, MULL_IMPORT_VALUE) &&
      *mull_import_mapping_get_currency (self->mapping) == '\0' &&
      !mull_import_mapping_has_target (self->mapping, MULL_IMPORT_CURRENCY))
    ask (questions, MULL_IMPORT_QUESTION_CURRENCY, _ ("In which currency are the values?"));
  return questions;
}
