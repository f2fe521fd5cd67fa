/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Sums of money in SQL that stop at the largest amount, as mull_money_add_minor() does. "+" goes
 * over to floating point where a whole number is too small, and sum () gives up: so it is given
 * millions and the rest apart. */
#define MULL_SUM_LIMIT "9223372036854775807"
#define MULL_SUM_WITHIN(sum) "max (min (" sum ", " MULL_SUM_LIMIT "), -" MULL_SUM_LIMIT ")"
#define MULL_SUM_OF(column)                                                                        \
  MULL_SUM_WITHIN ("sum (" column " / 1000000) * 1000000 + sum (" column " % 1000000)")
