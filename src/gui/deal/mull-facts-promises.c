/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-facts-promises"

#include "config.h"

#include "mull-facts-promises.h"

#include "mull-commitment-explain.h"
#include "mull-decision-ops.h"
#include "mull-facts-pane-private.h"
#include "mull-hard-question-rules.h"
#include "mull-own-it-rules.h"
#include "mull-promise-words.h"
#include "mull-standing-look.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Promises ─────────────────────────────────────────────────────────── */

static void
add_settling (GMenu *menu, const MullCommitment *commitment)
{
  static const MullCommitmentState ends[] = {
    MULL_COMMITMENT_KEPT,     MULL_COMMITMENT_AT_RISK, MULL_COMMITMENT_OWNED,
    MULL_COMMITMENT_RELEASED, MULL_COMMITMENT_BROKEN,
  };
  gint64 id = commitment->record.id;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (ends[i] == commitment->state ||
          (ends[i] == MULL_COMMITMENT_OWNED && commitment->side == MULL_SIDE_THEM))
        continue;
      mull_facts_pane_append_item (
          menu, mull_commitment_state_label (ends[i]), "deal.settle-promise",
          g_variant_new ("(xs)", id, mull_enum_nick (MULL_TYPE_COMMITMENT_STATE, ends[i])));
    }
  mull_facts_pane_append_item (menu, _ ("Kept, shown by…"), "deal.prove-promise",
                               g_variant_new_int64 (id));
  mull_facts_pane_append_item (menu, _ ("Agree anew…"), "deal.renegotiate-promise",
                               g_variant_new_int64 (id));
}

static GMenu *
make_promise_menu (const MullCommitment *commitment)
{
  GMenu *menu = g_menu_new ();
  gint64 id = commitment->record.id;
  gboolean open = mull_commitment_is_open (commitment);

  if (open)
    add_settling (menu, commitment);
  else
    mull_facts_pane_append_item (
        menu, _ ("Open again"), "deal.settle-promise",
        g_variant_new ("(xs)", id,
                       mull_enum_nick (MULL_TYPE_COMMITMENT_STATE, MULL_COMMITMENT_OPEN)));
  if (commitment->side != MULL_SIDE_THEM && (open || commitment->state == MULL_COMMITMENT_BROKEN))
    mull_facts_pane_append_item (menu, _ ("_Own It"), "win.own-promise", g_variant_new_int64 (id));
  else if (commitment->side != MULL_SIDE_THEM && (commitment->state == MULL_COMMITMENT_OWNED ||
                                                  commitment->state == MULL_COMMITMENT_RELEASED))
    mull_facts_pane_append_item (menu, _ ("_How It Was Owned"), "win.own-promise",
                                 g_variant_new_int64 (id));
  mull_facts_pane_append_item (menu, _ ("_Why?"), "deal.why-promise", g_variant_new_int64 (id));
  mull_facts_pane_append_item (menu, _ ("_Edit…"), "deal.edit-promise", g_variant_new_int64 (id));
  mull_facts_pane_append_item (menu, _ ("_Delete"), "deal.remove-promise",
                               g_variant_new_int64 (id));
  return menu;
}

/* "Fri · Ann Ruiz · I think I will"; who is sure need not say so. */
static char *
describe (const MullCommitment *commitment, MullDossier *dossier)
{
  g_autofree char *day = mull_day_format_relative (commitment->due_on, dossier->today);
  gint64 person_id =
      commitment->by_person_id != 0 ? commitment->by_person_id : commitment->to_person_id;
  MullDossierPerson *person = mull_dossier_get_person (dossier, person_id);
  GString *text = g_string_new (day);

  if (person != NULL)
    g_string_append_printf (text, " · %s", person->person->name);
  if (commitment->firmness != MULL_FIRMNESS_SURE)
    g_string_append_printf (text, " · %s", mull_firmness_label (commitment->firmness));
  return g_string_free (text, FALSE);
}

