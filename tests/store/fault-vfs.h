/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_NONE: all goes well
 * @FAULT_IO: any call fails, as on a broken disk
 * @FAULT_FULL: a write fails after half of it is written, as on a full disk
 */
typedef enum
{
  FAULT_NONE,
  FAULT_IO,
  FAULT_FULL,
} FaultKind;

/**
 * FaultOp:
 * @FAULT_WRITE: bytes were written
 * @FAULT_TRUNCATE: a file was cut off
 * @FAULT_SYNC: the system was asked to have a file on the disk
 * @FAULT_DELETE: a file was deleted, and its folder synced
 * @FAULT_MARK: no call: fault_vfs_mark()
 */
typedef enum
{
  FAULT_WRITE,
  FAULT_TRUNCATE,
  FAULT_SYNC,
  FAULT_DELETE,
  FAULT_MARK,
} FaultOp;

typedef struct
{
  FaultOp op;
  char *name;    /* of the file, without its folder */
  gint64 offset; /* or the new size, or what was marked */
  GBytes *data;
} FaultRecord;

/* A layer between SQLite and the system, which every connection gets that is opened later on. Call
 * it before anything is opened. */
void fault_vfs_install (void);

/* From now on the @nth call fails, and with @sticky every one after it. */
void fault_vfs_arm (FaultKind kind, guint nth, gboolean sticky);
/* Returns: how many calls there were since fault_vfs_arm() that could have failed */
guint fault_vfs_disarm (void);
/* Whether the call came that was to fail. */
gboolean fault_vfs_has_failed (void);
/* What failed first: "write mulligan.db-wal". */
const char *fault_vfs_describe (void);

/* Notes every change of files until fault_vfs_record_end(), which returns them (element-type
 * FaultRecord). */
void fault_vfs_record_begin (void);
/* As if all of the file @path, which nobody has open, were written and synced now. */
void fault_vfs_record_file (const char *path);
void fault_vfs_mark (gint64 number);
GPtrArray *fault_vfs_record_end (void);

G_END_DECLS
