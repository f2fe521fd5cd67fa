/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-attachment-ops"

#include "config.h"

#include "mull-attachment-ops.h"

#include "mull-attachment-store.h"
#include "mull-entry-store.h"
#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_ops_write_files:
 * @files: (nullable) (element-type MullAttachment): files that are in the data folder
 *
 * Puts files on an entry, inside a transaction.
 */
gboolean
mull_ops_write_files (MullDatabase *db, gint64 entry_id, GPtrArray *files, GError **error)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autoptr (MullAttachment) file = mull_attachment_copy (files->pdata[i]);

      file->record.id = 0;
      mull_take_text (&file->uuid, mull_uuid_new ());
      file->entry_id = entry_id;
      if (!mull_record_store_insert (db, file, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  gint64 entry_id;
  GPtrArray *files;
} AddArgs;

static gboolean
add_files (MullDatabase *db, gpointer user_data, GError **error)
{
  AddArgs *args = user_data;

  return mull_ops_write_files (db, args->entry_id, args->files, error);
}

/**
 * mull_attachment_ops_add:
 * @files: (element-type MullAttachment): what mull_attachment_files_take() made
 * @error: return location
 *
 * Attaches files to an entry that is there.
 */
gboolean
mull_attachment_ops_add (MullWorkspace *workspace,
                         gint64 entry_id,
                         GPtrArray *files,
                         GError **error)
{
  AddArgs args = { entry_id, files };
  g_autoptr (MullEntry) entry = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && files->len > 0, FALSE);

  entry = mull_entry_store_get (mull_workspace_get_database (workspace), entry_id, error);
  if (entry == NULL)
    return FALSE;
  if (files->len == 1)
    /* Translators: a step of the history: the name of a file */
    label = g_strdup_printf (_ ("Attach “%s”"), ((MullAttachment *) files->pdata[0])->name);
  else
    /* Translators: a step of the history */
    label =
        g_strdup_printf (ngettext ("Attach %u file", "Attach %u files", files->len), files->len);
  return mull_workspace_transact (workspace, MULL_OP_ATTACH, label, entry->deal_id, add_files,
                                  &args, error);
}

static gboolean
remove_file (MullDatabase *db, gpointer user_data, GError **error)
{
  const MullAttachment *file = user_data;

  return mull_record_store_delete (db, &mull_attachment_type, file->record.id, error);
}

/**
 * mull_attachment_ops_remove:
 * @error: return location
 *
 * Takes a file off its entry. What it holds stays in the data folder as long as this can be undone
 * or a backup refers to it.
 */
gboolean
mull_attachment_ops_remove (MullWorkspace *workspace, gint64 attachment_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullAttachment) file = mull_attachment_store_get (db, attachment_id, error);
  g_autoptr (MullEntry) entry =
      file != NULL ? mull_entry_store_get (db, file->entry_id, error) : NULL;
  g_autofree char *label = NULL;

  if (entry == NULL)
    return FALSE;
  /* Translators: a step of the history: the name of a file */
  label = g_strdup_printf (_ ("Remove “%s”"), file->name);
  return mull_workspace_transact (workspace, MULL_OP_DETACH, label, entry->deal_id, remove_file,
                                  file, error);
}

/**
 * mull_attachment_ops_get:
 *
 * Returns: (transfer full) (nullable): the attachment; %NULL with %MULL_ERROR_NOT_FOUND if there is
 *   none
 */
MullAttachment *
mull_attachment_ops_get (MullWorkspace *workspace, gint64 attachment_id, GError **error)
{
  return mull_attachment_store_get (mull_workspace_get_database (workspace), attachment_id, error);
}

/**
 * mull_attachment_ops_list:
 *
 * Returns: (transfer container) (element-type MullAttachment) (nullable): the files of a deal,
 *   those of the newest entry first
 */
GPtrArray *
mull_attachment_ops_list (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  return mull_attachment_store_list_of_deal (mull_workspace_get_database (workspace), deal_id,
                                             error);
}
