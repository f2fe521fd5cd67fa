/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Manual order is kept by sparse integers, so that a move writes one row. */
#define MULL_RANK_FIRST G_GINT64_CONSTANT (0)
#define MULL_RANK_STEP (G_GINT64_CONSTANT (1) << 20)

/* A rank between two neighbours; NULL is "no neighbour on this side".
 * FALSE: no room is left; the caller spreads the list with mull_rank_spread() first. */
gboolean mull_rank_between (const gint64 *before, const gint64 *after, gint64 *rank);
/* The rank of element @index when a whole list is numbered anew. */
gint64 mull_rank_spread (guint index);

G_END_DECLS
