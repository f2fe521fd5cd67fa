/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-do-over.h"
#include "mull-error.h"

#include "deal-fixture.h"

#define ANN 7
#define NO_TOUCH (-1)

typedef struct
{
  MullScript *script;
  MullHole *hole;
  MullDoOverCall call;
} Fixture;

static void
set_up (Fixture *fixture, MullScriptOutcome outcome)
{
  fixture->script = mull_script_new ();
  fixture->script->record.id = 3;
  fixture->script->deal_id = 1;
  fixture->script->state = MULL_SCRIPT_CALLING;
  fixture->script->person_id = ANN;
  fixture->hole = mull_hole_new ();
  fixture->hole->record.id = 2;
  fixture->hole->deal_id = 1;
  mull_set_text (&fixture->hole->text, "Who signs?");
  fixture->call = (MullDoOverCall){
    .outcome = outcome,
    .due_on = MULL_DAY_NONE,
    .minutes = 4,
    .now = NOON (D (1)),
    .offset = 60,
    /* A Friday: the next working day is the 4th. */
    .today = D (1),
  };
}

static void
tear_down (Fixture *fixture)
{
  mull_script_unref (fixture->script);
  mull_hole_unref (fixture->hole);
}

static void
test_outcomes (void)
{
  static const struct
  {
    MullScriptOutcome outcome;
    MullHoleKind kind;
    int due;
    MullHoleState hole;
    MullScriptState script;
    gboolean reached;
    gboolean promise;
    int touch;
    int touch_on;
    MullDoOverProposal proposal;
  } cases[] = {
    { MULL_SCRIPT_OUTCOME_GOT_IT, MULL_HOLE_QUESTION, -1, MULL_HOLE_STATE_FILLED,
      MULL_SCRIPT_CALLED, TRUE, FALSE, NO_TOUCH, 0, MULL_DO_OVER_PROPOSES_NOTHING },
    { MULL_SCRIPT_OUTCOME_GOT_IT, MULL_HOLE_ACCESS, -1, MULL_HOLE_STATE_FILLED, MULL_SCRIPT_CALLED,
      TRUE, FALSE, NO_TOUCH, 0, MULL_DO_OVER_PROPOSES_CONTACT },
    { MULL_SCRIPT_OUTCOME_GOT_IT, MULL_HOLE_COMMITMENT, 9, MULL_HOLE_STATE_FILLED,
      MULL_SCRIPT_CALLED, TRUE, FALSE, MULL_ENTRY_MEETING, 9, MULL_DO_OVER_PROPOSES_NOTHING },
    { MULL_SCRIPT_OUTCOME_PROMISED, MULL_HOLE_QUESTION, 9, MULL_HOLE_STATE_ASKED,
      MULL_SCRIPT_CALLED, TRUE, TRUE, NO_TOUCH, 0, MULL_DO_OVER_PROPOSES_NOTHING },
    { MULL_SCRIPT_OUTCOME_WRITE, MULL_HOLE_QUESTION, -1, MULL_HOLE_STATE_ASKED, MULL_SCRIPT_CALLED,
      TRUE, FALSE, MULL_ENTRY_MAIL, 4, MULL_DO_OVER_PROPOSES_MAIL },
    { MULL_SCRIPT_OUTCOME_WRITE, MULL_HOLE_QUESTION, 1, MULL_HOLE_STATE_ASKED, MULL_SCRIPT_CALLED,
      TRUE, FALSE, MULL_ENTRY_MAIL, 1, MULL_DO_OVER_PROPOSES_MAIL },
    { MULL_SCRIPT_OUTCOME_REFUSED, MULL_HOLE_QUESTION, -1, MULL_HOLE_STATE_GIVEN_UP,
      MULL_SCRIPT_CALLED, TRUE, FALSE, NO_TOUCH, 0, MULL_DO_OVER_PROPOSES_ROADBLOCK },
    { MULL_SCRIPT_OUTCOME_NOT_REACHED, MULL_HOLE_QUESTION, -1, MULL_HOLE_STATE_OPEN,
      MULL_SCRIPT_DRAFT, FALSE, FALSE, MULL_ENTRY_CALL, 4, MULL_DO_OVER_PROPOSES_NOTHING },
    { MULL_SCRIPT_OUTCOME_NOT_REACHED, MULL_HOLE_QUESTION, 6, MULL_HOLE_STATE_OPEN,
      MULL_SCRIPT_DRAFT, FALSE, FALSE, MULL_ENTRY_CALL, 6, MULL_DO_OVER_PROPOSES_NOTHING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullDoOverEffects) effects = NULL;
      g_autoptr (GError) error = NULL;
      Fixture fixture;

      g_test_message ("case %u", i);
      set_up (&fixture, cases[i].outcome);
      fixture.hole->kind = cases[i].kind;
      if (cases[i].due >= 0)
        fixture.call.due_on = D (cases[i].due);
      effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call,
                                   mull_thresholds_get_default (), &error);
      g_assert_no_error (error);
      g_assert_cmpint (effects->hole->state, ==, cases[i].hole);
      g_assert_cmpint (effects->hole->tries, ==, 1);
      g_assert_cmpint (effects->script->state, ==, cases[i].script);
      g_assert_cmpint (effects->script->outcome, ==, cases[i].outcome);
      g_assert_cmpint (effects->script->called_at, ==, fixture.call.now);
      g_assert_cmpint (effects->entry->kind, ==, MULL_ENTRY_CALL);
      g_assert_cmpint (effects->entry->person_id, ==, ANN);
      g_assert_cmpint (effects->entry->reached, ==, cases[i].reached);
      g_assert_cmpint (effects->entry->direction, ==,
                       cases[i].reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT);
      g_assert_cmpint (effects->commitment != NULL, ==, cases[i].promise);
      g_assert_cmpint (effects->touch != NULL, ==, cases[i].touch != NO_TOUCH);
      if (effects->touch != NULL)
        {
          g_assert_cmpint (effects->touch->kind, ==, cases[i].touch);
          g_assert_cmpint (effects->touch->due_on, ==, D (cases[i].touch_on));
          g_assert_cmpint (effects->touch->accepted, ==, cases[i].touch == MULL_ENTRY_MEETING);
        }
      g_assert_cmpint (effects->proposal, ==, cases[i].proposal);
      /* What was handed in is as it was. */
      g_assert_cmpint (fixture.hole->state, ==, MULL_HOLE_STATE_OPEN);
      g_assert_cmpint (fixture.script->state, ==, MULL_SCRIPT_CALLING);
      tear_down (&fixture);
    }
}

