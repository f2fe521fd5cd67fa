/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-history"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-error.h"
#include "mull-history.h"

#include <glib/gi18n-lib.h>

#define N_STEPS "20"
#define MAX_STEPS 1000

static const MullCliColumn columns[] = {
  { "id", "", TRUE, 0 },
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

/* As far as a step of the list: that one is the newest that is done then. */
static int
go_to (MullCliContext *context, const char *text, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  guint n_steps = 0;
  int seq;

  if (!mull_cli_read_number (text, "--to", 0, G_MAXINT, &seq, &error) ||
      !mull_history_go_to (context->workspace, seq, &n_steps, &error))
    return mull_cli_refuse (context, error);
  if (redo)
    mull_cli_say (context, ngettext ("%u step done again.", "%u steps done again.", n_steps),
                  n_steps);
  else
    mull_cli_say (context, ngettext ("%u step undone.", "%u steps undone.", n_steps), n_steps);
  return MULL_CLI_DONE;
}

/* Undoing to a step that is undone would do it again. */
static gboolean
is_behind (MullCliContext *context, const char *text, gboolean redo)
{
  g_autoptr (GPtrArray) steps = mull_workspace_list_steps (context->workspace, MAX_STEPS, NULL);
  gint64 seq = g_ascii_strtoll (text, NULL, 10);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const MullStepInfo *step = steps->pdata[i];

      if (step->seq == seq)
        return step->undone != redo;
    }
  return redo;
}

static int
run_step (MullCliContext *context, const MullCliCommand *command, char **arguments, gboolean redo)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = { MULL_CLI_TEXT ("to", &to), MULL_CLI_NO_MORE };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);

  if (rest == NULL)
    return status;
  if (to != NULL && is_behind (context, to, redo))
    {
      g_autoptr (GError) error = NULL;

      g_set_error_literal (
          &error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
          redo ? _ ("There is no undone step of that number. “mulligan history” lists the steps.")
               : _ ("There is no step of that number to go back to. “mulligan history” lists the "
                    "steps."));
      return mull_cli_refuse (context, error);
    }
  if (to != NULL)
    return go_to (context, to, redo);
  if (redo)
    return take_step (context, mull_workspace_dup_redo_label (context->workspace),
                      mull_workspace_redo,
                      _ ("There is nothing to redo: the last step was not undone."),
                      /* Translators: before the name of a step that was done again */
                      _ ("Done again"));
  return take_step (context, mull_workspace_dup_undo_label (context->workspace),
                    mull_workspace_undo,
                    _ ("There is nothing to undo: no step is left in the history."),
                    /* Translators: before the name of a step that was taken back */
                    _ ("Undone"));
}

static int
run_undo (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  return run_step (context, command, arguments, FALSE);
}

static int
run_redo (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  return run_step (context, command, arguments, TRUE);
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

      mull_cli_table_add_number (table, step->seq);
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
  { "undo", "[--to N]", N_ ("Take the last step back, or all after a step"), run_undo },
  { "redo", "[--to N]", N_ ("Do the step again that was taken back, or all up to a step"),
    run_redo },
  { "history", "[--steps N] [--csv]", N_ ("List the last steps, newest first"), run_history },
  { NULL, NULL, NULL, NULL },
};
