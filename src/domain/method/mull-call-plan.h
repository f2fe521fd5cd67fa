/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-stage.h"

G_BEGIN_DECLS

#define MULL_CALL_PLAN_MAX_MUST 5

char **mull_call_plan_split (const char *must) G_GNUC_WARN_UNUSED_RESULT;
char *mull_call_plan_join (const char *must, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **
mull_call_plan_suggest (const MullDeal *deal, const MullStage *stage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
