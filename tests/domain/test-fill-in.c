/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-fill-in.h"

static MullScriptFacts *
make_facts (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  /* Tuesday at noon. */
  gint64 now =
      mull_day_start_instant (mull_day_from_ymd (2026, 11, 24), zone) + 12 * G_TIME_SPAN_HOUR;

  return mull_script_facts_new (now, zone);
}

static void
assert_filled (const char *text, const MullScriptFacts *facts, const char *expected)
{
  g_autofree char *filled = mull_fill_in (text, facts, NULL);

  g_assert_cmpstr (filled, ==, expected);
}

static void
test_clause (void)
{
  static const struct
  {
    const char *thing;
    const char *text;
    const char *expected;
  } cases[] = {
    { "Who signs off?", "One thing: {thing}.", "One thing: who signs off." },
    { "  who\n signs  off ", "{thing}?", "Who signs off?" },
    { "ETA of the drawings", "for {thing} now", "for ETA of the drawings now" },
    { "Ann's view", "for {thing}.", "for Ann's view." },
    { "the figures...", "I ask for {thing}.", "I ask for the figures." },
    { "The figures", "First. {thing} come next", "First. The figures come next" },
    { "Only he can say.", "The reason: {thing}.", "The reason: only he can say." },
    { "One shutdown instead of two", "for {thing}", "for one shutdown instead of two" },
    { "It’s his to decide", "for {thing}", "for it’s his to decide" },
    { "Onley Mills", "for {thing}", "for Onley Mills" },
    { "I need it", "for {thing}", "for I need it" },
    { "éclair", "{thing}", "Éclair" },
    { "?!", "for {thing}.", "for …" },
    { "", "for {thing}.", "for …" },
    { "", "for {thing}?", "for …?" },
    { "", "{thing}, please", "…, please" },
    { "100% of {person}", "for {thing}", "for 100% of {person}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullScriptFacts) facts = make_facts ();

      mull_set_text (&facts->thing, cases[i].thing);
      assert_filled (cases[i].text, facts, cases[i].expected);
    }
}

static void
test_no_fact_at_all (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  const char *const *names = mull_fill_in_get_placeholders ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("Say {%s}, please", names[i]);

      assert_filled (text, facts, "Say …, please");
    }
}

static void
test_names (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();

  mull_set_text (&facts->name, "Dr. Ann van Ruiz");
  assert_filled ("{person} / {name}", facts, "Ann / Dr. Ann van Ruiz");
  mull_set_text (&facts->first_name, "Ms Ruiz");
  assert_filled ("{person}", facts, "Ms Ruiz");
  mull_set_text (&facts->company, "the Mill Inc.");
  assert_filled ("at {company}", facts, "at the Mill Inc.");
}

static void
test_words_are_verbatim (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();

  mull_set_text (&facts->words, "The board stopped it. Sorry!");
  assert_filled ("You said: “{words}”", facts, "You said: “The board stopped it. Sorry!”");
}

static void
test_days (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();

  facts->left_at = facts->now - 4 * G_TIME_SPAN_HOUR;
  facts->ask_day = mull_day_from_ymd (2026, 11, 26);
  facts->due_day = mull_day_from_ymd (2026, 11, 23);
  assert_filled ("left {when}, ask {by-day} or {on-day}, due {due-day}", facts,
                 "left this morning, ask by Thursday or on Thursday, due yesterday");
}

static void
test_unknown (void)
{
  static const struct
  {
    const char *text;
    const char *unknown;
  } cases[] = {
    { "plain", NULL },
    { "{person} and {thing}", NULL },
    { "{persno}", "{persno}" },
    { "{person", "{" },
    { "person}", "}" },
    { "{a{person}", "{" },
    { "{}", "{}" },
    { "{ person }", "{ person }" },
    { "{person}{x}", "{x}" },
    { "100 % {me}", NULL },
  };
  g_autoptr (MullScriptFacts) facts = make_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unknown = mull_fill_in_find_unknown (cases[i].text, NULL);

      g_assert_cmpstr (unknown, ==, cases[i].unknown);
    }
  /* The rep's own text may contain anything. */
  assert_filled ("{x} and { and }", facts, "{x} and { and }");
}

static void
test_phrases (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (MullScriptTemplate) script = mull_script_template_new ();
  MullTemplatePart *phrase = mull_template_part_new ("left", 1);
  MullTemplateCase when = MULL_TEMPLATE_CASE_ANY;
  g_autofree char *meeting = NULL;
  g_autofree char *call = NULL;
  g_autofree char *unknown = mull_fill_in_find_unknown ("{left}", NULL);

  mull_template_part_add (phrase, &when, "I left {when}", 2);
  when.occasion = MULL_OCCASION_CALL;
  mull_template_part_add (phrase, &when, "I hung up {when}", 3);
  g_ptr_array_add (script->phrases, phrase);
  facts->left_at = facts->now - 4 * G_TIME_SPAN_HOUR;

  meeting = mull_fill_in ("{left} without.", facts, script);
  g_assert_cmpstr (meeting, ==, "I left this morning without.");
  facts->occasion = MULL_OCCASION_CALL;
  call = mull_fill_in ("{left} without.", facts, script);
  g_assert_cmpstr (call, ==, "I hung up this morning without.");
  g_assert_cmpstr (unknown, ==, "{left}");
  g_assert_null (mull_fill_in_find_unknown ("{left}", script));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fill-in/clause", test_clause);
  g_test_add_func ("/fill-in/no-fact-at-all", test_no_fact_at_all);
  g_test_add_func ("/fill-in/names", test_names);
  g_test_add_func ("/fill-in/words-are-verbatim", test_words_are_verbatim);
  g_test_add_func ("/fill-in/days", test_days);
  g_test_add_func ("/fill-in/unknown", test_unknown);
  g_test_add_func ("/fill-in/phrases", test_phrases);
  return g_test_run ();
}
