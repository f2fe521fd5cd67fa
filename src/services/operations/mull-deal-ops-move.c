/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-ops"

#include "config.h"

#include "mull-deal-ops.h"

#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-four-questions.h"
#include "mull-method-store.h"
#include "mull-ops-private.h"
#include "mull-pipeline-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MullClock *clock;
  MullDeal *deal;
  /* Where it goes. */
  const MullStage *stage;
  gint64 before_id;
  const char *reason;
} MoveArgs;

static gboolean
place_before (MullDatabase *db, MoveArgs *args, gint64 *rank, GError **error)
{
  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (MullDeal) next = mull_deal_store_get (db, args->before_id, error);
      gint64 previous;
      gboolean found;

      if (next == NULL)
        return FALSE;
      if (next->stage_id != args->stage->record.id)
        return mull_ops_place_deal (db, args->stage->record.id, TRUE, rank, error);
      if (!mull_deal_store_find_before (db, next, &previous, &found, error))
        return FALSE;
      if (mull_rank_between (found ? &previous : NULL, &next->rank, rank))
        return TRUE;
      if (!mull_deal_store_spread (db, args->stage->record.id, error))
        return FALSE;
    }
  return mull_ops_refuse_place (error);
}

static gboolean
find_place (MullDatabase *db, MoveArgs *args, gint64 *rank, GError **error)
{
  switch (args->before_id)
    {
    case MULL_PLACE_END:
      return mull_ops_place_deal (db, args->stage->record.id, TRUE, rank, error);
    case MULL_PLACE_KEEP:
      if (args->stage->record.id == args->deal->stage_id)
        return TRUE;
      G_GNUC_FALLTHROUGH;
    case MULL_PLACE_START:
      return mull_ops_place_deal (db, args->stage->record.id, FALSE, rank, error);
    default:
      return place_before (db, args, rank, error);
    }
}

static gboolean
write_stage_change (MullDatabase *db, MoveArgs *args, GError **error)
{
  g_autoptr (MullStage) from = mull_stage_store_get (db, args->deal->stage_id, error);
  g_autofree char *text = NULL;

  if (from == NULL)
    return FALSE;
  /* Translators: a line of the timeline; both are names of stages */
  text = g_strdup_printf (_ ("Moved from %s to %s"), from->name, args->stage->name);
  if (*args->reason != '\0')
    {
      g_autofree char *moved = g_steal_pointer (&text);

      /* Translators: a line of the timeline: "Moved from Qualify to Discover …", and then why */
      text = g_strdup_printf (_ ("%s although a question was answered with no"), moved);
    }
  return mull_ops_write_change (db, args->clock, args->deal->record.id, MULL_ENTRY_STAGE, text,
                                args->reason, "stage", from->uuid, args->stage->uuid, error);
}

static gboolean
move_deal (MullDatabase *db, gpointer user_data, GError **error)
{
  MoveArgs *args = user_data;
  g_autoptr (MullDeal) moved = mull_deal_copy (args->deal);

  if (!find_place (db, args, &moved->rank, error))
    return FALSE;
  if (args->stage->record.id != args->deal->stage_id)
    {
      if (!write_stage_change (db, args, error))
        return FALSE;
      moved->stage_id = args->stage->record.id;
      moved->stage_since_at = mull_clock_get_now (args->clock);
    }
  return mull_record_equal (moved, args->deal) || mull_record_store_update (db, moved, error);
}

/* ── Past a no ────────────────────────────────────────────────────────── */

static gboolean
load_answers (MullDatabase *db, gint64 deal_id, MullQualification **answers, GError **error)
{
  g_autoptr (GPtrArray) given = mull_qualification_store_list (db, deal_id, error);

  if (given == NULL)
    return FALSE;
  for (guint i = 0; i < given->len; i++)
    {
      MullQualification *answer = given->pdata[i];

      g_clear_pointer (&answers[answer->question - 1], mull_qualification_unref);
      answers[answer->question - 1] = mull_qualification_ref (answer);
    }
  return TRUE;
}

/* Returns: the first question that was answered with no, or 0 */
static int
find_no (MullQualification *const *answers)
{
  for (int i = 0; i < MULL_N_QUESTIONS; i++)
    if (answers[i] != NULL && answers[i]->answer == MULL_TERNARY_NO)
      return i + 1;
  return 0;
}

