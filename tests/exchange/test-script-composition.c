/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-script-composition.h"

#include "mull-fill-in.h"
#include "mull-review.h"
#include "mull-template-reader.h"

#include <string.h>

/* Tuesday, 15:00. */
static const char now_text[] = "2026-11-24T15:00:00Z";
static const char *const things[] = {
  [MULL_HOLE_QUESTION] = "Who signs off the budget?",
  [MULL_HOLE_ACCESS] = "your operations group",
  [MULL_HOLE_INFORMATION] = "last year's downtime figures",
  [MULL_HOLE_FEEDBACK] = "the idea of two phases",
  [MULL_HOLE_COMMITMENT] = "a date for the site visit",
};

static const MullComposedAnswer *
find_answer (const MullScriptComposition *composition, const char *id)
{
  for (guint i = 0; i < composition->answers->len; i++)
    {
      const MullComposedAnswer *composed = g_ptr_array_index (composition->answers, i);

      if (g_str_equal (composed->answer->id, id))
        return composed;
    }
  return NULL;
}

static MullScriptFacts *
make_facts (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (now_text, NULL);
  MullScriptFacts *facts = mull_script_facts_new (g_date_time_to_unix (now) * G_USEC_PER_SEC, zone);

  mull_set_text (&facts->name, "Ann Ruiz");
  mull_set_text (&facts->company, "Hartwell Mills");
  mull_set_text (&facts->deal, "Boiler service");
  mull_set_text (&facts->my_name, "Tom Berg");
  mull_set_text (&facts->my_phone, "020 7946 0018");
  mull_set_text (&facts->why, "The size of the boiler depends on it.");
  mull_set_text (&facts->benefit, "no cold start in January");
  mull_set_text (&facts->promise, "Send the forty valves");
  mull_set_text (&facts->effort, "two other suppliers on Monday, our stock in Leeds yesterday");
  mull_set_text (&facts->way_out, "twenty valves from our own stock");
  mull_set_text (&facts->words, "The board has stopped all projects.");
  mull_set_text (&facts->thing, things[MULL_HOLE_QUESTION]);
  facts->left_at = facts->now - 30 * G_TIME_SPAN_MINUTE;
  facts->ask_day = mull_day_from_ymd (2026, 11, 26);
  facts->due_day = mull_day_from_ymd (2026, 11, 27);
  return facts;
}

static MullScriptComposition *
compose (const char *kind, const MullScriptFacts *facts, GHashTable *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullScriptTemplate) script = mull_template_reader_load (kind, &error);

  g_assert_no_error (error);
  return mull_script_composition_new (script, facts, own, mull_thresholds_get_default (), NULL);
}

static const char *
text_of (const MullScriptComposition *composition, const char *beat)
{
  const MullComposedBeat *composed = mull_script_composition_find_beat (composition, beat);

  g_assert_nonnull (composed);
  return composed->text;
}

