/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-list"

#include "config.h"

#include "mull-board-list.h"

#include "mull-board-list-private.h"

#define DEFAULT_ROW_HEIGHT 96
#define DEFAULT_SPACING 6
#define GUESSED_HEIGHT 800 /* until the window or the first allocation says better */

G_DEFINE_FINAL_TYPE_WITH_CODE (MullBoardList,
                               mull_board_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

typedef enum
{
  PROP_MODEL = 1,
  PROP_ROW_HEIGHT,
  PROP_SPACING,
  PROP_SINGLE_CLICK_ACTIVATE,
  PROP_FOCUS_POSITION,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} MullBoardListProps;

typedef enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_MENU,
  SIGNAL_SELECTION_CHANGED,
} MullBoardListSignals;

static GParamSpec *props[PROP_FOCUS_POSITION + 1];
static guint signals[SIGNAL_SELECTION_CHANGED + 1];

static void
on_model_items_changed_cb (GListModel *model,
                           guint position,
                           guint n_removed,
                           guint n_added,
                           MullBoardList *self)
{
  mull_board_list_splice (self, position, n_removed, n_added);
}

static void
on_vadjustment_value_changed_cb (GtkAdjustment *adjustment, MullBoardList *self)
{
  if (self->in_allocate)
    mull_board_list_update_rows_late (self);
  else if (!self->updating)
    {
      mull_board_list_update_rows (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

static void
on_edge_scroll_scrolled_cb (MullEdgeScroll *edge_scroll, MullBoardList *self)
{
  if (self->drop_position != GTK_INVALID_LIST_POSITION)
    mull_board_list_set_drop_position (self,
                                       mull_board_list_get_drop_position_at (self, self->drag_y));
}

static void
set_adjustment (MullBoardList *self, GtkAdjustment **field, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && *field == adjustment)
    return;
  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, on_vadjustment_value_changed_cb, self);
  g_clear_object (field);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *field = g_object_ref_sink (adjustment);
}

static void
set_vadjustment (MullBoardList *self, GtkAdjustment *adjustment)
{
  set_adjustment (self, &self->vadjustment, adjustment);
  g_signal_handlers_disconnect_by_func (self->vadjustment, on_vadjustment_value_changed_cb, self);
  g_signal_connect_object (self->vadjustment, "value-changed",
                           G_CALLBACK (on_vadjustment_value_changed_cb), self, 0);
  mull_edge_scroll_set_adjustment (self->edge_scroll, self->vadjustment);
  mull_board_list_update_adjustment (self, gtk_adjustment_get_value (self->vadjustment));
  mull_board_list_update_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
mull_board_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mull_board_list_parent_class)->map (widget);

  if (MULL_BOARD_LIST (widget)->focus_when_mapped)
    mull_board_list_update_rows_late (MULL_BOARD_LIST (widget));
}

static void
mull_board_list_unmap (GtkWidget *widget)
{
  MullBoardList *self = MULL_BOARD_LIST (widget);

  mull_edge_scroll_stop (self->edge_scroll);

  GTK_WIDGET_CLASS (mull_board_list_parent_class)->unmap (widget);
}

static void
mull_board_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullBoardList *self = MULL_BOARD_LIST (object);

  switch ((MullBoardListProps) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_ROW_HEIGHT:
      g_value_set_int (value, self->row_height);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_SINGLE_CLICK_ACTIVATE:
      g_value_set_boolean (value, self->single_click_activate);
      break;
    case PROP_FOCUS_POSITION:
      g_value_set_uint (value, self->focus_position);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    }
}

static void
mull_board_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  MullBoardList *self = MULL_BOARD_LIST (object);

  switch ((MullBoardListProps) prop_id)
    {
    case PROP_MODEL:
      mull_board_list_set_model (self, g_value_get_object (value));
      break;
    case PROP_ROW_HEIGHT:
      mull_board_list_set_row_height (self, g_value_get_int (value));
      break;
    case PROP_SPACING:
      mull_board_list_set_spacing (self, g_value_get_int (value));
      break;
    case PROP_SINGLE_CLICK_ACTIVATE:
      mull_board_list_set_single_click_activate (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_vadjustment (self, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    case PROP_FOCUS_POSITION: /* read only */
      g_assert_not_reached ();
    }
}

static void
mull_board_list_dispose (GObject *object)
{
  MullBoardList *self = MULL_BOARD_LIST (object);

  if (self->edge_scroll != NULL)
    mull_edge_scroll_stop (self->edge_scroll);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, on_model_items_changed_cb, self);
  g_clear_object (&self->model);
  self->n_items = 0;
  mull_board_list_release_rows (self);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);

  G_OBJECT_CLASS (mull_board_list_parent_class)->dispose (object);
}

