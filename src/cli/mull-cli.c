/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli"

#include "config.h"

#include "mull-cli.h"

#include <glib/gi18n-lib.h>

/**
 * mull_cli_dup_help:
 *
 * Returns: (transfer full): the commands, for --help
 */
char *
mull_cli_dup_help (void)
{
  return g_strdup (_("Without a command the window opens."));
}

/**
 * mull_cli_is_command:
 *
 * Returns: whether @word is the name of a command
 */
gboolean
mull_cli_is_command (const char *word)
{
  return g_str_equal (word, "help");
}

/**
 * mull_cli_run:
 * @arguments: the command and what follows it
 *
 * Returns: %MULL_CLI_DONE, %MULL_CLI_REFUSED or %MULL_CLI_USAGE
 */
int
mull_cli_run (MullCliContext *context, char **arguments)
{
  g_autofree char *help = mull_cli_dup_help ();

  g_string_append_printf (context->out, "%s\n", help);
  return MULL_CLI_DONE;
}
