/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program asks of the system: no network, and no file of SQLite's behind its back. */
#include "config.h"

#include "journey-steps.h"

#include <string.h>

#define NOW "2026-03-02T09:00"

/* strace writes until after the end of the program. The first line is the program's, too. */
static gboolean
is_log_whole (MullDriver *driver, gpointer user_data)
{
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (user_data, &text, NULL, NULL))
    return FALSE;
  first = g_strdup_printf ("%.*s ", (int) strcspn (text, " "), text);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], first) && g_str_has_suffix (lines[i], "+++ exited with 0 +++"))
      return TRUE;
  return FALSE;
}

static void
check_socket (const char *line, guint *n_sockets)
{
  if (strstr (line, "socket(") == NULL)
    return;
  ++*n_sockets;
  if (strstr (line, "AF_UNIX") == NULL && strstr (line, "AF_NETLINK") == NULL)
    g_error ("The program asked for a socket of a network: %s", line);
}

/* SQLite opens the database once, to read and write, after it was made where there is none. Whoever
 * opened it a second time would drop its locks when closing it; before SQLite there are none to be
 * dropped. */
static void
check_open (const char *line, guint *n_opened)
{
  if (strstr (line, "/mulligan.db\"") == NULL)
    return;
  *n_opened +=
      *n_opened > 0 || (strstr (line, "O_RDWR") != NULL && strstr (line, "O_EXCL") == NULL);
  if (*n_opened > 1)
    g_error ("The database was opened behind SQLite's back: %s", line);
}

/* Neither a name is looked up nor a host called, from the first window to the last; and nobody but
 * SQLite opens the database while it does. */
static void
test_sockets_and_files (void)
{
  g_autofree char *base = mull_driver_make_folder ();
  g_autofree char *log = g_build_filename (base, "log", NULL);
  g_autofree char *data = g_build_filename (base, "data", NULL);
  g_autofree char *csv = g_build_filename (base, "deals.csv", NULL);
  g_autofree char *exported = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *strace = g_find_program_in_path ("strace");
  /* -D: strace steps aside, and the process that we started is the program. */
  const char *wrapper[] = { strace, "-D", "-f", "-q", "-e", "trace=socket,open,openat,creat",
                            "-o",   log,  NULL };
  g_autoptr (MullDriver) driver = mull_driver_new (data, NOW);
  guint n_sockets = 0, n_opened = 0;

  if (strace == NULL)
    {
      g_test_skip ("There is no strace to look with.");
      mull_driver_remove_folder (base);
      return;
    }
  mull_driver_set_wrapper (driver, wrapper);
  mull_driver_start (driver, NULL);
  journey_fill_with_sample (driver);
  mull_driver_key (driver, "<Control>z");
  journey_wait_start_page (driver);
  mull_driver_key (driver, "<Control><Shift>z");
  journey_wait_board (driver);
  mull_driver_action (driver, "open-deal", g_variant_new_int64 (1));
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_key (driver, "<Control>p");
  mull_driver_expect (driver, "MullPreviewPage", ATSPI_ROLE_IMAGE, "Page 1 of *");
  /* The window does these. */
  exported = mull_driver_command (driver, "export", csv, NULL);
  checked = mull_driver_command (driver, "check", NULL);
  mull_driver_stop (driver);
  mull_driver_wait_for (driver, "the end of the log", is_log_whole, log);
  g_assert_true (g_file_get_contents (log, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      check_socket (lines[i], &n_sockets);
      check_open (lines[i], &n_opened);
    }
  g_assert_cmpuint (n_sockets, >, 0);
  g_assert_cmpuint (n_opened, ==, 1);
  mull_driver_remove_folder (base);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/sockets/sockets-and-files", test_sockets_and_files);
  return g_test_run ();
}
