/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-ops"

#include "config.h"

#include "mull-deal-ops.h"

#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-pipeline-ops.h"
#include "mull-pipeline-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Adding ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  const MullNewDeal *spec;
  MullDeal *deal;
} AddArgs;

static gboolean
place_at (MullDatabase *db, gint64 stage_id, gboolean at_end, gint64 *rank, GError **error)
{
  gint64 neighbour;
  gboolean found;

  for (int attempt = 0; attempt < 2; attempt++)
    {
      if (!mull_deal_store_find_end (db, stage_id, at_end, &neighbour, &found, error))
        return FALSE;
      if (mull_rank_between (found && at_end ? &neighbour : NULL,
                             found && !at_end ? &neighbour : NULL, rank))
        return TRUE;
      if (!mull_deal_store_spread (db, stage_id, error))
        return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
add_deal (MullDatabase *db, gpointer user_data, GError **error)
{
  AddArgs *args = user_data;
  MullDeal *deal = args->deal;
  gint64 person_id = 0, member_id;

  if (args->spec->company != NULL &&
      !mull_ops_ensure_company (db, args->clock, args->spec->company, &deal->company_id, error))
    return FALSE;
  if (!place_at (db, deal->stage_id, FALSE, &deal->rank, error) ||
      !mull_record_store_insert (db, deal, error))
    return FALSE;
  if (args->spec->person != NULL && !mull_ops_ensure_person (db, args->clock, args->spec->person,
                                                             deal->company_id, &person_id, error))
    return FALSE;
  return person_id == 0 ||
         mull_ops_ensure_member (db, deal->record.id, person_id, &member_id, error);
}

static char *
clean_title (const char *title, GError **error)
{
  /* Translators: a field of a form, named in an error message */
  g_autofree char *clean = mull_text_clean_line (title, _("Title"), error);

  if (clean != NULL && *clean == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _("A deal needs a title. Type one."));
      return NULL;
    }
  return g_steal_pointer (&clean);
}

static gboolean
first_stage (MullWorkspace *workspace, gint64 *stage_id, GError **error)
{
  gint64 pipeline_id;
  g_autoptr (GPtrArray) stages = NULL;

  if (!mull_pipeline_ops_ensure (workspace, &pipeline_id, error))
    return FALSE;
  stages = mull_stage_list (workspace, pipeline_id, error);
  if (stages == NULL)
    return FALSE;
  if (stages->len == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _("This pipeline has no stages. Add a stage first."));
      return FALSE;
    }
  *stage_id = ((MullStage *) stages->pdata[0])->record.id;
  return TRUE;
}

/**
 * mull_deal_ops_add:
 * @spec: what is known of the deal
 * @deal_id: (out) (optional): the new deal
 *
 * Adds a deal at the top of its stage.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the title is empty or a text is not acceptable
 */
gboolean
mull_deal_ops_add (MullWorkspace *workspace,
                   const MullNewDeal *spec,
                   gint64 *deal_id,
                   GError **error)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  g_autofree char *title = clean_title (spec->title, error);
  g_autofree char *label = NULL;
  AddArgs args = { mull_workspace_get_clock (workspace), spec, deal };

  if (title == NULL)
    return FALSE;
  deal->stage_id = spec->stage_id;
  if (deal->stage_id == 0 && !first_stage (workspace, &deal->stage_id, error))
    return FALSE;
  mull_take_text (&deal->uuid, mull_uuid_new ());
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_("Add “%s”"), title);
  mull_take_text (&deal->title, g_steal_pointer (&title));
  if (mull_money_is_set (&spec->value))
    {
      deal->value_minor = spec->value.minor;
      g_strlcpy (deal->currency, spec->value.currency, sizeof deal->currency);
    }
  deal->expected_on = spec->expected_on;
  deal->created_at = deal->stage_since_at = mull_workspace_get_now (workspace);
  if (!mull_workspace_transact (workspace, MULL_OP_ADD_DEAL, label, 0, add_deal, &args, error))
    return FALSE;
  if (deal_id != NULL)
    *deal_id = deal->record.id;
  return TRUE;
}

