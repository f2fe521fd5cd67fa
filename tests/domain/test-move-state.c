/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-move-facts.h"
#include "mull-move-state.h"
#include "mull-reason.h"

#include "deal-fixture.h"

#define B "im1 om2 oc6 om12"

typedef struct
{
  const char *name;
  const char *entries;
  const char *touches;
  const char *commitments;
  const char *quiets;
  int today;
  MullMoveState state;
  int on;
  MullMoveFlags flags;
} Vector;

/* clang-format off */
static const Vector vectors[] = {
  /* The eleven by which the rule is defined: today is day 30, dark after 14 days. */
  { "two-days-one-channel", "im1 om2 om3", "", "", "", 30, MULL_MOVE_FADING, 2, 0 },
  { "three-days-two-channels", B, "", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "auto-reply", B " im13a@40", "", "", "", 30, MULL_MOVE_AWAY, 40, 0 },
  { "quiet", B, "", "", "60", 30, MULL_MOVE_QUIET, 60, 0 },
  { "their-mail", B " im29", "", "", "", 30, MULL_MOVE_OURS, 29, 0 },
  { "their-mail-with-a-promise", B " im29", "", "t35", "", 30, MULL_MOVE_THEIRS, 35, 0 },
  { "a-meeting-accepted", B, "33+", "", "", 30, MULL_MOVE_MEETING_SET, 33, 0 },
  { "our-promise-overdue", B, "", "u20", "", 30, MULL_MOVE_WE_OWE, 20, 0 },
  { "only-notes-and-edits", "im1 -n9 -f12 -n29", "", "", "", 30, MULL_MOVE_OURS, 1, MULL_MOVE_WE_WENT_QUIET },
  { "never-heard", "om1 om2 oc3 om4 om5 om6", "", "", "", 30, MULL_MOVE_NEVER_HEARD, 1, 0 },
  { "three-mails-on-one-day", "im1 om5 om5 om5", "", "", "", 30, MULL_MOVE_THEIRS, 5, MULL_MOVE_ONLY_ONE_TRY },

  /* Borders of the silence: days, tries, channels. */
  { "dark-on-the-day", B, "", "", "", 16, MULL_MOVE_DARK, 2, 0 },
  { "dark-one-day-early", B, "", "", "", 15, MULL_MOVE_FADING, 2, 0 },
  { "one-channel-never-dark", "im1 om2 om6 om12", "", "", "", 90, MULL_MOVE_FADING, 2, 0 },
  { "two-tries-never-dark", "im1 om2 oc6", "", "", "", 90, MULL_MOVE_FADING, 2, 0 },
  { "two-tries-in-one-day-each", "im1 om2 oc2 om6 oc6", "", "", "", 90, MULL_MOVE_FADING, 2, 0 },
  { "fading-on-the-day", "im1 om2 om3", "", "", "", 9, MULL_MOVE_FADING, 2, 0 },
  { "fading-one-day-early", "im1 om2 om3", "", "", "", 8, MULL_MOVE_THEIRS, 2, 0 },
  { "one-try-on-the-day", "im1 om5", "", "", "", 12, MULL_MOVE_THEIRS, 5, MULL_MOVE_ONLY_ONE_TRY },
  { "one-try-one-day-early", "im1 om5", "", "", "", 11, MULL_MOVE_THEIRS, 5, 0 },
  { "went-quiet-on-the-day", "im1", "", "", "", 8, MULL_MOVE_OURS, 1, MULL_MOVE_WE_WENT_QUIET },
  { "went-quiet-one-day-early", "im1", "", "", "", 7, MULL_MOVE_OURS, 1, 0 },

  /* What counts as heard. */
  { "an-auto-reply-is-nobody", "om1 im2a", "", "", "", 30, MULL_MOVE_NEVER_HEARD, 1, 0 },
  { "a-call-not-reached", "im1 oc5", "", "", "", 6, MULL_MOVE_THEIRS, 5, 0 },
  { "a-call-reached", "im1 oc5r", "", "", "", 6, MULL_MOVE_OURS, 5, 0 },
  { "a-meeting-held", B " bt28r", "", "", "", 30, MULL_MOVE_OURS, 28, 0 },
  { "a-mail-is-not-reached", "im1 om5r", "", "", "", 6, MULL_MOVE_THEIRS, 5, 0 },
  { "the-trash-does-not-count", B " im29x", "", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "an-answer-of-the-same-moment", "om5 im5", "", "", "", 6, MULL_MOVE_OURS, 5, 0 },
  { "an-entry-dated-ahead", "im1 im40", "", "", "", 5, MULL_MOVE_OURS, 1, 0 },
  { "no-entries-at-all", "", "", "", "", 5, MULL_MOVE_NEVER_HEARD, 0, MULL_MOVE_NOT_TRIED },
  { "only-notes", "-n3", "", "", "", 5, MULL_MOVE_NEVER_HEARD, 0, MULL_MOVE_NOT_TRIED },
  { "tried-once", "om3", "", "", "", 5, MULL_MOVE_NEVER_HEARD, 3, 0 },

  /* Ends of the other states. */
  { "quiet-last-day", B, "", "", "31", 30, MULL_MOVE_QUIET, 31, 0 },
  { "quiet-is-over-on-its-day", B, "", "", "30", 30, MULL_MOVE_DARK, 2, 0 },
  { "quiet-lifted", B, "", "", "60x", 30, MULL_MOVE_DARK, 2, 0 },
  { "the-longest-quiet", B, "", "", "40 60 50", 30, MULL_MOVE_QUIET, 60, 0 },
  { "away-last-day", B " im13a@31", "", "", "", 30, MULL_MOVE_AWAY, 31, 0 },
  { "back-on-the-day", B " im13a@30", "", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "away-told-to-the-rep", B " -n13@31", "", "", "", 30, MULL_MOVE_AWAY, 31, 0 },
  { "meeting-today", B, "30+", "", "", 30, MULL_MOVE_MEETING_SET, 30, 0 },
  { "meeting-yesterday", B, "29+", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "meeting-not-accepted", B, "33", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "meeting-dropped", B, "33+x", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "call-planned", B, "33+c", "", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "the-next-meeting", B, "40+ 33+ 20+", "", "", 30, MULL_MOVE_MEETING_SET, 33, 0 },
  { "our-promise-due-today", B, "", "u30", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "our-promise-due-yesterday", B, "", "u29", "", 30, MULL_MOVE_WE_OWE, 29, 0 },
  { "our-promise-at-risk", B, "", "u29!", "", 30, MULL_MOVE_WE_OWE, 29, 0 },
  { "our-promise-kept", B, "", "u29k", "", 30, MULL_MOVE_DARK, 2, 0 },
  { "our-oldest-promise", B, "", "u29 u12 u20", "", 30, MULL_MOVE_WE_OWE, 12, 0 },
  { "a-promise-of-both", B, "", "b20", "", 30, MULL_MOVE_WE_OWE, 20, 0 },
  { "their-promise-due-today", "im1", "", "t30", "", 30, MULL_MOVE_THEIRS, 30, 0 },
  { "their-promise-due-yesterday", "im1", "", "t29", "", 30, MULL_MOVE_OURS, 1, MULL_MOVE_WE_WENT_QUIET },
  { "a-promise-does-not-hide-the-dark", B, "", "t35", "", 30, MULL_MOVE_DARK, 2, 0 },

  /* The order of the rule. */
  { "quiet-before-away", B " im13a@40", "33+", "u20", "60", 30, MULL_MOVE_QUIET, 60, 0 },
  { "away-before-meeting", B " im13a@40", "33+", "u20", "", 30, MULL_MOVE_AWAY, 40, 0 },
  { "meeting-before-we-owe", B, "33+", "u20", "", 30, MULL_MOVE_MEETING_SET, 33, 0 },
  { "we-owe-before-never-heard", "om1", "", "u20", "", 30, MULL_MOVE_WE_OWE, 20, 0 },
};
/* clang-format on */

