/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-brief-loader"

#include "config.h"

#include "mull-brief-loader.h"

#include "mull-brief-private.h"
#include "mull-commitment-rules.h"
#include "mull-contact-ops.h"
#include "mull-dossier.h"
#include "mull-four-questions.h"
#include "mull-hole-rules.h"
#include "mull-investment.h"
#include "mull-pulse-collect.h"
#include "mull-quiet-rules.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More touches than this never fit on a page. */
#define MAX_TOUCHES 30

/* What the parts of a brief are made from. */
typedef struct
{
  MullWorkspace *workspace;
  MullDossier *dossier;
  MullBriefContent *content;
  GTimeZone *zone;
} Loader;

static char *
format_day (MullDay day)
{
  return day != MULL_DAY_NONE ? mull_day_format (day) : g_strdup ("");
}

static char *
format_short (const Loader *loader, MullDay day)
{
  return day != MULL_DAY_NONE ? mull_day_format_short (day, loader->dossier->today) : g_strdup ("");
}

/* A phrase of the rules as the beginning of a line. */
static char *
capitalise (const char *phrase)
{
  const char *rest = *phrase != '\0' ? g_utf8_next_char (phrase) : phrase;
  g_autofree char *first = g_strndup (phrase, (gsize) (rest - phrase));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, rest, NULL);
}

/* The name of somebody, who may have left the buying centre; empty if nobody is named. */
static char *
dup_name (const Loader *loader, gint64 person_id)
{
  MullDossierPerson *known = mull_dossier_get_person (loader->dossier, person_id);
  g_autoptr (MullPerson) person = NULL;

  if (known != NULL)
    return g_strdup (known->person->name);
  person = person_id != 0 ? mull_person_load (loader->workspace, person_id, NULL) : NULL;
  return g_strdup (person != NULL ? person->name : "");
}

/* ── The meeting and the plan for it ──────────────────────────────────── */

/* Of one day the one at the earlier time; one without a time may be at any. */
static gboolean
is_before (const MullPlannedTouch *a, const MullPlannedTouch *b)
{
  if (a->due_on != b->due_on)
    return a->due_on < b->due_on;
  return a->due_minute != MULL_NUMBER_NONE &&
         (b->due_minute == MULL_NUMBER_NONE || a->due_minute < b->due_minute);
}

/* The meeting that the brief is for: the next one that is still to come. */
static const MullPlannedTouch *
find_meeting (const MullDossier *dossier)
{
  const MullPlannedTouch *meeting = NULL;

  for (guint i = 0; i < dossier->touches->len; i++)
    {
      const MullPlannedTouch *touch = dossier->touches->pdata[i];

      if (touch->kind == MULL_ENTRY_MEETING && touch->due_on >= dossier->today &&
          (meeting == NULL || is_before (touch, meeting)))
        meeting = touch;
    }
  return meeting;
}

static char *
format_meeting_time (const Loader *loader, const MullPlannedTouch *meeting)
{
  g_autofree char *day = mull_day_format_long (meeting->due_on);
  g_autofree char *time = NULL;

  if (meeting->due_minute == MULL_NUMBER_NONE)
    return g_steal_pointer (&day);
  time = mull_instant_format_time (
      mull_day_instant_at (meeting->due_on, (int) meeting->due_minute, loader->zone), loader->zone);
  /* Translators: when a meeting is: a day and a time of day */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

static void
load_meeting (const Loader *loader)
{
  const MullPlannedTouch *meeting = find_meeting (loader->dossier);
  MullBriefContent *content = loader->content;

  if (meeting == NULL)
    return;
  mull_take_text (&content->meeting_when, format_meeting_time (loader, meeting));
  mull_set_text (&content->meeting_where, meeting->place);
  mull_take_text (&content->meeting_who, dup_name (loader, meeting->person_id));
}

static void
load_plan (const Loader *loader)
{
  const MullDeal *deal = loader->dossier->deal;
  MullBriefContent *content = loader->content;

  mull_set_text (&content->title, deal->title);
  if (loader->dossier->company != NULL)
    mull_set_text (&content->company, loader->dossier->company->name);
  mull_set_text (&content->outcome, deal->plan_outcome);
  mull_set_text (&content->gain, deal->plan_gets);
  mull_set_text (&content->ask,
                 *deal->plan_ask != '\0' ? deal->plan_ask : loader->dossier->stage->asks);
}

/* ── Where it stands ──────────────────────────────────────────────────── */

static char *
format_next_step (const Loader *loader)
{
  const MullNextStep *next = &loader->dossier->next;
  g_autofree char *day = NULL;

  if (next->kind == MULL_NEXT_STEP_NONE)
    return g_strdup ("");
  day = format_short (loader, next->on);
  if (*next->text == '\0')
    return g_steal_pointer (&day);
  /* Translators: the next step of a deal and its day */
  return g_strdup_printf (_ ("%s, %s"), next->text, day);
}

/* On paper no line ends between a number of hours and its unit. */
static char *
take_hours (char *effort)
{
  GString *text = g_string_new (effort);

  g_free (effort);
  g_string_replace (text, " h", "\u00a0h", 0);
  return g_string_free (text, FALSE);
}

/* Between efforts, which have a dot between their hours and their money. */
static void
take_part (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, part);
  g_free (part);
}

