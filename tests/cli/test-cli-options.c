/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-options"

#include "config.h"

#include "cli-fixture.h"

#include "mull-cli-options.h"
#include "mull-move-state.h"

static void
test_enums (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    int value;
  } cases[] = {
    { "dark", MULL_MOVE_DARK },
    { "DARK", MULL_MOVE_DARK },
    { "meeting set", MULL_MOVE_MEETING_SET },
    { "Meeting_Set", MULL_MOVE_MEETING_SET },
    { "meeting-set", MULL_MOVE_MEETING_SET },
    { "closed", -1 },
    { "", -1 },
    { "d", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int value;
      /* Closed is out of the range. */
      gboolean ok = mull_cli_read_enum (MULL_TYPE_MOVE_STATE, cases[i].text, MULL_MOVE_QUIET,
                                        MULL_MOVE_THEIRS, "--state", &value, &error);

      g_assert_cmpint (ok, ==, cases[i].value >= 0);
      g_assert_cmpint (error == NULL, ==, ok);
      if (ok)
        g_assert_cmpint (value, ==, cases[i].value);
    }
}

/* It is 10:00 on 15 May 2024. */
static void
test_instants (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *at;
  } cases[] = {
    { "2024-05-14 09:30", "2024-05-14 09:30" },
    { "2024-05-14T09:30", "2024-05-14 09:30" },
    { "yesterday 23:59", "2024-05-14 23:59" },
    { "yesterday", "2024-05-14 12:00" },
    { "today", "2024-05-15 10:00" },
    { "2024-05-15", "2024-05-15 10:00" },
    { "09:59", "2024-05-15 09:59" },
    { "10:00", "2024-05-15 10:00" },
    { "10:01", NULL },
    { "2024-05-14 24:00", NULL },
    { "2024-05-14 9:30x", NULL },
    { "2024-02-30 09:30", NULL },
    { "tomorrow", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 at;
      gboolean ok =
          mull_cli_read_instant (fixture->script.workspace, cases[i].text, "--at", &at, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].at != NULL);
      if (ok)
        {
          g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
          g_autofree char *text = g_date_time_format (time, "%F %R");

          g_assert_cmpstr (text, ==, cases[i].at);
        }
      else
        g_assert_nonnull (error);
    }
}

static void
test_shown (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *cut = mull_cli_shown (long_text);
  g_autofree char *plain = mull_cli_shown ("a\x1b[2J\nb\xff");

  g_assert_cmpuint (g_utf8_strlen (cut, -1), <=, 61);
  g_assert_cmpstr (plain, ==, "a [2J b\xef\xbf\xbd");
}

/* What nobody typed leaves what was there before. */
static void
test_nothing_given (CliFixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture->script.workspace;
  g_autoptr (GError) error = NULL;
  MullDay day = 17, past_day = 18;
  gint64 at = 19;
  int number = 20, value = MULL_MOVE_DARK;

  g_assert_true (mull_cli_read_day (workspace, NULL, "--due", &day, &error));
  g_assert_true (mull_cli_read_past_day (workspace, NULL, "--on", &past_day, &error));
  g_assert_true (mull_cli_read_instant (workspace, NULL, "--at", &at, &error));
  g_assert_true (mull_cli_read_number (NULL, "--minutes", 0, 10, &number, &error));
  g_assert_true (mull_cli_read_enum (MULL_TYPE_MOVE_STATE, NULL, MULL_MOVE_QUIET, MULL_MOVE_THEIRS,
                                     "--state", &value, &error));
  g_assert_no_error (error);
  g_assert_cmpint (day, ==, 17);
  g_assert_cmpint (past_day, ==, 18);
  g_assert_cmpint (at, ==, 19);
  g_assert_cmpint (number, ==, 20);
  g_assert_cmpint (value, ==, MULL_MOVE_DARK);
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-options/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("enums", cli_fixture_set_up, test_enums);
  ADD ("instants", cli_fixture_set_up, test_instants);
  ADD ("nothing given", cli_fixture_set_up, test_nothing_given);
  ADD ("shown", cli_fixture_set_up, test_shown);
  return g_test_run ();
}
