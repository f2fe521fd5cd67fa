/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-rule-reader.h"

#include "mull-cue-rule.h"
#include "mull-cue.h"
#include "mull-error.h"
#include "mull-exchange.h"

#include <gio/gio.h>
#include <string.h>

#define HEAD "<rules xmlns='urn:x-mulligan:review-rules' language='en'>\n"
#define RULE(attributes, inside)                                                                   \
  "<rule id='a' category='hedge'" attributes ">\n" inside                                          \
  "<reason>Why.</reason><suggestion>What.</suggestion></rule>\n"
#define TAIL "</rules>\n"

static MullRuleSet *
read_rules (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mull_rule_reader_read (bytes, "mine.xml", error);
}

static void
test_bundled (void)
{
  const char *const *languages = mull_rule_reader_list ();

  g_assert_true (g_strv_contains (languages, "en"));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullRuleSet) set = mull_rule_reader_load (languages[i], &error);
      guint categories = 0;

      g_assert_no_error (error);
      g_assert_cmpstr (set->language, ==, languages[i]);
      g_assert_cmpuint (set->requests->len, >, 0);
      g_assert_cmpuint (set->days->len, >, 0);
      g_assert_cmpuint (set->greetings->len, >, 0);
      for (guint j = 0; j < set->rules->len; j++)
        {
          const MullRule *rule = set->rules->pdata[j];

          categories |= MULL_REMARK_BIT (rule->category);
          g_assert_cmpstr (rule->reason, !=, "");
          g_assert_cmpstr (rule->suggestion, !=, "");
          g_assert_cmpuint (rule->expressions->len, >, 0);
        }
      /* All that are about words; the others are about structure. */
      g_assert_cmphex (
          categories, ==,
          MULL_REMARK_BIT (MULL_REMARK_NO_OWNERSHIP) | MULL_REMARK_BIT (MULL_REMARK_EXCUSE) |
              MULL_REMARK_BIT (MULL_REMARK_BLAME) | MULL_REMARK_BIT (MULL_REMARK_PRESSURE) |
              MULL_REMARK_BIT (MULL_REMARK_ABOUT_US) | MULL_REMARK_BIT (MULL_REMARK_PITCH) |
              MULL_REMARK_BIT (MULL_REMARK_HEDGE) | MULL_REMARK_BIT (MULL_REMARK_OVER_APOLOGY) |
              MULL_REMARK_BIT (MULL_REMARK_UNTRUE_FIRST_TIME));
    }
}

/* What speaks for a remark about a text of which nothing is known. */
static int
sum_of_nothing (const MullRuleSet *set, MullRemarkCategory category)
{
  g_autoptr (GArray) quotations = mull_quotations_of ("");
  MullSpan nothing = { 0, 0 };
  g_autoptr (GArray) cues = mull_cues_of ("", &nothing, quotations, "", "");

  mull_cue_table_weigh (set->cue_table, cues);
  return mull_cues_sum (cues, category);
}

/* Each language that has rules has learned for each remark that they say was learned. */
static void
test_learned (void)
{
  const char *const *languages = mull_rule_reader_list ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullRuleSet) set = mull_rule_reader_load (languages[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (set->cue_rules->len, ==, 8);
      for (guint j = 0; j < set->cue_rules->len; j++)
        {
          const MullCueRule *cue_rule = set->cue_rules->pdata[j];

          g_assert_cmpstr (cue_rule->rule->reason, !=, "");
          g_assert_cmpstr (cue_rule->rule->suggestion, !=, "");
          /* A remark is rare: nothing speaks for it where nothing is known. */
          g_assert_cmpint (sum_of_nothing (set, cue_rule->rule->category), <, 0);
        }
    }
}

static void
test_unknown_language (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_rule_reader_load ("../en", NULL));
  g_assert_null (mull_rule_reader_load ("fr", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "structure alone"));
}

