/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* Drafts of what is gone for good go, beside the main loop; whether there may be any. */
gboolean mull_draft_sweep_begin (MullWorkspace *workspace);

G_END_DECLS
