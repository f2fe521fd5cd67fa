/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-cue-weights.h"

G_BEGIN_DECLS

gboolean mull_cue_reader_read (const char *table, MullCueWeights *weights, GError **error);
gboolean mull_cue_reader_load (const char *language, MullCueWeights *weights, GError **error);

G_END_DECLS
