/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-sample"

#include "config.h"

#include "mull-sample.h"

#include "mull-commitment-rules.h"
#include "mull-dossier.h"
#include "mull-error.h"
#include "mull-pipeline-ops.h"
#include "mull-record-store.h"
#include "mull-sample-data.h"
#include "mull-text.h"
#include "store-fixture.h"

#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

/* Present days that are easy to get wrong: every weekday, month and year ends, leap days, the days
 * around a change of the clock, early and late hours. */
static const struct
{
  const char *name;
  int year, month, day, hour, minute;
} presents[] = {
  { "wednesday", 2026, 8, 12, 10, 30 },
  { "saturday-at-the-end-of-february", 2026, 2, 28, 11, 0 },
  { "monday-begins-a-month", 2026, 3, 2, 12, 0 },
  { "sunday-the-clock-goes-forward", 2026, 3, 29, 12, 0 },
  { "monday-after-it", 2026, 3, 30, 9, 0 },
  { "sunday-the-clock-goes-back", 2026, 10, 25, 2, 30 },
  { "monday-after-that", 2026, 10, 26, 8, 59 },
  { "leap-day", 2024, 2, 29, 15, 0 },
  { "year-ends", 2025, 12, 31, 18, 0 },
  { "new-year", 2026, 1, 1, 8, 0 },
  { "saturday-of-a-new-year", 2026, 1, 3, 20, 0 },
  { "sunday-ends-a-month", 2026, 5, 31, 23, 59 },
  { "tuesday-late", 2026, 6, 30, 23, 50 },
  { "friday-after-midnight", 2026, 11, 6, 0, 5 },
  { "friday-afternoon", 2026, 9, 4, 16, 0 },
  { "thursday", 2026, 9, 10, 9, 31 },
};

static const MullMoveState expected_states[D_N] = {
  [D_CALDER_HEAT] = MULL_MOVE_MEETING_SET,
  [D_ARKWELL_CONDENSATE] = MULL_MOVE_DARK,
  [D_STANNARD_OVENS] = MULL_MOVE_OURS,
  [D_ROSEBANK_SERVICE] = MULL_MOVE_THEIRS,
  [D_HOLME_DYE] = MULL_MOVE_FADING,
  [D_TOWNLEY_BURNERS] = MULL_MOVE_OURS,
  [D_VIANEN_HEATER] = MULL_MOVE_AWAY,
  [D_BRIGGATE_STEAM] = MULL_MOVE_OURS,
  [D_TILLOTSON_CONTROLS] = MULL_MOVE_MEETING_SET,
  [D_MILLRACE_BOILER] = MULL_MOVE_OURS,
  [D_PENNINE_SERVICE] = MULL_MOVE_WE_OWE,
  [D_KETTLEWELL_ECONOMISER] = MULL_MOVE_DARK,
  [D_FELLSIDE_STEAM] = MULL_MOVE_THEIRS,
  [D_BALLYDUFF_DRYER] = MULL_MOVE_MEETING_SET,
  [D_CORDOVA_SERVICE] = MULL_MOVE_FADING,
  [D_WINTERBURN_WATER] = MULL_MOVE_WE_OWE,
  [D_ORCHARD_PASTEURISER] = MULL_MOVE_QUIET,
  [D_HARROP_TANKS] = MULL_MOVE_OURS,
  [D_GREYSTONE_KILN] = MULL_MOVE_THEIRS,
  [D_BEACON_POOLS] = MULL_MOVE_MEETING_SET,
  [D_DRAKELOW_HEAT] = MULL_MOVE_OURS,
  [D_WHARFE_AIR] = MULL_MOVE_FADING,
  [D_PENNINE_WATER] = MULL_MOVE_THEIRS,
  [D_HELVIA_STEAM] = MULL_MOVE_OURS,
  [D_NORTHGATE_HALLS] = MULL_MOVE_NEVER_HEARD,
  [D_SPINDLE_BOILER] = MULL_MOVE_NEVER_HEARD,
  [D_SALTERS_CONDENSER] = MULL_MOVE_QUIET,
  [D_MILLRACE_WORT] = MULL_MOVE_OURS,
  [D_ROSEBANK_STERILISER] = MULL_MOVE_THEIRS,
  [D_TOWNLEY_EXTRUDER] = MULL_MOVE_OURS,
  [D_BRIGGATE_TRAPS] = MULL_MOVE_QUIET,
  [D_LANGTHWAITE_FRYERS] = MULL_MOVE_OURS,
  [D_AIRE_STANDBY] = MULL_MOVE_NEVER_HEARD,
  [D_STANNARD_SERVICE] = MULL_MOVE_QUIET,
  [D_FELLSIDE_HIRE] = MULL_MOVE_CLOSED,
  [D_GREYSTONE_DRYER] = MULL_MOVE_CLOSED,
  [D_WHARFE_BOILER] = MULL_MOVE_CLOSED,
  [D_BEACON_BATHS] = MULL_MOVE_CLOSED,
  [D_KETTLEWELL_HALL] = MULL_MOVE_CLOSED,
  [D_ORCHARD_BOILER] = MULL_MOVE_CLOSED,
};

