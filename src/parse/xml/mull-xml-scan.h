/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *mull_xml_scan (GBytes *bytes, gsize max_bytes, int *line);

G_END_DECLS
