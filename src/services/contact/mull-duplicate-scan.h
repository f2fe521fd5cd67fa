/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-duplicates.h"

G_BEGIN_DECLS

/* So many are shown; when they are settled, the others come. */
#define MULL_DUPLICATE_SCAN_MAX 200

/**
 * MullDuplicatePair:
 * @ids: the older one, and the one that may be the same
 * @names: their names
 * @abouts: their companies or domains, perhaps empty
 * @mark: what is the same
 *
 * Two that may be one.
 */
typedef struct
{
  gint64 ids[2];
  char *names[2];
  char *abouts[2];
  MullDuplicateMark mark;
} MullDuplicatePair;

/**
 * MullDuplicateScan:
 *
 * Looks for everybody who may be here twice, a little at a time, so that it can be done between two
 * turns of the main loop.
 */
typedef struct _MullDuplicateScan MullDuplicateScan;

MullDuplicateScan *
mull_duplicate_scan_new (MullWorkspace *workspace, gboolean companies) G_GNUC_WARN_UNUSED_RESULT;
void mull_duplicate_scan_free (MullDuplicateScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDuplicateScan, mull_duplicate_scan_free)

gboolean mull_duplicate_scan_step (MullDuplicateScan *self, gboolean *more, GError **error);
GPtrArray *mull_duplicate_scan_get_pairs (MullDuplicateScan *self);

/* Two of one name that are two: they are not proposed again. */
gboolean mull_duplicates_keep_apart (MullWorkspace *workspace,
                                     gboolean companies,
                                     gint64 first_id,
                                     gint64 second_id,
                                     GError **error);

G_END_DECLS
