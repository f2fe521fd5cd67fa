/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-record.h"

G_BEGIN_DECLS

/**
 * Reading and writing any record by its description. The SQL is put together once per type from
 * the column names of the #MullRecordType, never from data.
 *
 * @clause is a literal that follows FROM, such as "WHERE deal_id = ?1 ORDER BY rank", with up to
 * two int64 parameters; use mull_record_store_select() for other ones.
 */
gpointer mull_record_store_get (MullDatabase *db,
                                const MullRecordType *type,
                                gint64 id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_record_store_list (MullDatabase *db,
                                   const MullRecordType *type,
                                   const char *clause,
                                   gint64 parameter1,
                                   gint64 parameter2,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first record, or NULL without an error if there is none. */
gboolean mull_record_store_find (MullDatabase *db,
                                 const MullRecordType *type,
                                 const char *clause,
                                 gint64 parameter1,
                                 gint64 parameter2,
                                 gpointer *record,
                                 GError **error);
/* "SELECT id, columns… FROM table " + @clause, for callers with other parameters; read each row
 * with mull_record_store_read(). */
MullStatement *mull_record_store_select (MullDatabase *db,
                                         const MullRecordType *type,
                                         const char *clause,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every record, by id; for exports. */
MullStatement *mull_record_store_select_all (MullDatabase *db,
                                             const MullRecordType *type,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer mull_record_store_read (const MullRecordType *type,
                                 MullStatement *statement) G_GNUC_WARN_UNUSED_RESULT;

/* Insert sets the id of @record; update and delete need it. */
gboolean mull_record_store_insert (MullDatabase *db, gpointer record, GError **error);
gboolean mull_record_store_update (MullDatabase *db, gconstpointer record, GError **error);
gboolean
mull_record_store_delete (MullDatabase *db, const MullRecordType *type, gint64 id, GError **error);

G_END_DECLS
