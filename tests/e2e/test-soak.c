/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program worked at random, and then the same windows opened and closed again and again.
 */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define NOW "2026-03-02T09:00"
/* More with MULLIGAN_TEST_MINUTES: two thirds at random, one third with the same windows. */
#define MINUTES 3
#define SEED 2026
/* Turns after which it is brought back to where there is much to do. */
#define STRAY_TURNS 20
#define N_WARM_UP 100
#define WINDOWS_OF_CYCLE 3
/* Kilobytes of growth for 1,000 windows, and for fewer, which say more of caches that fill. */
#define MAX_GROWTH 1024
#define MAX_CACHES (8 * 1024)
#define ENOUGH_WINDOWS 1000
#define MIN_ACTIONS 100
#define MIN_WINDOWS 20

/* Everything but what ends the program. */
static const char *const keys[] = {
  "Tab",
  "Tab",
  "Tab",
  "<Shift>Tab",
  "Up",
  "Down",
  "Down",
  "Left",
  "Right",
  "Home",
  "End",
  "Page_Down",
  "Return",
  "Return",
  "space",
  "Escape",
  "Escape",
  "Delete",
  "<Alt>Left",
  "<Alt>Right",
  "<Alt>Up",
  "<Alt>Down",
  "F10",
  "<Shift>F10",
  "F2",
  "F7",
  "F8",
  "s",
  "d",
  "<Control>f",
  "<Control>t",
  "<Control>d",
  "<Control>h",
  "<Control>z",
  "<Control>z",
  "<Control>p",
  "<Control>n",
  "<Control>e",
  "<Control>s",
  "<Control><Shift>z",
  "<Control>o",
  "<Control>comma",
  "<Control>plus",
  "<Control>minus",
  "<Control>0",
  "<Control>Return",
  "<Control>Page_Down",
  "<Control>l",
  "BackSpace",
  "1",
  "2",
  "3",
  "Menu",
};

static const char *const words[] = {
  "call", "fri", "Smith & Sons", "<b>", "12", "%s", "two weeks"
};

static const char *const mistakes_of_gtk[] = {
  /* Its file dialog, when the head of a column is pressed before its folder is read. */
  "assertion 'GTK_IS_TREE_SORTABLE (sortable)' failed",
  /* Its window of shortcuts, with whatever shortcuts. */
  "(label) reported min width -3,",
  NULL,
};

typedef struct
{
  MullDriver *driver;
  GRand *rand;
  GString *done; /* for whoever wants to see it again */
  guint n_actions;
  guint n_starts;
} Soak;

static Soak
start (void)
{
  Soak soak = { .driver = mull_driver_new (NULL, NOW),
                .rand = g_rand_new_with_seed (SEED),
                .done = g_string_new (NULL) };

  g_free (mull_driver_command (soak.driver, "demo", NULL));
  /* What it writes where it stands is written into the home of the session. */
  mull_driver_set_folder (soak.driver, g_getenv ("HOME"));
  mull_driver_forgive (soak.driver, mistakes_of_gtk);
  mull_driver_set_environment (soak.driver, "G_DEBUG", "gc-friendly");
  mull_driver_start (soak.driver, NULL);
  return soak;
}

static void
finish (Soak *soak)
{
  if (!mull_driver_has_quit (soak->driver))
    mull_driver_stop (soak->driver);
  mull_driver_free (soak->driver);
  g_rand_free (soak->rand);
  g_string_free (soak->done, TRUE);
}

/* Before it is done, since it may be the last: the menu has an item that quits. */
static void
note (Soak *soak, const char *what)
{
  if (mull_driver_has_quit (soak->driver))
    {
      mull_driver_start (soak->driver, NULL);
      soak->n_starts++;
    }
  g_string_append_printf (soak->done, " %s", what);
  soak->n_actions++;
}

static void
key (Soak *soak, const char *accelerator)
{
  note (soak, accelerator);
  mull_driver_key (soak->driver, accelerator);
}

/* Out of whatever is open, to the board. */
static void
come_back (Soak *soak)
{
  for (guint i = 0; i < 4; i++)
    key (soak, "Escape");
  for (guint i = 0; i < 4; i++)
    key (soak, "<Alt>Left");
  g_test_message ("%s", soak->done->str);
  g_string_truncate (soak->done, 0);
}

