/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-figures"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-drill.h"
#include "mull-error.h"
#include "mull-figures.h"

#include <glib/gi18n-lib.h>

#define LABEL_WIDTH 32

/* Without --from: what a quarter of a year says. */
#define DAYS 91

/**
 * Provider:
 * @name: what is typed to see these figures alone
 * @title: their heading, marked for translation
 * @print: prints those of the days from @from to @to, both included
 *
 * The figures of one method.
 */
typedef struct
{
  const char *name;
  const char *title;
  gboolean (*print) (MullCliContext *context, MullDay from, MullDay to, GError **error);
} Provider;

static void
add_number (GString *out, const char *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  mull_cli_page_add_item (out, 0, LABEL_WIDTH, label, text);
}

/* ── The do-over ──────────────────────────────────────────────────────── */

static gboolean
print_holes (MullCliContext *context, MullDay from, MullDay to, GError **error)
{
  MullHoleFigures figures;

  if (!mull_hole_figures_load (context->workspace, from, to, &figures, error))
    return FALSE;
  /* Translators: figures of the do-over; a hole is something that one left a meeting without */
  add_number (context->out, _ ("Holes found"), figures.n_found);
  add_number (context->out, _ ("… asked for"), figures.n_asked);
  add_number (context->out, _ ("… filled"), figures.n_filled);
  add_number (context->out, _ ("Do-overs called"), figures.n_called);
  if (figures.median_hours >= 0)
    {
      g_autofree char *hours = g_strdup_printf (
          ngettext ("%d hour", "%d hours", (gulong) figures.median_hours), figures.median_hours);

      mull_cli_page_add_item (context->out, 0, LABEL_WIDTH, _ ("From the meeting to the call"),
                              hours);
    }
  add_number (context->out, _ ("Deals that moved on in 14 days"), figures.n_moved);
  return TRUE;
}

/* ── Promises of ours ─────────────────────────────────────────────────── */

/* Of all time: a promise is owned or broken long after it was made. */
static gboolean
print_promises (MullCliContext *context, MullDay from, MullDay to, GError **error)
{
  MullPromiseFigures figures;

  if (!mull_figures_count_promises (context->workspace, &figures, error))
    return FALSE;
  add_number (context->out, _ ("Kept"), figures.n_kept);
  add_number (context->out, _ ("Owned before their day"), figures.n_owned);
  add_number (context->out, _ ("Owned late"), figures.n_owned_late);
  add_number (context->out, _ ("Broken in silence"), figures.n_silent);
  if (figures.n_after > 0)
    {
      /* Translators: a share: "3 of 5" */
      g_autofree char *active =
          g_strdup_printf (_ ("%1$u of %2$u"), figures.n_active, figures.n_after);

      mull_cli_page_add_item (context->out, 0, LABEL_WIDTH, _ ("Heard again half a year after"),
                              active);
    }
  return TRUE;
}

/* In the order in which they are printed. */
static const Provider providers[] = {
  { "promises", N_ ("Our promises"), print_promises },
  { "do-over", N_ ("Do-over"), print_holes },
};

/* ── The command ──────────────────────────────────────────────────────── */

static gboolean
print (MullCliContext *context, const char *name, MullDay from, MullDay to, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      if (name != NULL && !g_str_equal (providers[i].name, name))
        continue;
      any = TRUE;
      mull_cli_page_add_section (context->out, _ (providers[i].title));
      if (!providers[i].print (context, from, to, error))
        return FALSE;
    }
  if (any)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                       _ ("There are no figures of that name. Leave it out to see all."));
  return FALSE;
}

static int
run_figures (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("from", &from_text),
    MULL_CLI_TEXT ("to", &to_text),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 1, &status);
  MullDay from;
  MullDay to;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  to = mull_workspace_get_today (context->workspace);
  if (!mull_cli_read_past_day (context->workspace, to_text, "--to", &to, &error))
    return mull_cli_refuse (context, error);
  from = to - DAYS;
  if (!mull_cli_read_past_day (context->workspace, from_text, "--from", &from, &error) ||
      !print (context, rest[0], from, to, &error))
    return mull_cli_refuse (context, error);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_figures_commands[] = {
  { "figures", "[promises|do-over] [--from DATE] [--to DATE]",
    N_ ("Count what the methods brought, of the last quarter or of these days"), run_figures },
  { NULL, NULL, NULL, NULL },
};
