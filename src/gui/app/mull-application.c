/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-application"

#include "config.h"

#include "mull-application.h"

#include "mull-check-window.h"
#include "mull-custodian.h"
#include "mull-error.h"
#include "mull-notifier.h"
#include "mull-trouble-window.h"
#include "mull-ui.h"
#include "mull-window.h"
#include "mull-workspace.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* How many deals one idle turn looks at again after a day has passed. */
#define RECHECK_SLICE 50

struct _MullApplication
{
  AdwApplication parent_instance;

  /* Owned */
  char *folder;
  MullClock *clock;
  MullWorkspace *workspace;
  MullNotifier *notifier; /* from the first window on */
  GSettings *settings;    /* likewise */
  GPtrArray *waiting;     /* files to import once the data is checked */

  gboolean held;        /* goes on without a window, to remind */
  gboolean is_checking; /* the data is checked, so it cannot be opened */

  /* Borrowed: static */
  const MullCommands *commands;

  /* Borrowed: weak */
  GtkWindow *check_window; /* while the data is checked, unless it was closed */

  guint recheck_source;
  guint midnight_source;
};

G_DEFINE_FINAL_TYPE (MullApplication, mull_application, ADW_TYPE_APPLICATION)

/* ── Passing days ─────────────────────────────────────────────────────── */

static gboolean
on_idle_recheck (gpointer user_data)
{
  MullApplication *self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_done = 0;

  if (!mull_workspace_recheck (self->workspace, RECHECK_SLICE, &n_done, &error))
    g_warning ("Whose move it is could not be brought up to date: %s", error->message);
  if (n_done > 0)
    return G_SOURCE_CONTINUE;
  self->recheck_source = 0;
  return G_SOURCE_REMOVE;
}

static void schedule_midnight (MullApplication *self);

static void
start_recheck (MullApplication *self)
{
  if (self->recheck_source == 0)
    self->recheck_source =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_idle_recheck, self);
}

/* A rule has other numbers now. */
static void
on_workspace_changed (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  if (mull_changes_touches_table (changes, "setting"))
    start_recheck (user_data);
}

static gboolean
on_midnight (gpointer user_data)
{
  MullApplication *self = user_data;

  self->midnight_source = 0;
  start_recheck (self);
  schedule_midnight (self);
  return G_SOURCE_REMOVE;
}

/* At most an hour ahead: a laptop sleeps, and clocks are set. */
static void
schedule_midnight (MullApplication *self)
{
  gint64 now = mull_clock_get_now (self->clock);
  gint64 seconds = (mull_clock_get_next_midnight (self->clock) - now) / G_TIME_SPAN_SECOND + 1;

  self->midnight_source =
      g_timeout_add_seconds ((guint) CLAMP (seconds, 1, 3600), on_midnight, self);
}

/* ── Windows ──────────────────────────────────────────────────────────── */

static gboolean
open_workspace (MullApplication *self, GError **error)
{
  if (self->workspace != NULL)
    return TRUE;
  self->workspace = mull_workspace_open (self->folder, self->clock, error);
  if (self->workspace == NULL)
    return FALSE;
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_workspace_changed), self,
                           G_CONNECT_DEFAULT);
  start_recheck (self);
  schedule_midnight (self);
  return TRUE;
}

/* The identifier of a notification is its key: one per thing. */
static void
on_tell_cb (MullNotifier *notifier,
            const char *key,
            const char *title,
            const char *body,
            gint64 deal_id,
            gpointer user_data)
{
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (MULL_APP_ID);

  g_notification_set_icon (notification, icon);
  g_notification_set_body (notification, body);
  if (deal_id != 0)
    g_notification_set_default_action_and_target (notification, "app.open-deal", "x", deal_id);
  else
    g_notification_set_default_action (notification, "app.today");
  g_application_send_notification (user_data, key, notification);
}

static void
on_take_back_cb (MullNotifier *notifier, const char *key, gpointer user_data)
{
  g_application_withdraw_notification (user_data, key);
}

