/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without a pointer, and without eyes: where Tab leads, and whether everything there has a name. */
#include "config.h"

#include "mull-driver.h"

#include <string.h>

#define MAX_STOPS 60
#define DEAL "Exhaust heat of three fryers"

static MullDriver *
start_with_sample (void)
{
  MullDriver *driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_autofree char *said = mull_driver_command (driver, "demo", NULL);

  mull_driver_start (driver, NULL);
  mull_driver_wait_focus (driver, "*in this stage*");
  return driver;
}

/* The focus moves between two looks: what is not what it was is where it came to. */
typedef struct
{
  const char *before;
  char *now;
} Stop;

static gboolean
has_moved (MullDriver *driver, gpointer user_data)
{
  Stop *stop = user_data;

  g_free (stop->now);
  stop->now = mull_driver_dup_focus (driver);
  return stop->now != NULL && !g_str_equal (stop->now, stop->before);
}

static char *
press (MullDriver *driver, const char *key, const char *before)
{
  Stop stop = { .before = before };

  mull_driver_key (driver, key);
  mull_driver_wait_for (driver, "the next stop", has_moved, &stop);
  return stop.now;
}

/* Once round, back to where it began. */
static GPtrArray *
go_round (MullDriver *driver, const char *key)
{
  GPtrArray *stops = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (stops, mull_driver_dup_focus (driver));
  while (stops->len < 2 || !g_str_equal (stops->pdata[0], stops->pdata[stops->len - 1]))
    {
      g_assert_cmpuint (stops->len, <, MAX_STOPS);
      g_ptr_array_add (stops, press (driver, key, stops->pdata[stops->len - 1]));
    }
  return stops;
}

static void
test_tab_round (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (GPtrArray) forward = go_round (driver, "Tab");
  g_autoptr (GPtrArray) backward = go_round (driver, "<Shift>Tab");
  guint n_cards = 0;

  for (guint i = 0; i + 1 < forward->len; i++)
    {
      const char *name = forward->pdata[i];

      g_test_message ("%s", name);
      g_assert_cmpstr (name, !=, "");
      g_assert_false (g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Adw") ||
                      g_str_has_prefix (name, "Mull"));
      n_cards += strstr (name, "in this stage") != NULL;
    }
  /* One stop a column, however many cards. */
  g_assert_cmpuint (n_cards, ==, 4);
  g_assert_cmpuint (forward->len, ==, backward->len);
  for (guint i = 0; i < forward->len; i++)
    g_assert_cmpstr (forward->pdata[i], ==, backward->pdata[backward->len - 1 - i]);
  mull_driver_stop (driver);
}

static void
look_at (MullDriver *driver, const char *page)
{
  g_autoptr (AtspiAccessible) shown = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, page);

  mull_driver_lint (driver, page);
}

static void
choose_from_menu (MullDriver *driver, const char *item)
{
  g_autofree char *stop = mull_driver_dup_focus (driver);

  mull_driver_key (driver, "F10");
  for (guint i = 0; stop == NULL || !g_pattern_match_simple (item, stop); i++)
    {
      g_autofree char *before = g_steal_pointer (&stop);

      g_assert_cmpuint (i, <, MAX_STOPS);
      stop = press (driver, "Down", before);
    }
  mull_driver_key (driver, "Return");
}

static void
go_back_to_board (MullDriver *driver)
{
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_focus (driver, "*in this stage*");
}

/* Every page, one after the other: pages that were seen stay in the tree and are looked at again.
 */
