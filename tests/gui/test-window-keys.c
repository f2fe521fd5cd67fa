/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window-keys"

#include "config.h"

#include "window-fixture.h"

#include "mull-board-page.h"
#include "mull-composer.h"
#include "mull-deal-page.h"
#include "mull-drill-page.h"
#include "mull-figures-page.h"
#include "mull-history-page.h"
#include "mull-people-page.h"
#include "mull-roadblocks-page.h"
#include "mull-sample.h"
#include "mull-search-page.h"
#include "mull-today-page.h"
#include "mull-trash-page.h"
#include "store-fixture.h"

static void
open_board (WindowFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
}

/* @parameter: (nullable): as text, of the type that the action takes */
static void
open_page (WindowFixture *fixture, const char *action, const char *parameter, GType type)
{
  GVariant *target = parameter != NULL ? g_variant_new_parsed (parameter) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target));
  mull_gui_test_wait_for (window_fixture_shows (fixture, type));
}

static gboolean
press (WindowFixture *fixture, const char *trigger)
{
  return mull_gui_test_press (GTK_WIDGET (fixture->window), trigger);
}

/* Whether the window keeps a key for itself, before the page gets it. */
static gboolean
swallows (WindowFixture *fixture, guint key, GdkModifierType state)
{
  GtkEventController *keys =
      mull_gui_test_find_controller (GTK_WIDGET (fixture->window), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &taken);
  return taken;
}

/* From each page alike, to where one came from. */
static void
test_escape_goes_back (WindowFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *action;
    const char *parameter;
    GType type;
  } pages[] = {
    { "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE },
    { "win.show-today", NULL, MULL_TYPE_TODAY_PAGE },
    { "win.show-people", NULL, MULL_TYPE_PEOPLE_PAGE },
    { "win.show-figures", NULL, MULL_TYPE_FIGURES_PAGE },
    { "win.show-trash", NULL, MULL_TYPE_TRASH_PAGE },
    { "win.show-history", NULL, MULL_TYPE_HISTORY_PAGE },
    { "win.show-roadblocks", NULL, MULL_TYPE_ROADBLOCKS_PAGE },
    { "win.drill", NULL, MULL_TYPE_DRILL_PAGE },
    { "win.search", "''", MULL_TYPE_SEARCH_PAGE },
  };

  open_board (fixture);
  /* There is nothing before the board. */
  g_assert_false (press (fixture, "Escape"));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      open_page (fixture, pages[i].action, pages[i].parameter, pages[i].type);
      g_assert_true (press (fixture, "Escape"));
      g_assert_true (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
    }
  open_page (fixture, "win.show-today", NULL, MULL_TYPE_TODAY_PAGE);
  open_page (fixture, "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE);
  g_assert_true (press (fixture, "Escape"));
  g_assert_true (window_fixture_shows (fixture, MULL_TYPE_TODAY_PAGE));
}

/* Who is writing leaves the text first; it is there when one comes back. */
static void
test_escape_leaves_the_text (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *composer, *view;

  open_board (fixture);
  open_page (fixture, "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE);
  composer = mull_gui_test_find (GTK_WIDGET (fixture->window), MULL_TYPE_COMPOSER, NULL, NULL);
  gtk_widget_grab_focus (composer);
  mull_composer_set_text (MULL_COMPOSER (composer), "Rang, and she said");
  g_assert_true (press (fixture, "Escape"));
  g_assert_true (window_fixture_shows (fixture, MULL_TYPE_DEAL_PAGE));
  g_assert_false (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), composer));
  g_assert_true (press (fixture, "Escape"));
  g_assert_true (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
  open_page (fixture, "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE);
  view = mull_gui_test_find (composer, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Rang, and she said");
}

/* What is searched for is emptied before the page is left. */
static void
test_escape_empties_the_search (WindowFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *action;
    GType type;
  } pages[] = {
    { "win.show-people", MULL_TYPE_PEOPLE_PAGE },
    { "win.show-trash", MULL_TYPE_TRASH_PAGE },
  };

  open_board (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page, *search;

      open_page (fixture, pages[i].action, NULL, pages[i].type);
      page = mull_gui_test_find (GTK_WIDGET (fixture->window), pages[i].type, NULL, NULL);
      search = mull_gui_test_find (page, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
      gtk_editable_set_text (GTK_EDITABLE (search), "Nobody");
      g_signal_emit_by_name (search, "stop-search");
      g_assert_true (window_fixture_shows (fixture, pages[i].type));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
      g_signal_emit_by_name (search, "stop-search");
      g_assert_true (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
    }
}

/* Alt+Left goes back and moves a card: once too often, it does neither. */
static void
test_back_once_too_often (WindowFixture *fixture, gconstpointer data)
{
  static const guint sideways[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_KP_Left };

  open_board (fixture);
  g_assert_false (swallows (fixture, GDK_KEY_Left, GDK_ALT_MASK));
  open_page (fixture, "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE);
  g_assert_true (press (fixture, "<Alt>Left"));
  g_assert_true (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
  for (guint i = 0; i < G_N_ELEMENTS (sideways); i++)
    {
      g_assert_false (swallows (fixture, GDK_KEY_Alt_L, 0));
      g_assert_true (swallows (fixture, sideways[i], GDK_ALT_MASK));
    }
  /* Whoever walks the board looks at it. */
  g_assert_false (swallows (fixture, GDK_KEY_Down, 0));
  g_assert_false (swallows (fixture, GDK_KEY_Left, GDK_ALT_MASK));

  /* Other ways back end in no such key. */
  open_page (fixture, "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE);
  g_assert_true (press (fixture, "Escape"));
  g_assert_false (swallows (fixture, GDK_KEY_Right, GDK_ALT_MASK));

  /* Between pages nothing is moved. */
  open_page (fixture, "win.show-today", NULL, MULL_TYPE_TODAY_PAGE);
  open_page (fixture, "win.open-deal", "int64 1", MULL_TYPE_DEAL_PAGE);
  g_assert_true (press (fixture, "<Alt>Left"));
  g_assert_false (swallows (fixture, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (press (fixture, "<Alt>Left"));
  g_assert_true (swallows (fixture, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (swallows (fixture, GDK_KEY_Left, GDK_ALT_MASK));
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  WINDOW_ADD ("/window-keys/escape-goes-back", test_escape_goes_back);
  WINDOW_ADD ("/window-keys/escape-leaves-the-text", test_escape_leaves_the_text);
  WINDOW_ADD ("/window-keys/escape-empties-the-search", test_escape_empties_the_search);
  WINDOW_ADD ("/window-keys/back-once-too-often", test_back_once_too_often);
  return window_fixture_run ();
}
