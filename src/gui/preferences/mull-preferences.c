/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-preferences"

#include "config.h"

#include "mull-preferences.h"

#include "mull-feedback.h"
#include "mull-reviewer-page.h"
#include "mull-script-desk.h"
#include "mull-thresholds.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template children */
  AdwPreferencesPage *page;
  AdwEntryRow *name;
  AdwEntryRow *phone;

  /* Owned */
  MullWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (MullPreferences, mull_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
save (MullPreferences *self, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (mull_workspace_set_setting (self->workspace, key, value, &error))
    return TRUE;
  mull_feedback_error (GTK_WIDGET (self->page), error);
  return FALSE;
}

/* ── You ──────────────────────────────────────────────────────────────── */

static gboolean
keep (MullPreferences *self, AdwEntryRow *row, const char *key)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *stored = mull_workspace_dup_setting (self->workspace, key);

  return g_strcmp0 (text, stored != NULL ? stored : "") == 0 || save (self, key, text);
}

static void
on_name_apply (AdwEntryRow *row, gpointer user_data)
{
  keep (user_data, row, MULL_SCRIPT_DESK_MY_NAME);
}

static void
on_phone_apply (AdwEntryRow *row, gpointer user_data)
{
  keep (user_data, row, MULL_SCRIPT_DESK_MY_PHONE);
}

static void
fill_in (MullPreferences *self, AdwEntryRow *row, const char *key)
{
  g_autofree char *value = mull_workspace_dup_setting (self->workspace, key);

  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
}

/* ── The numbers of the rules ─────────────────────────────────────────── */

/* A number in a row of the preferences, and what it is. */
typedef struct
{
  MullPreferences *self; /* borrowed: the row lives inside it */
  const MullThresholdInfo *info;
  AdwActionRow *row;
} Number;

static void
show_unit (Number *number, int value)
{
  g_autofree char *text = mull_threshold_unit_format (number->info->unit, value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (number->row), FALSE);
  adw_action_row_set_subtitle (number->row, text);
}

static void
on_number_value_changed (GtkSpinButton *spin, gpointer user_data)
{
  Number *number = user_data;
  int value = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = g_strdup_printf ("%d", value);

  show_unit (number, value);
  save (number->self, number->info->key, text);
}

static void
free_number (gpointer data, GClosure *closure)
{
  g_free (data);
}

static int
stored_value (MullPreferences *self, const MullThresholdInfo *info)
{
  g_autofree char *text = mull_workspace_dup_setting (self->workspace, info->key);
  gint64 value;

  if (text != NULL && g_ascii_string_to_signed (text, 10, info->min, info->max, &value, NULL))
    return (int) value;
  return info->fallback;
}

static GtkWidget *
make_number_row (MullPreferences *self, const MullThresholdInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (info->min, info->max, 1);
  Number *number = g_new (Number, 1);
  int value = stored_value (self, info);

  *number = (Number){ self, info, ADW_ACTION_ROW (row) };
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mull_threshold_info_get_name (info));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mull_threshold_info_get_name (info), -1);
  show_unit (number, value);
  g_signal_connect_data (spin, "value-changed", G_CALLBACK (on_number_value_changed), number,
                         free_number, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static void
add_numbers (MullPreferences *self, MullThresholdGroup group)
{
  GtkWidget *section = adw_preferences_group_new ();
  /* The title of a group is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (mull_threshold_group_label (group), -1);
  const MullThresholdInfo *infos;
  guint n_infos;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (section), escaped);
  infos = mull_thresholds_list (&n_infos);
  for (guint i = 0; i < n_infos; i++)
    if (infos[i].group == group)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (section),
                                 make_number_row (self, &infos[i]));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (section));
}

/* ── Object ───────────────────────────────────────────────────────────── */

/* What was typed is kept, also by those who close the window without saying so. What cannot be kept
 * stays to be seen. */
static gboolean
mull_preferences_close_request (GtkWindow *window)
{
  MullPreferences *self = MULL_PREFERENCES (window);

  if (!keep (self, self->name, MULL_SCRIPT_DESK_MY_NAME) ||
      !keep (self, self->phone, MULL_SCRIPT_DESK_MY_PHONE))
    return TRUE;
  return GTK_WINDOW_CLASS (mull_preferences_parent_class)->close_request (window);
}

static void
mull_preferences_dispose (GObject *object)
{
  MullPreferences *self = MULL_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_PREFERENCES);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_preferences_parent_class)->dispose (object);
}

static void
mull_preferences_class_init (MullPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mull_preferences_close_request;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/preferences/mull-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, page);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, phone);
  gtk_widget_class_bind_template_callback (widget_class, on_name_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_apply);
}

static void
mull_preferences_init (MullPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_preferences_new:
 * @parent: the window they belong to
 *
 * Returns: (transfer none): the preferences; they belong to GTK until they are closed
 */
MullPreferences *
mull_preferences_new (GtkWindow *parent, MullWorkspace *workspace)
{
  MullPreferences *self = g_object_new (MULL_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  fill_in (self, self->name, MULL_SCRIPT_DESK_MY_NAME);
  fill_in (self, self->phone, MULL_SCRIPT_DESK_MY_PHONE);
  add_numbers (self, MULL_THRESHOLD_GROUP_DO_OVER);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (mull_reviewer_page_new (workspace)));
  return self;
}
