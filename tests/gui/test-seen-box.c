/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-seen-box"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-seen-box.h"

#define N_CHILDREN 100
#define CHILD_HEIGHT 50
#define WINDOW_HEIGHT 200

typedef struct
{
  GtkWidget *window;
  GtkScrolledWindow *scroller;
  guint n_drawn[N_CHILDREN];
} Fixture;

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer n_drawn)
{
  ++*(guint *) n_drawn;
}

static GtkWidget *
scroll (GtkWidget *child, GtkPolicyType policy)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, policy);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

/* A box of boxes; @nested puts it into a second scrolled window, which does not scroll itself. */
static void
set_up (Fixture *fixture, gconstpointer nested)
{
  GtkWidget *box = mull_seen_box_new (GTK_ORIENTATION_VERTICAL), *page = NULL, *content = box;

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      if (i % 10 == 0)
        {
          page = mull_seen_box_new (GTK_ORIENTATION_VERTICAL);
          gtk_box_append (GTK_BOX (box), page);
        }
      gtk_widget_set_size_request (child, 100, CHILD_HEIGHT);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (child), draw, &fixture->n_drawn[i], NULL);
      gtk_box_append (GTK_BOX (page), child);
    }
  if (nested != NULL)
    content = scroll (content, GTK_POLICY_NEVER);
  fixture->scroller = GTK_SCROLLED_WINDOW (scroll (content, GTK_POLICY_AUTOMATIC));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 200, WINDOW_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->scroller));
  gtk_window_present (GTK_WINDOW (fixture->window));
  mull_gui_test_wait_for (fixture->n_drawn[0] > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer nested)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static guint
count_drawn (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < N_CHILDREN; i++)
    n += fixture->n_drawn[i] > 0;
  return n;
}

/* What is in sight is drawn, also after it has come into sight; the rest is not. */
static void
test_sight (Fixture *fixture, gconstpointer nested)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);
  guint seen = WINDOW_HEIGHT / CHILD_HEIGHT;

  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->scroller)), <=, WINDOW_HEIGHT);
  g_assert_cmpuint (fixture->n_drawn[seen - 1], >, 0);
  g_assert_cmpuint (fixture->n_drawn[seen + 2], ==, 0);
  gtk_adjustment_set_value (adjustment, 60 * CHILD_HEIGHT);
  mull_gui_test_wait_for (fixture->n_drawn[60] > 0);
  g_assert_cmpuint (fixture->n_drawn[59 + seen], >, 0);
  g_assert_cmpuint (fixture->n_drawn[30], ==, 0);
  g_assert_cmpuint (fixture->n_drawn[N_CHILDREN - 1], ==, 0);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  mull_gui_test_wait_for (fixture->n_drawn[N_CHILDREN - 1] > 0);
  g_assert_cmpuint (count_drawn (fixture), <=, 3 * (seen + 2));
}

/* A window that grows shows more. */
static void
test_grow (Fixture *fixture, gconstpointer nested)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 200, 3 * WINDOW_HEIGHT);
  mull_gui_test_wait_for (fixture->n_drawn[3 * WINDOW_HEIGHT / CHILD_HEIGHT - 1] > 0);
  g_assert_cmpuint (fixture->n_drawn[N_CHILDREN / 2], ==, 0);
}

/* What is hidden and shown again still follows the scrolling. */
static void
test_again (Fixture *fixture, gconstpointer nested)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->scroller), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (fixture->scroller), TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (fixture->scroller),
                            40 * CHILD_HEIGHT);
  mull_gui_test_wait_for (fixture->n_drawn[40] > 0);
  g_assert_cmpuint (fixture->n_drawn[60], ==, 0);
}

#define ADD(path, nested, test) g_test_add (path, Fixture, nested, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/seen-box/sight", NULL, test_sight);
  ADD ("/seen-box/sight-nested", "nested", test_sight);
  ADD ("/seen-box/grow", NULL, test_grow);
  ADD ("/seen-box/again", NULL, test_again);
  return g_test_run ();
}
