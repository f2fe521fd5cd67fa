/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-facts-pane"

#include "config.h"

#include "mull-facts-pane-private.h"

#include "mull-call-plan.h"
#include "mull-columns.h"
#include "mull-facts-promises.h"
#include "mull-hole-rules.h"
#include "mull-popover.h"
#include "mull-quiet-rules.h"
#include "mull-roadblock-rules.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MullFactsPane, mull_facts_pane, GTK_TYPE_WIDGET)

/**
 * mull_facts_pane_append_item:
 * @target: (transfer floating): of the action
 *
 * Adds an item to the menu of a row.
 */
void
mull_facts_pane_append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* ── Their last words ─────────────────────────────────────────────────── */

static void
show_last_words (MullFactsPane *self, MullDossier *dossier, MullClock *clock)
{
  MullEntry *entry = dossier->last_words_entry;
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *day = NULL;
  MullDossierPerson *person;

  gtk_widget_set_visible (self->last_words_button, entry != NULL);
  if (entry == NULL)
    return;
  person = mull_dossier_get_person (dossier, entry->person_id);
  day = mull_day_format_relative (mull_clock_day_of (clock, entry->happened_at), dossier->today);
  mull_text_append_part (about, person != NULL ? person->person->name : NULL);
  mull_text_append_part (about, day);
  mull_paragraph_set_text (self->last_words, dossier->last_words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->last_words_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, dossier->last_words, -1);
  mull_paragraph_set_text (self->last_words_about, about->str);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->last_words_button), "x",
                                    entry->record.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->last_words_button), "deal.show-entry");
}

/* ── Buying centre ────────────────────────────────────────────────────── */

static char *
describe_person (MullDossierPerson *person, MullDossier *dossier, MullClock *clock)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *spoke = NULL;
  g_autofree char *day = NULL;

  if (person->member->role != MULL_ROLE_UNKNOWN)
    mull_text_append_part (about, mull_role_label (person->member->role));
  mull_text_append_part (about, person->person->title);
  if (person->last_spoke_at == MULL_INSTANT_NONE)
    spoke = g_strdup (_ ("never spoke"));
  else
    {
      day = mull_day_format_relative (mull_clock_day_of (clock, person->last_spoke_at),
                                      dossier->today);
      /* Translators: when we last spoke with a person; %s is like "3 days ago" */
      spoke = g_strdup_printf (_ ("spoke %s"), day);
    }
  mull_text_append_part (about, spoke);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static void
show_person (MullFactsPane *self, MullDossierPerson *person, MullDossier *dossier, MullClock *clock)
{
  MullFactRow *row = mull_fact_section_next (self->people);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *about = describe_person (person, dossier, clock);
  g_autofree char *note = NULL;
  gint64 id = person->member->record.id;

  mull_fact_row_set_text (row, person->person->name, about);
  mull_fact_row_set_detail (row, person->member->evidence);
  mull_fact_row_set_avatar (row, person->person->name);
  mull_fact_row_set_note_beside (row, person->quiet == NULL);
  if (person->quiet != NULL)
    {
      g_autofree char *until = mull_quiet_format (person->quiet);

      /* Translators: somebody asked to be left alone; %s is "until 1 July" */
      note = g_strdup_printf (_ ("quiet %s"), until);
      mull_fact_row_set_note (row, "mull-quiet-symbolic", note, "state-quiet");
    }
  else if (person->member->decides == MULL_TERNARY_YES)
    mull_fact_row_set_note (row, "object-select-symbolic", _ ("decides"), "state-ours");
  else if (person->member->decides == MULL_TERNARY_UNKNOWN)
    mull_fact_row_set_note (row, NULL, _ ("decides?"), "state-theirs");
  mull_facts_pane_append_item (menu, _ ("_Open"), "win.open-person",
                               g_variant_new_int64 (person->person->record.id));
  if (person->phone != NULL && *person->phone != '\0')
    {
      /* Translators: in the menu of a person; %s is a telephone number */
      g_autofree char *phone = mull_popover_dup_menu_text (person->phone);
      g_autofree char *copy = g_strdup_printf (_ ("Copy %s"), phone);

      mull_facts_pane_append_item (menu, copy, "deal.copy", g_variant_new_string (person->phone));
    }
  mull_facts_pane_append_item (menu, _ ("_Edit…"), "deal.edit-person", g_variant_new_int64 (id));
  mull_facts_pane_append_item (menu, _ ("_Remove from the deal"), "deal.remove-person",
                               g_variant_new_int64 (id));
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
}

/* ── The deal ─────────────────────────────────────────────────────────── */

