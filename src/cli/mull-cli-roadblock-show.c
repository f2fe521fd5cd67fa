/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-roadblock-show"

#include "config.h"

#include "mull-cli-roadblock.h"

#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-error.h"
#include "mull-help-request.h"
#include "mull-pdf.h"
#include "mull-reason.h"
#include "mull-roadblock-ops.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* How many are listed at most. */
#define LIST_LIMIT 1000
#define LABEL_WIDTH 22

static void
add_item (GString *out, const char *label, const char *text)
{
  if (*text != '\0')
    mull_cli_page_add_item (out, 0, LABEL_WIDTH, label, text);
}

static void
take_item (GString *out, const char *label, char *text)
{
  g_autofree char *owned = text;

  add_item (out, label, owned);
}

static void
show_ladder (const MullRoadblockCase *shown, GString *out)
{
  for (guint i = 0; i < shown->answers->len; i++)
    {
      const MullRoadblockAnswer *answer = g_ptr_array_index (shown->answers, i);
      const char *who = g_ptr_array_index (shown->people, i);

      add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_ASK), answer->question);
      if (*answer->answer != '\0')
        take_item (out, "",
                   g_strdup_printf ("%s (%s%s%s)", answer->answer, who, *who != '\0' ? ", " : "",
                                    mull_answer_source_label (answer->source)));
    }
  for (guint i = 0; i < shown->helps->len; i++)
    {
      const MullRoadblockHelp *help = g_ptr_array_index (shown->helps, i);

      take_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_HELP),
                 g_strdup_printf ("%s: %s%s%s", help->helper, help->asked,
                                  *help->answer != '\0' ? " → " : "", help->answer));
    }
}

static void
show_case (MullCliContext *context, const MullRoadblockCase *shown)
{
  const MullRoadblock *roadblock = shown->roadblock;
  GString *out = context->out;

  mull_cli_page_add_title (out, shown->deal);
  /* Translators: the words of a customer in quotation marks */
  take_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_SYMPTOM),
             g_strdup_printf (_ ("“%s”"), roadblock->symptom));
  add_item (out, "", shown->speaker);
  take_item (out, "", mull_day_format (roadblock->symptom_on));
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_NO),
            mull_said_no_label (roadblock->said_no));
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_CAUSE), roadblock->underlying);
  if (*roadblock->underlying != '\0')
    add_item (out, "", mull_truth_label (roadblock->truth));
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_TAKES), roadblock->takes);
  add_item (out, "", roadblock->takes_who);
  take_item (out, _ ("By when"), mull_day_format (roadblock->takes_by_on));
  add_item (out, _ ("What we give"), roadblock->we_give);
  add_item (out, _ ("If we do not"), roadblock->costs_not);
  show_ladder (shown, out);
  add_item (out, mull_roadblock_step_label (MULL_ROADBLOCK_STEP_OUTCOME),
            mull_roadblock_outcome_label (roadblock->outcome));
  add_item (out, _ ("Lesson"), roadblock->lesson);
  add_item (out, _ ("Behind it"), shown->behind);
  if (roadblock->outcome == MULL_ROADBLOCK_OPEN)
    add_item (out, _ ("Next"), mull_roadblock_next_prompt (&shown->facts));
  for (guint i = 0; i < shown->reasons->len; i++)
    mull_cli_page_add_item (out, 0, 2, "-", ((MullReason *) shown->reasons->pdata[i])->text);
}

static gboolean
write_help_request (MullCliContext *context,
                    const MullCliRoadblockOptions *options,
                    const MullRoadblockCase *asked,
                    GError **error)
{
  g_autofree char *path = g_canonicalize_filename (options->output, context->folder);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *title = mull_help_request_dup_title (asked);
  g_autoptr (MullLayout) layout = NULL;
  int paper = (int) mull_paper_of_locale ();

  if (!mull_cli_read_enum (MULL_TYPE_PAPER, options->paper, 0, MULL_PAPER_LETTER, "--paper", &paper,
                           error))
    return FALSE;
  layout = mull_help_request_new (asked, mull_workspace_get_today (context->workspace),
                                  (MullPaper) paper, mull_layout_locale_is_rtl ());
  if (!mull_pdf_write (layout, path, title, error))
    return FALSE;
  /* Translators: the title of a deal and the name of a file */
  mull_cli_say (context, _ ("Wrote the request for help with “%s” to %s."), asked->deal, shown);
  return TRUE;
}

/**
 * mull_cli_roadblock_show:
 * @roadblock: a roadblock
 *
 * Says everything about a roadblock, or writes the page that asks for help with it.
 */
