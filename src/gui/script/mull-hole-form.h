/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

#include "mull-hole.h"

G_BEGIN_DECLS

/**
 * MullHoleForm:
 *
 * What is missing: the hole in words, why we need it, what the customer has from it, and the dare:
 * what the call costs against what going without costs. What is typed is kept when a field is left.
 */
#define MULL_TYPE_HOLE_FORM (mull_hole_form_get_type ())
G_DECLARE_FINAL_TYPE (MullHoleForm, mull_hole_form, MULL, HOLE_FORM, AdwBin)

void mull_hole_form_show (MullHoleForm *self, MullWorkspace *workspace, MullHole *hole);
void mull_hole_form_save (MullHoleForm *self);

G_END_DECLS
