/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-switcher"

#include "config.h"

#include "mull-stage-switcher.h"

#include "mull-board-column-head.h"

#include <glib/gi18n-lib.h>

/* How long a drag rests on a name before its stage is shown, in milliseconds. */
#define HOVER_MS 400

struct _MullStageSwitcher
{
  AdwBin parent_instance;

  /* Children */
  GtkWidget *scrolled;
  GtkBox *box;

  GtkWidget *hovered; /* borrowed: what a drag rests on */
  guint hover_source;
  guint selected;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (MullStageSwitcher, mull_stage_switcher, ADW_TYPE_BIN)

typedef enum
{
  PROP_SELECTED = 1,
} MullStageSwitcherProps;
static GParamSpec *props[PROP_SELECTED + 1];

static GtkWidget *
get_button (MullStageSwitcher *self, guint place)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (button != NULL && place-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static guint
get_place (MullStageSwitcher *self, GtkWidget *button)
{
  guint place = 0;

  while ((button = gtk_widget_get_prev_sibling (button)) != NULL)
    place++;
  return place;
}

static void
show_selected (MullStageSwitcher *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  self->updating = TRUE;
  for (guint place = 0; button != NULL; place++, button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), place == self->selected);
  self->updating = FALSE;
}

/* The name of the stage that is shown is in sight. */
static void
reveal_selected (MullStageSwitcher *self)
{
  GtkWidget *button = get_button (self, self->selected);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t bounds;

  if (button != NULL && gtk_widget_compute_bounds (button, GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static void
on_button_toggled_cb (GtkWidget *button, MullStageSwitcher *self)
{
  if (self->updating)
    return;
  mull_stage_switcher_set_selected (self, get_place (self, button));
  show_selected (self);
}

/* ── A drag that rests on a name ──────────────────────────────────────── */

static gboolean
on_hover_timeout (gpointer user_data)
{
  MullStageSwitcher *self = user_data;

  self->hover_source = 0;
  if (self->hovered != NULL)
    mull_stage_switcher_set_selected (self, get_place (self, self->hovered));
  return G_SOURCE_REMOVE;
}

static void
on_button_drag_enter_cb (GtkDropControllerMotion *motion,
                         double x,
                         double y,
                         MullStageSwitcher *self)
{
  self->hovered = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));
  g_clear_handle_id (&self->hover_source, g_source_remove);
  self->hover_source = g_timeout_add (HOVER_MS, on_hover_timeout, self);
}

static void
on_button_drag_leave_cb (GtkDropControllerMotion *motion, MullStageSwitcher *self)
{
  self->hovered = NULL;
  g_clear_handle_id (&self->hover_source, g_source_remove);
}

/* ── Buttons ──────────────────────────────────────────────────────────── */

static GtkWidget *
add_button (MullStageSwitcher *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "toggled", G_CALLBACK (on_button_toggled_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_button_drag_enter_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_button_drag_leave_cb), self);
  gtk_widget_add_controller (button, motion);
  gtk_box_append (self->box, button);
  return button;
}

static void
mull_stage_switcher_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullStageSwitcherProps) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_uint (value, MULL_STAGE_SWITCHER (object)->selected);
      break;
    }
}

static void
mull_stage_switcher_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch ((MullStageSwitcherProps) prop_id)
    {
    case PROP_SELECTED:
      mull_stage_switcher_set_selected (MULL_STAGE_SWITCHER (object), g_value_get_uint (value));
      break;
    }
}

static void
mull_stage_switcher_dispose (GObject *object)
{
  MullStageSwitcher *self = MULL_STAGE_SWITCHER (object);

  g_clear_handle_id (&self->hover_source, g_source_remove);
  self->hovered = NULL;
  G_OBJECT_CLASS (mull_stage_switcher_parent_class)->dispose (object);
}

static void
mull_stage_switcher_class_init (MullStageSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mull_stage_switcher_get_property;
  object_class->set_property = mull_stage_switcher_set_property;
  object_class->dispose = mull_stage_switcher_dispose;

  /**
   * MullStageSwitcher:selected:
   *
   * Which stage is shown.
   */
  props[PROP_SELECTED] =
      g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
mull_stage_switcher_init (MullStageSwitcher *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

/**
 * mull_stage_switcher_update:
 * @board: (transfer none): the stages
 *
 * Shows names and counts as they are now.
 */
void
mull_stage_switcher_update (MullStageSwitcher *self, MullBoardModel *board)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (board));
  GtkWidget *button;

  g_return_if_fail (MULL_IS_STAGE_SWITCHER (self));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title =
          mull_board_column_head_dup_title (mull_board_model_get_stage (board, i));

      button = get_button (self, i);
      if (button == NULL)
        button = add_button (self);
      gtk_button_set_label (GTK_BUTTON (button), title);
    }
  while ((button = get_button (self, n)) != NULL)
    gtk_box_remove (self->box, button);
  show_selected (self);
}

/**
 * mull_stage_switcher_get_selected:
 *
 * Returns: #MullStageSwitcher:selected
 */
guint
mull_stage_switcher_get_selected (MullStageSwitcher *self)
{
  g_return_val_if_fail (MULL_IS_STAGE_SWITCHER (self), 0);

  return self->selected;
}

/**
 * mull_stage_switcher_set_selected:
 * @selected: which stage is shown
 */
void
mull_stage_switcher_set_selected (MullStageSwitcher *self, guint selected)
{
  g_return_if_fail (MULL_IS_STAGE_SWITCHER (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  show_selected (self);
  reveal_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}
