/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-settings"

#include "config.h"

#include "mull-import-settings.h"

#include "mull-csv-encoding.h"
#include "mull-import-values.h"
#include "mull-pipeline-ops.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that are shown as they would be stored. */
#define N_PREVIEW 5
/* Values of a column that are shown. */
#define N_EXAMPLES 2
#define EXAMPLE_CHARS 24

/* What one row of the form is about. */
typedef struct
{
  MullImportSettings *settings;
  MullImportQuestionKind kind;
  guint column;
  char *word;     /* a status that nobody knows */
  GtkWidget *row; /* borrowed */
} Field;

struct _MullImportSettings
{
  AdwBin parent_instance;

  /* Template children */
  AdwActionRow *file_row;
  AdwPreferencesGroup *questions_group;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *preview_group;
  AdwComboRow *kind_row;
  AdwExpanderRow *title_row;
  AdwEntryRow *pipeline_row;
  AdwComboRow *currency_row;
  AdwComboRow *encoding_row;
  AdwComboRow *delimiter_row;
  GtkSwitch *header_switch;
  AdwActionRow *header_row;

  /* Owned */
  MullImportFile *file;
  MullImportMapping *mapping; /* as it is being changed */
  GPtrArray *fields;          /* Field: of questions */
  GPtrArray *column_rows;     /* AdwComboRow, borrowed */
  GPtrArray *title_rows;      /* GtkCheckButton, borrowed */
  GPtrArray *preview_rows;    /* AdwActionRow, borrowed */
  GArray *targets;            /* MullImportTarget: the choices of a column */

  gboolean is_filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char delimiters[] = { ',', ';', '\t', '|' };

G_DEFINE_FINAL_TYPE (MullImportSettings, mull_import_settings, ADW_TYPE_BIN)

static void fill_in (MullImportSettings *self);

static void
free_field (gpointer data)
{
  Field *field = data;

  g_free (field->word);
  g_free (field);
}

/* What files say is shown as it is. */
static void
show_title (gpointer row, const char *text)
{
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, text);
}

static void
show_subtitle (gpointer row, const char *text)
{
  adw_preferences_row_set_use_markup (row, FALSE);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_subtitle (row, text);
  else
    adw_action_row_set_subtitle (row, text);
}

/* ── Values ───────────────────────────────────────────────────────────── */

static char *
join_examples (const char *const *examples)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; examples != NULL && examples[i] != NULL && i < N_EXAMPLES; i++)
    {
      g_autofree char *example = mull_text_excerpt (examples[i], EXAMPLE_CHARS);

      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, example);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first values of a column as they would be stored. */
