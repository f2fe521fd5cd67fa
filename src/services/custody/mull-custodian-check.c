/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-custodian-check"

#include "config.h"

#include "mull-custodian-private.h"

#include "mull-workspace-private.h"

/* A backup met a page that is wrong. If all of the file passes its check, that page is a free one,
 * and the backup is made all the same. The check is an errand: whoever needs the data goes first,
 * and it begins anew later, each time after twice as long. */

#define AGAIN_SECONDS 30
#define AGAIN_SECONDS_MAX 3600

typedef struct
{
  MullCustodian *custodian; /* owned */
  guint serial;
} Check;

static gboolean
check (MullWorkspace *workspace, gpointer data, GError **error)
{
  return mull_database_check (mull_workspace_get_database (workspace), error);
}

static gboolean
on_again_cb (gpointer user_data)
{
  MullCustodian *self = user_data;

  self->check_source = 0;
  mull_custodian_begin_check (self);
  return G_SOURCE_REMOVE;
}

static void
try_again (MullCustodian *self)
{
  self->check_seconds = CLAMP (self->check_seconds * 2, AGAIN_SECONDS, AGAIN_SECONDS_MAX);
  self->check_source = g_timeout_add_seconds (self->check_seconds, on_again_cb, self);
}

static void
note_failure (MullCustodian *self, const GError *error)
{
  self->is_converting = FALSE;
  /* That the file is damaged concerns everybody. */
  if (g_error_matches (error, MULL_ERROR, MULL_ERROR_CORRUPT))
    mull_workspace_check (self->workspace);
  mull_custodian_tell_failure (self, error);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Check *data = user_data;
  g_autoptr (MullCustodian) self = data->custodian;
  gboolean is_awaited = self->is_checking && data->serial == self->check_serial;
  g_autoptr (GError) error = NULL;
  gboolean good = mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error);

  g_free (data);
  if (!is_awaited)
    return;
  /* Somebody needed the data, or has it all for himself. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, MULL_ERROR, MULL_ERROR_BUSY))
    {
      try_again (self);
      return;
    }
  self->is_checking = FALSE;
  self->check_seconds = 0;
  self->is_checked = good;
  if (good)
    mull_custodian_begin_steps (self);
  else
    note_failure (self, error);
}

/**
 * mull_custodian_begin_check:
 *
 * Has all of the file checked beside the main loop, and then the backup begun anew or given up.
 */
void
mull_custodian_begin_check (MullCustodian *self)
{
  Check *data = g_new0 (Check, 1);

  self->is_checking = TRUE;
  data->custodian = g_object_ref (self);
  data->serial = ++self->check_serial;
  mull_workspace_run_errand_async (self->workspace, check, NULL, NULL, NULL, on_checked_cb, data);
}

/**
 * mull_custodian_end_check:
 *
 * Nothing waits for the check any longer, which ends as soon as somebody needs the data.
 *
 * Returns: whether there was one
 */
gboolean
mull_custodian_end_check (MullCustodian *self)
{
  gboolean was_checking = self->is_checking;

  g_clear_handle_id (&self->check_source, g_source_remove);
  self->is_checking = FALSE;
  self->check_seconds = 0;
  return was_checking;
}