/* ── Changing ─────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  const MullDeal *before;
  MullDeal *after;
} EditArgs;

static char *
value_text (const MullDeal *deal)
{
  MullMoney value;

  if (deal->value_minor == MULL_NUMBER_NONE ||
      !mull_money_init (&value, deal->value_minor, deal->currency, NULL))
    return g_strdup ("");
  return mull_money_format (&value);
}

static gboolean
write_value_change (MullDatabase *db, EditArgs *args, GError **error)
{
  g_autofree char *old_value = value_text (args->before);
  g_autofree char *new_value = value_text (args->after);
  g_autofree char *text = NULL;

  if (g_str_equal (old_value, new_value))
    return TRUE;
  if (*old_value == '\0')
    /* Translators: a line of the timeline; %s is an amount */
    text = g_strdup_printf (_("Value set to %s"), new_value);
  else if (*new_value == '\0')
    /* Translators: a line of the timeline; %s is an amount */
    text = g_strdup_printf (_("Value of %s removed"), old_value);
  else
    /* Translators: a line of the timeline; both are amounts */
    text = g_strdup_printf (_("Value changed from %s to %s"), old_value, new_value);
  return mull_ops_write_change (db, args->clock, args->after->record.id, MULL_ENTRY_FIELD, text,
                                "value", old_value, new_value, error);
}

static gboolean
write_date_change (MullDatabase *db, EditArgs *args, GError **error)
{
  MullDay before = args->before->expected_on, after = args->after->expected_on;
  g_autofree char *old_iso = before != MULL_DAY_NONE ? mull_day_to_iso (before) : g_strdup ("");
  g_autofree char *new_iso = after != MULL_DAY_NONE ? mull_day_to_iso (after) : g_strdup ("");
  g_autofree char *old_text = before != MULL_DAY_NONE ? mull_day_format (before) : NULL;
  g_autofree char *new_text = after != MULL_DAY_NONE ? mull_day_format (after) : NULL;
  g_autofree char *text = NULL;

  if (before == after)
    return TRUE;
  if (old_text == NULL)
    /* Translators: a line of the timeline; %s is a date */
    text = g_strdup_printf (_("Their date is %s"), new_text);
  else if (new_text == NULL)
    /* Translators: a line of the timeline; %s is a date */
    text = g_strdup_printf (_("Their date, %s, no longer holds"), old_text);
  else
    /* Translators: a line of the timeline; both are dates */
    text = g_strdup_printf (_("Their date moved from %s to %s"), old_text, new_text);
  return mull_ops_write_change (db, args->clock, args->after->record.id, MULL_ENTRY_FIELD, text,
                                "expected-on", old_iso, new_iso, error);
}

static gboolean
update_deal (MullDatabase *db, gpointer user_data, GError **error)
{
  EditArgs *args = user_data;

  return mull_record_store_update (db, args->after, error) &&
         write_value_change (db, args, error) && write_date_change (db, args, error);
}

static gboolean
change_deal (MullWorkspace *workspace,
             MullOp op,
             const char *label,
             const MullDeal *before,
             MullDeal *after,
             GError **error)
{
  EditArgs args = { mull_workspace_get_clock (workspace), before, after };

  if (mull_record_equal (before, after))
    return TRUE;
  return mull_workspace_transact (workspace, op, label, before->record.id, update_deal, &args,
                                  error);
}

/**
 * mull_deal_ops_update:
 * @deal: a changed copy of the deal as it was read
 *
 * Saves the fields that a form edits. A new value or date of theirs leaves a line on the timeline.
 */
