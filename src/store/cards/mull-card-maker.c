/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-card-maker"

#include "config.h"

#include "mull-card-maker.h"

#include "mull-card.h"
#include "mull-commitment-rules.h"
#include "mull-four-questions.h"
#include "mull-move-facts.h"
#include "mull-move-state.h"
#include "mull-needs.h"
#include "mull-next-step.h"
#include "mull-quiet.h"
#include "mull-record-store.h"
#include "mull-setting-store.h"
#include "mull-stage.h"

/* Stands for "no next step" where cards are ordered by it. */
#define NO_NEXT_DAYS G_MAXINT32

struct _MullCardMaker
{
  MullDatabase *db;
  GTimeZone *zone;
  GHashTable *stages; /* id → MullStage */
  MullThresholds thresholds;
  MullDay today;
  gint64 tomorrow_at; /* when tomorrow begins */
};

/* What is read of one deal. */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *touches;
  GPtrArray *commitments;
  GPtrArray *quiets;
  GPtrArray *answers;
  gint64 n_holes;
  gint64 n_roadblocks;
  MullDay stuck_on; /* of the oldest open roadblock */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_clear_pointer (&parts->entries, g_ptr_array_unref);
  g_clear_pointer (&parts->touches, g_ptr_array_unref);
  g_clear_pointer (&parts->commitments, g_ptr_array_unref);
  g_clear_pointer (&parts->quiets, g_ptr_array_unref);
  g_clear_pointer (&parts->answers, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
stage_unref (gpointer stage)
{
  mull_stage_unref (stage);
}

/**
 * mull_card_maker_new:
 * @today: the present day
 * @zone: the rep's time zone
 * @error: return location
 *
 * Returns: (transfer full): a maker for cards of that day, or %NULL
 */
MullCardMaker *
mull_card_maker_new (MullDatabase *db, MullDay today, GTimeZone *zone, GError **error)
{
  g_autoptr (MullCardMaker) self = g_new0 (MullCardMaker, 1);

  self->db = g_object_ref (db);
  self->zone = g_time_zone_ref (zone);
  self->today = today;
  self->tomorrow_at = mull_day_start_instant (today + 1, zone);
  self->stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, stage_unref);
  if (!mull_setting_store_load_thresholds (db, &self->thresholds, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
mull_card_maker_free (MullCardMaker *self)
{
  g_hash_table_unref (self->stages);
  g_time_zone_unref (self->zone);
  g_object_unref (self->db);
  g_free (self);
}

static const MullStage *
get_stage (MullCardMaker *self, gint64 id, GError **error)
{
  MullStage *stage = g_hash_table_lookup (self->stages, &id);

  if (stage == NULL)
    {
      stage = mull_record_store_get (self->db, &mull_stage_type, id, error);
      if (stage != NULL)
        g_hash_table_insert (self->stages, &stage->record.id, stage);
    }
  return stage;
}

#define ENTRY_COLUMNS                                                                              \
  "SELECT id, kind, direction, reached, happened_at, auto_reply, away_until_on, trashed_at"        \
  " FROM entry "

/* Without texts: they decide nothing, and a long deal has many. */
static MullEntry *
read_entry (MullStatement *statement)
{
  MullEntry *entry = mull_entry_new ();
  int kind = MULL_ENTRY_NOTE, direction = MULL_DIRECTION_NONE;

  mull_enum_from_nick (MULL_TYPE_ENTRY_KIND, mull_statement_get_text (statement, 1), &kind);
  mull_enum_from_nick (MULL_TYPE_DIRECTION, mull_statement_get_text (statement, 2), &direction);
  entry->record.id = mull_statement_get_int64 (statement, 0);
  entry->kind = (MullEntryKind) kind;
  entry->direction = (MullDirection) direction;
  entry->reached = mull_statement_get_int64 (statement, 3) != 0;
  entry->happened_at = mull_statement_get_int64 (statement, 4);
  entry->auto_reply = mull_statement_get_int64 (statement, 5) != 0;
  entry->away_until_on = mull_statement_get_day (statement, 6);
  if (!mull_statement_is_null (statement, 7))
    entry->trashed_at = mull_statement_get_int64 (statement, 7);
  return entry;
}

/* Backwards to where they were last heard; what lies before it no longer matters. */
static gboolean
load_latest (MullCardMaker *self, gint64 deal_id, GPtrArray *entries, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      self->db, ENTRY_COLUMNS "WHERE deal_id = ?1 ORDER BY happened_at DESC, id DESC", error);
  MullStep step = MULL_STEP_DONE;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      MullEntry *entry = read_entry (statement);

      g_ptr_array_add (entries, entry);
      if (mull_entry_is_heard (entry) && entry->happened_at < self->tomorrow_at)
        break;
    }
  return step != MULL_STEP_ERROR;
}

/* Who said to be away still is, whatever was heard of others since. */
static gboolean
load_away (MullCardMaker *self, gint64 deal_id, GPtrArray *entries, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      self->db, ENTRY_COLUMNS "WHERE deal_id = ?1 AND away_until_on IS NOT NULL", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return step == MULL_STEP_DONE;
}

static gboolean
count (MullCardMaker *self, const char *sql, gint64 deal_id, gint64 *n, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *n = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

static gboolean
load_roadblocks (MullCardMaker *self, gint64 deal_id, Parts *parts, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      self->db,
      "SELECT count (*), min (symptom_on) FROM roadblock WHERE deal_id = ?1 AND outcome = 'open'",
      error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  parts->n_roadblocks = mull_statement_get_int64 (statement, 0);
  parts->stuck_on = mull_statement_get_day (statement, 1);
  return TRUE;
}

static gboolean
load_records (MullCardMaker *self,
              const MullRecordType *type,
              const char *clause,
              const MullDeal *deal,
              GPtrArray **records,
              GError **error)
{
  *records =
      mull_record_store_list (self->db, type, clause, deal->record.id, deal->company_id, error);
  return *records != NULL;
}

static gboolean
load_parts (MullCardMaker *self,
            const MullDeal *deal,
            MullCardParts which,
            Parts *parts,
            GError **error)
{
  gint64 id = deal->record.id;

  if (which & MULL_CARD_ENTRIES)
    {
      parts->entries = g_ptr_array_new_with_free_func (mull_record_unref);
      if (!load_latest (self, id, parts->entries, error) ||
          !load_away (self, id, parts->entries, error))
        return FALSE;
    }
  if ((which & MULL_CARD_TOUCHES) &&
      !load_records (self, &mull_planned_touch_type, "WHERE deal_id = ?1 AND state = 'open'", deal,
                     &parts->touches, error))
    return FALSE;
  if ((which & MULL_CARD_COMMITMENTS) &&
      !load_records (self, &mull_commitment_type,
                     "WHERE deal_id = ?1 AND state IN ('open', 'at-risk')", deal,
                     &parts->commitments, error))
    return FALSE;
  if ((which & MULL_CARD_QUIETS) &&
      !load_records (self, &mull_quiet_type,
                     "WHERE state = 'in-force' AND (deal_id = ?1 OR company_id = ?2"
                     " OR scope = 'person' AND person_id IN (SELECT person_id FROM member WHERE "
                     "deal_id = ?1))",
                     deal, &parts->quiets, error))
    return FALSE;
  if ((which & MULL_CARD_ANSWERS) &&
      !load_records (self, &mull_qualification_type,
                     "WHERE deal_id = ?1 ORDER BY question, answered_at, id", deal, &parts->answers,
                     error))
    return FALSE;
  if ((which & MULL_CARD_HOLES) &&
      !count (self, "SELECT count(*) FROM hole WHERE deal_id = ?1 AND state IN ('open', 'asked')",
              id, &parts->n_holes, error))
    return FALSE;
  return !(which & MULL_CARD_ROADBLOCKS) || load_roadblocks (self, id, parts, error);
}

/* A later day than today, and the earliest of those offered. A day after the last one of the
 * calendar never comes. */
static void
offer_recheck (MullDay *recheck_on, MullDay day, MullDay today)
{
  if (mull_day_is_valid (day) && day > today && (*recheck_on == MULL_DAY_NONE || day < *recheck_on))
    *recheck_on = day;
}

/* Counts what is overdue and finds when that changes, and when they first let us down. */
static MullDay
judge_commitments (MullCardMaker *self, GPtrArray *commitments, MullCard *card, MullDay *recheck_on)
{
  MullDay failed_on = MULL_DAY_NONE;

  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);

      offer_recheck (recheck_on, commitment->due_on + 1, self->today);
      if (commitment->side != MULL_SIDE_US)
        {
          MullDay from = mull_commitment_failed_from (commitment, &self->thresholds);

          if (from != MULL_DAY_NONE && (failed_on == MULL_DAY_NONE || from < failed_on))
            failed_on = from;
        }
      if (!mull_commitment_is_overdue (commitment, self->today))
        continue;
      if (commitment->side != MULL_SIDE_THEM)
        card->ours_overdue++;
      if (commitment->side != MULL_SIDE_US)
        card->theirs_overdue++;
    }
  return failed_on;
}

