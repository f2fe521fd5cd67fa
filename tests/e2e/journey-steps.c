/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-journey-steps"

#include "config.h"

#include "journey-steps.h"

/* Only the start page has it. */
#define SAMPLE_BUTTON "*Sample Pipeline*"

void
journey_wait_start_page (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) button =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, SAMPLE_BUTTON);
}

void
journey_wait_board (MullDriver *driver)
{
  mull_driver_wait_gone (driver, ATSPI_ROLE_PUSH_BUTTON, SAMPLE_BUTTON);
}

void
journey_fill_with_sample (MullDriver *driver)
{
  g_autoptr (AtspiAccessible) button =
      mull_driver_find (driver, NULL, ATSPI_ROLE_PUSH_BUTTON, SAMPLE_BUTTON);

  mull_driver_activate (button);
  journey_wait_board (driver);
}
