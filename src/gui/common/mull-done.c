/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-done"

#include "config.h"

#include "mull-done.h"

#include "mull-feedback.h"

#include <glib/gi18n-lib.h>

/* What is told of words rather than of a name. */
static char *
format_words (MullDone done, const char *name)
{
  switch ((int) done)
    {
    case MULL_DONE_UNPROMISED:
      /* Translators: a toast; %s is what was promised */
      return g_strdup_printf (_ ("Promise deleted: %s"), name);
    case MULL_DONE_UNLOGGED:
      /* Translators: a toast; %s is the beginning of an entry */
      return g_strdup_printf (_ ("Entry deleted: %s"), name);
    case MULL_DONE_SETTLED:
      /* Translators: a toast; %s is what was planned and has been done */
      return g_strdup_printf (_ ("Done: %s"), name);
    case MULL_DONE_OPENED_HOLE:
      /* Translators: a toast; %s is what is missing */
      return g_strdup_printf (_ ("Hole opened: %s"), name);
    case MULL_DONE_TALKING:
      /* Translators: a toast; %s is the title of a deal that was quiet */
      return g_strdup_printf (_ ("Talking again: %s"), name);
    case MULL_DONE_QUIET_OVER:
      /* Translators: a toast; %s is the title of a deal */
      return g_strdup_printf (_ ("The quiet is over: %s"), name);
    case MULL_DONE_QUIET_LIFTED:
      /* Translators: a toast; %s is the title of a deal */
      return g_strdup_printf (_ ("The quiet is lifted: %s"), name);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * mull_done_format:
 * @done: what was done
 * @name: to what
 * @other: (nullable): the stage or the outcome
 *
 * Returns: (transfer full): it as a sentence in the past tense
 */
char *
mull_done_format (MullDone done, const char *name, const char *other)
{
  g_return_val_if_fail (name != NULL, NULL);

  switch (done)
    {
    case MULL_DONE_ADDED:
      return g_strdup_printf (_ ("“%s” added"), name);
    case MULL_DONE_CHANGED:
      return g_strdup_printf (_ ("“%s” changed"), name);
    case MULL_DONE_RENAMED:
      return g_strdup_printf (_ ("Renamed to “%s”"), name);
    case MULL_DONE_MOVED:
      /* Translators: a toast: the title of a deal and the name of a stage */
      return g_strdup_printf (_ ("“%1$s” moved to %2$s"), name, other);
    case MULL_DONE_PLACED:
      /* Translators: a toast: a deal or a stage that has another place among its neighbours */
      return g_strdup_printf (_ ("“%s” moved"), name);
    case MULL_DONE_CLOSED:
      /* Translators: a toast: the title of a deal, and how it ended: “Won” or “Went dark” */
      return g_strdup_printf (_ ("“%1$s” closed: %2$s"), name, other);
    case MULL_DONE_REOPENED:
      return g_strdup_printf (_ ("“%s” opened again"), name);
    case MULL_DONE_DELETED:
      return g_strdup_printf (_ ("“%s” deleted"), name);
    case MULL_DONE_RESTORED:
      return g_strdup_printf (_ ("“%s” restored"), name);
    case MULL_DONE_REMOVED:
      return g_strdup_printf (_ ("“%s” removed"), name);
    case MULL_DONE_ATTACHED:
      /* Translators: the name of a file that was attached to an entry */
      return g_strdup_printf (_ ("“%s” attached"), name);
    case MULL_DONE_SAVED:
      /* Translators: the name of a file that was saved, or what was written about */
      return g_strdup_printf (_ ("“%s” saved"), name);
    case MULL_DONE_LEFT:
      /* Translators: a toast; %s is the name of a person */
      return g_strdup_printf (_ ("“%s” taken out of the buying centre"), name);
    case MULL_DONE_UNPROMISED:
    case MULL_DONE_UNLOGGED:
    case MULL_DONE_SETTLED:
    case MULL_DONE_OPENED_HOLE:
    case MULL_DONE_TALKING:
    case MULL_DONE_QUIET_OVER:
    case MULL_DONE_QUIET_LIFTED:
      break;
    }
  return format_words (done, name);
}

/**
 * mull_done_toast:
 * @from: a widget inside the window, or the window
 * @done: what was done
 * @name: to what
 * @other: (nullable): the stage or the outcome
 *
 * Tells what was done, with the way back.
 */
void
mull_done_toast (GtkWidget *from, MullDone done, const char *name, const char *other)
{
  g_autofree char *text = mull_done_format (done, name, other);

  mull_feedback_undo_toast (from, text);
}