static MullMoveVerdict
decide (DealFixture *fixture, int dark_days, MullDay today)
{
  MullMoveFacts facts;

  mull_move_facts_collect (&facts, fixture->deal, fixture->entries, fixture->touches,
                           fixture->commitments, fixture->quiets, today, fixture->zone);
  return mull_move_state_decide (&facts, dark_days, mull_thresholds_get_default (), today);
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  g_autoptr (DealFixture) fixture =
      deal_fixture_new (vector->entries, vector->touches, vector->commitments, vector->quiets);
  MullMoveVerdict verdict = decide (fixture, 14, D (vector->today));

  g_assert_cmpstr (mull_move_state_label (verdict.state), ==,
                   mull_move_state_label (vector->state));
  g_assert_cmpint (verdict.on - DAY_ZERO, ==, vector->on);
  g_assert_cmpint (verdict.flags, ==, vector->flags);
}

static void
test_closed (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new (B, "33+", "u20", "60");
  MullMoveVerdict verdict;

  fixture->deal->outcome = MULL_OUTCOME_SAID_NO;
  fixture->deal->closed_at = NOON (D (29));
  verdict = decide (fixture, 14, D (30));
  g_assert_cmpint (verdict.state, ==, MULL_MOVE_CLOSED);
  g_assert_cmpint (verdict.on, ==, D (29));
  g_assert_cmpint (verdict.recheck_on, ==, MULL_DAY_NONE);
}

