/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the value of a property turns into what vCard 3.0 writes. */

gboolean mull_vcard_value_decode_charset (const char *charset, GString *text);
void mull_vcard_value_decode_quoted_printable (GString *text, gboolean keeps_semicolons);
void mull_vcard_value_escape_old (const char *name, GString *text);
void mull_vcard_value_escape_breaks (GString *text);
gboolean mull_vcard_value_is_structured (const char *name);

G_END_DECLS
