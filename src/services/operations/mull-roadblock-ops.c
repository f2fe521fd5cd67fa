/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-ops"

#include "config.h"

#include "mull-roadblock-ops.h"

#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-roadblock-rules.h"
#include "mull-roadblock-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MullClock *clock;
  MullRoadblock *roadblock;
  MullRoadblock *behind; /* nullable */
} Args;

/* ── The roadblock ────────────────────────────────────────────────────── */

static gboolean
clean_roadblock (MullRoadblock *roadblock, GError **error)
{
  struct
  {
    char **field;
    const char *name;
  } bodies[] = {
    /* Translators: fields of a form about a roadblock, named in an error message */
    { &roadblock->symptom, _ ("Their words") },
    { &roadblock->underlying, _ ("The reason underneath") },
    { &roadblock->takes, _ ("What it takes") },
    { &roadblock->we_give, _ ("What we give") },
    { &roadblock->costs_not, _ ("What it costs us not to") },
    { &roadblock->lesson, _ ("Lesson") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (!mull_ops_clean_body (bodies[i].field, bodies[i].name, error))
      return FALSE;
  if (!mull_ops_clean_line (&roadblock->takes_who, _ ("Who on our side can"), error))
    return FALSE;
  if (*roadblock->symptom == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Write down what they said, in their words."));
      return FALSE;
    }
  return TRUE;
}

/* A line of the timeline about it. */
static gboolean
write_event (MullDatabase *db,
             MullClock *clock,
             const MullRoadblock *roadblock,
             MullRoadblockOutcome before,
             char *text,
             GError **error)
{
  g_autofree char *owned = text;

  return mull_ops_write_change (
      db, clock, roadblock->deal_id, MULL_ENTRY_FIELD, "", owned, "roadblock",
      mull_enum_nick (MULL_TYPE_ROADBLOCK_OUTCOME, (int) before),
      mull_enum_nick (MULL_TYPE_ROADBLOCK_OUTCOME, (int) roadblock->outcome), error);
}

static gboolean
open_roadblock (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;
  g_autofree char *excerpt = mull_text_excerpt (args->roadblock->symptom, 120);

  return mull_record_store_insert (db, args->roadblock, error) &&
         write_event (db, args->clock, args->roadblock, MULL_ROADBLOCK_OPEN,
                      /* Translators: a line of the timeline; %s is what the customer said */
                      g_strdup_printf (_ ("Roadblock: “%s”"), excerpt), error);
}

/* Gives a new roadblock what every one has. */
static void
start_roadblock (MullWorkspace *workspace, MullRoadblock *opened)
{
  if (opened->symptom_on == MULL_DAY_NONE)
    opened->symptom_on = mull_workspace_get_today (workspace);
  mull_take_text (&opened->uuid, mull_uuid_new ());
  opened->created_at = mull_workspace_get_now (workspace);
}

/**
 * mull_roadblock_ops_open:
 * @roadblock: deal and symptom at least; today if @symptom_on is absent
 * @roadblock_id: (out) (optional): the roadblock
 */
gboolean
mull_roadblock_ops_open (MullWorkspace *workspace,
                         const MullRoadblock *roadblock,
                         gint64 *roadblock_id,
                         GError **error)
{
  g_autoptr (MullRoadblock) opened = mull_roadblock_copy (roadblock);
  g_autofree char *excerpt = NULL;
  g_autofree char *label = NULL;
  Args args = { mull_workspace_get_clock (workspace), opened, NULL };

  if (!clean_roadblock (opened, error) ||
      !mull_roadblock_set_truth (opened, opened->truth, mull_workspace_get_today (workspace),
                                 error))
    return FALSE;
  start_roadblock (workspace, opened);
  excerpt = mull_text_excerpt (opened->symptom, 60);
  /* Translators: a step of the history; %s is what the customer said */
  label = g_strdup_printf (_ ("Roadblock: “%s”"), excerpt);
  if (!mull_workspace_transact (workspace, MULL_OP_ROADBLOCK, label, opened->deal_id,
                                open_roadblock, &args, error))
    return FALSE;
  if (roadblock_id != NULL)
    *roadblock_id = opened->record.id;
  return TRUE;
}

static gboolean
update_roadblock (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;
  g_autoptr (MullRoadblock) before =
      mull_roadblock_store_get (db, args->roadblock->record.id, error);
  g_autofree char *excerpt = NULL;

  if (before == NULL || !mull_record_store_update (db, args->roadblock, error))
    return FALSE;
  if (before->truth == args->roadblock->truth || args->roadblock->truth != MULL_TRUTH_CONFIRMED)
    return TRUE;
  excerpt = mull_text_excerpt (args->roadblock->underlying, 120);
  return write_event (db, args->clock, args->roadblock, before->outcome,
                      /* Translators: a line of the timeline; %s is the reason under a roadblock */
                      g_strdup_printf (_ ("They confirmed the reason: %s"), excerpt), error);
}

/**
 * mull_roadblock_ops_update:
 * @roadblock: a changed copy
 *
 * Saves the fields that a form edits; remembers the day on which the reason was confirmed. The
 * outcome has an operation of its own.
 */
gboolean
mull_roadblock_ops_update (MullWorkspace *workspace, const MullRoadblock *roadblock, GError **error)
{
  g_autoptr (MullRoadblock) changed = mull_roadblock_copy (roadblock);
  Args args = { mull_workspace_get_clock (workspace), changed, NULL };

  if (!clean_roadblock (changed, error) ||
      !mull_roadblock_set_truth (changed, changed->truth, mull_workspace_get_today (workspace),
                                 error))
    return FALSE;
  return mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                  /* Translators: a step of the history */
                                  _ ("Edit the roadblock"), changed->deal_id, update_roadblock,
                                  &args, error);
}

static gboolean
remove_roadblock (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;

  return mull_record_store_delete (db, &mull_roadblock_type, args->roadblock->record.id, error);
}

/**
 * mull_roadblock_ops_remove:
 *
 * Takes back a roadblock that was written down by mistake.
 */
gboolean
mull_roadblock_ops_remove (MullWorkspace *workspace, gint64 roadblock_id, GError **error)
{
  g_autoptr (MullRoadblock) roadblock =
      mull_roadblock_store_get (mull_workspace_get_database (workspace), roadblock_id, error);
  Args args = { mull_workspace_get_clock (workspace), roadblock, NULL };

  if (roadblock == NULL)
    return FALSE;
  return mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                  /* Translators: a step of the history */
                                  _ ("Remove the roadblock"), roadblock->deal_id, remove_roadblock,
                                  &args, error);
}

