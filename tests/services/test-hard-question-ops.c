/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-hard-question-ops"

#include "config.h"

#include "mull-hard-question-ops.h"

#include "mull-commitment-ops.h"
#include "mull-deal-ops.h"
#include "mull-decision-ops.h"
#include "mull-error.h"
#include "mull-guard-pass.h"
#include "mull-promise-store.h"
#include "mull-quiet-ops.h"
#include "mull-script-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

/* A promise of theirs whose day has passed five days ago. */
static gint64
make_missed (OpsFixture *fixture)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise->deal_id = fixture->deal_id;
  promise->side = MULL_SIDE_THEM;
  promise->by_person_id = fixture->person_id;
  promise->due_on = mull_clock_get_today (fixture->clock) + 1;
  mull_set_text (&promise->words, "send the list");
  mull_commitment_ops_promise (fixture->workspace, promise, &id, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 6);
  return id;
}

static gint64
read_as_unsure (OpsFixture *fixture, gint64 promise_id)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_hard_question_ops_read (fixture->workspace, promise_id, MULL_HARD_READING_UNSURE, &id,
                               &error);
  g_assert_no_error (error);
  return id;
}

static MullHardQuestion *
get (OpsFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  MullHardQuestion *question = mull_hard_question_store_get (fixture->db, id, &error);

  g_assert_no_error (error);
  return question;
}