static void
show_fact (MullFactsPane *self, const char *value, const char *label)
{
  mull_fact_row_set_text (mull_fact_section_next (self->facts), value, label);
}

static void
show_date (MullFactsPane *self, MullDossier *dossier, const MullDealHistory *history)
{
  g_autofree char *date = mull_day_format (dossier->deal->expected_on);
  g_autofree char *slips = NULL;
  MullFactRow *row;

  if (*date == '\0')
    return;
  row = mull_fact_section_next (self->facts);
  mull_fact_row_set_text (row, date, _ ("Their date"));
  if (history == NULL || history->slips.times == 0)
    return;
  slips = g_strdup_printf (ngettext ("slipped once", "slipped %d times", history->slips.times),
                           history->slips.times);
  mull_fact_row_set_note (row, "mull-fading-symbolic", slips, "state-risk");
}

static void
show_facts (MullFactsPane *self,
            MullDossier *dossier,
            const MullDealHistory *history,
            MullClock *clock)
{
  g_autofree char *value = mull_dossier_format_value (dossier);

  mull_fact_section_begin (self->facts);
  show_fact (self, value != NULL ? value : C_ ("value", "None"), _ ("Value"));
  show_fact (self, dossier->stage->name, dossier->pipeline->name);
  show_date (self, dossier, history);
  mull_fact_section_end (self->facts);
}

/* ── Holes ────────────────────────────────────────────────────────────── */

static GMenu *
make_hole_menu (const MullHole *hole, gboolean first)
{
  GMenu *menu = g_menu_new ();
  gint64 id = hole->record.id;

  mull_facts_pane_append_item (menu, _ ("_Edit…"), "deal.edit-hole", g_variant_new_int64 (id));
  if (mull_hole_is_unsettled (hole))
    {
      if (!first)
        mull_facts_pane_append_item (menu, _ ("Put _first"), "deal.first-hole",
                                     g_variant_new_int64 (id));
      mull_facts_pane_append_item (menu, _ ("_Filled…"), "deal.fill-hole",
                                   g_variant_new_int64 (id));
      mull_facts_pane_append_item (menu, _ ("_Asked for"), "deal.settle-hole",
                                   g_variant_new ("(xs)", id, "asked"));
      mull_facts_pane_append_item (menu, _ ("_No longer needed"), "deal.settle-hole",
                                   g_variant_new ("(xs)", id, "given-up"));
    }
  else
    mull_facts_pane_append_item (menu, _ ("_Open again"), "deal.settle-hole",
                                 g_variant_new ("(xs)", id, "open"));
  return menu;
}

static void
show_hole (MullFactsPane *self, MullHole *hole, gboolean first)
{
  MullFactRow *row = mull_fact_section_next (self->holes);
  g_autoptr (GMenu) menu = make_hole_menu (hole, first);
  gboolean open = mull_hole_is_unsettled (hole);

  gboolean unanswered = open || *hole->answer == '\0';
  g_autoptr (GString) about =
      g_string_new (unanswered ? mull_hole_kind_label (hole->kind) : hole->answer);

  if (unanswered && hole->source != MULL_HOLE_SOURCE_REP)
    mull_text_append_part (about, mull_hole_source_label (hole->source));
  mull_fact_row_set_text (row, hole->text, about->str);
  if (hole->state != MULL_HOLE_STATE_OPEN)
    mull_fact_row_set_note (row,
                            hole->state == MULL_HOLE_STATE_FILLED ? "object-select-symbolic" : NULL,
                            mull_hole_state_label (hole->state),
                            hole->state == MULL_HOLE_STATE_FILLED ? "state-kept" : "state-theirs");
  if (open)
    mull_fact_row_set_button (row, _ ("Do-over"), "deal.do-over",
                              g_variant_new_int64 (hole->record.id));
  mull_fact_row_set_menu (row, G_MENU_MODEL (menu));
}

static void
show_holes (MullFactsPane *self, MullDossier *dossier)
{
  MullHole *first = mull_dossier_get_hole (dossier);

  mull_fact_section_begin (self->holes);
  for (guint i = 0; i < dossier->holes->len; i++)
    if (mull_hole_is_unsettled (dossier->holes->pdata[i]))
      show_hole (self, dossier->holes->pdata[i], dossier->holes->pdata[i] == first);
  for (guint i = 0; i < dossier->holes->len; i++)
    if (!mull_hole_is_unsettled (dossier->holes->pdata[i]))
      show_hole (self, dossier->holes->pdata[i], FALSE);
  mull_fact_section_end (self->holes);
}

/* ── Roadblock and plan ───────────────────────────────────────────────── */

