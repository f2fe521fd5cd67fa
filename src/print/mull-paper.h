/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullPaper:
 * @MULL_PAPER_A4: 210 × 297 mm
 * @MULL_PAPER_LETTER: 8.5 × 11 in
 *
 * The papers that everything printed is measured for.
 */
typedef enum
{
  MULL_PAPER_A4,
  MULL_PAPER_LETTER,
} MullPaper;

#define MULL_TYPE_PAPER (mull_paper_get_type ())
GType mull_paper_get_type (void);

void mull_paper_get_size (MullPaper paper, double *width, double *height);
MullPaper mull_paper_of_locale (void);

G_END_DECLS
