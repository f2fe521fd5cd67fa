/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-hard-question.h"
#include "mull-own-it-case.h"
#include "mull-person.h"
#include "mull-reviewer.h"
#include "mull-script-composition.h"
#include "mull-script.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* The setting that holds the rep's name as it is said on the phone; without it the name of the
 * account is used. */
#define MULL_SCRIPT_DESK_MY_NAME "my-name"
/* The setting that holds the number to call the rep back. */
#define MULL_SCRIPT_DESK_MY_PHONE "my-phone"

/**
 * MullScriptDesk:
 * @workspace: where it comes from
 * @script: the script
 * @script_template: what it is written after
 * @dossier: the deal
 * @hole: (nullable): what is missing
 * @own: (nullable): what an own-it script is written from
 * @question: (nullable): what a get-to-no script asks
 * @person: (nullable): whom to call
 * @phone: (nullable): the number to use
 * @beats: (element-type utf8 utf8): the beats that the rep wrote, by id
 * @calls: (element-type MullDay): days of the do-overs that this person was asked for before,
 *   within the window that the advice looks at
 * @language: the language that it is reviewed in, as an ISO 639 code
 * @reviewer: what it is reviewed by
 *
 * All that one writes a script from, as it was stored when it was loaded. Read-only.
 */
typedef struct
{
  MullWorkspace *workspace;
  MullScript *script;
  MullScriptTemplate *script_template;
  MullDossier *dossier;
  MullHole *hole;
  MullOwnItCase *own;
  MullHardQuestion *question;
  MullPerson *person;
  char *phone;
  GHashTable *beats;
  GArray *calls;
  char *language;
  MullReviewer *reviewer;
} MullScriptDesk;

MullScriptDesk *mull_script_desk_load (MullWorkspace *workspace,
                                       gint64 script_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For a script that is not stored: nothing is written. */
MullScriptDesk *mull_script_desk_preview (MullWorkspace *workspace,
                                          const MullScript *script,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_script_desk_free (MullScriptDesk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullScriptDesk, mull_script_desk_free)

MullScriptComposition *
mull_script_desk_compose_with (MullScriptDesk *self, GHashTable *unsaved) G_GNUC_WARN_UNUSED_RESULT;

/* A wording of the rep's own, for this call; and from this call, for every one. */
char *mull_script_desk_fill_in (MullScriptDesk *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *
mull_script_desk_dup_suggestion (MullScriptDesk *self, const char *beat) G_GNUC_WARN_UNUSED_RESULT;
char *
mull_script_desk_generalise (MullScriptDesk *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_script_desk_use_wording (MullScriptDesk *self, gint64 own_beat_id, GError **error);

/* The two steps in one. */
MullScriptComposition *mull_script_desk_compose (MullWorkspace *workspace,
                                                 gint64 script_id,
                                                 GHashTable *unsaved,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The script that is open for *the* hole of a deal. */
gboolean mull_script_desk_compose_open (MullWorkspace *workspace,
                                        gint64 deal_id,
                                        MullScriptComposition **composition,
                                        GError **error);

G_END_DECLS
