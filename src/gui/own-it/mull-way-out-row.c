/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-way-out-row"

#include "config.h"

#include "mull-way-out-row.h"

#include "mull-columns.h"
#include "mull-date-entry.h"
#include "mull-error.h"
#include "mull-field-box.h"
#include "mull-typed-effort.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullWayOutRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *choice;
  GtkCheckButton *chosen;
  GtkButton *remove;
  MullFieldBox *text_field;
  GtkEditable *text;
  MullFieldBox *day_field;
  MullDateEntry *day;
  MullFieldBox *cost_field;
  GtkEditable *cost;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullWayOutRow, mull_way_out_row, GTK_TYPE_WIDGET)

static void
on_changed_cb (MullWayOutRow *self)
{
  mull_field_box_set_problem (self->text_field, NULL);
  mull_field_box_set_problem (self->day_field, NULL);
  mull_field_box_set_problem (self->cost_field, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_remove_clicked_cb (MullWayOutRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
mull_way_out_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_WAY_OUT_ROW (widget)->text));
}

static void
mull_way_out_row_dispose (GObject *object)
{
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_WAY_OUT_ROW);
  G_OBJECT_CLASS (mull_way_out_row_parent_class)->dispose (object);
}

static void
mull_way_out_row_class_init (MullWayOutRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_way_out_row_dispose;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_way_out_row_grab_focus;

  /**
   * MullWayOutRow::changed:
   *
   * Something was typed or chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MULL_TYPE_WAY_OUT_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MullWayOutRow::removed:
   *
   * It is not wanted any more.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", MULL_TYPE_WAY_OUT_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  g_type_ensure (MULL_TYPE_DATE_ENTRY);
  g_type_ensure (MULL_TYPE_FIELD_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/own-it/mull-way-out-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, choice);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, chosen);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, remove);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, text_field);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, text);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, day_field);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, day);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, cost_field);
  gtk_widget_class_bind_template_child (widget_class, MullWayOutRow, cost);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
mull_way_out_row_init (MullWayOutRow *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  mull_widget_make_ready (GTK_WIDGET (self));
}

/**
 * mull_way_out_row_new:
 * @today: what typed days are counted from
 *
 * Returns: (transfer floating): a row in which nothing is typed
 */
MullWayOutRow *
mull_way_out_row_new (MullDay today)
{
  MullWayOutRow *self = g_object_new (MULL_TYPE_WAY_OUT_ROW, NULL);

  mull_way_out_row_set_today (self, today);
  return self;
}

/**
 * mull_way_out_row_set_today:
 * @today: what typed days are counted from
 */
void
mull_way_out_row_set_today (MullWayOutRow *self, MullDay today)
{
  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  mull_date_entry_set_today (self->day, today);
}

static void
name_remove_button (MullWayOutRow *self, guint place)
{
  /* Translators: %u counts the ways out */
  g_autofree char *label = g_strdup_printf (_ ("Remove way out %u"), place);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * mull_way_out_row_set_place:
 * @place: 1 for the first one
 * @first: the first one, which may be @self
 *
 * Says where it stands among the others, of which one is offered first.
 */
void
mull_way_out_row_set_place (MullWayOutRow *self, guint place, MullWayOutRow *first)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self) && MULL_IS_WAY_OUT_ROW (first));

  title = place == 1 ? g_strdup (_ ("A way out: what you can do instead"))
                     : g_strdup_printf (_ ("Another way out (%u)"), place);
  mull_field_box_set_title (self->text_field, title);
  /* Translators: %u counts the ways out */
  name = g_strdup_printf (_ ("Way out %u"), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  name_remove_button (self, place);
  gtk_check_button_set_group (self->chosen, first != self ? first->chosen : NULL);
}

/**
 * mull_way_out_row_set_may_choose:
 * @may_choose: whether there are others
 *
 * Offers to choose this one or to take it away.
 */
void
mull_way_out_row_set_may_choose (MullWayOutRow *self, gboolean may_choose)
{
  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  gtk_widget_set_visible (self->choice, may_choose);
}

/**
 * mull_way_out_row_set_chosen:
 *
 * Makes it the one that is offered first.
 */
void
mull_way_out_row_set_chosen (MullWayOutRow *self)
{
  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  gtk_check_button_set_active (self->chosen, TRUE);
}

/* ── What is typed ────────────────────────────────────────────────────── */

/**
 * mull_way_out_to_typed:
 * @way: a way out
 *
 * Returns: (transfer floating): it as one would type it
 */
GVariant *
mull_way_out_to_typed (const MullWayOut *way)
{
  g_autofree char *day = NULL;
  g_autofree char *cost = NULL;
  MullMoney money;

  g_return_val_if_fail (way != NULL, NULL);

  day = way->due_on != MULL_DAY_NONE ? mull_day_to_iso (way->due_on) : g_strdup ("");
  if (way->cost_minor != 0 && mull_money_init (&money, way->cost_minor, way->currency, NULL))
    cost = mull_money_format (&money);
  return g_variant_new (MULL_WAY_OUT_TYPED, way->text, day, cost != NULL ? cost : "", way->chosen);
}

