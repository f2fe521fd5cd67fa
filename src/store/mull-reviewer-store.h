/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-ignored-remark.h"
#include "mull-own-rule.h"

G_BEGIN_DECLS

GPtrArray *mull_own_rule_store_list (MullDatabase *db, GError **error);
GPtrArray *mull_ignored_remark_store_list (MullDatabase *db, gint64 script_id, GError **error);

G_END_DECLS
