/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which printer a print dialog should begin with. */

void mull_printer_finder_find (const char *remembered,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *mull_printer_finder_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
