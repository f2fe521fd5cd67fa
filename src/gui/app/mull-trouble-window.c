/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trouble-window"

#include "config.h"

#include "mull-trouble-window.h"

#include "mull-backup-manifest.h"
#include "mull-columns.h"
#include "mull-error.h"
#include "mull-rescue.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* The newest ones; all of them are in the folder. */
#define MAX_BACKUPS 10

struct _MullTroubleWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwStatusPage *status;
  AdwPreferencesGroup *backups;

  /* Owned */
  char *folder;
  MullClock *clock;
};

G_DEFINE_FINAL_TYPE (MullTroubleWindow, mull_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

static void
retry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  /* The application tries to open the data again and replaces this window. */
  g_application_activate (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))));
}

static void
show_sentence (MullTroubleWindow *self, const char *sentence)
{
  /* The description of a status page is markup. */
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->status, escaped);
}

static void
put_back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTroubleWindow *self = MULL_TROUBLE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (mull_rescue_put_back (self->folder, g_variant_get_string (parameter, NULL),
                            mull_clock_get_now (self->clock), NULL, &error))
    gtk_widget_activate_action (widget, "trouble.retry", NULL);
  else
    show_sentence (self, error->message);
}

static void
add_backup (MullTroubleWindow *self, const MullBackupManifest *backup)
{
  GTimeZone *zone = mull_clock_get_zone (self->clock);
  g_autofree char *day = mull_day_format_long (mull_day_from_instant (backup->at, zone));
  g_autofree char *time = mull_instant_format_time (backup->at, zone);
  /* Translators: a day and a time of day */
  g_autofree char *moment = g_strdup_printf (C_ ("moment", "%s, %s"), day, time);
  g_autofree char *deals = g_strdup_printf (
      ngettext ("%d deal", "%d deals", (gulong) backup->n_deals), (int) backup->n_deals);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Put Back"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), deals);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "trouble.put-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", backup->path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->backups, row);
}

/* Only where the file itself is the trouble: a full or busy disk asks for patience, not for an
 * older state. */
static void
offer_backups (MullTroubleWindow *self, const GError *error)
{
  g_autoptr (GPtrArray) backups = NULL;

  if (!g_error_matches (error, MULL_ERROR, MULL_ERROR_CORRUPT) &&
      !g_error_matches (error, MULL_ERROR, MULL_ERROR_NOT_FOUND))
    return;
  backups = mull_rescue_list (self->folder);
  for (guint i = 0; i < MIN (backups->len, MAX_BACKUPS); i++)
    add_backup (self, backups->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->backups), backups->len > 0);
}

static void
mull_trouble_window_dispose (GObject *object)
{
  MullTroubleWindow *self = MULL_TROUBLE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_TROUBLE_WINDOW);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (mull_trouble_window_parent_class)->dispose (object);
}

static void
mull_trouble_window_class_init (MullTroubleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_trouble_window_dispose;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/app/mull-trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, status);
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, backups);
  gtk_widget_class_install_action (widget_class, "trouble.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "trouble.put-back", "s", put_back_action);
}

static void
mull_trouble_window_init (MullTroubleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_trouble_window_new:
 * @error: (transfer none): why the data could not be opened
 * @folder: where it is
 * @clock: what time it is
 *
 * Returns: (transfer none): the window; it belongs to GTK until it is closed
 */
MullTroubleWindow *
mull_trouble_window_new (AdwApplication *application,
                         const GError *error,
                         const char *folder,
                         MullClock *clock)
{
  MullTroubleWindow *self =
      g_object_new (MULL_TYPE_TROUBLE_WINDOW, "application", application, NULL);

  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  show_sentence (self, error->message);
  offer_backups (self, error);
  return self;
}
