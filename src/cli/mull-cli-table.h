/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullCliColumn:
 * @word: header in CSV, not translated; %NULL for a column that only people read
 * @title: header for people, marked for translation; %NULL for a column that only programs read
 * @right: whether its cells end at the same place
 * @max: how wide it gets before its cells are cut, or 0
 *
 * A column of a table.
 */
typedef struct
{
  const char *word;
  const char *title;
  gboolean right;
  guint max;
} MullCliColumn;

/**
 * MullCliTable:
 *
 * Rows for people, aligned, or for programs, as CSV. Each cell is added in the order of the
 * columns; for whom it is not, it is passed over.
 */
typedef struct _MullCliTable MullCliTable;

MullCliTable *mull_cli_table_new (const MullCliColumn *columns,
                                  guint n_columns,
                                  gboolean csv) G_GNUC_WARN_UNUSED_RESULT;
void mull_cli_table_free (MullCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCliTable, mull_cli_table_free)

void mull_cli_table_add (MullCliTable *self, const char *cell);
void mull_cli_table_take (MullCliTable *self, char *cell);
void mull_cli_table_add_number (MullCliTable *self, gint64 number);
void mull_cli_table_add_day (MullCliTable *self, MullDay day);
guint mull_cli_table_get_n_rows (MullCliTable *self);
void mull_cli_table_write (MullCliTable *self, GString *out);

guint mull_cli_text_width (const char *text);

G_END_DECLS
