/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-timeline-ops"

#include "config.h"

#include "mull-timeline-ops.h"

#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-guard.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Entries ──────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullEntry *entry;
  char *words;
  const MullGuard *guard;
  const MullQuietPass *pass;
  GPtrArray *files; /* (nullable) */
} LogArgs;

static gboolean
clean_entry (MullEntry *entry, const char *words, char **clean_words, GError **error)
{
  /* Translators: a field of a form, named in an error message */
  char *text = mull_text_clean_body (entry->text, _ ("Text"), error);

  if (text == NULL)
    return FALSE;
  mull_take_text (&entry->text, text);
  /* Translators: a field of a form: what the customer said, verbatim */
  *clean_words = mull_text_clean_body (words != NULL ? words : "", _ ("Their words"), error);
  return *clean_words != NULL;
}

/* Nothing has happened on a day that is still to come. */
static gboolean
settle_time (MullClock *clock, MullEntry *entry, GError **error)
{
  if (mull_clock_day_of (clock, entry->happened_at) > mull_clock_get_today (clock))
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_INVALID,
          _ ("That day is still to come. Log what has happened, and plan what will happen."));
      return FALSE;
    }
  entry->happened_offset = mull_clock_offset_of (clock, entry->happened_at);
  return TRUE;
}

static gboolean
write_words (MullDatabase *db, const MullEntry *entry, const char *text, GError **error)
{
  g_autoptr (MullEntryWords) words = NULL;

  if (*text == '\0')
    return TRUE;
  words = mull_entry_words_new ();
  words->entry_id = entry->record.id;
  words->person_id = entry->person_id;
  mull_set_text (&words->words, text);
  return mull_record_store_insert (db, words, error);
}

static gboolean
write_guard (MullDatabase *db, LogArgs *args, GError **error)
{
  return mull_guard_write (args->guard, db, args->pass, args->entry->record.id, 0,
                           mull_clock_get_now (args->clock), error);
}

static gboolean
log_entry (MullDatabase *db, gpointer user_data, GError **error)
{
  LogArgs *args = user_data;

  return mull_ops_write_touch (db, args->clock, args->entry, NULL, error) &&
         write_words (db, args->entry, args->words, error) && write_guard (db, args, error) &&
         mull_ops_write_files (db, args->entry->record.id, args->files, error);
}

/**
 * mull_timeline_ops_log:
 * @entry: deal, kind, direction, reached, person, text …; @happened_at %MULL_INSTANT_NONE is now
 * @words: (nullable): what the customer said, verbatim
 * @entry_id: (out) (optional): the new entry
 *
 * mull_timeline_ops_log_with_pass() with no pass and no files.
 */
gboolean
mull_timeline_ops_log (MullWorkspace *workspace,
                       const MullEntry *entry,
                       const char *words,
                       gint64 *entry_id,
                       GError **error)
{
  return mull_timeline_ops_log_with_pass (workspace, entry, words, NULL, NULL, entry_id, error);
}

/**
 * mull_timeline_ops_log_with_pass:
 * @entry: deal, kind, direction, reached, person, text …; @happened_at %MULL_INSTANT_NONE is now
 * @words: (nullable): what the customer said, verbatim
 * @pass: (nullable): why they are reached for although they asked to be left alone; kept only if
 *   they did
 * @files: (nullable) (element-type MullAttachment): what is attached to it; the files are in the
 *   data folder, see mull_attachment_files_take()
 * @entry_id: (out) (optional): the new entry
 *
 * Puts an entry on a timeline. What was planned and has happened with it is done: see
 * mull_touch_rules_find_settled().
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it happened in the future or a text is not
 *   acceptable, with %MULL_ERROR_QUIET if they asked to be left alone and there is no pass
 */
