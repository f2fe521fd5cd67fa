/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-thresholds"

#include "config.h"

#include "mull-thresholds.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

#define INFO(key, group, unit, field, fallback, min, max, name)                                    \
  {                                                                                                \
    key, MULL_THRESHOLD_GROUP_##group, MULL_THRESHOLD_##unit, fallback, min, max,                  \
        G_STRUCT_OFFSET (MullThresholds, field), name                                              \
  }

/* In the order of the preferences. The keys are stored in files: never rename one. */
/* clang-format off */
static const MullThresholdInfo infos[] = {
  INFO ("dark-days", SILENCE, DAYS, dark_days, 14, 2, 365,
        N_("Silence until a deal in a new stage is dark")),
  INFO ("last-stage-dark-days", SILENCE, DAYS, last_stage_dark_days, 10, 2, 365,
        N_("The same in the last open stage")),
  INFO ("went-quiet-days", SILENCE, DAYS, went_quiet_days, 7, 1, 365,
        N_("Our own silence until a card says so")),
  INFO ("prepare-days", SILENCE, DAYS, prepare_days, 7, 0, 90,
        N_("Time to prepare before a quiet ends")),
  INFO ("theirs-missed-days", PROMISES, WORKING_DAYS, theirs_missed_days, 2, 0, 60,
        N_("Grace until their promise is missed")),
  INFO ("ours-broken-days", PROMISES, WORKING_DAYS, ours_broken_days, 1, 0, 60,
        N_("Time until our overdue promise is broken")),
  INFO ("call-by-days", PROMISES, WORKING_DAYS, call_by_days, 2, 0, 60,
        N_("Call ahead of the day when we cannot keep a promise")),
  INFO ("risk-window-days", PROMISES, WORKING_DAYS, risk_window_days, 3, 0, 60,
        N_("Look at an untouched promise ahead of its day")),
  INFO ("answer-by-days", PROMISES, WORKING_DAYS, answer_by_days, 5, 1, 60,
        N_("Time to answer a hard question")),
  INFO ("still-needed-hours", DO_OVER, HOURS, still_needed_hours, 72, 1, 2160,
        N_("Age at which a hole is asked whether it is still needed")),
  INFO ("do-overs", DO_OVER, CALLS, do_overs, 2, 1, 50,
        N_("Do-overs to one person before the next call is planned first")),
  INFO ("do-over-days", DO_OVER, DAYS, do_over_days, 30, 1, 365,
        N_("Time in which those do-overs count")),
  INFO ("tries", DO_OVER, CALLS, tries, 2, 1, 20,
        N_("Calls in vain before the next one leaves a message")),
  INFO ("speaking-rate", DO_OVER, WORDS_PER_MINUTE, speaking_rate, 150, 60, 300,
        N_("Speaking rate")),
  INFO ("call-seconds", DO_OVER, SECONDS, call_seconds, 45, 10, 300,
        N_("Longest script")),
  INFO ("voicemail-seconds", DO_OVER, SECONDS, voicemail_seconds, 20, 5, 120,
        N_("Longest voicemail")),
  INFO ("symptom-days", ROADBLOCKS, WORKING_DAYS, symptom_days, 5, 1, 60,
        N_("Time for which the reason may be a guess")),
  INFO ("alone-days", ROADBLOCKS, DAYS, alone_days, 7, 1, 365,
        N_("Age at which a roadblock without a helper is held alone")),
  INFO ("top-share", ROADBLOCKS, PER_CENT, top_share, 20, 0, 100,
        N_("Largest deals for which help is asked at once")),
  INFO ("question-age-days", QUESTIONS, DAYS, question_age_days, 60, 1, 3650,
        N_("Age at which an answer to the four questions is hollow again")),
  INFO ("month-end-days", QUESTIONS, WORKING_DAYS, month_end_days, 5, 0, 23,
        N_("End of a month in which the guard asks whose problem it is")),
};
/* clang-format on */

/**
 * mull_thresholds_init:
 * @self: (out caller-allocates): thresholds
 *
 * Fills in what holds when the rep has changed nothing.
 */
void
mull_thresholds_init (MullThresholds *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    G_STRUCT_MEMBER (int, self, infos[i].offset) = infos[i].fallback;
}

/**
 * mull_thresholds_get_default:
 *
 * Returns: (transfer none): what holds when the rep has changed nothing
 */
const MullThresholds *
mull_thresholds_get_default (void)
{
  static MullThresholds defaults;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      mull_thresholds_init (&defaults);
      g_once_init_leave (&once, 1);
    }
  return &defaults;
}

/**
 * mull_thresholds_list:
 * @n_infos: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_infos): every threshold, group by group
 */
const MullThresholdInfo *
mull_thresholds_list (guint *n_infos)
{
  g_return_val_if_fail (n_infos != NULL, NULL);

  *n_infos = G_N_ELEMENTS (infos);
  return infos;
}

/**
 * mull_thresholds_find:
 * @key: a stored key
 *
 * Returns: (transfer none) (nullable): the threshold with that key
 */
