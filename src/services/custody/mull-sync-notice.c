/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sync-notice"

#include "config.h"

#include "mull-sync-notice.h"

#include "mull-custody-private.h"
#include "mull-sync-folder.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_shown (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return mull_text_strip_bidi (name);
}

/* @root: (out) (nullable): its folder, as it is shown */
static const char *
find (MullWorkspace *workspace, char **root)
{
  g_autofree char *path = NULL;
  const char *client =
      mull_sync_folder_find (mull_workspace_get_folder (workspace), g_get_home_dir (), &path);

  *root = path != NULL ? dup_shown (path) : NULL;
  return client;
}

/**
 * mull_sync_notice_dup_sentence:
 *
 * Returns: (transfer full) (nullable): that a program keeps the data folder in step with other
 *   computers, or %NULL if none is known to
 */
char *
mull_sync_notice_dup_sentence (MullWorkspace *workspace)
{
  g_autofree char *root = NULL;
  const char *client;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  client = find (workspace, &root);
  if (client == NULL)
    return NULL;
  /* Translators: the argument is the name of a program, such as Dropbox */
  return g_strdup_printf (_ ("Your data is in a folder that %s keeps in step with other computers. "
                             "That can damage it."),
                          client);
}

/**
 * mull_sync_notice_dup_advice:
 *
 * Returns: (transfer full) (nullable): why that is bad, and what to do; %NULL as for
 *   mull_sync_notice_dup_sentence()
 */
char *
mull_sync_notice_dup_advice (MullWorkspace *workspace)
{
  g_autofree char *root = NULL;
  g_autofree char *folder = NULL;
  const char *client;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  client = find (workspace, &root);
  if (client == NULL)
    return NULL;
  folder = dup_shown (mull_workspace_get_folder (workspace));
  return g_strdup_printf (
      /* Translators: 1 is the name of a program, such as Dropbox; 2 is the folder of the data */
      _ ("%1$s may copy the data file in the middle of a change, or put an older one in its place. "
         "Close Mulligan and move “%2$s” to a place that is on this computer only, or tell %1$s to "
         "leave that folder out. Copies of the backups are safe with %1$s: let them go to another "
         "of its folders."),
      client, folder);
}

/**
 * mull_sync_notice_is_new:
 *
 * Returns: whether there is something to say that was not yet said of that folder. From then on the
 *   rep counts as told.
 */
gboolean
mull_sync_notice_is_new (MullWorkspace *workspace)
{
  g_autofree char *root = NULL;
  g_autofree char *told_of = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  if (find (workspace, &root) == NULL)
    return FALSE;
  told_of = mull_workspace_dup_setting (workspace, MULL_CUSTODY_TOLD_OF_SYNC);
  if (g_strcmp0 (told_of, root) == 0)
    return FALSE;
  if (!mull_workspace_set_setting (workspace, MULL_CUSTODY_TOLD_OF_SYNC, root, &error))
    g_info ("What was said of the folder is not kept: %s", error->message);
  return TRUE;
}
