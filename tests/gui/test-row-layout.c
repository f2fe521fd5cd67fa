/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-row-layout"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-paragraph.h"
#include "mull-row-layout.h"

#define SPACING 6
#define LONG_TEXT "A text of some length, which needs more than one line in a narrow column."

static GtkWidget *
make_row (void)
{
  GtkWidget *row = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (row,
                                 g_object_new (MULL_TYPE_ROW_LAYOUT, "spacing", SPACING, NULL));
  return row;
}

static GtkWidget *
add (GtkWidget *row, GtkWidget *child, gboolean expand)
{
  gtk_widget_set_hexpand (child, expand);
  gtk_box_append (GTK_BOX (row), child);
  return child;
}

static GtkWidget *
add_square (GtkWidget *row, int width, gboolean expand)
{
  GtkWidget *child = add (row, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), expand);

  gtk_widget_set_size_request (child, width, 20);
  return child;
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static void
allocate (GtkWidget *widget, int width)
{
  int minimum, height = measure (widget, GTK_ORIENTATION_VERTICAL, width);

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static graphene_rect_t
get_bounds (GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  return bounds;
}

/* Three children, 40, 60 and 20 wide, in both directions of writing: what is left goes to those
 * that expand, and a hidden one takes no place. */
static void
test_places (void)
{
  static const struct
  {
    GtkTextDirection direction;
    gboolean expand[3];
    gboolean hidden;
    int x[3], width[3];
  } cases[] = {
    { GTK_TEXT_DIR_LTR, { FALSE, TRUE, FALSE }, FALSE, { 0, 46, 180 }, { 40, 128, 20 } },
    { GTK_TEXT_DIR_RTL, { FALSE, TRUE, FALSE }, FALSE, { 160, 26, 0 }, { 40, 128, 20 } },
    { GTK_TEXT_DIR_LTR, { FALSE, FALSE, FALSE }, FALSE, { 0, 46, 112 }, { 40, 60, 20 } },
    { GTK_TEXT_DIR_LTR, { TRUE, FALSE, TRUE }, FALSE, { 0, 80, 146 }, { 74, 60, 54 } },
    { GTK_TEXT_DIR_LTR, { FALSE, TRUE, FALSE }, TRUE, { 0, 46, 0 }, { 40, 154, 0 } },
  };
  static const int widths[] = { 40, 60, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = make_row (), *children[3];

      gtk_widget_set_direction (row, cases[i].direction);
      for (guint j = 0; j < G_N_ELEMENTS (children); j++)
        children[j] = add_square (row, widths[j], cases[i].expand[j]);
      gtk_widget_set_visible (children[2], !cases[i].hidden);
      g_assert_cmpint (measure (row, GTK_ORIENTATION_HORIZONTAL, -1), ==,
                       cases[i].hidden ? 100 + SPACING : 120 + 2 * SPACING);
      g_assert_cmpint (measure (row, GTK_ORIENTATION_VERTICAL, 200), ==, 20);
      allocate (row, 200);
      for (guint j = 0; j < (cases[i].hidden ? 2 : 3); j++)
        {
          graphene_rect_t bounds = get_bounds (children[j]);

          g_test_message ("case %u, child %u: %g %g", i, j, bounds.origin.x, bounds.size.width);
          g_assert_cmpfloat (bounds.origin.x, ==, cases[i].x[j]);
          g_assert_cmpfloat (bounds.size.width, ==, cases[i].width[j]);
          g_assert_cmpfloat (bounds.size.height, ==, 20);
        }
      g_assert_finalize_object (row);
    }
}

/* A text has the height that it needs in what the others leave of the width. */
static void
test_height (void)
{
  GtkWidget *row = make_row ();
  GtkWidget *text = add (row, g_object_new (MULL_TYPE_PARAGRAPH, "text", LONG_TEXT, NULL), TRUE);

  add_square (row, 100, FALSE);
  g_assert_cmpint (measure (row, GTK_ORIENTATION_VERTICAL, 300), ==,
                   measure (text, GTK_ORIENTATION_VERTICAL, 200 - SPACING));
  allocate (row, 300);
  g_assert_cmpint (gtk_widget_get_width (text), ==, 200 - SPACING);
  g_assert_cmpint (gtk_widget_get_height (text), ==,
                   measure (text, GTK_ORIENTATION_VERTICAL, 200 - SPACING));
  g_assert_finalize_object (row);
}

/* Large and small letters stand on one line where they want to. */
static void
test_line (void)
{
  GtkWidget *row = make_row ();
  GtkWidget *large = add (row, gtk_label_new (NULL), FALSE);
  GtkWidget *small = add (row, gtk_label_new (NULL), FALSE);
  int of_large, of_small;

  gtk_label_set_markup (GTK_LABEL (large), "<span size='300%'>Large</span>");
  gtk_label_set_text (GTK_LABEL (small), "small");
  gtk_widget_set_valign (large, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (small, GTK_ALIGN_BASELINE);
  gtk_widget_measure (large, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, &of_large);
  gtk_widget_measure (small, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, &of_small);
  g_assert_cmpint (of_large, >, of_small);
  allocate (row, 600);
  g_assert_cmpint (gtk_widget_get_allocated_baseline (large), ==, of_large);
  g_assert_cmpint (gtk_widget_get_allocated_baseline (small), ==, of_large);
  g_assert_finalize_object (row);
}

static void
test_spacing (void)
{
  GtkWidget *row = make_row ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (row);
  int spacing;

  add_square (row, 10, FALSE);
  add_square (row, 10, FALSE);
  g_assert_cmpint (measure (row, GTK_ORIENTATION_HORIZONTAL, -1), ==, 20 + SPACING);
  mull_row_layout_set_spacing (MULL_ROW_LAYOUT (layout), 30);
  g_object_get (layout, "spacing", &spacing, NULL);
  g_assert_cmpint (spacing, ==, 30);
  g_assert_cmpint (measure (row, GTK_ORIENTATION_HORIZONTAL, -1), ==, 50);
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/row-layout/places", test_places);
  g_test_add_func ("/row-layout/height", test_height);
  g_test_add_func ("/row-layout/line", test_line);
  g_test_add_func ("/row-layout/spacing", test_spacing);
  return g_test_run ();
}
