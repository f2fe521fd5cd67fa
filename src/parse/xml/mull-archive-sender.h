/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-frame-writer.h"

G_BEGIN_DECLS

gboolean
mull_archive_sender_send (GBytes *bytes, const char *name, MullFrameWriter *writer, GError **error);

G_END_DECLS
