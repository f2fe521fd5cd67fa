/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Limits in characters, per kind of field. */
#define MULL_TEXT_LINE_MAX 300
#define MULL_TEXT_BODY_MAX 65536

/* Every text enters the database through one of these two. */
char *mull_text_clean_line (const char *text, const char *field, GError **error);
char *mull_text_clean_body (const char *text, const char *field, GError **error);

/* For what is kept exactly as it was written elsewhere. */
gboolean mull_text_has_rubbish (const char *text, gsize length);
void mull_text_drop_rubbish (GString *text);

/* Folded for comparing and searching: no accents, no case, single spaces. */
char *mull_text_fold (const char *text);
/* The first @max_chars characters with "…" if more were cut; for messages. */
char *mull_text_excerpt (const char *text, guint max_chars);
/* Without bidirectional overrides, for names in sentences. */
char *mull_text_strip_bidi (const char *text);
/* What stands in a row of short facts: "Ada · CTO · today". */
void mull_text_append_part (GString *text, const char *part);
char *mull_text_initials (const char *name);
char *mull_uuid_new (void);

G_END_DECLS
