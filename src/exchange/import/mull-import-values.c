/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-values"

#include "config.h"

#include "mull-import-values.h"

#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define SECONDS_OF_MINUTE 60
#define MINUTES_OF_HOUR 60
/* Values of a column that are shown. */
#define N_EXAMPLES 2
#define EXAMPLE_CHARS 24

static char *
format_moment (const MullImportMoment *moment)
{
  g_autofree char *day = NULL;
  int minute = moment->second / SECONDS_OF_MINUTE;

  if (!mull_import_moment_is_set (moment))
    return g_strdup ("");
  day = mull_day_format (moment->day);
  if (moment->second == MULL_IMPORT_NO_SECOND)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s %02d:%02d", day, minute / MINUTES_OF_HOUR, minute % MINUTES_OF_HOUR);
}

static char *
format_addresses (const MullImportRow *row, MullAddressKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < mull_import_row_get_n_addresses (row); i++)
    {
      const MullImportAddress *address = mull_import_row_get_address (row, i);

      if (address->kind != kind)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, address->value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_truth (MullTernary truth)
{
  return g_strdup (truth == MULL_TERNARY_UNKNOWN ? "" : mull_ternary_label (truth));
}

static char *
format_amount (const MullMoney *value)
{
  return mull_money_is_set (value) ? mull_money_format (value) : g_strdup ("");
}

static char *
format_value (const MullImportRow *row, MullImportTarget target)
{
  switch (mull_import_target_get_value_kind (target))
    {
    case MULL_IMPORT_VALUE_NOTHING:
      return g_strdup ("");
    case MULL_IMPORT_VALUE_DATE:
      return format_moment (mull_import_row_get_moment (row, target));
    case MULL_IMPORT_VALUE_AMOUNT:
      return format_amount (mull_import_row_get_value (row));
    case MULL_IMPORT_VALUE_BOOLEAN:
      return format_truth (mull_import_row_get_truth (row, target));
    case MULL_IMPORT_VALUE_MAILS:
      return format_addresses (row, MULL_ADDRESS_MAIL);
    case MULL_IMPORT_VALUE_PHONES:
      return format_addresses (row, MULL_ADDRESS_PHONE);
    case MULL_IMPORT_VALUE_TIME:
      return format_moment (mull_import_row_get_moment (row, MULL_IMPORT_DUE_ON));
    case MULL_IMPORT_VALUE_LINE:
    case MULL_IMPORT_VALUE_BODY:
    case MULL_IMPORT_VALUE_CURRENCY:
    case MULL_IMPORT_VALUE_DOMAIN:
      break;
    }
  if ((target == MULL_IMPORT_STAGE || target == MULL_IMPORT_STATUS) &&
      (*mull_import_row_get_text (row, target) == '\0' || target == MULL_IMPORT_STATUS))
    return g_strdup (mull_outcome_label (mull_import_row_get_outcome (row)));
  return mull_text_excerpt (mull_import_row_get_text (row, target), MULL_IMPORT_EXCERPT_CHARS);
}

static const MullImportRefusal *
find_refusal (const MullImportRow *row, guint column)
{
  for (guint i = 0; i < mull_import_row_get_n_refusals (row); i++)
    {
      const MullImportRefusal *refusal = mull_import_row_get_refusal (row, i);

      if (refusal->column == column + 1)
        return refusal;
    }
  return NULL;
}

/**
 * mull_import_values_name_target:
 * @target: what a column becomes
 * @is_in_title: whether the title of the deal is made of the column, too
 *
 * Returns: (transfer none): what people call it
 */
const char *
mull_import_values_name_target (MullImportTarget target, gboolean is_in_title)
{
  if (target == MULL_IMPORT_IGNORED && is_in_title)
    /* Translators: what a column of a file becomes: the title of a deal, with other columns */
    return _ ("Part of the title");
  return mull_import_target_get_label (target);
}

/**
 * mull_import_values_name:
 * @row: a row
 * @kind: what rows are
 *
 * Returns: (transfer full): what the row is called
 */
char *
mull_import_values_name (const MullImportRow *row, MullImportKind kind)
{
  static const MullImportTarget names[MULL_N_IMPORT_KINDS] = {
    [MULL_IMPORT_DEALS] = MULL_IMPORT_DEAL_TITLE,
    [MULL_IMPORT_COMPANIES] = MULL_IMPORT_COMPANY_NAME,
    [MULL_IMPORT_PEOPLE] = MULL_IMPORT_PERSON_NAME,
    [MULL_IMPORT_ACTIVITIES] = MULL_IMPORT_SUBJECT,
    [MULL_IMPORT_NOTES] = MULL_IMPORT_ENTRY_TEXT,
  };
  const char *name = mull_import_row_get_text (row, names[kind]);

  if (*name != '\0')
    return mull_text_excerpt (name, 2 * MULL_IMPORT_EXCERPT_CHARS);
  return g_strdup_printf (_ ("Line %u"), mull_import_row_get_line (row));
}

static void
take_part (GString *text, char *part)
{
  mull_text_append_part (text, part);
  g_free (part);
}

/**
 * mull_import_values_describe:
 * @row: a row
 * @kind: what rows are
 *
 * Returns: (transfer full): what else would be stored, on one line
 */
char *
mull_import_values_describe (const MullImportRow *row, MullImportKind kind)
{
  static const MullImportTarget details[] = {
    MULL_IMPORT_COMPANY_NAME, MULL_IMPORT_COMPANY_DOMAIN, MULL_IMPORT_COMPANY_SECTOR,
    MULL_IMPORT_PERSON_NAME,  MULL_IMPORT_PERSON_JOB,     MULL_IMPORT_STAGE,
    MULL_IMPORT_TYPE,         MULL_IMPORT_VALUE,          MULL_IMPORT_DUE_ON,
    MULL_IMPORT_PERSON_MAIL,  MULL_IMPORT_PERSON_PHONE,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = mull_import_values_name (row, kind);

  if (mull_import_row_get_n_refusals (row) > 0)
    return mull_import_refusal_to_text (mull_import_row_get_refusal (row, 0));
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      char *part = format_value (row, details[i]);

      if (kind != MULL_IMPORT_DEALS && details[i] == MULL_IMPORT_STAGE)
        *part = '\0';
      if (g_str_equal (part, name))
        *part = '\0';
      take_part (text, part);
    }
  if (kind == MULL_IMPORT_DEALS && mull_import_row_get_outcome (row) != MULL_OUTCOME_OPEN)
    {
      if (*mull_import_row_get_text (row, MULL_IMPORT_STAGE) != '\0')
        take_part (text, g_strdup (mull_outcome_label (mull_import_row_get_outcome (row))));
      take_part (text, format_moment (mull_import_row_get_closed (row)));
    }
  else if (kind == MULL_IMPORT_DEALS)
    take_part (text, format_moment (mull_import_row_get_expected (row)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mull_import_values_join_examples:
 * @column: a column
 *
 * Returns: (transfer full): its first values as the file has them, on one line
 */
char *
mull_import_values_join_examples (const MullCsvColumn *column)
{
  const char *const *examples = mull_csv_column_get_examples (column);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; examples != NULL && examples[i] != NULL && i < N_EXAMPLES; i++)
    take_part (text, mull_text_excerpt (examples[i], EXAMPLE_CHARS));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* As short as the value of the file that stands beside it. */
static char *
format_example (const MullImportRow *row, guint column, MullImportTarget target)
{
  const MullImportRefusal *refusal = find_refusal (row, column);
  g_autofree char *value = NULL;

  if (refusal != NULL)
    /* Translators: in place of a value; %s is a sentence */
    return g_strdup_printf (_ ("refused: %s"), refusal->reason);
  value = format_value (row, target);
  return mull_text_excerpt (value, EXAMPLE_CHARS);
}

/**
 * mull_import_values_join:
 * @preview: (nullable) (element-type MullImportRow): the first rows of a file
 * @column: index of a column
 * @target: what the column becomes
 *
 * Returns: (transfer full): its first values as they would be stored, or why they are refused, on
 * one line
 */
char *
mull_import_values_join (GPtrArray *preview, guint column, MullImportTarget target)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; preview != NULL && i < preview->len && values->len < N_EXAMPLES; i++)
    {
      g_autofree char *value = format_example (g_ptr_array_index (preview, i), column, target);

      if (*value == '\0' || g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
        continue;
      g_ptr_array_add (values, g_steal_pointer (&value));
    }
  for (guint i = 0; i < values->len; i++)
    take_part (text, g_strdup (g_ptr_array_index (values, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mull_import_values_confront:
 * @raw: values as a file has them
 * @parsed: the same as they would be stored
 *
 * Returns: (transfer full): both on one line, each in its own direction of writing
 */
char *
mull_import_values_confront (const char *raw, const char *parsed)
{
  g_autofree char *left = g_strdup_printf ("\u2068%s\u2069", raw);
  g_autofree char *right = g_strdup_printf ("\u2068%s\u2069", parsed);

  /* Translators: values as a file has them, and as they would be stored */
  return g_strdup_printf (_ ("%s → %s"), left, right);
}

/**
 * mull_import_values_describe_column:
 * @column: a column
 * @preview: (nullable) (element-type MullImportRow): the first rows of its file
 * @index: index of the column
 * @target: what the column becomes
 *
 * Returns: (transfer full): its first values as the file has them and, where that differs, as they
 *   would be stored, on one line
 */
char *
mull_import_values_describe_column (const MullCsvColumn *column,
                                    GPtrArray *preview,
                                    guint index,
                                    MullImportTarget target)
{
  g_autofree char *raw = mull_import_values_join_examples (column);
  g_autofree char *parsed = mull_import_values_join (preview, index, target);

  if (*raw == '\0')
    /* Translators: a column of a file */
    return g_strdup (_ ("Empty"));
  if (target == MULL_IMPORT_IGNORED || *parsed == '\0' || g_str_equal (raw, parsed))
    return g_steal_pointer (&raw);
  return mull_import_values_confront (raw, parsed);
}
