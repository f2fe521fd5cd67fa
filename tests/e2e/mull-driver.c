/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver"

#include "config.h"

#include "mull-driver.h"

#include "mull-driver-private.h"

#include <locale.h>

/* A program under valgrind needs more patience. */
static gint64
deadline_from_now (void)
{
  const char *seconds = g_getenv ("MULL_DEADLINE");

  return g_get_monotonic_time () +
         (seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : MULL_DRIVER_DEADLINE_SECONDS) *
             G_TIME_SPAN_SECOND;
}

/* Runs the main loop for a moment; the bus and the pipes have to be listened to. */
void
mull_driver_settle (MullDriver *self)
{
  gint64 end = g_get_monotonic_time () + 15 * G_TIME_SPAN_MILLISECOND;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      mull_driver_serve_clipboard (self);
      g_usleep (1000);
    }
  while (g_get_monotonic_time () < end);
}

/* Windows come and go while they are looked at; what is asked of one that has gone has no answer.
 */
static int
on_display_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/**
 * mull_driver_init:
 * @argc: the address of main's argument count
 * @argv: the address of main's arguments
 *
 * Call first in main of a journey.
 */
void
mull_driver_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  /* libatspi warns when it asks a program that is only starting for its cache. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  XSetErrorHandler (on_display_error);
  atspi_init ();
}

/**
 * mull_driver_new:
 * @data_dir: (nullable): where the program keeps its data; a temporary folder if %NULL
 * @now: (nullable): the program's present, for instance "2026-03-02T09:00"
 *
 * The program is the one that the environment variable MULL_PROGRAM names.
 *
 * Returns: (transfer full): a driver whose program is not started yet
 */
MullDriver *
mull_driver_new (const char *data_dir, const char *now)
{
  MullDriver *self = g_new0 (MullDriver, 1);

  self->program = g_strdup (g_getenv ("MULL_PROGRAM"));
  g_assert_nonnull (self->program);
  self->now = g_strdup (now);
  self->data_dir = g_strdup (data_dir);
  if (data_dir == NULL)
    {
      self->data_dir = mull_driver_make_folder ();
      self->data_dir_is_ours = TRUE;
    }
  self->launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  self->messages = g_string_new (NULL);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  self->notifications = mull_driver_notifications_new ();
  return self;
}

/**
 * mull_driver_get_data_dir:
 *
 * Returns: (transfer none): where the program keeps its data
 */
const char *
mull_driver_get_data_dir (MullDriver *self)
{
  return self->data_dir;
}

/* What the program is started with: @more goes on to %NULL. */
GStrv
mull_driver_build_arguments (MullDriver *self, va_list more)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *argument;

  g_strv_builder_add_many (builder, self->program, "--data-dir", self->data_dir, NULL);
  if (self->now != NULL)
    g_strv_builder_add_many (builder, "--now", self->now, NULL);
  while ((argument = va_arg (more, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  return g_strv_builder_end (builder);
}

/**
 * mull_driver_set_wrapper:
 * @wrapper: (nullable): the words that stand before the program when it is started the next time:
 *   strace or valgrind with their options. It must become the program, with the same process id.
 */
void
mull_driver_set_wrapper (MullDriver *self, const char *const *wrapper)
{
  g_strfreev (self->wrapper);
  self->wrapper = g_strdupv ((char **) wrapper);
}

/**
 * mull_driver_set_environment:
 * @name: the name of an environment variable
 * @value: (nullable): its value for the program from now on; %NULL takes it away
 */
void
mull_driver_set_environment (MullDriver *self, const char *name, const char *value)
{
  if (value != NULL)
    g_subprocess_launcher_setenv (self->launcher, name, value, TRUE);
  else
    g_subprocess_launcher_unsetenv (self->launcher, name);
}

/**
 * mull_driver_set_folder:
 * @path: where the program is started from now on
 */
void
mull_driver_set_folder (MullDriver *self, const char *path)
{
  g_subprocess_launcher_set_cwd (self->launcher, path);
}

typedef struct
{
  gboolean done;
  char *out;
  char *err;
} Run;

static void
on_process_communicate_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, &run->out, &run->err,
                                        &error);
  g_assert_no_error (error);
  run->done = TRUE;
}

static gboolean
is_done (MullDriver *self, gpointer user_data)
{
  return ((Run *) user_data)->done;
}

