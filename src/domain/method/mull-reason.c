/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reason"

#include "config.h"

#include "mull-reason.h"

/**
 * mull_reason_new:
 * @source: which kind of record it rests on
 * @id: that record, or 0
 * @text: (transfer full): a translated sentence
 *
 * Returns: (transfer full): a reason
 */
MullReason *
mull_reason_new (MullReasonSource source, gint64 id, char *text)
{
  MullReason *self = g_new0 (MullReason, 1);

  self->source = source;
  self->id = id;
  self->text = text;
  return self;
}

/**
 * mull_reason_free:
 * @self: (transfer full): a reason
 */
void
mull_reason_free (MullReason *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self);
}

static void
free_reason (gpointer data)
{
  mull_reason_free (data);
}

/**
 * mull_reasons_new:
 *
 * Returns: (transfer full) (element-type MullReason): an empty list that owns its reasons
 */
GPtrArray *
mull_reasons_new (void)
{
  return g_ptr_array_new_with_free_func (free_reason);
}