static void
assert_speakable (const char *text)
{
  static const char *const broken[] = {
    "(null)", "  ", " .", " ,", "..", "…", "{", "}", "?.", " ?"
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    if (strstr (text, broken[i]) != NULL)
      g_error ("“%s” in: %s", broken[i], text);
}

/* What each hole is named with, each time it was left at. */
static const struct
{
  MullHoleKind hole;
  const char *named;
  const char *ask;
} holes[] = {
  { MULL_HOLE_QUESTION, "without asking you one thing: who signs off the budget.",
    "Could you tell me now, or by Thursday at the latest?" },
  { MULL_HOLE_ACCESS, "without asking you for an introduction to your operations group.",
    "Could you set up half an hour for me with your operations group by Thursday?" },
  { MULL_HOLE_INFORMATION, "without asking you for last year's downtime figures.",
    "Could you send me last year's downtime figures by Thursday?" },
  { MULL_HOLE_FEEDBACK, "without asking what you think of the idea of two phases.",
    "Could you tell me what you think now, or by Thursday at the latest?" },
  { MULL_HOLE_COMMITMENT, "without settling a date for the site visit with you.",
    "Could we settle it now, or by Thursday at the latest?" },
};
static const struct
{
  const char *left_at;
  MullOccasion occasion;
  const char *left;
} times[] = {
  { "2026-11-24T14:30:00Z", MULL_OCCASION_MEETING, "I just left our meeting " },
  { "2026-11-24T14:30:00Z", MULL_OCCASION_CALL, "I just put the phone down " },
  { "2026-11-24T09:00:00Z", MULL_OCCASION_MEETING, "I left our meeting this morning " },
  { "2026-11-24T12:30:00Z", MULL_OCCASION_CALL, "I ended our call this afternoon " },
  { "2026-11-23T09:00:00Z", MULL_OCCASION_MEETING, "When we met yesterday, I left " },
  { "2026-11-19T09:00:00Z", MULL_OCCASION_CALL,
    "When we spoke on Thursday, I put the phone down " },
  { "2026-11-03T09:00:00Z", MULL_OCCASION_MEETING, "When we met on 3 November, I left " },
};

static void
test_do_over_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (times); j++)
      {
        g_autoptr (MullScriptFacts) facts = make_facts ();
        g_autoptr (GDateTime) left_at = g_date_time_new_from_iso8601 (times[j].left_at, NULL);
        g_autoptr (MullScriptComposition) composition = NULL;
        g_autofree char *named = g_strconcat (times[j].left, holes[i].named, NULL);

        facts->hole = holes[i].hole;
        facts->occasion = times[j].occasion;
        facts->left_at = g_date_time_to_unix (left_at) * G_USEC_PER_SEC;
        mull_set_text (&facts->thing, things[holes[i].hole]);
        composition = compose ("do-over", facts, NULL);

        g_test_message ("%s", composition->spoken);
        g_test_message ("  voicemail, %.1f s: %s", composition->message->seconds,
                        composition->message->text);
        g_assert_cmpstr (text_of (composition, "name-it"), ==, named);
        g_assert_cmpstr (text_of (composition, "ask"), ==, holes[i].ask);
        assert_speakable (composition->spoken);
        assert_speakable (composition->message->text);
        /* Our own words stand up to our own reviewer. */
        g_assert_cmpuint (composition->n_remarks, ==, 0);
        g_assert_cmpuint (composition->n_questions, ==, 1);
        g_assert_true (composition->asks && composition->names_day);
        g_assert_cmpfloat (composition->seconds, <=, 45);
        g_assert_cmpfloat (composition->message->seconds, <=, 20);
      }
}

static void
test_do_over_whole (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (MullScriptComposition) composition = compose ("do-over", facts, NULL);
  const MullComposedAnswer *mail = find_answer (composition, "send-mail");
  const MullComposedAnswer *why = find_answer (composition, "why");
  const MullComposedBeat *ask = mull_script_composition_find_beat (composition, "ask");

  g_assert_cmpstr (
      composition->spoken, ==,
      "Ann, I slipped up, and I would like to put it right. "
      "I just left our meeting without asking you one thing: who signs off the budget. "
      "The reason I ask: the size of the boiler depends on it. "
      "And what you get out of it: no cold start in January. "
      "Could you tell me now, or by Thursday at the latest? "
      "It matters to me how we work together, and I would rather ask twice than get it "
      "wrong for you.");
  g_assert_cmpstr (
      composition->message->text, ==,
      "Ann, this is Tom Berg. I slipped up. "
      "I just left our meeting without asking you one thing: who signs off the budget. "
      "Could you ring me with the answer by Thursday? My number is 020 7946 0018.");
  g_assert_cmpstr (why->text, ==, text_of (composition, "why-it-helps"));
  g_assert_null (why->mail);
  g_assert_cmpstr (mail->subject, ==, "One question about Boiler service");
  g_assert_cmpstr (
      mail->mail, ==,
      "Hello Ann,\n\n"
      "I slipped up, and I would like to put it right.\n\n"
      "I just left our meeting without asking you one thing: who signs off the "
      "budget.\n\n"
      "The reason I ask: the size of the boiler depends on it. And what you get out of "
      "it: no cold start in January.\n\n"
      "Could you write me the answer by Thursday?\n\n"
      "It matters to me how we work together, and I would rather ask twice than get it "
      "wrong for you.\n\n"
      "Tom Berg, 020 7946 0018");
  g_assert_cmpfloat_with_epsilon (ask->starts_at, composition->seconds_before_ask, 1e-9);
}

