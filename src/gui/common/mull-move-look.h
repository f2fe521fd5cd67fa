/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-move-state.h"

G_BEGIN_DECLS

/* How whose move it is looks, everywhere: a shape and one of the five colours. The words are in
 * mull-move-state.h and stand beside both. */
const char *mull_move_look_get_icon (MullMoveState state, MullMoveFlags flags);
const char *mull_move_look_get_css_class (MullMoveState state);

G_END_DECLS
