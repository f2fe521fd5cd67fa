/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-outcome-bar"

#include "config.h"

#include "mull-outcome-bar.h"

#include "mull-words.h"

#define N_OUTCOMES (MULL_OUTCOME_CHOSE_ANOTHER + 1)
#define PER_ROW 3
#define SPACING 6

struct _MullOutcomeBar
{
  AdwBin parent_instance;

  /* Children */
  GtkBox *rows;
  GtkWidget *targets[N_OUTCOMES]; /* none for "open" */
};

G_DEFINE_FINAL_TYPE (MullOutcomeBar, mull_outcome_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
on_target_drop_cb (GtkDropTarget *target,
                   const GValue *value,
                   double x,
                   double y,
                   MullOutcomeBar *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  for (int outcome = 0; outcome < N_OUTCOMES; outcome++)
    if (self->targets[outcome] == widget)
      {
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_value_get_int64 (value), outcome);
        return TRUE;
      }
  return FALSE;
}

static GtkWidget *
new_target (MullOutcomeBar *self, MullOutcome outcome)
{
  GtkWidget *label = gtk_label_new (mull_outcome_label (outcome));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, "outcome-target");
  if (outcome == MULL_OUTCOME_WON)
    gtk_widget_add_css_class (label, "state-kept");
  g_signal_connect (target, "drop", G_CALLBACK (on_target_drop_cb), self);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
  return label;
}

static void
mull_outcome_bar_class_init (MullOutcomeBarClass *klass)
{
  /**
   * MullOutcomeBar::chosen:
   * @deal_id: which deal
   * @outcome: a #MullOutcome: how it ended
   *
   * A deal was dropped on one of the places.
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", MULL_TYPE_OUTCOME_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
}

static GtkWidget *
new_row (int spacing)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  return row;
}

static void
mull_outcome_bar_init (MullOutcomeBar *self)
{
  GtkWidget *row = NULL;

  /* Not a flow box, which asks for the height it would need if it were narrow. */
  self->rows = GTK_BOX (new_row (SPACING));
  for (int outcome = MULL_OUTCOME_WON; outcome < N_OUTCOMES; outcome++)
    {
      if ((outcome - MULL_OUTCOME_WON) % PER_ROW == 0)
        {
          row = new_row (SPACING);
          gtk_box_append (self->rows, row);
        }
      self->targets[outcome] = new_target (self, outcome);
      gtk_box_append (GTK_BOX (row), self->targets[outcome]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "outcome-bar");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/**
 * mull_outcome_bar_new:
 *
 * Returns: (transfer floating): the six places, beside each other
 */
MullOutcomeBar *
mull_outcome_bar_new (void)
{
  return g_object_new (MULL_TYPE_OUTCOME_BAR, NULL);
}

/**
 * mull_outcome_bar_set_narrow:
 * @narrow: whether there is room for half of them beside each other
 */
void
mull_outcome_bar_set_narrow (MullOutcomeBar *self, gboolean narrow)
{
  g_return_if_fail (MULL_IS_OUTCOME_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->rows),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * mull_outcome_bar_get_target:
 * @outcome: a way a deal ends
 *
 * Returns: (transfer none) (nullable): the place to drop it on
 */
GtkWidget *
mull_outcome_bar_get_target (MullOutcomeBar *self, MullOutcome outcome)
{
  g_return_val_if_fail (MULL_IS_OUTCOME_BAR (self), NULL);
  g_return_val_if_fail ((guint) outcome < N_OUTCOMES, NULL);

  return self->targets[outcome];
}
