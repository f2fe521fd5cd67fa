/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * BenchWindow:
 *
 * The real window over a folder with data, at rest on its board.
 */
typedef struct
{
  MullWorkspace *workspace;
  GtkWindow *window;
  GtkWidget *board;
} BenchWindow;

void bench_window_open (BenchWindow *self, const char *folder);
void bench_window_close (BenchWindow *self);

GtkWidget *bench_window_need (GtkWidget *root, GType type);
/* (element-type MullBoardList) (transfer container): from the first stage on */
GPtrArray *bench_window_list_columns (BenchWindow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
