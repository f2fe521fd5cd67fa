/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-done"

#include "config.h"

#include "mull-done.h"

#include "mull-gui-test.h"

static void
test_words (void)
{
  static const struct
  {
    MullDone done;
    const char *name;
    const char *other;
    const char *text;
  } cases[] = {
    { MULL_DONE_ADDED, "Sales", NULL, "“Sales” added" },
    { MULL_DONE_RENAMED, "Sales", NULL, "Renamed to “Sales”" },
    { MULL_DONE_MOVED, "100% <b>", "Discover", "“100% <b>” moved to Discover" },
    { MULL_DONE_PLACED, "Pump", NULL, "“Pump” moved" },
    { MULL_DONE_CLOSED, "Pump", "Won", "“Pump” closed: Won" },
    { MULL_DONE_DELETED, "Pump", NULL, "“Pump” deleted" },
    { MULL_DONE_LEFT, "Ann", NULL, "“Ann” taken out of the buying centre" },
    { MULL_DONE_SETTLED, "Ring Ann", NULL, "Done: Ring Ann" },
    { MULL_DONE_TALKING, "Pump", NULL, "Talking again: Pump" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mull_done_format (cases[i].done, cases[i].name, cases[i].other);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Each has words: none is forgotten. */
static void
test_every_one (void)
{
  for (int done = MULL_DONE_ADDED; done <= MULL_DONE_QUIET_LIFTED; done++)
    {
      g_autofree char *text = mull_done_format ((MullDone) done, "This one", "that one");

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, "This one"));
    }
}

static void
test_toast (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *child = gtk_label_new ("");
  GtkWindow *window;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  window = mull_gui_test_present (overlay, 500, 300);
  mull_done_toast (child, MULL_DONE_MOVED, "R&D <b>", "Discover");
  mull_gui_test_wait_for (mull_gui_test_find_label (overlay, "“R&D <b>” moved to Discover") !=
                          NULL);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/done/words", test_words);
  g_test_add_func ("/done/every-one", test_every_one);
  g_test_add_func ("/done/toast", test_toast);
  return g_test_run ();
}
