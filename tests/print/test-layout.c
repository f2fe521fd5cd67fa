/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-layout-check.h"
#include "mull-layout.h"

#include <string.h>

static MullBlock *
new_text (const char *text)
{
  return mull_block_new_text (MULL_FONT_BODY, MULL_FONT_PLAIN, text);
}

static MullBlock *
new_numbered (const char *word, guint number)
{
  g_autofree char *text = g_strdup_printf ("%s%u", word, number);

  return new_text (text);
}

static void
assert_has (const char *text, const char *line, gboolean expected)
{
  g_autofree char *around = g_strdup_printf ("\n%s", text);
  g_autofree char *whole = g_strdup_printf ("\n%s\n", line);

  if ((strstr (around, whole) != NULL) != expected)
    g_error ("“%s” is %s in:\n%s", line, expected ? "not" : "still", text);
}

/* How many lines of the reading size fit on a page of A4. */
static guint
lines_per_page (void)
{
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *stack = mull_block_new_stack ();

  for (guint i = 0; i < 200; i++)
    mull_block_add (stack, new_numbered ("line", i));
  mull_layout_add_flow (layout, stack, NULL);
  mull_layout_finish (layout, "");
  /* The page number is a text as well. */
  return mull_layout_count_items (layout, 0, MULL_LAYOUT_ITEM_TEXT) - 1;
}

static void
test_fits (void)
{
  guint n_lines = lines_per_page ();
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_lines; i++)
    mull_block_add_droppable (stack, new_numbered ("line", i), 0);
  mull_layout_add_page (layout, stack);
  mull_layout_finish (layout, "foot");
  mull_layout_check (layout);
  g_assert_cmpuint (mull_layout_get_n_pages (layout), ==, 1);
  text = mull_layout_dup_text (layout, 0);
  g_assert_null (strstr (text, "more"));
  g_assert_nonnull (strstr (text, "foot\nPage 1 of 1\n"));
}

/* One row too many costs two: the last and the one whose line "+2 more" takes. */
static void
test_drop_last (void)
{
  guint n_lines = lines_per_page () + 1;
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  g_autofree char *text = NULL;
  g_autofree char *last_kept = g_strdup_printf ("line%u", n_lines - 3);
  g_autofree char *first_dropped = g_strdup_printf ("line%u", n_lines - 2);

  for (guint i = 0; i < n_lines; i++)
    mull_block_add_droppable (stack, new_numbered ("line", i), 5);
  mull_layout_add_page (layout, stack);
  mull_layout_finish (layout, "");
  mull_layout_check (layout);
  text = mull_layout_dup_text (layout, 0);
  assert_has (text, last_kept, TRUE);
  assert_has (text, first_dropped, FALSE);
  assert_has (text, "+2 more", TRUE);
}

static void
test_drop_by_priority (void)
{
  guint n_lines = lines_per_page ();
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *page = mull_block_new_stack ();
  MullBlock *dear = mull_block_new_stack ();
  MullBlock *cheap = mull_block_new_stack ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_lines - 10; i++)
    mull_block_add_droppable (dear, new_numbered ("dear", i), 9);
  for (guint i = 0; i < 20; i++)
    mull_block_add_droppable (cheap, new_numbered ("cheap", i), i == 12 ? 2 : 1);
  mull_block_set_n_left_out (cheap, 100);
  mull_block_add (page, dear);
  mull_block_add (page, cheap);
  mull_layout_add_page (layout, page);
  mull_layout_finish (layout, "");
  mull_layout_check (layout);
  text = mull_layout_dup_text (layout, 0);
  /* Ten lines are left: nine rows, and one line that says what is missing. */
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *line = g_strdup_printf ("cheap%u", i);

      assert_has (text, line, i < 8 || i == 12);
    }
  assert_has (text, "dear0", TRUE);
  assert_has (text, "+111 more", TRUE);
}

