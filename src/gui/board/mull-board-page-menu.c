/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page-menu"

#include "config.h"

#include "mull-board-page-private.h"

#include "mull-card-loader.h"
#include "mull-popover.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static void
append_target (GMenu *menu,
               const char *label,
               const char *action,
               const char *target_type,
               gint64 number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, target_type, number);
  g_menu_append_item (menu, item);
}

static void
append_nick (GMenu *menu, const char *label, const char *action, GType type, int value)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (type);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s",
                                     g_enum_get_value (values, value)->value_nick);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* ── The menu of a card ───────────────────────────────────────────────── */

static GMenu *
make_moves (MullBoardPage *self, MullBoardColumn *column)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();

  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    {
      MullBoardColumn *other = mull_board_page_get_column (self, i);
      g_autofree char *name = mull_popover_dup_menu_text (
          mull_stage_model_get_stage (mull_board_column_get_stage (other))->name);

      if (other != column)
        append_target (stages, name, "card.move-to", "x", mull_board_column_get_stage_id (other));
    }
  g_menu_append_submenu (section, _ ("_Move to"), G_MENU_MODEL (stages));
  if (self->order == MULL_BOARD_ORDER_MANUAL)
    {
      g_menu_append (section, _ ("Move _Up"), "card.move-up");
      g_menu_append (section, _ ("Move _Down"), "card.move-down");
    }
  return section;
}

static GMenu *
make_ends (void)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) outcomes = g_menu_new ();

  for (int outcome = MULL_OUTCOME_WON; outcome <= MULL_OUTCOME_CHOSE_ANOTHER; outcome++)
    append_nick (outcomes, mull_outcome_label (outcome), "card.close", MULL_TYPE_OUTCOME, outcome);
  g_menu_append_submenu (section, _ ("_Close as"), G_MENU_MODEL (outcomes));
  return section;
}

static GMenu *
make_card_menu (MullBoardPage *self, MullBoardColumn *column, gboolean starred)
{
  GMenu *menu = g_menu_new ();
  GMenu *open = g_menu_new ();
  GMenu *edit = g_menu_new ();
  GMenu *end = g_menu_new ();

  g_menu_append (open, _ ("_Open"), "card.open");
  g_menu_append (open, _ ("_Why?"), "card.why");
  g_menu_append (open, _ ("_Brief…"), "card.brief");
  /* Translators: a deal that does not move: write down what is in the way */
  g_menu_append (open, _ ("_Stuck…"), "card.stuck");
  g_menu_append (edit, starred ? _ ("Take out of _Focus") : _ ("Put in _Focus"), "card.star");
  g_menu_append (edit, _ ("_Rename…"), "card.rename");
  g_menu_append (end, _ ("De_lete"), "card.delete");
  append_section (menu, open);
  append_section (menu, make_moves (self, column));
  append_section (menu, make_ends ());
  append_section (menu, edit);
  append_section (menu, end);
  return menu;
}

/**
 * mull_board_page_show_card_menu:
 * @column: where the card is
 * @deal_id: its deal
 * @area: what to point at, in coordinates of the column's list
 *
 * Opens the menu of a card.
 */
void
mull_board_page_show_card_menu (MullBoardPage *self,
                                MullBoardColumn *column,
                                gint64 deal_id,
                                const GdkRectangle *area)
{
  g_autoptr (MullCard) card = mull_card_load (self->workspace, deal_id, NULL);
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  if (card == NULL)
    return;
  mull_board_page_set_current (self, column);
  menu = make_card_menu (self, column, (card->flags & MULL_CARD_FOCUS) != 0);
  popover = mull_popover_menu_new (&self->card_menu, menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), area->width > 1);
  gtk_widget_set_halign (popover, area->width > 1 ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  mull_popover_show_at (GTK_POPOVER (popover), GTK_WIDGET (self),
                        GTK_WIDGET (mull_board_column_get_list (column)), area);
}

/* ── The main menu ────────────────────────────────────────────────────── */

static GMenu *
make_steps (MullWorkspace *workspace)
{
  GMenu *section = g_menu_new ();
  g_autofree char *undo = mull_workspace_dup_undo_label (workspace);
  g_autofree char *redo = mull_workspace_dup_redo_label (workspace);
  g_autofree char *undo_step = mull_popover_dup_menu_text (undo != NULL ? undo : "");
  g_autofree char *redo_step = mull_popover_dup_menu_text (redo != NULL ? redo : "");
  /* Translators: %s names the step, as in “Move “Boiler” to Propose” */
  g_autofree char *undo_text = g_strdup_printf (_ ("_Undo: %s"), undo_step);
  /* Translators: %s names the step, as in “Move “Boiler” to Propose” */
  g_autofree char *redo_text = g_strdup_printf (_ ("_Redo: %s"), redo_step);

  g_menu_append (section, undo != NULL ? undo_text : _ ("_Undo"), "win.undo");
  g_menu_append (section, redo != NULL ? redo_text : _ ("_Redo"), "win.redo");
  return section;
}

