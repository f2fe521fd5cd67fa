/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-review-desk"

#include "config.h"

#include "mull-review-desk.h"

#include "mull-commitment-ops.h"
#include "mull-reviewer-ops.h"
#include "mull-script-desk.h"
#include "script-fixture.h"

static MullReviewer *
load (ScriptFixture *fixture, const char *kind, gint64 commitment_id, const char *language)
{
  g_autoptr (MullScript) script = mull_script_new ();
  g_autoptr (GError) error = NULL;
  MullReviewer *reviewer;

  script->record.id = fixture->script_id;
  mull_set_text (&script->kind, kind);
  script->person_id = fixture->ann_id;
  script->commitment_id = commitment_id;
  reviewer = mull_review_desk_load (fixture->workspace, script, language,
                                    mull_thresholds_get_default (), &error);
  g_assert_no_error (error);
  return reviewer;
}

static void
test_language (ScriptFixture *fixture, gconstpointer data)
{
  g_autofree char *usual = mull_review_desk_dup_language (fixture->workspace);
  g_autofree char *chosen = NULL;
  g_autofree char *name = mull_review_desk_dup_language_name ("de");
  g_autofree char *unknown = mull_review_desk_dup_language_name ("fr");
  g_autoptr (MullReviewer) english = load (fixture, "do-over", 0, "en");
  g_autoptr (MullReviewer) french = load (fixture, "do-over", 0, "fr");

  g_assert_cmpstr (usual, ==, "en");
  mull_workspace_set_setting (fixture->workspace, MULL_REVIEW_DESK_LANGUAGE, "de", NULL);
  chosen = mull_review_desk_dup_language (fixture->workspace);
  g_assert_cmpstr (chosen, ==, "de");
  g_assert_cmpstr (name, ==, "German");
  g_assert_cmpstr (unknown, ==, "fr");
  g_assert_true (mull_review_desk_knows ("de"));
  g_assert_false (mull_review_desk_knows ("fr"));
  g_assert_cmpstr (english->rules->language, ==, "en");
  /* The structure alone. */
  g_assert_null (french->rules);
}

/* What is set counts most, then what the rep wrote, then what the template says. */
static void
test_script_language (ScriptFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *written;
    const char *set;
    const char *language;
  } cases[] = {
    { "Frau Ruiz, das habe ich vergessen, und ich möchte es mit Ihnen klären.", NULL, "de" },
    { "Ann, I forgot to ask you that, and I would like to.", NULL, "en" },
    { "Frau Ruiz, das habe ich vergessen, und ich möchte es mit Ihnen klären.", "en", "en" },
    /* Too little to tell. */
    { "Ann!", NULL, "en" },
    { "Frau Ruiz, ich.", NULL, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullScriptDesk) desk = NULL;
      g_autoptr (GError) error = NULL;

      script_fixture_write (fixture, "own-it", cases[i].written);
      mull_workspace_set_setting (fixture->workspace, MULL_REVIEW_DESK_LANGUAGE, cases[i].set,
                                  &error);
      g_assert_no_error (error);
      desk = mull_script_desk_load (fixture->workspace, fixture->script_id, &error);
      g_assert_no_error (error);
      g_test_message ("%s", cases[i].written);
      g_assert_cmpstr (desk->language, ==, cases[i].language);
      g_assert_cmpstr (desk->reviewer->rules->language, ==, cases[i].language);
    }
}

static void
test_own_rules (ScriptFixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "en", "de", "" };
  g_autoptr (MullReviewer) english = NULL;
  g_autoptr (MullReviewer) french = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MullOwnRule) rule = mull_own_rule_new ();
      g_autoptr (GError) error = NULL;

      mull_set_text (&rule->language, languages[i]);
      mull_set_text (&rule->pattern, "so");
      mull_reviewer_ops_add_rule (fixture->workspace, rule, NULL, &error);
      g_assert_no_error (error);
    }
  english = load (fixture, "do-over", 0, "en");
  french = load (fixture, "do-over", 0, "fr");
  g_assert_cmpuint (english->own_rules->len, ==, 2);
  g_assert_cmpuint (french->own_rules->len, ==, 1);
}

