/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullColumnKind:
 * @MULL_COLUMN_EMPTY: nothing
 * @MULL_COLUMN_TEXT: any text
 * @MULL_COLUMN_NUMBER: numbers, amounts of money
 * @MULL_COLUMN_DATE: dates, with or without a time
 * @MULL_COLUMN_BOOLEAN: yes or no
 * @MULL_COLUMN_MAIL: e-mail addresses
 * @MULL_COLUMN_PHONE: telephone numbers
 * @MULL_COLUMN_WEB: web addresses
 *
 * What the values of a column look like.
 */
typedef enum
{
  MULL_COLUMN_EMPTY,
  MULL_COLUMN_TEXT,
  MULL_COLUMN_NUMBER,
  MULL_COLUMN_DATE,
  MULL_COLUMN_BOOLEAN,
  MULL_COLUMN_MAIL,
  MULL_COLUMN_PHONE,
  MULL_COLUMN_WEB,
} MullColumnKind;

#define MULL_N_COLUMN_KINDS (MULL_COLUMN_WEB + 1)

#define MULL_TYPE_COLUMN_KIND (mull_column_kind_get_type ())
GType mull_column_kind_get_type (void);

MullColumnKind mull_column_kind_of_value (const char *text, gsize length);

G_END_DECLS
