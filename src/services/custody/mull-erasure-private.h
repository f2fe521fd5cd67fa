/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-erasure.h"

G_BEGIN_DECLS

/* For the files of the erasure only. */

/* What may be looked into, and for whom: of no thread. */
typedef struct _MullErasureSearch MullErasureSearch;

MullErasureSearch *mull_erasure_search_new (MullWorkspace *workspace, const MullErasure *erasure);
GPtrArray *mull_erasure_search_run (MullErasureSearch *self, GCancellable *cancellable);
void mull_erasure_search_free (MullErasureSearch *self);

/* Does it, in a job or while the caller waits; tells nobody. */
gboolean mull_erasure_carry_out (MullWorkspace *workspace, MullErasure *self, GError **error);
gboolean mull_erasure_remove_files (MullWorkspace *workspace,
                                    const MullErasure *self,
                                    const char *const *paths,
                                    GError **error);

G_END_DECLS
