/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-touch-rules"

#include "config.h"

#include "mull-touch-rules.h"

#include "mull-move-facts.h"

/**
 * mull_touch_rules_find_meant:
 * @open: (element-type MullPlannedTouch): open touches of the deal of @entry, soonest first
 * @entry: a try to reach them, with or without success
 * @day: the day of @entry
 *
 * Which of the things that were planned for that day or before @entry is a try at: of the same
 * kind, and with the same person. With somebody nobody was planned for, it is what was planned with
 * nobody named; and where @entry names nobody, it may be what was planned with anybody, unless that
 * could be several.
 *
 * Returns: (transfer none) (nullable): what was planned
 */
MullPlannedTouch *
mull_touch_rules_find_meant (GPtrArray *open, const MullEntry *entry, MullDay day)
{
  MullPlannedTouch *unnamed = NULL, *named = NULL;
  guint n_named = 0;

  g_return_val_if_fail (open != NULL && entry != NULL, NULL);

  for (guint i = 0; i < open->len; i++)
    {
      MullPlannedTouch *touch = open->pdata[i];

      if (touch->kind != entry->kind || touch->due_on > day)
        continue;
      if (touch->person_id == entry->person_id)
        return touch;
      if (touch->person_id != 0)
        {
          named = touch;
          n_named++;
        }
      else if (unnamed == NULL)
        unnamed = touch;
    }
  if (entry->person_id != 0)
    return unnamed;
  return n_named == 1 ? named : NULL;
}

/* Somebody was there, or what was written is on its way. */
static gboolean
has_happened (const MullEntry *entry)
{
  if (entry->kind == MULL_ENTRY_CALL || entry->kind == MULL_ENTRY_MEETING)
    return mull_entry_is_heard (entry);
  return mull_entry_is_touch (entry) && entry->direction != MULL_DIRECTION_IN;
}

/**
 * mull_touch_rules_find_settled:
 * @open: (element-type MullPlannedTouch): open touches of the deal of @entry, soonest first
 * @entry: what has happened
 * @day: the day of @entry
 *
 * Which of the things that were planned is done with @entry. A call that reached nobody and a
 * meeting to which nobody came leave the plan as it is; a mail from them does not write ours.
 *
 * Returns: (transfer none) (nullable): what was planned and has now happened
 */
MullPlannedTouch *
mull_touch_rules_find_settled (GPtrArray *open, const MullEntry *entry, MullDay day)
{
  g_return_val_if_fail (open != NULL && entry != NULL, NULL);

  return has_happened (entry) ? mull_touch_rules_find_meant (open, entry, day) : NULL;
}
