/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-brief-first-page"

#include "config.h"

#include "mull-brief-private.h"

#include "mull-four-questions.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define COLUMN_GAP 10.0
#define MARK_WIDTH 9.0
/* A settled promise counts as standing that much deeper. */
#define SETTLED_DEPTH 4
/* A person takes a third of the room of a hole, so three of them count as equally deep. */
#define PEOPLE_PER_DEPTH 3

static gboolean
is_set (const char *text)
{
  return text[0] != '\0';
}

/* "a · b", or the one that there is. */
static char *
join (const char *first, const char *second)
{
  if (!is_set (first) || !is_set (second))
    return g_strconcat (first, second, NULL);
  return g_strconcat (first, " · ", second, NULL);
}

void
_mull_brief_add_header (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;
  MullBlock *title;

  if (is_set (content->meeting_when) || is_set (content->meeting_where))
    {
      MullBlock *line = _mull_brief_new_text (writer, MULL_FONT_BOLD, content->meeting_when);

      if (is_set (content->meeting_where))
        {
          mull_block_append_text (line, MULL_FONT_PLAIN,
                                  is_set (content->meeting_when) ? " · " : "");
          mull_block_append_text (line, MULL_FONT_PLAIN, content->meeting_where);
        }
      mull_block_set_max_lines (line, MIN (2, writer->max_lines));
      mull_block_add (page, line);
    }
  title = mull_block_new_text (MULL_FONT_TITLE, MULL_FONT_BOLD, content->title);
  mull_block_set_max_lines (title, MIN (2, writer->max_lines));
  mull_block_add (page, title);
  if (is_set (content->company) || is_set (content->meeting_who))
    {
      MullBlock *line = _mull_brief_new_text (writer, MULL_FONT_PLAIN, content->company);

      if (is_set (content->meeting_who))
        {
          /* Translators: the argument is who takes part in a meeting. */
          g_autofree char *with = g_strdup_printf (_ ("with %s"), content->meeting_who);

          mull_block_append_text (line, MULL_FONT_PLAIN, is_set (content->company) ? " · " : "");
          mull_block_append_text (line, MULL_FONT_PLAIN, with);
        }
      mull_block_add (page, line);
    }
  mull_block_add (page, mull_block_new_space (2 * MULL_BLOCK_QUARTER));
}

void
_mull_brief_add_plan (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;
  /* Translators: the first of each pair is read by the customer, the other one by us alone. */
  const char *labels[] = {
    writer->discreet ? _ ("Purpose") : _ ("Outcome I want"),
    writer->discreet ? _ ("What you get") : _ ("What they get"),
    writer->discreet ? _ ("To agree") : _ ("I will ask for"),
  };
  const char *texts[] = { content->outcome, content->gain, content->ask };

  mull_block_add (page, mull_block_new_rule ());
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      MullBlock *stack = _mull_brief_add_labelled (page, labels[i]);
      gboolean is_ask = i == G_N_ELEMENTS (labels) - 1;

      if (is_set (texts[i]))
        mull_block_add (stack, _mull_brief_new_text (
                                   writer, is_ask ? MULL_FONT_BOLD : MULL_FONT_PLAIN, texts[i]));
      else
        mull_block_add (stack, mull_block_new_lines (1));
      mull_block_add (page, mull_block_new_space ((is_ask ? 2 : 1) * MULL_BLOCK_QUARTER));
    }
}

static const MullColumn people_columns[] = { { 0, 30 },
                                             { 0, 26 },
                                             { 0, 14 },
                                             { 0, 18 },
                                             { 0, 26 } };
static const MullColumn discreet_columns[] = { { 0, 4 }, { 0, 6 } };

static MullBlock *
new_people_row (gboolean discreet)
{
  if (discreet)
    return mull_block_new_row (discreet_columns, G_N_ELEMENTS (discreet_columns), COLUMN_GAP);
  return mull_block_new_row (people_columns, G_N_ELEMENTS (people_columns), COLUMN_GAP);
}

