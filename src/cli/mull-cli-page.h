/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The width that text is laid out for. */
#define MULL_CLI_WIDTH 80

void mull_cli_page_add_title (GString *out, const char *title);
void mull_cli_page_add_section (GString *out, const char *title);
void mull_cli_page_add_text (GString *out, guint indent, const char *text);
void mull_cli_page_add_item (GString *out,
                             guint indent,
                             guint label_width,
                             const char *label,
                             const char *text);

G_END_DECLS
