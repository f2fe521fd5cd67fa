/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-dialect.h"
#include "mull-frame-writer.h"

G_BEGIN_DECLS

gboolean mull_csv_sender_send (GBytes *bytes,
                               const MullCsvDialect *dialect,
                               MullFrameWriter *writer,
                               GError **error);

G_END_DECLS