gboolean
mull_cli_roadblock_show (MullCliContext *context,
                         const MullCliRoadblockOptions *options,
                         MullRoadblock *roadblock,
                         GError **error)
{
  g_autoptr (MullRoadblockCase) shown =
      mull_roadblock_case_load (context->workspace, roadblock->record.id, error);

  if (shown == NULL)
    return FALSE;
  if (options->help_request)
    return write_help_request (context, options, shown, error);
  show_case (context, shown);
  return TRUE;
}

static const MullCliColumn columns[] = {
  { "id", NULL, TRUE, 0 },
  { NULL, N_ ("No."), TRUE, 0 },
  { "deal", N_ ("Deal"), FALSE, 24 },
  { "symptom", N_ ("What they said"), FALSE, 30 },
  { "underlying", NULL, FALSE, 0 },
  { "truth", NULL, FALSE, 0 },
  { "days", N_ ("Days"), TRUE, 0 },
  { "outcome", NULL, FALSE, 0 },
  { "flags", NULL, FALSE, 0 },
  { NULL, N_ ("What to see to"), FALSE, 30 },
};

static void
list_row (MullCliTable *table, const MullRoadblockCase *row, MullDay today)
{
  static const char *const words[] = { "symptom-only", "alone", "second-hand", "walk-away" };
  const MullRoadblock *roadblock = row->roadblock;
  g_autoptr (GString) nicks = g_string_new (NULL);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < MULL_ROADBLOCK_N_FLAGS; i++)
    if (row->flags & (1u << i))
      {
        g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? " " : "", words[i]);
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                                mull_roadblock_flag_label ((MullRoadblockFlags) (1u << i)));
      }
  if (roadblock->outcome != MULL_ROADBLOCK_OPEN)
    g_string_assign (labels, mull_roadblock_outcome_label (roadblock->outcome));
  mull_cli_table_add_number (table, roadblock->record.id);
  mull_cli_table_add_number (table, roadblock->record.id);
  mull_cli_table_add (table, row->deal);
  mull_cli_table_add (table, roadblock->symptom);
  mull_cli_table_add (table, roadblock->underlying);
  mull_cli_table_add (table, mull_enum_nick (MULL_TYPE_TRUTH, (int) roadblock->truth));
  mull_cli_table_add_number (table, mull_roadblock_get_age (roadblock, today));
  mull_cli_table_add (table,
                      mull_enum_nick (MULL_TYPE_ROADBLOCK_OUTCOME, (int) roadblock->outcome));
  mull_cli_table_add (table, nicks->str);
  mull_cli_table_add (table, labels->str);
}

/**
 * mull_cli_roadblock_list:
 *
 * Lists the roadblocks that are open, or all of them.
 */
gboolean
mull_cli_roadblock_list (MullCliContext *context,
                         const MullCliRoadblockOptions *options,
                         GError **error)
{
  g_autoptr (GPtrArray) cases =
      mull_roadblock_case_list (context->workspace, options->settled, LIST_LIMIT, error);
  g_autoptr (MullCliTable) table =
      mull_cli_table_new (columns, G_N_ELEMENTS (columns), options->csv);
  MullDay today = mull_workspace_get_today (context->workspace);

  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    list_row (table, cases->pdata[i], today);
  if (cases->len == 0 && !options->csv)
    mull_cli_say (context, _ ("There is no roadblock."));
  else
    mull_cli_table_write (table, context->out);
  return TRUE;
}

/**
 * mull_cli_roadblock_measure:
 *
 * Says how roadblocks end and how long it takes to find the reason.
 */
gboolean
mull_cli_roadblock_measure (MullCliContext *context, GError **error)
{
  MullRoadblockMeasures measures;
  GString *out = context->out;

  if (!mull_roadblock_case_measure (context->workspace, &measures, error))
    return FALSE;
  take_item (out, _ ("Roadblocks"), g_strdup_printf ("%u", measures.n));
  take_item (out, _ ("Still open"), g_strdup_printf ("%u", measures.n_open));
  take_item (out, _ ("Removed"), g_strdup_printf ("%u", measures.n_removed));
  take_item (out, _ ("A real no"), g_strdup_printf ("%u", measures.n_real_no));
  take_item (out, _ ("Never known"), g_strdup_printf ("%u", measures.n_unknown));
  if (measures.median_days >= 0)
    take_item (out, _ ("To a confirmed reason"),
               g_strdup_printf (ngettext ("%d day", "%d days", (gulong) measures.median_days),
                                measures.median_days));
  if (measures.n_lost > 0)
    take_item (out, _ ("Lost with a reason"),
               /* Translators: a share of the lost deals, and the two numbers */
               g_strdup_printf (_ ("%1$u %% (%2$u of %3$u)"),
                                measures.n_lost_confirmed * 100 / measures.n_lost,
                                measures.n_lost_confirmed, measures.n_lost));
  return TRUE;
}
