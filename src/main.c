/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "main"

#include "config.h"

#include "mull-application.h"
#include "mull-archive-backup.h"
#include "mull-cli.h"
#include "mull-clock.h"
#include "mull-process.h"
#include "mull-workspace.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* More than any command takes from the standard input. */
#define INPUT_MAX (2 * 1024 * 1024)

typedef struct
{
  char *data_dir;
  char *now;
  gboolean version;
  gboolean service;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->data_dir);
  g_free (self->now);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->data_dir,
      /* Translators: help for an option of the command line */
      N_ ("Keep the data in DIR"),
      /* Translators: stands for a folder in the help of the command line */
      N_ ("DIR") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options->now,
      /* Translators: help for an option of the command line */
      N_ ("Behave as if it were TIME, such as 2026-03-01T09:00"),
      /* Translators: stands for a time in the help of the command line */
      N_ ("TIME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version,
      /* Translators: help for an option of the command line */
      N_ ("Print the version"), NULL },
    /* How the session bus starts it: the window is asked for afterwards. */
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->service, NULL,
      NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[COMMAND or FILE…]"));
  g_autofree char *help = mull_cli_dup_help ();

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  /* What follows a command is the command's own. */
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_description (context, help);
  return g_option_context_parse (context, argc, argv, error);
}

/* Follows the links in a path whose end need not exist yet: by any name it is the same data. */
static char *
follow_links (const char *folder)
{
  g_autofree char *path = g_canonicalize_filename (folder, NULL);
  g_autofree char *above = NULL;
  g_autofree char *name = NULL;
  g_autofree char *followed = NULL;
  char *real = realpath (path, NULL);

  if (real != NULL || g_str_equal (path, G_DIR_SEPARATOR_S))
    return real != NULL ? real : g_strdup (path);
  above = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  followed = follow_links (above);
  return g_build_filename (followed, name, NULL);
}

/* One name on the bus per data folder: two folders are two applications. */
static char *
application_id (const char *folder)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "mulligan", NULL);
  g_autofree char *real = follow_links (folder);
  g_autofree char *real_usual = follow_links (usual);
  g_autofree char *digest = NULL;

  if (g_str_equal (real, real_usual))
    return g_strdup (MULL_APP_ID);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, real, -1);
  digest[12] = '\0';
  return g_strdup_printf ("%s.Data%s", MULL_APP_ID, digest);
}

/* ── Commands ─────────────────────────────────────────────────────────── */

static int
run_in_workspace (MullWorkspace *workspace,
                  const char *folder,
                  char **arguments,
                  GString *out,
                  GString *err)
{
  MullCliContext context = { workspace, folder, out, err };

  return mull_cli_run (&context, arguments);
}

static const MullCommands commands = { mull_cli_is_command, run_in_workspace };

/* ── Without a window ─────────────────────────────────────────────────── */

static int
run_here (const char *folder, MullClock *clock, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullWorkspace) workspace = mull_workspace_open (folder, clock, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) err = g_string_new (NULL);
  g_autofree char *current = g_get_current_dir ();
  int status;

  if (workspace == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return MULL_CLI_REFUSED;
    }
  status = run_in_workspace (workspace, current, arguments, out, err);
  if (!mull_workspace_close (workspace, &error))
    {
      g_string_append_printf (err, "%s\n", error->message);
      status = MULL_CLI_REFUSED;
    }
  fputs (out->str, stdout);
  fputs (err->str, stderr);
  return fflush (stdout) == 0 ? status : MULL_CLI_REFUSED;
}

/* What needs no open data: help, what is wrong with the arguments, a repair. Nobody is asked for it
 * who has the data open, and no data is made for it. */
static gboolean
run_without_workspace (const char *folder, MullClock *clock, char **arguments, int *status)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) err = g_string_new (NULL);
  g_autofree char *current = g_get_current_dir ();
  g_autofree char *real = follow_links (folder);
  MullCliContext context = { NULL, current, out, err, real, clock };

  *status = mull_cli_run (&context, arguments);
  if (context.wants_data)
    return FALSE;
  fputs (out->str, stdout);
  fputs (err->str, stderr);
  if (fflush (stdout) != 0)
    *status = MULL_CLI_REFUSED;
  return TRUE;
}

