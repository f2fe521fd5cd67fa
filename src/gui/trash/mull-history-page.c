/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-history-page"

#include "config.h"

#include "mull-history-page.h"

#include "mull-deal-ops.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-history.h"
#include "mull-refresher.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-undo-store.h"
#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long something may take before the rep is told that it takes long. */
#define WAIT_MILLISECONDS 400

struct _MullHistoryPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkListBox *rows;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  GCancellable *cancellable; /* while it goes to a step */
  GtkWindow *wait_window;    /* borrowed */
  guint wait_id;
  gboolean goes_back;
};

typedef enum
{
  PROP_TITLE = 1
} MullHistoryPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullHistoryPage, mull_history_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

static char *
format_time (MullHistoryPage *self, gint64 at)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local =
      utc != NULL ? g_date_time_to_timezone (utc, mull_clock_get_zone (clock)) : NULL;
  g_autofree char *day =
      mull_day_format_relative (mull_clock_day_of (clock, at), mull_clock_get_today (clock));
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");

  /* Translators: a day and the time of the day, as in “yesterday, 14:05” */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

/* Unless the step names it already. */
static void
append_deal (MullHistoryPage *self, GString *text, const MullStepInfo *step)
{
  g_autofree char *title =
      step->deal_id != 0 ? mull_deal_dup_title (self->workspace, step->deal_id) : NULL;

  if (title != NULL && strstr (step->label, title) == NULL)
    mull_text_append_part (text, title);
}

static GtkWidget *
add_row (MullHistoryPage *self,
         const char *title,
         const char *about,
         gint64 seq,
         gboolean is_present,
         gboolean is_undone)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();
  g_autofree char *label = NULL;

  mull_fact_row_set_text (MULL_FACT_ROW (fact), title, about);
  mull_fact_row_set_dim (MULL_FACT_ROW (fact), is_undone);
  /* Translators: marks the step of the history after which nothing is done */
  mull_fact_row_set_note (MULL_FACT_ROW (fact), NULL, is_present ? _ ("The present") : NULL,
                          is_present ? "state-ours" : NULL);
  if (!is_present)
    mull_fact_row_set_button (MULL_FACT_ROW (fact),
                              is_undone ? _ ("Redo to Here") : _ ("Undo to Here"), "history.go",
                              g_variant_new ("(xb)", seq, is_undone));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "today-row");
  label = is_present ? g_strdup_printf ("%s, %s, %s", title, about, _ ("The present"))
                     : g_strdup_printf ("%s, %s", title, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->rows, row);
  return row;
}

static void
add_step (MullHistoryPage *self, const MullStepInfo *step, gboolean is_present)
{
  g_autofree char *when = format_time (self, step->at);
  g_autoptr (GString) about = g_string_new (when);

  append_deal (self, about, step);
  if (step->undone)
    /* Translators: of a step of the history */
    mull_text_append_part (about, _ ("undone"));
  if (!step->can_undo)
    mull_text_append_part (about, _ ("too much to be undone"));
  add_row (self, step->label, about->str, step->seq, is_present, step->undone);
}

/* Newest first; the present is the newest one that is done. */
static void
show_steps (MullHistoryPage *self, const GPtrArray *steps)
{
  gboolean is_found = FALSE;
  gboolean can_begin = steps->len == 0 || ((MullStepInfo *) steps->pdata[steps->len - 1])->can_undo;

  for (guint i = 0; i < steps->len; i++)
    {
      const MullStepInfo *step = steps->pdata[i];
      gboolean is_present = !step->undone && !is_found;

      is_found = is_found || is_present;
      add_step (self, step, is_present);
    }
  if (can_begin)
    add_row (self, _ ("Before all of this"), _ ("The history does not go back further."), 0,
             !is_found, FALSE);
}

static void
reload (MullHistoryPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps =
      mull_workspace_list_steps (self->workspace, MULL_UNDO_MAX_STEPS, &error);
  GtkListBoxRow *row;

  mull_refresher_note_read (self->refresher);
  if (steps == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  if (steps->len > 0)
    show_steps (self, steps);
  gtk_stack_set_visible_child_name (self->stack, steps->len > 0 ? "list" : "empty");
}

static void
refresh (GtkWidget *widget)
{
  reload (MULL_HISTORY_PAGE (widget));
}

/* ── Going to a step ──────────────────────────────────────────────────── */

static void
end_wait (MullHistoryPage *self)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  g_clear_weak_pointer (&self->wait_window);
  g_clear_object (&self->cancellable);
}

static void
on_gone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_steps = 0;
  gboolean done = mull_history_go_to_finish (MULL_WORKSPACE (source), result, &n_steps, &error);

  end_wait (self);
  if (self->workspace == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.go", TRUE);
  /* A step that is in the way is out of the history now. */
  reload (self);
  text = self->goes_back
             ? g_strdup_printf (ngettext ("%u step undone", "%u steps undone", n_steps), n_steps)
             : g_strdup_printf (ngettext ("%u step done again", "%u steps done again", n_steps),
                                n_steps);
  if (n_steps > 0)
    mull_feedback_toast (GTK_WIDGET (self), text);
  if (!done)
    mull_feedback_error (GTK_WIDGET (self), error);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
on_wait_timeout_cb (gpointer user_data)
{
  MullHistoryPage *self = user_data;

  self->wait_id = 0;
  g_set_weak_pointer (&self->wait_window,
                      mull_wait_window_new (GTK_WIDGET (self),
                                            self->goes_back ? _ ("Undoing") : _ ("Doing Again"),
                                            self->cancellable));
  gtk_window_present (self->wait_window);
  return G_SOURCE_REMOVE;
}

static void
go_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullHistoryPage *self = MULL_HISTORY_PAGE (widget);
  gboolean redo;
  gint64 seq;

  g_variant_get (parameter, "(xb)", &seq, &redo);
  self->goes_back = !redo;
  self->cancellable = g_cancellable_new ();
  self->wait_id = g_timeout_add (WAIT_MILLISECONDS, on_wait_timeout_cb, self);
  gtk_widget_action_set_enabled (widget, "history.go", FALSE);
  mull_history_go_to_async (self->workspace, seq, self->cancellable, on_gone_cb,
                            g_object_ref (self));
}

/* ── Class ────────────────────────────────────────────────────────────── */

static void
mull_history_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullHistoryPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("History"));
      break;
    }
}

static void
mull_history_page_dispose (GObject *object)
{
  MullHistoryPage *self = MULL_HISTORY_PAGE (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_HISTORY_PAGE);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_history_page_parent_class)->dispose (object);
}

static void
mull_history_page_finalize (GObject *object)
{
  MullHistoryPage *self = MULL_HISTORY_PAGE (object);

  g_clear_weak_pointer (&self->wait_window);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (mull_history_page_parent_class)->finalize (object);
}

static void
mull_history_page_class_init (MullHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_history_page_dispose;
  object_class->finalize = mull_history_page_finalize;
  object_class->get_property = mull_history_page_get_property;

  /**
   * MullHistoryPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/trash/mull-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MullHistoryPage, rows);
  gtk_widget_class_install_action (widget_class, "history.go", "(xb)", go_action);
}

static void
mull_history_page_init (MullHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_history_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullHistoryPage *
mull_history_page_new (MullWorkspace *workspace)
{
  MullHistoryPage *self = g_object_new (MULL_TYPE_HISTORY_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, NULL, refresh);
  reload (self);
  return self;
}
