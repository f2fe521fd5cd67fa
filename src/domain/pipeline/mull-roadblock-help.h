/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullRoadblockHelp:
 *
 * A request for help with a roadblock.
 */
typedef struct
{
  MullRecord record;
  gint64 roadblock_id;
  char *helper;
  char *asked;
  MullDay asked_on;
  char *answer;
  MullDay answered_on;
} MullRoadblockHelp;

MULL_DECLARE_RECORD (MullRoadblockHelp, mull_roadblock_help)

G_END_DECLS
