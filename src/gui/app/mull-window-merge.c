/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-merge"

#include "config.h"

#include "mull-window-private.h"

#include "mull-feedback.h"
#include "mull-merge-page.h"

static GtkWidget *
make_merge_page (MullWorkspace *workspace)
{
  return GTK_WIDGET (mull_merge_page_new (workspace));
}

static void
show (MullWindow *self, GtkWidget *page, gboolean good, const GError *error)
{
  if (!good)
    {
      mull_feedback_error (GTK_WIDGET (self->pages), error);
      return;
    }
  mull_window_show_page (self, page);
  gtk_widget_grab_focus (page);
}

/* With whom is asked. */
static void
merge_one_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_MERGE_PAGE, make_merge_page);
  g_autoptr (GError) error = NULL;
  gboolean good = mull_merge_page_choose (MULL_MERGE_PAGE (page),
                                          g_str_equal (action_name, "win.merge-company"),
                                          g_variant_get_int64 (parameter), &error);

  show (self, page, good, error);
}

static void
merge_two_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullWindow *self = MULL_WINDOW (widget);
  GtkWidget *page = mull_window_ensure_page (self, MULL_TYPE_MERGE_PAGE, make_merge_page);
  gint64 first_id, second_id;
  g_autoptr (GError) error = NULL;
  gboolean good;

  g_variant_get (parameter, "(xx)", &first_id, &second_id);
  good = mull_merge_page_compare (MULL_MERGE_PAGE (page),
                                  g_str_equal (action_name, "win.merge-companies"), first_id,
                                  second_id, &error);
  show (self, page, good, error);
}

/**
 * mull_window_install_merge_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions that lead to the page on which two become one.
 */
void
mull_window_install_merge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge-person", "x", merge_one_action);
  gtk_widget_class_install_action (widget_class, "win.merge-company", "x", merge_one_action);
  gtk_widget_class_install_action (widget_class, "win.merge-people", "(xx)", merge_two_action);
  gtk_widget_class_install_action (widget_class, "win.merge-companies", "(xx)", merge_two_action);
}
