/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"
#include "mull-member.h"
#include "mull-stage.h"

G_BEGIN_DECLS

/**
 * MullDecisionMaker:
 * @decider_id: who decides; of several the one we spoke to most; 0 if nobody is known to
 * @decider_contacts: in how many touches they were heard
 * @decider_last_on: when they were last heard, or %MULL_DAY_NONE
 * @contact_id: whom we spoke to most; 0 if nobody was ever heard
 * @contacts: in how many touches that was
 * @mismatch: whether most contact is with somebody who does not decide
 *
 * Whom we talk to, and who decides.
 */
typedef struct
{
  gint64 decider_id;
  int decider_contacts;
  MullDay decider_last_on;
  gint64 contact_id;
  int contacts;
  gboolean mismatch;
} MullDecisionMaker;

void mull_decision_maker_judge (MullDecisionMaker *result,
                                GPtrArray *members,
                                GPtrArray *entries,
                                MullDay today,
                                GTimeZone *zone);
char *mull_decision_maker_format (const MullDecisionMaker *self,
                                  const char *contact_name,
                                  const char *decider_name) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_decision_maker_expected_in (GPtrArray *stages, const MullStage *stage);
GPtrArray *mull_decision_maker_explain (const MullDecisionMaker *self,
                                        const char *contact_name,
                                        const char *decider_name,
                                        gboolean expected) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
