/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-wording"

#include "config.h"

#include "mull-wording.h"

#include "mull-fill-in.h"

/* Wednesday, 15 May 2024, 10:00 UTC */
#define NOW G_GINT64_CONSTANT (1715767200000000)
#define HOUR G_TIME_SPAN_HOUR

static MullWording *
make (guint n_used, guint n_worked, gint64 created_at)
{
  g_autoptr (MullOwnBeat) own = mull_own_beat_new ();
  MullWording *wording;

  own->created_at = created_at;
  wording = mull_wording_new (own);
  wording->n_used = n_used;
  wording->n_worked = n_worked;
  return wording;
}

static void
test_compare (void)
{
  static const struct
  {
    guint used, worked, other_used, other_worked;
    gint64 created_at, other_created_at;
    int sign;
  } cases[] = {
    { 5, 3, 5, 2, 0, 9, -1 }, { 9, 2, 3, 3, 9, 0, 1 },  { 4, 2, 3, 2, 0, 9, -1 },
    { 1, 0, 2, 0, 9, 0, 1 },  { 0, 0, 0, 0, 9, 8, -1 }, { 2, 1, 2, 1, 7, 8, 1 },
    { 2, 1, 2, 1, 7, 7, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullWording) a = make (cases[i].used, cases[i].worked, cases[i].created_at);
      g_autoptr (MullWording) b =
          make (cases[i].other_used, cases[i].other_worked, cases[i].other_created_at);

      g_assert_cmpint (mull_wording_compare (a, b), ==, cases[i].sign);
      g_assert_cmpint (mull_wording_compare (b, a), ==, -cases[i].sign);
    }
}

static void
test_format_use (void)
{
  static const struct
  {
    guint used, worked;
    const char *text;
  } cases[] = {
    { 0, 0, "Not spoken yet" },
    { 1, 0, "In 1 call, got it in 0" },
    { 3, 2, "In 3 calls, got it in 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullWording) wording = make (cases[i].used, cases[i].worked, 0);
      g_autofree char *text = mull_wording_format_use (wording);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static MullScriptFacts *
make_facts (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  MullScriptFacts *facts = mull_script_facts_new (NOW, zone);

  mull_set_text (&facts->name, "Ann Ruiz");
  mull_set_text (&facts->company, "Hartwell Mills");
  mull_set_text (&facts->deal, "X");
  mull_set_text (&facts->thing, "Your operations group.");
  mull_set_text (&facts->my_name, "Émile");
  facts->left_at = NOW - 3 * HOUR;
  facts->ask_day = mull_script_facts_get_today (facts) + 1;
  return facts;
}

static MullScriptTemplate *
make_template (void)
{
  MullScriptTemplate *script = mull_script_template_new ();
  MullTemplatePart *left = mull_template_part_new ("left", 1);
  const MullTemplateCase any = { MULL_CASE_ANY, MULL_CASE_ANY, MULL_CASE_ANY, MULL_CASE_ANY };

  mull_template_part_add (left, &any, "I left our meeting {when}", 1);
  g_ptr_array_add (script->phrases, left);
  return script;
}

/* What belongs to one call stands in braces; what only looks like it does not. */
static const struct
{
  const char *spoken;
  const char *wording;
} generalised[] = {
  { "Ann, I slipped up.", "{person}, I slipped up." },
  { "Anna and Annabel and Joann", "Anna and Annabel and Joann" },
  { "Ann Ruiz of Hartwell Mills", "{name} of {company}" },
  { "I left our meeting this morning without it.", "{left} without it." },
  { "Your operations group: your operations group?", "{thing}: {thing}?" },
  { "Could you do it by tomorrow?", "Could you do it {by-day}?" },
  { "Émile again, émile", "{me} again, {me}" },
  { "X", "X" },
  { "{person} stays, Ann goes", "{person} stays, {person} goes" },
  { "{open", "{open" },
  { "", "" },
  { "…", "…" },
};

static void
test_generalise (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (MullScriptTemplate) script = make_template ();

  for (guint i = 0; i < G_N_ELEMENTS (generalised); i++)
    {
      g_autofree char *wording = mull_wording_generalise (generalised[i].spoken, facts, script);

      g_assert_cmpstr (wording, ==, generalised[i].wording);
    }
}

/* A wording that was kept says the same again on the same call. */
static void
test_there_and_back (void)
{
  static const char *const spoken[] = {
    "Ann, I left our meeting this morning without asking for your operations group.",
    "Your operations group by tomorrow, for Hartwell Mills?",
  };
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (MullScriptTemplate) script = make_template ();

  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    {
      g_autofree char *wording = mull_wording_generalise (spoken[i], facts, script);
      g_autofree char *again = mull_fill_in (wording, facts, script);

      g_assert_cmpstr (wording, !=, spoken[i]);
      g_assert_cmpstr (again, ==, spoken[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/compare", test_compare);
  g_test_add_func ("/wording/format-use", test_format_use);
  g_test_add_func ("/wording/generalise", test_generalise);
  g_test_add_func ("/wording/there-and-back", test_there_and_back);
  return g_test_run ();
}
