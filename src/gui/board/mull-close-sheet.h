/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-deal.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullCloseSheet:
 *
 * Asks what is worth knowing about a deal that ends: why, whether somebody said no, when to look
 * again. Nothing has to be answered, and nothing else is blocked meanwhile. Emits ::done.
 */
#define MULL_TYPE_CLOSE_SHEET (mull_close_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MullCloseSheet, mull_close_sheet, MULL, CLOSE_SHEET, AdwBin)

MullCloseSheet *mull_close_sheet_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void
mull_close_sheet_ask (MullCloseSheet *self, gint64 deal_id, const char *title, MullOutcome outcome);
void mull_close_sheet_set_reason (MullCloseSheet *self, const char *reason);
MullCloseSheet *mull_close_sheet_present (GtkWidget *from,
                                          MullWorkspace *workspace,
                                          const MullDeal *deal,
                                          MullOutcome outcome);

G_END_DECLS
