/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-beat-row"

#include "config.h"

#include "mull-beat-row.h"

#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullBeatRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *state;
  GtkLabel *title;
  GtkLabel *count;

  /* Owned */
  char *id;

  gboolean is_beat;
};

G_DEFINE_FINAL_TYPE (MullBeatRow, mull_beat_row, GTK_TYPE_LIST_BOX_ROW)

static void
mull_beat_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_BEAT_ROW);
  G_OBJECT_CLASS (mull_beat_row_parent_class)->dispose (object);
}

static void
mull_beat_row_finalize (GObject *object)
{
  g_free (MULL_BEAT_ROW (object)->id);
  G_OBJECT_CLASS (mull_beat_row_parent_class)->finalize (object);
}

static void
mull_beat_row_class_init (MullBeatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_beat_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mull_beat_row_finalize;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-beat-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullBeatRow, state);
  gtk_widget_class_bind_template_child (widget_class, MullBeatRow, title);
  gtk_widget_class_bind_template_child (widget_class, MullBeatRow, count);
}

static void
mull_beat_row_init (MullBeatRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_beat_row_new:
 * @id: what it stands for
 * @title: what it says
 * @is_beat: whether it is a beat, which has a state
 *
 * Returns: (transfer floating): a row
 */
MullBeatRow *
mull_beat_row_new (const char *id, const char *title, gboolean is_beat)
{
  MullBeatRow *self = g_object_new (MULL_TYPE_BEAT_ROW, NULL);

  self->id = g_strdup (id);
  self->is_beat = is_beat;
  gtk_label_set_text (self->title, title);
  mull_beat_row_show (self, FALSE, 0);
  return self;
}

/**
 * mull_beat_row_get_id:
 *
 * Returns: what the row stands for
 */
const char *
mull_beat_row_get_id (MullBeatRow *self)
{
  g_return_val_if_fail (MULL_IS_BEAT_ROW (self), NULL);

  return self->id;
}

/**
 * mull_beat_row_is_beat:
 *
 * Returns: whether the row stands for a beat
 */
gboolean
mull_beat_row_is_beat (MullBeatRow *self)
{
  g_return_val_if_fail (MULL_IS_BEAT_ROW (self), FALSE);

  return self->is_beat;
}

/**
 * mull_beat_row_show:
 * @own: whether the rep wrote it
 * @n_remarks: what the reviewer found
 *
 * Shows the state in a shape, and says it in words to those who cannot see it.
 */
void
mull_beat_row_show (MullBeatRow *self, gboolean own, guint n_remarks)
{
  const char *title = gtk_label_get_text (self->title);
  g_autofree char *count = n_remarks > 0 ? g_strdup_printf ("%u", n_remarks) : g_strdup ("");
  g_autofree char *remarks =
      g_strdup_printf (ngettext ("%u remark", "%u remarks", n_remarks), n_remarks);
  g_autofree char *label = NULL;

  gtk_label_set_text (self->state, !self->is_beat ? "" : own ? "●" : "○");
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_remarks > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), remarks);
  if (!self->is_beat)
    label = n_remarks > 0 ? g_strdup_printf ("%s, %s", title, remarks) : g_strdup (title);
  else
    /* Translators: a part of a script, whether it is the rep's own, and what the reviewer found:
     * "Own it, your words, 2 remarks" */
    label = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title,
                             own ? _ ("your words") : _ ("suggested"), remarks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
