/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-settings-questions"

#include "config.h"

#include "mull-import-settings-private.h"

#include "mull-import-values.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* What one row of the form is about. */
typedef struct
{
  MullImportSettings *settings;
  MullImportQuestionKind kind;
  guint column;
  char *word;     /* a status that nobody knows */
  GtkWidget *row; /* borrowed */
} Field;

static void
free_field (gpointer data)
{
  Field *field = data;

  g_free (field->word);
  g_free (field);
}

static void
show_answer (MullImportSettings *self, const Field *field, GPtrArray *preview)
{
  const MullCsvColumn *column;
  g_autofree char *raw = NULL;
  g_autofree char *parsed = NULL;
  g_autofree char *text = NULL;

  if (field->kind == MULL_IMPORT_QUESTION_STATUS || field->column == MULL_IMPORT_QUESTION_NO_COLUMN)
    return;
  column = mull_import_file_get_column (self->file, field->column);
  raw = mull_import_values_join_examples (column);
  parsed = mull_import_values_join (
      preview, field->column,
      mull_import_mapping_get_column (self->mapping, field->column)->target);
  text = mull_import_values_confront (raw, parsed);
  mull_import_settings_set_subtitle (field->row, text);
}

/* The choices, in their order; the first is that nobody has said yet. */
static const MullDateOrder date_orders[] = { MULL_DATE_ORDER_UNKNOWN, MULL_DATE_ORDER_DMY,
                                             MULL_DATE_ORDER_MDY };
static const char decimals[] = { '\0', '.', ',' };
enum
{
  HEADER_UNKNOWN,
  HEADER_YES,
  HEADER_NO
};

/* ── How the file is written ──────────────────────────────────────────── */

/* The answer that there is, 0 if there is none. */
static guint
find_dialect_choice (MullImportSettings *self, MullImportQuestionKind kind)
{
  const MullCsvDialect *dialect = mull_import_file_get_dialect (self->file);

  if (kind == MULL_IMPORT_QUESTION_ENCODING)
    return dialect->encoding_certain ? adw_combo_row_get_selected (self->encoding_row) + 1 : 0;
  if (kind == MULL_IMPORT_QUESTION_DELIMITER)
    return dialect->delimiter_certain ? adw_combo_row_get_selected (self->delimiter_row) + 1 : 0;
  if (!dialect->header_certain)
    return HEADER_UNKNOWN;
  return dialect->has_header ? HEADER_YES : HEADER_NO;
}

/* Another answer than the guess goes to the row below that says how the file is read, and that
 * reads it anew; the guess itself, and that nobody knows, change nothing of what was read. */
static void
answer_dialect (MullImportSettings *self, MullImportQuestionKind kind, guint choice)
{
  MullCsvDialect dialect = *mull_import_file_get_dialect (self->file);

  if (kind == MULL_IMPORT_QUESTION_HEADER)
    {
      if (choice != HEADER_UNKNOWN && dialect.has_header != (choice == HEADER_YES))
        {
          gtk_switch_set_active (self->header_switch, choice == HEADER_YES);
          return;
        }
      dialect.header_certain = choice != HEADER_UNKNOWN;
    }
  else
    {
      gboolean is_encoding = kind == MULL_IMPORT_QUESTION_ENCODING;
      AdwComboRow *row = is_encoding ? self->encoding_row : self->delimiter_row;

      if (choice > 0 && adw_combo_row_get_selected (row) != choice - 1)
        {
          adw_combo_row_set_selected (row, choice - 1);
          return;
        }
      *(is_encoding ? &dialect.encoding_certain : &dialect.delimiter_certain) = choice > 0;
    }
  mull_import_file_set_certain (self->file, &dialect);
  mull_import_settings_tell (self);
}

/* ── Answers ──────────────────────────────────────────────────────────── */

