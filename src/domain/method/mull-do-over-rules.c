/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-do-over-rules"

#include "config.h"

#include "mull-do-over-rules.h"

#include "mull-commitment-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ── Not for a promise that we broke ──────────────────────────────────── */

static gboolean
is_to (const MullCommitment *commitment, gint64 person_id)
{
  return commitment->to_person_id == 0 || person_id == 0 || commitment->to_person_id == person_id;
}

static gboolean
is_unkept (const MullCommitment *commitment, const MullThresholds *thresholds, MullDay today)
{
  MullStanding standing = mull_commitment_get_standing (commitment, thresholds, today);

  return commitment->side == MULL_SIDE_US &&
         (standing == MULL_STANDING_OVERDUE || standing == MULL_STANDING_BROKEN);
}

/**
 * mull_do_over_find_promise:
 * @commitments: (element-type MullCommitment): of the deal
 * @person_id: whom the call is for, or 0
 * @thresholds: the rep's
 * @today: the present day
 *
 * A do-over is for what we forgot to ask. Whoever has not kept a promise to the one who is called
 * owns that first.
 *
 * Returns: (transfer none) (nullable): the promise of ours to them that is longest past its day and
 *   was neither kept nor owned; one to nobody in particular counts
 */
const MullCommitment *
mull_do_over_find_promise (const GPtrArray *commitments,
                           gint64 person_id,
                           const MullThresholds *thresholds,
                           MullDay today)
{
  const MullCommitment *found = NULL;

  g_return_val_if_fail (commitments != NULL && thresholds != NULL, NULL);

  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = commitments->pdata[i];

      if (is_unkept (commitment, thresholds, today) && is_to (commitment, person_id) &&
          (found == NULL || commitment->due_on < found->due_on))
        found = commitment;
    }
  return found;
}

/**
 * mull_do_over_not_for_promise:
 * @promise: (nullable): what mull_do_over_find_promise() found
 *
 * Returns: (transfer full) (nullable): two sentences that lead to owning it
 */
char *
mull_do_over_not_for_promise (const MullCommitment *promise)
{
  if (promise == NULL)
    return NULL;
  /* Translators: %s is what we promised */
  return g_strdup_printf (_ ("You promised “%s”, and its day has passed. A do-over is for what you "
                             "forgot to ask: own the promise first."),
                          promise->words);
}

/* ── One missing thing per call ───────────────────────────────────────── */

/* What ends one thing in a list, in any language: a question, a semicolon, also the Arabic ones,
 * the full-width ones, and a line. */
static gboolean
ends_thing (gunichar c)
{
  switch (c)
    {
    case '?':
    case ';':
    case '\n':
    case 0x037e:
    case 0x061b:
    case 0x061f:
    case 0xff1b:
    case 0xff1f:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * mull_do_over_count_things:
 * @text: what is missing
 *
 * Counts only what is told apart by its marks: questions, semicolons, lines. That "the date and the
 * budget" are two things no rule without a language can know.
 *
 * Returns: how many things it names
 */
guint
mull_do_over_count_things (const char *text)
{
  gboolean in_thing = FALSE;
  guint n = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (ends_thing (c))
        in_thing = FALSE;
      else if (!in_thing && g_unichar_isalnum (c))
        {
          in_thing = TRUE;
          n++;
        }
    }
  return n;
}

/**
 * mull_do_over_one_thing:
 * @hole: what a do-over asks for
 *
 * Returns: (transfer full) (nullable): advice, if it is more than one thing
 */
char *
mull_do_over_one_thing (const MullHole *hole)
{
  guint n;

  g_return_val_if_fail (hole != NULL, NULL);

  n = mull_do_over_count_things (hole->text);
  if (n < 2)
    return NULL;
  return g_strdup_printf (
      ngettext (
          "These are %u things. Ask for one missing thing per call, and write down the other "
          "as a hole of its own.",
          "These are %u things. Ask for one missing thing per call, and write down the others "
          "as holes of their own.",
          n),
      n);
}
