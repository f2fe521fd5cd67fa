/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli"

#include "config.h"

#include "mull-cli.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"

#include <glib/gi18n-lib.h>

/* How many deals are brought up to today in one transaction. */
#define RECHECK_SLICE 2000

static const MullCliCommand *find_command (const char *word);

static int
run_help (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 1, &status);
  g_autofree char *help = NULL;

  if (rest == NULL)
    return status;
  if (rest[0] != NULL)
    {
      const MullCliCommand *other = find_command (rest[0]);
      char *ask[] = { rest[0], (char *) "--help", NULL };

      if (other != NULL)
        return other->run (context, other, ask);
      return mull_cli_wrong_usage (context, command, _ ("There is no such command."));
    }
  help = mull_cli_dup_help ();
  g_string_append_printf (context->out, "%s\n", help);
  return MULL_CLI_DONE;
}

static const MullCliCommand help_commands[] = {
  { "help", "[COMMAND]", N_ ("Say which commands there are, or how one is used"), run_help, TRUE },
  { NULL, NULL, NULL, NULL },
};

/* In the order in which they are explained. */
/* clang-format off */
static const MullCliCommand *const families[] = {
  mull_cli_import_commands,
  mull_cli_export_commands,
  mull_cli_board_commands,
  mull_cli_list_commands,
  mull_cli_search_commands,
  mull_cli_today_commands,
  mull_cli_show_commands,
  mull_cli_deal_commands,
  mull_cli_contact_commands,
  mull_cli_merge_commands,
  mull_cli_log_commands,
  mull_cli_attachment_commands,
  mull_cli_review_call_commands,
  mull_cli_plan_commands,
  mull_cli_promise_commands,
  mull_cli_own_commands,
  mull_cli_question_commands,
  mull_cli_roadblock_commands,
  mull_cli_quiet_commands,
  mull_cli_qualify_commands,
  mull_cli_drill_commands,
  mull_cli_script_commands,
  mull_cli_beats_commands,
  mull_cli_review_commands,
  mull_cli_brief_commands,
  mull_cli_figures_commands,
  mull_cli_trash_commands,
  mull_cli_erase_commands,
  mull_cli_history_commands,
  mull_cli_check_commands,
  mull_cli_backup_commands,
  mull_cli_repair_commands,
  help_commands,
};
/* clang-format on */

static const MullCliCommand *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const MullCliCommand *command = families[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, word))
        return command;
  return NULL;
}

/**
 * mull_cli_dup_help:
 *
 * Returns: (transfer full): the commands, for --help
 */
char *
mull_cli_dup_help (void)
{
  GString *help = g_string_new (_ ("Without a command the window opens. Commands:"));

  g_string_append_c (help, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (const MullCliCommand *command = families[i]; command->name != NULL; command++)
      g_string_append_printf (help, "  %-11s %s\n", command->name, _ (command->summary));
  g_string_append_c (help, '\n');
  g_string_append (help,
                   _ ("DEAL is the id of a deal, or the beginning of its title if no other "
                      "begins so. DATE is a day such as 2026-03-01, fri or +2w. “mulligan help "
                      "COMMAND” says how a command is used."));
  return g_string_free (help, FALSE);
}

/**
 * mull_cli_is_command:
 *
 * Returns: whether @word is the name of a command
 */
gboolean
mull_cli_is_command (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  return find_command (word) != NULL;
}

/**
 * mull_cli_dup_unknown:
 * @word: what was typed for a command
 *
 * Returns: (transfer full): what to say of it
 */
char *
mull_cli_dup_unknown (const char *word)
{
  g_autofree char *shown = mull_cli_shown (word);

  return g_strdup_printf (
      /* Translators: the argument is what was typed for a command */
      _ ("“%s” is neither a command nor a file that exists. “mulligan help” lists the commands."),
      shown);
}

/* Lists read what was derived when something last changed; days may have passed since. */
static gboolean
catch_up (MullWorkspace *workspace, GError **error)
{
  guint n_done;

  do
    if (!mull_workspace_recheck (workspace, RECHECK_SLICE, &n_done, error))
      return FALSE;
  while (n_done > 0);
  return TRUE;
}

/**
 * mull_cli_run:
 * @arguments: the command and what follows it
 *
 * Runs one command. Unless it is done, nothing has changed and nothing was printed but why. Without
 * a workspace that is still how it is used, what is wrong with its arguments, or that it wants
 * data.
 *
 * Returns: %MULL_CLI_DONE, %MULL_CLI_REFUSED or %MULL_CLI_USAGE
 */
int
mull_cli_run (MullCliContext *context, char **arguments)
{
  const MullCliCommand *command;
  g_autoptr (GError) error = NULL;
  gsize length = context->out->len;
  int status;

  command = arguments[0] != NULL ? find_command (arguments[0]) : NULL;
  if (command == NULL)
    {
      g_autofree char *message = mull_cli_dup_unknown (arguments[0] != NULL ? arguments[0] : "");

      g_string_append_printf (context->err, "%s\n", message);
      return MULL_CLI_USAGE;
    }
  if (context->workspace != NULL && !catch_up (context->workspace, &error))
    return mull_cli_refuse (context, error);
  status = command->run (context, command, arguments);
  if (status != MULL_CLI_DONE)
    g_string_truncate (context->out, length);
  return status;
}
