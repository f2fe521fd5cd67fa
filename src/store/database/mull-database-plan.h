/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what is slow about a plan, from mull_database_explain() */
char *mull_database_plan_find_problem (const char *plan) G_GNUC_WARN_UNUSED_RESULT;
/* Warns about a slow statement; used while testing. */
void mull_database_plan_check (MullDatabase *db, const char *sql);

G_END_DECLS
