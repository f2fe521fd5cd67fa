/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-hole-figures.h"

G_BEGIN_DECLS

/**
 * MullDrill:
 * @dossier: a deal that chance chose
 * @missing: what is known to be missing, the gravest first
 *
 * One round of the drill: a deal, and what one sees in it without thinking.
 */
typedef struct
{
  MullDossier *dossier;
  char **missing;
} MullDrill;

/* (nullable): NULL without an error if no deal is open and not quiet */
MullDrill *mull_drill_load (MullWorkspace *workspace, gint64 last_id, GRand *rand, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void mull_drill_free (MullDrill *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDrill, mull_drill_free)

/* One step: the hole that the rep found, and the drill on the timeline. */
gboolean mull_drill_ops_find_hole (MullWorkspace *workspace,
                                   gint64 deal_id,
                                   MullHoleKind kind,
                                   const char *text,
                                   gint64 *hole_id,
                                   GError **error);

/* What became of the holes that were left from @from to @to, both included. */
gboolean mull_hole_figures_load (MullWorkspace *workspace,
                                 MullDay from,
                                 MullDay to,
                                 MullHoleFigures *figures,
                                 GError **error);

G_END_DECLS
