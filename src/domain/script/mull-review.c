/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-review"

#include "config.h"

#include "mull-review.h"

#include "mull-day-review.h"
#include "mull-sentence.h"
#include "mull-speaking-time.h"
#include "mull-word-review.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A remark for which the time is a hair over the limit only by rounding is none. */
#define SECONDS_EPSILON 0.001
/* More than anyone reads; keeps a pasted book from taking longer than a key press. */
#define REMARKS_MAX 100

static void
remark_free (gpointer data)
{
  mull_remark_free (data);
}

static gboolean
has_check (const MullReviewPiece *piece, MullRemarkCategory category)
{
  return (piece->checks & MULL_REMARK_BIT (category)) != 0;
}

/* @start and @end are bytes. */
static void
add_remark (GPtrArray *remarks,
            MullRemarkCategory category,
            const MullReviewPiece *piece,
            gsize start,
            gsize end,
            const char *reason,
            const char *suggestion)
{
  if (remarks->len < REMARKS_MAX)
    g_ptr_array_add (remarks, mull_remark_new_of_bytes (category, piece->beat, piece->text, start,
                                                        end, reason, suggestion));
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static void
review_gaps (const MullReviewPiece *piece, GPtrArray *remarks)
{
  g_autoptr (GArray) gaps = mull_gaps_of (piece->text);

  for (guint i = 0; i < gaps->len; i++)
    {
      const MullSpan *gap = &g_array_index (gaps, MullSpan, i);

      add_remark (remarks, MULL_REMARK_GAP, piece, gap->start, gap->end,
                  _ ("A word is still missing here."),
                  _ ("Fill it in, or say it in your own words."));
    }
}

/* Which words own a mistake is for the word rules; here, whether there is a sentence at all. */
static void
review_ownership (const MullReviewPiece *piece, GPtrArray *remarks)
{
  g_autoptr (GArray) sentences = mull_sentences_of (piece->text);
  g_autoptr (GArray) gaps = mull_gaps_of (piece->text);
  const MullSpan *first;
  gboolean open;

  if (!has_check (piece, MULL_REMARK_NO_OWNERSHIP))
    return;

  if (sentences->len == 0)
    {
      add_remark (remarks, MULL_REMARK_NO_OWNERSHIP, piece, 0, strlen (piece->text),
                  _ ("Nothing here says that it was you."),
                  _ ("Begin with one short sentence that starts with “I”."));
      return;
    }

  first = &g_array_index (sentences, MullSpan, 0);
  open = gaps->len > 0 && g_array_index (gaps, MullSpan, 0).start < first->end;
  if (open)
    add_remark (remarks, MULL_REMARK_NO_OWNERSHIP, piece, first->start, first->end,
                _ ("The first sentence is not complete, so it owns nothing yet."),
                _ ("Fill in what is missing before you call."));
}

static void
review_benefit (const MullReviewPiece *piece, GPtrArray *remarks)
{
  g_autoptr (GArray) gaps = mull_gaps_of (piece->text);

  /* A beat that asks or promises may be about us in its words; what it is good for stands in
   * another. */
  if (!has_check (piece, MULL_REMARK_ABOUT_US) || has_check (piece, MULL_REMARK_ASK) ||
      has_check (piece, MULL_REMARK_NO_DATE))
    return;
  if (!is_blank (piece->text) && gaps->len == 0)
    return;

  add_remark (remarks, MULL_REMARK_ABOUT_US, piece, 0, strlen (piece->text),
              _ ("It does not say yet what the customer gains from it."),
              _ ("Say why you ask and what it does for them."));
}

static void
review_length (const MullReviewPiece *piece, GPtrArray *remarks)
{
  g_autoptr (GArray) sentences = mull_sentences_of (piece->text);
  g_autofree char *reason = NULL;

  if (piece->max_sentences <= 0 || sentences->len <= (guint) piece->max_sentences)
    return;

  reason = g_strdup_printf (ngettext ("This has %1$u sentences; %2$d is enough.",
                                      "This has %1$u sentences; %2$d are enough.",
                                      (gulong) piece->max_sentences),
                            sentences->len, piece->max_sentences);
  add_remark (remarks, MULL_REMARK_TOO_LONG, piece,
              g_array_index (sentences, MullSpan, piece->max_sentences).start,
              g_array_index (sentences, MullSpan, sentences->len - 1).end, reason,
              _ ("Keep the strongest and drop the rest."));
}

/* Where a sentence is spoken: in which piece, and when it begins. */
typedef struct
{
  guint piece;
  MullSpan span;
  double at;
} Question;

/* How long one sentence takes. Sentences part words, so that their times add up to the whole. */
static double
sentence_seconds (const char *text, const MullSpan *sentence, const MullThresholds *thresholds)
{
  return mull_speaking_seconds (text + sentence->start, (gssize) (sentence->end - sentence->start),
                                thresholds->speaking_rate);
}

/* "How are you?" asks for nothing. */
static gboolean
is_question (const char *text,
             const MullSpan *sentence,
             const GArray *quotations,
             const MullRuleSet *rules)
{
  return mull_sentence_is_question (text, sentence, quotations) &&
         (rules == NULL || !mull_rule_set_is_greeting (rules, text, sentence));
}

static gboolean
is_request (const MullReviewPiece *piece, const MullSpan *sentence, const MullRuleSet *rules)
{
  return rules != NULL && g_str_equal (piece->beat, MULL_REVIEW_VOICEMAIL) &&
         mull_rule_set_is_request (rules, piece->text, sentence);
}

/* What asks for something: questions. A machine cannot be asked one, so that requests do as well in
 * a message; after a question, or beside a request for something, "please call me" only says how to
 * answer. */
static GArray *
find_asks (const MullReviewPiece *pieces,
           guint n_pieces,
           const MullThresholds *thresholds,
           const MullRuleSet *rules)
{
  g_autoptr (GArray) requests = g_array_new (FALSE, FALSE, sizeof (Question));
  g_autoptr (GArray) replies = g_array_new (FALSE, FALSE, sizeof (Question));
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (Question));
  double spoken = 0;

  for (guint i = 0; i < n_pieces; i++)
    {
      const char *text = pieces[i].text;
      g_autoptr (GArray) sentences = mull_sentences_of (text);
      g_autoptr (GArray) quotations = mull_quotations_of (text);

      for (guint j = 0; j < sentences->len; j++)
        {
          const MullSpan *sentence = &g_array_index (sentences, MullSpan, j);
          Question question = { i, *sentence, spoken };

          if (is_question (text, sentence, quotations, rules))
            {
              g_array_append_val (questions, question);
              if (rules != NULL &&
                  mull_rule_set_find_another (rules, text, sentence, &question.span))
                g_array_append_val (questions, question);
            }
          else if (is_request (&pieces[i], sentence, rules))
            g_array_append_val (mull_rule_set_is_reply (rules, text, sentence) ? replies : requests,
                                question);
          spoken += sentence_seconds (text, sentence, thresholds);
        }
    }
  if (questions->len == 0)
    g_array_append_vals (questions, requests->data, requests->len);
  if (questions->len == 0 && replies->len > 0)
    g_array_append_vals (questions, replies->data, 1);
  return questions;
}

