/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two processes that want the same data: one gets it, the other says so and ends. */
#define G_LOG_DOMAIN "test-two-processes"
#define _GNU_SOURCE /* pipe2 */

#include "config.h"

#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* More with MULLIGAN_TEST_PAIRS. */
#define N_PAIRS 200
/* So often the two meet in a folder in which there is nothing yet. */
#define NEW_FOLDER_EVERY 10
#define DEADLINE_SECONDS 20

static const char *driver;

typedef struct
{
  pid_t pid;
  /* Closed, and then -1, when it has been told that there is nothing more to do. */
  int input;
  int output;
  GString *said;
} Starter;

static void
set_up_pipe (int ends[2])
{
  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
}

/* The process waits for the end of @gate before it becomes the driver, so that two of them begin
 * at the same moment. */
static Starter
starter_new (const char *folder, const int gate[2])
{
  Starter self = { .said = g_string_new (NULL) };
  char *argv[] = { (char *) driver, (char *) folder, NULL };
  int input[2], output[2];
  char nothing;

  set_up_pipe (input);
  set_up_pipe (output);
  self.pid = fork ();
  g_assert_cmpint (self.pid, >=, 0);
  if (self.pid == 0)
    {
      /* The gate opens when the test has closed the last other end of it. */
      close (gate[1]);
      if (dup2 (input[0], STDIN_FILENO) < 0 || dup2 (output[1], STDOUT_FILENO) < 0 ||
          dup2 (output[1], STDERR_FILENO) < 0)
        _exit (126);
      while (read (gate[0], &nothing, 1) < 0 && errno == EINTR)
        ;
      execv (driver, argv);
      _exit (127);
    }
  close (input[0]);
  close (output[1]);
  self.input = input[1];
  self.output = output[0];
  return self;
}

static void
starter_finish (Starter *self, int *status)
{
  if (self->input >= 0)
    close (self->input);
  close (self->output);
  g_assert_cmpint (waitpid (self->pid, status, 0), ==, self->pid);
}

static void
starter_clear (Starter *self)
{
  g_string_free (self->said, TRUE);
}

/* Reads what there is. Returns: whether it may say more. */
static gboolean
starter_listen (Starter *self)
{
  char buffer[1024];
  gssize n = read (self->output, buffer, sizeof buffer);

  g_assert_cmpint (n, >=, 0);
  g_string_append_len (self->said, buffer, n);
  return n > 0;
}

static gboolean
has_written (const Starter *self)
{
  return g_ascii_isdigit (self->said->str[0]) && strchr (self->said->str, '\n') != NULL;
}

/* Both have been told to change something once. Waits until one of them is gone: the other keeps
 * the data for as long as it is not told to end. Returns: the index of the one that is left. */
static guint
await_refusal (Starter starters[2])
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;

  for (;;)
    {
      struct pollfd ends[2] = { { .fd = starters[0].output, .events = POLLIN },
                                { .fd = starters[1].output, .events = POLLIN } };

      g_assert_cmpint (poll (ends, 2, 100), >=, 0);
      for (guint i = 0; i < 2; i++)
        if (ends[i].revents != 0 && !starter_listen (&starters[i]))
          return 1 - i;
      g_assert_false (has_written (&starters[0]) && has_written (&starters[1]));
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

static void
await_written (Starter *starter)
{
  while (!has_written (starter))
    g_assert_true (starter_listen (starter));
}

static char *
look (const char *folder)
{
  const char *argv[] = { driver, folder, "--digest", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

/* A program that knows nothing of our lock file is kept out by the database itself. */
static void
assert_locked_for_sqlite (const char *folder)
{
  g_autofree char *program = g_find_program_in_path ("sqlite3");
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, path, "DELETE FROM deal", NULL };
  int status = 0;

  if (program == NULL)
    {
      g_test_message ("There is no sqlite3 program to try the lock with.");
      return;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &message, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, !=, 0);
  g_assert_nonnull (strstr (message, "locked"));
}

/* Returns: what the one that wrote said, "sequence digest" */
static char *
run_pair (const char *folder, guint seed, gboolean try_sqlite)
{
  g_autofree char *line = g_strdup_printf ("%u\n", seed);
  Starter starters[2];
  int gate[2], status = 0;
  guint winner;
  char *said;

  set_up_pipe (gate);
  for (guint i = 0; i < 2; i++)
    {
      starters[i] = starter_new (folder, gate);
      g_assert_cmpint (write (starters[i].input, line, strlen (line)), ==, (gssize) strlen (line));
    }
  close (gate[0]);
  close (gate[1]);
  winner = await_refusal (starters);
  g_assert_nonnull (strstr (starters[1 - winner].said->str, "is in use by another program"));
  g_assert_nonnull (strstr (starters[1 - winner].said->str, folder));
  starter_finish (&starters[1 - winner], &status);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);

  await_written (&starters[winner]);
  if (try_sqlite)
    assert_locked_for_sqlite (folder);
  starter_finish (&starters[winner], &status);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  said = g_strdup (starters[winner].said->str);
  starter_clear (&starters[0]);
  starter_clear (&starters[1]);
  return said;
}

static void
test_two_processes (void)
{
  char *folder = NULL;
  guint n_pairs = fixture_get_size ("MULLIGAN_TEST_PAIRS", N_PAIRS);
  gint64 n_lost = 0, n_written = 0, last = 0;

  for (guint i = 0; i < n_pairs; i++)
    {
      gboolean is_new = i % NEW_FOLDER_EVERY == 0;
      g_autofree char *said = NULL;
      gint64 seq;

      if (is_new)
        {
          g_clear_pointer (&folder, fixture_remove_folder);
          folder = fixture_make_folder ();
          last = 0;
        }
      said = run_pair (folder, i + 1, is_new);
      seq = g_ascii_strtoll (said, NULL, 10);
      n_written++;
      n_lost += MAX (last - seq, 0);
      last = seq;
      if ((i + 1) % NEW_FOLDER_EVERY == 0)
        {
          g_autofree char *found = look (folder);

          g_assert_cmpstr (found, ==, said);
        }
    }
  fixture_remove_folder (folder);
  g_test_message ("%u pairs, %" G_GINT64_FORMAT " wrote, as many were refused, %" G_GINT64_FORMAT
                  " steps lost",
                  n_pairs, n_written, n_lost);
  g_assert_cmpint (n_lost, ==, 0);
  g_assert_cmpint (last, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  driver = argv[1];
  g_test_add_func ("/store/two-processes", test_two_processes);
  return g_test_run ();
}