gboolean
mull_deal_ops_update (MullWorkspace *workspace, const MullDeal *deal, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) before = mull_deal_store_get (db, deal->record.id, error);
  g_autoptr (MullDeal) after = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (before == NULL || (title = clean_title (deal->title, error)) == NULL)
    return FALSE;
  after = mull_deal_copy (deal);
  mull_take_text (&after->title, g_steal_pointer (&title));
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_("Edit “%s”"), after->title);
  return change_deal (workspace, MULL_OP_EDIT_DEAL, label, before, after, error);
}

typedef struct
{
  MullClock *clock;
  MullDeal *deal;
  const char *company;
} CompanyArgs;

static gboolean
set_company (MullDatabase *db, gpointer user_data, GError **error)
{
  CompanyArgs *args = user_data;

  return mull_ops_ensure_company (db, args->clock, args->company, &args->deal->company_id, error) &&
         mull_record_store_update (db, args->deal, error);
}

/**
 * mull_deal_ops_set_company:
 * @company: its name, found or created; empty for none
 */
gboolean
mull_deal_ops_set_company (MullWorkspace *workspace,
                           gint64 deal_id,
                           const char *company,
                           GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) before = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) after = NULL;
  g_autofree char *label = NULL;
  CompanyArgs args;

  if (before == NULL)
    return FALSE;
  after = mull_deal_copy (before);
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_("Set the company of “%s”"), before->title);
  args = (CompanyArgs){ mull_workspace_get_clock (workspace), after, company };
  return mull_workspace_transact (workspace, MULL_OP_EDIT_DEAL, label, deal_id, set_company, &args,
                                  error);
}

/* ── Moving ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullDeal *deal;
  gint64 stage_id;
  gint64 before_id;
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
      if (next->stage_id != args->stage_id)
        return place_at (db, args->stage_id, TRUE, rank, error);
      if (!mull_deal_store_find_before (db, next, &previous, &found, error))
        return FALSE;
      if (mull_rank_between (found ? &previous : NULL, &next->rank, rank))
        return TRUE;
      if (!mull_deal_store_spread (db, args->stage_id, error))
        return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
find_place (MullDatabase *db, MoveArgs *args, gint64 *rank, GError **error)
{
  switch (args->before_id)
    {
    case MULL_PLACE_END:
      return place_at (db, args->stage_id, TRUE, rank, error);
    case MULL_PLACE_KEEP:
      if (args->stage_id == args->deal->stage_id)
        return TRUE;
      G_GNUC_FALLTHROUGH;
    case MULL_PLACE_START:
      return place_at (db, args->stage_id, FALSE, rank, error);
    default:
      return place_before (db, args, rank, error);
    }
}

static gboolean
write_stage_change (MullDatabase *db, MoveArgs *args, GError **error)
{
  g_autoptr (MullStage) from = mull_stage_store_get (db, args->deal->stage_id, error);
  g_autoptr (MullStage) to = NULL;
  g_autofree char *text = NULL;

  if (from == NULL || (to = mull_stage_store_get (db, args->stage_id, error)) == NULL)
    return FALSE;
  /* Translators: a line of the timeline; both are names of stages */
  text = g_strdup_printf (_("Moved from %s to %s"), from->name, to->name);
  return mull_ops_write_change (db, args->clock, args->deal->record.id, MULL_ENTRY_STAGE, text,
                                "stage", from->uuid, to->uuid, error);
}

static gboolean
move_deal (MullDatabase *db, gpointer user_data, GError **error)
{
  MoveArgs *args = user_data;
  g_autoptr (MullDeal) moved = mull_deal_copy (args->deal);

  if (!find_place (db, args, &moved->rank, error))
    return FALSE;
  if (args->stage_id != args->deal->stage_id)
    {
      if (!write_stage_change (db, args, error))
        return FALSE;
      moved->stage_id = args->stage_id;
      moved->stage_since_at = mull_clock_get_now (args->clock);
    }
  return mull_record_equal (moved, args->deal) || mull_record_store_update (db, moved, error);
}

