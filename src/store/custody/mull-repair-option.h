/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullRepairKind:
 * @MULL_REPAIR_AS_IS: the file with its log, a copy of which passed every check
 * @MULL_REPAIR_REBUILT: the same, once what is derived was made anew: no row was damaged
 * @MULL_REPAIR_SALVAGED: every row that could still be read, in a new file
 * @MULL_REPAIR_BACKUP: a verified backup
 * @MULL_REPAIR_WITHOUT_LOG: the file without what was only in its log
 * @MULL_REPAIR_EMPTY: a new file with nothing in it
 *
 * How a damaged file can be replaced.
 */
typedef enum
{
  MULL_REPAIR_AS_IS,
  MULL_REPAIR_REBUILT,
  MULL_REPAIR_SALVAGED,
  MULL_REPAIR_BACKUP,
  MULL_REPAIR_WITHOUT_LOG,
  MULL_REPAIR_EMPTY,
} MullRepairKind;

/**
 * MullRepairOption:
 * @kind: what it is
 * @path: (nullable): the file that would take the place of the damaged one; %NULL for an empty one
 * @at: when the backup was made, microseconds UTC, or 0
 * @n_deals: how many deals are in it
 * @n_rows: how many rows of content are in it
 * @n_known: how many are known to have been in the damaged file
 * @n_lost: how many of these are not in it
 * @n_refilled: how many rows are as they were in the newest backup, as the file's own are lost
 * @n_altered: how many rows are in it, but not as they were
 * @newest_step: the number of the newest step that the file knew of, or 0
 * @list: (nullable): a text that names all of these
 * @digests: what it holds, as mull_database_digest() says it
 *
 * One way out, and what it keeps. All but a backup and an empty file were prepared and passed every
 * check.
 */
typedef struct
{
  MullRepairKind kind;
  char *path;
  gint64 at;
  gint64 n_deals;
  guint n_rows;
  guint n_known;
  guint n_lost;
  guint n_refilled;
  guint n_altered;
  gint64 newest_step;
  char *list;
  char *digests;
} MullRepairOption;

MullRepairOption *mull_repair_option_new (MullRepairKind kind) G_GNUC_WARN_UNUSED_RESULT;
void mull_repair_option_free (MullRepairOption *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRepairOption, mull_repair_option_free)

/* Whether everything is in it that was in the file. */
gboolean mull_repair_option_is_complete (const MullRepairOption *self);
/* The rows that a digest counts. */
guint mull_repair_option_count_rows (const char *digests);

G_END_DECLS
