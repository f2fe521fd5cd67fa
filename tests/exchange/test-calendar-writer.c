/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-calendar-writer"

#include "config.h"

#include "mull-calendar-writer.h"

#include "mull-commitment-ops.h"
#include "mull-deal-ops.h"
#include "mull-timeline-ops.h"
#include "script-fixture.h"

#include <string.h>

/* Text of a line that begins with @name in the item with @uid; folded lines are put together. */
static char *
find_line (const char *calendar, const char *part, const char *name)
{
  g_autoptr (GString) whole = g_string_new (calendar);
  g_auto (GStrv) items = NULL;

  g_string_replace (whole, "\r\n ", "", 0);
  items = g_strsplit (whole->str, "BEGIN:V", -1);
  for (guint i = 0; items[i] != NULL; i++)
    if (strstr (items[i], part) != NULL)
      {
        const char *at = strstr (items[i], name);
        const char *end = at != NULL ? strstr (at, "\r\n") : NULL;

        return end != NULL ? g_strndup (at, (gsize) (end - at)) : NULL;
      }
  return NULL;
}

static void
assert_line (const char *calendar, const char *part, const char *line)
{
  g_autofree char *name = g_strndup (line, strcspn (line, ":;") + 1);
  g_autofree char *found = find_line (calendar, part, name);

  g_assert_cmpstr (found, ==, line);
}

static void
plan (ScriptFixture *fixture,
      MullEntryKind kind,
      MullDay due_on,
      gint64 minute,
      const char *text,
      const char *place)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;

  touch->deal_id = fixture->deal_id;
  touch->person_id = fixture->ann_id;
  touch->kind = kind;
  touch->due_on = due_on;
  touch->due_minute = minute;
  mull_set_text (&touch->text, text);
  mull_set_text (&touch->place, place);
  mull_touch_ops_plan (fixture->workspace, touch, NULL, &error);
  g_assert_no_error (error);
}

static void
promise (ScriptFixture *fixture, MullSide side, const char *words)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->due_on = mull_day_from_ymd (2024, 5, 20);
  mull_set_text (&commitment->words, words);
  mull_commitment_ops_promise (fixture->workspace, commitment, NULL, &error);
  g_assert_no_error (error);
}

static char *
write_calendar (ScriptFixture *fixture, guint n_expected)
{
  g_autoptr (GError) error = NULL;
  guint n_items;
  char *text = mull_calendar_write (fixture->workspace, &n_items, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_items, ==, n_expected);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  return text;
}

static void
test_touches (ScriptFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  plan (fixture, MULL_ENTRY_CALL, mull_day_from_ymd (2024, 5, 17), MULL_NUMBER_NONE,
        "Figures, please; all of them", "");
  plan (fixture, MULL_ENTRY_MEETING, mull_day_from_ymd (2024, 5, 21), 9 * 60 + 30, "", "Hall 7");
  text = write_calendar (fixture, 2);
  assert_line (text, "SUMMARY:Call", "SUMMARY:Call Ann Ruiz (Boiler service)");
  assert_line (text, "SUMMARY:Call", "DTSTART;VALUE=DATE:20240517");
  assert_line (text, "SUMMARY:Call", "DESCRIPTION:Figures\\, please\\; all of them");
  assert_line (text, "SUMMARY:Call", "DTSTAMP:20240515T100000Z");
  assert_line (text, "SUMMARY:Call", "STATUS:CONFIRMED");
  assert_line (text, "SUMMARY:Meeting", "DTSTART:20240521T093000");
  assert_line (text, "SUMMARY:Meeting", "LOCATION:Hall 7");
  assert_line (text, "SUMMARY:Meeting", "STATUS:TENTATIVE");
}

static void
test_promises (ScriptFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  promise (fixture, MULL_SIDE_US, "The drawing");
  promise (fixture, MULL_SIDE_THEM, "The gas bill");
  text = write_calendar (fixture, 1);
  assert_line (text, "TODO", "DUE;VALUE=DATE:20240520");
  assert_line (text, "TODO", "DESCRIPTION:The drawing");
  g_assert_null (strstr (text, "The gas bill"));
}

/* An item has to be the same one the next time. */
static void
test_identity (ScriptFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  plan (fixture, MULL_ENTRY_CALL, mull_day_from_ymd (2024, 5, 17), MULL_NUMBER_NONE, "", "");
  first = write_calendar (fixture, 1);
  second = write_calendar (fixture, 1);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\r\nUID:"));
}

static void
test_closed_deal (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  promise (fixture, MULL_SIDE_US, "The drawing");
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  text = write_calendar (fixture, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/calendar/" name, ScriptFixture, NULL, script_fixture_set_up, function,             \
              script_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("touches", test_touches);
  ADD ("promises", test_promises);
  ADD ("identity", test_identity);
  ADD ("closed-deal", test_closed_deal);
  return g_test_run ();
}
