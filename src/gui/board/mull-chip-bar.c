/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-chip-bar"

#include "config.h"

#include "mull-chip-bar.h"

#include <glib/gi18n-lib.h>

struct _MullChipBar
{
  AdwBin parent_instance;

  /* Children */
  GtkToggleButton *buttons[MULL_BOARD_N_CHIPS];

  guint counts[MULL_BOARD_N_CHIPS];
  MullBoardChip chip;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MullChipBar, mull_chip_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_CHIP = 1,
} MullChipBarProps;
static GParamSpec *props[PROP_CHIP + 1];

static void
show_chip (MullChipBar *self)
{
  self->updating = TRUE;
  for (int chip = 0; chip < (int) MULL_BOARD_N_CHIPS; chip++)
    {
      gtk_toggle_button_set_active (self->buttons[chip], chip == (int) self->chip);
      gtk_widget_set_visible (GTK_WIDGET (self->buttons[chip]), chip == MULL_BOARD_CHIP_ALL ||
                                                                    chip == (int) self->chip ||
                                                                    self->counts[chip] > 0);
    }
  self->updating = FALSE;
}

static void
on_button_toggled_cb (GtkToggleButton *button, MullChipBar *self)
{
  if (self->updating)
    return;
  for (int chip = 0; chip < (int) MULL_BOARD_N_CHIPS; chip++)
    if (self->buttons[chip] == button)
      mull_chip_bar_set_chip (self,
                              gtk_toggle_button_get_active (button) ? chip : MULL_BOARD_CHIP_ALL);
  show_chip (self);
}

static void
mull_chip_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullChipBarProps) prop_id)
    {
    case PROP_CHIP:
      g_value_set_enum (value, MULL_CHIP_BAR (object)->chip);
      break;
    }
}

static void
mull_chip_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MullChipBarProps) prop_id)
    {
    case PROP_CHIP:
      mull_chip_bar_set_chip (MULL_CHIP_BAR (object), g_value_get_enum (value));
      break;
    }
}

static void
mull_chip_bar_class_init (MullChipBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mull_chip_bar_get_property;
  object_class->set_property = mull_chip_bar_set_property;

  /**
   * MullChipBar:chip:
   *
   * The filter chosen.
   */
  props[PROP_CHIP] =
      g_param_spec_enum ("chip", NULL, NULL, MULL_TYPE_BOARD_CHIP, MULL_BOARD_CHIP_ALL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mull_chip_bar_init (MullChipBar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (int chip = 0; chip < (int) MULL_BOARD_N_CHIPS; chip++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (mull_board_chip_label (chip));

      gtk_widget_add_css_class (button, "chip");
      g_signal_connect (button, "toggled", G_CALLBACK (on_button_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
      self->buttons[chip] = GTK_TOGGLE_BUTTON (button);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  show_chip (self);
}

/**
 * mull_chip_bar_get_chip:
 *
 * Returns: #MullChipBar:chip
 */
MullBoardChip
mull_chip_bar_get_chip (MullChipBar *self)
{
  g_return_val_if_fail (MULL_IS_CHIP_BAR (self), MULL_BOARD_CHIP_ALL);

  return self->chip;
}

/**
 * mull_chip_bar_set_chip:
 * @chip: the filter to choose
 */
void
mull_chip_bar_set_chip (MullChipBar *self, MullBoardChip chip)
{
  g_return_if_fail (MULL_IS_CHIP_BAR (self));

  if (self->chip == chip)
    return;
  self->chip = chip;
  show_chip (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHIP]);
}

/**
 * mull_chip_bar_set_count:
 * @chip: a filter
 * @count: how many deals it would show
 */
void
mull_chip_bar_set_count (MullChipBar *self, MullBoardChip chip, guint count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MULL_IS_CHIP_BAR (self));
  g_return_if_fail ((guint) chip < MULL_BOARD_N_CHIPS);

  /* Translators: a filter and how many deals it would show */
  text = g_strdup_printf (_ ("%s %u"), mull_board_chip_label (chip), count);
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->buttons[chip])), text) != 0)
    gtk_button_set_label (GTK_BUTTON (self->buttons[chip]), text);
  if (self->counts[chip] == count)
    return;
  self->counts[chip] = count;
  show_chip (self);
}

/**
 * mull_chip_bar_get_button:
 *
 * Returns: (transfer none): what is clicked to choose @chip
 */
GtkToggleButton *
mull_chip_bar_get_button (MullChipBar *self, MullBoardChip chip)
{
  g_return_val_if_fail (MULL_IS_CHIP_BAR (self), NULL);
  g_return_val_if_fail ((guint) chip < MULL_BOARD_N_CHIPS, NULL);

  return self->buttons[chip];
}
