/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullContentKind:
 * @MULL_CONTENT_TEXT: words
 * @MULL_CONTENT_NUMBER: an integer
 * @MULL_CONTENT_INSTANT: microseconds UTC (columns …_at)
 * @MULL_CONTENT_DAY: YYYY-MM-DD (columns …_on)
 * @MULL_CONTENT_REFERENCE: a row of another table, by its uuid
 * @MULL_CONTENT_KEY: follows from another column (columns …_key)
 *
 * What a column holds, seen from outside of one database.
 */
typedef enum
{
  MULL_CONTENT_TEXT,
  MULL_CONTENT_NUMBER,
  MULL_CONTENT_INSTANT,
  MULL_CONTENT_DAY,
  MULL_CONTENT_REFERENCE,
  MULL_CONTENT_KEY,
} MullContentKind;

/**
 * MullContentColumn:
 * @name: its name
 * @kind: what it holds
 * @target: (nullable): the table that a reference points to; %NULL if the row's "kind" names it
 * @is_required: whether it must have a value
 */
typedef struct
{
  char *name;
  MullContentKind kind;
  char *target;
  gboolean is_required;
} MullContentColumn;

/**
 * MullContentTable:
 * @name: its name
 * @columns: (element-type MullContentColumn): all but the number of the row
 * @select: SQL that reads all rows with these columns, references as uuids
 *
 * A content table as it is without the numbers of its rows, which differ from database to database:
 * what a digest adds up and an archive holds. It is read off the schema, so that a new column
 * cannot be forgotten.
 */
typedef struct
{
  const char *name;
  GPtrArray *columns;
  char *select;
} MullContentTable;

/* @name is one of mull_store_content_tables(). */
MullContentTable *mull_content_table_load (MullDatabase *db,
                                           const char *name,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_content_table_free (MullContentTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullContentTable, mull_content_table_free)

const MullContentColumn *mull_content_table_get_column (const MullContentTable *self, guint index);
int mull_content_table_find (const MullContentTable *self, const char *column);

G_END_DECLS
