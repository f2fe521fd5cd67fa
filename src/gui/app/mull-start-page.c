/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-start-page"

#include "config.h"

#include "mull-start-page.h"

#include "mull-feedback.h"
#include "mull-pipeline-ops.h"
#include "mull-sample.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullStartPage
{
  AdwBin parent_instance;

  /* Owned */
  MullWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (MullStartPage, mull_start_page, ADW_TYPE_BIN)

static void
show_sample_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullStartPage *self = MULL_START_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!mull_sample_fill (self->workspace, &error))
    mull_feedback_error (widget, error);
}

static void
start_empty_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullStartPage *self = MULL_START_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 pipeline_id;

  if (!mull_pipeline_ops_ensure (self->workspace, &pipeline_id, &error))
    mull_feedback_error (widget, error);
  else
    gtk_widget_activate_action (widget, "win.show-board", NULL);
}

static void
mull_start_page_dispose (GObject *object)
{
  MullStartPage *self = MULL_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_START_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_start_page_parent_class)->dispose (object);
}

static void
mull_start_page_class_init (MullStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_start_page_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/app/mull-start-page.ui");
  gtk_widget_class_install_action (widget_class, "start.sample", NULL, show_sample_action);
  gtk_widget_class_install_action (widget_class, "start.empty", NULL, start_empty_action);
}

static void
mull_start_page_init (MullStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_start_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullStartPage *
mull_start_page_new (MullWorkspace *workspace)
{
  MullStartPage *self = g_object_new (MULL_TYPE_START_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}
