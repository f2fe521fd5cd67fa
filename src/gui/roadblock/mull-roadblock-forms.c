/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-forms"

#include "config.h"

#include "mull-roadblock-forms.h"

#include "mull-feedback.h"
#include "mull-roadblock-ops.h"
#include "mull-touch-settling.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* Labels of a whole enumeration, for a choice. */
#define MAX_CHOICES 12

typedef const char *(*LabelFunc) (int value);

static void
add_choice (MullFormDialog *form,
            const char *key,
            const char *label,
            LabelFunc words,
            int last,
            int selected)
{
  const char *choices[MAX_CHOICES + 1] = { NULL };

  g_return_if_fail (last < MAX_CHOICES);

  for (int i = 0; i <= last; i++)
    choices[i] = words (i);
  mull_form_dialog_add_choice (form, key, label, choices, (guint) selected);
}

/* The enumerations have labels of their own types. */
#define LABEL_FUNC(name, Type, label)                                                              \
  static const char *name (int value)                                                              \
  {                                                                                                \
    return label ((Type) value);                                                                   \
  }
LABEL_FUNC (no_label, MullSaidNo, mull_said_no_label)
LABEL_FUNC (channel_label, MullEntryKind, mull_entry_kind_label)
LABEL_FUNC (cause_label, MullCause, mull_cause_label)
LABEL_FUNC (truth_label, MullTruth, mull_truth_label)
LABEL_FUNC (outcome_label, MullRoadblockOutcome, mull_roadblock_outcome_label)
LABEL_FUNC (source_label, MullAnswerSource, mull_answer_source_label)

static const char *
believe_label (int value)
{
  switch ((MullTernary) value)
    {
    case MULL_TERNARY_YES:
      return _ ("Yes");
    case MULL_TERNARY_NO:
      return _ ("No");
    case MULL_TERNARY_UNKNOWN:
      break;
    }
  return _ ("I do not know");
}

/* ── What is typed ────────────────────────────────────────────────────── */

/* @part: which form it is */
static MullFormDialog *
present (MullFormDialog *form, const MullRoadblock *roadblock, const char *part)
{
  g_autofree char *key = g_strdup_printf ("roadblock:%s:%s", roadblock->uuid, part);

  mull_form_dialog_keep_draft (form, key);
  return mull_form_dialog_present (form);
}

/* A question and a request have numbers alone, which are given to others when they are gone: what
 * they say tells them apart. */
static char *
dup_part (const char *name, const MullRecord *record, const char *text)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  if (record->id == 0)
    return g_strdup (name);
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", name, record->id, digest);
}

/* ── What they said ───────────────────────────────────────────────────── */

static void
add_symptom (MullFormDialog *form, MullDossier *dossier, const MullRoadblock *roadblock)
{
  mull_form_dialog_add_body (form, "symptom",
                             mull_roadblock_step_prompt (MULL_ROADBLOCK_STEP_SYMPTOM),
                             roadblock->symptom);
  mull_form_dialog_add_person (form, "person", _ ("Who said it?"), dossier,
                               roadblock->symptom_by_id);
  mull_form_dialog_add_day (form, "on", _ ("When?"), roadblock->symptom_on, TRUE);
  add_choice (form, "channel", _ ("How?"), channel_label, MULL_ENTRY_LETTER,
              (int) roadblock->channel);
}

static void
add_belief (MullFormDialog *form, const MullRoadblock *roadblock)
{
  add_choice (form, "believe", _ ("Do you believe in this and in the person?"), believe_label,
              MULL_TERNARY_NO, (int) roadblock->believe);
}

static gboolean
read_symptom (MullFormDialog *form, MullRoadblock *roadblock, GError **error)
{
  mull_take_text (&roadblock->symptom, mull_form_dialog_dup_text (form, "symptom"));
  roadblock->symptom_by_id = mull_form_dialog_get_person (form, "person");
  roadblock->channel = (MullEntryKind) mull_form_dialog_get_choice (form, "channel");
  roadblock->believe = (MullTernary) mull_form_dialog_get_choice (form, "believe");
  return mull_form_dialog_get_day (form, "on", &roadblock->symptom_on, error);
}

static gboolean
finish_symptom (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  return read_symptom (form, record, error) && mull_roadblock_ops_update (workspace, record, error);
}

/* ── A new one ────────────────────────────────────────────────────────── */

/* The form knows a record only; what is to be told is asked of the window that it came from. */
static gboolean
finish_new (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (form));
  gint64 id;

  roadblock->said_no = (MullSaidNo) mull_form_dialog_get_choice (form, "no");
  if (!read_symptom (form, roadblock, error) ||
      !mull_roadblock_ops_open (workspace, roadblock, &id, error))
    return FALSE;
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-roadblock", "(xx)",
                                roadblock->deal_id, id);
  return TRUE;
}

