/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli.h"

G_BEGIN_DECLS

typedef struct _MullCliCommand MullCliCommand;

/**
 * MullCliCommandFunc:
 * @arguments: the command and what follows it, NULL-terminated
 *
 * Does the work of a command. What it printed before it failed is thrown away.
 *
 * Returns: %MULL_CLI_DONE, %MULL_CLI_REFUSED or %MULL_CLI_USAGE
 */
typedef int (*MullCliCommandFunc) (MullCliContext *context,
                                   const MullCliCommand *command,
                                   char **arguments);

/**
 * MullCliCommand:
 * @name: the word that names it
 * @usage: what follows the word, untranslated like options and values
 * @summary: one line for the list of commands, marked for translation
 * @run: does it
 * @needs_no_workspace: whether it works on data that cannot be opened, or on none
 */
struct _MullCliCommand
{
  const char *name;
  const char *usage;
  const char *summary;
  MullCliCommandFunc run;
  gboolean needs_no_workspace;
};

/* The commands of each family, ended by one without a name. */
extern const MullCliCommand mull_cli_attachment_commands[];
extern const MullCliCommand mull_cli_backup_commands[];
extern const MullCliCommand mull_cli_beats_commands[];
extern const MullCliCommand mull_cli_board_commands[];
extern const MullCliCommand mull_cli_brief_commands[];
extern const MullCliCommand mull_cli_check_commands[];
extern const MullCliCommand mull_cli_contact_commands[];
extern const MullCliCommand mull_cli_deal_commands[];
extern const MullCliCommand mull_cli_drill_commands[];
extern const MullCliCommand mull_cli_erase_commands[];
extern const MullCliCommand mull_cli_export_commands[];
extern const MullCliCommand mull_cli_figures_commands[];
extern const MullCliCommand mull_cli_history_commands[];
extern const MullCliCommand mull_cli_import_commands[];
extern const MullCliCommand mull_cli_list_commands[];
extern const MullCliCommand mull_cli_log_commands[];
extern const MullCliCommand mull_cli_merge_commands[];
extern const MullCliCommand mull_cli_own_commands[];
extern const MullCliCommand mull_cli_plan_commands[];
extern const MullCliCommand mull_cli_promise_commands[];
extern const MullCliCommand mull_cli_qualify_commands[];
extern const MullCliCommand mull_cli_question_commands[];
extern const MullCliCommand mull_cli_quiet_commands[];
extern const MullCliCommand mull_cli_repair_commands[];
extern const MullCliCommand mull_cli_roadblock_commands[];
extern const MullCliCommand mull_cli_review_commands[];
extern const MullCliCommand mull_cli_review_call_commands[];
extern const MullCliCommand mull_cli_script_commands[];
extern const MullCliCommand mull_cli_search_commands[];
extern const MullCliCommand mull_cli_show_commands[];
extern const MullCliCommand mull_cli_today_commands[];
extern const MullCliCommand mull_cli_trash_commands[];

G_END_DECLS
