/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-remarks"

#include "config.h"

#include "mull-beat-editor.h"
#include "mull-beat-marks.h"
#include "mull-remark-list.h"
#include "mull-remark-popover.h"
#include "mull-reviewer-ops.h"
#include "mull-script-page.h"
#include "script-page-fixture.h"

#include <string.h>

static MullScriptPage *
open_page (PageFixture *fixture)
{
  MullScriptPage *page = mull_script_page_new (fixture->script.workspace);
  g_autoptr (GError) error = NULL;

  mull_script_page_open (page, fixture->script.script_id, &error);
  g_assert_no_error (error);
  page_fixture_present (fixture, GTK_WIDGET (page), 1000, 720);
  return page;
}

static gboolean
is_editor_of (GtkWidget *widget, gpointer beat)
{
  return g_str_equal (mull_beat_editor_get_beat (MULL_BEAT_EDITOR (widget)), beat);
}

static MullBeatEditor *
editor_of (MullScriptPage *page, const char *beat)
{
  return MULL_BEAT_EDITOR (
      mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_BEAT_EDITOR, is_editor_of, (gpointer) beat));
}

static GtkTextView *
view_of (MullScriptPage *page, const char *beat)
{
  return mull_beat_editor_get_view (editor_of (page, beat));
}

static void
type_text (MullScriptPage *page, const char *beat, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, beat)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view_of (page, beat)), text, -1);
}

/* The underlined stretches of a beat, parted by bars. */
static char *
dup_marked (MullScriptPage *page, const char *beat)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view_of (page, beat));
  g_autoptr (GString) marked = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (!gtk_text_iter_is_end (&start))
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&start);
      g_autofree char *piece = NULL;

      end = start;
      gtk_text_iter_forward_to_tag_toggle (&end, NULL);
      piece = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      if (tags != NULL)
        g_string_append_printf (marked, "%s%s", marked->len > 0 ? "|" : "", piece);
      start = end;
    }
  return g_strdup (marked->str);
}

static gboolean
is_marked (MullScriptPage *page, const char *beat, const char *expected)
{
  g_autofree char *marked = dup_marked (page, beat);

  return g_str_equal (marked, expected);
}

static GtkWidget *
find_popover (MullScriptPage *page)
{
  return mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_REMARK_POPOVER, NULL, NULL);
}

static gboolean
says (GtkWidget *popover, const char *text)
{
  return mull_gui_test_find_label (popover, text) != NULL;
}

static void
put_cursor (MullScriptPage *page, const char *beat, int offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view_of (page, beat));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
press_next (MullScriptPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "script.next-remark", NULL);
}

static void
test_marks (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);

  g_assert_true (is_marked (page, "own-it", ""));
  type_text (page, "own-it", "Ann, I made a mistake, but there it is.");
  /* Nothing is looked at while a key is pressed. */
  g_assert_true (is_marked (page, "own-it", ""));
  mull_gui_test_wait_for (is_marked (page, "own-it", "but there it is."));
  gtk_test_accessible_assert_property (view_of (page, "own-it"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Own it");
  page_fixture_shoot (fixture, "marks");

  /* A mark stays with its words. */
  put_cursor (page, "own-it", 0);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view_of (page, "own-it")), "Oh ", -1);
  g_assert_true (is_marked (page, "own-it", "but there it is."));
  type_text (page, "own-it", "Ann, I made a mistake.");
  mull_gui_test_wait_for (is_marked (page, "own-it", ""));
}