static void
show_roadblock (MullFactsPane *self, MullDossier *dossier)
{
  MullRoadblock *roadblock = mull_dossier_get_roadblock (dossier);

  mull_fact_section_begin (self->roadblock);
  if (roadblock != NULL)
    {
      MullFactRow *row = mull_fact_section_next (self->roadblock);
      gboolean known = *roadblock->underlying != '\0';

      mull_fact_row_set_text (row, known ? roadblock->underlying : roadblock->symptom,
                              *roadblock->takes != '\0' ? roadblock->takes : NULL);
      if (mull_roadblock_is_symptom_only (roadblock, &dossier->thresholds, dossier->today))
        mull_fact_row_set_note (row, "mull-roadblock-symbolic",
                                mull_roadblock_flag_label (MULL_ROADBLOCK_SYMPTOM_ONLY),
                                "state-risk");
      else
        mull_fact_row_set_note (row, "mull-roadblock-symbolic", mull_truth_label (roadblock->truth),
                                "state-theirs");
    }
  mull_fact_section_end (self->roadblock);
}

static void
show_plan_line (MullFactsPane *self, const char *text, const char *label)
{
  if (*text != '\0')
    mull_fact_row_set_text (mull_fact_section_next (self->plan), text, label);
}

/* What the stage asks and nobody has planned to ask yet: one press away. */
static void
show_suggestions (MullFactsPane *self, MullDossier *dossier)
{
  g_auto (GStrv) planned = mull_call_plan_split (dossier->deal->plan_must);
  g_auto (GStrv) suggested = mull_call_plan_suggest (dossier->deal, dossier->stage);

  if (g_strv_length (planned) >= MULL_CALL_PLAN_MAX_MUST)
    return;
  for (guint i = 0; suggested[i] != NULL; i++)
    {
      MullFactRow *row = mull_fact_section_next (self->plan);

      mull_fact_row_set_text (row, suggested[i], _ ("This stage asks"));
      mull_fact_row_set_button (row, _ ("Plan it"), "deal.add-must",
                                g_variant_new_string (suggested[i]));
    }
}

static void
show_plan (MullFactsPane *self, MullDossier *dossier)
{
  const MullDeal *deal = dossier->deal;

  mull_fact_section_begin (self->plan);
  show_plan_line (self, deal->plan_outcome, _ ("The outcome I want"));
  show_plan_line (self, deal->plan_gets, _ ("What they get out of it"));
  show_plan_line (self, deal->plan_must, _ ("Must-haves"));
  show_plan_line (self, deal->plan_ask, _ ("The commitment to ask for"));
  show_suggestions (self, dossier);
  mull_fact_section_end (self->plan);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_facts_pane_dispose (GObject *object)
{
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_FACTS_PANE);
  G_OBJECT_CLASS (mull_facts_pane_parent_class)->dispose (object);
}

static void
mull_facts_pane_class_init (MullFactsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_facts_pane_dispose;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  g_type_ensure (MULL_TYPE_FACT_SECTION);
  g_type_ensure (MULL_TYPE_PARAGRAPH);
  gtk_widget_class_set_css_name (widget_class, "factspane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-facts-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, last_words_button);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, last_words);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, last_words_about);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, advice);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, people);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, facts);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, holes);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, quiets);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, questions);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, ours);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, theirs);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, getting_to_no);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, roadblock);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, plan);
  gtk_widget_class_bind_template_child (widget_class, MullFactsPane, investment);
}

static void
mull_facts_pane_init (MullFactsPane *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
}

/**
 * mull_facts_pane_set_dossier:
 * @history: (nullable): what the deal has been through
 */
void
mull_facts_pane_set_dossier (MullFactsPane *self,
                             MullDossier *dossier,
                             const MullDealHistory *history,
                             MullClock *clock)
{
  g_return_if_fail (MULL_IS_FACTS_PANE (self));

  mull_facts_pane_show_advice (self, dossier);
  show_last_words (self, dossier, clock);
  mull_fact_section_begin (self->people);
  for (guint i = 0; i < dossier->people->len; i++)
    show_person (self, dossier->people->pdata[i], dossier, clock);
  mull_facts_pane_show_decider (self, dossier, clock);
  mull_fact_section_end (self->people);
  mull_facts_pane_show_quiets (self, dossier);
  mull_facts_pane_show_questions (self, dossier, clock);
  show_facts (self, dossier, history, clock);
  show_holes (self, dossier);
  mull_facts_show_promises (self->ours, self->theirs, dossier, clock);
  mull_facts_show_questions (self->getting_to_no, dossier, clock);
  show_roadblock (self, dossier);
  show_plan (self, dossier);
  mull_facts_show_investment (self->investment, dossier, clock);
}