static void
test_own_text (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MullScriptComposition) composition = NULL;

  g_hash_table_insert (own, (char *) "own-it", (char *) "I goofed, {person}.");
  g_hash_table_insert (own, (char *) "ask", (char *) "Can you?");
  g_hash_table_insert (own, (char *) "relationship", (char *) "");
  composition = compose ("do-over", facts, own);

  g_assert_true (mull_script_composition_find_beat (composition, "own-it")->own);
  g_assert_false (mull_script_composition_find_beat (composition, "name-it")->own);
  g_assert_true (g_str_has_prefix (composition->spoken, "I goofed, Ann. I just left"));
  g_assert_true (g_str_has_suffix (composition->spoken, "Can you?"));
  /* What the rep wrote goes into voicemail and mail as well. */
  g_assert_true (g_str_has_prefix (composition->message->text,
                                   "Ann, this is Tom Berg. I goofed, Ann. I just left"));
  g_assert_nonnull (strstr (composition->message->text, "Can you?"));
  g_assert_nonnull (strstr (find_answer (composition, "send-mail")->mail, "\n\nCan you?\n\nTom"));
  /* No day is named. */
  g_assert_false (composition->names_day);
  g_assert_cmpuint (composition->n_remarks, ==, 1);
  g_assert_cmpuint (mull_script_composition_find_beat (composition, "ask")->remarks->len, ==, 1);
}

/* A machine is told who speaks, whatever the rep writes into the beats, and nobody is addressed
 * twice. */
static void
test_message_says_who_speaks (void)
{
  const char *const *kinds = mull_template_reader_list ();
  g_autoptr (MullScriptFacts) facts = make_facts ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (MullScriptComposition) plain = compose (kinds[i], facts, NULL);
      g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (MullScriptComposition) composition = NULL;

      for (guint j = 0; j < plain->beats->len; j++)
        g_hash_table_insert (own, (char *) ((MullComposedBeat *) plain->beats->pdata[j])->beat->id,
                             (char *) "Ann, it was my mistake.");
      composition = compose (kinds[i], facts, own);
      g_test_message ("%s: %s", kinds[i], composition->message->text);
      g_assert_true (g_str_has_prefix (composition->message->text, "Ann, this is Tom Berg. "));
      g_assert_null (strstr (composition->message->text, " Ann, "));
      g_assert_true (g_str_has_prefix (composition->spoken, "Ann, it was my mistake."));
      if (g_str_equal (kinds[i], "do-over"))
        g_assert_true (g_str_has_prefix (find_answer (composition, "send-mail")->mail,
                                         "Hello Ann,\n\nIt was my mistake.\n\n"));
    }
}

/* The message has words of its own as well, and is looked at by itself then. */
static void
test_own_message (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MullScriptComposition) composition = NULL;
  const MullComposedBeat *message;

  g_hash_table_insert (own, (char *) MULL_REVIEW_VOICEMAIL,
                       (char *) "{person}, I forgot one thing. Ring me.");
  composition = compose ("do-over", facts, own);
  message = mull_script_composition_find_beat (composition, MULL_REVIEW_VOICEMAIL);
  g_assert_true (message == composition->message);
  g_assert_true (message->own);
  g_assert_cmpstr (message->text, ==, "Ann, I forgot one thing. Ring me.");
  g_assert_null (strstr (composition->spoken, "Ring me."));
  /* No question, no day. */
  g_assert_cmpuint (message->remarks->len, ==, 2);
  g_assert_cmpuint (composition->n_remarks, ==, 2);
  g_assert_true (composition->names_day);
}

static void
test_nothing_known (void)
{
  const char *const *kinds = mull_template_reader_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (int hole = 0; hole <= MULL_HOLE_COMMITMENT; hole++)
      {
        g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
        g_autoptr (MullScriptFacts) facts = mull_script_facts_new (0, zone);
        g_autoptr (MullScriptComposition) composition = NULL;

        facts->hole = (MullHoleKind) hole;
        composition = compose (kinds[i], facts, NULL);
        g_test_message ("%s", composition->spoken);
        g_assert_null (strstr (composition->spoken, "(null)"));
        g_assert_null (strstr (composition->spoken, "…."));
        g_assert_null (strchr (composition->spoken, '{'));
        g_assert_cmpuint (composition->n_remarks, >, 0);
        for (guint j = 0; j < composition->beats->len; j++)
          {
            const MullComposedBeat *composed = g_ptr_array_index (composition->beats, j);
            gboolean marked = FALSE;

            for (guint k = 0; k < composed->remarks->len; k++)
              marked |= ((MullRemark *) g_ptr_array_index (composed->remarks, k))->category ==
                        MULL_REMARK_GAP;
            g_assert_cmpint (marked, ==, strstr (composed->text, MULL_FILL_IN_GAP) != NULL);
          }
      }
}

