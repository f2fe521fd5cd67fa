/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-brief-samples.h"

#define TODAY 20000

static void
add_person (MullBriefContent *content,
            const char *name,
            const char *job_title,
            MullRole role,
            MullTernary decides,
            MullStance stance,
            const char *last_spoke)
{
  MullBriefPerson *person = mull_brief_content_add_person (content, name);

  mull_set_text (&person->job_title, job_title);
  person->role = role;
  person->decides = decides;
  person->stance = stance;
  mull_set_text (&person->last_spoke, last_spoke);
}

static void
add_promise (MullBriefContent *content,
             MullSide side,
             const char *words,
             const char *due,
             MullCommitmentState state,
             gboolean overdue)
{
  MullBriefPromise *promise = mull_brief_content_add_promise (content, side, words);

  mull_set_text (&promise->due, due);
  promise->state = state;
  promise->overdue = overdue;
}

static void
add_touch (MullBriefContent *content,
           const char *day,
           MullEntryKind kind,
           MullDirection direction,
           gboolean reached,
           const char *who,
           const char *text)
{
  MullBriefTouch *touch = mull_brief_content_add_touch (content, text);

  mull_set_text (&touch->day, day);
  touch->kind = kind;
  touch->direction = direction;
  touch->reached = reached;
  mull_set_text (&touch->who, who);
}

static void
set_question (MullBriefContent *content,
              guint index,
              MullTernary answer,
              const char *evidence,
              gboolean hollow)
{
  content->questions[index].answer = answer;
  content->questions[index].hollow = hollow;
  mull_set_text (&content->questions[index].evidence, evidence);
}

static MullPulse *
new_pulse (void)
{
  static const MullPulseTouch touches[] = {
    { TODAY - 118, MULL_DIRECTION_OUT, FALSE, 1 }, { TODAY - 115, MULL_DIRECTION_BOTH, TRUE, 2 },
    { TODAY - 101, MULL_DIRECTION_OUT, TRUE, 3 },  { TODAY - 100, MULL_DIRECTION_IN, TRUE, 4 },
    { TODAY - 92, MULL_DIRECTION_BOTH, TRUE, 5 },  { TODAY - 80, MULL_DIRECTION_OUT, TRUE, 6 },
    { TODAY - 74, MULL_DIRECTION_OUT, FALSE, 7 },  { TODAY - 66, MULL_DIRECTION_OUT, FALSE, 8 },
    { TODAY - 55, MULL_DIRECTION_IN, TRUE, 9 },    { TODAY - 30, MULL_DIRECTION_BOTH, TRUE, 10 },
    { TODAY - 20, MULL_DIRECTION_IN, TRUE, 11 },   { TODAY - 19, MULL_DIRECTION_OUT, TRUE, 12 },
    { TODAY - 12, MULL_DIRECTION_BOTH, TRUE, 13 }, { TODAY - 3, MULL_DIRECTION_OUT, TRUE, 14 },
  };
  static const MullPulseSilence silence = { TODAY - 80, TODAY - 73, TODAY - 66, TODAY - 55 };
  static const MullPulseQuiet quiet = { TODAY - 52, TODAY - 32, 1 };
  static const MullPulsePromise promises[] = {
    { TODAY - 98, MULL_SIDE_US, MULL_PULSE_FLAG_KEPT, 1 },
    { TODAY - 84, MULL_SIDE_THEM, MULL_PULSE_FLAG_BROKEN, 2 },
    { TODAY - 24, MULL_SIDE_THEM, MULL_PULSE_FLAG_KEPT, 3 },
    { TODAY + 2, MULL_SIDE_US, MULL_PULSE_FLAG_OPEN, 4 },
    { TODAY + 6, MULL_SIDE_THEM, MULL_PULSE_FLAG_OPEN, 5 },
  };
  MullPulse *pulse = mull_pulse_new (TODAY - 122, TODAY + 10, TODAY);

  g_array_append_vals (pulse->touches, touches, G_N_ELEMENTS (touches));
  g_array_append_val (pulse->silences, silence);
  g_array_append_val (pulse->quiets, quiet);
  g_array_append_vals (pulse->promises, promises, G_N_ELEMENTS (promises));
  return pulse;
}

