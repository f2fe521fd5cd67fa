/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands between the store and SQLite, where the linker puts it: what is asked of SQLite can be
 * made to fail as on a disk that cannot be read. What takes something back does not fail. */

/* Forgets from where something has failed; from now on only every @stride-th place has its turn. */
void fault_statements_forget (guint stride);
/* From now on the first call fails that comes from a place from which none has failed yet. */
void fault_statements_arm (void);
void fault_statements_disarm (void);
/* Whether one failed; otherwise every place had its turn. */
gboolean fault_statements_has_failed (void);
/* What failed: the text of a statement, the name of a file, or that of a call of the system. */
const char *fault_statements_describe (void);

G_END_DECLS
