/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-paragraph"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-paragraph.h"

#define LONG_TEXT "A text of some length, which needs more than one line in a narrow column."

static MullParagraph *
make (const char *text, int lines)
{
  return g_object_ref_sink (g_object_new (MULL_TYPE_PARAGRAPH, "text", text, "lines", lines, NULL));
}

static int
measure (MullParagraph *paragraph, GtkOrientation orientation, int for_size)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (paragraph), orientation, for_size, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, natural);
  return natural;
}

/* As high as its lines, and as wide as it is told. */
static void
test_size (void)
{
  static const struct
  {
    const char *text;
    int width;
    int lines;
    int least;
    int most;
  } cases[] = {
    { "", 200, 0, 1, 1 },
    { "Short", 400, 0, 1, 1 },
    { LONG_TEXT, 2000, 0, 1, 1 },
    { LONG_TEXT, 200, 0, 3, 6 },
    { LONG_TEXT, 200, 1, 1, 1 },
    { LONG_TEXT, 200, 2, 2, 2 },
    { "One\nTwo\nThree", 400, 0, 3, 3 },
    { "Unbreakableunbreakableunbreakableunbreakable", 100, 0, 3, 6 },
  };
  g_autoptr (MullParagraph) line = make ("X", 0);
  int height = measure (line, GTK_ORIENTATION_VERTICAL, 1000);
  int width = measure (line, GTK_ORIENTATION_HORIZONTAL, -1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullParagraph) paragraph = make (cases[i].text, cases[i].lines);
      int got = measure (paragraph, GTK_ORIENTATION_VERTICAL, cases[i].width);

      /* Two lines may share a pixel that was rounded up. */
      g_assert_cmpint (got, >=, cases[i].least * height - cases[i].least);
      g_assert_cmpint (got, <=, cases[i].most * height + cases[i].most);
      g_assert_cmpint (measure (paragraph, GTK_ORIENTATION_HORIZONTAL, -1), ==, width);
      /* Nowhere lower than it says when no width is told. */
      g_assert_cmpint (measure (paragraph, GTK_ORIENTATION_VERTICAL, -1), <=, got);
      g_assert_cmpint (measure (paragraph, GTK_ORIENTATION_VERTICAL, -1), ==,
                       measure (paragraph, GTK_ORIENTATION_VERTICAL, 100000));
    }
}

/* What likes to be as wide as its text is it in one line, and wraps where it gets less, also after
 * it was asked for another width. */
static void
test_snug (void)
{
  static const char *const texts[] = { "Short text", LONG_TEXT, "قصير جدا" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MullParagraph) line = make ("X", 0), taken = make (texts[i], 0);
      g_autoptr (MullParagraph) snug = g_object_ref_sink (
          g_object_new (MULL_TYPE_PARAGRAPH, "text", texts[i], "snug", TRUE, NULL));
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (snug), texts[i]);
      int width, minimum, natural, height = measure (line, GTK_ORIENTATION_VERTICAL, 1000);

      pango_layout_get_pixel_size (layout, &width, NULL);
      for (guint again = 0; again < 2; again++)
        {
          gtk_widget_measure (GTK_WIDGET (snug), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                              NULL, NULL);
          g_assert_cmpint (minimum, ==, measure (taken, GTK_ORIENTATION_HORIZONTAL, -1));
          g_assert_cmpint (natural, ==, MAX (minimum, width));
          g_assert_cmpint (ABS (measure (snug, GTK_ORIENTATION_VERTICAL, natural) - height), <=, 1);
          g_assert_cmpint (measure (snug, GTK_ORIENTATION_VERTICAL, minimum), ==,
                           measure (taken, GTK_ORIENTATION_VERTICAL, minimum));
          g_assert_cmpint (measure (snug, GTK_ORIENTATION_VERTICAL, 2 * natural), ==,
                           measure (taken, GTK_ORIENTATION_VERTICAL, 2 * natural));
        }
    }
}