typedef struct
{
  char *folder;
  GTimeZone *zone;
  MullClock *clock;
  MullWorkspace *workspace;
  MullDatabase *db;
  gint64 now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (GDateTime) present = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->zone = g_time_zone_new_identifier ("Europe/London");
  g_assert_nonnull (fixture->zone);
  present = g_date_time_new (fixture->zone, presents[i].year, presents[i].month, presents[i].day,
                             presents[i].hour, presents[i].minute, 0.0);
  fixture->now = g_date_time_to_unix (present) * G_USEC_PER_SEC;
  fixture->clock = mull_clock_new_fixed (fixture->now, fixture->zone);
  fixture->workspace = mull_workspace_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->db = mull_workspace_get_database (fixture->workspace);
}

static void
set_up_filled (Fixture *fixture, gconstpointer index)
{
  g_autoptr (GError) error = NULL;

  set_up (fixture, index);
  g_assert_true (mull_sample_fill (fixture->workspace, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer index)
{
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
  g_object_unref (fixture->clock);
  g_time_zone_unref (fixture->zone);
}

static GPtrArray *
list (Fixture *fixture, const MullRecordType *type, const char *clause)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = mull_record_store_list (fixture->db, type, clause, 0, 0, &error);

  g_assert_no_error (error);
  return records;
}

static MullDossier *
load (Fixture *fixture, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  MullDossier *dossier = mull_dossier_load (fixture->workspace, deal_id, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Whatever day it is, every deal is in the state that it is there to show. */
static void
test_states (Fixture *fixture, gconstpointer index)
{
  g_autoptr (GPtrArray) deals = list (fixture, &mull_deal_type, "WHERE id > ?1 ORDER BY id");
  gboolean seen[MULL_MOVE_N_STATES] = { FALSE };

  g_assert_cmpuint (deals->len, ==, D_N);
  for (guint i = 0; i < deals->len; i++)
    {
      MullDeal *deal = deals->pdata[i];
      g_autoptr (MullDossier) dossier = load (fixture, deal->record.id);
      g_autofree char *day = mull_day_to_iso (dossier->today);

      g_test_message ("%s on %s: %s", deal->title, day,
                      mull_move_state_label (dossier->verdict.state));
      g_assert_cmpint (dossier->verdict.state, ==, expected_states[i]);
      seen[dossier->verdict.state] = TRUE;
    }
  for (guint i = 0; i < MULL_MOVE_N_STATES; i++)
    g_assert_true (seen[i]);
}

static void
test_cards (Fixture *fixture, gconstpointer index)
{
  g_autoptr (GError) error = NULL;

  fixture_check_derived (fixture->workspace);
  g_assert_true (mull_database_check (fixture->db, &error));
  g_assert_no_error (error);
  for (int state = MULL_MOVE_QUIET; state < MULL_MOVE_N_STATES; state++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM deal_card WHERE state = '%s'",
                                              mull_enum_nick (MULL_TYPE_MOVE_STATE, state));
      g_assert_cmpint (fixture_query (fixture->db, sql), >, 0);
    }
  /* The show-case comes first in its column, whatever the order. */
  g_assert_cmpint (fixture_query (fixture->db, "SELECT deal_id FROM deal_card WHERE stage_id ="
                                               " (SELECT stage_id FROM deal WHERE id = 1)"
                                               " ORDER BY needs, deal_id LIMIT 1"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT deal_id FROM deal_card WHERE stage_id ="
                                               " (SELECT stage_id FROM deal WHERE id = 1)"
                                               " ORDER BY rank, deal_id LIMIT 1"),
                   ==, 1);
}

/* What a rep wrote stands in the tables in the order in which it happened. */
static void
check_entries (Fixture *fixture, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      mull_record_store_list (fixture->db, &mull_entry_type,
                              "WHERE deal_id = ?1 ORDER BY happened_at, id", deal_id, 0, &error);
  MullEntry *last = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      MullEntry *entry = entries->pdata[i];

      g_assert_cmpint (entry->happened_at, <=, entry->written_at);
      g_assert_cmpint (entry->written_at, <=, fixture->now);
      g_assert_true (
          mull_day_is_working (mull_day_from_instant (entry->happened_at, fixture->zone)));
      if (entry->kind > MULL_ENTRY_NOTE)
        continue;
      if (last != NULL && entry->record.id < last->record.id)
        g_error ("“%s” happened before “%s”", last->text, entry->text);
      last = entry;
    }
}

static void
test_times (Fixture *fixture, gconstpointer index)
{
  g_autoptr (GPtrArray) touches =
      list (fixture, &mull_planned_touch_type, "WHERE id > ?1 ORDER BY id");

  for (gint64 deal_id = 1; deal_id <= D_N; deal_id++)
    check_entries (fixture, deal_id);
  for (guint i = 0; i < touches->len; i++)
    {
      MullPlannedTouch *touch = touches->pdata[i];

      g_assert_true (mull_day_is_working (touch->due_on));
      g_assert_true (!touch->accepted || touch->due_on > mull_clock_get_today (fixture->clock));
    }
}

static void
test_dates_agree (Fixture *fixture, gconstpointer index)
{
  g_autoptr (GPtrArray) commitments =
      list (fixture, &mull_commitment_type, "WHERE id > ?1 ORDER BY id");
  g_autoptr (GPtrArray) holes = list (fixture, &mull_hole_type, "WHERE id > ?1 ORDER BY id");
  MullDay today = mull_clock_get_today (fixture->clock);

  for (guint i = 0; i < commitments->len; i++)
    {
      MullCommitment *commitment = commitments->pdata[i];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", commitment->words);
      g_assert_true (mull_commitment_check (commitment, &error));
      if (mull_commitment_is_open (commitment))
        {
          g_assert_cmpint (commitment->settled_on, ==, MULL_DAY_NONE);
          continue;
        }
      g_assert_cmpint (commitment->settled_on, >=, commitment->made_on);
      g_assert_cmpint (commitment->settled_on, <=, today);
      if (commitment->state == MULL_COMMITMENT_KEPT || commitment->state == MULL_COMMITMENT_OWNED)
        g_assert_cmpint (commitment->settled_on, <=, commitment->due_on);
      if (commitment->state == MULL_COMMITMENT_KEPT_LATE)
        g_assert_cmpint (commitment->settled_on, >, commitment->due_on);
      if (commitment->state == MULL_COMMITMENT_OWNED)
        g_assert_cmpint (commitment->proof_entry_id, !=, 0);
      g_assert_true ((commitment->replaced_by_id != 0) ==
                     (commitment->state == MULL_COMMITMENT_RENEGOTIATED));
    }
  for (guint i = 0; i < holes->len; i++)
    {
      MullHole *hole = holes->pdata[i];
      gboolean settled =
          hole->state == MULL_HOLE_STATE_FILLED || hole->state == MULL_HOLE_STATE_GIVEN_UP;

      g_assert_cmpint (hole->left_at, <=, fixture->now);
      g_assert_true ((hole->settled_at != MULL_INSTANT_NONE) == settled);
      if (settled)
        g_assert_cmpint (hole->settled_at, >, hole->left_at);
    }
}

/* The show-case has something in every place of the deal page and of the brief. */
static void
test_show_case (Fixture *fixture, gconstpointer index)
{
  g_autoptr (MullDossier) dossier = load (fixture, 1);
  MullHole *hole = mull_dossier_get_hole (dossier);
  MullEntry *last = dossier->entries->pdata[dossier->entries->len - 1];
  MullPlannedTouch *meeting = dossier->touches->pdata[0];
  guint n_overdue = 0;

  g_assert_nonnull (dossier->company);
  g_assert_cmpuint (dossier->people->len, >=, 5);
  g_assert_cmpuint (dossier->entries->len, >=, 20);
  for (guint i = 0; i < G_N_ELEMENTS (dossier->answers); i++)
    g_assert_nonnull (dossier->answers[i]);
  g_assert_nonnull (dossier->last_words);
  g_assert_cmpint (dossier->deal->plan_must[0], !=, '\0');
  g_assert_true (meeting->accepted);
  g_assert_cmpint (meeting->kind, ==, MULL_ENTRY_MEETING);
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      MullCommitment *commitment = dossier->commitments->pdata[i];

      n_overdue += commitment->side == MULL_SIDE_US &&
                   mull_commitment_is_overdue (commitment, dossier->today);
    }
  g_assert_cmpuint (n_overdue, ==, 1);
  /* … which is what is to be done next, before they are met again. */
  g_assert_cmpint (dossier->next.kind, ==, MULL_NEXT_STEP_OURS);
  g_assert_true (dossier->next.overdue);

  /* *The* hole was left at the last touch, as it ended. */
  g_assert_nonnull (hole);
  g_assert_cmpint (hole->source, ==, MULL_HOLE_SOURCE_REVIEW);
  g_assert_cmpint (hole->entry_id, ==, last->record.id);
  g_assert_cmpint (hole->left_at, ==, last->happened_at + last->effort_min * MINUTE);
  if (g_str_equal (presents[GPOINTER_TO_UINT (index)].name, "wednesday"))
    g_assert_cmpint (hole->left_at, ==, fixture->now - 60 * MINUTE);
}

