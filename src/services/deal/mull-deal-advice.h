/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-tension.h"

G_BEGIN_DECLS

/**
 * MullDealAdvice:
 * @advice: what to do
 * @reasons: (element-type MullReason): why
 * @commitment_id: the promise of ours that is overdue for longest, or 0
 *
 * How to go on with one deal that does not move. Read-only.
 */
typedef struct
{
  MullAdvice advice;
  GPtrArray *reasons;
  gint64 commitment_id;
} MullDealAdvice;

MullDealAdvice *mull_deal_advice_new (MullDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
void mull_deal_advice_free (MullDealAdvice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDealAdvice, mull_deal_advice_free)

G_END_DECLS
