/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "mull-block.h"

G_BEGIN_DECLS

typedef enum
{
  MULL_BLOCK_TEXT,
  MULL_BLOCK_SPACE,
  MULL_BLOCK_RULE,
  MULL_BLOCK_LINES,
  MULL_BLOCK_NOTES,
  MULL_BLOCK_MARK,
  MULL_BLOCK_PULSE,
  MULL_BLOCK_ROW,
  MULL_BLOCK_STACK,
} MullBlockKind;

typedef struct
{
  guint start;
  guint end;
  MullFontFlags flags;
} MullTextSpan;

struct _MullBlock
{
  MullBlockKind kind;

  /* As a child of a stack */
  int priority;
  gboolean dropped;
  gboolean keep_with_next;

  /* Known once measured; a row and a stack add up their children each time */
  double width;
  double height;

  /* Text */
  GString *text;
  GArray *spans;
  MullFontSize size;
  guint max_lines;
  gboolean align_end;
  PangoLayout *pango;
  double pitch;

  /* Lines and notes */
  char *label;
  guint n_lines;
  gboolean required;

  MullMark mark;
  MullPulse *pulse;

  /* Rows and stacks */
  GPtrArray *children;
  MullColumn *columns;
  guint n_columns;
  double gap;
  guint n_left_out;
  gboolean together;
  /* "+4 more", made when it is known how many */
  MullBlock *rest;
};

/* The distance between lines to write on by hand. */
#define MULL_BLOCK_WRITING_LINE 21.0

typedef struct
{
  PangoContext *context;
  /* No text is taller than this. */
  double max_height;
} MullMeasure;

void _mull_block_measure (MullBlock *self, const MullMeasure *measure, double width);
double _mull_block_get_height (const MullBlock *self);
guint _mull_block_get_n_dropped (const MullBlock *self);
double _mull_block_get_column (const MullBlock *self, guint index, double *x);
double _mull_font_baseline (MullFontSize size);

G_END_DECLS
