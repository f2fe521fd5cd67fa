/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-writer-private.h"

G_BEGIN_DECLS

/* What vCards have beyond rows of other files. */

const char *mull_import_cards_get_uuid (MullImportWriter *self, const char *source_id);
void mull_import_cards_note (MullImportWriter *self, const char *kind, gint64 id);
gboolean mull_import_cards_is_taken (MullImportWriter *self, const char *kind, gint64 id);
gboolean mull_import_cards_keep (MullImportWriter *self,
                                 gint64 person_id,
                                 gint64 company_id,
                                 const char *uuid,
                                 gboolean is_same_source,
                                 gboolean *is_changed,
                                 GError **error);

G_END_DECLS
