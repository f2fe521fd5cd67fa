/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MullRoom:
 *
 * Stands around a page and knows whether there is room in it, by how many letters fit beside each
 * other: a window of 360 pixels is narrow, and no more than half as wide where letters are twice as
 * large. Without room it has the style class `tight`. libadwaita 1.2 has no breakpoints.
 */
#define MULL_TYPE_ROOM (mull_room_get_type ())
G_DECLARE_FINAL_TYPE (MullRoom, mull_room, MULL, ROOM, AdwBin)

gboolean mull_room_is_tight (MullRoom *self);

G_END_DECLS
