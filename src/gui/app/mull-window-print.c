/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-print"

#include "config.h"

#include "mull-window-private.h"

#include "mull-feedback.h"
#include "mull-preview-page.h"

static GtkWidget *
make_preview_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_preview_page_new (workspace));
}

typedef gboolean (*OpenPreviewFunc) (MullPreviewPage *page, gint64 id, GError **error);

static void
show_preview (GtkWidget *widget, OpenPreviewFunc open, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_PREVIEW_PAGE, make_preview_page);
  g_autoptr (GError) error = NULL;

  if (!open (MULL_PREVIEW_PAGE (page), g_variant_get_int64 (parameter), &error))
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

static void
print_brief_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_preview (widget, mull_preview_page_open, parameter);
}

static void
print_help_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_preview (widget, mull_preview_page_open_help, parameter);
}

static void
print_script_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_preview (widget, mull_preview_page_open_script, parameter);
}

/**
 * mull_window_install_print_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions that lead to what will be printed.
 */
void
mull_window_install_print_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print-brief", "x", print_brief_action);
  gtk_widget_class_install_action (widget_class, "win.print-help", "x", print_help_action);
  gtk_widget_class_install_action (widget_class, "win.print-script", "x", print_script_action);
}
