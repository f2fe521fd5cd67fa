/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-repair-log"

#include "config.h"

#include "mull-repair-private.h"

#include "mull-database-private.h"
#include "mull-salvage-pages.h"
#include "mull-store.h"

#include <glib/gstdio.h>

/* How far a file had come; 0 is what it does not say. */
typedef struct
{
  gint64 step;
  gint64 entry;
  gint64 n_pages; /* which never become fewer */
} Newest;

static Newest
read_newest (const char *path, MullDatabaseMode mode)
{
  g_autoptr (MullDatabase) db = mull_database_open (path, mode, NULL);
  Newest newest = { 0 };

  if (db != NULL)
    {
      mull_database_query_int64 (db, "SELECT max (seq) FROM undo_step", &newest.step, NULL);
      mull_database_query_int64 (db, "SELECT max (id) FROM entry", &newest.entry, NULL);
      mull_database_query_int64 (db, "PRAGMA page_count", &newest.n_pages, NULL);
    }
  return newest;
}

/* Without its log, and by its tables alone if it does not say what it is. */
static Newest
read_newest_alone (MullRepairLadder *self, const char *path)
{
  Newest newest = read_newest (path, MULL_DATABASE_LOOK);
  g_autofree char *mended = newest.step == 0 && newest.entry == 0
                                ? mull_repair_make_work_copy (self, "alone.db", FALSE, NULL)
                                : NULL;

  if (mended == NULL)
    return newest;
  if (mull_salvage_pages_mend_header (mended, MULL_STORE_VERSION, NULL))
    newest = read_newest (mended, MULL_DATABASE_LOOK);
  g_unlink (mended);
  return newest;
}

static gboolean
is_older (Newest newest, Newest than)
{
  if (newest.step != 0 && than.step != 0)
    return newest.step < than.step;
  return newest.n_pages != 0 && (newest.n_pages < than.n_pages || newest.entry < than.entry);
}

/**
 * mull_repair_judge_log:
 * @error: return location
 *
 * A log that is older than its file does not belong to it: it would take steps away. It does not
 * count from then on.
 */
gboolean
mull_repair_judge_log (MullRepairLadder *self, GError **error)
{
  g_autofree char *path = mull_repair_make_work_copy (self, "log.db", TRUE, error);
  g_autofree char *log = NULL;
  Newest alone;

  if (path == NULL)
    return FALSE;
  log = mull_repair_dup_log (path);
  alone = read_newest_alone (self, path);
  self->has_log = !is_older (read_newest (path, MULL_DATABASE_COPY), alone);
  g_unlink (path);
  g_unlink (log);
  return TRUE;
}
