/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullChanges:
 *
 * What one committed step (or its undoing) changed; the argument of #MullWorkspace::changed. A bulk
 * change (an import, many rows) names its tables only: reload instead of looking at rows.
 */
typedef struct _MullChanges MullChanges;

MullChanges *mull_changes_new (void) G_GNUC_WARN_UNUSED_RESULT;
MullChanges *mull_changes_ref (MullChanges *self);
void mull_changes_unref (MullChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullChanges, mull_changes_unref)
#define MULL_TYPE_CHANGES (mull_changes_get_type ())
GType mull_changes_get_type (void);

void mull_changes_add (MullChanges *self, const char *table, gint64 id);
void mull_changes_add_deal (MullChanges *self, gint64 deal_id);
void mull_changes_set_bulk (MullChanges *self);

gboolean mull_changes_is_bulk (MullChanges *self);
gboolean mull_changes_touches_table (MullChanges *self, const char *table);
gboolean mull_changes_touches (MullChanges *self, const char *table, gint64 id);
/* Whether the card or the page of this deal may look different now; TRUE for every deal if bulk. */
gboolean mull_changes_touches_deal (MullChanges *self, gint64 deal_id);
/* (element-type gint64): the deals; empty if bulk. */
GArray *mull_changes_get_deals (MullChanges *self);

G_END_DECLS
