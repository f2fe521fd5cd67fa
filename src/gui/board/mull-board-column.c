/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-column"

#include "config.h"

#include "mull-board-column-private.h"

#include "mull-card-loader.h"
#include "mull-deal-card.h"
#include "mull-deal-ref.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MullBoardColumn, mull_board_column, ADW_TYPE_BIN)

typedef enum
{
  PROP_FOLDED = 1,
} MullBoardColumnProps;
static GParamSpec *props[PROP_FOLDED + 1];

static guint signals[MULL_BOARD_COLUMN_DROP + 1];

/* ── Cards ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_card (gpointer user_data)
{
  MullBoardColumn *self = user_data;

  return GTK_WIDGET (mull_deal_card_new (self->density));
}

static void
bind_card (GtkWidget *widget, gpointer item, guint position, gpointer user_data)
{
  MullBoardColumn *self = user_data;
  MullDealCard *card = MULL_DEAL_CARD (widget);
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullDay today = mull_workspace_get_today (self->workspace);
  gint64 deal_id = mull_deal_ref_get_id (item);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullCard) data = mull_card_load (self->workspace, deal_id, &error);

  if (data == NULL)
    {
      if (error != NULL)
        g_warning ("A card could not be read: %s", error->message);
      return;
    }
  mull_deal_card_set_card (card, data, today,
                           MAX (today - mull_clock_day_of (clock, data->since_at), 0));
  mull_deal_card_set_dragged (card, deal_id == self->dragged_id);
  mull_board_list_row_set_label (widget, mull_deal_card_get_label (card));
}

static gint64
get_id (GListModel *model, guint position, gpointer user_data)
{
  return mull_stage_model_get_deal_id (MULL_STAGE_MODEL (model), position);
}

static void
make_cards (MullBoardColumn *self)
{
  static const MullBoardListFuncs funcs = { make_card, bind_card, NULL, get_id };

  mull_board_list_set_row_height (self->list,
                                  mull_deal_card_measure_height (self->density) + CARD_SPACING);
  mull_board_list_set_funcs (self->list, &funcs, self, NULL);
}

/* ── What it says when it is empty ────────────────────────────────────── */

static void
show_nothing (MullBoardColumn *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->stage)) == 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), empty);
  if (!empty)
    return;
  if (self->filtered)
    text = g_strdup (_ ("Nothing here that you are looking for."));
  else
    /* Translators: an empty column of the board; %s is the name of its stage */
    text = g_strdup_printf (_ ("Deals that have come as far as “%s” stand here."),
                            mull_stage_model_get_stage (self->stage)->name);
  gtk_label_set_text (self->nothing, text);
}

/* ── Following the stage ──────────────────────────────────────────────── */

static void
on_stage_changed_cb (MullBoardColumn *self)
{
  mull_board_column_head_update (self->head, self->stage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mull_stage_model_get_stage (self->stage)->name, -1);
  mull_board_column_show_strip (self);
  show_nothing (self);
}

static void
find_dragged (MullBoardColumn *self)
{
  self->dragged_at = self->dragged_id != 0 ? mull_board_column_find (self, self->dragged_id)
                                           : GTK_INVALID_LIST_POSITION;
}

static void
on_stage_items_changed_cb (MullBoardColumn *self)
{
  show_nothing (self);
  find_dragged (self);
}

/* ── Signals of the list ──────────────────────────────────────────────── */

static void
on_list_activate_cb (MullBoardList *list, guint position, MullBoardColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-deal", "x",
                              mull_stage_model_get_deal_id (self->stage, position));
}

static void
on_list_menu_cb (MullBoardList *list, guint position, GdkRectangle *area, MullBoardColumn *self)
{
  g_signal_emit (self, signals[MULL_BOARD_COLUMN_MENU], 0,
                 mull_stage_model_get_deal_id (self->stage, position), area);
}

/**
 * mull_board_column_emit_drag:
 * @deal_id: which deal, or 0 when the drag is over
 *
 * Tells the board that a card of this column is being dragged.
 */
