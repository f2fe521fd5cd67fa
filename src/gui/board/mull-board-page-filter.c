/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page-filter"

#include "config.h"

#include "mull-board-page-private.h"

#include <glib/gi18n-lib.h>

/* ── The query ────────────────────────────────────────────────────────── */

static const char *
get_search_text (MullBoardPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static gboolean
is_filtered (MullBoardPage *self)
{
  return mull_chip_bar_get_chip (self->chips) != MULL_BOARD_CHIP_ALL ||
         *get_search_text (self) != '\0';
}

/* The board says once that nothing matches, not every column for itself. */
static void
show_no_match (MullBoardPage *self)
{
  gboolean filtered = is_filtered (self);
  gboolean empty = filtered;

  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    {
      MullBoardColumn *column = mull_board_page_get_column (self, i);

      mull_board_column_set_filtered (column, filtered);
      empty = empty && mull_board_column_get_n_deals (column) == 0;
    }
  gtk_widget_set_visible (self->no_match, empty && mull_board_model_is_complete (self->board));
}

/**
 * mull_board_page_show_counts:
 *
 * Shows how many deals each filter would show, and whether any is shown now.
 */
void
mull_board_page_show_counts (MullBoardPage *self)
{
  for (int chip = 0; chip < (int) MULL_BOARD_N_CHIPS; chip++)
    mull_chip_bar_set_count (self->chips, chip,
                             mull_board_model_get_chip_count (self->board, chip));
  if (self->narrow)
    mull_stage_switcher_update (self->switcher, self->board);
  show_no_match (self);
}

/**
 * mull_board_page_apply_query:
 *
 * Shows what the filters, the typed text and the order say together.
 */
void
mull_board_page_apply_query (MullBoardPage *self)
{
  MullBoardQuery query = { self->order, mull_chip_bar_get_chip (self->chips),
                           (char *) get_search_text (self) };

  g_clear_handle_id (&self->apply_id, g_source_remove);
  if (self->board == NULL)
    return;
  mull_board_model_set_query (self->board, &query);
  show_no_match (self);
}

/* ── Order ────────────────────────────────────────────────────────────── */

/**
 * mull_board_page_show_order:
 *
 * Shows on its button how the cards are ordered; by a picture only where there is little room.
 */
void
mull_board_page_show_order (MullBoardPage *self)
{
  const char *name = mull_board_order_label (self->order);
  /* Translators: a button that shows how the cards are ordered */
  g_autofree char *label = g_strdup_printf (_ ("Order: %s"), name);

  if (self->narrow)
    gtk_menu_button_set_icon_name (self->order_button, "view-sort-descending-symbolic");
  else
    gtk_menu_button_set_label (self->order_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * mull_board_page_set_order:
 * @order: how the cards are ordered from now on, also after the next start
 */
void
mull_board_page_set_order (MullBoardPage *self, MullBoardOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  g_settings_set_enum (self->settings, "order", (int) order);
  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    mull_board_column_set_manual (mull_board_page_get_column (self, i),
                                  order == MULL_BOARD_ORDER_MANUAL);
  mull_board_page_show_order (self);
  mull_board_page_apply_query (self);
  g_object_notify (G_OBJECT (self), "order");
}

/* ── Focus ────────────────────────────────────────────────────────────── */

/**
 * mull_board_page_get_focus_only:
 *
 * Returns: #MullBoardPage:focus-only
 */
gboolean
mull_board_page_get_focus_only (MullBoardPage *self)
{
  return mull_chip_bar_get_chip (self->chips) == MULL_BOARD_CHIP_FOCUS;
}

/**
 * mull_board_page_set_focus_only:
 * @focus_only: whether starred deals only are shown; otherwise what was shown before
 */
void
mull_board_page_set_focus_only (MullBoardPage *self, gboolean focus_only)
{
  if (mull_board_page_get_focus_only (self) == focus_only)
    return;
  if (focus_only)
    self->chip_before_focus = mull_chip_bar_get_chip (self->chips);
  mull_chip_bar_set_chip (self->chips,
                          focus_only ? MULL_BOARD_CHIP_FOCUS : self->chip_before_focus);
}

static void
on_chips_chip_notify_cb (MullBoardPage *self)
{
  gboolean focus_only = mull_board_page_get_focus_only (self);

  if (!focus_only)
    self->chip_before_focus = MULL_BOARD_CHIP_ALL;
  if (self->board == NULL)
    return;
  g_settings_set_boolean (self->settings, "focus-only", focus_only);
  mull_board_page_apply_query (self);
  g_object_notify (G_OBJECT (self), "focus-only");
}

/* ── Typing ───────────────────────────────────────────────────────────── */

/* The same words in timelines, scripts, everything. */
static void
search_everywhere (MullBoardPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search", "s", get_search_text (self));
}

static void
search_everywhere_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  search_everywhere (MULL_BOARD_PAGE (widget));
}

/* Asked for again, it means more than the board. */
static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);

  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->search)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    {
      search_everywhere (self);
      return;
    }
  if (*get_search_text (self) == '\0')
    self->search_deal_id = mull_board_page_get_current_deal (self);
  if (self->narrow)
    gtk_toggle_button_set_active (self->search_toggle, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Back to the card. */
static void
leave_search (MullBoardPage *self)
{
  mull_board_page_apply_query (self);
  if (self->narrow)
    gtk_toggle_button_set_active (self->search_toggle, FALSE);
  if (!mull_board_page_focus_deal (self, self->search_deal_id))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
on_idle_apply (gpointer user_data)
{
  MullBoardPage *self = user_data;

  self->apply_id = 0;
  gtk_widget_set_visible (self->everywhere, *get_search_text (self) != '\0');
  mull_board_page_apply_query (self);
  return G_SOURCE_REMOVE;
}

static void
on_search_enter_cb (MullBoardPage *self)
{
  if (self->board != NULL)
    mull_board_model_expect_text (self->board);
}

/* Before the next frame, but once only: text that is replaced changes twice, and keys may come
 * faster than frames. */
static void
on_search_changed_cb (MullBoardPage *self)
{
  if (*get_search_text (self) != '\0' && self->board != NULL &&
      !mull_board_query_has_text (mull_board_model_get_query (self->board)))
    self->search_deal_id = mull_board_page_get_current_deal (self);
  if (self->apply_id == 0)
    self->apply_id =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_HIGH_IDLE, on_idle_apply, self);
}

/* The first Escape empties the entry, the next one leaves it. */
static void
on_search_stop_cb (MullBoardPage *self)
{
  if (*get_search_text (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    leave_search (self);
}

/* Enter goes to the first card found; if there is none, the words may be somewhere else. */
static void
on_search_activate_cb (MullBoardPage *self)
{
  /* The entry waits for a pause in typing; Enter does not. */
  mull_board_page_apply_query (self);
  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    {
      MullStageModel *stage = mull_board_column_get_stage (mull_board_page_get_column (self, i));

      if (g_list_model_get_n_items (G_LIST_MODEL (stage)) > 0 &&
          mull_board_page_focus_deal (self, mull_stage_model_get_deal_id (stage, 0)))
        return;
    }
  if (mull_board_query_has_text (mull_board_model_get_query (self->board)))
    search_everywhere (self);
}

static void
show_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  mull_chip_bar_set_chip (self->chips, MULL_BOARD_CHIP_ALL);
  mull_board_page_apply_query (self);
  leave_search (self);
}

/* ── Density ──────────────────────────────────────────────────────────── */

/**
 * mull_board_page_set_density:
 * @density: how much a card shows from now on, also after the next start
 */
void
mull_board_page_set_density (MullBoardPage *self, MullDensity density)
{
  if (self->density == density)
    return;
  self->density = density;
  g_settings_set_enum (self->settings, "density", (int) density);
  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    mull_board_column_set_density (mull_board_page_get_column (self, i), density);
  g_object_notify (G_OBJECT (self), "density");
}

/* ── Class ────────────────────────────────────────────────────────────── */

/**
 * mull_board_page_install_filter:
 *
 * Installs the actions that choose what is shown.
 */
void
mull_board_page_install_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "board.order", "order");
  gtk_widget_class_install_property_action (widget_class, "board.density", "density");
  gtk_widget_class_install_property_action (widget_class, "board.focus-only", "focus-only");
  gtk_widget_class_install_action (widget_class, "board.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "board.search-everywhere", NULL,
                                   search_everywhere_action);
  gtk_widget_class_install_action (widget_class, "board.show-all", NULL, show_all_action);
  gtk_widget_class_bind_template_callback (widget_class, on_chips_chip_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "board.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "board.search-everywhere", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "board.focus-only", NULL);
}

/**
 * mull_board_page_init_filter:
 *
 * Comes back to what was chosen before the last end of the program.
 */
void
mull_board_page_init_filter (MullBoardPage *self)
{
  /* As soon as a letter is typed: the board answers within a frame. */
  gtk_search_entry_set_search_delay (self->search, 0);
  mull_board_page_show_order (self);
  if (g_settings_get_boolean (self->settings, "focus-only"))
    mull_chip_bar_set_chip (self->chips, MULL_BOARD_CHIP_FOCUS);
}