/* A field with the focus is being typed in: the cursor must not be taken away. */
static void
show_text (GtkEditable *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}

/**
 * mull_way_out_row_set_typed:
 * @typed: (transfer none): what mull_way_out_row_get_typed() gave
 */
void
mull_way_out_row_set_typed (MullWayOutRow *self, GVariant *typed)
{
  const char *text, *day, *cost;
  gboolean chosen;

  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  g_variant_get (typed, "(&s&s&sb)", &text, &day, &cost, &chosen);
  show_text (self->text, text);
  if (!g_str_equal (mull_date_entry_get_text (self->day), day))
    mull_date_entry_set_text (self->day, day);
  show_text (self->cost, cost);
  gtk_check_button_set_active (self->chosen, chosen);
}

/**
 * mull_way_out_row_get_typed:
 *
 * Returns: (transfer floating): what is typed
 */
GVariant *
mull_way_out_row_get_typed (MullWayOutRow *self)
{
  g_return_val_if_fail (MULL_IS_WAY_OUT_ROW (self), NULL);

  return g_variant_new (MULL_WAY_OUT_TYPED, gtk_editable_get_text (self->text),
                        mull_date_entry_get_text (self->day), gtk_editable_get_text (self->cost),
                        gtk_check_button_get_active (self->chosen));
}

/**
 * mull_way_out_row_clear:
 *
 * Takes away what is typed.
 */
void
mull_way_out_row_clear (MullWayOutRow *self)
{
  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  show_text (self->text, "");
  mull_date_entry_set_text (self->day, "");
  show_text (self->cost, "");
}

/**
 * mull_way_out_row_is_empty:
 *
 * Returns: whether nothing is typed
 */
gboolean
mull_way_out_row_is_empty (MullWayOutRow *self)
{
  g_return_val_if_fail (MULL_IS_WAY_OUT_ROW (self), TRUE);

  return *gtk_editable_get_text (self->text) == '\0' &&
         *mull_date_entry_get_text (self->day) == '\0' &&
         *gtk_editable_get_text (self->cost) == '\0';
}

/**
 * mull_way_out_row_is_chosen:
 *
 * Returns: whether it is the one that is offered first
 */
gboolean
mull_way_out_row_is_chosen (MullWayOutRow *self)
{
  g_return_val_if_fail (MULL_IS_WAY_OUT_ROW (self), FALSE);

  return gtk_check_button_get_active (self->chosen);
}

/* A way out costs money; what it costs in time is written down when it was spent. */
static gboolean
read_cost (MullWayOutRow *self, const char *currency, MullMoney *money, GError **error)
{
  int minutes;

  if (!mull_effort_parse_typed (gtk_editable_get_text (self->cost), currency, &minutes, money,
                                error))
    return FALSE;
  if (minutes <= 0)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("Say what it costs in money, with its sign: €40."));
  return FALSE;
}

/**
 * mull_way_out_row_read:
 * @currency: of the deal
 * @way: filled in with what is typed
 *
 * Returns: %FALSE if it is not understood; the row says why, where it is
 */
gboolean
mull_way_out_row_read (MullWayOutRow *self, const char *currency, MullWayOut *way)
{
  g_autoptr (GError) error = NULL;
  MullMoney money;

  g_return_val_if_fail (MULL_IS_WAY_OUT_ROW (self) && way != NULL, FALSE);

  mull_set_text (&way->text, gtk_editable_get_text (self->text));
  way->chosen = mull_way_out_row_is_chosen (self);
  if (*gtk_editable_get_text (self->text) == '\0')
    {
      mull_field_box_refuse (self->text_field,
                             _ ("Say what you can do by that day, or remove this way out."));
      return FALSE;
    }
  if (!mull_date_entry_get_day (self->day, &way->due_on, &error))
    {
      mull_field_box_refuse (self->day_field, error->message);
      return FALSE;
    }
  if (!read_cost (self, currency, &money, &error))
    {
      mull_field_box_refuse (self->cost_field, error->message);
      return FALSE;
    }
  way->cost_minor = money.minor;
  g_strlcpy (way->currency, money.currency, sizeof way->currency);
  return TRUE;
}

/**
 * mull_way_out_row_refuse_text:
 * @problem: what is wrong with it, in a sentence
 *
 * Says so where the way out is typed.
 */
void
mull_way_out_row_refuse_text (MullWayOutRow *self, const char *problem)
{
  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  mull_field_box_refuse (self->text_field, problem);
}

/**
 * mull_way_out_row_refuse_day:
 * @problem: what is wrong with its day, in a sentence
 *
 * Says so where the day is typed.
 */
void
mull_way_out_row_refuse_day (MullWayOutRow *self, const char *problem)
{
  g_return_if_fail (MULL_IS_WAY_OUT_ROW (self));

  mull_field_box_refuse (self->day_field, problem);
}
