/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-trouble"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-check.h"
#include "mull-error.h"

#include <glib/gi18n-lib.h>

/* What goes wrong with the file while the rep works. */

/* A setting that says when it was last tried whether anything can be saved. */
#define TRIED_AT "saving.tried-at"
/* When a check that had to give way begins anew, at first; later each time twice as long after. */
#define CHECK_AGAIN_SECONDS 30
#define CHECK_AGAIN_SECONDS_MAX 3600

static void
set_hindrance (MullWorkspace *self, const char *sentence)
{
  if (g_strcmp0 (self->hindrance, sentence) == 0)
    return;
  g_free (self->hindrance);
  self->hindrance = g_strdup (sentence);
  g_signal_emit_by_name (self, "hindered");
}

/**
 * mull_workspace_get_hindrance:
 *
 * Returns: (transfer none) (nullable): why the last change could not be saved, a sentence; %NULL
 *   once anything was saved since
 */
const char *
mull_workspace_get_hindrance (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return self->hindrance;
}

/**
 * mull_workspace_note_saved:
 *
 * Something was saved, so nothing hinders that.
 */
void
mull_workspace_note_saved (MullWorkspace *self)
{
  set_hindrance (self, NULL);
}

/**
 * mull_workspace_try_saving:
 * @error: return location
 *
 * Tries whether anything can be saved again.
 */
gboolean
mull_workspace_try_saving (MullWorkspace *self, GError **error)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  now = g_strdup_printf ("%" G_GINT64_FORMAT, mull_workspace_get_now (self));
  if (!mull_workspace_set_setting (self, TRIED_AT, now, error))
    return FALSE;
  mull_workspace_note_saved (self);
  return TRUE;
}

/* ── Damage ───────────────────────────────────────────────────────────── */

static gboolean
check_job (MullWorkspace *self, gpointer data, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self);

  return mull_database_check (db, error) && mull_card_check (db, error);
}

static gboolean on_check_cb (gpointer user_data);

/* SQLite looks up from a large index only a few times a second, so each time the rep may wait for
 * a moment. */
static void
check_later (MullWorkspace *self)
{
  self->check_seconds =
      CLAMP (self->check_seconds * 2, CHECK_AGAIN_SECONDS, CHECK_AGAIN_SECONDS_MAX);
  self->is_checking = TRUE;
  self->check_id = g_timeout_add_seconds (self->check_seconds, on_check_cb, self);
}

static void
note_checked (MullWorkspace *self)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, mull_workspace_get_now (self));
  g_autoptr (GError) error = NULL;

  self->is_suspect = FALSE;
  self->check_seconds = 0;
  if (!mull_workspace_set_setting (self, MULL_WORKSPACE_CHECKED_AT, now, &error))
    g_info ("When the file was checked is not kept: %s", error->message);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  MullWorkspace *self = MULL_WORKSPACE (source);
  g_autoptr (GError) error = NULL;

  self->is_checking = FALSE;
  if (mull_workspace_run_job_finish (self, result, &error) && self->lock != NULL)
    note_checked (self);
  if (error == NULL || self->lock == NULL)
    return;
  if (g_error_matches (error, MULL_ERROR, MULL_ERROR_CORRUPT))
    mull_workspace_freeze (
        self, MULL_FREEZE_DAMAGED,
        _ ("The data file is damaged. You can go on reading, but nothing more is "
           "written to it."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    check_later (self);
  else
    g_info ("The check was not finished: %s", error->message);
}

static gboolean
on_check_cb (gpointer user_data)
{
  MullWorkspace *self = user_data;

  if (mull_workspace_is_bulk (self))
    return G_SOURCE_CONTINUE;
  self->check_id = 0;
  /* A check of what nobody suspects does not have a backup begun anew. */
  if (!self->is_suspect && self->custodian != NULL && mull_custodian_is_busy (self->custodian))
    check_later (self);
  else if (self->is_suspect)
    mull_workspace_run_job_async (self, check_job, NULL, NULL, NULL, NULL, NULL, on_checked_cb,
                                  NULL);
  else
    mull_workspace_run_errand_async (self, check_job, NULL, NULL, NULL, on_checked_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
schedule_check (MullWorkspace *self)
{
  if (self->is_checking || self->freeze != MULL_FREEZE_NONE)
    return;
  self->is_checking = TRUE;
  self->check_id = mull_workspace_add_idle (self, G_PRIORITY_LOW, on_check_cb, self);
}

/**
 * mull_workspace_check:
 *
 * Has all of the file checked as soon as nothing else is done with it, beside the main loop, while
 * nothing is changed in it. If it is damaged, the workspace is frozen. Another failure is no
 * damage.
 */
void
mull_workspace_check (MullWorkspace *self)
{
  g_return_if_fail (MULL_IS_WORKSPACE (self));

  self->is_suspect = TRUE;
  schedule_check (self);
}

/**
 * mull_workspace_check_at_leisure:
 *
 * As mull_workspace_check() where nothing says that it is damaged: whoever needs the data goes
 * first, and the check begins anew later.
 */
void
mull_workspace_check_at_leisure (MullWorkspace *self)
{
  g_return_if_fail (MULL_IS_WORKSPACE (self));

  schedule_check (self);
}

static void
on_trouble_cb (MullError kind, gpointer user_data)
{
  MullWorkspace *self = user_data;

  /* Until the job is over, nothing can be rolled back and nobody may read. */
  if (self->is_lent && !self->is_errand)
    self->troubles |= 1U << kind;
  else if (self->freeze != MULL_FREEZE_NONE)
    return;
  else if (kind == MULL_ERROR_CORRUPT)
    mull_workspace_check (self);
  else if (kind == MULL_ERROR_NO_SPACE)
    set_hindrance (self, _ ("The disk is full: your last change is not saved. Free some space."));
  else
    mull_workspace_freeze (self, MULL_FREEZE_UNSURE,
                           _ ("The disk did not confirm the last change, so nothing more is "
                              "written. Open the data again to have it checked."));
}

/**
 * mull_workspace_tell_troubles:
 *
 * Does now what had to wait until a job was over, unless the next one has begun.
 */
void
mull_workspace_tell_troubles (MullWorkspace *self)
{
  guint troubles = self->troubles;

  if (self->is_lent && !self->is_errand)
    return;
  self->troubles = 0;
  for (guint kind = 0; self->lock != NULL && troubles >> kind != 0; kind++)
    if ((troubles >> kind & 1) != 0)
      on_trouble_cb ((MullError) kind, self);
}

/**
 * mull_workspace_follow_trouble:
 *
 * From now on it is noticed what the database runs into.
 */
void
mull_workspace_follow_trouble (MullWorkspace *self)
{
  mull_database_set_trouble_func (self->db, on_trouble_cb, self);
}

/**
 * mull_workspace_forget_trouble:
 *
 * The data is about to be closed.
 */
void
mull_workspace_forget_trouble (MullWorkspace *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->db != NULL)
    mull_database_set_trouble_func (self->db, NULL, NULL);
}
