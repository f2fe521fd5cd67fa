/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-parser"
#define _GNU_SOURCE /* memfd_create() and others of Linux */

#include "config.h"

#include "mull-parser.h"

#include "mull-error.h"
#include "mull-parse-error.h"
#include "mull-parse-exit.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "mulligan-import"
/* More than any good file becomes. */
#define FRAMES_MAX ((gsize) 512 * 1024 * 1024)
/* Time of the clock, for a program that neither works nor ends. */
#define WAIT_MICROSECONDS (120 * G_USEC_PER_SEC)
#define READ_BYTES (256 * 1024)

/* A program that parses, while it runs. */
typedef struct
{
  pid_t pid;
  int output;
} Parser;

static gboolean
fail_missing (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INTERNAL,
                       _ ("A part of the program is missing; please install it again."));
  return FALSE;
}

/* Where tests say, beside this program while it is not installed, or where it is installed. */
static char *
find_program (void)
{
  const char *folder = g_getenv ("MULLIGAN_LIBEXEC_DIR");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *own = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = NULL;

  if (folder != NULL)
    return g_build_filename (folder, PROGRAM, NULL);
  if (own != NULL)
    {
      beside = g_build_filename (own, "parse", PROGRAM, NULL);
      if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&beside);
    }
  return g_build_filename (MULL_LIBEXECDIR, PROGRAM, NULL);
}

static gboolean
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/* The bytes in a file without a name, which nobody can change any more. */
static int
seal (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = memfd_create (PROGRAM, MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 &&
      (!write_all (fd, data, size) ||
       fcntl (fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0))
    {
      close (fd);
      return -1;
    }
  return fd;
}

/* Nothing but the language it has to speak. */
static char **
dup_environment (void)
{
  static const char *const names[] = { "LANG",        "LANGUAGE", "LC_ALL",
                                       "LC_MESSAGES", "LC_CTYPE", "MULLIGAN_LOCALE_DIR" };
  char **environment = g_new0 (char *, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_getenv (names[i]) != NULL)
      environment = g_environ_setenv (environment, names[i], g_getenv (names[i]), TRUE);
  return environment;
}

static gboolean
spawn (Parser *self, const char *program, const char *const *request, int input, int output)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_auto (GStrv) environment = dup_environment ();
  posix_spawn_file_actions_t actions;
  gboolean done;

  g_ptr_array_add (arguments, (char *) program);
  for (; *request != NULL; request++)
    g_ptr_array_add (arguments, (char *) *request);
  g_ptr_array_add (arguments, NULL);
  if (posix_spawn_file_actions_init (&actions) != 0)
    return FALSE;
  done =
      posix_spawn_file_actions_adddup2 (&actions, input, STDIN_FILENO) == 0 &&
      posix_spawn_file_actions_adddup2 (&actions, output, STDOUT_FILENO) == 0 &&
      posix_spawn_file_actions_addopen (&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
      posix_spawn_file_actions_addclosefrom_np (&actions, STDERR_FILENO + 1) == 0 &&
      posix_spawn (&self->pid, program, &actions, NULL, (char **) arguments->pdata, environment) ==
          0;
  posix_spawn_file_actions_destroy (&actions);
  return done;
}

static gboolean
start (Parser *self, const char *program, const char *const *request, GBytes *bytes, GError **error)
{
  int input = seal (bytes);
  int ends[2];
  gboolean done;

  if (input < 0 || pipe2 (ends, O_CLOEXEC) != 0)
    {
      if (input >= 0)
        close (input);
      return mull_parse_refuse (error, _ ("there is not enough memory"));
    }
  done = spawn (self, program, request, input, ends[1]);
  close (input);
  close (ends[1]);
  self->output = ends[0];
  if (done)
    return TRUE;
  close (self->output);
  return fail_missing (error);
}

/* Why the program ended as it did; %NULL if it did what it was asked for. */
static const char *
explain (int status)
{
  if (WIFEXITED (status))
    switch ((MullParseExit) WEXITSTATUS (status))
      {
      case MULL_PARSE_EXIT_DONE:
        return NULL;
      case MULL_PARSE_EXIT_MEMORY:
        return _ ("reading it takes too much memory");
      case MULL_PARSE_EXIT_NO_SANDBOX:
        return _ ("the system does not offer the protection that reading needs");
      case MULL_PARSE_EXIT_USAGE:
        break;
      }
  else if (WTERMSIG (status) == SIGXCPU)
    return _ ("reading it takes too long");
  else if (WTERMSIG (status) == SIGSYS)
    return _ ("it made its reader try to do more than read");
  return _ ("its reader stopped half way");
}

/* Waits for more output, or for somebody to say that it is enough. */
static gboolean
wait_for_more (Parser *self, GCancellable *cancellable, gint64 deadline, GError **error)
{
  GPollFD polled[2] = { { .fd = self->output, .events = G_IO_IN } };
  guint n = 1 + g_cancellable_make_pollfd (cancellable, &polled[1]);
  gint64 left = deadline - g_get_monotonic_time ();

  if (left > 0)
    g_poll (polled, n, (int) (left / 1000) + 1);
  if (n > 1)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return left > 0 || mull_parse_refuse (error, _ ("reading it takes too long"));
}

static GByteArray *
receive (Parser *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) frames = g_byte_array_new ();
  gint64 deadline = g_get_monotonic_time () + WAIT_MICROSECONDS;

  for (;;)
    {
      guint size = frames->len;
      gssize n;

      if (!wait_for_more (self, cancellable, deadline, error))
        return NULL;
      g_byte_array_set_size (frames, size + READ_BYTES);
      n = read (self->output, frames->data + size, READ_BYTES);
      g_byte_array_set_size (frames, size + (n > 0 ? (guint) n : 0));
      if (n == 0)
        return g_steal_pointer (&frames);
      if ((n < 0 && errno != EINTR) || frames->len > FRAMES_MAX)
        {
          mull_parse_refuse (error, _ ("too much came of it"));
          return NULL;
        }
    }
}