static void
test_names (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (AtspiAccessible) people = NULL;
  g_autoptr (AtspiAccessible) row = NULL;
  g_autoptr (AtspiAccessible) roadblocks = NULL;

  mull_driver_lint (driver, "the board");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_lint (driver, "the deal");
  go_back_to_board (driver);
  mull_driver_key (driver, "<Control>t");
  look_at (driver, "MullTodayPage");
  go_back_to_board (driver);
  choose_from_menu (driver, "*People and Companies*");
  look_at (driver, "MullPeoplePage");
  people = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullPeoplePage");
  row = mull_driver_find (driver, people, ATSPI_ROLE_LIST_ITEM, "Adaeze Obi");
  mull_driver_click (driver, row, 1);
  look_at (driver, "MullContactPage");
  mull_driver_key (driver, "<Alt>Left");
  go_back_to_board (driver);
  choose_from_menu (driver, "*oadblocks*");
  look_at (driver, "MullRoadblocksPage");
  roadblocks = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullRoadblocksPage");
  mull_driver_stop (driver);
}

/* Each of these is a window of its own. */
static void
test_names_of_preferences (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();

  mull_driver_key (driver, "<Control>comma");
  mull_driver_wait_window (driver, "Preferences", TRUE);
  mull_driver_lint (driver, "the preferences");
  mull_driver_key (driver, "Escape");
  mull_driver_wait_window (driver, "Preferences", FALSE);
  mull_driver_stop (driver);
}

/* The page of an import, with a row that is refused and a title that is made of columns. */
static void
test_names_of_import (void)
{
  g_autoptr (MullDriver) driver = mull_driver_new (NULL, "2026-03-02T09:00");
  g_autofree char *path = g_build_filename (mull_driver_get_data_dir (driver), "in.csv", NULL);
  g_autoptr (AtspiAccessible) refused = NULL;

  g_assert_true (g_file_set_contents (
      path, "Deal,Stage,Value,Expected close date\nOne,Propose,1.50,2026-02-30\n", -1, NULL));
  mull_driver_start (driver, path, NULL);
  refused = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "1 row is refused");
  mull_driver_lint (driver, "the import");
  mull_driver_stop (driver);
}

/* Ctrl+F filters as one types; Escape empties the entry, then gives the focus back to the card. */
static void
test_filter (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *card = mull_driver_dup_focus (driver);
  g_autoptr (AtspiAccessible) hit = NULL;
  g_autoptr (AtspiAccessible) back = NULL;

  mull_driver_key (driver, "<Control>f");
  mull_driver_wait_focus (driver, "Filter the deals");
  mull_driver_type (driver, "pasteur");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");
  hit = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "*pasteurising*");
  mull_driver_key (driver, "Escape");
  back = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "*, " DEAL ", *");
  mull_driver_wait_focus (driver, "Filter the deals");
  mull_driver_key (driver, "Escape");
  mull_driver_wait_focus (driver, card);
  mull_driver_stop (driver);
}

static void
open_menu (MullDriver *driver, const char *key, const char *item)
{
  g_autoptr (AtspiAccessible) hit = NULL;

  mull_driver_key (driver, key);
  hit = mull_driver_find (driver, NULL, ATSPI_ROLE_MENU_ITEM, item);
  mull_driver_key (driver, "Escape");
}

static void
test_menus (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *card = mull_driver_dup_focus (driver);

  open_menu (driver, "Menu", "*Move to*");
  mull_driver_wait_focus (driver, card);
  open_menu (driver, "<Shift>F10", "*Move to*");
  mull_driver_wait_focus (driver, card);
  open_menu (driver, "F10", "*Preferences*");
  mull_driver_wait_focus (driver, "Main Menu");
  mull_driver_stop (driver);
}