const MullThresholdInfo *
mull_thresholds_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (g_str_equal (infos[i].key, key))
      return &infos[i];
  return NULL;
}

/**
 * mull_thresholds_get:
 * @info: from mull_thresholds_list()
 *
 * Returns: the value of one threshold
 */
int
mull_thresholds_get (const MullThresholds *self, const MullThresholdInfo *info)
{
  g_return_val_if_fail (self != NULL && info != NULL, 0);

  return G_STRUCT_MEMBER (int, self, info->offset);
}

/**
 * mull_thresholds_set:
 * @info: from mull_thresholds_list()
 * @value: its new value
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @value is out of range; nothing is changed then
 */
gboolean
mull_thresholds_set (MullThresholds *self, const MullThresholdInfo *info, int value, GError **error)
{
  g_return_val_if_fail (self != NULL && info != NULL, FALSE);

  if (value < info->min || value > info->max)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: %1$s is the name of a setting. */
                   _ ("“%1$s” must be between %2$d and %3$d, not %4$d."),
                   mull_threshold_info_get_name (info), info->min, info->max, value);
      return FALSE;
    }
  G_STRUCT_MEMBER (int, self, info->offset) = value;
  return TRUE;
}

/**
 * mull_thresholds_set_text:
 * @key: a stored key
 * @text: a stored or typed number
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID or %MULL_ERROR_NOT_FOUND; nothing is changed then
 */
gboolean
mull_thresholds_set_text (MullThresholds *self, const char *key, const char *text, GError **error)
{
  const MullThresholdInfo *info = mull_thresholds_find (key);
  gint64 value = 0;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (info == NULL)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   _ ("There is no setting “%s”. See the preferences for those that exist."), key);
      return FALSE;
    }
  if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &value, NULL))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: %1$s is the name of a setting, %4$s what was typed. */
                   _ ("“%1$s” must be a whole number between %2$d and %3$d, not “%4$s”."),
                   mull_threshold_info_get_name (info), info->min, info->max, text);
      return FALSE;
    }
  return mull_thresholds_set (self, info, (int) value, error);
}

/**
 * mull_threshold_info_get_name:
 *
 * Returns: (transfer none): its translated name
 */
const char *
mull_threshold_info_get_name (const MullThresholdInfo *info)
{
  g_return_val_if_fail (info != NULL, "");

  return _ (info->name);
}

/**
 * mull_threshold_group_label:
 *
 * Returns: (transfer none): the translated heading of a group
 */
const char *
mull_threshold_group_label (MullThresholdGroup group)
{
  switch (group)
    {
    case MULL_THRESHOLD_GROUP_SILENCE:
      return _ ("Silence and quiet");
    case MULL_THRESHOLD_GROUP_PROMISES:
      return _ ("Promises");
    case MULL_THRESHOLD_GROUP_DO_OVER:
      return _ ("Holes and calls");
    case MULL_THRESHOLD_GROUP_ROADBLOCKS:
      return _ ("Roadblocks");
    case MULL_THRESHOLD_GROUP_QUESTIONS:
      return _ ("Questions");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_threshold_group_explain:
 *
 * Returns: (transfer none): what the numbers of a group decide, in a translated sentence
 */
const char *
mull_threshold_group_explain (MullThresholdGroup group)
{
  switch (group)
    {
    case MULL_THRESHOLD_GROUP_SILENCE:
      return _ ("When a deal is dark, and when a quiet is about to end.");
    case MULL_THRESHOLD_GROUP_PROMISES:
      return _ ("When a promise is at risk, missed or broken, and when to ask or to own it.");
    case MULL_THRESHOLD_GROUP_DO_OVER:
      return _ ("When a hole is old, how often to call about it, and how long to speak.");
    case MULL_THRESHOLD_GROUP_ROADBLOCKS:
      return _ ("When only a symptom is known, and when to ask somebody for help.");
    case MULL_THRESHOLD_GROUP_QUESTIONS:
      return _ ("When an answer is too old, and when the guard asks whose problem it is.");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_threshold_unit_format:
 * @value: a number of @unit
 *
 * Returns: (transfer full): a number with its unit: "2 working days"
 */
char *
mull_threshold_unit_format (MullThresholdUnit unit, int value)
{
  gulong n = (gulong) ABS (value);

  switch (unit)
    {
    case MULL_THRESHOLD_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", n), value);
    case MULL_THRESHOLD_WORKING_DAYS:
      return g_strdup_printf (ngettext ("%d working day", "%d working days", n), value);
    case MULL_THRESHOLD_HOURS:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", n), value);
    case MULL_THRESHOLD_SECONDS:
      return g_strdup_printf (ngettext ("%d second", "%d seconds", n), value);
    case MULL_THRESHOLD_WORDS_PER_MINUTE:
      return g_strdup_printf (ngettext ("%d word a minute", "%d words a minute", n), value);
    case MULL_THRESHOLD_PER_CENT:
      return g_strdup_printf (_ ("%d %%"), value);
    case MULL_THRESHOLD_CALLS:
      return g_strdup_printf (ngettext ("%d call", "%d calls", n), value);
    }
  g_return_val_if_reached (g_strdup (""));
}
