/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-erasure-holders"
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "mull-erasure-private.h"

#include "mull-backup-file.h"
#include "mull-backup-manifest.h"
#include "mull-custody.h"
#include "mull-sweep.h"
#include "mull-vault.h"

#include <gio/gio.h>
#include <string.h>

#define MAGIC "SQLite format 3"
/* Less is in every file. Bytes: two Chinese characters say as much. */
#define MIN_BYTES 5

/* Copies of the data, whoever made them, in which somebody may still be. */

struct _MullErasureSearch
{
  /* Owned */
  char *folder;
  char *place; /* (nullable): outside */
  char *uuid;
  char **texts;
  char *live;        /* the data file, which only SQLite may open */
  char *lock;        /* which is held */
  char *files;       /* attachments have their own rule: see mull_sweep_all() */
  char *files_there; /* (nullable): the same outside */
  GPtrArray *holders;
  /* Borrowed */
  GCancellable *cancellable;
};

typedef MullErasureSearch Search;

void
mull_erasure_holder_free (MullErasureHolder *self)
{
  g_free (self->path);
  g_free (self);
}

static gboolean
is_database (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[sizeof MAGIC] = "";
  gsize n_read = 0;

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_read, NULL,
                                  NULL) &&
         n_read == sizeof head && memcmp (head, MAGIC, sizeof head) == 0;
}

static gboolean
is_in_database (const Search *search, const char *path)
{
  g_autoptr (MullDatabase) look = NULL;
  g_autoptr (GError) error = NULL;
  gboolean holds = TRUE;

  look = mull_database_open (path, MULL_DATABASE_LOOK, &error);
  if (look == NULL)
    {
      g_debug ("A copy cannot be looked into: %s", error->message);
      return TRUE;
    }
  mull_database_borrow (look, search->cancellable);
  if (!mull_erase_store_holds_person (look, search->uuid, (const char *const *) search->texts,
                                      &holds, &error))
    {
      g_debug ("A copy cannot be looked into: %s", error->message);
      holds = TRUE;
    }
  mull_database_give_back (look);
  return holds;
}

static gboolean
is_in_file (const Search *search, const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  if (file == NULL)
    return TRUE;
  /* The UUID is one of the texts, and longer than that. */
  for (guint i = 0; search->texts[i] != NULL; i++)
    if (strlen (search->texts[i]) >= MIN_BYTES && g_mapped_file_get_length (file) > 0 &&
        memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file),
                search->texts[i], strlen (search->texts[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* What only SQLite may open, and what says nothing of anybody: it goes with what it is about. */
static gboolean
is_part (const Search *search, const char *path)
{
  static const char *const companions[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *suffix = mull_backup_manifest_dup_path ("");

  for (guint i = 0; g_str_has_prefix (path, search->live) && i < G_N_ELEMENTS (companions); i++)
    if (g_str_equal (path + strlen (search->live), companions[i]))
      return TRUE;
  return g_str_equal (path, search->lock) || g_str_has_suffix (path, suffix);
}

static void
look_at (Search *search, const char *path, GFileInfo *info)
{
  MullErasureHolder *holder;
  gboolean is_copy = is_database (path);

  if (is_copy ? !is_in_database (search, path) : !is_in_file (search, path))
    return;
  holder = g_new0 (MullErasureHolder, 1);
  holder->path = g_strdup (path);
  holder->at = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) *
               G_USEC_PER_SEC;
  if (is_copy)
    {
      g_autoptr (MullBackupManifest) manifest = mull_backup_manifest_load (path);

      holder->is_backup = *manifest->sha256 != '\0';
      if (holder->is_backup)
        holder->at = manifest->at;
    }
  g_ptr_array_add (search->holders, holder);
}

static void
walk (Search *search, GFile *folder)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder,
                                 G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                                "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && !g_cancellable_is_cancelled (search->cancellable) &&
         g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      const char *path = g_file_peek_path (child);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY &&
          !g_str_equal (path, search->files) && g_strcmp0 (path, search->files_there) != 0)
        walk (search, child);
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !is_part (search, path))
        look_at (search, path, info);
    }
}