/* Everything that can be is there, at least once. */
static void
test_coverage (Fixture *fixture, gconstpointer index)
{
  static const struct
  {
    const char *sql;
    int at_least;
  } wanted[] = {
    { "SELECT count(*) FROM company", 25 },
    { "SELECT count(*) FROM person", 55 },
    { "SELECT count(*) FROM person_address WHERE kind = 'phone'", 55 },
    { "SELECT count(*) FROM person_address WHERE kind = 'mail'", 55 },
    { "SELECT count(*) FROM deal WHERE outcome = 'open'", 34 },
    { "SELECT count(DISTINCT outcome) FROM deal", 7 },
    { "SELECT count(DISTINCT currency) FROM deal", 4 },
    { "SELECT count(DISTINCT stage_id) FROM deal WHERE outcome = 'open'", 4 },
    { "SELECT count(*) FROM deal WHERE starred", 4 },
    { "SELECT count(DISTINCT role) FROM member", 7 },
    { "SELECT count(DISTINCT stance) FROM member", 4 },
    { "SELECT count(DISTINCT decides) FROM member", 3 },
    { "SELECT count(*) FROM entry WHERE kind IN ('call', 'meeting', 'mail', 'message', 'letter')",
      180 },
    { "SELECT count(DISTINCT kind) FROM entry", 10 },
    { "SELECT count(*) FROM entry WHERE private", 3 },
    { "SELECT count(*) FROM entry WHERE auto_reply AND away_until_on IS NOT NULL", 1 },
    { "SELECT count(*) FROM entry_words", 60 },
    { "SELECT count(*) FROM entry_change WHERE field = 'expected-on'", 8 },
    { "SELECT count(DISTINCT state) FROM commitment WHERE side = 'us'", 7 },
    { "SELECT count(DISTINCT state) FROM commitment", 8 },
    { "SELECT count(DISTINCT side) FROM commitment", 3 },
    { "SELECT count(DISTINCT firmness) FROM commitment", 3 },
    { "SELECT count(DISTINCT kind) FROM hole", 5 },
    { "SELECT count(DISTINCT source) FROM hole", 5 },
    { "SELECT count(DISTINCT state) FROM hole", 4 },
    { "SELECT count(DISTINCT answer) FROM qualification", 3 },
    { "SELECT count(DISTINCT question) FROM qualification", 4 },
    { "SELECT count(DISTINCT scope) FROM quiet WHERE state = 'in-force'", 3 },
    { "SELECT count(*) FROM quiet WHERE state = 'in-force' AND times_told >= 2", 2 },
    { "SELECT count(*) FROM quiet WHERE again_of_id IS NOT NULL", 2 },
    { "SELECT count(*) FROM quiet WHERE state = 'in-force' AND until_on IS NULL", 1 },
    { "SELECT count(*) FROM quiet_touch WHERE reason = 'anyway'", 2 },
    { "SELECT count(DISTINCT question) FROM hole WHERE question > 0", 2 },
    { "SELECT count(*) FROM roadblock WHERE outcome = 'open'", 2 },
    { "SELECT count(DISTINCT source) FROM roadblock_answer", 3 },
    { "SELECT count(*) FROM roadblock_help", 2 },
    { "SELECT count(DISTINCT kind) FROM script", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i].sql);
      g_assert_cmpint (fixture_query (fixture->db, wanted[i].sql), >=, wanted[i].at_least);
    }
  /* None without a person to talk to, and every open one with something on its timeline. */
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal WHERE id NOT IN"
                                               " (SELECT deal_id FROM member)"),
                   ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal WHERE id NOT IN"
                                               " (SELECT deal_id FROM entry)"),
                   ==, 0);
}

