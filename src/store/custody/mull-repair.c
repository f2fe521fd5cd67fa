/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-repair"

#include "config.h"

#include "mull-repair.h"

#include "mull-backup-file.h"
#include "mull-repair-private.h"
#include "mull-store.h"

#define BACKUPS "backups"
/* So many backups are offered: reading one whole takes its time, and the newest ones are wanted. */
#define MAX_BACKUPS 3

static void
list_backups (MullRepairLadder *self)
{
  g_autofree char *folder = g_build_filename (self->folder, BACKUPS, NULL);
  g_autoptr (GPtrArray) all = mull_backup_file_list (folder);

  self->backups = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_backup_manifest_free);
  while (all->len > 0 && self->backups->len < MAX_BACKUPS)
    {
      g_autoptr (MullBackupManifest) backup = g_ptr_array_steal_index (all, 0);

      if (backup->is_good && backup->version <= MULL_STORE_VERSION &&
          mull_backup_file_verify (backup, NULL))
        g_ptr_array_add (self->backups, g_steal_pointer (&backup));
    }
}

static void
add_backups (MullRepairLadder *self)
{
  for (guint i = 0; i < self->backups->len; i++)
    {
      const MullBackupManifest *backup = self->backups->pdata[i];
      MullRepairOption *option = mull_repair_option_new (MULL_REPAIR_BACKUP);

      option->path = g_strdup (backup->path);
      option->at = backup->at;
      option->n_deals = backup->n_deals;
      g_free (option->digests);
      option->digests = g_strdup (backup->digests);
      option->n_rows = option->n_known = mull_repair_option_count_rows (backup->digests);
      g_ptr_array_add (self->report->options, option);
    }
}

/* What the file is known to have held is what the best of the options knows. */
static void
note_known (MullDamageReport *report)
{
  for (guint i = 0; i < report->options->len; i++)
    {
      const MullRepairOption *option = g_ptr_array_index (report->options, i);

      if (option->kind != MULL_REPAIR_BACKUP)
        report->n_known = MAX (report->n_known, option->n_known);
    }
}

static gboolean
examine (MullRepairLadder *self, GError **error)
{
  list_backups (self);
  if (!mull_repair_find_place (self, error))
    return FALSE;
  if (self->report->copy != NULL && !mull_repair_climb (self, error))
    return FALSE;
  add_backups (self);
  note_known (self->report);
  g_ptr_array_add (self->report->options, mull_repair_option_new (MULL_REPAIR_EMPTY));
  return mull_repair_tell (self, 1, 1, error);
}

static gboolean
list_all_backups (MullRepairLadder *self)
{
  list_backups (self);
  add_backups (self);
  return TRUE;
}

/**
 * mull_repair_examine:
 * @folder: the data folder, which nobody has open
 * @name: how the data file is called
 * @clock: what time it is
 * @only_backups: whether the file is left alone, because it is sound and of a newer version
 * @progress_func: (nullable) (scope call): told how far it is
 * @progress_data: for @progress_func
 * @error: return location
 *
 * Tries what can be done about a file that is damaged or missing, in the order in which it loses
 * least: the file with its log as it is; with all that is derived made anew; row by row; the newest
 * backups; without its log; nothing at all. The file itself is only copied.
 *
 * Returns: (transfer full): what was found, or %NULL if the disk does not allow to look; a file
 * that cannot be read for another reason than damage is no reason for a repair
 */
MullDamageReport *
mull_repair_examine (const char *folder,
                     const char *name,
                     MullClock *clock,
                     gboolean only_backups,
                     MullRepairProgressFunc progress_func,
                     gpointer progress_data,
                     GError **error)
{
  g_autoptr (MullDamageReport) report = mull_damage_report_new ();
  MullRepairLadder self = {
    .folder = folder,
    .name = name,
    .clock = clock,
    .progress_func = progress_func,
    .progress_data = progress_data,
    .report = report,
  };
  gboolean good;

  g_return_val_if_fail (folder != NULL && name != NULL && MULL_IS_CLOCK (clock), NULL);

  good = only_backups ? list_all_backups (&self) : examine (&self, error);
  if (!good && self.work != NULL)
    mull_repair_remove_files (self.work);
  g_clear_pointer (&self.backups, g_ptr_array_unref);
  g_free (self.work);
  return good ? g_steal_pointer (&report) : NULL;
}