static MullBlock *
new_cell (MullFontFlags flags, const char *text)
{
  MullBlock *cell = mull_block_new_text (MULL_FONT_BODY, flags, text);

  mull_block_set_max_lines (cell, 2);
  return cell;
}

/* What stands on the card is better than nothing where the part somebody plays is not known. */
static const char *
words_of_role (const MullBriefPerson *person)
{
  if (person->role == MULL_ROLE_UNKNOWN)
    return is_set (person->job_title) ? person->job_title : "?";
  return mull_role_label (person->role);
}

static const char *
words_of_decides (const MullBriefPerson *person)
{
  return person->decides == MULL_TERNARY_UNKNOWN ? "?" : mull_ternary_label (person->decides);
}

static const char *
words_of_stance (const MullBriefPerson *person)
{
  return person->stance == MULL_STANCE_UNKNOWN ? "?" : mull_stance_label (person->stance);
}

static MullBlock *
new_person (const MullBriefWriter *writer, const MullBriefPerson *person)
{
  MullBlock *row = new_people_row (writer->discreet);
  MullFontFlags weight = MULL_FONT_PLAIN;
  MullBlock *spoke;

  if (writer->discreet)
    {
      mull_block_add (row, new_cell (MULL_FONT_PLAIN, person->name));
      mull_block_add (row, new_cell (MULL_FONT_PLAIN, person->job_title));
      return row;
    }
  if (person->decides == MULL_TERNARY_YES)
    weight = MULL_FONT_BOLD;
  spoke = mull_block_new_stack ();
  mull_block_add (spoke, new_cell (MULL_FONT_PLAIN,
                                   /* Translators: when we last spoke with a person. */
                                   is_set (person->last_spoke) ? person->last_spoke : _ ("Never")));
  if (is_set (person->quiet))
    mull_block_add (spoke, _mull_brief_new_small (MULL_FONT_BOLD, person->quiet));
  mull_block_add (row, new_cell (weight, person->name));
  mull_block_add (row, new_cell (MULL_FONT_PLAIN, words_of_role (person)));
  mull_block_add (row, new_cell (weight, words_of_decides (person)));
  mull_block_add (row, new_cell (MULL_FONT_PLAIN, words_of_stance (person)));
  mull_block_add (row, spoke);
  return row;
}

