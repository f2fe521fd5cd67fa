/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-today-list-random"

/* The list of today against a reckoning that reads everything there is and knows no index. */

#include "config.h"

#include "mull-commitment.h"
#include "mull-entry.h"
#include "mull-needs.h"
#include "mull-record-store.h"
#include "mull-setting-store.h"
#include "mull-today-list.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)
/* Known to be at risk, a promise is told so early. */
#define RISK_DAYS 30

typedef struct
{
  OpsFixture *fixture;
  MullDay today;
  gint64 now;
} Maker;

/* ── A pipeline by chance ─────────────────────────────────────────────── */

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static MullDay
some_day (Maker *self, int from, int to)
{
  return self->today + g_test_rand_int_range (from, to + 1);
}

static void
insert (Maker *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  mull_record_store_insert (self->fixture->db, record, &error);
  g_assert_no_error (error);
}

static void
add_commitments (Maker *self, gint64 deal_id)
{
  for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
    {
      g_autoptr (MullCommitment) commitment = mull_commitment_new ();

      mull_take_text (&commitment->uuid, g_uuid_string_random ());
      commitment->deal_id = deal_id;
      commitment->side = (MullSide) g_test_rand_int_range (0, 3);
      mull_set_text (&commitment->words, "The figures");
      commitment->made_on = some_day (self, -30, -1);
      commitment->due_on = some_day (self, -10, 40);
      commitment->state = (MullCommitmentState) g_test_rand_int_range (0, 3);
      if (commitment->state == MULL_COMMITMENT_KEPT)
        commitment->settled_on = self->today;
      commitment->created_at = self->now;
      insert (self, commitment);
    }
}

static void
add_touches (Maker *self, gint64 deal_id)
{
  for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
    {
      g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();

      mull_take_text (&touch->uuid, g_uuid_string_random ());
      touch->deal_id = deal_id;
      touch->kind = chance (40) ? MULL_ENTRY_MEETING : MULL_ENTRY_CALL;
      touch->accepted = touch->kind == MULL_ENTRY_MEETING && chance (70);
      touch->due_on = some_day (self, -6, 8);
      touch->due_minute = chance (50) ? g_test_rand_int_range (0, 1440) : MULL_NUMBER_NONE;
      touch->state = chance (80) ? MULL_TOUCH_OPEN : MULL_TOUCH_DONE;
      touch->created_at = self->now - DAY;
      insert (self, touch);
    }
}

static void
add_hole (Maker *self, gint64 deal_id)
{
  g_autoptr (MullHole) hole = mull_hole_new ();

  mull_take_text (&hole->uuid, g_uuid_string_random ());
  hole->deal_id = deal_id;
  mull_set_text (&hole->text, "Who signs?");
  hole->state = (MullHoleState) g_test_rand_int_range (0, 4);
  hole->left_at = hole->created_at = self->now - g_test_rand_int_range (-2, 120) * HOUR;
  insert (self, hole);
}

static void
add_quiet (Maker *self, gint64 deal_id)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();

  mull_take_text (&quiet->uuid, g_uuid_string_random ());
  if (chance (80))
    quiet->deal_id = deal_id;
  else
    {
      quiet->scope = MULL_QUIET_SCOPE_PERSON;
      quiet->person_id = self->fixture->person_id;
    }
  mull_set_text (&quiet->words, "Not now");
  quiet->asked_on = some_day (self, -60, -20);
  quiet->until_on = chance (90) ? some_day (self, -15, 30) : MULL_DAY_NONE;
  quiet->state = chance (80) ? MULL_QUIET_IN_FORCE : MULL_QUIET_LIFTED;
  quiet->facts_ready = quiet->outcome_ready = chance (60);
  quiet->person_ready = chance (60);
  quiet->created_at = self->now - 20 * DAY;
  insert (self, quiet);
}

static void
add_question (Maker *self, gint64 deal_id)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();

  mull_take_text (&question->uuid, g_uuid_string_random ());
  question->deal_id = deal_id;
  if (chance (80))
    question->asked_on = some_day (self, -20, 0);
  if (chance (70))
    question->answer_by_on = some_day (self, -10, 10);
  question->outcome = chance (70) ? MULL_HARD_OUTCOME_NONE : MULL_HARD_OUTCOME_SILENCE;
  question->created_at = self->now - 20 * DAY;
  insert (self, question);
}

