/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MULL_EXCHANGE_RESOURCE_PATH "/org/mulliganapp/Mulligan/exchange"

void mull_exchange_init (void);

G_END_DECLS