static char *
join_parsed (GPtrArray *preview, guint column, MullImportTarget target)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; preview != NULL && i < preview->len && n < N_EXAMPLES; i++)
    {
      g_autofree char *value =
          mull_import_values_format (g_ptr_array_index (preview, i), column, target);

      if (*value == '\0' || strstr (text->str, value) != NULL)
        continue;
      if (n++ > 0)
        g_string_append (text, " · ");
      g_string_append (text, value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_column (MullImportSettings *self, GPtrArray *preview, guint index)
{
  const MullCsvColumn *column = mull_import_file_get_column (self->file, index);
  MullImportTarget target = mull_import_mapping_get_column (self->mapping, index)->target;
  g_autofree char *raw = join_examples (mull_csv_column_get_examples (column));
  g_autofree char *parsed = join_parsed (preview, index, target);

  if (*raw == '\0')
    /* Translators: a column of a file */
    return g_strdup (_("Empty"));
  if (target == MULL_IMPORT_IGNORED || *parsed == '\0' || g_str_equal (raw, parsed))
    return g_steal_pointer (&raw);
  /* Translators: values as a file has them, and as they would be stored */
  return g_strdup_printf (_("%s → %s"), raw, parsed);
}

static char *
describe_title (MullImportSettings *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_columns;
  const guint *columns = mull_import_mapping_get_title (self->mapping, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append (text, mull_import_mapping_get_title_separator (self->mapping));
      g_string_append (text, mull_import_mapping_get_column (self->mapping, columns[i])->name);
    }
  if (n_columns == 0)
    g_string_append (text, _("From the column that becomes the deal"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_file (MullImportSettings *self)
{
  guint n_rows = mull_import_file_get_n_rows (self->file);
  g_autofree char *rows = g_strdup_printf (ngettext ("%'u row", "%'u rows", n_rows), n_rows);

  /* Translators: name of a program, what the rows are, how many: "Pipedrive: Deals, 12 rows" */
  return g_strdup_printf (
      _("%s: %s, %s"), mull_import_source_get_label (mull_import_file_get_source (self->file)),
         mull_import_kind_get_label (mull_import_mapping_get_kind (self->mapping)), rows);
}

/* ── Showing ──────────────────────────────────────────────────────────── */

static void
show_preview (MullImportSettings *self, GPtrArray *preview)
{
  MullImportKind kind = mull_import_mapping_get_kind (self->mapping);

  for (guint i = 0; i < self->preview_rows->len; i++)
    {
      AdwActionRow *row = g_ptr_array_index (self->preview_rows, i);
      gboolean shown = preview != NULL && i < preview->len;
      g_autofree char *name = NULL;
      g_autofree char *rest = NULL;

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      if (!shown)
        continue;
      name = mull_import_values_name (g_ptr_array_index (preview, i), kind);
      rest = mull_import_values_describe (g_ptr_array_index (preview, i), kind);
      show_title (row, name);
      show_subtitle (row, rest);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), preview != NULL && preview->len > 0);
}

static void
show_answer (MullImportSettings *self, const Field *field, GPtrArray *preview)
{
  const MullCsvColumn *column;
  g_autofree char *raw = NULL;
  g_autofree char *parsed = NULL;
  g_autofree char *text = NULL;

  if (field->kind == MULL_IMPORT_QUESTION_STATUS)
    return;
  column = mull_import_file_get_column (self->file, field->column);
  raw = join_examples (mull_csv_column_get_examples (column));
  parsed = join_parsed (preview, field->column,
                        mull_import_mapping_get_column (self->mapping, field->column)->target);
  text = g_strdup_printf (_("%s → %s"), raw, parsed);
  show_subtitle (field->row, text);
}

/* Everything that shows values, after any change. */
static void
show_values (MullImportSettings *self)
{
  g_autoptr (GPtrArray) preview = NULL;
  g_autofree char *title = describe_title (self);
  g_autofree char *file = describe_file (self);

  if (mull_import_file_set_mapping (self->file, self->mapping, NULL))
    preview = mull_import_file_preview (self->file, N_PREVIEW, NULL);
  show_title (self->file_row, file);
  show_subtitle (self->title_row, title);
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      g_autofree char *text = describe_column (self, preview, i);

      show_subtitle (g_ptr_array_index (self->column_rows, i), text);
    }
  for (guint i = 0; i < self->fields->len; i++)
    show_answer (self, g_ptr_array_index (self->fields, i), preview);
  show_preview (self, preview);
}

static void
tell (MullImportSettings *self)
{
  show_values (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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
  if (field->kind == MULL_IMPORT_QUESTION_DATE_ORDER)
    mull_import_mapping_set_date_order (self->mapping, field->column,
                                        choice == 0 ? MULL_DATE_ORDER_DMY : MULL_DATE_ORDER_MDY);
  else if (field->kind == MULL_IMPORT_QUESTION_DECIMAL)
    mull_import_mapping_set_decimal (self->mapping, field->column, choice == 0 ? '.' : ',');
  else if (choice > 0)
    mull_import_mapping_set_status (self->mapping, field->word, (MullOutcome) (choice - 1));
  tell (self);
}

static void
on_column_notify_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  MullImportSettings *self = user_data;
  guint index, choice = adw_combo_row_get_selected (row);

  if (self->is_filling || choice >= self->targets->len ||
      !g_ptr_array_find (self->column_rows, row, &index))
    return;
  mull_import_mapping_set_target (self->mapping, index,
                                  g_array_index (self->targets, MullImportTarget, choice));
  tell (self);
}

static void
on_title_toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  MullImportSettings *self = user_data;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->is_filling)
    return;
  for (guint i = 0; i < self->title_rows->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->title_rows, i)))
      g_array_append_val (columns, i);
  mull_import_mapping_set_title (self->mapping, (const guint *) (gpointer) columns->data,
                                 columns->len, " — ");
  tell (self);
}

