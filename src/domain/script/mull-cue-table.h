/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullCueTable:
 *
 * How much each cue of a language speaks for a remark, learned from sentences that people labelled.
 */
typedef struct _MullCueTable MullCueTable;

MullCueTable *mull_cue_table_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_cue_table_free (MullCueTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCueTable, mull_cue_table_free)

void mull_cue_table_weigh (const MullCueTable *self, GArray *cues);

G_END_DECLS