static int
run (MullDriver *self, char **arguments, char **out, char **err)
{
  g_autofree char *what = g_strjoinv (" ", arguments);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { 0 };

  g_subprocess_launcher_set_flags (self->launcher,
                                   G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  process = g_subprocess_launcher_spawnv (self->launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, on_process_communicate_cb, &run);
  mull_driver_wait_for (self, what, is_done, &run);
  g_assert_true (g_subprocess_get_if_exited (process));
  *out = run.out;
  *err = run.err;
  return g_subprocess_get_exit_status (process);
}

/**
 * mull_driver_run:
 * @out: (out) (transfer full): what it printed
 * @err: (out) (transfer full): what it complained about
 * @...: arguments, %NULL at the end
 *
 * Runs the program once more, in the same data folder, and waits for its end.
 *
 * Returns: its exit status
 */
int
mull_driver_run (MullDriver *self, char **out, char **err, ...)
{
  g_auto (GStrv) arguments = NULL;
  va_list more;

  va_start (more, err);
  arguments = mull_driver_build_arguments (self, more);
  va_end (more);
  return run (self, arguments, out, err);
}

/**
 * mull_driver_command:
 * @...: a command and its arguments, %NULL at the end: "demo"
 *
 * Runs the program once with a command, in the same data folder, and waits for it. Fails the test
 * when the command does. While the window is open it is the window that carries it out.
 *
 * Returns: (transfer full): what it printed
 */
char *
mull_driver_command (MullDriver *self, ...)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *complaint = NULL;
  char *output = NULL;
  va_list more;

  va_start (more, self);
  arguments = mull_driver_build_arguments (self, more);
  va_end (more);
  if (run (self, arguments, &output, &complaint) != 0)
    g_error ("“%s” failed: %s%s", arguments[g_strv_length (arguments) - 1], output, complaint);
  return output;
}

/**
 * mull_driver_get_size:
 * @variable: the name of an environment variable
 *
 * Returns: how much to do: what the variable says, for a release, or @usual
 */
guint
mull_driver_get_size (const char *variable, guint usual)
{
  const char *wanted = g_getenv (variable);

  return wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : usual;
}

/**
 * mull_driver_free:
 * @self: (transfer full): a driver
 *
 * Ends what is still running and removes the data folder if it was a temporary one.
 */
void
mull_driver_free (MullDriver *self)
{
  if (mull_driver_is_running (self))
    mull_driver_kill (self);
  if (self->data_dir_is_ours)
    mull_driver_remove_folder (self->data_dir);
  mull_driver_notifications_free (self->notifications);
  XCloseDisplay (self->display);
  g_clear_object (&self->application);
  g_clear_object (&self->accessibility_bus);
  g_clear_object (&self->reading);
  g_clear_object (&self->process);
  g_clear_object (&self->launcher);
  g_string_free (self->messages, TRUE);
  g_strfreev (self->wrapper);
  g_free (self->copied);
  g_free (self->data_dir);
  g_free (self->now);
  g_free (self->program);
  g_free (self);
}

/**
 * mull_driver_wait_for:
 * @what: what is waited for, for the message of a failure
 * @condition: asked again and again
 * @user_data: passed to @condition
 *
 * Fails the test when @condition does not come true within the deadline. With the environment
 * variable MULL_SHOTS naming a folder, a picture of the screen is left there.
 */
void
mull_driver_wait_for (MullDriver *self,
                      const char *what,
                      MullDriverCondition condition,
                      gpointer user_data)
{
  gint64 deadline = deadline_from_now ();
  g_autofree char *tree = NULL;

  while (!condition (self, user_data))
    {
      mull_driver_settle (self);
      if (g_get_monotonic_time () < deadline)
        continue;
      if (g_getenv ("MULL_SHOTS") != NULL)
        {
          g_autofree char *path =
              g_strdup_printf ("%s/failed-%d.png", g_getenv ("MULL_SHOTS"), g_random_int ());

          mull_driver_screenshot (self, path);
        }
      tree = self->application != NULL ? mull_driver_dup_tree (self) : g_strdup ("(no window)");
      g_error ("Waited in vain for %s.\nThe program said:\n%s\nOn the screen:\n%s", what,
               self->messages->str, tree);
    }
}