static const MullReviewPiece *
find_asking_piece (const MullReviewPiece *pieces, guint n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    if (has_check (&pieces[i], MULL_REMARK_ASK))
      return &pieces[i];
  return NULL;
}

/* Exactly one question, and soon enough. */
static void
review_ask (const MullReviewPiece *pieces,
            guint n_pieces,
            const MullThresholds *thresholds,
            const MullRuleSet *rules,
            GPtrArray *remarks)
{
  g_autoptr (GArray) questions = find_asks (pieces, n_pieces, thresholds, rules);
  const MullReviewPiece *asking = find_asking_piece (pieces, n_pieces);

  if (asking == NULL)
    return;

  if (questions->len == 0)
    {
      add_remark (remarks, MULL_REMARK_ASK, asking, 0, strlen (asking->text),
                  _ ("Nothing is asked for."),
                  _ ("End with one question that can be answered at once."));
      return;
    }

  for (guint i = 1; i < questions->len; i++)
    {
      const Question *extra = &g_array_index (questions, Question, i);

      add_remark (remarks, MULL_REMARK_ASK, &pieces[extra->piece], extra->span.start,
                  extra->span.end, _ ("This is one more question; people answer the last one."),
                  _ ("Ask for one thing and keep the other for the next call."));
    }

  if (g_array_index (questions, Question, 0).at > thresholds->call_seconds + SECONDS_EPSILON)
    {
      const Question *ask = &g_array_index (questions, Question, 0);
      g_autofree char *reason = g_strdup_printf (
          ngettext ("The question comes after %1$d seconds; the limit is %2$d second.",
                    "The question comes after %1$d seconds; the limit is %2$d seconds.",
                    (gulong) thresholds->call_seconds),
          (int) (ask->at + 0.999), thresholds->call_seconds);

      add_remark (remarks, MULL_REMARK_ASK, &pieces[ask->piece], ask->span.start, ask->span.end,
                  reason, _ ("Shorten what comes before it."));
    }
}

