/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-hole.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

const MullCommitment *mull_do_over_find_promise (const GPtrArray *commitments,
                                                 gint64 person_id,
                                                 const MullThresholds *thresholds,
                                                 MullDay today);
char *mull_do_over_not_for_promise (const MullCommitment *promise) G_GNUC_WARN_UNUSED_RESULT;

guint mull_do_over_count_things (const char *text);
char *mull_do_over_one_thing (const MullHole *hole) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
