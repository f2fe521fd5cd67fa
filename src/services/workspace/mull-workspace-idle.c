/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-idle"

#include "config.h"

#include "mull-workspace.h"

/* Who reads by itself must not do so while a job has the connection, for it would hold the window
 * up until that is done. */

/* How often it is looked whether the connection is free again. */
#define LOOK_MILLISECONDS 50

typedef struct
{
  GSource source;
  /* Borrowed: outlives the source */
  MullWorkspace *workspace;
} IdleSource;

static gboolean
idle_source_prepare (GSource *source, int *timeout)
{
  gboolean is_bulk = mull_workspace_is_bulk (((IdleSource *) source)->workspace);

  *timeout = is_bulk ? LOOK_MILLISECONDS : 0;
  return !is_bulk;
}

static gboolean
idle_source_check (GSource *source)
{
  return !mull_workspace_is_bulk (((IdleSource *) source)->workspace);
}

/* What was dispatched just before may have begun something. */
static gboolean
idle_source_dispatch (GSource *source, GSourceFunc func, gpointer user_data)
{
  return mull_workspace_is_bulk (((IdleSource *) source)->workspace) || func (user_data);
}

static GSourceFuncs idle_source_funcs = {
  .prepare = idle_source_prepare,
  .check = idle_source_check,
  .dispatch = idle_source_dispatch,
};

/**
 * mull_workspace_add_idle:
 * @self: a workspace, which outlives the source
 * @priority: of the source
 * @func: (scope notified): reads some, and returns whether there is more to read
 * @user_data: for @func
 *
 * As g_idle_add_full(), but @func is called only while neither a bulk step is open nor a job has
 * the connection.
 *
 * Returns: id of the source, for g_source_remove()
 */
guint
mull_workspace_add_idle (MullWorkspace *self, int priority, GSourceFunc func, gpointer user_data)
{
  GSource *source;
  guint id;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && func != NULL, 0);

  source = g_source_new (&idle_source_funcs, sizeof (IdleSource));
  ((IdleSource *) source)->workspace = self;
  g_source_set_static_name (source, "mull_workspace_add_idle");
  g_source_set_priority (source, priority);
  g_source_set_callback (source, func, user_data, NULL);
  id = g_source_attach (source, NULL);
  g_source_unref (source);
  return id;
}