/* Speakers and partners belong to the buying centre of the deal that quotes them. */
static void
test_people_fit (Fixture *fixture, gconstpointer index)
{
  g_assert_cmpint (
      fixture_query (fixture->db,
                     "SELECT count(*) FROM entry e WHERE person_id IS NOT NULL AND NOT EXISTS"
                     " (SELECT 1 FROM member m WHERE m.deal_id = e.deal_id"
                     " AND m.person_id = e.person_id)"),
      ==, 0);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM commitment c WHERE NOT EXISTS"
                                  " (SELECT 1 FROM member m WHERE m.deal_id = c.deal_id"
                                  " AND m.person_id IN (c.by_person_id, c.to_person_id))"),
                   ==, 0);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM planned_touch t WHERE NOT EXISTS"
                                  " (SELECT 1 FROM member m WHERE m.deal_id = t.deal_id"
                                  " AND m.person_id = t.person_id)"),
                   ==, 0);
  g_assert_cmpint (
      fixture_query (fixture->db,
                     "SELECT count(*) FROM member m JOIN deal d ON d.id = m.deal_id"
                     " JOIN person p ON p.id = m.person_id WHERE p.company_id <> d.company_id"),
      ==, 0);
}

static void
check_texts (Fixture *fixture, const MullRecordType *type)
{
  g_autoptr (GPtrArray) records = list (fixture, type, "WHERE id > ?1 ORDER BY id");

  g_assert_cmpuint (records->len, >, 0);
  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < type->n_fields; j++)
      {
        const MullField *field = &type->fields[j];
        const char *text;
        g_autofree char *clean = NULL;
        g_autoptr (GError) error = NULL;

        if (field->kind != MULL_FIELD_TEXT)
          continue;
        text = G_STRUCT_MEMBER (char *, records->pdata[i], field->offset);
        clean = mull_text_clean_body (text, field->column, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (clean, ==, text);
        if (type != &mull_entry_type)
          g_assert_cmpint (g_utf8_strlen (text, -1), <=, MULL_TEXT_LINE_MAX);
      }
}