/* The menu key leaves the keyboard alone on a page without a menu, and opens the menu after it. */
static void
test_menu_after_today (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *card = mull_driver_dup_focus (driver);
  g_autofree char *next = NULL;
  g_autoptr (AtspiAccessible) today = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_clear_object (&today);
      mull_driver_key (driver, "<Control>t");
      mull_driver_wait_window (driver, "Today", TRUE);
      today = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullTodayPage");
      mull_driver_key (driver, "F10");
      mull_driver_key (driver, "Tab");
      mull_driver_key (driver, "<Alt>Left");
      mull_driver_wait_window (driver, "Sales", TRUE);
      mull_driver_wait_focus (driver, card);
      open_menu (driver, "F10", "*Preferences*");
      mull_driver_wait_focus (driver, "Main Menu");
      mull_driver_key (driver, "<Control>t");
      mull_driver_wait_window (driver, "Today", TRUE);
      mull_driver_key (driver, "<Alt>Left");
      mull_driver_wait_window (driver, "Sales", TRUE);
      open_menu (driver, "F10", "*Preferences*");
      mull_driver_key (driver, "<Control>f");
      mull_driver_wait_focus (driver, "Filter the deals");
      mull_driver_key (driver, "Escape");
      mull_driver_wait_focus (driver, card);
    }
  mull_driver_stop (driver);
}

/* The toast can be reached, and does what Ctrl+Z would. */
static void
test_toast (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);
  g_autofree char *after = NULL;
  g_autofree char *stop = mull_driver_dup_focus (driver);
  g_autoptr (AtspiAccessible) back = NULL;
  g_autofree char *title = g_strndup (strstr (stop, ", ") + 2, 12);
  g_autofree char *card = g_strdup_printf ("*%s*", title);

  mull_driver_key (driver, "Delete");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, card);
  for (guint i = 0; g_strcmp0 (stop, "_Undo Undo") != 0; i++)
    {
      g_autofree char *before_tab = g_steal_pointer (&stop);

      g_assert_cmpuint (i, <, MAX_STOPS);
      stop = press (driver, "Tab", before_tab);
    }
  mull_driver_key (driver, "Return");
  back = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, card);
  after = mull_driver_command (driver, "check", "--digest", NULL);
  g_assert_cmpstr (after, ==, before);
  mull_driver_stop (driver);
}

/* A toast is over the page: keys of the page are still the page's while the focus is there. */
static void
test_key_of_page_in_toast (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *stop = mull_driver_dup_focus (driver);
  g_autofree char *title = g_strndup (strstr (stop, ", ") + 2, 12);
  g_autofree char *card = g_strdup_printf ("*%s*", title);

  mull_driver_key (driver, "Delete");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, card);
  for (guint i = 0; g_strcmp0 (stop, "_Undo Undo") != 0; i++)
    {
      g_autofree char *before_tab = g_steal_pointer (&stop);

      g_assert_cmpuint (i, <, MAX_STOPS);
      stop = press (driver, "Tab", before_tab);
    }
  mull_driver_key (driver, "F8");
  mull_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "*Condensate from the extruders*");
  mull_driver_stop (driver);
}

static gboolean
has_digest (MullDriver *driver, gpointer expected)
{
  g_autofree char *now = mull_driver_command (driver, "check", "--digest", NULL);

  return g_str_equal (now, expected);
}

static gboolean
has_other_digest (MullDriver *driver, gpointer before)
{
  return !has_digest (driver, before);
}

/* Five moves, and five times back: stages and places are what they were. */
static void
test_five_moves (void)
{
  static const char *const moves[] = { "<Alt>Right", "<Alt>Right", "<Alt>Right", "<Alt>Left",
                                       "<Alt>Left" };
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *last = mull_driver_command (driver, "check", "--digest", NULL);

      mull_driver_key (driver, moves[i]);
      mull_driver_wait_for (driver, moves[i], has_other_digest, last);
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *last = mull_driver_command (driver, "check", "--digest", NULL);

      mull_driver_key (driver, "<Control>z");
      mull_driver_wait_for (driver, "a step back", has_other_digest, last);
    }
  mull_driver_wait_for (driver, "the board as it was", has_digest, before);
  mull_driver_stop (driver);
}

/* Undo outlives its toast. */
static void
test_undo_without_toast (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);
  g_autoptr (AtspiAccessible) toast = NULL;

  mull_driver_key (driver, "Delete");
  toast = mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, "_Undo*");
  mull_driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, "_Undo*");
  mull_driver_key (driver, "<Control>z");
  mull_driver_wait_for (driver, "the deal again", has_digest, before);
  mull_driver_stop (driver);
}

