/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-content-table.h"

G_BEGIN_DECLS

/**
 * How an archive says what a database holds; archive-format/README.md explains it to others. A row
 * is an element named after its table; its words are elements in it, all else are attributes.
 */

#define MULL_ARCHIVE_NAMESPACE "urn:x-mulligan:archive"
#define MULL_ARCHIVE_ROOT "archive"
/* Counted up when a program of the version before could not read what is written. */
#define MULL_ARCHIVE_FORMAT "1"

/**
 * MullArchivePartColumn:
 *
 * The columns of a part of a file, which is written like a row of a table that there is not.
 */
typedef enum
{
  MULL_ARCHIVE_PART_SIZE,
  MULL_ARCHIVE_PART_AT,
  MULL_ARCHIVE_PART_SHA256,
  MULL_ARCHIVE_PART_DATA,
} MullArchivePartColumn;

/* Bytes of a part, and of all files of an archive: of more, they are in a folder beside it. */
#define MULL_ARCHIVE_PART_BYTES (480 * 1024)
#define MULL_ARCHIVE_FILES_MAX ((gint64) 160 * 1024 * 1024)

MullContentTable *mull_archive_form_new_part (void) G_GNUC_WARN_UNUSED_RESULT;
/* The folder beside the archive @path. */
char *mull_archive_form_dup_beside (const char *path) G_GNUC_WARN_UNUSED_RESULT;

char *mull_archive_form_element (const MullContentTable *table) G_GNUC_WARN_UNUSED_RESULT;
char *mull_archive_form_name (const MullContentColumn *column) G_GNUC_WARN_UNUSED_RESULT;

char *mull_archive_form_instant (gint64 at) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_archive_form_parse_instant (const char *text, gint64 *at);

G_END_DECLS
