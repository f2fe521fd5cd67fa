/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-usual-stages"

#include "config.h"

#include "mull-usual-stages.h"

#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-setting-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
/* Each asks what must be known before a deal leaves it. */
static const struct
{
  const char *name;
  int probability;
  const char *questions;
  const char *asks;
} usual_stages[MULL_N_USUAL_STAGES] = {
  { NC_("stage", "Qualify"), 10,
    /* Translators: what must be known before a deal leaves a stage, one question a line */
    N_("Who has the problem?\nWhat happens if they do nothing?"),
    N_("a first meeting with whoever has the problem") },
  { NC_("stage", "Discover"), 30,
    N_("Who decides, and have we spoken?\nWhat does it cost them today?"),
    N_("a conversation with whoever decides") },
  { NC_("stage", "Propose"), 60,
    N_("Which difference have they named themselves?\nWhat stands between the proposal and a yes?"),
    N_("a day on which we go through the proposal together") },
  { NC_("stage", "Decide"), 80,
    N_("What still has to happen, who does it, and by when?"),
    N_("the day of the decision, and what still has to happen") },
};
/* clang-format on */

/**
 * mull_usual_stages_insert:
 * @stages: (array fixed-size=4) (out) (optional): the new stages, full references
 *
 * Gives a pipeline the stages that a new one starts with; inside a transaction.
 */
gboolean
mull_usual_stages_insert (MullDatabase *db, gint64 pipeline_id, MullStage **stages, GError **error)
{
  MullThresholds thresholds;

  if (!mull_setting_store_load_thresholds (db, &thresholds, error))
    return FALSE;
  for (guint i = 0; i < MULL_N_USUAL_STAGES; i++)
    {
      g_autoptr (MullStage) stage = mull_stage_new ();

      mull_take_text (&stage->uuid, mull_uuid_new ());
      stage->pipeline_id = pipeline_id;
      mull_set_text (&stage->name, g_dpgettext2 (GETTEXT_PACKAGE, "stage", usual_stages[i].name));
      stage->rank = mull_rank_spread (i);
      stage->probability = usual_stages[i].probability;
      /* The last one waits less long. */
      stage->dark_days =
          i + 1 < MULL_N_USUAL_STAGES ? thresholds.dark_days : thresholds.last_stage_dark_days;
      stage->stale_days = 30;
      mull_set_text (&stage->questions, _ (usual_stages[i].questions));
      mull_set_text (&stage->asks, _ (usual_stages[i].asks));
      if (!mull_record_store_insert (db, stage, error))
        return FALSE;
      if (stages != NULL)
        stages[i] = g_steal_pointer (&stage);
    }
  return TRUE;
}
