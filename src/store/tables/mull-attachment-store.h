/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-attachment.h"
#include "mull-database.h"

G_BEGIN_DECLS

MullAttachment *mull_attachment_store_get (MullDatabase *db, gint64 id, GError **error);
/* (element-type MullAttachment): in the order in which they came. */
GPtrArray *mull_attachment_store_list (MullDatabase *db, gint64 entry_id, GError **error);
/* The same of a whole timeline, newest entry first, without the trash. */
GPtrArray *mull_attachment_store_list_of_deal (MullDatabase *db, gint64 deal_id, GError **error);

/**
 * MullContentFunc:
 * @sha256: as it is stored: anything
 * @size: bytes
 *
 * Told of a file that rows refer to.
 */
typedef void (*MullContentFunc) (const char *sha256, gint64 size, gpointer user_data);

/* Once for each content, also of the trash. */
gboolean mull_attachment_store_foreach_content (MullDatabase *db,
                                                MullContentFunc func,
                                                gpointer user_data,
                                                GError **error);

G_END_DECLS
