/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-reason.h"
#include "mull-tension.h"

#include "deal-fixture.h"

#define TODAY 30

/* r: a roadblock; b: they said because; u: a reason underneath; n: they said no; x: no belief;
 * s: it has been removed
 * q: the hard question has time until today; p: its time has passed; o: no answer to it came;
 * w: a new promise; k: they said no to it; g: the budget is gone */
typedef struct
{
  const char *name;
  MullMoveState state;
  int missed;
  int missed_since;
  const char *roadblock;
  const char *question;
  MullTernary problem;
  MullTernary serious;
  MullAdvice advice;
} Case;

#define NO MULL_TERNARY_NO

static const Case cases[] = {
  { "nothing is stuck", MULL_MOVE_OURS, 0, 0, "", "", 0, 0, MULL_ADVICE_NONE },
  { "closed", MULL_MOVE_CLOSED, 3, 0, "rb", "p", 0, 0, MULL_ADVICE_NONE },
  { "never heard", MULL_MOVE_NEVER_HEARD, 0, 0, "", "", 0, 0, MULL_ADVICE_NONE },
  /* Ask again, or leave me alone. */
  { "quiet, and stuck", MULL_MOVE_QUIET, 2, 0, "rb", "p", 0, 0, MULL_ADVICE_LEAVE_ALONE },
  { "away, and stuck", MULL_MOVE_AWAY, 0, 0, "rb", "", 0, 0, MULL_ADVICE_LEAVE_ALONE },
  /* Respect is mutual. */
  { "we owe, and they missed", MULL_MOVE_WE_OWE, 2, 0, "", "", 0, 0, MULL_ADVICE_OWN_IT },
  { "we owe, and stuck", MULL_MOVE_WE_OWE, 0, 0, "rb", "", 0, 0, MULL_ADVICE_OWN_IT },
  /* Double down, or get out fast. */
  { "answers, with a reason", MULL_MOVE_OURS, 0, 0, "rb", "", 0, 0, MULL_ADVICE_ROADBLOCK },
  { "answers, reason guessed", MULL_MOVE_THEIRS, 0, 0, "ru", "", 0, 0, MULL_ADVICE_ROADBLOCK },
  { "a meeting, with a reason", MULL_MOVE_MEETING_SET, 0, 0, "rb", "", 0, 0,
    MULL_ADVICE_ROADBLOCK },
  { "answers, a reason for missing", MULL_MOVE_OURS, 2, 0, "rb", "", 0, 0, MULL_ADVICE_ROADBLOCK },
  { "answers, no reason yet", MULL_MOVE_OURS, 0, 0, "r", "", 0, 0, MULL_ADVICE_ROADBLOCK },
  { "answers, missed, no reason", MULL_MOVE_OURS, 1, 0, "r", "", 0, 0, MULL_ADVICE_HARD_QUESTION },
  { "missed, no roadblock", MULL_MOVE_OURS, 1, 0, "", "", 0, 0, MULL_ADVICE_HARD_QUESTION },
  { "silence, with a reason", MULL_MOVE_DARK, 0, 0, "rb", "", 0, 0, MULL_ADVICE_HARD_QUESTION },
  { "fading, no reason", MULL_MOVE_FADING, 0, 0, "", "", 0, 0, MULL_ADVICE_HARD_QUESTION },
  { "roadblock removed, dark", MULL_MOVE_DARK, 0, 0, "rbs", "", 0, 0, MULL_ADVICE_HARD_QUESTION },
  { "roadblock removed, ours", MULL_MOVE_OURS, 0, 0, "rbs", "", 0, 0, MULL_ADVICE_NONE },
  { "they said no", MULL_MOVE_OURS, 0, 0, "rn", "", 0, 0, MULL_ADVICE_CLOSE },
  { "said no, then silence", MULL_MOVE_DARK, 0, 0, "rn", "", 0, 0, MULL_ADVICE_CLOSE },
  /* Qualify hard, or go to great lengths. */
  { "no problem", MULL_MOVE_OURS, 0, 0, "rb", "", NO, 0, MULL_ADVICE_WALK_AWAY },
  { "not serious", MULL_MOVE_OURS, 0, 0, "rb", "", 0, NO, MULL_ADVICE_WALK_AWAY },
  { "no belief", MULL_MOVE_OURS, 0, 0, "rbx", "", 0, 0, MULL_ADVICE_WALK_AWAY },
  { "no problem, no roadblock", MULL_MOVE_OURS, 0, 0, "", "", NO, NO, MULL_ADVICE_NONE },
  /* The hard question, then out. */
  { "asked, has time", MULL_MOVE_DARK, 0, 0, "", "q", 0, 0, MULL_ADVICE_WAIT },
  { "asked, time is over", MULL_MOVE_DARK, 0, 0, "", "p", 0, 0, MULL_ADVICE_DECIDE },
  { "asked, silence", MULL_MOVE_FADING, 0, 0, "", "o", 0, 0, MULL_ADVICE_DECIDE },
  { "asked, the budget is gone", MULL_MOVE_OURS, 1, 0, "", "g", 0, 0, MULL_ADVICE_DECIDE },
  { "asked, a no", MULL_MOVE_OURS, 0, 0, "", "k", 0, 0, MULL_ADVICE_CLOSE },
  { "asked, a new promise", MULL_MOVE_THEIRS, 1, 0, "", "w", 0, 0, MULL_ADVICE_NONE },
  { "asked, promised, broke it", MULL_MOVE_OURS, 2, 1, "", "w", 0, 0, MULL_ADVICE_DECIDE },
  { "asked, promised, silence", MULL_MOVE_DARK, 1, 0, "", "w", 0, 0, MULL_ADVICE_DECIDE },
  { "asked long ago, all is well", MULL_MOVE_OURS, 0, 0, "", "p", 0, 0, MULL_ADVICE_NONE },
};

