/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullBackupsPage:
 *
 * The backups: when they were made, what is in them, and what restoring one would take away. One
 * that is opened offers to be looked at and to be restored, which the window does.
 */
#define MULL_TYPE_BACKUPS_PAGE (mull_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (MullBackupsPage, mull_backups_page, MULL, BACKUPS_PAGE, AdwPreferencesPage)

MullBackupsPage *mull_backups_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void mull_backups_page_refresh (MullBackupsPage *self);

G_END_DECLS