/* As walk() meets it */
static char *
dup_below (GFile *folder, const char *name)
{
  g_autoptr (GFile) child = g_file_get_child (folder, name);

  return g_file_get_path (child);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const MullErasureHolder *first = *(MullErasureHolder *const *) a;
  const MullErasureHolder *second = *(MullErasureHolder *const *) b;

  return first->at != second->at ? (first->at < second->at ? 1 : -1)
                                 : g_strcmp0 (first->path, second->path);
}

/**
 * mull_erasure_search_new:
 * @erasure: who
 *
 * Returns: (transfer full): a search that needs neither of them any more
 */
MullErasureSearch *
mull_erasure_search_new (MullWorkspace *workspace, const MullErasure *erasure)
{
  MullErasureSearch *self = g_new0 (MullErasureSearch, 1);
  g_autoptr (GFile) folder = g_file_new_for_path (mull_workspace_get_folder (workspace));
  g_autoptr (GFile) place = NULL;

  self->folder = g_strdup (mull_workspace_get_folder (workspace));
  self->place = mull_custody_dup_outside_place (workspace);
  place = self->place != NULL ? g_file_new_for_path (self->place) : NULL;
  self->uuid = g_strdup (erasure->uuid);
  self->texts = g_strdupv (erasure->texts);
  self->live = dup_below (folder, "mulligan.db");
  self->lock = dup_below (folder, "mulligan.lock");
  self->files = dup_below (folder, MULL_VAULT_FOLDER);
  self->files_there = place != NULL ? dup_below (place, MULL_VAULT_FOLDER) : NULL;
  self->holders = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_erasure_holder_free);
  return self;
}

/**
 * mull_erasure_search_free:
 * @self: (transfer full): a search
 */
void
mull_erasure_search_free (MullErasureSearch *self)
{
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_strfreev (self->texts);
  g_free (self->folder);
  g_free (self->place);
  g_free (self->uuid);
  g_free (self->live);
  g_free (self->lock);
  g_free (self->files);
  g_free (self->files_there);
  g_free (self);
}

/**
 * mull_erasure_search_run:
 * @self: a search that was not run yet
 * @cancellable: (nullable): ends it early, with what was found so far
 *
 * Returns: (transfer full) (element-type MullErasureHolder): newest first
 */
GPtrArray *
mull_erasure_search_run (MullErasureSearch *self, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) place = self->place != NULL ? g_file_new_for_path (self->place) : NULL;

  self->cancellable = cancellable;
  walk (self, folder);
  if (place != NULL)
    walk (self, place);
  g_ptr_array_sort (self->holders, compare_newest);
  return g_steal_pointer (&self->holders);
}

/**
 * mull_erasure_find_holders:
 * @self: who
 *
 * Looks into every copy that Mulligan keeps, before or after they were erased.
 *
 * Returns: (transfer full) (element-type MullErasureHolder): newest first
 */
GPtrArray *
mull_erasure_find_holders (MullWorkspace *workspace, const MullErasure *self)
{
  MullErasureSearch *search = mull_erasure_search_new (workspace, self);
  GPtrArray *holders = mull_erasure_search_run (search, NULL);

  mull_erasure_search_free (search);
  return holders;
}

/**
 * mull_erasure_remove_files:
 * @self: who
 * @paths: copies that were found
 * @error: return location
 *
 * Removes the copies, with what is said of them, and the attached files that only they referred to.
 */
gboolean
mull_erasure_remove_files (MullWorkspace *workspace,
                           const MullErasure *self,
                           const char *const *paths,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean good = TRUE;

  for (guint i = 0; good && paths[i] != NULL; i++)
    good = mull_backup_file_remove (paths[i], error);
  if (!mull_sweep_all (workspace, (const char *const *) self->files, &local_error))
    g_warning ("Attached files could not be swept: %s", local_error->message);
  return good;
}

/**
 * mull_erasure_remove_holder:
 * @self: who
 * @holder: one that was found
 * @error: return location
 *
 * As mull_erasure_remove_files() for one of them.
 */
gboolean
mull_erasure_remove_holder (MullWorkspace *workspace,
                            const MullErasure *self,
                            const MullErasureHolder *holder,
                            GError **error)
{
  const char *const paths[] = { holder->path, NULL };

  return mull_erasure_remove_files (workspace, self, paths, error);
}
