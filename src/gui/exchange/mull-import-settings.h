/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-import-file.h"

G_BEGIN_DECLS

/**
 * MullImportSettings:
 *
 * What a file was recognised as, what it leaves open, and what each of its columns becomes: beside
 * the values as the file has them stand the values as they would be stored. Everything can be
 * changed; #MullImportSettings::changed tells when it was.
 */
#define MULL_TYPE_IMPORT_SETTINGS (mull_import_settings_get_type ())
G_DECLARE_FINAL_TYPE (MullImportSettings, mull_import_settings, MULL, IMPORT_SETTINGS, AdwBin)

void mull_import_settings_set_file (MullImportSettings *self, MullImportFile *file);
gboolean mull_import_settings_apply (MullImportSettings *self, GError **error);
guint mull_import_settings_get_n_open (MullImportSettings *self);

G_END_DECLS