/* The last answer to each question stands. */
static gboolean
is_unqualified (GPtrArray *answers)
{
  MullQualification *last[MULL_N_QUESTIONS] = { NULL };

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      MullQualification *answer = g_ptr_array_index (answers, i);

      last[answer->question - 1] = answer;
    }
  return mull_four_questions_is_unqualified (last);
}

static void
set_value (MullCard *card, const MullDeal *deal, int probability)
{
  if (deal->value_minor == MULL_NUMBER_NONE)
    return;
  card->value.minor = deal->value_minor;
  g_strlcpy (card->value.currency, deal->currency, sizeof card->value.currency);
  card->weighted = mull_money_share (&card->value, probability);
}

static void
make (MullCardMaker *self,
      const MullDeal *deal,
      const MullStage *stage,
      const Parts *parts,
      MullCard *card,
      MullDay *recheck_on)
{
  MullMoveFacts facts;
  MullMoveVerdict verdict;
  MullNextStep step;
  MullNeedsFacts needs = { 0 };
  MullDay needs_recheck_on = MULL_DAY_NONE;

  mull_move_facts_collect (&facts, deal, parts->entries, parts->touches, parts->commitments,
                           parts->quiets, self->today, self->zone);
  verdict = mull_move_state_decide (&facts, stage->dark_days, &self->thresholds, self->today);
  *recheck_on = MULL_DAY_NONE;
  offer_recheck (recheck_on, verdict.recheck_on, self->today);
  needs.theirs_failed_on = judge_commitments (self, parts->commitments, card, recheck_on);
  mull_next_step_find (&step, parts->touches, parts->commitments, self->today);
  needs.state = verdict.state;
  needs.on = verdict.on;
  needs.flags = verdict.flags;
  needs.our_next_on = step.ours_on;
  needs.ours_due_on = facts.ours_due_on;
  needs.open_holes = (int) parts->n_holes;
  needs.stuck_on = parts->stuck_on;
  card->needs = mull_needs_decide (&needs, &self->thresholds, self->today, &needs_recheck_on);
  offer_recheck (recheck_on, needs_recheck_on, self->today);

  card->state = verdict.state;
  card->state_on = verdict.on;
  card->next_on = step.on;
  card->next_text = g_strdup (step.text);
  card->open_holes = (int) parts->n_holes;
  card->roadblocks = (int) parts->n_roadblocks;
  card->flags = (card->ours_overdue + card->theirs_overdue > 0 ? MULL_CARD_PROMISE_DUE : 0) |
                (step.kind == MULL_NEXT_STEP_NONE ? MULL_CARD_NO_NEXT_STEP : 0) |
                (parts->n_holes > 0 ? MULL_CARD_HOLE : 0) | (deal->starred ? MULL_CARD_FOCUS : 0) |
                (is_unqualified (parts->answers) ? MULL_CARD_UNQUALIFIED : 0) |
                (verdict.flags & MULL_MOVE_NOT_TRIED ? MULL_CARD_NOT_TRIED : 0);
  set_value (card, deal, stage->probability);
}