/**
 * mull_deal_ops_move:
 * @before_id: the deal it goes before in the manual order, %MULL_PLACE_END, %MULL_PLACE_START, or
 *   %MULL_PLACE_KEEP to leave the order alone (at the top of another stage)
 *
 * Moves a card: the one function behind dragging, keys and menu. Onto its own place it does nothing
 * and leaves no step.
 */
gboolean
mull_deal_ops_move (MullWorkspace *workspace,
                    gint64 deal_id,
                    gint64 stage_id,
                    gint64 before_id,
                    GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullStage) stage = NULL;
  g_autofree char *label = NULL;
  MoveArgs args;

  if (deal == NULL || (stage = mull_stage_store_get (db, stage_id, error)) == NULL)
    return FALSE;
  if (before_id == deal_id)
    return TRUE;
  label = stage_id != deal->stage_id
      /* Translators: a step of the history: the title of a deal and the name of a stage */
      ? g_strdup_printf (_("Move “%s” to %s"), deal->title, stage->name)
      /* Translators: a step of the history; %s is the title of a deal */
      : g_strdup_printf (_("Reorder “%s”"), deal->title);
  args = (MoveArgs){ mull_workspace_get_clock (workspace), deal, stage_id, before_id };
  return mull_workspace_transact (workspace, MULL_OP_MOVE_DEAL, label, deal_id, move_deal, &args,
                                  error);
}

/* ── Closing, focus, trash ────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  const MullDeal *before;
  MullDeal *after;
} OutcomeArgs;

static gboolean
write_outcome (MullDatabase *db, gpointer user_data, GError **error)
{
  OutcomeArgs *args = user_data;
  const char *label = mull_outcome_label (args->after->outcome);
  g_autofree char *text = NULL;

  if (args->after->outcome == MULL_OUTCOME_OPEN)
    text = g_strdup (_("Opened again"));
  else if (*args->after->outcome_reason != '\0')
    /* Translators: a line of the timeline: an outcome and its reason */
    text = g_strdup_printf (_("Closed: %s. %s"), label, args->after->outcome_reason);
  else
    /* Translators: a line of the timeline; %s is an outcome */
    text = g_strdup_printf (_("Closed: %s"), label);
  return mull_record_store_update (db, args->after, error) &&
         mull_ops_write_change (db, args->clock, args->after->record.id, MULL_ENTRY_FIELD, text,
                                "outcome",
                                mull_enum_nick (MULL_TYPE_OUTCOME, args->before->outcome),
                                mull_enum_nick (MULL_TYPE_OUTCOME, args->after->outcome), error);
}

/**
 * mull_deal_ops_close:
 * @outcome: anything but %MULL_OUTCOME_OPEN
 * @reason: (nullable): in the rep's words
 * @heard_no: whether somebody told us no
 * @look_again_on: when to knock again, or %MULL_DAY_NONE
 *
 * Closes a deal: the one function behind every way of closing.
 */
gboolean
mull_deal_ops_close (MullWorkspace *workspace,
                     gint64 deal_id,
                     MullOutcome outcome,
                     const char *reason,
                     MullTernary heard_no,
                     MullDay look_again_on,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) closed = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  OutcomeArgs args;

  g_return_val_if_fail (outcome != MULL_OUTCOME_OPEN, FALSE);

  if (deal == NULL)
    return FALSE;
  if (deal->outcome != MULL_OUTCOME_OPEN)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                   /* Translators: a title and an outcome */
                   _("“%s” is closed already: %s. Open it again first."), deal->title,
                      mull_outcome_label (deal->outcome));
      return FALSE;
    }
  /* Translators: a field of a form, named in an error message */
  clean = mull_text_clean_line (reason != NULL ? reason : "", _("Reason"), error);
  if (clean == NULL)
    return FALSE;
  closed = mull_deal_copy (deal);
  closed->outcome = outcome;
  closed->heard_no = outcome == MULL_OUTCOME_SAID_NO ? MULL_TERNARY_YES : heard_no;
  closed->closed_at = mull_workspace_get_now (workspace);
  closed->look_again_on = look_again_on;
  mull_take_text (&closed->outcome_reason, g_steal_pointer (&clean));
  /* Translators: a step of the history: a title and an outcome */
  label = g_strdup_printf (_("Close “%s”: %s"), deal->title, mull_outcome_label (outcome));
  args = (OutcomeArgs){ mull_workspace_get_clock (workspace), deal, closed };
  return mull_workspace_transact (workspace, MULL_OP_CLOSE_DEAL, label, deal_id, write_outcome,
                                  &args, error);
}

