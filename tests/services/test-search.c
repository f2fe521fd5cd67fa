/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search"

#include "config.h"

#include "mull-search.h"

#include "mull-card-check.h"
#include "mull-card-store.h"
#include "mull-contact-ops.h"
#include "mull-contact-store.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-quiet-ops.h"
#include "mull-record-store.h"
#include "mull-roadblock-ops.h"
#include "mull-script-ops.h"
#include "mull-search-index.h"
#include "mull-text.h"
#include "mull-timeline-ops.h"
#include "mull-trash.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <string.h>

static gint64
log_call (OpsFixture *fixture, const char *text, const char *words)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->person_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_OUT;
  entry->reached = TRUE;
  mull_set_text (&entry->text, text);
  mull_timeline_ops_log (fixture->workspace, entry, words, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_deal (OpsFixture *fixture, const char *title, const char *company)
{
  MullNewDeal spec = { title, company, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
open_hole (OpsFixture *fixture, const char *text)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  hole->deal_id = fixture->deal_id;
  hole->kind = MULL_HOLE_QUESTION;
  mull_set_text (&hole->text, text);
  mull_hole_ops_open (fixture->workspace, hole, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* "deal Boiler service|company Hartwell Mills" */
static char *
search (OpsFixture *fixture, const char *typed, gboolean names_only)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (typed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mull_search_find (fixture->workspace, words, names_only, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const MullSearchHit *hit = hits->pdata[i];

      g_string_append_printf (found, "%s%s %s", i > 0 ? "|" : "", mull_search_kind_nick (hit->kind),
                              hit->title);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
assert_found (OpsFixture *fixture, const char *typed, const char *expected)
{
  g_autofree char *found = search (fixture, typed, FALSE);

  if (!g_str_equal (found, expected))
    g_error ("“%s” finds “%s”, not “%s”.", typed, found, expected);
}

static void
test_names (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullPerson) zoe = mull_person_new ();
  g_autoptr (GError) error = NULL;

  mull_set_text (&zoe->name, "Zoë Abel");
  mull_set_text (&zoe->title, "Buyer");
  mull_person_ops_add (fixture->workspace, zoe, "Weiß & Søn", "+49 (30) 12 34-5",
                       "za@weiss.example", NULL, &error);
  g_assert_no_error (error);
  add_deal (fixture, "Pump for Hartwell", "Other Ltd");

  assert_found (fixture, "hartwell mills", "company Hartwell Mills|deal Boiler service");
  assert_found (fixture, "ruiz", "person Ann Ruiz|deal Boiler service");
  assert_found (fixture, "BOI", "deal Boiler service");
  assert_found (fixture, "service hart", "deal Boiler service");
  assert_found (fixture, "zoe", "person Zoë Abel");
  assert_found (fixture, "zöe abel", "person Zoë Abel");
  assert_found (fixture, "buyer", "person Zoë Abel");
  assert_found (fixture, "weiss", "company Weiß & Søn|person Zoë Abel");
  assert_found (fixture, "49301", "person Zoë Abel");
  assert_found (fixture, "za@weiss", "person Zoë Abel");
  assert_found (fixture, "z", "person Zoë Abel");
  assert_found (fixture, "oiler", "");
  assert_found (fixture, "", "");
}

/* Whatever is written somewhere. */
static void
test_texts (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autofree char *auditors = NULL;
  g_autofree char *names = NULL;
  gint64 hole_id, script_id = 0, id = 0;

  log_call (fixture, "Asked about the café.\nNobody knew.", "Not before Pentecost");
  hole_id = open_hole (fixture, "Who signs the licence?");
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  mull_script_ops_set_beat (fixture->workspace, script_id, "ask", "May I see the foreman?", &error);
  g_assert_no_error (error);
  roadblock->deal_id = fixture->deal_id;
  mull_set_text (&roadblock->symptom, "The auditors are here");
  roadblock->symptom_on = mull_workspace_get_today (fixture->workspace);
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
  touch->deal_id = fixture->deal_id;
  touch->kind = MULL_ENTRY_MEETING;
  touch->due_on = mull_workspace_get_today (fixture->workspace) + 3;
  mull_set_text (&touch->place, "Gatehouse 7");
  mull_touch_ops_plan (fixture->workspace, touch, &id, &error);
  g_assert_no_error (error);

  assert_found (fixture, "CAFE knew", "entry Boiler service");
  assert_found (fixture, "pentec", "entry Boiler service");
  assert_found (fixture, "licen", "hole Boiler service");
  assert_found (fixture, "foreman", "script Boiler service");
  assert_found (fixture, "gatehouse", "touch Boiler service");
  auditors = search (fixture, "auditors", FALSE);
  g_assert_nonnull (strstr (auditors, "roadblock Boiler service"));
  names = search (fixture, "foreman", TRUE);
  g_assert_cmpstr (names, ==, "");
  /* One letter is not looked for in what is long, and asks for nothing more of it. */
  assert_found (fixture, "p", "");
  assert_found (fixture, "cafe k", "entry Boiler service");
}

/* What was found says where it is. */
static void
test_hit (OpsFixture *fixture, gconstpointer data)
{
  gint64 entry_id = log_call (fixture, "Asked about the café.", NULL);
  g_autoptr (MullTypedWords) words = mull_typed_words_new ("caf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mull_search_find (fixture->workspace, words, FALSE, &error);
  const MullSearchHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->kind, ==, MULL_SEARCH_ENTRY);
  g_assert_cmpint (hit->id, ==, entry_id);
  g_assert_cmpint (hit->deal_id, ==, fixture->deal_id);
  g_assert_cmpint (hit->at, ==, mull_workspace_get_now (fixture->workspace));
  g_assert_cmpstr (hit->about, ==, "Call · Ann Ruiz · Hartwell Mills · today");
  g_assert_cmpstr (hit->text, ==, "Asked about the café.");
  g_assert_cmpint (mull_search_hit_get_group (hit), ==, MULL_SEARCH_GROUP_TIMELINES);
  g_assert_cmpstr (mull_search_group_label (MULL_SEARCH_GROUP_TIMELINES), ==, "Timelines");
}

/* Nothing of what is in the trash, nor of what is on a deal that is. */
static void
ask_for_quiet (OpsFixture *fixture, MullQuietScope scope)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (GError) error = NULL;

  quiet->scope = scope;
  quiet->deal_id = fixture->deal_id;
  if (scope == MULL_QUIET_SCOPE_PERSON)
    quiet->person_id = fixture->person_id;
  quiet->until_on = mull_clock_get_today (fixture->clock) + 30;
  mull_set_text (&quiet->words, "After the midsummer, please.");
  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
}

/* A deal and a person of the same number are two. */
static void
test_quiet (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new ("midsum");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  guint n_quiet = 0;

  g_assert_cmpint (fixture->deal_id, ==, fixture->person_id);
  ask_for_quiet (fixture, MULL_QUIET_SCOPE_DEAL);
  ask_for_quiet (fixture, MULL_QUIET_SCOPE_PERSON);
  hits = mull_search_find (fixture->workspace, words, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    n_quiet += ((const MullSearchHit *) hits->pdata[i])->kind == MULL_SEARCH_QUIET;
  g_assert_cmpuint (n_quiet, ==, 2);
}

static void
test_private (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new ("gossip");
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  const MullSearchHit *hit;

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  entry->private = TRUE;
  mull_set_text (&entry->text, "Gossip of the canteen");
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
  hits = mull_search_find (fixture->workspace, words, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_nonnull (strstr (hit->about, "Private"));
}

static void
test_trash (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 entry_id = log_call (fixture, "Spoke of turbines", "Turbines, yes");

  open_hole (fixture, "Which turbine?");
  assert_found (fixture, "turbine", "entry Boiler service|hole Boiler service");
  mull_timeline_ops_trash (fixture->workspace, entry_id, &error);
  g_assert_no_error (error);
  assert_found (fixture, "turbine", "hole Boiler service");
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  assert_found (fixture, "turbine", "");
  assert_found (fixture, "boiler", "");
  g_assert_null (mull_search_look_up (fixture->workspace, MULL_SEARCH_DEAL, fixture->deal_id));
  assert_found (fixture, "ann", "person Ann Ruiz");
  mull_trash_put (fixture->workspace, MULL_TRASH_PERSON, fixture->person_id, &error);
  g_assert_no_error (error);
  assert_found (fixture, "ann", "");
  mull_trash_empty (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      mull_workspace_undo (fixture->workspace, &error);
      g_assert_no_error (error);
    }
  assert_found (fixture, "turbine", "entry Boiler service|hole Boiler service");
  assert_found (fixture, "ann", "person Ann Ruiz|deal Boiler service");
}

/* The index follows what changes, and what is taken back. */
/* "Call · Ann Ruiz · Hartwell Mills · today" */
static char *
dup_about (OpsFixture *fixture, const char *typed)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (typed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mull_search_find (fixture->workspace, words, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  return g_strdup (((const MullSearchHit *) hits->pdata[0])->about);
}

static void
assert_about (OpsFixture *fixture, gboolean has_company, gboolean has_person)
{
  static const char *const typed[] = { "boiler", "lagging", "annex", "midsum" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *about = dup_about (fixture, typed[i]);

      g_test_message ("%s: %s", typed[i], about);
      g_assert_true ((strstr (about, "Hartwell Mills") != NULL) == has_company);
      /* The hole is nobody's. */
      g_assert_true ((strstr (about, "Ann Ruiz") != NULL) ==
                     (has_person && !g_str_equal (typed[i], "annex")));
    }
}

/* Who is in the trash is not named beside a deal that is not, and the deal is not found by them. */
static void
test_trashed_names (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 company_id =
      fixture_query (fixture->db, "SELECT id FROM company WHERE name = 'Hartwell Mills'");

  log_call (fixture, "About the lagging", "After midsummer");
  open_hole (fixture, "Who signs the annex?");
  assert_about (fixture, TRUE, TRUE);
  mull_trash_put (fixture->workspace, MULL_TRASH_COMPANY, company_id, &error);
  g_assert_no_error (error);
  assert_about (fixture, FALSE, TRUE);
  assert_found (fixture, "hartwell", "");
  mull_trash_put (fixture->workspace, MULL_TRASH_PERSON, fixture->person_id, &error);
  g_assert_no_error (error);
  assert_about (fixture, FALSE, FALSE);
  assert_found (fixture, "ruiz", "");
  fixture_check_derived (fixture->workspace);
  mull_trash_restore (fixture->workspace, MULL_TRASH_COMPANY, company_id, &error);
  g_assert_no_error (error);
  assert_about (fixture, TRUE, FALSE);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_about (fixture, FALSE, TRUE);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_about (fixture, TRUE, TRUE);
  assert_found (fixture, "hartwell", "company Hartwell Mills|deal Boiler service");
}

static void
test_changes (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullPerson) person = mull_person_load (fixture->workspace, fixture->person_id, &error);
  g_autoptr (MullPerson) changed = mull_person_copy (person);

  g_assert_no_error (error);
  mull_set_text (&changed->name, "Bo Lind");
  mull_person_ops_update (fixture->workspace, changed, "Hartwell Mills", "+1 555 0199", "", &error);
  g_assert_no_error (error);
  assert_found (fixture, "ruiz", "");
  assert_found (fixture, "lind", "person Bo Lind|deal Boiler service");
  assert_found (fixture, "15550", "person Bo Lind");
  fixture_check_derived (fixture->workspace);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_found (fixture, "lind", "");
  assert_found (fixture, "15550", "");
  assert_found (fixture, "ruiz", "person Ann Ruiz|deal Boiler service");
}

/* Of very many the newest, but what is just what was typed in any case. */
static void
test_many (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new ("bo");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  gint64 first = add_deal (fixture, "Bo", NULL), last = 0;

  for (guint i = 0; i < 2 * MULL_SEARCH_LIMIT; i++)
    {
      g_autofree char *title = g_strdup_printf ("Boat %u", i);

      last = add_deal (fixture, title, NULL);
    }
  hits = mull_search_find (fixture->workspace, words, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, MULL_SEARCH_LIMIT);
  g_assert_cmpint (((MullSearchHit *) hits->pdata[0])->id, ==, first);
  g_assert_cmpint (((MullSearchHit *) hits->pdata[1])->id, ==, last);
}

/* New rows of a step that adds many are indexed at its end. */
static void
test_bulk (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullCompany) company = mull_company_new ();
  g_autoptr (MullPersonAddress) address = mull_person_address_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  mull_take_text (&company->uuid, mull_uuid_new ());
  mull_set_text (&company->name, "Überlandwerk");
  mull_set_text (&company->name_key, "uberlandwerk");
  company->created_at = mull_workspace_get_now (fixture->workspace);
  mull_record_store_insert (fixture->db, company, &error);
  g_assert_no_error (error);
  address->person_id = fixture->person_id;
  address->kind = MULL_ADDRESS_MAIL;
  mull_set_text (&address->value, "ann@hartwell.example");
  mull_set_text (&address->value_key, "ann@hartwell.example");
  g_assert_true (mull_record_store_insert (fixture->db, address, &error));
  g_assert_true (mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "Two", &error));
  g_assert_no_error (error);
  assert_found (fixture, "uber", "company Überlandwerk");
  assert_found (fixture, "hartwell example", "person Ann Ruiz");
  fixture_check_derived (fixture->workspace);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_found (fixture, "uber", "");
  assert_found (fixture, "hartwell example", "");
}

/* An index that says anything else than the content is made anew; where nothing may be written, it
 * is left alone. */
static void
test_compare (OpsFixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE deal_fts SET title = 'Boiler Service'",
    "UPDATE deal_fts SET people = ''",
    "DELETE FROM deal_fts",
    "INSERT INTO deal_fts (rowid, title, company, people) VALUES (99, 'a', 'b', 'c')",
    "UPDATE contact_fts SET name = 'ann ruiz' WHERE name = 'Ann Ruiz'",
    "UPDATE contact_fts SET text = 'elsewhere'",
    "DELETE FROM contact_fts",
    "INSERT INTO contact_fts (rowid, name, text) VALUES (99, 'a', 'b')",
    "UPDATE note_fts SET text = 'Who signs the index?'",
    "DELETE FROM note_fts",
    "INSERT INTO note_fts (rowid, text) VALUES (99, 'a')",
  };

  open_hole (fixture, "Who signs the annex?");
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damages[i]);
      g_assert_true (mull_card_check (fixture->db, &error));
      g_assert_no_error (error);
      mull_database_exec (fixture->db, damages[i], &error);
      g_assert_no_error (error);
      g_assert_true (mull_card_check (fixture->db, &error));
      g_assert_no_error (error);
      fixture_check_derived (fixture->workspace);
    }
}

static void
test_compare_frozen (OpsFixture *fixture, gconstpointer data)
{
  gboolean is_same = TRUE;
  g_autoptr (GError) error = NULL;

  mull_database_exec (fixture->db, "UPDATE contact_fts SET text = 'elsewhere'", &error);
  g_assert_no_error (error);
  mull_database_leave_log (fixture->db);
  g_assert_true (mull_card_check (fixture->db, &error));
  g_assert_no_error (error);
  mull_search_index_compare (fixture->db, &is_same, &error);
  g_assert_no_error (error);
  g_assert_false (is_same);
  mull_card_store_index_anew (fixture->db, &error);
  g_assert_no_error (error);
}

/* As after a repair of a file that lost pages of the index. */
static void
test_anew (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_hole (fixture, "Who signs the annex?");
  log_call (fixture, "Talked about the annex", "");
  mull_database_exec (
      fixture->db, "DELETE FROM deal_fts; DELETE FROM contact_fts; DELETE FROM note_fts", &error);
  g_assert_no_error (error);
  assert_found (fixture, "hartwell", "");
  mull_card_store_index_anew (fixture->db, &error);
  g_assert_no_error (error);
  assert_found (fixture, "hartwell mills", "company Hartwell Mills|deal Boiler service");
  assert_found (fixture, "ruiz", "person Ann Ruiz|deal Boiler service");
  assert_found (fixture, "annex", "entry Boiler service|hole Boiler service");
}

/* Nothing that is typed is an error. */
static void
test_hostile (OpsFixture *fixture, gconstpointer data)
{
  static const char *const typed[] = {
    "\"",
    "\"\"",
    "'",
    "*",
    "boil*",
    "-boiler",
    "NOT boiler",
    "boiler AND",
    "OR",
    "NEAR(a b, 2)",
    "^boiler",
    "title:boiler",
    "{a b}:c",
    "(",
    "))",
    "a+b",
    "\\",
    "%_",
    "🙂",
    "🙂🙂boiler",
    "boiler;DROP TABLE deal",
    "\x01\x02",
    "x\xff",
    "\u202eboiler",
    "ꟻ aꟻb",
    "½ ² ①",
  };
  g_autofree char *pasted = g_strnfill (1 << 20, 'x');

  log_call (fixture, "a+b NEAR the NOT", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_free (search (fixture, typed[i], FALSE));
  assert_found (fixture, "\"boiler\" *", "deal Boiler service");
  assert_found (fixture, "-boiler", "deal Boiler service");
  assert_found (fixture, "NOT near", "entry Boiler service");
  g_free (search (fixture, pasted, FALSE));
  for (gsize i = 1; i < 1 << 20; i += 2)
    pasted[i] = ' ';
  g_free (search (fixture, pasted, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/search/names", test_names);
  OPS_ADD ("/search/texts", test_texts);
  OPS_ADD ("/search/hit", test_hit);
  OPS_ADD ("/search/quiet", test_quiet);
  OPS_ADD ("/search/private", test_private);
  OPS_ADD ("/search/trash", test_trash);
  OPS_ADD ("/search/trashed-names", test_trashed_names);
  OPS_ADD ("/search/changes", test_changes);
  OPS_ADD ("/search/many", test_many);
  OPS_ADD ("/search/bulk", test_bulk);
  OPS_ADD ("/search/anew", test_anew);
  OPS_ADD ("/search/compare", test_compare);
  OPS_ADD ("/search/compare/frozen", test_compare_frozen);
  OPS_ADD ("/search/hostile", test_hostile);
  return g_test_run ();
}
