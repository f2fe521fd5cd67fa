/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullElapsed:
 * @MULL_ELAPSED_JUST_NOW: less than two hours ago, whatever the date says
 * @MULL_ELAPSED_SAME_DAY: earlier on the same civil day
 * @MULL_ELAPSED_LATER: on an earlier day
 *
 * How long ago the touch was that something was left at; decides how it is spoken of.
 */
typedef enum
{
  MULL_ELAPSED_JUST_NOW,
  MULL_ELAPSED_SAME_DAY,
  MULL_ELAPSED_LATER,
} MullElapsed;

#define MULL_TYPE_ELAPSED (mull_elapsed_get_type ())
GType mull_elapsed_get_type (void);

MullElapsed mull_elapsed_of (gint64 left_at, gint64 now, GTimeZone *zone);

G_END_DECLS