/* All kinds, filled in: no remark, nothing broken, every answer and mail there. */
static void
test_all_kinds (void)
{
  const char *const *kinds = mull_template_reader_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (int first_time = 0; first_time <= 1; first_time++)
      {
        g_autoptr (MullScriptFacts) facts = make_facts ();
        g_autoptr (MullScriptComposition) composition = NULL;

        facts->first_time = first_time;
        composition = compose (kinds[i], facts, NULL);
        g_test_message ("%s, %.0f s: %s", kinds[i], composition->seconds, composition->spoken);
        g_test_message ("  voicemail, %.0f s: %s", composition->message->seconds,
                        composition->message->text);
        assert_speakable (composition->spoken);
        assert_speakable (composition->message->text);
        g_assert_cmpuint (composition->n_remarks, ==, 0);
        g_assert_cmpstr (composition->message->text, !=, "");
        for (guint j = 0; j < composition->answers->len; j++)
          {
            const MullComposedAnswer *answer = g_ptr_array_index (composition->answers, j);

            g_test_message ("  %s %s", answer->answer->title, answer->text);
            assert_speakable (answer->text);
            g_assert_cmpstr (answer->text, !=, "");
            g_assert_cmpint (answer->mail != NULL, ==, answer->subject != NULL);
            if (answer->mail == NULL)
              continue;
            g_test_message ("  [%s] %s", answer->subject, answer->mail);
            assert_speakable (answer->subject);
            assert_speakable (answer->mail);
          }
        g_assert_nonnull (find_answer (composition, "send-mail"));
      }
}

static void
test_first_time_only_if_true (void)
{
  g_autoptr (MullScriptFacts) facts = make_facts ();
  g_autoptr (MullScriptComposition) again = compose ("own-it", facts, NULL);
  g_autoptr (MullScriptComposition) first = NULL;

  facts->first_time = TRUE;
  first = compose ("own-it", facts, NULL);
  g_assert_null (strstr (again->spoken, "the first one to you"));
  g_assert_nonnull (strstr (first->spoken, "the first one to you"));
}

static void
test_records (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (MullScriptFacts) facts = mull_script_facts_new (0, zone);
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();

  hole->kind = MULL_HOLE_ACCESS;
  hole->left_at = 7;
  mull_set_text (&hole->text, "them");
  mull_set_text (&hole->why, "why");
  mull_set_text (&hole->benefit, "gain");
  mull_script_facts_set_hole (facts, hole);
  g_assert_cmpint (facts->hole, ==, MULL_HOLE_ACCESS);
  g_assert_cmpint (facts->left_at, ==, 7);
  g_assert_cmpstr (facts->thing, ==, "them");
  g_assert_cmpstr (facts->why, ==, "why");
  g_assert_cmpstr (facts->benefit, ==, "gain");

  commitment->due_on = 9;
  mull_set_text (&commitment->words, "the drawings");
  mull_script_facts_set_commitment (facts, commitment);
  g_assert_cmpint (facts->due_day, ==, 9);
  g_assert_cmpstr (facts->promise, ==, "the drawings");

  mull_set_text (&roadblock->symptom, "not happening");
  mull_set_text (&roadblock->underlying, "no money");
  mull_set_text (&roadblock->takes, "a lease");
  mull_script_facts_set_roadblock (facts, roadblock);
  g_assert_cmpstr (facts->words, ==, "not happening");
  g_assert_cmpstr (facts->reason, ==, "no money");
  g_assert_cmpstr (facts->takes, ==, "a lease");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-composition/do-over-cases", test_do_over_cases);
  g_test_add_func ("/script-composition/do-over-whole", test_do_over_whole);
  g_test_add_func ("/script-composition/own-text", test_own_text);
  g_test_add_func ("/script-composition/message-says-who-speaks", test_message_says_who_speaks);
  g_test_add_func ("/script-composition/own-message", test_own_message);
  g_test_add_func ("/script-composition/nothing-known", test_nothing_known);
  g_test_add_func ("/script-composition/all-kinds", test_all_kinds);
  g_test_add_func ("/script-composition/first-time-only-if-true", test_first_time_only_if_true);
  g_test_add_func ("/script-composition/records", test_records);
  return g_test_run ();
}
