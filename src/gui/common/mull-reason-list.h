/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullReasonList:
 *
 * Why something is worth a look, one sentence under the other, each with an icon. It takes no room
 * while there is no reason.
 */
#define MULL_TYPE_REASON_LIST (mull_reason_list_get_type ())
G_DECLARE_FINAL_TYPE (MullReasonList, mull_reason_list, MULL, REASON_LIST, GtkWidget)

void mull_reason_list_show (MullReasonList *self, GPtrArray *reasons);

G_END_DECLS
