/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-repair-option"

#include "config.h"

#include "mull-repair-option.h"

#include <string.h>

/**
 * mull_repair_option_new:
 * @kind: what it is
 *
 * Returns: (transfer full): an option that keeps nothing yet
 */
MullRepairOption *
mull_repair_option_new (MullRepairKind kind)
{
  MullRepairOption *self = g_new0 (MullRepairOption, 1);

  self->kind = kind;
  self->digests = g_strdup ("");
  return self;
}

/**
 * mull_repair_option_free:
 * @self: (transfer full): an option
 *
 * Frees it; its files stay.
 */
void
mull_repair_option_free (MullRepairOption *self)
{
  g_free (self->path);
  g_free (self->list);
  g_free (self->digests);
  g_free (self);
}

/**
 * mull_repair_option_is_complete:
 *
 * Returns: whether choosing it loses nothing that was in the file
 */
gboolean
mull_repair_option_is_complete (const MullRepairOption *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->kind)
    {
    case MULL_REPAIR_AS_IS:
    case MULL_REPAIR_REBUILT:
    case MULL_REPAIR_SALVAGED:
      return self->n_lost == 0 && self->n_refilled == 0 && self->n_altered == 0;
    case MULL_REPAIR_BACKUP:
    case MULL_REPAIR_WITHOUT_LOG:
    case MULL_REPAIR_EMPTY:
      break;
    }
  return FALSE;
}

/**
 * mull_repair_option_count_rows:
 * @digests: lines of a table, its number of rows and their digest
 *
 * Returns: the sum of the numbers
 */
guint
mull_repair_option_count_rows (const char *digests)
{
  g_auto (GStrv) lines = g_strsplit (digests, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *number = strchr (lines[i], ' ');

      if (number != NULL)
        n += (guint) g_ascii_strtoull (number + 1, NULL, 10);
    }
  return n;
}