static void
test_not_needed_is_no_call (void)
{
  g_autoptr (MullDoOverEffects) effects = NULL;
  Fixture fixture;

  set_up (&fixture, MULL_SCRIPT_OUTCOME_NOT_NEEDED);
  effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call,
                               mull_thresholds_get_default (), NULL);
  g_assert_null (effects->entry);
  g_assert_null (effects->touch);
  g_assert_cmpint (effects->hole->state, ==, MULL_HOLE_STATE_GIVEN_UP);
  g_assert_cmpint (effects->hole->tries, ==, 0);
  g_assert_cmpint (effects->script->state, ==, MULL_SCRIPT_DROPPED);
  g_assert_cmpint (effects->script->called_at, ==, MULL_INSTANT_NONE);
  tear_down (&fixture);
}

/* Call, call, voicemail, mail. */
static void
test_tries (void)
{
  static const struct
  {
    MullEntryKind next;
    MullDoOverProposal proposal;
  } tries[] = {
    { MULL_ENTRY_CALL, MULL_DO_OVER_PROPOSES_NOTHING },
    { MULL_ENTRY_CALL, MULL_DO_OVER_PROPOSES_VOICEMAIL },
    { MULL_ENTRY_MAIL, MULL_DO_OVER_PROPOSES_MAIL },
    { MULL_ENTRY_MAIL, MULL_DO_OVER_PROPOSES_MAIL },
  };
  Fixture fixture;

  set_up (&fixture, MULL_SCRIPT_OUTCOME_NOT_REACHED);
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (MullDoOverEffects) effects = mull_do_over_plan (
          fixture.script, fixture.hole, &fixture.call, mull_thresholds_get_default (), NULL);

      g_assert_cmpint (effects->hole->tries, ==, i + 1);
      g_assert_cmpint (effects->touch->kind, ==, tries[i].next);
      g_assert_cmpint (effects->proposal, ==, tries[i].proposal);
      mull_hole_unref (fixture.hole);
      fixture.hole = g_steal_pointer (&effects->hole);
    }
  tear_down (&fixture);
}

static void
test_texts (void)
{
  g_autoptr (MullDoOverEffects) effects = NULL;
  Fixture fixture;

  set_up (&fixture, MULL_SCRIPT_OUTCOME_PROMISED);
  fixture.script->person_id = 0;
  fixture.hole->person_id = ANN;
  fixture.call.due_on = fixture.call.today;
  fixture.call.notes = "Was driving\n\n \nCalls back\n";
  fixture.call.words = "I'll ask my wife";
  fixture.call.spoken = "I just made a mistake.";
  effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call,
                               mull_thresholds_get_default (), NULL);
  g_assert_cmpstr (
      effects->entry->text, ==,
      "Do-over: Who signs? (Promised by a day)\nWas driving\nCalls back\nI just made a "
      "mistake.");
  g_assert_cmpint (effects->entry->effort_min, ==, 4);
  g_assert_cmpint (effects->entry->happened_offset, ==, 60);
  g_assert_cmpstr (effects->words->words, ==, "I'll ask my wife");
  g_assert_cmpint (effects->words->person_id, ==, ANN);
  g_assert_cmpstr (effects->commitment->words, ==, "I'll ask my wife");
  g_assert_cmpint (effects->commitment->side, ==, MULL_SIDE_THEM);
  g_assert_cmpint (effects->commitment->by_person_id, ==, ANN);
  g_assert_cmpint (effects->commitment->made_on, ==, fixture.call.today);
  g_assert_cmpint (effects->commitment->due_on, ==, fixture.call.today);
  g_assert_cmpstr (effects->hole->answer, ==, "");
  tear_down (&fixture);
}

