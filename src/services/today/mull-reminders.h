/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-today.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* More at once than this are told as one. */
#define MULL_REMINDERS_MAX_SINGLE 3

/**
 * MullReminder:
 * @key: what it is about, and the same while it is: "promise:7"
 * @deal_id: its deal, or 0
 * @title: the deal, or who it is about
 * @body: why now, in words
 * @is_new: whether the rep was not told of it today
 *
 * One thing that cannot wait until the rep looks at today. Read-only.
 */
typedef struct
{
  char *key;
  gint64 deal_id;
  char *title;
  char *body;
  gboolean is_new;
} MullReminder;

gboolean mull_reminders_is_due (const MullTodayItem *item, MullDay today, int minute);
gboolean mull_reminders_is_new (MullDay told_on, MullDay today);
GPtrArray *mull_reminders_load (MullWorkspace *workspace, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_reminders_note (MullWorkspace *workspace, GPtrArray *reminders, GError **error);

G_END_DECLS
