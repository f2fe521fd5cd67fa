/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-import"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-sample.h"

#include <glib/gi18n-lib.h>

static int
run_demo (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 0, &status);
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (!mull_sample_fill (context->workspace, &error))
    return mull_cli_refuse (context, error);
  g_string_append_printf (context->out, "%s\n",
                          _("The sample pipeline is there. “mulligan board” shows it; “mulligan "
                            "undo” takes it away again."));
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_import_commands[] = {
  { "demo", "", N_ ("Fill an empty database with the sample pipeline"), run_demo },
    { NULL, NULL, NULL, NULL },
};
