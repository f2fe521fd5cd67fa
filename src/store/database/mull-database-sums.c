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

/* Without a journal, and with what it writes to in memory: names of customers are in no file that
 * nobody knows of. */
static gboolean
write_anew (MullDatabase *self, GError **error)
{
  if (!mull_database_exec (self, "PRAGMA journal_mode = OFF", error))
    return FALSE;
  mull_page_guard_begin_sums (mull_database_get_handle (self));
  return mull_database_exec (self, "VACUUM", error) &&
         mull_database_exec (self, "PRAGMA journal_mode = MEMORY", error);
}

/**
 * mull_database_give_sums:
 * @self: a copy of our own, outside a transaction, that was checked
 * @error: return location
 *
 * Writes all of the file anew, with a sum for each page, and checks that it is the same then. If it
 * fails, the file is of no use any more.
 */
gboolean
mull_database_give_sums (MullDatabase *self, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (mull_database_get_mode (self) == MULL_DATABASE_COPY, FALSE);

  before = mull_database_digest (self, error);
  if (before == NULL || !write_anew (self, error) || !mull_database_check (self, error) ||
      (after = mull_database_digest (self, error)) == NULL)
    return FALSE;
  return (g_str_equal (before, after) && mull_database_has_sums (self)) ||
         mull_database_set_damaged (self, "what was written anew differs", error);
}
