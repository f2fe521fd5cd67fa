/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-page"

#include "config.h"

#include "mull-deal-page-private.h"

#include "mull-call-review-plan.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-popover.h"
#include "mull-pulse-collect.h"
#include "mull-room.h"
#include "mull-rule-cache.h"
#include "mull-timeline.h"
#include "mull-touch-settling.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The axis of the pulse strip goes back at most so far. */
#define PULSE_DAYS 365

typedef enum
{
  PROP_TITLE = 1,
} MullDealPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullDealPage, mull_deal_page, ADW_TYPE_BIN)

/* ── Showing a deal ───────────────────────────────────────────────────── */

static void
set_title (MullDealPage *self, char *title)
{
  g_autofree char *owned = title;

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
show_head (MullDealPage *self)
{
  MullDeal *deal = self->dossier->deal;
  const char *company = self->dossier->company != NULL ? self->dossier->company->name : "";

  adw_window_title_set_title (self->window_title, deal->title);
  adw_window_title_set_subtitle (self->window_title, company);
  set_title (self, *company != '\0' ? g_strdup_printf ("%s · %s", deal->title, company)
                                    : g_strdup (deal->title));
  gtk_label_set_text (self->heading, self->title);
  self->frozen = TRUE;
  gtk_toggle_button_set_active (self->star, deal->starred);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            deal->starred ? "starred-symbolic" : "non-starred-symbolic");
  self->frozen = FALSE;
  gtk_actionable_set_action_target (self->brief, "x", self->deal_id);
  gtk_actionable_set_action_name (self->brief, "win.print-brief");
}

/* The menu keeps its widgets while the stages are the same. */
static void
show_stage_menu (MullDealPage *self)
{
  GMenuModel *menu = G_MENU_MODEL (self->stage_menu);
  GPtrArray *stages = self->dossier->stages;
  gboolean same = g_menu_model_get_n_items (menu) == (int) stages->len;

  for (guint i = 0; same && i < stages->len; i++)
    {
      MullStage *stage = stages->pdata[i];
      g_autofree char *name = mull_popover_dup_menu_text (stage->name);
      g_autofree char *label = NULL;
      gint64 id = 0;

      same = g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label) &&
             g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "x", &id) &&
             g_str_equal (label, name) && id == stage->record.id;
    }
  if (same)
    return;
  g_menu_remove_all (self->stage_menu);
  for (guint i = 0; i < stages->len; i++)
    {
      MullStage *stage = stages->pdata[i];
      g_autofree char *name = mull_popover_dup_menu_text (stage->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "deal.move-to-stage", "x", stage->record.id);
      g_menu_append_item (self->stage_menu, item);
    }
}

static void
show_pulse (MullDealPage *self)
{
  MullDossier *dossier = self->dossier;
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autoptr (MullPulse) pulse = mull_pulse_collect (
      dossier->entries, dossier->commitments, dossier->quiets, dossier->stage->dark_days,
      MULL_DAY_NONE, MULL_DAY_NONE, dossier->today, zone);

  /* A long story would leave no room for the present. */
  if (pulse->from_on < dossier->today - PULSE_DAYS)
    {
      g_clear_pointer (&pulse, mull_pulse_unref);
      pulse = mull_pulse_collect (dossier->entries, dossier->commitments, dossier->quiets,
                                  dossier->stage->dark_days, dossier->today - PULSE_DAYS,
                                  MULL_DAY_NONE, dossier->today, zone);
    }
  mull_pulse_strip_set_pulse (self->pulse, pulse);
}

static gboolean
load (MullDealPage *self, gint64 deal_id, GError **error)
{
  g_autoptr (MullDossier) dossier = mull_dossier_load (self->workspace, deal_id, error);
  g_autoptr (MullDealHistory) history = NULL;

  if (dossier == NULL)
    return FALSE;
  history = mull_deal_history_load (self->workspace, dossier->deal, dossier->stages,
                                    dossier->entries, dossier->quiets, error);
  if (history == NULL)
    return FALSE;
  g_clear_pointer (&self->dossier, mull_dossier_unref);
  self->dossier = g_steal_pointer (&dossier);
  self->deal_id = deal_id;
  self->stale = FALSE;
  show_head (self);
  show_stage_menu (self);
  mull_deal_strip_set_dossier (self->strip, self->dossier);
  mull_stage_path_set (self->path, self->dossier, history);
  mull_facts_pane_set_dossier (self->facts, self->dossier, history,
                               mull_workspace_get_clock (self->workspace));
  mull_timeline_filter_bar_set_dossier (self->filter_bar, self->dossier);
  show_pulse (self);
  mull_deal_page_update_actions (self);
  return TRUE;
}

static void
update_n_hidden (MullDealPage *self)
{
  mull_timeline_filter_bar_set_n_hidden (self->filter_bar,
                                         mull_timeline_view_get_n_hidden (self->timeline));
}

