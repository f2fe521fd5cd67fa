/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page-cards"

#include "config.h"

#include "mull-board-page-private.h"

#include "mull-card-loader.h"
#include "mull-deal-ops.h"
#include "mull-dossier.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-name-popover.h"
#include "mull-popover.h"
#include "mull-why-popover.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/**
 * mull_board_page_get_current_deal:
 *
 * Returns: the deal of the card that has or had the focus, or 0
 */
gint64
mull_board_page_get_current_deal (MullBoardPage *self)
{
  return self->current != NULL ? mull_board_column_get_current_deal (self->current) : 0;
}

/* ── Moving ───────────────────────────────────────────────────────────── */

/**
 * mull_board_page_explain_order:
 *
 * Says why a card stays where it is.
 */
void
mull_board_page_explain_order (MullBoardPage *self)
{
  /* Translators: both are names of orders: “Needs me first” and “By hand”, for example */
  g_autofree char *text = g_strdup_printf (_ ("Sorted by “%s”. Switch to “%s” to arrange cards."),
                                           mull_board_order_label (self->order),
                                           mull_board_order_label (MULL_BOARD_ORDER_MANUAL));

  mull_feedback_toast (GTK_WIDGET (self), text);
}

/* (transfer full): a card as it is before something is done to it, for its name */
static MullCard *
load_card (MullBoardPage *self, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  MullCard *card = mull_card_load (self->workspace, deal_id, &error);

  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  return card;
}

static const char *
get_stage_name (MullBoardPage *self, gint64 stage_id)
{
  for (guint i = 0; i < mull_board_page_get_n_columns (self); i++)
    {
      MullBoardColumn *column = mull_board_page_get_column (self, i);

      if (mull_board_column_get_stage_id (column) == stage_id)
        return mull_stage_model_get_stage (mull_board_column_get_stage (column))->name;
    }
  return "";
}

static void
report_move (MullBoardPage *self, const MullCard *card, gint64 stage_id, const GError *error)
{
  if (card->stage_id != stage_id)
    mull_board_page_report (self, error, MULL_DONE_MOVED, card->title,
                            get_stage_name (self, stage_id));
  else
    mull_board_page_report (self, error, MULL_DONE_PLACED, card->title, NULL);
}

static void
on_reason_accepted_cb (MullBoardPage *self, const char *reason)
{
  g_autoptr (MullCard) card = load_card (self, self->asked_deal_id);
  g_autoptr (GError) error = NULL;

  if (card == NULL)
    return;
  mull_deal_ops_move_with_reason (self->workspace, self->asked_deal_id, self->asked_stage_id,
                                  self->asked_before_id, reason, &error);
  report_move (self, card, self->asked_stage_id, error);
  mull_board_page_focus_deal (self, self->asked_deal_id);
}

/* A question was answered with no: one line, at the card. */
static void
ask_reason (MullBoardPage *self, const char *question)
{
  MullNamePopover *popover = mull_name_popover_new (_ ("Why does it go on?"), "", _ ("Move"));
  GtkWidget *inside = GTK_WIDGET (self);
  GdkRectangle area = { gtk_widget_get_width (inside) / 2, 80, 1, 1 };

  if (self->current != NULL && mull_board_page_get_current_deal (self) == self->asked_deal_id)
    {
      MullBoardList *list = mull_board_column_get_list (self->current);

      if (mull_board_list_get_row_area (list, mull_board_list_get_focus_position (list), &area))
        inside = GTK_WIDGET (list);
    }
  mull_name_popover_explain (popover, question);
  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_reason_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  mull_popover_show_at (GTK_POPOVER (popover), GTK_WIDGET (self), inside, &area);
}

/**
 * mull_board_page_move_deal:
 * @deal_id: which deal
 * @stage_id: where it goes
 * @before_id: as in mull_deal_ops_move()
 *
 * Moves a card, whether it was dragged, or moved by a key or from the menu. The focus follows. If
 * it needs a reason in writing, that is asked for first.
 */
