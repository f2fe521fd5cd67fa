/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-rule-set.h"

G_BEGIN_DECLS

MullRuleSet *
mull_rule_reader_read (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullRuleSet *mull_rule_reader_load (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *const *mull_rule_reader_list (void);
char *mull_rule_reader_dup_interface_language (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
