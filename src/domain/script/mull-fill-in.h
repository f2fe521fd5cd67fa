/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-script-facts.h"
#include "mull-script-template.h"

G_BEGIN_DECLS

/**
 * MULL_FILL_IN_GAP:
 *
 * What stands where a fact is missing.
 */
#define MULL_FILL_IN_GAP "…"

char *mull_fill_in (const char *text,
                    const MullScriptFacts *facts,
                    const MullScriptTemplate *phrases) G_GNUC_WARN_UNUSED_RESULT;
char *mull_fill_in_find_unknown (const char *text,
                                 const MullScriptTemplate *phrases) G_GNUC_WARN_UNUSED_RESULT;
const char *const *mull_fill_in_get_placeholders (void);

G_END_DECLS
