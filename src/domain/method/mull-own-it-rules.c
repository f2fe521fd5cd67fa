/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-rules"

#include "config.h"

#include "mull-own-it-rules.h"

#include "mull-commitment-rules.h"
#include "mull-entry.h"
#include "mull-error.h"
#include "mull-move-facts.h"
#include "mull-way-out.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* Tries to ring after which a letter may tell them instead. */
#define TRIES_BEFORE_WRITING 2

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/* ── When it opens ────────────────────────────────────────────────────── */

static gboolean
is_since (const MullCommitment *commitment, const MullEntry *entry, GTimeZone *zone)
{
  return entry->trashed_at == MULL_INSTANT_NONE &&
         (commitment->made_on == MULL_DAY_NONE ||
          mull_day_from_instant (entry->happened_at, zone) > commitment->made_on);
}

static gboolean
is_about (const MullCommitment *commitment, const MullEntry *entry, GTimeZone *zone)
{
  return is_since (commitment, entry, zone) && mull_entry_is_touch (entry) &&
         entry->direction != MULL_DIRECTION_IN &&
         (commitment->to_person_id == 0 || entry->person_id == commitment->to_person_id);
}

/**
 * mull_commitment_is_touched:
 * @commitment: a promise of ours
 * @entries: (element-type MullEntry): the entries of the deal
 * @zone: the rep's time zone
 *
 * Returns: whether we turned to whom it was promised since the day it was made
 */
gboolean
mull_commitment_is_touched (const MullCommitment *commitment, GPtrArray *entries, GTimeZone *zone)
{
  g_return_val_if_fail (commitment != NULL && entries != NULL && zone != NULL, FALSE);

  for (guint i = 0; i < entries->len; i++)
    if (is_about (commitment, entries->pdata[i], zone))
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray *reasons, const MullCommitment *commitment, char *text)
{
  g_ptr_array_add (reasons,
                   mull_reason_new (commitment != NULL ? MULL_REASON_COMMITMENT : MULL_REASON_RULE,
                                    commitment != NULL ? commitment->record.id : 0, text));
}

/**
 * mull_own_it_explain:
 * @touched: see mull_commitment_is_touched()
 * @today: the present day
 *
 * Returns: (transfer full) (element-type MullReason): why it is time to own a promise; empty if it
 *   is not
 */
GPtrArray *
mull_own_it_explain (const MullCommitment *commitment,
                     gboolean touched,
                     const MullThresholds *thresholds,
                     MullDay today)
{
  GPtrArray *reasons = mull_reasons_new ();
  g_autofree char *due = NULL;
  g_autofree char *by = NULL;

  g_return_val_if_fail (commitment != NULL && thresholds != NULL, reasons);

  if (!mull_commitment_wants_owning (commitment, touched, thresholds, today))
    return reasons;
  due = mull_day_format (commitment->due_on);
  by = mull_day_format (mull_commitment_call_by (commitment, thresholds));
  if (today > commitment->due_on)
    /* Translators: %s is a date */
    add (reasons, commitment, g_strdup_printf (_ ("Its day has passed: %s. Call today."), due));
  else if (commitment->state == MULL_COMMITMENT_AT_RISK)
    add (reasons, commitment, g_strdup (_ ("You marked it as at risk.")));
  else
    add (
        reasons, commitment,
        /* Translators: a number of working days and a date */
        g_strdup_printf (ngettext ("It is due in at most %1$d working day (%2$s), and you have not "
                                   "turned to them since you made it.",
                                   "It is due in at most %1$d working days (%2$s), and you have "
                                   "not turned to them since you made it.",
                                   (gulong) thresholds->risk_window_days),
                         thresholds->risk_window_days, due));
  if (today <= commitment->due_on)
    /* Translators: %s is a date */
    add (reasons, NULL, g_strdup_printf (_ ("Call by %s: it has to be before the day."), by));
  return reasons;
}

/**
 * mull_own_it_check_promise:
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if there is nothing to own: it is a promise of
 * theirs, or it has its end. One that broke in silence can still be called about
 */