static gboolean
settle_roadblock (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;
  MullRoadblock *roadblock = args->roadblock;
  g_autofree char *excerpt = NULL;

  if (args->behind != NULL)
    {
      if (!open_roadblock (db, &(Args){ args->clock, args->behind, NULL }, error))
        return FALSE;
      roadblock->in_front_of_id = args->behind->record.id;
    }
  excerpt = mull_text_excerpt (
      *roadblock->underlying != '\0' ? roadblock->underlying : roadblock->symptom, 120);
  return mull_record_store_update (db, roadblock, error) &&
         write_event (db, args->clock, roadblock, MULL_ROADBLOCK_OPEN,
                      /* Translators: a line of the timeline: what became of a roadblock
                       * ("Removed"), and the reason underneath */
                      g_strdup_printf (_ ("Roadblock: %s: %s"),
                                       mull_roadblock_outcome_label (roadblock->outcome), excerpt),
                      error);
}

static gboolean
transact_settle (MullWorkspace *workspace,
                 gint64 roadblock_id,
                 MullRoadblockOutcome outcome,
                 MullRoadblock *behind,
                 const char *lesson,
                 GError **error)
{
  g_autoptr (MullRoadblock) roadblock =
      mull_roadblock_store_get (mull_workspace_get_database (workspace), roadblock_id, error);
  g_autoptr (MullRoadblock) settled = NULL;
  g_autofree char *label = NULL;
  Args args = { mull_workspace_get_clock (workspace), NULL, behind };

  if (roadblock == NULL)
    return FALSE;
  args.roadblock = settled = mull_roadblock_copy (roadblock);
  if (!mull_roadblock_settle (settled, outcome, lesson, mull_workspace_get_today (workspace),
                              error) ||
      !clean_roadblock (settled, error))
    return FALSE;
  if (behind != NULL)
    behind->deal_id = settled->deal_id;
  /* Translators: a step of the history: what became of a roadblock ("Removed") */
  label = g_strdup_printf (_ ("Roadblock: %s"), mull_roadblock_outcome_label (outcome));
  return mull_workspace_transact (workspace, MULL_OP_ROADBLOCK, label, settled->deal_id,
                                  settle_roadblock, &args, error);
}

