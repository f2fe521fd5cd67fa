/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-script-composition.h"

G_BEGIN_DECLS

/**
 * MullRemarkList:
 *
 * What the reviewer says about a script: each remark with its reason and what to do instead.
 */
#define MULL_TYPE_REMARK_LIST (mull_remark_list_get_type ())
G_DECLARE_FINAL_TYPE (MullRemarkList, mull_remark_list, MULL, REMARK_LIST, AdwBin)

MullRemarkList *mull_remark_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

void mull_remark_list_show (MullRemarkList *self, MullScriptComposition *composition);
guint mull_remark_list_get_n_shown (MullRemarkList *self);

G_END_DECLS
