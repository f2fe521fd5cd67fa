/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-page"

#include "config.h"

#include "mull-script-page.h"

#include "mull-beat-editor.h"
#include "mull-beat-row.h"
#include "mull-hole-form.h"
#include "mull-quiet-guard.h"
#include "mull-remark-list.h"
#include "mull-script-answers.h"
#include "mull-script-desk.h"
#include "mull-script-ops.h"
#include "script-page-fixture.h"

#include <string.h>

static MullScriptPage *
open_page (PageFixture *fixture, int width, int height)
{
  MullScriptPage *page = mull_script_page_new (fixture->script.workspace);
  g_autoptr (GError) error = NULL;

  mull_script_page_open (page, fixture->script.script_id, &error);
  g_assert_no_error (error);
  page_fixture_present (fixture, GTK_WIDGET (page), width, height);
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
  GtkWidget *editor =
      mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_BEAT_EDITOR, is_editor_of, (gpointer) beat);

  g_assert_nonnull (editor);
  return MULL_BEAT_EDITOR (editor);
}

static void
assert_text (MullScriptPage *page, const char *beat, const char *expected)
{
  g_autofree char *text = mull_beat_editor_dup_text (editor_of (page, beat));

  g_assert_cmpstr (text, ==, expected);
}

static void
type_text (MullScriptPage *page, const char *beat, const char *text)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (mull_beat_editor_get_view (editor_of (page, beat)));

  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, beat)));
  gtk_text_buffer_set_text (buffer, text, -1);
}

static guint
n_remarks (MullScriptPage *page)
{
  return mull_remark_list_get_n_shown (
      MULL_REMARK_LIST (page_fixture_child (GTK_WIDGET (page), MULL_TYPE_REMARK_LIST, "remarks")));
}

static const char *
label_of (MullScriptPage *page, const char *id)
{
  return gtk_label_get_text (
      GTK_LABEL (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LABEL, id)));
}

/* By its uuid: the number of a script goes to another one when its making is undone. */
static char *
dup_draft_key (PageFixture *fixture, const char *beat)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullScript) script =
      mull_script_load (fixture->script.workspace, fixture->script.script_id, &error);

  g_assert_no_error (error);
  return g_strconcat ("script:", script->uuid, ":", beat, NULL);
}

static char *
dup_stored_beat (PageFixture *fixture, const char *beat)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) beats =
      mull_script_dup_beats (fixture->script.workspace, fixture->script.script_id, &error);

  g_assert_no_error (error);
  return g_strdup (g_hash_table_lookup (beats, beat));
}

/* ── Tests ────────────────────────────────────────────────────────────── */

static void
test_shows (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autofree char *title = NULL;
  g_autofree char *voicemail = NULL;

  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Do-over · Boiler service");
  assert_text (page, "own-it", "Ann, I slipped up, and I would like to put it right.");
  g_assert_cmpstr (label_of (page, "number"), ==, "+44 20 7946 0123");
  g_assert_nonnull (strstr (label_of (page, "facts"), "one ask\u00a0✓"));
  g_assert_nonnull (strstr (label_of (page, "facts"), "a date\u00a0✓"));
  voicemail = mull_beat_editor_dup_text (editor_of (page, "voicemail"));
  g_assert_true (g_str_has_prefix (voicemail, "Ann, this is Tom Berg."));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "“Sure, when?”"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "To: ann.ruiz@hartwell.example"));
  g_assert_false (
      gtk_widget_get_visible (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BOX, "needed_bar")));
  page_fixture_shoot (fixture, "script");
}

/* Every beat has room for its text from the first frame on, and after a change of width. */
static void
test_heights (PageFixture *fixture, gconstpointer data)
{
  static const char *const beats[] = { "own-it", "name-it", "why-it-helps", "ask", "relationship" };
  MullScriptPage *page = open_page (fixture, 1000, 720);
  GtkWidget *view;
  int one_line;

  for (guint i = 0; i < G_N_ELEMENTS (beats); i++)
    {
      view = GTK_WIDGET (mull_beat_editor_get_view (editor_of (page, beats[i])));
      g_assert_cmpint (gtk_widget_get_height (view), >=, 16);
    }
  view = GTK_WIDGET (mull_beat_editor_get_view (editor_of (page, "own-it")));
  one_line = gtk_widget_get_height (view);
  type_text (page, "own-it", "One\nTwo\n");
  mull_gui_test_wait_for (gtk_widget_get_height (view) > 2 * one_line);
}

static gboolean
is_row_of (GtkWidget *widget, gpointer id)
{
  return g_str_equal (mull_beat_row_get_id (MULL_BEAT_ROW (widget)), id);
}

static GtkWidget *
row_of (MullScriptPage *page, const char *id)
{
  return mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_BEAT_ROW, is_row_of, (gpointer) id);
}