/**
 * mull_roadblock_ops_settle:
 * @outcome: what became of it; %MULL_ROADBLOCK_OPEN opens it again
 * @lesson: (nullable): what was learnt
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID for a real no that nobody said
 */
gboolean
mull_roadblock_ops_settle (MullWorkspace *workspace,
                           gint64 roadblock_id,
                           MullRoadblockOutcome outcome,
                           const char *lesson,
                           GError **error)
{
  return transact_settle (workspace, roadblock_id, outcome, NULL, lesson, error);
}

/**
 * mull_roadblock_ops_find_behind:
 * @behind: the roadblock that was found behind it: symptom at least
 * @lesson: (nullable): what was learnt
 * @behind_id: (out) (optional): the new roadblock
 *
 * Settles a roadblock because another one is behind it, and opens that one, in one step.
 */
gboolean
mull_roadblock_ops_find_behind (MullWorkspace *workspace,
                                gint64 roadblock_id,
                                const MullRoadblock *behind,
                                const char *lesson,
                                gint64 *behind_id,
                                GError **error)
{
  g_autoptr (MullRoadblock) found = mull_roadblock_copy (behind);

  if (!clean_roadblock (found, error))
    return FALSE;
  start_roadblock (workspace, found);
  if (!transact_settle (workspace, roadblock_id, MULL_ROADBLOCK_ANOTHER_BEHIND, found, lesson,
                        error))
    return FALSE;
  if (behind_id != NULL)
    *behind_id = found->record.id;
  return TRUE;
}

/* ── The ladder of questions ──────────────────────────────────────────── */

static gboolean
get_deal (MullWorkspace *workspace, gint64 roadblock_id, gint64 *deal_id, GError **error)
{
  g_autoptr (MullRoadblock) roadblock =
      mull_roadblock_store_get (mull_workspace_get_database (workspace), roadblock_id, error);

  if (roadblock == NULL)
    return FALSE;
  *deal_id = roadblock->deal_id;
  return TRUE;
}

/**
 * mull_roadblock_ops_answer:
 * @answer: a new rung of the ladder, or a changed copy of one; at the end if it is new
 * @answer_id: (out) (optional): the rung
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is no question
 */
