/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-today-page"

#include "config.h"

#include "mull-today-page.h"

#include "mull-card-loader.h"
#include "mull-commitment-ops.h"
#include "mull-date-entry.h"
#include "mull-deal-rows.h"
#include "mull-done.h"
#include "mull-feedback.h"
#include "mull-promise-words.h"
#include "mull-quiet-ops.h"
#include "mull-refresher.h"
#include "mull-rule-cache.h"
#include "mull-script-ops.h"
#include "mull-since.h"
#include "mull-timeline-ops.h"
#include "mull-today-list.h"
#include "mull-today-row-widget.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* Without a day of which the rep was last here: what changed in a week. */
#define USUAL_DAYS 7

struct _MullTodayPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *day;
  GtkToggleButton *since_button;
  GtkStack *views;
  GtkListBox *rows;
  GtkListBox *since_rows;
  AdwBin *since_entry_place;

  /* Borrowed: inside @since_entry_place */
  MullDateEntry *since_entry;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  MullTodayList *list;
  GPtrArray *changes; /* nullable: MullSinceRow */

  MullDay since;
};

typedef enum
{
  PROP_TITLE = 1
} MullTodayPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullTodayPage, mull_today_page, ADW_TYPE_BIN)

static void
clear_rows (GtkListBox *rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (rows, 0)) != NULL)
    gtk_list_box_remove (rows, GTK_WIDGET (row));
}

static void
tell (MullTodayPage *self, const GError *error, MullDone what, const char *name)
{
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  else
    mull_done_toast (GTK_WIDGET (self), what, name, NULL);
}

/* ── The one thing ────────────────────────────────────────────────────── */