static void
add_typical_lists (MullBriefContent *content)
{
  MullBriefHole *hole;

  add_person (content, "Ann Ruiz", "Head of Operations", MULL_ROLE_CHAMPION, MULL_TERNARY_NO,
              MULL_STANCE_FOR, "3 days ago");
  add_person (content, "Gareth Hartwell", "Managing Director", MULL_ROLE_DECISION_MAKER,
              MULL_TERNARY_YES, MULL_STANCE_UNKNOWN, "");
  add_person (content, "Priya Nair", "Finance Controller", MULL_ROLE_INFLUENCER,
              MULL_TERNARY_UNKNOWN, MULL_STANCE_AGAINST, "12 Oct");
  add_person (content, "Tom Baker", "Shift Lead", MULL_ROLE_USER, MULL_TERNARY_NO,
              MULL_STANCE_NEUTRAL, "20 Oct");
  mull_set_text (&((MullBriefPerson *) g_ptr_array_index (content->people, 2))->quiet,
                 "Quiet until 1 Dec");
  add_promise (content, MULL_SIDE_US, "Send the service plan with night-shift cover", "Thu 26 Nov",
               MULL_COMMITMENT_OPEN, FALSE);
  add_promise (content, MULL_SIDE_US, "Two reference mills to ring", "9 Nov", MULL_COMMITMENT_KEPT,
               FALSE);
  add_promise (content, MULL_SIDE_THEM, "Fault log of the last twelve months", "Fri 20 Nov",
               MULL_COMMITMENT_OPEN, TRUE);
  add_promise (content, MULL_SIDE_THEM, "Introduce us to Gareth Hartwell", "Mon 30 Nov",
               MULL_COMMITMENT_AT_RISK, FALSE);
  hole = mull_brief_content_add_hole (
      content, "Who signs above €10,000, and what does he need to see first?");
  mull_set_text (&hole->why,
                 "Without it the offer lands on a desk that cannot say yes. Reasonwhy.");
  mull_brief_content_add_hole (content, "A date for the walk-through with the night shift");
  mull_brief_content_add_hole (content, "What an hour of standstill costs them");
}

static void
add_typical_touches (MullBriefContent *content)
{
  MullBriefTouch *touch;

  add_touch (content, "21 Nov", MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, TRUE, "Ann Ruiz",
             "Agenda for Tuesday, asked her to bring the fault log.");
  add_touch (content, "12 Nov", MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, TRUE, "Ann Ruiz",
             "Second compressor failed on the night shift; the board has noticed. She wants a plan "
             "that covers nights before the winter order.");
  add_touch (content, "11 Nov", MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE, "",
             "Secretnote: she is looking for another job.");
  touch = g_ptr_array_index (content->touches, content->touches->len - 1);
  touch->private = TRUE;
  add_touch (content, "5 Nov", MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE, "Gareth Hartwell",
             "No answer, no voicemail.");
  add_touch (content, "4 Nov", MULL_ENTRY_MAIL, MULL_DIRECTION_IN, TRUE, "Priya Nair",
             "Asks to be left alone until the quarter is closed.");
  add_touch (content, "20 Oct", MULL_ENTRY_MEETING, MULL_DIRECTION_BOTH, TRUE,
             "Ann Ruiz, Tom Baker",
             "Walked the boiler house. Both units past their hours; spare parts are bought on the "
             "day they break.");
}

/**
 * mull_brief_sample_typical:
 *
 * Returns: (transfer full): a deal as it is in the middle of its life
 */