static gboolean
has_no_text (MullDriver *driver, gpointer entry)
{
  g_autofree char *text = mull_driver_dup_text (entry);

  return *text == '\0';
}

/* Pressed once more than there is to take back, it does not take back what was done before. */
static void
test_undo_stays_in_text (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);
  g_autofree char *after = NULL;
  g_autoptr (AtspiAccessible) entry = NULL;

  mull_driver_key (driver, "Delete");
  mull_driver_wait_for (driver, "the deletion", has_other_digest, before);
  after = mull_driver_command (driver, "check", "--digest", NULL);
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_type (driver, "abc");
  entry = mull_driver_find (driver, NULL, ATSPI_ROLE_TEXT, "What happened");
  for (guint i = 0; i < 6; i++)
    mull_driver_key (driver, "<Control>z");
  mull_driver_wait_for (driver, "the text to be empty again", has_no_text, entry);
  g_assert_true (has_digest (driver, after));
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_focus (driver, "*in this stage*");
  mull_driver_key (driver, "<Control>z");
  mull_driver_wait_for (driver, "the deal again", has_digest, before);
  mull_driver_stop (driver);
}

/* Alt+Left leads from page to page, whatever has the focus. */
static void
test_back (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *card = mull_driver_dup_focus (driver);
  g_autoptr (AtspiAccessible) page = NULL;

  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_type (driver, "Rang\n");
  /* The look back on the talk is skipped. */
  mull_driver_wait_focus (driver, "*es");
  mull_driver_key (driver, "Escape");
  page = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "MullDealPage");
  mull_driver_press (driver, page, "There is none");
  mull_driver_wait_focus (driver, "What did you leave without?");
  mull_driver_type (driver, "Who signs");
  mull_driver_press (driver, page, "*Keep it*");
  mull_driver_wait_focus (driver, "*Do-over now*");
  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "Own it");
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_wait_window (driver, "Sales", TRUE);
  mull_driver_wait_focus (driver, "*in this stage*");
  mull_driver_stop (driver);
}

/* The key that goes back moves a card on the board: once too often it does not, until the rep has
 * done something there. */
static void
test_back_once_too_often (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);
  g_autoptr (AtspiAccessible) said = NULL;

  mull_driver_key (driver, "Down");
  mull_driver_key (driver, "<Control>t");
  mull_driver_wait_window (driver, "Today", TRUE);
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_key (driver, "<Alt>Left");
  mull_driver_key (driver, "<Alt>Right");
  said = mull_driver_find (driver, NULL, ATSPI_ROLE_LABEL, "Choose the card first*");
  g_assert_true (has_digest (driver, before));
  mull_driver_key (driver, "Down");
  mull_driver_key (driver, "Up");
  mull_driver_key (driver, "<Alt>Right");
  mull_driver_wait_for (driver, "the move", has_other_digest, before);
  mull_driver_stop (driver);
}

/* Escape leads back from page to page; a line that was begun is left first, and is there again. */
static void
test_escape (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (AtspiAccessible) entry = NULL;
  g_autofree char *text = NULL;

  mull_driver_key (driver, "<Control>t");
  mull_driver_wait_window (driver, "Today", TRUE);
  mull_driver_action (driver, "open-deal", g_variant_new_int64 (1));
  mull_driver_wait_focus (driver, "What happened");
  mull_driver_type (driver, "Rang, and she");
  mull_driver_key (driver, "Escape");
  mull_driver_wait_focus (driver, "Back");
  mull_driver_key (driver, "Escape");
  mull_driver_wait_window (driver, "Today", TRUE);
  mull_driver_key (driver, "Escape");
  mull_driver_wait_window (driver, "Sales", TRUE);
  mull_driver_wait_focus (driver, "*in this stage*");
  /* On the board it has nothing to leave; the next key says that it was heard. */
  mull_driver_key (driver, "Escape");
  mull_driver_key (driver, "<Control>f");
  mull_driver_wait_focus (driver, "Filter the deals");
  mull_driver_action (driver, "open-deal", g_variant_new_int64 (1));
  mull_driver_wait_focus (driver, "What happened");
  entry = mull_driver_find (driver, NULL, ATSPI_ROLE_INVALID, "What happened");
  text = mull_driver_dup_text (entry);
  g_assert_cmpstr (text, ==, "Rang, and she");
  mull_driver_stop (driver);
}

