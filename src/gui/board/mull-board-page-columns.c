/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page-columns"

#include "config.h"

#include "mull-board-page-private.h"

#include <string.h>

/* A swipe faster than this, in pixels a second, goes to the next stage. */
#define SWIPE_SPEED 300

/* ── Looking for columns ──────────────────────────────────────────────── */

/**
 * mull_board_page_get_n_columns:
 *
 * Returns: how many stages the board has
 */
guint
mull_board_page_get_n_columns (MullBoardPage *self)
{
  guint n = 0;

  g_return_val_if_fail (MULL_IS_BOARD_PAGE (self), 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/**
 * mull_board_page_get_column:
 * @column: which one, from the first stage on
 *
 * Returns: (transfer none) (nullable): the column
 */
MullBoardColumn *
mull_board_page_get_column (MullBoardPage *self, guint column)
{
  GtkWidget *child;

  g_return_val_if_fail (MULL_IS_BOARD_PAGE (self), NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  while (child != NULL && column-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return (MullBoardColumn *) child;
}

/**
 * mull_board_page_find_column:
 * @column: (nullable): a column
 *
 * Returns: which one it is, from the first stage on, or -1
 */
int
mull_board_page_find_column (MullBoardPage *self, MullBoardColumn *column)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child), n++)
    if (child == (GtkWidget *) column)
      return n;
  return -1;
}

/**
 * mull_board_page_get_focused:
 *
 * Returns: (transfer none) (nullable): the column whose cards have the keyboard focus now
 */
MullBoardColumn *
mull_board_page_get_focused (MullBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, MULL_TYPE_BOARD_LIST) : NULL;
  GtkWidget *column = list != NULL ? gtk_widget_get_ancestor (list, MULL_TYPE_BOARD_COLUMN) : NULL;

  return column != NULL && gtk_widget_is_ancestor (column, GTK_WIDGET (self))
             ? MULL_BOARD_COLUMN (column)
             : NULL;
}

/* ── Seeing one ───────────────────────────────────────────────────────── */

static void
update_seen (MullBoardPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MullBoardColumn *column = MULL_BOARD_COLUMN (child);

      mull_board_column_set_alone (column, self->narrow);
      gtk_widget_set_visible (child, !self->narrow || column == self->current);
    }
  if (self->narrow && self->current != NULL)
    mull_stage_switcher_set_selected (self->switcher,
                                      (guint) mull_board_page_find_column (self, self->current));
}

/**
 * mull_board_page_set_current:
 * @column: the column that is worked in
 *
 * Remembers where the focus is or was; where there is room for one column only, this is the one.
 */
void
mull_board_page_set_current (MullBoardPage *self, MullBoardColumn *column)
{
  if (self->current == column)
    return;
  self->current = column;
  if (!self->narrow)
    return;
  update_seen (self);
  mull_board_page_check_sight (self);
}

/**
 * mull_board_page_reveal:
 * @column: a column
 *
 * Scrolls the board no further than is needed to see the whole column.
 */
