/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-sentence.h"

G_BEGIN_DECLS

/* Longer than all the phrases that a rule looks for. */
#define MULL_EXPRESSION_MAX (16 * 1024)

gboolean mull_expression_check (const char *text, GError **error);
GRegex *mull_expression_compile_known (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GRegex *mull_expression_compile (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_expression_find (GRegex *expression, const char *text, gsize length, MullSpan *span);

G_END_DECLS