void
mull_board_column_emit_drag (MullBoardColumn *self, gint64 deal_id)
{
  g_signal_emit (self, signals[MULL_BOARD_COLUMN_DRAG], 0, deal_id);
}

/**
 * mull_board_column_emit_drop:
 * @deal_id: which deal
 * @position: the card it was dropped before, or -1 for anywhere in the column
 *
 * Lets the board decide about a drop.
 *
 * Returns: whether the deal was moved
 */
gboolean
mull_board_column_emit_drop (MullBoardColumn *self, gint64 deal_id, int position)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[MULL_BOARD_COLUMN_DROP], 0, deal_id, position, &taken);
  return taken;
}

/**
 * mull_board_column_find:
 * @deal_id: which deal
 *
 * Looks at every card of the column, so not for what happens at each motion.
 *
 * Returns: where it stands in this column as the board is filtered now, or
 *   %GTK_INVALID_LIST_POSITION
 */
guint
mull_board_column_find (MullBoardColumn *self, gint64 deal_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stage));

  for (guint i = 0; i < n; i++)
    if (mull_stage_model_get_deal_id (self->stage, i) == deal_id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_board_column_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullBoardColumnProps) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, MULL_BOARD_COLUMN (object)->folded);
      break;
    }
}

static void
mull_board_column_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch ((MullBoardColumnProps) prop_id)
    {
    case PROP_FOLDED:
      mull_board_column_set_folded (MULL_BOARD_COLUMN (object), g_value_get_boolean (value));
      break;
    }
}

static void
mull_board_column_dispose (GObject *object)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_BOARD_COLUMN);
  g_clear_object (&self->stage);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_board_column_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * MullBoardColumn::menu:
   * @deal_id: which deal
   * @area: what to point at, in coordinates of the list
   *
   * The user wants the menu of a card.
   */
  signals[MULL_BOARD_COLUMN_MENU] =
      g_signal_new ("menu", MULL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * MullBoardColumn::drag:
   * @deal_id: which deal, or 0 when the drag is over
   *
   * A card of this column is being dragged.
   */
  signals[MULL_BOARD_COLUMN_DRAG] =
      g_signal_new ("drag", MULL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * MullBoardColumn::drop:
   * @deal_id: which deal
   * @position: the card it was dropped before, or -1 for anywhere in the column
   *
   * Something was dropped on this column.
   *
   * Returns: whether it has been moved
   */
  signals[MULL_BOARD_COLUMN_DROP] = g_signal_new ("drop", MULL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST,
                                                  0, g_signal_accumulator_true_handled, NULL, NULL,
                                                  G_TYPE_BOOLEAN, 2, G_TYPE_INT64, G_TYPE_INT);
}

static void
mull_board_column_class_init (MullBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_board_column_get_property;
  object_class->set_property = mull_board_column_set_property;
  object_class->dispose = mull_board_column_dispose;

  /**
   * MullBoardColumn:folded:
   *
   * Whether it is a narrow strip.
   */
  props[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  install_signals ();

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_BOARD_COLUMN_HEAD);
  g_type_ensure (MULL_TYPE_BOARD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumn, open);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumn, head);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumn, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumn, list);
  gtk_widget_class_bind_template_child (widget_class, MullBoardColumn, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_list_menu_cb);
  mull_board_column_install_layout (widget_class, mull_board_column_parent_class);
  mull_board_column_install_menu (widget_class);
}

static void
mull_board_column_init (MullBoardColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mull_board_list_set_spacing (self->list, CARD_SPACING);
  self->density = MULL_DENSITY_CARD;
  self->dragged_at = GTK_INVALID_LIST_POSITION;
  mull_board_column_init_drop (self);
  mull_board_column_init_menu (self);
}

/**
 * mull_board_column_new:
 * @workspace: (transfer none): the data
 * @stage: (transfer none): the deals
 *
 * Returns: (transfer floating): a column that follows @stage; its list is asleep until the board
 *   finds it in sight
 */
