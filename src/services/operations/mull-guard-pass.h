/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-guard.h"

G_BEGIN_DECLS

/**
 * MullKeptPass:
 *
 * Why somebody who asked to be left alone is being called, while the call lasts. Set to 0 before
 * use.
 */
typedef struct
{
  /*< private >*/
  gboolean is_set;
  MullQuietPass pass;
  char *why;
} MullKeptPass;

void mull_kept_pass_clear (MullKeptPass *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MullKeptPass, mull_kept_pass_clear)
const MullQuietPass *mull_kept_pass_get (const MullKeptPass *self);

gboolean mull_guard_keep_pass (MullWorkspace *workspace,
                               gint64 script_id,
                               const MullQuietPass *pass,
                               GError **error);
void mull_guard_load_pass (MullWorkspace *workspace, gint64 script_id, MullKeptPass *kept);

G_END_DECLS
