/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-error.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * FaultSource:
 *
 * Something that can be made to fail: the calls of a disk, the pieces of memory SQLite asks for.
 */
typedef struct
{
  const char *name;
  /* The nth call fails, and if sticky every one after it. */
  void (*arm) (guint nth, gboolean sticky);
  /* Returns: how many calls there were */
  guint (*disarm) (void);
  /* Whether one failed. */
  gboolean (*has_failed) (void);
  const char *(*describe) (void);
  /* Whether that is how it is told. */
  gboolean (*is_told_as) (MullError kind);
  /* Where there are too many calls to have each fail: the first of each place that they come from,
   * noted from the first function to the second. (nullable) */
  void (*note_places) (void);
  GArray *(*list_places) (void);
} FaultSource;

typedef struct
{
  guint n_calls;  /* when none fails */
  guint n_places; /* of the calls: each, or where they come from */
  guint n_points;
  guint n_told;   /* as an error */
  guint n_silent; /* it went well all the same */
} FaultResult;

guint fault_acts_get_n (void);
const char *fault_acts_get_name (guint act);
/* Has what a rep does fail everywhere it can, at most at @max_points calls each, once and for good,
 * and each time looks at what is left: all of it or nothing, nothing damaged, and it can be worked
 * with. Any failure of that ends the test. */
FaultResult fault_acts_run (guint act, const FaultSource *source, guint max_points);
/* The same with one session from opening to closing, with a gesture of each kind. */
FaultResult fault_acts_run_session (const FaultSource *source, guint max_points);

G_END_DECLS
