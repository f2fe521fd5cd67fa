/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullWindow:
 *
 * The window: a stack of pages with a way back. Pages are asked for by actions, so that no page
 * knows another one or the window:
 *
 * `win.open-deal` (x), `win.open-entry` ((xx): deal, entry), `win.open-script` (x),
 * `win.start-call` (x), `win.import` (s: a file name, or empty to choose one),
 * `win.print-brief` (x), `win.print-script` (x), `win.new-deal` (x: a stage, or 0),
 * `win.show-board`, `win.back`, `win.undo`, `win.redo`.
 */
#define MULL_TYPE_WINDOW (mull_window_get_type ())
G_DECLARE_FINAL_TYPE (MullWindow, mull_window, MULL, WINDOW, AdwApplicationWindow)

MullWindow *
mull_window_new (AdwApplication *application, MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

MullWorkspace *mull_window_get_workspace (MullWindow *self);
/* The start page of an empty database, else the board. */
void mull_window_show_home (MullWindow *self);
void mull_window_import_files (MullWindow *self, GSList *files);

/* Writes everything into an archive, with progress, and says what was written. */
void mull_window_export_archive (MullWindow *window, GFile *file);

G_END_DECLS
