/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-driver.h"

G_BEGIN_DECLS

/* What many journeys begin with. */
void journey_wait_start_page (MullDriver *driver);
/* From the start page, with the button; and waits for the board. */
void journey_fill_with_sample (MullDriver *driver);
void journey_wait_board (MullDriver *driver);

G_END_DECLS
