/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullSinceGroup:
 * @MULL_SINCE_NEW: deals that were added
 * @MULL_SINCE_CLOSED: deals that were closed or opened again
 * @MULL_SINCE_MOVED: moved to another stage
 * @MULL_SINCE_SLIPPED: their date moved
 * @MULL_SINCE_KEPT: promises that were kept
 * @MULL_SINCE_BROKEN: promises that were not
 * @MULL_SINCE_PROMISED: promises that were made
 * @MULL_SINCE_SILENT: gone silent
 * @MULL_SINCE_OTHER: what else was changed
 *
 * What changed, in the order in which it is told.
 */
typedef enum
{
  MULL_SINCE_NEW,
  MULL_SINCE_CLOSED,
  MULL_SINCE_MOVED,
  MULL_SINCE_SLIPPED,
  MULL_SINCE_KEPT,
  MULL_SINCE_BROKEN,
  MULL_SINCE_PROMISED,
  MULL_SINCE_SILENT,
  MULL_SINCE_OTHER,
} MullSinceGroup;

#define MULL_SINCE_N_GROUPS (MULL_SINCE_OTHER + 1)

/**
 * MullSinceRow:
 * @deal: title of the deal
 * @on: when
 * @text: what changed, in words
 *
 * One change.
 */
typedef struct
{
  MullSinceGroup group;
  gint64 deal_id;
  char *deal;
  MullDay on;
  char *text;
} MullSinceRow;

GPtrArray *
mull_since_load (MullWorkspace *workspace, MullDay since, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_since_group_label (MullSinceGroup group);

MullDay mull_since_get_last_seen (MullWorkspace *workspace);
gboolean mull_since_note_seen (MullWorkspace *workspace, GError **error);
gboolean mull_since_was_absent (MullDay last_seen, MullDay today);

G_END_DECLS
