/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullDatabaseHeader:
 * @exists: there is a file
 * @fresh: nothing was ever stored in it
 * @version: schema version; older than the truth if @log_pending
 * @log_pending: a write-ahead log with content lies beside it
 * @is_torn: the power went while its first page was written: it is @fresh, and SQLite takes it for
 *   something else until it is cut off
 *
 * What the first 100 bytes of a database file tell without SQLite, which would leave files beside
 * one that must not be touched.
 */
typedef struct
{
  gboolean exists;
  gboolean fresh;
  int version;
  gboolean log_pending;
  gboolean is_torn;
  gboolean is_suspicious; /* it does not say what is true of the file */
} MullDatabaseHeader;

gboolean mull_database_header_read (const char *path, MullDatabaseHeader *header, GError **error);
gboolean mull_database_header_is_empty (const char *path);
void mull_database_header_set_newer_error (const char *path, GError **error);
void mull_database_header_set_foreign_error (const char *path, GError **error);

G_END_DECLS
