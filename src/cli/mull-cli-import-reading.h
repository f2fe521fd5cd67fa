/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-file.h"

G_BEGIN_DECLS

/* How a CSV file is read: what the options of an import say, and what is shown of it. */

gboolean mull_cli_import_answer_dialect (MullImportFile *file,
                                         const char *encoding,
                                         const char *delimiter,
                                         const char *header,
                                         GError **error);
void mull_cli_import_print_reading (GString *to, MullImportFile *file);

G_END_DECLS
