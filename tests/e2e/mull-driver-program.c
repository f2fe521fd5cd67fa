/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program that a driver drives: how it is started, what it says, and how it ends. */
#define G_LOG_DOMAIN "mull-driver-program"

#include "config.h"

#include "mull-driver.h"

#include "mull-driver-private.h"

#include <signal.h>
#include <string.h>

static gboolean
is_forgiven (MullDriver *self, const char *line)
{
  for (guint i = 0; self->forgiven != NULL && self->forgiven[i] != NULL; i++)
    if (strstr (line, self->forgiven[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
on_stream_read_line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullDriver *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line =
      g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);

  /* When cancelled, the driver may be gone. */
  if (line == NULL)
    return;
  if (!is_forgiven (self, line))
    g_string_append_printf (self->messages, "%s\n", line);
  g_data_input_stream_read_line_async (G_DATA_INPUT_STREAM (source), G_PRIORITY_DEFAULT,
                                       self->reading, on_stream_read_line_cb, self);
}

static gboolean
is_on_bus (MullDriver *self, gpointer user_data)
{
  g_autoptr (AtspiAccessible) desktop = NULL;
  int n_applications;
  guint pid;

  if (!mull_driver_may_be_asked (self))
    return FALSE;
  desktop = atspi_get_desktop (0);
  n_applications = atspi_accessible_get_child_count (desktop, NULL);
  pid = mull_driver_get_pid (self);
  for (int i = 0; i < n_applications; i++)
    {
      g_autoptr (AtspiAccessible) application =
          atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (application != NULL && atspi_accessible_get_process_id (application, NULL) == pid &&
          atspi_accessible_get_child_count (application, NULL) > 0)
        {
          g_set_object (&self->application, application);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * mull_driver_start:
 * @...: further arguments for the program, %NULL at the end
 *
 * Starts the program and waits for its first window.
 */
void
mull_driver_start (MullDriver *self, ...)
{
  g_autoptr (GDataInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) own = NULL;
  g_auto (GStrv) arguments = NULL;
  va_list more;

  g_assert_null (self->process);
  va_start (more, self);
  own = mull_driver_build_arguments (self, more);
  va_end (more);
  if (self->wrapper != NULL)
    g_strv_builder_addv (builder, (const char **) self->wrapper);
  g_strv_builder_addv (builder, (const char **) own);
  arguments = g_strv_builder_end (builder);
  g_subprocess_launcher_set_flags (self->launcher, G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                       G_SUBPROCESS_FLAGS_STDERR_MERGE);
  self->process =
      g_subprocess_launcher_spawnv (self->launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  self->reading = g_cancellable_new ();
  g_string_truncate (self->messages, 0);
  stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, self->reading,
                                       on_stream_read_line_cb, self);
  mull_driver_wait_for (self, "the first window", is_on_bus, NULL);
}

/**
 * mull_driver_is_running:
 *
 * Returns: whether the program was started and has not ended
 */
gboolean
mull_driver_is_running (MullDriver *self)
{
  return self->process != NULL && g_subprocess_get_identifier (self->process) != NULL;
}

/**
 * mull_driver_get_pid:
 *
 * Returns: the process of the program, which must be running
 */
guint
mull_driver_get_pid (MullDriver *self)
{
  if (!mull_driver_is_running (self))
    g_error ("The program has ended. It said:\n%s", self->messages->str);
  return (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->process), NULL, 10);
}

/**
 * mull_driver_forgive:
 * @complaints: (nullable): parts of lines, which must stay
 *
 * Lets the program print lines with one of these, which are a library's own mistakes.
 */
void
mull_driver_forgive (MullDriver *self, const char *const *complaints)
{
  self->forgiven = complaints;
}

/**
 * mull_driver_get_messages:
 *
 * Returns: (transfer none): what the program printed since it was started
 */
const char *
mull_driver_get_messages (MullDriver *self)
{
  return self->messages->str;
}

/**
 * mull_driver_action:
 * @name: an action of the application, without "app."
 * @parameter: (nullable) (transfer floating): what it is activated with
 *
 * Activates an action over the session bus: no pointer, no coordinates.
 */
void
mull_driver_action (MullDriver *self, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;
  g_autofree char *name_on_bus = NULL;
  g_autofree char *path = NULL;
  GVariantBuilder parameters;

  g_assert_no_error (error);
  /* Each data folder is an application of its own, and its name depends on the folder. */
  name_on_bus = mull_driver_dup_bus_name (self, bus, MULL_APP_ID);
  if (name_on_bus == NULL)
    g_error ("The program is not on the session bus.");
  path = g_strconcat ("/", name_on_bus, NULL);
  g_strdelimit (path, ".", '/');
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  reply = g_dbus_connection_call_sync (bus, name_on_bus, path, "org.gtk.Actions", "Activate",
                                       g_variant_new ("(sava{sv})", name, &parameters, NULL), NULL,
                                       G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                       MULL_DRIVER_DEADLINE_SECONDS * 1000, NULL, &error);
  if (error == NULL)
    return;
  /* What it died of is still on its way. */
  mull_driver_settle (self);
  g_error ("“%s” failed: %s\nThe program said:\n%s", name, error->message, self->messages->str);
}

static gboolean
has_ended (MullDriver *self, gpointer user_data)
{
  return !mull_driver_is_running (self);
}

static gboolean
has_complained (MullDriver *self)
{
  return strstr (self->messages->str, "-WARNING **") != NULL ||
         strstr (self->messages->str, "-CRITICAL **") != NULL;
}

static void
forget_process (MullDriver *self)
{
  g_cancellable_cancel (self->reading);
  mull_driver_settle (self);
  g_clear_object (&self->application);
  g_clear_object (&self->reading);
  g_clear_object (&self->process);
}

static void
assert_good_end (MullDriver *self)
{
  if (!g_subprocess_get_successful (self->process) || has_complained (self))
    g_error ("The program ended badly or complained:\n%s", self->messages->str);
}

/**
 * mull_driver_stop:
 *
 * Quits the program as its menu does and waits for it. Fails the test when it does not end well
 * or has printed a warning: a journey has to be clean.
 */
void
mull_driver_stop (MullDriver *self)
{
  g_assert_true (mull_driver_is_running (self));
  mull_driver_action (self, "quit", NULL);
  mull_driver_wait_for (self, "the end of the program", has_ended, NULL);
  mull_driver_settle (self);
  assert_good_end (self);
  forget_process (self);
}

/**
 * mull_driver_has_quit:
 *
 * For who works it in such a way that it may quit by itself. Fails the test when it ended badly.
 *
 * Returns: whether it has ended; then it may be started anew
 */
gboolean
mull_driver_has_quit (MullDriver *self)
{
  if (mull_driver_is_running (self))
    return FALSE;
  mull_driver_settle (self);
  assert_good_end (self);
  forget_process (self);
  return TRUE;
}

/**
 * mull_driver_kill:
 *
 * Ends the program without giving it a chance to save anything.
 */
void
mull_driver_kill (MullDriver *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  mull_driver_wait_for (self, "the end of the program", has_ended, NULL);
  forget_process (self);
}

/**
 * mull_driver_pause:
 *
 * Lets the program do nothing until mull_driver_resume(); what is typed meanwhile waits for it.
 */
void
mull_driver_pause (MullDriver *self)
{
  g_subprocess_send_signal (self->process, SIGSTOP);
}

/**
 * mull_driver_resume:
 *
 * Lets the program go on.
 */
void
mull_driver_resume (MullDriver *self)
{
  g_subprocess_send_signal (self->process, SIGCONT);
}