/**
 * mull_deal_ops_reopen:
 *
 * Opens a closed deal again, in the stage it was closed in.
 */
gboolean
mull_deal_ops_reopen (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) opened = NULL;
  g_autofree char *label = NULL;
  OutcomeArgs args;

  if (deal == NULL)
    return FALSE;
  if (deal->outcome == MULL_OUTCOME_OPEN)
    return TRUE;
  opened = mull_deal_copy (deal);
  opened->outcome = MULL_OUTCOME_OPEN;
  opened->closed_at = MULL_INSTANT_NONE;
  opened->look_again_on = MULL_DAY_NONE;
  opened->heard_no = MULL_TERNARY_UNKNOWN;
  mull_set_text (&opened->outcome_reason, "");
  /* Translators: a step of the history; %s is the title of a deal */
  label = g_strdup_printf (_("Open “%s” again"), deal->title);
  args = (OutcomeArgs){ mull_workspace_get_clock (workspace), deal, opened };
  return mull_workspace_transact (workspace, MULL_OP_REOPEN_DEAL, label, deal_id, write_outcome,
                                  &args, error);
}

/**
 * mull_deal_ops_set_starred:
 * @starred: whether it is in focus
 */
gboolean
mull_deal_ops_set_starred (MullWorkspace *workspace,
                           gint64 deal_id,
                           gboolean starred,
                           GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) changed = NULL;
  g_autofree char *label = NULL;

  if (deal == NULL)
    return FALSE;
  changed = mull_deal_copy (deal);
  changed->starred = starred;
  /* Translators: steps of the history; %s is the title of a deal */
  label = g_strdup_printf (starred ? _("Put “%s” in focus")
                                   : _("Take “%s” out of focus"), deal->title);
  return change_deal (workspace, MULL_OP_STAR_DEAL, label, deal, changed, error);
}

static gboolean
set_trashed (MullWorkspace *workspace, gint64 deal_id, gboolean trashed, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullDeal) deal = mull_deal_store_get (db, deal_id, error);
  g_autoptr (MullDeal) changed = NULL;
  g_autofree char *label = NULL;

  if (deal == NULL)
    return FALSE;
  if (trashed == (deal->trashed_at != MULL_INSTANT_NONE))
    return TRUE;
  changed = mull_deal_copy (deal);
  changed->trashed_at = trashed ? mull_workspace_get_now (workspace) : MULL_INSTANT_NONE;
  /* Translators: steps of the history; %s is the title of a deal */
  label = g_strdup_printf (trashed ? _("Delete “%s”") : _("Restore “%s”"), deal->title);
  return change_deal (workspace, trashed ? MULL_OP_TRASH_DEAL : MULL_OP_RESTORE_DEAL, label, deal,
                      changed, error);
}

/**
 * mull_deal_ops_trash:
 *
 * Puts a deal into the trash, with everything on it. It stays there until the trash is emptied.
 */
gboolean
mull_deal_ops_trash (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  return set_trashed (workspace, deal_id, TRUE, error);
}

/**
 * mull_deal_ops_restore:
 *
 * Takes a deal out of the trash.
 */
gboolean
mull_deal_ops_restore (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  return set_trashed (workspace, deal_id, FALSE, error);
}
