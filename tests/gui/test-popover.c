/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-popover"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-popover.h"

static GMenu *
make_menu (const char *first, const char *const *moves)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) submenu = g_menu_new ();

  g_menu_append (section, first, "test.first");
  for (guint i = 0; moves[i] != NULL; i++)
    g_menu_append (submenu, moves[i], "test.move");
  g_menu_append_submenu (section, "Move", G_MENU_MODEL (submenu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return menu;
}

static GMenuModel *
get_model (GtkWidget *popover)
{
  return gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
}

static char *
dup_label (GMenuModel *menu, int item)
{
  char *label = NULL;

  g_assert_true (g_menu_model_get_item_attribute (menu, item, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  return label;
}

/* The sections of the first menu say what the second one is to say. */
static void
test_menu_kept (void)
{
  const char *const two[] = { "Qualify", "Propose", NULL }, *const one[] = { "Won", NULL };
  g_autoptr (GMenu) kept = NULL;
  g_autoptr (GMenu) menu = make_menu ("Undo: Call", two);
  g_autoptr (GMenu) next = make_menu ("Undo: Move", one);
  g_autoptr (GtkWidget) before = g_object_ref_sink (mull_popover_menu_new (&kept, menu));
  g_autoptr (GMenuModel) section =
      g_menu_model_get_item_link (get_model (before), 0, G_MENU_LINK_SECTION);
  g_autoptr (GtkWidget) after = g_object_ref_sink (mull_popover_menu_new (&kept, next));
  g_autoptr (GMenuModel) same =
      g_menu_model_get_item_link (get_model (after), 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (same, 1, G_MENU_LINK_SUBMENU);
  g_autofree char *label = dup_label (same, 0);
  g_autofree char *move = dup_label (submenu, 0);

  g_assert_true (same == section);
  g_assert_cmpint (g_menu_model_get_n_items (same), ==, 2);
  g_assert_cmpstr (label, ==, "Undo: Move");
  g_assert_cmpint (g_menu_model_get_n_items (submenu), ==, 1);
  g_assert_cmpstr (move, ==, "Won");
}

/* A menu that has become longer or shorter, and an item that has become a section. */
static void
test_menu_grows (void)
{
  const char *const moves[] = { "Qualify", NULL };
  g_autoptr (GMenu) kept = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GMenu) menu = i == 2 ? make_menu ("Open", moves) : g_menu_new ();
      gboolean plain = i == 1 || i == 3;
      g_autoptr (GtkWidget) popover = NULL;
      g_autoptr (GMenuModel) section = NULL;

      if (plain)
        {
          g_menu_append (menu, "Open", "test.first");
          g_menu_append (menu, "Close", "test.first");
        }
      popover = g_object_ref_sink (mull_popover_menu_new (&kept, menu));
      g_assert_cmpint (g_menu_model_get_n_items (get_model (popover)), ==, plain ? 2 : i == 2);
      if (plain || i == 2)
        section = g_menu_model_get_item_link (get_model (popover), 0, G_MENU_LINK_SECTION);
      g_assert_true ((section != NULL) == (i == 2));
    }
}

static gboolean
is_scrolled (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget);
}

/* The separators come in a moment; without room for them the last item was out of sight. */
static void
test_menu_in_full (void)
{
  GtkWidget *label = gtk_label_new ("Card");
  GtkWindow *window = mull_gui_test_present (label, 400, 500);
  g_autoptr (GMenu) kept = NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover, *scrolled;
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      g_menu_append (section, "Open", "test.first");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  popover = mull_popover_menu_new (&kept, menu);
  mull_popover_show_once (GTK_POPOVER (popover), label, &(GdkRectangle){ 10, 10, 1, 1 });
  mull_gui_test_wait_for (gtk_widget_get_mapped (popover));
  mull_gui_test_drain ();
  scrolled = mull_gui_test_find (popover, GTK_TYPE_SCROLLED_WINDOW, is_scrolled, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), <=,
                     gtk_adjustment_get_page_size (adjustment));
  gtk_window_destroy (window);
}

static void
test_menu_text (void)
{
  g_autofree char *text = mull_popover_dup_menu_text ("a_b__c");

  g_assert_cmpstr (text, ==, "a__b____c");
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/popover/menu/kept", test_menu_kept);
  g_test_add_func ("/popover/menu/grows", test_menu_grows);
  g_test_add_func ("/popover/menu/in-full", test_menu_in_full);
  g_test_add_func ("/popover/menu/text", test_menu_text);
  return g_test_run ();
}
