/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-commitment-ops"

#include "config.h"

#include "mull-commitment-ops.h"

#include "mull-commitment-rules.h"
#include "mull-contact-store.h"
#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-promise-words.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  MullClock *clock;
  MullCommitment *commitment;
} Args;

static gboolean
check_member (MullDatabase *db, GPtrArray *members, gint64 person_id, GError **error)
{
  g_autoptr (MullPerson) person = NULL;

  if (person_id == 0)
    return TRUE;
  for (guint i = 0; i < members->len; i++)
    if (((const MullMember *) members->pdata[i])->person_id == person_id)
      return TRUE;
  person = mull_person_store_get (db, person_id, error);
  if (person != NULL)
    g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                 /* Translators: %s is the name of a person */
                 _ ("“%s” is not in the buying centre of this deal. Add them to it first."),
                 person->name);
  return FALSE;
}

/**
 * mull_commitment_ops_check:
 * @commitment: a promise under construction; its words are cleaned
 * @known: (nullable): the promise as it is stored; whoever it names may have left the deal since
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it is no promise, or names somebody who is not on the
 *   deal
 */
gboolean
mull_commitment_ops_check (MullDatabase *db,
                           MullCommitment *commitment,
                           const MullCommitment *known,
                           GError **error)
{
  g_autoptr (GPtrArray) members = NULL;

  /* Translators: a field of a form: what was promised */
  char *words = mull_text_clean_line (commitment->words, _ ("Promise"), error);

  if (words == NULL)
    return FALSE;
  mull_take_text (&commitment->words, words);
  if (!mull_commitment_check (commitment, error) ||
      (members = mull_member_store_list (db, commitment->deal_id, error)) == NULL)
    return FALSE;
  return ((known != NULL && commitment->by_person_id == known->by_person_id) ||
          check_member (db, members, commitment->by_person_id, error)) &&
         ((known != NULL && commitment->to_person_id == known->to_person_id) ||
          check_member (db, members, commitment->to_person_id, error));
}

static gboolean
write_commitment_entry (MullDatabase *db, Args *args, const char *text, GError **error)
{
  return mull_ops_write_entry (db, args->clock, args->commitment->deal_id, MULL_ENTRY_COMMITMENT,
                               text, NULL, error);
}

/**
 * mull_commitment_ops_write:
 * @commitment: a promise that was checked; it gets its id
 *
 * Stores a new promise and says so on the timeline; called inside a transaction.
 */
gboolean
mull_commitment_ops_write (MullDatabase *db,
                           MullClock *clock,
                           MullCommitment *commitment,
                           GError **error)
{
  g_autofree char *due = mull_day_format (commitment->due_on);
  g_autofree char *text = NULL;

  switch (commitment->side)
    {
    case MULL_SIDE_US:
      /* Translators: a line of the timeline: what was promised, and the day */
      text = g_strdup_printf (_ ("We promised: %s, by %s"), commitment->words, due);
      break;
    case MULL_SIDE_THEM:
      /* Translators: a line of the timeline: what was promised, and the day */
      text = g_strdup_printf (_ ("They promised: %s, by %s"), commitment->words, due);
      break;
    case MULL_SIDE_BOTH:
      /* Translators: a line of the timeline: what was promised, and the day */
      text = g_strdup_printf (_ ("Both promised: %s, by %s"), commitment->words, due);
      break;
    }
  mull_take_text (&commitment->uuid, mull_uuid_new ());
  commitment->created_at = mull_clock_get_now (clock);
  return mull_record_store_insert (db, commitment, error) &&
         mull_ops_write_entry (db, clock, commitment->deal_id, MULL_ENTRY_COMMITMENT, text, NULL,
                               error);
}

static gboolean
promise (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;

  return mull_commitment_ops_write (db, args->clock, args->commitment, error);
}

/**
 * mull_commitment_ops_promise:
 * @commitment: deal, side, words, due day …; made today if @made_on is absent
 * @commitment_id: (out) (optional): the promise
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it says nothing or is due before it was made
 */
gboolean
mull_commitment_ops_promise (MullWorkspace *workspace,
                             const MullCommitment *commitment,
                             gint64 *commitment_id,
                             GError **error)
{
  g_autoptr (MullCommitment) made = mull_commitment_copy (commitment);
  g_autofree char *label = NULL;
  Args args = { mull_workspace_get_clock (workspace), made };

  if (made->made_on == MULL_DAY_NONE)
    made->made_on = mull_workspace_get_today (workspace);
  if (!mull_commitment_ops_check (mull_workspace_get_database (workspace), made, NULL, error))
    return FALSE;
  /* Translators: a step of the history; %s is what was promised */
  label = g_strdup_printf (_ ("Promise: %s"), made->words);
  if (!mull_workspace_transact (workspace, MULL_OP_PROMISE, label, made->deal_id, promise, &args,
                                error))
    return FALSE;
  if (commitment_id != NULL)
    *commitment_id = made->record.id;
  return TRUE;
}