static void
set_button (MullFactRow *row,
            const MullCommitment *commitment,
            MullDossier *dossier,
            GTimeZone *zone)
{
  gboolean open = dossier->deal->outcome == MULL_OUTCOME_OPEN;
  gboolean touched = mull_commitment_is_touched (commitment, dossier->entries, zone);

  if (open &&
      mull_commitment_wants_owning (commitment, touched, &dossier->thresholds, dossier->today))
    mull_fact_row_set_low_button (row, _ ("Own It"), "win.own-promise",
                                  g_variant_new_int64 (commitment->record.id));
  else if (open && mull_commitment_wants_reading (commitment, dossier->questions,
                                                  &dossier->thresholds, dossier->today))
    mull_fact_row_set_low_button (row, _ ("What now?"), "deal.read-promise",
                                  g_variant_new_int64 (commitment->record.id));
}

static void
show_promise (MullFactSection *section,
              const MullCommitment *commitment,
              MullDossier *dossier,
              GTimeZone *zone)
{
  MullStanding standing =
      mull_commitment_get_standing (commitment, &dossier->thresholds, dossier->today);
  MullFactRow *row = mull_fact_section_next (section);
  g_autoptr (GMenu) menu = make_promise_menu (commitment);
  g_autofree char *about = describe (commitment, dossier);

  mull_fact_row_set_text (row, commitment->words, about);
  mull_fact_row_set_note (row, "mull-promise-symbolic",
                          mull_commitment_label (commitment, &dossier->thresholds, dossier->today),
                          mull_standing_css_class (commitment, standing));
  mull_fact_row_set_note_wraps (row, TRUE);
  set_button (row, commitment, dossier, zone);
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
}

static void
show_count (MullFactSection *section, MullDossier *dossier, MullSide side)
{
  MullPromiseCount count =
      mull_commitment_count (dossier->commitments, side, &dossier->thresholds, dossier->today);
  g_autofree char *text = mull_promise_count_format (&count);

  mull_fact_section_set_count (section, text);
}

/**
 * mull_facts_show_promises:
 * @ours: what we said
 * @theirs: what they said
 *
 * Shows the promises of both sides, each with how it stands and what can be done about it.
 */
void
mull_facts_show_promises (MullFactSection *ours,
                          MullFactSection *theirs,
                          MullDossier *dossier,
                          MullClock *clock)
{
  GTimeZone *zone = mull_clock_get_zone (clock);

  mull_fact_section_begin (ours);
  mull_fact_section_begin (theirs);
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *commitment = dossier->commitments->pdata[i];

      if (commitment->side != MULL_SIDE_THEM)
        show_promise (ours, commitment, dossier, zone);
      if (commitment->side != MULL_SIDE_US)
        show_promise (theirs, commitment, dossier, zone);
    }
  mull_fact_section_end (ours);
  mull_fact_section_end (theirs);
  show_count (ours, dossier, MULL_SIDE_US);
  show_count (theirs, dossier, MULL_SIDE_THEM);
}

/* ── Getting to a no ──────────────────────────────────────────────────── */

static void
show_question (MullFactSection *section, const MullHardQuestion *question, MullDossier *dossier)
{
  MullFactRow *row = mull_fact_section_next (section);
  g_autoptr (GPtrArray) reasons =
      mull_hard_question_explain (question, &dossier->thresholds, dossier->today);
  const MullReason *last = reasons->pdata[reasons->len - 1];
  const char *text = *question->text != '\0' ? question->text : _ ("Not worded yet");

  mull_fact_row_set_text (row, text, last->text);
  switch (mull_hard_question_get_state (question, dossier->today))
    {
    case MULL_HARD_STATE_DRAFT:
      mull_fact_row_set_note (row, NULL, _ ("to be asked"), "state-ours");
      mull_fact_row_set_button (row, _ ("Ask…"), "deal.hard-question", NULL);
      break;
    case MULL_HARD_STATE_WAITING:
      mull_fact_row_set_note (row, NULL, _ ("waiting for the answer"), "state-theirs");
      mull_fact_row_set_button (row, _ ("Answer…"), "deal.hard-question", NULL);
      break;
    case MULL_HARD_STATE_PASSED:
      mull_fact_row_set_note (row, NULL, _ ("their day has passed"), "state-risk");
      mull_fact_row_set_button (row, _ ("What came of it?"), "deal.hard-question", NULL);
      break;
    case MULL_HARD_STATE_ANSWERED:
    case MULL_HARD_STATE_SILENCE:
      mull_fact_row_set_note (row, NULL, mull_hard_outcome_label (question->outcome),
                              "state-theirs");
      break;
    case MULL_HARD_STATE_CHALLENGE:
      break;
    }
}