/* It stands on one line with a label beside it. */
static void
test_baseline (void)
{
  g_autoptr (MullParagraph) paragraph = make (LONG_TEXT, 0);
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("Short"));
  int baseline, natural, of_label;

  for (int width = 100; width <= 2000; width += 950)
    {
      gtk_widget_measure (GTK_WIDGET (paragraph), GTK_ORIENTATION_VERTICAL, width, NULL, NULL,
                          &baseline, &natural);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, &of_label, NULL);
      g_assert_cmpint (baseline, ==, of_label);
      g_assert_cmpint (natural, ==, of_label);
    }
}

static void
count_resizes (GObject *object, GParamSpec *pspec, gpointer n)
{
  ++*(int *) n;
}

/* Another text is measured anew, also in the width of before; the same text changes nothing. */
static void
test_change (void)
{
  g_autoptr (MullParagraph) paragraph = make ("Short", 0);
  int low = measure (paragraph, GTK_ORIENTATION_VERTICAL, 150);
  int n = 0;

  g_signal_connect (paragraph, "notify", G_CALLBACK (count_resizes), &n);
  mull_paragraph_set_text (paragraph, "Short");
  mull_paragraph_set_lines (paragraph, 0);
  g_assert_cmpint (n, ==, 0);
  mull_paragraph_set_text (paragraph, LONG_TEXT);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpstr (mull_paragraph_get_text (paragraph), ==, LONG_TEXT);
  g_assert_cmpint (measure (paragraph, GTK_ORIENTATION_VERTICAL, 150), >, low);
  mull_paragraph_set_lines (paragraph, 1);
  g_assert_cmpint (measure (paragraph, GTK_ORIENTATION_VERTICAL, 150), ==, low);
}

/* Of 400 pixels a short text takes less; it stands where reading begins, whatever it is written in.
 */
static void
test_start (void)
{
  static const char *const texts[] = { "Short", "قصير" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint rtl = 0; rtl < 2; rtl++)
      {
        g_autoptr (MullParagraph) paragraph = make (texts[i], 1);
        g_autoptr (PangoLayout) layout =
            gtk_widget_create_pango_layout (GTK_WIDGET (paragraph), texts[i]);
        gboolean natural = rtl == i;
        int width, start;

        gtk_widget_set_direction (GTK_WIDGET (paragraph),
                                  rtl == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        pango_layout_get_pixel_size (layout, &width, NULL);
        start = mull_paragraph_get_start (paragraph, 400);
        g_test_message ("“%s”, %s: %d", texts[i], rtl == 1 ? "from the right" : "from the left",
                        start);
        if (natural)
          g_assert_cmpint (ABS (start), <=, 1);
        else
          g_assert_cmpint (ABS (start - (rtl == 1 ? 400 - width : width - 400)), <=, 1);
      }
}

static void
test_accessible (void)
{
  g_autoptr (MullParagraph) paragraph = make ("Said aloud", 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (paragraph), GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (paragraph), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Said aloud");
}

/* Put elsewhere while it has another style, it is laid out in that style. */
static void
test_follows_style_elsewhere (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (MullParagraph) paragraph = make ("X", 0);
  int plain;

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (paragraph));
  gtk_window_present (GTK_WINDOW (window));
  mull_gui_test_drain ();
  plain = measure (paragraph, GTK_ORIENTATION_VERTICAL, 1000);
  gtk_box_remove (GTK_BOX (box), GTK_WIDGET (paragraph));
  gtk_widget_add_css_class (GTK_WIDGET (paragraph), "title-1");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (paragraph));
  mull_gui_test_wait_for (measure (paragraph, GTK_ORIENTATION_VERTICAL, 1000) > plain + plain / 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/paragraph/size", test_size);
  g_test_add_func ("/paragraph/snug", test_snug);
  g_test_add_func ("/paragraph/baseline", test_baseline);
  g_test_add_func ("/paragraph/change", test_change);
  g_test_add_func ("/paragraph/start", test_start);
  g_test_add_func ("/paragraph/accessible", test_accessible);
  g_test_add_func ("/paragraph/follows-style-elsewhere", test_follows_style_elsewhere);
  return g_test_run ();
}
