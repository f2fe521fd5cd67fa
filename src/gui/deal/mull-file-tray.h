/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-attachment.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullFileTray:
 *
 * The files that go with what is being written. Each is copied into the data folder at once, one
 * after the other, and can be taken out again as long as nothing is logged.
 */
#define MULL_TYPE_FILE_TRAY (mull_file_tray_get_type ())
G_DECLARE_FINAL_TYPE (MullFileTray, mull_file_tray, MULL, FILE_TRAY, GtkWidget)

void mull_file_tray_set_workspace (MullFileTray *self, MullWorkspace *workspace);
/* ::changed follows for each that got in, ::failed with a sentence for each that did not. */
void mull_file_tray_add (MullFileTray *self, GFile *file);
void mull_file_tray_clear (MullFileTray *self);
gboolean mull_file_tray_is_busy (MullFileTray *self);
/* (transfer none) (element-type MullAttachment) */
GPtrArray *mull_file_tray_get_files (MullFileTray *self);

/* For drafts: "a(ssxs)", floating. */
#define MULL_FILE_TRAY_STATE "a(ssxs)"
GVariant *mull_file_tray_get_state (MullFileTray *self);
void mull_file_tray_set_state (MullFileTray *self, GVariant *state);

G_END_DECLS