static void
mull_board_list_finalize (GObject *object)
{
  MullBoardList *self = MULL_BOARD_LIST (object);

  g_clear_object (&self->edge_scroll);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->picks);
  if (self->funcs_destroy != NULL)
    self->funcs_destroy (self->funcs_data);

  G_OBJECT_CLASS (mull_board_list_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * MullBoardList:model:
   *
   * What the list shows.
   */
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  /**
   * MullBoardList:row-height:
   *
   * Pixels from the top of one card to the top of the next. The owner derives it from the font.
   */
  props[PROP_ROW_HEIGHT] =
      g_param_spec_int ("row-height", NULL, NULL, 1, G_MAXINT16, DEFAULT_ROW_HEIGHT, flags);

  /**
   * MullBoardList:spacing:
   *
   * Pixels between two cards. They are part of the row height.
   */
  props[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, DEFAULT_SPACING, flags);

  /**
   * MullBoardList:single-click-activate:
   *
   * Whether one click activates a card, rather than two.
   */
  props[PROP_SINGLE_CLICK_ACTIVATE] =
      g_param_spec_boolean ("single-click-activate", NULL, NULL, FALSE, flags);

  /**
   * MullBoardList:focus-position:
   *
   * The card that has the keyboard focus or had it last, or %GTK_INVALID_LIST_POSITION. It follows
   * its item when the model changes.
   */
  props[PROP_FOCUS_POSITION] =
      g_param_spec_uint ("focus-position", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (GType type)
{
  /**
   * MullBoardList::activate:
   * @position: which card
   *
   * The user wants to open the card.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * MullBoardList::menu:
   * @position: which card; it has the focus now
   * @area: what to point at, in our coordinates: the pointer, or the whole card if the menu was
   *   asked for by a key
   *
   * The user wants the menu of the card.
   */
  signals[SIGNAL_MENU] =
      g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_UINT, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * MullBoardList::selection-changed:
   *
   * Other cards are selected than before.
   */
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0,
                                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mull_board_list_class_init (MullBoardListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_board_list_get_property;
  object_class->set_property = mull_board_list_set_property;
  object_class->dispose = mull_board_list_dispose;
  object_class->finalize = mull_board_list_finalize;

  widget_class->map = mull_board_list_map;
  widget_class->unmap = mull_board_list_unmap;
  widget_class->focus = mull_board_list_focus;
  widget_class->grab_focus = mull_board_list_grab_focus;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  mull_board_list_init_geometry_class (widget_class, mull_board_list_parent_class);
  mull_board_list_init_focus_class (widget_class);

  gtk_widget_class_set_css_name (widget_class, "boardlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
mull_board_list_init (MullBoardList *self)
{
  self->rows = g_ptr_array_new ();
  self->picks = g_array_new (FALSE, FALSE, sizeof (MullBoardPick));
  self->row_height = DEFAULT_ROW_HEIGHT;
  self->spacing = DEFAULT_SPACING;
  self->height = GUESSED_HEIGHT;
  self->focus_position = GTK_INVALID_LIST_POSITION;
  self->anchor_position = GTK_INVALID_LIST_POSITION;
  self->drop_position = GTK_INVALID_LIST_POSITION;
  self->pressed_position = GTK_INVALID_LIST_POSITION;

  self->edge_scroll = mull_edge_scroll_new (GTK_WIDGET (self));
  g_signal_connect (self->edge_scroll, "scrolled", G_CALLBACK (on_edge_scroll_scrolled_cb), self);
  set_adjustment (self, &self->hadjustment, NULL);
  set_vadjustment (self, NULL);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE,
                                  TRUE, -1);
  mull_board_list_init_pointer (self);
}

/**
 * mull_board_list_emit_activate:
 * @position: which card
 *
 * Says that the user wants to open a card.
 */
void
mull_board_list_emit_activate (MullBoardList *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, position);
}

/**
 * mull_board_list_emit_menu:
 * @position: which card
 * @area: what the menu is to point at
 *
 * Says that the user wants the menu of a card.
 */
void
mull_board_list_emit_menu (MullBoardList *self, guint position, const GdkRectangle *area)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0, position, area);
}

/**
 * mull_board_list_emit_selection_changed:
 *
 * Says that other cards are selected.
 */
void
mull_board_list_emit_selection_changed (MullBoardList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/**
 * mull_board_list_notify_focus_position:
 *
 * Says that the cursor has moved.
 */
void
mull_board_list_notify_focus_position (MullBoardList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOCUS_POSITION]);
}

