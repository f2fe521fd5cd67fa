/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-guard.h"

G_BEGIN_DECLS

/**
 * MullQuietGuard:
 *
 * Stands before a touch to somebody who asked to be left alone: shows their words and how often
 * they had to say them, and asks how to go on. It never forbids.
 */
#define MULL_TYPE_QUIET_GUARD (mull_quiet_guard_get_type ())
G_DECLARE_FINAL_TYPE (MullQuietGuard, mull_quiet_guard, MULL, QUIET_GUARD, AdwBin)

void mull_quiet_guard_show (MullQuietGuard *self, const MullGuard *guard);

G_END_DECLS
