/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-today-row-widget"

#include "config.h"

#include "mull-today-row-widget.h"

#include "mull-columns.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullTodayRowWidget
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *reason;
  GtkLabel *text;
  GtkLabel *person;
  GtkButton *verb;
  GtkButton *done;

  /* Owned */
  MullTodayItem *item;
};

G_DEFINE_FINAL_TYPE (MullTodayRowWidget, mull_today_row_widget, GTK_TYPE_LIST_BOX_ROW)

static guint do_signal, done_signal;

static void
do_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, do_signal, 0);
}

static void
done_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, done_signal, 0);
}

/* What a record of that kind can be marked as done; silence ends by a touch only. */
static gboolean
can_be_done (const MullTodayItem *item)
{
  return item->source == MULL_REASON_TOUCH || item->source == MULL_REASON_COMMITMENT ||
         (item->source == MULL_REASON_QUIET && item->verb == MULL_TODAY_CALL);
}

/* Overdue and dark are red, at risk and fading amber; nothing else has a colour. */
static const char *
class_of (const MullTodayItem *item, MullDay today)
{
  if (item->verb == MULL_TODAY_OWN_IT)
    return item->on < today ? "state-dark" : "state-risk";
  if (item->group == MULL_TODAY_THEIRS || item->verb == MULL_TODAY_DECIDE ||
      item->verb == MULL_TODAY_ASK)
    return "state-dark";
  if (item->group == MULL_TODAY_GONE_QUIET)
    return "state-risk";
  return NULL;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
mull_today_row_widget_dispose (GObject *object)
{
  MullTodayRowWidget *self = MULL_TODAY_ROW_WIDGET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_TODAY_ROW_WIDGET);
  g_clear_pointer (&self->item, mull_today_item_unref);
  G_OBJECT_CLASS (mull_today_row_widget_parent_class)->dispose (object);
}

static void
mull_today_row_widget_class_init (MullTodayRowWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_today_row_widget_dispose;

  mull_ui_init ();
  /**
   * MullTodayRowWidget::do:
   *
   * The one thing is to be done.
   */
  do_signal = g_signal_new ("do", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 0);
  /**
   * MullTodayRowWidget::done:
   *
   * It has been done already.
   */
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  g_type_ensure (MULL_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/today/mull-today-row-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTodayRowWidget, title);
  gtk_widget_class_bind_template_child (widget_class, MullTodayRowWidget, reason);
  gtk_widget_class_bind_template_child (widget_class, MullTodayRowWidget, text);
  gtk_widget_class_bind_template_child (widget_class, MullTodayRowWidget, person);
  gtk_widget_class_bind_template_child (widget_class, MullTodayRowWidget, verb);
  gtk_widget_class_bind_template_child (widget_class, MullTodayRowWidget, done);
  gtk_widget_class_install_action (widget_class, "row.do", NULL, do_action);
  gtk_widget_class_install_action (widget_class, "row.done", NULL, done_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, 0, "row.done", NULL);
}

static void
mull_today_row_widget_init (MullTodayRowWidget *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_today_row_widget_new:
 * @row: what to show
 * @loud: whether its button is the one loud thing of the page
 * @today: the present day
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mull_today_row_widget_new (const MullTodayRow *row, gboolean loud, MullDay today)
{
  MullTodayRowWidget *self = g_object_new (MULL_TYPE_TODAY_ROW_WIDGET, NULL);
  const char *css_class = class_of (row->item, today);
  const char *verb = mull_today_verb_label (row->item->verb);
  g_autofree char *title = *row->company != '\0' && !g_str_equal (row->company, row->deal)
                               ? g_strdup_printf ("%s · %s", row->deal, row->company)
                               : g_strdup (row->deal);
  g_autofree char *person = g_strdup_printf (
      "%s%s%s", row->person, *row->person != '\0' && *row->phone != '\0' ? " · " : "", row->phone);
  g_autofree char *spoken = NULL;
  g_autofree char *text = NULL;

  self->item = mull_today_item_ref (row->item);
  show_text (self->title, title);
  show_text (self->reason, row->item->reason);
  /* What somebody said stands in quotation marks. */
  if (row->item->source == MULL_REASON_QUIET)
    text = g_strdup_printf (_ ("“%s”"), row->item->text);
  show_text (self->text, text != NULL ? text : row->item->text);
  show_text (self->person, person);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), css_class);
  gtk_button_set_label (self->verb, verb);
  if (loud)
    gtk_widget_add_css_class (GTK_WIDGET (self->verb), "suggested-action");
  /* It keeps its place, so that the verbs stand below each other. */
  gtk_widget_set_opacity (GTK_WIDGET (self->done), can_be_done (row->item) ? 1 : 0);
  gtk_widget_set_can_target (GTK_WIDGET (self->done), can_be_done (row->item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.done", can_be_done (row->item));
  /* Translators: how a screen reader says a row: a deal, why it is there, and what to do */
  spoken = g_strdup_printf (_ ("%1$s. %2$s %3$s"), title, row->item->reason, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

/**
 * mull_today_row_widget_get_item:
 *
 * Returns: (transfer none): what it shows
 */
MullTodayItem *
mull_today_row_widget_get_item (MullTodayRowWidget *self)
{
  g_return_val_if_fail (MULL_IS_TODAY_ROW_WIDGET (self), NULL);

  return self->item;
}