static void
on_kind_notify (MullImportSettings *self)
{
  MullImportKind kind = adw_combo_row_get_selected (self->kind_row);

  if (self->is_filling || kind == mull_import_mapping_get_kind (self->mapping))
    return;
  mull_import_mapping_set_kind (self->mapping, kind);
  for (guint i = 0; i < mull_import_mapping_get_n_columns (self->mapping); i++)
    if (!mull_import_target_is_for (mull_import_mapping_get_column (self->mapping, i)->target,
                                    kind))
      mull_import_mapping_set_target (self->mapping, i, MULL_IMPORT_IGNORED);
  if (kind != MULL_IMPORT_DEALS)
    mull_import_mapping_set_title (self->mapping, NULL, 0, " — ");
  fill_in (self);
  tell (self);
}

static void
on_currency_notify (MullImportSettings *self)
{
  guint choice = adw_combo_row_get_selected (self->currency_row);

  if (self->is_filling || choice == GTK_INVALID_LIST_POSITION)
    return;
  mull_import_mapping_set_currency (self->mapping, mull_currency_list ()[choice]);
  tell (self);
}

static void
on_pipeline_changed (MullImportSettings *self)
{
  g_autofree char *name = NULL;

  if (self->is_filling)
    return;
  name = mull_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->pipeline_row)), "", NULL);
  if (name == NULL)
    return;
  mull_import_mapping_set_pipeline (self->mapping, name);
  tell (self);
}

/* How the file is written. What the columns are is proposed anew then. */
static void
change_dialect (MullImportSettings *self)
{
  MullCsvDialect dialect = *mull_import_file_get_dialect (self->file);

  if (self->is_filling)
    return;
  dialect.encoding = (MullCsvEncoding) adw_combo_row_get_selected (self->encoding_row);
  dialect.delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  dialect.has_header = gtk_switch_get_active (self->header_switch);
  if (mull_import_file_set_dialect (self->file, &dialect, NULL))
    {
      mull_import_mapping_free (self->mapping);
      self->mapping = mull_import_mapping_copy (mull_import_file_get_mapping (self->file));
    }
  fill_in (self);
  tell (self);
}

/* ── Filling in ───────────────────────────────────────────────────────── */

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static AdwComboRow *
new_combo_row (const char *title, const char *subtitle, GListModel *choices, guint selected)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  show_title (row, title);
  show_subtitle (row, subtitle);
  adw_combo_row_set_model (row, choices);
  adw_combo_row_set_selected (row, selected);
  return row;
}

static void
add_field (MullImportSettings *self,
           const MullImportQuestion *question,
           const char *word,
           GListModel *choices,
           guint selected)
{
  Field *field = g_new0 (Field, 1);
  AdwComboRow *row = new_combo_row (word != NULL ? word : question->text,
                                    word != NULL ? question->text : "", choices, selected);

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

      gtk_string_list_append (choices, _("Not answered"));
      for (guint j = MULL_OUTCOME_OPEN; j <= MULL_OUTCOME_CHOSE_ANOTHER; j++)
        gtk_string_list_append (choices, mull_outcome_label (j));
      add_field (self, question, question->examples[i], G_LIST_MODEL (choices), 0);
    }
}

static void
ask (MullImportSettings *self, const MullImportQuestion *question)
{
  const MullCsvColumn *column;
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  switch (question->kind)
    {
    case MULL_IMPORT_QUESTION_DATE_ORDER:
      column = mull_import_file_get_column (self->file, question->column);
      gtk_string_list_append (choices, _("Day first"));
      gtk_string_list_append (choices, _("Month first"));
      add_field (self, question, NULL, G_LIST_MODEL (choices),
                 mull_csv_column_get_date_order (column, NULL) == MULL_DATE_ORDER_MDY ? 1 : 0);
      break;
    case MULL_IMPORT_QUESTION_DECIMAL:
      column = mull_import_file_get_column (self->file, question->column);
      gtk_string_list_append (choices, _("Point"));
      gtk_string_list_append (choices, _("Comma"));
      add_field (self, question, NULL, G_LIST_MODEL (choices),
                 mull_csv_column_get_decimal (column, NULL) == ',' ? 1 : 0);
      break;
    case MULL_IMPORT_QUESTION_STATUS:
      ask_about_statuses (self, question);
      break;
    case MULL_IMPORT_QUESTION_ENCODING:
      show_subtitle (self->encoding_row, question->text);
      break;
    case MULL_IMPORT_QUESTION_DELIMITER:
      show_subtitle (self->delimiter_row, question->text);
      break;
    case MULL_IMPORT_QUESTION_HEADER:
      show_subtitle (self->header_row, question->text);
      break;
    case MULL_IMPORT_QUESTION_CURRENCY:
      show_subtitle (self->currency_row, question->text);
      break;
    case MULL_IMPORT_QUESTION_COLUMNS:
      {
        g_autofree char *markup = g_markup_escape_text (question->text, -1);

        adw_preferences_group_set_description (self->columns_group, markup);
      }
      break;
    }
}

