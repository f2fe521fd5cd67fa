/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullReferenceFunc:
 * @table: a content table
 * @column: the column of it that refers
 * @n: how many rows refer so
 *
 * Told where something is referred to.
 */
typedef void (*MullReferenceFunc) (const char *table,
                                   const char *column,
                                   gint64 n,
                                   gpointer user_data);

/* @target is "person" or "company". */
gboolean mull_merge_store_count (MullDatabase *db,
                                 const char *target,
                                 gint64 id,
                                 MullReferenceFunc func,
                                 gpointer user_data,
                                 GError **error);
gboolean mull_merge_store_move (MullDatabase *db,
                                const char *target,
                                gint64 from_id,
                                gint64 to_id,
                                GError **error);

/* Further companies of a person; the first one is in their own record. */
gboolean mull_merge_store_add_company (MullDatabase *db,
                                       gint64 person_id,
                                       gint64 company_id,
                                       GError **error);
gboolean
mull_merge_store_tidy_companies (MullDatabase *db, const char *target, gint64 id, GError **error);

G_END_DECLS
