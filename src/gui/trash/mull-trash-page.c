/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trash-page"

#include "config.h"

#include "mull-trash-page.h"

#include "mull-done.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-refresher.h"
#include "mull-text.h"
#include "mull-trash.h"
#include "mull-ui.h"
#include "mull-waiting.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* How many come at a time, and how many are read again at once after something changed. */
#define PAGE_ITEMS 50
#define MAX_READ_AGAIN 200

struct _MullTrashPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkWidget *head;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkLabel *counts;
  GtkListBox *rows;
  GtkWidget *more;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  GPtrArray *shown;     /* MullTrashItem */
  MullWaiting *waiting; /* (nullable): while the trash is being emptied */

  /* Where to go on, and how many are wanted before the rep asks for more */
  MullTrashKey after;
  gboolean is_end;
  guint n_wanted;
  guint read_id;
  gint64 n_items;
  int focus_index; /* the row to go to when the list was read again, or -1 */
};

typedef enum
{
  PROP_TITLE = 1
} MullTrashPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullTrashPage, mull_trash_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

static char *
describe (MullTrashPage *self, const MullTrashItem *item)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullDay day = mull_clock_day_of (clock, item->at);
  g_autofree char *when = mull_day_format_relative (day, mull_clock_get_today (clock));
  g_autofree char *place = mull_trash_item_dup_place (item);
  /* Translators: a line of the trash; %s is a day */
  g_autofree char *deleted = g_strdup_printf (_ ("deleted: %s"), when);
  GString *text = g_string_new (mull_trash_item_get_kind_label (item));

  mull_text_append_part (text, place);
  mull_text_append_part (text, deleted);
  return g_string_free (text, FALSE);
}

static void
add_row (MullTrashPage *self, const MullTrashItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();
  g_autofree char *name = mull_trash_item_dup_name (item);
  g_autofree char *about = describe (self, item);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, about);

  mull_fact_row_set_text (MULL_FACT_ROW (fact), name, about);
  mull_fact_row_set_note (MULL_FACT_ROW (fact), NULL, NULL, NULL);
  mull_fact_row_set_button (MULL_FACT_ROW (fact), _ ("Restore"), "trash.restore",
                            g_variant_new ("(ix)", (int) item->kind, item->id));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_widget_add_css_class (row, "today-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->rows, row);
}

static void
clear_rows (MullTrashPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_ptr_array_set_size (self->shown, 0);
}

static void
update_state (MullTrashPage *self)
{
  const char *page = self->n_items == 0                      ? "empty"
                     : self->shown->len == 0 && self->is_end ? "none"
                                                             : "list";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->head, self->n_items != 0);
  gtk_widget_set_visible (self->more, !self->is_end && self->read_id == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.empty",
                                 self->n_items > 0 && self->waiting == NULL);
}

static void
focus_row (MullTrashPage *self)
{
  int last = (int) self->shown->len - 1;
  GtkListBoxRow *row;

  if (self->focus_index < 0)
    return;
  row = gtk_list_box_get_row_at_index (self->rows, MIN (self->focus_index, last));
  self->focus_index = -1;
  if (row == NULL || !gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* One piece of work: short whatever is in the trash. */
static gboolean
read_some (MullTrashPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = mull_trash_read (
      self->workspace, &self->after, gtk_editable_get_text (GTK_EDITABLE (self->search)),
      PAGE_ITEMS, &self->is_end, &error);

  if (items == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      self->is_end = TRUE;
      return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    add_row (self, items->pdata[i]);
  g_ptr_array_extend_and_steal (self->shown, g_steal_pointer (&items));
  return !self->is_end && self->shown->len < self->n_wanted;
}

static gboolean
on_read_idle_cb (gpointer user_data)
{
  MullTrashPage *self = user_data;

  if (read_some (self))
    return G_SOURCE_CONTINUE;
  self->read_id = 0;
  focus_row (self);
  update_state (self);
  return G_SOURCE_REMOVE;
}

/* The first piece is shown at once. */
static void
read_on (MullTrashPage *self)
{
  if (self->read_id == 0 && !self->is_end)
    {
      if (read_some (self))
        self->read_id = mull_workspace_add_idle (self->workspace, G_PRIORITY_DEFAULT_IDLE,
                                                 on_read_idle_cb, self);
      else
        focus_row (self);
    }
  update_state (self);
}

static void
reload (MullTrashPage *self)
{
  gint64 counts[MULL_TRASH_N_KINDS];
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  mull_refresher_note_read (self->refresher);
  g_clear_handle_id (&self->read_id, g_source_remove);
  clear_rows (self);
  self->after = MULL_TRASH_KEY_FIRST;
  self->is_end = FALSE;
  self->n_items = mull_trash_count (self->workspace, counts, &error);
  if (self->n_items < 0)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  text = mull_trash_dup_counts (counts);
  gtk_label_set_text (self->counts, text);
  read_on (self);
}

static void
refresh (GtkWidget *widget)
{
  MullTrashPage *self = MULL_TRASH_PAGE (widget);

  self->n_wanted = CLAMP (self->shown->len, PAGE_ITEMS, MAX_READ_AGAIN);
  reload (self);
}

static void
on_search_changed_cb (MullTrashPage *self)
{
  self->n_wanted = PAGE_ITEMS;
  reload (self);
}

static void
more_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTrashPage *self = MULL_TRASH_PAGE (widget);

  self->n_wanted = self->shown->len + PAGE_ITEMS;
  read_on (self);
}

static void
on_scroller_edge_reached_cb (MullTrashPage *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM && self->read_id == 0)
    more_action (GTK_WIDGET (self), "trash.more", NULL);
}

/* ── Restoring ────────────────────────────────────────────────────────── */

static int
find_item (MullTrashPage *self, int kind, gint64 id)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const MullTrashItem *item = self->shown->pdata[i];

      if ((int) item->kind == kind && item->id == id)
        return (int) i;
    }
  return -1;
}

