/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-settings-columns"

#include "config.h"

#include "mull-import-settings-private.h"

#include "mull-import-values.h"

#include <glib/gi18n-lib.h>

/* ── Values ───────────────────────────────────────────────────────────── */

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
    g_string_append (text, _ ("From the column that becomes the deal"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mull_import_settings_show_columns:
 * @self: the form
 * @preview: (nullable): the first rows of the file, as they would be stored
 *
 * Shows what the columns make of the values.
 */
void
mull_import_settings_show_columns (MullImportSettings *self, GPtrArray *preview)
{
  g_autofree char *title = describe_title (self);

  mull_import_settings_set_subtitle (self->title_row, title);
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      g_autofree char *text = mull_import_values_describe_column (
          mull_import_file_get_column (self->file, i), preview, i,
          mull_import_mapping_get_column (self->mapping, i)->target);

      mull_import_settings_set_subtitle (g_ptr_array_index (self->column_rows, i), text);
    }
}

/* ── Choices ──────────────────────────────────────────────────────────── */

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
  mull_import_settings_ask_about_column (self, index);
  mull_import_settings_tell (self);
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
  self->is_filling = TRUE;
  mull_import_settings_fill_in_columns (self);
  self->is_filling = FALSE;
  mull_import_settings_tell (self);
}

/* ── Filling in ───────────────────────────────────────────────────────── */

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/**
 * mull_import_settings_fill_in_columns:
 * @self: the form
 *
 * Makes a row for each column of the file.
 */
void
mull_import_settings_fill_in_columns (MullImportSettings *self)
{
  MullImportKind kind = mull_import_mapping_get_kind (self->mapping);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) title_choices = gtk_string_list_new (NULL);

  g_array_set_size (self->targets, 0);
  for (MullImportTarget target = 0; target < MULL_N_IMPORT_TARGETS; target++)
    if (target == MULL_IMPORT_IGNORED || mull_import_target_is_for (target, kind))
      {
        g_array_append_val (self->targets, target);
        gtk_string_list_append (choices, mull_import_values_name_target (target, FALSE));
        gtk_string_list_append (title_choices, mull_import_values_name_target (target, TRUE));
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
      row = mull_import_settings_new_combo_row (
          column->name, "",
          G_LIST_MODEL (mull_import_mapping_is_in_title (self->mapping, i) ? title_choices
                                                                           : choices),
          selected);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->columns_group, GTK_WIDGET (row));
      g_ptr_array_add (self->column_rows, row);
      g_signal_connect (row, "notify::selected", G_CALLBACK (on_column_notify_cb), self);
    }
}

/**
 * mull_import_settings_fill_in_title:
 * @self: the form
 *
 * Offers each column of the file for the title of the deals.
 */
void
mull_import_settings_fill_in_title (MullImportSettings *self)
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

      mull_import_settings_set_title (row, mull_import_mapping_get_column (self->mapping, i)->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   mull_import_mapping_is_in_title (self->mapping, i));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_expander_row_add_row (self->title_row, row);
      g_ptr_array_add (self->title_rows, button);
      g_signal_connect (button, "toggled", G_CALLBACK (on_title_toggled_cb), self);
    }
}
