/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullSeenBox:
 *
 * A box in something that scrolls, which draws only those of its children that are in sight. GTK
 * draws all of them and cuts off what is not seen: of a long list that is most of the work.
 */
#define MULL_TYPE_SEEN_BOX (mull_seen_box_get_type ())
G_DECLARE_FINAL_TYPE (MullSeenBox, mull_seen_box, MULL, SEEN_BOX, GtkBox)

GtkWidget *mull_seen_box_new (GtkOrientation orientation);

G_END_DECLS
