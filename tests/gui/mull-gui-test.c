/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-gui-test"

#include "config.h"

#include "mull-gui-test.h"

#include "mull-paragraph.h"
#include "mull-ui.h"

#include <locale.h>

static void
on_provider_parsing_error_cb (GtkCssProvider *provider,
                              GtkCssSection *section,
                              GError *error,
                              gpointer user_data)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_error ("%s: %s", where, error->message);
}

static void
load_style (GdkDisplay *display, const char *name)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat (MULL_UI_PREFIX "/", name, NULL);

  g_signal_connect (provider, "parsing-error", G_CALLBACK (on_provider_parsing_error_cb), NULL);
  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * mull_gui_test_init:
 * @argc: the address of main's argument count
 * @argv: the address of main's arguments
 *
 * Call first in main of a widget test. Starts GTK and libadwaita without an application, in the C
 * locale, and does what the application would do for them: resources, style and icons. A mistake
 * in a style sheet is fatal. ADW_DEBUG_COLOR_SCHEME=prefer-dark and ADW_DEBUG_HIGH_CONTRAST=1
 * choose the look.
 */
void
mull_gui_test_init (int *argc, char ***argv)
{
  AdwStyleManager *manager;
  GdkDisplay *display;
  gboolean dark, high_contrast;

  gtk_test_init (argc, argv);
  /* It asks for en_US, which some machines have and others have not. */
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  manager = adw_style_manager_get_default ();
  dark = adw_style_manager_get_dark (manager);
  high_contrast = adw_style_manager_get_high_contrast (manager);
  mull_ui_init ();
  display = gdk_display_get_default ();
  load_style (display, "style.css");
  if (dark)
    load_style (display, "style-dark.css");
  if (high_contrast)
    load_style (display, "style-hc.css");
  if (dark && high_contrast)
    load_style (display, "style-hc-dark.css");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    MULL_UI_PREFIX "/icons");
}

/**
 * mull_gui_test_present:
 * @content: (transfer floating): what the window shows
 * @width: its width in pixels
 * @height: its height in pixels
 *
 * Shows @content in a window and waits until it is drawn.
 *
 * Returns: (transfer none): the window; end with gtk_window_destroy()
 */
GtkWindow *
mull_gui_test_present (GtkWidget *content, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  gtk_window_set_default_size (window, width, height);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (window);
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/**
 * mull_gui_test_drain:
 *
 * Runs what is ready in the main loop, without waiting for more.
 */
void
mull_gui_test_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * mull_gui_test_find:
 * @root: where to begin
 * @type: what the widget must be
 * @match: (nullable): what else must hold
 * @user_data: passed to @match
 *
 * Returns: (transfer none) (nullable): the first such widget, depth first, @root included
 */
GtkWidget *
mull_gui_test_find (GtkWidget *root, GType type, MullGuiTestMatch match, gpointer user_data)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (match == NULL || match (root, user_data)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *hit = mull_gui_test_find (child, type, match, user_data);

      if (hit != NULL)
        return hit;
    }
  return NULL;
}

/**
 * mull_gui_test_get_text:
 *
 * Returns: (transfer none) (nullable): what the widget says, if it does nothing but show a text
 */
const char *
mull_gui_test_get_text (GtkWidget *widget)
{
  if (MULL_IS_PARAGRAPH (widget))
    return mull_paragraph_get_text (MULL_PARAGRAPH (widget));
  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
}

static gboolean
has_text (GtkWidget *widget, gpointer user_data)
{
  return g_strcmp0 (mull_gui_test_get_text (widget), user_data) == 0;
}

/**
 * mull_gui_test_find_label:
 * @root: where to begin
 * @text: what the label shows, without markup
 *
 * Returns: (transfer none) (nullable): the first label that shows @text
 */
GtkWidget *
mull_gui_test_find_label (GtkWidget *root, const char *text)
{
  return mull_gui_test_find (root, GTK_TYPE_WIDGET, has_text, (gpointer) text);
}

static gboolean
press_in (GtkWidget *widget, GListModel *shortcuts, const char *trigger)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *text = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (text, trigger))
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                             GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }
  return FALSE;
}

/**
 * mull_gui_test_press:
 * @widget: the widget that has, or whose class has, the shortcut
 * @trigger: as gtk_shortcut_trigger_to_string() writes it: "<Alt>Right"
 *
 * Does what the key would do. GTK 4 has no way to make key events, so the shortcut's own action is
 * run.
 *
 * Returns: whether there was such a shortcut and its action did something
 */
gboolean
mull_gui_test_press (GtkWidget *widget, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) &&
          press_in (widget, G_LIST_MODEL (controller), trigger))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_gui_test_find_controller:
 * @widget: a widget
 * @type: a type of event controller
 *
 * For gestures that nothing but a finger can make: a test emits their signals.
 *
 * Returns: (transfer none) (nullable): the first one of that type
 */
GtkEventController *
mull_gui_test_find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  return NULL;
}

/**
 * mull_gui_test_shoot:
 * @window: what is shown
 * @name: of the picture
 *
 * Writes a picture, as it stands, into the folder that the environment variable SHOTS names; does
 * nothing without one.
 */
void
mull_gui_test_shoot (GtkWindow *window, const char *name)
{
  const char *folder = g_getenv ("SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree char *path = NULL;
  GtkSnapshot *snapshot;
  int width, height;

  if (folder == NULL)
    return;
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  width = gtk_widget_get_width (GTK_WIDGET (window));
  height = gtk_widget_get_height (GTK_WIDGET (window));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
