/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullDensity:
 * @MULL_DENSITY_LINE: one line a deal
 * @MULL_DENSITY_CARD: whose move, title, company, value
 * @MULL_DENSITY_FULL: a title of two lines, the next step too, and badges with words
 *
 * How much a card of the board shows. The values are those of the setting.
 */
typedef enum
{
  MULL_DENSITY_LINE,
  MULL_DENSITY_CARD,
  MULL_DENSITY_FULL,
} MullDensity;

#define MULL_TYPE_DENSITY (mull_density_get_type ())
GType mull_density_get_type (void);

G_END_DECLS
