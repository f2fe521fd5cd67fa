/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mull_html_text_is_html (const char *text);
char *mull_html_text_to_plain (const char *html) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
