/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-mark.h"
#include "mull-pulse.h"

G_BEGIN_DECLS

/**
 * MullBlock:
 *
 * A piece of a printed page before it has a place: text, a rule, lines to write on, a row of cells
 * or a stack of blocks. Blocks are built as a tree and handed to a #MullLayout, which measures and
 * places them. All text is plain text; nothing in it is ever read as markup.
 */
typedef struct _MullBlock MullBlock;

/**
 * MullFontSize:
 * @MULL_FONT_SMALL: 9 pt
 * @MULL_FONT_BODY: 10.5 pt
 * @MULL_FONT_TITLE: 16 pt
 *
 * The three sizes of the one typeface.
 */
typedef enum
{
  MULL_FONT_SMALL,
  MULL_FONT_BODY,
  MULL_FONT_TITLE,
} MullFontSize;

/**
 * MullFontFlags:
 * @MULL_FONT_PLAIN: nothing special
 * @MULL_FONT_BOLD:
 * @MULL_FONT_ITALIC:
 * @MULL_FONT_STRUCK: struck through
 * @MULL_FONT_LABEL: letterspaced capitals, where the script has capitals
 *
 * How a piece of text is set.
 */
typedef enum
{
  MULL_FONT_PLAIN = 0,
  MULL_FONT_BOLD = 1 << 0,
  MULL_FONT_ITALIC = 1 << 1,
  MULL_FONT_STRUCK = 1 << 2,
  MULL_FONT_LABEL = 1 << 3,
} MullFontFlags;

/**
 * MullColumn:
 * @width: in points, or 0 for a share of what the others leave
 * @share: the share
 *
 * One column of a row.
 */
typedef struct
{
  double width;
  double share;
} MullColumn;

/* The line that everything stands on, and its quarter; all distances are multiples of it. */
#define MULL_BLOCK_LINE 14.0
#define MULL_BLOCK_QUARTER 3.5

/**
 * MULL_BLOCK_KEEP:
 *
 * The priority of a block that is never left out.
 */
#define MULL_BLOCK_KEEP G_MAXINT

MullBlock *mull_block_new_text (MullFontSize size,
                                MullFontFlags flags,
                                const char *text) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_space (double height) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_rule (void) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_lines (guint n_lines) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_notes (const char *label,
                                 guint min_lines,
                                 gboolean required) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_mark (MullMark mark) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_pulse (MullPulse *pulse, double height) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_row (const MullColumn *columns,
                               guint n_columns,
                               double gap) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_stack (void) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_heading (const char *text) G_GNUC_WARN_UNUSED_RESULT;
MullBlock *mull_block_new_check_row (MullBlock *content, guint n_lines) G_GNUC_WARN_UNUSED_RESULT;
void mull_block_free (MullBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBlock, mull_block_free)

void mull_block_append_text (MullBlock *self, MullFontFlags flags, const char *text);
void mull_block_set_max_lines (MullBlock *self, guint max_lines);
void mull_block_set_align_end (MullBlock *self);

void mull_block_add (MullBlock *self, MullBlock *child);
void mull_block_add_droppable (MullBlock *self, MullBlock *child, int priority);
void mull_block_set_n_left_out (MullBlock *self, guint n_left_out);
void mull_block_set_together (MullBlock *self);
void mull_block_set_keep_with_next (MullBlock *self);

G_END_DECLS
