/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-backups"

#include "config.h"

#include "mull-window-private.h"

#include "mull-backup-manifest.h"
#include "mull-custodian.h"
#include "mull-custody.h"
#include "mull-feedback.h"
#include "mull-sync-notice.h"
#include "mull-waiting.h"

#include <glib/gi18n-lib.h>

/* ── Actions ──────────────────────────────────────────────────────────── */

static char *
dup_moment (gint64 at, GTimeZone *zone)
{
  g_autofree char *day = mull_day_format_long (mull_day_from_instant (at, zone));
  g_autofree char *time = mull_instant_format_time (at, zone);

  /* Translators: a day and a time of day */
  return g_strdup_printf (C_ ("moment", "%s, %s"), day, time);
}

/* Something that is done with a backup. */
typedef struct
{
  MullWindow *window;   /* owned */
  MullWaiting *waiting; /* owned */
  char *said;           /* owned */
} Work;

static Work *
work_new (MullWindow *window, const char *heading, double no_return)
{
  Work *self = g_new0 (Work, 1);

  self->window = g_object_ref (window);
  self->waiting = mull_waiting_new (GTK_WIDGET (window->pages), heading, no_return);
  return self;
}

static void
work_free (Work *self)
{
  mull_waiting_free (self->waiting);
  g_object_unref (self->window);
  g_free (self->said);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
say_failure (Work *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_error (GTK_WIDGET (self->window->pages), error);
}

static void
on_look_opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (work->window));
  g_autoptr (GError) error = NULL;
  g_autoptr (MullWorkspace) look = mull_workspace_open_look_finish (result, &error);

  if (look == NULL)
    say_failure (work, error);
  else if (application != NULL)
    gtk_window_present (GTK_WINDOW (mull_window_new (ADW_APPLICATION (application), look)));
}

/* It is shown as it looked then, so for it the time stands still. */
static void
look_at_backup_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (MullBackupManifest) backup = mull_backup_manifest_load (path);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autoptr (MullClock) clock = mull_clock_new_fixed (backup->at, zone);
  g_autofree char *moment = dup_moment (backup->at, zone);
  /* Translators: the argument is a day and a time */
  g_autofree char *sentence =
      g_strdup_printf (_ ("This is the backup of %s. Nothing can be changed in it."), moment);
  Work *work = work_new (self, _ ("Opening the Backup"), 1);

  mull_workspace_open_look_async (path, mull_workspace_get_folder (self->workspace), clock,
                                  sentence, mull_waiting_get_cancellable (work->waiting),
                                  mull_waiting_on_progress, work->waiting, on_look_opened_cb, work);
}

/* Whatever was open may no longer be there. */
static void
on_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  GtkWidget *place = GTK_WIDGET (work->window->pages);
  g_autofree char *safety = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = mull_custody_restore_finish (MULL_WORKSPACE (source), result, &safety, &error);

  /* The data may have been closed with its windows. */
  if (gtk_window_get_application (GTK_WINDOW (work->window)) == NULL)
    return;
  if (done || safety != NULL)
    mull_window_show_home (work->window);
  if (done)
    mull_feedback_action_toast (place, work->said, _ ("_Undo"), "win.undo-restore", safety);
  else
    say_failure (work, error);
}

static void
restore_backup_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (MullBackupManifest) backup = mull_backup_manifest_load (path);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autofree char *moment = dup_moment (backup->at, zone);
  Work *work = work_new (self, _ ("Restoring the Backup"), MULL_CUSTODY_NO_RETURN);

  /* Translators: the argument is a day and a time */
  work->said = g_strdup_printf (_ ("The backup of %s is restored"), moment);
  mull_custody_restore_async (self->workspace, path, FALSE,
                              mull_waiting_get_cancellable (work->waiting),
                              mull_waiting_on_progress, work->waiting, on_restored_cb, work);
}

static void
on_restore_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = mull_custody_restore_finish (MULL_WORKSPACE (source), result, NULL, &error);

  if (gtk_window_get_application (GTK_WINDOW (work->window)) == NULL)
    return;
  if (done)
    mull_feedback_toast (GTK_WIDGET (work->window->pages), _ ("Everything is as it was before"));
  else
    say_failure (work, error);
  mull_window_show_home (work->window);
}

static void
undo_restore_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  Work *work = work_new (self, _ ("Taking the Restore Back"), MULL_CUSTODY_NO_RETURN);

  mull_custody_restore_async (self->workspace, g_variant_get_string (parameter, NULL), TRUE,
                              mull_waiting_get_cancellable (work->waiting),
                              mull_waiting_on_progress, work->waiting, on_restore_undone_cb, work);
}

static void
try_saving_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (mull_workspace_try_saving (self->workspace, &error))
    mull_feedback_toast (GTK_WIDGET (self->pages),
                         _ ("Changes can be saved again. Make your last one once more."));
  else
    mull_feedback_error (GTK_WIDGET (self->pages), error);
}

static void update_banner (MullWindow *self);

/* It is said once, and for longer on the page. */
static void
show_sync_advice_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);

  g_clear_pointer (&self->sync_sentence, g_free);
  update_banner (self);
  gtk_widget_activate_action (widget, "win.show-backups", NULL);
}

