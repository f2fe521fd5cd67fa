/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullImportQuestionKind:
 * @MULL_IMPORT_QUESTION_ENCODING: how is the text encoded?
 * @MULL_IMPORT_QUESTION_DELIMITER: what stands between the fields?
 * @MULL_IMPORT_QUESTION_HEADER: does the first line name the columns?
 * @MULL_IMPORT_QUESTION_DATE_ORDER: does the day or the month come first?
 * @MULL_IMPORT_QUESTION_DECIMAL: is the decimal sign a point or a comma?
 * @MULL_IMPORT_QUESTION_CURRENCY: in which currency are the values?
 * @MULL_IMPORT_QUESTION_COLUMNS: what do the columns become?
 * @MULL_IMPORT_QUESTION_STATUS: what does a status mean?
 *
 * What a file leaves open.
 */
typedef enum
{
  MULL_IMPORT_QUESTION_ENCODING,
  MULL_IMPORT_QUESTION_DELIMITER,
  MULL_IMPORT_QUESTION_HEADER,
  MULL_IMPORT_QUESTION_DATE_ORDER,
  MULL_IMPORT_QUESTION_DECIMAL,
  MULL_IMPORT_QUESTION_CURRENCY,
  MULL_IMPORT_QUESTION_COLUMNS,
  MULL_IMPORT_QUESTION_STATUS,
} MullImportQuestionKind;

#define MULL_IMPORT_QUESTION_NO_COLUMN G_MAXUINT

/**
 * MullImportQuestion:
 * @kind: what is asked
 * @column: index of the column it is about, or %MULL_IMPORT_QUESTION_NO_COLUMN
 * @text: the question, as a sentence for the rep
 * @examples: (array zero-terminated=1): values of the file that show what it is about
 *
 * Something that only the rep can know. Until it is answered, a guess is used.
 */
typedef struct
{
  MullImportQuestionKind kind;
  guint column;
  char *text;
  char **examples;
} MullImportQuestion;

MullImportQuestion *
mull_import_question_new (MullImportQuestionKind kind,
                          guint column,
                          const char *text,
                          const char *const *examples) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_question_free (MullImportQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportQuestion, mull_import_question_free)

G_END_DECLS
