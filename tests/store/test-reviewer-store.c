/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reviewer-store"

#include "config.h"

#include "mull-reviewer-store.h"

#include "mull-record-store.h"
#include "mull-script.h"
#include "mull-text.h"
#include "store-fixture.h"

typedef struct
{
  char *folder;
  MullDatabase *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open_copy (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_database_close (fixture->db, &error));
  g_assert_finalize_object (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static gint64
add_script (MullDatabase *db)
{
  g_autoptr (MullStage) stage = fixture_insert_stage (db);
  g_autoptr (MullDeal) deal = fixture_insert_deal (db, stage->record.id, "Boiler");
  g_autoptr (MullScript) script = mull_script_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&script->uuid, mull_uuid_new ());
  mull_set_text (&script->kind, "do-over");
  script->deal_id = deal->record.id;
  script->created_at = FIXTURE_NOW;
  g_assert_true (mull_record_store_insert (db, script, &error));
  return script->record.id;
}

static void
ignore (MullDatabase *db, gint64 script_id, const char *words)
{
  g_autoptr (MullIgnoredRemark) ignored = mull_ignored_remark_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&ignored->uuid, mull_uuid_new ());
  ignored->script_id = script_id;
  ignored->category = MULL_REMARK_HEDGE;
  ignored->created_at = FIXTURE_NOW;
  mull_set_text (&ignored->words, words);
  g_assert_true (mull_record_store_insert (db, ignored, &error));
}

static char *
list_ignored (MullDatabase *db, gint64 script_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = mull_ignored_remark_store_list (db, script_id, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (words, "%s ", ((MullIgnoredRemark *) list->pdata[i])->words);
  return g_string_free (words, FALSE);
}

static void
test_ignored (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_script (fixture->db);
  gint64 other = add_script (fixture->db);
  g_autofree char *in_one = NULL;
  g_autofree char *in_none = NULL;

  ignore (fixture->db, one, "just");
  ignore (fixture->db, 0, "perhaps");
  ignore (fixture->db, other, "maybe");
  in_one = list_ignored (fixture->db, one);
  in_none = list_ignored (fixture->db, 0);
  g_assert_cmpstr (in_one, ==, "just perhaps ");
  g_assert_cmpstr (in_none, ==, "perhaps ");
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MullOwnRule) rule = mull_own_rule_new ();

      mull_take_text (&rule->uuid, mull_uuid_new ());
      mull_set_text (&rule->language, "en");
      rule->created_at = FIXTURE_NOW;
      mull_set_text (&rule->pattern, i == 0 ? "touch base" : "circle back");
      g_assert_true (mull_record_store_insert (fixture->db, rule, &error));
    }
  rules = mull_own_rule_store_list (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 2);
  g_assert_cmpstr (((MullOwnRule *) rules->pdata[0])->pattern, ==, "touch base");
  g_assert_cmpstr (((MullOwnRule *) rules->pdata[1])->pattern, ==, "circle back");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/reviewer-store/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("ignored", test_ignored);
  ADD ("rules", test_rules);
  return g_test_run ();
}
