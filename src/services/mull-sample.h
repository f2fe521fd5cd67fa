/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* About forty deals of one rep, dated relative to today, as one undoable step. Refused with
 * MULL_ERROR_CONSTRAINT unless the database is empty. */
gboolean mull_sample_fill (MullWorkspace *workspace, GError **error);

G_END_DECLS
