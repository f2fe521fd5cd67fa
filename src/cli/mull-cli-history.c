/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-history"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-error.h"

#include <glib/gi18n-lib.h>

#define N_STEPS "20"
#define MAX_STEPS 1000

static const MullCliColumn columns[] = {
  /* Translators: headings of a table of steps */
  { "at", N_ ("When"), FALSE, 0 },
  { "step", N_ ("Step"), FALSE, 70 },
  { "undone", N_ ("Undone"), FALSE, 0 },
};

static int
take_step (MullCliContext *context,
           char *step,
           gboolean (*take) (MullWorkspace *workspace, GError **error),
           const char *none,
           const char *done)
{
  g_autofree char *label = step;
  g_autoptr (GError) error = NULL;

  if (label == NULL)
    g_set_error_literal (&error, MULL_ERROR, MULL_ERROR_NOT_FOUND, none);
  if (label == NULL || !take (context->workspace, &error))
    return mull_cli_refuse (context, error);
  g_string_append_printf (context->out, "%s: %s\n", done, label);
  return MULL_CLI_DONE;
}

static int
run_undo (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 0, &status);

  if (rest == NULL)
    return status;
  return take_step (context, mull_workspace_dup_undo_label (context->workspace),
                    mull_workspace_undo,
                    _ ("There is nothing to undo: no step is left in the history."),
                    /* Translators: before the name of a step that was taken back */
                    _ ("Undone"));
}

static int
run_redo (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 0, &status);

  if (rest == NULL)
    return status;
  return take_step (context, mull_workspace_dup_redo_label (context->workspace),
                    mull_workspace_redo,
                    _ ("There is nothing to redo: the last step was not undone."),
                    /* Translators: before the name of a step that was done again */
                    _ ("Done again"));
}

static char *
format_time (MullWorkspace *workspace, gint64 at)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;
}

static int
run_history (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *limit_text = NULL;
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("steps", &limit_text),
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_NO_MORE,
  };
  int status, limit;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (MullCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (!mull_cli_read_number (limit_text != NULL ? limit_text : N_STEPS, "--steps", 0, MAX_STEPS,
                             &limit, &error) ||
      (steps = mull_workspace_list_steps (context->workspace, (guint) limit, &error)) == NULL)
    return mull_cli_refuse (context, error);
  table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), csv);
  for (guint i = 0; i < steps->len; i++)
    {
      const MullStepInfo *step = steps->pdata[i];

      mull_cli_table_take (table, format_time (context->workspace, step->at));
      mull_cli_table_add (table, step->label);
      mull_cli_table_add (table, step->undone ? (csv ? "yes" : _ ("yes")) : "");
    }
  if (csv || steps->len > 0)
    mull_cli_table_write (table, context->out);
  else
    mull_cli_say (context, _ ("Nothing has been done yet."));
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_history_commands[] = {
  { "undo", "", N_ ("Take the last step back"), run_undo },
  { "redo", "", N_ ("Do the step again that was taken back"), run_redo },
  { "history", "[--steps N] [--csv]", N_ ("List the last steps, newest first"), run_history },
  { NULL, NULL, NULL, NULL },
};
