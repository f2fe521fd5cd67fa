/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-columns"

#include "config.h"

#include "mull-columns.h"
#include "mull-gui-test.h"
#include "mull-widget.h"

#define THRESHOLD 300
#define SPACING 6

static GtkWidget *
make_child (int width, gboolean expand)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, width, 20);
  gtk_widget_set_hexpand (child, expand);
  return child;
}

/* Two children, 80 and 40 wide, in both directions of writing. */
static void
test_places (void)
{
  static const struct
  {
    gboolean even;
    GtkTextDirection direction;
    int width;
    graphene_rect_t first, second;
  } cases[] = {
    { TRUE, GTK_TEXT_DIR_LTR, 406, { { 0, 0 }, { 200, 20 } }, { { 206, 0 }, { 200, 20 } } },
    { TRUE, GTK_TEXT_DIR_RTL, 406, { { 206, 0 }, { 200, 20 } }, { { 0, 0 }, { 200, 20 } } },
    { FALSE, GTK_TEXT_DIR_LTR, 406, { { 0, 0 }, { 80, 20 } }, { { 86, 0 }, { 320, 20 } } },
    { FALSE, GTK_TEXT_DIR_RTL, 406, { { 326, 0 }, { 80, 20 } }, { { 0, 0 }, { 320, 20 } } },
    { TRUE, GTK_TEXT_DIR_LTR, 299, { { 0, 0 }, { 299, 20 } }, { { 0, 26 }, { 299, 20 } } },
    { FALSE, GTK_TEXT_DIR_RTL, 299, { { 0, 0 }, { 299, 20 } }, { { 0, 26 }, { 299, 20 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *columns =
          g_object_ref_sink (g_object_new (MULL_TYPE_COLUMNS, "threshold", THRESHOLD, "spacing",
                                           SPACING, "even", cases[i].even, NULL));
      GtkWidget *children[] = { make_child (80, FALSE), make_child (40, TRUE) };
      const graphene_rect_t *places[] = { &cases[i].first, &cases[i].second };
      gboolean even;
      int height;

      gtk_widget_set_direction (columns, cases[i].direction);
      for (guint j = 0; j < G_N_ELEMENTS (children); j++)
        mull_columns_append (MULL_COLUMNS (columns), children[j]);
      g_object_get (columns, "even", &even, NULL);
      g_assert_true (even == cases[i].even);
      gtk_widget_measure (columns, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL,
                          NULL);
      g_assert_cmpint (height, ==, cases[i].width < THRESHOLD ? 46 : 20);
      gtk_widget_size_allocate (columns, &(GtkAllocation){ 0, 0, cases[i].width, height }, -1);
      for (guint j = 0; j < G_N_ELEMENTS (children); j++)
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (children[j], columns, &bounds));
          g_test_message ("case %u, child %u: %g %g %g", i, j, bounds.origin.x, bounds.origin.y,
                          bounds.size.width);
          g_assert_true (graphene_rect_equal (&bounds, places[j]));
        }
      g_assert_finalize_object (columns);
    }
}

/* What matters has what the others leave, or all of it. */
static void
test_first_main (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  int line = mull_widget_measure_letters (label, 18);
  const struct
  {
    int width;
    int first, second;
    int height;
  } cases[] = { { 900, 814, 80, 20 },
                { line + 86, line, 80, 20 },
                { line + 85, line + 85, line + 85, 46 },
                { 90, 90, 90, 46 } };

  g_assert_cmpint (line, >, 90);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *columns = g_object_ref_sink (g_object_new (
          MULL_TYPE_COLUMNS, "threshold", 0, "spacing", SPACING, "first-main", TRUE, NULL));
      GtkWidget *children[] = { make_child (20, TRUE), make_child (80, FALSE) };
      gboolean first_main;
      int height;

      for (guint j = 0; j < G_N_ELEMENTS (children); j++)
        mull_columns_append (MULL_COLUMNS (columns), children[j]);
      g_object_get (columns, "first-main", &first_main, NULL);
      g_assert_true (first_main);
      gtk_widget_measure (columns, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, cases[i].width, &height, NULL, NULL,
                          NULL);
      g_assert_cmpint (height, ==, cases[i].height);
      gtk_widget_size_allocate (columns, &(GtkAllocation){ 0, 0, cases[i].width, height }, -1);
      g_assert_cmpint (gtk_widget_get_width (children[0]), ==, cases[i].first);
      g_assert_cmpint (gtk_widget_get_width (children[1]), ==, cases[i].second);
      g_assert_finalize_object (columns);
    }
}

/* Where the threshold is reached but one child needs more than there is, they stand below. */
static void
test_no_room (void)
{
  GtkWidget *columns = g_object_ref_sink (g_object_new (MULL_TYPE_COLUMNS, "threshold", THRESHOLD,
                                                        "spacing", SPACING, "even", FALSE, NULL));
  int height;

  mull_columns_append (MULL_COLUMNS (columns), make_child (200, FALSE));
  mull_columns_append (MULL_COLUMNS (columns), make_child (200, TRUE));
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 405, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 46);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 406, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 20);
  g_assert_finalize_object (columns);
}

/* They ask for the room that they take beside each other. */
static void
test_natural (void)
{
  static const struct
  {
    gboolean even;
    gboolean first_main;
    int natural;
  } cases[] = {
    { TRUE, FALSE, 2 * 80 + SPACING },
    { FALSE, FALSE, 80 + SPACING + 40 },
    { TRUE, TRUE, 80 + SPACING + 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *columns = g_object_ref_sink (
          g_object_new (MULL_TYPE_COLUMNS, "threshold", THRESHOLD, "spacing", SPACING, "even",
                        cases[i].even, "first-main", cases[i].first_main, NULL));
      int minimum, natural;

      mull_columns_append (MULL_COLUMNS (columns), make_child (80, FALSE));
      mull_columns_append (MULL_COLUMNS (columns), make_child (40, TRUE));
      gtk_widget_measure (columns, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, 80);
      g_assert_cmpint (natural, ==, cases[i].natural);
      g_assert_finalize_object (columns);
    }
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/columns/places", test_places);
  g_test_add_func ("/columns/first-main", test_first_main);
  g_test_add_func ("/columns/no-room", test_no_room);
  g_test_add_func ("/columns/natural", test_natural);
  return g_test_run ();
}
