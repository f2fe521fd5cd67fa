/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli.h"
#include "mull-roadblock.h"

G_BEGIN_DECLS

/* What was given on the command line. */
typedef struct
{
  char *words;
  char *person;
  char *on;
  char *kind;
  char *no;
  char *believe;
  char *question;
  char *source;
  char *type;
  char *truth;
  char *who;
  char *by;
  char *give;
  char *costs;
  char *answer;
  char *outcome;
  char *lesson;
  char *behind;
  char *output;
  char *paper;
  gboolean help_request;
  gboolean settled;
  gboolean csv;
} MullCliRoadblockOptions;

gboolean mull_cli_roadblock_show (MullCliContext *context,
                                  const MullCliRoadblockOptions *options,
                                  MullRoadblock *roadblock,
                                  GError **error);
gboolean mull_cli_roadblock_list (MullCliContext *context,
                                  const MullCliRoadblockOptions *options,
                                  GError **error);
gboolean mull_cli_roadblock_measure (MullCliContext *context, GError **error);

G_END_DECLS
