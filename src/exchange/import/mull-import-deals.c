/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-deals"

#include "config.h"

#include "mull-board-store.h"
#include "mull-import-writer-private.h"
#include "mull-member.h"
#include "mull-ops-entry.h"
#include "mull-pipeline-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

static gint64
instant_of (MullImportWriter *self, const MullImportMoment *moment)
{
  return mull_import_moment_to_instant (moment, mull_clock_get_zone (self->clock));
}

static gint64
instant_of_target (MullImportWriter *self, MullImportTarget target)
{
  return instant_of (self, mull_import_row_get_moment (self->row, target));
}

/* Files know no parts of a second: the same second is the same instant. */
static void
take_instant (gint64 *instant, gint64 told)
{
  if (*instant == MULL_INSTANT_NONE || *instant / G_USEC_PER_SEC != told / G_USEC_PER_SEC)
    *instant = told;
}

static const char *
reason_of (MullImportWriter *self)
{
  return mull_import_row_get_outcome (self->row) != MULL_OUTCOME_OPEN
             ? mull_import_writer_text (self, MULL_IMPORT_REASON)
             : "";
}

/* ── What both new and known deals take from a row ────────────────────── */

static void
fill_in_value (MullImportWriter *self, MullDeal *deal)
{
  const MullMoney *value = mull_import_row_get_value (self->row);

  if (!mull_money_is_set (value))
    return;
  deal->value_minor = value->minor;
  g_strlcpy (deal->currency, value->currency, sizeof deal->currency);
}

static void
close_deal (MullImportWriter *self, MullDeal *deal)
{
  gint64 closed_at = instant_of (self, mull_import_row_get_closed (self->row));

  deal->outcome = mull_import_row_get_outcome (self->row);
  if (closed_at != MULL_INSTANT_NONE)
    take_instant (&deal->closed_at, closed_at);
  else if (deal->closed_at == MULL_INSTANT_NONE)
    deal->closed_at = self->now;
  if (*reason_of (self) != '\0')
    mull_set_text (&deal->outcome_reason, reason_of (self));
  if (deal->outcome == MULL_OUTCOME_SAID_NO)
    deal->heard_no = MULL_TERNARY_YES;
}

static void
fill_in_dates (MullImportWriter *self, MullDeal *deal)
{
  const MullImportMoment *expected = mull_import_row_get_expected (self->row);
  gint64 created_at = instant_of_target (self, MULL_IMPORT_CREATED_AT);

  if (mull_import_moment_is_set (expected))
    deal->expected_on = mull_import_moment_to_day (expected, mull_clock_get_zone (self->clock));
  if (created_at != MULL_INSTANT_NONE)
    take_instant (&deal->created_at, MIN (created_at, self->now));
}

/* ── People, notes, next steps ────────────────────────────────────────── */

static gboolean
add_member (MullImportWriter *self, gint64 deal_id, gint64 person_id, guint n, GError **error)
{
  g_autoptr (MullMember) member = NULL;
  gboolean is_member = FALSE;

  if (!self->has_no_members &&
      !mull_import_store_is_member (self->db, deal_id, person_id, &is_member, error))
    return FALSE;
  if (is_member)
    return TRUE;
  self->has_no_members = FALSE;
  member = mull_member_new ();
  member->deal_id = deal_id;
  member->person_id = person_id;
  member->rank = mull_rank_spread (n);
  return mull_record_store_insert (self->db, member, error);
}

