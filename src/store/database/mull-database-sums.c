/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-sums"

#include "config.h"

#include "mull-database-private.h"

#include "mull-page-guard.h"

/* A file that was made before there were sums, or by another program, has none. */

/**
 * mull_database_has_sums:
 *
 * Returns: whether each page of the file ends with a sum, so that one that is not what was written
 *   is noticed
 */
gboolean
mull_database_has_sums (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (G_UNLIKELY (g_atomic_pointer_get (&self->thread) != g_thread_self ()))
    mull_database_await (self);
  return mull_page_guard_has_sums (mull_database_get_handle (self));
}

static gboolean
write_to (MullDatabase *self, const char *path, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *name = NULL;
  g_autoptr (MullStatement) statement = NULL;
  gint64 size = 0;

  if (uri == NULL || !mull_database_query_int64 (self, "PRAGMA page_size", &size, error))
    return FALSE;
  name = g_strdup_printf ("%s?" MULL_PAGE_GUARD_SUMS "=%" G_GINT64_FORMAT, uri, size);
  statement = mull_database_prepare_scan (self, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, name);
  return mull_database_create_file (path, error) &&
         mull_statement_step (statement, error) == MULL_STEP_DONE;
}

/**
 * mull_database_write_with_sums:
 * @self: a copy of our own, outside a transaction, that was checked
 * @path: a file that is not there yet
 * @error: return location
 *
 * Writes all of it to another file, with a sum for each page. However much that is, little of it is
 * in memory at a time. If it fails, what is at @path is of no use.
 */
gboolean
mull_database_write_with_sums (MullDatabase *self, const char *path, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self) && path != NULL, FALSE);
  g_return_val_if_fail (mull_database_get_mode (self) == MULL_DATABASE_COPY, FALSE);

  return write_to (self, path, error);
}