#define CARD_COLUMNS                                                                               \
  "stage_id, rank, needs, state, state_on, recheck_on, next_on, next_days, next_text, since_at,"   \
  " currency, value_minor, weighted_minor, open_holes, ours_overdue, theirs_overdue, roadblocks,"  \
  " flags"

static gboolean
write_card (MullCardMaker *self,
            const MullDeal *deal,
            const MullCard *card,
            MullDay recheck_on,
            GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      self->db,
      "INSERT INTO deal_card (deal_id, " CARD_COLUMNS ")"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
      "?19)"
      " ON CONFLICT (deal_id) DO UPDATE SET (" CARD_COLUMNS ") ="
      " (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"
      " WHERE (" CARD_COLUMNS ") IS NOT"
      " (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
      error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal->record.id);
  mull_statement_bind_int64 (statement, 2, deal->stage_id);
  mull_statement_bind_int64 (statement, 3, deal->rank);
  mull_statement_bind_int64 (statement, 4, card->needs);
  mull_statement_bind_static_text (statement, 5,
                                   mull_enum_nick (MULL_TYPE_MOVE_STATE, (int) card->state));
  mull_statement_bind_day (statement, 6, card->state_on);
  mull_statement_bind_day (statement, 7, recheck_on);
  mull_statement_bind_day (statement, 8, card->next_on);
  mull_statement_bind_int64 (statement, 9,
                             card->next_on != MULL_DAY_NONE ? card->next_on : NO_NEXT_DAYS);
  mull_statement_bind_static_text (statement, 10, card->next_text);
  mull_statement_bind_int64 (statement, 11, deal->stage_since_at);
  mull_statement_bind_static_text (statement, 12, card->value.currency);
  mull_statement_bind_int64 (statement, 13, card->value.minor);
  mull_statement_bind_int64 (statement, 14, card->weighted.minor);
  mull_statement_bind_int64 (statement, 15, card->open_holes);
  mull_statement_bind_int64 (statement, 16, card->ours_overdue);
  mull_statement_bind_int64 (statement, 17, card->theirs_overdue);
  mull_statement_bind_int64 (statement, 18, card->roadblocks);
  mull_statement_bind_int64 (statement, 19, card->flags);
  return mull_statement_run (statement, error);
}

/**
 * mull_card_maker_write:
 * @deal: an open deal that is not in the trash
 * @parts: what it may have
 * @error: return location
 */
gboolean
mull_card_maker_write (MullCardMaker *self,
                       const MullDeal *deal,
                       MullCardParts parts,
                       GError **error)
{
  g_auto (Parts) loaded = { .stuck_on = MULL_DAY_NONE };
  g_autofree char *next_text = NULL;
  MullCard card = { .state_on = MULL_DAY_NONE };
  const MullStage *stage = get_stage (self, deal->stage_id, error);
  MullDay recheck_on;

  if (stage == NULL || !load_parts (self, deal, parts, &loaded, error))
    return FALSE;
  make (self, deal, stage, &loaded, &card, &recheck_on);
  next_text = card.next_text;
  return write_card (self, deal, &card, recheck_on, error);
}
