/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* A verified copy @name in @folder (made if missing). Returns: (transfer full): its path */
char *mull_backup_make (MullDatabase *db, const char *folder, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