static void
test_typing (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  guint before = n_remarks (page);
  g_autofree char *unsaved = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *key = NULL;
  g_autofree char *draft = NULL;

  gtk_test_accessible_assert_property (row_of (page, "ask"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ask, suggested, 0 remarks");
  type_text (page, "ask", "Could we talk? Or maybe not?");
  mull_gui_test_wait_for (n_remarks (page) > before);
  g_assert_nonnull (strstr (label_of (page, "facts"), "2 asks"));
  g_assert_nonnull (strstr (label_of (page, "facts"), "no date"));
  page_fixture_shoot (fixture, "script-remarks-closed");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page_fixture_child (
                                    GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "remarks_button")),
                                TRUE);
  page_fixture_shoot (fixture, "script-remarks");

  /* Not one step for each key: it is written when the beat is left. */
  unsaved = dup_stored_beat (fixture, "ask");
  g_assert_null (unsaved);
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, "own-it")));
  mull_gui_test_wait_for ((g_free (saved), saved = dup_stored_beat (fixture, "ask")) != NULL);
  g_assert_cmpstr (saved, ==, "Could we talk? Or maybe not?");
  undo = mull_workspace_dup_undo_label (fixture->script.workspace);
  g_assert_cmpstr (undo, ==, "Write the script");
  key = dup_draft_key (fixture, "ask");
  draft = mull_workspace_dup_draft (fixture->script.workspace, key);
  g_assert_null (draft);
}

/* The message on a machine is written and looked at like a beat, on its own sheet. */
static void
test_message (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  GtkListBox *parts =
      GTK_LIST_BOX (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, "parts"));
  GtkStack *stack = GTK_STACK (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_STACK, "stack"));
  guint before = n_remarks (page);
  g_autofree char *stored = NULL;

  gtk_list_box_select_row (parts, GTK_LIST_BOX_ROW (row_of (page, "voicemail")));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "voicemail");
  type_text (page, "voicemail", "Ann, I forgot one thing, hopefully. Could you ring me today?");
  mull_gui_test_wait_for (n_remarks (page) == before + 1);
  gtk_test_accessible_assert_property (row_of (page, "voicemail"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Voicemail, your words, 1 remark");
  gtk_list_box_select_row (parts, GTK_LIST_BOX_ROW (row_of (page, "own-it")));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "script");
  /* From remark to remark, also over there. */
  gtk_widget_activate_action (GTK_WIDGET (page), "script.next-remark", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "voicemail");
  page_fixture_shoot (fixture, "script-message");
  g_assert_true (mull_script_page_save (page));
  stored = dup_stored_beat (fixture, "voicemail");
  g_assert_cmpstr (stored, ==, "Ann, I forgot one thing, hopefully. Could you ring me today?");
}

static void
test_restore (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  MullBeatEditor *editor = editor_of (page, "own-it");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (mull_beat_editor_get_view (editor));
  g_autofree char *stored = NULL;

  type_text (page, "own-it", "Ann, my mistake.");
  g_assert_true (mull_script_page_save (page));
  gtk_widget_activate_action (GTK_WIDGET (editor), "beat.restore", NULL);
  assert_text (page, "own-it", "Ann, I slipped up, and I would like to put it right.");
  stored = dup_stored_beat (fixture, "own-it");
  g_assert_null (stored);

  /* The text's own undo brings the words back, and they are the rep's again. */
  gtk_text_buffer_undo (buffer);
  assert_text (page, "own-it", "Ann, my mistake.");
  g_assert_true (mull_script_page_save (page));
  stored = dup_stored_beat (fixture, "own-it");
  g_assert_cmpstr (stored, ==, "Ann, my mistake.");
}

/* What was typed is there again when the program ended before it was written. */
static void
test_draft (PageFixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture->script.workspace;
  g_autofree char *key = dup_draft_key (fixture, "name-it");
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autofree char *draft = NULL;
  g_autoptr (MullScriptPage) again = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "name-it", "I forgot the one thing.");
  mull_gui_test_wait_for ((g_free (draft), draft = mull_workspace_dup_draft (workspace, key)) !=
                          NULL);
  g_assert_cmpstr (draft, ==, "I forgot the one thing.");
  stored = dup_stored_beat (fixture, "name-it");
  g_assert_null (stored);

  again = g_object_ref_sink (mull_script_page_new (workspace));
  mull_script_page_open (again, fixture->script.script_id, &error);
  g_assert_no_error (error);
  assert_text (again, "name-it", "I forgot the one thing.");
}

