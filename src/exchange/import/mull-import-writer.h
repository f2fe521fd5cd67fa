/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-clock.h"
#include "mull-database.h"
#include "mull-import-file.h"
#include "mull-import-report.h"
#include "mull-import-row.h"

G_BEGIN_DECLS

/**
 * MullImportWriter:
 *
 * Puts the rows of one file into the database, inside a transaction that somebody else began, and
 * counts what it does. What is known by an id of its source is found again; companies are then
 * found by name, people by e-mail address or by name and company. What was entered here stays,
 * unless it came from the same source.
 */
typedef struct _MullImportWriter MullImportWriter;

MullImportWriter *mull_import_writer_new (MullDatabase *db,
                                          MullClock *clock,
                                          MullImportFile *file,
                                          MullImportReport *report,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_writer_free (MullImportWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportWriter, mull_import_writer_free)

void mull_import_writer_set_choices (MullImportWriter *self, GHashTable *choices);
gboolean
mull_import_writer_apply (MullImportWriter *self, const MullImportRow *row, GError **error);
void mull_import_writer_refuse (MullImportWriter *self, const MullImportRow *row);
gboolean mull_import_writer_finish (MullImportWriter *self, GError **error);

G_END_DECLS