static void
test_fade_is_half (void)
{
  static const struct
  {
    int dark;
    int fade;
  } cases[] = { { 2, 1 }, { 3, 2 }, { 10, 5 }, { 13, 7 }, { 14, 7 }, { 15, 8 }, { 365, 183 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new ("im1 om2 om3", "", "", "");
      MullDay fades = D (2) + cases[i].fade;

      g_assert_cmpint (mull_move_fade_days (cases[i].dark), ==, cases[i].fade);
      /* The second try was a day after the first. */
      if (cases[i].fade > 1)
        g_assert_cmpint (decide (fixture, cases[i].dark, fades - 1).state, ==, MULL_MOVE_THEIRS);
      g_assert_cmpint (decide (fixture, cases[i].dark, fades).state, ==, MULL_MOVE_FADING);
    }
}

/* 23:30 in London is the next day in Berlin: two mails there are one try here. */
static void
test_days_are_civil (void)
{
  static const struct
  {
    const char *zone;
    MullDay heard;
    MullMoveState state;
  } cases[] = {
    { "UTC", D (1), MULL_MOVE_FADING },
    { "Europe/Berlin", D (2), MULL_MOVE_THEIRS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new ("im1 om2 om3", "", "", "");
      const gint64 half_past_eleven = (gint64) (11 * 60 + 30) * 60 * G_USEC_PER_SEC;
      MullMoveFacts facts;

      for (guint j = 0; j < 2; j++)
        ((MullEntry *) g_ptr_array_index (fixture->entries, j))->happened_at += half_past_eleven;
      g_time_zone_unref (fixture->zone);
      fixture->zone = g_time_zone_new_identifier (cases[i].zone);
      g_assert_nonnull (fixture->zone);
      mull_move_facts_collect (&facts, fixture->deal, fixture->entries, NULL, NULL, NULL, D (30),
                               fixture->zone);
      g_assert_cmpint (facts.heard_on, ==, cases[i].heard);
      g_assert_cmpint (decide (fixture, 14, D (30)).state, ==, cases[i].state);
    }
}

static MullDay
random_day (GRand *rand)
{
  return g_rand_int_range (rand, 0, 3) == 0 ? MULL_DAY_NONE : D (g_rand_int_range (rand, 0, 60));
}

static MullDay
random_past_day (GRand *rand, MullDay today)
{
  MullDay day = random_day (rand);

  return MIN (day, today);
}

static MullDay
random_later_day (GRand *rand, MullDay first)
{
  MullDay day = random_day (rand);

  return first == MULL_DAY_NONE ? MULL_DAY_NONE : MAX (day, first);
}

static void
randomise_facts (MullMoveFacts *facts, GRand *rand, MullDay today)
{
  mull_move_facts_init (facts);
  facts->created_on = D (0);
  facts->heard_on = random_past_day (rand, today);
  facts->first_on = random_past_day (rand, today);
  facts->attempts = facts->first_on != MULL_DAY_NONE ? g_rand_int_range (rand, 1, 5) : 0;
  facts->channels = facts->attempts > 0 ? g_rand_int_range (rand, 1, 4) : 0;
  facts->ours_due_on = random_day (rand);
  facts->agreed_on = random_day (rand);
  facts->agreed_last_on = random_later_day (rand, facts->agreed_on);
  facts->theirs_due_on = random_day (rand);
  facts->theirs_last_on = random_later_day (rand, facts->theirs_due_on);
  facts->away_until_on = random_day (rand);
  facts->quiet_until_on = g_rand_boolean (rand) ? random_day (rand) : MULL_DAY_NONE;
}

static gboolean
same (const MullMoveVerdict *a, const MullMoveVerdict *b)
{
  return a->state == b->state && a->on == b->on && a->flags == b->flags;
}

/* For any facts, the day named is the first one on which the answer differs: found by asking on
 * each of the days that follow. */
static void
test_recheck_of_facts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260101);
  guint n_changes = 0;

  for (guint round = 0; round < 20000; round++)
    {
      MullThresholds thresholds = *mull_thresholds_get_default ();
      MullDay today = D (g_rand_int_range (rand, 20, 40)), first = MULL_DAY_NONE;
      int dark_days = g_rand_int_range (rand, 2, 30);
      MullMoveVerdict now;
      MullMoveFacts facts;

      thresholds.went_quiet_days = g_rand_int_range (rand, 1, 15);
      randomise_facts (&facts, rand, today);
      now = mull_move_state_decide (&facts, dark_days, &thresholds, today);
      for (MullDay day = today + 1; day < today + 120 && first == MULL_DAY_NONE; day++)
        {
          MullMoveVerdict then = mull_move_state_decide (&facts, dark_days, &thresholds, day);

          if (!same (&now, &then))
            first = day;
        }
      g_assert_cmpint (now.recheck_on, ==, first);
      n_changes += first != MULL_DAY_NONE;
    }
  g_assert_cmpuint (n_changes, >, 5000);
}