static void
restore_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTrashPage *self = MULL_TRASH_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  self->focus_index = find_item (self, kind, id);
  name = self->focus_index >= 0 ? mull_trash_item_dup_name (self->shown->pdata[self->focus_index])
                                : g_strdup ("");
  if (!mull_trash_restore (self->workspace, (MullTrashKind) kind, id, &error))
    {
      self->focus_index = -1;
      mull_feedback_error (widget, error);
      return;
    }
  mull_done_toast (widget, MULL_DONE_RESTORED, name, NULL);
}

/* Enter, or a double click. */
static void
on_rows_row_activated_cb (MullTrashPage *self, GtkListBoxRow *row)
{
  const MullTrashItem *item = self->shown->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self), "trash.restore", "(ix)", (int) item->kind,
                              item->id);
}

/* ── Emptying ─────────────────────────────────────────────────────────── */

static void
on_emptied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullTrashPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean can_undo = FALSE;
  gboolean done = mull_trash_empty_finish (MULL_WORKSPACE (source), result, &can_undo, &error);

  g_clear_pointer (&self->waiting, mull_waiting_free);
  if (self->workspace == NULL)
    return;
  update_state (self);
  if (!done)
    mull_feedback_error (GTK_WIDGET (self), error);
  else if (can_undo)
    mull_feedback_undo_toast (GTK_WIDGET (self), _ ("The trash is empty"));
  else
    mull_feedback_toast (GTK_WIDGET (self),
                         _ ("The trash is empty. That was too much to be undone; it is in the "
                            "backup that was made before."));
}

static void
empty_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullTrashPage *self = MULL_TRASH_PAGE (widget);

  self->waiting =
      mull_waiting_new (GTK_WIDGET (gtk_widget_get_root (widget)), _ ("Emptying the Trash"), 1);
  update_state (self);
  mull_trash_empty_async (self->workspace, mull_waiting_get_cancellable (self->waiting),
                          mull_waiting_on_progress, self->waiting, on_emptied_cb,
                          g_object_ref (self));
}

/* ── Class ────────────────────────────────────────────────────────────── */

static gboolean
mull_trash_page_grab_focus (GtkWidget *widget)
{
  MullTrashPage *self = MULL_TRASH_PAGE (widget);

  return gtk_widget_get_mapped (GTK_WIDGET (self->search))
             ? gtk_widget_grab_focus (GTK_WIDGET (self->search))
             : GTK_WIDGET_CLASS (mull_trash_page_parent_class)->grab_focus (widget);
}

static void
mull_trash_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullTrashPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Trash"));
      break;
    }
}

static void
mull_trash_page_dispose (GObject *object)
{
  MullTrashPage *self = MULL_TRASH_PAGE (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_TRASH_PAGE);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_trash_page_parent_class)->dispose (object);
}

static void
mull_trash_page_finalize (GObject *object)
{
  MullTrashPage *self = MULL_TRASH_PAGE (object);

  g_clear_pointer (&self->waiting, mull_waiting_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (mull_trash_page_parent_class)->finalize (object);
}

static void
mull_trash_page_class_init (MullTrashPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_trash_page_dispose;
  object_class->finalize = mull_trash_page_finalize;
  object_class->get_property = mull_trash_page_get_property;
  widget_class->grab_focus = mull_trash_page_grab_focus;

  /**
   * MullTrashPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/trash/mull-trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTrashPage, head);
  gtk_widget_class_bind_template_child (widget_class, MullTrashPage, search);
  gtk_widget_class_bind_template_child (widget_class, MullTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MullTrashPage, counts);
  gtk_widget_class_bind_template_child (widget_class, MullTrashPage, rows);
  gtk_widget_class_bind_template_child (widget_class, MullTrashPage, more);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mull_widget_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scroller_edge_reached_cb);
  gtk_widget_class_install_action (widget_class, "trash.restore", "(ix)", restore_action);
  gtk_widget_class_install_action (widget_class, "trash.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "trash.empty", NULL, empty_action);
}

static void
mull_trash_page_init (MullTrashPage *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_trash_item_free);
  self->n_wanted = PAGE_ITEMS;
  self->focus_index = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_trash_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullTrashPage *
mull_trash_page_new (MullWorkspace *workspace)
{
  MullTrashPage *self = g_object_new (MULL_TYPE_TRASH_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  reload (self);
  return self;
}
