/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWindow *mull_wait_window_new (GtkWidget *over, const char *heading, GCancellable *cancellable);
void mull_wait_window_set_progress (GtkWindow *self, double progress);
void mull_wait_window_set_final (GtkWindow *self);

G_END_DECLS
