/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, asked for or told of, hour by hour over the turns of the calendar and the clock. */
#define G_LOG_DOMAIN "test-over-time"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-commitment-rules.h"
#include "mull-deal-ops.h"
#include "mull-dossier.h"
#include "mull-quiet-ops.h"
#include "mull-reminders.h"
#include "mull-timeline-ops.h"
#include "mull-today-list.h"
#include "store-fixture.h"

/* Of the plans below, from the first day on. */
#define CALL_AFTER 1
#define WAKES_AFTER 2
#define DUE_AFTER 3
#define DAYS 6

typedef struct
{
  const char *name;
  const char *zone;
  int year;
  int month;
  int day;
} Turn;

static const Turn turns[] = {
  { "plain", "Europe/Berlin", 2026, 5, 12 },       { "month", "Europe/Berlin", 2026, 4, 28 },
  { "leap", "Europe/Berlin", 2028, 2, 27 },        { "year", "Europe/Berlin", 2025, 12, 29 },
  { "summer-time", "Europe/Berlin", 2026, 3, 27 }, { "winter-time", "Europe/Berlin", 2026, 10, 23 },
  { "west", "America/Los_Angeles", 2026, 10, 30 }, { "half-hours", "Asia/Kolkata", 2026, 6, 28 },
};

typedef struct
{
  char *folder;
  MullClock *clock;
  MullWorkspace *workspace;
  gint64 called_id;
  gint64 quiet_id;
  gint64 promised_id;
  MullDay first;
} World;

