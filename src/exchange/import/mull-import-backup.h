/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_import_backup_make (MullWorkspace *workspace, GError **error);

G_END_DECLS
