/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-do-over.h"
#include "mull-script-desk.h"

G_BEGIN_DECLS

/**
 * MullOutcomeForm:
 *
 * What one outcome of a call asks for: a day as it is typed, their words, a person. It finishes
 * with the action `call.finish` and is left with `call.escape`.
 */
#define MULL_TYPE_OUTCOME_FORM (mull_outcome_form_get_type ())
G_DECLARE_FINAL_TYPE (MullOutcomeForm, mull_outcome_form, MULL, OUTCOME_FORM, AdwBin)

void mull_outcome_form_clear (MullOutcomeForm *self);
void mull_outcome_form_show (MullOutcomeForm *self,
                             MullScriptOutcome outcome,
                             const MullScriptDesk *desk);
void mull_outcome_form_show_key (MullOutcomeForm *self, int key, const MullScriptDesk *desk);
MullScriptOutcome mull_outcome_form_get_outcome (MullOutcomeForm *self);
int mull_outcome_form_get_code (MullOutcomeForm *self);
MullFirmness mull_outcome_form_get_firmness (MullOutcomeForm *self);
gboolean mull_outcome_form_read (MullOutcomeForm *self, MullDoOverCall *call, GError **error);
void mull_outcome_form_set_problem (MullOutcomeForm *self, const char *problem);
char *mull_outcome_form_dup_contact (MullOutcomeForm *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