gboolean
mull_timeline_ops_log_with_pass (MullWorkspace *workspace,
                                 const MullEntry *entry,
                                 const char *words,
                                 const MullQuietPass *pass,
                                 GPtrArray *files,
                                 gint64 *entry_id,
                                 GError **error)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (MullDeal) deal =
      mull_deal_store_get (mull_workspace_get_database (workspace), entry->deal_id, error);
  g_autoptr (MullEntry) logged = NULL;
  g_autoptr (MullGuard) guard = NULL;
  g_autofree char *clean_words = NULL;
  g_autofree char *label = NULL;
  LogArgs args;

  if (deal == NULL)
    return FALSE;
  logged = mull_entry_copy (entry);
  if (!clean_entry (logged, words, &clean_words, error))
    return FALSE;
  logged->written_at = mull_clock_get_now (clock);
  if (logged->happened_at == MULL_INSTANT_NONE)
    logged->happened_at = logged->written_at;
  if (!settle_time (clock, logged, error))
    return FALSE;
  guard = mull_guard_new_for_entry (workspace, logged, error);
  if (guard == NULL || !mull_guard_let_pass (guard, pass, error))
    return FALSE;
  /* Translators: a step of the history: what was logged ("Call, reached") and the title of a deal
   */
  label = g_strdup_printf (_ ("Log: %s, “%s”"),
                           mull_touch_phrase (logged->kind, logged->direction, logged->reached),
                           deal->title);
  args = (LogArgs){ clock, logged, clean_words, guard, pass, files };
  if (!mull_workspace_transact (workspace, MULL_OP_LOG, label, entry->deal_id, log_entry, &args,
                                error))
    return FALSE;
  if (entry_id != NULL)
    *entry_id = logged->record.id;
  return TRUE;
}

typedef enum
{
  STEP_EDIT,
  STEP_DELETE,
  STEP_RESTORE,
} EntryStep;

/* What the history calls it, as what was logged is called there. */
static char *
make_step_label (MullWorkspace *workspace, const MullEntry *entry, EntryStep step, GError **error)
{
  g_autoptr (MullDeal) deal =
      mull_deal_store_get (mull_workspace_get_database (workspace), entry->deal_id, error);
  const char *phrase = mull_touch_phrase (entry->kind, entry->direction, entry->reached);

  if (deal == NULL)
    return NULL;
  /* Translators: steps of the history: an entry ("Call, reached") and the title of a deal */
  switch (step)
    {
    case STEP_EDIT:
      return g_strdup_printf (_ ("Edit: %s, “%s”"), phrase, deal->title);
    case STEP_DELETE:
      return g_strdup_printf (_ ("Delete: %s, “%s”"), phrase, deal->title);
    case STEP_RESTORE:
      return g_strdup_printf (_ ("Restore: %s, “%s”"), phrase, deal->title);
    }
  g_return_val_if_reached (NULL);
}

static gboolean
update_entry (MullDatabase *db, gpointer user_data, GError **error)
{
  LogArgs *args = user_data;
  g_autoptr (GPtrArray) old = NULL;

  if (!mull_record_store_update (db, args->entry, error) || !write_guard (db, args, error))
    return FALSE;
  if (args->words == NULL)
    return TRUE;
  old = mull_entry_words_store_list (db, args->entry->record.id, error);
  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (!mull_record_store_delete (db, &mull_entry_words_type,
                                   ((MullEntryWords *) old->pdata[i])->record.id, error))
      return FALSE;
  return write_words (db, args->entry, args->words, error);
}

/**
 * mull_timeline_ops_update:
 * @entry: a changed copy; when it was written stays
 * @words: (nullable): replaces the words quoted in it; %NULL leaves them alone
 *
 * mull_timeline_ops_update_with_pass() with no pass.
 */
gboolean
mull_timeline_ops_update (MullWorkspace *workspace,
                          const MullEntry *entry,
                          const char *words,
                          GError **error)
{
  return mull_timeline_ops_update_with_pass (workspace, entry, words, NULL, error);
}

/**
 * mull_timeline_ops_update_with_pass:
 * @entry: a changed copy; when it was written stays
 * @words: (nullable): replaces the words quoted in it; %NULL leaves them alone
 * @pass: (nullable): as in mull_timeline_ops_log_with_pass(); needed only if the change makes it a
 *   touch that they asked us not to make
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it is moved into the future or a text is not
 *   acceptable, with %MULL_ERROR_QUIET as mull_timeline_ops_log_with_pass() does
 */
