/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-typed-words.h"

G_BEGIN_DECLS

char *mull_search_snippet (const MullTypedWords *words,
                           const char *text,
                           guint max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
