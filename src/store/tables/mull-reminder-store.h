/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-date.h"

G_BEGIN_DECLS

/* What the rep was told of, and on which day: no content, and no part of undo. */
gboolean mull_reminder_store_get (MullDatabase *db, const char *key, MullDay *on, GError **error);
gboolean mull_reminder_store_set (MullDatabase *db, const char *key, MullDay on, GError **error);
gboolean mull_reminder_store_forget (MullDatabase *db, MullDay before, GError **error);

G_END_DECLS