/* A dropped row of one line is put back where "+1 more" takes as much room. */
static void
test_no_plus_one_for_one_line (void)
{
  guint n_lines = lines_per_page ();
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *page = mull_block_new_stack ();
  MullBlock *first = mull_block_new_stack ();
  MullBlock *second = mull_block_new_stack ();
  g_autofree char *text = NULL;

  mull_block_add_droppable (first, new_text ("only"), 1);
  for (guint i = 0; i < n_lines + 4; i++)
    mull_block_add_droppable (second, new_numbered ("line", i), 2);
  mull_block_add (page, first);
  mull_block_add (page, second);
  mull_layout_add_page (layout, page);
  mull_layout_finish (layout, "");
  mull_layout_check (layout);
  text = mull_layout_dup_text (layout, 0);
  assert_has (text, "only", TRUE);
  assert_has (text, "+1 more", FALSE);
}

/* A row too high for what is left makes room for the next list, but its own list ends there. */
static void
test_room_left_is_used (void)
{
  guint n_lines = lines_per_page ();
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *page = mull_block_new_stack ();
  MullBlock *high = mull_block_new_stack ();
  MullBlock *low = mull_block_new_stack ();
  g_autofree char *text = NULL;

  for (guint i = 0; i + 6 < n_lines; i++)
    mull_block_add (page, new_numbered ("kept", i));
  for (guint i = 0; i < 2; i++)
    {
      MullBlock *row = mull_block_new_stack ();

      mull_block_add (row, new_numbered ("high", i));
      mull_block_add (row, mull_block_new_space (6 * MULL_BLOCK_LINE));
      mull_block_add_droppable (high, row, 9);
    }
  mull_block_add_droppable (high, new_text ("behind"), 1);
  for (guint i = 0; i < 9; i++)
    mull_block_add_droppable (low, new_numbered ("low", i), 5);
  mull_block_add (page, high);
  mull_block_add (page, low);
  mull_layout_add_page (layout, page);
  mull_layout_finish (layout, "");
  mull_layout_check (layout);
  text = mull_layout_dup_text (layout, 0);
  assert_has (text, "high0", FALSE);
  assert_has (text, "behind", FALSE);
  assert_has (text, "+3 more", TRUE);
  /* Of six lines two say what is missing. */
  assert_has (text, "low3", TRUE);
  assert_has (text, "low4", FALSE);
  assert_has (text, "+5 more", TRUE);
}

/* What must stay flows on rather than being cut. */
static void
test_kept_flows_on (void)
{
  guint n_lines = lines_per_page ();
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *page = mull_block_new_stack ();
  g_autofree char *text = NULL;
  g_autofree char *last = g_strdup_printf ("line%u", n_lines + 2);

  for (guint i = 0; i < n_lines + 3; i++)
    mull_block_add (page, new_numbered ("line", i));
  mull_layout_add_page (layout, page);
  mull_layout_finish (layout, "");
  mull_layout_check (layout);
  g_assert_cmpuint (mull_layout_get_n_pages (layout), ==, 2);
  text = mull_layout_dup_text (layout, 1);
  assert_has (text, last, TRUE);
  assert_has (text, "Page 2 of 2", TRUE);
}

static void
test_flow (void)
{
  static const MullColumn columns[] = { { 60, 0 }, { 0, 1 }, { 0, 2 } };
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_LETTER, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  guint n_rows = 0;

  for (guint i = 0; i < 2000; i++)
    {
      MullBlock *row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 8);

      if (i % 7 == 0)
        mull_block_add (stack, mull_block_new_heading ("Section"));
      mull_block_add (row, new_numbered ("row", i));
      mull_block_add (
          row, new_text (i % 3 == 0 ? "a text that is too long for one line of this column" : "x"));
      mull_block_add (row, new_text ("y"));
      mull_block_add (stack, row);
    }
  mull_layout_add_flow (layout, stack, mull_block_new_heading ("Head"));
  mull_layout_finish (layout, "foot");
  mull_layout_check (layout);
  g_assert_cmpuint (mull_layout_get_n_pages (layout), >, 40);
  for (guint i = 0; i < mull_layout_get_n_pages (layout); i++)
    {
      g_autofree char *text = mull_layout_dup_text (layout, i);

      g_assert_true (g_str_has_prefix (text, "Head\n"));
      /* A heading is never the last thing of a page. */
      g_assert_null (strstr (text, "Section\nfoot"));
      for (const char *p = text; (p = strstr (p, "row")) != NULL; p++)
        n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, 2000);
}

