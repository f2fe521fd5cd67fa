/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-review-plan"

#include "config.h"

#include "mull-call-review-plan.h"

#include "mull-error.h"
#include "mull-hole-rules.h"

#include <glib/gi18n-lib.h>

/**
 * mull_call_review_is_for:
 * @entry: an entry of a timeline
 *
 * Returns: whether it is something one leaves with or without: a call or a meeting with somebody
 *   there
 */
gboolean
mull_call_review_is_for (const MullEntry *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return (entry->kind == MULL_ENTRY_CALL || entry->kind == MULL_ENTRY_MEETING) && entry->reached;
}

/**
 * mull_call_review_is_asked:
 * @entry: an entry that was just logged
 * @deal: its deal
 * @today: the present day
 * @zone: the rep's time zone
 *
 * Returns: whether the rep is asked at once to look back on it: on every talk of today, before one
 *   drives off, and on one of an earlier day only if it was to bring something
 */
gboolean
mull_call_review_is_asked (const MullEntry *entry,
                           const MullDeal *deal,
                           MullDay today,
                           GTimeZone *zone)
{
  g_return_val_if_fail (entry != NULL && deal != NULL, FALSE);

  return mull_call_review_is_for (entry) && deal->outcome == MULL_OUTCOME_OPEN &&
         (deal->plan_must[0] != '\0' || mull_day_from_instant (entry->happened_at, zone) == today);
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

/* A hole that says the same and is still there. */
static MullHole *
find_known (GPtrArray *holes, const char *text)
{
  for (guint i = 0; holes != NULL && i < holes->len; i++)
    {
      MullHole *hole = g_ptr_array_index (holes, i);

      if (mull_hole_is_unsettled (hole) && same_words (hole->text, text))
        return hole;
    }
  return NULL;
}

/* Something is missing: a hole, unless there is one already. Those that are opened later stand in
 * front, so what is to be called about first comes last. */
static void
miss (MullCallReviewEffects *self,
      const MullEntry *entry,
      GPtrArray *holes,
      MullHoleKind kind,
      MullHoleSource source,
      const char *text)
{
  MullHole *known = find_known (holes, text);
  MullHole *hole;

  if (known == NULL)
    known = find_known (self->opened, text);
  g_clear_pointer (&self->first, mull_hole_unref);
  if (known != NULL)
    {
      self->first = mull_hole_ref (known);
      return;
    }
  hole = mull_hole_new ();
  hole->deal_id = entry->deal_id;
  hole->person_id = entry->person_id;
  hole->entry_id = entry->record.id;
  hole->left_at = entry->happened_at;
  hole->kind = kind;
  hole->source = source;
  mull_set_text (&hole->text, text);
  g_ptr_array_add (self->opened, hole);
  self->first = mull_hole_ref (hole);
}

static gboolean
fill (MullCallReviewEffects *self, GPtrArray *holes, const char *text, gint64 now, GError **error)
{
  MullHole *known = find_known (holes, text);
  MullHole *filled;

  if (known == NULL)
    return TRUE;
  filled = mull_hole_copy (known);
  g_ptr_array_add (self->filled, filled);
  return mull_hole_settle (filled, MULL_HOLE_STATE_FILLED, NULL, now, error);
}

static gboolean
plan_items (MullCallReviewEffects *self,
            const MullEntry *entry,
            GPtrArray *holes,
            gint64 now,
            GError **error)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      const MullCallReviewItem *item = g_ptr_array_index (self->items, i - 1);

      if (!item->got)
        miss (self, entry, holes, MULL_HOLE_INFORMATION, MULL_HOLE_SOURCE_PLAN, item->text);
      else if (!fill (self, holes, item->text, now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check (const MullEntry *entry, GPtrArray *items, GError **error)
{
  if (!mull_call_review_is_for (entry))
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Only a call or a meeting in which somebody was there is looked "
                              "back on."));
      return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    if (((MullCallReviewItem *) items->pdata[i])->text[0] == '\0')
      {
        g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                             _ ("A must-have needs words. Say what you wanted to leave with."));
        return FALSE;
      }
  return TRUE;
}

/**
 * mull_call_review_plan:
 * @entry: the call or meeting
 * @review: what the rep answered
 * @items: (element-type MullCallReviewItem): the must-haves, and whether we left with them
 * @holes: (element-type MullHole): the holes of the deal
 * @ask: the commitment that was to be asked for, or ""
 * @now: microseconds UTC
 *
 * Works out what a review after a call does to the holes of its deal:
 *
 * - a must-have that is missing becomes a hole of the plan, one that we left with fills the hole
 *   that said the same;
 * - the question that came to mind becomes a hole of the review;
 * - leaving without a next commitment becomes one too.
 *
 * What is a hole already is not opened again. The first missing must-have comes first, then the
 * question, then the commitment.
 *
 * Returns: (transfer full) (nullable): the effects; %NULL with %MULL_ERROR_INVALID if @entry is not
 *   to be reviewed or a must-have says nothing
 */
MullCallReviewEffects *
mull_call_review_plan (const MullEntry *entry,
                       const MullCallReview *review,
                       GPtrArray *items,
                       GPtrArray *holes,
                       const char *ask,
                       gint64 now,
                       GError **error)
{
  g_autoptr (MullCallReviewEffects) self = NULL;

  g_return_val_if_fail (entry != NULL && review != NULL && items != NULL && ask != NULL, NULL);

  if (!check (entry, items, error))
    return NULL;
  self = g_new0 (MullCallReviewEffects, 1);
  self->review = mull_call_review_copy (review);
  self->review->entry_id = entry->record.id;
  self->items = g_ptr_array_new_with_free_func (mull_record_unref);
  self->opened = g_ptr_array_new_with_free_func (mull_record_unref);
  self->filled = g_ptr_array_new_with_free_func (mull_record_unref);
  for (guint i = 0; i < items->len; i++)
    {
      MullCallReviewItem *item = mull_call_review_item_copy (items->pdata[i]);

      item->rank = (int) i;
      g_ptr_array_add (self->items, item);
    }
  if (review->next_commitment == MULL_TERNARY_NO)
    miss (self, entry, holes, MULL_HOLE_COMMITMENT, MULL_HOLE_SOURCE_REVIEW,
          /* Translators: what was left without, where a plan says nothing of it */
          *ask != '\0' ? ask : _ ("A next commitment with a day"));
  if (*review->question != '\0')
    miss (self, entry, holes, MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_REVIEW, review->question);
  if (!plan_items (self, entry, holes, now, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_call_review_effects_free:
 * @self: (transfer full): effects
 */
void
mull_call_review_effects_free (MullCallReviewEffects *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->review, mull_call_review_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->opened, g_ptr_array_unref);
  g_clear_pointer (&self->filled, g_ptr_array_unref);
  g_clear_pointer (&self->first, mull_hole_unref);
  g_free (self);
}
