/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-script-template.h"

G_BEGIN_DECLS

MullScriptTemplate *mull_template_reader_read (GBytes *bytes,
                                               const char *name,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullScriptTemplate *
mull_template_reader_load (const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *const *mull_template_reader_list (void);

G_END_DECLS
