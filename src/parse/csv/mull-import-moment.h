/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-date.h"

G_BEGIN_DECLS

#define MULL_IMPORT_NO_SECOND (-1)
#define MULL_IMPORT_NO_OFFSET G_MININT

/**
 * MullImportMoment:
 * @day: the civil date that is written, or %MULL_DAY_NONE
 * @second: seconds since midnight, or %MULL_IMPORT_NO_SECOND if only the day is written
 * @offset: minutes east of UTC, or %MULL_IMPORT_NO_OFFSET for local time
 *
 * A date of a file, with as much of the time as the file tells.
 */
typedef struct
{
  MullDay day;
  int second;
  int offset;
} MullImportMoment;

#define MULL_IMPORT_MOMENT_NONE                                                                    \
  ((MullImportMoment){ MULL_DAY_NONE, MULL_IMPORT_NO_SECOND, MULL_IMPORT_NO_OFFSET })

gboolean mull_import_moment_is_set (const MullImportMoment *self);
gint64 mull_import_moment_to_instant (const MullImportMoment *self, GTimeZone *zone);
MullDay mull_import_moment_to_day (const MullImportMoment *self, GTimeZone *zone);

G_END_DECLS
