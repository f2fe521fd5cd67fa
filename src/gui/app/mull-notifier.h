/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

#define MULL_TYPE_NOTIFIER (mull_notifier_get_type ())
G_DECLARE_FINAL_TYPE (MullNotifier, mull_notifier, MULL, NOTIFIER, GObject)

/* Says what the rep is to be told of now, while the app runs.
 *
 * Signals: `tell` (key, title, body, deal or 0), and `take-back` (key) when it is done. */
MullNotifier *mull_notifier_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void mull_notifier_set_enabled (MullNotifier *self, gboolean enabled);
gboolean mull_notifier_look (MullNotifier *self, GError **error);

G_END_DECLS
