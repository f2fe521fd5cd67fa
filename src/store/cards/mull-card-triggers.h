/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* The TEMP tables and triggers that keep what is derived in step; made once per connection. */
gboolean mull_card_triggers_create (MullDatabase *db, GError **error);
/* Lets the triggers pass over new rows, for a step that adds many: they are indexed in one go
 * afterwards. A rollback takes this back as well. */
gboolean mull_card_triggers_suspend (MullDatabase *db, GError **error);
gboolean mull_card_triggers_resume (MullDatabase *db, GError **error);

G_END_DECLS
