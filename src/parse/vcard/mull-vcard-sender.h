/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-frame-writer.h"

G_BEGIN_DECLS

gboolean mull_vcard_sender_send (GBytes *bytes, MullFrameWriter *writer, GError **error);

G_END_DECLS
