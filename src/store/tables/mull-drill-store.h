/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* (element-type gint64): the open deals that are not quiet, by id */
GArray *mull_drill_store_list_deals (MullDatabase *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type MullHoleLife): the holes that were left in [@from_at, @to_at) */
GArray *mull_hole_life_store_list (MullDatabase *db, gint64 from_at, gint64 to_at, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