static void
on_answer_notify_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  Field *field = user_data;
  MullImportSettings *self = field->settings;
  guint choice = adw_combo_row_get_selected (row);

  if (self->is_filling)
    return;
  switch (field->kind)
    {
    case MULL_IMPORT_QUESTION_DATE_ORDER:
      mull_import_mapping_set_date_order (self->mapping, field->column, date_orders[choice]);
      break;
    case MULL_IMPORT_QUESTION_DECIMAL:
      mull_import_mapping_set_decimal (self->mapping, field->column, decimals[choice]);
      break;
    case MULL_IMPORT_QUESTION_STATUS:
      if (choice > 0)
        mull_import_mapping_set_status (self->mapping, field->word, (MullOutcome) (choice - 1));
      break;
    case MULL_IMPORT_QUESTION_DELIMITER:
    case MULL_IMPORT_QUESTION_ENCODING:
    case MULL_IMPORT_QUESTION_HEADER:
      answer_dialect (self, field->kind, choice);
      return;
    case MULL_IMPORT_QUESTION_COLUMNS:
    case MULL_IMPORT_QUESTION_CURRENCY:
      g_return_if_reached ();
    }
  mull_import_settings_tell (self);
}

/* ── Asking ───────────────────────────────────────────────────────────── */

/* @word: (nullable): a status that nobody knows */
static void
add_field (MullImportSettings *self,
           const MullImportQuestion *question,
           const char *text,
           const char *word,
           GListModel *choices)
{
  Field *field = g_new0 (Field, 1);
  AdwComboRow *row = mull_import_settings_new_combo_row (text, "", choices, 0);

  field->settings = self;
  field->kind = question->kind;
  field->column = question->column;
  field->word = g_strdup (word);
  field->row = GTK_WIDGET (row);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->questions_group, GTK_WIDGET (row));
  g_ptr_array_add (self->fields, field);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_answer_notify_cb), field);
}

static void
ask_about_statuses (MullImportSettings *self, const MullImportQuestion *question)
{
  for (guint i = 0; question->examples != NULL && question->examples[i] != NULL; i++)
    {
      g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
      /* Translators: a word that a file has for how a deal stands */
      g_autofree char *text =
          g_strdup_printf (_ ("What does the status “%s” mean?"), question->examples[i]);

      gtk_string_list_append (choices, _ ("Choose…"));
      for (guint j = MULL_OUTCOME_OPEN; j <= MULL_OUTCOME_CHOSE_ANOTHER; j++)
        gtk_string_list_append (choices, mull_outcome_label (j));
      add_field (self, question, text, question->examples[i], G_LIST_MODEL (choices));
    }
}

static gboolean
is_asked (MullImportSettings *self, MullImportQuestionKind kind)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((Field *) self->fields->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

/* @below: the row that says what is used, whose choices are those of the question too */
static void
ask_about_dialect (MullImportSettings *self, const MullImportQuestion *question, gpointer below)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GListModel *known = ADW_IS_COMBO_ROW (below) ? adw_combo_row_get_model (below) : NULL;
  Field *field;

  if (is_asked (self, question->kind))
    return;
  gtk_string_list_append (choices, _ ("Choose…"));
  for (guint i = 0; known != NULL && i < g_list_model_get_n_items (known); i++)
    gtk_string_list_append (choices, gtk_string_list_get_string (GTK_STRING_LIST (known), i));
  if (known == NULL)
    {
      gtk_string_list_append (choices, _ ("Yes"));
      gtk_string_list_append (choices, _ ("No"));
    }
  add_field (self, question, adw_preferences_row_get_title (below), NULL, G_LIST_MODEL (choices));
  field = g_ptr_array_index (self->fields, self->fields->len - 1);
  mull_import_settings_set_subtitle (field->row, question->text);
}

static void
ask (MullImportSettings *self, const MullImportQuestion *question)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  switch (question->kind)
    {
    case MULL_IMPORT_QUESTION_DATE_ORDER:
      gtk_string_list_append (choices, _ ("Choose…"));
      gtk_string_list_append (choices, _ ("Day first"));
      gtk_string_list_append (choices, _ ("Month first"));
      add_field (self, question, question->text, NULL, G_LIST_MODEL (choices));
      break;
    case MULL_IMPORT_QUESTION_DECIMAL:
      gtk_string_list_append (choices, _ ("Choose…"));
      gtk_string_list_append (choices, _ ("Point"));
      gtk_string_list_append (choices, _ ("Comma"));
      add_field (self, question, question->text, NULL, G_LIST_MODEL (choices));
      break;
    case MULL_IMPORT_QUESTION_STATUS:
      ask_about_statuses (self, question);
      break;
    case MULL_IMPORT_QUESTION_ENCODING:
      ask_about_dialect (self, question, self->encoding_row);
      break;
    case MULL_IMPORT_QUESTION_DELIMITER:
      ask_about_dialect (self, question, self->delimiter_row);
      break;
    case MULL_IMPORT_QUESTION_HEADER:
      ask_about_dialect (self, question, self->header_row);
      break;
    case MULL_IMPORT_QUESTION_CURRENCY:
      mull_import_settings_set_subtitle (self->currency_row, question->text);
      break;
    case MULL_IMPORT_QUESTION_COLUMNS:
      {
        g_autofree char *markup = g_markup_escape_text (question->text, -1);

        adw_preferences_group_set_description (self->columns_group, markup);
      }
      break;
    }
}

