/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-error.h"

G_BEGIN_DECLS

MullError mull_database_error_kind (int code, int system_error);
gboolean mull_database_error_is_sync (int code);
void mull_database_error_set (GError **error, int code, int system_error, const char *detail);

G_END_DECLS
