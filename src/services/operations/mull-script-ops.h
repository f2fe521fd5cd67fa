/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-do-over.h"
#include "mull-script.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

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
 * hole, the commitments and the next step. When it was is filled in here. */
gboolean mull_script_ops_finish_call (MullWorkspace *workspace,
                                      gint64 script_id,
                                      const MullDoOverCall *call,
                                      MullDoOverProposal *proposal,
                                      GError **error);

/* (transfer full): NULL with MULL_ERROR_NOT_FOUND if there is none */
MullScript *mull_script_load (MullWorkspace *workspace,
                              gint64 script_id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type utf8 utf8): the beats that the rep wrote */
GHashTable *mull_script_dup_beats (MullWorkspace *workspace,
                                   gint64 script_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type MullDay): days since which, and on which, this person was spoken to with a script
 * of that kind */
GArray *mull_script_dup_call_days (MullWorkspace *workspace,
                                   const char *kind,
                                   gint64 person_id,
                                   MullDay since,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