static void
fill_in_questions (MullImportSettings *self)
{
  g_autoptr (GPtrArray) questions = mull_import_file_dup_questions (self->file);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      adw_preferences_group_remove (self->questions_group, field->row);
    }
  g_ptr_array_set_size (self->fields, 0);
  show_subtitle (self->encoding_row, "");
  show_subtitle (self->delimiter_row, "");
  show_subtitle (self->header_row, "");
  show_subtitle (self->currency_row, "");
  for (guint i = 0; i < questions->len; i++)
    ask (self, g_ptr_array_index (questions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->questions_group), self->fields->len > 0);
}

static void
fill_in_columns (MullImportSettings *self)
{
  MullImportKind kind = mull_import_mapping_get_kind (self->mapping);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  g_array_set_size (self->targets, 0);
  for (MullImportTarget target = 0; target < MULL_N_IMPORT_TARGETS; target++)
    if (target == MULL_IMPORT_IGNORED || mull_import_target_is_for (target, kind))
      {
        g_array_append_val (self->targets, target);
        gtk_string_list_append (choices, mull_import_target_get_label (target));
      }
  remove_rows (self->columns_group, self->column_rows);
  for (guint i = 0; i < mull_import_mapping_get_n_columns (self->mapping); i++)
    {
      const MullImportColumn *column = mull_import_mapping_get_column (self->mapping, i);
      AdwComboRow *row;
      guint selected = 0;

      for (guint j = 0; j < self->targets->len; j++)
        if (g_array_index (self->targets, MullImportTarget, j) == column->target)
          selected = j;
      row = new_combo_row (column->name, "", G_LIST_MODEL (choices), selected);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      adw_preferences_group_add (self->columns_group, GTK_WIDGET (row));
      g_ptr_array_add (self->column_rows, row);
      g_signal_connect (row, "notify::selected", G_CALLBACK (on_column_notify_cb), self);
    }
}

static gboolean
is_in_title (MullImportSettings *self, guint column)
{
  guint n_columns;
  const guint *columns = mull_import_mapping_get_title (self->mapping, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == column)
      return TRUE;
  return FALSE;
}

static void
fill_in_title (MullImportSettings *self)
{
  for (guint i = 0; i < self->title_rows->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->title_rows, i);

      adw_expander_row_remove (self->title_row,
                               gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));
    }
  g_ptr_array_set_size (self->title_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row),
                          mull_import_mapping_get_kind (self->mapping) == MULL_IMPORT_DEALS);
  for (guint i = 0; i < mull_import_mapping_get_n_columns (self->mapping); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      show_title (row, mull_import_mapping_get_column (self->mapping, i)->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_in_title (self, i));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_expander_row_add_row (self->title_row, row);
      g_ptr_array_add (self->title_rows, button);
      g_signal_connect (button, "toggled", G_CALLBACK (on_title_toggled_cb), self);
    }
}

