/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines of a vCard 3.0: UTF-8, CRLF, folded at 75 bytes. */

void mull_vcard_writer_add_line (GString *to, const char *line);
void mull_vcard_writer_add (GString *to, const char *name, const char *text);
void mull_vcard_writer_add_note (GString *to, const char *text);
void mull_vcard_writer_add_address (GString *to,
                                    const char *name,
                                    const char *extra_type,
                                    const char *label,
                                    const char *value,
                                    guint number);

G_END_DECLS