gboolean
mull_own_it_check_promise (const MullCommitment *commitment, GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (commitment != NULL, FALSE);

  if (commitment->side == MULL_SIDE_THEM)
    sentence = _ ("That is a promise of theirs. Ask them about it instead of owning it.");
  else if (!mull_commitment_is_open (commitment) && commitment->state != MULL_COMMITMENT_BROKEN)
    sentence = _ ("This promise has its end already. Reopen it first.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* ── What is said ─────────────────────────────────────────────────────── */

/**
 * mull_own_it_list_effort:
 * @commitment: a promise of ours
 * @entries: (element-type MullEntry): the entries of the deal, oldest first
 * @zone: the rep's time zone
 *
 * Returns: (transfer full): what was done since it was made, with its day, one a line; to be
 *   changed by the rep
 */
char *
mull_own_it_list_effort (const MullCommitment *commitment, GPtrArray *entries, GTimeZone *zone)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (commitment != NULL && entries != NULL && zone != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *day = NULL;
      g_auto (GStrv) lines = NULL;

      /* What took time was tried, also where nobody of theirs was called. */
      if (entry->private || !(is_about (commitment, entry, zone) ||
                              (is_since (commitment, entry, zone) && entry->effort_min > 0)))
        continue;
      day = mull_day_format (mull_day_from_instant (entry->happened_at, zone));
      lines = g_strsplit (entry->text, "\n", 2);
      if (list->len > 0)
        g_string_append_c (list, '\n');
      /* Translators: what was tried: a date and what was done then */
      g_string_append_printf (
          list, _ ("%1$s: %2$s"), day,
          lines[0] != NULL && lines[0][0] != '\0'
              ? lines[0]
              : mull_touch_phrase (entry->kind, entry->direction, entry->reached));
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * mull_own_it_count_record:
 * @record: (out caller-allocates): how we stand with that person
 * @commitment: the promise that is to be owned
 * @commitments: (element-type MullCommitment): every promise to that person
 * @today: the present day
 *
 * Counts what happened to the other promises; this one is not an earlier one, however late it is.
 */
void
mull_own_it_count_record (MullRecordFacts *record,
                          const MullCommitment *commitment,
                          GPtrArray *commitments,
                          const MullThresholds *thresholds,
                          MullDay today)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  g_return_if_fail (record != NULL && commitment != NULL && commitments != NULL);

  *record = (MullRecordFacts){ 0 };
  if (commitment->to_person_id == 0)
    return;
  for (guint i = 0; i < commitments->len; i++)
    if (((const MullCommitment *) commitments->pdata[i])->record.id != commitment->record.id)
      g_ptr_array_add (others, commitments->pdata[i]);
  mull_record_facts_count (record, commitment->to_person_id, others, NULL, NULL, thresholds, today);
}

/**
 * mull_own_it_check:
 * @own: what the rep wrote
 * @record: how we stand with that person, see mull_own_it_count_record()
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it says what is not true
 */
gboolean
mull_own_it_check (const MullOwnIt *own, const MullRecordFacts *record, GError **error)
{
  g_autofree char *facts = NULL;

  g_return_val_if_fail (own != NULL && record != NULL, FALSE);

  if (!own->say_first_time || mull_record_facts_may_say_first_time (record))
    return TRUE;
  facts = mull_record_facts_format (record);
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: %s is a record: "4 kept · 1 silent" */
               _ ("It is not the first time: %s. Leave that sentence out."), facts);
  return FALSE;
}

/**
 * mull_own_it_check_ways:
 * @own: what the rep wrote
 * @ways: (element-type MullWayOut): the ways out
 * @today: the present day
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is nothing to call with yet: what cannot be
 * done is not said, or no way out with a day is offered
 */
gboolean
mull_own_it_check_ways (const MullOwnIt *own, GPtrArray *ways, MullDay today, GError **error)
{
  guint n = 0;

  g_return_val_if_fail (own != NULL && ways != NULL, FALSE);

  if (own->cannot[0] == '\0')
    return refuse (error, _ ("Write down first what you cannot do as you promised it."));
  for (guint i = 0; i < ways->len; i++)
    {
      const MullWayOut *way = g_ptr_array_index (ways, i);

      if (way->text[0] == '\0')
        continue;
      if (way->due_on == MULL_DAY_NONE)
        return refuse (error, _ ("A way out needs a day on which you are sure of it."));
      if (way->due_on < today)
        return refuse (error, _ ("The day of a way out has passed. Choose a later one."));
      n++;
    }
  if (n == 0)
    return refuse (error, _ ("Offer at least one way out, with its day, before you call."));
  return TRUE;
}

/**
 * mull_own_it_may_write:
 * @tries: how often one rang already
 *
 * Returns: whether a mail is in order: after the talk, or when two calls reached nobody
 */
gboolean
mull_own_it_may_write (const MullOwnIt *own, int tries)
{
  g_return_val_if_fail (own != NULL, FALSE);

  return (own->outcome != MULL_OWN_OUTCOME_NONE && own->outcome != MULL_OWN_OUTCOME_NOT_REACHED) ||
         tries >= TRIES_BEFORE_WRITING;
}
