/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullNumberScan:
 * @start: its first digit
 * @length: bytes up to its last digit
 * @negative: whether it is less than nothing
 * @currency: the ISO 4217 code that stands beside it; "$" alone if only the sign does; or empty
 * @has_sign: whether it contains a point or a comma at all
 * @point_fits: whether it is well formed if the decimal sign is a point
 * @comma_fits: whether it is well formed if the decimal sign is a comma
 *
 * What a text that looks like a number says, before anybody knows its decimal sign.
 */
typedef struct
{
  const char *start;
  gsize length;
  gboolean negative;
  char currency[4];
  gboolean has_sign;
  gboolean point_fits;
  gboolean comma_fits;
} MullNumberScan;

gboolean mull_number_scan (const char *text, gsize length, MullNumberScan *scan);
char *mull_number_scan_plain (const MullNumberScan *scan, char decimal);

G_END_DECLS
