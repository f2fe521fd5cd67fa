/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-clock.h"
#include "mull-database.h"
#include "mull-entry.h"

G_BEGIN_DECLS

/* Entries of the app itself, for whatever changes deals; called inside a transaction only. */

/* As of now; @text is what the timeline shows. */
gboolean mull_ops_write_entry (MullDatabase *db,
                               MullClock *clock,
                               gint64 deal_id,
                               MullEntryKind kind,
                               const char *text,
                               gint64 *entry_id,
                               GError **error);
/* The same with the field that changed. */
gboolean mull_ops_write_change (MullDatabase *db,
                                MullClock *clock,
                                gint64 deal_id,
                                MullEntryKind kind,
                                const char *change_line,
                                const char *text,
                                const char *field,
                                const char *old_value,
                                const char *new_value,
                                GError **error);

G_END_DECLS
