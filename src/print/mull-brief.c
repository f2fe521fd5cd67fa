/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-brief"

#include "config.h"

#include "mull-brief.h"

#include "mull-brief-private.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 3
#define MIN_NOTES_FIRST_PAGE 3
#define MIN_NOTES_SECOND_PAGE 8
/* The labels hang in a column of their own, so that the eye runs down them. */
#define LABEL_WIDTH 88.0
#define LABEL_GAP 12.0

/*
 * _mull_brief_priority:
 * @rank: what kind of row
 * @depth: how many of its list stand before it
 *
 * The order in which rows are left out: the further down its list a row stands, the sooner it goes;
 * of rows that stand equally deep, promises go before people and people before holes.
 */
int
_mull_brief_priority (MullBriefRank rank, guint depth)
{
  return (int) rank - (int) MIN (depth, 100000) * MULL_BRIEF_N_RANKS;
}

/*
 * _mull_brief_add_labelled:
 * @page: the stack of a page
 * @label: what it is about
 *
 * Returns: (transfer none): the stack to fill, beside @label
 */
MullBlock *
_mull_brief_add_labelled (MullBlock *page, const char *label)
{
  static const MullColumn columns[] = { { LABEL_WIDTH, 0 }, { 0, 1 } };
  MullBlock *row = mull_block_new_row (columns, G_N_ELEMENTS (columns), LABEL_GAP);
  MullBlock *stack = mull_block_new_stack ();

  mull_block_add (row, _mull_brief_new_small (MULL_FONT_LABEL, label));
  mull_block_add (row, stack);
  mull_block_add (page, row);
  return stack;
}

/*
 * _mull_brief_add_section:
 * @page: the stack of a page
 * @label: what it is about
 *
 * Returns: (transfer none): the stack to fill, beside @label and below a hairline
 */
MullBlock *
_mull_brief_add_section (MullBlock *page, const char *label)
{
  MullBlock *stack;

  mull_block_add (page, mull_block_new_rule ());
  stack = _mull_brief_add_labelled (page, label);
  mull_block_add (page, mull_block_new_space (2 * MULL_BLOCK_QUARTER));
  return stack;
}

/*
 * _mull_brief_new_text:
 *
 * Returns: (transfer full): a text of the size for reading, of so many lines as there may be
 */
MullBlock *
_mull_brief_new_text (const MullBriefWriter *writer, MullFontFlags flags, const char *text)
{
  MullBlock *block = mull_block_new_text (MULL_FONT_BODY, flags, text);

  mull_block_set_max_lines (block, writer->max_lines);
  return block;
}

/*
 * _mull_brief_new_small:
 *
 * Returns: (transfer full): a text of two small lines at most
 */
MullBlock *
_mull_brief_new_small (MullFontFlags flags, const char *text)
{
  MullBlock *block = mull_block_new_text (MULL_FONT_SMALL, flags, text);

  mull_block_set_max_lines (block, 2);
  return block;
}

static MullBlock *
new_first_page (const MullBriefWriter *writer)
{
  MullBlock *page = mull_block_new_stack ();

  _mull_brief_add_header (writer, page);
  _mull_brief_add_plan (writer, page);
  _mull_brief_add_people (writer, page);
  _mull_brief_add_facts (writer, page);
  _mull_brief_add_questions (writer, page);
  _mull_brief_add_promises (writer, page);
  _mull_brief_add_roadblock (writer, page);
  _mull_brief_add_words (writer, page);
  _mull_brief_add_holes (writer, page);
  mull_block_add (page, mull_block_new_notes (_ ("Notes"), MIN_NOTES_FIRST_PAGE, FALSE));
  return page;
}

static MullBlock *
new_second_page (const MullBriefWriter *writer)
{
  MullBlock *page = mull_block_new_stack ();

  _mull_brief_add_running_head (writer, page);
  _mull_brief_add_pulse (writer, page);
  _mull_brief_add_touches (writer, page);
  _mull_brief_add_script (writer, page);
  mull_block_add (page, mull_block_new_notes (_ ("Notes"), MIN_NOTES_SECOND_PAGE, TRUE));
  return page;
}

/**
 * mull_brief_options_init:
 * @options: (out caller-allocates): options
 *
 * Sets what is usual where the user lives: the paper and the direction of reading, both pages, not
 * discreet.
 */
void
mull_brief_options_init (MullBriefOptions *options)
{
  g_return_if_fail (options != NULL);

  options->paper = mull_paper_of_locale ();
  options->two_pages = TRUE;
  options->discreet = FALSE;
  options->rtl = mull_layout_locale_is_rtl ();
}

/**
 * mull_brief_new:
 * @content: what it may say
 * @options: how it is printed
 *
 * Lays out the brief of a deal: what a rep holds in a meeting. It has exactly one page, or two.
 * Empty parts vanish or become lines to write on. What does not fit is left out row by row: the
 * further down its list a row stands, the sooner it goes; of equals promises before people before
 * holes. Room that is left then goes to the next rows that fit. The first
 * person and the first hole always stay. Private touches and private words are
 * never printed.
 *
 * A discreet brief may lie on the customer's table. It leaves out our money (the value), what we
 * think of people (role, who decides, stance, when we last spoke, who is quiet), how we see the
 * deal (stage, whose move and why, next step, the four questions, the roadblock, the pulse), what
 * somebody said to us in confidence (their last words), our own notes (the text of touches, why a
 * hole matters) and the script; a promise shows its state only if it is open or kept, and what
 * stays is headed in words that they may read. Texts that the rep writes to be asked or agreed
 * there (the plan, holes, promises) stay as written.
 *
 * Returns: (transfer full): a finished layout
 */
MullLayout *
mull_brief_new (const MullBriefContent *content, const MullBriefOptions *options)
{
  MullBriefWriter writer = { content, FALSE, MAX_LINES };
  g_autofree char *footer = NULL;
  MullLayout *layout;
  guint n_pages;

  g_return_val_if_fail (content != NULL && options != NULL, NULL);

  writer.discreet = options->discreet;
  n_pages = options->two_pages ? 2 : 1;
  layout = mull_layout_new (options->paper, options->rtl);
  for (;; writer.max_lines--)
    {
      mull_layout_add_page (layout, new_first_page (&writer));
      if (options->two_pages)
        mull_layout_add_page (layout, new_second_page (&writer));
      if (mull_layout_get_n_pages (layout) <= n_pages || writer.max_lines == 1)
        break;
      mull_layout_unref (layout);
      layout = mull_layout_new (options->paper, options->rtl);
    }
  if (content->printed_on[0] != '\0')
    /* Translators: at the foot of a printed page; the argument is a date. */
    footer = g_strdup_printf (_ ("Printed on %s"), content->printed_on);
  mull_layout_finish (layout, footer != NULL ? footer : "");
  return layout;
}