static void
fill_in_defaults (MullImportSettings *self)
{
  const MullCsvDialect *dialect = mull_import_file_get_dialect (self->file);
  MullImportKind kind = mull_import_mapping_get_kind (self->mapping);
  const char *currency = mull_import_mapping_get_currency (self->mapping);
  const char *const *currencies = mull_currency_list ();

  adw_combo_row_set_selected (self->kind_row, kind);
  gtk_editable_set_text (GTK_EDITABLE (self->pipeline_row),
                         mull_import_mapping_get_pipeline (self->mapping));
  gtk_widget_set_visible (GTK_WIDGET (self->pipeline_row), kind == MULL_IMPORT_DEALS);
  gtk_widget_set_visible (GTK_WIDGET (self->currency_row), kind == MULL_IMPORT_DEALS);
  adw_combo_row_set_selected (self->currency_row, GTK_INVALID_LIST_POSITION);
  for (guint i = 0; currencies[i] != NULL; i++)
    if (g_str_equal (currencies[i], currency))
      adw_combo_row_set_selected (self->currency_row, i);
  adw_combo_row_set_selected (self->encoding_row, dialect->encoding);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == dialect->delimiter)
      adw_combo_row_set_selected (self->delimiter_row, i);
  gtk_switch_set_active (self->header_switch, dialect->has_header);
}

static void
fill_in (MullImportSettings *self)
{
  g_autofree char *name = mull_text_strip_bidi (mull_import_file_get_name (self->file));

  self->is_filling = TRUE;
  show_subtitle (self->file_row, name);
  fill_in_defaults (self);
  fill_in_questions (self);
  fill_in_title (self);
  fill_in_columns (self);
  self->is_filling = FALSE;
}

/* ── Class ────────────────────────────────────────────────────────────── */

static void
mull_import_settings_dispose (GObject *object)
{
  MullImportSettings *self = MULL_IMPORT_SETTINGS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_IMPORT_SETTINGS);
  g_clear_pointer (&self->mapping, mull_import_mapping_free);
  g_clear_pointer (&self->file, mull_import_file_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->title_rows, g_ptr_array_unref);
  g_clear_pointer (&self->preview_rows, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);

  G_OBJECT_CLASS (mull_import_settings_parent_class)->dispose (object);
}

static void
mull_import_settings_class_init (MullImportSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_import_settings_dispose;

  /**
   * MullImportSettings::changed:
   *
   * The rep changed how the file is read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/exchange/mull-import-settings.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MullImportSettings, name)
  BIND (file_row);
  BIND (questions_group);
  BIND (columns_group);
  BIND (preview_group);
  BIND (kind_row);
  BIND (title_row);
  BIND (pipeline_row);
  BIND (currency_row);
  BIND (encoding_row);
  BIND (delimiter_row);
  BIND (header_switch);
  BIND (header_row);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_kind_notify);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_notify);
  gtk_widget_class_bind_template_callback (widget_class, on_pipeline_changed);
  gtk_widget_class_bind_template_callback (widget_class, change_dialect);
}

static void
mull_import_settings_init (MullImportSettings *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) currencies = NULL;

  self->fields = g_ptr_array_new_with_free_func (free_field);
  self->column_rows = g_ptr_array_new ();
  self->title_rows = g_ptr_array_new ();
  self->preview_rows = g_ptr_array_new ();
  self->targets = g_array_new (FALSE, FALSE, sizeof (MullImportTarget));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MULL_N_IMPORT_KINDS; i++)
    gtk_string_list_append (kinds, mull_import_kind_get_label (i));
  currencies = gtk_string_list_new (mull_currency_list ());
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->currency_row, G_LIST_MODEL (currencies));
  for (guint i = 0; i < N_PREVIEW; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_group_add (self->preview_group, row);
      g_ptr_array_add (self->preview_rows, row);
    }
}

/**
 * mull_import_settings_set_file:
 * @self: the form
 * @file: the file that it is about from now on
 */
void
mull_import_settings_set_file (MullImportSettings *self, MullImportFile *file)
{
  g_return_if_fail (MULL_IS_IMPORT_SETTINGS (self) && file != NULL);

  g_clear_pointer (&self->file, mull_import_file_unref);
  self->file = mull_import_file_ref (file);
  g_clear_pointer (&self->mapping, mull_import_mapping_free);
  self->mapping = mull_import_mapping_copy (mull_import_file_get_mapping (file));
  fill_in (self);
  show_values (self);
}

/**
 * mull_import_settings_apply:
 * @self: the form
 * @error: return location
 *
 * Gives the file the mapping that the form shows.
 *
 * Returns: %FALSE with a sentence that says what is missing
 */
gboolean
mull_import_settings_apply (MullImportSettings *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_IMPORT_SETTINGS (self) && self->file != NULL, FALSE);

  return mull_import_file_set_mapping (self->file, self->mapping, error);
}
