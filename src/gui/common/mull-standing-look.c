/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-standing-look"

#include "config.h"

#include "mull-standing-look.h"

/**
 * mull_standing_css_class:
 * @commitment: a promise
 * @standing: how it stands
 *
 * Returns: the class of the colour of what mull_commitment_label() says
 */
const char *
mull_standing_css_class (const MullCommitment *commitment, MullStanding standing)
{
  g_return_val_if_fail (commitment != NULL, NULL);

  switch (standing)
    {
    case MULL_STANDING_IN_TIME:
      return "state-theirs";
    case MULL_STANDING_SOON:
    case MULL_STANDING_AT_RISK:
    case MULL_STANDING_DUE_TODAY:
      return "state-risk";
    case MULL_STANDING_OVERDUE:
    case MULL_STANDING_MISSED:
    case MULL_STANDING_BROKEN:
      return "state-dark";
    case MULL_STANDING_SETTLED:
      break;
    }
  if (commitment->state == MULL_COMMITMENT_BROKEN)
    return "state-dark";
  return commitment->state == MULL_COMMITMENT_KEPT || commitment->state == MULL_COMMITMENT_KEPT_LATE
             ? "state-kept"
             : "state-theirs";
}
