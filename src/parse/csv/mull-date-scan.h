/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullDateOrder:
 * @MULL_DATE_ORDER_UNKNOWN: not known
 * @MULL_DATE_ORDER_YMD: year, month, day
 * @MULL_DATE_ORDER_DMY: day, month, year
 * @MULL_DATE_ORDER_MDY: month, day, year
 *
 * In what order a date names its parts.
 */
typedef enum
{
  MULL_DATE_ORDER_UNKNOWN,
  MULL_DATE_ORDER_YMD,
  MULL_DATE_ORDER_DMY,
  MULL_DATE_ORDER_MDY,
} MullDateOrder;

#define MULL_TYPE_DATE_ORDER (mull_date_order_get_type ())
GType mull_date_order_get_type (void);

/* No time, and no offset from UTC, was written. */
#define MULL_DATE_SCAN_NO_SECOND (-1)
#define MULL_DATE_SCAN_NO_OFFSET G_MININT

/**
 * MullDateScan:
 * @parts: the three numbers as they stand; year, month, day if the month is a word
 * @orders: a bit `1 << order` for each order that the form and the numbers allow
 * @second: seconds since midnight, or %MULL_DATE_SCAN_NO_SECOND
 * @offset: minutes east of UTC, or %MULL_DATE_SCAN_NO_OFFSET
 *
 * What a text that looks like a date says, before anybody knows in which order to read it.
 */
typedef struct
{
  int parts[3];
  guint orders;
  int second;
  int offset;
} MullDateScan;

gboolean mull_date_scan (const char *text, gsize length, MullDateScan *scan);
MullDay mull_date_scan_resolve (const MullDateScan *scan, MullDateOrder order);

G_END_DECLS
