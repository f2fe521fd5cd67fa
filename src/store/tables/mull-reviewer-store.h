/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-ignored-remark.h"
#include "mull-own-rule.h"

G_BEGIN_DECLS

MullOwnRule *mull_own_rule_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_own_rule_store_list (MullDatabase *db, GError **error);
MullIgnoredRemark *mull_ignored_remark_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_ignored_remark_store_list (MullDatabase *db, gint64 script_id, GError **error);
GPtrArray *mull_ignored_remark_store_list_all (MullDatabase *db, GError **error);

G_END_DECLS
