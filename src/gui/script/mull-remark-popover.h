/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-remark.h"

G_BEGIN_DECLS

/**
 * MullRemarkPopover:
 *
 * What the reviewer says about the words it points at, and what one can do about it. Its buttons
 * activate the actions "beat.use-remark", "beat.ignore-once" and "beat.ignore-always" of its
 * parent.
 */
#define MULL_TYPE_REMARK_POPOVER (mull_remark_popover_get_type ())
G_DECLARE_FINAL_TYPE (MullRemarkPopover, mull_remark_popover, MULL, REMARK_POPOVER, GtkPopover)

MullRemarkPopover *
mull_remark_popover_new (const MullRemark *remark, gboolean can_use) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
