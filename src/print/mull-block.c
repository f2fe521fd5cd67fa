/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-block"

#include "config.h"

#include "mull-block.h"

#include "mull-block-private.h"

static MullBlock *
new_block (MullBlockKind kind)
{
  MullBlock *self = g_new0 (MullBlock, 1);

  self->kind = kind;
  self->priority = MULL_BLOCK_KEEP;
  return self;
}

/**
 * mull_block_new_text:
 * @size: one of the three sizes
 * @flags: how it is set
 * @text: plain text; any run of white space in it is one space
 *
 * A paragraph. A word that is wider than its column is broken rather than clipped.
 *
 * Returns: (transfer full): a block
 */
MullBlock *
mull_block_new_text (MullFontSize size, MullFontFlags flags, const char *text)
{
  MullBlock *self = new_block (MULL_BLOCK_TEXT);

  self->size = size;
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (MullTextSpan));
  mull_block_append_text (self, flags, text);
  return self;
}

/**
 * mull_block_new_space:
 * @height: in points; a multiple of %MULL_BLOCK_QUARTER keeps the rhythm
 *
 * Returns: (transfer full): white space, which vanishes at the top of a page
 */
MullBlock *
mull_block_new_space (double height)
{
  MullBlock *self = new_block (MULL_BLOCK_SPACE);

  self->height = height;
  return self;
}

/**
 * mull_block_new_rule:
 *
 * Returns: (transfer full): a hairline over the whole width, with half a line of space below it
 */
MullBlock *
mull_block_new_rule (void)
{
  MullBlock *self = new_block (MULL_BLOCK_RULE);

  self->height = 2 * MULL_BLOCK_QUARTER;
  return self;
}

/**
 * mull_block_new_lines:
 * @n_lines: how many
 *
 * Returns: (transfer full): lines to write on by hand
 */
MullBlock *
mull_block_new_lines (guint n_lines)
{
  MullBlock *self = new_block (MULL_BLOCK_LINES);

  self->n_lines = n_lines;
  self->height = n_lines * MULL_BLOCK_WRITING_LINE;
  return self;
}

/**
 * mull_block_new_notes:
 * @label: its heading
 * @min_lines: fewer lines than this are not worth having
 * @required: whether room for @min_lines is made by leaving other things out; otherwise the area
 *   appears only if there is room
 *
 * A ruled area that fills the rest of its page. It must be the last child of a page.
 *
 * Returns: (transfer full): a block
 */
MullBlock *
mull_block_new_notes (const char *label, guint min_lines, gboolean required)
{
  MullBlock *self = new_block (MULL_BLOCK_NOTES);

  self->label = g_strdup (label);
  self->n_lines = min_lines;
  self->required = required;
  return self;
}

/**
 * mull_block_new_mark:
 * @mark: a sign
 *
 * Returns: (transfer full): @mark at the height of the letters of a line
 */
MullBlock *
mull_block_new_mark (MullMark mark)
{
  MullBlock *self = new_block (MULL_BLOCK_MARK);

  self->mark = mark;
  self->height = MULL_BLOCK_LINE;
  return self;
}

/**
 * mull_block_new_pulse:
 * @pulse: what to draw
 * @height: in points
 *
 * Returns: (transfer full): the pulse strip of a deal
 */
MullBlock *
mull_block_new_pulse (MullPulse *pulse, double height)
{
  MullBlock *self = new_block (MULL_BLOCK_PULSE);

  self->pulse = mull_pulse_ref (pulse);
  self->height = height;
  return self;
}

/**
 * mull_block_new_row:
 * @columns: (array length=n_columns): the columns, from the start edge
 * @n_columns: how many
 * @gap: points between two columns
 *
 * Cells side by side; each child that is added fills the next column. A row is never divided.
 *
 * Returns: (transfer full): a block
 */
MullBlock *
mull_block_new_row (const MullColumn *columns, guint n_columns, double gap)
{
  MullBlock *self = new_block (MULL_BLOCK_ROW);

  self->columns = g_memdup2 (columns, sizeof *columns * n_columns);
  self->n_columns = n_columns;
  self->gap = gap;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_block_free);
  return self;
}

/**
 * mull_block_new_stack:
 *
 * Returns: (transfer full): blocks below each other
 */
MullBlock *
mull_block_new_stack (void)
{
  MullBlock *self = new_block (MULL_BLOCK_STACK);

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_block_free);
  return self;
}

/**
 * mull_block_new_heading:
 * @text: what follows
 *
 * Returns: (transfer full): a hairline and a label below it, never the last thing of a page
 */
MullBlock *
mull_block_new_heading (const char *text)
{
  MullBlock *self = mull_block_new_stack ();

  mull_block_add (self, mull_block_new_rule ());
  mull_block_add (self, mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_LABEL, text));
  mull_block_set_together (self);
  mull_block_set_keep_with_next (self);
  return self;
}

/**
 * mull_block_new_check_row:
 * @content: (transfer full): what is to be ticked off
 * @n_lines: lines to write on below it
 *
 * Returns: (transfer full): a check box before @content
 */