static MullBlock *
new_people_head (void)
{
  const char *labels[] = { "", _ ("Role"), _ ("Decides?"), _ ("Stance"), _ ("Last spoke") };
  MullBlock *head = new_people_row (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    mull_block_add (head, _mull_brief_new_small (MULL_FONT_PLAIN, labels[i]));
  return head;
}

void
_mull_brief_add_people (const MullBriefWriter *writer, MullBlock *page)
{
  const GPtrArray *people = writer->content->people;
  MullBlock *stack;

  if (people->len == 0)
    return;
  /* Translators: the people of a deal; the first is read by the customer, the other one is not. */
  stack = _mull_brief_add_section (page, writer->discreet ? _ ("People") : _ ("Buying centre"));
  if (!writer->discreet)
    mull_block_add (stack, new_people_head ());
  for (guint i = 0; i < people->len; i++)
    mull_block_add_droppable (
        stack, new_person (writer, g_ptr_array_index (people, i)),
        i == 0 ? MULL_BLOCK_KEEP
               : _mull_brief_priority (MULL_BRIEF_RANK_PERSON, i / PEOPLE_PER_DEPTH));
}

static MullBlock *
new_fact (const char *label, const char *text)
{
  MullBlock *cell = new_cell (MULL_FONT_PLAIN, is_set (text) ? label : "");

  if (is_set (label) && is_set (text))
    mull_block_append_text (cell, MULL_FONT_PLAIN, " ");
  mull_block_append_text (cell, MULL_FONT_BOLD, text);
  return cell;
}

/* It says itself what it is. */
static MullBlock *
new_whose_move (const MullBriefContent *content)
{
  MullBlock *cell = new_fact ("", content->whose_move);

  if (is_set (content->why))
    {
      mull_block_append_text (cell, MULL_FONT_PLAIN, " · ");
      mull_block_append_text (cell, MULL_FONT_PLAIN, content->why);
    }
  return cell;
}

static void
add_facts (const MullBriefContent *content, MullBlock *page)
{
  static const MullColumn columns[] = { { 0, 4 }, { 0, 4 }, { 0, 6 } };
  MullBlock *stack;
  MullBlock *row;

  if (!is_set (content->value) && !is_set (content->stage) && !is_set (content->their_date) &&
      !is_set (content->whose_move) && !is_set (content->next_step) && !is_set (content->spent))
    return;
  stack = _mull_brief_add_section (page, _ ("Where it stands"));
  if (is_set (content->value) || is_set (content->stage) || is_set (content->their_date))
    {
      row = mull_block_new_row (columns, G_N_ELEMENTS (columns), COLUMN_GAP);
      mull_block_add (row, new_fact (_ ("Value"), content->value));
      mull_block_add (row, new_fact (_ ("Stage"), content->stage));
      mull_block_add (row, new_fact (_ ("Their date"), content->their_date));
      mull_block_add (stack, row);
    }
  if (is_set (content->whose_move))
    mull_block_add (stack, new_whose_move (content));
  if (is_set (content->next_step))
    mull_block_add (stack, new_fact (_ ("Next step"), content->next_step));
  if (is_set (content->spent))
    /* Translators: hours and money that a deal has cost */
    mull_block_add_droppable (stack, new_fact (_ ("Spent"), content->spent),
                              _mull_brief_priority (MULL_BRIEF_RANK_PERSON, 1));
}

void
_mull_brief_add_facts (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;

  if (!writer->discreet)
    add_facts (content, page);
  else if (is_set (content->their_date))
    /* Translators: the customer's own date, read by the customer. */
    mull_block_add (_mull_brief_add_section (page, _ ("Your date")),
                    _mull_brief_new_text (writer, MULL_FONT_PLAIN, content->their_date));
}

static MullMark
mark_of_answer (const MullBriefQuestion *question)
{
  switch (question->answer)
    {
    case MULL_TERNARY_YES:
      return question->hollow ? MULL_MARK_RING : MULL_MARK_DISC;
    case MULL_TERNARY_NO:
      return MULL_MARK_CROSS;
    case MULL_TERNARY_UNKNOWN:
      return MULL_MARK_DASH;
    }
  return MULL_MARK_DASH;
}

static const char *
words_of_answer (const MullBriefQuestion *question)
{
  switch (question->answer)
    {
    case MULL_TERNARY_YES:
      return question->hollow && !is_set (question->evidence) ? _ ("Yes, but nothing shows it")
             : question->hollow                               ? _ ("Yes, but it is old")
                                                              : _ ("Yes");
    case MULL_TERNARY_NO:
      return _ ("No");
    case MULL_TERNARY_UNKNOWN:
      return _ ("Not known");
    }
  return "";
}

static MullBlock *
new_question (const MullBriefWriter *writer, const char *text, const MullBriefQuestion *question)
{
  static const MullColumn columns[] = { { MARK_WIDTH, 0 }, { 0, 4 }, { 0, 6 } };
  MullBlock *row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 2 * MULL_BLOCK_QUARTER);
  MullBlock *answer =
      mull_block_new_text (MULL_FONT_BODY, MULL_FONT_BOLD, words_of_answer (question));

  if (is_set (question->evidence))
    {
      mull_block_append_text (answer, MULL_FONT_PLAIN, ": ");
      mull_block_append_text (answer, MULL_FONT_PLAIN, question->evidence);
    }
  mull_block_set_max_lines (answer, MIN (2, writer->max_lines));
  mull_block_add (row, mull_block_new_mark (mark_of_answer (question)));
  mull_block_add (row, new_cell (MULL_FONT_PLAIN, text));
  mull_block_add (row, answer);
  return row;
}