static void
test_described (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);

  type_text (page, "name-it", "I hopefully forgot it.");
  mull_gui_test_wait_for (is_marked (page, "name-it", "hopefully"));
  put_cursor (page, "name-it", 4);
  gtk_test_accessible_assert_property (
      view_of (page, "name-it"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "hedge: It takes back what is said, or promises nothing. Say what is sure; of the rest say "
      "“I will find out by …”.");
  put_cursor (page, "name-it", 20);
  gtk_test_accessible_assert_property (
      view_of (page, "name-it"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Name the one thing you left without, as you would say it to them. 1 remark.");
}

static void
test_next (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);
  GtkWidget *popover;

  type_text (page, "name-it", "Unfortunately I forgot it.");
  type_text (page, "ask", "Could you perhaps tell me by Friday?");
  mull_gui_test_wait_for (is_marked (page, "ask", "Could you perhaps"));
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, "own-it")));
  press_next (page);
  popover = find_popover (page);
  g_assert_nonnull (popover);
  mull_gui_test_wait_for (gtk_widget_get_mapped (popover));
  g_assert_true (says (popover, "excuse"));
  g_assert_true (says (popover, "“Unfortunately” makes an accident of it."));
  page_fixture_shoot (fixture, "remark");
  press_next (page);
  mull_gui_test_drain ();
  page_fixture_shoot (fixture, "remark2");
  mull_gui_test_wait_for ((popover = find_popover (page)) != NULL && says (popover, "hedge"));
  /* Round again. */
  press_next (page);
  mull_gui_test_wait_for ((popover = find_popover (page)) != NULL && says (popover, "excuse"));
  gtk_widget_activate_action (GTK_WIDGET (page), "script.previous-remark", NULL);
  mull_gui_test_wait_for ((popover = find_popover (page)) != NULL && says (popover, "hedge"));
}

static void
test_leave_out (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view_of (page, "name-it"));
  g_autofree char *text = NULL;
  g_autofree char *undone = NULL;

  type_text (page, "name-it", "Unfortunately, I forgot it.");
  mull_gui_test_wait_for (is_marked (page, "name-it", "Unfortunately"));
  put_cursor (page, "name-it", 0);
  press_next (page);
  gtk_widget_activate_action (GTK_WIDGET (editor_of (page, "name-it")), "beat.use-remark", NULL);
  text = mull_beat_editor_dup_text (editor_of (page, "name-it"));
  g_assert_cmpstr (text, ==, "I forgot it.");
  mull_gui_test_wait_for (is_marked (page, "name-it", ""));
  gtk_text_buffer_undo (buffer);
  undone = mull_beat_editor_dup_text (editor_of (page, "name-it"));
  g_assert_cmpstr (undone, ==, "Unfortunately, I forgot it.");
}

static void
test_ignore (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);
  g_autoptr (GPtrArray) ignored = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "name-it", "Unfortunately I forgot it. Hopefully you know.");
  mull_gui_test_wait_for (is_marked (page, "name-it", "Unfortunately|Hopefully"));
  put_cursor (page, "name-it", 0);
  press_next (page);
  gtk_widget_activate_action (GTK_WIDGET (editor_of (page, "name-it")), "beat.ignore-once", NULL);
  mull_gui_test_wait_for (is_marked (page, "name-it", "Hopefully"));
  press_next (page);
  gtk_widget_activate_action (GTK_WIDGET (editor_of (page, "name-it")), "beat.ignore-always", NULL);
  mull_gui_test_wait_for (is_marked (page, "name-it", ""));

  ignored = mull_reviewer_dup_ignored (fixture->script.workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ignored->len, ==, 2);
  g_assert_cmpint (((MullIgnoredRemark *) ignored->pdata[0])->script_id, ==,
                   fixture->script.script_id);
  g_assert_cmpint (((MullIgnoredRemark *) ignored->pdata[1])->script_id, ==, 0);

  /* Undo marks them again. */
  mull_workspace_undo (fixture->script.workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (is_marked (page, "name-it", "Hopefully"));
}