/* A row may name several people by id; the first one is the one it describes. */
static gboolean
add_further_members (MullImportWriter *self, gint64 deal_id, GError **error)
{
  g_auto (GStrv) ids = mull_import_row_dup_ids (self->row, MULL_IMPORT_PERSON_SOURCE_ID);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gint64 person_id;

      if (!mull_import_writer_look_up (self, "person", ids[i], &person_id, NULL, error))
        return FALSE;
      if (person_id == 0)
        mull_import_writer_miss_person (self, ids[i]);
      else if (!add_member (self, deal_id, person_id, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_people (MullImportWriter *self, const MullDeal *deal, GError **error)
{
  gint64 person_id;

  if (!mull_import_people_find (self, deal->company_id, &person_id, error) ||
      (person_id != 0 && !add_member (self, deal->record.id, person_id, 0, error)))
    return FALSE;
  return *mull_import_writer_text (self, MULL_IMPORT_PERSON_SOURCE_ID) == '\0' ||
         add_further_members (self, deal->record.id, error);
}

/* A table of ours tells the next step of a deal whatever it is, a promise of either side too. What
 * it tells of a deal that is here is news only where the deal has another one, and a day that was
 * still to come. */
static gboolean
is_step_known (MullImportWriter *self, const MullDeal *deal, gboolean *is_known, GError **error)
{
  const MullImportMoment *next = mull_import_row_get_moment (self->row, MULL_IMPORT_NEXT_ON);
  g_autoptr (MullCard) card = NULL;
  MullDay day;

  *is_known = FALSE;
  if (!self->is_ours || !mull_import_moment_is_set (next))
    return TRUE;
  if (!mull_board_store_get_card (self->db, deal->record.id, &card, error))
    return FALSE;
  day = mull_import_moment_to_day (next, mull_clock_get_zone (self->clock));
  *is_known = card != NULL && (card->next_on == day || day < mull_clock_get_today (self->clock));
  return TRUE;
}

static gboolean
plan_next (MullImportWriter *self,
           const MullDeal *deal,
           const MullImportKnown *known,
           GError **error)
{
  gboolean is_known;

  if (deal->outcome != MULL_OUTCOME_OPEN)
    return TRUE;
  return is_step_known (self, deal, &is_known, error) &&
         (is_known || mull_import_entries_plan_next (self, deal->record.id, known->id, error));
}

static gboolean
finish_deal (MullImportWriter *self,
             const MullDeal *deal,
             const MullImportKnown *known,
             GError **error)
{
  return add_people (self, deal, error) &&
         mull_import_entries_add_note (self, deal->record.id, known->id, deal->created_at, error) &&
         plan_next (self, deal, known, error) &&
         mull_import_writer_remember_deal (self, known->id, deal->record.id, error);
}

/* ── New deals ────────────────────────────────────────────────────────── */

static gboolean
insert_deal (MullImportWriter *self, const MullImportKnown *known, GError **error)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  g_autofree char *uuid = NULL;
  gint64 since = instant_of_target (self, MULL_IMPORT_STAGE_SINCE);

  if (!mull_import_stages_find (self->stages, &deal->stage_id, error) ||
      !mull_import_stages_take_rank (self->stages, deal->stage_id, &deal->rank, error) ||
      !mull_import_companies_find (self, &deal->company_id, error))
    return FALSE;
  if (!mull_import_writer_dup_uuid (self, "deal", known->id, &uuid, error))
    return FALSE;
  mull_take_text (&deal->uuid, g_steal_pointer (&uuid));
  mull_set_text (&deal->title, mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE));
  deal->created_at = self->now;
  fill_in_value (self, deal);
  fill_in_dates (self, deal);
  if (mull_import_row_get_outcome (self->row) != MULL_OUTCOME_OPEN)
    {
      close_deal (self, deal);
      deal->created_at = MIN (deal->created_at, deal->closed_at);
    }
  deal->stage_since_at = since != MULL_INSTANT_NONE ? MIN (since, self->now) : deal->created_at;
  if (!mull_record_store_insert (self->db, deal, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_DEAL, TRUE, FALSE);
  self->has_no_members = TRUE;
  return finish_deal (self, deal, known, error);
}

/* ── Known deals ──────────────────────────────────────────────────────── */

static gboolean
move_deal (MullImportWriter *self, const MullDeal *before, MullDeal *after, GError **error)
{
  gint64 since = instant_of_target (self, MULL_IMPORT_STAGE_SINCE);
  gint64 stage_id;

  if (*mull_import_writer_text (self, MULL_IMPORT_STAGE) == '\0')
    return TRUE;
  if (!mull_import_stages_find (self->stages, &stage_id, error))
    return FALSE;
  if (stage_id == before->stage_id)
    return TRUE;
  after->stage_id = stage_id;
  after->stage_since_at = since != MULL_INSTANT_NONE ? MIN (since, self->now) : self->now;
  return mull_import_stages_take_rank (self->stages, stage_id, &after->rank, error);
}

static void
settle_outcome (MullImportWriter *self, MullDeal *deal)
{
  MullOutcome outcome = mull_import_row_get_outcome (self->row);

  if (!self->tells_outcome)
    return;
  if (outcome != MULL_OUTCOME_OPEN)
    close_deal (self, deal);
  else if (deal->outcome != MULL_OUTCOME_OPEN)
    mull_import_writer_keep (
        self, g_strdup_printf (_ ("“%s” stays closed, although the file says that it is open."),
                               deal->title));
}

static gboolean
write_stage_change (MullImportWriter *self,
                    const MullDeal *before,
                    const MullDeal *after,
                    GError **error)
{
  g_autoptr (MullStage) from = mull_stage_store_get (self->db, before->stage_id, error);
  g_autoptr (MullStage) to =
      from != NULL ? mull_stage_store_get (self->db, after->stage_id, error) : NULL;
  g_autofree char *text = NULL;

  if (to == NULL)
    return FALSE;
  /* Translators: a line of the timeline; both are names of stages */
  text = g_strdup_printf (_ ("Moved from %s to %s"), from->name, to->name);
  return mull_ops_write_change (self->db, self->clock, after->record.id, MULL_ENTRY_STAGE, text, "",
                                "stage", from->uuid, to->uuid, error);
}

static gboolean
write_date_change (MullImportWriter *self,
                   const MullDeal *before,
                   const MullDeal *after,
                   GError **error)
{
  g_autofree char *old_iso = mull_day_to_iso (before->expected_on);
  g_autofree char *new_iso = mull_day_to_iso (after->expected_on);
  g_autofree char *old_text = mull_day_format (before->expected_on);
  g_autofree char *new_text = mull_day_format (after->expected_on);
  g_autofree char *text = NULL;

  /* Translators: a line of the timeline; both are dates */
  text = g_strdup_printf (_ ("Their date moved from %s to %s"), old_text, new_text);
  return mull_ops_write_change (self->db, self->clock, after->record.id, MULL_ENTRY_FIELD, text, "",
                                "expected-on", old_iso, new_iso, error);
}

static gboolean
update_deal (MullImportWriter *self,
             const MullDeal *before,
             const MullImportKnown *known,
             GError **error)
{
  g_autoptr (MullDeal) after = mull_deal_copy (before);
  MullImportMerge merge = { self, before->title, TRUE };
  gint64 company_id;
  gboolean is_changed;

  if (!mull_import_companies_find (self, &company_id, error) ||
      !move_deal (self, before, after, error))
    return FALSE;
  if (company_id != 0)
    after->company_id = company_id;
  mull_import_merge_text (&merge, &after->title,
                          mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE), "");
  fill_in_value (self, after);
  fill_in_dates (self, after);
  settle_outcome (self, after);
  is_changed = !mull_record_equal (before, after);
  mull_import_writer_count (self, MULL_IMPORT_THING_DEAL, FALSE, is_changed);
  if (is_changed && !mull_record_store_update (self->db, after, error))
    return FALSE;
  if (after->stage_id != before->stage_id && !write_stage_change (self, before, after, error))
    return FALSE;
  if (before->expected_on != MULL_DAY_NONE && after->expected_on != before->expected_on &&
      !write_date_change (self, before, after, error))
    return FALSE;
  return finish_deal (self, after, known, error);
}

/* Ids of a file that no known program wrote may be those of another file with the same columns. */
static gboolean
is_another (MullImportWriter *self, const MullDeal *deal, gboolean *another, GError **error)
{
  g_autofree char *ours = mull_text_fold (deal->title);
  g_autofree char *theirs = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE));
  const char *company_name = mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME);
  g_autofree char *key = mull_text_fold (company_name);
  g_autoptr (MullCompany) company = NULL;

  *another = FALSE;
  if (!self->has_own_ids || g_str_equal (ours, theirs))
    return TRUE;
  if (deal->company_id != 0 && (company = mull_record_store_get (self->db, &mull_company_type,
                                                                 deal->company_id, error)) == NULL)
    return FALSE;
  *another = company == NULL || !g_str_equal (company->name_key, key);
  return TRUE;
}

