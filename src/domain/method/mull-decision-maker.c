/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-decision-maker"

#include "config.h"

#include "mull-decision-maker.h"

#include "mull-move-facts.h"

#include <glib/gi18n-lib.h>

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
