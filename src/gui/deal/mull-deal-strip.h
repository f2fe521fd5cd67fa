/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-dossier.h"

G_BEGIN_DECLS

/**
 * MullDealStrip:
 *
 * The loud part of the deal page: whose move it is, the next step, and *the* hole. Each can be
 * pressed: why, plan it (deal.edit-step), do-over (deal.do-over).
 */
#define MULL_TYPE_DEAL_STRIP (mull_deal_strip_get_type ())
G_DECLARE_FINAL_TYPE (MullDealStrip, mull_deal_strip, MULL, DEAL_STRIP, GtkWidget)

void mull_deal_strip_set_dossier (MullDealStrip *self, MullDossier *dossier);

G_END_DECLS