/**
 * mull_window_install_backup_actions:
 *
 * Installs `win.try-saving`, `win.show-sync-advice`, and `win.look-at-backup`, `win.restore-backup`
 * and `win.undo-restore`, each with the path of a backup.
 */
void
mull_window_install_backup_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.try-saving", NULL, try_saving_action);
  gtk_widget_class_install_action (widget_class, "win.show-sync-advice", NULL,
                                   show_sync_advice_action);
  gtk_widget_class_install_action (widget_class, "win.look-at-backup", "s", look_at_backup_action);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", "s", restore_backup_action);
  gtk_widget_class_install_action (widget_class, "win.undo-restore", "s", undo_restore_action);
}

/* ── Following ────────────────────────────────────────────────────────── */

/* What makes no sense where nothing can be changed. */
static const char *const changing[] = { "win.preferences", "win.show-backups", "win.import",
                                        "win.new-deal" };

/* What the banner says. */
typedef struct
{
  const char *sentence; /* NULL if there is nothing to say */
  const char *icon;
  const char *label;  /* of the button */
  const char *action; /* what it does */
  gboolean is_trouble;
} Notice;

static Notice
get_freeze_notice (MullWindow *self)
{
  const char *sentence = mull_workspace_get_freeze_sentence (self->workspace);

  switch (mull_workspace_get_freeze (self->workspace))
    {
    case MULL_FREEZE_LOOK:
      return (Notice){ sentence, "changes-prevent-symbolic", _ ("_Close"), "window.close", FALSE };
    case MULL_FREEZE_UNSURE:
      return (Notice){ sentence, "dialog-warning-symbolic", _ ("_Open Again"), "app.reopen", TRUE };
    case MULL_FREEZE_DAMAGED:
      return (Notice){ sentence, "dialog-warning-symbolic", _ ("_Repair…"), "app.reopen", TRUE };
    case MULL_FREEZE_NONE:
      break;
    }
  return (Notice){ NULL };
}

/* The worst first. */
static Notice
get_notice (MullWindow *self)
{
  const char *hindrance = mull_workspace_get_hindrance (self->workspace);

  if (mull_workspace_get_freeze (self->workspace) != MULL_FREEZE_NONE)
    return get_freeze_notice (self);
  if (hindrance != NULL)
    return (Notice){ hindrance, "dialog-warning-symbolic", _ ("_Try Again"), "win.try-saving",
                     TRUE };
  return (Notice){ self->sync_sentence, "dialog-information-symbolic", _ ("_What to Do"),
                   "win.show-sync-advice", FALSE };
}

static void
update_banner (MullWindow *self)
{
  gboolean is_free = mull_workspace_get_freeze (self->workspace) == MULL_FREEZE_NONE;
  Notice notice = get_notice (self);

  gtk_widget_set_visible (self->banner, notice.sentence != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], is_free);
  if (notice.sentence == NULL)
    return;
  if (notice.is_trouble)
    gtk_widget_add_css_class (self->banner, "trouble");
  else
    gtk_widget_remove_css_class (self->banner, "trouble");
  gtk_image_set_from_icon_name (self->banner_icon, notice.icon);
  gtk_label_set_text (self->banner_label, notice.sentence);
  gtk_button_set_label (self->banner_button, notice.label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), notice.action);
  mull_window_update_actions (self);
}

static void
on_frozen_cb (MullWorkspace *workspace, gpointer user_data)
{
  update_banner (user_data);
}

static void
on_failed_cb (MullCustodian *custodian, const GError *error, gpointer user_data)
{
  MullWindow *self = user_data;

  mull_feedback_error (GTK_WIDGET (self->pages), error);
}

static void
on_remind_cb (MullCustodian *custodian, gpointer user_data)
{
  MullWindow *self = user_data;

  mull_feedback_action_toast (GTK_WIDGET (self->pages),
                              _ ("For a month there has been no copy outside this computer"),
                              _ ("_Backups"), "win.show-backups", NULL);
}

/**
 * mull_window_follow_custody:
 *
 * Tells of backups that failed, of the reminder, of why nothing can be changed, and, once, of a
 * program that keeps the data folder in step with other computers.
 */
void
mull_window_follow_custody (MullWindow *self)
{
  MullCustodian *custodian;

  g_signal_connect_object (self->workspace, "frozen", G_CALLBACK (on_frozen_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->workspace, "hindered", G_CALLBACK (on_frozen_cb), self,
                           G_CONNECT_DEFAULT);
  if (mull_workspace_get_freeze (self->workspace) != MULL_FREEZE_LOOK &&
      mull_sync_notice_is_new (self->workspace))
    self->sync_sentence = mull_sync_notice_dup_sentence (self->workspace);
  update_banner (self);
  if (mull_workspace_get_freeze (self->workspace) == MULL_FREEZE_LOOK)
    return;
  custodian = mull_custodian_get (self->workspace);
  g_signal_connect_object (custodian, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (custodian, "remind", G_CALLBACK (on_remind_cb), self, G_CONNECT_DEFAULT);
}
