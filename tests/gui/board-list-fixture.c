/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "board-list-fixture"

#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"

#include <math.h>

typedef struct
{
  guint n_deals;
  FixtureTest test;
} Case;

static GtkWidget *
make_card (gpointer user_data)
{
  Fixture *fixture = user_data;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (card), label);
  fixture->n_made++;
  return card;
}

static void
bind_card (GtkWidget *card, gpointer item, guint position, gpointer user_data)
{
  Fixture *fixture = user_data;
  const char *text = gtk_string_object_get_string (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (card)), text);
  mull_board_list_row_set_label (card, text);
  fixture->n_bound++;
}

static void
unbind_card (GtkWidget *card, gpointer item, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (GTK_IS_STRING_OBJECT (item));
  fixture->n_unbound++;
}

static gint64
get_number (GListModel *model, guint position, gpointer user_data)
{
  const char *text = gtk_string_list_get_string (GTK_STRING_LIST (model), position);

  return g_ascii_strtoll (text + strlen ("Deal "), NULL, 10);
}

/* "Deal FROM" up to, but not including, "Deal TO". */
GtkStringList *
fixture_deals_new (guint from, guint to)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = from; i < to; i++)
    {
      g_autofree char *title = g_strdup_printf ("Deal %u", i);
      g_strv_builder_add (builder, title);
    }
  titles = g_strv_builder_end (builder);
  return gtk_string_list_new ((const char *const *) titles);
}

static void
fixture_init (Fixture *fixture, guint n_deals)
{
  static const MullBoardListFuncs funcs = { make_card, bind_card, unbind_card, get_number };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->deals = fixture_deals_new (0, n_deals);
  fixture->list = mull_board_list_new ();
  g_object_ref_sink (fixture->list);
  mull_board_list_set_row_height (fixture->list, FIXTURE_ROW_HEIGHT);
  mull_board_list_set_spacing (fixture->list, FIXTURE_SPACING);
  mull_board_list_set_funcs (fixture->list, &funcs, fixture, NULL);
  mull_board_list_set_model (fixture->list, G_LIST_MODEL (fixture->deals));

  fixture->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (fixture->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_widget_set_focusable (fixture->scrolled, FALSE);
  gtk_widget_set_size_request (fixture->scrolled, 200, FIXTURE_HEIGHT);
  gtk_widget_set_valign (fixture->scrolled, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scrolled),
                                 GTK_WIDGET (fixture->list));
  fixture->adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));

  fixture->before = gtk_button_new_with_label ("Before");
  fixture->after = gtk_button_new_with_label ("After");
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), fixture->scrolled);
  gtk_box_append (GTK_BOX (box), fixture->after);
  fixture->window = mull_gui_test_present (box, 300, 600);
  fixture_wait_frame (fixture);
  fixture_wait_frame (fixture);
}

static void
run_case (gconstpointer user_data)
{
  const Case *test_case = user_data;
  Fixture fixture = { NULL };

  fixture_init (&fixture, test_case->n_deals);
  test_case->test (&fixture);

  gtk_window_destroy (fixture.window);
  mull_gui_test_drain ();
  g_assert_finalize_object (fixture.list);
  g_assert_cmpuint (fixture.n_bound, ==, fixture.n_unbound);
  g_assert_finalize_object (fixture.deals);
}

/* Adds a test that runs with @n_deals deals; list and model must both be gone after it. */
void
fixture_add (const char *path, guint n_deals, FixtureTest test)
{
  Case *test_case = g_new (Case, 1);

  test_case->n_deals = n_deals;
  test_case->test = test;
  g_test_add_data_func_full (path, test_case, run_case, g_free);
}

/* Replaces deals by those of the numbers given, as "7 8 9". */
void
fixture_splice (Fixture *fixture, guint position, guint n_removed, const char *numbers)
{
  g_auto (GStrv) titles = g_strsplit (numbers, " ", -1);

  g_assert_true (numbers[0] == '\0' || g_ascii_isdigit (numbers[0]));
  for (guint i = 0; titles[i] != NULL; i++)
    {
      char *title = g_strdup_printf ("Deal %s", titles[i]);
      g_free (titles[i]);
      titles[i] = title;
    }
  gtk_string_list_splice (fixture->deals, position, n_removed, (const char *const *) titles);
}

