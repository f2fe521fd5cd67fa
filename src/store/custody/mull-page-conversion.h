/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* The pages of the live file get the sums that it lacks, or it stays what it is. */
gboolean mull_page_conversion_run (MullDatabase *db, GError **error);

G_END_DECLS
