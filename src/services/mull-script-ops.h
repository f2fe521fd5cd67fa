/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-script.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullCallResult:
 * @outcome: what was chosen
 * @notes: (nullable): taken during the call
 * @words: (nullable): what the customer said, verbatim
 * @answer: (nullable): what fills the hole (got it)
 * @due_on: promised by (promised), mail by (write), next try (not reached); or %MULL_DAY_NONE
 * @minutes: how long the call took
 *
 * How a scripted call ended.
 */
typedef struct
{
  MullScriptOutcome outcome;
  const char *notes;
  const char *words;
  const char *answer;
  MullDay due_on;
  int minutes;
} MullCallResult;

/* The open script for this hole, or a new one for its person (or the first of the buying centre).
 */
gboolean mull_script_ops_open_do_over (MullWorkspace *workspace,
                                       gint64 hole_id,
                                       gint64 *script_id,
                                       GError **error);
gboolean mull_script_ops_set_person (MullWorkspace *workspace,
                                     gint64 script_id,
                                     gint64 person_id,
                                     GError **error);
/* NULL: follow the template again. */
gboolean mull_script_ops_set_beat (MullWorkspace *workspace,
                                   gint64 script_id,
                                   const char *beat,
                                   const char *text,
                                   GError **error);
/* One step: the call on the timeline with the script as spoken, and what its outcome does to the
 * hole, the commitments and the next step. */
gboolean mull_script_ops_finish_call (MullWorkspace *workspace,
                                      gint64 script_id,
                                      const MullCallResult *result,
                                      GError **error);
/* (element-type utf8 utf8): the beats that the rep wrote */
GHashTable *mull_script_dup_beats (MullWorkspace *workspace,
                                   gint64 script_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
