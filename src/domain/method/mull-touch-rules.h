/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-planned-touch.h"

G_BEGIN_DECLS

MullPlannedTouch *
mull_touch_rules_find_meant (GPtrArray *open, const MullEntry *entry, MullDay day);
MullPlannedTouch *
mull_touch_rules_find_settled (GPtrArray *open, const MullEntry *entry, MullDay day);

G_END_DECLS
