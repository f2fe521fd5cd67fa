/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-clock.h"
#include "mull-repair-option.h"

G_BEGIN_DECLS

/**
 * MullRepairProgressFunc:
 * @progress: from 0 to 1
 *
 * Told, in the thread that works, how far it is. Returns: %FALSE to give up
 */
typedef gboolean (*MullRepairProgressFunc) (double progress, gpointer user_data);

/**
 * MullSalvageJob:
 * @damaged: a copy of the damaged file, which is worked on; its log is beside it
 * @backup: (nullable): the newest backup that is known to be good
 * @target: the new file; there must be none
 * @list: where the text is written that names what was lost
 * @clock: what time it is
 *
 * What a salvage needs.
 */
typedef struct
{
  const char *damaged;
  const char *backup;
  const char *target;
  const char *list;
  MullClock *clock;
  MullRepairProgressFunc progress_func;
  gpointer progress_data;
} MullSalvageJob;

/* (transfer full): NULL with MULL_ERROR_CORRUPT if nothing could be read at all. */
MullRepairOption *
mull_salvage_run (const MullSalvageJob *job, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
