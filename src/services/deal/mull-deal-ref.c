/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-ref"

#include "config.h"

#include "mull-deal-ref.h"

struct _MullDealRef
{
  GObject parent_instance;

  gint64 deal_id;
};

G_DEFINE_FINAL_TYPE (MullDealRef, mull_deal_ref, G_TYPE_OBJECT)

static void
mull_deal_ref_class_init (MullDealRefClass *klass)
{
}

static void
mull_deal_ref_init (MullDealRef *self)
{
}

/**
 * mull_deal_ref_new:
 *
 * Returns: (transfer full): an item for a deal
 */
MullDealRef *
mull_deal_ref_new (gint64 deal_id)
{
  MullDealRef *self = g_object_new (MULL_TYPE_DEAL_REF, NULL);

  self->deal_id = deal_id;
  return self;
}

/**
 * mull_deal_ref_get_id:
 *
 * Returns: id of the deal
 */
gint64
mull_deal_ref_get_id (MullDealRef *self)
{
  g_return_val_if_fail (MULL_IS_DEAL_REF (self), 0);

  return self->deal_id;
}