/* Where the rep is, what is typed and what has the focus stays. */
static void
refresh (MullDealPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!load (self, self->deal_id, &error) || !mull_timeline_view_refresh (self->timeline, &error))
    {
      /* Undoing "New deal" takes it away from under the page. */
      if (g_error_matches (error, MULL_ERROR, MULL_ERROR_NOT_FOUND))
        {
          self->deal_id = 0;
          gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
        }
      else
        mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  mull_composer_set_people (self->composer, self->dossier);
  mull_review_bar_refresh (self->review_bar, self->dossier);
  mull_next_step_bar_refresh (self->next_step_bar, self->dossier);
  update_n_hidden (self);
}

/**
 * mull_deal_page_show_entry:
 *
 * Scrolls to an entry of the deal; a filter that hides it is taken off.
 */
void
mull_deal_page_show_entry (MullDealPage *self, gint64 entry_id)
{
  g_autoptr (GError) error = NULL;

  if (mull_timeline_view_show_entry (self->timeline, entry_id, &error) &&
      mull_timeline_view_get_item (self->timeline, entry_id) == NULL &&
      mull_timeline_view_get_n_hidden (self->timeline) > 0)
    {
      mull_timeline_filter_bar_reset (self->filter_bar);
      if (mull_timeline_view_set_filter (self->timeline, &(MullTimelineFilter){ 0 }, &error))
        mull_timeline_view_show_entry (self->timeline, entry_id, &error);
      update_n_hidden (self);
    }
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* ── Callbacks ────────────────────────────────────────────────────────── */

static gboolean
concerns (MullDealPage *self, MullChanges *changes)
{
  static const char *const tables[] = { "stage",   "pipeline", "person", "person_address",
                                        "company", "quiet",    "setting" };

  if (mull_changes_touches_deal (changes, self->deal_id))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (mull_changes_touches_table (changes, tables[i]))
      return TRUE;
  return FALSE;
}

static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  MullDealPage *self = user_data;

  if (self->deal_id == 0 || !concerns (self, changes))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static gboolean
is_looked_back_on (MullDealPage *self, MullEntry *entry)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);

  return mull_call_review_is_asked (entry, self->dossier->deal, mull_clock_get_today (clock),
                                    mull_clock_get_zone (clock));
}

static void
tell_of_entry (MullDealPage *self, const MullTimelineItem *item)
{
  const MullEntry *entry = item->entry;
  const char *phrase = mull_touch_phrase (entry->kind, entry->direction, entry->reached);
  g_autofree char *text =
      item->person != NULL
          /* Translators: what was logged ("Called, not reached"), and with whom */
          ? g_strdup_printf (_ ("Logged: %s · %s"), phrase, item->person)
          /* Translators: what was logged ("Called, not reached") */
          : g_strdup_printf (_ ("Logged: %s"), phrase);
  g_autofree char *settled = mull_touch_settling_describe (self->workspace, entry->record.id);

  mull_feedback_done_toast (GTK_WIDGET (self), text, settled);
}

/* A talk is looked back on before the next step is asked for. */
static void
on_composer_logged_cb (MullDealPage *self, gint64 entry_id, gboolean is_touch)
{
  g_autoptr (MullTimelineItem) item = mull_timeline_load_item (self->workspace, entry_id, NULL);

  if (item != NULL)
    tell_of_entry (self, item);
  if (!is_touch || self->dossier->deal->outcome != MULL_OUTCOME_OPEN)
    return;
  mull_review_bar_dismiss (self->review_bar);
  if (item != NULL && is_looked_back_on (self, item->entry))
    {
      mull_next_step_bar_dismiss (self->next_step_bar);
      mull_review_bar_ask (self->review_bar, self->dossier, entry_id);
    }
  else
    mull_next_step_bar_ask (self->next_step_bar, self->dossier->deal, entry_id);
}

/* Who has answered goes on answering. */
static void
on_review_finished_cb (MullDealPage *self, gint64 entry_id)
{
  mull_next_step_bar_ask (self->next_step_bar, self->dossier->deal, entry_id);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_step_bar));
}

/* A question that goes away leaves the focus where one writes on. */
static void
on_bar_visible_notify_cb (MullDealPage *self, GParamSpec *pspec, GtkWidget *bar)
{
  GtkRoot *root = gtk_widget_get_root (bar);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_get_visible (bar) && gtk_widget_is_ancestor (focus, bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->composer));
}

static void
on_filter_changed_cb (MullDealPage *self)
{
  MullTimelineFilter filter = mull_timeline_filter_bar_get_filter (self->filter_bar);
  g_autoptr (GError) error = NULL;

  if (self->deal_id == 0)
    return;
  if (!mull_timeline_view_set_filter (self->timeline, &filter, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
  update_n_hidden (self);
}

static void
on_star_toggled_cb (MullDealPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->frozen || self->deal_id == 0)
    return;
  if (!mull_deal_ops_set_starred (self->workspace, self->deal_id,
                                  gtk_toggle_button_get_active (self->star), &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
on_panes_wide_notify_cb (MullDealPage *self)
{
  mull_timeline_view_set_scroller (self->timeline, mull_deal_panes_is_wide (self->panes)
                                                       ? self->timeline_scroller
                                                       : self->outer);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_deal_page_map (GtkWidget *widget)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  GTK_WIDGET_CLASS (mull_deal_page_parent_class)->map (widget);
  if (self->stale && self->deal_id != 0)
    refresh (self);
}

static void
mull_deal_page_unmap (GtkWidget *widget)
{
  mull_composer_keep_draft (MULL_DEAL_PAGE (widget)->composer);
  GTK_WIDGET_CLASS (mull_deal_page_parent_class)->unmap (widget);
}

/* Whoever comes to a deal wants to write something down. */
static gboolean
mull_deal_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_DEAL_PAGE (widget)->composer));
}

static void
mull_deal_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullDealPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, MULL_DEAL_PAGE (object)->title);
      break;
    }
}