void
mull_board_page_move_deal (MullBoardPage *self, gint64 deal_id, gint64 stage_id, gint64 before_id)
{
  g_autoptr (MullCard) card = NULL;
  g_autoptr (GError) error = NULL;

  /* Onto itself nothing is moved. */
  if (before_id == deal_id || (card = load_card (self, deal_id)) == NULL)
    return;
  mull_deal_ops_move (self->workspace, deal_id, stage_id, before_id, &error);
  mull_board_page_focus_deal (self, deal_id);
  if (!g_error_matches (error, MULL_ERROR, MULL_ERROR_REASON))
    {
      report_move (self, card, stage_id, error);
      return;
    }
  self->asked_deal_id = deal_id;
  self->asked_stage_id = stage_id;
  self->asked_before_id = before_id;
  ask_reason (self, error->message);
}

/* @steps: columns towards the last stage */
static void
move_across (MullBoardPage *self, int steps)
{
  gint64 deal_id = mull_board_page_get_current_deal (self);
  int target = mull_board_page_find_column (self, self->current) + steps;
  MullBoardColumn *column = target >= 0 ? mull_board_page_get_column (self, (guint) target) : NULL;

  if (deal_id != 0 && column != NULL)
    mull_board_page_move_deal (self, deal_id, mull_board_column_get_stage_id (column),
                               MULL_PLACE_KEEP);
}

/* @down: one card further down; otherwise up */
static void
move_along (MullBoardPage *self, gboolean down)
{
  gint64 deal_id = mull_board_page_get_current_deal (self);
  MullStageModel *stage;
  guint position, n;
  gint64 before_id = MULL_PLACE_END;

  if (deal_id == 0)
    return;
  if (self->order != MULL_BOARD_ORDER_MANUAL)
    {
      mull_board_page_explain_order (self);
      return;
    }
  stage = mull_board_column_get_stage (self->current);
  n = mull_board_column_get_n_deals (self->current);
  position = mull_board_list_get_focus_position (mull_board_column_get_list (self->current));
  if (down ? position + 1 >= n : position == 0)
    return;
  if (!down)
    before_id = mull_stage_model_get_deal_id (stage, position - 1);
  else if (position + 2 < n)
    before_id = mull_stage_model_get_deal_id (stage, position + 2);
  mull_board_page_move_deal (self, deal_id, mull_board_column_get_stage_id (self->current),
                             before_id);
}

static gboolean
is_mirrored (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static void
move_left_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_across (MULL_BOARD_PAGE (widget), is_mirrored (widget) ? 1 : -1);
}

static void
move_right_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_across (MULL_BOARD_PAGE (widget), is_mirrored (widget) ? -1 : 1);
}

static void
move_up_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_along (MULL_BOARD_PAGE (widget), FALSE);
}

static void
move_down_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_along (MULL_BOARD_PAGE (widget), TRUE);
}

static void
move_to_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  gint64 deal_id = mull_board_page_get_current_deal (self);
  gint64 stage_id = g_variant_get_int64 (parameter);

  if (deal_id != 0 && mull_board_column_get_stage_id (self->current) != stage_id)
    mull_board_page_move_deal (self, deal_id, stage_id, MULL_PLACE_KEEP);
}

/* ── Closing ──────────────────────────────────────────────────────────── */

static void
on_sheet_done_cb (MullBoardPage *self, gboolean closed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* The focus goes before the sheet does: GTK 4.8 would keep the sheet, and never let go of it, to
   * look for another place for the focus from there. */
  if (!gtk_widget_grab_focus (GTK_WIDGET (self)) && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_revealer_set_reveal_child (self->sheet_revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_revealer), FALSE);
}

