/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/* Settings kept with the data. (nullable) (transfer full): NULL without an error if there is none
 */
gboolean mull_setting_store_get (MullDatabase *db, const char *key, char **value, GError **error);
/* NULL removes. */
gboolean
mull_setting_store_set (MullDatabase *db, const char *key, const char *value, GError **error);
/* The thresholds of the rules: the settings with their keys, else what holds without one. */
gboolean
mull_setting_store_load_thresholds (MullDatabase *db, MullThresholds *thresholds, GError **error);

G_END_DECLS
