/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-sqlite.h"

G_BEGIN_DECLS

/**
 * MullVfsShim:
 * @vfs: what SQLite sees; xDelete and the like may be replaced before it is registered
 * @below: (not owned): what everything is passed on to: what was the default before
 * @methods: of every file; any of them may be replaced before it is registered, by a function that
 *   calls the one of mull_vfs_pass for what is below
 *
 * A layer between SQLite and the files that does nothing by itself.
 */
typedef struct
{
  sqlite3_vfs vfs; /* the first: SQLite hands it to each of its functions */
  sqlite3_vfs *below;
  sqlite3_io_methods methods;
} MullVfsShim;

/**
 * MullVfsFile:
 * @below: the file that this one stands for
 *
 * What the files of a layer begin with.
 */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *below;
} MullVfsFile;

/* Every method of a file, passed on to the file below. Of the second version: without mapped reads,
 * which no layer would see. */
extern const sqlite3_io_methods mull_vfs_pass;

void mull_vfs_shim_init (MullVfsShim *self, const char *name, gsize file_size);
void mull_vfs_shim_register (MullVfsShim *self, gboolean is_default);
/* What xOpen of the layer is, unless it is replaced. */
int mull_vfs_shim_open (sqlite3_vfs *vfs,
                        const char *path,
                        sqlite3_file *file,
                        int flags,
                        int *out_flags);

G_END_DECLS