static void
add_random_words (GString *text,
                  GRand *rand,
                  const char *const *formats,
                  int max,
                  int first,
                  int last)
{
  int n = g_rand_int_range (rand, 0, max + 1);

  for (int i = 0; i < n; i++)
    {
      const char *format =
          formats[g_rand_int_range (rand, 0, (int) g_strv_length ((char **) formats))];
      g_autofree char *day = g_strdup_printf ("%d", g_rand_int_range (rand, first, last));
      g_auto (GStrv) halves = g_strsplit (format, "#", 2);

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " " : "", halves[0], day,
                              halves[1]);
    }
}

/* The same with records, from which the facts are collected anew on each day: nothing changes
 * before the day named, entries dated ahead included. */
static void
test_recheck_of_records (void)
{
  static const char *const entries[] = {
    "im#", "om#", "oc#", "oc#r", "bt#", "-n#", "im#a@45", NULL
  };
  static const char *const touches[] = { "#+", "#+", "#", "#+c", "#+x", NULL };
  static const char *const promises[] = { "u#", "t#", "b#", "t#", "u#!", "t#k", NULL };
  static const char *const quiets[] = { "#", "#x", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  guint n_exact = 0;

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) e = g_string_new (NULL), t = g_string_new (NULL);
      g_autoptr (GString) p = g_string_new (NULL), q = g_string_new (NULL);
      g_autoptr (DealFixture) fixture = NULL;
      MullDay today = D (30), first = MULL_DAY_NONE;
      int dark_days = g_rand_int_range (rand, 2, 25);
      MullMoveVerdict now;

      add_random_words (e, rand, entries, 6, 0, g_rand_int_range (rand, 0, 4) == 0 ? 50 : 31);
      add_random_words (t, rand, touches, 3, 15, 60);
      add_random_words (p, rand, promises, 3, 15, 60);
      if (g_rand_int_range (rand, 0, 3) == 0)
        add_random_words (q, rand, quiets, 2, 15, 60);
      fixture = deal_fixture_new (e->str, t->str, p->str, q->str);

      now = decide (fixture, dark_days, today);
      for (MullDay day = today + 1; day < today + 120 && first == MULL_DAY_NONE; day++)
        {
          MullMoveVerdict then = decide (fixture, dark_days, day);

          if (!same (&now, &then))
            first = day;
        }
      if (first == MULL_DAY_NONE)
        continue;
      g_assert_cmpint (now.recheck_on, !=, MULL_DAY_NONE);
      g_assert_cmpint (now.recheck_on, <=, first);
      n_exact += now.recheck_on == first;
    }
  /* Only an entry dated ahead may ask for a look that finds nothing new. */
  g_assert_cmpuint (n_exact, >, 1000);
}

