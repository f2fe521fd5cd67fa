/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-remark.h"

G_BEGIN_DECLS

/* Instead of a category: no word is marked for any reason. */
#define NOTHING MULL_N_REMARK_CATEGORIES

/**
 * Shape:
 * @category: what is looked for, a #MullRemarkCategory, or %NOTHING
 * @marked: whether it must be marked
 * @kind: id of a template
 * @beat: id of the beat that the sentence is in
 * @text: the sentence
 *
 * A sentence of one shape, alone in its beat.
 */
typedef struct
{
  int category;
  gboolean marked;
  const char *kind;
  const char *beat;
  const char *text;
} Shape;

void shapes_check (const char *language, const Shape *shapes, guint n_shapes);
void shapes_check_file (const char *language);

G_END_DECLS
