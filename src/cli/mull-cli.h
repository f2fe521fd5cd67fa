/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullCliContext:
 * @workspace: (nullable): the open data; %NULL for what is done without it
 * @folder: the current folder, for file names
 * @out: what goes to standard output is appended here
 * @err: what goes to standard error is appended here
 * @data_folder: where the closed data is
 * @clock: what time it is, if the data is closed
 * @wants_data: (out): whether nothing was done only because there is no @workspace
 *
 * What a command works with. The same commands run in a process of their own and, while a window
 * has the data open, in that process.
 */
typedef struct
{
  MullWorkspace *workspace;
  const char *folder;
  GString *out;
  GString *err;
  const char *data_folder;
  MullClock *clock;
  gboolean wants_data;
} MullCliContext;

/* Exit codes. */
#define MULL_CLI_DONE 0
#define MULL_CLI_REFUSED 1
#define MULL_CLI_USAGE 2

/* Whether a word is the name of a command. */
gboolean mull_cli_is_command (const char *word);
/* @arguments: the command and what follows it, NULL-terminated. */
int mull_cli_run (MullCliContext *context, char **arguments);
char *mull_cli_dup_help (void);
/* Reads all of the standard input; NULL if it cannot be read. */
typedef char *(*MullCliInputFunc) (gpointer user_data);
char **mull_cli_dup_with_input (char **arguments, MullCliInputFunc read, gpointer user_data);
/* What to say of a word that is neither a command nor a file. */
char *mull_cli_dup_unknown (const char *word);

G_END_DECLS
