/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-suggest-entry"

#include "config.h"

#include "mull-suggest-entry.h"

#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullSuggestEntry
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *entry;
  GtkWidget *popover; /* (nullable): made when there is first something to propose */
  GtkListBox *list;

  /* Borrowed: lives as long as the owner of the entry */
  MullSuggestFunc func;
  gpointer func_data;

  guint n_proposed;
  gboolean taking; /* the text changes because a proposal was taken */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullSuggestEntry, mull_suggest_entry, GTK_TYPE_WIDGET)

static void
on_list_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, MullSuggestEntry *self)
{
  g_autofree char *text =
      g_strdup (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));

  mull_suggest_entry_set_text (self, text);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
make_popover (MullSuggestEntry *self)
{
  self->popover = gtk_popover_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  /* Typing goes on while it is open. */
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposals"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_list_row_activated_cb), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
hide (MullSuggestEntry *self)
{
  self->n_proposed = 0;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
propose (MullSuggestEntry *self, char **texts)
{
  GtkWidget *row;

  if (self->popover == NULL)
    make_popover (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 20);
      gtk_list_box_append (self->list, label);
    }
  self->n_proposed = g_strv_length (texts);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_entry_changed_cb (MullSuggestEntry *self)
{
  g_auto (GStrv) texts = NULL;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (self->taking || self->func == NULL)
    return;
  texts = self->func (mull_suggest_entry_get_text (self), self->func_data);
  /* What is there in full already needs no proposal. */
  if (texts == NULL || texts[0] == NULL ||
      (texts[1] == NULL && g_str_equal (texts[0], mull_suggest_entry_get_text (self))))
    hide (self);
  else
    propose (self, texts);
}

static void
on_focus_leave_cb (GtkEventControllerFocus *controller, MullSuggestEntry *self)
{
  hide (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   MullSuggestEntry *self)
{
  if (self->n_proposed == 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      hide (self);
      gtk_widget_grab_focus (self->entry);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Down || gtk_widget_has_focus (GTK_WIDGET (self->list)))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

static gboolean
mull_suggest_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MULL_SUGGEST_ENTRY (widget)->entry);
}

static void
mull_suggest_entry_dispose (GObject *object)
{
  MullSuggestEntry *self = MULL_SUGGEST_ENTRY (object);

  self->func = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (mull_suggest_entry_parent_class)->dispose (object);
}

static void
mull_suggest_entry_class_init (MullSuggestEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_suggest_entry_dispose;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_suggest_entry_grab_focus;

  /**
   * MullSuggestEntry::changed:
   *
   * Something was typed, or a proposal was taken.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MULL_TYPE_SUGGEST_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mull_suggest_entry_init (MullSuggestEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 300);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * mull_suggest_entry_set_func:
 * @func: finds what to propose
 * @user_data: passed to @func
 */
void
mull_suggest_entry_set_func (MullSuggestEntry *self, MullSuggestFunc func, gpointer user_data)
{
  g_return_if_fail (MULL_IS_SUGGEST_ENTRY (self));

  self->func = func;
  self->func_data = user_data;
}

/**
 * mull_suggest_entry_set_label:
 * @label: what is to be typed, for assistive technology
 */
void
mull_suggest_entry_set_label (MullSuggestEntry *self, const char *label)
{
  g_return_if_fail (MULL_IS_SUGGEST_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * mull_suggest_entry_get_text:
 *
 * Returns: (transfer none): what is typed
 */
const char *
mull_suggest_entry_get_text (MullSuggestEntry *self)
{
  g_return_val_if_fail (MULL_IS_SUGGEST_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * mull_suggest_entry_set_text:
 * @text: what the entry shows; nothing is proposed for it
 */
void
mull_suggest_entry_set_text (MullSuggestEntry *self, const char *text)
{
  g_return_if_fail (MULL_IS_SUGGEST_ENTRY (self));

  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->taking = FALSE;
  hide (self);
}

/**
 * mull_suggest_entry_get_n_proposed:
 *
 * Returns: how many texts are proposed now
 */
guint
mull_suggest_entry_get_n_proposed (MullSuggestEntry *self)
{
  g_return_val_if_fail (MULL_IS_SUGGEST_ENTRY (self), 0);

  return self->n_proposed;
}