static gboolean
update_commitment (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;

  return mull_record_store_update (db, args->commitment, error);
}

/**
 * mull_commitment_ops_update:
 * @commitment: a changed copy
 *
 * Saves the fields that a form edits.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID as mull_commitment_ops_promise() does
 */
gboolean
mull_commitment_ops_update (MullWorkspace *workspace,
                            const MullCommitment *commitment,
                            GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullCommitment) changed = mull_commitment_copy (commitment);
  g_autoptr (MullCommitment) known = mull_commitment_store_get (db, commitment->record.id, error);
  g_autofree char *label = NULL;
  Args args = { mull_workspace_get_clock (workspace), changed };

  if (known == NULL || !mull_commitment_ops_check (db, changed, known, error))
    return FALSE;
  /* Translators: a step of the history; %s is what was promised */
  label = g_strdup_printf (_ ("Edit the promise: %s"), changed->words);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_COMMITMENT, label, changed->deal_id,
                                  update_commitment, &args, error);
}

static gboolean
settle (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;
  g_autofree char *text =
      mull_commitment_format_event (args->commitment->state, args->commitment->words);

  return mull_record_store_update (db, args->commitment, error) &&
         write_commitment_entry (db, args, text, error);
}

/* Owning is shown by a call; that a promise was kept, by what the rep names. */
static gboolean
find_proof (MullWorkspace *workspace,
            const MullCommitment *commitment,
            MullCommitmentState state,
            gint64 proof_entry_id,
            MullEntry **proof,
            GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (GPtrArray) entries = NULL;
  const MullEntry *call;

  *proof = NULL;
  if (proof_entry_id != 0)
    {
      *proof = mull_entry_store_get (db, proof_entry_id, error);
      if (*proof == NULL || (*proof)->deal_id == commitment->deal_id)
        return *proof != NULL;
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("That entry belongs to another deal. Choose one of this deal."));
      return FALSE;
    }
  if (state != MULL_COMMITMENT_OWNED)
    return TRUE;
  entries = mull_entry_store_list_touches (db, commitment->deal_id, error);
  if (entries == NULL)
    return FALSE;
  call = mull_commitment_find_call (commitment, entries, mull_clock_get_today (clock),
                                    mull_clock_get_zone (clock));
  if (call != NULL)
    *proof = mull_entry_ref ((MullEntry *) call);
  return TRUE;
}

/**
 * mull_commitment_ops_settle:
 * @state: what became of it. Kept after its day is "kept late"; owned needs a call that reached
 *   them
 * @proof_entry_id: the entry that shows it, or 0; the call is found for a promise that is owned
 */
gboolean
mull_commitment_ops_settle (MullWorkspace *workspace,
                            gint64 commitment_id,
                            MullCommitmentState state,
                            gint64 proof_entry_id,
                            GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (MullCommitment) commitment = mull_commitment_store_get (db, commitment_id, error);
  g_autoptr (MullCommitment) settled = NULL;
  g_autoptr (MullEntry) proof = NULL;
  g_autofree char *label = NULL;
  Args args;

  if (commitment == NULL ||
      !find_proof (workspace, commitment, state, proof_entry_id, &proof, error))
    return FALSE;
  settled = mull_commitment_copy (commitment);
  if (!mull_commitment_settle (settled, state, proof, mull_clock_get_today (clock),
                               mull_clock_get_zone (clock), error))
    return FALSE;
  label = mull_commitment_format_event (settled->state, commitment->words);
  args = (Args){ clock, settled };
  return mull_workspace_transact (workspace, MULL_OP_SETTLE_COMMITMENT, label, commitment->deal_id,
                                  settle, &args, error);
}

static gboolean
remove_commitment (MullDatabase *db, gpointer user_data, GError **error)
{
  Args *args = user_data;

  return mull_record_store_delete (db, &mull_commitment_type, args->commitment->record.id, error);
}

/**
 * mull_commitment_ops_remove:
 *
 * Takes back a promise that was written down by mistake.
 */
gboolean
mull_commitment_ops_remove (MullWorkspace *workspace, gint64 commitment_id, GError **error)
{
  g_autoptr (MullCommitment) commitment =
      mull_commitment_store_get (mull_workspace_get_database (workspace), commitment_id, error);
  g_autofree char *label = NULL;
  Args args = { mull_workspace_get_clock (workspace), commitment };

  if (commitment == NULL)
    return FALSE;
  /* Translators: a step of the history; %s is what was promised */
  label = g_strdup_printf (_ ("Remove the promise: %s"), commitment->words);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_COMMITMENT, label, commitment->deal_id,
                                  remove_commitment, &args, error);
}