static MullRoadblock *
make_roadblock (const char *letters)
{
  MullRoadblock *roadblock;

  if (strchr (letters, 'r') == NULL)
    return NULL;
  roadblock = mull_roadblock_new ();
  roadblock->symptom_on = D (20);
  if (strchr (letters, 'b') != NULL)
    roadblock->said_no = MULL_SAID_NO_BECAUSE;
  if (strchr (letters, 'n') != NULL)
    roadblock->said_no = MULL_SAID_NO_NO;
  if (strchr (letters, 'u') != NULL)
    mull_set_text (&roadblock->underlying, "They do not know how to prove it");
  if (strchr (letters, 'x') != NULL)
    roadblock->believe = MULL_TERNARY_NO;
  if (strchr (letters, 's') != NULL)
    roadblock->outcome = MULL_ROADBLOCK_REMOVED;
  return roadblock;
}

static MullHardQuestion *
make_question (const char *letter)
{
  MullHardQuestion *question;

  if (*letter == '\0')
    return NULL;
  question = mull_hard_question_new ();
  question->asked_on = D (22);
  question->answer_by_on = D (*letter == 'p' ? TODAY - 1 : TODAY);
  switch (*letter)
    {
    case 'o':
      question->outcome = MULL_HARD_OUTCOME_SILENCE;
      break;
    case 'w':
      question->outcome = MULL_HARD_OUTCOME_NEW_PROMISE;
      break;
    case 'k':
      question->outcome = MULL_HARD_OUTCOME_NO;
      break;
    case 'g':
      question->outcome = MULL_HARD_OUTCOME_BUDGET_GONE;
      break;
    default:
      break;
    }
  return question;
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      MullRoadblock *roadblock = make_roadblock (c->roadblock);
      MullHardQuestion *question = make_question (c->question);
      MullTensionFacts facts = { c->state, c->missed,  c->missed_since, roadblock,
                                 question, c->problem, c->serious };
      g_autoptr (GPtrArray) reasons = mull_tension_explain (&facts, D (TODAY));

      g_test_message ("%s", c->name);
      g_assert_cmpint (mull_tension_decide (&facts, D (TODAY)), ==, c->advice);
      /* Whatever is advised can be asked why. */
      g_assert_cmpint (reasons->len > 0, ==, c->advice != MULL_ADVICE_NONE);
      g_clear_pointer (&roadblock, mull_roadblock_unref);
      g_clear_pointer (&question, mull_hard_question_unref);
    }
}

/* A question that was written but never asked decides nothing. */
static void
test_a_question_not_asked_is_none (void)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();
  MullTensionFacts facts = { MULL_MOVE_DARK, 0, 0, NULL, question, 0, 0 };

  question->asked_on = MULL_DAY_NONE;
  g_assert_cmpint (mull_tension_decide (&facts, D (TODAY)), ==, MULL_ADVICE_HARD_QUESTION);
}

static void
test_words (void)
{
  g_assert_cmpstr (mull_advice_label (MULL_ADVICE_NONE), ==, "");
  for (guint i = 0; i < MULL_ADVICE_N; i++)
    if (i != MULL_ADVICE_NONE)
      g_assert_cmpint (*mull_advice_label ((MullAdvice) i), !=, '\0');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tensions/table", test_table);
  g_test_add_func ("/tensions/a-question-not-asked-is-none", test_a_question_not_asked_is_none);
  g_test_add_func ("/tensions/words", test_words);
  return g_test_run ();
}
