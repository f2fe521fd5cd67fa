/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-page"

#include "config.h"

#include "mull-own-it-page-private.h"

#include "mull-commitment-explain.h"
#include "mull-commitment-rules.h"
#include "mull-money.h"
#include "mull-own-it-rules.h"
#include "mull-promise-words.h"
#include "mull-standing-look.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* What is shown of a promise: how it stands, until when to call, what may be said, what came of the
 * call. */

/**
 * mull_own_it_page_is_done:
 *
 * Returns: whether they were reached: what was said is said, and only the lesson is left
 */
gboolean
mull_own_it_page_is_done (MullOwnItPage *self)
{
  MullOwnOutcome outcome = self->shown->own->outcome;

  return outcome != MULL_OWN_OUTCOME_NONE && outcome != MULL_OWN_OUTCOME_NOT_REACHED;
}

/* ── Head ─────────────────────────────────────────────────────────────── */

static void
show_about (MullOwnItPage *self)
{
  const MullCommitment *commitment = self->shown->commitment;
  MullDossierPerson *person =
      mull_dossier_get_person (self->shown->dossier, commitment->to_person_id);
  const char *name = person != NULL ? person->person->name : _ ("them");
  g_autofree char *due = mull_day_format_long (commitment->due_on);
  g_autofree char *text =
      /* Translators: to whom a promise of ours was made, and its day */
      g_strdup_printf (_ ("Promised to %1$s for %2$s"), name, due);

  gtk_label_set_text (self->about, text);
}

static void
show_standing (MullOwnItPage *self)
{
  const MullCommitment *commitment = self->shown->commitment;
  const MullDossier *dossier = self->shown->dossier;
  const char *css = mull_standing_css_class (
      commitment, mull_commitment_get_standing (commitment, &dossier->thresholds, dossier->today));
  const char *classes[] = { "badge", css, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->standing), classes);
  gtk_label_set_text (self->standing,
                      mull_commitment_label (commitment, &dossier->thresholds, dossier->today));
}

/* Why it is time to own it; who comes early is told until when to call all the same. */
static void
show_reasons (MullOwnItPage *self)
{
  const MullCommitment *commitment = self->shown->commitment;
  const MullDossier *dossier = self->shown->dossier;
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autoptr (GPtrArray) reasons = mull_own_it_explain (
      commitment, mull_commitment_is_touched (commitment, dossier->entries, zone),
      &dossier->thresholds, dossier->today);
  g_autoptr (GError) error = NULL;

  if (reasons->len == 0 && mull_own_it_check_promise (commitment, &error))
    {
      g_autofree char *by =
          mull_day_format_long (mull_commitment_call_by (commitment, &dossier->thresholds));

      g_ptr_array_add (reasons,
                       mull_reason_new (MULL_REASON_RULE, 0,
                                        /* Translators: %s is a date */
                                        g_strdup_printf (_ ("Call by %s, before the day."), by)));
    }
  mull_reason_list_show (self->reasons, reasons);
}

/* ── The truth about the first time ───────────────────────────────────── */

static void
show_record (MullOwnItPage *self)
{
  g_autofree char *record = mull_record_facts_format (&self->shown->record);
  g_autofree char *text = NULL;

  if (mull_record_facts_may_say_first_time (&self->shown->record))
    /* Translators: %s is a record: "4 kept · 0 silent" */
    text = g_strdup_printf (_ ("With them so far: %s. You may say that it never happened before."),
                            record);
  else
    /* Translators: %s is a record: "4 kept · 1 silent" */
    text = g_strdup_printf (_ ("With them so far: %s. It is not the first time: do not say so."),
                            record);
  gtk_label_set_text (self->record, text);
}

/* ── What was said ────────────────────────────────────────────────────── */

static void
add_row (MullFactSection *section, const char *title, const char *about)
{
  if (*title != '\0')
    mull_fact_row_set_text (mull_fact_section_next (section), title, about);
}

