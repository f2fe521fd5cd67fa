/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-quiet-ops"

#include "config.h"

#include "mull-quiet-ops.h"

#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-method-store.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-quiet-rules.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Asking for it ────────────────────────────────────────────────────── */

typedef struct
{
  MullQuiet *quiet;
  gint64 deal_id; /* where it was said */
  gint64 now;
} AddArgs;

static gboolean
clean_quiet (MullQuiet *quiet, GError **error)
{
  /* Translators: fields of a form about a customer who asked to be left alone */
  return mull_ops_clean_body (&quiet->words, _ ("Their words"), error) &&
         mull_ops_clean_line (&quiet->until_event, _ ("What they wait for"), error) &&
         mull_ops_clean_line (&quiet->wake_text, _ ("What we promised"), error) &&
         mull_ops_clean_line (&quiet->first_action, _ ("First thing to do"), error);
}

static gboolean
covers_the_same (const MullQuiet *a, const MullQuiet *b)
{
  if (a->scope != b->scope)
    return FALSE;
  switch (a->scope)
    {
    case MULL_QUIET_SCOPE_DEAL:
      return a->deal_id == b->deal_id;
    case MULL_QUIET_SCOPE_PERSON:
      return a->person_id == b->person_id;
    case MULL_QUIET_SCOPE_COMPANY:
      return a->company_id == b->company_id;
    }
  g_return_val_if_reached (FALSE);
}

/* What was to be done on the day that is no longer the day. */
static gboolean
drop_first_action (MullDatabase *db, const MullQuiet *quiet, gint64 deal_id, GError **error)
{
  g_autoptr (GPtrArray) open = mull_planned_touch_store_list_open (db, deal_id, error);

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      const MullPlannedTouch *touch = open->pdata[i];
      g_autoptr (MullPlannedTouch) dropped = NULL;

      if (*quiet->first_action == '\0' || touch->due_on != quiet->until_on ||
          !g_str_equal (touch->text, quiet->first_action))
        continue;
      dropped = mull_planned_touch_copy (touch);
      dropped->state = MULL_TOUCH_DROPPED;
      return mull_record_store_update (db, dropped, error);
    }
  return TRUE;
}

