/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-column-layout"

#include "config.h"

#include "mull-board-column-private.h"

#include "mull-deal-card.h"

#include <glib/gi18n-lib.h>

/* Average characters of the font that a card is wide. */
#define COLUMN_CHARS 33

static GtkWidgetClass *parent_class;

/* ── Folding ──────────────────────────────────────────────────────────── */

static void
on_strip_clicked_cb (MullBoardColumn *self)
{
  mull_board_column_set_folded (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
make_strip (MullBoardColumn *self)
{
  GtkBox *box = GTK_BOX (adw_bin_get_child (ADW_BIN (self)));

  self->strip_label = mull_turned_label_new ();
  self->strip = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->strip, GTK_WIDGET (self->strip_label));
  gtk_widget_add_css_class (GTK_WIDGET (self->strip), "column-strip");
  gtk_widget_set_vexpand (GTK_WIDGET (self->strip), TRUE);
  g_signal_connect_swapped (self->strip, "clicked", G_CALLBACK (on_strip_clicked_cb), self);
  gtk_box_append (box, GTK_WIDGET (self->strip));
}

/**
 * mull_board_column_show_strip:
 *
 * Says on the strip, if there is one, what is in the column.
 */
void
mull_board_column_show_strip (MullBoardColumn *self)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (self->strip == NULL)
    return;
  title = mull_board_column_head_dup_title (self->stage);
  /* Translators: a button; %s is the name of a stage and how many deals are in it */
  label = g_strdup_printf (_ ("Unfold %s"), title);
  mull_turned_label_set_text (self->strip_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->strip), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * mull_board_column_update_layout:
 *
 * Shows the column or its strip, as wide as it is to be.
 */
void
mull_board_column_update_layout (MullBoardColumn *self)
{
  gboolean strip = self->folded && !self->alone;

  if (strip && self->strip == NULL)
    make_strip (self);
  mull_board_column_show_strip (self);
  gtk_widget_set_visible (self->open, !strip);
  if (self->strip != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->strip), strip);
  /* Room that is left over is for the cards. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), !strip);
  gtk_widget_set_size_request (GTK_WIDGET (self), strip || self->alone ? -1 : self->width, -1);
}

/**
 * mull_board_column_measure_width:
 *
 * A column is as wide as the font asks for, so that large text finds room.
 */
void
mull_board_column_measure_width (MullBoardColumn *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->width =
      PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)) * COLUMN_CHARS;
  pango_font_metrics_unref (metrics);
}

static gboolean
on_tick_measure (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);

  self->measure_id = 0;
  mull_board_column_measure_width (self);
  mull_board_list_set_row_height (self->list,
                                  mull_deal_card_measure_height (self->density) + CARD_SPACING);
  mull_board_column_update_layout (self);
  return G_SOURCE_REMOVE;
}

static void
mull_board_column_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);

  parent_class->system_setting_changed (widget, setting);
  /* Not before the new font has arrived everywhere. */
  if (self->measure_id == 0 &&
      (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME))
    self->measure_id = gtk_widget_add_tick_callback (widget, on_tick_measure, NULL, NULL);
}

/**
 * mull_board_column_install_layout:
 * @parent: the class that the column chains up to
 *
 * Lets columns follow the font.
 */
void
mull_board_column_install_layout (GtkWidgetClass *widget_class, gpointer parent)
{
  parent_class = parent;
  widget_class->system_setting_changed = mull_board_column_system_setting_changed;
}

/**
 * mull_board_column_set_alone:
 * @alone: whether it is the only column in sight
 *
 * A column that is alone is as wide as the board and never folded.
 */
void
mull_board_column_set_alone (MullBoardColumn *self, gboolean alone)
{
  g_return_if_fail (MULL_IS_BOARD_COLUMN (self));

  if (self->alone == alone)
    return;
  self->alone = alone;
  mull_board_column_update_layout (self);
}

/**
 * mull_board_column_get_folded:
 *
 * Returns: #MullBoardColumn:folded
 */
gboolean
mull_board_column_get_folded (MullBoardColumn *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), FALSE);

  return self->folded;
}

/**
 * mull_board_column_set_folded:
 * @folded: whether it is a narrow strip
 */
void
mull_board_column_set_folded (MullBoardColumn *self, gboolean folded)
{
  g_return_if_fail (MULL_IS_BOARD_COLUMN (self));

  if (self->folded == folded)
    return;
  self->folded = folded;
  mull_board_column_update_layout (self);
  g_object_notify (G_OBJECT (self), "folded");
}
