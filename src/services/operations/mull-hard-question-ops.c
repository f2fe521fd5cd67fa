/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hard-question-ops"

#include "config.h"

#include "mull-hard-question-ops.h"

#include "mull-commitment-rules.h"
#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-guard.h"
#include "mull-hard-question-rules.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-promise-store.h"
#include "mull-promise-words.h"
#include "mull-record-store.h"
#include "mull-script-store.h"
#include "mull-setting-store.h"
#include "mull-spoken-day.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The beat of the template that asks. */
#define SCRIPT_KIND "get-to-no"
#define QUESTION_BEAT "question"

/* ── Beginning one ────────────────────────────────────────────────────── */

static gboolean
first_member (MullDatabase *db, gint64 deal_id, gint64 *person_id, GError **error)
{
  g_autoptr (GPtrArray) members = mull_member_store_list (db, deal_id, error);

  if (members == NULL)
    return FALSE;
  if (members->len > 0)
    *person_id = ((const MullMember *) members->pdata[0])->person_id;
  return TRUE;
}

/* Whoever is new is the first of the buying centre, unless somebody else is named. */
static MullHardQuestion *
question_new (MullWorkspace *workspace, gint64 deal_id, gint64 person_id, GError **error)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();

  question->deal_id = deal_id;
  question->person_id = person_id;
  if (person_id == 0 &&
      !first_member (mull_workspace_get_database (workspace), deal_id, &question->person_id, error))
    return NULL;
  mull_take_text (&question->uuid, mull_uuid_new ());
  question->created_at = mull_workspace_get_now (workspace);
  return g_steal_pointer (&question);
}

/**
 * mull_hard_question_ops_read:
 * @commitment_id: a promise of theirs that was missed
 * @reading: a real problem of theirs, or that they are unsure
 * @question_id: (out) (optional): the hard question that the reading begins; that of a real problem
 *   is never asked: a roadblock goes on with it
 */
gboolean
mull_hard_question_ops_read (MullWorkspace *workspace,
                             gint64 commitment_id,
                             MullHardReading reading,
                             gint64 *question_id,
                             GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullCommitment) commitment = mull_commitment_store_get (db, commitment_id, error);
  g_autoptr (MullHardQuestion) question = NULL;
  g_autofree char *label = NULL;

  if (commitment == NULL)
    return FALSE;
  if (commitment->side == MULL_SIDE_US)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _ ("That is a promise of ours. Own it instead of asking about it."));
      return FALSE;
    }
  if (mull_commitment_is_open (commitment) &&
      commitment->due_on >= mull_workspace_get_today (workspace))
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _ ("They still have time: the day of this promise has not passed."));
      return FALSE;
    }
  question = question_new (workspace, commitment->deal_id, commitment->by_person_id, error);
  if (question == NULL)
    return FALSE;
  question->commitment_id = commitment_id;
  question->reading = reading;
  /* Translators: a step of the history: how a missed promise is read, and the promise */
  label = g_strdup_printf (_ ("%1$s: %2$s"), mull_hard_reading_label (reading), commitment->words);
  if (!mull_workspace_transact (workspace, MULL_OP_HARD_QUESTION, label, question->deal_id,
                                mull_ops_save, question, error))
    return FALSE;
  if (question_id != NULL)
    *question_id = question->record.id;
  return TRUE;
}

/**
 * mull_hard_question_load_open:
 *
 * Returns: (transfer full) (nullable): the question that is to be asked or waits for its answer; if
 *   there is none, one about no promise that is not stored yet: after a silence, or before the deal
 *   is closed
 */
MullHardQuestion *
mull_hard_question_load_open (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  g_autoptr (GPtrArray) questions =
      mull_hard_question_store_list (mull_workspace_get_database (workspace), deal_id, error);
  const MullHardQuestion *open;
  MullHardQuestion *question;

  if (questions == NULL)
    return NULL;
  open = mull_hard_question_find_open (questions, mull_workspace_get_today (workspace));
  if (open != NULL)
    return mull_hard_question_copy (open);
  question = question_new (workspace, deal_id, 0, error);
  if (question != NULL)
    question->reading = MULL_HARD_READING_UNSURE;
  return question;
}

