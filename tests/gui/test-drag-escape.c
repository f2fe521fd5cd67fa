/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-drag-escape.h"
#include "mull-gui-test.h"
#include "pointer.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *card;
  GtkWidget *column;
  guint n_begun;
  guint n_ended;
  guint n_cancelled;
  guint n_dropped;
} Fixture;

static void
on_source_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, Fixture *f)
{
  f->n_begun++;
}

static void
on_source_drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, Fixture *f)
{
  f->n_ended++;
}

static gboolean
on_source_drag_cancel_cb (GtkDragSource *source,
                          GdkDrag *drag,
                          GdkDragCancelReason reason,
                          Fixture *f)
{
  f->n_cancelled++;
  return TRUE; /* no animation back */
}

static gboolean
on_target_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Fixture *f)
{
  f->n_dropped++;
  return TRUE;
}

static void
fixture_set_up (Fixture *f, gconstpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);
  g_autoptr (GdkContentProvider) content =
      gdk_content_provider_new_typed (G_TYPE_INT64, (gint64) 7);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  f->card = gtk_label_new ("Boiler service");
  f->column = gtk_label_new ("Propose");
  gtk_box_append (GTK_BOX (box), f->card);
  gtk_box_append (GTK_BOX (box), f->column);

  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_source_drag_begin_cb), f);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_source_drag_end_cb), f);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (on_source_drag_cancel_cb), f);
  mull_drag_escape_attach (source);
  gtk_widget_add_controller (f->card, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_target_drop_cb), f);
  gtk_widget_add_controller (f->column, GTK_EVENT_CONTROLLER (target));

  f->window = mull_gui_test_present (box, 400, 200);
}

static void
fixture_tear_down (Fixture *f, gconstpointer user_data)
{
  gtk_window_destroy (f->window);
  mull_gui_test_drain ();
}

static void
start_drag (Fixture *f, guint n)
{
  pointer_move (f->card, 100, 100);
  pointer_press (GDK_BUTTON_PRIMARY);
  pointer_move (f->card, 150, 110);
  mull_gui_test_wait_for (f->n_begun == n);
  pointer_move (f->column, 100, 100);
}

/* That the pointer of the test can drop at all. */
static void
test_drop (Fixture *f, gconstpointer user_data)
{
  start_drag (f, 1);
  pointer_release (GDK_BUTTON_PRIMARY);
  mull_gui_test_wait_for (f->n_ended == 1);
  g_assert_cmpuint (f->n_dropped, ==, 1);
  g_assert_cmpuint (f->n_cancelled, ==, 0);
}

static void
test_escape (Fixture *f, gconstpointer user_data)
{
  start_drag (f, 1);
  pointer_key ("Escape", TRUE);
  pointer_key ("Escape", FALSE);
  mull_gui_test_wait_for (f->n_cancelled == 1 && f->n_ended == 1);
  pointer_release (GDK_BUTTON_PRIMARY);
  pointer_settle ();
  g_assert_cmpuint (f->n_dropped, ==, 0);

  /* Escape is itself again, and the next drag drops. */
  pointer_key ("Escape", TRUE);
  pointer_key ("Escape", FALSE);
  start_drag (f, 2);
  pointer_release (GDK_BUTTON_PRIMARY);
  mull_gui_test_wait_for (f->n_ended == 2);
  g_assert_cmpuint (f->n_cancelled, ==, 1);
  g_assert_cmpuint (f->n_dropped, ==, 1);
}

static void
test_other_keys (Fixture *f, gconstpointer user_data)
{
  start_drag (f, 1);
  pointer_key ("a", TRUE);
  pointer_key ("a", FALSE);
  pointer_settle ();
  g_assert_cmpuint (f->n_cancelled, ==, 0);
  pointer_release (GDK_BUTTON_PRIMARY);
  mull_gui_test_wait_for (f->n_ended == 1);
  g_assert_cmpuint (f->n_dropped, ==, 1);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  if (!pointer_is_there ())
    {
      g_print ("1..0 # SKIP no X server to move a pointer on\n");
      return 0;
    }
  g_test_add ("/drag-escape/drop", Fixture, NULL, fixture_set_up, test_drop, fixture_tear_down);
  g_test_add ("/drag-escape/escape", Fixture, NULL, fixture_set_up, test_escape, fixture_tear_down);
  g_test_add ("/drag-escape/other-keys", Fixture, NULL, fixture_set_up, test_other_keys,
              fixture_tear_down);
  return g_test_run ();
}
