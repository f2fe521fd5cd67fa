/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-repair-option.h"

G_BEGIN_DECLS

/**
 * MullDamageReport:
 * @place: (nullable): the folder in which the copies and everything of the repair are, or will be
 * @copy: (nullable): the copy of the damaged file; %NULL if there was none
 * @n_known: how many rows of content are known to have been in the file
 * @options: (element-type MullRepairOption): the ways out, the best ones first
 *
 * What a look at a damaged or missing file found.
 */
typedef struct
{
  char *place;
  char *copy;
  guint n_known;
  GPtrArray *options;
} MullDamageReport;

MullDamageReport *mull_damage_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_damage_report_free (MullDamageReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDamageReport, mull_damage_report_free)

const MullRepairOption *mull_damage_report_get_option (const MullDamageReport *self, guint index);
/* The first option that loses nothing, or -1: then the rep has to choose. */
int mull_damage_report_find_complete (const MullDamageReport *self);

G_END_DECLS