gboolean
mull_timeline_ops_update_with_pass (MullWorkspace *workspace,
                                    const MullEntry *entry,
                                    const char *words,
                                    const MullQuietPass *pass,
                                    GError **error)
{
  g_autoptr (MullEntry) before =
      mull_entry_store_get (mull_workspace_get_database (workspace), entry->record.id, error);
  g_autoptr (MullEntry) after = NULL;
  g_autoptr (MullGuard) guard = NULL;
  g_autofree char *clean_words = NULL;
  g_autofree char *label = NULL;
  LogArgs args;

  if (before == NULL || (label = make_step_label (workspace, before, STEP_EDIT, error)) == NULL)
    return FALSE;
  after = mull_entry_copy (entry);
  if (!clean_entry (after, words, &clean_words, error))
    return FALSE;
  after->written_at = before->written_at;
  /* One from before the clock was set back can still be read and corrected. */
  if (after->happened_at != before->happened_at &&
      !settle_time (mull_workspace_get_clock (workspace), after, error))
    return FALSE;
  if (words == NULL && mull_record_equal (before, after))
    return TRUE;
  guard = mull_guard_new_for_entry (workspace, after, error);
  if (guard == NULL || !mull_guard_let_pass (guard, pass, error))
    return FALSE;
  args = (LogArgs){ mull_workspace_get_clock (workspace),
                    after,
                    words != NULL ? clean_words : NULL,
                    guard,
                    pass,
                    NULL };
  return mull_workspace_transact (workspace, MULL_OP_EDIT_ENTRY, label, before->deal_id,
                                  update_entry, &args, error);
}

static gboolean
set_trashed (MullWorkspace *workspace, gint64 entry_id, gboolean trashed, GError **error)
{
  g_autoptr (MullEntry) entry =
      mull_entry_store_get (mull_workspace_get_database (workspace), entry_id, error);
  g_autoptr (MullEntry) changed = NULL;
  g_autofree char *label = NULL;

  if (entry == NULL)
    return FALSE;
  if (trashed == (entry->trashed_at != MULL_INSTANT_NONE))
    return TRUE;
  label = make_step_label (workspace, entry, trashed ? STEP_DELETE : STEP_RESTORE, error);
  if (label == NULL)
    return FALSE;
  changed = mull_entry_copy (entry);
  changed->trashed_at = trashed ? mull_workspace_get_now (workspace) : MULL_INSTANT_NONE;
  return mull_workspace_transact (workspace, MULL_OP_TRASH_ENTRY, label, entry->deal_id,
                                  mull_ops_save, changed, error);
}

/**
 * mull_timeline_ops_trash:
 *
 * Puts an entry into the trash.
 */
gboolean
mull_timeline_ops_trash (MullWorkspace *workspace, gint64 entry_id, GError **error)
{
  return set_trashed (workspace, entry_id, TRUE, error);
}

/**
 * mull_timeline_ops_restore:
 *
 * Takes an entry out of the trash.
 */
gboolean
mull_timeline_ops_restore (MullWorkspace *workspace, gint64 entry_id, GError **error)
{
  return set_trashed (workspace, entry_id, FALSE, error);
}

/* ── Planned touches ──────────────────────────────────────────────────── */

static gboolean
clean_touch (MullPlannedTouch *touch, GError **error)
{
  /* Translators: fields of a form, named in an error message */
  char *text = mull_text_clean_line (touch->text, _ ("Text"), error);
  char *place = NULL;

  if (text == NULL)
    return FALSE;
  mull_take_text (&touch->text, text);
  place = mull_text_clean_line (touch->place, _ ("Place"), error);
  if (place == NULL)
    return FALSE;
  mull_take_text (&touch->place, place);
  if (touch->due_on == MULL_DAY_NONE)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A next step needs a day. Say when."));
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  MullPlannedTouch *touch;
  const MullGuard *guard;
  const MullQuietPass *pass;
  gint64 now;
} TouchArgs;

static gboolean
save_touch (MullDatabase *db, gpointer user_data, GError **error)
{
  TouchArgs *args = user_data;

  return mull_ops_save (db, args->touch, error) &&
         mull_guard_write (args->guard, db, args->pass, 0, args->touch->record.id, args->now,
                           error);
}

/**
 * mull_touch_ops_plan:
 * @touch: deal, kind, due day, text …
 * @touch_id: (out) (optional): the planned touch
 *
 * mull_touch_ops_plan_with_pass() with no pass.
 */
