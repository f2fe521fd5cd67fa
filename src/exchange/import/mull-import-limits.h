/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What a file from outside may be at most. A file beyond a limit is refused whole, with the place
 * and with what to do: half a customer list is worse than none.
 */

/* Bytes of a file. */
#define MULL_IMPORT_FILE_MAX (64 * 1024 * 1024)
/* Rows of a CSV file, without its header. */
#define MULL_IMPORT_ROWS_MAX 200000
/* Columns of a CSV file. */
#define MULL_IMPORT_COLUMNS_MAX 256
/* Bytes of one field, as UTF-8 and without its quotation marks. */
#define MULL_IMPORT_FIELD_MAX (64 * 1024)
/* Bytes of an archive, and of one text in it. */
#define MULL_ARCHIVE_FILE_MAX (256 * 1024 * 1024)
#define MULL_ARCHIVE_FIELD_MAX (1024 * 1024)
/* Rows of an archive. */
#define MULL_ARCHIVE_ROWS_MAX 1000000
/* Characters of the offending text that a report repeats. */
#define MULL_IMPORT_EXCERPT_CHARS 40