/**
 * mull_roadblock_new_form_present:
 * @said: (nullable): the entry that says it is not happening
 *
 * Asks what they said, and opens a roadblock; then its page is shown.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_roadblock_new_form_present (GtkWidget *from,
                                 MullWorkspace *workspace,
                                 MullDossier *dossier,
                                 const MullTimelineItem *said)
{
  MullRoadblock *roadblock = mull_roadblock_new ();
  MullFormDialog *form =
      mull_form_dialog_new (from, workspace, roadblock, _ ("Roadblock"), _ ("_Go On"), finish_new);
  g_autofree char *key = NULL;

  roadblock->deal_id = dossier->deal->record.id;
  roadblock->symptom_on = mull_workspace_get_today (workspace);
  if (said != NULL)
    {
      roadblock->symptom_on =
          mull_clock_day_of (mull_workspace_get_clock (workspace), said->entry->happened_at);
      roadblock->symptom_by_id = said->entry->person_id;
      roadblock->channel = said->entry->kind;
      mull_set_text (&roadblock->symptom, *said->words != '\0' ? said->words : said->entry->text);
    }
  add_symptom (form, dossier, roadblock);
  add_choice (form, "no", mull_roadblock_step_prompt (MULL_ROADBLOCK_STEP_NO), no_label,
              MULL_SAID_NO_NOTHING, MULL_SAID_NO_UNASKED);
  add_belief (form, roadblock);
  key = g_strdup_printf ("roadblock-new:%s:%s", dossier->deal->uuid,
                         said != NULL ? said->entry->uuid : "");
  mull_form_dialog_keep_draft (form, key);
  return mull_form_dialog_present (form);
}

/* ── The other steps ──────────────────────────────────────────────────── */

static gboolean
finish_no (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;

  roadblock->said_no = (MullSaidNo) mull_form_dialog_get_choice (form, "no");
  return mull_roadblock_ops_update (workspace, roadblock, error);
}

static gboolean
finish_cause (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;

  mull_take_text (&roadblock->underlying, mull_form_dialog_dup_text (form, "underlying"));
  roadblock->cause = (MullCause) mull_form_dialog_get_choice (form, "cause");
  roadblock->truth = (MullTruth) mull_form_dialog_get_choice (form, "truth");
  return mull_roadblock_ops_update (workspace, roadblock, error);
}

static gboolean
finish_takes (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;

  mull_take_text (&roadblock->takes, mull_form_dialog_dup_text (form, "takes"));
  mull_take_text (&roadblock->takes_who, mull_form_dialog_dup_text (form, "who"));
  mull_take_text (&roadblock->we_give, mull_form_dialog_dup_text (form, "give"));
  mull_take_text (&roadblock->costs_not, mull_form_dialog_dup_text (form, "costs"));
  return mull_form_dialog_get_day (form, "by", &roadblock->takes_by_on, error) &&
         mull_roadblock_ops_update (workspace, roadblock, error);
}

static gboolean
finish_back (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;
  g_autofree char *said = mull_form_dialog_dup_text (form, "said");
  g_autofree char *words = mull_form_dialog_dup_text (form, "words");
  g_autofree char *settled = NULL;
  gint64 entry_id;

  if (!mull_roadblock_ops_bring_back (workspace, roadblock->record.id, said, words,
                                      mull_form_dialog_get_pass (form), &entry_id, error))
    return FALSE;
  settled = mull_touch_settling_describe (workspace, entry_id);
  mull_feedback_done_toast (mull_form_dialog_get_from (form), NULL, settled);
  return TRUE;
}

static gboolean
finish_outcome (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblock *roadblock = record;
  MullRoadblockOutcome outcome =
      (MullRoadblockOutcome) mull_form_dialog_get_choice (form, "outcome");
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (form));
  g_autofree char *lesson = mull_form_dialog_dup_text (form, "lesson");
  g_autoptr (MullRoadblock) behind = NULL;
  gint64 id;

  if (outcome != MULL_ROADBLOCK_ANOTHER_BEHIND)
    {
      if (!mull_roadblock_ops_settle (workspace, roadblock->record.id, outcome, lesson, error))
        return FALSE;
      /* A real no is an end: the deal may be closed with it. */
      if (outcome == MULL_ROADBLOCK_REAL_NO && window != NULL)
        gtk_widget_activate_action (
            GTK_WIDGET (window), "win.close-deal", "(xss)", roadblock->deal_id,
            mull_enum_nick (MULL_TYPE_OUTCOME, MULL_OUTCOME_SAID_NO),
            *roadblock->underlying != '\0' ? roadblock->underlying : roadblock->symptom);
      return TRUE;
    }
  behind = mull_roadblock_new ();
  mull_take_text (&behind->symptom, mull_form_dialog_dup_text (form, "behind"));
  if (!mull_roadblock_ops_find_behind (workspace, roadblock->record.id, behind, lesson, &id, error))
    return FALSE;
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-roadblock", "(xx)",
                                roadblock->deal_id, id);
  return TRUE;
}

