/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-check-window"

#include "config.h"

#include "mull-check-window.h"

#include "mull-ui.h"

struct _MullCheckWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (MullCheckWindow, mull_check_window, ADW_TYPE_APPLICATION_WINDOW)

static void
mull_check_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_CHECK_WINDOW);
  G_OBJECT_CLASS (mull_check_window_parent_class)->dispose (object);
}

static void
mull_check_window_class_init (MullCheckWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mull_check_window_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               MULL_UI_PREFIX "/app/mull-check-window.ui");
}

static void
mull_check_window_init (MullCheckWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_check_window_new:
 * @application: whose window it is
 *
 * Returns: (transfer none): the window, which GTK keeps until it is closed
 */
MullCheckWindow *
mull_check_window_new (AdwApplication *application)
{
  return g_object_new (MULL_TYPE_CHECK_WINDOW, "application", application, NULL);
}