void
_mull_brief_add_questions (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefQuestion *questions = writer->content->questions;
  gboolean any = FALSE;
  MullBlock *stack;

  for (guint i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    any |= questions[i].answer != MULL_TERNARY_UNKNOWN || is_set (questions[i].evidence);
  if (!any || writer->discreet)
    return;
  stack = _mull_brief_add_section (page, _ ("Four questions"));
  for (int i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    mull_block_add (stack, new_question (writer, mull_question_name (i + 1), &questions[i]));
}

static gboolean
is_pending (const MullBriefPromise *promise)
{
  return promise->state == MULL_COMMITMENT_OPEN || promise->state == MULL_COMMITMENT_AT_RISK;
}

static MullMark
mark_of_promise (const MullBriefPromise *promise, gboolean discreet)
{
  switch (promise->state)
    {
    case MULL_COMMITMENT_OPEN:
      return promise->overdue && !discreet ? MULL_MARK_TRIANGLE : MULL_MARK_RING;
    case MULL_COMMITMENT_AT_RISK:
      return discreet ? MULL_MARK_RING : MULL_MARK_TRIANGLE;
    case MULL_COMMITMENT_KEPT:
    case MULL_COMMITMENT_KEPT_LATE:
      return MULL_MARK_TICK;
    case MULL_COMMITMENT_BROKEN:
      return discreet ? MULL_MARK_NONE : MULL_MARK_CROSS;
    case MULL_COMMITMENT_RENEGOTIATED:
    case MULL_COMMITMENT_OWNED:
    case MULL_COMMITMENT_RELEASED:
      return discreet ? MULL_MARK_NONE : MULL_MARK_DASH;
    }
  return MULL_MARK_NONE;
}

static const char *
words_of_promise (const MullBriefPromise *promise, gboolean discreet)
{
  if (!discreet)
    return promise->overdue && promise->state == MULL_COMMITMENT_OPEN
               ? _ ("Overdue")
               : mull_commitment_state_label (promise->state);
  if (promise->state == MULL_COMMITMENT_KEPT || promise->state == MULL_COMMITMENT_KEPT_LATE)
    return mull_commitment_state_label (MULL_COMMITMENT_KEPT);
  return is_pending (promise) ? mull_commitment_state_label (MULL_COMMITMENT_OPEN) : "";
}

static MullBlock *
new_promise (const MullBriefWriter *writer, const MullBriefPromise *promise)
{
  static const MullColumn columns[] = { { MARK_WIDTH, 0 }, { 0, 1 } };
  MullBlock *row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 2 * MULL_BLOCK_QUARTER);
  MullBlock *stack = mull_block_new_stack ();
  g_autofree char *state = join (promise->due, words_of_promise (promise, writer->discreet));
  MullBlock *words = _mull_brief_new_text (writer, MULL_FONT_PLAIN, promise->words);

  mull_block_set_max_lines (words, MIN (2, writer->max_lines));
  mull_block_add (stack, words);
  if (is_set (state))
    mull_block_add (stack,
                    _mull_brief_new_small (promise->overdue && !writer->discreet ? MULL_FONT_BOLD
                                                                                 : MULL_FONT_PLAIN,
                                           state));
  mull_block_add (row, mull_block_new_mark (mark_of_promise (promise, writer->discreet)));
  mull_block_add (row, stack);
  return row;
}

static MullBlock *
new_promise_column (const MullBriefWriter *writer, const char *label, const GPtrArray *promises)
{
  MullBlock *stack = mull_block_new_stack ();

  mull_block_add (stack, _mull_brief_new_small (MULL_FONT_PLAIN, label));
  for (guint i = 0; i < promises->len; i++)
    {
      const MullBriefPromise *promise = g_ptr_array_index (promises, i);
      guint depth = is_pending (promise) ? i : i + SETTLED_DEPTH;

      mull_block_add_droppable (stack, new_promise (writer, promise),
                                _mull_brief_priority (MULL_BRIEF_RANK_PROMISE, depth));
    }
  if (promises->len == 0)
    mull_block_add (stack, _mull_brief_new_text (writer, MULL_FONT_PLAIN, _ ("Nothing yet")));
  return stack;
}

void
_mull_brief_add_promises (const MullBriefWriter *writer, MullBlock *page)
{
  static const MullColumn columns[] = { { 0, 1 }, { 0, 1 } };
  const MullBriefContent *content = writer->content;
  MullBlock *row;

  if (content->our_promises->len + content->their_promises->len == 0)
    return;
  row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 2 * COLUMN_GAP);
  mull_block_add (row, new_promise_column (writer, _ ("We said"), content->our_promises));
  mull_block_add (row, new_promise_column (writer,
                                           /* Translators: "You said" is read by the customer. */
                                           writer->discreet ? _ ("You said") : _ ("They said"),
                                           content->their_promises));
  mull_block_add (_mull_brief_add_section (page, _ ("Promises")), row);
}

