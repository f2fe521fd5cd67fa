/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window"

#include "config.h"

#include "mull-window-private.h"

#include "mull-board-page.h"
#include "mull-feedback.h"
#include "mull-start-page.h"
#include "mull-toast-place.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MullWindow, mull_window, ADW_TYPE_APPLICATION_WINDOW)

/* ── Pages ────────────────────────────────────────────────────────────── */

static void
update_title (MullWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  g_autofree char *title = NULL;

  if (page != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (page), "title") != NULL)
    g_object_get (page, "title", &title, NULL);
  gtk_window_set_title (GTK_WINDOW (self),
                        title != NULL && *title != '\0' ? title : _ ("Mulligan"));
}

static void
on_page_title_notify (GObject *page, GParamSpec *pspec, gpointer user_data)
{
  update_title (user_data);
}

static void
on_pages_visible_child_notify (GtkStack *pages, GParamSpec *pspec, gpointer user_data)
{
  update_title (user_data);
}

/* The focus is taken off the old page first: GTK 4.8 would keep the page alive until it had found
 * another place for it. */
static void
set_visible_page (MullWindow *self, GtkWidget *page)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->pages, page);
}

static GtkWidget *
find_page (MullWindow *self, GType type)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_OBJECT_TYPE (child) == type)
      return child;
  return NULL;
}

/**
 * mull_window_ensure_page:
 *
 * Returns: (transfer none): the page of that type, made at its first use
 */
GtkWidget *
mull_window_ensure_page (MullWindow *self, GType type, MullPageFunc make)
{
  GtkWidget *page = find_page (self, type);

  if (page != NULL)
    return page;
  page = make (self->workspace);
  mull_widget_make_ready (page);
  gtk_stack_add_child (self->pages, page);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "title") != NULL)
    g_signal_connect_object (page, "notify::title", G_CALLBACK (on_page_title_notify), self,
                             G_CONNECT_DEFAULT);
  return page;
}

/**
 * mull_window_show_page:
 *
 * Shows a page; Back leads to the one that was shown before.
 */
void
mull_window_show_page (MullWindow *self, GtkWidget *page)
{
  GtkWidget *current = gtk_stack_get_visible_child (self->pages);

  if (current == page)
    return;
  /* A page that is behind us is gone back to, not stacked twice. */
  if (g_queue_find (&self->behind, page) != NULL)
    while (g_queue_pop_tail (&self->behind) != page)
      ;
  else if (current != NULL)
    g_queue_push_tail (&self->behind, current);
  set_visible_page (self, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * mull_window_go_back:
 *
 * Returns: %FALSE if there is nothing to go back to
 */
gboolean
mull_window_go_back (MullWindow *self)
{
  GtkWidget *page = g_queue_pop_tail (&self->behind);

  if (page == NULL)
    return FALSE;
  /* What the board had may have been undone from another page. */
  if (page == find_page (self, MULL_TYPE_BOARD_PAGE) && mull_workspace_is_empty (self->workspace))
    {
      mull_window_show_home (self);
      return TRUE;
    }
  set_visible_page (self, page);
  gtk_widget_grab_focus (page);
  return TRUE;
}

static GtkWidget *
make_start_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_start_page_new (workspace));
}

static GtkWidget *
make_board_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_board_page_new (workspace));
}

/**
 * mull_window_show_board:
 *
 * Shows the board; Back leads nowhere from it.
 */
void
mull_window_show_board (MullWindow *self)
{
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_BOARD_PAGE, make_board_page);

  GtkWidget *start = find_page (self, MULL_TYPE_START_PAGE);

  g_queue_clear (&self->behind);
  set_visible_page (self, page);
  gtk_widget_grab_focus (page);
  /* It is seen once in the life of a database. */
  if (start != NULL)
    gtk_stack_remove (self->pages, start);
}

/**
 * mull_window_show_home:
 *
 * Shows the start page of an empty database, else the board.
 */
void
mull_window_show_home (MullWindow *self)
{
  g_return_if_fail (MULL_IS_WINDOW (self));

  if (!mull_workspace_is_empty (self->workspace))
    mull_window_show_board (self);
  else
    set_visible_page (self, mull_window_ensure_page (self, MULL_TYPE_START_PAGE, make_start_page));
}

