/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-column"

#include "config.h"

#include "mull-import-column.h"

/**
 * mull_import_column_new:
 * @name: what the header of the file calls it
 *
 * Returns: (transfer full): a column that is ignored
 */
MullImportColumn *
mull_import_column_new (const char *name)
{
  MullImportColumn *self = g_new0 (MullImportColumn, 1);

  self->name = g_strdup (name);
  self->label = g_strdup ("");
  return self;
}

/**
 * mull_import_column_free:
 * @self: (transfer full) (type MullImportColumn): a column
 */
void
mull_import_column_free (gpointer self)
{
  MullImportColumn *column = self;

  g_free (column->name);
  g_free (column->label);
  g_free (column);
}