static double
seconds_before_ask (const MullReviewPiece *pieces,
                    guint n_pieces,
                    const MullThresholds *thresholds,
                    const MullRuleSet *rules)
{
  g_autoptr (GArray) asks = find_asks (pieces, n_pieces, thresholds, rules);

  return asks->len > 0 ? g_array_index (asks, Question, 0).at : -1;
}

/* Marks the speech from where the limit is passed up to the ask, or to the end without one. */
static void
review_total (const MullReviewPiece *pieces,
              guint n_pieces,
              const MullThresholds *thresholds,
              const MullRuleSet *rules,
              GPtrArray *remarks)
{
  double until_ask = seconds_before_ask (pieces, n_pieces, thresholds, rules);
  double spoken = 0;
  double total = 0;

  for (guint i = 0; i < n_pieces; i++)
    total += mull_speaking_seconds (pieces[i].text, -1, thresholds->speaking_rate);
  if ((until_ask >= 0 ? until_ask : total) <= thresholds->call_seconds + SECONDS_EPSILON)
    return;

  for (guint i = 0; i < n_pieces; i++)
    {
      g_autoptr (GArray) sentences = mull_sentences_of (pieces[i].text);

      for (guint j = 0; j < sentences->len; j++)
        {
          const MullSpan *sentence = &g_array_index (sentences, MullSpan, j);
          g_autofree char *reason = NULL;

          spoken += sentence_seconds (pieces[i].text, sentence, thresholds);
          if (spoken <= thresholds->call_seconds + SECONDS_EPSILON)
            continue;

          reason = g_strdup_printf (ngettext ("More than %d second of speech before the ask.",
                                              "More than %d seconds of speech before the ask.",
                                              (gulong) thresholds->call_seconds),
                                    thresholds->call_seconds);
          add_remark (remarks, MULL_REMARK_TOO_LONG, &pieces[i], sentence->start, sentence->end,
                      reason, _ ("Leave out what they know already."));
          return;
        }
    }
}

typedef struct
{
  const MullReviewPiece *pieces;
  guint n_pieces;
} Order;

static guint
place_of (const Order *order, const MullRemark *remark)
{
  for (guint i = 0; i < order->n_pieces; i++)
    if (g_str_equal (order->pieces[i].beat, remark->beat))
      return i;
  return order->n_pieces;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MullRemark *first = *(MullRemark *const *) a;
  const MullRemark *second = *(MullRemark *const *) b;
  guint first_place = place_of (user_data, first);
  guint second_place = place_of (user_data, second);

  if (first_place != second_place)
    return first_place < second_place ? -1 : 1;
  return (first->start > second->start) - (first->start < second->start);
}

static void
drop_ignored (GPtrArray *remarks, const MullReviewer *reviewer)
{
  for (guint i = remarks->len; i > 0; i--)
    if (mull_reviewer_ignores (reviewer, remarks->pdata[i - 1]))
      g_ptr_array_remove_index (remarks, i - 1);
}

/**
 * mull_review_script:
 * @pieces: (array length=n_pieces): the script in the order it is spoken
 * @n_pieces: how many
 * @thresholds: thresholds of the rules
 * @reviewer: (nullable): the rules about words and what is ignored
 *
 * Looks at a script. Structure needs no language: gaps, a first sentence, a benefit, exactly one
 * ask in good time and with a day, and lengths. Words are looked at if there are rules for the
 * language. Each piece is looked at for what its checks allow. Gaps are marked everywhere.
 *
 * Returns: (transfer full) (element-type MullRemark): the remarks, in the order of the script
 */
GPtrArray *
mull_review_script (const MullReviewPiece *pieces,
                    guint n_pieces,
                    const MullThresholds *thresholds,
                    const MullReviewer *reviewer)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (remark_free);
  const MullRuleSet *rules = reviewer != NULL ? reviewer->rules : NULL;
  Order order = { pieces, n_pieces };

  for (guint i = 0; i < n_pieces; i++)
    {
      review_ownership (&pieces[i], remarks);
      review_benefit (&pieces[i], remarks);
      review_gaps (&pieces[i], remarks);
      mull_day_review (&pieces[i], reviewer, REMARKS_MAX, remarks);
      review_length (&pieces[i], remarks);
    }
  review_ask (pieces, n_pieces, thresholds, rules, remarks);
  review_total (pieces, n_pieces, thresholds, rules, remarks);
  if (reviewer != NULL)
    {
      mull_word_review (pieces, n_pieces, reviewer, REMARKS_MAX, remarks);
      drop_ignored (remarks, reviewer);
    }
  g_ptr_array_sort_with_data (remarks, compare_places, &order);
  return remarks;
}

