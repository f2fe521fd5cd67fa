/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands between SQLite and the memory it asks for. Call it before SQLite is used. */
void fault_memory_install (void);
/* From now on the @nth piece is refused, and with @sticky every one after it. */
void fault_memory_arm (guint nth, gboolean sticky);
/* Returns: how many pieces were asked for since then */
guint fault_memory_disarm (void);
/* Where SQLite asks from: thousands of pieces are asked for by the same few callers. The places are
 * noted from the first call to the second, and the first piece of each is what that returns. */
void fault_memory_note_places (void);
/* (transfer full) (element-type guint) */
GArray *fault_memory_list_places (void);
/* While @spare is set, only new pieces are refused, not larger ones for those that there are. */
void fault_memory_spare_larger (gboolean spare);
gboolean fault_memory_has_failed (void);
const char *fault_memory_describe (void);
/* How many pieces are in use. */
int fault_memory_count (void);
/* From now on it is noted how many bytes are in use at most. */
void fault_memory_begin_peak (void);
/* Returns: how many more that were than at the beginning; for one thread only */
gint64 fault_memory_get_peak (void);

G_END_DECLS
