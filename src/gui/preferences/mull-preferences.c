/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-preferences"

#include "config.h"

#include "mull-preferences.h"

#include "mull-backups-page.h"
#include "mull-feedback.h"
#include "mull-reviewer-page.h"
#include "mull-script-desk.h"
#include "mull-threshold-row.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560

struct _MullPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template children */
  AdwPreferencesPage *page;
  AdwEntryRow *name;
  AdwEntryRow *phone;
  GtkSwitch *reminders;
  AdwActionRow *when_closed_row;
  GtkSwitch *when_closed;
  MullBackupsPage *backups;

  /* Owned */
  GSettings *settings;
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

/* ── Reminders ────────────────────────────────────────────────────────── */

/* Says what is so now, not what might be. */
static void
on_when_closed_notify_active (GtkSwitch *when_closed, GParamSpec *pspec, gpointer user_data)
{
  MullPreferences *self = user_data;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->when_closed_row), FALSE);
  adw_action_row_set_subtitle (
      self->when_closed_row,
      gtk_switch_get_active (when_closed)
          ? _ ("When its window is closed, Mulligan goes on unseen until you quit it with Ctrl+Q, "
               "or "
               "log out.")
          : _ ("When its window is closed, Mulligan ends. It tells what came up when you open it "
               "again."));
}

/* ── The numbers of the rules ─────────────────────────────────────────── */

static void
add_numbers (MullPreferences *self, MullThresholdGroup group)
{
  GtkWidget *section = adw_preferences_group_new ();
  /* The texts of a group are markup in libadwaita 1.2. */
  g_autofree char *title = g_markup_escape_text (mull_threshold_group_label (group), -1);
  g_autofree char *description = g_markup_escape_text (mull_threshold_group_explain (group), -1);
  const MullThresholdInfo *infos;
  guint n_infos;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (section), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (section), description);
  infos = mull_thresholds_list (&n_infos);
  for (guint i = 0; i < n_infos; i++)
    if (infos[i].group == group)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (section),
                                 mull_threshold_row_new (self->workspace, &infos[i]));
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
mull_preferences_map (GtkWidget *widget)
{
  MullPreferences *self = MULL_PREFERENCES (widget);

  fill_in (self, self->name, MULL_SCRIPT_DESK_MY_NAME);
  fill_in (self, self->phone, MULL_SCRIPT_DESK_MY_PHONE);
  mull_backups_page_refresh (self->backups);
  GTK_WIDGET_CLASS (mull_preferences_parent_class)->map (widget);
}

static void
mull_preferences_dispose (GObject *object)
{
  MullPreferences *self = MULL_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_PREFERENCES);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mull_preferences_parent_class)->dispose (object);
}

static void
mull_preferences_class_init (MullPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_preferences_dispose;
  widget_class->map = mull_preferences_map;
  GTK_WINDOW_CLASS (klass)->close_request = mull_preferences_close_request;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/preferences/mull-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, page);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, name);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, phone);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, reminders);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, when_closed_row);
  gtk_widget_class_bind_template_child (widget_class, MullPreferences, when_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_when_closed_notify_active);
  gtk_widget_class_bind_template_callback (widget_class, on_name_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_apply);
}

static void
mull_preferences_init (MullPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (MULL_APP_ID);
  g_settings_bind (self->settings, "reminders", self->reminders, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "remind-when-closed", self->when_closed, "active",
                   G_SETTINGS_BIND_DEFAULT);
  on_when_closed_notify_active (self->when_closed, NULL, self);
}

/**
 * mull_preferences_new:
 * @parent: the window they belong to
 *
 * Closing them only hides them, and they say what holds whenever they are presented: libadwaita 1.2
 * would keep most of what was destroyed.
 *
 * Returns: (transfer none): the preferences; they belong to GTK and go with @parent
 */
MullPreferences *
mull_preferences_new (GtkWindow *parent, MullWorkspace *workspace)
{
  MullPreferences *self = g_object_new (MULL_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  for (int group = 0; group < MULL_THRESHOLD_N_GROUPS; group++)
    add_numbers (self, (MullThresholdGroup) group);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (mull_reviewer_page_new (workspace)));
  self->backups = mull_backups_page_new (workspace);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (self->backups));
  return self;
}

/* What was searched for the last time would be in front of the page. */
static void
show_page (MullPreferences *self, AdwPreferencesPage *page)
{
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (self);

  mull_widget_fit_width (GTK_WINDOW (self), WIDTH);
  adw_preferences_window_set_search_enabled (window, FALSE);
  adw_preferences_window_set_search_enabled (window, TRUE);
  adw_preferences_window_set_visible_page (window, page);
}

/**
 * mull_preferences_show_general:
 *
 * Shows the first page.
 */
void
mull_preferences_show_general (MullPreferences *self)
{
  g_return_if_fail (MULL_IS_PREFERENCES (self));

  show_page (self, self->page);
}

/**
 * mull_preferences_show_backups:
 *
 * Shows the page with the backups.
 */
void
mull_preferences_show_backups (MullPreferences *self)
{
  g_return_if_fail (MULL_IS_PREFERENCES (self));

  show_page (self, ADW_PREFERENCES_PAGE (self->backups));
}