static void
test_together (void)
{
  guint n_lines = lines_per_page ();
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  MullBlock *group = mull_block_new_stack ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < n_lines - 2; i++)
    mull_block_add (stack, new_numbered ("line", i));
  for (guint i = 0; i < 4; i++)
    mull_block_add (group, new_numbered ("group", i));
  mull_block_set_together (group);
  mull_block_add (stack, group);
  mull_layout_add_flow (layout, stack, NULL);
  mull_layout_finish (layout, "");
  first = mull_layout_dup_text (layout, 0);
  second = mull_layout_dup_text (layout, 1);
  assert_has (first, "group0", FALSE);
  assert_has (second, "group0", TRUE);
  assert_has (second, "group3", TRUE);
}

static void
first_item_cb (const MullLayoutItem *item, gpointer user_data)
{
  MullLayoutItem *first = user_data;

  if (first->width == 0)
    *first = *item;
}

static void
test_rtl_is_the_mirror (void)
{
  static const MullColumn columns[] = { { 60, 0 }, { 0, 1 } };
  MullLayoutItem items[2] = { 0 };
  double width;
  double height;

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, rtl == 1);
      MullBlock *stack = mull_block_new_stack ();
      MullBlock *row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 8);

      mull_block_add (row, new_text ("first"));
      mull_block_add (row, new_text ("second"));
      mull_block_add (stack, row);
      mull_layout_add_page (layout, stack);
      mull_layout_finish (layout, "");
      mull_layout_check (layout);
      mull_layout_foreach_item (layout, 0, first_item_cb, &items[rtl]);
      mull_layout_get_page_size (layout, &width, &height);
    }
  g_assert_cmpfloat (items[0].width, ==, 60);
  g_assert_cmpfloat_with_epsilon (items[1].x, width - items[0].x - 60, 0.001);
  g_assert_cmpfloat (items[1].y, ==, items[0].y);
}

