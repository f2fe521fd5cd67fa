/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "make-data"

/* make-data db DEALS ENTRIES FOLDER     a data folder with invented deals
 * make-data csv DEALS FILE              the like of them as a file to import
 *
 * The same every time. */

#include "config.h"

#include "bench.h"
#include "vocabulary.h"

#include "mull-commitment.h"
#include "mull-company.h"
#include "mull-deal.h"
#include "mull-entry.h"
#include "mull-hole.h"
#include "mull-member.h"
#include "mull-person.h"
#include "mull-pipeline-ops.h"
#include "mull-planned-touch.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-workspace.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
#define N_STAGES 6
#define DAYS_BACK 700

typedef struct
{
  Vocabulary *words;
  MullDatabase *db;
  gint64 now;
  MullDay today;
  guint n_deals, n_entries, n_companies, n_people;
  gint64 stages[N_STAGES];
  gint64 ranks[N_STAGES];
} Maker;

/* How many in a hundred are in each stage: most have just begun. */
static const guint shares[N_STAGES] = { 40, 20, 15, 10, 8, 7 };

static guint
draw_stage (Vocabulary *words)
{
  guint at = vocabulary_below (words, 100), stage = 0;

  while (at >= shares[stage])
    at -= shares[stage++];
  return stage;
}

static void
insert (Maker *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  if (!mull_record_store_insert (self->db, record, &error))
    bench_check (error);
}

/* ── The data folder ──────────────────────────────────────────────────── */

static void
make_company (Maker *self)
{
  g_autoptr (MullCompany) company = mull_company_new ();

  mull_take_text (&company->uuid, vocabulary_uuid (self->words));
  mull_take_text (&company->name, vocabulary_text (self->words, 1, 3));
  mull_take_text (&company->name_key, mull_text_fold (company->name));
  company->created_at = self->now - DAYS_BACK * DAY;
  insert (self, company);
}

static void
make_person (Maker *self)
{
  g_autoptr (MullPerson) person = mull_person_new ();

  mull_take_text (&person->uuid, vocabulary_uuid (self->words));
  mull_take_text (&person->name, vocabulary_text (self->words, 2, 2));
  mull_take_text (&person->name_key, mull_text_fold (person->name));
  person->company_id = 1 + vocabulary_below (self->words, self->n_companies);
  person->created_at = self->now - DAYS_BACK * DAY;
  insert (self, person);
}

static void
make_member (Maker *self, gint64 deal_id, guint index)
{
  g_autoptr (MullMember) member = mull_member_new ();

  member->deal_id = deal_id;
  member->person_id = 1 + vocabulary_below (self->words, self->n_people);
  member->role = vocabulary_chance (self->words, 40) ? MULL_ROLE_DECISION_MAKER : MULL_ROLE_UNKNOWN;
  member->rank = mull_rank_spread (index);
  insert (self, member);
}

static void
make_touch (Maker *self, gint64 deal_id)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();

  mull_take_text (&touch->uuid, vocabulary_uuid (self->words));
  touch->deal_id = deal_id;
  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = self->today - 3 + (MullDay) vocabulary_below (self->words, 20);
  touch->due_minute = MULL_NUMBER_NONE;
  mull_take_text (&touch->text, vocabulary_text (self->words, 2, 5));
  touch->state = MULL_TOUCH_OPEN;
  touch->created_at = self->now - DAY;
  insert (self, touch);
}

static void
make_commitment (Maker *self, gint64 deal_id)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();

  mull_take_text (&commitment->uuid, vocabulary_uuid (self->words));
  commitment->deal_id = deal_id;
  commitment->side = vocabulary_chance (self->words, 50) ? MULL_SIDE_US : MULL_SIDE_THEM;
  mull_take_text (&commitment->words, vocabulary_text (self->words, 3, 8));
  commitment->made_on = self->today - 10;
  commitment->due_on = self->today - 5 + (MullDay) vocabulary_below (self->words, 20);
  commitment->created_at = self->now - 10 * DAY;
  insert (self, commitment);
}

