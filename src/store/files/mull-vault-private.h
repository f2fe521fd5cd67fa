/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-vault.h"

G_BEGIN_DECLS

/* For the files of the vault only. */

#define MULL_VAULT_TEMPORARY ".tmp-"

/* Around giving a file its name and around taking one away: what is old must not go while somebody
 * brings the same content. */
void mull_vault_lock (void);
void mull_vault_unlock (void);

gboolean mull_vault_fail_large (const char *name, GError **error);
gboolean mull_vault_fail_changed (const char *name, GError **error);

G_END_DECLS