static void
test_answer (void)
{
  static const struct
  {
    const char *answer;
    const char *words;
    const char *stored;
  } cases[] = {
    { "Mrs Ruiz", "my wife signs", "Mrs Ruiz" },
    { NULL, "my wife signs", "my wife signs" },
    { "", "my wife signs", "my wife signs" },
    { NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullDoOverEffects) effects = NULL;
      Fixture fixture;

      set_up (&fixture, MULL_SCRIPT_OUTCOME_GOT_IT);
      fixture.call.answer = cases[i].answer;
      fixture.call.words = cases[i].words;
      effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call,
                                   mull_thresholds_get_default (), NULL);
      g_assert_cmpstr (effects->hole->answer, ==, cases[i].stored);
      g_assert_cmpint (effects->hole->settled_at, ==, fixture.call.now);
      tear_down (&fixture);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    MullScriptOutcome outcome;
    int due;
    MullHoleState state;
    int code;
  } cases[] = {
    { MULL_SCRIPT_OUTCOME_NONE, -1, MULL_HOLE_STATE_OPEN, MULL_ERROR_INVALID },
    { MULL_SCRIPT_OUTCOME_PROMISED, -1, MULL_HOLE_STATE_OPEN, MULL_ERROR_INVALID },
    { MULL_SCRIPT_OUTCOME_PROMISED, 0, MULL_HOLE_STATE_OPEN, MULL_ERROR_INVALID },
    { MULL_SCRIPT_OUTCOME_NOT_REACHED, 0, MULL_HOLE_STATE_OPEN, MULL_ERROR_INVALID },
    { MULL_SCRIPT_OUTCOME_REFUSED, -1, MULL_HOLE_STATE_FILLED, MULL_ERROR_CONSTRAINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MullDoOverEffects *effects;
      Fixture fixture;

      set_up (&fixture, cases[i].outcome);
      fixture.hole->state = cases[i].state;
      if (cases[i].due >= 0)
        fixture.call.due_on = D (cases[i].due);
      effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call,
                                   mull_thresholds_get_default (), &error);
      g_assert_null (effects);
      g_assert_error (error, MULL_ERROR, cases[i].code);
      tear_down (&fixture);
    }
}

/* The rep may be more or less patient. */
static void
test_tries_threshold (void)
{
  MullThresholds patient = *mull_thresholds_get_default ();
  g_autoptr (MullDoOverEffects) effects = NULL;
  Fixture fixture;

  patient.tries = 4;
  set_up (&fixture, MULL_SCRIPT_OUTCOME_NOT_REACHED);
  fixture.hole->tries = 2;
  effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call, &patient, NULL);
  g_assert_cmpint (effects->proposal, ==, MULL_DO_OVER_PROPOSES_NOTHING);
  g_clear_pointer (&effects, mull_do_over_effects_free);
  fixture.hole->tries = 3;
  effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call, &patient, NULL);
  g_assert_cmpint (effects->proposal, ==, MULL_DO_OVER_PROPOSES_VOICEMAIL);
  g_assert_cmpint (effects->touch->kind, ==, MULL_ENTRY_CALL);
  g_clear_pointer (&effects, mull_do_over_effects_free);
  fixture.hole->tries = 4;
  effects = mull_do_over_plan (fixture.script, fixture.hole, &fixture.call, &patient, NULL);
  g_assert_cmpint (effects->proposal, ==, MULL_DO_OVER_PROPOSES_MAIL);
  g_assert_cmpint (effects->touch->kind, ==, MULL_ENTRY_MAIL);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/outcomes", test_outcomes);
  g_test_add_func ("/do-over/not-needed-is-no-call", test_not_needed_is_no_call);
  g_test_add_func ("/do-over/tries", test_tries);
  g_test_add_func ("/do-over/texts", test_texts);
  g_test_add_func ("/do-over/answer", test_answer);
  g_test_add_func ("/do-over/refused", test_refused);
  g_test_add_func ("/do-over/tries-threshold", test_tries_threshold);
  return g_test_run ();
}