static void
make_hole (Maker *self, gint64 deal_id)
{
  g_autoptr (MullHole) hole = mull_hole_new ();

  mull_take_text (&hole->uuid, vocabulary_uuid (self->words));
  hole->deal_id = deal_id;
  hole->kind = MULL_HOLE_QUESTION;
  mull_take_text (&hole->text, vocabulary_text (self->words, 3, 8));
  hole->left_at = hole->created_at = self->now - (1 + vocabulary_below (self->words, 9)) * DAY;
  insert (self, hole);
}

static void
make_deal (Maker *self, guint index)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();
  guint stage = draw_stage (self->words);
  gboolean is_long = index + 1 == BENCH_LONG_DEAL;

  mull_take_text (&deal->uuid, vocabulary_uuid (self->words));
  mull_take_text (&deal->title, vocabulary_text (self->words, 2, 5));
  deal->company_id = 1 + vocabulary_below (self->words, self->n_companies);
  deal->stage_id = self->stages[stage];
  deal->rank = self->ranks[stage] += MULL_RANK_STEP;
  deal->value_minor = 100 * (500 + (gint64) vocabulary_below (self->words, 200000));
  g_strlcpy (deal->currency, "EUR", sizeof deal->currency);
  if (vocabulary_chance (self->words, 40))
    deal->expected_on = self->today + (MullDay) vocabulary_below (self->words, 180);
  if (vocabulary_chance (self->words, 10) && !is_long)
    {
      deal->outcome = vocabulary_chance (self->words, 40) ? MULL_OUTCOME_WON : MULL_OUTCOME_SAID_NO;
      deal->closed_at = self->now - (1 + vocabulary_below (self->words, 90)) * DAY;
    }
  deal->starred = vocabulary_chance (self->words, 2);
  deal->created_at = self->now - (1 + vocabulary_below (self->words, DAYS_BACK)) * DAY;
  deal->stage_since_at = self->now - (1 + vocabulary_below (self->words, 60)) * DAY;
  insert (self, deal);

  for (guint i = 0, n = 1 + vocabulary_below (self->words, 2); i < n; i++)
    make_member (self, deal->record.id, i);
  if (deal->outcome != MULL_OUTCOME_OPEN)
    return;
  if (vocabulary_chance (self->words, 40))
    make_touch (self, deal->record.id);
  if (vocabulary_chance (self->words, 15))
    make_commitment (self, deal->record.id);
  if (vocabulary_chance (self->words, 5))
    make_hole (self, deal->record.id);
}

static const MullEntryKind kinds[] = { MULL_ENTRY_CALL, MULL_ENTRY_CALL, MULL_ENTRY_MAIL,
                                       MULL_ENTRY_MAIL, MULL_ENTRY_NOTE, MULL_ENTRY_MEETING };

static void
make_entry (Maker *self, gint64 deal_id, gint64 at)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();

  mull_take_text (&entry->uuid, vocabulary_uuid (self->words));
  entry->deal_id = deal_id;
  entry->kind = kinds[vocabulary_below (self->words, G_N_ELEMENTS (kinds))];
  if (entry->kind != MULL_ENTRY_NOTE)
    {
      entry->direction =
          vocabulary_chance (self->words, 60) ? MULL_DIRECTION_OUT : MULL_DIRECTION_IN;
      entry->reached = vocabulary_chance (self->words, 70);
      entry->effort_min = 5 + (int) vocabulary_below (self->words, 40);
    }
  entry->happened_at = entry->written_at = at;
  mull_take_text (&entry->text, vocabulary_text (self->words, 6, 24));
  insert (self, entry);
}

/* The deal that the entry with a number belongs to: the long one and the usual ones get theirs at
 * even distances, the others by chance. */
static gint64
draw_deal (Maker *self, guint index)
{
  const guint n_long = BENCH_LONG_ENTRIES, n_usual = BENCH_N_USUAL * BENCH_USUAL_ENTRIES;
  guint every = MAX (1, self->n_entries / (n_long + n_usual));
  guint turn = index / every;

  if (index % every != 0 || turn >= n_long + n_usual)
    return 1 + vocabulary_below (self->words, self->n_deals);
  if (turn % 2 == 0 && turn / 2 < n_long)
    return BENCH_LONG_DEAL;
  return BENCH_USUAL_DEAL + turn % BENCH_N_USUAL;
}

