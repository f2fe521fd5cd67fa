/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pulse"

#include "config.h"

#include "mull-pulse.h"

/**
 * mull_pulse_new:
 * @from_on: the first day of the axis
 * @to_on: the last day of the axis; one before @from_on is taken as @from_on
 * @today: the present day
 *
 * Returns: (transfer full): a pulse without anything on it
 */
MullPulse *
mull_pulse_new (MullDay from_on, MullDay to_on, MullDay today)
{
  MullPulse *self = g_new0 (MullPulse, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->from_on = from_on;
  self->to_on = MAX (from_on, to_on);
  self->today = today;
  self->touches = g_array_new (FALSE, TRUE, sizeof (MullPulseTouch));
  self->silences = g_array_new (FALSE, TRUE, sizeof (MullPulseSilence));
  self->quiets = g_array_new (FALSE, TRUE, sizeof (MullPulseQuiet));
  self->promises = g_array_new (FALSE, TRUE, sizeof (MullPulsePromise));
  return self;
}

/**
 * mull_pulse_ref:
 *
 * Returns: (transfer full): @self
 */
MullPulse *
mull_pulse_ref (MullPulse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_pulse_unref:
 * @self: (transfer full): a pulse
 *
 * Releases a reference; the last one frees @self.
 */
void
mull_pulse_unref (MullPulse *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->touches);
  g_array_unref (self->silences);
  g_array_unref (self->quiets);
  g_array_unref (self->promises);
  g_free (self);
}

/**
 * mull_pulse_is_empty:
 *
 * Returns: %TRUE if there is nothing to draw but the axis
 */
gboolean
mull_pulse_is_empty (const MullPulse *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->touches->len + self->silences->len + self->quiets->len + self->promises->len == 0;
}
