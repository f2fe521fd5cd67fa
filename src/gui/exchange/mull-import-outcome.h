/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-import-report.h"

G_BEGIN_DECLS

/**
 * MullImportOutcome:
 *
 * What an import would do: how many things are new, changed and identical, which rows are refused
 * and why, and what stays as it is. Nothing has been written when it is seen.
 */
#define MULL_TYPE_IMPORT_OUTCOME (mull_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MullImportOutcome, mull_import_outcome, MULL, IMPORT_OUTCOME, AdwBin)

void mull_import_outcome_show_checking (MullImportOutcome *self);
void mull_import_outcome_show_error (MullImportOutcome *self, const GError *error);
void mull_import_outcome_show_report (MullImportOutcome *self,
                                      const MullImportReport *report,
                                      guint n_open);
gboolean mull_import_outcome_get_skips (MullImportOutcome *self);

G_END_DECLS