static void
fill_cause (MullFormDialog *form, const MullRoadblock *roadblock)
{
  mull_form_dialog_add_body (form, "underlying",
                             mull_roadblock_step_prompt (MULL_ROADBLOCK_STEP_CAUSE),
                             roadblock->underlying);
  add_choice (form, "cause", _ ("What kind of reason is it?"), cause_label, MULL_CAUSE_TRUST,
              (int) roadblock->cause);
  add_choice (form, "truth", _ ("How do you know?"), truth_label, MULL_TRUTH_CONFIRMED,
              (int) roadblock->truth);
}

static void
fill_takes (MullFormDialog *form, const MullRoadblock *roadblock)
{
  mull_form_dialog_add_body (form, "takes", _ ("What would remove it?"), roadblock->takes);
  mull_form_dialog_add_line (form, "who", _ ("Who on our side can?"), roadblock->takes_who);
  mull_form_dialog_add_day (form, "by", _ ("By when?"), roadblock->takes_by_on, FALSE);
  mull_form_dialog_add_line (form, "give", _ ("What do we give?"), roadblock->we_give);
  mull_form_dialog_add_line (form, "costs", _ ("What does it cost us not to?"),
                             roadblock->costs_not);
}

static void
fill_outcome (MullFormDialog *form, const MullRoadblock *roadblock)
{
  MullRoadblockOutcome proposed = roadblock->outcome;

  if (proposed == MULL_ROADBLOCK_OPEN)
    proposed =
        roadblock->said_no == MULL_SAID_NO_NO ? MULL_ROADBLOCK_REAL_NO : MULL_ROADBLOCK_REMOVED;
  add_choice (form, "outcome", mull_roadblock_step_prompt (MULL_ROADBLOCK_STEP_OUTCOME),
              outcome_label, MULL_ROADBLOCK_REAL_NO, (int) proposed);
  mull_form_dialog_add_line (form, "behind", _ ("If another one is behind it: in their words"), "");
  mull_form_dialog_add_body (form, "lesson", _ ("What would you ask sooner the next time?"),
                             roadblock->lesson);
}

/**
 * mull_roadblock_step_form_present:
 * @step: the step; those with a list have forms of their own
 *
 * Edits what one step asks.
 *
 * Returns: (transfer none) (nullable): the form
 */
MullFormDialog *
mull_roadblock_step_form_present (GtkWidget *from,
                                  MullWorkspace *workspace,
                                  MullDossier *dossier,
                                  const MullRoadblockCase *roadblock,
                                  MullRoadblockStep step)
{
  static const MullFormFunc finish[] = { finish_symptom, finish_no, NULL,        finish_cause,
                                         finish_takes,   NULL,      finish_back, finish_outcome };
  /* A new step goes at the end: a draft is found by its number. */
  g_autofree char *part = g_strdup_printf ("%d", (int) step);
  MullFormDialog *form;

  if (step == MULL_ROADBLOCK_STEP_ASK)
    return mull_roadblock_answer_form_present (from, workspace, dossier, roadblock, 0);
  if (step == MULL_ROADBLOCK_STEP_HELP)
    return mull_roadblock_help_form_present (from, workspace, roadblock, 0);
  form = mull_form_dialog_new (from, workspace, mull_roadblock_copy (roadblock->roadblock),
                               mull_roadblock_step_label (step), _ ("_Save"), finish[step]);
  switch (step)
    {
    case MULL_ROADBLOCK_STEP_SYMPTOM:
      add_symptom (form, dossier, roadblock->roadblock);
      add_belief (form, roadblock->roadblock);
      break;
    case MULL_ROADBLOCK_STEP_NO:
      add_choice (form, "no", mull_roadblock_step_prompt (step), no_label, MULL_SAID_NO_NOTHING,
                  (int) roadblock->roadblock->said_no);
      break;
    case MULL_ROADBLOCK_STEP_CAUSE:
      fill_cause (form, roadblock->roadblock);
      break;
    case MULL_ROADBLOCK_STEP_TAKES:
      fill_takes (form, roadblock->roadblock);
      break;
    case MULL_ROADBLOCK_STEP_BRING_BACK:
      mull_form_dialog_add_body (form, "said", _ ("What did you bring them?"),
                                 roadblock->roadblock->takes);
      mull_form_dialog_add_body (form, "words", _ ("What did they say, in their words?"), "");
      break;
    case MULL_ROADBLOCK_STEP_OUTCOME:
      fill_outcome (form, roadblock->roadblock);
      break;
    case MULL_ROADBLOCK_STEP_ASK:
    case MULL_ROADBLOCK_STEP_HELP:
      break;
    }
  return present (form, roadblock->roadblock, part);
}

