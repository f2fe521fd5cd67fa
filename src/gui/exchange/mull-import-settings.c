/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-settings"

#include "config.h"

#include "mull-import-settings-private.h"

#include "mull-csv-encoding.h"
#include "mull-feedback.h"
#include "mull-import-values.h"
#include "mull-pipeline-ops.h"
#include "mull-text.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* Rows that are shown as they would be stored. */
#define N_PREVIEW 5

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char delimiters[] = { ',', ';', '\t', '|' };

G_DEFINE_FINAL_TYPE (MullImportSettings, mull_import_settings, ADW_TYPE_BIN)

/* ── Rows ─────────────────────────────────────────────────────────────── */

/* What files say is shown as it is. */
/**
 * mull_import_settings_set_title:
 * @row: (type AdwPreferencesRow): a row
 * @text: its title, which is no markup
 */
void
mull_import_settings_set_title (gpointer row, const char *text)
{
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, text);
}

/**
 * mull_import_settings_set_subtitle:
 * @row: (type AdwPreferencesRow): a row
 * @text: its subtitle, which is no markup
 */
void
mull_import_settings_set_subtitle (gpointer row, const char *text)
{
  adw_preferences_row_set_use_markup (row, FALSE);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_subtitle (row, text);
  else
    adw_action_row_set_subtitle (row, text);
}

/**
 * mull_import_settings_new_combo_row:
 * @title: its title
 * @subtitle: its subtitle
 * @choices: what can be chosen
 * @selected: what is
 *
 * Returns: (transfer floating): a row to choose in
 */
AdwComboRow *
mull_import_settings_new_combo_row (const char *title,
                                    const char *subtitle,
                                    GListModel *choices,
                                    guint selected)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  mull_import_settings_set_title (row, title);
  mull_import_settings_set_subtitle (row, subtitle);
  adw_combo_row_set_model (row, choices);
  adw_combo_row_set_selected (row, selected);
  return row;
}

/* ── Showing ──────────────────────────────────────────────────────────── */

static gboolean
is_cards (MullImportSettings *self)
{
  return mull_import_file_get_source (self->file) == MULL_IMPORT_SOURCE_VCARD;
}

static char *
describe_file (MullImportSettings *self)
{
  guint n_rows = mull_import_file_get_n_rows (self->file);
  g_autofree char *rows = g_strdup_printf (ngettext ("%'u row", "%'u rows", n_rows), n_rows);

  if (is_cards (self))
    return g_strdup_printf (ngettext ("%'u contact (vCard)", "%'u contacts (vCard)", n_rows),
                            n_rows);

  /* Translators: name of a program, what the rows are, how many: "Pipedrive: Deals, 12 rows" */
  return g_strdup_printf (
      _ ("%s: %s, %s"), mull_import_source_get_label (mull_import_file_get_source (self->file)),
      mull_import_kind_get_label (mull_import_mapping_get_kind (self->mapping)), rows);
}

static void
show_preview (MullImportSettings *self, GPtrArray *preview)
{
  for (guint i = 0; i < self->preview_rows->len; i++)
    {
      AdwActionRow *row = g_ptr_array_index (self->preview_rows, i);
      gboolean shown = preview != NULL && i < preview->len;
      const MullImportRow *imported;
      MullImportKind kind;
      g_autofree char *name = NULL;
      g_autofree char *rest = NULL;

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      if (!shown)
        continue;
      imported = g_ptr_array_index (preview, i);
      kind = mull_import_row_get_kind (imported);
      name = mull_import_values_name (imported, kind);
      rest = mull_import_values_describe (imported, kind);
      mull_import_settings_set_title (row, name);
      mull_import_settings_set_subtitle (row, rest);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), preview != NULL && preview->len > 0);
}

