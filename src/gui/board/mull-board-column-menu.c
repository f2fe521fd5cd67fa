/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-column-menu"

#include "config.h"

#include "mull-board-column-private.h"

#include "mull-done.h"
#include "mull-feedback.h"
#include "mull-name-popover.h"
#include "mull-pipeline-ops.h"
#include "mull-popover.h"
#include "mull-stage-numbers-popover.h"
#include "mull-stage-remove-popover.h"

#include <glib/gi18n-lib.h>

static const MullStage *
get_stage (MullBoardColumn *self)
{
  return mull_stage_model_get_stage (self->stage);
}

/* Says what was done to a stage, with the way back. @from: a widget that is still in the window. */
static void
report (GtkWidget *from, const GError *error, MullDone done, const char *name)
{
  if (error != NULL)
    mull_feedback_error (from, error);
  else
    mull_done_toast (from, done, name, NULL);
}

/* ── Neighbours ───────────────────────────────────────────────────────── */

/* (transfer full) (nullable): the stages of the board; @place is ours among them */
static GPtrArray *
list_stages (MullBoardColumn *self, guint *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages =
      mull_stage_list (self->workspace, get_stage (self)->pipeline_id, &error);

  if (stages == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return NULL;
    }
  for (*place = 0; *place < stages->len; (*place)++)
    if (((MullStage *) stages->pdata[*place])->record.id == get_stage (self)->record.id)
      return g_steal_pointer (&stages);
  return NULL;
}

static gint64
get_stage_at (GPtrArray *stages, guint place)
{
  return place < stages->len ? ((MullStage *) stages->pdata[place])->record.id : 0;
}

/* ── Showing popovers ─────────────────────────────────────────────────── */

static void
show_popover (MullBoardColumn *self, GtkPopover *popover)
{
  GtkWidget *button = GTK_WIDGET (mull_board_column_head_get_menu_button (self->head));
  graphene_rect_t bounds;
  GdkRectangle area = { 0, 0, 1, 1 };

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    area =
        (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  mull_popover_show_once (popover, GTK_WIDGET (self), &area);
}

static void
ask_name (MullBoardColumn *self,
          const char *question,
          const char *text,
          const char *verb,
          GCallback callback)
{
  MullNamePopover *popover = mull_name_popover_new (question, text, verb);

  g_signal_connect_object (popover, "accepted", callback, self, G_CONNECT_SWAPPED);
  show_popover (self, GTK_POPOVER (popover));
}

/* ── Actions ──────────────────────────────────────────────────────────── */

static void
on_rename_accepted_cb (MullBoardColumn *self, const char *text)
{
  g_autoptr (MullStage) stage = mull_stage_copy (get_stage (self));
  g_autoptr (GError) error = NULL;

  if (g_str_equal (stage->name, text))
    return;
  mull_take_text (&stage->name, g_strdup (text));
  mull_stage_ops_update (self->workspace, stage, &error);
  report (GTK_WIDGET (self), error, MULL_DONE_RENAMED, text);
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);

  ask_name (self, _ ("Name of the stage"), get_stage (self)->name, _ ("Rename"),
            G_CALLBACK (on_rename_accepted_cb));
}

static void
on_numbers_accepted_cb (MullBoardColumn *self, MullStageNumbersPopover *popover)
{
  g_autoptr (MullStage) stage = mull_stage_copy (get_stage (self));
  g_autoptr (GError) error = NULL;

  mull_stage_numbers_popover_apply (popover, stage);
  if (mull_record_equal (stage, get_stage (self)))
    return;
  mull_stage_ops_update (self->workspace, stage, &error);
  report (GTK_WIDGET (self), error, MULL_DONE_CHANGED, stage->name);
}

static void
numbers_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);
  MullStageNumbersPopover *popover = mull_stage_numbers_popover_new (get_stage (self));

  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_numbers_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  show_popover (self, GTK_POPOVER (popover));
}

static void
add_stage (MullBoardColumn *self, const char *name, guint offset)
{
  g_autoptr (GError) error = NULL;
  guint place;
  g_autoptr (GPtrArray) stages = list_stages (self, &place);

  if (stages == NULL)
    return;
  mull_stage_ops_add (self->workspace, get_stage (self)->pipeline_id, name,
                      get_stage_at (stages, place + offset), NULL, &error);
  report (GTK_WIDGET (self), error, MULL_DONE_ADDED, name);
}

static void
on_add_before_accepted_cb (MullBoardColumn *self, const char *text)
{
  add_stage (self, text, 0);
}

static void
on_add_after_accepted_cb (MullBoardColumn *self, const char *text)
{
  add_stage (self, text, 1);
}

static void
add_before_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_name (MULL_BOARD_COLUMN (widget), _ ("Name of the new stage"), "", _ ("Add"),
            G_CALLBACK (on_add_before_accepted_cb));
}

