/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-rescue.h"

G_BEGIN_DECLS

/* Only for the files of the rescue. */

void mull_rescue_bring_files (const char *folder, const char *path, const char *backup);

G_END_DECLS
