/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-qualification-ops"

#include "config.h"

#include "mull-qualification-ops.h"

#include "mull-drift-store.h"
#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-four-questions.h"
#include "mull-hole-rules.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MullQualification *answer;
  gint64 now;
} AnswerArgs;

/* A hole that "don't know" has opened; filled by an answer, opened again by another "don't know".
 */
static gboolean
settle_hole (MullDatabase *db, const MullHole *hole, AnswerArgs *args, GError **error)
{
  g_autoptr (MullHole) settled = mull_hole_copy (hole);
  const MullQualification *answer = args->answer;
  g_autofree char *text = NULL;

  if (answer->answer == MULL_TERNARY_UNKNOWN || !mull_hole_is_unsettled (hole))
    return TRUE;
  text =
      g_strdup (*answer->evidence != '\0'
                    ? answer->evidence
                    : mull_answer_mark_label (answer->answer == MULL_TERNARY_YES ? MULL_ANSWER_YES
                                                                                 : MULL_ANSWER_NO));
  return mull_hole_settle (settled, MULL_HOLE_STATE_FILLED, text, args->now, error) &&
         mull_record_store_update (db, settled, error);
}

static gboolean
keep_holes (MullDatabase *db, AnswerArgs *args, GError **error)
{
  const MullQualification *answer = args->answer;
  g_autoptr (GPtrArray) holes = mull_hole_store_list (db, answer->deal_id, error);
  g_autoptr (MullHole) hole = NULL;
  gboolean open = FALSE;

  if (holes == NULL)
    return FALSE;
  for (guint i = 0; i < holes->len; i++)
    {
      const MullHole *known = holes->pdata[i];

      if (known->question != answer->question)
        continue;
      open = open || mull_hole_is_unsettled (known);
      if (!settle_hole (db, known, args, error))
        return FALSE;
    }
  if (answer->answer != MULL_TERNARY_UNKNOWN || open)
    return TRUE;
  hole = mull_hole_new ();
  mull_take_text (&hole->uuid, mull_uuid_new ());
  hole->deal_id = answer->deal_id;
  hole->left_at = hole->created_at = args->now;
  /* Behind what was left without in a talk: that is fresher than a question of ours. */
  hole->rank = mull_ops_rank_after (holes, G_STRUCT_OFFSET (MullHole, rank));
  mull_four_questions_fill_hole (hole, answer->question);
  return mull_record_store_insert (db, hole, error);
}

static gboolean
write_answer (MullDatabase *db, gpointer user_data, GError **error)
{
  AnswerArgs *args = user_data;

  return mull_record_store_insert (db, args->answer, error) && keep_holes (db, args, error);
}

/* What shows it must be on the timeline of the same deal. */
static gboolean
check_entry (MullWorkspace *workspace, const MullQualification *answer, GError **error)
{
  g_autoptr (MullEntry) entry = NULL;

  if (answer->entry_id == 0)
    return TRUE;
  entry = mull_entry_store_get (mull_workspace_get_database (workspace), answer->entry_id, error);
  if (entry == NULL)
    return FALSE;
  if (entry->deal_id == answer->deal_id && entry->trashed_at == MULL_INSTANT_NONE)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("What shows it is not on the timeline of this deal. Choose an entry that "
                          "is."));
  return FALSE;
}

/**
 * mull_qualification_ops_add:
 * @answer: deal, question, answer, what shows it: words, an entry, or both; answered now
 *
 * Adds an answer; earlier ones stay, so that drift can be seen. "Don't know" opens a hole, which an
 * answer fills.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is no such question, or what shows it is not on
 *   the timeline of the deal
 */
gboolean
mull_qualification_ops_add (MullWorkspace *workspace,
                            const MullQualification *answer,
                            GError **error)
{
  g_autoptr (MullQualification) given = mull_qualification_copy (answer);
  g_autofree char *label = NULL;
  AnswerArgs args;

  if (!mull_four_questions_check (given, error) ||
      !mull_ops_clean_body (&given->evidence, _ ("Evidence"), error) ||
      !check_entry (workspace, given, error))
    return FALSE;
  args = (AnswerArgs){ given, mull_workspace_get_now (workspace) };
  given->answered_at = args.now;
  /* Translators: a step of the history; %s is a question */
  label = g_strdup_printf (_ ("Answer: %s"), mull_question_text (given->question));
  return mull_workspace_transact (workspace, MULL_OP_ANSWER_QUESTION, label, given->deal_id,
                                  write_answer, &args, error);
}

/**
 * mull_qualification_ops_answer:
 * @question: 1 to 4
 *
 * mull_qualification_ops_add() without an entry.
 */
gboolean
mull_qualification_ops_answer (MullWorkspace *workspace,
                               gint64 deal_id,
                               int question,
                               MullTernary answer,
                               const char *evidence,
                               GError **error)
{
  g_autoptr (MullQualification) given = mull_qualification_new ();

  given->deal_id = deal_id;
  given->question = question;
  given->answer = answer;
  mull_set_text (&given->evidence, evidence);
  return mull_qualification_ops_add (workspace, given, error);
}

/**
 * mull_qualification_count_drift:
 * @n_months: how many months, this one included
 *
 * Returns: (transfer full) (element-type MullDriftMonth) (nullable): how closely new deals were
 *   looked at, oldest month first
 */
GArray *
mull_qualification_count_drift (MullWorkspace *workspace, int n_months, GError **error)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  MullDay today = mull_workspace_get_today (workspace);
  MullDay first_on = mull_day_add_months (mull_day_month_start (today), 1 - n_months);
  g_autoptr (GArray) deals = mull_drift_store_list (mull_workspace_get_database (workspace),
                                                    first_on, mull_clock_get_zone (clock), error);

  return deals != NULL ? mull_drift_count (deals, today, n_months) : NULL;
}
