/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MULL_PARSE_RESOURCE_PATH "/org/mulliganapp/Mulligan/parse"

void mull_parse_init (void);

G_END_DECLS