static void
test_explain_names_what_decided (void)
{
  static const struct
  {
    const char *entries, *touches, *commitments, *quiets;
    MullReasonSource source;
    gint64 id;
    const char *says;
  } cases[] = {
    { B, "", "", "", MULL_REASON_ENTRY, 1, "last heard" },
    { B, "", "", "", MULL_REASON_ENTRY, 2, "first touch" },
    { B, "", "", "", MULL_REASON_ENTRY, 4, "last one" },
    { B, "", "", "", MULL_REASON_RULE, 0, "after 14 days" },
    { B, "", "", "", MULL_REASON_RULE, 0, "3 different days" },
    { B, "", "", "", MULL_REASON_RULE, 0, "In 2 ways (Call, E-mail)." },
    { "im1 om5 om6", "", "", "", MULL_REASON_RULE, 0, "All in 1 way (E-mail)." },
    { B " im13a@40", "", "", "", MULL_REASON_ENTRY, 5, "away" },
    { B, "", "", "40 60", MULL_REASON_QUIET, 2, "left alone" },
    { B, "40+ 33+", "", "", MULL_REASON_TOUCH, 2, "meeting" },
    { B, "", "u29 u20", "", MULL_REASON_COMMITMENT, 2, "still open" },
    { "im1", "", "", "", MULL_REASON_RULE, 0, "After 7 days it is we" },
    { "im1", "", "t29 t35", "", MULL_REASON_COMMITMENT, 2, "promised" },
    { "om1", "", "", "", MULL_REASON_RULE, 0, "ever heard" },
    { "im1 om5", "", "", "", MULL_REASON_RULE, 0, "After 7 days, tries" },
    { "im1 om2 om3", "", "", "", MULL_REASON_RULE, 0, "fading after 7 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new (cases[i].entries, cases[i].touches,
                                                          cases[i].commitments, cases[i].quiets);
      g_autoptr (GPtrArray) reasons = NULL;
      gboolean found = FALSE;
      MullMoveFacts facts;

      mull_move_facts_collect (&facts, fixture->deal, fixture->entries, fixture->touches,
                               fixture->commitments, fixture->quiets, D (30), fixture->zone);
      reasons = mull_move_state_explain (&facts, 14, mull_thresholds_get_default (), D (30));
      for (guint j = 0; j < reasons->len; j++)
        {
          const MullReason *reason = g_ptr_array_index (reasons, j);

          g_assert_true (g_str_has_suffix (reason->text, "."));
          found = found || (reason->source == cases[i].source && reason->id == cases[i].id &&
                            strstr (reason->text, cases[i].says) != NULL);
        }
      g_test_message ("case %u: %s", i, cases[i].says);
      g_assert_true (found);
    }
}