static void
test_texts (Fixture *fixture, gconstpointer index)
{
  static const char *const never_empty[] = {
    "SELECT count(*) FROM company WHERE '' IN (name, domain, phone, address, sector)",
    "SELECT count(*) FROM person WHERE name = '' OR name_key = '' OR title = ''",
    "SELECT count(*) FROM deal WHERE title = '' OR currency = ''",
    "SELECT count(*) FROM deal WHERE outcome <> 'open' AND outcome_reason = ''",
    "SELECT count(*) FROM entry WHERE text = '' AND change_line = ''",
    "SELECT count(*) FROM entry_words WHERE words = ''",
    "SELECT count(*) FROM commitment WHERE words = ''",
    "SELECT count(*) FROM hole WHERE text = ''",
    "SELECT count(*) FROM hole WHERE state = 'filled' AND answer = ''",
    "SELECT count(*) FROM planned_touch WHERE text = ''",
    "SELECT count(*) FROM quiet WHERE words = ''",
    "SELECT count(*) FROM roadblock WHERE symptom = '' OR underlying = ''",
    "SELECT count(*) FROM roadblock_answer WHERE question = '' OR answer = ''",
    "SELECT count(*) FROM stage WHERE name = '' OR asks = '' OR questions = ''",
  };

  for (guint i = 0; i < G_N_ELEMENTS (never_empty); i++)
    {
      g_test_message ("%s", never_empty[i]);
      g_assert_cmpint (fixture_query (fixture->db, never_empty[i]), ==, 0);
    }
  check_texts (fixture, &mull_company_type);
  check_texts (fixture, &mull_person_type);
  check_texts (fixture, &mull_deal_type);
  check_texts (fixture, &mull_entry_type);
  check_texts (fixture, &mull_commitment_type);
  check_texts (fixture, &mull_hole_type);
  check_texts (fixture, &mull_quiet_type);
}

