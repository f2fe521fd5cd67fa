/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-refresher"

#include "config.h"

#include "mull-refresher.h"

struct _MullRefresher
{
  GObject parent_instance;

  /* Borrowed: owns the refresher */
  GtkWidget *widget;
  /* Owned */
  MullWorkspace *workspace;

  MullRefresherConcernsFunc concerns;
  MullRefresherFunc reload;
  MullDay read_on; /* none while nothing is shown */
  /* Something changed while the widget was not to be seen */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (MullRefresher, mull_refresher, G_TYPE_OBJECT)

static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  MullRefresher *self = user_data;

  if (self->read_on == MULL_DAY_NONE ||
      (self->concerns != NULL && !self->concerns (self->widget, changes)))
    return;
  if (gtk_widget_get_mapped (self->widget))
    self->reload (self->widget);
  else
    self->stale = TRUE;
}

static void
on_widget_map_cb (MullRefresher *self)
{
  if (self->read_on == MULL_DAY_NONE)
    return;
  if (self->stale || self->read_on != mull_workspace_get_today (self->workspace))
    self->reload (self->widget);
}

static void
mull_refresher_dispose (GObject *object)
{
  g_clear_object (&MULL_REFRESHER (object)->workspace);
  G_OBJECT_CLASS (mull_refresher_parent_class)->dispose (object);
}

static void
mull_refresher_class_init (MullRefresherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mull_refresher_dispose;
}

static void
mull_refresher_init (MullRefresher *self)
{
  self->read_on = MULL_DAY_NONE;
}

/**
 * mull_refresher_new:
 * @widget: (transfer none): what shows the data; it lets go of the refresher when it is disposed of
 * @workspace: (transfer none): the data
 * @concerns: (nullable): tells which changes matter; %NULL if all do
 * @reload: reads anew what is shown, and calls mull_refresher_note_read()
 *
 * Returns: (transfer full): a refresher, which waits for mull_refresher_note_read()
 */
MullRefresher *
mull_refresher_new (GtkWidget *widget,
                    MullWorkspace *workspace,
                    MullRefresherConcernsFunc concerns,
                    MullRefresherFunc reload)
{
  MullRefresher *self = g_object_new (MULL_TYPE_REFRESHER, NULL);

  self->widget = widget;
  self->workspace = g_object_ref (workspace);
  self->concerns = concerns;
  self->reload = reload;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (widget, "map", G_CALLBACK (on_widget_map_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mull_refresher_note_read:
 * @self: a refresher
 *
 * The widget shows the data as they are now.
 */
void
mull_refresher_note_read (MullRefresher *self)
{
  g_return_if_fail (MULL_IS_REFRESHER (self));

  self->stale = FALSE;
  self->read_on = mull_workspace_get_today (self->workspace);
}

/**
 * mull_refresher_note_gone:
 * @self: a refresher
 *
 * The widget shows nothing any more.
 */
void
mull_refresher_note_gone (MullRefresher *self)
{
  g_return_if_fail (MULL_IS_REFRESHER (self));

  self->stale = FALSE;
  self->read_on = MULL_DAY_NONE;
}
