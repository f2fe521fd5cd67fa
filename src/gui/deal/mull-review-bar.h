/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-dossier.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullReviewBar:
 *
 * What is asked, in place and by keys alone, right after a call or a meeting: what we left with and
 * what without, whether there is a next commitment, and the one question that just came to mind.
 * What is missing is kept as holes, and a do-over is offered at once.
 */
#define MULL_TYPE_REVIEW_BAR (mull_review_bar_get_type ())
G_DECLARE_FINAL_TYPE (MullReviewBar, mull_review_bar, MULL, REVIEW_BAR, GtkWidget)

void mull_review_bar_set_workspace (MullReviewBar *self, MullWorkspace *workspace);
void mull_review_bar_ask (MullReviewBar *self, MullDossier *dossier, gint64 entry_id);
void mull_review_bar_refresh (MullReviewBar *self, MullDossier *dossier);
void mull_review_bar_dismiss (MullReviewBar *self);
gboolean mull_review_bar_escape (MullReviewBar *self);

/* What the keys and buttons do. */
void mull_review_bar_set_got (MullReviewBar *self, guint item, gboolean got);
void mull_review_bar_set_next (MullReviewBar *self, gboolean next);
void mull_review_bar_type_question (MullReviewBar *self, const char *text);
gboolean mull_review_bar_keep (MullReviewBar *self);

G_END_DECLS
