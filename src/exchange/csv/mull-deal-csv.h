/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDealCsvFlags:
 * @MULL_DEAL_CSV_PLAIN: for spreadsheets: what looks like a formula is guarded
 * @MULL_DEAL_CSV_EXACT: every text as it is
 * @MULL_DEAL_CSV_BOM: begins with a mark that tells some spreadsheets of UTF-8
 *
 * How deals are written.
 */
typedef enum
{
  MULL_DEAL_CSV_PLAIN = 0,
  MULL_DEAL_CSV_EXACT = 1 << 0,
  MULL_DEAL_CSV_BOM = 1 << 1,
} MullDealCsvFlags;

GString *mull_deal_csv_write (MullWorkspace *workspace,
                              MullDealCsvFlags flags,
                              guint *n_deals,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
