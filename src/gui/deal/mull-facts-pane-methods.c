/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-facts-pane"

#include "config.h"

#include "mull-facts-pane-private.h"

#include "mull-deal-advice.h"
#include "mull-decision-maker.h"
#include "mull-four-questions.h"
#include "mull-quiet-rules.h"
#include "mull-reason.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static void
append_why (GMenu *menu, const char *kind, gint64 id)
{
  mull_facts_pane_append_item (menu, _ ("_Why?"), "deal.why", g_variant_new ("(sx)", kind, id));
}

/* ── How to go on ─────────────────────────────────────────────────────── */

static void
set_advice_button (MullFactRow *row, const MullDealAdvice *advice)
{
  switch (advice->advice)
    {
    case MULL_ADVICE_OWN_IT:
      if (advice->commitment_id != 0)
        mull_fact_row_set_low_button (row, _ ("Own It"), "win.own-promise",
                                      g_variant_new_int64 (advice->commitment_id));
      break;
    case MULL_ADVICE_WALK_AWAY:
    case MULL_ADVICE_CLOSE:
      mull_fact_row_set_low_button (
          row, _ ("Close…"), "deal.close",
          g_variant_new_string (mull_enum_nick (
              MULL_TYPE_OUTCOME, advice->advice == MULL_ADVICE_CLOSE ? MULL_OUTCOME_SAID_NO
                                                                     : MULL_OUTCOME_WALKED_AWAY)));
      break;
    case MULL_ADVICE_ROADBLOCK:
      mull_fact_row_set_low_button (row, _ ("Go on"), "deal.edit-roadblock", NULL);
      break;
    case MULL_ADVICE_HARD_QUESTION:
      mull_fact_row_set_low_button (row, _ ("Ask…"), "deal.hard-question", NULL);
      break;
    case MULL_ADVICE_DECIDE:
      mull_fact_row_set_low_button (row, _ ("Decide…"), "deal.decide", NULL);
      break;
    case MULL_ADVICE_NONE:
    case MULL_ADVICE_LEAVE_ALONE:
    case MULL_ADVICE_WAIT:
      break;
    }
}

/**
 * mull_facts_pane_show_advice:
 *
 * Says how to go on with a deal that does not move, in one line with its first reason.
 */
void
mull_facts_pane_show_advice (MullFactsPane *self, MullDossier *dossier)
{
  g_autoptr (MullDealAdvice) advice = mull_deal_advice_new (dossier);
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean any = advice->advice != MULL_ADVICE_NONE;
  MullFactRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self->advice), any);
  mull_fact_section_begin (self->advice);
  if (any)
    {
      row = mull_fact_section_next (self->advice);
      mull_fact_row_set_text (
          row, mull_advice_label (advice->advice),
          advice->reasons->len > 0 ? ((const MullReason *) advice->reasons->pdata[0])->text : NULL);
      set_advice_button (row, advice);
      append_why (menu, "advice", 0);
      mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
    }
  mull_fact_section_end (self->advice);
}

/* ── Quiet ────────────────────────────────────────────────────────────── */