MullBriefContent *
mull_brief_sample_typical (void)
{
  MullBriefContent *content = mull_brief_content_new ();

  mull_set_text (&content->meeting_when, "Tuesday 24 November, 10:00");
  mull_set_text (&content->meeting_where, "Hartwell Mills, Canal Road, Leeds");
  mull_set_text (&content->meeting_who, "Ann Ruiz, Tom Baker");
  mull_set_text (&content->title, "Boiler service contract");
  mull_set_text (&content->company, "Hartwell Mills");
  mull_set_text (&content->outcome,
                 "A walk-through with the night shift before the offer is written");
  mull_set_text (&content->gain,
                 "A plan that keeps both boilers up through the winter order, nights included");
  mull_set_text (&content->ask, "Ann books Gareth Hartwell for half an hour by Friday 27 November");
  mull_set_text (&content->value, "€12,400");
  mull_set_text (&content->stage, "Propose");
  mull_set_text (&content->their_date, "Before 15 December");
  mull_set_text (&content->whose_move, "Meeting set");
  mull_set_text (&content->why, "They accepted a meeting: 24 Nov");
  mull_set_text (&content->next_step, "Send the service plan, Thu 26 Nov");
  mull_set_text (&content->spent,
                 "9:40\u00a0h · €120; 1:30\u00a0h since they were heard; limit 20:00\u00a0h");
  set_question (content, 0, MULL_TERNARY_YES, "two old boilers, own crew, like Ashworth Dyeworks",
                FALSE);
  set_question (content, 1, MULL_TERNARY_YES, "“If we stand still in December we lose the order”",
                FALSE);
  set_question (content, 2, MULL_TERNARY_YES, "", TRUE);
  set_question (content, 3, MULL_TERNARY_UNKNOWN, "", FALSE);
  mull_set_text (
      &content->roadblock,
      "Finance blocks every contract over a year: nobody has shown them what a standstill costs.");
  mull_set_text (
      &content->words,
      "We cannot have another night like that. Show me that somebody picks up the phone at three.");
  mull_set_text (&content->words_speaker, "Ann Ruiz");
  mull_set_text (&content->words_day, "12 November");
  mull_set_text (&content->printed_on, "Monday 23 November 2026");
  add_typical_lists (content);
  add_typical_touches (content);
  content->n_older_touches = 14;
  content->pulse = new_pulse ();
  mull_set_text (&content->script_title, "Do-over: a date with the decision-maker");
  mull_brief_content_add_beat (content, "Own it",
                               "Ann, I made a mistake when we spoke on the 12th.");
  mull_brief_content_add_beat (content, "Name it",
                               "I hung up without asking you for half an hour with Gareth.");
  mull_brief_content_add_beat (content, "Why it helps you",
                               "The plan touches his budget. If he hears it from both of us, you "
                               "will not have to defend it alone.");
  mull_brief_content_add_beat (content, "Ask",
                               "Can you find us half an hour with him before Friday?");
  return content;
}

/**
 * mull_brief_sample_crowded:
 *
 * Returns: (transfer full): 60 people, 300 touches, long lists of everything
 */
MullBriefContent *
mull_brief_sample_crowded (void)
{
  MullBriefContent *content = mull_brief_sample_typical ();

  mull_set_text (
      &content->company,
      "Vereinigte Nordwestdeutsche Hüttenwerke und Maschinenbau Aktiengesellschaft & Co.");
  for (guint i = 0; i < 56; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person number %u", i + 5);

      add_person (content, name, i % 3 == 0 ? "Deputy" : "", MULL_ROLE_USER, MULL_TERNARY_NO,
                  MULL_STANCE_NEUTRAL, "last year");
    }
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *words = g_strdup_printf ("Promise number %u", i + 1);
      g_autofree char *text = g_strdup_printf ("Hole number %u", i + 4);

      add_promise (content, i % 2 == 0 ? MULL_SIDE_US : MULL_SIDE_THEM, words, "1 Dec",
                   i % 3 == 0 ? MULL_COMMITMENT_KEPT : MULL_COMMITMENT_OPEN, FALSE);
      mull_brief_content_add_hole (content, text);
    }
  for (guint i = 0; i < 294; i++)
    {
      g_autofree char *text = g_strdup_printf ("Touch number %u", i + 7);

      add_touch (content, "1 Oct", MULL_ENTRY_CALL, MULL_DIRECTION_OUT, i % 2 == 0, "Ann Ruiz",
                 text);
    }
  return content;
}

static char *
repeat (const char *word, guint n_times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append_printf (text, "%s ", word);
  return g_string_free (text, FALSE);
}

