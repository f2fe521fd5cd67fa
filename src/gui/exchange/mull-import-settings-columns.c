/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-settings-columns"

#include "config.h"

#include "mull-import-settings-private.h"

#include "mull-import-values.h"

#include <glib/gi18n-lib.h>

/* A table may have hundreds of columns. So many get their rows at once, which is more than a window
 * shows; the others follow one by one while nothing else is to be done. */
#define N_AT_ONCE 12

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

static void
show_column (MullImportSettings *self, guint index)
{
  g_autofree char *text = mull_import_values_describe_column (
      mull_import_file_get_column (self->file, index), self->preview, index,
      mull_import_mapping_get_column (self->mapping, index)->target);

  mull_import_settings_set_subtitle (g_ptr_array_index (self->column_rows, index), text);
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

  g_clear_pointer (&self->preview, g_ptr_array_unref);
  self->preview = preview != NULL ? g_ptr_array_ref (preview) : NULL;
  mull_import_settings_set_subtitle (self->title_row, title);
  for (guint i = 0; i < self->column_rows->len; i++)
    show_column (self, i);
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

/* Its choices have other names in the title. */
static void
show_choices (MullImportSettings *self, guint index)
{
  gboolean was_filling = self->is_filling;
  AdwComboRow *row = g_ptr_array_index (self->column_rows, index);
  MullImportTarget target = mull_import_mapping_get_column (self->mapping, index)->target;

  self->is_filling = TRUE;
  adw_combo_row_set_model (row, mull_import_mapping_is_in_title (self->mapping, index)
                                    ? self->title_choices
                                    : self->choices);
  for (guint i = 0; i < self->targets->len; i++)
    if (g_array_index (self->targets, MullImportTarget, i) == target)
      adw_combo_row_set_selected (row, i);
  self->is_filling = was_filling;
}

static void
on_title_toggled_cb (GtkCheckButton *button, gpointer user_data)
{
  MullImportSettings *self = user_data;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint index;

  if (self->is_filling || !g_ptr_array_find (self->title_rows, button, &index))
    return;
  for (guint i = 0; i < mull_import_mapping_get_n_columns (self->mapping); i++)
    if (i == index ? gtk_check_button_get_active (button)
                   : mull_import_mapping_is_in_title (self->mapping, i))
      g_array_append_val (columns, i);
  mull_import_mapping_set_title (self->mapping, (const guint *) (gpointer) columns->data,
                                 columns->len, " — ");
  show_choices (self, index);
  mull_import_settings_tell (self);
}

/* ── Filling in ───────────────────────────────────────────────────────── */

static void
name_choices (MullImportSettings *self)
{
  MullImportKind kind = mull_import_mapping_get_kind (self->mapping);
  GtkStringList *choices = gtk_string_list_new (NULL);
  GtkStringList *title_choices = gtk_string_list_new (NULL);

  g_array_set_size (self->targets, 0);
  for (MullImportTarget target = 0; target < MULL_N_IMPORT_TARGETS; target++)
    if (target == MULL_IMPORT_IGNORED || mull_import_target_is_for (target, kind))
      {
        g_array_append_val (self->targets, target);
        gtk_string_list_append (choices, mull_import_values_name_target (target, FALSE));
        gtk_string_list_append (title_choices, mull_import_values_name_target (target, TRUE));
      }
  g_clear_object (&self->choices);
  g_clear_object (&self->title_choices);
  self->choices = G_LIST_MODEL (choices);
  self->title_choices = G_LIST_MODEL (title_choices);
}

static void
remove_rows (MullImportSettings *self)
{
  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->columns_group, g_ptr_array_index (self->column_rows, i));
  g_ptr_array_set_size (self->column_rows, 0);
  for (guint i = 0; i < self->title_rows->len; i++)
    adw_expander_row_remove (
        self->title_row,
        gtk_widget_get_ancestor (g_ptr_array_index (self->title_rows, i), ADW_TYPE_ACTION_ROW));
  g_ptr_array_set_size (self->title_rows, 0);
}

/* Offers a column for the title of the deals. */
static void
add_title_row (MullImportSettings *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  mull_import_settings_set_title (row, mull_import_mapping_get_column (self->mapping, index)->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               mull_import_mapping_is_in_title (self->mapping, index));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (self->title_row, row);
  g_ptr_array_add (self->title_rows, button);
  g_signal_connect (button, "toggled", G_CALLBACK (on_title_toggled_cb), self);
}

static void
add_column_row (MullImportSettings *self, guint index)
{
  const char *name = mull_import_mapping_get_column (self->mapping, index)->name;
  AdwComboRow *row = mull_import_settings_new_combo_row (name, "", self->choices, 0);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->columns_group, GTK_WIDGET (row));
  g_ptr_array_add (self->column_rows, row);
  show_choices (self, index);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_column_notify_cb), self);
}

static gboolean
on_rest_idle_cb (gpointer user_data)
{
  MullImportSettings *self = user_data;
  guint index = self->column_rows->len;

  if (index < mull_import_mapping_get_n_columns (self->mapping))
    {
      add_title_row (self, index);
      add_column_row (self, index);
      show_column (self, index);
      return G_SOURCE_CONTINUE;
    }
  self->rest_source = 0;
  return G_SOURCE_REMOVE;
}

/**
 * mull_import_settings_fill_in_columns:
 * @self: the form
 *
 * Makes a row for each column of the file, and one that offers it for the title of the deals.
 */
void
mull_import_settings_fill_in_columns (MullImportSettings *self)
{
  guint n_columns = mull_import_mapping_get_n_columns (self->mapping);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row),
                          mull_import_mapping_get_kind (self->mapping) == MULL_IMPORT_DEALS);
  name_choices (self);
  remove_rows (self);
  for (guint i = 0; i < MIN (n_columns, N_AT_ONCE); i++)
    {
      add_title_row (self, i);
      add_column_row (self, i);
    }
  if (n_columns > N_AT_ONCE)
    self->rest_source = g_idle_add_full (G_PRIORITY_LOW, on_rest_idle_cb, self, NULL);
}

/**
 * mull_import_settings_dispose_columns:
 * @self: the form
 *
 * Lets go of what the columns are shown with.
 */
void
mull_import_settings_dispose_columns (MullImportSettings *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->title_rows, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_array_unref);
  g_clear_pointer (&self->preview, g_ptr_array_unref);
  g_clear_object (&self->choices);
  g_clear_object (&self->title_choices);
}
