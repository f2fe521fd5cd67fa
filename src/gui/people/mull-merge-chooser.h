/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullMergeChooser:
 *
 * Asks who may be the same as somebody: those who have something in common first, then anybody
 * whose name is typed. #MullMergeChooser::chosen tells the answer.
 */
#define MULL_TYPE_MERGE_CHOOSER (mull_merge_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MullMergeChooser, mull_merge_chooser, MULL, MERGE_CHOOSER, AdwBin)

gboolean mull_merge_chooser_open (MullMergeChooser *self,
                                  MullWorkspace *workspace,
                                  gboolean companies,
                                  gint64 id,
                                  GError **error);

G_END_DECLS
