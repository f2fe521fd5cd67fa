/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullOwnItPage:
 *
 * Where a promise of ours that will not be kept as it was made is owned: the truth, what was tried,
 * the ways out, then the call, what came of it and what was learnt. What is typed is kept as a
 * draft until it is saved, whatever happens.
 */
#define MULL_TYPE_OWN_IT_PAGE (mull_own_it_page_get_type ())
G_DECLARE_FINAL_TYPE (MullOwnItPage, mull_own_it_page, MULL, OWN_IT_PAGE, AdwBin)

MullOwnItPage *mull_own_it_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_own_it_page_open (MullOwnItPage *self, gint64 commitment_id, GError **error);

G_END_DECLS