/* Closed means closed, but for those who asked to be reminded then, too. */
static void
hold (MullApplication *self, gboolean held)
{
  if (self->held == held)
    return;
  self->held = held;
  if (held)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
on_reminders_changed_cb (GSettings *settings, const char *key, MullApplication *self)
{
  gboolean reminds = g_settings_get_boolean (settings, "reminders");

  mull_notifier_set_enabled (self->notifier, reminds);
  hold (self, reminds && g_settings_get_boolean (settings, "remind-when-closed"));
}

/* A command that another start asked for needs no reminders: a window does. */
static void
ensure_notifier (MullApplication *self)
{
  if (self->notifier != NULL)
    return;
  self->notifier = mull_notifier_new (self->workspace);
  self->settings = g_settings_new (MULL_APP_ID);
  g_signal_connect_object (self->settings, "changed::reminders",
                           G_CALLBACK (on_reminders_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->settings, "changed::remind-when-closed",
                           G_CALLBACK (on_reminders_changed_cb), self, G_CONNECT_DEFAULT);
  on_reminders_changed_cb (self->settings, NULL, self);
  g_signal_connect_object (self->notifier, "tell", G_CALLBACK (on_tell_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->notifier, "take-back", G_CALLBACK (on_take_back_cb), self,
                           G_CONNECT_DEFAULT);
}

static GtkWindow *
make_trouble_window (MullApplication *self, const GError *error)
{
  return GTK_WINDOW (
      mull_trouble_window_new (ADW_APPLICATION (self), error, self->folder, self->clock));
}

static GtkWindow *
make_window (MullApplication *self)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  if (!open_workspace (self, &error))
    return make_trouble_window (self, error);
  window = GTK_WINDOW (mull_window_new (ADW_APPLICATION (self), self->workspace));
  ensure_notifier (self);
  mull_custodian_watch (mull_custodian_get (self->workspace));
  return window;
}

static void
import_waiting (MullApplication *self, GtkWindow *window)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);
  g_autoptr (GSList) list = NULL;

  for (guint i = files != NULL ? files->len : 0; i > 0; i--)
    list = g_slist_prepend (list, files->pdata[i - 1]);
  if (MULL_IS_WINDOW (window) && list != NULL)
    mull_window_import_files (MULL_WINDOW (window), list);
}

/* Who closed the window meanwhile wants no other. */
static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = mull_workspace_check_finish (result, &error);
  GtkWindow *check_window = self->check_window;

  self->is_checking = FALSE;
  if (check_window != NULL)
    {
      GtkWindow *window = good ? make_window (self) : make_trouble_window (self, error);

      gtk_window_present (window);
      gtk_window_destroy (check_window);
      import_waiting (self, window);
    }
  g_application_release (G_APPLICATION (self));
}

static void
show_check_window (MullApplication *self)
{
  if (self->check_window == NULL)
    g_set_weak_pointer (&self->check_window,
                        GTK_WINDOW (mull_check_window_new (ADW_APPLICATION (self))));
  gtk_window_present (self->check_window);
}

static void
begin_check (MullApplication *self)
{
  self->is_checking = TRUE;
  g_application_hold (G_APPLICATION (self));
  show_check_window (self);
  mull_workspace_check_async (self->folder, self->clock, on_checked_cb, g_object_ref (self));
}

static void
mull_application_activate (GApplication *application)
{
  MullApplication *self = MULL_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->is_checking)
    {
      show_check_window (self);
      return;
    }
  if (window == NULL || (self->workspace == NULL && MULL_IS_TROUBLE_WINDOW (window)))
    {
      if (window != NULL)
        gtk_window_destroy (window);
      if (self->workspace == NULL && mull_workspace_waits_for_check (self->folder))
        {
          begin_check (self);
          return;
        }
      window = make_window (self);
    }
  gtk_window_present (window);
}

static void
mull_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MullApplication *self = MULL_APPLICATION (application);

  if (self->waiting == NULL)
    self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->waiting, g_object_ref (files[i]));
  g_application_activate (application);
  if (!self->is_checking)
    import_waiting (self, gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* ── Commands of other starts ─────────────────────────────────────────── */

static int
run_command (MullApplication *self, GApplicationCommandLine *command_line, char **arguments)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) err = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int status;

  if (self->is_checking)
    {
      g_application_command_line_printerr (
          command_line, "%s\n", _ ("Mulligan is still checking the data. Try again in a moment."));
      return EXIT_FAILURE;
    }
  if (!open_workspace (self, &error))
    {
      g_application_command_line_printerr (command_line, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  /* It would hold up the window until the work is done. */
  if (mull_workspace_is_bulk (self->workspace))
    {
      mull_workspace_set_busy_error (self->workspace, &error);
      g_application_command_line_printerr (command_line, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  status = self->commands->run (self->workspace, g_application_command_line_get_cwd (command_line),
                                arguments, out, err);
  if (out->len > 0)
    g_application_command_line_print (command_line, "%s", out->str);
  if (err->len > 0)
    g_application_command_line_printerr (command_line, "%s", err->str);
  return status;
}

static int
mull_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  MullApplication *self = MULL_APPLICATION (application);
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GPtrArray) files = NULL;

  if (arguments[0] != NULL && arguments[1] != NULL && self->commands->is_command (arguments[1]))
    return run_command (self, command_line, arguments + 1);
  if (arguments[0] == NULL || arguments[1] == NULL)
    {
      g_application_activate (application);
      return EXIT_SUCCESS;
    }
  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 1; arguments[i] != NULL; i++)
    g_ptr_array_add (files,
                     g_application_command_line_create_file_for_arg (command_line, arguments[i]));
  g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  return EXIT_SUCCESS;
}

/* ── Actions ──────────────────────────────────────────────────────────── */

static void
on_quit_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GApplication *self = user_data;
  GtkWindow *window;

  /* Each window saves what it keeps, as if it had been closed. */
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    {
      gtk_window_close (window);
      if (gtk_application_get_active_window (GTK_APPLICATION (self)) == window)
        gtk_window_destroy (window);
    }
  g_application_quit (self);
}

