/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullTodayPage:
 *
 * What to do today: a list that one can finish. On the other side of it stands what changed since
 * a day.
 */
#define MULL_TYPE_TODAY_PAGE (mull_today_page_get_type ())
G_DECLARE_FINAL_TYPE (MullTodayPage, mull_today_page, MULL, TODAY_PAGE, AdwBin)

MullTodayPage *mull_today_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void mull_today_page_open (MullTodayPage *self);
void mull_today_page_catch_up (MullTodayPage *self, MullDay since);

G_END_DECLS
