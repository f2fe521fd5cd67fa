/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What a file from outside may be at most. A file beyond a limit is refused whole, with the place
 * and with what to do: half a customer list is worse than none.
 */

/* CSV: bytes of a file. */
#define MULL_IMPORT_FILE_MAX (64 * 1024 * 1024)
/* Rows of a CSV file, without its header. */
#define MULL_IMPORT_ROWS_MAX 200000
/* Columns of a CSV file. */
#define MULL_IMPORT_COLUMNS_MAX 256
/* Bytes of one field, as UTF-8 and without its quotation marks. */
#define MULL_IMPORT_FIELD_MAX (64 * 1024)

/* XML: bytes of an archive, of one text in it, and of one tag: a tag of more has no place in our
 * formats, and many attributes take quadratic time to check. */
#define MULL_ARCHIVE_FILE_MAX (256 * 1024 * 1024)
#define MULL_ARCHIVE_FIELD_MAX (1024 * 1024)
#define MULL_XML_TAG_MAX (16 * 1024)
/* Rows of an archive; attributes of an element, and how deep elements may be nested. */
#define MULL_ARCHIVE_ROWS_MAX 1000000
#define MULL_XML_ATTRIBUTES_MAX 32
#define MULL_XML_DEPTH_MAX 32

/* vCard: bytes of a file, cards in it, and properties of a card. */
#define MULL_VCARD_FILE_MAX (64 * 1024 * 1024)
#define MULL_VCARD_CARDS_MAX 50000
#define MULL_VCARD_PROPERTIES_MAX 2000
/* What is told of one card that was left out. */
#define MULL_VCARD_OMISSIONS_MAX 200
/* Bytes of one value, and of a picture, which is never decoded. */
#define MULL_VCARD_FIELD_MAX (64 * 1024)
#define MULL_VCARD_PHOTO_MAX (512 * 1024)
/* Bytes of the name of a property, and of what it is grouped by. */
#define MULL_VCARD_NAME_MAX 100

/* What the program that parses may use: seconds of the processor, and bytes of memory. */
#define MULL_PARSE_SECONDS_MAX 10
/* Bytes of the file for which there is one second more. */
#define MULL_PARSE_BYTES_OF_SECOND (4 * 1024 * 1024)
#define MULL_PARSE_MEMORY_MAX (512 * 1024 * 1024)

/* Characters of the offending text that a report repeats. */
#define MULL_IMPORT_EXCERPT_CHARS 40