static gboolean
clean_question (MullHardQuestion *question, GError **error)
{
  /* Translators: a field of a form: what is asked */
  return mull_ops_clean_line (&question->text, _ ("Question"), error);
}

/* ── The script ───────────────────────────────────────────────────────── */

typedef struct
{
  MullHardQuestion *question;
  MullScript *script;
  MullDay answer_by_on;
  MullDay today;
} ScriptArgs;

static gboolean
write_script (MullDatabase *db, gpointer user_data, GError **error)
{
  ScriptArgs *args = user_data;
  g_autofree char *by = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (!mull_ops_save (db, args->script, error))
    return FALSE;
  args->question->script_id = args->script->record.id;
  if (!mull_ops_save (db, args->question, error))
    return FALSE;
  if (*args->question->text == '\0')
    return TRUE;
  by = mull_spoken_by_day (args->answer_by_on, args->today);
  /* Translators: follows a question in a script; %s is a day as it is spoken: "by Friday" */
  day = g_strdup_printf (_ ("Please tell me %s."), by);
  text = g_strdup_printf ("%s %s", args->question->text, day);
  return mull_script_beat_store_write (db, args->script->record.id, QUESTION_BEAT, text, error);
}

static MullScript *
load_open_script (MullDatabase *db, gint64 script_id, GError **error)
{
  g_autoptr (MullScript) script = NULL;

  if (script_id == 0)
    return mull_script_new ();
  script = mull_script_store_get (db, script_id, error);
  if (script == NULL)
    return NULL;
  if (script->state == MULL_SCRIPT_DRAFT || script->state == MULL_SCRIPT_CALLING)
    return mull_script_copy (script);
  return mull_script_new ();
}

/**
 * mull_hard_question_ops_open_script:
 * @question: a copy with words, whom, how and until when, as a form edits them; it need not be
 *   stored yet
 * @script_id: (out): the script with which it is asked: the one that was begun, or a new one
 *
 * Keeps the question, which stands in the script as the rep worded it, as one step.
 */
gboolean
mull_hard_question_ops_open_script (MullWorkspace *workspace,
                                    const MullHardQuestion *question,
                                    gint64 *script_id,
                                    GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullHardQuestion) changed = mull_hard_question_copy (question);
  g_autoptr (MullScript) script = NULL;
  MullDay today = mull_workspace_get_today (workspace);
  MullThresholds thresholds;
  ScriptArgs args;

  if (!clean_question (changed, error) ||
      !mull_setting_store_load_thresholds (db, &thresholds, error) ||
      (script = load_open_script (db, question->script_id, error)) == NULL)
    return FALSE;
  if (script->record.id == 0)
    {
      mull_take_text (&script->uuid, mull_uuid_new ());
      mull_set_text (&script->kind, SCRIPT_KIND);
      script->deal_id = question->deal_id;
      script->commitment_id = question->commitment_id;
      script->created_at = mull_workspace_get_now (workspace);
    }
  script->person_id = question->person_id;
  args = (ScriptArgs){ changed, script,
                       question->answer_by_on != MULL_DAY_NONE
                           ? question->answer_by_on
                           : mull_hard_question_answer_by (today, &thresholds),
                       today };
  if (!mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT,
                                /* Translators: a step of the history */
                                _ ("Write the call with the hard question"), question->deal_id,
                                write_script, &args, error))
    return FALSE;
  *script_id = script->record.id;
  return TRUE;
}

/**
 * mull_hard_question_load_for_script:
 *
 * Returns: (transfer full) (nullable): the question that a script asks; %NULL with
 *   %MULL_ERROR_NOT_FOUND if it asks none
 */
MullHardQuestion *
mull_hard_question_load_for_script (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  MullHardQuestion *question = NULL;

  if (mull_hard_question_store_find_for_script (mull_workspace_get_database (workspace), script_id,
                                                &question, error) &&
      question == NULL)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                         _ ("This script asks no hard question that is still there."));
  return question;
}

