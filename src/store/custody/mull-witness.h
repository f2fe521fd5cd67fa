/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-sqlite.h"

G_BEGIN_DECLS

/**
 * MullWitness:
 *
 * Sees every page that SQLite writes to a file, at the moment it hands it over, and can say
 * afterwards whether the disk still has exactly these pages. So a copy is compared with what the
 * live database gave without reading the live database a second time.
 */
typedef struct _MullWitness MullWitness;

MullWitness *mull_witness_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_witness_free (MullWitness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullWitness, mull_witness_free)

/* The file system that a connection is opened with to be witnessed. */
const char *mull_witness_get_vfs (void);
/* From here on what @handle, opened with it, writes is remembered. */
gboolean mull_witness_attach (MullWitness *self, sqlite3 *handle);
/* Whether @path holds what was written, to the last byte. May run in another thread. */
gboolean mull_witness_confirm (MullWitness *self, const char *path, GError **error);

G_END_DECLS