static gboolean
refuse (MullQualification *const *answers, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_REASON,
               /* Translators: %s is a question */
               _ ("“%s” was answered with no. Write down in a line why the deal goes on all the "
                  "same."),
               mull_question_text (find_no (answers)));
  return FALSE;
}

static gboolean
needs_reason (MullDatabase *db,
              const MullDeal *deal,
              const MullStage *to,
              MullQualification **answers,
              gboolean *needed,
              GError **error)
{
  g_autoptr (MullStage) from = NULL;
  g_autoptr (GPtrArray) stages = NULL;

  *needed = FALSE;
  if (deal->stage_id == to->record.id)
    return TRUE;
  if (!load_answers (db, deal->record.id, answers, error))
    return FALSE;
  if (!mull_four_questions_any_no (answers))
    return TRUE;
  from = mull_stage_store_get (db, deal->stage_id, error);
  if (from == NULL || (stages = mull_stage_store_list (db, from->pipeline_id, error)) == NULL)
    return FALSE;
  *needed = mull_four_questions_needs_reason (answers, stages, from, to);
  return TRUE;
}

/* A reason that nobody asked for is not kept. */
static gboolean
check_reason (MullDatabase *db, MoveArgs *args, const MullStage *to, char **reason, GError **error)
{
  MullQualification *answers[MULL_N_QUESTIONS] = { NULL };
  gboolean needed;
  gboolean fine = needs_reason (db, args->deal, to, answers, &needed, error);

  if (fine && !needed)
    mull_set_text (reason, "");
  else if (fine && **reason == '\0')
    fine = refuse (answers, error);
  for (int i = 0; i < MULL_N_QUESTIONS; i++)
    g_clear_pointer (&answers[i], mull_qualification_unref);
  return fine;
}

/**
 * mull_deal_ops_move:
 *
 * mull_deal_ops_move_with_reason() without a reason.
 */
gboolean
mull_deal_ops_move (MullWorkspace *workspace,
                    gint64 deal_id,
                    gint64 stage_id,
                    gint64 before_id,
                    GError **error)
{
  return mull_deal_ops_move_with_reason (workspace, deal_id, stage_id, before_id, NULL, error);
}

/**
 * mull_deal_ops_move_with_reason:
 * @before_id: the deal it goes before in the manual order, %MULL_PLACE_END, %MULL_PLACE_START, or
 *   %MULL_PLACE_KEEP to leave the order alone (at the top of another stage)
 * @reason: (nullable): why it goes past the first stage although one of the four questions was
 *   answered with no; kept on the timeline
 *
 * Moves a card: the one function behind dragging, keys and menu. Onto its own place it does nothing
 * and leaves no step.
 *
 * Returns: %FALSE with %MULL_ERROR_REASON if a reason is needed and there is none
 */
gboolean
mull_deal_ops_move_with_reason (MullWorkspace *workspace,
                                gint64 deal_id,
                                gint64 stage_id,
                                gint64 before_id,
                                const char *reason,
                                GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullStage) stage = NULL;
  g_autofree char *kept = g_strdup (reason != NULL ? reason : "");
  g_autofree char *label = NULL;
  MoveArgs args;

  if (deal == NULL || (stage = mull_stage_store_get (db, stage_id, error)) == NULL)
    return FALSE;
  if (before_id == deal_id)
    return TRUE;
  args = (MoveArgs){ mull_workspace_get_clock (workspace), deal, stage, before_id, NULL };
  /* Translators: why a deal moves on, named in an error message */
  if (!mull_ops_clean_line (&kept, _ ("Reason"), error) ||
      !check_reason (db, &args, stage, &kept, error))
    return FALSE;
  args.reason = kept;
  label = stage_id != deal->stage_id
              /* Translators: a step of the history: the title of a deal and the name of a stage */
              ? g_strdup_printf (_ ("Move “%s” to %s"), deal->title, stage->name)
              /* Translators: a step of the history; %s is the title of a deal */
              : g_strdup_printf (_ ("Reorder “%s”"), deal->title);
  return mull_workspace_transact (workspace, MULL_OP_MOVE_DEAL, label, deal_id, move_deal, &args,
                                  error);
}
