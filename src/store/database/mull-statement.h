/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullStatement:
 *
 * A prepared statement borrowed from the connection's cache. Letting go of it resets it and clears
 * its bindings, so it lives in a `g_autoptr` for as long as one query runs. Parameters count from
 * 1, columns from 0, as in SQL.
 */
typedef struct _MullStatement MullStatement;

/**
 * MullStep:
 * @MULL_STEP_ROW: a row can be read
 * @MULL_STEP_DONE: no (more) rows
 * @MULL_STEP_ERROR: the error is set
 */
typedef enum
{
  MULL_STEP_ROW,
  MULL_STEP_DONE,
  MULL_STEP_ERROR,
} MullStep;

void mull_statement_release (MullStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullStatement, mull_statement_release)

void mull_statement_bind_int64 (MullStatement *self, int parameter, gint64 value);
void mull_statement_bind_text (MullStatement *self, int parameter, const char *value);
void mull_statement_bind_static_text (MullStatement *self, int parameter, const char *value);
void mull_statement_bind_day (MullStatement *self, int parameter, MullDay day);
void mull_statement_bind_null (MullStatement *self, int parameter);
void mull_statement_bind_blob (MullStatement *self, int parameter, GBytes *value);

MullStep mull_statement_step (MullStatement *self, GError **error);
/* For queries that have a row whatever is stored: counts, sums, one row by its key. */
gboolean mull_statement_step_row (MullStatement *self, GError **error);
/* For statements that look one text up by a key. */
gboolean
mull_statement_find_text (MullStatement *self, const char *key, char **text, GError **error);
/* For statements without rows: one step that must be done. */
gboolean mull_statement_run (MullStatement *self, GError **error);
/* Back to the first row, bindings cleared; for loops that insert. */
void mull_statement_reset (MullStatement *self);

gboolean mull_statement_is_null (MullStatement *self, int column);
gint64 mull_statement_get_int64 (MullStatement *self, int column);
const char *mull_statement_get_text (MullStatement *self, int column);
char *mull_statement_dup_text (MullStatement *self, int column);
MullDay mull_statement_get_day (MullStatement *self, int column);
GBytes *mull_statement_dup_blob (MullStatement *self, int column);

G_END_DECLS
