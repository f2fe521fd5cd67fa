/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-duplicates.h"

G_BEGIN_DECLS

/**
 * MullDuplicateHint:
 *
 * A quiet line under a form: who is here already and may be the one who is being typed. It stops
 * nobody; #MullDuplicateHint::open tells that the rep would rather see who it is.
 */
#define MULL_TYPE_DUPLICATE_HINT (mull_duplicate_hint_get_type ())
G_DECLARE_FINAL_TYPE (MullDuplicateHint, mull_duplicate_hint, MULL, DUPLICATE_HINT, GtkWidget)

GtkWidget *
mull_duplicate_hint_new (MullWorkspace *workspace, gboolean companies) G_GNUC_WARN_UNUSED_RESULT;
void mull_duplicate_hint_look (MullDuplicateHint *self, const MullDuplicateQuery *query);

G_END_DECLS
