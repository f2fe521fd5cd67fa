/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date-scan.h"
#include "mull-import-target.h"

G_BEGIN_DECLS

/**
 * MullImportColumn:
 * @name: what the header of the file calls it
 * @target: what it becomes
 * @label: label of its addresses, such as "work"; or empty
 * @date_order: in which order its dates are written; unknown for "as found"
 * @decimal: its decimal sign; NUL for "as found"
 *
 * One column of a mapping.
 */
typedef struct
{
  char *name;
  MullImportTarget target;
  char *label;
  MullDateOrder date_order;
  char decimal;
} MullImportColumn;

MullImportColumn *mull_import_column_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_column_free (gpointer self);

G_END_DECLS