static GMenu *
make_view (void)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) densities = g_menu_new ();

  append_nick (densities, _ ("_Lines"), "board.density", MULL_TYPE_DENSITY, MULL_DENSITY_LINE);
  append_nick (densities, _ ("_Cards"), "board.density", MULL_TYPE_DENSITY, MULL_DENSITY_CARD);
  append_nick (densities, _ ("_Full Cards"), "board.density", MULL_TYPE_DENSITY, MULL_DENSITY_FULL);
  g_menu_append (section, _ ("_Focus Only"), "board.focus-only");
  g_menu_append_submenu (section, _ ("D_ensity"), G_MENU_MODEL (densities));
  return section;
}

static GMenu *
make_export (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) tables = g_menu_new ();
  g_autoptr (GMenu) cards = g_menu_new ();
  g_autoptr (GMenu) exact = g_menu_new ();

  g_menu_append (tables, _ ("_Deals…"), "win.export::deals");
  g_menu_append (tables, _ ("_People…"), "win.export::people");
  g_menu_append (tables, _ ("_Companies…"), "win.export::companies");
  g_menu_append (cards, _ ("Contacts as _vCards…"), "win.export::contacts");
  g_menu_append (exact, _ ("D_eals…"), "win.export-exact::deals");
  g_menu_append (exact, _ ("Pe_ople…"), "win.export-exact::people");
  g_menu_append (exact, _ ("Co_mpanies…"), "win.export-exact::companies");
  g_menu_append_section (menu, _ ("Tables for Spreadsheets"), G_MENU_MODEL (tables));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cards));
  g_menu_append_section (menu, _ ("Exact, for Re-Import"), G_MENU_MODEL (exact));
  return menu;
}

/**
 * mull_board_page_make_main_menu:
 * @workspace: the data
 *
 * Made each time: it names the steps that can be undone and redone now.
 *
 * Returns: (transfer full): the main menu
 */
GMenu *
mull_board_page_make_main_menu (MullWorkspace *workspace)
{
  GMenu *menu = g_menu_new ();
  GMenu *places = g_menu_new ();
  GMenu *exchange = g_menu_new ();
  GMenu *about = g_menu_new ();
  g_autoptr (GMenu) export = make_export ();
  g_autoptr (GMenuItem) import = g_menu_item_new (_ ("_Import…"), NULL);

  g_menu_append (places, _ ("_Go To…"), "win.switch");
  g_menu_append (places, _ ("_Today"), "win.show-today");
  g_menu_append (places, _ ("_Drill"), "win.drill");
  g_menu_append (places, _ ("_People and Companies"), "win.show-people");
  g_menu_append (places, _ ("R_oadblocks"), "win.show-roadblocks");
  g_menu_append (places, _ ("Fi_gures"), "win.show-figures");
  g_menu_append (places, _ ("Tra_sh"), "win.show-trash");
  g_menu_append (places, _ ("_History"), "win.show-history");
  g_menu_item_set_action_and_target (import, "win.import", "s", "");
  g_menu_append_item (exchange, import);
  g_menu_append_submenu (exchange, _ ("_Export"), G_MENU_MODEL (export));
  g_menu_append (exchange, _ ("Export E_verything…"), "win.export-all");
  g_menu_append (about, _ ("Preferen_ces"), "win.preferences");
  g_menu_append (about, _ ("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (about, _ ("_About Mulligan"), "app.about");
  append_section (menu, make_steps (workspace));
  append_section (menu, places);
  append_section (menu, make_view ());
  append_section (menu, exchange);
  append_section (menu, about);
  return menu;
}

static void
on_primary_button_create_popup (GtkMenuButton *button, gpointer user_data)
{
  MullBoardPage *self = user_data;
  g_autoptr (GMenu) menu = mull_board_page_make_main_menu (self->workspace);

  gtk_menu_button_set_popover (button, mull_popover_menu_new (&self->primary_menu, menu));
}

/* ── The orders ───────────────────────────────────────────────────────── */

static void
on_order_button_create_popup (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  for (int order = MULL_BOARD_ORDER_NEEDS; order <= MULL_BOARD_ORDER_AGE; order++)
    append_nick (menu, mull_board_order_label (order), "board.order", MULL_TYPE_BOARD_ORDER, order);
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

/**
 * mull_board_page_init_menus:
 *
 * Menus are made when they are first opened: the board is to be seen sooner than they.
 */
void
mull_board_page_init_menus (MullBoardPage *self)
{
  gtk_menu_button_set_create_popup_func (self->primary_button, on_primary_button_create_popup, self,
                                         NULL);
  gtk_menu_button_set_create_popup_func (self->order_button, on_order_button_create_popup, self,
                                         NULL);
}
