/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-do-over.h"
#include "mull-guard-pass.h"

G_BEGIN_DECLS

/**
 * MullOpsCall:
 * @clock: when it is written down
 * @script_id: what was spoken, or 0
 * @guard: (nullable): before the call; %NULL if there was none
 * @touch_guard: (nullable): before what is planned next; %NULL if nothing is
 * @pass: (nullable): why they were called although they asked to be left alone
 * @touch_pass: (nullable): why they are reached for again
 *
 * A call with a script on its way to the timeline, past the guard before whoever asked to be left
 * alone. What the operations of all kinds of scripts share. Set to 0 before use.
 */
typedef struct
{
  MullClock *clock;
  gint64 script_id;
  MullGuard *guard;
  MullGuard *touch_guard;
  const MullQuietPass *pass;
  const MullQuietPass *touch_pass;
  /*< private >*/
  MullWorkspace *workspace;
  MullKeptPass kept;
} MullOpsCall;

void mull_ops_call_clear (MullOpsCall *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MullOpsCall, mull_ops_call_clear)

/* The texts and the time of a call as they may be stored; the texts belong to @owned. */
GPtrArray *mull_ops_call_clean (MullWorkspace *workspace,
                                MullDoOverCall *call,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Before the transaction. */
gboolean mull_ops_call_ask_guard (MullOpsCall *self,
                                  MullWorkspace *workspace,
                                  gint64 script_id,
                                  const MullEntry *entry,
                                  const MullPlannedTouch *touch,
                                  const MullQuietPass *usual,
                                  GError **error);
/* Inside of it. */
gboolean mull_ops_call_write_entry (MullOpsCall *self,
                                    MullDatabase *db,
                                    MullEntry *entry,
                                    MullEntryWords *words,
                                    MullScript *script,
                                    GError **error);
gboolean mull_ops_call_write_planned (MullOpsCall *self,
                                      MullDatabase *db,
                                      MullPlannedTouch *touch,
                                      GError **error);
/* After it. */
void mull_ops_call_finish (MullOpsCall *self);

G_END_DECLS
