/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-brief-samples.h"
#include "mull-brief.h"
#include "mull-layout-check.h"

#include <string.h>

static const struct
{
  const char *name;
  MullBriefContent *(*make) (void);
} samples[] = {
  { "empty", mull_brief_content_new },      { "typical", mull_brief_sample_typical },
  { "crowded", mull_brief_sample_crowded }, { "wordy", mull_brief_sample_wordy },
  { "scripts", mull_brief_sample_scripts }, { "markup", mull_brief_sample_markup },
};

static char *
dup_brief_text (const MullBriefContent *content, const MullBriefOptions *options)
{
  g_autoptr (MullLayout) layout = mull_brief_new (content, options);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < mull_layout_get_n_pages (layout); i++)
    {
      g_autofree char *text = mull_layout_dup_text (layout, i);

      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

static void
assert_has (const char *text, const char *part, gboolean expected)
{
  if ((strstr (text, part) != NULL) != expected)
    g_error ("“%s” is %s in:\n%s", part, expected ? "not" : "still", text);
}

/* Every sample with every option: the right number of pages, nothing over another thing, nothing in
 * a margin. */
static void
test_all_fit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint bits = 0; bits < 16; bits++)
      {
        MullBriefOptions options = { bits & 1 ? MULL_PAPER_LETTER : MULL_PAPER_A4, (bits & 2) != 0,
                                     (bits & 4) != 0, (bits & 8) != 0 };
        g_autoptr (MullBriefContent) content = samples[i].make ();
        g_autoptr (MullLayout) layout = mull_brief_new (content, &options);

        g_test_message ("%s, %u", samples[i].name, bits);
        g_assert_cmpuint (mull_layout_get_n_pages (layout), ==, options.two_pages ? 2 : 1);
        mull_layout_check (layout);
      }
}

/* Lists of any lengths together: no length may break the page. */
static void
test_any_lengths_fit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 60; i++)
    {
      MullBriefOptions options = { i % 2 ? MULL_PAPER_LETTER : MULL_PAPER_A4, TRUE, FALSE, FALSE };
      g_autoptr (MullBriefContent) content = mull_brief_sample_crowded ();
      g_autoptr (MullLayout) layout = NULL;

      g_ptr_array_set_size (content->people, g_rand_int_range (rand, 0, 12));
      g_ptr_array_set_size (content->holes, g_rand_int_range (rand, 0, 8));
      g_ptr_array_set_size (content->our_promises, g_rand_int_range (rand, 0, 8));
      g_ptr_array_set_size (content->their_promises, g_rand_int_range (rand, 0, 8));
      g_ptr_array_set_size (content->touches, g_rand_int_range (rand, 0, 50));
      g_ptr_array_set_size (content->beats, g_rand_int_range (rand, 0, 4));
      content->n_older_touches = (guint) g_rand_int_range (rand, 0, 2);
      layout = mull_brief_new (content, &options);
      g_assert_cmpuint (mull_layout_get_n_pages (layout), ==, 2);
      mull_layout_check (layout);
    }
}

static void
test_typical_says_all (void)
{
  static const char *const parts[] = {
    "Tuesday 24 November, 10:00 · Hartwell Mills, Canal Road, Leeds\n",
    "Boiler service contract\n",
    "Hartwell Mills · with Ann Ruiz, Tom Baker\n",
    "Outcome I want\nA walk-through",
    "What they get\nA plan",
    "I will ask for\nAnn books",
    "Gareth Hartwell\nDecision-maker\nYes\n?\nNever\n",
    "Priya Nair\nInfluencer\n?\n",
    "Quiet until 1 Dec\n",
    "€12,400",
    "Propose",
    "Before 15 December",
    "Meeting set",
    "They accepted a meeting: 24 Nov\n",
    "Yes, but nothing shows it\n",
    "Not known\n",
    "Fri 20 Nov · Overdue\n",
    "Mon 30 Nov · At risk\n",
    /* The last of what is settled makes room for the reason. */
    "+1 more\n",
    "Finance blocks",
    "“We cannot have another night like that.",
    "Ann Ruiz · 12 November\n",
    "Before you leave, get\nWho signs above €10,000",
    "Reasonwhy",
    "A date for the walk-through",
    "What an hour of standstill",
    "Pulse\n",
    "Call · Ann Ruiz Second compressor",
    "+14 more\n",
    "Do-over: a date",
    "Can you find us",
    "Notes\n",
    "Printed on Monday 23 November 2026\nPage 2 of 2\n",
  };
  MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_typical ();
  g_autofree char *text = dup_brief_text (content, &options);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (text, parts[i], TRUE);
  assert_has (text, "Secretnote", FALSE);
}

