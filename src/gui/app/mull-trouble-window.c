/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trouble-window"

#include "config.h"

#include "mull-trouble-window.h"

#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullTroubleWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (MullTroubleWindow, mull_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

static void
retry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  /* The application tries to open the data again and replaces this window. */
  g_application_activate (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))));
}

static void
mull_trouble_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_TROUBLE_WINDOW);
  G_OBJECT_CLASS (mull_trouble_window_parent_class)->dispose (object);
}

static void
mull_trouble_window_class_init (MullTroubleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_trouble_window_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/app/mull-trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTroubleWindow, status);
  gtk_widget_class_install_action (widget_class, "trouble.retry", NULL, retry_action);
}

static void
mull_trouble_window_init (MullTroubleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_trouble_window_new:
 * @error: (transfer none): why the data could not be opened
 *
 * Returns: (transfer none): the window; it belongs to GTK until it is closed
 */
MullTroubleWindow *
mull_trouble_window_new (AdwApplication *application, const GError *error)
{
  MullTroubleWindow *self =
      g_object_new (MULL_TYPE_TROUBLE_WINDOW, "application", application, NULL);
  /* The description of a status page is markup. */
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->status, escaped);
  return self;
}
