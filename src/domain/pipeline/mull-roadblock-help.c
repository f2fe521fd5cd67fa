/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-help"

#include "config.h"

#include "mull-roadblock-help.h"

static const MullField fields[] = {
  MULL_FIELD (MullRoadblockHelp, roadblock_id, REFERENCE),
  MULL_FIELD (MullRoadblockHelp, helper, TEXT),
  MULL_FIELD (MullRoadblockHelp, asked, TEXT),
  MULL_FIELD (MullRoadblockHelp, asked_on, DAY),
  MULL_FIELD (MullRoadblockHelp, answer, TEXT),
  MULL_FIELD (MullRoadblockHelp, answered_on, OPTIONAL_DAY),
};
MULL_DEFINE_RECORD (MullRoadblockHelp, mull_roadblock_help, "roadblock_help", fields)