static void
show_decision (MullFactSection *section, const MullDecision *decision)
{
  mull_fact_row_set_text (mull_fact_section_next (section),
                          mull_decision_choice_label (decision->choice), decision->reason);
}

static void
show_proposal (MullFactSection *section, MullDossier *dossier, MullClock *clock)
{
  g_autoptr (MullDecisionProposal) proposal = mull_dossier_propose_decision (dossier, clock);
  MullFactRow *row;

  if (proposal == NULL)
    return;
  row = mull_fact_section_next (section);
  mull_fact_row_set_text (row, _ ("Go on, or stop?"), mull_decision_cause_label (proposal->cause));
  mull_fact_row_set_note (row, NULL, _ ("to decide"), "state-ours");
  mull_fact_row_set_button (row, _ ("Decide…"), "deal.decide", NULL);
}

/**
 * mull_facts_show_questions:
 *
 * Shows what is to be decided, the hard question that is open or was asked last, and what was
 * decided last.
 */
void
mull_facts_show_questions (MullFactSection *section, MullDossier *dossier, MullClock *clock)
{
  const MullHardQuestion *question =
      mull_hard_question_find_open (dossier->questions, dossier->today);

  if (question == NULL)
    question = mull_hard_question_find_last_asked (dossier->questions);
  mull_fact_section_begin (section);
  show_proposal (section, dossier, clock);
  if (question != NULL)
    show_question (section, question, dossier);
  if (dossier->decisions->len > 0)
    show_decision (section, dossier->decisions->pdata[dossier->decisions->len - 1]);
  mull_fact_section_end (section);
}

/* ── What it has cost ─────────────────────────────────────────────────── */

/* What is spent is spent, whatever comes next: it is dimmed, with that word. */
static void
show_spent (MullFactSection *section, const MullEffort *effort, const char *label)
{
  g_autofree char *text = mull_effort_format (effort);
  MullFactRow *row;

  if (*text == '\0')
    return;
  row = mull_fact_section_next (section);
  mull_fact_row_set_text (row, text, label);
  mull_fact_row_set_dim (row, TRUE);
}

static void
show_next_cost (MullFactSection *section, MullDossier *dossier)
{
  g_autofree char *text = mull_investment_format_next (dossier->touches);

  if (*text != '\0')
    mull_fact_row_set_text (mull_fact_section_next (section), text,
                            _ ("What the next step would cost"));
}

static void
show_limit (MullFactSection *section, MullDossier *dossier, const MullInvestment *investment)
{
  const MullDeal *deal = dossier->deal;
  g_autofree char *text = mull_investment_format_limit (deal);
  MullFactRow *row;

  if (*text == '\0')
    return;
  row = mull_fact_section_next (section);
  mull_fact_row_set_text (row, text, _ ("Your limit for this deal"));
  if (mull_investment_reaches_stop (investment, deal))
    mull_fact_row_set_note (row, NULL, _ ("reached"), "state-risk");
}

/**
 * mull_facts_show_investment:
 *
 * Shows what the deal has cost, in all and since they kept a promise and were heard; what the next
 * step would cost; and the limit that the rep set.
 */
void
mull_facts_show_investment (MullFactSection *section, MullDossier *dossier, MullClock *clock)
{
  g_autoptr (MullInvestment) investment = mull_investment_new (
      dossier->entries, dossier->commitments, dossier->today, mull_clock_get_zone (clock));

  mull_fact_section_begin (section);
  show_next_cost (section, dossier);
  show_limit (section, dossier, investment);
  show_spent (section, &investment->total, _ ("Spent in all"));
  if (investment->has_kept)
    show_spent (section, &investment->since_kept, _ ("Spent since they last kept a promise"));
  if (investment->was_heard)
    show_spent (section, &investment->since_heard, _ ("Spent since they were heard"));
  mull_fact_section_end (section);
}