static void
add_entries (Maker *self, gint64 deal_id)
{
  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    {
      g_autoptr (MullEntry) entry = mull_entry_new ();

      mull_take_text (&entry->uuid, g_uuid_string_random ());
      entry->deal_id = deal_id;
      entry->kind = MULL_ENTRY_CALL;
      entry->direction = (MullDirection) g_test_rand_int_range (0, 4);
      entry->reached = entry->direction != MULL_DIRECTION_OUT && chance (60);
      entry->happened_at = entry->written_at = self->now - g_test_rand_int_range (0, 60) * DAY;
      if (chance (10))
        entry->trashed_at = self->now;
      insert (self, entry);
    }
}

static void
add_deal (Maker *self)
{
  g_autoptr (MullDeal) deal = fixture_insert_deal (
      self->fixture->db, self->fixture->stages[g_test_rand_int_range (0, 4)], "A deal");
  g_autoptr (GError) error = NULL;
  gint64 id = deal->record.id;

  if (chance (15))
    {
      if (chance (50))
        {
          deal->outcome = MULL_OUTCOME_SAID_NO;
          deal->closed_at = self->now;
        }
      else
        deal->trashed_at = self->now;
      mull_record_store_update (self->fixture->db, deal, &error);
      g_assert_no_error (error);
    }
  add_entries (self, id);
  if (chance (40))
    add_commitments (self, id);
  if (chance (40))
    add_touches (self, id);
  if (chance (20))
    add_hole (self, id);
  if (chance (15))
    add_quiet (self, id);
  if (chance (20))
    add_question (self, id);
}

static void
make_pipeline (OpsFixture *fixture, guint n_deals)
{
  Maker maker = { fixture, mull_workspace_get_today (fixture->workspace),
                  mull_workspace_get_now (fixture->workspace) };
  g_autoptr (GError) error = NULL;

  mull_workspace_begin_bulk (fixture->workspace, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_deals; i++)
    add_deal (&maker);
  mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "Deals", &error);
  g_assert_no_error (error);
}

/* ── The reckoning ────────────────────────────────────────────────────── */

typedef struct
{
  gint64 deal_id;
  gboolean held; /* quiet, or away */
  MullDay on;
  gint64 needs;
} Card;

typedef struct
{
  MullDatabase *db;
  GTimeZone *zone;
  gint64 now;
  MullDay today;
  MullThresholds thresholds;
  GHashTable *cards; /* deal id → Card */
  GPtrArray *questions;
  GPtrArray *items;
} Reckoning;

static void
read_cards (Reckoning *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      self->db,
      "SELECT deal_id, state IN ('quiet', 'away'), coalesce (state_on, '0001-01-01'), needs"
      " FROM deal_card",
      &error);

  g_assert_no_error (error);
  while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
    {
      Card *card = g_new0 (Card, 1);

      card->deal_id = mull_statement_get_int64 (statement, 0);
      card->held = mull_statement_get_int64 (statement, 1) != 0;
      card->on = mull_statement_get_day (statement, 2);
      card->needs = mull_statement_get_int64 (statement, 3);
      g_hash_table_insert (self->cards, &card->deal_id, card);
    }
  g_assert_no_error (error);
}

static GPtrArray *
read_all (MullDatabase *db, const MullRecordType *type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_record_store_select_all (db, type, &error);
  GPtrArray *records = g_ptr_array_new_with_free_func (mull_record_unref);

  g_assert_no_error (error);
  while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
    g_ptr_array_add (records, mull_record_store_read (type, statement));
  g_assert_no_error (error);
  return records;
}

/* The last one that was asked. */
static const MullHardQuestion *
find_question (Reckoning *self, gint64 deal_id)
{
  MullHardQuestion *last = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      MullHardQuestion *question = self->questions->pdata[i];

      if (question->deal_id == deal_id && question->asked_on != MULL_DAY_NONE &&
          (last == NULL || question->asked_on >= last->asked_on))
        last = question;
    }
  return last;
}

