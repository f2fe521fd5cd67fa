/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-quiet-touch.h"
#include "mull-quiet.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_quiet_ops_add (MullWorkspace *workspace,
                             const MullQuiet *quiet,
                             gint64 *quiet_id,
                             GError **error);
gboolean mull_quiet_ops_settle (MullWorkspace *workspace,
                                gint64 quiet_id,
                                MullQuietState state,
                                GError **error);
gboolean mull_quiet_ops_prepare (MullWorkspace *workspace,
                                 gint64 quiet_id,
                                 gboolean facts,
                                 gboolean outcome,
                                 gboolean person,
                                 GError **error);

/**
 * MullBrokenQuiet:
 * @quiet: what they asked for
 * @touch: the touch that was made or planned all the same, and why
 * @deal_id: on which deal
 *
 * A touch that broke a quiet.
 */
typedef struct
{
  MullQuiet *quiet;
  MullQuietTouch *touch;
  gint64 deal_id;
} MullBrokenQuiet;

void mull_broken_quiet_free (MullBrokenQuiet *self);
GPtrArray *mull_quiet_list_broken (MullWorkspace *workspace,
                                   gint64 person_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
