/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-script-composition.h"

G_BEGIN_DECLS

/**
 * MullScriptAnswers:
 *
 * What to answer to the replies one has to expect, and the mail that some of them lead to, ready to
 * be copied.
 */
#define MULL_TYPE_SCRIPT_ANSWERS (mull_script_answers_get_type ())
G_DECLARE_FINAL_TYPE (MullScriptAnswers, mull_script_answers, MULL, SCRIPT_ANSWERS, AdwBin)

MullScriptAnswers *mull_script_answers_new (void) G_GNUC_WARN_UNUSED_RESULT;

void mull_script_answers_show (MullScriptAnswers *self,
                               MullScriptComposition *composition,
                               const char *address);

G_END_DECLS
