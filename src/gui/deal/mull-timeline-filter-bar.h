/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-dossier.h"
#include "mull-timeline.h"

G_BEGIN_DECLS

/**
 * MullTimelineFilterBar:
 *
 * What of a timeline is to be seen, and how much that hides.
 */
#define MULL_TYPE_TIMELINE_FILTER_BAR (mull_timeline_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (MullTimelineFilterBar,
                      mull_timeline_filter_bar,
                      MULL,
                      TIMELINE_FILTER_BAR,
                      GtkWidget)

void mull_timeline_filter_bar_set_dossier (MullTimelineFilterBar *self, MullDossier *dossier);
void mull_timeline_filter_bar_reset (MullTimelineFilterBar *self);
MullTimelineFilter mull_timeline_filter_bar_get_filter (MullTimelineFilterBar *self);
void mull_timeline_filter_bar_set_n_hidden (MullTimelineFilterBar *self, guint n_hidden);

G_END_DECLS