/* Numbers and addresses that reach nobody. */
static void
test_addresses_are_reserved (Fixture *fixture, gconstpointer index)
{
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM person_address WHERE kind = 'phone'"
                                  " AND value NOT LIKE '+44 1632 960___'"
                                  " AND value NOT LIKE '+44 7700 900___'"),
                   ==, 0);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM person_address WHERE kind = 'mail'"
                                  " AND value NOT LIKE '%_@%_.example.com'"
                                  " AND value NOT LIKE '%_@%_.example.org'"),
                   ==, 0);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) - count(DISTINCT value_key)"
                                               " FROM person_address"),
                   ==, 0);
}

static void
test_undo (Fixture *fixture, gconstpointer index)
{
  g_autofree char *empty = fixture_digest (fixture->db);
  g_autofree char *filled = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_sample_fill (fixture->workspace, &error));
  g_assert_no_error (error);
  filled = fixture_digest (fixture->db);
  label = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "Add the sample pipeline");

  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  g_assert_true (mull_workspace_is_empty (fixture->workspace));
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_null (mull_workspace_dup_undo_label (fixture->workspace));

  g_assert_true (mull_workspace_redo (fixture->workspace, &error));
  g_assert_no_error (error);
  redone = fixture_digest (fixture->db);
  g_assert_cmpstr (redone, ==, filled);
  fixture_check_derived (fixture->workspace);
}

static void
test_refused (Fixture *fixture, gconstpointer index)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_sample_fill (fixture->workspace, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_true (g_str_has_suffix (error->message, "."));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
}

/* A start screen may have made a pipeline already; there is still one board, with four stages. */
static void
test_empty_pipeline_gives_way (Fixture *fixture, gconstpointer index)
{
  g_autoptr (GError) error = NULL;
  gint64 pipeline_id;

  g_assert_true (mull_pipeline_ops_ensure (fixture->workspace, &pipeline_id, &error));
  g_assert_true (mull_sample_fill (fixture->workspace, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM pipeline"), ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM stage"), ==, 4);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT id FROM pipeline"), ==, pipeline_id);
}

static void
add_for_each_present (const char *name, void (*test) (Fixture *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (presents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sample/%s/%s", name, presents[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up_filled, test, tear_down);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_for_each_present ("states", test_states);
  add_for_each_present ("cards", test_cards);
  add_for_each_present ("times", test_times);
  add_for_each_present ("dates-agree", test_dates_agree);
  add_for_each_present ("show-case", test_show_case);
  g_test_add ("/sample/coverage", Fixture, NULL, set_up_filled, test_coverage, tear_down);
  g_test_add ("/sample/people-fit", Fixture, NULL, set_up_filled, test_people_fit, tear_down);
  g_test_add ("/sample/texts", Fixture, NULL, set_up_filled, test_texts, tear_down);
  g_test_add ("/sample/addresses-are-reserved", Fixture, NULL, set_up_filled,
              test_addresses_are_reserved, tear_down);
  g_test_add ("/sample/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/sample/refused", Fixture, NULL, set_up_filled, test_refused, tear_down);
  g_test_add ("/sample/empty-pipeline-gives-way", Fixture, NULL, set_up,
              test_empty_pipeline_gives_way, tear_down);

  return g_test_run ();
}