void
mull_board_page_reveal (MullBoardPage *self, MullBoardColumn *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (column), GTK_WIDGET (self->columns), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/**
 * mull_board_page_step:
 * @steps: columns towards the last stage; negative towards the first
 *
 * Walks to the next column that shows cards, at about the height where the focus is.
 */
void
mull_board_page_step (MullBoardPage *self, int steps)
{
  int n = (int) mull_board_page_get_n_columns (self);
  int from = mull_board_page_find_column (self, self->current);
  guint position =
      self->current != NULL
          ? mull_board_list_get_focus_position (mull_board_column_get_list (self->current))
          : 0;

  for (int i = from + steps; i >= 0 && i < n; i += steps)
    {
      MullBoardColumn *column = mull_board_page_get_column (self, (guint) i);
      guint n_deals = mull_board_column_get_n_deals (column);

      if (n_deals == 0 || (mull_board_column_get_folded (column) && !self->narrow))
        continue;
      mull_board_page_set_current (self, column);
      mull_board_page_reveal (self, column);
      mull_board_list_focus_item (mull_board_column_get_list (column), MIN (position, n_deals - 1));
      return;
    }
}

/**
 * mull_board_page_focus_deal:
 * @deal_id: a deal
 *
 * Gives the focus to a card: this is how the result of a step is told.
 *
 * Returns: %FALSE if it is not on the board as it is filtered, or in a folded column
 */
gboolean
mull_board_page_focus_deal (MullBoardPage *self, gint64 deal_id)
{
  guint place, position;
  MullBoardColumn *column;

  g_return_val_if_fail (MULL_IS_BOARD_PAGE (self), FALSE);

  if (self->board == NULL || !mull_board_model_find (self->board, deal_id, &place, &position))
    return FALSE;
  column = mull_board_page_get_column (self, place);
  if (column == NULL || (mull_board_column_get_folded (column) && !self->narrow))
    return FALSE;
  mull_board_page_set_current (self, column);
  mull_board_page_reveal (self, column);
  return mull_board_list_focus_item (mull_board_column_get_list (column), position);
}

/* ── In sight ─────────────────────────────────────────────────────────── */

/* A column this near is about to be seen; during a drag, which scrolls the board by itself, it is
 * to be ready before the card gets there. */
#define SIGHT_MARGIN 48
#define DRAG_MARGIN 300

static gboolean
is_within (MullBoardPage *self, MullBoardColumn *column, double margin)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (self->narrow)
    return column == self->current;
  /* One that is new has no place yet. */
  if (gtk_widget_get_width (GTK_WIDGET (column)) == 0 ||
      !gtk_widget_compute_bounds (GTK_WIDGET (column), GTK_WIDGET (self->columns), &bounds))
    return TRUE;
  return bounds.origin.x + bounds.size.width > value - margin &&
         bounds.origin.x < value + gtk_adjustment_get_page_size (adjustment) + margin;
}

/* The card with the focus is on a list that is awake, and a drag must not lose where it began. */
static gboolean
may_sleep (MullBoardPage *self, MullBoardColumn *column)
{
  gboolean dragging = self->dragged_id != 0;

  return !is_within (self, column, dragging ? DRAG_MARGIN : SIGHT_MARGIN) &&
         column != mull_board_page_get_focused (self) &&
         (!dragging || mull_board_list_get_asleep (mull_board_column_get_list (column)));
}

/* A column that is not seen yet waits for a frame in which no other one wakes up: to fill one with
 * cards takes a good part of a frame. Returns: whether one waits */
static gboolean
update_sight (MullBoardPage *self)
{
  gboolean woken = FALSE, waits = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MullBoardColumn *column = MULL_BOARD_COLUMN (child);
      MullBoardList *list = mull_board_column_get_list (column);
      gboolean sleeps = may_sleep (self, column);
      gboolean wakes = !sleeps && mull_board_list_get_asleep (list);

      if (wakes && woken && !is_within (self, column, 0))
        {
          waits = TRUE;
          continue;
        }
      woken = woken || wakes;
      mull_board_list_set_asleep (list, sleeps);
    }
  return waits;
}

static gboolean
on_tick_sight (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);

  /* To wake a column is to read its cards. */
  if (mull_workspace_is_bulk (self->workspace) || update_sight (self))
    return G_SOURCE_CONTINUE;
  self->sight_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * mull_board_page_check_sight:
 *
 * Wakes the columns that have come into sight, and lets the others sleep: before the next layout,
 * since labels must not change while sizes are given.
 */
void
mull_board_page_check_sight (MullBoardPage *self)
{
  gboolean same = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    same = same &&
           mull_board_list_get_asleep (mull_board_column_get_list (MULL_BOARD_COLUMN (child))) ==
               may_sleep (self, MULL_BOARD_COLUMN (child));
  if (!same && self->sight_id == 0)
    self->sight_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_sight, NULL, NULL);
}

/**
 * mull_board_page_guess_sight:
 * @width: how wide the board will be, pixels
 *
 * Wakes the columns that the first layout will bring into sight.
 */
void
mull_board_page_guess_sight (MullBoardPage *self, int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MullBoardColumn *column = MULL_BOARD_COLUMN (child);
      int minimum;

      mull_board_list_set_asleep (mull_board_column_get_list (column),
                                  self->narrow ? column != self->current : width <= 0);
      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width -= minimum;
    }
}

/* ── Folding ──────────────────────────────────────────────────────────── */

