/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-name-popover"

#include "config.h"

#include "mull-name-popover.h"

struct _MullNamePopover
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *sentence;
  GtkWidget *entry;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (MullNamePopover, mull_name_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
has_text (MullNamePopover *self)
{
  g_autofree char *text = g_strdup (mull_name_popover_get_text (self));

  return *g_strstrip (text) != '\0';
}

static void
on_entry_changed_cb (MullNamePopover *self)
{
  gtk_widget_set_sensitive (self->button, has_text (self));
}

/**
 * mull_name_popover_accept:
 *
 * Does what Enter does: nothing while there is no text.
 */
void
mull_name_popover_accept (MullNamePopover *self)
{
  g_return_if_fail (MULL_IS_NAME_POPOVER (self));

  if (!has_text (self))
    return;
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, mull_name_popover_get_text (self));
  g_object_unref (self);
}

static void
mull_name_popover_class_init (MullNamePopoverClass *klass)
{
  /**
   * MullNamePopover::accepted:
   * @text: what was typed
   *
   * The user wants the text.
   */
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", MULL_TYPE_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mull_name_popover_init (MullNamePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->sentence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 40);
  gtk_widget_set_visible (self->sentence, FALSE);

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 300);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 18);
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->button);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), row);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (mull_name_popover_accept), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (mull_name_popover_accept), self);
}

/**
 * mull_name_popover_new:
 * @question: what is asked for, to assistive technology and as a hint in the empty entry
 * @text: what the entry begins with, selected
 * @verb: what the button says
 *
 * Returns: (transfer floating): the popover; see mull_popover_show_once()
 */
MullNamePopover *
mull_name_popover_new (const char *question, const char *text, const char *verb)
{
  MullNamePopover *self = g_object_new (MULL_TYPE_NAME_POPOVER, NULL);

  gtk_button_set_label (GTK_BUTTON (self->button), verb);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
  mull_name_popover_set_text (self, text);
  return self;
}

/**
 * mull_name_popover_get_text:
 *
 * Returns: (transfer none): what is typed
 */
const char *
mull_name_popover_get_text (MullNamePopover *self)
{
  g_return_val_if_fail (MULL_IS_NAME_POPOVER (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * mull_name_popover_set_text:
 * @text: what the entry shows, selected
 */
void
mull_name_popover_set_text (MullNamePopover *self, const char *text)
{
  g_return_if_fail (MULL_IS_NAME_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * mull_name_popover_explain:
 * @sentence: why it is asked for; plain text
 *
 * Says something above the entry.
 */
void
mull_name_popover_explain (MullNamePopover *self, const char *sentence)
{
  g_return_if_fail (MULL_IS_NAME_POPOVER (self));

  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->sentence, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}
