/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-card.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

MullCard *
mull_card_load (MullWorkspace *workspace, gint64 deal_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