static void
test_discreet_leaks_nothing (void)
{
  static const char *const hidden[] = {
    "12,400",     "Propose",          "Meeting set",   "For us",
    "Against us", "Champion",         "Decides",       "Stance",
    "Never",      "Finance blocks",   "We cannot",     "Reasonwhy",
    "Overdue",    "At risk",          "Secretnote",    "Second compress",
    "Do-over",    "I made a mistake", "Quiet",         "three days",
    "Not known",  "Four questions",   "Pulse",         "Send the service plan, Thu",
    "leave",      "Buying",           "They accepted",
  };
  static const char *const shown[] = {
    "Boiler service contract",
    "Purpose\n",
    "What you get\n",
    "To agree\n",
    "Ann Ruiz\nHead of Operations\n",
    "Your date\n",
    "You said\n",
    "Questions for today\nWho signs",
    "Call · Ann Ruiz\n",
  };
  g_autoptr (MullBriefContent) content = mull_brief_sample_typical ();

  for (guint i = 0; i < 2; i++)
    {
      MullBriefOptions options = { MULL_PAPER_A4, i == 1, TRUE, FALSE };
      g_autofree char *text = dup_brief_text (content, &options);

      for (guint j = 0; j < G_N_ELEMENTS (hidden); j++)
        assert_has (text, hidden[j], FALSE);
      for (guint j = 0; j < G_N_ELEMENTS (shown) - (i == 0 ? 1 : 0); j++)
        assert_has (text, shown[j], TRUE);
    }
}

static void
test_private_never_prints (void)
{
  MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_typical ();
  g_autofree char *text = NULL;

  content->words_private = TRUE;
  content->n_older_touches = 0;
  text = dup_brief_text (content, &options);
  assert_has (text, "We cannot have", FALSE);
  assert_has (text, "Secretnote", FALSE);
  /* Not even the number of what is hidden. */
  assert_has (text, "more", FALSE);
}

static guint
count_parts (const char *text, const char *part)
{
  guint n_parts = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p++)
    n_parts++;
  return n_parts;
}

static void
test_crowded_says_what_is_missing (void)
{
  MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_crowded ();
  g_autoptr (MullLayout) layout = mull_brief_new (content, &options);
  g_autofree char *first = mull_layout_dup_text (layout, 0);
  g_autofree char *second = mull_layout_dup_text (layout, 1);
  g_autofree char *missing = NULL;
  guint n_shown;

  /* 60 people: the four of the typical deal and 56 numbered ones. */
  n_shown = count_parts (first, "Person number");
  n_shown += strstr (first, "Ann Ruiz\nChampion") != NULL ? 1 : 0;
  n_shown += strstr (first, "Gareth Hartwell\nDecision") != NULL ? 1 : 0;
  n_shown += strstr (first, "Priya Nair\nInflu") != NULL ? 1 : 0;
  n_shown += strstr (first, "Tom Baker\nUser") != NULL ? 1 : 0;
  missing = g_strdup_printf ("+%u more\nWhere it stands", 60 - n_shown);
  assert_has (first, missing, TRUE);
  /* The hole and the first person always stay. */
  assert_has (first, "Who signs above", TRUE);
  assert_has (first, "Ann Ruiz\nChampion", TRUE);

  /* 300 touches, one of them private, and 14 older ones. */
  n_shown = count_parts (second, "Touch number");
  n_shown += strstr (second, "Agenda for") != NULL ? 1 : 0;
  n_shown += strstr (second, "Second compressor") != NULL ? 1 : 0;
  n_shown += strstr (second, "No answer") != NULL ? 1 : 0;
  n_shown += strstr (second, "Asks to be left") != NULL ? 1 : 0;
  n_shown += strstr (second, "Walked the boiler") != NULL ? 1 : 0;
  g_free (missing);
  missing = g_strdup_printf ("+%u more\nScript", 299 + 14 - n_shown);
  assert_has (second, missing, TRUE);
  g_assert_cmpuint (n_shown, >=, 5);
  /* The newest stay, and the script as a whole. */
  assert_has (second, "Agenda for", TRUE);
  assert_has (second, "Can you find us", TRUE);
}