static void
mull_deal_page_dispose (GObject *object)
{
  MullDealPage *self = MULL_DEAL_PAGE (object);

  if (self->timeline != NULL)
    mull_timeline_view_set_scroller (self->timeline, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_DEAL_PAGE);
  g_clear_pointer (&self->dossier, mull_dossier_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_deal_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MULL_TYPE_DEAL_STRIP);
  g_type_ensure (MULL_TYPE_ROOM);
  g_type_ensure (MULL_TYPE_STAGE_PATH);
  g_type_ensure (MULL_TYPE_DEAL_PANES);
  g_type_ensure (MULL_TYPE_COMPOSER);
  g_type_ensure (MULL_TYPE_NEXT_STEP_BAR);
  g_type_ensure (MULL_TYPE_REVIEW_BAR);
  g_type_ensure (MULL_TYPE_FACTS_PANE);
  g_type_ensure (MULL_TYPE_PULSE_STRIP);
  g_type_ensure (MULL_TYPE_TIMELINE_FILTER_BAR);
  g_type_ensure (MULL_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-deal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, star);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, brief);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, stage_menu);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, outcome_menu);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, outer);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, strip);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, path);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, panes);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, composer);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, next_step_bar);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, review_bar);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, facts);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, timeline_scroller);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, pulse);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, MullDealPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, mull_deal_page_show_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_composer_logged_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_review_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_visible_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_star_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_panes_wide_notify_cb);
}

static void
mull_deal_page_class_init (MullDealPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_deal_page_dispose;
  object_class->get_property = mull_deal_page_get_property;
  widget_class->map = mull_deal_page_map;
  widget_class->unmap = mull_deal_page_unmap;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_deal_page_grab_focus;

  /**
   * MullDealPage:title:
   *
   * The title of the deal and the company, for the window.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_css_name (widget_class, "dealpage");
  bind_template (widget_class);
  mull_deal_page_install_actions (widget_class);
}

static void
mull_deal_page_init (MullDealPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mull_rule_cache_read_ahead ();
  for (int i = MULL_OUTCOME_WON; i <= MULL_OUTCOME_CHOSE_ANOTHER; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (mull_outcome_label ((MullOutcome) i), NULL);

      g_menu_item_set_action_and_target (item, "deal.close", "s",
                                         mull_enum_nick (MULL_TYPE_OUTCOME, i));
      g_menu_append_item (self->outcome_menu, item);
    }
  on_panes_wide_notify_cb (self);
}

/**
 * mull_deal_page_new:
 *
 * Returns: (transfer floating): a page without a deal
 */
MullDealPage *
mull_deal_page_new (MullWorkspace *workspace)
{
  MullDealPage *self = g_object_new (MULL_TYPE_DEAL_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  mull_composer_set_workspace (self->composer, workspace);
  mull_next_step_bar_set_workspace (self->next_step_bar, workspace);
  mull_review_bar_set_workspace (self->review_bar, workspace);
  mull_timeline_view_set_workspace (self->timeline, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_DEFAULT);
  mull_deal_page_update_actions (self);
  return self;
}

/**
 * mull_deal_page_open:
 * @entry_id: an entry to go to, or 0
 *
 * Shows a deal.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such deal; the page shows what it
 *   showed before then
 */
gboolean
mull_deal_page_open (MullDealPage *self, gint64 deal_id, gint64 entry_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_DEAL_PAGE (self), FALSE);

  if (!load (self, deal_id, error))
    return FALSE;
  mull_timeline_filter_bar_reset (self->filter_bar);
  mull_next_step_bar_dismiss (self->next_step_bar);
  mull_review_bar_dismiss (self->review_bar);
  mull_composer_open (self->composer, self->dossier);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->outer), 0);
  if (!mull_timeline_view_open (self->timeline, deal_id, error))
    return FALSE;
  update_n_hidden (self);
  if (entry_id != 0)
    mull_deal_page_show_entry (self, entry_id);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->composer));
  return TRUE;
}

/**
 * mull_deal_page_get_deal_id:
 *
 * Returns: the deal that is shown, or 0
 */
gint64
mull_deal_page_get_deal_id (MullDealPage *self)
{
  g_return_val_if_fail (MULL_IS_DEAL_PAGE (self), 0);

  return self->deal_id;
}
