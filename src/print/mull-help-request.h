/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-layout.h"
#include "mull-roadblock-case.h"

G_BEGIN_DECLS

MullLayout *mull_help_request_new (const MullRoadblockCase *roadblock,
                                   MullDay today,
                                   MullPaper paper,
                                   gboolean rtl) G_GNUC_WARN_UNUSED_RESULT;
char *mull_help_request_dup_title (const MullRoadblockCase *roadblock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
