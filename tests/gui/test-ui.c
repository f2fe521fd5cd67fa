/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-gui-test.h"
#include "mull-ui.h"

static gboolean
has_resource (const char *name)
{
  g_autofree char *path = g_strconcat (MULL_UI_PREFIX "/", name, NULL);

  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

static void
test_resources (void)
{
  mull_ui_init (); /* a second call must not register twice */
  g_assert_true (has_resource ("style.css"));
  g_assert_true (has_resource ("style-dark.css"));
  g_assert_true (has_resource ("style-hc.css"));
  g_assert_true (has_resource ("style-hc-dark.css"));
  g_assert_true (has_resource ("app/help-overlay.ui"));
}

static void
test_help_overlay (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (MULL_UI_PREFIX "/app/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

/* Every picture that the program names must be ours or one of Adwaita's. */
static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) files = g_resources_enumerate_children (MULL_UI_PREFIX "/icons/scalable/actions",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (files);
  for (guint i = 0; files[i] != NULL; i++)
    {
      char *suffix = strstr (files[i], ".svg");

      g_assert_nonnull (suffix);
      *suffix = '\0';
      g_assert_true (g_str_has_prefix (files[i], "mull-"));
      g_assert_true (g_str_has_suffix (files[i], "-symbolic") ||
                     g_str_has_suffix (files[i], "-symbolic-rtl"));
      g_assert_true (gtk_icon_theme_has_icon (theme, files[i]));
    }
}

/* The value of "theirs" in the look that the test runs in, as its style sheet says it. */
static const char *
expected_theirs (void)
{
  static const char *const colours[2][2] = { { "#5e5c64", "#3d3846" }, { "#c0bfbc", "#e4e3e1" } };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean high_contrast = adw_style_manager_get_high_contrast (manager);

  return colours[dark ? 1 : 0][high_contrast ? 1 : 0];
}

static void
test_state_colours (void)
{
  static const char *const states[] = { "ours", "theirs", "risk", "dark", "kept" };
  GdkRGBA theirs;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *plain = gtk_label_new ("plain");
  GtkWindow *window;
  GdkRGBA plain_colour;

  gtk_box_append (GTK_BOX (box), plain);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *css_class = g_strconcat ("state-", states[i], NULL);
      GtkWidget *label = gtk_label_new (states[i]);

      gtk_widget_add_css_class (label, css_class);
      gtk_box_append (GTK_BOX (box), label);
    }
  g_assert_true (gdk_rgba_parse (&theirs, expected_theirs ()));
  window = mull_gui_test_present (box, 360, 294);
  gtk_style_context_get_color (gtk_widget_get_style_context (plain), &plain_colour);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *label = mull_gui_test_find_label (box, states[i]);
      GdkRGBA colour;

      gtk_style_context_get_color (gtk_widget_get_style_context (label), &colour);
      g_assert_false (gdk_rgba_equal (&colour, &plain_colour));
      if (g_str_equal (states[i], "theirs"))
        g_assert_true (gdk_rgba_equal (&colour, &theirs));
    }
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/ui/resources", test_resources);
  g_test_add_func ("/ui/help-overlay", test_help_overlay);
  g_test_add_func ("/ui/icons", test_icons);
  g_test_add_func ("/ui/state-colours", test_state_colours);
  return g_test_run ();
}
