/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-card"

#include "config.h"

#include "mull-script-card.h"

#include "mull-brief-private.h"
#include "mull-quiet-rules.h"

#include <glib/gi18n-lib.h>

#define MARK_WIDTH 9.0
/* Nobody speaks a longer paragraph, and on no paper is one higher than a page below its head. */
#define PARAGRAPH_LINES 24
/* More than these would leave no room to speak. */
#define MAX_QUIETS 3
/* A short script leaves room to write down what they say. */
#define MIN_NOTES 4

/* ── Whom it is for ───────────────────────────────────────────────────── */

static void
add_person (const MullScriptCard *card, MullBlock *stack)
{
  const MullCompany *company = card->dossier->company;
  MullBlock *line;

  if (card->person == NULL)
    return;
  line = mull_block_new_text (MULL_FONT_TITLE, MULL_FONT_BOLD, card->person->name);
  if (card->phone != NULL)
    {
      /* The groups of a number are read from left to right in every script. */
      g_autofree char *phone = g_strdup_printf (" · \u2066%s\u2069", card->phone);

      mull_block_append_text (line, MULL_FONT_PLAIN, phone);
    }
  mull_block_set_max_lines (line, 2);
  mull_block_add (stack, line);
  line = mull_block_new_text (MULL_FONT_BODY, MULL_FONT_PLAIN, card->person->title);
  if (company != NULL)
    {
      mull_block_append_text (line, MULL_FONT_PLAIN, *card->person->title != '\0' ? " · " : "");
      mull_block_append_text (line, MULL_FONT_PLAIN, company->name);
    }
  mull_block_set_max_lines (line, 2);
  if (*card->person->title != '\0' || company != NULL)
    mull_block_add (stack, line);
  else
    mull_block_free (line);
}

/* Whoever takes the card in hand sees first that they asked not to be called. */
static void
add_quiets (const MullScriptCard *card, MullBlock *stack)
{
  static const MullColumn columns[] = { { MARK_WIDTH, 0 }, { 0, 1 } };
  const MullDossier *dossier = card->dossier;

  guint n = 0;

  for (guint i = 0; i < dossier->quiets->len && n < MAX_QUIETS; i++)
    {
      const MullQuiet *quiet = dossier->quiets->pdata[i];
      g_autofree char *until = NULL;
      MullBlock *row, *text;

      if (!mull_quiet_is_in_force (quiet, dossier->today) ||
          (quiet->scope == MULL_QUIET_SCOPE_PERSON &&
           (card->person == NULL || quiet->person_id != card->person->record.id)))
        continue;
      n++;
      until = _mull_brief_format_quiet (quiet, dossier->today);
      text = mull_block_new_text (MULL_FONT_BODY, MULL_FONT_BOLD, until);
      if (*quiet->words != '\0')
        {
          g_autofree char *words = g_strdup_printf (_ ("“%s”"), quiet->words);

          mull_block_append_text (text, MULL_FONT_PLAIN, " · ");
          mull_block_append_text (text, MULL_FONT_PLAIN, words);
        }
      mull_block_set_max_lines (text, 2);
      row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 2 * MULL_BLOCK_QUARTER);
      mull_block_add (row, mull_block_new_mark (MULL_MARK_TRIANGLE));
      mull_block_add (row, text);
      mull_block_add (stack, row);
    }
}

/* On every sheet: cards that got apart still say whom to call. */
static MullBlock *
new_head (const MullScriptCard *card)
{
  g_autofree char *title = mull_script_card_dup_title (card);
  MullBlock *stack = mull_block_new_stack ();
  MullBlock *line = mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_BOLD, title);

  mull_block_set_max_lines (line, 2);
  mull_block_add (stack, line);
  add_person (card, stack);
  add_quiets (card, stack);
  mull_block_add (stack, mull_block_new_space (2 * MULL_BLOCK_QUARTER));
  return stack;
}

/* ── What is said ─────────────────────────────────────────────────────── */

static void
add_beats (const MullScriptCard *card, MullBlock *stack)
{
  const MullScriptComposition *composition = card->composition;
  g_autofree char *time = mull_script_composition_format_time (composition);
  g_autofree char *heading = g_strdup_printf ("%s · %s", _ ("Say"), time);

  mull_block_add (stack, mull_block_new_heading (heading));
  mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
  for (guint i = 0; i < composition->beats->len; i++)
    {
      const MullComposedBeat *beat = composition->beats->pdata[i];

      mull_block_add (stack, _mull_brief_new_beat (beat->beat->title, beat->text, MULL_FONT_TITLE,
                                                   PARAGRAPH_LINES));
    }
  mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
}

