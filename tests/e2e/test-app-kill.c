/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program killed in the middle of work: what the window has shown is there afterwards. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define NOW "2026-03-02T09:00"
#define DEAL "Exhaust heat of three fryers"
#define N_MOVE_KILLS 10
#define N_TYPE_KILLS 5
#define MAX_DELAY_US 60000
/* Of what is typed, so much may be lost. */
#define MAX_LOST_US (2 * G_TIME_SPAN_SECOND)

static const char *const stages[] = { "Qualify", "Discover", "Propose", "Decide" };

/* The stage whose column shows the card, once, without waiting; -1 if none does yet. */
static int
find_stage (MullDriver *driver)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (AtspiAccessible) column =
          mull_driver_look (driver, NULL, ATSPI_ROLE_LIST, stages[i]);
      g_autoptr (AtspiAccessible) card =
          column != NULL ? mull_driver_look (driver, column, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *")
                         : NULL;

      if (card != NULL)
        return (int) i;
    }
  return -1;
}

static gboolean
is_shown (MullDriver *driver, gpointer user_data)
{
  int *stage = user_data;

  *stage = find_stage (driver);
  return *stage >= 0;
}

typedef struct
{
  int from;
  int to;
} Move;

static gboolean
has_moved (MullDriver *driver, gpointer user_data)
{
  Move *move = user_data;

  move->to = find_stage (driver);
  return move->to >= 0 && move->to != move->from;
}

static void
focus_card (MullDriver *driver, int stage)
{
  g_autoptr (AtspiAccessible) column =
      mull_driver_find (driver, NULL, ATSPI_ROLE_LIST, stages[stage]);
  g_autoptr (AtspiAccessible) card =
      mull_driver_find (driver, column, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");

  mull_driver_click (driver, card, 1);
  mull_driver_wait_focus (driver, "*, " DEAL ", *");
}

static MullDriver *
start_with_sample (void)
{
  MullDriver *driver = mull_driver_new (NULL, NOW);
  g_autofree char *said = mull_driver_command (driver, "demo", NULL);

  return driver;
}

static void
check (MullDriver *driver)
{
  g_autofree char *said = mull_driver_command (driver, "check", NULL);

  g_assert_nonnull (strstr (said, "passed"));
}

/* Moves to and fro until a random moment after a move was seen. The next move is under way then:
 * it may be kept or not, but the one that was shown is. */
static Move
move_and_kill (MullDriver *driver, GRand *rand)
{
  gboolean forward;
  Move move;

  mull_driver_start (driver, NULL);
  mull_driver_wait_for (driver, "the card", is_shown, &move.to);
  focus_card (driver, move.to);
  forward = move.to < 2;
  for (guint i = 0; i < 2; i++)
    {
      move.from = move.to;
      mull_driver_key (driver, forward ? "<Alt>Right" : "<Alt>Left");
      mull_driver_wait_for (driver, "the move", has_moved, &move);
      forward = move.to == 0 || (forward && move.to < 3);
    }
  move.from = move.to;
  move.to += forward ? 1 : -1;
  mull_driver_key (driver, forward ? "<Alt>Right" : "<Alt>Left");
  g_usleep (g_rand_int_range (rand, 0, MAX_DELAY_US));
  mull_driver_kill (driver);
  return move;
}

static void
test_moves (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  guint n_unseen = 0;

  for (guint i = 0; i < N_MOVE_KILLS; i++)
    {
      Move move = move_and_kill (driver, rand);
      g_autofree char *said = NULL;
      g_autofree char *shown = NULL;
      int found = -1;

      check (driver);
      mull_driver_start (driver, NULL);
      mull_driver_wait_for (driver, "the card after a kill", is_shown, &found);
      g_assert_true (found == move.from || found == move.to);
      n_unseen += found == move.to;
      mull_driver_stop (driver);
    }
  g_test_message ("%d kills: nothing shown was lost, %u times more was kept than shown",
                  N_MOVE_KILLS, n_unseen);
}

/* ── Typing ───────────────────────────────────────────────────────────── */

static char *
composer_text (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) page =
      mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullDealPage");
  g_autoptr (AtspiAccessible) text =
      mull_driver_find (driver, page, ATSPI_ROLE_TEXT, "What happened");

  return mull_driver_dup_text (text);
}

static void
open_deal (MullDriver *driver)
{
  int stage = -1;

  mull_driver_start (driver, NULL);
  mull_driver_wait_for (driver, "the card", is_shown, &stage);
  focus_card (driver, stage);
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
}

/* Types without a pause and says when each letter went out. */
static void
type_on (MullDriver *driver, GString *typed, GArray *times, gint64 until)
{
  while (g_get_monotonic_time () < until)
    {
      const char letter[] = { (char) ('a' + typed->len % 26), '\0' };
      gint64 now = g_get_monotonic_time ();

      g_array_append_val (times, now);
      g_string_append (typed, letter);
      mull_driver_type (driver, letter);
    }
}

static void
test_typing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  gint64 worst = 0;

  for (guint i = 0; i < N_TYPE_KILLS; i++)
    {
      g_autoptr (MullDriver) driver = start_with_sample ();
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *found = NULL;
      gint64 killed_at, end, lost = 0;

      open_deal (driver);
      end = g_get_monotonic_time () + g_rand_int_range (rand, 2200, 3200) * 1000;
      type_on (driver, typed, times, end);
      killed_at = g_get_monotonic_time ();
      mull_driver_kill (driver);
      check (driver);
      open_deal (driver);
      found = composer_text (driver);
      if (!g_str_has_prefix (typed->str, found))
        g_error ("Typed “%s”, found “%s”", typed->str, found);
      if (strlen (found) < typed->len)
        lost = killed_at - g_array_index (times, gint64, strlen (found));
      worst = MAX (worst, lost);
      mull_driver_stop (driver);
    }
  g_test_message ("%d kills: at most %.1f s of typing were lost", N_TYPE_KILLS,
                  (double) worst / G_TIME_SPAN_SECOND);
  g_assert_cmpint (worst, <=, MAX_LOST_US);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/app-kill/moves", test_moves);
  g_test_add_func ("/app-kill/typing", test_typing);
  return g_test_run ();
}
