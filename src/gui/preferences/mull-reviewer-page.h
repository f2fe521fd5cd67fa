/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-form-dialog.h"
#include "mull-own-rule.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullReviewerPage:
 *
 * The page of the preferences about the reviewer: the language it knows the words of, the rep's own
 * rules, and what it was told to ignore.
 */
#define MULL_TYPE_REVIEWER_PAGE (mull_reviewer_page_get_type ())
G_DECLARE_FINAL_TYPE (MullReviewerPage, mull_reviewer_page, MULL, REVIEWER_PAGE, AdwPreferencesPage)

MullReviewerPage *mull_reviewer_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
MullFormDialog *mull_reviewer_page_edit (MullReviewerPage *self, const MullOwnRule *rule);

G_END_DECLS