/* Told again: the telling before it is over, and this one counts it. */
static gboolean
replace_earlier (MullDatabase *db, AddArgs *args, GError **error)
{
  g_autoptr (GPtrArray) quiets = mull_quiet_store_list_for_deal (db, args->deal_id, error);

  if (quiets == NULL)
    return FALSE;
  for (guint i = 0; i < quiets->len; i++)
    {
      const MullQuiet *earlier = quiets->pdata[i];
      g_autoptr (MullQuiet) told = NULL;

      if (!covers_the_same (earlier, args->quiet))
        continue;
      told = mull_quiet_copy (earlier);
      told->state = MULL_QUIET_ASKED_AGAIN;
      args->quiet->again_of_id = earlier->record.id;
      args->quiet->times_told = MAX (earlier->times_told, 1) + 1;
      if (!mull_record_store_update (db, told, error) ||
          !drop_first_action (db, earlier, args->deal_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
plan_first_action (MullDatabase *db, AddArgs *args, GError **error)
{
  g_autoptr (MullPlannedTouch) touch = NULL;

  if (*args->quiet->first_action == '\0' || args->quiet->until_on == MULL_DAY_NONE)
    return TRUE;
  touch = mull_planned_touch_new ();
  mull_take_text (&touch->uuid, mull_uuid_new ());
  touch->deal_id = args->deal_id;
  touch->person_id = args->quiet->person_id;
  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = args->quiet->until_on;
  mull_set_text (&touch->text, args->quiet->first_action);
  touch->created_at = args->now;
  return mull_record_store_insert (db, touch, error);
}

static gboolean
add_quiet (MullDatabase *db, gpointer user_data, GError **error)
{
  AddArgs *args = user_data;

  return replace_earlier (db, args, error) && mull_record_store_insert (db, args->quiet, error) &&
         plan_first_action (db, args, error);
}

static gboolean
is_member (MullDatabase *db, gint64 deal_id, gint64 person_id, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) members = mull_member_store_list (db, deal_id, error);

  if (members == NULL)
    return FALSE;
  *found = FALSE;
  for (guint i = 0; i < members->len; i++)
    *found = *found || ((MullMember *) members->pdata[i])->person_id == person_id;
  return TRUE;
}

/* Only what the scope names is covered; who asked stays with it in every case. */
static gboolean
settle_scope (MullWorkspace *workspace, MullQuiet *quiet, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = NULL;
  gboolean found;

  if (quiet->deal_id == 0)
    return TRUE;
  deal = mull_deal_store_get (db, quiet->deal_id, error);
  if (deal == NULL)
    return FALSE;
  if (quiet->person_id != 0)
    {
      if (!is_member (db, quiet->deal_id, quiet->person_id, &found, error))
        return FALSE;
      if (!found)
        {
          g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                       /* Translators: %s is the title of a deal */
                       _ ("Who asked is not in the buying centre of “%s”. Add the person first."),
                       deal->title);
          return FALSE;
        }
    }
  if (quiet->scope == MULL_QUIET_SCOPE_COMPANY && quiet->company_id == 0)
    quiet->company_id = deal->company_id;
  if (quiet->scope != MULL_QUIET_SCOPE_COMPANY)
    quiet->company_id = 0;
  return TRUE;
}

/**
 * mull_quiet_ops_add:
 * @quiet: what it covers, the deal on which it was said, who asked, their words, until when; asked
 *   today if @asked_on is absent
 * @quiet_id: (out) (optional): the quiet
 *
 * Leaves them alone. If they have asked for the same before and it is not settled, they had to say
 * it again, and the new one counts how often. What is to be done first is planned for the day.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there are no words, if the day has passed, or if who
 *   asked is not on the deal
 */
gboolean
mull_quiet_ops_add (MullWorkspace *workspace,
                    const MullQuiet *quiet,
                    gint64 *quiet_id,
                    GError **error)
{
  g_autoptr (MullQuiet) added = mull_quiet_copy (quiet);
  g_autofree char *until = NULL;
  g_autofree char *label = NULL;
  AddArgs args;

  if (!clean_quiet (added, error) || !settle_scope (workspace, added, error))
    return FALSE;
  if (added->asked_on == MULL_DAY_NONE)
    added->asked_on = mull_workspace_get_today (workspace);
  if (!mull_quiet_check (added, mull_workspace_get_today (workspace), error))
    return FALSE;
  args = (AddArgs){ added, quiet->deal_id, mull_workspace_get_now (workspace) };
  if (added->scope != MULL_QUIET_SCOPE_DEAL)
    added->deal_id = 0;
  mull_take_text (&added->uuid, mull_uuid_new ());
  added->created_at = args.now;
  added->times_told = MAX (added->times_told, 1);
  until = mull_quiet_format (added);
  /* Translators: a step of the history; %s is like "until 1 July" */
  label = g_strdup_printf (_ ("Quiet %s"), until);
  if (!mull_workspace_transact (workspace, MULL_OP_QUIET, label, args.deal_id, add_quiet, &args,
                                error))
    return FALSE;
  if (quiet_id != NULL)
    *quiet_id = added->record.id;
  return TRUE;
}

/* ── What becomes of it ───────────────────────────────────────────────── */

/**
 * mull_quiet_ops_settle:
 * @state: what became of it; told again is a new quiet, see mull_quiet_ops_add()
 */
gboolean
mull_quiet_ops_settle (MullWorkspace *workspace,
                       gint64 quiet_id,
                       MullQuietState state,
                       GError **error)
{
  g_autoptr (MullQuiet) quiet =
      mull_quiet_store_get (mull_workspace_get_database (workspace), quiet_id, error);
  g_autoptr (MullQuiet) settled = NULL;
  g_autofree char *label = NULL;

  if (quiet == NULL)
    return FALSE;
  settled = mull_quiet_copy (quiet);
  settled->state = state;
  /* Translators: a step of the history: what became of a quiet ("lifted") */
  label = g_strdup_printf (_ ("Quiet: %s"), mull_quiet_state_label (state));
  return mull_workspace_transact (workspace, MULL_OP_QUIET, label, quiet->deal_id, mull_ops_save,
                                  settled, error);
}

/**
 * mull_quiet_ops_prepare:
 * @facts: whether there are new facts to bring
 * @outcome: whether it is clear what they get
 * @person: whether the right person is known
 *
 * Ticks off what is to be prepared before the day.
 */
gboolean
mull_quiet_ops_prepare (MullWorkspace *workspace,
                        gint64 quiet_id,
                        gboolean facts,
                        gboolean outcome,
                        gboolean person,
                        GError **error)
{
  g_autoptr (MullQuiet) quiet =
      mull_quiet_store_get (mull_workspace_get_database (workspace), quiet_id, error);
  g_autoptr (MullQuiet) prepared = NULL;

  if (quiet == NULL)
    return FALSE;
  prepared = mull_quiet_copy (quiet);
  prepared->facts_ready = facts;
  prepared->outcome_ready = outcome;
  prepared->person_ready = person;
  if (mull_record_equal (quiet, prepared))
    return TRUE;
  return mull_workspace_transact (workspace, MULL_OP_QUIET,
                                  /* Translators: a step of the history */
                                  _ ("Prepare for the end of a quiet"), quiet->deal_id,
                                  mull_ops_save, prepared, error);
}