static void
add_answers (const MullScriptCard *card, MullBlock *stack)
{
  const GPtrArray *answers = card->composition->answers;

  if (answers->len == 0)
    return;
  mull_block_add (stack, mull_block_new_heading (_ ("If they say …")));
  for (guint i = 0; i < answers->len; i++)
    {
      const MullComposedAnswer *answer = g_ptr_array_index (answers, i);

      mull_block_add (stack, _mull_brief_new_beat (answer->answer->title, answer->text,
                                                   MULL_FONT_BODY, PARAGRAPH_LINES));
    }
  mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
}

static void
add_message (const MullScriptCard *card, MullBlock *stack)
{
  const MullComposedBeat *message = card->composition->message;
  g_autofree char *seconds = NULL;
  g_autofree char *heading = NULL;

  if (*message->text == '\0')
    return;
  seconds = mull_script_seconds_format (message->seconds);
  /* Translators: the argument is how long a message on a machine takes: "15 seconds" */
  heading = g_strdup_printf (_ ("To a machine (%s)"), seconds);
  mull_block_add (stack, mull_block_new_heading (heading));
  mull_block_add (stack, _mull_brief_new_beat ("", message->text, MULL_FONT_BODY, PARAGRAPH_LINES));
  mull_block_add (stack, mull_block_new_space (MULL_BLOCK_QUARTER));
}

static void
add_mail (const MullComposedAnswer *answer, MullBlock *stack)
{
  g_auto (GStrv) paragraphs = g_strsplit (answer->mail, "\n", -1);
  MullBlock *last = NULL;

  if (answer->subject != NULL)
    {
      /* Translators: the subject of a mail */
      g_autofree char *subject = g_strdup_printf (_ ("Subject: %s"), answer->subject);

      last = mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_BOLD, subject);
      mull_block_add (stack, last);
    }
  /* It stays in one piece: a name below an empty page tells nobody anything. */
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (*g_strstrip (paragraphs[i]) == '\0')
        continue;
      if (last != NULL)
        mull_block_set_keep_with_next (last);
      last = mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_ITALIC, paragraphs[i]);
      mull_block_set_max_lines (last, PARAGRAPH_LINES);
      mull_block_add (stack, last);
    }
}

/* Nobody reads it out: it comes last, and goes to the second page where there is one. */
static void
add_mails (const MullScriptCard *card, MullBlock *stack)
{
  const GPtrArray *answers = card->composition->answers;
  gboolean first = TRUE;

  for (guint i = 0; i < answers->len; i++)
    {
      const MullComposedAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->mail == NULL)
        continue;
      if (first)
        mull_block_add (stack, mull_block_new_heading (_ ("If they want it in writing")));
      first = FALSE;
      add_mail (answer, stack);
    }
}

static MullBlock *
new_body (const MullScriptCard *card)
{
  MullBlock *stack = mull_block_new_stack ();

  add_beats (card, stack);
  add_answers (card, stack);
  add_message (card, stack);
  add_mails (card, stack);
  return stack;
}

/**
 * mull_script_card_lay_out:
 * @card: what is printed
 * @paper: the paper
 * @rtl: whether pages read from right to left
 *
 * Lays out a script to be spoken from paper: whom to call and their number, the beats in large
 * type, what to say to the replies that are to be expected, the message for a machine, and the mail
 * for whoever wants it in writing. If they asked to be left alone, that stands on top, in their
 * words. Nothing of it is left out: what does not fit on one page goes on to the next, which says
 * again whom to call. What is left of a single page is ruled for notes.
 *
 * Returns: (transfer full): a finished layout
 */
MullLayout *
mull_script_card_lay_out (const MullScriptCard *card, MullPaper paper, gboolean rtl)
{
  g_autofree char *day = NULL;
  g_autofree char *footer = NULL;
  MullLayout *layout;
  MullBlock *page;

  g_return_val_if_fail (card != NULL && card->composition != NULL, NULL);

  layout = mull_layout_new (paper, rtl);
  page = mull_block_new_stack ();
  mull_block_add (page, new_head (card));
  mull_block_add (page, new_body (card));
  mull_block_add (page, mull_block_new_notes (_ ("Notes"), MIN_NOTES, FALSE));
  mull_layout_add_page (layout, page);
  if (mull_layout_get_n_pages (layout) > 1)
    {
      mull_layout_unref (layout);
      layout = mull_layout_new (paper, rtl);
      mull_layout_add_flow (layout, new_body (card), new_head (card));
    }
  day = mull_day_format_long (card->dossier->today);
  /* Translators: at the foot of a printed page; the argument is a date. */
  footer = g_strdup_printf (_ ("Printed on %s"), day);
  mull_layout_finish (layout, footer);
  return layout;
}

/**
 * mull_script_card_dup_title:
 * @card: what is printed
 *
 * Returns: (transfer full): what the document is called
 */
char *
mull_script_card_dup_title (const MullScriptCard *card)
{
  /* Translators: the name of a script and the title of a deal */
  return g_strdup_printf (_ ("%s: %s"), card->composition->script->name,
                          card->dossier->deal->title);
}
