/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of the computer is set years back and forth, goes through the days on which it is set
 * for the summer, to other zones, and a thousand times too fast. */
#include "config.h"

#include "mull-driver.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#define DEAL "Valve"
#define HOME_ZONE "Europe/Berlin"

/* One after the other, on the same data. */
static const struct
{
  const char *name;
  const char *time;
  const char *zone;
  gboolean is_back;
} runs[] = {
  { "as it is", "@2026-03-02 09:00:00", HOME_ZONE, FALSE },
  { "ten years back", "@2016-03-02 09:00:00", HOME_ZONE, TRUE },
  { "twenty years on", "@2036-03-02 09:00:00", HOME_ZONE, FALSE },
  { "back to the present", "@2026-03-02 10:00:00", HOME_ZONE, TRUE },
  { "before summer time", "@2026-03-29 01:59:59", HOME_ZONE, TRUE },
  { "after it began", "@2026-03-29 03:00:01", HOME_ZONE, TRUE },
  { "before summer time ends", "@2026-10-25 02:59:59", HOME_ZONE, TRUE },
  { "the same hour again", "@2026-10-25 02:00:01", HOME_ZONE, TRUE },
  { "far in the west", "@2026-10-25 12:00:00", "America/Los_Angeles", TRUE },
  { "far in the east", "@2026-10-26 03:00:00", "Pacific/Kiritimati", TRUE },
  { "a thousand times as fast", "@2026-10-26 12:00:00 x1000", HOME_ZONE, TRUE },
  { "the next day", "@2026-10-27 09:00:00", HOME_ZONE, TRUE },
};

/* Whatever says how long ago something was, or how long it lasts. */
static const char *const views[][2] = {
  { "show", DEAL },          { "state", DEAL },    { "today", NULL },   { "list", "deals" },
  { "since", "2026-03-01" }, { "promises", DEAL }, { "backups", NULL },
};

/* (nullable): what stands between the program and the clock of the system. */
static char *
find_library (void)
{
  glob_t found = { 0 };
  char *path = NULL;

  if (glob ("/usr/lib/*/faketime/libfaketimeMT.so.1", 0, NULL, &found) == 0)
    path = g_strdup (found.gl_pathv[0]);
  globfree (&found);
  return path;
}

/* The program has its own clock from now on; how long it waits for something stays true. */
static gboolean
give_clock (MullDriver *driver)
{
  g_autofree char *library = find_library ();

  if (library == NULL)
    {
      g_test_skip ("There is no libfaketime to set the clock with.");
      return FALSE;
    }
  mull_driver_set_environment (driver, "LD_PRELOAD", library);
  mull_driver_set_environment (driver, "FAKETIME_DONT_FAKE_MONOTONIC", "1");
  mull_driver_set_environment (driver, "DONT_FAKE_MONOTONIC", "1");
  mull_driver_set_environment (driver, "FAKETIME_NO_CACHE", "1");
  mull_driver_set_environment (driver, "TZ", HOME_ZONE);
  return TRUE;
}

static void
do_it (MullDriver *driver, const char *const *words)
{
  g_free (mull_driver_command (driver, words[0], words[1], words[2], words[3], words[4], words[5],
                               words[6], words[7], words[8], NULL));
}

/* ── One start after the other ────────────────────────────────────────── */

static void
assert_no_negative (MullDriver *driver, guint *n_views)
{
  g_autoptr (GRegex) negative = g_regex_new (
      "(?<![\\w.])[-−]\\d+\\s?(s|min|h|d|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\\b",
      G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;

      mull_driver_run (driver, &out, &err, views[i][0], views[i][1], NULL);
      if (g_regex_match (negative, out, G_REGEX_MATCH_DEFAULT, NULL))
        g_error ("“%s” shows a negative time:\n%s", views[i][0], out);
      *n_views += *out != '\0';
    }
}

/* The newest step first, whatever the clock said. */
static void
assert_order (MullDriver *driver, guint n_added)
{
  g_autofree char *history = mull_driver_command (driver, "history", "--steps", "100", NULL);
  const char *at = history;

  for (guint i = n_added; i > 0; i--)
    {
      g_autofree char *line = g_strdup_printf ("“Deal %u”", i);

      at = strstr (at, line);
      if (at == NULL)
        g_error ("“Deal %u” does not stand where it was done:\n%s", i, history);
    }
}

/* (element-type utf8): the names of the backups, without the archives, which are kept otherwise. */
static GHashTable *
list_backups (MullDriver *driver)
{
  g_autofree char *text = mull_driver_command (driver, "backups", "--csv", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || g_str_has_suffix (lines[i], ",yes,archive"))
        continue;
      g_assert_true (g_str_has_suffix (lines[i], ",yes,copy"));
      g_hash_table_add (names, g_strndup (lines[i], strcspn (lines[i], ",")));
    }
  return names;
}

