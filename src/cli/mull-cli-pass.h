/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli-command.h"
#include "mull-quiet-rules.h"

G_BEGIN_DECLS

/**
 * MullCliPass:
 * @they_contacted: --they-contacted
 * @duty: --duty
 * @anyway: (nullable): why, after --anyway
 *
 * What was typed to reach somebody who asked to be left alone.
 */
typedef struct
{
  gboolean they_contacted;
  gboolean duty;
  char *anyway;
  /*< private >*/
  MullQuietPass pass;
} MullCliPass;

/* The options, for an array of GOptionEntry. */
#define MULL_CLI_PASS_ENTRIES(self)                                                                \
  MULL_CLI_FLAG ("they-contacted", &(self)->they_contacted),                                       \
      MULL_CLI_FLAG ("duty", &(self)->duty), MULL_CLI_TEXT ("anyway", &(self)->anyway)
#define MULL_CLI_PASS_USAGE " [--they-contacted|--duty|--anyway WHY]"

void mull_cli_pass_clear (MullCliPass *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MullCliPass, mull_cli_pass_clear)
const char *mull_cli_pass_find_contradiction (const MullCliPass *self);
const MullQuietPass *mull_cli_pass_get (MullCliPass *self);
int mull_cli_pass_refuse (MullCliContext *context, const GError *error);

G_END_DECLS
