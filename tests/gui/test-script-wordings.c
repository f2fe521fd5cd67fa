/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-wordings"

#include "config.h"

#include "mull-beat-editor.h"
#include "mull-form-dialog.h"
#include "mull-own-beat-ops.h"
#include "mull-script-ops.h"
#include "mull-script-page.h"
#include "mull-wording-popover.h"
#include "script-page-fixture.h"

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

static gint64
keep (PageFixture *fixture, const char *beat, const char *text, const char *name)
{
  g_autoptr (MullOwnBeat) own = mull_own_beat_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_set_text (&own->kind, "do-over");
  mull_set_text (&own->beat, beat);
  mull_set_text (&own->text, text);
  mull_set_text (&own->name, name);
  mull_own_beat_ops_keep (fixture->script.workspace, own, 0, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullBeatEditor *
first_editor (MullScriptPage *page)
{
  return MULL_BEAT_EDITOR (
      mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_BEAT_EDITOR, NULL, NULL));
}

static char *
dup_text (MullScriptPage *page)
{
  return mull_beat_editor_dup_text (first_editor (page));
}

#define ASSERT_TEXT(page, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown = dup_text (page);                                                      \
                                                                                                   \
    g_assert_cmpstr (shown, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
activate (MullScriptPage *page, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, NULL));
  mull_gui_test_drain ();
}

/* What the rows say, and whether they have a tick, one a line. */
static char *
dup_rows (MullScriptPage *page)
{
  GtkWidget *popover =
      mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_WORDING_POPOVER, NULL, NULL);
  GtkWidget *list;
  GString *rows = g_string_new (NULL);

  g_assert_nonnull (popover);
  list = mull_gui_test_find (popover, GTK_TYPE_LIST_BOX, NULL, NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *lines = mull_gui_test_find (row, GTK_TYPE_LABEL, NULL, NULL);

      g_string_append_printf (
          rows, "%s|%s%s\n", gtk_label_get_text (GTK_LABEL (lines)),
          gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (lines))),
          mull_gui_test_find (row, GTK_TYPE_IMAGE, NULL, NULL) != NULL &&
                  gtk_widget_get_parent (mull_gui_test_find (row, GTK_TYPE_IMAGE, NULL, NULL)) ==
                      gtk_widget_get_parent (gtk_widget_get_parent (lines))
              ? "|now"
              : "");
    }
  return g_string_free (rows, FALSE);
}

static void
test_choose (PageFixture *fixture, gconstpointer data)
{
  gint64 id = keep (fixture, "own-it", "{person}, my slip.", "Short");
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *again = NULL;
  MullScriptPage *page;

  keep (fixture, "ask", "Can you?", "");
  page = open_page (fixture);
  g_assert_true (mull_gui_test_press (GTK_WIDGET (page), "<Alt>Down"));
  mull_gui_test_drain ();
  rows = dup_rows (page);
  g_assert_cmpstr (rows, ==,
                   "Short · Not spoken yet|Ann, my slip.\n"
                   "Suggestion|Ann, I slipped up, and I would like to put it right.|now\n"
                   "Worked example|Ann, I slipped up, and I would like to put it right.\n");
  page_fixture_shoot (fixture, "wordings");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "script.use-wording", "x", id));
  ASSERT_TEXT (page, "Ann, my slip.");
  mull_gui_test_drain ();
  activate (page, "script.wordings");
  again = dup_rows (page);
  g_assert_true (g_str_has_prefix (again, "Short · Not spoken yet|Ann, my slip.|now\n"));

  g_assert_true (mull_workspace_undo (fixture->script.workspace, &error));
  ASSERT_TEXT (page, "Ann, I slipped up, and I would like to put it right.");
}

/* What was typed is not lost when a wording takes its place: it is one step of Undo away. */
static void
test_typed_before (PageFixture *fixture, gconstpointer data)
{
  gint64 id = keep (fixture, "own-it", "{person}, my slip.", "");
  MullScriptPage *page = open_page (fixture);
  g_autoptr (GError) error = NULL;

  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (mull_beat_editor_get_view (first_editor (page))), "Typed.", -1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "script.use-wording", "x", id));
  ASSERT_TEXT (page, "Ann, my slip.");
  g_assert_true (mull_workspace_undo (fixture->script.workspace, &error));
  ASSERT_TEXT (page, "Typed.");
  activate (page, "script.use-example");
  ASSERT_TEXT (page, "Ann, I slipped up, and I would like to put it right.");
  activate (page, "script.use-suggestion");
  g_assert_true (mull_script_page_save (page));
  {
    g_autoptr (GHashTable) beats =
        mull_script_dup_beats (fixture->script.workspace, fixture->script.script_id, &error);

    g_assert_cmpuint (g_hash_table_size (beats), ==, 0);
  }
}

static MullFormDialog *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MULL_IS_FORM_DIALOG (window))
        return MULL_FORM_DIALOG (window);
    }
  return NULL;
}

static void
test_keep (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  g_autofree char *text = NULL;
  MullFormDialog *form;
  gint64 id;

  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (mull_beat_editor_get_view (first_editor (page))),
      "Ann, this was mine.", -1);
  activate (page, "script.keep-wording");
  form = find_form ();
  g_assert_nonnull (form);
  text = mull_form_dialog_dup_text (form, "text");
  g_assert_cmpstr (text, ==, "{person}, this was mine.");
  mull_form_dialog_set_text (form, "name", "Plain");
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
  wordings = mull_own_beat_dup_wordings (fixture->script.workspace, "do-over", "own-it", &error);
  g_assert_cmpuint (wordings->len, ==, 1);
  g_assert_cmpstr (((MullWording *) wordings->pdata[0])->own->name, ==, "Plain");

  id = ((MullWording *) wordings->pdata[0])->own->record.id;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "script.edit-wording", "x", id));
  form = find_form ();
  mull_form_dialog_set_text (form, "text", "");
  /* A mistake is said inside the form. */
  g_assert_false (mull_form_dialog_finish (form));
  gtk_window_destroy (GTK_WINDOW (form));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "script.remove-wording", "x", id));
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (fixture->window), "“Plain” removed") != NULL);
  g_clear_pointer (&wordings, g_ptr_array_unref);
  wordings = mull_own_beat_dup_wordings (fixture->script.workspace, "do-over", "own-it", &error);
  g_assert_cmpuint (wordings->len, ==, 0);
  ASSERT_TEXT (page, "Ann, this was mine.");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/script-wordings/choose", test_choose);
  ADD ("/script-wordings/typed-before", test_typed_before);
  ADD ("/script-wordings/keep", test_keep);
  return g_test_run ();
}
