/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

char *mull_usual_currency (MullWorkspace *workspace, GPtrArray *stages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