/**
 * mull_board_list_new:
 *
 * Returns: (transfer floating): an empty list. It shows nothing before it has a model and knows
 *   how to make cards
 */
MullBoardList *
mull_board_list_new (void)
{
  return g_object_new (MULL_TYPE_BOARD_LIST, NULL);
}

/**
 * mull_board_list_set_funcs:
 * @funcs: (nullable): what to do about cards; copied
 * @user_data: passed to all of them
 * @destroy: (nullable): frees @user_data
 *
 * Says how cards are made. All cards there are will be made anew.
 */
void
mull_board_list_set_funcs (MullBoardList *self,
                           const MullBoardListFuncs *funcs,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  static const MullBoardListFuncs none = { NULL, NULL, NULL, NULL };

  g_return_if_fail (MULL_IS_BOARD_LIST (self));
  g_return_if_fail (funcs == NULL || (funcs->make != NULL && funcs->bind != NULL));

  mull_board_list_release_rows (self);
  if (self->funcs_destroy != NULL)
    self->funcs_destroy (self->funcs_data);
  self->funcs = funcs != NULL ? *funcs : none;
  self->funcs_data = user_data;
  self->funcs_destroy = destroy;
  self->min_width = 0;
  mull_board_list_update_rows (self);
}

/**
 * mull_board_list_get_model:
 *
 * Returns: (transfer none) (nullable): what the list shows
 */
GListModel *
mull_board_list_get_model (MullBoardList *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), NULL);

  return self->model;
}

/**
 * mull_board_list_set_model:
 * @model: (nullable) (transfer none): what to show
 *
 * Shows another model from its beginning, with nothing selected. A list that has the keyboard
 * focus keeps it, if possible on the same item.
 */
void
mull_board_list_set_model (MullBoardList *self, GListModel *model)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;
  mull_board_list_unselect_all (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, on_model_items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (on_model_items_changed_cb), self,
                             0);

  mull_board_list_splice (self, 0, self->n_items,
                          model != NULL ? g_list_model_get_n_items (model) : 0);
  if (mull_board_list_get_focus_row (self) == NULL)
    {
      self->anchor_position = GTK_INVALID_LIST_POSITION;
      mull_board_list_set_cursor (self, GTK_INVALID_LIST_POSITION);
      gtk_adjustment_set_value (self->vadjustment, 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * mull_board_list_set_single_click_activate:
 * @single_click: whether one click opens a card
 *
 * Sets how many clicks open a card.
 */
void
mull_board_list_set_single_click_activate (MullBoardList *self, gboolean single_click)
{
  g_return_if_fail (MULL_IS_BOARD_LIST (self));

  if (self->single_click_activate == !!single_click)
    return;
  self->single_click_activate = !!single_click;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINGLE_CLICK_ACTIVATE]);
}

/**
 * mull_board_list_get_card:
 * @position: which card
 *
 * Returns: (transfer none) (nullable): what the owner made, if the card is shown just now; it may
 *   show another one soon
 */
GtkWidget *
mull_board_list_get_card (MullBoardList *self, guint position)
{
  MullBoardRow *row;

  g_return_val_if_fail (MULL_IS_BOARD_LIST (self), NULL);

  row = mull_board_list_find_row (self, position);
  return row != NULL ? mull_board_row_get_child (row) : NULL;
}

/**
 * mull_board_list_row_set_label:
 * @card: what the owner made
 * @label: the whole card in one sentence
 *
 * Sets what a screen reader says of the card. For the owner's bind.
 */
void
mull_board_list_row_set_label (GtkWidget *card, const char *label)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_WIDGET (card));
  g_return_if_fail (label != NULL);

  row = gtk_widget_get_parent (card);
  g_return_if_fail (MULL_IS_BOARD_ROW (row));
  mull_board_row_set_label (MULL_BOARD_ROW (row), label);
}

/**
 * mull_board_list_row_get_position:
 * @card: what the owner made
 *
 * Returns: the position that @card shows now, or %GTK_INVALID_LIST_POSITION
 */
guint
mull_board_list_row_get_position (GtkWidget *card)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_WIDGET (card), GTK_INVALID_LIST_POSITION);

  row = gtk_widget_get_parent (card);
  return MULL_IS_BOARD_ROW (row) ? mull_board_row_get_position (MULL_BOARD_ROW (row))
                                 : GTK_INVALID_LIST_POSITION;
}