static int
end (Parser *self, gboolean is_whole)
{
  int status;

  close (self->output);
  if (!is_whole)
    kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    ;
  return status;
}

/**
 * mull_parser_run_program:
 * @program: the program that parses
 * @request: its arguments
 * @bytes: a file
 * @cancellable: (nullable): ends the program
 * @error: return location
 *
 * As mull_parser_run(), with a program of the caller's choice.
 *
 * Returns: (transfer full) (nullable): what the program wrote
 */
GBytes *
mull_parser_run_program (const char *program,
                         const char *const *request,
                         GBytes *bytes,
                         GCancellable *cancellable,
                         GError **error)
{
  Parser parser;
  g_autoptr (GByteArray) frames = NULL;
  const char *reason;
  int status;

  if (!start (&parser, program, request, bytes, error))
    return NULL;
  frames = receive (&parser, cancellable, error);
  status = end (&parser, frames != NULL);
  if (frames == NULL)
    return NULL;
  reason = explain (status);
  if (reason != NULL)
    {
      mull_parse_refuse (error, reason);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&frames));
}

/**
 * mull_parser_run:
 * @request: (array zero-terminated=1): what @bytes are, and how they are written
 * @bytes: a file from outside
 * @cancellable: (nullable): ends the program
 * @error: return location
 *
 * Has a file parsed by a program that can do nothing else: it has the bytes, a pipe, and so much
 * memory and time. May be called on any thread; it waits.
 *
 * Returns: (transfer full) (nullable): the frames that the program wrote, which are to be trusted
 * as little as the file; %NULL with %MULL_ERROR_INVALID and a sentence if it did not end well
 */
GBytes *
mull_parser_run (const char *const *request,
                 GBytes *bytes,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *program = find_program ();

  return mull_parser_run_program (program, request, bytes, cancellable, error);
}
