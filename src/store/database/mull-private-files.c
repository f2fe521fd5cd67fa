/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-private-files"

#include "config.h"

#include "mull-private-files.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What we make in the data folder; anything else there is none of our business. */
static const char *const folders[] = { "backups", "damaged", "attachments", NULL };
/* Deeper than anything we make. */
#define MAX_DEPTH 4

static gboolean
is_ours (const char *name)
{
  return g_str_has_prefix (name, "mulligan.") || g_strv_contains (folders, name);
}

/* Takes the rights of others away. Returns: whether they had any. */
static gboolean
close_to_others (const char *path, const struct stat *info)
{
  if ((info->st_mode & 077) == 0 || info->st_uid != geteuid ())
    return FALSE;
  return g_chmod (path, info->st_mode & 0700) == 0;
}

/* @is_top: whether only what we made is looked at
 * @has_others: (out) (optional): whether there is something else */
static guint
repair_below (const char *folder, gboolean is_top, guint depth, gboolean *has_others)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;

      if (is_top && !is_ours (name))
        *has_others = TRUE;
      else if (g_lstat (path, &info) == 0 && (S_ISREG (info.st_mode) || S_ISDIR (info.st_mode)))
        {
          n += close_to_others (path, &info);
          if (S_ISDIR (info.st_mode) && depth < MAX_DEPTH)
            n += repair_below (path, FALSE, depth + 1, NULL);
        }
    }
  return n;
}

/**
 * mull_private_files_repair:
 * @folder: a data folder, of which nothing is open yet
 *
 * Everything we write is for the rep alone, but a copy that was put back, or another program, may
 * have left it open to others. The folder itself is closed to them only if nothing but ours is in
 * it: somebody may have chosen one that others share.
 *
 * Returns: how many files and folders others could use until now
 */
guint
mull_private_files_repair (const char *folder)
{
  gboolean has_others = FALSE;
  struct stat info;
  guint n;

  g_return_val_if_fail (folder != NULL, 0);

  n = repair_below (folder, TRUE, 0, &has_others);
  if (!has_others && g_stat (folder, &info) == 0)
    n += close_to_others (folder, &info);
  if (n > 0)
    g_message ("%u files and folders of the data could be used by others, and cannot any longer",
               n);
  return n;
}
