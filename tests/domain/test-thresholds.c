/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-thresholds.h"

/* Stored keys and promised numbers; both are pinned here. */
static const struct
{
  const char *key;
  int fallback;
} pinned[] = {
  { "dark-days", 14 },
  { "last-stage-dark-days", 10 },
  { "went-quiet-days", 7 },
  { "prepare-days", 7 },
  { "theirs-missed-days", 2 },
  { "ours-broken-days", 1 },
  { "call-by-days", 2 },
  { "risk-window-days", 3 },
  { "answer-by-days", 5 },
  { "still-needed-hours", 72 },
  { "do-overs", 2 },
  { "do-over-days", 30 },
  { "tries", 2 },
  { "speaking-rate", 150 },
  { "call-seconds", 45 },
  { "voicemail-seconds", 20 },
  { "symptom-days", 5 },
  { "alone-days", 7 },
  { "top-share", 20 },
  { "question-age-days", 60 },
  { "month-end-days", 5 },
};

static void
test_defaults (void)
{
  const MullThresholds *defaults = mull_thresholds_get_default ();
  guint n_infos = 0;

  mull_thresholds_list (&n_infos);
  g_assert_cmpuint (n_infos, ==, G_N_ELEMENTS (pinned));
  /* Every field of the struct is described. */
  g_assert_cmpuint (n_infos * sizeof (int), ==, sizeof (MullThresholds));
  for (guint i = 0; i < n_infos; i++)
    {
      const MullThresholdInfo *info = mull_thresholds_find (pinned[i].key);

      g_assert_nonnull (info);
      g_assert_cmpint (info->fallback, ==, pinned[i].fallback);
      g_assert_cmpint (mull_thresholds_get (defaults, info), ==, pinned[i].fallback);
      g_assert_cmpint (info->min, <=, info->fallback);
      g_assert_cmpint (info->fallback, <=, info->max);
      g_assert_cmpstr (mull_threshold_info_get_name (info), !=, "");
    }
  g_assert_null (mull_thresholds_find ("no-such-key"));
  g_assert_cmpint (defaults->dark_days, ==, 14);
  g_assert_cmpint (defaults->still_needed_hours, ==, 72);
  g_assert_cmpint (defaults->month_end_days, ==, 5);
}

static void
test_set_within_range (void)
{
  guint n_infos = 0;
  const MullThresholdInfo *infos = mull_thresholds_list (&n_infos);

  for (guint i = 0; i < n_infos; i++)
    {
      const int allowed[] = { infos[i].min, infos[i].max };
      const int refused[] = { infos[i].min - 1, infos[i].max + 1 };
      MullThresholds thresholds;

      mull_thresholds_init (&thresholds);
      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_true (mull_thresholds_set (&thresholds, &infos[i], allowed[j], &error));
          g_assert_no_error (error);
          g_assert_false (mull_thresholds_set (&thresholds, &infos[i], refused[j], &error));
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          g_assert_cmpint (mull_thresholds_get (&thresholds, &infos[i]), ==, allowed[j]);
        }
      /* Nothing but that one has changed. */
      thresholds = *mull_thresholds_get_default ();
      g_assert_true (mull_thresholds_set (&thresholds, &infos[i], infos[i].max, NULL));
      for (guint j = 0; j < n_infos; j++)
        if (j != i)
          g_assert_cmpint (mull_thresholds_get (&thresholds, &infos[j]), ==, infos[j].fallback);
    }
}

static void
test_set_text (void)
{
  static const struct
  {
    const char *key;
    const char *text;
    int code;
  } cases[] = {
    { "dark-days", "21", -1 },
    { "dark-days", "1", MULL_ERROR_INVALID },
    { "dark-days", "", MULL_ERROR_INVALID },
    { "dark-days", "many", MULL_ERROR_INVALID },
    { "dark-days", "21 days", MULL_ERROR_INVALID },
    { "dark-days", "99999999999999999999", MULL_ERROR_INVALID },
    { "darkness", "21", MULL_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MullThresholds thresholds;
      gboolean done;

      mull_thresholds_init (&thresholds);
      done = mull_thresholds_set_text (&thresholds, cases[i].key, cases[i].text, &error);
      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_true (done);
          g_assert_cmpint (thresholds.dark_days, ==, 21);
          continue;
        }
      g_assert_false (done);
      g_assert_error (error, MULL_ERROR, cases[i].code);
      g_assert_cmpint (thresholds.dark_days, ==, 14);
    }
}

static void
test_units (void)
{
  static const struct
  {
    MullThresholdUnit unit;
    int value;
    const char *text;
  } cases[] = {
    { MULL_THRESHOLD_DAYS, 1, "1 day" },
    { MULL_THRESHOLD_DAYS, 14, "14 days" },
    { MULL_THRESHOLD_WORKING_DAYS, 1, "1 working day" },
    { MULL_THRESHOLD_WORKING_DAYS, 0, "0 working days" },
    { MULL_THRESHOLD_HOURS, 72, "72 hours" },
    { MULL_THRESHOLD_SECONDS, 45, "45 seconds" },
    { MULL_THRESHOLD_WORDS_PER_MINUTE, 150, "150 words a minute" },
    { MULL_THRESHOLD_PER_CENT, 20, "20 %" },
    { MULL_THRESHOLD_CALLS, 2, "2 calls" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mull_threshold_unit_format (cases[i].unit, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_groups (void)
{
  guint n_infos = 0;
  const MullThresholdInfo *infos = mull_thresholds_list (&n_infos);

  for (guint group = 0; group < MULL_THRESHOLD_N_GROUPS; group++)
    g_assert_cmpstr (mull_threshold_group_label (group), !=, "");
  for (guint i = 1; i < n_infos; i++)
    g_assert_cmpint (infos[i - 1].group, <=, infos[i].group);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thresholds/defaults", test_defaults);
  g_test_add_func ("/thresholds/set-within-range", test_set_within_range);
  g_test_add_func ("/thresholds/set-text", test_set_text);
  g_test_add_func ("/thresholds/units", test_units);
  g_test_add_func ("/thresholds/groups", test_groups);
  return g_test_run ();
}
