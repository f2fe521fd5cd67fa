/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-ternary"

#include "config.h"

#include "mull-ternary.h"

G_DEFINE_ENUM_TYPE (MullTernary,
                    mull_ternary,
                    G_DEFINE_ENUM_VALUE (MULL_TERNARY_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MULL_TERNARY_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (MULL_TERNARY_NO, "no"))
