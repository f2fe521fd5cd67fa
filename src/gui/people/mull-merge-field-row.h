/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-merge-proposal.h"

G_BEGIN_DECLS

/**
 * MullMergeFieldRow:
 *
 * A field in which two people or two companies differ: both values side by side, and which of them
 * stays.
 */
#define MULL_TYPE_MERGE_FIELD_ROW (mull_merge_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MullMergeFieldRow, mull_merge_field_row, MULL, MERGE_FIELD_ROW, GtkWidget)

GtkWidget *mull_merge_field_row_new (MullMergeField *field) G_GNUC_WARN_UNUSED_RESULT;
void mull_merge_field_row_choose (MullMergeFieldRow *self, MullMergeChoice choice);

G_END_DECLS