/* ── Asking ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullHardQuestion *question;
  MullEntry *entry;
  const MullGuard *guard;
  const MullQuietPass *pass;
} AskArgs;

static gboolean
write_asking (MullDatabase *db, gpointer user_data, GError **error)
{
  AskArgs *args = user_data;

  if (!mull_ops_write_touch (db, args->clock, args->entry, NULL, error) ||
      !mull_guard_write (args->guard, db, args->pass, args->entry->record.id, 0,
                         args->entry->written_at, error))
    return FALSE;
  args->question->entry_id = args->entry->record.id;
  return mull_ops_save (db, args->question, error);
}

static MullEntry *
new_asking (MullWorkspace *workspace, const MullHardQuestion *question, gboolean reached)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  MullEntry *entry = mull_entry_new ();
  gboolean talk = question->channel == MULL_ENTRY_CALL || question->channel == MULL_ENTRY_MEETING;

  entry->deal_id = question->deal_id;
  entry->person_id = question->person_id;
  entry->kind = question->channel;
  entry->reached = talk && reached;
  entry->direction = entry->reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
  entry->written_at = mull_clock_get_now (clock);
  entry->happened_at =
      question->asked_on == mull_clock_get_today (clock)
          ? entry->written_at
          : mull_day_start_instant (question->asked_on, mull_clock_get_zone (clock)) +
                12 * G_TIME_SPAN_HOUR;
  entry->happened_offset = mull_clock_offset_of (clock, entry->happened_at);
  /* Translators: a touch on the timeline; %s is the question */
  mull_take_text (&entry->text, g_strdup_printf (_ ("Hard question: %s"), question->text));
  return entry;
}

/**
 * mull_hard_question_ops_ask:
 * @question: a copy with words, whom, how, when (today if absent) and until when (the rule's day if
 *   absent); it need not be stored yet
 * @reached: whether somebody was there; a question on a machine or in a mail is asked, too
 * @pass: (nullable): why they are reached for although they asked to be left alone
 * @entry_id: (out) (optional): the touch
 *
 * Writes down that the question was asked, with its touch on the timeline, as one step.
 */
gboolean
mull_hard_question_ops_ask (MullWorkspace *workspace,
                            const MullHardQuestion *question,
                            gboolean reached,
                            const MullQuietPass *pass,
                            gint64 *entry_id,
                            GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullDay today = mull_workspace_get_today (workspace);
  g_autoptr (MullHardQuestion) asked = mull_hard_question_copy (question);
  g_autoptr (MullEntry) entry = NULL;
  g_autoptr (MullGuard) guard = NULL;
  g_autofree char *label = NULL;
  MullThresholds thresholds;
  AskArgs args;

  if (!mull_setting_store_load_thresholds (db, &thresholds, error) ||
      !clean_question (asked, error))
    return FALSE;
  if (asked->asked_on == MULL_DAY_NONE)
    asked->asked_on = today;
  if (asked->answer_by_on == MULL_DAY_NONE)
    asked->answer_by_on = mull_hard_question_answer_by (asked->asked_on, &thresholds);
  if (asked->reading == MULL_HARD_READING_UNREAD)
    asked->reading = MULL_HARD_READING_UNSURE;
  if (!mull_hard_question_check_asking (asked, today, error))
    return FALSE;
  entry = new_asking (workspace, asked, reached);
  guard = mull_guard_new_for_entry (workspace, entry, error);
  if (guard == NULL || !mull_guard_let_pass (guard, pass, error))
    return FALSE;
  /* Translators: a step of the history; %s is a question */
  label = g_strdup_printf (_ ("Ask: %s"), asked->text);
  args = (AskArgs){ mull_workspace_get_clock (workspace), asked, entry, guard, pass };
  if (!mull_workspace_transact (workspace, MULL_OP_HARD_QUESTION, label, asked->deal_id,
                                write_asking, &args, error))
    return FALSE;
  if (entry_id != NULL)
    *entry_id = entry->record.id;
  return TRUE;
}