/**
 * mull_review_text:
 * @text: a script that is not divided into beats
 * @checks: set of %MULL_REMARK_BIT of the remarks that can apply, or %MULL_REMARKS_ALL
 * @thresholds: thresholds of the rules
 * @reviewer: (nullable): the rules about words and what is ignored
 *
 * Looks at a whole text as one piece, which remarks call %MULL_REVIEW_TEXT.
 *
 * Returns: (transfer full) (element-type MullRemark): the remarks
 */
GPtrArray *
mull_review_text (const char *text,
                  guint checks,
                  const MullThresholds *thresholds,
                  const MullReviewer *reviewer)
{
  MullReviewPiece piece = { MULL_REVIEW_TEXT, text, checks, 0 };

  return mull_review_script (&piece, 1, thresholds, reviewer);
}

static void
review_message_length (const MullReviewPiece *piece,
                       const MullThresholds *thresholds,
                       GPtrArray *remarks)
{
  double seconds = mull_speaking_seconds (piece->text, -1, thresholds->speaking_rate);
  g_autofree char *reason = NULL;

  if (seconds <= thresholds->voicemail_seconds + SECONDS_EPSILON)
    return;
  reason =
      g_strdup_printf (ngettext ("The message takes %1$d seconds; people listen for %2$d second.",
                                 "The message takes %1$d seconds; people listen for %2$d seconds.",
                                 (gulong) thresholds->voicemail_seconds),
                       (int) (seconds + 0.999), thresholds->voicemail_seconds);
  add_remark (remarks, MULL_REMARK_TOO_LONG, piece, 0, strlen (piece->text), reason,
              _ ("Own it, name it, ask, leave your number; nothing else."));
}

/**
 * mull_review_voicemail:
 * @text: the message
 * @checks: set of %MULL_REMARK_BIT of the remarks that can apply in the script it belongs to
 * @thresholds: thresholds of the rules
 * @reviewer: (nullable): the rules about words and what is ignored
 *
 * Looks at a message on a machine as one piece: gaps, its length, one ask with a day, and the
 * words. It opens with who is calling, so that any of its sentences may own it; and it has no room
 * to say why, so that nobody looks for a benefit in it. An empty message is none.
 *
 * Returns: (transfer full) (element-type MullRemark): the remarks
 */
GPtrArray *
mull_review_voicemail (const char *text,
                       guint checks,
                       const MullThresholds *thresholds,
                       const MullReviewer *reviewer)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (remark_free);
  MullReviewPiece piece = { MULL_REVIEW_VOICEMAIL, text, checks, 0 };
  Order order = { &piece, 1 };

  if (is_blank (text))
    return remarks;
  review_gaps (&piece, remarks);
  mull_day_review (&piece, reviewer, REMARKS_MAX, remarks);
  review_ask (&piece, 1, thresholds, reviewer != NULL ? reviewer->rules : NULL, remarks);
  review_message_length (&piece, thresholds, remarks);
  if (reviewer != NULL)
    {
      mull_word_review (&piece, 1, reviewer, REMARKS_MAX, remarks);
      drop_ignored (remarks, reviewer);
    }
  g_ptr_array_sort_with_data (remarks, compare_places, &order);
  return remarks;
}

/**
 * mull_review_is_whole:
 * @beat: what a piece is called
 *
 * Returns: whether a piece is not a beat but a whole text, of which all rules are
 */
gboolean
mull_review_is_whole (const char *beat)
{
  return g_str_equal (beat, MULL_REVIEW_TEXT) || g_str_equal (beat, MULL_REVIEW_VOICEMAIL);
}

/**
 * mull_review_seconds_before_ask:
 * @pieces: (array length=n_pieces): the script in the order it is spoken
 * @n_pieces: how many
 * @thresholds: thresholds of the rules
 *
 * Returns: how long the rep speaks until the first question begins, or -1 if there is none
 */
double
mull_review_seconds_before_ask (const MullReviewPiece *pieces,
                                guint n_pieces,
                                const MullThresholds *thresholds)
{
  return seconds_before_ask (pieces, n_pieces, thresholds, NULL);
}
