/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-text-sheet"

#include "config.h"

#include "mull-text-sheet.h"

/* A text view learns its height only while sizes are being given out, when asking for more comes
 * too late. A label with the same text and style, behind it on the same sheet, knows how high a
 * text is at any width. */
struct _MullTextSheet
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *sizer;
  GtkWidget *view;
};

typedef enum
{
  PROP_VIEW = 1,
  PROP_SIZER_CLASS,
} MullTextSheetProps;

static GParamSpec *props[PROP_SIZER_CLASS + 1];

G_DEFINE_FINAL_TYPE (MullTextSheet, mull_text_sheet, GTK_TYPE_WIDGET)

static void
on_buffer_changed_cb (MullTextSheet *self, GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autofree char *sized = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  /* A last line without a character has no height in a label. */
  sized = g_strconcat (text, "\u200b", NULL);
  gtk_label_set_text (GTK_LABEL (self->sizer), sized);
}

static void
set_view (MullTextSheet *self, GtkTextView *view)
{
  GtkTextBuffer *buffer;

  if (view == NULL)
    return;
  self->view = GTK_WIDGET (view);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_buffer_changed_cb (self, buffer);
}

/* ── Sizes ────────────────────────────────────────────────────────────── */

static GtkSizeRequestMode
mull_text_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mull_text_sheet_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  MullTextSheet *self = MULL_TEXT_SHEET (widget);

  /* Every child wants to be asked before it is given a size. */
  if (self->view != NULL)
    gtk_widget_measure (self->view, orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->sizer, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
mull_text_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_allocate (child, width, height, -1, NULL);
}

static gboolean
mull_text_sheet_grab_focus (GtkWidget *widget)
{
  MullTextSheet *self = MULL_TEXT_SHEET (widget);

  return self->view != NULL && gtk_widget_grab_focus (self->view);
}

static gboolean
mull_text_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MullTextSheet *self = MULL_TEXT_SHEET (widget);

  return self->view != NULL && gtk_widget_child_focus (self->view, direction);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_text_sheet_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  MullTextSheet *self = MULL_TEXT_SHEET (object);

  switch ((MullTextSheetProps) prop_id)
    {
    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;
    case PROP_SIZER_CLASS:
      gtk_widget_add_css_class (self->sizer, g_value_get_string (value));
      break;
    }
}

static void
mull_text_sheet_dispose (GObject *object)
{
  MullTextSheet *self = MULL_TEXT_SHEET (object);

  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->sizer, gtk_widget_unparent);
  G_OBJECT_CLASS (mull_text_sheet_parent_class)->dispose (object);
}

static void
mull_text_sheet_class_init (MullTextSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mull_text_sheet_set_property;
  object_class->dispose = mull_text_sheet_dispose;
  widget_class->get_request_mode = mull_text_sheet_get_request_mode;
  widget_class->measure = mull_text_sheet_measure;
  widget_class->size_allocate = mull_text_sheet_size_allocate;
  widget_class->grab_focus = mull_text_sheet_grab_focus;
  widget_class->focus = mull_text_sheet_focus;

  /**
   * MullTextSheet:view:
   *
   * Where one writes. It is set once, with the buffer that it keeps.
   */
  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_TEXT_VIEW,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MullTextSheet:sizer-class:
   *
   * The class of style by which a label is as high as the same text in the view: the same font, and
   * a padding like the margins of the view.
   */
  props[PROP_SIZER_CLASS] = g_param_spec_string ("sizer-class", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
mull_text_sheet_init (MullTextSheet *self)
{
  self->sizer = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_set_opacity (self->sizer, 0);
  gtk_widget_set_can_target (self->sizer, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sizer), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->sizer, GTK_WIDGET (self));
}

/**
 * mull_text_sheet_get_view:
 *
 * Returns: (transfer none) (nullable): where one writes
 */
GtkTextView *
mull_text_sheet_get_view (MullTextSheet *self)
{
  g_return_val_if_fail (MULL_IS_TEXT_SHEET (self), NULL);

  return GTK_TEXT_VIEW (self->view);
}
