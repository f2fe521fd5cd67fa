/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-writer.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

GString *mull_deal_csv_write (MullWorkspace *workspace,
                              MullCsvFlags flags,
                              guint *n_deals,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
