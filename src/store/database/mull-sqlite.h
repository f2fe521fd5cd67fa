/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The library has both; its header hides them unless asked. Nothing else includes sqlite3.h. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
