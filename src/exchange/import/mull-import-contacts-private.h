/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-duplicate-store.h"
#include "mull-import-writer-private.h"

G_BEGIN_DECLS

/* What companies and people have in common. */

gint64 mull_import_contacts_created_at (MullImportWriter *self);
char *mull_import_contacts_dup_first_id (MullImportWriter *self,
                                         MullImportTarget target) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_import_contacts_drop_other_id (MullImportWriter *self,
                                             const MullRecordType *type,
                                             char **source_id,
                                             GError **error);
gint64 mull_import_contacts_recall (GHashTable *known, const char *key);
void mull_import_contacts_keep_in_mind (GHashTable *known, const char *key, gint64 id);
gboolean mull_import_contacts_is_unchanged (MullImportWriter *self,
                                            const char *kind,
                                            const char *source_id,
                                            MullImportThing thing,
                                            gboolean *unchanged,
                                            GError **error);
gboolean mull_import_contacts_is_known (MullImportWriter *self);
void mull_import_contacts_except_known (MullImportWriter *self,
                                        MullImportRowState state,
                                        const char *name,
                                        const char *about);
gboolean mull_import_contacts_find_duplicate (MullImportWriter *self,
                                              MullDuplicateMark mark,
                                              const char *key,
                                              gint64 *id,
                                              GError **error);
gboolean mull_import_contacts_drop_if_taken (MullImportWriter *self,
                                             const char *kind,
                                             const char *source_id,
                                             gpointer *record,
                                             GError **error);

G_END_DECLS