static gboolean
was_touched (Reckoning *self, GPtrArray *entries, const MullCommitment *commitment)
{
  gint64 since = mull_day_start_instant (commitment->made_on + 1, self->zone);

  for (guint i = 0; i < entries->len; i++)
    {
      const MullEntry *entry = entries->pdata[i];

      if (entry->deal_id == commitment->deal_id && entry->happened_at >= since &&
          entry->trashed_at == MULL_INSTANT_NONE &&
          (entry->direction == MULL_DIRECTION_OUT || entry->direction == MULL_DIRECTION_BOTH))
        return TRUE;
    }
  return FALSE;
}

static void
take (Reckoning *self, MullTodayItem *item)
{
  if (item != NULL)
    g_ptr_array_add (self->items, item);
}

static void
reckon_promises (Reckoning *self)
{
  g_autoptr (GPtrArray) commitments = read_all (self->db, &mull_commitment_type);
  g_autoptr (GPtrArray) entries = read_all (self->db, &mull_entry_type);

  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = commitments->pdata[i];
      const Card *card = g_hash_table_lookup (self->cards, &commitment->deal_id);
      const MullHardQuestion *question = find_question (self, commitment->deal_id);
      MullDay horizon = commitment->state == MULL_COMMITMENT_AT_RISK
                            ? self->today + RISK_DAYS
                            : mull_today_horizon (self->today, &self->thresholds);

      if (card == NULL)
        continue;
      if (commitment->side != MULL_SIDE_THEM && commitment->due_on <= horizon)
        take (self, mull_today_judge_ours (commitment, was_touched (self, entries, commitment),
                                           &self->thresholds, self->today));
      if (commitment->side == MULL_SIDE_THEM && !card->held)
        take (self, mull_today_judge_theirs (commitment, question, &self->thresholds, self->today));
    }
}

static void
reckon_plans (Reckoning *self)
{
  g_autoptr (GPtrArray) touches = read_all (self->db, &mull_planned_touch_type);
  g_autoptr (GPtrArray) holes = read_all (self->db, &mull_hole_type);
  g_autoptr (GPtrArray) quiets = read_all (self->db, &mull_quiet_type);

  for (guint i = 0; i < touches->len; i++)
    {
      const MullPlannedTouch *touch = touches->pdata[i];
      const Card *card = g_hash_table_lookup (self->cards, &touch->deal_id);

      if (card != NULL &&
          (!card->held || (touch->kind == MULL_ENTRY_MEETING && touch->due_on >= self->today)))
        take (self, mull_today_judge_touch (touch, self->today));
    }
  for (guint i = 0; i < holes->len; i++)
    {
      const MullHole *hole = holes->pdata[i];
      const Card *card = g_hash_table_lookup (self->cards, &hole->deal_id);

      if (card != NULL && !card->held)
        take (self, mull_today_judge_hole (hole, &self->thresholds, self->now, self->zone));
    }
  for (guint i = 0; i < quiets->len; i++)
    {
      const MullQuiet *quiet = quiets->pdata[i];

      if (quiet->deal_id == 0 || g_hash_table_contains (self->cards, &quiet->deal_id))
        take (self, mull_today_judge_quiet (quiet, &self->thresholds, self->today));
    }
}

/* Only where @list says nothing else of a deal. */
static void
reckon_silence (Reckoning *self, const MullTodayList *list)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_ranges;
  const MullNeedsRange *ranges = mull_needs_list_silent (&n_ranges);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < list->rows->len; i++)
    {
      MullTodayItem *item = ((MullTodayRow *) list->rows->pdata[i])->item;

      if (item->group != MULL_TODAY_GONE_QUIET)
        g_hash_table_add (told, &item->deal_id);
    }
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Card *card = value;
      const MullHardQuestion *question = find_question (self, card->deal_id);

      for (guint i = 0; i < n_ranges; i++)
        if (card->needs >= ranges[i].from && card->needs < ranges[i].to &&
            !g_hash_table_contains (told, &card->deal_id))
          take (self, mull_today_judge_silence (card->deal_id, ranges[i].state, card->on, question,
                                                self->today));
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const MullTodayItem *const *one = a, *const *other = b;

  return mull_today_item_compare (*one, *other);
}

