/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-question"

#include "config.h"

#include "mull-import-question.h"

/**
 * mull_import_question_new:
 * @kind: what is asked
 * @column: index of the column it is about, or %MULL_IMPORT_QUESTION_NO_COLUMN
 * @text: the question, as a sentence for the rep
 * @examples: (nullable) (array zero-terminated=1): values of the file
 *
 * Returns: (transfer full): a question
 */
MullImportQuestion *
mull_import_question_new (MullImportQuestionKind kind,
                          guint column,
                          const char *text,
                          const char *const *examples)
{
  MullImportQuestion *self = g_new0 (MullImportQuestion, 1);

  self->kind = kind;
  self->column = column;
  self->text = g_strdup (text);
  self->examples = examples != NULL ? g_strdupv ((char **) examples) : g_new0 (char *, 1);
  return self;
}

/**
 * mull_import_question_free:
 * @self: (transfer full): a question
 */
void
mull_import_question_free (MullImportQuestion *self)
{
  g_free (self->text);
  g_strfreev (self->examples);
  g_free (self);
}
