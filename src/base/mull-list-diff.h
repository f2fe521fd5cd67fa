/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullListSplice:
 *
 * The one splice that turns an old list of ids into a new one.
 */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} MullListSplice;

/* FALSE if both lists are equal. */
gboolean mull_list_diff (const gint64 *before,
                         guint n_before,
                         const gint64 *after,
                         guint n_after,
                         MullListSplice *splice);

G_END_DECLS
