/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"

G_BEGIN_DECLS

GPtrArray *
mull_deal_reasons_new (MullDossier *dossier, MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

char *mull_deal_reasons_load_line (MullWorkspace *workspace,
                                   gint64 deal_id,
                                   const MullThresholds *thresholds,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