static gboolean
bring_up_to_date (MullImportWriter *self, const MullImportKnown *known, GError **error)
{
  g_autoptr (MullDeal) deal = NULL;
  gboolean another;

  if (!mull_record_store_find (self->db, &mull_deal_type, "WHERE id = ?1", known->object_id, 0,
                               (gpointer *) &deal, error))
    return FALSE;
  if (deal == NULL)
    return insert_deal (self, known, error);
  if (deal->trashed_at != MULL_INSTANT_NONE)
    {
      mull_import_writer_leave_out (
          self, g_strdup_printf (_ ("“%s” is in the trash and stays there."), deal->title));
      return TRUE;
    }
  if (!is_another (self, deal, &another, error))
    return FALSE;
  if (another)
    {
      g_autofree char *reason = g_strdup_printf (
          _ ("The id “%s” belongs to “%s”, which came from another file with the same columns. "
             "Give "
             "the rows of this file other ids, or do not import the column of the ids."),
          known->id, deal->title);

      mull_import_writer_refuse_whole (self, reason);
      return TRUE;
    }
  return update_deal (self, deal, known, error);
}

/**
 * mull_import_deals_add:
 * @self: a writer at a row that is a deal
 * @error: return location
 */
gboolean
mull_import_deals_add (MullImportWriter *self, GError **error)
{
  g_auto (MullImportKnown) known = { NULL };
  g_autofree char *digest = NULL;

  if (*mull_import_writer_text (self, MULL_IMPORT_SOURCE_ID) != '\0')
    known.id = mull_import_writer_dup_row_id (self, NULL, FALSE);
  else
    {
      const char *key = mull_import_writer_set_key (
          self, "deal", mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE),
          mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME), NULL);

      known.id = mull_import_writer_dup_row_id (self, key, TRUE);
    }
  if (mull_import_writer_is_repeated (self, known.id))
    return TRUE;
  if (!self->is_fresh &&
      !mull_import_writer_look_up (self, "deal", known.id, &known.object_id, &digest, error))
    return FALSE;
  if (known.object_id == 0)
    return insert_deal (self, &known, error);
  if (g_strcmp0 (digest, self->digest) != 0)
    return bring_up_to_date (self, &known, error);
  mull_import_writer_count (self, MULL_IMPORT_THING_DEAL, FALSE, FALSE);
  return TRUE;
}
