/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-tension.h"

G_BEGIN_DECLS

/**
 * MullDealAdvice:
 * @advice: what to do
 * @reasons: (element-type MullReason): why
 * @question: (nullable): the last hard question that was asked
 * @roadblock_id: the open roadblock, or 0
 * @theirs_missed: how many of their promises are missed, or broke
 *
 * How to go on with one deal that does not move. Read-only.
 */
typedef struct
{
  MullAdvice advice;
  GPtrArray *reasons;
  MullHardQuestion *question;
  gint64 roadblock_id;
  int theirs_missed;
} MullDealAdvice;

MullDealAdvice *mull_deal_advice_load (MullWorkspace *workspace,
                                       MullDossier *dossier,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_deal_advice_free (MullDealAdvice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDealAdvice, mull_deal_advice_free)

G_END_DECLS
