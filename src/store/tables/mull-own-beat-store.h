/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-wording.h"

G_BEGIN_DECLS

MullOwnBeat *mull_own_beat_store_get (MullDatabase *db, gint64 id, GError **error);
/* NULL for the wording of every kind, or of every beat. */
GPtrArray *
mull_own_beat_store_list (MullDatabase *db, const char *kind, const char *beat, GError **error);

G_END_DECLS
