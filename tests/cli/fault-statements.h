/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands between the store and SQLite, where the linker puts it: a statement can be made to fail as
 * on a disk that cannot be read. */

/* Forgets which statements have failed. */
void fault_statements_forget (void);
/* From now on the first statement fails that is asked for from a place from which none has failed
 * yet. */
void fault_statements_arm (void);
/* Returns: (transfer none) (nullable): the statement that failed, or %NULL if every place had its
 * turn */
const char *fault_statements_disarm (void);

G_END_DECLS