/* Names of other writings are whole, and on nothing else. */
static void
test_other_writings (void)
{
  static const char *const names[] = { "محمد عبد الرحمن", "山田太郎" };
  MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_crowded ();
  g_autoptr (MullLayout) layout = NULL;
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MullBriefPerson *person = g_ptr_array_index (content->people, i);

      g_free (person->name);
      person->name = g_strdup (names[i]);
    }
  layout = mull_brief_new (content, &options);
  mull_layout_check (layout);
  first = mull_layout_dup_text (layout, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_has (first, names[i], TRUE);
}

static void
test_deep_rows_go_first (void)
{
  MullBriefOptions options = { MULL_PAPER_A4, FALSE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_crowded ();
  g_autofree char *text = dup_brief_text (content, &options);
  const char *const lists[][3] = {
    { "Who signs above", "A date for the walk-through", "What an hour of standstill" },
    { "Ann Ruiz\nChampion", "Gareth Hartwell\n", "Priya Nair\nInflu" },
    { "Fault log", "Introduce us", "Promise number 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 1; j < G_N_ELEMENTS (lists[i]); j++)
      if (strstr (text, lists[i][j]) != NULL)
        assert_has (text, lists[i][j - 1], TRUE);
  /* A kept promise goes before an open one. */
  assert_has (text, "Two reference mills", FALSE);
  assert_has (text, "Send the service plan with", TRUE);
}

static void
test_empty_has_lines_to_write_on (void)
{
  MullBriefOptions options = { MULL_PAPER_A4, FALSE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_content_new ();
  g_autoptr (MullLayout) layout = mull_brief_new (content, &options);
  g_autofree char *text = mull_layout_dup_text (layout, 0);

  g_assert_cmpstr (text, ==,
                   "Outcome I want\nWhat they get\nI will ask for\nBefore you leave, get\n"
                   "What we will do, by when\nWhat they will do, by when\nNotes\nPage 1 of 1\n");
  g_assert_cmpuint (mull_layout_count_items (layout, 0, MULL_LAYOUT_ITEM_RULE), >, 3 + 2 + 10);
  g_assert_cmpuint (mull_layout_count_items (layout, 0, MULL_LAYOUT_ITEM_MARK), ==, 2);
}

static void
test_markup_is_literal (void)
{
  MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
  g_autoptr (MullBriefContent) content = mull_brief_sample_markup ();
  g_autofree char *text = dup_brief_text (content, &options);

  assert_has (text, "R&D <b>\"Süd\"</b> %s %n\n", TRUE);
  assert_has (text, "Smith & Sons <a href='x'>", TRUE);
  assert_has (text, "“100 % <i>sure</i> %s second line”\n", TRUE);
  assert_has (text, "Ann <O'Hara> & Co\n", TRUE);
  assert_has (text, "Printed on %s & <today>\n", TRUE);
}

static void
test_options (void)
{
  MullBriefOptions options;

  mull_brief_options_init (&options);
  g_assert_true (options.two_pages);
  g_assert_false (options.discreet);
  g_assert_cmpint (options.paper, ==, mull_paper_of_locale ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brief/all-fit", test_all_fit);
  g_test_add_func ("/brief/any-lengths-fit", test_any_lengths_fit);
  g_test_add_func ("/brief/typical-says-all", test_typical_says_all);
  g_test_add_func ("/brief/discreet-leaks-nothing", test_discreet_leaks_nothing);
  g_test_add_func ("/brief/private-never-prints", test_private_never_prints);
  g_test_add_func ("/brief/crowded-says-what-is-missing", test_crowded_says_what_is_missing);
  g_test_add_func ("/brief/other-writings", test_other_writings);
  g_test_add_func ("/brief/deep-rows-go-first", test_deep_rows_go_first);
  g_test_add_func ("/brief/empty-has-lines-to-write-on", test_empty_has_lines_to_write_on);
  g_test_add_func ("/brief/markup-is-literal", test_markup_is_literal);
  g_test_add_func ("/brief/options", test_options);
  return g_test_run ();
}