static void
ask (OpsFixture *fixture, gint64 id, MullEntryKind channel, gboolean reached)
{
  g_autoptr (MullHardQuestion) known = get (fixture, id);
  g_autoptr (MullHardQuestion) question = mull_hard_question_copy (known);
  g_autoptr (GError) error = NULL;

  mull_set_text (&question->text, "Do you still want it?");
  question->channel = channel;
  mull_hard_question_ops_ask (fixture->workspace, question, reached, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_reading (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_missed (fixture);
  g_autoptr (MullHardQuestion) question = NULL;
  gint64 id;

  ops_fixture_before (fixture);
  id = read_as_unsure (fixture, promise);
  question = get (fixture, id);
  g_assert_cmpint (question->commitment_id, ==, promise);
  g_assert_cmpint (question->person_id, ==, fixture->person_id);
  ops_fixture_assert_one_step (fixture);
}

static void
test_reading_waits_for_the_day (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_missed (fixture);
  g_autoptr (GError) error = NULL;

  mull_clock_advance_days (fixture->clock, -5);
  ops_fixture_before (fixture);
  g_assert_false (mull_hard_question_ops_read (fixture->workspace, promise,
                                               MULL_HARD_READING_UNSURE, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  ops_fixture_assert_nothing (fixture);
}

static void
test_asking (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = read_as_unsure (fixture, make_missed (fixture));
  g_autoptr (MullHardQuestion) asked = NULL;
  g_autofree char *text = NULL;

  ops_fixture_before (fixture);
  ask (fixture, id, MULL_ENTRY_MAIL, FALSE);
  asked = get (fixture, id);
  g_assert_cmpint (asked->asked_on, ==, mull_clock_get_today (fixture->clock));
  g_assert_cmpint (asked->answer_by_on, ==, mull_day_add_working (asked->asked_on, 5));
  g_assert_cmpint (asked->entry_id, !=, 0);
  text = ops_fixture_dup_last_entry (fixture);
  g_assert_cmpstr (text, ==, "Hard question: Do you still want it?");
  ops_fixture_assert_one_step (fixture);
}

/* A mail asks and does not make the customer heard; an answer does. */
static void
test_answer (OpsFixture *fixture, gconstpointer data)
{
  gint64 promise = make_missed (fixture);
  gint64 id = read_as_unsure (fixture, promise);
  MullDoOverCall answer = { .due_on = mull_clock_get_today (fixture->clock) + 4,
                            .words = "On Friday, for sure" };
  g_autoptr (GError) error = NULL;

  ask (fixture, id, MULL_ENTRY_MAIL, FALSE);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry WHERE direction = 'in'"),
                   ==, 0);
  ops_fixture_before (fixture);
  mull_hard_question_ops_settle (fixture->workspace, id, MULL_HARD_OUTCOME_NEW_PROMISE, &answer,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry WHERE direction = 'in'"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM commitment a JOIN commitment b"
                                  " ON a.replaced_by_id = b.id WHERE a.state = 'broken'"
                                  " AND b.side = 'them' AND b.state = 'open'"),
                   ==, 1);
  ops_fixture_assert_one_step (fixture);
}

/* Silence is refused before its day; then it leads to the decision, and the deal may go dark. */
static void
test_silence_then_decision_then_dark (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = read_as_unsure (fixture, make_missed (fixture));
  g_autoptr (MullDecision) decision = mull_decision_new ();
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDecisionProposal) proposal = NULL;
  const MullClosing dark = MULL_CLOSING_INIT (MULL_OUTCOME_WENT_DARK);
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (mull_deal_ops_close (fixture->workspace, fixture->deal_id, &dark, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);
  ask (fixture, id, MULL_ENTRY_CALL, FALSE);
  g_assert_false (mull_hard_question_ops_settle (fixture->workspace, id, MULL_HARD_OUTCOME_SILENCE,
                                                 NULL, &error));
  g_clear_error (&error);
  g_assert_false (mull_deal_ops_close (fixture->workspace, fixture->deal_id, &dark, &error));
  g_clear_error (&error);

  mull_clock_advance_days (fixture->clock, 8);
  mull_hard_question_ops_settle (fixture->workspace, id, MULL_HARD_OUTCOME_SILENCE, NULL, &error);
  g_assert_no_error (error);
  dossier = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  proposal = mull_dossier_propose_decision (dossier, fixture->clock);
  g_assert_nonnull (proposal);
  g_assert_cmpint (proposal->cause, ==, MULL_DECISION_CAUSE_HARD_QUESTION);
  g_assert_cmpint (proposal->question_id, ==, id);

  decision->deal_id = fixture->deal_id;
  decision->question_id = id;
  decision->cause = proposal->cause;
  decision->choice = MULL_DECISION_CHOICE_WALK_AWAY;
  mull_set_text (&decision->reason, "No word");
  mull_decision_ops_decide (fixture->workspace, decision, MULL_DAY_NONE, NULL, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_deal_ops_close (fixture->workspace, fixture->deal_id, &dark, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
}

static void
test_script_and_call (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = read_as_unsure (fixture, make_missed (fixture));
  MullHardCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "We stopped it" },
                        .answer = MULL_HARD_ANSWER_NO };
  g_autoptr (MullHardQuestion) known = get (fixture, id);
  g_autoptr (MullHardQuestion) worded = mull_hard_question_copy (known);
  g_autoptr (MullHardQuestion) written = NULL;
  g_autoptr (MullHardQuestion) answered = NULL;
  g_autoptr (GHashTable) beats = NULL;
  g_autoptr (GError) error = NULL;
  gint64 script_id, again;

  mull_set_text (&worded->text, "Is there still money?");
  ops_fixture_before (fixture);
  mull_hard_question_ops_open_script (fixture->workspace, worded, &script_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  beats = mull_script_dup_beats (fixture->workspace, script_id, &error);
  g_assert_true (
      g_str_has_prefix (g_hash_table_lookup (beats, "question"), "Is there still money?"));
  written = get (fixture, id);
  mull_hard_question_ops_open_script (fixture->workspace, written, &again, &error);
  g_assert_cmpint (again, ==, script_id);

  ops_fixture_before (fixture);
  mull_hard_question_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
  answered = mull_hard_question_load_for_script (fixture->workspace, script_id, &error);
  g_assert_cmpint (answered->outcome, ==, MULL_HARD_OUTCOME_NO);
  g_assert_cmpstr (answered->words, ==, "We stopped it");
  g_assert_cmpint (fixture_query (fixture->db, "SELECT state = 'broken' FROM commitment"), ==, 1);
  ops_fixture_assert_one_step (fixture);
}

/* Looking at the form leaves nothing behind; going on keeps the question and its script. */
static void
test_question_without_a_promise (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullHardQuestion) question =
      mull_hard_question_load_open (fixture->workspace, fixture->deal_id, &error);
  g_autoptr (MullHardQuestion) again = NULL;
  gint64 script_id;

  g_assert_no_error (error);
  g_assert_cmpint (question->record.id, ==, 0);
  g_assert_cmpint (question->person_id, ==, fixture->person_id);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM hard_question"), ==, 0);

  mull_set_text (&question->text, "Is it still on?");
  ops_fixture_before (fixture);
  mull_hard_question_ops_open_script (fixture->workspace, question, &script_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  again = mull_hard_question_load_open (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->script_id, ==, script_id);
  g_assert_cmpstr (again->text, ==, "Is it still on?");
  mull_set_text (&again->text, "Is it off?");
  mull_hard_question_ops_open_script (fixture->workspace, again, &script_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM hard_question"), ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM script"), ==, 1);
}

static gint64
park (OpsFixture *fixture)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  quiet->deal_id = fixture->deal_id;
  quiet->person_id = fixture->person_id;
  quiet->until_on = mull_workspace_get_today (fixture->workspace) + 60;
  mull_set_text (&quiet->words, "Not before July.");
  mull_quiet_ops_add (fixture->workspace, quiet, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* What is planned from a call is a touch like any other: it is let through with a reason. */
static void
test_next_try_passes_the_guard (OpsFixture *fixture, gconstpointer data)
{
  MullHardCall call = { .call = { .due_on = MULL_DAY_NONE },
                        .answer = MULL_HARD_ANSWER_NOT_REACHED };
  const MullQuietPass pass = { MULL_QUIET_REASON_ANYWAY, "the boiler leaks" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MullHardQuestion) question =
      mull_hard_question_load_open (fixture->workspace, fixture->deal_id, &error);
  gint64 script_id;

  mull_set_text (&question->text, "Is it still on?");
  mull_hard_question_ops_open_script (fixture->workspace, question, &script_id, &error);
  g_assert_no_error (error);
  park (fixture);
  g_assert_false (
      mull_hard_question_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_QUIET);
  g_clear_error (&error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM planned_touch"), ==, 0);

  mull_guard_keep_pass (fixture->workspace, script_id, &pass, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_hard_question_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM planned_touch"), ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch"
                                               " WHERE entry_id IS NOT NULL AND why <> ''"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch AS q"
                                               " JOIN planned_touch AS t ON t.id = q.touch_id"
                                               " WHERE q.reason = 'anyway'"),
                   ==, 1);
  ops_fixture_assert_one_step (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/missed-promise/ops/reading", test_reading);
  OPS_ADD ("/missed-promise/ops/reading-waits-for-the-day", test_reading_waits_for_the_day);
  OPS_ADD ("/missed-promise/ops/asking", test_asking);
  OPS_ADD ("/missed-promise/ops/answer", test_answer);
  OPS_ADD ("/missed-promise/ops/next-try-passes-the-guard", test_next_try_passes_the_guard);
  OPS_ADD ("/missed-promise/ops/silence-then-decision-then-dark",
           test_silence_then_decision_then_dark);
  OPS_ADD ("/missed-promise/ops/script-and-call", test_script_and_call);
  OPS_ADD ("/missed-promise/ops/question-without-a-promise", test_question_without_a_promise);
  return g_test_run ();
}
