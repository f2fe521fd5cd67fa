/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-brief-second-page"

#include "config.h"

#include "mull-brief-private.h"

#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define PULSE_HEIGHT 84.0
#define DATE_WIDTH 48.0
#define MARK_WIDTH 9.0
/* Nobody speaks a longer paragraph from paper. */
#define PARAGRAPH_LINES 8
/* What the script says goes only when no touch is left to go. */
#define SCRIPT_PRIORITY 1000000

/* A second sheet that got away from the first one still says whose it is. */
void
_mull_brief_add_running_head (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;
  MullBlock *line;

  if (content->title[0] == '\0' && content->company[0] == '\0')
    return;
  line = mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_BOLD, content->title);
  if (content->company[0] != '\0')
    {
      mull_block_append_text (line, MULL_FONT_PLAIN, content->title[0] != '\0' ? " · " : "");
      mull_block_append_text (line, MULL_FONT_PLAIN, content->company);
    }
  mull_block_set_max_lines (line, 1);
  mull_block_add (page, line);
  mull_block_add (page, mull_block_new_space (MULL_BLOCK_QUARTER));
}

void
_mull_brief_add_pulse (const MullBriefWriter *writer, MullBlock *page)
{
  MullPulse *pulse = writer->content->pulse;
  MullBlock *stack;

  if (writer->discreet || pulse == NULL || mull_pulse_is_empty (pulse))
    return;
  stack = _mull_brief_add_section (page, _ ("Pulse"));
  mull_block_add (stack, mull_block_new_pulse (pulse, PULSE_HEIGHT));
  mull_block_add (stack,
                  _mull_brief_new_small (
                      MULL_FONT_PLAIN,
                      _ ("Up: them. Down: us; hollow: not reached. Grey: fading, then dark. "
                         "Hatched: quiet. Flags: promises, full if kept, crossed if broken.")));
}

static MullMark
mark_of_touch (const MullBriefTouch *touch)
{
  switch (touch->direction)
    {
    case MULL_DIRECTION_OUT:
      return touch->reached ? MULL_MARK_OUT : MULL_MARK_OUT_HOLLOW;
    case MULL_DIRECTION_IN:
      return MULL_MARK_IN;
    case MULL_DIRECTION_BOTH:
      return MULL_MARK_BOTH;
    case MULL_DIRECTION_NONE:
      return MULL_MARK_NONE;
    }
  return MULL_MARK_NONE;
}

static MullBlock *
new_touch (const MullBriefWriter *writer, const MullBriefTouch *touch)
{
  static const MullColumn columns[] = { { DATE_WIDTH, 0 }, { MARK_WIDTH, 0 }, { 0, 1 } };
  MullBlock *row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 2 * MULL_BLOCK_QUARTER);
  MullBlock *day = mull_block_new_text (MULL_FONT_BODY, MULL_FONT_PLAIN, touch->day);
  MullBlock *text =
      mull_block_new_text (MULL_FONT_BODY, MULL_FONT_BOLD, mull_entry_kind_label (touch->kind));

  if (touch->who[0] != '\0')
    {
      mull_block_append_text (text, MULL_FONT_BOLD, " · ");
      mull_block_append_text (text, MULL_FONT_BOLD, touch->who);
    }
  if (touch->text[0] != '\0' && !writer->discreet)
    {
      mull_block_append_text (text, MULL_FONT_PLAIN, "  ");
      mull_block_append_text (text, MULL_FONT_PLAIN, touch->text);
    }
  mull_block_set_max_lines (text, writer->max_lines);
  mull_block_set_max_lines (day, 2);
  mull_block_add (row, day);
  mull_block_add (row, mull_block_new_mark (mark_of_touch (touch)));
  mull_block_add (row, text);
  return row;
}

void
_mull_brief_add_touches (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;
  MullBlock *stack = NULL;

  for (guint i = 0; i < content->touches->len; i++)
    {
      const MullBriefTouch *touch = g_ptr_array_index (content->touches, i);

      if (touch->private)
        continue;
      if (stack == NULL)
        stack = _mull_brief_add_section (page, _ ("Last touches"));
      mull_block_add_droppable (stack, new_touch (writer, touch), -(int) MIN (i, G_MAXINT));
    }
  if (stack != NULL)
    mull_block_set_n_left_out (stack, content->n_older_touches);
}

/*
 * _mull_brief_new_beat:
 * @title: what the beat is called; may be empty
 * @text: what to say; paragraphs are divided by line feeds
 * @size: of the text
 * @max_lines: how long a paragraph may be, in lines
 *
 * Returns: (transfer full): one beat of a script, on a brief and on a card of its own
 */
MullBlock *
_mull_brief_new_beat (const char *title, const char *text, MullFontSize size, guint max_lines)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  MullBlock *stack = mull_block_new_stack ();

  if (title[0] != '\0')
    {
      MullBlock *label = _mull_brief_new_small (MULL_FONT_BOLD, title);

      mull_block_set_keep_with_next (label);
      mull_block_add (stack, label);
    }
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (g_strstrip (paragraphs[i])[0] != '\0')
      {
        MullBlock *paragraph = mull_block_new_text (size, MULL_FONT_PLAIN, paragraphs[i]);

        mull_block_set_max_lines (paragraph, max_lines);
        mull_block_add (stack, paragraph);
      }
  mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
  return stack;
}

void
_mull_brief_add_script (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;
  MullBlock *stack;

  if (writer->discreet || content->beats->len == 0)
    return;
  stack = _mull_brief_add_section (page, _ ("Script"));
  if (content->script_title[0] != '\0')
    {
      mull_block_add (stack, _mull_brief_new_text (writer, MULL_FONT_BOLD, content->script_title));
      mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
    }
  for (guint i = 0; i < content->beats->len; i++)
    {
      const MullBriefBeat *beat = g_ptr_array_index (content->beats, i);

      mull_block_add_droppable (
          stack, _mull_brief_new_beat (beat->title, beat->text, MULL_FONT_BODY, PARAGRAPH_LINES),
          SCRIPT_PRIORITY - (int) MIN (i, 1000));
    }
}