/* ── The ladder ───────────────────────────────────────────────────────── */

static gboolean
finish_answer (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblockAnswer *answer = record;

  mull_take_text (&answer->question, mull_form_dialog_dup_text (form, "question"));
  mull_take_text (&answer->answer, mull_form_dialog_dup_text (form, "answer"));
  answer->person_id = mull_form_dialog_get_person (form, "person");
  answer->source = (MullAnswerSource) mull_form_dialog_get_choice (form, "source");
  return mull_roadblock_ops_answer (workspace, answer, NULL, error);
}

static gpointer
find_record (const GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (((MullRecord *) g_ptr_array_index (records, i))->id == id)
      return mull_record_copy (g_ptr_array_index (records, i));
  return NULL;
}

/**
 * mull_roadblock_answer_form_present:
 * @answer_id: a rung of the ladder, or 0 for a new one
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_roadblock_answer_form_present (GtkWidget *from,
                                    MullWorkspace *workspace,
                                    MullDossier *dossier,
                                    const MullRoadblockCase *roadblock,
                                    gint64 answer_id)
{
  MullRoadblockAnswer *answer = find_record (roadblock->answers, answer_id);
  g_autofree char *part = NULL;
  MullFormDialog *form;

  if (answer == NULL)
    {
      answer = mull_roadblock_answer_new ();
      answer->roadblock_id = roadblock->roadblock->record.id;
      if (roadblock->answers->len == 0)
        mull_set_text (&answer->question, _ ("Whose reason is it?"));
    }
  form = mull_form_dialog_new (from, workspace, answer,
                               mull_roadblock_step_label (MULL_ROADBLOCK_STEP_ASK), _ ("_Save"),
                               finish_answer);
  mull_form_dialog_add_line (form, "question", _ ("What did you ask?"), answer->question);
  mull_form_dialog_add_body (form, "answer", _ ("What was the answer?"), answer->answer);
  mull_form_dialog_add_person (form, "person", _ ("Who answered?"), dossier, answer->person_id);
  add_choice (form, "source", _ ("How do you know?"), source_label, MULL_ANSWER_GUESS,
              (int) answer->source);
  part = dup_part ("answer", &answer->record, answer->question);
  return present (form, roadblock->roadblock, part);
}

/* ── Help ─────────────────────────────────────────────────────────────── */

static gboolean
finish_help (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullRoadblockHelp *help = record;

  mull_take_text (&help->helper, mull_form_dialog_dup_text (form, "helper"));
  mull_take_text (&help->asked, mull_form_dialog_dup_text (form, "asked"));
  mull_take_text (&help->answer, mull_form_dialog_dup_text (form, "answer"));
  return mull_form_dialog_get_day (form, "on", &help->asked_on, error) &&
         mull_roadblock_ops_help (workspace, help, NULL, error);
}

/**
 * mull_roadblock_help_form_present:
 * @help_id: a request for help, or 0 for a new one
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_roadblock_help_form_present (GtkWidget *from,
                                  MullWorkspace *workspace,
                                  const MullRoadblockCase *roadblock,
                                  gint64 help_id)
{
  MullRoadblockHelp *help = find_record (roadblock->helps, help_id);
  g_autofree char *part = NULL;
  MullFormDialog *form;

  if (help == NULL)
    {
      help = mull_roadblock_help_new ();
      help->roadblock_id = roadblock->roadblock->record.id;
      help->asked_on = mull_workspace_get_today (workspace);
    }
  form = mull_form_dialog_new (from, workspace, help,
                               mull_roadblock_step_label (MULL_ROADBLOCK_STEP_HELP), _ ("_Save"),
                               finish_help);
  mull_form_dialog_add_line (form, "helper", _ ("Whom did you ask?"), help->helper);
  mull_form_dialog_add_body (form, "asked", _ ("What did you ask for?"), help->asked);
  mull_form_dialog_add_day (form, "on", _ ("When?"), help->asked_on, TRUE);
  mull_form_dialog_add_body (form, "answer", _ ("What was the answer?"), help->answer);
  part = dup_part ("help", &help->record, help->helper);
  return present (form, roadblock->roadblock, part);
}
