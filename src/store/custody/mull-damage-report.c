/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-damage-report"

#include "config.h"

#include "mull-damage-report.h"

/**
 * mull_damage_report_new:
 *
 * Returns: (transfer full): a report without options
 */
MullDamageReport *
mull_damage_report_new (void)
{
  MullDamageReport *self = g_new0 (MullDamageReport, 1);

  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_repair_option_free);
  return self;
}

/**
 * mull_damage_report_free:
 * @self: (transfer full): a report
 *
 * Frees it; the files stay.
 */
void
mull_damage_report_free (MullDamageReport *self)
{
  g_ptr_array_unref (self->options);
  g_free (self->place);
  g_free (self->copy);
  g_free (self);
}

/**
 * mull_damage_report_get_option:
 * @index: from 0
 *
 * Returns: (transfer none): the option
 */
const MullRepairOption *
mull_damage_report_get_option (const MullDamageReport *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->options->len, NULL);

  return g_ptr_array_index (self->options, index);
}

/**
 * mull_damage_report_find_complete:
 *
 * Returns: the index of the first option that loses nothing, or -1
 */
int
mull_damage_report_find_complete (const MullDamageReport *self)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->options->len; i++)
    if (mull_repair_option_is_complete (g_ptr_array_index (self->options, i)))
      return (int) i;
  return -1;
}