MullBlock *
mull_block_new_check_row (MullBlock *content, guint n_lines)
{
  static const MullColumn columns[] = { { 9, 0 }, { 0, 1 } };
  MullBlock *self = mull_block_new_row (columns, G_N_ELEMENTS (columns), 2 * MULL_BLOCK_QUARTER);
  MullBlock *stack = mull_block_new_stack ();

  mull_block_add (stack, content);
  if (n_lines > 0)
    {
      mull_block_add (stack, mull_block_new_lines (n_lines));
      mull_block_add (stack, mull_block_new_space (2 * MULL_BLOCK_QUARTER));
    }
  mull_block_add (self, mull_block_new_mark (MULL_MARK_BOX));
  mull_block_add (self, stack);
  return self;
}

/**
 * mull_block_free:
 * @self: (transfer full): a block that was not handed on
 *
 * Frees @self and its children.
 */
void
mull_block_free (MullBlock *self)
{
  if (self == NULL)
    return;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_object (&self->pango);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->pulse, mull_pulse_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->rest, mull_block_free);
  g_free (self);
}

/* An override or embedding in a name must not turn the words around that follow it. */
static gboolean
is_bidi_control (gunichar ch)
{
  return (ch >= 0x202a && ch <= 0x202e) || (ch >= 0x2066 && ch <= 0x2069);
}

/**
 * mull_block_append_text:
 * @self: a text
 * @flags: how @text is set
 * @text: plain text
 *
 * Continues the paragraph. White space at the seam is kept if @text begins with it.
 */
void
mull_block_append_text (MullBlock *self, MullFontFlags flags, const char *text)
{
  g_autofree char *valid = NULL;
  MullTextSpan span = { 0 };

  g_return_if_fail (self != NULL && self->kind == MULL_BLOCK_TEXT);
  g_return_if_fail (text != NULL);

  valid = g_utf8_make_valid (text, -1);
  span.start = self->text->len;
  span.flags = flags;
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      /* A no-break space is not white space to GLib's breaking rules, and stays. */
      if (ch != 0xa0 && ch != 0x202f && (g_unichar_isspace (ch) || g_unichar_iscntrl (ch)))
        {
          if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
            g_string_append_c (self->text, ' ');
        }
      else if (!is_bidi_control (ch))
        g_string_append_unichar (self->text, ch);
    }
  span.end = self->text->len;
  if (span.end > span.start)
    g_array_append_val (self->spans, span);
}

/**
 * mull_block_set_max_lines:
 * @self: a text
 * @max_lines: it ends with "…" if it needs more lines; 0 for no limit but the page
 *
 * Limits the height of a text.
 */
void
mull_block_set_max_lines (MullBlock *self, guint max_lines)
{
  g_return_if_fail (self != NULL && self->kind == MULL_BLOCK_TEXT);

  self->max_lines = max_lines;
}

/**
 * mull_block_set_align_end:
 * @self: a text
 *
 * Sets the lines of @self flush with the far edge of its column.
 */
void
mull_block_set_align_end (MullBlock *self)
{
  g_return_if_fail (self != NULL && self->kind == MULL_BLOCK_TEXT);

  self->align_end = TRUE;
}

/**
 * mull_block_add:
 * @self: a row or a stack
 * @child: (transfer full): the next of its children
 *
 * Adds a child that is never left out.
 */
void
mull_block_add (MullBlock *self, MullBlock *child)
{
  mull_block_add_droppable (self, child, MULL_BLOCK_KEEP);
}

/**
 * mull_block_add_droppable:
 * @self: a row or a stack
 * @child: (transfer full): the next of its children
 * @priority: the smaller, the sooner @child is left out; only in a stack
 *
 * Adds a child that is left out as a whole if its page is too full. Of those with the same priority
 * the last goes first. The stack says how many are missing.
 */
void
mull_block_add_droppable (MullBlock *self, MullBlock *child, int priority)
{
  g_return_if_fail (self != NULL && self->children != NULL);
  g_return_if_fail (child != NULL);
  g_return_if_fail (self->kind == MULL_BLOCK_STACK || priority == MULL_BLOCK_KEEP);
  g_return_if_fail (self->kind == MULL_BLOCK_STACK || self->children->len < self->n_columns);

  child->priority = priority;
  g_ptr_array_add (self->children, child);
}

/**
 * mull_block_set_n_left_out:
 * @self: a stack
 * @n_left_out: how many more there are that were not even added
 *
 * Counts them in what the stack says about those that are missing.
 */
void
mull_block_set_n_left_out (MullBlock *self, guint n_left_out)
{
  g_return_if_fail (self != NULL && self->kind == MULL_BLOCK_STACK);

  self->n_left_out = n_left_out;
}

/**
 * mull_block_set_together:
 * @self: a stack
 *
 * Keeps the stack on one page where the text flows over several.
 */
void
mull_block_set_together (MullBlock *self)
{
  g_return_if_fail (self != NULL && self->kind == MULL_BLOCK_STACK);

  self->together = TRUE;
}

/**
 * mull_block_set_keep_with_next:
 * @self: a block
 *
 * Keeps @self on the page of the block that follows it.
 */
void
mull_block_set_keep_with_next (MullBlock *self)
{
  g_return_if_fail (self != NULL);

  self->keep_with_next = TRUE;
}