/* ── Pasting ──────────────────────────────────────────────────────────── */

/* A title is one line, whatever is pasted; nothing of it is lost. */
static void
test_paste_lines (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autoptr (AtspiAccessible) card = NULL;

  mull_driver_key (driver, "<Control>n");
  mull_driver_wait_window (driver, "New Deal", TRUE);
  mull_driver_wait_focus (driver, "Title");
  mull_driver_copy (driver, "Boiler\nfor the\r\nthird hall");
  mull_driver_key (driver, "<Control>v");
  mull_driver_key (driver, "Return");
  card = mull_driver_find (driver, NULL, ATSPI_ROLE_LIST_ITEM, "*, Boiler for the third hall*");
  mull_driver_stop (driver);
}

/* A megabyte is too much for an entry: it is refused with a sentence before it is laid out, be it
 * of many lines or of one, and stays in the clipboard. The window answers all along. */
static void
test_paste_megabyte (void)
{
  g_autoptr (MullDriver) driver = start_with_sample ();
  g_autofree char *before = mull_driver_command (driver, "check", "--digest", NULL);
  g_autofree char *after = NULL;
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autoptr (AtspiAccessible) entry = NULL;
  g_autoptr (AtspiAccessible) sentence = NULL;

  mull_driver_key (driver, "Return");
  mull_driver_wait_focus (driver, "What happened");
  entry = mull_driver_find (driver, NULL, ATSPI_ROLE_TEXT, "What happened");
  mull_driver_type (driver, "abc");
  mull_driver_copy (driver, megabyte);
  mull_driver_key (driver, "<Control>v");
  sentence = mull_driver_find (driver, NULL, ATSPI_ROLE_ALERT, "*at most 65536 fit*");
  g_assert_cmpint (atspi_text_get_character_count (ATSPI_TEXT (entry), NULL), ==, 3);
  after = mull_driver_command (driver, "check", "--digest", NULL);
  g_assert_cmpstr (after, ==, before);
  mull_driver_stop (driver);
}

int
main (int argc, char **argv)
{
  mull_driver_init (&argc, &argv);
  g_test_add_func ("/keyboard/tab-round", test_tab_round);
  g_test_add_func ("/keyboard/names", test_names);
  g_test_add_func ("/keyboard/names/preferences", test_names_of_preferences);
  g_test_add_func ("/keyboard/names/import", test_names_of_import);
  g_test_add_func ("/keyboard/filter", test_filter);
  g_test_add_func ("/keyboard/menus", test_menus);
  g_test_add_func ("/keyboard/menu-after-today", test_menu_after_today);
  g_test_add_func ("/keyboard/toast", test_toast);
  g_test_add_func ("/keyboard/key-of-page-in-toast", test_key_of_page_in_toast);
  g_test_add_func ("/keyboard/five-moves", test_five_moves);
  g_test_add_func ("/keyboard/undo-without-toast", test_undo_without_toast);
  g_test_add_func ("/keyboard/undo-stays-in-text", test_undo_stays_in_text);
  g_test_add_func ("/keyboard/back", test_back);
  g_test_add_func ("/keyboard/back-once-too-often", test_back_once_too_often);
  g_test_add_func ("/keyboard/escape", test_escape);
  g_test_add_func ("/keyboard/paste-lines", test_paste_lines);
  g_test_add_func ("/keyboard/paste-megabyte", test_paste_megabyte);
  return g_test_run ();
}
