/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-own-it-case.h"
#include "mull-own-it-plan.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* @ways: (element-type MullWayOut): all of them, in order; those without a text are left out */
gboolean mull_own_it_ops_save (MullWorkspace *workspace,
                               const MullOwnIt *own,
                               GPtrArray *ways,
                               gint64 *own_id,
                               GError **error);
gboolean mull_own_it_ops_open_script (MullWorkspace *workspace,
                                      gint64 own_id,
                                      gint64 *script_id,
                                      GError **error);
gboolean mull_own_it_ops_finish_call (MullWorkspace *workspace,
                                      gint64 own_id,
                                      const MullOwnItCall *call,
                                      GError **error);
/* "What would I promise differently?" */
gboolean mull_own_it_ops_set_lesson (MullWorkspace *workspace,
                                     gint64 own_id,
                                     const char *lesson,
                                     GError **error);

G_END_DECLS
