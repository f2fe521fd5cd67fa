/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-kept-line"

#include "config.h"

#include "mull-kept-line.h"

#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullKeptLine
{
  GtkBox parent_instance;

  /* Template children */
  GtkLabel *label;
  GtkButton *discard;
};

typedef enum
{
  PROP_ACTION = 1,
  PROP_HINT,
} MullKeptLineProps;

static GParamSpec *props[PROP_HINT + 1];

G_DEFINE_FINAL_TYPE (MullKeptLine, mull_kept_line, GTK_TYPE_BOX)

static void
show (MullKeptLine *self, const char *text)
{
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
}

/* What is kept but not in sight is nothing to tell. */
static void
on_drafts_kept_cb (MullKeptLine *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show (self, _ ("Kept as a draft, not saved yet."));
}

static void
mull_kept_line_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MullKeptLine *self = MULL_KEPT_LINE (object);

  switch ((MullKeptLineProps) prop_id)
    {
    case PROP_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->discard), g_value_get_string (value));
      break;
    case PROP_HINT:
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->discard), g_value_get_string (value));
      break;
    }
}

static void
mull_kept_line_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_KEPT_LINE);
  G_OBJECT_CLASS (mull_kept_line_parent_class)->dispose (object);
}

static void
mull_kept_line_class_init (MullKeptLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mull_kept_line_set_property;
  object_class->dispose = mull_kept_line_dispose;

  /**
   * MullKeptLine:action:
   *
   * The action that forgets what is typed.
   */
  props[PROP_ACTION] =
      g_param_spec_string ("action", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MullKeptLine:hint:
   *
   * What is there when it is forgotten, for the button.
   */
  props[PROP_HINT] =
      g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/common/mull-kept-line.ui");
  gtk_widget_class_bind_template_child (widget_class, MullKeptLine, label);
  gtk_widget_class_bind_template_child (widget_class, MullKeptLine, discard);
}

static void
mull_kept_line_init (MullKeptLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_kept_line_follow:
 * @drafts: (transfer none): keeps what is typed
 *
 * Says from now on when it is kept.
 */
void
mull_kept_line_follow (MullKeptLine *self, MullDraftKeeper *drafts)
{
  g_return_if_fail (MULL_IS_KEPT_LINE (self));
  g_return_if_fail (MULL_IS_DRAFT_KEEPER (drafts));

  g_signal_connect_object (drafts, "kept", G_CALLBACK (on_drafts_kept_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mull_kept_line_note_typed:
 * @differs: whether something else stands there now than what is saved
 */
void
mull_kept_line_note_typed (MullKeptLine *self, gboolean differs)
{
  g_return_if_fail (MULL_IS_KEPT_LINE (self));

  show (self, differs ? _ ("Not saved yet.") : "");
}

/**
 * mull_kept_line_note_restored:
 * @differs: whether something else stands there now than what is saved
 *
 * What was typed before stands there again.
 */
void
mull_kept_line_note_restored (MullKeptLine *self, gboolean differs)
{
  g_return_if_fail (MULL_IS_KEPT_LINE (self));

  show (self, differs ? _ ("What you typed before is here again. It is not saved yet.") : "");
}

/**
 * mull_kept_line_clear:
 *
 * Nothing is typed.
 */
void
mull_kept_line_clear (MullKeptLine *self)
{
  g_return_if_fail (MULL_IS_KEPT_LINE (self));

  show (self, "");
}
