/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-decision-maker.h"

#include "deal-fixture.h"
#include "mull-reason.h"

#define ANN 1
#define BOB 2
#define EVE 3

static void
test_judge (void)
{
  static const struct
  {
    const char *entries;
    const char *whom;    /* one digit per entry */
    const char *decides; /* of Ann, Bob, Eve */
    gint64 contact;
    gint64 decider;
    int last_on;
    gboolean mismatch;
    const char *says;
  } cases[] = {
    { "im1 oc2r", "11", "ny?", ANN, BOB, -1, TRUE,
      "You talk to Ann. Bob decides. Last spoke with Bob: never." },
    { "im1 oc2r bt3r", "112", "ny?", ANN, BOB, 3, TRUE, "Last spoke with Bob: " },
    { "im1 bt3r", "12", "ny?", ANN, BOB, 3, FALSE, NULL },
    { "im1 im2 bt3r", "122", "ny?", BOB, BOB, 3, FALSE, NULL },
    { "im1 oc2 om3 im4a im40 im5x", "122222", "ny?", ANN, BOB, -1, TRUE, "never." },
    { "im1", "1", "n??", ANN, 0, -1, FALSE, "You talk to Ann. Nobody is known to decide." },
    { "", "", "???", 0, 0, -1, FALSE, "Nobody is known to decide." },
    { "", "", "?y?", 0, BOB, -1, FALSE, NULL },
    { "im1 im2 im3", "133", "nyy", EVE, EVE, 3, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new (cases[i].entries, "", "", "");
      g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (mull_record_unref);
      g_autofree char *text = NULL;
      MullDecisionMaker result;

      for (guint j = 0; j < fixture->entries->len; j++)
        ((MullEntry *) g_ptr_array_index (fixture->entries, j))->person_id = cases[i].whom[j] - '0';
      for (gint64 person = ANN; person <= EVE; person++)
        {
          MullMember *member = mull_member_new ();

          member->person_id = person;
          member->decides = (MullTernary) fixture_letter ("?yn", cases[i].decides[person - 1]);
          g_ptr_array_add (members, member);
        }
      mull_decision_maker_judge (&result, members, fixture->entries, D (30), fixture->zone);
      text = mull_decision_maker_format (&result, "Ann", "Bob");
      g_test_message ("case %u: %s", i, text);
      g_assert_cmpint (result.contact_id, ==, cases[i].contact);
      g_assert_cmpint (result.decider_id, ==, cases[i].decider);
      g_assert_cmpint (result.decider_last_on, ==,
                       cases[i].last_on < 0 ? MULL_DAY_NONE : D (cases[i].last_on));
      g_assert_cmpint (result.mismatch, ==, cases[i].mismatch);
      if (cases[i].says == NULL)
        g_assert_null (text);
      else
        g_assert_nonnull (strstr (text, cases[i].says));
    }
}

/* Half a chance, or one of the last two and not the first. */
static void
test_expected_in (void)
{
  static const struct
  {
    const char *chances;
    const char *expected;
  } cases[] = {
    { "1389", "nnyy" }, { "1111", "nnyy" }, { "1511", "nyyy" }, { "5111", "ynyy" },
    { "11", "ny" },     { "1", "n" },       { "4", "n" },       { "5", "y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (mull_record_unref);

      for (guint k = 0; cases[i].chances[k] != '\0'; k++)
        {
          MullStage *stage = mull_stage_new ();

          stage->record.id = k + 1;
          stage->probability = (cases[i].chances[k] - '0') * 10;
          g_ptr_array_add (stages, stage);
        }
      for (guint k = 0; k < stages->len; k++)
        g_assert_cmpint (mull_decision_maker_expected_in (stages, stages->pdata[k]), ==,
                         cases[i].expected[k] == 'y');
    }
}

static void
test_explain (void)
{
  const MullDecisionMaker unknown = { .contact_id = ANN, .contacts = 2 };
  g_autoptr (GPtrArray) reasons = mull_decision_maker_explain (&unknown, "Ann", NULL, TRUE);

  g_assert_cmpuint (reasons->len, ==, 3);
  g_assert_cmpstr (((MullReason *) reasons->pdata[0])->text, ==, "Ann was heard in 2 touches.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decision-maker/judge", test_judge);
  g_test_add_func ("/decision-maker/expected-in", test_expected_in);
  g_test_add_func ("/decision-maker/explain", test_explain);
  return g_test_run ();
}