/* A command goes to the window that has the data open, if there is one. */
static int
run_command (const char *id, const char *folder, MullClock *clock, int argc, char **argv)
{
  g_autoptr (GApplication) application =
      g_application_new (id, G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_IS_LAUNCHER);
  int status;

  if (run_without_workspace (folder, clock, argv + 1, &status))
    return status;
  if (g_application_register (application, NULL, NULL) && g_application_get_is_remote (application))
    return g_application_run (application, argc, argv);
  return run_here (folder, clock, argv + 1);
}

/* All of the standard input, up to more than any command takes. */
static char *
read_input (gpointer user_data)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  size_t n;

  while (text->len <= INPUT_MAX && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  if (ferror (stdin) == 0 && memchr (text->str, '\0', text->len) == NULL)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

/* The command with what it asks for on the standard input. */
static int
run_with_input (const char *id, const char *folder, MullClock *clock, char **argv)
{
  g_auto (GStrv) arguments = mull_cli_dup_with_input (argv + 1, read_input, NULL);
  g_autofree char **words = NULL;
  guint n;

  if (arguments == NULL)
    {
      fprintf (stderr, "%s\n", _ ("The standard input cannot be read, or is no text."));
      return MULL_CLI_REFUSED;
    }
  n = g_strv_length (arguments);
  words = g_new0 (char *, n + 2);
  words[0] = argv[0];
  memcpy (words + 1, arguments, n * sizeof (char *));
  return run_command (id, folder, clock, (int) n + 1, words);
}

/* What is no command is a file to import. */
static gboolean
is_file (const char *word)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (word);

  return g_file_query_exists (file, NULL);
}

/* ── With a window ────────────────────────────────────────────────────── */

static void
prepare_display (void)
{
  /* Drawing with cairo needs no OpenGL; looking for it would cost more than our whole board. */
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

/* A path that is not absolute is none by the rules of these variables: the data would go to
 * wherever the program was started. Without them the system says where the user is at home. */
static void
forget_relative_folders (void)
{
  static const char *const names[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                       "XDG_STATE_HOME" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_getenv (names[i]) != NULL && !g_path_is_absolute (g_getenv (names[i])))
      g_unsetenv (names[i]);
}

int
main (int argc, char *argv[])
{
  /* For running without an installation. */
  const char *locale_dir = g_getenv ("MULLIGAN_LOCALE_DIR");
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *id = NULL;
  g_auto (Options) options = { 0 };

  /* Everything we write belongs to the rep alone. */
  umask (077);
  forget_relative_folders ();
#ifdef MULL_SEALED
  mull_process_seal ();
#endif
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MULL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  mull_archive_backup_install ();

  if (!parse_options (&options, &argc, &argv, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return MULL_CLI_USAGE;
    }
  if (options.version)
    {
      printf ("mulligan %s\n", MULL_VERSION);
      return MULL_CLI_DONE;
    }
  clock = options.now != NULL ? mull_clock_new_from_text (options.now, &error)
                              : mull_clock_new_system ();
  if (clock == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return MULL_CLI_USAGE;
    }
  folder = options.data_dir != NULL ? g_canonicalize_filename (options.data_dir, NULL)
                                    : mull_workspace_default_folder ();
  id = application_id (folder);
  if (argc > 1 && mull_cli_is_command (argv[1]))
    return run_with_input (id, folder, clock, argv);
  if (argc > 1 && !is_file (argv[1]))
    {
      g_autofree char *message = mull_cli_dup_unknown (argv[1]);

      fprintf (stderr, "%s\n", message);
      return MULL_CLI_USAGE;
    }

  prepare_display ();
  mull_workspace_prepare ();
  {
    g_autoptr (MullApplication) application = mull_application_new (id, folder, clock, &commands);

    if (options.service)
      g_application_set_flags (G_APPLICATION (application),
                               g_application_get_flags (G_APPLICATION (application)) |
                                   G_APPLICATION_IS_SERVICE);
    return g_application_run (G_APPLICATION (application), argc, argv);
  }
}
