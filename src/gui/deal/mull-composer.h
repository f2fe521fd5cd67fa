/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-dossier.h"
#include "mull-entry.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullComposer:
 *
 * Where what happened is written down: one line that grows, and a key or two for the kind, who
 * reached for whom and whether somebody was there. Enter logs it. What is typed and not yet logged
 * is kept as a draft.
 */
#define MULL_TYPE_COMPOSER (mull_composer_get_type ())
G_DECLARE_FINAL_TYPE (MullComposer, mull_composer, MULL, COMPOSER, GtkWidget)

void mull_composer_set_workspace (MullComposer *self, MullWorkspace *workspace);
void mull_composer_open (MullComposer *self, MullDossier *dossier);
void mull_composer_set_people (MullComposer *self, MullDossier *dossier);
gboolean mull_composer_log (MullComposer *self);
void mull_composer_keep_draft (MullComposer *self);

void mull_composer_set_text (MullComposer *self, const char *text);
char *mull_composer_dup_text (MullComposer *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_composer_set_touch (MullComposer *self,
                              MullEntryKind kind,
                              MullDirection direction,
                              gboolean reached);

G_END_DECLS
