/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullTernary:
 * @MULL_TERNARY_UNKNOWN: not known
 * @MULL_TERNARY_YES:
 * @MULL_TERNARY_NO:
 *
 * An answer that may be missing.
 */
typedef enum
{
  MULL_TERNARY_UNKNOWN,
  MULL_TERNARY_YES,
  MULL_TERNARY_NO,
} MullTernary;

#define MULL_TYPE_TERNARY (mull_ternary_get_type ())
GType mull_ternary_get_type (void);

G_END_DECLS
