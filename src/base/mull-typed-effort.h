/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-money.h"

G_BEGIN_DECLS

gboolean mull_effort_parse_typed (const char *text,
                                  const char *currency,
                                  int *minutes,
                                  MullMoney *cost,
                                  GError **error);

G_END_DECLS