/* ── Following the data ───────────────────────────────────────────────── */

/* Whoever comes back to a window that was left open was as far away as if it had been closed. */
static void
on_is_active_notify_cb (GtkWindow *window)
{
  if (gtk_window_is_active (window))
    mull_window_note_presence (MULL_WINDOW (window));
}

static void
on_workspace_changed (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  MullWindow *self = user_data;
  GtkWidget *start = find_page (self, MULL_TYPE_START_PAGE);

  mull_window_update_actions (self);
  on_is_active_notify_cb (GTK_WINDOW (self));
  /* The first deal opens the board; undoing it brings the start page back. */
  if (start != NULL && gtk_stack_get_visible_child (self->pages) == start)
    mull_window_show_home (self);
  else if (gtk_stack_get_visible_child (self->pages) == find_page (self, MULL_TYPE_BOARD_PAGE))
    if (mull_workspace_is_empty (workspace))
      mull_window_show_home (self);
}

/* ── Remembering the size ─────────────────────────────────────────────── */

/* The screen of today may be smaller than that of yesterday: no larger than the largest there is.
 */
static void
fit_on_screen (MullWindow *self, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int widest = 0, highest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      widest = MAX (widest, geometry.width);
      highest = MAX (highest, geometry.height);
    }
  if (widest > 0 && highest > 0)
    {
      *width = MIN (*width, widest);
      *height = MIN (*height, highest);
    }
}

static void
restore_size (MullWindow *self)
{
  int width = g_settings_get_int (self->settings, "window-width");
  int height = g_settings_get_int (self->settings, "window-height");

  fit_on_screen (self, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_size (MullWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0 && !gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static gboolean
mull_window_close_request (GtkWindow *window)
{
  save_size (MULL_WINDOW (window));
  mull_window_note_presence (MULL_WINDOW (window));
  return GTK_WINDOW_CLASS (mull_window_parent_class)->close_request (window);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_window_dispose (GObject *object)
{
  MullWindow *self = MULL_WINDOW (object);

  g_clear_handle_id (&self->catch_up_id, g_source_remove);
  g_clear_weak_pointer (&self->greeting);
  g_clear_weak_pointer (&self->preferences);
  g_queue_clear (&self->behind);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->opened, g_array_unref);
  g_clear_pointer (&self->sync_sentence, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_WINDOW);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_window_parent_class)->dispose (object);
}

static void
mull_window_class_init (MullWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mull_window_close_request;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_TOAST_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, MULL_UI_PREFIX "/app/mull-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MullWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MullWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, MullWindow, banner_icon);
  gtk_widget_class_bind_template_child (widget_class, MullWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, MullWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, MullWindow, drop_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_pages_visible_child_notify);
  mull_window_install_actions (widget_class);
}

static void
mull_window_init (MullWindow *self)
{
  g_queue_init (&self->behind);
  gtk_widget_init_template (GTK_WIDGET (self));
  mull_window_accept_files (self);
  mull_window_guard_keys (self);
  self->seen_on = MULL_DAY_NONE;
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_is_active_notify_cb), NULL);
  self->settings = g_settings_new (MULL_APP_ID);
  self->opened = mull_window_opened_new ();
  restore_size (self);
}

/**
 * mull_window_new:
 *
 * Returns: (transfer none): a window on @workspace; it belongs to GTK until it is closed
 */
MullWindow *
mull_window_new (AdwApplication *application, MullWorkspace *workspace)
{
  MullWindow *self = g_object_new (MULL_TYPE_WINDOW, "application", application, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self,
                           G_CONNECT_DEFAULT);
  mull_window_show_home (self);
  mull_window_update_actions (self);
  mull_window_follow_custody (self);
  if (mull_workspace_get_freeze (workspace) != MULL_FREEZE_LOOK)
    mull_window_catch_up (self);
  return self;
}

/**
 * mull_window_get_workspace:
 *
 * Returns: (transfer none): the data it shows
 */
MullWorkspace *
mull_window_get_workspace (MullWindow *self)
{
  g_return_val_if_fail (MULL_IS_WINDOW (self), NULL);

  return self->workspace;
}
