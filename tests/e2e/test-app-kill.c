/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program killed in the middle of work: what the window has shown is there afterwards. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define NOW "2026-03-02T09:00"
#define DEAL "Exhaust heat of three fryers"
/* More with MULLIGAN_TEST_KILLS, of which a third are while typing. */
#define N_KILLS 30
/* Of the moves it has to be seen that some were kept and some were not. */
#define MORE_MOVE_KILLS 15
#define FIRST_DELAY_US 2000
/* Of what is typed, so much may be lost. */
#define MAX_LOST_US (2 * G_TIME_SPAN_SECOND)

static const char *const stages[] = { "Qualify", "Discover", "Propose", "Decide" };

/* What the board shows. Its columns are looked for once; after that only their cards are. */
typedef struct
{
  AtspiAccessible *columns[G_N_ELEMENTS (stages)];
  AtspiAccessible *card;
  int stage;
} Board;

static void
board_clear (Board *board)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    g_clear_object (&board->columns[i]);
  g_clear_object (&board->card);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, board_clear)

/* Lists are columns, and what is in them is not gone into. */
static guint
collect_columns (Board *board, AtspiAccessible *node)
{
  int n_children = atspi_accessible_get_child_count (node, NULL);
  guint n_found = 0;

  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      g_autofree char *name = NULL;

      if (child == NULL)
        continue;
      if (atspi_accessible_get_role (child, NULL) != ATSPI_ROLE_LIST)
        {
          n_found += collect_columns (board, child);
          continue;
        }
      name = atspi_accessible_get_name (child, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (stages); j++)
        if (g_strcmp0 (name, stages[j]) == 0)
          {
            g_set_object (&board->columns[j], child);
            n_found++;
          }
    }
  return n_found;
}

static AtspiAccessible *
look_for_card (AtspiAccessible *column)
{
  int n_cards = atspi_accessible_get_child_count (column, NULL);

  for (int i = 0; i < n_cards; i++)
    {
      g_autoptr (AtspiAccessible) card = atspi_accessible_get_child_at_index (column, i, NULL);
      g_autofree char *name = card != NULL ? atspi_accessible_get_name (card, NULL) : NULL;

      if (name != NULL && strstr (name, ", " DEAL ", ") != NULL)
        return g_steal_pointer (&card);
    }
  return NULL;
}

/* Looks once for the card; the stage is -1 if no column shows it yet. */
static gboolean
look (Board *board)
{
  g_clear_object (&board->card);
  board->stage = -1;
  for (guint i = 0; i < G_N_ELEMENTS (stages) && board->card == NULL; i++)
    {
      board->card = look_for_card (board->columns[i]);
      if (board->card != NULL)
        board->stage = (int) i;
    }
  return board->card != NULL;
}

static gboolean
is_shown (MullDriver *driver, gpointer user_data)
{
  Board *board = user_data;
  g_autoptr (AtspiAccessible) page = NULL;

  if (board->columns[0] == NULL)
    {
      page = mull_driver_look (driver, NULL, ATSPI_ROLE_INVALID, "MullBoardPage");
      if (page == NULL || collect_columns (board, page) != G_N_ELEMENTS (stages))
        {
          board_clear (board);
          return FALSE;
        }
    }
  return look (board);
}

static gboolean
has_focus (MullDriver *driver, gpointer card)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (card);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
}

static gboolean
has_left (MullDriver *driver, gpointer user_data)
{
  Board *board = user_data;
  int before = board->stage;

  if (look (board) && board->stage != before)
    return TRUE;
  board->stage = before;
  return FALSE;
}

static void
start_and_look (MullDriver *driver, Board *board)
{
  board_clear (board);
  mull_driver_start (driver, NULL);
  mull_driver_wait_for (driver, "the card", is_shown, board);
}

