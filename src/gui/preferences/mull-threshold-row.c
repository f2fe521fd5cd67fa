/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-threshold-row"

#include "config.h"

#include "mull-threshold-row.h"

#include "mull-feedback.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullThresholdRow
{
  AdwActionRow parent_instance;

  /* Template children */
  GtkSpinButton *number;
  GtkWidget *reset;

  /* Weak: libadwaita 1.2 keeps the groups of a window that is no more, and with them the rows. */
  MullWorkspace *workspace;

  /* Borrowed: static */
  const MullThresholdInfo *info;

  /* A value is being shown, not chosen. */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MullThresholdRow, mull_threshold_row, ADW_TYPE_ACTION_ROW)

static int
stored_value (MullThresholdRow *self)
{
  g_autofree char *text = mull_workspace_dup_setting (self->workspace, self->info->key);
  gint64 value;

  if (text != NULL &&
      g_ascii_string_to_signed (text, 10, self->info->min, self->info->max, &value, NULL))
    return (int) value;
  return self->info->fallback;
}

static void
show_value (MullThresholdRow *self, int value)
{
  gboolean usual = value == self->info->fallback;
  g_autofree char *now = mull_threshold_unit_format (self->info->unit, value);
  g_autofree char *fallback = mull_threshold_unit_format (self->info->unit, self->info->fallback);
  /* Translators: a number of the rules, such as "10 days", and what it is unless it is changed */
  g_autofree char *both = g_strdup_printf (_ ("%1$s, usually %2$s"), now, fallback);

  self->showing = TRUE;
  gtk_spin_button_set_value (self->number, value);
  self->showing = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), usual ? now : both);
  gtk_widget_set_visible (self->reset, !usual);
}

static void
keep (MullThresholdRow *self, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);
  g_autoptr (GError) error = NULL;

  /* What is usual is not stored, so that it can change with the rules. */
  if (!mull_workspace_set_setting (self->workspace, self->info->key,
                                   value != self->info->fallback ? text : NULL, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
  show_value (self, stored_value (self));
}

static void
on_number_value_changed_cb (MullThresholdRow *self)
{
  if (!self->showing && self->workspace != NULL)
    keep (self, gtk_spin_button_get_value_as_int (self->number));
}

/* ── Object ───────────────────────────────────────────────────────────── */

/* While it was not to be seen the number may have changed. */
static void
mull_threshold_row_map (GtkWidget *widget)
{
  MullThresholdRow *self = MULL_THRESHOLD_ROW (widget);

  if (self->workspace != NULL)
    show_value (self, stored_value (self));
  GTK_WIDGET_CLASS (mull_threshold_row_parent_class)->map (widget);
}

static void
mull_threshold_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_THRESHOLD_ROW);
  g_clear_weak_pointer (&MULL_THRESHOLD_ROW (object)->workspace);
  G_OBJECT_CLASS (mull_threshold_row_parent_class)->dispose (object);
}

static void
mull_threshold_row_class_init (MullThresholdRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_threshold_row_dispose;
  widget_class->map = mull_threshold_row_map;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/preferences/mull-threshold-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullThresholdRow, number);
  gtk_widget_class_bind_template_child (widget_class, MullThresholdRow, reset);
  gtk_widget_class_bind_template_callback (widget_class, mull_threshold_row_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_number_value_changed_cb);
}

static void
mull_threshold_row_init (MullThresholdRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ── Public ───────────────────────────────────────────────────────────── */

/**
 * mull_threshold_row_new:
 * @info: from mull_thresholds_list()
 *
 * Returns: (transfer floating): a row that shows and changes this number
 */
GtkWidget *
mull_threshold_row_new (MullWorkspace *workspace, const MullThresholdInfo *info)
{
  MullThresholdRow *self = g_object_new (MULL_TYPE_THRESHOLD_ROW, NULL);
  const char *name = mull_threshold_info_get_name (info);
  /* Translators: %s is the name of a number of the rules */
  g_autofree char *label = g_strdup_printf (_ ("Reset: %s"), name);

  g_set_weak_pointer (&self->workspace, workspace);
  self->info = info;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  self->showing = TRUE;
  gtk_spin_button_set_range (self->number, info->min, info->max);
  self->showing = FALSE;
  show_value (self, stored_value (self));
  return GTK_WIDGET (self);
}

/**
 * mull_threshold_row_get_info:
 *
 * Returns: (transfer none): which number it is
 */
const MullThresholdInfo *
mull_threshold_row_get_info (MullThresholdRow *self)
{
  g_return_val_if_fail (MULL_IS_THRESHOLD_ROW (self), NULL);

  return self->info;
}

/**
 * mull_threshold_row_reset:
 *
 * Goes back to what holds without a change.
 */
void
mull_threshold_row_reset (MullThresholdRow *self)
{
  g_return_if_fail (MULL_IS_THRESHOLD_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  keep (self, self->info->fallback);
}