/* One line holds the entries and the thresholds. */
static void
test_reason_in_a_line (void)
{
  static const struct
  {
    const char *entries, *touches, *commitments, *quiets;
    int today;
    const char *line;
  } cases[] = {
    { B, "", "", "", 30,
      "heard 2 Jan · tried on 3 days in 2 ways · silent for 28 days · dark after 14 days, 3 tries "
      "and 2 ways" },
    { B, "", "", "", 16,
      "heard 2 Jan · tried on 3 days in 2 ways · silent for 14 days · dark after 14 days, 3 tries "
      "and 2 ways" },
    { B, "", "", "", 15,
      "heard 2 Jan · tried on 3 days in 2 ways · silent for 13 days · fading after 7 days and 2 "
      "tries" },
    { "im1 om12 om13", "", "", "", 18,
      "heard 2 Jan · tried on 2 days in 1 way · silent for 6 days · fading after 7 days and 2 "
      "tries" },
    { B, "", "", "60", 30, "they asked to be left alone until 2 Mar" },
    { B " im13a@40", "", "", "", 30, "they said that they are away until 10 Feb" },
    { B, "31+", "", "", 30, "they accepted a meeting: tomorrow" },
    { B, "", "u20", "", 30, "our promise was due 21 Jan and is still open" },
    { "", "", "", "", 30, "nobody of theirs was ever heard" },
    { "om20", "", "", "", 30,
      "nobody of theirs was ever heard · tried on 1 day in 1 way · silent for 10 days" },
    { "im23", "", "", "", 29, "heard 24 Jan · nothing from us since" },
    { "im22", "", "", "", 29,
      "heard 23 Jan · nothing from us since · it is we who are quiet after 7 days" },
    { "im1", "", "t50", "", 30, "heard 2 Jan · they promised something for 20 Feb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new (cases[i].entries, cases[i].touches,
                                                          cases[i].commitments, cases[i].quiets);
      MullDay today = D (cases[i].today);
      g_autofree char *line = NULL;
      MullMoveFacts facts;

      mull_move_facts_collect (&facts, fixture->deal, fixture->entries, fixture->touches,
                               fixture->commitments, fixture->quiets, today, fixture->zone);
      line = mull_move_state_format_reason (&facts, 14, mull_thresholds_get_default (), today);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

/* Two states that no short word of the fixture makes: closed, and waiting for an event. */
static void
test_reason_without_a_day (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  MullMoveFacts facts;

  mull_move_facts_init (&facts);
  facts.waits_id = 1;
  {
    g_autofree char *waiting = mull_move_state_format_reason (&facts, 14, thresholds, D (30));

    g_assert_cmpstr (waiting, ==, "they asked to be left alone until something happens");
  }
  facts.closed = TRUE;
  facts.closed_on = D (3);
  {
    g_autofree char *closed = mull_move_state_format_reason (&facts, 14, thresholds, D (30));

    g_assert_cmpstr (closed, ==, "closed 4 Jan");
  }
}

static void
test_nicks_and_labels (void)
{
  static const char *const nicks[MULL_MOVE_N_STATES] = {
    "closed",      "quiet", "away",   "meeting-set", "we-owe",
    "never-heard", "dark",  "fading", "our-move",    "their-move",
  };

  for (guint state = 0; state < MULL_MOVE_N_STATES; state++)
    {
      g_autofree char *with_day =
          mull_move_state_format (state, D (30), MULL_MOVE_NO_FLAGS, D (28));
      g_autofree char *without =
          mull_move_state_format (state, MULL_DAY_NONE, MULL_MOVE_NO_FLAGS, D (28));

      g_assert_cmpstr (mull_enum_nick (MULL_TYPE_MOVE_STATE, (int) state), ==, nicks[state]);
      if (state != MULL_MOVE_NEVER_HEARD)
        g_assert_true (g_str_has_prefix (with_day, mull_move_state_label (state)));
      g_assert_cmpstr (with_day, !=, mull_move_state_label (state));
      g_assert_cmpstr (without, ==, mull_move_state_label (state));
    }
  g_assert_cmpstr (mull_move_flag_label (MULL_MOVE_WE_WENT_QUIET), ==, "we went quiet");
  g_assert_cmpstr (mull_move_flag_label (MULL_MOVE_ONLY_ONE_TRY), ==, "only one try");
  g_assert_cmpstr (mull_move_flag_label (MULL_MOVE_NOT_TRIED), ==, "not contacted yet");
}

/* A deal that was just added is new; only who was tried can have failed to answer. */
static void
test_never_heard_in_words (void)
{
  g_autofree char *fresh =
      mull_move_state_format (MULL_MOVE_NEVER_HEARD, D (28), MULL_MOVE_NOT_TRIED, D (28));
  g_autofree char *old =
      mull_move_state_format (MULL_MOVE_NEVER_HEARD, D (3), MULL_MOVE_NOT_TRIED, D (28));
  g_autofree char *tried =
      mull_move_state_format (MULL_MOVE_NEVER_HEARD, D (3), MULL_MOVE_NO_FLAGS, D (28));

  g_assert_cmpstr (fresh, ==, "new since today");
  g_assert_cmpstr (old, ==, "new since 4 Jan");
  g_assert_cmpstr (tried, ==, "no answer since 4 Jan");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strconcat ("/whose-move/vector/", vectors[i].name, NULL);

      g_test_add_data_func (path, &vectors[i], test_vector);
    }
  g_test_add_func ("/whose-move/closed", test_closed);
  g_test_add_func ("/whose-move/fade-is-half", test_fade_is_half);
  g_test_add_func ("/whose-move/days-are-civil", test_days_are_civil);
  g_test_add_func ("/whose-move/recheck-of-facts", test_recheck_of_facts);
  g_test_add_func ("/whose-move/recheck-of-records", test_recheck_of_records);
  g_test_add_func ("/whose-move/explain-names-what-decided", test_explain_names_what_decided);
  g_test_add_func ("/whose-move/reason-in-a-line", test_reason_in_a_line);
  g_test_add_func ("/whose-move/reason-without-a-day", test_reason_without_a_day);
  g_test_add_func ("/whose-move/nicks-and-labels", test_nicks_and_labels);
  g_test_add_func ("/move-state/never-heard-in-words", test_never_heard_in_words);
  return g_test_run ();
}