static void
focus_card (MullDriver *driver, Board *board)
{
  mull_driver_click (driver, board->card, 1);
  mull_driver_wait_for (driver, "the focus on the card", has_focus, board->card);
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

/* When to kill: where a move is just kept, or just not. The program sleeps while the key is sent,
 * so that a kill at once comes before anything was done; from there on each kill halves the time
 * between the latest that lost the move and the earliest that did not. */
typedef struct
{
  gint64 delay;
  gint64 lost; /* the latest kill that came too early */
  gint64 kept; /* the earliest one that did not, 0 if none yet */
  guint n_lost;
  guint n_kept;
} Aim;

static void
aim_learn (Aim *aim, gboolean kept)
{
  if (kept)
    {
      aim->n_kept++;
      aim->kept = aim->delay;
      /* It was slower before than it is now. */
      if (aim->lost >= aim->kept)
        aim->lost = aim->kept / 2;
    }
  else
    {
      aim->n_lost++;
      aim->lost = aim->delay;
      if (aim->kept != 0 && aim->kept <= aim->lost)
        aim->kept = aim->lost * 2;
    }
  aim->delay = aim->kept != 0 ? (aim->lost + aim->kept) / 2 : MAX (aim->lost * 2, FIRST_DELAY_US);
}

/* Moves once, which is seen, and once more, which is not: that move may be kept or not, but the one
 * that was shown is. Returns the stage it is on the way to. */
static int
move_and_kill (MullDriver *driver, Board *board, gint64 delay)
{
  gboolean forward = board->stage < 2;

  focus_card (driver, board);
  mull_driver_key (driver, forward ? "<Alt>Right" : "<Alt>Left");
  mull_driver_wait_for (driver, "the move", has_left, board);
  forward = board->stage == 0 || (forward && board->stage < 3);
  mull_driver_pause (driver);
  mull_driver_key (driver, forward ? "<Alt>Right" : "<Alt>Left");
  mull_driver_resume (driver);
  /* Not a wait for something: the moment of the kill is what is tried. */
  g_usleep ((gulong) delay);
  mull_driver_kill (driver);
  return forward ? board->stage + 1 : board->stage - 1;
}

/* Each start after a kill shows what was kept, and is the one that is killed next. */
static void
test_moves (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_auto (Board) board = { .stage = -1 };
  Aim aim = { 0 };
  guint n_kills = mull_driver_get_size ("MULLIGAN_TEST_KILLS", N_KILLS) * 2 / 3;

  start_and_look (driver, &board);
  for (guint i = 0; i < n_kills + MORE_MOVE_KILLS && (i < n_kills || aim.n_kept < 2); i++)
    {
      int next = move_and_kill (driver, &board, aim.delay);
      int shown = board.stage;

      check (driver);
      start_and_look (driver, &board);
      g_assert_true (board.stage == shown || board.stage == next);
      g_test_message ("killed after %" G_GINT64_FORMAT " µs: the move was %s", aim.delay,
                      board.stage == next ? "kept" : "not kept");
      aim_learn (&aim, board.stage == next);
    }
  mull_driver_stop (driver);
  g_assert_cmpuint (aim.n_lost, >=, 2);
  g_assert_cmpuint (aim.n_kept, >=, 2);
  g_test_message (
      "%u kills: nothing shown was lost; of what was not shown yet, %u moves were kept and %u not",
      aim.n_kept + aim.n_lost, aim.n_kept, aim.n_lost);
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
  g_auto (Board) board = { .stage = -1 };

  start_and_look (driver, &board);
  focus_card (driver, &board);
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

/* What was kept of a text is typed on, so that each start is looked at and killed again. */
static gint64
type_and_kill (MullDriver *driver, GRand *rand, GString *typed)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *found = NULL;
  gsize n_before = typed->len;
  gint64 killed_at, end = g_get_monotonic_time () + g_rand_int_range (rand, 2200, 3200) * 1000;

  mull_driver_key (driver, "<Control>End");
  type_on (driver, typed, times, end);
  killed_at = g_get_monotonic_time ();
  mull_driver_kill (driver);
  check (driver);
  open_deal (driver);
  found = composer_text (driver);
  if (!g_str_has_prefix (typed->str, found) || strlen (found) < n_before)
    g_error ("Typed “%s”, found “%s”", typed->str, found);
  if (strlen (found) == typed->len)
    return 0;
  g_string_truncate (typed, strlen (found));
  return killed_at - g_array_index (times, gint64, typed->len - n_before);
}

static void
test_typing (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autoptr (GString) typed = g_string_new (NULL);
  guint n_kills = mull_driver_get_size ("MULLIGAN_TEST_KILLS", N_KILLS) / 3;
  gint64 worst = 0;

  open_deal (driver);
  for (guint i = 0; i < n_kills; i++)
    worst = MAX (worst, type_and_kill (driver, rand, typed));
  mull_driver_stop (driver);
  g_test_message ("%u kills, %" G_GSIZE_FORMAT " letters kept: at most %.1f s of typing were lost",
                  n_kills, typed->len, (double) worst / G_TIME_SPAN_SECOND);
  g_assert_cmpuint (typed->len, >, 0);
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
