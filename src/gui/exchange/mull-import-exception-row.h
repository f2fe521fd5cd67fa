/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-import-report.h"

G_BEGIN_DECLS

/**
 * MullImportExceptionRow:
 *
 * A row of a file that may be somebody who is here already, or that says something else than what
 * is here, and what is to become of it. #MullImportExceptionRow::chosen tells what the rep says.
 */
#define MULL_TYPE_IMPORT_EXCEPTION_ROW (mull_import_exception_row_get_type ())
G_DECLARE_FINAL_TYPE (MullImportExceptionRow,
                      mull_import_exception_row,
                      MULL,
                      IMPORT_EXCEPTION_ROW,
                      AdwPreferencesRow)

GtkWidget *
mull_import_exception_row_new (const MullImportException *exception) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_import_exception_row_update (MullImportExceptionRow *self,
                                           const MullImportException *exception);

G_END_DECLS
