/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* Whether every reference from and to the rows of @changeset still has its target. Given that all
 * was well before the changeset was applied, it then is again, without reading whole tables. */
gboolean mull_reference_check (MullDatabase *db, GBytes *changeset, GError **error);

G_END_DECLS