gboolean
mull_roadblock_ops_answer (MullWorkspace *workspace,
                           const MullRoadblockAnswer *answer,
                           gint64 *answer_id,
                           GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullRoadblockAnswer) saved = mull_roadblock_answer_copy (answer);
  g_autoptr (GPtrArray) answers = NULL;
  gint64 deal_id;

  if (!get_deal (workspace, saved->roadblock_id, &deal_id, error) ||
      !mull_ops_clean_body (&saved->question, _ ("Question"), error) ||
      !mull_ops_clean_body (&saved->answer, _ ("Answer"), error))
    return FALSE;
  if (*saved->question == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Write down the question that was asked."));
      return FALSE;
    }
  if (saved->record.id == 0)
    {
      answers = mull_roadblock_answer_store_list (db, saved->roadblock_id, error);
      if (answers == NULL)
        return FALSE;
      saved->rank = mull_ops_rank_after (answers, G_STRUCT_OFFSET (MullRoadblockAnswer, rank));
    }
  if (!mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                /* Translators: a step of the history */
                                _ ("Ask about the roadblock"), deal_id, mull_ops_save, saved,
                                error))
    return FALSE;
  if (answer_id != NULL)
    *answer_id = saved->record.id;
  return TRUE;
}

static gboolean
remove_record (MullDatabase *db, gpointer user_data, GError **error)
{
  MullRecord *record = user_data;

  return mull_record_store_delete (db, record->type, record->id, error);
}

/**
 * mull_roadblock_ops_remove_answer:
 *
 * Takes a rung off the ladder.
 */
gboolean
mull_roadblock_ops_remove_answer (MullWorkspace *workspace, gint64 answer_id, GError **error)
{
  g_autoptr (MullRoadblockAnswer) answer = mull_record_store_get (
      mull_workspace_get_database (workspace), &mull_roadblock_answer_type, answer_id, error);
  gint64 deal_id;

  return answer != NULL && get_deal (workspace, answer->roadblock_id, &deal_id, error) &&
         mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                  /* Translators: a step of the history */
                                  _ ("Remove a question about the roadblock"), deal_id,
                                  remove_record, answer, error);
}

/* ── Help ─────────────────────────────────────────────────────────────── */

/**
 * mull_roadblock_ops_help:
 * @help: a new request for help, or a changed copy of one; asked today if @asked_on is absent
 * @help_id: (out) (optional): the request
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if nobody is named
 */
gboolean
mull_roadblock_ops_help (MullWorkspace *workspace,
                         const MullRoadblockHelp *help,
                         gint64 *help_id,
                         GError **error)
{
  g_autoptr (MullRoadblockHelp) saved = mull_roadblock_help_copy (help);
  MullDay today = mull_workspace_get_today (workspace);
  gint64 deal_id;

  if (!get_deal (workspace, saved->roadblock_id, &deal_id, error) ||
      !mull_ops_clean_line (&saved->helper, _ ("Helper"), error) ||
      !mull_ops_clean_body (&saved->asked, _ ("What was asked"), error) ||
      !mull_ops_clean_body (&saved->answer, _ ("Answer"), error))
    return FALSE;
  if (*saved->helper == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Say who was asked for help."));
      return FALSE;
    }
  if (saved->record.id == 0 && saved->asked_on == MULL_DAY_NONE)
    saved->asked_on = today;
  if (*saved->answer == '\0')
    saved->answered_on = MULL_DAY_NONE;
  else if (saved->answered_on == MULL_DAY_NONE)
    saved->answered_on = today;
  if (!mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                /* Translators: a step of the history */
                                _ ("Ask for help"), deal_id, mull_ops_save, saved, error))
    return FALSE;
  if (help_id != NULL)
    *help_id = saved->record.id;
  return TRUE;
}

/**
 * mull_roadblock_ops_remove_help:
 *
 * Takes back a request for help that was written down by mistake.
 */
gboolean
mull_roadblock_ops_remove_help (MullWorkspace *workspace, gint64 help_id, GError **error)
{
  g_autoptr (MullRoadblockHelp) help = mull_record_store_get (
      mull_workspace_get_database (workspace), &mull_roadblock_help_type, help_id, error);
  gint64 deal_id;

  return help != NULL && get_deal (workspace, help->roadblock_id, &deal_id, error) &&
         mull_workspace_transact (workspace, MULL_OP_ROADBLOCK,
                                  /* Translators: a step of the history */
                                  _ ("Remove a request for help"), deal_id, remove_record, help,
                                  error);
}
