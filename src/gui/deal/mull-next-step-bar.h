/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-dossier.h"
#include "mull-hole.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullNextStepBar:
 *
 * What is asked, in place and never in the way, after a touch was logged: the next step; and where
 * there is none, what was left without, with a do-over at once.
 */
#define MULL_TYPE_NEXT_STEP_BAR (mull_next_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (MullNextStepBar, mull_next_step_bar, MULL, NEXT_STEP_BAR, GtkWidget)

void mull_next_step_bar_set_workspace (MullNextStepBar *self, MullWorkspace *workspace);
void mull_next_step_bar_ask (MullNextStepBar *self, const MullDeal *deal, gint64 entry_id);
void mull_next_step_bar_refresh (MullNextStepBar *self, MullDossier *dossier);
void mull_next_step_bar_dismiss (MullNextStepBar *self);
gboolean mull_next_step_bar_escape (MullNextStepBar *self);

/* What the buttons do; the texts are those in the fields. */
gboolean mull_next_step_bar_plan (MullNextStepBar *self);
void mull_next_step_bar_ask_hole (MullNextStepBar *self);
gboolean mull_next_step_bar_open_hole (MullNextStepBar *self);

void mull_next_step_bar_type (MullNextStepBar *self, guint kind, const char *day, const char *text);
void mull_next_step_bar_type_hole (MullNextStepBar *self, MullHoleKind kind, const char *text);

G_END_DECLS