static void
test_reads (void)
{
  static const char text[] =
      HEAD "<words id='so'>so|very</words>\n<greeting>hi</greeting>\n<request>ring "
           "me</request>\n<reply>ring</reply>\n<another>and "
           "who</another>\n<day>lundi</day>\n<past>was lundi</past>\n"
           "<vague>soon</vague>\n<put-off>or later</put-off>\n"
           "<rule id='a' category='about-us' kinds=' do-over\n own-it ' beats='ask' wholes='no' "
           "where='question' from='2' yields-to=' blame\n hedge '>"
           "<find>{so} (?:late|slow){2}</find><find>we</find><except>so what</except>"
           "<reason>It is\n long.</reason><suggestion>Cut it.</suggestion><instead> less </instead>"
           "</rule>\n"
           "<rule id='b' category='hedge'><expect>you</expect>"
           "<reason>R.</reason><suggestion>S.</suggestion><instead/></rule>" TAIL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullRuleSet) set = read_rules (text, &error);
  const MullRule *rule;

  g_assert_no_error (error);
  g_assert_cmpuint (set->rules->len, ==, 2);
  g_assert_cmpuint (set->greetings->len, ==, 1);
  g_assert_cmpuint (set->requests->len, ==, 1);
  g_assert_cmpuint (set->others->len, ==, 1);
  g_assert_cmpuint (set->replies->len, ==, 1);
  g_assert_cmpuint (set->days->len, ==, 1);
  g_assert_cmpuint (set->pasts->len, ==, 1);
  g_assert_cmpuint (set->vagues->len, ==, 1);
  g_assert_cmpuint (set->put_offs->len, ==, 1);
  rule = set->rules->pdata[0];
  g_assert_cmpint (rule->category, ==, MULL_REMARK_ABOUT_US);
  g_assert_cmpuint (g_strv_length (rule->kinds), ==, 2);
  g_assert_cmpstr (rule->kinds[1], ==, "own-it");
  g_assert_cmpstr (rule->beats[0], ==, "ask");
  g_assert_true (rule->beats_only);
  g_assert_cmpint (rule->where, ==, MULL_RULE_QUESTION);
  g_assert_cmpuint (rule->from, ==, 2);
  g_assert_cmphex (rule->yields_to, ==,
                   MULL_REMARK_BIT (MULL_REMARK_BLAME) | MULL_REMARK_BIT (MULL_REMARK_HEDGE));
  g_assert_false (rule->expects);
  g_assert_cmpuint (rule->expressions->len, ==, 2);
  g_assert_true (g_regex_match (rule->expressions->pdata[0], "VERY lateslow", 0, NULL));
  g_assert_cmpuint (rule->exceptions->len, ==, 1);
  g_assert_cmpstr (rule->reason, ==, "It is long.");
  g_assert_cmpstr (rule->instead, ==, "less");
  rule = set->rules->pdata[1];
  g_assert_true (rule->expects);
  g_assert_null (rule->kinds);
  g_assert_cmpuint (rule->from, ==, 1);
  g_assert_cmphex (rule->yields_to, ==, 0);
  g_assert_cmpstr (rule->instead, ==, "");
}

/* Classes stand before the rules that need them, are made of each other and are broken into lines
 * after a bar. */
static void
test_classes (void)
{
  static const char text[] =
      HEAD "<words id='person'>\n  driver|\n  old\n  colleague</words>\n" RULE (
          "", "<find>{person} forgot</find>") "<words id='anybody'>my {person}|they</words>\n"
                                              "<rule id='b' category='blame'><find>{anybody}\n"
                                              "lost</find><reason>R.</reason>"
                                              "<suggestion>S.</suggestion></rule>\n" TAIL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullRuleSet) set = read_rules (text, &error);
  const MullRule *rules[2];

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rules[i] = set->rules->pdata[i];
  g_assert_true (g_regex_match (rules[0]->expressions->pdata[0], "a driver forgot", 0, NULL));
  g_assert_true (g_regex_match (rules[0]->expressions->pdata[0], "old colleague forgot", 0, NULL));
  g_assert_true (g_regex_match (rules[1]->expressions->pdata[0], "my driver lost it", 0, NULL));
  g_assert_true (g_regex_match (rules[1]->expressions->pdata[0], "they lost it", 0, NULL));
  g_assert_false (g_regex_match (rules[1]->expressions->pdata[0], "driver lost it", 0, NULL));
}

