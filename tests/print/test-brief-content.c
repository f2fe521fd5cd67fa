/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-brief-content.h"

static void
test_empty (void)
{
  g_autoptr (MullBriefContent) content = mull_brief_content_new ();

  g_assert_cmpstr (content->title, ==, "");
  g_assert_cmpstr (content->printed_on, ==, "");
  for (guint i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    {
      g_assert_cmpint (content->questions[i].answer, ==, MULL_TERNARY_UNKNOWN);
      g_assert_cmpstr (content->questions[i].evidence, ==, "");
    }
  g_assert_cmpuint (content->people->len, ==, 0);
  g_assert_null (content->pulse);
}

static void
test_promises_by_side (void)
{
  g_autoptr (MullBriefContent) content = mull_brief_content_new ();
  g_autoptr (MullBriefContent) again = mull_brief_content_ref (content);

  mull_brief_content_add_promise (content, MULL_SIDE_US, "us");
  mull_brief_content_add_promise (content, MULL_SIDE_BOTH, "both");
  mull_brief_content_add_promise (content, MULL_SIDE_THEM, "them");
  g_assert_cmpuint (again->our_promises->len, ==, 2);
  g_assert_cmpuint (again->their_promises->len, ==, 1);
}

/* Whatever is added is complete at once: no text of it is missing. */
static void
test_parts_have_texts (void)
{
  g_autoptr (MullBriefContent) content = mull_brief_content_new ();
  MullBriefPerson *person = mull_brief_content_add_person (content, "Ann");
  MullBriefPromise *promise = mull_brief_content_add_promise (content, MULL_SIDE_US, "words");
  MullBriefHole *hole = mull_brief_content_add_hole (content, "hole");
  MullBriefTouch *touch = mull_brief_content_add_touch (content, "touch");
  MullBriefBeat *beat = mull_brief_content_add_beat (content, "title", "text");

  g_assert_cmpstr (person->name, ==, "Ann");
  g_assert_cmpstr (person->job_title, ==, "");
  g_assert_cmpstr (person->last_spoke, ==, "");
  g_assert_cmpstr (person->quiet, ==, "");
  g_assert_cmpstr (promise->words, ==, "words");
  g_assert_cmpstr (promise->due, ==, "");
  g_assert_cmpstr (hole->text, ==, "hole");
  g_assert_cmpstr (hole->why, ==, "");
  g_assert_cmpstr (touch->text, ==, "touch");
  g_assert_cmpstr (touch->who, ==, "");
  g_assert_cmpstr (touch->day, ==, "");
  g_assert_false (touch->private);
  g_assert_cmpstr (beat->title, ==, "title");
  g_assert_cmpstr (beat->text, ==, "text");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brief-content/empty", test_empty);
  g_test_add_func ("/brief-content/promises-by-side", test_promises_by_side);
  g_test_add_func ("/brief-content/parts-have-texts", test_parts_have_texts);
  return g_test_run ();
}