static char *
describe_quiet (const MullQuiet *quiet, MullDossier *dossier)
{
  g_autoptr (GString) about = g_string_new (NULL);
  MullDossierPerson *person = mull_dossier_get_person (dossier, quiet->person_id);
  g_autofree char *until = mull_quiet_format (quiet);
  g_autofree char *broken = NULL;

  mull_text_append_part (about, person != NULL ? person->person->name : NULL);
  mull_text_append_part (about, until);
  mull_text_append_part (about, mull_quiet_scope_label (quiet->scope));
  mull_text_append_part (about, quiet->wake_text);
  mull_text_append_part (about, quiet->first_action);
  if (quiet->times_broken > 0)
    {
      broken = g_strdup_printf (
          ngettext ("not left alone once", "not left alone %d times", (gulong) quiet->times_broken),
          quiet->times_broken);
      mull_text_append_part (about, broken);
    }
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static GMenu *
make_quiet_menu (const MullQuiet *quiet)
{
  static const MullQuietState ends[] = { MULL_QUIET_RESUMED, MULL_QUIET_BOUGHT_ELSEWHERE,
                                         MULL_QUIET_LIFTED };
  GMenu *menu = g_menu_new ();
  gint64 id = quiet->record.id;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    mull_facts_pane_append_item (
        menu, mull_quiet_state_label (ends[i]), "deal.settle-quiet",
        g_variant_new ("(xs)", id, mull_enum_nick (MULL_TYPE_QUIET_STATE, (int) ends[i])));
  mull_facts_pane_append_item (menu, _ ("They _asked again…"), "deal.quiet-again",
                               g_variant_new_int64 (id));
  append_why (menu, "quiet", id);
  return menu;
}

static void
show_ready (MullFactsPane *self,
            const MullQuiet *quiet,
            const char *name,
            const char *what,
            gboolean ready)
{
  MullFactRow *row = mull_fact_section_next (self->quiets);

  mull_fact_row_set_text (row, what, NULL);
  mull_fact_row_set_note (row, ready ? "object-select-symbolic" : "mull-hole-symbolic",
                          ready ? _ ("ready") : _ ("to prepare"),
                          ready ? "state-kept" : "state-ours");
  mull_fact_row_set_button (row, ready ? _ ("Not yet") : _ ("Ready"), "deal.ready-quiet",
                            g_variant_new ("(xs)", quiet->record.id, name));
}

static void
show_quiet (MullFactsPane *self, const MullQuiet *quiet, MullDossier *dossier)
{
  MullFactRow *row = mull_fact_section_next (self->quiets);
  MullQuietStanding standing =
      mull_quiet_get_standing (quiet, &dossier->thresholds, dossier->today);
  g_autofree char *words = g_strdup_printf ("“%s”", quiet->words);
  g_autofree char *about = describe_quiet (quiet, dossier);
  g_autofree char *told = mull_quiet_format_told (quiet);
  g_autofree char *note =
      mull_quiet_is_told_again (quiet)
          ? g_strdup_printf ("%s · %s", mull_quiet_standing_label (standing), told)
          : g_strdup (mull_quiet_standing_label (standing));
  g_autoptr (GMenu) menu = make_quiet_menu (quiet);

  mull_fact_row_set_text (row, words, about);
  mull_fact_row_set_note (row, "mull-quiet-symbolic", note,
                          mull_quiet_is_told_again (quiet) ? "state-dark"
                          : standing == MULL_QUIET_AWAKE   ? "state-ours"
                                                           : "state-quiet");
  if (standing == MULL_QUIET_AWAKE)
    mull_fact_row_set_button (row, _ ("Talking again"), "deal.settle-quiet",
                              g_variant_new ("(xs)", quiet->record.id, "resumed"));
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
  if (standing != MULL_QUIET_PREPARE && standing != MULL_QUIET_AWAKE)
    return;
  /* Translators: what is to be prepared before customers are called who asked to be left alone */
  show_ready (self, quiet, "facts", _ ("New facts to bring"), quiet->facts_ready);
  show_ready (self, quiet, "outcome", _ ("What they get out of it"), quiet->outcome_ready);
  show_ready (self, quiet, "person", _ ("The right person to ask"), quiet->person_ready);
}

/**
 * mull_facts_pane_show_quiets:
 *
 * Shows what they asked for in their words, and what is to be prepared when its day is near.
 */
void
mull_facts_pane_show_quiets (MullFactsPane *self, MullDossier *dossier)
{
  gtk_widget_set_visible (GTK_WIDGET (self->quiets), dossier->quiets->len > 0);
  mull_fact_section_begin (self->quiets);
  for (guint i = 0; i < dossier->quiets->len; i++)
    show_quiet (self, dossier->quiets->pdata[i], dossier);
  mull_fact_section_end (self->quiets);
}

/* ── Who decides ──────────────────────────────────────────────────────── */

static gboolean
has_access_hole (MullDossier *dossier, const char *text)
{
  for (guint i = 0; i < dossier->holes->len; i++)
    {
      const MullHole *hole = dossier->holes->pdata[i];

      if (hole->kind == MULL_HOLE_ACCESS && g_str_equal (hole->text, text) &&
          (hole->state == MULL_HOLE_STATE_OPEN || hole->state == MULL_HOLE_STATE_ASKED))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_facts_pane_show_decider:
 *
 * Says whom we talk to and who decides, if these are not the same; offers a hole if nobody is known
 * to decide where somebody has to.
 */
void
mull_facts_pane_show_decider (MullFactsPane *self, MullDossier *dossier, MullClock *clock)
{
  MullDossierDecider decider;
  g_autofree char *sentence = NULL;
  g_autoptr (GMenu) menu = NULL;
  MullFactRow *row;

  mull_dossier_judge_decider (dossier, clock, &decider);
  sentence = mull_decision_maker_format (&decider.judged, decider.contact, decider.decider);
  if (sentence == NULL || dossier->people->len == 0 ||
      (decider.judged.decider_id == 0 && !decider.expected))
    return;
  row = mull_fact_section_next (self->people);
  menu = g_menu_new ();
  mull_fact_row_set_text (row, sentence, NULL);
  mull_fact_row_set_note (
      row, "mull-fading-symbolic",
      decider.judged.decider_id == 0 ? _ ("unknown") : _ ("talk to who decides"), "state-risk");
  if (decider.judged.decider_id == 0 && !has_access_hole (dossier, mull_dossier_decider_hole ()))
    mull_fact_row_set_button (row, _ ("Find out"), "deal.ask-decider", NULL);
  append_why (menu, "decider", 0);
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
}

/* ── Four questions ───────────────────────────────────────────────────── */

static const struct
{
  const char *icon;
  const char *css_class;
} marks[] = {
  [MULL_ANSWER_UNASKED] = { "mull-answer-unasked-symbolic", "state-theirs" },
  [MULL_ANSWER_UNKNOWN] = { "mull-answer-unknown-symbolic", "state-theirs" },
  [MULL_ANSWER_NO] = { "mull-answer-no-symbolic", "state-dark" },
  [MULL_ANSWER_UNSHOWN] = { "mull-answer-hollow-symbolic", "state-theirs" },
  [MULL_ANSWER_OLD] = { "mull-answer-hollow-symbolic", "state-theirs" },
  [MULL_ANSWER_YES] = { "mull-answer-yes-symbolic", "state-kept" },
};

static void
show_question (MullFactsPane *self, MullDossier *dossier, int question, GTimeZone *zone)
{
  const MullQualification *answer = dossier->answers[question - 1];
  MullAnswerMark mark =
      mull_four_questions_mark (answer, &dossier->thresholds, dossier->today, zone);
  MullFactRow *row = mull_fact_section_next (self->questions);
  g_autoptr (GString) about = g_string_new (NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *day = NULL;

  if (answer != NULL)
    {
      day = mull_day_format_relative (mull_day_from_instant (answer->answered_at, zone),
                                      dossier->today);
      mull_text_append_part (about, answer->evidence);
      mull_text_append_part (about, day);
    }
  mull_fact_row_set_text (row, mull_question_name (question), about->str);
  mull_fact_row_set_note (row, marks[mark].icon, mull_answer_mark_label (mark),
                          marks[mark].css_class);
  if (mark != MULL_ANSWER_YES)
    mull_fact_row_set_button (row, _ ("Answer"), "deal.answer-question",
                              g_variant_new_int32 (question));
  mull_facts_pane_append_item (menu, _ ("_Answer…"), "deal.answer-question",
                               g_variant_new_int32 (question));
  if (answer != NULL && answer->entry_id != 0)
    mull_facts_pane_append_item (menu, _ ("_Show what shows it"), "deal.show-entry",
                                 g_variant_new_int64 (answer->entry_id));
  append_why (menu, "question", question);
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
}

/* A no is a fork: three ways lead on. */
static void
show_no (MullFactsPane *self)
{
  MullFactRow *row = mull_fact_section_next (self->questions);
  g_autoptr (GMenu) menu = g_menu_new ();

  mull_fact_row_set_text (row, _ ("There is a no: fix it, leave them alone, or walk away."), NULL);
  mull_fact_row_set_button (row, _ ("Fix it"), "deal.edit-step", NULL);
  mull_facts_pane_append_item (menu, _ ("_Fix it…"), "deal.edit-step", NULL);
  mull_facts_pane_append_item (menu, _ ("_Leave them alone until…"), "deal.quiet", NULL);
  mull_facts_pane_append_item (menu, _ ("_Walk away…"), "deal.close",
                               g_variant_new_string ("walked-away"));
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
}

/**
 * mull_facts_pane_show_questions:
 *
 * Shows the four marks, each with its shape and word, and what to do about a no.
 */
void
mull_facts_pane_show_questions (MullFactsPane *self, MullDossier *dossier, MullClock *clock)
{
  GTimeZone *zone = mull_clock_get_zone (clock);
  int n_stale = mull_four_questions_count_stale (dossier->answers, dossier->stages, dossier->stage,
                                                 dossier->deal->stage_since_at);

  mull_fact_section_begin (self->questions);
  for (int question = 1; question <= MULL_N_QUESTIONS; question++)
    show_question (self, dossier, question, zone);
  if (mull_four_questions_any_no (dossier->answers))
    show_no (self);
  if (n_stale > 0)
    {
      g_autofree char *hint = g_strdup_printf (
          ngettext ("Ask again: %d answer is from an earlier stage.",
                    "Ask again: %d answers are from an earlier stage.", (gulong) n_stale),
          n_stale);

      mull_fact_row_set_text (mull_fact_section_next (self->questions), hint, NULL);
    }
  mull_fact_section_end (self->questions);
}
