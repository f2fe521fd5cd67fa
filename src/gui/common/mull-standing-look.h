/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment-rules.h"

G_BEGIN_DECLS

const char *mull_standing_css_class (const MullCommitment *commitment, MullStanding standing);

G_END_DECLS
