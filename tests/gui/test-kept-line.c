/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-kept-line"

#include "config.h"

#include "mull-kept-line.h"

#include "mull-gui-test.h"
#include "ops-fixture.h"

static char *
print_text (GtkWidget *owner)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (owner));

  return *text != '\0' ? g_strdup_printf ("'%s'", text) : NULL;
}

static gboolean
says (MullKeptLine *line, const char *text)
{
  return gtk_widget_get_mapped (GTK_WIDGET (line)) &&
         mull_gui_test_find_label (GTK_WIDGET (line), text) != NULL;
}

static void
test_says_what_is_safe (OpsFixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  MullKeptLine *line = g_object_new (MULL_TYPE_KEPT_LINE, NULL);
  g_autoptr (MullDraftKeeper) drafts =
      mull_draft_keeper_new (entry, fixture->workspace, print_text);
  g_autoptr (GVariant) draft = NULL;
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line));
  window = mull_gui_test_present (box, 300, 200);
  mull_draft_keeper_set_key (drafts, "a-form");
  mull_kept_line_follow (line, drafts);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (line)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "Boiler");
  mull_kept_line_note_typed (line, TRUE);
  mull_draft_keeper_queue (drafts);
  g_assert_true (says (line, "Not saved yet."));
  mull_draft_keeper_flush (drafts);
  g_assert_true (says (line, "Kept as a draft, not saved yet."));
  draft = mull_draft_keeper_load (drafts, G_VARIANT_TYPE_STRING);
  g_assert_cmpstr (g_variant_get_string (draft, NULL), ==, "Boiler");
  mull_kept_line_note_restored (line, TRUE);
  g_assert_true (says (line, "What you typed before is here again. It is not saved yet."));

  /* What stands in a field that is out of sight is kept and not told. */
  mull_kept_line_note_typed (line, FALSE);
  mull_draft_keeper_queue (drafts);
  mull_draft_keeper_flush (drafts);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (line)));
  mull_draft_keeper_drop (drafts);
  g_assert_null (mull_draft_keeper_load (drafts, G_VARIANT_TYPE_STRING));
  mull_kept_line_note_restored (line, TRUE);
  mull_kept_line_clear (line);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (line)));
  gtk_window_destroy (window);
  mull_gui_test_drain ();
}

static void
test_button (void)
{
  MullKeptLine *line =
      g_object_new (MULL_TYPE_KEPT_LINE, "action", "form.discard", "hint", "Start afresh", NULL);
  GtkWidget *button;

  g_object_ref_sink (line);
  button = mull_gui_test_find (GTK_WIDGET (line), GTK_TYPE_BUTTON, NULL, NULL);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "form.discard");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Start afresh");
  g_assert_finalize_object (line);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/kept-line/says-what-is-safe", test_says_what_is_safe);
  g_test_add_func ("/kept-line/button", test_button);
  return g_test_run ();
}