static gboolean
is_kept_folded (MullBoardPage *self, MullBoardColumn *column)
{
  g_auto (GStrv) folded = g_settings_get_strv (self->settings, "folded-stages");
  MullStageModel *stage = mull_board_column_get_stage (column);

  return g_strv_contains ((const char *const *) folded, mull_stage_model_get_stage (stage)->uuid);
}

/* Stages of other pipelines stay as they are. */
static void
on_column_folded_notify_cb (MullBoardPage *self, GParamSpec *pspec, MullBoardColumn *column)
{
  const char *uuid = mull_stage_model_get_stage (mull_board_column_get_stage (column))->uuid;
  g_auto (GStrv) folded = g_settings_get_strv (self->settings, "folded-stages");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; folded[i] != NULL; i++)
    if (!g_str_equal (folded[i], uuid))
      g_strv_builder_add (builder, folded[i]);
  if (mull_board_column_get_folded (column))
    g_strv_builder_add (builder, uuid);
  kept = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "folded-stages", (const char *const *) kept);
}

/* ── Following the stages ─────────────────────────────────────────────── */

static void
on_list_focus_enter_cb (GtkEventControllerFocus *controller, MullBoardPage *self)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *column = gtk_widget_get_ancestor (list, MULL_TYPE_BOARD_COLUMN);

  if (column != NULL)
    mull_board_page_set_current (self, MULL_BOARD_COLUMN (column));
}

static void
on_column_menu_cb (MullBoardPage *self, gint64 deal_id, GdkRectangle *area, MullBoardColumn *column)
{
  mull_board_page_show_card_menu (self, column, deal_id, area);
}

static MullBoardColumn *
add_column (MullBoardPage *self, MullStageModel *stage)
{
  MullBoardColumn *column = mull_board_column_new (self->workspace, stage);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  mull_board_column_set_density (column, self->density);
  mull_board_column_set_manual (column, self->order == MULL_BOARD_ORDER_MANUAL);
  mull_board_column_set_folded (column, is_kept_folded (self, column));
  gtk_size_group_add_widget (self->heads, mull_board_column_get_head (column));
  gtk_box_append (self->columns, GTK_WIDGET (column));

  g_signal_connect (focus, "enter", G_CALLBACK (on_list_focus_enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (mull_board_column_get_list (column)), focus);
  g_signal_connect_swapped (column, "notify::folded", G_CALLBACK (on_column_folded_notify_cb),
                            self);
  g_signal_connect_swapped (column, "menu", G_CALLBACK (on_column_menu_cb), self);
  mull_board_page_follow_drags (self, column);
  return column;
}

static MullBoardColumn *
find_stage (MullBoardPage *self, MullStageModel *stage)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (mull_board_column_get_stage (MULL_BOARD_COLUMN (child)) == stage)
      return MULL_BOARD_COLUMN (child);
  return NULL;
}

static void
remove_column (MullBoardPage *self, MullBoardColumn *column)
{
  if (self->current == column)
    self->current = NULL;
  gtk_size_group_remove_widget (self->heads, mull_board_column_get_head (column));
  gtk_box_remove (self->columns, GTK_WIDGET (column));
}

/**
 * mull_board_page_sync_columns:
 *
 * Makes the columns those of the model. A stage that stays keeps its widget, and with it its
 * scrolling and its focus.
 */
void
mull_board_page_sync_columns (MullBoardPage *self)
{
  guint n = self->board != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->board)) : 0;
  GtkWidget *previous = NULL;

  for (guint i = 0; i < n; i++)
    {
      MullStageModel *stage = mull_board_model_get_stage (self->board, i);
      MullBoardColumn *column = find_stage (self, stage);

      if (column == NULL)
        column = add_column (self, stage);
      gtk_box_reorder_child_after (self->columns, GTK_WIDGET (column), previous);
      previous = GTK_WIDGET (column);
    }
  while (mull_board_page_get_n_columns (self) > n)
    remove_column (self, mull_board_page_get_column (self, n));
  if (self->current == NULL)
    self->current = mull_board_page_get_column (self, 0);
  if (self->narrow && self->board != NULL)
    mull_stage_switcher_update (self->switcher, self->board);
  update_seen (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mull_board_page_check_sight (self);
}

/* ── One at a time ────────────────────────────────────────────────────── */

