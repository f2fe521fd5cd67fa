/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-date-entry"

#include "config.h"

#include "mull-date-entry.h"

#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullDateEntry
{
  GtkWidget parent_instance;

  /* Template children */
  GtkEditable *entry;
  GtkLabel *understood;

  MullDay today;
  gboolean past;
};

typedef enum
{
  PROP_PAST = 1,
} MullDateEntryProps;

static GParamSpec *props[PROP_PAST + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullDateEntry, mull_date_entry, GTK_TYPE_WIDGET)

/* ── What is understood ───────────────────────────────────────────────── */

static void
update_understood (MullDateEntry *self)
{
  g_autofree char *shown = NULL;
  MullDay day = MULL_DAY_NONE;
  gboolean valid = mull_date_entry_get_day (self, &day, NULL);

  if (!valid)
    /* Translators: beside a date that somebody is typing and that is not understood yet */
    shown = g_strdup (_ ("Which day?"));
  else if (day != MULL_DAY_NONE)
    shown = mull_day_format_long (day);
  gtk_label_set_text (self->understood, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (self->understood), shown != NULL);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  shown != NULL ? shown : "", -1);
}

static void
on_entry_changed_cb (MullDateEntry *self)
{
  update_understood (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_entry_activate_cb (MullDateEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_date_entry_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  MullDateEntry *self = MULL_DATE_ENTRY (object);

  switch ((MullDateEntryProps) prop_id)
    {
    case PROP_PAST:
      self->past = g_value_get_boolean (value);
      break;
    }
}

static gboolean
mull_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_DATE_ENTRY (widget)->entry));
}

static void
mull_date_entry_dispose (GObject *object)
{
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_DATE_ENTRY);
  G_OBJECT_CLASS (mull_date_entry_parent_class)->dispose (object);
}

static void
mull_date_entry_class_init (MullDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_date_entry_dispose;
  object_class->set_property = mull_date_entry_set_property;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_date_entry_grab_focus;

  /**
   * MullDateEntry:past:
   *
   * Whether names of days and dates without a year look back.
   */
  props[PROP_PAST] =
      g_param_spec_boolean ("past", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * MullDateEntry::changed:
   *
   * Something was typed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MULL_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MullDateEntry::activate:
   *
   * Enter was pressed in it.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", MULL_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  mull_ui_init ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/common/mull-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MullDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, MullDateEntry, understood);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
}

static void
mull_date_entry_init (MullDateEntry *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * mull_date_entry_new:
 * @past: whether names of days look back
 *
 * Returns: (transfer floating): an empty entry; say what day today is before anything else
 */
GtkWidget *
mull_date_entry_new (gboolean past)
{
  return g_object_new (MULL_TYPE_DATE_ENTRY, "past", past, NULL);
}

/**
 * mull_date_entry_set_today:
 * @today: the present day
 *
 * Says what typed dates are counted from.
 */
void
mull_date_entry_set_today (MullDateEntry *self, MullDay today)
{
  g_return_if_fail (MULL_IS_DATE_ENTRY (self));

  self->today = today;
  update_understood (self);
}

/**
 * mull_date_entry_set_label:
 * @label: what the date is for, for who cannot see what stands around it
 */
void
mull_date_entry_set_label (MullDateEntry *self, const char *label)
{
  g_return_if_fail (MULL_IS_DATE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * mull_date_entry_set_text:
 * @text: as somebody would type it
 *
 * Types into the entry.
 */
void
mull_date_entry_set_text (MullDateEntry *self, const char *text)
{
  g_return_if_fail (MULL_IS_DATE_ENTRY (self));

  gtk_editable_set_text (self->entry, text);
}

/**
 * mull_date_entry_get_text:
 *
 * Returns: (transfer none): what was typed
 */
const char *
mull_date_entry_get_text (MullDateEntry *self)
{
  g_return_val_if_fail (MULL_IS_DATE_ENTRY (self), "");

  return gtk_editable_get_text (self->entry);
}

/**
 * mull_date_entry_set_day:
 * @day: shown as it would be typed; %MULL_DAY_NONE empties the entry
 */
void
mull_date_entry_set_day (MullDateEntry *self, MullDay day)
{
  g_autofree char *text = day != MULL_DAY_NONE ? mull_day_to_iso (day) : g_strdup ("");

  mull_date_entry_set_text (self, text);
}

/**
 * mull_date_entry_get_day:
 * @day: (out): the day that was understood; %MULL_DAY_NONE if nothing was typed
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it is not understood
 */
gboolean
mull_date_entry_get_day (MullDateEntry *self, MullDay *day, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MULL_IS_DATE_ENTRY (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  *day = MULL_DAY_NONE;
  if (*text == '\0')
    return TRUE;
  return self->past ? mull_day_parse_typed_past (text, self->today, day, error)
                    : mull_day_parse_typed (text, self->today, day, error);
}
