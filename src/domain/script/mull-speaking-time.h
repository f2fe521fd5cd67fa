/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double mull_speaking_words (const char *text, gssize length);
double mull_speaking_seconds (const char *text, gssize length, int words_per_minute);

G_END_DECLS