/* Of a day on which there was a backup there still is one; with a clock that went back all are. */
static void
assert_kept (GHashTable *before, GHashTable *after, gboolean is_back)
{
  GHashTableIter iter, other;
  gpointer name, candidate;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      gboolean is_there = g_hash_table_contains (after, name);

      if (!is_there && is_back)
        g_error ("“%s” was taken away", (char *) name);
      g_hash_table_iter_init (&other, after);
      while (!is_there && g_hash_table_iter_next (&other, &candidate, NULL))
        is_there = strncmp (candidate, name, strlen ("mulligan-20260302")) == 0;
      g_assert_true (is_there);
    }
  g_assert_cmpuint (g_hash_table_size (after), >, 0);
}

static void
run_with_clock (MullDriver *driver, guint i, guint *n_views)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autofree char *title = g_strdup_printf ("Deal %u", i + 1);
  g_autofree char *checked = NULL;

  mull_driver_set_environment (driver, "FAKETIME", runs[i].time);
  mull_driver_set_environment (driver, "TZ", runs[i].zone);
  before = list_backups (driver);
  do_it (driver, (const char *[9]){ "log", DEAL, "--kind", "call", "--reached", runs[i].name });
  do_it (driver, (const char *[9]){ "promise", DEAL, "--ours", "--due", "+2w", "--words", "It" });
  do_it (driver, (const char *[9]){ "add", "deal", title });
  do_it (driver, (const char *[9]){ "backup" });
  after = list_backups (driver);
  assert_kept (before, after, runs[i].is_back);
  assert_order (driver, i + 1);
  assert_no_negative (driver, n_views);
  checked = mull_driver_command (driver, "check", NULL);
  g_assert_nonnull (strstr (checked, "passed"));
}

static void
test_starts (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NULL);
  guint n_views = 0;

  if (!give_clock (driver))
    return;
  mull_driver_set_environment (driver, "FAKETIME", runs[0].time);
  do_it (driver, (const char *[9]){ "add", "deal", DEAL, "--person", "Ann Ruiz" });
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    run_with_clock (driver, i, &n_views);
  g_test_message (
      "%u clocks, %u views: the order of the steps held, no backup was lost, no time was "
      "negative",
      (guint) G_N_ELEMENTS (runs), n_views);
  g_assert_cmpuint (n_views, >, G_N_ELEMENTS (runs) * 4);
}

/* ── While the window is open ─────────────────────────────────────────── */

static gboolean
has_notification (MullDriver *driver, gpointer summary)
{
  return mull_driver_has_notification (driver, summary);
}

/* What is new is told within a few seconds: when it was, nothing else will be. */
static void
promise_and_wait (MullDriver *driver, const char *title)
{
  do_it (driver, (const char *[9]){ "add", "deal", title, "--person", "Ann Ruiz" });
  do_it (driver, (const char *[9]){ "promise", title, "--ours", "--due", "2026-03-02", "--words",
                                    "The list" });
  mull_driver_wait_for (driver, title, has_notification, (gpointer) title);
}

static void
test_reminders (void)
{
  static const char *const jumps[][2] = { { "2026-03-02 07:30:00", "Back an hour" },
                                          { "2026-03-02 23:30:00", "On to the evening" } };
  g_autofree char *folder = mull_driver_make_folder ();
  g_autofree char *clock = g_build_filename (folder, "clock", NULL);
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, NULL);

  g_assert_true (g_file_set_contents (clock, "2026-03-02 09:00:00\n", -1, NULL));
  if (give_clock (driver))
    {
      mull_driver_set_environment (driver, "FAKETIME_TIMESTAMP_FILE", clock);
      mull_driver_start (driver, NULL);
      promise_and_wait (driver, DEAL);
      for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
        {
          /* In place: it is looked at again and again. */
          FILE *file = fopen (clock, "w");

          g_assert_cmpint (fprintf (file, "%s\n", jumps[i][0]), >, 0);
          fclose (file);
          promise_and_wait (driver, jumps[i][1]);
          g_assert_cmpuint (mull_driver_count_notifications (driver, DEAL), ==, 1);
        }
      g_test_message ("%u jumps while the window was open: told once",
                      (guint) G_N_ELEMENTS (jumps));
      mull_driver_stop (driver);
    }
  mull_driver_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/clock/starts", test_starts);
  g_test_add_func ("/clock/reminders", test_reminders);
  return g_test_run ();
}
