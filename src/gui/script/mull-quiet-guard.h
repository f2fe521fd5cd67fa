/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-quiet.h"

G_BEGIN_DECLS

/**
 * MullQuietPass:
 * @MULL_QUIET_PASS_CONTACTED: they contacted us: the quiet is over
 * @MULL_QUIET_PASS_DUTY: we owe them this
 * @MULL_QUIET_PASS_ANYWAY: for a reason that is written down
 *
 * Why somebody who asked for quiet is called all the same.
 */
typedef enum
{
  MULL_QUIET_PASS_CONTACTED,
  MULL_QUIET_PASS_DUTY,
  MULL_QUIET_PASS_ANYWAY,
} MullQuietPass;

/**
 * MullQuietGuard:
 *
 * Stands before a call to somebody who asked to be left alone: shows their words and asks how to
 * go on. It never forbids.
 */
#define MULL_TYPE_QUIET_GUARD (mull_quiet_guard_get_type ())
G_DECLARE_FINAL_TYPE (MullQuietGuard, mull_quiet_guard, MULL, QUIET_GUARD, AdwBin)

void mull_quiet_guard_show (MullQuietGuard *self, const MullQuiet *quiet);

G_END_DECLS
