/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDraftFunc:
 * @owner: where one types
 *
 * Returns: (transfer full) (nullable): what is to be kept; %NULL if nothing is
 */
typedef char *(*MullDraftFunc) (GtkWidget *owner);

/**
 * MullDraftKeeper:
 *
 * Keeps what is being typed, so that neither Escape nor the end of the program takes it away:
 * within half a second, also of somebody who never pauses.
 */
#define MULL_TYPE_DRAFT_KEEPER (mull_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MullDraftKeeper, mull_draft_keeper, MULL, DRAFT_KEEPER, GObject)

MullDraftKeeper *mull_draft_keeper_new (GtkWidget *owner,
                                        MullWorkspace *workspace,
                                        MullDraftFunc func) G_GNUC_WARN_UNUSED_RESULT;

/* What it is a draft of. */
void mull_draft_keeper_set_key (MullDraftKeeper *self, const char *key);
GVariant *
mull_draft_keeper_load (MullDraftKeeper *self, const GVariantType *type) G_GNUC_WARN_UNUSED_RESULT;

/* Something was typed; soon, now, and never mind. */
void mull_draft_keeper_queue (MullDraftKeeper *self);
void mull_draft_keeper_flush (MullDraftKeeper *self);
void mull_draft_keeper_drop (MullDraftKeeper *self);

G_END_DECLS
