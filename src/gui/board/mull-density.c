/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-density"

#include "config.h"

#include "mull-density.h"

G_DEFINE_ENUM_TYPE (MullDensity,
                    mull_density,
                    G_DEFINE_ENUM_VALUE (MULL_DENSITY_LINE, "line"),
                    G_DEFINE_ENUM_VALUE (MULL_DENSITY_CARD, "card"),
                    G_DEFINE_ENUM_VALUE (MULL_DENSITY_FULL, "full"))