static void
ask_about_end (MullBoardPage *self, gint64 deal_id, MullOutcome outcome)
{
  g_autoptr (MullCard) card = load_card (self, deal_id);

  if (card == NULL)
    return;
  if (self->sheet == NULL)
    {
      self->sheet = mull_close_sheet_new (self->workspace);
      g_signal_connect_swapped (self->sheet, "done", G_CALLBACK (on_sheet_done_cb), self);
      gtk_revealer_set_child (self->sheet_revealer, GTK_WIDGET (self->sheet));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->sheet_revealer, TRUE);
  mull_close_sheet_ask (self->sheet, deal_id, card->title, outcome);
}

/**
 * mull_board_page_close_deal:
 * @deal_id: which deal
 * @outcome: how it ended
 *
 * Closes a deal that was won; asks a little about one that was not.
 */
void
mull_board_page_close_deal (MullBoardPage *self, gint64 deal_id, MullOutcome outcome)
{
  const MullClosing closing = MULL_CLOSING_INIT (outcome);
  g_autoptr (MullCard) card = NULL;
  g_autoptr (GError) error = NULL;

  if (outcome != MULL_OUTCOME_WON)
    {
      ask_about_end (self, deal_id, outcome);
      return;
    }
  card = load_card (self, deal_id);
  if (card == NULL)
    return;
  mull_deal_ops_close (self->workspace, deal_id, &closing, &error);
  mull_board_page_report (self, error, MULL_DONE_CLOSED, card->title, mull_outcome_label (outcome));
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (MULL_TYPE_OUTCOME);
  GEnumValue *outcome = g_enum_get_value_by_nick (outcomes, g_variant_get_string (parameter, NULL));
  gint64 deal_id = mull_board_page_get_current_deal (self);

  if (deal_id != 0 && outcome != NULL && outcome->value != MULL_OUTCOME_OPEN)
    mull_board_page_close_deal (self, deal_id, (MullOutcome) outcome->value);
}

/* ── Small things ─────────────────────────────────────────────────────── */

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gint64 deal_id = mull_board_page_get_current_deal (MULL_BOARD_PAGE (widget));

  if (deal_id != 0)
    gtk_widget_activate_action (widget, "win.open-deal", "x", deal_id);
}

static void
brief_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gint64 deal_id = mull_board_page_get_current_deal (MULL_BOARD_PAGE (widget));

  if (deal_id != 0)
    gtk_widget_activate_action (widget, "win.print-brief", "x", deal_id);
}

/* Why the card looks as it does, beside it. */
static void
why_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  gint64 deal_id = mull_board_page_get_current_deal (self);
  MullBoardList *list;
  GdkRectangle area;

  if (deal_id == 0)
    return;
  list = mull_board_column_get_list (self->current);
  if (mull_board_list_get_row_area (list, mull_board_list_get_focus_position (list), &area))
    mull_why_popover_show_deal (self->workspace, deal_id, widget, GTK_WIDGET (list), &area);
}

static void
stuck_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gint64 deal_id = mull_board_page_get_current_deal (MULL_BOARD_PAGE (widget));

  if (deal_id != 0)
    gtk_widget_activate_action (widget, "win.open-roadblock", "(xx)", deal_id,
                                G_GINT64_CONSTANT (0));
}

static void
star_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  gint64 deal_id = mull_board_page_get_current_deal (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullCard) card = NULL;

  if (deal_id == 0)
    return;
  card = mull_card_load (self->workspace, deal_id, &error);
  if (card != NULL)
    mull_deal_ops_set_starred (self->workspace, deal_id, (card->flags & MULL_CARD_FOCUS) == 0,
                               &error);
  /* The star is to be seen on the card; that is enough. */
  if (error != NULL)
    mull_feedback_error (widget, error);
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  gint64 deal_id = mull_board_page_get_current_deal (self);
  g_autoptr (MullCard) card = deal_id != 0 ? load_card (self, deal_id) : NULL;
  g_autoptr (GError) error = NULL;

  if (card == NULL)
    return;
  mull_deal_ops_trash (self->workspace, deal_id, &error);
  mull_board_page_report (self, error, MULL_DONE_DELETED, card->title, NULL);
}

