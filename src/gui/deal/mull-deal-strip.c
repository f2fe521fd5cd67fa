/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-strip"

#include "config.h"

#include "mull-deal-strip.h"

#include "mull-columns.h"
#include "mull-move-look.h"
#include "mull-popover.h"
#include "mull-ui.h"
#include "mull-why-popover.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullDealStrip
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *state;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state_label;
  GtkLabel *state_note;
  GtkWidget *step;
  GtkLabel *step_label;
  GtkLabel *step_note;
  GtkWidget *hole;
  GtkLabel *hole_label;
  GtkLabel *hole_note;

  /* Owned */
  MullDossier *dossier;
};

G_DEFINE_FINAL_TYPE (MullDealStrip, mull_deal_strip, GTK_TYPE_WIDGET)

static void
set_state_class (GtkWidget *widget, const char *css_class)
{
  gtk_widget_remove_css_class (widget, "state-kept");
  for (int i = 0; i < MULL_MOVE_N_STATES; i++)
    gtk_widget_remove_css_class (widget, mull_move_look_get_css_class (i));
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
}

/* What a screen reader says of a button whose child is more than a label. */
static void
name_button (GtkWidget *button, const char *what, GtkLabel *label)
{
  /* Translators: what a screen reader says of a button: what it is about, and what stands there */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), what, gtk_label_get_text (label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A tooltip that is set asks the display where the pointer is: only if it is another one. */
static void
set_tooltip (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static void
set_note (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* States are written inside sentences; here one begins a line. */
static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

/* ── The parts ────────────────────────────────────────────────────────── */

static void
on_state_clicked_cb (MullDealStrip *self)
{
  g_autoptr (GPtrArray) reasons = NULL;

  if (self->dossier == NULL)
    return;
  reasons = mull_move_state_explain (&self->dossier->facts, self->dossier->stage->dark_days,
                                     &self->dossier->thresholds, self->dossier->today);
  mull_popover_show_once (
      GTK_POPOVER (mull_why_popover_new (reasons, self->dossier->deal->record.id)), self->state,
      NULL);
}

static void
show_state (MullDealStrip *self, MullDossier *dossier)
{
  MullMoveVerdict *verdict = &dossier->verdict;
  gboolean closed = verdict->state == MULL_MOVE_CLOSED;
  gboolean won = dossier->deal->outcome == MULL_OUTCOME_WON;
  g_autofree char *state =
      mull_move_state_format (verdict->state, verdict->on, verdict->flags, dossier->today);
  g_autofree char *text =
      closed ? g_strdup (mull_outcome_label (dossier->deal->outcome)) : capitalise (state);
  g_autofree char *day = closed ? mull_day_format (verdict->on) : NULL;
  const char *note = day;

  if (verdict->flags & MULL_MOVE_WE_WENT_QUIET)
    note = mull_move_flag_label (MULL_MOVE_WE_WENT_QUIET);
  else if (verdict->flags & MULL_MOVE_ONLY_ONE_TRY)
    note = mull_move_flag_label (MULL_MOVE_ONLY_ONE_TRY);
  else if (verdict->flags & MULL_MOVE_NOT_TRIED)
    note = mull_move_flag_label (MULL_MOVE_NOT_TRIED);
  gtk_label_set_text (self->state_label, text);
  set_note (self->state_note, note);
  gtk_image_set_from_icon_name (self->state_icon,
                                mull_move_look_get_icon (verdict->state, verdict->flags));
  set_state_class (self->state_box,
                   won ? "state-kept" : mull_move_look_get_css_class (verdict->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_step (MullDealStrip *self, MullDossier *dossier)
{
  const MullNextStep *next = &dossier->next;
  g_autofree char *day = mull_day_format_relative (next->on, dossier->today);
  g_autofree char *note = NULL;

  if (next->kind == MULL_NEXT_STEP_NONE)
    {
      /* Translators: stands for the next step of a deal */
      gtk_label_set_text (self->step_label, C_ ("next step", "None"));
      note = g_strdup (dossier->verdict.state == MULL_MOVE_CLOSED ? "" : _ ("Plan one"));
    }
  else
    {
      gtk_label_set_text (self->step_label, next->text);
      if (next->kind == MULL_NEXT_STEP_THEIRS)
        /* Translators: beside a promise of theirs; %s is when, like "tomorrow" */
        note = g_strdup_printf (_ ("their promise, %s"), day);
      else if (next->kind == MULL_NEXT_STEP_OURS)
        /* Translators: beside a promise of ours; %s is when, like "tomorrow" */
        note = g_strdup_printf (_ ("our promise, %s"), day);
      else if (next->minute >= 0)
        /* Translators: when a step is to be taken: a day and a time */
        note = g_strdup_printf (_ ("%s, %d:%02d"), day, next->minute / 60, next->minute % 60);
      else
        note = g_strdup (day);
    }
  name_button (self->step, _ ("Next step"), self->step_label);
  set_note (self->step_note, note);
  set_state_class (GTK_WIDGET (self->step_note), next->overdue ? "state-dark" : NULL);
}

static void
show_hole (MullDealStrip *self, MullDossier *dossier)
{
  MullHole *hole = mull_dossier_get_hole (dossier);
  g_autofree char *note = NULL;

  gtk_label_set_text (self->hole_label, hole != NULL ? hole->text : C_ ("hole", "None"));
  if (hole == NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hole), NULL);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->hole), NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hole), "deal.add-hole");
      set_tooltip (self->hole, _ ("Write down what you left without"));
    }
  else
    {
      /* Translators: on *the* hole: its kind ("A question"), and what pressing it does */
      note = g_strdup_printf (_ ("%s · do-over"), mull_hole_kind_label (hole->kind));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hole), NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->hole), "x", hole->record.id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hole), "deal.do-over");
      set_tooltip (self->hole, _ ("Call again and ask for it"));
    }
  name_button (self->hole, _ ("The hole"), self->hole_label);
  set_note (self->hole_note, note);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_deal_strip_dispose (GObject *object)
{
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_DEAL_STRIP);
  g_clear_pointer (&MULL_DEAL_STRIP (object)->dossier, mull_dossier_unref);
  G_OBJECT_CLASS (mull_deal_strip_parent_class)->dispose (object);
}

static void
mull_deal_strip_class_init (MullDealStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_deal_strip_dispose;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-deal-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, state);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, state_box);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, state_icon);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, state_label);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, state_note);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, step);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, step_label);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, step_note);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, hole);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, hole_label);
  gtk_widget_class_bind_template_child (widget_class, MullDealStrip, hole_note);
  gtk_widget_class_bind_template_callback (widget_class, on_state_clicked_cb);
}

static void
mull_deal_strip_init (MullDealStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_deal_strip_set_dossier:
 *
 * Shows where a deal stands.
 */
void
mull_deal_strip_set_dossier (MullDealStrip *self, MullDossier *dossier)
{
  g_return_if_fail (MULL_IS_DEAL_STRIP (self));

  mull_dossier_ref (dossier);
  g_clear_pointer (&self->dossier, mull_dossier_unref);
  self->dossier = dossier;
  show_state (self, dossier);
  show_step (self, dossier);
  show_hole (self, dossier);
}
