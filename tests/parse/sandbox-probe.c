/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for fork() and syscall() */

/* sandbox-probe WHAT
 *
 * Goes into the sandbox of the program that parses, as that does, and then tries what a parser
 * taken over by a file would try. */

#include "config.h"

#include "mull-parse-exit.h"
#include "mull-sandbox.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Nothing but the end: a frame of two bytes, its kind and how many there were before. */
static const char whole[] = { 2, 0, 0, 0, 'E', 0 };

static void
say (const void *bytes, size_t size)
{
  if (write (STDOUT_FILENO, bytes, size) != (ssize_t) size)
    _exit (EXIT_FAILURE);
}

static void
burn (void)
{
  for (volatile unsigned long n = 0;; n++)
    ;
}

static void
eat_memory (void)
{
  for (guint i = 0; i < 64; i++)
    memset (g_malloc (16 * 1024 * 1024), 1, 16 * 1024 * 1024);
}

static void
open_file (void)
{
  say (whole, open ("/etc/passwd", O_RDONLY) >= 0 ? sizeof whole : 1);
}

static void
connect_somewhere (void)
{
  say (whole, socket (AF_INET, SOCK_STREAM, 0) >= 0 ? sizeof whole : 1);
}

static void
start_another (void)
{
  say (whole, fork () >= 0 ? sizeof whole : 1);
}

static void
become_another (void)
{
  execl ("/bin/true", "true", NULL);
}

static void
kill_parent (void)
{
  kill (getppid (), SIGTERM);
}

static void
make_code (void)
{
  say (whole, mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                    0) != MAP_FAILED
                  ? sizeof whole
                  : 1);
}

static void
write_elsewhere (void)
{
  say (whole, write (STDERR_FILENO + 1, "x", 1) == 1 ? sizeof whole : 1);
}

static void
sleep_long (void)
{
  static int word = 0;

  syscall (SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
}

static void
crash (void)
{
  volatile gsize nowhere = 8;

  *(char *) GSIZE_TO_POINTER (nowhere) = 1;
}

static void
give_up (void)
{
  abort ();
}

static void
talk_nonsense (void)
{
  say ("nonsense", strlen ("nonsense"));
}

static void
be_good (void)
{
  say (whole, sizeof whole);
}

static const struct
{
  const char *name;
  void (*func) (void);
} acts[] = {
  { "burn", burn },
  { "eat-memory", eat_memory },
  { "open-file", open_file },
  { "connect", connect_somewhere },
  { "fork", start_another },
  { "exec", become_another },
  { "kill", kill_parent },
  { "make-code", make_code },
  { "write-elsewhere", write_elsewhere },
  { "sleep", sleep_long },
  { "crash", crash },
  { "abort", give_up },
  { "nonsense", talk_nonsense },
  { "good", be_good },
};

static GLogWriterOutput
on_message_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if ((level & G_LOG_LEVEL_ERROR) != 0)
    _exit (MULL_PARSE_EXIT_MEMORY);
  return G_LOG_WRITER_HANDLED;
}

int
main (int argc, char *argv[])
{
  g_log_set_writer_func (on_message_cb, NULL, NULL);
  if (argc != 2)
    return MULL_PARSE_EXIT_USAGE;
  if (!mull_sandbox_enter (0))
    return MULL_PARSE_EXIT_NO_SANDBOX;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, argv[1]))
      acts[i].func ();
  _exit (MULL_PARSE_EXIT_DONE);
}
