/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-help-request"

#include "config.h"

#include "mull-help-request.h"

#include "mull-brief-private.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* What whoever is asked writes their answer on. */
#define ANSWER_LINES 3
/* The part of a page on which they may write on. */
#define MIN_NOTES 4
/* A question deeper down the ladder than this is left out first. */
#define LADDER_PRIORITY 100

static gboolean
is_set (const char *text)
{
  return text[0] != '\0';
}

static void
add_text (MullBlock *stack, MullFontFlags flags, const char *text)
{
  if (is_set (text))
    mull_block_add (stack, mull_block_new_text (MULL_FONT_BODY, flags, text));
}

static void
take_text (MullBlock *stack, MullFontFlags flags, char *text)
{
  g_autofree char *owned = text;

  add_text (stack, flags, owned);
}

static void
take_small (MullBlock *stack, char *text)
{
  g_autofree char *owned = text;

  if (is_set (owned))
    mull_block_add (stack, mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_PLAIN, owned));
}

/* "a · b · c" of those that there are. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *parts[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    mull_text_append_part (text, parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_header (const MullRoadblockCase *roadblock, MullBlock *page)
{
  g_autofree char *place = join (roadblock->company, roadblock->value, "");
  MullBlock *title;

  mull_block_add (page,
                  /* Translators: the head of a page that asks a colleague for help */
                  mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_LABEL, _ ("Help wanted")));
  title = mull_block_new_text (MULL_FONT_TITLE, MULL_FONT_BOLD, roadblock->deal);
  mull_block_set_max_lines (title, 2);
  mull_block_add (page, title);
  add_text (page, MULL_FONT_PLAIN, place);
  mull_block_add (page, mull_block_new_space (2 * MULL_BLOCK_QUARTER));
}

static MullBlock *
new_rung (const MullRoadblockCase *roadblock, guint index)
{
  const MullRoadblockAnswer *answer = g_ptr_array_index (roadblock->answers, index);
  const char *who = g_ptr_array_index (roadblock->people, index);
  MullBlock *stack = mull_block_new_stack ();

  mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
  add_text (stack, MULL_FONT_ITALIC, answer->question);
  add_text (stack, MULL_FONT_PLAIN, answer->answer);
  if (is_set (answer->answer))
    take_small (stack, join (who, mull_answer_source_label (answer->source), ""));
  mull_block_set_together (stack);
  return stack;
}

static void
add_situation (const MullRoadblockCase *roadblock, MullBlock *page)
{
  const MullRoadblock *facts = roadblock->roadblock;
  g_autofree char *day = mull_day_format (facts->symptom_on);
  MullBlock *stack = _mull_brief_add_section (page, _ ("Situation"));

  /* Translators: the words of a customer in quotation marks */
  take_text (stack, MULL_FONT_PLAIN, g_strdup_printf (_ ("“%s”"), facts->symptom));
  take_small (stack, join (roadblock->speaker, day, mull_entry_kind_label (facts->channel)));
  if (facts->said_no != MULL_SAID_NO_UNASKED)
    /* Translators: whether the customer said no; the argument is the answer */
    take_small (stack,
                g_strdup_printf (_ ("Was it a no? %s"), mull_said_no_label (facts->said_no)));
  for (guint i = 0; i < roadblock->answers->len; i++)
    mull_block_add_droppable (stack, new_rung (roadblock, i), LADDER_PRIORITY - (int) i);
}

static void
add_cause (const MullRoadblockCase *roadblock, MullBlock *page)
{
  const MullRoadblock *facts = roadblock->roadblock;
  MullBlock *stack = _mull_brief_add_section (page, _ ("The reason underneath"));

  if (!is_set (facts->underlying))
    {
      add_text (stack, MULL_FONT_PLAIN, _ ("Not known yet. Perhaps you know more."));
      mull_block_add (stack, mull_block_new_lines (1));
      return;
    }
  add_text (stack, MULL_FONT_BOLD, facts->underlying);
  take_small (stack,
              join (facts->cause != MULL_CAUSE_UNKNOWN ? mull_cause_label (facts->cause) : "",
                    mull_truth_label (facts->truth), ""));
}

