/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-mapping"

#include "config.h"

#include "mull-import-mapping-private.h"

#include "mull-error.h"
#include "mull-money.h"
#include "mull-parse-limits.h"
#include "mull-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION 1

#define GROUP_MAPPING "mapping"
#define GROUP_FILE "file"
#define GROUP_COLUMN "column"
#define GROUP_STAGE "stage"
#define GROUP_STATUS "status"

/* Groups are numbered, since a key file cannot have any text as the name of a group or a key. */
static char *
group_name (const char *prefix, guint index)
{
  return g_strdup_printf ("%s %u", prefix, index + 1);
}

static void
put_optional (GKeyFile *file, const char *group, const char *key, const char *value)
{
  if (*value != '\0')
    g_key_file_set_string (file, group, key, value);
}

static void
put_columns (GKeyFile *file, const MullImportMapping *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MullImportColumn *column = g_ptr_array_index (self->columns, i);
      const char decimal[2] = { column->decimal, '\0' };
      g_autofree char *group = group_name (GROUP_COLUMN, i);

      g_key_file_set_string (file, group, "name", column->name);
      g_key_file_set_string (file, group, "target",
                             mull_enum_nick (MULL_TYPE_IMPORT_TARGET, (int) column->target));
      put_optional (file, group, "label", column->label);
      if (column->date_order != MULL_DATE_ORDER_UNKNOWN)
        g_key_file_set_string (file, group, "date-order",
                               mull_enum_nick (MULL_TYPE_DATE_ORDER, (int) column->date_order));
      put_optional (file, group, "decimal", decimal);
    }
}

static void
put_words (GKeyFile *file, const char *prefix, const MullImportWords *words)
{
  for (guint i = 0; i < mull_import_words_get_n (words); i++)
    {
      const MullImportWord *word = mull_import_words_get (words, i);
      g_autofree char *group = group_name (prefix, i);

      g_key_file_set_string (file, group, "word", word->word);
      put_optional (file, group, "stage", word->stage);
      g_key_file_set_string (file, group, "outcome",
                             mull_enum_nick (MULL_TYPE_OUTCOME, (int) word->outcome));
    }
}

static void
put_title (GKeyFile *file, const MullImportMapping *self)
{
  g_autofree int *columns = g_new (int, self->title->len + 1);

  if (self->title->len == 0)
    return;
  for (guint i = 0; i < self->title->len; i++)
    columns[i] = (int) g_array_index (self->title, guint, i) + 1;
  g_key_file_set_integer_list (file, GROUP_MAPPING, "title-columns", columns, self->title->len);
  g_key_file_set_string (file, GROUP_MAPPING, "title-separator", self->title_separator);
}

static void
put_dialect (GKeyFile *file, const MullCsvDialect *dialect)
{
  const char delimiter[2] = { dialect->delimiter, '\0' };

  g_key_file_set_string (file, GROUP_FILE, "encoding",
                         mull_enum_nick (MULL_TYPE_CSV_ENCODING, (int) dialect->encoding));
  g_key_file_set_string (file, GROUP_FILE, "delimiter",
                         dialect->delimiter == '\t' ? "tab" : delimiter);
  g_key_file_set_boolean (file, GROUP_FILE, "header", dialect->has_header);
}

/**
 * mull_import_mapping_to_text:
 * @self: a mapping
 *
 * Returns: (transfer full): the mapping as the text of a key file, which
 *   mull_import_mapping_new_from_text() reads
 */
char *
mull_import_mapping_to_text (const MullImportMapping *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (self != NULL, NULL);

  g_key_file_set_integer (file, GROUP_MAPPING, "version", VERSION);
  g_key_file_set_string (file, GROUP_MAPPING, "kind",
                         mull_enum_nick (MULL_TYPE_IMPORT_KIND, (int) self->kind));
  put_title (file, self);
  put_optional (file, GROUP_MAPPING, "currency", self->currency);
  put_optional (file, GROUP_MAPPING, "pipeline", self->pipeline);
  g_key_file_set_string (file, GROUP_MAPPING, "lost",
                         mull_enum_nick (MULL_TYPE_OUTCOME, (int) self->lost_outcome));
  if (self->has_dialect)
    put_dialect (file, &self->dialect);
  put_columns (file, self);
  put_words (file, GROUP_STAGE, self->stages);
  put_words (file, GROUP_STATUS, self->statuses);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
fail_value (const char *group, const char *key, const char *value, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: a value, a key and a group of a settings file */
               _ ("The mapping says “%s” for “%s” in [%s], which Mulligan does not know. Correct "
                  "it or leave it out."),
               value, key, group);
  return FALSE;
}

