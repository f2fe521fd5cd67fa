/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-record-facts"

#include "config.h"

#include "mull-record-facts.h"

#include "mull-commitment-rules.h"
#include "mull-quiet.h"
#include "mull-script.h"

#include <glib/gi18n-lib.h>

/* The template whose calls are counted. */
#define DO_OVER_KIND "do-over"

static gboolean
was_kept (const MullCommitment *commitment)
{
  return commitment->state == MULL_COMMITMENT_KEPT ||
         commitment->state == MULL_COMMITMENT_KEPT_LATE;
}

/* Follows what was agreed instead, also when that was replaced again. */
static gboolean
replacement_was_kept (const MullCommitment *commitment, GPtrArray *commitments)
{
  gint64 id = commitment->replaced_by_id;

  /* As many steps as there are promises: a ring in a damaged file ends here. */
  for (guint steps = 0; id != 0 && steps < commitments->len; steps++)
    {
      const MullCommitment *next = NULL;

      for (guint i = 0; i < commitments->len && next == NULL; i++)
        {
          const MullCommitment *candidate = g_ptr_array_index (commitments, i);

          if (candidate->record.id == id)
            next = candidate;
        }
      if (next == NULL)
        return FALSE;
      if (was_kept (next))
        return TRUE;
      id = next->replaced_by_id;
    }
  return FALSE;
}

static void
count_ours (MullRecordFacts *facts,
            const MullCommitment *commitment,
            GPtrArray *commitments,
            MullStanding standing)
{
  switch (commitment->state)
    {
    case MULL_COMMITMENT_OPEN:
    case MULL_COMMITMENT_AT_RISK:
      facts->open++;
      facts->silent += standing == MULL_STANDING_BROKEN;
      break;
    case MULL_COMMITMENT_KEPT:
      facts->kept++;
      break;
    case MULL_COMMITMENT_KEPT_LATE:
      facts->kept++;
      facts->kept_late++;
      break;
    case MULL_COMMITMENT_OWNED:
      if (mull_commitment_is_owned_late (commitment))
        facts->owned_late++;
      else
        facts->owned++;
      facts->replaced_kept += replacement_was_kept (commitment, commitments);
      break;
    case MULL_COMMITMENT_BROKEN:
      facts->silent++;
      break;
    case MULL_COMMITMENT_RENEGOTIATED:
    case MULL_COMMITMENT_RELEASED:
      break;
    }
}

/**
 * mull_record_facts_count:
 * @facts: (out caller-allocates): the record
 * @person_id: whose
 * @commitments: (nullable) (element-type MullCommitment): promises to and by that person, and what
 *   replaced them, over all deals; others are left out
 * @quiets: (nullable) (element-type MullQuiet): quiets; only those of that person count
 * @scripts: (nullable) (element-type MullScript): scripts; only do-overs to that person count
 * @thresholds: the rep's
 * @today: the present day
 *
 * Counts what happened between us and a person.
 */
void
mull_record_facts_count (MullRecordFacts *facts,
                         gint64 person_id,
                         GPtrArray *commitments,
                         GPtrArray *quiets,
                         GPtrArray *scripts,
                         const MullThresholds *thresholds,
                         MullDay today)
{
  g_return_if_fail (facts != NULL && person_id != 0 && thresholds != NULL);

  *facts = (MullRecordFacts){ 0 };
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);
      MullStanding standing = mull_commitment_get_standing (commitment, thresholds, today);
      gboolean failed = standing == MULL_STANDING_MISSED || standing == MULL_STANDING_BROKEN ||
                        commitment->state == MULL_COMMITMENT_BROKEN;

      if (commitment->side != MULL_SIDE_THEM && commitment->to_person_id == person_id)
        count_ours (facts, commitment, commitments, standing);
      if (commitment->side != MULL_SIDE_US && commitment->by_person_id == person_id)
        {
          facts->theirs += failed || was_kept (commitment);
          facts->theirs_kept += was_kept (commitment);
        }
    }
  for (guint i = 0; quiets != NULL && i < quiets->len; i++)
    {
      const MullQuiet *quiet = g_ptr_array_index (quiets, i);

      if (quiet->person_id != person_id)
        continue;
      facts->quiets++;
      facts->quiets_respected += quiet->times_broken == 0;
    }
  for (guint i = 0; scripts != NULL && i < scripts->len; i++)
    {
      const MullScript *script = g_ptr_array_index (scripts, i);

      facts->do_overs += script->person_id == person_id && script->state == MULL_SCRIPT_CALLED &&
                         g_str_equal (script->kind, DO_OVER_KIND);
    }
}

/**
 * mull_record_facts_may_say_first_time:
 *
 * Returns: whether it is true that we never failed that person before
 */
gboolean
mull_record_facts_may_say_first_time (const MullRecordFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  return facts->owned == 0 && facts->owned_late == 0 && facts->silent == 0 && facts->kept_late == 0;
}

static void
take_part (GStrvBuilder *parts, char *text)
{
  g_autofree char *part = text;

  g_strv_builder_add (parts, part);
}

/**
 * mull_record_facts_format:
 *
 * Returns: (transfer full): the record in one line; what never happened is left out, except for
 *   promises kept and broken
 */
char *
mull_record_facts_format (const MullRecordFacts *facts)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  take_part (parts, g_strdup_printf (_ ("%d kept"), facts->kept));
  if (facts->kept_late > 0)
    take_part (parts, g_strdup_printf (_ ("%d of them late"), facts->kept_late));
  if (facts->owned > 0)
    take_part (parts, g_strdup_printf (_ ("%d owned before due"), facts->owned));
  if (facts->owned_late > 0)
    take_part (parts, g_strdup_printf (_ ("%d owned late"), facts->owned_late));
  if (facts->replaced_kept > 0)
    take_part (parts, g_strdup_printf (ngettext ("%d work-around kept", "%d work-arounds kept",
                                                 (gulong) facts->replaced_kept),
                                       facts->replaced_kept));
  /* Translators: promises that broke without a word from us. */
  take_part (parts, g_strdup_printf (_ ("%d silent"), facts->silent));
  if (facts->quiets > 0)
    take_part (parts, g_strdup_printf (_ ("quiet respected %1$d of %2$d"), facts->quiets_respected,
                                       facts->quiets));
  if (facts->do_overs > 0)
    take_part (parts,
               g_strdup_printf (ngettext ("%d do-over", "%d do-overs", (gulong) facts->do_overs),
                                facts->do_overs));
  if (facts->theirs > 0)
    take_part (parts,
               g_strdup_printf (_ ("they: %1$d of %2$d kept"), facts->theirs_kept, facts->theirs));
  texts = g_strv_builder_end (parts);
  /* Translators: what separates the facts of a record in one line. */
  return g_strjoinv (C_ ("separator", " · "), texts);
}