/**
 * mull_brief_sample_wordy:
 *
 * Returns: (transfer full): every text as long as somebody can make it, one without a single space
 */
MullBriefContent *
mull_brief_sample_wordy (void)
{
  MullBriefContent *content = mull_brief_sample_crowded ();
  g_autofree char *line = repeat ("Donaudampfschifffahrtsgesellschaft", 8);
  g_autofree char *body = repeat ("interminable", 5000);
  g_autofree char *solid = g_strnfill (300, 'M');
  char **lines[] = {
    &content->meeting_when, &content->meeting_who, &content->company,       &content->outcome,
    &content->gain,         &content->ask,         &content->value,         &content->stage,
    &content->their_date,   &content->whose_move,  &content->next_step,     &content->roadblock,
    &content->words,        &content->words_day,   &content->words_speaker, &content->script_title,
    &content->printed_on,   &content->spent,       &content->why,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    mull_set_text (lines[i], line);
  mull_set_text (&content->words, body);
  mull_set_text (&content->title, solid);
  mull_set_text (&content->meeting_where, solid);
  for (guint i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    set_question (content, i, MULL_TERNARY_YES, body, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      MullBriefPerson *person = g_ptr_array_index (content->people, i);
      MullBriefPromise *promise = g_ptr_array_index (content->our_promises, i);
      MullBriefHole *hole = g_ptr_array_index (content->holes, i);
      MullBriefTouch *touch = g_ptr_array_index (content->touches, i);
      MullBriefBeat *beat = g_ptr_array_index (content->beats, i);

      mull_set_text (&person->name, line);
      mull_set_text (&person->job_title, solid);
      mull_set_text (&person->last_spoke, line);
      mull_set_text (&person->quiet, line);
      mull_set_text (&promise->words, body);
      mull_set_text (&promise->due, line);
      mull_set_text (&hole->text, solid);
      mull_set_text (&hole->why, body);
      mull_set_text (&touch->text, body);
      mull_set_text (&touch->who, line);
      mull_set_text (&touch->day, line);
      mull_set_text (&beat->text, body);
    }
  return content;
}

/**
 * mull_brief_sample_scripts:
 *
 * Returns: (transfer full): Arabic, Hebrew and Japanese names among English ones
 */
MullBriefContent *
mull_brief_sample_scripts (void)
{
  MullBriefContent *content = mull_brief_sample_typical ();

  mull_set_text (&content->title, "عقد صيانة الغلايات");
  mull_set_text (&content->company, "株式会社ハートウェル製作所");
  mull_set_text (&content->words, "نحتاج إلى خطة قبل نهاية العام، والليل أهم من النهار.");
  add_person (content, "محمد عبد الرحمن الهاشمي", "مدير العمليات", MULL_ROLE_DECISION_MAKER,
              MULL_TERNARY_YES, MULL_STANCE_FOR, "3 days ago");
  add_person (content, "山田 太郎", "製造部長", MULL_ROLE_GATEKEEPER, MULL_TERNARY_UNKNOWN,
              MULL_STANCE_NEUTRAL, "12 Oct");
  add_person (content, "דוד כהן", "", MULL_ROLE_OPPONENT, MULL_TERNARY_NO, MULL_STANCE_AGAINST, "");
  return content;
}

/**
 * mull_brief_sample_markup:
 *
 * Returns: (transfer full): texts that would break markup and formats
 */
MullBriefContent *
mull_brief_sample_markup (void)
{
  MullBriefContent *content = mull_brief_sample_typical ();

  mull_set_text (&content->title, "R&D <b>\"Süd\"</b> %s %n");
  mull_set_text (&content->company, "Smith & Sons <a href='x'>");
  mull_set_text (&content->words, "100 % <i>sure</i> %s\n\tsecond line");
  mull_set_text (&content->printed_on, "%s & <today>");
  add_person (content, "Ann <O'Hara> & Co", "", MULL_ROLE_USER, MULL_TERNARY_NO, MULL_STANCE_FOR,
              "");
  mull_brief_content_add_hole (content, "\xff\xfe is not text");
  return content;
}