void
_mull_brief_add_roadblock (const MullBriefWriter *writer, MullBlock *page)
{
  if (writer->discreet || !is_set (writer->content->roadblock))
    return;
  mull_block_add (_mull_brief_add_section (page, _ ("Roadblock")),
                  _mull_brief_new_text (writer, MULL_FONT_PLAIN, writer->content->roadblock));
}

void
_mull_brief_add_words (const MullBriefWriter *writer, MullBlock *page)
{
  const MullBriefContent *content = writer->content;
  g_autofree char *words = NULL;
  g_autofree char *who = NULL;
  MullBlock *stack;

  if (writer->discreet || content->words_private || !is_set (content->words))
    return;
  stack = _mull_brief_add_section (page, _ ("Their last words"));
  /* Translators: quotation marks around what a customer said. */
  words = g_strdup_printf (_ ("“%s”"), content->words);
  who = join (content->words_speaker, content->words_day);
  mull_block_add (stack, _mull_brief_new_text (writer, MULL_FONT_PLAIN, words));
  if (is_set (who))
    mull_block_add (stack, _mull_brief_new_small (MULL_FONT_PLAIN, who));
}

static MullBlock *
new_hole (const MullBriefWriter *writer, const MullBriefHole *hole, gboolean first)
{
  MullBlock *stack = mull_block_new_stack ();
  MullBlock *text =
      _mull_brief_new_text (writer, first ? MULL_FONT_BOLD : MULL_FONT_PLAIN, hole->text);

  mull_block_set_max_lines (text, MIN (2, writer->max_lines));
  mull_block_add (stack, text);
  if (first && is_set (hole->why) && !writer->discreet && writer->max_lines > 1)
    mull_block_add (stack, _mull_brief_new_small (MULL_FONT_PLAIN, hole->why));
  return mull_block_new_check_row (stack, first && writer->max_lines > 1 ? 2 : 1);
}

/* Nobody should leave without a promise of each side. */
static void
add_next_promises (MullBlock *stack)
{
  const char *texts[] = { _ ("What we will do, by when"), _ ("What they will do, by when") };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mull_block_add (stack, mull_block_new_check_row (
                               mull_block_new_text (MULL_FONT_BODY, MULL_FONT_PLAIN, texts[i]), 1));
}

void
_mull_brief_add_holes (const MullBriefWriter *writer, MullBlock *page)
{
  const GPtrArray *holes = writer->content->holes;
  MullBlock *stack;

  /* Translators: what follows is what to get; the first is read by the customer. */
  stack = _mull_brief_add_section (page, writer->discreet ? _ ("Questions for today")
                                                          : _ ("Before you leave, get"));
  for (guint i = 0; i < holes->len; i++)
    mull_block_add_droppable (stack, new_hole (writer, g_ptr_array_index (holes, i), i == 0),
                              i == 0 ? MULL_BLOCK_KEEP
                                     : _mull_brief_priority (MULL_BRIEF_RANK_HOLE, i));
  if (holes->len == 0)
    add_next_promises (stack);
}
