/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reviewer-ops"

#include "config.h"

#include "mull-reviewer-ops.h"

#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-reviewer-store.h"
#include "mull-script-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullOwnRule *
make_rule (const char *pattern)
{
  MullOwnRule *rule = mull_own_rule_new ();

  mull_set_text (&rule->language, "en");
  rule->category = MULL_REMARK_PITCH;
  mull_set_text (&rule->pattern, pattern);
  mull_set_text (&rule->reason, "We never say that.");
  return rule;
}

static MullOwnRule *
only_rule (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = mull_reviewer_dup_own_rules (fixture->workspace, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 1);
  return mull_own_rule_copy (rules->pdata[0]);
}

static gint64
add_rule (OpsFixture *fixture, const char *pattern)
{
  g_autoptr (MullOwnRule) rule = make_rule (pattern);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_reviewer_ops_add_rule (fixture->workspace, rule, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_rules (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullOwnRule) stored = NULL;
  g_autoptr (MullOwnRule) edited = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  ops_fixture_before (fixture);
  id = add_rule (fixture, "  synerg(?:y|ies) ");
  ops_fixture_assert_one_step (fixture);
  stored = only_rule (fixture);
  g_assert_cmpint (stored->record.id, ==, id);
  g_assert_cmpstr (stored->pattern, ==, "synerg(?:y|ies)");
  g_assert_cmpstr (stored->language, ==, "en");
  g_assert_cmpint (stored->category, ==, MULL_REMARK_PITCH);
  g_assert_cmpint (stored->created_at, ==, mull_clock_get_now (fixture->clock));
  label = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "Mark “synerg(?:y|ies)”");

  mull_set_text (&stored->suggestion, "Say it plainly.");
  ops_fixture_before (fixture);
  mull_reviewer_ops_edit_rule (fixture->workspace, stored, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  edited = only_rule (fixture);
  g_assert_cmpstr (edited->suggestion, ==, "Say it plainly.");

  ops_fixture_before (fixture);
  mull_reviewer_ops_remove_rule (fixture->workspace, id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  none = mull_reviewer_dup_own_rules (fixture->workspace, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (mull_reviewer_ops_remove_rule (fixture->workspace, id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
test_refuses (OpsFixture *fixture, gconstpointer data)
{
  static const char *const patterns[] = { "", "  ", "(so", "a*", "(?:a+)+" };
  gint64 id = add_rule (fixture, "so");

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (MullOwnRule) rule = make_rule (patterns[i]);
      g_autoptr (GError) add_error = NULL;
      g_autoptr (GError) edit_error = NULL;

      ops_fixture_before (fixture);
      g_assert_false (mull_reviewer_ops_add_rule (fixture->workspace, rule, NULL, &add_error));
      g_assert_error (add_error, MULL_ERROR, MULL_ERROR_INVALID);
      rule->record.id = id;
      g_assert_false (mull_reviewer_ops_edit_rule (fixture->workspace, rule, &edit_error));
      g_assert_error (edit_error, MULL_ERROR, MULL_ERROR_INVALID);
      ops_fixture_assert_nothing (fixture);
    }
}

static gint64
open_script (OpsFixture *fixture)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0;
  gint64 script_id = 0;

  hole->deal_id = fixture->deal_id;
  mull_set_text (&hole->text, "Who signs?");
  mull_hole_ops_open (fixture->workspace, hole, &hole_id, &error);
  g_assert_no_error (error);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  return script_id;
}

static guint
n_ignored (OpsFixture *fixture, gint64 script_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ignored = mull_ignored_remark_store_list (fixture->db, script_id, &error);

  g_assert_no_error (error);
  return ignored->len;
}

static void
test_ignoring (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRemark) remark =
      mull_remark_new (MULL_REMARK_HEDGE, "ask", 0, 9, " Sort  OF ", "Why.", "What.");
  gint64 script_id = open_script (fixture);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const MullIgnoredRemark *ignored;

  ops_fixture_before (fixture);
  mull_reviewer_ops_ignore (fixture->workspace, remark, script_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpuint (n_ignored (fixture, script_id), ==, 1);
  g_assert_cmpuint (n_ignored (fixture, 0), ==, 0);

  ops_fixture_before (fixture);
  mull_reviewer_ops_ignore (fixture->workspace, remark, 0, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpuint (n_ignored (fixture, script_id), ==, 2);
  g_assert_cmpuint (n_ignored (fixture, 0), ==, 1);

  all = mull_reviewer_dup_ignored (fixture->workspace, &error);
  g_assert_cmpuint (all->len, ==, 2);
  ignored = all->pdata[0];
  g_assert_cmpint (ignored->script_id, ==, script_id);
  g_assert_cmpstr (ignored->words, ==, "sort of");
  g_assert_cmpint (ignored->category, ==, MULL_REMARK_HEDGE);

  ops_fixture_before (fixture);
  mull_reviewer_ops_take_back (fixture->workspace, ignored->record.id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpuint (n_ignored (fixture, script_id), ==, 1);
  g_assert_false (mull_reviewer_ops_take_back (fixture->workspace, ignored->record.id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
test_no_script (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRemark) remark =
      mull_remark_new (MULL_REMARK_HEDGE, "ask", 0, 5, "maybe", "Why.", "What.");
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (mull_reviewer_ops_ignore (fixture->workspace, remark, 99, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  ops_fixture_assert_nothing (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/reviewer/ops/rules", test_rules);
  OPS_ADD ("/reviewer/ops/refuses", test_refuses);
  OPS_ADD ("/reviewer/ops/ignoring", test_ignoring);
  OPS_ADD ("/reviewer/ops/no-script", test_no_script);
  return g_test_run ();
}