gboolean
mull_touch_ops_plan (MullWorkspace *workspace,
                     const MullPlannedTouch *touch,
                     gint64 *touch_id,
                     GError **error)
{
  return mull_touch_ops_plan_with_pass (workspace, touch, NULL, touch_id, error);
}

/**
 * mull_touch_ops_plan_with_pass:
 * @touch: deal, kind, due day, text …
 * @pass: (nullable): why they would be reached for although they asked to be left alone; kept only
 *   if they did
 * @touch_id: (out) (optional): the planned touch
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is no day or a text is not acceptable, with
 *   %MULL_ERROR_QUIET if they asked to be left alone on that day and there is no pass
 */
gboolean
mull_touch_ops_plan_with_pass (MullWorkspace *workspace,
                               const MullPlannedTouch *touch,
                               const MullQuietPass *pass,
                               gint64 *touch_id,
                               GError **error)
{
  g_autoptr (MullPlannedTouch) planned = mull_planned_touch_copy (touch);
  g_autoptr (MullGuard) guard = NULL;
  g_autoptr (MullDeal) deal = NULL;
  g_autofree char *label = NULL;
  TouchArgs args;

  if (!clean_touch (planned, error))
    return FALSE;
  deal = mull_deal_store_get (mull_workspace_get_database (workspace), touch->deal_id, error);
  if (deal == NULL)
    return FALSE;
  guard = mull_guard_new_for_touch (workspace, planned, error);
  if (guard == NULL || !mull_guard_let_pass (guard, pass, error))
    return FALSE;
  mull_take_text (&planned->uuid, mull_uuid_new ());
  planned->created_at = mull_workspace_get_now (workspace);
  args = (TouchArgs){ planned, guard, pass, planned->created_at };
  /* Translators: a step of the history: a kind of touch ("Call") and the title of a deal */
  label =
      g_strdup_printf (_ ("Plan: %s, “%s”"), mull_entry_kind_label (planned->kind), deal->title);
  if (!mull_workspace_transact (workspace, MULL_OP_PLAN_TOUCH, label, touch->deal_id, save_touch,
                                &args, error))
    return FALSE;
  if (touch_id != NULL)
    *touch_id = planned->record.id;
  return TRUE;
}

/**
 * mull_touch_ops_update_with_pass:
 * @touch: a changed copy
 * @pass: (nullable): as in mull_touch_ops_plan_with_pass(); what let it through before still does
 */
gboolean
mull_touch_ops_update_with_pass (MullWorkspace *workspace,
                                 const MullPlannedTouch *touch,
                                 const MullQuietPass *pass,
                                 GError **error)
{
  g_autoptr (MullPlannedTouch) changed = mull_planned_touch_copy (touch);
  g_autoptr (MullGuard) guard = NULL;
  TouchArgs args;

  if (!clean_touch (changed, error))
    return FALSE;
  guard = mull_guard_new_for_touch (workspace, changed, error);
  if (guard == NULL || !mull_guard_let_pass (guard, pass, error))
    return FALSE;
  args = (TouchArgs){ changed, guard, pass, mull_workspace_get_now (workspace) };
  return mull_workspace_transact (workspace, MULL_OP_EDIT_TOUCH,
                                  /* Translators: a step of the history */
                                  _ ("Change the next step"), touch->deal_id, save_touch, &args,
                                  error);
}

/**
 * mull_touch_ops_settle:
 * @state: done or dropped, or open to plan it again
 */
gboolean
mull_touch_ops_settle (MullWorkspace *workspace,
                       gint64 touch_id,
                       MullTouchState state,
                       GError **error)
{
  g_autoptr (MullPlannedTouch) touch =
      mull_planned_touch_store_get (mull_workspace_get_database (workspace), touch_id, error);
  g_autoptr (MullPlannedTouch) settled = NULL;
  g_autofree char *label = NULL;

  if (touch == NULL)
    return FALSE;
  settled = mull_planned_touch_copy (touch);
  settled->state = state;
  /* Translators: a step of the history: a kind of touch ("Call") and what became of it ("done") */
  label = g_strdup_printf (_ ("%s: %s"), mull_entry_kind_label (touch->kind),
                           mull_touch_state_label (state));
  return mull_workspace_transact (workspace, MULL_OP_SETTLE_TOUCH, label, touch->deal_id,
                                  mull_ops_save, settled, error);
}