MullBoardColumn *
mull_board_column_new (MullWorkspace *workspace, MullStageModel *stage)
{
  MullBoardColumn *self = g_object_new (MULL_TYPE_BOARD_COLUMN, NULL);

  self->workspace = g_object_ref (workspace);
  self->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "totals-changed", G_CALLBACK (on_stage_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "stage-changed", G_CALLBACK (on_stage_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "items-changed", G_CALLBACK (on_stage_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mull_board_column_measure_width (self);
  mull_board_list_set_asleep (self->list, TRUE);
  make_cards (self);
  mull_board_list_set_model (self->list, G_LIST_MODEL (stage));
  on_stage_changed_cb (self);
  mull_board_column_update_layout (self);
  return self;
}

/**
 * mull_board_column_get_stage:
 *
 * Returns: (transfer none): the deals
 */
MullStageModel *
mull_board_column_get_stage (MullBoardColumn *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), NULL);

  return self->stage;
}

/**
 * mull_board_column_get_stage_id:
 *
 * Returns: the stage of the column
 */
gint64
mull_board_column_get_stage_id (MullBoardColumn *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), 0);

  return mull_stage_model_get_stage (self->stage)->record.id;
}

/**
 * mull_board_column_get_list:
 *
 * Returns: (transfer none): the list of its cards
 */
MullBoardList *
mull_board_column_get_list (MullBoardColumn *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), NULL);

  return self->list;
}

/**
 * mull_board_column_get_head:
 *
 * Returns: (transfer none): what stands over the cards
 */
GtkWidget *
mull_board_column_get_head (MullBoardColumn *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), NULL);

  return GTK_WIDGET (self->head);
}

/**
 * mull_board_column_get_n_deals:
 *
 * Returns: how many cards the column has as the board is filtered now
 */
guint
mull_board_column_get_n_deals (MullBoardColumn *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->stage));
}

/**
 * mull_board_column_get_current_deal:
 *
 * Returns: the deal of the card that has or had the focus, or 0
 */
gint64
mull_board_column_get_current_deal (MullBoardColumn *self)
{
  guint position;

  g_return_val_if_fail (MULL_IS_BOARD_COLUMN (self), 0);

  position = mull_board_list_get_focus_position (self->list);
  return position < mull_board_column_get_n_deals (self)
             ? mull_stage_model_get_deal_id (self->stage, position)
             : 0;
}

/**
 * mull_board_column_set_density:
 * @density: how much its cards show
 */
void
mull_board_column_set_density (MullBoardColumn *self, MullDensity density)
{
  g_return_if_fail (MULL_IS_BOARD_COLUMN (self));

  if (self->density == density)
    return;
  self->density = density;
  make_cards (self);
}

/**
 * mull_board_column_set_manual:
 * @manual: whether the order is the rep's own
 *
 * Says whether a card may be dropped between two others, or only into the column.
 */
void
mull_board_column_set_manual (MullBoardColumn *self, gboolean manual)
{
  g_return_if_fail (MULL_IS_BOARD_COLUMN (self));

  self->manual = manual;
}

/**
 * mull_board_column_set_filtered:
 * @filtered: whether the board shows some of its deals only
 *
 * An empty column says something else then.
 */
void
mull_board_column_set_filtered (MullBoardColumn *self, gboolean filtered)
{
  g_return_if_fail (MULL_IS_BOARD_COLUMN (self));

  if (self->filtered == filtered)
    return;
  self->filtered = filtered;
  show_nothing (self);
}

static void
set_dimmed (MullBoardColumn *self, guint position, gboolean dimmed)
{
  GtkWidget *card = position != GTK_INVALID_LIST_POSITION
                        ? mull_board_list_get_card (self->list, position)
                        : NULL;

  if (card != NULL)
    mull_deal_card_set_dragged (MULL_DEAL_CARD (card), dimmed);
}

/**
 * mull_board_column_set_dragged:
 * @deal_id: the deal that is being dragged, wherever from; 0 for none
 *
 * Dims the card that stays behind.
 */
void
mull_board_column_set_dragged (MullBoardColumn *self, gint64 deal_id)
{
  g_return_if_fail (MULL_IS_BOARD_COLUMN (self));

  set_dimmed (self, self->dragged_at, FALSE);
  self->dragged_id = deal_id;
  find_dragged (self);
  set_dimmed (self, self->dragged_at, TRUE);
}
