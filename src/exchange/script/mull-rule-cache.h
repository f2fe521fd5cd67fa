/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-rule-set.h"

G_BEGIN_DECLS

MullRuleSet *mull_rule_cache_get (const char *language, GError **error);
void mull_rule_cache_read_ahead (void);

G_END_DECLS