/* Moves one deal as a model does that compares the old order with the new one: by one splice over
 * everything from the one place to the other. */
void
fixture_move (Fixture *fixture, guint from, guint to)
{
  guint first = MIN (from, to), last = MAX (from, to);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  char *moved = g_strdup (gtk_string_list_get_string (fixture->deals, from));

  for (guint i = first; i <= last; i++)
    if (i != from)
      g_ptr_array_add (titles, g_strdup (gtk_string_list_get_string (fixture->deals, i)));
  g_ptr_array_insert (titles, to - first, moved);
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (fixture->deals, first, last - first + 1,
                          (const char *const *) titles->pdata);
}

void
fixture_wait_frame (Fixture *fixture)
{
  gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

void
fixture_scroll (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (fixture->adjustment, value);
}

/* Does what the key would do; it must be one the list uses. */
void
fixture_press (Fixture *fixture, const char *trigger)
{
  if (!mull_gui_test_press (GTK_WIDGET (fixture->list), trigger))
    g_error ("The list does not use %s.", trigger);
}

/* All widgets that live for rows, whether or not they show something. */
guint
fixture_count_rows (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

MullBoardRow *
fixture_find_row (Fixture *fixture, guint position)
{
  GtkWidget *card = mull_board_list_get_card (fixture->list, position);

  return card != NULL ? MULL_BOARD_ROW (gtk_widget_get_parent (card)) : NULL;
}

/* Where the card is seen after layout, in pixels from the top of the list. */
double
fixture_get_y (Fixture *fixture, guint position)
{
  MullBoardRow *row = fixture_find_row (fixture, position);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (fixture->list), &bounds));
  return bounds.origin.y;
}

const char *
fixture_get_text (Fixture *fixture, guint position)
{
  GtkWidget *card = mull_board_list_get_card (fixture->list, position);

  g_assert_nonnull (card);
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (card)));
}

/* The position of the row with the keyboard focus, or GTK_INVALID_LIST_POSITION. */
guint
fixture_get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return MULL_IS_BOARD_ROW (focus) ? mull_board_row_get_position (MULL_BOARD_ROW (focus))
                                   : GTK_INVALID_LIST_POSITION;
}

/* What the user has selected, as "1 2 5". */
char *
fixture_get_selection (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->deals)); i++)
    if (mull_board_list_is_selected (fixture->list, i))
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", i);
  return g_string_free (text, FALSE);
}

/* Every card that should be visible is there, shows its own item, says so, and stands in its
 * place; rows follow each other in the order of the list; nothing else is shown. */
void
fixture_assert_shown (Fixture *fixture)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->deals));
  double value = gtk_adjustment_get_value (fixture->adjustment);
  guint first, end, previous = 0, n_mapped = 0;

  fixture_wait_frame (fixture);
  fixture_wait_frame (fixture);
  value = floor (gtk_adjustment_get_value (fixture->adjustment));
  first = value / FIXTURE_ROW_HEIGHT;
  end = MIN (ceil ((value + FIXTURE_HEIGHT) / FIXTURE_ROW_HEIGHT), n_items);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->list)), ==, FIXTURE_HEIGHT);

  for (guint position = first; position < end; position++)
    {
      const char *title = gtk_string_list_get_string (fixture->deals, position);
      MullBoardRow *row = fixture_find_row (fixture, position);

      g_assert_nonnull (row);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
      g_assert_cmpstr (fixture_get_text (fixture, position), ==, title);
      g_assert_cmpfloat (fixture_get_y (fixture, position), ==,
                         position * FIXTURE_ROW_HEIGHT - value + FIXTURE_SPACING / 2);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (row)), ==,
                       FIXTURE_ROW_HEIGHT - FIXTURE_SPACING);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, title);
      gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                           (int) position + 1);
      gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_items);
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      guint position = mull_board_row_get_position (MULL_BOARD_ROW (row));

      g_assert_true (gtk_widget_get_mapped (row) == (position != GTK_INVALID_LIST_POSITION));
      g_assert_cmpuint (position, >=, previous);
      previous = position;
      n_mapped += gtk_widget_get_mapped (row);
    }
  g_assert_cmpuint (n_mapped, <=, end - first + 1);
}