static void
test_elapsed (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autofree char *before = mull_beat_editor_dup_text (editor_of (page, "name-it"));
  g_autofree char *after = NULL;

  g_assert_true (g_str_has_prefix (before, "I just left our meeting"));
  type_text (page, "own-it", "Ann, my mistake.");
  script_fixture_advance (&fixture->script, 3 * G_TIME_SPAN_HOUR);
  mull_script_page_refresh (page);
  after = mull_beat_editor_dup_text (editor_of (page, "name-it"));
  g_assert_true (g_str_has_prefix (after, "I left our meeting this morning"));
  assert_text (page, "own-it", "Ann, my mistake.");
}

static void
test_person (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  GtkDropDown *people =
      GTK_DROP_DOWN (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, "people"));
  g_autoptr (MullScript) script = NULL;
  g_autoptr (GError) error = NULL;

  gtk_drop_down_set_selected (people, 1 - gtk_drop_down_get_selected (people));
  script = mull_script_load (fixture->script.workspace, fixture->script.script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (script->person_id, ==, fixture->script.ben_id);
  g_assert_cmpstr (label_of (page, "number"), ==, "+44 20 7946 0456");
  assert_text (page, "own-it", "Ben, I slipped up, and I would like to put it right.");
}

static void
test_hole (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  GtkEditable *text = GTK_EDITABLE (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_ENTRY, "text"));
  GtkListBox *parts =
      GTK_LIST_BOX (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, "parts"));
  g_autoptr (MullHole) hole = NULL;
  g_autofree char *name_it = NULL;

  gtk_list_box_select_row (parts, GTK_LIST_BOX_ROW (row_of (page, "hole")));
  page_fixture_shoot (fixture, "script-hole");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "your operations group");
  gtk_editable_set_text (text, "your plant manager");
  g_signal_emit_by_name (text, "activate");
  hole = script_fixture_load_hole (&fixture->script, fixture->script.hole_id);
  g_assert_cmpstr (hole->text, ==, "your plant manager");
  name_it = mull_beat_editor_dup_text (editor_of (page, "name-it"));
  g_assert_true (g_str_has_suffix (name_it, "an introduction to your plant manager."));

  gtk_list_box_select_row (parts, GTK_LIST_BOX_ROW (row_of (page, "answers")));
  page_fixture_shoot (fixture, "script-answers");
  gtk_list_box_select_row (parts, GTK_LIST_BOX_ROW (row_of (page, "voicemail")));
  page_fixture_shoot (fixture, "script-voicemail");
}

static void
test_not_needed (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autoptr (MullHole) hole = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "script.not-needed", NULL);
  hole = script_fixture_load_hole (&fixture->script, fixture->script.hole_id);
  g_assert_cmpint (hole->state, ==, MULL_HOLE_STATE_GIVEN_UP);
  g_assert_cmpstr (fixture->went->str, ==, "back");
}

static void
test_call (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autofree char *expected =
      g_strdup_printf ("start-call %" G_GINT64_FORMAT, fixture->script.script_id);
  g_autofree char *stored = NULL;

  type_text (page, "ask", "Shall we say Monday?");
  g_assert_true (mull_gui_test_press (GTK_WIDGET (page), "<Control>Return"));
  g_assert_cmpstr (fixture->went->str, ==, expected);
  stored = dup_stored_beat (fixture, "ask");
  g_assert_cmpstr (stored, ==, "Shall we say Monday?");
}

static void
test_quiet (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page;
  GtkRevealer *revealer;
  GtkWidget *guard, *reason;

  script_fixture_add_quiet (&fixture->script);
  page = open_page (fixture, 1000, 720);
  revealer =
      GTK_REVEALER (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_REVEALER, "guard_revealer"));
  gtk_widget_activate_action (GTK_WIDGET (page), "script.call", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (fixture->went->str, ==, "");
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page),
                                              "Please leave us alone until the audit is over."));
  page_fixture_shoot (fixture, "script-guard");
  g_assert_true (mull_gui_test_press (GTK_WIDGET (page), "Escape"));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (fixture->went->str, ==, "");

  gtk_widget_activate_action (GTK_WIDGET (page), "script.call", NULL);
  guard = gtk_revealer_get_child (revealer);
  gtk_widget_activate_action (guard, "guard.anyway", NULL);
  reason = page_fixture_child (guard, GTK_TYPE_ENTRY, "reason");
  g_signal_emit_by_name (reason, "activate");
  g_assert_cmpstr (fixture->went->str, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (reason), "The boiler leaks");
  g_signal_emit_by_name (reason, "activate");
  g_assert_true (g_str_has_prefix (fixture->went->str, "start-call"));
}

/* A key from within the text prints what was typed a moment ago. */
static void
test_print (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 360, 640);
  g_autofree char *expected =
      g_strdup_printf ("print-script %" G_GINT64_FORMAT, fixture->script.script_id);
  g_autoptr (MullScriptComposition) composition = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "own-it", "Mine alone");
  g_assert_true (mull_gui_test_press (GTK_WIDGET (page), "<Control>p"));
  g_assert_cmpstr (fixture->went->str, ==, expected);
  composition =
      mull_script_desk_compose (fixture->script.workspace, fixture->script.script_id, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (composition->spoken, "Mine alone"));
}

