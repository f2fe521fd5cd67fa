/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullChangeLog:
 *
 * What one step does to the rows of one table: for each row what it was and what it is now, however
 * often it changed in between. Written in the format of SQLite's session extension, which takes it
 * back and does it again.
 */
typedef struct _MullChangeLog MullChangeLog;

/* @key_places has one byte a column: its place in the primary key from 1, or 0. */
MullChangeLog *mull_change_log_new (const char *table,
                                    const guint8 *key_places,
                                    guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void mull_change_log_free (MullChangeLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullChangeLog, mull_change_log_free)

const char *mull_change_log_get_name (const MullChangeLog *self);
guint mull_change_log_get_n_columns (const MullChangeLog *self);
/* Bytes in use. */
gsize mull_change_log_get_size (const MullChangeLog *self);

/* Rows are values one after the other. */
void mull_change_log_append_integer (GByteArray *row, gint64 value);
void mull_change_log_append_real (GByteArray *row, double value);
void
mull_change_log_append_bytes (GByteArray *row, gboolean is_text, gconstpointer bytes, gsize length);
void mull_change_log_append_null (GByteArray *row);

/* @before is NULL for a row that comes, @after for one that goes. */
void mull_change_log_add (MullChangeLog *self, const GByteArray *before, const GByteArray *after);
void mull_change_log_clear (MullChangeLog *self);
/* Nothing is written where nothing changed. */
void mull_change_log_write (const MullChangeLog *self, GByteArray *changeset);
/* A row that came, without it being kept; @is_first if nothing of the table was written before. */
void mull_change_log_write_new (const MullChangeLog *self,
                                const GByteArray *row,
                                gboolean is_first,
                                GByteArray *changeset);

G_END_DECLS