static GBytes *
bundled_bytes (const char *language)
{
  g_autofree char *path = g_strdup_printf (MULL_EXCHANGE_RESOURCE_PATH "/rules/%s.xml", language);

  mull_exchange_init ();
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* What comes with the program is loaded without the checks that others' rules are held to, as it
 * is held to them here. */
static void
test_bundled_known (void)
{
  const char *const *languages = mull_rule_reader_list ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = bundled_bytes (languages[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MullRuleSet) set = mull_rule_reader_read (bytes, languages[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (set);
    }
}

/* A class that no expression uses is one that somebody forgot to take out. */
static void
test_classes_used (void)
{
  const char *const *languages = mull_rule_reader_list ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = bundled_bytes (languages[i]);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GRegex) class = g_regex_new ("<words id=\"([^\"]+)\"", 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (class, text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *id = g_match_info_fetch (match, 1);
          g_autofree char *used = g_strdup_printf ("{%s}", id);

          if (strstr (text, used) == NULL)
            g_test_message ("%s: %s", languages[i], id);
          g_assert_nonnull (strstr (text, used));
        }
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { HEAD RULE ("", "\n<find>(so</find>") TAIL, "“mine.xml” cannot be used; line 4: The expr" },
    { HEAD RULE ("", "<find>so</find>\n<except>[a</except>") TAIL, "line 4: The expression “[a”" },
    { HEAD RULE ("", "<find>(?:a+)+</find>") TAIL, "line 3: The expression" },
    { HEAD RULE ("", "<find>x?</find>") TAIL, "it fits an empty text" },
    { HEAD RULE ("", "<find>{so} x</find>") TAIL, "line 3: there are no words “so” before it" },
    { HEAD "<words id='so'>{so} x</words>\n" RULE ("", "<find>{so}</find>") TAIL,
      "line 2: there are no words “so” before it" },
    { HEAD "<words id='so'>a</words>\n<words id='so'>b</words>\n" RULE ("", "<find>{so}</find>")
          TAIL,
      "line 3: this id was used before" },
    { HEAD RULE ("", "<find>{so}</find>") "<words id='so'>a</words>\n" TAIL, "line" },
    { HEAD "<words id='so'>(a</words>\n" RULE ("", "<find>{so}</find>") TAIL, "line 2:" },
    { HEAD "<greeting>*</greeting>\n" RULE ("", "<find>a</find>") TAIL, "line 2:" },
    { HEAD RULE ("", "<find>a</find>") RULE ("", "<find>b</find>") TAIL,
      "line 4: this id was used before" },
    { HEAD "<rule id='a' category='rude'><find>a</find><reason>R.</reason>"
           "<suggestion>S.</suggestion></rule>" TAIL,
      "line 2:" },
    { HEAD RULE (" where='nowhere'", "<find>a</find>") TAIL, "line 2:" },
    { HEAD RULE (" yields-to='rude'", "<find>a</find>") TAIL, "line 2:" },
    { HEAD RULE (" from='0'", "<find>a</find>") TAIL, "line 2:" },
    { HEAD RULE ("", "<find>a</find><expect>b</expect>") TAIL, "line" },
    { HEAD RULE ("", "") TAIL, "line" },
    { HEAD TAIL, "line" },
    { "<rules xmlns='urn:x-mulligan:review-rules' language='English'>" RULE ("", "<find>a</find>")
          TAIL,
      "line 1:" },
    { HEAD RULE ("", "<find>a</find>"), "line" },
    { "<!DOCTYPE rules>" HEAD RULE ("", "<find>a</find>") TAIL, "a document type is not allowed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullRuleSet) set = read_rules (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (set);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_true (g_str_has_prefix (error->message, "“mine.xml” cannot be used"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mull_exchange_init ();
  g_test_add_func ("/rule-reader/bundled", test_bundled);
  g_test_add_func ("/rule-reader/learned", test_learned);
  g_test_add_func ("/rule-reader/unknown-language", test_unknown_language);
  g_test_add_func ("/rule-reader/reads", test_reads);
  g_test_add_func ("/rule-reader/classes", test_classes);
  g_test_add_func ("/rule-reader/bundled-known", test_bundled_known);
  g_test_add_func ("/rule-reader/classes-used", test_classes_used);
  g_test_add_func ("/rule-reader/refuses", test_refuses);
  return g_test_run ();
}
