/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullNewRows:
 * @table: name of the table
 * @after: newest row that was there before
 * @last: newest row of the step
 * @n_rows: how many there are in between
 *
 * Rows that a step brought, and that are still as it left them when it is taken back.
 */
typedef struct
{
  const char *table;
  gint64 after;
  gint64 last;
  gint64 n_rows;
} MullNewRows;

/* What is stored of a step: a changeset in the format of SQLite's session extension; behind the
 * names of rows that it brought, if it brought very many; squeezed, if it is large. Only a step
 * that was never taken back can name its rows: later on they are not there to be read. */

/* For as many tables as there are; then the changeset of everything else is appended. */
void mull_undo_record_add_rows (GByteArray *record, const MullNewRows *rows);
void mull_undo_record_end_rows (GByteArray *record);
gboolean mull_undo_record_names_rows (GBytes *record);
/* @rows (element-type MullNewRows) is valid as long as @record is. */
gboolean mull_undo_record_split (GBytes *record, GArray **rows, GBytes **changeset);

GBytes *mull_undo_record_squeeze (GBytes *changeset) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): NULL if it is damaged */
GBytes *mull_undo_record_swell (GBytes *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