static void
add_takes (const MullRoadblockCase *roadblock, MullBlock *page)
{
  const MullRoadblock *facts = roadblock->roadblock;
  MullBlock *stack = _mull_brief_add_section (page, _ ("What it takes"));

  if (is_set (facts->takes))
    add_text (stack, MULL_FONT_BOLD, facts->takes);
  else
    mull_block_add (stack, mull_block_new_lines (2));
  if (is_set (facts->takes_who))
    take_text (stack, MULL_FONT_PLAIN,
               /* Translators: who on our side can remove a roadblock */
               g_strdup_printf (_ ("Who can: %s"), facts->takes_who));
  if (is_set (facts->we_give))
    take_text (stack, MULL_FONT_PLAIN,
               /* Translators: what we give in order to remove a roadblock */
               g_strdup_printf (_ ("What we give: %s"), facts->we_give));
  stack = _mull_brief_add_section (page, _ ("By when"));
  if (facts->takes_by_on != MULL_DAY_NONE)
    take_text (stack, MULL_FONT_BOLD, mull_day_format_long (facts->takes_by_on));
  else
    mull_block_add (stack, mull_block_new_lines (1));
  stack = _mull_brief_add_section (page, _ ("If we do not"));
  if (is_set (facts->costs_not))
    add_text (stack, MULL_FONT_PLAIN, facts->costs_not);
  else
    mull_block_add (stack, mull_block_new_lines (1));
}

static void
add_helpers (const MullRoadblockCase *roadblock, MullBlock *page)
{
  MullBlock *stack;

  if (roadblock->helps->len > 0)
    {
      stack = _mull_brief_add_section (page, _ ("Asked so far"));
      for (guint i = 0; i < roadblock->helps->len; i++)
        {
          const MullRoadblockHelp *help = g_ptr_array_index (roadblock->helps, i);
          g_autofree char *day = mull_day_format (help->asked_on);
          g_autofree char *line = join (help->helper, day, help->asked);
          MullBlock *row = mull_block_new_text (MULL_FONT_BODY, MULL_FONT_PLAIN, line);

          if (is_set (help->answer))
            {
              mull_block_append_text (row, MULL_FONT_PLAIN, " → ");
              mull_block_append_text (row, MULL_FONT_BOLD, help->answer);
            }
          mull_block_add_droppable (stack, row, LADDER_PRIORITY - (int) i);
        }
    }
  stack = _mull_brief_add_section (page, _ ("Your answer"));
  mull_block_add (stack, mull_block_new_lines (ANSWER_LINES));
}

/**
 * mull_help_request_new:
 * @roadblock: what it is about
 * @today: the present day
 * @paper: the paper
 * @rtl: whether pages read from right to left
 *
 * Lays out one page that asks a colleague for help: the situation in the words of the customer,
 * the reason underneath, what it takes and by when, what it costs us not to, and room for the
 * answer. What nobody knows yet becomes a line to write on. If there is too much, questions
 * further down the ladder are left out first, and that is said.
 *
 * Returns: (transfer full): a finished layout
 */
MullLayout *
mull_help_request_new (const MullRoadblockCase *roadblock,
                       MullDay today,
                       MullPaper paper,
                       gboolean rtl)
{
  g_autofree char *day = mull_day_format (today);
  g_autofree char *footer = NULL;
  MullBlock *page = mull_block_new_stack ();
  MullLayout *layout = mull_layout_new (paper, rtl);

  g_return_val_if_fail (roadblock != NULL, NULL);

  add_header (roadblock, page);
  add_situation (roadblock, page);
  add_cause (roadblock, page);
  add_takes (roadblock, page);
  add_helpers (roadblock, page);
  mull_block_add (page, mull_block_new_notes (_ ("Notes"), MIN_NOTES, FALSE));
  mull_layout_add_page (layout, page);
  /* Translators: at the foot of a printed page; the argument is a date. */
  footer = g_strdup_printf (_ ("Printed on %s"), day);
  mull_layout_finish (layout, footer);
  return layout;
}

/**
 * mull_help_request_dup_title:
 *
 * Returns: (transfer full): what the document is called
 */
char *
mull_help_request_dup_title (const MullRoadblockCase *roadblock)
{
  /* Translators: the title of a document; the argument is the title of a deal */
  return g_strdup_printf (_ ("Help wanted: %s"), roadblock->deal);
}