/* An absent key leaves @value as it is. */
static gboolean
get_enum (GKeyFile *file,
          const char *group,
          const char *key,
          GType type,
          int *value,
          GError **error)
{
  g_autofree char *nick = g_key_file_get_string (file, group, key, NULL);

  if (nick == NULL || mull_enum_from_nick (type, nick, value))
    return TRUE;
  return fail_value (group, key, nick, error);
}

static char *
get_text (GKeyFile *file, const char *group, const char *key)
{
  char *text = g_key_file_get_string (file, group, key, NULL);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
get_column (GKeyFile *file, const char *group, MullImportMapping *self, GError **error)
{
  g_autofree char *name = get_text (file, group, "name");
  g_autofree char *label = get_text (file, group, "label");
  g_autofree char *decimal = get_text (file, group, "decimal");
  int target = MULL_IMPORT_IGNORED, order = MULL_DATE_ORDER_UNKNOWN;
  guint index;

  if (!get_enum (file, group, "target", MULL_TYPE_IMPORT_TARGET, &target, error) ||
      !get_enum (file, group, "date-order", MULL_TYPE_DATE_ORDER, &order, error))
    return FALSE;
  if (*decimal != '\0' && !g_str_equal (decimal, ".") && !g_str_equal (decimal, ","))
    return fail_value (group, "decimal", decimal, error);
  if (!mull_import_target_is_for ((MullImportTarget) target, self->kind))
    return fail_value (group, "target", mull_enum_nick (MULL_TYPE_IMPORT_TARGET, target), error);
  index = mull_import_mapping_add_column (self, name);
  mull_import_mapping_set_target (self, index, (MullImportTarget) target);
  mull_import_mapping_set_label (self, index, label);
  mull_import_mapping_set_date_order (self, index, (MullDateOrder) order);
  mull_import_mapping_set_decimal (self, index, *decimal);
  return TRUE;
}

static gboolean
get_word (GKeyFile *file,
          const char *group,
          gboolean is_stage,
          MullImportMapping *self,
          GError **error)
{
  g_autofree char *word = get_text (file, group, "word");
  g_autofree char *stage = get_text (file, group, "stage");
  int outcome = MULL_OUTCOME_OPEN;

  if (!get_enum (file, group, "outcome", MULL_TYPE_OUTCOME, &outcome, error))
    return FALSE;
  if (is_stage)
    mull_import_mapping_set_stage (self, word, stage, (MullOutcome) outcome);
  else
    mull_import_mapping_set_status (self, word, (MullOutcome) outcome);
  return TRUE;
}

static gboolean
get_groups (GKeyFile *file, MullImportMapping *self, GError **error)
{
  for (guint i = 0; i < MULL_IMPORT_COLUMNS_MAX; i++)
    {
      g_autofree char *group = group_name (GROUP_COLUMN, i);

      if (!g_key_file_has_group (file, group))
        break;
      if (!get_column (file, group, self, error))
        return FALSE;
    }
  for (guint is_stage = 0; is_stage < 2; is_stage++)
    for (guint i = 0;; i++)
      {
        g_autofree char *group = group_name (is_stage ? GROUP_STAGE : GROUP_STATUS, i);

        if (!g_key_file_has_group (file, group))
          break;
        if (!get_word (file, group, is_stage, self, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
get_title (GKeyFile *file, MullImportMapping *self, GError **error)
{
  gsize n_columns = 0;
  g_autofree int *numbers =
      g_key_file_get_integer_list (file, GROUP_MAPPING, "title-columns", &n_columns, NULL);
  g_autofree char *separator = g_key_file_get_string (file, GROUP_MAPPING, "title-separator", NULL);
  g_autofree guint *columns = g_new (guint, n_columns + 1);

  for (gsize i = 0; i < n_columns; i++)
    {
      if (numbers[i] < 1 || (guint) numbers[i] > self->columns->len)
        {
          g_autofree char *number = g_strdup_printf ("%d", numbers[i]);

          return fail_value (GROUP_MAPPING, "title-columns", number, error);
        }
      columns[i] = (guint) numbers[i] - 1;
    }
  mull_import_mapping_set_title (self, columns, (guint) n_columns, separator);
  return TRUE;
}

static gboolean
get_dialect (GKeyFile *file, MullImportMapping *self, GError **error)
{
  MullCsvDialect dialect = { .encoding_certain = TRUE,
                             .delimiter_certain = TRUE,
                             .header_certain = TRUE };
  g_autofree char *delimiter = get_text (file, GROUP_FILE, "delimiter");
  int encoding = MULL_CSV_ENCODING_UTF_8;

  if (!g_key_file_has_group (file, GROUP_FILE))
    return TRUE;
  if (!get_enum (file, GROUP_FILE, "encoding", MULL_TYPE_CSV_ENCODING, &encoding, error))
    return FALSE;
  dialect.encoding = (MullCsvEncoding) encoding;
  dialect.delimiter = g_str_equal (delimiter, "tab") ? '\t' : *delimiter;
  if ((strlen (delimiter) != 1 && dialect.delimiter != '\t') ||
      strchr (",;\t|", dialect.delimiter) == NULL)
    return fail_value (GROUP_FILE, "delimiter", delimiter, error);
  dialect.has_header = !g_key_file_has_key (file, GROUP_FILE, "header", NULL) ||
                       g_key_file_get_boolean (file, GROUP_FILE, "header", NULL);
  mull_import_mapping_set_dialect (self, &dialect);
  return TRUE;
}

static gboolean
get_defaults (GKeyFile *file, MullImportMapping *self, GError **error)
{
  g_autofree char *currency = get_text (file, GROUP_MAPPING, "currency");
  g_autofree char *pipeline = get_text (file, GROUP_MAPPING, "pipeline");
  int lost = MULL_OUTCOME_SAID_NO;

  if (*currency != '\0' && !mull_currency_is_known (currency))
    return fail_value (GROUP_MAPPING, "currency", currency, error);
  if (!get_enum (file, GROUP_MAPPING, "lost", MULL_TYPE_OUTCOME, &lost, error))
    return FALSE;
  if (lost == MULL_OUTCOME_OPEN || lost == MULL_OUTCOME_WON)
    return fail_value (GROUP_MAPPING, "lost", mull_enum_nick (MULL_TYPE_OUTCOME, lost), error);
  mull_import_mapping_set_currency (self, currency);
  mull_import_mapping_set_pipeline (self, pipeline);
  self->lost_outcome = (MullOutcome) lost;
  return TRUE;
}

/**
 * mull_import_mapping_new_from_text:
 * @text: what mull_import_mapping_to_text() made, perhaps edited by hand
 * @error: return location
 *
 * Returns: (transfer full): the mapping, or %NULL with %MULL_ERROR_INVALID, %MULL_ERROR_NEWER_FILE,
 *   and a sentence that says which key is wrong
 */
MullImportMapping *
mull_import_mapping_new_from_text (const char *text, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (MullImportMapping) self = mull_import_mapping_new (MULL_IMPORT_DEALS);
  int kind = -1;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_group (file, GROUP_MAPPING))
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_INVALID,
          _ ("This is not a mapping: a file with the group [mapping] is expected."));
      return NULL;
    }
  if (g_key_file_get_integer (file, GROUP_MAPPING, "version", NULL) > VERSION)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NEWER_FILE,
                           _ ("The mapping was written by a newer version of Mulligan. Use that "
                              "version, or map the columns anew."));
      return NULL;
    }
  if (!get_enum (file, GROUP_MAPPING, "kind", MULL_TYPE_IMPORT_KIND, &kind, error))
    return NULL;
  if (kind < 0)
    {
      fail_value (GROUP_MAPPING, "kind", "", error);
      return NULL;
    }
  self->kind = (MullImportKind) kind;
  if (!get_defaults (file, self, error) || !get_dialect (file, self, error) ||
      !get_groups (file, self, error) || !get_title (file, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
