/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-numbers-popover"

#include "config.h"

#include "mull-stage-numbers-popover.h"

#include <glib/gi18n-lib.h>

#define DAYS_MAX 3650

struct _MullStageNumbersPopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkSpinButton *probability;
  GtkSpinButton *dark_days;
  GtkSpinButton *stale_days;
};

G_DEFINE_FINAL_TYPE (MullStageNumbersPopover, mull_stage_numbers_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/**
 * mull_stage_numbers_popover_accept:
 *
 * Does what the button does.
 */
void
mull_stage_numbers_popover_accept (MullStageNumbersPopover *self)
{
  g_return_if_fail (MULL_IS_STAGE_NUMBERS_POPOVER (self));

  gtk_spin_button_update (self->probability);
  gtk_spin_button_update (self->dark_days);
  gtk_spin_button_update (self->stale_days);
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
  g_object_unref (self);
}

static GtkSpinButton *
add_number (MullStageNumbersPopover *self,
            GtkGrid *grid,
            int row,
            const char *text,
            int min,
            int max)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  GtkWidget *spin = gtk_spin_button_new_with_range (min, max, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, spin, 1, row, 1, 1);
  return GTK_SPIN_BUTTON (spin);
}

static void
mull_stage_numbers_popover_class_init (MullStageNumbersPopoverClass *klass)
{
  /**
   * MullStageNumbersPopover::accepted:
   *
   * The numbers are to be kept.
   */
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", MULL_TYPE_STAGE_NUMBERS_POPOVER,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mull_stage_numbers_popover_init (MullStageNumbersPopover *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Save"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->probability = add_number (self, GTK_GRID (grid), 0, _ ("_Probability in %"), 0, 100);
  self->dark_days = add_number (self, GTK_GRID (grid), 1, _ ("_Dark after days"), 1, DAYS_MAX);
  self->stale_days = add_number (self, GTK_GRID (grid), 2, _ ("S_tale after days"), 1, DAYS_MAX);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_grid_attach (GTK_GRID (grid), button, 0, 3, 2, 1);
  gtk_widget_add_css_class (grid, "popover-form");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (mull_stage_numbers_popover_accept),
                            self);
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  gtk_popover_set_default_widget (GTK_POPOVER (self), button);
}

/**
 * mull_stage_numbers_popover_new:
 * @stage: (transfer none): what to begin with
 *
 * Returns: (transfer floating): the popover
 */
MullStageNumbersPopover *
mull_stage_numbers_popover_new (const MullStage *stage)
{
  MullStageNumbersPopover *self = g_object_new (MULL_TYPE_STAGE_NUMBERS_POPOVER, NULL);

  mull_stage_numbers_popover_set_numbers (self, stage->probability, stage->dark_days,
                                          stage->stale_days);
  return self;
}

/**
 * mull_stage_numbers_popover_set_numbers:
 * @probability: in per cent
 * @dark_days: silence in days
 * @stale_days: days in the stage
 *
 * Shows these numbers.
 */
void
mull_stage_numbers_popover_set_numbers (MullStageNumbersPopover *self,
                                        int probability,
                                        int dark_days,
                                        int stale_days)
{
  g_return_if_fail (MULL_IS_STAGE_NUMBERS_POPOVER (self));

  gtk_spin_button_set_value (self->probability, probability);
  gtk_spin_button_set_value (self->dark_days, dark_days);
  gtk_spin_button_set_value (self->stale_days, stale_days);
}

/**
 * mull_stage_numbers_popover_apply:
 * @stage: what to write the numbers into
 */
void
mull_stage_numbers_popover_apply (MullStageNumbersPopover *self, MullStage *stage)
{
  g_return_if_fail (MULL_IS_STAGE_NUMBERS_POPOVER (self));

  stage->probability = gtk_spin_button_get_value_as_int (self->probability);
  stage->dark_days = gtk_spin_button_get_value_as_int (self->dark_days);
  stage->stale_days = gtk_spin_button_get_value_as_int (self->stale_days);
}