static void
on_about_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (gtk_application_get_active_window (user_data), "application-name",
                         _ ("Mulligan"), "application-icon", MULL_APP_ID, "version", MULL_VERSION,
                         "comments", _ ("The pipeline of one sales rep, on one computer"),
                         "developer-name", _ ("The Mulligan developers"), "license-type",
                         GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one per line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

/* For notifications and the launcher: they know the application only. */
static void
activate_in_window (gpointer application, const char *action_name, GVariant *parameter)
{
  g_application_activate (application);
  /* What has the data does not want to be waited for. */
  if (MULL_APPLICATION (application)->workspace != NULL &&
      mull_workspace_is_bulk (MULL_APPLICATION (application)->workspace))
    return;
  /* A dialog may be the active one. */
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MULL_IS_WINDOW (l->data) &&
        mull_window_get_workspace (l->data) == MULL_APPLICATION (application)->workspace)
      {
        gtk_widget_activate_action_variant (l->data, action_name, parameter);
        return;
      }
}

/* The windows of the data that is open, not of copies that are looked at. */
static void
destroy_windows (MullApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (MULL_IS_WINDOW (l->data) && mull_window_get_workspace (l->data) == self->workspace)
      gtk_window_destroy (l->data);
}

static void
close_workspace (MullApplication *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->recheck_source, g_source_remove);
  g_clear_handle_id (&self->midnight_source, g_source_remove);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  if (self->workspace != NULL && !mull_workspace_close (self->workspace, &error))
    g_warning ("%s", error->message);
  g_clear_object (&self->workspace);
}

/* From a window in which nothing can be changed any longer: to what can be done about it. */
static void
on_reopen_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MullApplication *self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL || mull_workspace_get_freeze (self->workspace) == MULL_FREEZE_NONE)
    return;
  if (mull_workspace_get_freeze (self->workspace) == MULL_FREEZE_DAMAGED)
    g_set_error_literal (&error, MULL_ERROR, MULL_ERROR_CORRUPT,
                         _ ("The data file is damaged: not everything in it can be read."));
  g_application_hold (user_data);
  destroy_windows (self);
  close_workspace (self);
  if (error == NULL)
    g_application_activate (user_data);
  else
    gtk_window_present (make_trouble_window (self, error));
  g_application_release (user_data);
}

static void
on_today_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_in_window (user_data, "win.show-today", NULL);
}

static void
on_new_deal_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GVariant) first_stage = g_variant_ref_sink (g_variant_new_int64 (0));

  activate_in_window (user_data, "win.new-deal", first_stage);
}

static void
on_open_deal_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_in_window (user_data, "win.open-deal", parameter);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = on_quit_activate },
  { .name = "about", .activate = on_about_activate },
  { .name = "reopen", .activate = on_reopen_activate },
  { .name = "today", .activate = on_today_activate },
  { .name = "new-deal", .activate = on_new_deal_activate },
  { .name = "open-deal", .activate = on_open_deal_activate, .parameter_type = "x" },
};

static void
mull_application_startup (GApplication *application)
{
  static const char *const quit_accels[] = { "<Control>q", NULL };
  static const char *const close_accels[] = { "<Control>w", NULL };
  static const char *const help_accels[] = { "<Control>question", NULL };

  /* Before libadwaita looks for our style. */
  mull_ui_init ();
  G_APPLICATION_CLASS (mull_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_accels);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "window.close",
                                         close_accels);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.show-help-overlay",
                                         help_accels);
}

static void
mull_application_shutdown (GApplication *application)
{
  MullApplication *self = MULL_APPLICATION (application);

  /* Where only commands were carried out, nobody waits for a backup. */
  if (self->workspace != NULL && self->notifier != NULL)
    mull_custodian_finish (mull_custodian_get (self->workspace));
  close_workspace (self);
  G_APPLICATION_CLASS (mull_application_parent_class)->shutdown (application);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_application_finalize (GObject *object)
{
  MullApplication *self = MULL_APPLICATION (object);

  g_clear_weak_pointer (&self->check_window);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (mull_application_parent_class)->finalize (object);
}

static void
mull_application_class_init (MullApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mull_application_finalize;
  application_class->startup = mull_application_startup;
  application_class->shutdown = mull_application_shutdown;
  application_class->activate = mull_application_activate;
  application_class->open = mull_application_open;
  application_class->command_line = mull_application_command_line;
}

static void
mull_application_init (MullApplication *self)
{
}

/**
 * mull_application_new:
 * @id: its name on the session bus
 * @folder: where the data is
 * @clock: (transfer none): what "now" is
 * @commands: (transfer none): static; what carries out commands
 *
 * Returns: (transfer full): the application
 */
MullApplication *
mull_application_new (const char *id,
                      const char *folder,
                      MullClock *clock,
                      const MullCommands *commands)
{
  MullApplication *self =
      g_object_new (MULL_TYPE_APPLICATION, "application-id", id, "flags",
                    G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                    "resource-base-path", "/org/mulliganapp/Mulligan", NULL);

  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  self->commands = commands;
  return self;
}
