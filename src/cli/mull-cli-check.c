/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-check"

#include "config.h"

#include "mull-card-check.h"
#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-sync-notice.h"

#include <glib/gi18n-lib.h>

static void
say_sync (MullCliContext *context)
{
  g_autofree char *sentence = mull_sync_notice_dup_sentence (context->workspace);
  g_autofree char *advice = mull_sync_notice_dup_advice (context->workspace);

  if (sentence == NULL)
    return;
  mull_cli_say (context, "%s", sentence);
  mull_cli_say (context, "%s", advice);
}

static int
run_check (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  MullDatabase *db;
  gboolean want_digest = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("digest", &want_digest),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  db = mull_workspace_get_database (context->workspace);
  if (!mull_database_check (db, &error) || !mull_card_check (db, &error))
    return mull_cli_refuse (context, error);
  if (!want_digest)
    {
      mull_cli_say (context, _ ("Every check of the database passed."));
      if (!mull_database_has_sums (db))
        mull_cli_say (context,
                      _ ("Its pages have no sums yet, so a bit that turns over may stay unnoticed. "
                         "Mulligan adds them when it starts, or, where there is very much data, "
                         "while its window is open. That takes free space for three copies of the "
                         "data file, and a folder of backups that can be written."));
      say_sync (context);
      return MULL_CLI_DONE;
    }
  digest = mull_database_digest (db, &error);
  if (digest == NULL)
    return mull_cli_refuse (context, error);
  g_string_append (context->out, digest);
  if (!g_str_has_suffix (digest, "\n"))
    g_string_append_c (context->out, '\n');
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_check_commands[] = {
  { "check", "[--digest]", N_ ("Check the database; print digests of what it holds"), run_check },
  { NULL, NULL, NULL, NULL },
};