static gint64
add_deal (World *world, const char *title)
{
  const MullNewDeal spec = { title, "Hartwell Mills", NULL, 0, { 100000, "EUR" }, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_deal_ops_add (world->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* A call at nine, a quiet, and a promise, each with its deal. */
static void
plan (World *world)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;

  world->first = mull_workspace_get_today (world->workspace);
  touch->deal_id = world->called_id = add_deal (world, "Called");
  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = world->first + CALL_AFTER;
  touch->due_minute = 9 * 60;
  mull_touch_ops_plan (world->workspace, touch, NULL, &error);
  g_assert_no_error (error);
  quiet->deal_id = world->quiet_id = add_deal (world, "Quiet");
  quiet->until_on = world->first + WAKES_AFTER;
  mull_set_text (&quiet->words, "Not before then.");
  mull_quiet_ops_add (world->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
  promise->deal_id = world->promised_id = add_deal (world, "Promised");
  promise->side = MULL_SIDE_US;
  promise->due_on = world->first + DUE_AFTER;
  mull_set_text (&promise->words, "The figures");
  mull_commitment_ops_promise (world->workspace, promise, NULL, &error);
  g_assert_no_error (error);
}

static void
open_world (World *world, gint64 now, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (zone);
  world->clock = mull_clock_new_fixed (now, zone);
  world->workspace = mull_workspace_open (world->folder, world->clock, &error);
  g_assert_no_error (error);
}

static void
close_world (World *world)
{
  fixture_close (world->workspace);
  g_clear_object (&world->clock);
}

/* As the program does when a day has passed. */
static void
catch_up (World *world)
{
  g_autoptr (GError) error = NULL;
  guint n_done = 1;

  while (n_done > 0)
    {
      mull_workspace_recheck (world->workspace, 100, &n_done, &error);
      g_assert_no_error (error);
    }
}

/* What is new is told, once; the number of times per deal is kept. */
static void
tell (World *world, guint *n_called, guint *n_woken, guint *n_due)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = mull_reminders_load (world->workspace, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < reminders->len; i++)
    {
      const MullReminder *reminder = reminders->pdata[i];

      if (!reminder->is_new)
        continue;
      *n_called += reminder->deal_id == world->called_id;
      *n_woken += reminder->deal_id == world->quiet_id;
      *n_due += reminder->deal_id == world->promised_id;
    }
  g_assert_true (mull_reminders_note (world->workspace, reminders, &error));
  g_assert_no_error (error);
}

static MullMoveState
get_state (World *world, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier = mull_dossier_load (world->workspace, deal_id, &error);

  g_assert_no_error (error);
  return dossier->verdict.state;
}

static MullStanding
get_standing (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier =
      mull_dossier_load (world->workspace, world->promised_id, &error);

  g_assert_no_error (error);
  return mull_commitment_get_standing (dossier->commitments->pdata[0], &dossier->thresholds,
                                       dossier->today);
}

static guint
count_today (World *world, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullTodayList) list = mull_today_list_load (world->workspace, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < list->rows->len; i++)
    n += ((MullTodayRow *) list->rows->pdata[i])->item->deal_id == deal_id;
  return n;
}

/* @day is counted by GLib's calendar, not by ours. */
static void
check_hour (World *world, int day, int minute)
{
  MullStanding standing = get_standing (world);

  g_assert_cmpint (mull_workspace_get_today (world->workspace), ==, world->first + day);
  g_assert_cmpint (get_state (world, world->quiet_id) == MULL_MOVE_QUIET, ==, day < WAKES_AFTER);
  g_assert_cmpint (count_today (world, world->called_id) > 0, ==, day >= CALL_AFTER);
  g_assert_cmpint (standing == MULL_STANDING_DUE_TODAY, ==, day == DUE_AFTER);
  g_assert_cmpint (standing == MULL_STANDING_OVERDUE || standing == MULL_STANDING_BROKEN, ==,
                   day > DUE_AFTER);
  g_assert_cmpint (get_state (world, world->promised_id) == MULL_MOVE_WE_OWE, ==, day > DUE_AFTER);
}

static gint64
instant_of (GTimeZone *zone, const Turn *turn, int hour)
{
  g_autoptr (GDateTime) time =
      g_date_time_new (zone, turn->year, turn->month, turn->day, hour, 0, 0);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static int
days_between (GTimeZone *zone, gint64 from, gint64 to, int *minute)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (from / G_USEC_PER_SEC);
  g_autoptr (GDateTime) end = g_date_time_new_from_unix_utc (to / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local_start = g_date_time_to_timezone (start, zone);
  g_autoptr (GDateTime) local_end = g_date_time_to_timezone (end, zone);
  GDate a, b;
  int year, month, day;

  g_date_time_get_ymd (local_start, &year, &month, &day);
  g_date_set_dmy (&a, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_get_ymd (local_end, &year, &month, &day);
  g_date_set_dmy (&b, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *minute = g_date_time_get_hour (local_end) * 60 + g_date_time_get_minute (local_end);
  return g_date_days_between (&a, &b);
}

static void
test_turn (gconstpointer data)
{
  const Turn *turn = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (turn->zone);
  gint64 start = instant_of (zone, turn, 8);
  World world = { .folder = fixture_make_folder () };
  guint told[DAYS][3] = { { 0 } };
  int minute;

  open_world (&world, start, turn->zone);
  plan (&world);
  for (int hour = 0; hour < DAYS * 24 - 9; hour++)
    {
      gint64 now = start + hour * G_TIME_SPAN_HOUR;
      int day = days_between (zone, start, now, &minute);

      mull_clock_set_now (world.clock, now);
      catch_up (&world);
      g_test_message ("%s: day %d, %02d:%02d", turn->name, day, minute / 60, minute % 60);
      check_hour (&world, day, minute);
      tell (&world, &told[day][0], &told[day][1], &told[day][2]);
      /* Not before its time: a quarter of an hour ahead, which no full hour is. */
      g_assert_cmpuint (told[day][0], ==, day == CALL_AFTER && minute >= 9 * 60);
    }
  for (int day = 0; day < DAYS; day++)
    {
      g_assert_cmpuint (told[day][1], ==, day >= WAKES_AFTER);
      g_assert_cmpuint (told[day][2], <=, 1);
      if (day >= DUE_AFTER)
        g_assert_cmpuint (told[day][2], ==, 1);
    }
  close_world (&world);
  fixture_remove_folder (world.folder);
}

/* Over the ocean the day is another one; what was told is not told again, and nothing wakes early.
 */
static void
test_zone_change (void)
{
  static const Turn there = { "zone", "Europe/Berlin", 2026, 5, 12 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (there.zone);
  gint64 start = instant_of (zone, &there, 8);
  gint64 wakes = start + WAKES_AFTER * G_TIME_SPAN_DAY - 7 * G_TIME_SPAN_HOUR;
  World world = { .folder = fixture_make_folder () };
  guint n_called = 0, n_woken = 0, n_due = 0;

  open_world (&world, start, there.zone);
  plan (&world);
  /* One at night in Berlin: it has come. */
  mull_clock_set_now (world.clock, wakes);
  catch_up (&world);
  g_assert_cmpint (get_state (&world, world.quiet_id), !=, MULL_MOVE_QUIET);
  tell (&world, &n_called, &n_woken, &n_due);
  g_assert_cmpuint (n_woken, ==, 1);
  close_world (&world);

  /* The evening before in New York: not yet. */
  open_world (&world, wakes + G_TIME_SPAN_MINUTE, "America/New_York");
  catch_up (&world);
  g_assert_cmpint (mull_workspace_get_today (world.workspace), ==, world.first + WAKES_AFTER - 1);
  g_assert_cmpint (get_state (&world, world.quiet_id), ==, MULL_MOVE_QUIET);
  tell (&world, &n_called, &n_woken, &n_due);
  g_assert_cmpuint (n_woken, ==, 1);
  /* The day comes there, too; it was told of, and is not told of twice. */
  mull_clock_set_now (world.clock, wakes + 6 * G_TIME_SPAN_HOUR);
  catch_up (&world);
  g_assert_cmpint (get_state (&world, world.quiet_id), !=, MULL_MOVE_QUIET);
  tell (&world, &n_called, &n_woken, &n_due);
  g_assert_cmpuint (n_woken, ==, 1);
  close_world (&world);
  fixture_remove_folder (world.folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autofree char *path = g_strdup_printf ("/over-time/%s", turns[i].name);

      g_test_add_data_func (path, &turns[i], test_turn);
    }
  g_test_add_func ("/over-time/zone-change", test_zone_change);
  return g_test_run ();
}
