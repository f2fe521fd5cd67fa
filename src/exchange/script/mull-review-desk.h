/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-reviewer.h"
#include "mull-script-template.h"
#include "mull-script.h"
#include "mull-thresholds.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* The setting that holds the language whose rules scripts are reviewed by; without it, that of the
 * interface. */
#define MULL_REVIEW_DESK_LANGUAGE "review-language"

char *mull_review_desk_dup_language (MullWorkspace *workspace);
char *mull_review_desk_dup_text_language (MullWorkspace *workspace,
                                          const char *text,
                                          const char *fallback);
char *mull_review_desk_dup_script_language (MullWorkspace *workspace,
                                            const MullScriptTemplate *script,
                                            GHashTable *beats);
MullReviewer *mull_review_desk_load (MullWorkspace *workspace,
                                     const MullScript *script,
                                     const char *language,
                                     const MullThresholds *thresholds,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_review_desk_knows (const char *language);
char *mull_review_desk_dup_language_name (const char *language);

G_END_DECLS