/* Another language is followed when one comes back to the script. */
static void
test_language (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);
  GtkWidget *facts = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LABEL, "facts");

  type_text (page, "name-it", "Hopefully, hoffentlich.");
  mull_gui_test_wait_for (is_marked (page, "name-it", "Hopefully"));
  mull_workspace_set_setting (fixture->script.workspace, "review-language", "de", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, "ask")));
  mull_gui_test_wait_for (is_marked (page, "name-it", "hoffentlich"));
  mull_workspace_set_setting (fixture->script.workspace, "review-language", "fr", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, "own-it")));
  mull_gui_test_wait_for (
      g_str_has_suffix (gtk_label_get_text (GTK_LABEL (facts)), " · words not reviewed"));
}

/* What is about a place and not about words can only be ignored here. */
static void
test_popover (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRemark) place =
      mull_remark_new (MULL_REMARK_ASK, "ask", 0, 3, "Now", "Nothing is asked for.", "Ask.");
  g_autoptr (MullRemark) words =
      mull_remark_new (MULL_REMARK_HEDGE, "ask", 0, 3, "try", "It promises nothing.", "");
  GtkWidget *popover = g_object_ref_sink (GTK_WIDGET (mull_remark_popover_new (place, FALSE)));

  g_assert_nonnull (page_fixture_button (popover, "Ignore Once"));
  g_assert_null (mull_gui_test_find_label (popover, "Ignore Always"));
  g_object_unref (popover);

  words->of_words = TRUE;
  words->instead = g_strdup ("will");
  popover = g_object_ref_sink (GTK_WIDGET (mull_remark_popover_new (words, TRUE)));
  g_assert_nonnull (page_fixture_button (popover, "Ignore Always"));
  g_assert_nonnull (mull_gui_test_find_label (popover, "Say “will”"));
  g_object_unref (popover);
}

static void
test_replacing (void)
{
  static const struct
  {
    const char *text;
    guint start;
    const char *words;
    const char *instead;
    const char *expected;
  } cases[] = {
    { "I hopefully know.", 2, "hopefully", "", "I know." },
    { "Hopefully you know.", 0, "Hopefully", "", "You know." },
    { "Yes. Hopefully, you know.", 5, "Hopefully", "", "Yes. You know." },
    { "I know, hopefully.", 8, "hopefully", "", "I know,." },
    { "I try it.", 2, "try", "will do", "I will do it." },
    { "Größe perhaps.", 6, "perhaps", "", "Größe." },
    { "perhaps", 0, "perhaps", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkTextView) view = g_object_ref_sink (GTK_TEXT_VIEW (gtk_text_view_new ()));
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
      MullBeatMarks *marks = mull_beat_marks_new (view);
      g_autoptr (GPtrArray) remarks = g_ptr_array_new ();
      g_autoptr (MullRemark) remark = mull_remark_new (
          MULL_REMARK_HEDGE, "ask", cases[i].start,
          cases[i].start + (guint) strlen (cases[i].words), cases[i].words, "", "");
      g_autofree char *text = NULL;

      gtk_text_buffer_set_text (buffer, cases[i].text, -1);
      remark->instead = g_strdup (cases[i].instead);
      g_ptr_array_add (remarks, remark);
      mull_beat_marks_show (marks, cases[i].text, remarks);
      g_assert_true (mull_beat_marks_can_use (marks, 0));
      g_assert_true (mull_beat_marks_use (marks, 0));
      g_object_get (buffer, "text", &text, NULL);
      g_assert_cmpstr (text, ==, cases[i].expected);
      /* What is no longer there is not replaced. */
      g_assert_false (mull_beat_marks_can_use (marks, 0));
      g_assert_false (mull_beat_marks_use (marks, 0));
      mull_beat_marks_free (marks);
    }
}

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/script-remarks/marks", test_marks);
  ADD ("/script-remarks/described", test_described);
  ADD ("/script-remarks/next", test_next);
  ADD ("/script-remarks/leave-out", test_leave_out);
  ADD ("/script-remarks/ignore", test_ignore);
  ADD ("/script-remarks/language", test_language);
  ADD ("/script-remarks/popover", test_popover);
  g_test_add_func ("/script-remarks/replacing", test_replacing);
  return g_test_run ();
}
