/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-notifier"

#include "config.h"

#include "mull-notifier.h"

#include "mull-commitment-ops.h"
#include "ops-fixture.h"

typedef struct
{
  GString *told;
  GString *taken_back;
} Log;

static void
on_tell_cb (MullNotifier *notifier,
            const char *key,
            const char *title,
            const char *body,
            gint64 deal_id,
            gpointer user_data)
{
  Log *log = user_data;

  g_assert_cmpint (*title, !=, '\0');
  g_assert_cmpint (*body, !=, '\0');
  g_assert_cmpint (deal_id == 0, ==, g_str_equal (key, "today"));
  g_string_append_printf (log->told, "%s ", key);
}

static void
on_take_back_cb (MullNotifier *notifier, const char *key, gpointer user_data)
{
  g_string_append_printf (((Log *) user_data)->taken_back, "%s ", key);
}

static MullNotifier *
start (OpsFixture *fixture, Log *log)
{
  MullNotifier *notifier = mull_notifier_new (fixture->workspace);

  log->told = g_string_new (NULL);
  log->taken_back = g_string_new (NULL);
  g_signal_connect (notifier, "tell", G_CALLBACK (on_tell_cb), log);
  g_signal_connect (notifier, "take-back", G_CALLBACK (on_take_back_cb), log);
  return notifier;
}

static void
stop (MullNotifier *notifier, Log *log)
{
  g_object_unref (notifier);
  g_string_free (log->told, TRUE);
  g_string_free (log->taken_back, TRUE);
}

static void
look (MullNotifier *notifier)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_notifier_look (notifier, &error));
  g_assert_no_error (error);
}

static gint64
promise (OpsFixture *fixture)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = MULL_SIDE_US;
  commitment->to_person_id = fixture->person_id;
  commitment->due_on = mull_workspace_get_today (fixture->workspace);
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* One is told as itself, once, also by the notifier of the next start; when it is undone, it is
 * taken back. */
static void
test_one (OpsFixture *fixture, gconstpointer data)
{
  Log log, next_log;
  MullNotifier *notifier = start (fixture, &log), *next;
  gint64 id = promise (fixture);
  g_autofree char *key = g_strdup_printf ("promise:%" G_GINT64_FORMAT " ", id);
  g_autoptr (GError) error = NULL;

  look (notifier);
  look (notifier);
  g_assert_cmpstr (log.told->str, ==, key);
  next = start (fixture, &next_log);
  look (next);
  g_assert_cmpstr (next_log.told->str, ==, "");
  stop (next, &next_log);
  g_assert_cmpstr (log.taken_back->str, ==, "");
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  look (notifier);
  g_assert_cmpstr (log.taken_back->str, ==, key);
  stop (notifier, &log);
}

/* Three are told one by one; four as one. */
static void
test_many_are_one (OpsFixture *fixture, gconstpointer data)
{
  Log log;
  MullNotifier *notifier = start (fixture, &log);

  for (guint i = 0; i < 3; i++)
    promise (fixture);
  look (notifier);
  g_assert_true (g_str_has_prefix (log.told->str, "promise:"));
  g_assert_null (strstr (log.told->str, "today"));
  g_string_truncate (log.told, 0);
  mull_clock_advance_days (fixture->clock, 1);
  promise (fixture);
  look (notifier);
  g_assert_cmpstr (log.told->str, ==, "today ");
  stop (notifier, &log);
}

/* Switched off, nothing is said; switched on again, what still matters is. */
static void
test_switched_off (OpsFixture *fixture, gconstpointer data)
{
  Log log;
  MullNotifier *notifier = start (fixture, &log);
  gint64 id = promise (fixture);
  g_autofree char *key = g_strdup_printf ("promise:%" G_GINT64_FORMAT " ", id);
  g_autofree char *late_key = NULL;

  look (notifier);
  g_assert_cmpstr (log.told->str, ==, key);
  mull_notifier_set_enabled (notifier, FALSE);
  g_assert_cmpstr (log.taken_back->str, ==, key);
  g_string_truncate (log.told, 0);
  id = promise (fixture);
  look (notifier);
  g_assert_cmpstr (log.told->str, ==, "");
  mull_notifier_set_enabled (notifier, TRUE);
  look (notifier);
  late_key = g_strdup_printf ("promise:%" G_GINT64_FORMAT " ", id);
  g_assert_cmpstr (log.told->str, ==, late_key);
  stop (notifier, &log);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/notifier/one", test_one);
  OPS_ADD ("/notifier/many-are-one", test_many_are_one);
  OPS_ADD ("/notifier/switched-off", test_switched_off);
  return g_test_run ();
}
