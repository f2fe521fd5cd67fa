/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rescue-option"

#include "config.h"

#include "mull-rescue.h"

#include "mull-date.h"

#include <glib/gi18n-lib.h>

/* What a way out is, in words: the window and the command say the same. */

static char *
dup_moment (gint64 at, GTimeZone *zone)
{
  g_autofree char *day = mull_day_format_long (mull_day_from_instant (at, zone));
  g_autofree char *time = mull_instant_format_time (at, zone);

  /* Translators: a day and a time of day */
  return g_strdup_printf (C_ ("moment", "%s, %s"), day, time);
}

/* As many as are there, or how many of how many. */
static char *
dup_rows (const char *what, const MullRepairOption *option)
{
  if (option->n_lost == 0 && !mull_repair_option_is_complete (option))
    /* Translators: "Repaired copy: 4,600 rows" */
    return g_strdup_printf (ngettext ("%s: %'u row", "%s: %'u rows", option->n_rows), what,
                            option->n_rows);
  if (option->n_lost == 0)
    return g_strdup_printf (
        /* Translators: "Repaired copy: 4,600 rows, complete" */
        ngettext ("%s: %'u row, complete", "%s: %'u rows, complete", option->n_rows), what,
        option->n_rows);
  /* Translators: "Repaired copy: 4,581 of 4,600 rows" */
  return g_strdup_printf (_ ("%s: %'u of %'u rows"), what, option->n_rows, option->n_known);
}

/**
 * mull_rescue_dup_title:
 * @option: a way out
 * @zone: the rep's time zone
 *
 * Returns: (transfer full): what it is, in a few words
 */
char *
mull_rescue_dup_title (const MullRepairOption *option, GTimeZone *zone)
{
  g_autofree char *moment = NULL;

  g_return_val_if_fail (option != NULL, NULL);

  switch (option->kind)
    {
    case MULL_REPAIR_AS_IS:
      return g_strdup (_ ("The file as it is: every check passes now"));
    case MULL_REPAIR_REBUILT:
      return dup_rows (_ ("Repaired file"), option);
    case MULL_REPAIR_SALVAGED:
      return dup_rows (_ ("Repaired copy"), option);
    case MULL_REPAIR_BACKUP:
      moment = dup_moment (option->at, zone);
      /* Translators: the argument is a day and a time of day */
      return g_strdup_printf (_ ("Backup of %s, complete"), moment);
    case MULL_REPAIR_WITHOUT_LOG:
      return g_strdup (_ ("The file without its last changes"));
    case MULL_REPAIR_EMPTY:
      break;
    }
  return g_strdup (_ ("Start empty"));
}

static char *
dup_deals (const MullRepairOption *option)
{
  return g_strdup_printf (ngettext ("%d deal", "%d deals", (gulong) option->n_deals),
                          (int) option->n_deals);
}

/* Takes @sentence. */
static void
append (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
describe_salvaged (const MullRepairOption *option)
{
  g_autofree char *deals = dup_deals (option);
  g_autoptr (GString) text = g_string_new (NULL);

  if (mull_repair_option_is_complete (option))
    /* Translators: the argument is "12 deals" */
    return g_strdup_printf (_ ("%s. Nothing is lost; only Undo begins anew."), deals);
  append (text, g_strdup_printf ("%s.", deals));
  if (option->n_lost > 0)
    append (text, g_strdup_printf (ngettext ("%'u row could not be read.",
                                             "%'u rows could not be read.", option->n_lost),
                                   option->n_lost));
  if (option->n_refilled > 0)
    append (text, g_strdup_printf (ngettext ("%'u row is as it was in the newest backup.",
                                             "%'u rows are as they were in the newest backup.",
                                             option->n_refilled),
                                   option->n_refilled));
  if (option->n_altered > 0)
    append (text,
            g_strdup_printf (ngettext ("%'u row may not be as it was.",
                                       "%'u rows may not be as they were.", option->n_altered),
                             option->n_altered));
  append (text, g_strdup (_ ("The list names each of them.")));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mull_rescue_dup_subtitle:
 * @report: what was found
 * @option: a way out of it
 *
 * Returns: (transfer full): what it keeps and what not, in a sentence or two
 */
char *
mull_rescue_dup_subtitle (const MullDamageReport *report, const MullRepairOption *option)
{
  g_autofree char *deals = NULL;

  g_return_val_if_fail (report != NULL && option != NULL, NULL);

  deals = dup_deals (option);
  switch (option->kind)
    {
    case MULL_REPAIR_AS_IS:
      /* Translators: the argument is "12 deals" */
      return g_strdup_printf (_ ("%s. Nothing is lost."), deals);
    case MULL_REPAIR_REBUILT:
    case MULL_REPAIR_SALVAGED:
      return describe_salvaged (option);
    case MULL_REPAIR_BACKUP:
      if (report->n_known == 0)
        return g_steal_pointer (&deals);
      /* Translators: "12 deals. What was changed since is not in it." */
      return g_strdup_printf (_ ("%s. What was changed since is not in it."), deals);
    case MULL_REPAIR_WITHOUT_LOG:
      /* Translators: the argument is "12 deals" */
      return g_strdup_printf (_ ("%s. What was done last before the program ended is not in it."),
                              deals);
    case MULL_REPAIR_EMPTY:
      break;
    }
  return g_strdup (report->copy != NULL
                       ? _ ("A new file with nothing in it. The damaged one is put aside and kept.")
                       : _ ("A new file with nothing in it. The backups stay where they are."));
}
