/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-vfs.h"

G_BEGIN_DECLS

/**
 * PowerCut:
 *
 * What a disk may have when the power goes, worked out from a record of everything that was
 * written: what was synced is there; of what was not, each sector of 512 bytes may be there or not,
 * and a file may have been cut off or not.
 */
typedef struct _PowerCut PowerCut;

PowerCut *power_cut_new (void);
void power_cut_free (PowerCut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerCut, power_cut_free)

/* The next thing that was recorded happens. */
void power_cut_advance (PowerCut *self, const FaultRecord *record);
/* Puts one of the possible files into the empty @folder. */
void power_cut_write (PowerCut *self, const char *folder, GRand *rand);

G_END_DECLS