static void
move_to (GtkWidget *widget, AdwBin *to)
{
  g_autoptr (GtkWidget) moved = g_object_ref (widget);

  adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (widget)), NULL);
  adw_bin_set_child (to, moved);
}

/**
 * mull_board_page_set_narrow:
 * @narrow: whether there is room for one column only
 */
void
mull_board_page_set_narrow (MullBoardPage *self, gboolean narrow)
{
  MullBoardColumn *focused = mull_board_page_get_focused (self);
  gboolean searching;

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  move_to (GTK_WIDGET (self->search), narrow ? self->search_row : self->search_slot);
  move_to (GTK_WIDGET (self->today), narrow ? self->today_row : self->today_slot);
  gtk_widget_set_visible (GTK_WIDGET (self->today_row), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->search_toggle), narrow);
  gtk_toggle_button_set_active (self->search_toggle, narrow && searching);
  gtk_widget_set_visible (self->add_label, !narrow);
  gtk_label_set_width_chars (self->pipeline_label, narrow ? 2 : 4);
  gtk_widget_set_visible (self->everywhere_label, !narrow);
  mull_board_page_show_order (self);
  /* Where one column is seen, its head need not be as high as the others. */
  gtk_size_group_set_mode (self->heads, narrow ? GTK_SIZE_GROUP_NONE : GTK_SIZE_GROUP_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), narrow);
  gtk_scrolled_window_set_policy (self->scrolled, narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  if (narrow && self->board != NULL)
    mull_stage_switcher_update (self->switcher, self->board);
  update_seen (self);
  if (focused != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (mull_board_column_get_list (focused)));
}

static void
on_switcher_selected_notify_cb (MullBoardPage *self)
{
  MullBoardColumn *column =
      mull_board_page_get_column (self, mull_stage_switcher_get_selected (self->switcher));

  if (self->narrow && column != NULL)
    mull_board_page_set_current (self, column);
}

/* Where reading begins is where the first stage is. */
static void
on_swipe_cb (GtkGestureSwipe *gesture, double velocity_x, double velocity_y, MullBoardPage *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int place = mull_board_page_find_column (self, self->current);
  MullBoardColumn *column;

  if (!self->narrow || ABS (velocity_x) < SWIPE_SPEED || ABS (velocity_x) < 2 * ABS (velocity_y))
    return;
  place += (velocity_x < 0) != mirrored ? 1 : -1;
  column = place >= 0 ? mull_board_page_get_column (self, (guint) place) : NULL;
  if (column == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mull_board_page_set_current (self, column);
}

/* ── Where the board was ──────────────────────────────────────────────── */

static gboolean
on_tick_restore (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBoardPage *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  /* The frame in which it is mapped comes before it is laid out. */
  if (gtk_adjustment_get_page_size (adjustment) <= 0)
    return G_SOURCE_CONTINUE;
  self->restore_id = 0;
  self->restored = TRUE;
  if (room > 0)
    gtk_adjustment_set_value (adjustment,
                              room * g_settings_get_double (self->settings, "board-position"));
  update_sight (self);
  return G_SOURCE_REMOVE;
}

static void
on_scrolled_map_cb (MullBoardPage *self)
{
  if (!self->restored && self->restore_id == 0)
    self->restore_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self->scrolled), on_tick_restore, self, NULL);
}

static void
on_scrolled_unmap_cb (MullBoardPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled);
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (self->narrow || self->settings == NULL || !self->restored)
    return;
  g_settings_set_double (self->settings, "board-position",
                         room > 0 ? CLAMP (gtk_adjustment_get_value (adjustment) / room, 0, 1) : 0);
}

/**
 * mull_board_page_init_columns:
 *
 * Connects what has to do with where the columns are.
 */
void
mull_board_page_init_columns (MullBoardPage *self)
{
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (swipe), GTK_PHASE_CAPTURE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (on_swipe_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), GTK_EVENT_CONTROLLER (swipe));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (mull_board_page_check_sight), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->switcher, "notify::selected",
                            G_CALLBACK (on_switcher_selected_notify_cb), self);
  g_signal_connect_swapped (self->scrolled, "map", G_CALLBACK (on_scrolled_map_cb), self);
  g_signal_connect_swapped (self->scrolled, "unmap", G_CALLBACK (on_scrolled_unmap_cb), self);
}
