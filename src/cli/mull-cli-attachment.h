/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli.h"

G_BEGIN_DECLS

/* (element-type MullAttachment): copies of files in the data folder, for an entry. */
GPtrArray *mull_cli_take_files (MullCliContext *context,
                                char **names,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