/* What is spent is spent; beside it stands the limit that the rep set. */
static char *
format_spent (const Loader *loader)
{
  const MullDossier *dossier = loader->dossier;
  g_autoptr (MullInvestment) investment =
      mull_investment_new (dossier->entries, dossier->commitments, dossier->today, loader->zone);
  g_autofree char *total = take_hours (mull_effort_format (&investment->total));
  g_autofree char *kept = take_hours (mull_effort_format (&investment->since_kept));
  g_autofree char *heard = take_hours (mull_effort_format (&investment->since_heard));
  g_autofree char *limit = take_hours (mull_investment_format_limit (dossier->deal));
  g_autoptr (GString) text = g_string_new (total);

  if (*total != '\0' && investment->has_kept && *kept != '\0')
    /* Translators: on paper; %s is hours and money, spent since they last kept a promise */
    take_part (text, g_strdup_printf (_ ("%s since a promise of theirs was kept"), kept));
  if (*total != '\0' && investment->was_heard && *heard != '\0')
    /* Translators: on paper; %s is hours and money, spent since they were heard */
    take_part (text, g_strdup_printf (_ ("%s since they were heard"), heard));
  if (*limit != '\0')
    take_part (text,
               mull_investment_reaches_stop (investment, dossier->deal)
                   /* Translators: on paper; %s is hours and money, the limit of effort on a deal */
                   ? g_strdup_printf (_ ("limit %s, reached"), limit)
                   : g_strdup_printf (_ ("limit %s"), limit));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
load_standing (const Loader *loader)
{
  MullDossier *dossier = loader->dossier;
  MullBriefContent *content = loader->content;
  g_autofree char *value = mull_dossier_format_value (dossier);
  g_autofree char *move = mull_move_state_format (dossier->verdict.state, dossier->verdict.on,
                                                  dossier->verdict.flags, dossier->today);
  g_autofree char *why = mull_move_state_format_reason (&dossier->facts, dossier->stage->dark_days,
                                                        &dossier->thresholds, dossier->today);

  mull_set_text (&content->value, value != NULL ? value : "");
  mull_set_text (&content->stage, dossier->stage->name);
  mull_take_text (&content->their_date, format_day (dossier->deal->expected_on));
  mull_take_text (&content->whose_move, capitalise (move));
  mull_take_text (&content->why, capitalise (why));
  mull_take_text (&content->next_step, format_next_step (loader));
  mull_take_text (&content->spent, format_spent (loader));
}

static void
load_questions (const Loader *loader)
{
  const MullDossier *dossier = loader->dossier;

  for (guint i = 0; i < MULL_BRIEF_N_QUESTIONS; i++)
    {
      const MullQualification *answer = dossier->answers[i];
      MullBriefQuestion *question = &loader->content->questions[i];

      if (answer == NULL)
        continue;
      question->answer = answer->answer;
      mull_set_text (&question->evidence, answer->evidence);
      question->hollow = mull_answer_mark_is_hollow (
          mull_four_questions_mark (answer, &dossier->thresholds, dossier->today, loader->zone));
    }
}

/* ── People ───────────────────────────────────────────────────────────── */

/*
 * _mull_brief_format_quiet:
 * @quiet: in force
 *
 * Returns: (transfer full): that they asked to be left alone, and until when
 */
char *
_mull_brief_format_quiet (const MullQuiet *quiet, MullDay today)
{
  g_autofree char *day = NULL;

  if (quiet->until_on == MULL_DAY_NONE)
    /* Translators: somebody asked to be left alone; the argument is what they wait for */
    return g_strdup_printf (_ ("Quiet until “%s”"), quiet->until_event);
  day = mull_day_format_short (quiet->until_on, today);
  /* Translators: somebody asked to be left alone; the argument is a date */
  return g_strdup_printf (_ ("Quiet until %s"), day);
}

/* Who decides comes first; the others as the rep has them. */
static void
add_person (const Loader *loader, const MullDossierPerson *known)
{
  const MullDossier *dossier = loader->dossier;
  MullBriefPerson *person = mull_brief_content_add_person (loader->content, known->person->name);

  mull_set_text (&person->job_title, known->person->title);
  person->role = known->member->role;
  person->decides = known->member->decides;
  person->stance = known->member->stance;
  if (known->last_spoke_at != MULL_INSTANT_NONE)
    mull_take_text (
        &person->last_spoke,
        mull_day_format_relative (mull_day_from_instant (known->last_spoke_at, loader->zone),
                                  dossier->today));
  if (known->quiet != NULL)
    mull_take_text (&person->quiet, _mull_brief_format_quiet (known->quiet, dossier->today));
}

static void
load_people (const Loader *loader)
{
  GPtrArray *people = loader->dossier->people;

  for (int decides = TRUE; decides >= FALSE; decides--)
    for (guint i = 0; i < people->len; i++)
      {
        const MullDossierPerson *known = people->pdata[i];

        if ((known->member->decides == MULL_TERNARY_YES) == decides)
          add_person (loader, known);
      }
}

/* ── Promises, roadblock, holes ───────────────────────────────────────── */

static void
add_promise (const Loader *loader, const MullCommitment *commitment)
{
  MullBriefPromise *promise =
      mull_brief_content_add_promise (loader->content, commitment->side, commitment->words);

  mull_take_text (&promise->due, format_short (loader, commitment->due_on));
  promise->state = commitment->state;
  promise->overdue = mull_commitment_is_overdue (commitment, loader->dossier->today);
}

/* Open ones by their day, then what became of the others, the last ones first. */
static void
load_promises (const Loader *loader)
{
  GPtrArray *commitments = loader->dossier->commitments;

  for (guint i = 0; i < commitments->len; i++)
    if (mull_commitment_is_open (commitments->pdata[i]))
      add_promise (loader, commitments->pdata[i]);
  for (guint i = commitments->len; i > 0; i--)
    if (!mull_commitment_is_open (commitments->pdata[i - 1]))
      add_promise (loader, commitments->pdata[i - 1]);
}

static void
load_roadblock (const Loader *loader)
{
  const MullRoadblock *roadblock = mull_dossier_get_roadblock (loader->dossier);

  if (roadblock == NULL)
    return;
  if (*roadblock->underlying == '\0')
    /* Translators: what the customer said, when the cause underneath is not known yet */
    mull_take_text (&loader->content->roadblock,
                    g_strdup_printf (_ ("“%s”; the cause is not known"), roadblock->symptom));
  else if (roadblock->truth == MULL_TRUTH_GUESS)
    /* Translators: a cause that nobody has told us */
    mull_take_text (&loader->content->roadblock,
                    g_strdup_printf (_ ("%s (our guess)"), roadblock->underlying));
  else
    mull_set_text (&loader->content->roadblock, roadblock->underlying);
}

static void
load_last_words (const Loader *loader)
{
  const MullDossier *dossier = loader->dossier;
  MullBriefContent *content = loader->content;
  const MullEntry *entry = dossier->last_words_entry;

  if (dossier->last_words == NULL || entry == NULL)
    return;
  mull_set_text (&content->words, dossier->last_words);
  mull_take_text (&content->words_speaker, dup_name (loader, entry->person_id));
  mull_take_text (&content->words_day,
                  format_day (mull_day_from_instant (entry->happened_at, loader->zone)));
  content->words_private = entry->private;
}

static gboolean
is_listed (GPtrArray *holes, const char *text)
{
  g_autofree char *wanted = mull_text_fold (text);

  for (guint i = 0; i < holes->len; i++)
    {
      g_autofree char *known = mull_text_fold (((MullBriefHole *) holes->pdata[i])->text);

      if (g_str_equal (known, wanted))
        return TRUE;
    }
  return FALSE;
}

/* What is missing, *the* hole first, and then what the plan must not come home without. */
static void
load_holes (const Loader *loader)
{
  GPtrArray *holes = loader->dossier->holes;
  g_auto (GStrv) must = g_strsplit (loader->dossier->deal->plan_must, "\n", -1);

  for (guint i = 0; i < holes->len; i++)
    {
      const MullHole *hole = holes->pdata[i];

      if (mull_hole_is_unsettled (hole))
        mull_set_text (&mull_brief_content_add_hole (loader->content, hole->text)->why, hole->why);
    }
  for (guint i = 0; must[i] != NULL; i++)
    if (*g_strstrip (must[i]) != '\0' && !is_listed (loader->content->holes, must[i]))
      mull_brief_content_add_hole (loader->content, must[i]);
}

/* ── The second page ──────────────────────────────────────────────────── */

static void
add_touch (const Loader *loader, const MullEntry *entry)
{
  MullBriefTouch *touch = mull_brief_content_add_touch (loader->content, entry->text);

  mull_take_text (&touch->day,
                  format_short (loader, mull_day_from_instant (entry->happened_at, loader->zone)));
  touch->kind = entry->kind;
  touch->direction = entry->direction;
  touch->reached = entry->reached;
  touch->private = entry->private;
  mull_take_text (&touch->who, dup_name (loader, entry->person_id));
}

static void
load_touches (const Loader *loader)
{
  GPtrArray *entries = loader->dossier->entries;

  for (guint i = entries->len; i > 0; i--)
    {
      const MullEntry *entry = entries->pdata[i - 1];

      if (!mull_entry_is_touch (entry))
        continue;
      if (loader->content->touches->len < MAX_TOUCHES)
        add_touch (loader, entry);
      else if (!entry->private)
        loader->content->n_older_touches++;
    }
}

static void
load_script (const Loader *loader, const MullScriptComposition *script)
{
  if (script == NULL)
    return;
  mull_set_text (&loader->content->script_title, script->script->name);
  for (guint i = 0; i < script->beats->len; i++)
    {
      const MullComposedBeat *beat = script->beats->pdata[i];

      mull_brief_content_add_beat (loader->content, beat->beat->title, beat->text);
    }
}

/**
 * mull_brief_loader_load:
 * @workspace: the data
 * @deal_id: the deal that the brief is about
 * @script: (nullable): the script to have at hand, which goes on the second page
 *
 * Collects what the brief of a deal says, as of now. Private entries are in it, marked; it is the
 * page that leaves them out.
 *
 * Returns: (transfer full) (nullable): the content; %NULL with %MULL_ERROR_NOT_FOUND if there is no
 *   such deal
 */
MullBriefContent *
mull_brief_loader_load (MullWorkspace *workspace,
                        gint64 deal_id,
                        const MullScriptComposition *script,
                        GError **error)
{
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullBriefContent) content = NULL;
  Loader loader;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  dossier = mull_dossier_load (workspace, deal_id, error);
  if (dossier == NULL)
    return NULL;
  content = mull_brief_content_new ();
  loader = (Loader){ workspace, dossier, content,
                     mull_clock_get_zone (mull_workspace_get_clock (workspace)) };
  load_meeting (&loader);
  load_plan (&loader);
  load_standing (&loader);
  load_questions (&loader);
  load_people (&loader);
  load_promises (&loader);
  load_roadblock (&loader);
  load_last_words (&loader);
  load_holes (&loader);
  load_touches (&loader);
  load_script (&loader, script);
  content->pulse = mull_pulse_collect (dossier->entries, dossier->commitments, dossier->quiets,
                                       dossier->stage->dark_days, MULL_DAY_NONE, MULL_DAY_NONE,
                                       dossier->today, loader.zone);
  mull_take_text (&content->printed_on, mull_day_format_long (dossier->today));
  return g_steal_pointer (&content);
}