static void
test_notes (void)
{
  static const struct
  {
    guint lines_before;
    gboolean required;
    gboolean expected;
  } cases[] = {
    { 0, FALSE, TRUE },
    { 20, FALSE, TRUE },
    { 50, FALSE, FALSE },
    { 50, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
      MullBlock *stack = mull_block_new_stack ();
      g_autofree char *text = NULL;
      guint n_rules;

      for (guint j = 0; j < cases[i].lines_before; j++)
        mull_block_add_droppable (stack, new_numbered ("line", j), 0);
      mull_block_add (stack, mull_block_new_notes ("Notes", 5, cases[i].required));
      mull_layout_add_page (layout, stack);
      mull_layout_finish (layout, "");
      mull_layout_check (layout);
      text = mull_layout_dup_text (layout, 0);
      assert_has (text, "Notes", cases[i].expected);
      n_rules = mull_layout_count_items (layout, 0, MULL_LAYOUT_ITEM_RULE);
      if (cases[i].expected)
        g_assert_cmpuint (n_rules, >=, 6);
      else
        g_assert_cmpuint (n_rules, ==, 0);
    }
}

/* Bytes that are no text, controls and bidi overrides never reach a page. */
static void
test_text_is_cleaned (void)
{
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  g_autofree char *text = NULL;

  mull_block_add (stack, new_text ("one\n\ttwo\r\n  three"));
  mull_block_add (stack, new_text ("a\xe2\x80\xae"
                                   "b\xe2\x81\xa6"
                                   "c"));
  mull_block_add (stack, new_text ("<b>bold</b> &amp; %s"));
  mull_block_add (stack, new_text ("bad\xff"));
  mull_layout_add_page (layout, stack);
  mull_layout_finish (layout, "");
  text = mull_layout_dup_text (layout, 0);
  assert_has (text, "one two three", TRUE);
  assert_has (text, "abc", TRUE);
  assert_has (text, "<b>bold</b> &amp; %s", TRUE);
  assert_has (text, "bad\xef\xbf\xbd", TRUE);
}

/* A text of any length is at most a page high, and costs no more than what is seen of it. */
static void
test_endless_text (void)
{
  g_autofree char *endless = g_strnfill (2 * 1024 * 1024, 'w');
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_LETTER, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  MullBlock *line = new_text (endless);

  mull_block_set_max_lines (line, 2);
  mull_block_add (stack, line);
  mull_block_add (stack, new_text (endless));
  mull_layout_add_page (layout, stack);
  mull_layout_finish (layout, "");
  mull_layout_check (layout);
  g_assert_cmpuint (mull_layout_get_n_pages (layout), ==, 2);
}

/* What is cut ends with a whole word, and no comma before the dots. A word that is alone on its
 * line is cut where there is no more room. */
static void
test_cut_at_a_word (void)
{
  for (guint max_lines = 1; max_lines <= 3; max_lines++)
    for (guint length = 4; length < 24; length++)
      {
        g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
        g_autofree char *word = g_strnfill (length, 'o');
        g_autofree char *end = g_strdup_printf ("b%sd…", word);
        g_autoptr (GString) words = g_string_new (NULL);
        MullBlock *stack = mull_block_new_stack ();
        MullBlock *line;
        g_autofree char *text = NULL;

        for (guint i = 0; i < 100; i++)
          g_string_append_printf (words, "b%sd, ", word);
        line = new_text (words->str);
        mull_block_set_max_lines (line, max_lines);
        mull_block_add (stack, line);
        mull_layout_add_page (layout, stack);
        mull_layout_finish (layout, "");
        mull_layout_check (layout);
        text = mull_layout_dup_text (layout, 0);
        g_strdelimit (text, "\n", '\0');
        g_assert_true (g_str_has_suffix (text, end));
        g_assert_cmpuint (strlen (text), >, 60 * max_lines);
      }
}

static void
test_empty_flow_has_a_page (void)
{
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  g_autoptr (MullLayout) again = mull_layout_ref (layout);
  g_autofree char *text = NULL;

  mull_layout_add_flow (layout, mull_block_new_stack (), NULL);
  mull_layout_finish (layout, "");
  g_assert_cmpuint (mull_layout_get_n_pages (again), ==, 1);
  text = mull_layout_dup_text (layout, 0);
  g_assert_cmpstr (text, ==, "Page 1 of 1\n");
}

static guint
count_dark_pixels (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n_dark = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n_dark += data[y * stride + x] > 127 ? 1 : 0;
  return n_dark;
}

/* Drawing twice draws the same, and leaves the context as it was. */
static void
test_draw (void)
{
  g_autoptr (MullLayout) layout = mull_layout_new (MULL_PAPER_A4, FALSE);
  MullBlock *stack = mull_block_new_stack ();
  cairo_surface_t *surface;
  guint n_dark[2];

  mull_block_add (stack, mull_block_new_heading ("Head"));
  for (int mark = MULL_MARK_NONE; mark <= MULL_MARK_BOTH; mark++)
    mull_block_add (stack, mull_block_new_mark ((MullMark) mark));
  mull_block_add (stack, mull_block_new_check_row (new_text ("tick me"), 2));
  mull_layout_add_page (layout, stack);
  mull_layout_finish (layout, "foot");
  mull_layout_check (layout);
  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
      cr = cairo_create (surface);
      mull_layout_draw_page (layout, cr, 0);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      n_dark[i] = count_dark_pixels (surface);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n_dark[0], >, 200);
  g_assert_cmpuint (n_dark[0], ==, n_dark[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/fits", test_fits);
  g_test_add_func ("/layout/drop-last", test_drop_last);
  g_test_add_func ("/layout/drop-by-priority", test_drop_by_priority);
  g_test_add_func ("/layout/no-plus-one-for-one-line", test_no_plus_one_for_one_line);
  g_test_add_func ("/layout/room-left-is-used", test_room_left_is_used);
  g_test_add_func ("/layout/kept-flows-on", test_kept_flows_on);
  g_test_add_func ("/layout/flow", test_flow);
  g_test_add_func ("/layout/together", test_together);
  g_test_add_func ("/layout/rtl-is-the-mirror", test_rtl_is_the_mirror);
  g_test_add_func ("/layout/notes", test_notes);
  g_test_add_func ("/layout/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/layout/endless-text", test_endless_text);
  g_test_add_func ("/layout/cut-at-a-word", test_cut_at_a_word);
  g_test_add_func ("/layout/empty-flow-has-a-page", test_empty_flow_has_a_page);
  g_test_add_func ("/layout/draw", test_draw);
  return g_test_run ();
}