/* Everything there is to do, in order. */
static GPtrArray *
reckon (OpsFixture *fixture, const MullTodayList *list)
{
  g_autoptr (GHashTable) cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GPtrArray) questions = read_all (fixture->db, &mull_hard_question_type);
  g_autoptr (GError) error = NULL;
  Reckoning self = {
    .db = fixture->db,
    .zone = mull_clock_get_zone (fixture->clock),
    .now = mull_workspace_get_now (fixture->workspace),
    .today = mull_workspace_get_today (fixture->workspace),
    .cards = cards,
    .questions = questions,
    .items = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_today_item_unref),
  };

  mull_setting_store_load_thresholds (self.db, &self.thresholds, &error);
  g_assert_no_error (error);
  read_cards (&self);
  reckon_promises (&self);
  reckon_plans (&self);
  reckon_silence (&self, list);
  g_ptr_array_sort (self.items, compare_items);
  return self.items;
}

/* ── Both ─────────────────────────────────────────────────────────────── */

static gboolean
is_same (const MullTodayItem *a, const MullTodayItem *b)
{
  return a->group == b->group && a->source == b->source && a->id == b->id && a->verb == b->verb &&
         g_str_equal (a->reason, b->reason);
}

/* In a group with room every item; in a full one as many as it takes, all of them right. */
static void
assert_group (const MullTodayList *list, GPtrArray *items, MullTodayGroup group)
{
  guint n_items = 0, n_rows = 0, at = 0;

  for (guint i = 0; i < items->len; i++)
    n_items += ((MullTodayItem *) items->pdata[i])->group == group;
  g_assert_cmpint (list->more[group], ==, n_items > MULL_TODAY_GROUP_LIMIT);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const MullTodayItem *item = ((MullTodayRow *) list->rows->pdata[i])->item;

      if (item->group != group)
        continue;
      n_rows++;
      while (at < items->len && !is_same (items->pdata[at], item))
        at++;
      g_assert_cmpuint (at++, <, items->len);
    }
  g_assert_cmpuint (n_rows, ==, MIN (n_items, MULL_TODAY_GROUP_LIMIT));
}

static void
assert_list (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullTodayList) list = NULL;
  g_autoptr (MullTodayList) counted = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *n = NULL;
  g_autofree char *n_counted = NULL;
  guint n_done;

  mull_workspace_recheck (fixture->workspace, 10000, &n_done, &error);
  g_assert_no_error (error);
  list = mull_today_list_load (fixture->workspace, &error);
  g_assert_no_error (error);
  counted = mull_today_list_load_items (fixture->workspace, &error);
  g_assert_no_error (error);
  items = reckon (fixture, list);
  for (guint i = 0; i < MULL_TODAY_N_GROUPS; i++)
    assert_group (list, items, (MullTodayGroup) i);
  g_assert_cmpuint (counted->rows->len, ==, list->rows->len);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const MullTodayRow *row = list->rows->pdata[i], *bare = counted->rows->pdata[i];

      g_assert_true (is_same (row->item, bare->item));
      g_assert_nonnull (row->deal);
      g_assert_null (bare->deal);
    }
  n = mull_today_list_format_count (list);
  n_counted = mull_today_list_format_count (counted);
  g_assert_cmpstr (n, ==, n_counted);
}

/* Nothing is full, and every row is there in its place, on every one of the next days. */
static void
test_small (OpsFixture *fixture, gconstpointer data)
{
  make_pipeline (fixture, 60);
  for (int i = 0; i < 8; i++)
    {
      mull_clock_advance_days (fixture->clock, i);
      assert_list (fixture);
    }
}

/* Groups run over, and everything that is shown is right. */
static void
test_full (OpsFixture *fixture, gconstpointer data)
{
  make_pipeline (fixture, 600);
  assert_list (fixture);
  mull_clock_advance_days (fixture->clock, 3);
  assert_list (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *path = g_strdup_printf ("/today/random/small/%d", i);

      OPS_ADD (path, test_small);
    }
  OPS_ADD ("/today/random/full", test_full);
  return g_test_run ();
}