static void
test_ignored (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRemark) once =
      mull_remark_new (MULL_REMARK_HEDGE, "ask", 0, 5, "maybe", "Why.", "What.");
  g_autoptr (MullRemark) always =
      mull_remark_new (MULL_REMARK_HEDGE, "ask", 0, 7, "perhaps", "Why.", "What.");
  g_autoptr (MullReviewer) reviewer = NULL;
  g_autoptr (MullReviewer) other = NULL;
  g_autoptr (GError) error = NULL;

  mull_reviewer_ops_ignore (fixture->workspace, once, fixture->script_id, &error);
  mull_reviewer_ops_ignore (fixture->workspace, always, 0, &error);
  g_assert_no_error (error);
  reviewer = load (fixture, "do-over", 0, "en");
  g_assert_true (mull_reviewer_ignores (reviewer, once));
  g_assert_true (mull_reviewer_ignores (reviewer, always));
  other = mull_review_desk_load (fixture->workspace, NULL, "en", mull_thresholds_get_default (),
                                 &error);
  g_assert_false (mull_reviewer_ignores (other, once));
  g_assert_true (mull_reviewer_ignores (other, always));
}

static gint64
promise (ScriptFixture *fixture, gint64 person_id, MullCommitmentState state)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = MULL_SIDE_US;
  commitment->to_person_id = person_id;
  mull_set_text (&commitment->words, "Send the forty valves");
  /* Its day passed on Monday. */
  commitment->made_on = mull_clock_get_today (fixture->clock) - 2;
  commitment->due_on = commitment->made_on;
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  if (state != MULL_COMMITMENT_OPEN)
    mull_commitment_ops_settle (fixture->workspace, id, state, 0, &error);
  g_assert_no_error (error);
  return id;
}

/* Promises to that person that failed, but for the one that the script is about. */
static void
test_broken (ScriptFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MullCommitmentState state;
    guint n;
  } cases[] = {
    { MULL_COMMITMENT_RELEASED, 0 },
    { MULL_COMMITMENT_BROKEN, 1 },
    { MULL_COMMITMENT_KEPT_LATE, 2 },
  };
  gint64 last = 0;

  promise (fixture, fixture->ben_id, MULL_COMMITMENT_BROKEN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullReviewer) reviewer = NULL;

      last = promise (fixture, fixture->ann_id, cases[i].state);
      reviewer = load (fixture, "own-it", 0, "en");
      g_assert_cmpuint (reviewer->n_broken, ==, cases[i].n);
    }
  {
    g_autoptr (MullReviewer) reviewer = load (fixture, "own-it", last, "en");

    g_assert_cmpuint (reviewer->n_broken, ==, 1);
  }
}

/* From the data to the mark. */
static void
test_marks (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullScriptComposition) composition = NULL;
  const MullComposedBeat *beat;
  const MullRemark *remark;
  g_autoptr (GError) error = NULL;

  script_fixture_write (fixture, "own-it", "Ann, I made a mistake. The supplier forgot me.");
  composition = mull_script_desk_compose (fixture->workspace, fixture->script_id, NULL, &error);
  g_assert_no_error (error);
  beat = mull_script_composition_find_beat (composition, "own-it");
  g_assert_cmpuint (beat->remarks->len, ==, 1);
  remark = beat->remarks->pdata[0];
  g_assert_cmpint (remark->category, ==, MULL_REMARK_BLAME);
  g_assert_cmpstr (remark->words, ==, "The supplier forgot me");
  g_assert_cmpuint (remark->start, ==, 23);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, ScriptFixture, NULL, script_fixture_set_up, func, script_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/reviewer/desk/language", test_language);
  ADD ("/reviewer/desk/script-language", test_script_language);
  ADD ("/reviewer/desk/own-rules", test_own_rules);
  ADD ("/reviewer/desk/ignored", test_ignored);
  ADD ("/reviewer/desk/broken", test_broken);
  ADD ("/reviewer/desk/marks", test_marks);
  return g_test_run ();
}
