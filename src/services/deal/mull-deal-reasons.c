/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-reasons"

#include "config.h"

#include "mull-deal-reasons.h"

#include "mull-commitment-explain.h"
#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-four-questions.h"
#include "mull-hole-rules.h"
#include "mull-method-store.h"
#include "mull-pipeline-store.h"
#include "mull-plan-store.h"
#include "mull-promise-store.h"
#include "mull-reason.h"
#include "mull-roadblock-case.h"

#include <glib/gi18n-lib.h>

/* What a record is about, before its own reasons say how it stands. */
static void
add_heading (GPtrArray *reasons, MullReasonSource source, gint64 id, const char *words)
{
  /* Translators: a heading: the words of a promise, a roadblock or a hole */
  g_ptr_array_add (reasons, mull_reason_new (source, id, g_strdup_printf (_ ("“%s”"), words)));
}

static void
add_promises (GPtrArray *reasons, MullDossier *dossier)
{
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *promise = dossier->commitments->pdata[i];

      if (!mull_commitment_is_overdue (promise, dossier->today))
        continue;
      add_heading (reasons, MULL_REASON_COMMITMENT, promise->record.id, promise->words);
      g_ptr_array_extend_and_steal (reasons,
                                    mull_commitment_explain (promise, dossier->commitments,
                                                             &dossier->thresholds, dossier->today));
    }
}

static void
add_roadblocks (GPtrArray *reasons, MullDossier *dossier, MullWorkspace *workspace)
{
  for (guint i = 0; i < dossier->roadblocks->len; i++)
    {
      const MullRoadblock *roadblock = dossier->roadblocks->pdata[i];
      g_autoptr (MullRoadblockCase) known = NULL;

      if (roadblock->outcome != MULL_ROADBLOCK_OPEN)
        continue;
      add_heading (reasons, MULL_REASON_ROADBLOCK, roadblock->record.id, roadblock->symptom);
      known = mull_roadblock_case_load (workspace, roadblock->record.id, NULL);
      for (guint j = 0; known != NULL && j < known->reasons->len; j++)
        {
          const MullReason *reason = known->reasons->pdata[j];

          g_ptr_array_add (reasons,
                           mull_reason_new (reason->source, reason->id, g_strdup (reason->text)));
        }
    }
}

static void
add_holes (GPtrArray *reasons, MullDossier *dossier)
{
  for (guint i = 0; i < dossier->holes->len; i++)
    {
      const MullHole *hole = dossier->holes->pdata[i];

      if (mull_hole_is_unsettled (hole))
        g_ptr_array_add (reasons,
                         mull_reason_new (MULL_REASON_HOLE, hole->record.id,
                                          /* Translators: %s is what we left without */
                                          g_strdup_printf (_ ("Still missing: %s."), hole->text)));
    }
}

static void
add_questions (GPtrArray *reasons, MullDossier *dossier, GTimeZone *zone)
{
  for (int i = 0; i < MULL_N_QUESTIONS; i++)
    {
      const MullQualification *answer = dossier->answers[i];

      if (answer == NULL || answer->answer == MULL_TERNARY_YES)
        continue;
      g_ptr_array_extend_and_steal (
          reasons,
          mull_four_questions_explain (answer, i + 1, &dossier->thresholds, dossier->today, zone));
    }
}

/**
 * mull_deal_reasons_new:
 * @dossier: an open deal
 *
 * Says why its card looks as it does: whose move it is, and then each badge, in the order in which
 * the card shows them.
 *
 * Returns: (transfer full) (element-type MullReason): the reasons
 */
GPtrArray *
mull_deal_reasons_new (MullDossier *dossier, MullWorkspace *workspace)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  GPtrArray *reasons = mull_move_state_explain (&dossier->facts, dossier->stage->dark_days,
                                                &dossier->thresholds, dossier->today);

  add_promises (reasons, dossier);
  add_roadblocks (reasons, dossier, workspace);
  add_holes (reasons, dossier);
  add_questions (reasons, dossier, zone);
  return reasons;
}

/**
 * mull_deal_reasons_load_line:
 * @deal_id: a deal, open or closed
 * @thresholds: the rep's, which are the same for all deals
 *
 * Says in one line why it is whose move, and nothing else. It reads only what decides that: it is
 * for every row of a list.
 *
 * Returns: (transfer full) (nullable): the reason; %NULL with %MULL_ERROR_NOT_FOUND if there is no
 *   such deal
 */
char *
mull_deal_reasons_load_line (MullWorkspace *workspace,
                             gint64 deal_id,
                             const MullThresholds *thresholds,
                             GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  MullDay today = mull_workspace_get_today (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullStage) stage = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) touches = NULL;
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GPtrArray) quiets = NULL;
  MullMoveFacts facts;

  if (deal == NULL || (stage = mull_stage_store_get (db, deal->stage_id, error)) == NULL ||
      (entries = mull_entry_store_list_touches (db, deal_id, error)) == NULL ||
      (touches = mull_planned_touch_store_list_open (db, deal_id, error)) == NULL ||
      (commitments = mull_commitment_store_list (db, deal_id, error)) == NULL ||
      (quiets = mull_quiet_store_list_for_deal (db, deal_id, error)) == NULL)
    return NULL;
  mull_move_facts_collect (&facts, deal, entries, touches, commitments, quiets, today, zone);
  return mull_move_state_format_reason (&facts, stage->dark_days, thresholds, today);
}