/* In the order of time, as they would have been written down. */
static void
make_entries (Maker *self)
{
  gint64 from = self->now - DAYS_BACK * DAY, span = DAYS_BACK * DAY;

  for (guint i = 0; i < self->n_entries; i++)
    make_entry (self, draw_deal (self, i), from + (gint64) ((double) span * i / self->n_entries));
}

static void
prepare_stages (Maker *self, MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  gint64 pipeline_id;

  if (!mull_pipeline_ops_ensure (workspace, &pipeline_id, &error) ||
      !mull_stage_ops_add (workspace, pipeline_id, "Agree", 0, NULL, &error) ||
      !mull_stage_ops_add (workspace, pipeline_id, "Sign", 0, NULL, &error) ||
      (stages = mull_stage_list (workspace, pipeline_id, &error)) == NULL)
    bench_check (error);
  g_assert (stages->len == N_STAGES);
  for (guint i = 0; i < N_STAGES; i++)
    self->stages[i] = ((MullStage *) stages->pdata[i])->record.id;
}

static void
make_database (guint n_deals, guint n_entries, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (MullWorkspace) workspace = mull_workspace_open (folder, clock, &error);
  g_autoptr (Vocabulary) words = vocabulary_new (2);
  double start = bench_now_ms ();
  Maker self = {
    .words = words,
    .n_deals = n_deals,
    .n_entries = n_entries,
    .n_companies = n_deals / 4 + 1,
    .n_people = n_deals / 2 + 1,
  };

  bench_check (error);
  self.db = mull_workspace_get_database (workspace);
  self.now = mull_workspace_get_now (workspace);
  self.today = mull_workspace_get_today (workspace);
  prepare_stages (&self, workspace);
  if (!mull_workspace_begin_bulk (workspace, &error))
    bench_check (error);
  for (guint i = 0; i < self.n_companies; i++)
    make_company (&self);
  for (guint i = 0; i < self.n_people; i++)
    make_person (&self);
  for (guint i = 0; i < n_deals; i++)
    make_deal (&self, i);
  make_entries (&self);
  if (!mull_workspace_commit_bulk (workspace, MULL_OP_IMPORT, "Data", &error) ||
      !mull_workspace_close (workspace, &error))
    bench_check (error);
  bench_print ("made_ms", bench_now_ms () - start);
}

/* ── A file to import ─────────────────────────────────────────────────── */

static const char *const stage_names[N_STAGES] = { "Qualify", "Discover", "Propose",
                                                   "Decide",  "Agree",    "Sign" };

static void
make_file (guint n_deals, const char *path)
{
  g_autoptr (Vocabulary) words = vocabulary_new (3);
  FILE *file = fopen (path, "w");

  if (file == NULL)
    {
      perror (path);
      exit (EXIT_FAILURE);
    }
  fputs ("Title,Company,Person,Value,Currency,Stage,Expected close date\n", file);
  for (guint i = 0; i < n_deals; i++)
    {
      g_autofree char *title = vocabulary_text (words, 2, 5);
      g_autofree char *company = vocabulary_text (words, 1, 3);
      g_autofree char *person = vocabulary_text (words, 2, 2);

      fprintf (file, "%s,%s,%s,%u.%02u,EUR,%s,2026-%02u-%02u\n", title, company, person,
               500 + vocabulary_below (words, 200000), vocabulary_below (words, 100),
               stage_names[draw_stage (words)], 4 + vocabulary_below (words, 9),
               1 + vocabulary_below (words, 28));
    }
  if (ferror (file) != 0 || fclose (file) != 0)
    {
      perror (path);
      exit (EXIT_FAILURE);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  if (argc == 5 && g_str_equal (argv[1], "db"))
    make_database ((guint) atoi (argv[2]), (guint) atoi (argv[3]), argv[4]);
  else if (argc == 4 && g_str_equal (argv[1], "csv"))
    make_file ((guint) atoi (argv[2]), argv[3]);
  else
    {
      fprintf (stderr, "usage: make-data db DEALS ENTRIES FOLDER | make-data csv DEALS FILE\n");
      return 2;
    }
  return EXIT_SUCCESS;
}