/* Everything that shows values, after any change. */
static void
show_values (MullImportSettings *self)
{
  g_autoptr (GPtrArray) preview = NULL;
  g_autofree char *file = describe_file (self);

  if (mull_import_file_set_mapping (self->file, self->mapping, NULL))
    preview = mull_import_file_preview (self->file, N_PREVIEW, NULL);
  mull_import_settings_set_title (self->file_row, file);
  mull_import_settings_show_columns (self, preview);
  mull_import_settings_show_answers (self, preview);
  show_preview (self, preview);
}

/**
 * mull_import_settings_tell:
 * @self: the form
 *
 * Shows what was changed, and tells that it was.
 */
void
mull_import_settings_tell (MullImportSettings *self)
{
  show_values (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ── The file as a whole ──────────────────────────────────────────────── */

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
  mull_import_settings_fill_in (self);
  mull_import_settings_tell (self);
}

static void
on_currency_notify (MullImportSettings *self)
{
  guint choice = adw_combo_row_get_selected (self->currency_row);

  if (self->is_filling || choice == GTK_INVALID_LIST_POSITION)
    return;
  mull_import_mapping_set_currency (self->mapping, mull_currency_list ()[choice]);
  mull_import_settings_set_subtitle (self->currency_row, "");
  mull_import_settings_tell (self);
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
  mull_import_settings_tell (self);
}

/* How the file is written. What the columns are is proposed anew then. What was changed is sure. */
static void
change_dialect (MullImportSettings *self)
{
  MullCsvDialect old = *mull_import_file_get_dialect (self->file);
  MullCsvDialect dialect = old;
  g_autoptr (GError) error = NULL;

  if (self->is_filling)
    return;
  dialect.encoding = (MullCsvEncoding) adw_combo_row_get_selected (self->encoding_row);
  dialect.delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  dialect.has_header = gtk_switch_get_active (self->header_switch);
  if (mull_import_file_set_dialect (self->file, &dialect, &error))
    {
      dialect.encoding_certain |= dialect.encoding != old.encoding;
      dialect.delimiter_certain |= dialect.delimiter != old.delimiter;
      dialect.header_certain |= dialect.has_header != old.has_header;
      mull_import_file_set_certain (self->file, &dialect);
      mull_import_mapping_free (self->mapping);
      self->mapping = mull_import_mapping_copy (mull_import_file_get_mapping (self->file));
    }
  else
    mull_feedback_error (GTK_WIDGET (self), error);
  mull_import_settings_fill_in (self);
  mull_import_settings_tell (self);
}

/* ── Filling in ───────────────────────────────────────────────────────── */

static void
fill_in_defaults (MullImportSettings *self)
{
  const MullCsvDialect *dialect = mull_import_file_get_dialect (self->file);
  MullImportKind kind = mull_import_mapping_get_kind (self->mapping);
  const char *currency = mull_import_mapping_get_currency (self->mapping);
  const char *const *currencies = mull_currency_list ();

  /* A card says itself what it is. */
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), !is_cards (self));
  gtk_widget_set_visible (GTK_WIDGET (self->dialect_row), !is_cards (self));
  gtk_widget_set_visible (GTK_WIDGET (self->columns_group), !is_cards (self));
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

/**
 * mull_import_settings_fill_in:
 * @self: the form
 *
 * Shows the file and its mapping as they are.
 */
void
mull_import_settings_fill_in (MullImportSettings *self)
{
  g_autofree char *name = mull_text_strip_bidi (mull_import_file_get_name (self->file));

  self->is_filling = TRUE;
  mull_import_settings_set_subtitle (self->file_row, name);
  fill_in_defaults (self);
  mull_import_settings_fill_in_questions (self);
  mull_import_settings_fill_in_columns (self);
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
  mull_import_settings_dispose_columns (self);
  g_clear_pointer (&self->preview_rows, g_ptr_array_unref);

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
  BIND (dialect_row);
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

  mull_import_settings_init_questions (self);
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
  mull_import_settings_forget_questions (self);
  mull_import_settings_fill_in (self);
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