static void
act_at_random (Soak *soak)
{
  int dice = g_rand_int_range (soak->rand, 0, 20);

  if (dice < 17)
    key (soak, keys[g_rand_int_range (soak->rand, 0, G_N_ELEMENTS (keys))]);
  else
    {
      const char *word = words[g_rand_int_range (soak->rand, 0, G_N_ELEMENTS (words))];

      note (soak, word);
      mull_driver_type (soak->driver, word);
    }
}

static gint64
minutes_from_now (guint thirds)
{
  return g_get_monotonic_time () +
         (gint64) mull_driver_get_size ("MULLIGAN_TEST_MINUTES", MINUTES) * G_TIME_SPAN_MINUTE *
             thirds / 3;
}

static void
test_random (void)
{
  gint64 end = minutes_from_now (2);
  Soak soak = start ();
  g_autofree char *checked = NULL;

  while (g_get_monotonic_time () < end)
    {
      for (guint i = 0; i < STRAY_TURNS; i++)
        act_at_random (&soak);
      come_back (&soak);
    }
  for (guint i = 0; i < 4; i++)
    key (&soak, "Escape");
  checked = mull_driver_command (soak.driver, "check", NULL);
  g_assert_nonnull (strstr (checked, "passed"));
  g_test_message ("%u actions at random, %u times it was quit: 0 warnings, 0 criticals, the data "
                  "whole",
                  soak.n_actions, soak.n_starts);
  g_assert_cmpuint (soak.n_actions, >=, MIN_ACTIONS);
  finish (&soak);
}

/* ── Memory and descriptors ───────────────────────────────────────────── */

/* Kilobytes that are really in memory. */
static guint
get_memory (MullDriver *driver)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/status", mull_driver_get_pid (driver));
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  line = strstr (text, "VmRSS:");
  g_assert_nonnull (line);
  return (guint) g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10);
}

static guint
count_descriptors (MullDriver *driver)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/fd", mull_driver_get_pid (driver));
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A page, a window and a menu, none of which changes anything. Keys wait in a queue of their own,
 * which an action would overtake. */
static void
open_and_close (Soak *soak)
{
  g_autoptr (AtspiAccessible) item = NULL;

  mull_driver_action (soak->driver, "open-deal", g_variant_new_int64 (1 + soak->n_actions % 7));
  mull_driver_wait_focus (soak->driver, "What happened");
  key (soak, "<Control>comma");
  mull_driver_wait_window (soak->driver, "Preferences", TRUE);
  key (soak, "Escape");
  mull_driver_wait_window (soak->driver, "Preferences", FALSE);
  mull_driver_wait_focus (soak->driver, "What happened");
  key (soak, "<Alt>Left");
  mull_driver_wait_focus (soak->driver, "*in this stage*");
  key (soak, "F10");
  item = mull_driver_find (soak->driver, NULL, ATSPI_ROLE_INVALID, "*Preferences*");
  key (soak, "Escape");
  mull_driver_wait_focus (soak->driver, "Main Menu");
}

static void
test_windows (void)
{
  gint64 end = minutes_from_now (1);
  Soak soak = start ();
  guint n_windows = 0, memory, descriptors, growth;

  while (soak.n_actions < N_WARM_UP)
    open_and_close (&soak);
  memory = get_memory (soak.driver);
  descriptors = count_descriptors (soak.driver);
  while (g_get_monotonic_time () < end || n_windows < MIN_WINDOWS)
    {
      open_and_close (&soak);
      n_windows += WINDOWS_OF_CYCLE;
    }
  growth = get_memory (soak.driver);
  growth = growth > memory ? growth - memory : 0;
  g_test_message ("%u windows: %u KiB more than the %u KiB before; %u descriptors before",
                  n_windows, growth, memory, descriptors);
  if (n_windows < ENOUGH_WINDOWS)
    g_assert_cmpuint (growth, <=, MAX_CACHES);
  else
    g_assert_cmpuint (growth, <=, MAX_GROWTH * (n_windows / ENOUGH_WINDOWS));
  g_assert_cmpuint (count_descriptors (soak.driver), ==, descriptors);
  finish (&soak);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/soak/random", test_random);
  g_test_add_func ("/soak/windows", test_windows);
  return g_test_run ();
}