/* The deal's page is where everything can be done. */
static void
open_deal (MullTodayPage *self, const MullTodayItem *item)
{
  if (item->deal_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-deal", "x", item->deal_id);
  else if (item->person_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "x", item->person_id);
}

static void
open_do_over (MullTodayPage *self, const MullTodayItem *item)
{
  g_autoptr (GError) error = NULL;
  gint64 script_id;

  if (mull_script_ops_open_do_over (self->workspace, item->id, &script_id, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-script", "x", script_id);
  else
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* What was planned or who was quiet may have no words of its own: the deal has a title. */
static char *
dup_name (MullTodayPage *self, const MullTodayItem *item)
{
  g_autoptr (MullCard) card = NULL;

  if (item->source != MULL_REASON_QUIET && *item->text != '\0')
    return g_strdup (item->text);
  card = mull_card_load (self->workspace, item->deal_id, NULL);
  return g_strdup (card != NULL ? card->title : item->text);
}

static void
keep_promise (MullTodayPage *self, const MullTodayItem *item)
{
  g_autofree char *text = mull_commitment_format_event (MULL_COMMITMENT_KEPT, item->text);
  g_autoptr (GError) error = NULL;

  if (mull_commitment_ops_settle (self->workspace, item->id, MULL_COMMITMENT_KEPT, 0, &error))
    mull_feedback_undo_toast (GTK_WIDGET (self), text);
  else
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
do_item (MullTodayPage *self, const MullTodayItem *item)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (item->verb)
    {
    case MULL_TODAY_DO_OVER:
      open_do_over (self, item);
      break;
    case MULL_TODAY_KEEP:
      keep_promise (self, item);
      break;
    case MULL_TODAY_PRINT:
      gtk_widget_activate_action (widget, "win.print-brief", "x", item->deal_id);
      break;
    case MULL_TODAY_OWN_IT:
      gtk_widget_activate_action (widget, "win.own-promise", "x", item->id);
      break;
    case MULL_TODAY_ASK:
      gtk_widget_activate_action (widget, "win.ask-hard-question", "x", item->deal_id);
      break;
    case MULL_TODAY_DECIDE:
      gtk_widget_activate_action (widget, "win.decide", "x", item->deal_id);
      break;
    case MULL_TODAY_CALL:
    case MULL_TODAY_WRITE:
    case MULL_TODAY_PREPARE:
    case MULL_TODAY_NOTE:
      open_deal (self, item);
      break;
    }
}

static void
finish_item (MullTodayPage *self, const MullTodayItem *item)
{
  g_autofree char *name = dup_name (self, item);
  g_autoptr (GError) error = NULL;

  if (item->source == MULL_REASON_COMMITMENT)
    keep_promise (self, item);
  else if (item->source == MULL_REASON_TOUCH)
    {
      mull_touch_ops_settle (self->workspace, item->id, MULL_TOUCH_DONE, &error);
      tell (self, error, MULL_DONE_SETTLED, name);
    }
  else if (item->source == MULL_REASON_QUIET)
    {
      mull_quiet_ops_settle (self->workspace, item->id, MULL_QUIET_RESUMED, &error);
      tell (self, error, MULL_DONE_TALKING, name);
    }
}

static void
on_row_do_cb (MullTodayPage *self, MullTodayRowWidget *row)
{
  g_autoptr (MullTodayItem) item = mull_today_item_ref (mull_today_row_widget_get_item (row));

  do_item (self, item);
}

static void
on_row_done_cb (MullTodayPage *self, MullTodayRowWidget *row)
{
  g_autoptr (MullTodayItem) item = mull_today_item_ref (mull_today_row_widget_get_item (row));

  finish_item (self, item);
}

static void
on_rows_row_activated_cb (MullTodayPage *self, GtkListBoxRow *row)
{
  if (MULL_IS_TODAY_ROW_WIDGET (row))
    on_row_do_cb (self, MULL_TODAY_ROW_WIDGET (row));
}

/* ── Today ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_heading (const char *text, gboolean first)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, first ? 12 : 24);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const MullTodayItem *item = mull_today_row_widget_get_item (MULL_TODAY_ROW_WIDGET (row));

  if (before != NULL &&
      mull_today_row_widget_get_item (MULL_TODAY_ROW_WIDGET (before))->group == item->group)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (
        row, make_heading (mull_today_group_label (item->group), before == NULL));
}

/* Where the focus goes when the row that had it is gone. */
static int
find_focus (MullTodayPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static void
show_list (MullTodayPage *self)
{
  int focus = find_focus (self);
  guint n = self->list->rows->len;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkListBoxRow *row;

  /* GTK 4.8 still asks a row that is gone for the focus, unless it was taken off before. */
  if (focus >= 0 && root != NULL)
    gtk_root_set_focus (root, NULL);
  clear_rows (self->rows);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child =
          mull_today_row_widget_new (self->list->rows->pdata[i], i == 0, self->list->today);

      g_signal_connect_object (child, "do", G_CALLBACK (on_row_do_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (child, "done", G_CALLBACK (on_row_done_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, child);
    }
  row = gtk_list_box_get_row_at_index (self->rows, MIN (focus, (int) n - 1));
  if (focus >= 0 && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_view (MullTodayPage *self)
{
  const char *name = self->list->rows->len > 0 ? "list" : "empty";

  if (gtk_toggle_button_get_active (self->since_button))
    name = "since";
  gtk_stack_set_visible_child_name (self->views, name);
}

static void
show_day (MullTodayPage *self)
{
  g_autofree char *day = mull_day_format_long (self->list->today);
  g_autofree char *n = mull_today_list_format_count (self->list);
  /* Translators: how many things there are to do today: "25", or "120+" if there are more */
  g_autofree char *things =
      g_strdup_printf (ngettext ("%s thing", "%s things", self->list->rows->len), n);
  g_autofree char *text =
      self->list->rows->len > 0 ? g_strdup_printf ("%s · %s", day, things) : g_strdup (day);

  gtk_label_set_text (self->day, text);
}

/* ── Since ────────────────────────────────────────────────────────────── */

static GtkWidget *
make_change (const MullSinceRow *row, MullDay today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (row->deal);
  g_autofree char *on = mull_day_format_relative (row->on, today);
  g_autofree char *text = g_strdup_printf ("%s · %s", row->text, on);
  GtkWidget *about = gtk_label_new (text);

  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? title : about);

      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (title, "today-title");
  gtk_widget_add_css_class (about, "dim-label");
  return box;
}

static void
update_since_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  MullTodayPage *self = user_data;
  guint index = (guint) gtk_list_box_row_get_index (row);
  const MullSinceRow *change, *above;

  if (self->changes == NULL || index >= self->changes->len)
    return;
  change = self->changes->pdata[index];
  above = index > 0 ? self->changes->pdata[index - 1] : NULL;
  gtk_list_box_row_set_header (
      row, above != NULL && above->group == change->group
               ? NULL
               : make_heading (mull_since_group_label (change->group), above == NULL));
}

static void
load_since (MullTodayPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = mull_since_load (self->workspace, self->since, &error);

  if (changes == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  clear_rows (self->since_rows);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_steal_pointer (&changes);
  for (guint i = 0; i < self->changes->len; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  make_change (self->changes->pdata[i], self->list->today));
      gtk_widget_add_css_class (row, "today-row");
      gtk_list_box_append (self->since_rows, row);
    }
  gtk_list_box_invalidate_headers (self->since_rows);
}

static void
on_since_rows_row_activated_cb (MullTodayPage *self, GtkListBoxRow *row)
{
  const MullSinceRow *change = self->changes->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-deal", "x", change->deal_id);
}

static void
on_since_entry_activate_cb (MullTodayPage *self)
{
  g_autoptr (GError) error = NULL;
  MullDay day;

  if (!mull_date_entry_get_day (self->since_entry, &day, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  if (day == MULL_DAY_NONE)
    return;
  self->since = day;
  load_since (self);
}

static void
on_since_button_toggled_cb (MullTodayPage *self)
{
  if (self->list == NULL)
    return;
  if (gtk_toggle_button_get_active (self->since_button))
    {
      mull_date_entry_set_day (self->since_entry, self->since);
      load_since (self);
    }
  show_view (self);
}

/* ── Why ──────────────────────────────────────────────────────────────── */

static gint64
get_row_deal (GtkWidget *row, GtkWidget *page)
{
  return MULL_IS_TODAY_ROW_WIDGET (row)
             ? mull_today_row_widget_get_item (MULL_TODAY_ROW_WIDGET (row))->deal_id
             : 0;
}

static gint64
get_change_deal (GtkWidget *row, GtkWidget *page)
{
  MullTodayPage *self = MULL_TODAY_PAGE (page);
  int index = GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return index >= 0 ? ((const MullSinceRow *) self->changes->pdata[index])->deal_id : 0;
}

/* ── Following the data and the day ───────────────────────────────────── */

static void
reload (MullTodayPage *self)
{
  g_autoptr (GError) error = NULL;
  MullTodayList *list = mull_today_list_load (self->workspace, &error);

  mull_refresher_note_read (self->refresher);
  if (list == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->list, mull_today_list_unref);
  self->list = list;
  mull_date_entry_set_today (self->since_entry, list->today);
  show_list (self);
  show_day (self);
  if (gtk_toggle_button_get_active (self->since_button))
    load_since (self);
  show_view (self);
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_TODAY_PAGE (widget));
}

static gboolean
mull_today_page_grab_focus (GtkWidget *widget)
{
  MullTodayPage *self = MULL_TODAY_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  if (row != NULL && !gtk_toggle_button_get_active (self->since_button))
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return gtk_widget_grab_focus (GTK_WIDGET (self->since_button));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_today_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullTodayPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Today"));
      break;
    }
}

static void
mull_today_page_dispose (GObject *object)
{
  MullTodayPage *self = MULL_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->list, mull_today_list_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_today_page_parent_class)->dispose (object);
}

static void
mull_today_page_class_init (MullTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_today_page_dispose;
  object_class->get_property = mull_today_page_get_property;
  widget_class->grab_focus = mull_today_page_grab_focus;

  /**
   * MullTodayPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/today/mull-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullTodayPage, day);
  gtk_widget_class_bind_template_child (widget_class, MullTodayPage, since_button);
  gtk_widget_class_bind_template_child (widget_class, MullTodayPage, views);
  gtk_widget_class_bind_template_child (widget_class, MullTodayPage, rows);
  gtk_widget_class_bind_template_child (widget_class, MullTodayPage, since_rows);
  gtk_widget_class_bind_template_child (widget_class, MullTodayPage, since_entry_place);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_since_rows_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_since_button_toggled_cb);
}

static void
mull_today_page_init (MullTodayPage *self)
{
  GtkWidget *entry = mull_date_entry_new (TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  mull_rule_cache_read_ahead ();
  self->since_entry = MULL_DATE_ENTRY (entry);
  mull_date_entry_set_label (self->since_entry, _ ("Since"));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_since_entry_activate_cb), self);
  adw_bin_set_child (self->since_entry_place, entry);
  gtk_list_box_set_header_func (self->rows, update_header, NULL, NULL);
  gtk_list_box_set_header_func (self->since_rows, update_since_header, self, NULL);
}

/**
 * mull_today_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullTodayPage *
mull_today_page_new (MullWorkspace *workspace)
{
  MullTodayPage *self = g_object_new (MULL_TYPE_TODAY_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->since = mull_workspace_get_today (workspace) - USUAL_DAYS;
  mull_deal_rows_attach (GTK_WIDGET (self->rows), workspace, GTK_WIDGET (self), get_row_deal);
  mull_deal_rows_attach (GTK_WIDGET (self->since_rows), workspace, GTK_WIDGET (self),
                         get_change_deal);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  return self;
}

/**
 * mull_today_page_open:
 *
 * Shows what to do now.
 */
void
mull_today_page_open (MullTodayPage *self)
{
  g_return_if_fail (MULL_IS_TODAY_PAGE (self));

  gtk_toggle_button_set_active (self->since_button, FALSE);
  reload (self);
}

/**
 * mull_today_page_catch_up:
 * @since: the day on which the rep was last here
 *
 * Shows what to do now; what changed meanwhile is one click away.
 */
void
mull_today_page_catch_up (MullTodayPage *self, MullDay since)
{
  g_return_if_fail (MULL_IS_TODAY_PAGE (self));

  self->since = since;
  mull_today_page_open (self);
}
