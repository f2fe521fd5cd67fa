/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-pulse.h"

G_BEGIN_DECLS

MullPulse *mull_pulse_collect (GPtrArray *entries,
                               GPtrArray *commitments,
                               GPtrArray *quiets,
                               int dark_days,
                               MullDay from_on,
                               MullDay to_on,
                               MullDay today,
                               GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