/**
 * mull_import_settings_init_questions:
 * @self: the form
 *
 * Prepares the form for questions.
 */
void
mull_import_settings_init_questions (MullImportSettings *self)
{
  self->fields = g_ptr_array_new_with_free_func (free_field);
}

/**
 * mull_import_settings_forget_questions:
 * @self: the form
 *
 * Takes away everything that was asked about a file.
 */
void
mull_import_settings_forget_questions (MullImportSettings *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    adw_preferences_group_remove (self->questions_group, ((Field *) self->fields->pdata[i])->row);
  g_ptr_array_set_size (self->fields, 0);
}

/**
 * mull_import_settings_fill_in_questions:
 * @self: the form
 *
 * Asks what the file leaves open. What was asked about how it is written stays, answered or not.
 */
void
mull_import_settings_fill_in_questions (MullImportSettings *self)
{
  g_autoptr (GPtrArray) questions = mull_import_file_dup_questions (self->file);

  for (guint i = self->fields->len; i > 0; i--)
    {
      Field *field = g_ptr_array_index (self->fields, i - 1);

      if (field->column == MULL_IMPORT_QUESTION_NO_COLUMN)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (field->row),
                                      find_dialect_choice (self, field->kind));
          continue;
        }
      adw_preferences_group_remove (self->questions_group, field->row);
      g_ptr_array_remove_index (self->fields, i - 1);
    }
  mull_import_settings_set_subtitle (self->currency_row, "");
  for (guint i = 0; i < questions->len; i++)
    ask (self, g_ptr_array_index (questions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->questions_group), self->fields->len > 0);
}

/**
 * mull_import_settings_show_answers:
 * @self: the form
 * @preview: (nullable): the first rows of the file, as they would be stored
 *
 * Shows what the answers make of the values.
 */
void
mull_import_settings_show_answers (MullImportSettings *self, GPtrArray *preview)
{
  for (guint i = 0; i < self->fields->len; i++)
    show_answer (self, g_ptr_array_index (self->fields, i), preview);
}

/**
 * mull_import_settings_ask_about_column:
 * @self: the form
 * @index: index of a column that has become something else
 *
 * Asks what the file leaves open now. Answers about other columns stay.
 */
void
mull_import_settings_ask_about_column (MullImportSettings *self, guint index)
{
  g_autoptr (GPtrArray) questions = NULL;

  for (guint i = self->fields->len; i > 0; i--)
    {
      Field *field = g_ptr_array_index (self->fields, i - 1);

      if (field->column != index)
        continue;
      adw_preferences_group_remove (self->questions_group, field->row);
      g_ptr_array_remove_index (self->fields, i - 1);
    }
  mull_import_settings_set_subtitle (self->currency_row, "");
  if (mull_import_file_set_mapping (self->file, self->mapping, NULL))
    questions = mull_import_file_dup_questions (self->file);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const MullImportQuestion *question = g_ptr_array_index (questions, i);

      if (question->column == index || question->kind == MULL_IMPORT_QUESTION_CURRENCY)
        ask (self, question);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->questions_group), self->fields->len > 0);
}

/**
 * mull_import_settings_get_n_open:
 * @self: the form
 *
 * Returns: how many questions have to be answered before the file is imported
 */
guint
mull_import_settings_get_n_open (MullImportSettings *self)
{
  g_autoptr (GPtrArray) questions = NULL;
  guint n_open = 0;

  g_return_val_if_fail (MULL_IS_IMPORT_SETTINGS (self) && self->file != NULL, 0);

  questions = mull_import_file_dup_questions (self->file);
  for (guint i = 0; i < questions->len; i++)
    {
      const MullImportQuestion *question = g_ptr_array_index (questions, i);

      n_open +=
          question->kind == MULL_IMPORT_QUESTION_STATUS ? g_strv_length (question->examples) : 1;
    }
  return n_open;
}