/* Undoing what made the script leads back. */
static void
test_gone (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (open_page (fixture, 1000, 720));
  mull_workspace_undo (fixture->script.workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->went->str, ==, "back");
}

static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 360, 640);
  AdwLeaflet *leaflet =
      ADW_LEAFLET (page_fixture_child (GTK_WIDGET (page), ADW_TYPE_LEAFLET, "leaflet"));
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (
      page_fixture_child (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, "parts_button"));
  GtkWidget *sidebar = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_SCROLLED_WINDOW, "sidebar");
  GtkWidget *heading;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  g_assert_true (adw_leaflet_get_folded (leaflet));
  mull_gui_test_wait_for (gtk_widget_get_visible (GTK_WIDGET (button)));
  g_assert_false (gtk_toggle_button_get_active (button));
  /* The title is read in full, below the buttons. */
  heading =
      mull_gui_test_find_label (GTK_WIDGET (page), "Do-over · Boiler service · Hartwell Mills");
  g_assert_nonnull (heading);
  g_assert_true (gtk_widget_get_mapped (heading));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (heading))));
  page_fixture_shoot (fixture, "script-360");
  gtk_toggle_button_set_active (button, TRUE);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == sidebar);
  page_fixture_shoot (fixture, "script-360-parts");
  g_signal_emit_by_name (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, "parts"),
                         "row-activated", row_of (page, "ask"));
  g_assert_false (gtk_toggle_button_get_active (button));
}

static void
test_rtl (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = open_page (fixture, 1000, 720);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (page)), ==, GTK_TEXT_DIR_RTL);
  /* A number is never turned around. */
  g_assert_cmpint (
      gtk_widget_get_direction (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LABEL, "number")),
      ==, GTK_TEXT_DIR_LTR);
  page_fixture_shoot (fixture, "script-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
paste (MullScriptPage *page, const char *beat, const char *text)
{
  GtkTextView *view = mull_beat_editor_get_view (editor_of (page, beat));

  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, beat)));
  g_signal_emit_by_name (view, "select-all", TRUE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  g_signal_emit_by_name (view, "paste-clipboard");
}

static gboolean
is_stored (PageFixture *fixture, const char *beat, const char *text)
{
  g_autofree char *stored = dup_stored_beat (fixture, beat);

  return g_strcmp0 (stored, text) == 0;
}

/* A long text of many lines, with line ends of all kinds, becomes the words of a beat as a whole.
 */
static void
test_paste_lines (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autoptr (GString) pasted = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (pasted, "Line %u, and what I would say in it.%s", i,
                            i % 2 == 0 ? "\r\n" : "\n");
  g_string_append (pasted, "The last one");
  expected = g_strdup (pasted->str);
  for (char *from = expected, *to = expected;; from++)
    if (*from != '\r' && (*to++ = *from) == '\0')
      break;
  paste (page, "own-it", pasted->str);
  mull_gui_test_wait_for (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (
                              mull_beat_editor_get_view (editor_of (page, "own-it")))) > 1000);
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (page, "ask")));
  mull_gui_test_wait_for (is_stored (fixture, "own-it", expected));
}

/* What is too long is refused with a sentence, and what was there before stays. */
static void
test_paste_megabyte (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');

  type_text (page, "own-it", "Mine");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), megabyte);
  g_signal_emit_by_name (mull_beat_editor_get_view (editor_of (page, "own-it")), "paste-clipboard");
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (fixture->window),
                                "“What to say” is 1048580 characters long, but at most 65536 fit. "
                                "Please shorten it.") != NULL);
  assert_text (page, "own-it", "Mine");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/script-page/" name, PageFixture, NULL, page_fixture_set_up, function,              \
              page_fixture_tear_down)

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  ADD ("shows", test_shows);
  ADD ("heights", test_heights);
  ADD ("typing", test_typing);
  ADD ("paste-lines", test_paste_lines);
  ADD ("paste-megabyte", test_paste_megabyte);
  ADD ("message", test_message);
  ADD ("restore", test_restore);
  ADD ("draft", test_draft);
  ADD ("elapsed", test_elapsed);
  ADD ("person", test_person);
  ADD ("hole", test_hole);
  ADD ("not-needed", test_not_needed);
  ADD ("call", test_call);
  ADD ("print", test_print);
  ADD ("quiet", test_quiet);
  ADD ("gone", test_gone);
  ADD ("narrow", test_narrow);
  ADD ("rtl", test_rtl);
  return g_test_run ();
}
