/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullDealRef:
 *
 * The item of lists of deals: an id and nothing else. What a row shows is read when it is bound.
 */
#define MULL_TYPE_DEAL_REF (mull_deal_ref_get_type ())
G_DECLARE_FINAL_TYPE (MullDealRef, mull_deal_ref, MULL, DEAL_REF, GObject)

MullDealRef *mull_deal_ref_new (gint64 deal_id) G_GNUC_WARN_UNUSED_RESULT;
gint64 mull_deal_ref_get_id (MullDealRef *self);

G_END_DECLS