static void
add_after_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_name (MULL_BOARD_COLUMN (widget), _ ("Name of the new stage"), "", _ ("Add"),
            G_CALLBACK (on_add_after_accepted_cb));
}

/* @forward: towards the last stage */
static void
move_stage (MullBoardColumn *self, gboolean forward)
{
  g_autoptr (GError) error = NULL;
  guint place;
  g_autoptr (GPtrArray) stages = list_stages (self, &place);

  if (stages == NULL || (forward ? place + 1 >= stages->len : place == 0))
    return;
  mull_stage_ops_move (self->workspace, get_stage (self)->record.id,
                       get_stage_at (stages, forward ? place + 2 : place - 1), &error);
  report (GTK_WIDGET (self), error, MULL_DONE_PLACED, get_stage (self)->name);
}

static gboolean
is_mirrored (MullBoardColumn *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
move_left_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);

  move_stage (self, is_mirrored (self));
}

static void
move_right_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);

  move_stage (self, !is_mirrored (self));
}

static void
on_remove_accepted_cb (MullBoardColumn *self, gint64 target_id)
{
  /* We are off the board when it is done. */
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup (get_stage (self)->name);
  g_autoptr (GError) error = NULL;

  mull_stage_ops_remove (self->workspace, get_stage (self)->record.id, target_id, &error);
  report (board, error, MULL_DONE_REMOVED, name);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardColumn *self = MULL_BOARD_COLUMN (widget);
  g_autofree char *question = NULL;
  guint place;
  g_autoptr (GPtrArray) stages = list_stages (self, &place);
  MullStageRemovePopover *popover;

  if (stages == NULL || stages->len < 2)
    return;
  g_ptr_array_remove_index (stages, place);
  /* Translators: before a stage is removed; %s is its name. Closed deals are meant, too. */
  question = g_strdup_printf (_ ("Where do the deals of “%s” go?"), get_stage (self)->name);
  popover = mull_stage_remove_popover_new (question, stages, place > 0 ? place - 1 : 0);
  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_remove_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  show_popover (self, GTK_POPOVER (popover));
}

static void
new_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-deal", "x",
                              mull_board_column_get_stage_id (MULL_BOARD_COLUMN (widget)));
}

/* ── The menu ─────────────────────────────────────────────────────────── */

static void
update_actions (MullBoardColumn *self)
{
  guint place;
  g_autoptr (GPtrArray) stages = list_stages (self, &place);
  gboolean first = stages == NULL || place == 0;
  gboolean last = stages == NULL || place + 1 >= stages->len;
  gboolean mirrored = is_mirrored (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.move-left", mirrored ? !last : !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.move-right", mirrored ? !first : !last);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.remove", !(first && last));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) deals = g_menu_new ();
  g_autoptr (GMenu) stage = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append (deals, _ ("_New Deal Here…"), "stage.new-deal");
  g_menu_append (deals, _ ("_Fold"), "stage.fold");
  g_menu_append (stage, _ ("_Rename…"), "stage.rename");
  g_menu_append (stage, _ ("_Probability and Days…"), "stage.numbers");
  g_menu_append (order, _ ("Add Stage _Before…"), "stage.add-before");
  g_menu_append (order, _ ("Add Stage _After…"), "stage.add-after");
  g_menu_append (order, _ ("Move _Left"), "stage.move-left");
  g_menu_append (order, _ ("Move R_ight"), "stage.move-right");
  g_menu_append (end, _ ("Remo_ve…"), "stage.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deals));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stage));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

/* A menu costs more than a column of cards; most are never opened. */
static void
on_menu_button_create_popup (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu ();

      gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
    }
  update_actions (user_data);
}

/**
 * mull_board_column_install_menu:
 *
 * Installs the actions of the stage.
 */
void
mull_board_column_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "stage.new-deal", NULL, new_deal_action);
  gtk_widget_class_install_property_action (widget_class, "stage.fold", "folded");
  gtk_widget_class_install_action (widget_class, "stage.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "stage.numbers", NULL, numbers_action);
  gtk_widget_class_install_action (widget_class, "stage.add-before", NULL, add_before_action);
  gtk_widget_class_install_action (widget_class, "stage.add-after", NULL, add_after_action);
  gtk_widget_class_install_action (widget_class, "stage.move-left", NULL, move_left_action);
  gtk_widget_class_install_action (widget_class, "stage.move-right", NULL, move_right_action);
  gtk_widget_class_install_action (widget_class, "stage.remove", NULL, remove_action);
}

/**
 * mull_board_column_init_menu:
 *
 * Gives the head's button its menu, to be made when it is first opened.
 */
void
mull_board_column_init_menu (MullBoardColumn *self)
{
  gtk_menu_button_set_create_popup_func (mull_board_column_head_get_menu_button (self->head),
                                         on_menu_button_create_popup, self, NULL);
}