static void
on_rename_accepted_cb (MullBoardPage *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier = mull_dossier_load (self->workspace, self->menu_deal_id, &error);
  g_autoptr (MullDeal) deal = NULL;

  if (dossier == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  if (g_str_equal (dossier->deal->title, text))
    return;
  deal = mull_deal_copy (dossier->deal);
  mull_take_text (&deal->title, g_strdup (text));
  mull_deal_ops_update (self->workspace, deal, &error);
  mull_board_page_report (self, error, MULL_DONE_RENAMED, deal->title, NULL);
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  g_autoptr (MullCard) card = NULL;
  MullBoardList *list;
  MullNamePopover *popover;
  GdkRectangle area;

  self->menu_deal_id = mull_board_page_get_current_deal (self);
  if (self->menu_deal_id == 0 ||
      (card = mull_card_load (self->workspace, self->menu_deal_id, NULL)) == NULL)
    return;
  list = mull_board_column_get_list (self->current);
  if (!mull_board_list_get_row_area (list, mull_board_list_get_focus_position (list), &area))
    return;
  popover = mull_name_popover_new (_ ("Title of the deal"), card->title, _ ("Rename"));
  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_rename_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  mull_popover_show_at (GTK_POPOVER (popover), widget, GTK_WIDGET (list), &area);
}

/* ── Keys ─────────────────────────────────────────────────────────────── */

/* These keys mean a card, and nothing while something else has the focus. */
static gboolean
on_card_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const char *action;

  if (mull_board_page_get_focused (MULL_BOARD_PAGE (widget)) == NULL)
    return FALSE;
  g_variant_get (args, "(&s)", &action);
  return gtk_widget_activate_action (widget, action, NULL);
}

static gboolean
on_step_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  int steps;

  if (mull_board_page_get_focused (self) == NULL)
    return FALSE;
  g_variant_get (args, "(i)", &steps);
  mull_board_page_step (self, is_mirrored (widget) ? -steps : steps);
  return TRUE;
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, GDK_ALT_MASK, "card.move-left" },
    { GDK_KEY_KP_Left, GDK_ALT_MASK, "card.move-left" },
    { GDK_KEY_Right, GDK_ALT_MASK, "card.move-right" },
    { GDK_KEY_KP_Right, GDK_ALT_MASK, "card.move-right" },
    { GDK_KEY_Up, GDK_ALT_MASK, "card.move-up" },
    { GDK_KEY_KP_Up, GDK_ALT_MASK, "card.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "card.move-down" },
    { GDK_KEY_KP_Down, GDK_ALT_MASK, "card.move-down" },
    { GDK_KEY_F2, 0, "card.rename" },
    { GDK_KEY_Delete, 0, "card.delete" },
    { GDK_KEY_KP_Delete, 0, "card.delete" },
    { GDK_KEY_s, 0, "card.star" },
    { GDK_KEY_w, 0, "card.why" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "card.brief" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, keys[i].modifiers, on_card_key_cb,
                                  "(s)", keys[i].action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_step_key_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, on_step_key_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_step_key_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, on_step_key_cb, "(i)", 1);
}

/**
 * mull_board_page_install_cards:
 *
 * Installs the actions on the current card, and their keys.
 */
void
mull_board_page_install_cards (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "card.move-left", NULL, move_left_action);
  gtk_widget_class_install_action (widget_class, "card.move-right", NULL, move_right_action);
  gtk_widget_class_install_action (widget_class, "card.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "card.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "card.move-to", "x", move_to_action);
  gtk_widget_class_install_action (widget_class, "card.close", "s", close_action);
  gtk_widget_class_install_action (widget_class, "card.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "card.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "card.brief", NULL, brief_action);
  gtk_widget_class_install_action (widget_class, "card.stuck", NULL, stuck_action);
  gtk_widget_class_install_action (widget_class, "card.why", NULL, why_action);
  gtk_widget_class_install_action (widget_class, "card.delete", NULL, delete_action);
  install_keys (widget_class);
}
