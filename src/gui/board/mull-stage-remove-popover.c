/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-remove-popover"

#include "config.h"

#include "mull-stage-remove-popover.h"

#include "mull-stage.h"

#include <glib/gi18n-lib.h>

struct _MullStageRemovePopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *question;
  GtkWidget *target;
  GtkWidget *button;

  /* Owned */
  GPtrArray *stages;
};

G_DEFINE_FINAL_TYPE (MullStageRemovePopover, mull_stage_remove_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/**
 * mull_stage_remove_popover_accept:
 *
 * Does what the button does.
 */
void
mull_stage_remove_popover_accept (MullStageRemovePopover *self)
{
  guint selected;
  MullStage *stage;

  g_return_if_fail (MULL_IS_STAGE_REMOVE_POPOVER (self));

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->target));
  if (selected >= self->stages->len)
    return;
  stage = self->stages->pdata[selected];
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, stage->record.id);
  g_object_unref (self);
}

static void
mull_stage_remove_popover_finalize (GObject *object)
{
  g_clear_pointer (&MULL_STAGE_REMOVE_POPOVER (object)->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (mull_stage_remove_popover_parent_class)->finalize (object);
}

static void
mull_stage_remove_popover_class_init (MullStageRemovePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_stage_remove_popover_finalize;

  /**
   * MullStageRemovePopover::accepted:
   * @stage_id: where the deals go
   *
   * The stage is to be removed.
   */
  signals[SIGNAL_ACCEPTED] =
      g_signal_new ("accepted", MULL_TYPE_STAGE_REMOVE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mull_stage_remove_popover_init (MullStageRemovePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->question = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->question), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->question), 30);
  gtk_label_set_xalign (GTK_LABEL (self->question), 0);
  self->target = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->target),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->question, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->target)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->question, NULL, -1);
  self->button = gtk_button_new_with_mnemonic (_ ("_Remove"));
  gtk_widget_add_css_class (self->button, "destructive-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (mull_stage_remove_popover_accept),
                            self);
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), self->target);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "popover-form");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * mull_stage_remove_popover_new:
 * @question: "Where do its deals go?", with what they are
 * @stages: (transfer none) (element-type MullStage): where they can go, not empty
 * @selected: which of them is proposed
 *
 * Returns: (transfer floating): the popover
 */
MullStageRemovePopover *
mull_stage_remove_popover_new (const char *question, GPtrArray *stages, guint selected)
{
  MullStageRemovePopover *self = g_object_new (MULL_TYPE_STAGE_REMOVE_POPOVER, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->stages = g_ptr_array_ref (stages);
  for (guint i = 0; i < stages->len; i++)
    gtk_string_list_append (names, ((MullStage *) stages->pdata[i])->name);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->target), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->target), selected);
  gtk_label_set_text (GTK_LABEL (self->question), question);
  return self;
}