static void
add_way (MullOwnItPage *self, const MullWayOut *way)
{
  g_autoptr (GString) about = g_string_new (_ ("Way out"));
  g_autofree char *day = mull_day_format (way->due_on);
  g_autofree char *cost = NULL;
  MullMoney money;

  if (way->cost_minor != 0 && mull_money_init (&money, way->cost_minor, way->currency, NULL))
    cost = mull_money_format (&money);
  mull_text_append_part (about, day);
  mull_text_append_part (about, cost);
  add_row (self->said, way->text, about->str);
}

static void
show_said (MullOwnItPage *self)
{
  const MullOwnIt *own = self->shown->own;

  mull_fact_section_begin (self->said);
  add_row (self->said, own->cannot, _ ("What we cannot do"));
  add_row (self->said, own->can, _ ("What we can do"));
  add_row (self->said, own->effort, _ ("What was tried"));
  for (guint i = 0; i < self->shown->ways->len; i++)
    add_way (self, self->shown->ways->pdata[i]);
  if (own->say_first_time)
    add_row (self->said, _ ("It never happened before"), NULL);
  mull_fact_section_end (self->said);
}

/* ── The call ─────────────────────────────────────────────────────────── */

static const MullCommitment *
find_replacement (MullOwnItPage *self)
{
  const GPtrArray *commitments = self->shown->dossier->commitments;

  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = commitments->pdata[i];

      if (commitment->record.id == self->shown->commitment->replaced_by_id)
        return commitment;
    }
  return NULL;
}

static void
show_replacement (MullOwnItPage *self)
{
  const MullCommitment *replacement = find_replacement (self);
  const MullDossier *dossier = self->shown->dossier;
  MullFactRow *row;
  g_autofree char *day = NULL;
  g_autofree char *about = NULL;

  if (replacement == NULL)
    return;
  row = mull_fact_section_next (self->call);
  day = mull_day_format_relative (replacement->due_on, dossier->today);
  /* Translators: what was promised in place of another promise, and its day */
  about = g_strdup_printf (_ ("Promised instead, for %s"), day);
  mull_fact_row_set_text (row, replacement->words, about);
  mull_fact_row_set_note (row, "mull-promise-symbolic",
                          mull_commitment_label (replacement, &dossier->thresholds, dossier->today),
                          mull_standing_css_class (
                              replacement, mull_commitment_get_standing (
                                               replacement, &dossier->thresholds, dossier->today)));
}

static void
show_call (MullOwnItPage *self)
{
  const MullOwnIt *own = self->shown->own;
  g_autofree char *words = *own->words != '\0' ? g_strdup_printf (_ ("“%s”"), own->words) : NULL;

  mull_fact_section_begin (self->call);
  if (own->outcome != MULL_OWN_OUTCOME_NONE)
    mull_fact_row_set_text (mull_fact_section_next (self->call),
                            mull_own_outcome_label (own->outcome), words);
  show_replacement (self);
  mull_fact_section_end (self->call);
}

/**
 * mull_own_it_page_show:
 *
 * Shows the case that was loaded, but not what can be typed.
 */
void
mull_own_it_page_show (MullOwnItPage *self)
{
  gboolean done = mull_own_it_page_is_done (self);

  adw_window_title_set_title (self->window_title, self->shown->dossier->deal->title);
  gtk_label_set_text (self->words, self->shown->commitment->words);
  show_about (self);
  show_standing (self);
  show_reasons (self);
  show_record (self);
  show_said (self);
  show_call (self);
  gtk_widget_set_visible (self->before, !done);
  gtk_widget_set_visible (GTK_WIDGET (self->said), done);
  gtk_widget_set_visible (GTK_WIDGET (self->lesson_field),
                          done || *self->shown->own->lesson != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->write), !done);
  gtk_button_set_label (self->write, self->shown->own->script_id != 0 ? _ ("_Open the Script")
                                                                      : _ ("_Write the Call"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "own-it.write", !done);
}
