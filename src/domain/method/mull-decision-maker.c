/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-decision-maker"

#include "config.h"

#include "mull-decision-maker.h"

#include "mull-move-facts.h"
#include "mull-reason.h"

#include <glib/gi18n-lib.h>

/* From this chance on, in per cent, or in so many last stages, somebody is asked to decide. */
#define DECIDING_PROBABILITY 50
#define N_DECIDING_STAGES 2

/* In how many touches a person was heard, and when last. */
static int
count_contacts (GPtrArray *entries,
                gint64 person_id,
                MullDay today,
                GTimeZone *zone,
                MullDay *last_on)
{
  int n_contacts = 0;

  *last_on = MULL_DAY_NONE;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);
      MullDay day;

      if (entry->person_id != person_id || !mull_entry_is_heard (entry))
        continue;
      day = mull_day_from_instant (entry->happened_at, zone);
      if (day > today)
        continue;
      n_contacts++;
      *last_on = MAX (*last_on, day);
    }
  return n_contacts;
}

/**
 * mull_decision_maker_judge:
 * @result: (out caller-allocates): whom we talk to, and who decides
 * @members: (nullable) (element-type MullMember): the buying centre of a deal, in its order
 * @entries: (nullable) (element-type MullEntry): the entries of the deal
 * @today: the present day
 * @zone: the rep's time zone
 *
 * Compares how often we heard each person with who decides. A tie goes to the one who decides.
 */
void
mull_decision_maker_judge (MullDecisionMaker *result,
                           GPtrArray *members,
                           GPtrArray *entries,
                           MullDay today,
                           GTimeZone *zone)
{
  g_return_if_fail (result != NULL && zone != NULL);

  *result = (MullDecisionMaker){ .decider_last_on = MULL_DAY_NONE };
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const MullMember *member = g_ptr_array_index (members, i);
      MullDay last_on;
      int contacts = count_contacts (entries, member->person_id, today, zone, &last_on);

      if (contacts > result->contacts)
        {
          result->contact_id = member->person_id;
          result->contacts = contacts;
        }
      if (member->decides == MULL_TERNARY_YES &&
          (result->decider_id == 0 || contacts > result->decider_contacts))
        {
          result->decider_id = member->person_id;
          result->decider_contacts = contacts;
          result->decider_last_on = last_on;
        }
    }
  result->mismatch = result->decider_id != 0 && result->contacts > result->decider_contacts;
}

/**
 * mull_decision_maker_format:
 * @contact_name: (nullable): name of the person whom we spoke to most
 * @decider_name: (nullable): name of who decides
 *
 * Returns: (transfer full) (nullable): "You talk to X. Y decides. …" if most contact is with
 *   somebody who does not decide, a sentence about it if nobody is known to decide, else %NULL.
 *   Plain text: names may contain anything
 */
char *
mull_decision_maker_format (const MullDecisionMaker *self,
                            const char *contact_name,
                            const char *decider_name)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->decider_id == 0)
    {
      if (self->contact_id == 0 || contact_name == NULL)
        return g_strdup (_ ("Nobody is known to decide."));
      /* Translators: %s is a person. */
      return g_strdup_printf (_ ("You talk to %s. Nobody is known to decide."), contact_name);
    }
  if (!self->mismatch)
    return NULL;
  g_return_val_if_fail (contact_name != NULL && decider_name != NULL, NULL);

  if (self->decider_last_on != MULL_DAY_NONE)
    {
      g_autofree char *day = mull_day_format (self->decider_last_on);

      /* Translators: %1$s and %2$s are persons, %3$s is a date. */
      return g_strdup_printf (_ ("You talk to %1$s. %2$s decides. Last spoke with %2$s: %3$s."),
                              contact_name, decider_name, day);
    }
  /* Translators: %1$s and %2$s are persons. */
  return g_strdup_printf (_ ("You talk to %1$s. %2$s decides. Last spoke with %2$s: never."),
                          contact_name, decider_name);
}

/**
 * mull_decision_maker_expected_in:
 * @stages: (element-type MullStage): of a pipeline, in order
 * @stage: one of them
 *
 * A proposal goes to who decides. Stages have names of their own; one counts as a proposal or later
 * if its chance is half or better, or if it is one of the last two and not the first.
 *
 * Returns: whether who decides must be known in @stage
 */
gboolean
mull_decision_maker_expected_in (GPtrArray *stages, const MullStage *stage)
{
  g_return_val_if_fail (stages != NULL && stage != NULL, FALSE);

  if (stage->probability >= DECIDING_PROBABILITY)
    return TRUE;
  for (guint i = 1; i < stages->len; i++)
    {
      const MullStage *other = g_ptr_array_index (stages, i);

      if (other->record.id == stage->record.id)
        return i + N_DECIDING_STAGES >= stages->len;
    }
  return FALSE;
}

static void
take_rule (GPtrArray *reasons, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_RULE, 0, text));
}

/**
 * mull_decision_maker_explain:
 * @contact_name: (nullable): name of the person whom we spoke to most
 * @decider_name: (nullable): name of who decides
 * @expected: from mull_decision_maker_expected_in()
 *
 * Returns: (transfer full) (element-type MullReason): what was counted, and by which rule
 */
GPtrArray *
mull_decision_maker_explain (const MullDecisionMaker *self,
                             const char *contact_name,
                             const char *decider_name,
                             gboolean expected)
{
  GPtrArray *reasons = mull_reasons_new ();

  g_return_val_if_fail (self != NULL, reasons);

  if (contact_name != NULL)
    take_rule (reasons, g_strdup_printf (ngettext ("%1$s was heard in %2$d touch.",
                                                   "%1$s was heard in %2$d touches.",
                                                   (gulong) self->contacts),
                                         contact_name, self->contacts));
  if (decider_name != NULL && self->decider_id != self->contact_id)
    take_rule (reasons, g_strdup_printf (ngettext ("%1$s decides, and was heard in %2$d touch.",
                                                   "%1$s decides, and was heard in %2$d touches.",
                                                   (gulong) self->decider_contacts),
                                         decider_name, self->decider_contacts));
  if (decider_name == NULL)
    take_rule (reasons, g_strdup (_ ("Nobody in the buying centre is marked as deciding.")));
  if (decider_name == NULL && expected)
    take_rule (reasons,
               g_strdup_printf (_ ("In a stage with a chance of %d %% or more, and in the last %d, "
                                   "who decides has to be known."),
                                DECIDING_PROBABILITY, N_DECIDING_STAGES));
  return reasons;
}
