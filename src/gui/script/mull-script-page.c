/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page"

#include "config.h"

#include "mull-script-page.h"

#include "mull-beat-editor.h"
#include "mull-beat-row.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-review.h"
#include "mull-room.h"
#include "mull-script-ops.h"
#include "mull-script-page-private.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* How often words that follow the time are looked at again. */
#define MINUTE_SECONDS 60

G_DEFINE_FINAL_TYPE (MullScriptPage, mull_script_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
} MullScriptPageProps;

static GParamSpec *props[PROP_TITLE + 1];

/* ── Parts of the page ────────────────────────────────────────────────── */

static void
on_parts_row_selected_cb (MullScriptPage *self, GtkListBoxRow *row, GtkListBox *parts)
{
  const char *id;
  gboolean is_beat;

  if (row == NULL || self->showing)
    return;
  id = mull_beat_row_get_id (MULL_BEAT_ROW (row));
  is_beat = mull_beat_row_is_beat (MULL_BEAT_ROW (row));
  gtk_stack_set_visible_child_name (
      self->stack, is_beat && !g_str_equal (id, MULL_REVIEW_VOICEMAIL) ? "script" : id);
  if (!is_beat)
    return;
  for (guint i = 0; i < self->editors->len; i++)
    {
      MullBeatEditor *editor = g_ptr_array_index (self->editors, i);

      mull_beat_editor_set_active (editor, g_str_equal (mull_beat_editor_get_beat (editor), id));
    }
}

/* A click or Enter on a row goes there, also where the list hides the script. */
static void
on_parts_row_activated_cb (MullScriptPage *self, GtkListBoxRow *row, GtkListBox *parts)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  if (mull_beat_row_is_beat (MULL_BEAT_ROW (row)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_parts_button_toggled_cb (MullScriptPage *self, GtkToggleButton *button)
{
  adw_leaflet_set_visible_child (
      self->leaflet, gtk_toggle_button_get_active (button) ? self->sidebar : self->content);
}

/* Between the buttons of a narrow window a title is a few letters: it stands below them. */
static void
place_heading (MullScriptPage *self)
{
  MullRoom *room = MULL_ROOM (adw_bin_get_child (ADW_BIN (self)));

  gtk_widget_set_visible (GTK_WIDGET (self->heading),
                          !mull_room_is_tight (room) && !adw_leaflet_get_folded (self->leaflet));
}

/* Where there is little room, the number stands under the name, never cut short. */
static gboolean
on_folded_idle_cb (gpointer user_data)
{
  MullScriptPage *self = user_data;
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  self->fold_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->parts_button), folded);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->whom),
                                  folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->whom, folded ? 0 : 18);
  place_heading (self);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while sizes are being given out: what is shown elsewhere must wait. */
static void
on_leaflet_folded_notify_cb (MullScriptPage *self, GParamSpec *pspec, AdwLeaflet *leaflet)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_folded_idle_cb, self, NULL);
}

static void
on_leaflet_visible_child_notify_cb (MullScriptPage *self, GParamSpec *pspec, AdwLeaflet *leaflet)
{
  gtk_toggle_button_set_active (self->parts_button,
                                adw_leaflet_get_visible_child (leaflet) == self->sidebar);
}

static void
on_remarks_picked_cb (MullScriptPage *self, const MullRemark *remark, MullRemarkList *remarks)
{
  MullBeatEditor *editor = mull_script_page_find_editor (self, remark->beat);

  if (editor == NULL)
    return;
  mull_script_page_show_part (self, remark->beat);
  mull_beat_editor_show_remark (editor, remark);
}

static void
on_people_selected_notify_cb (MullScriptPage *self, GParamSpec *pspec, GtkDropDown *people)
{
  guint i = gtk_drop_down_get_selected (people);
  g_autoptr (GError) error = NULL;

  if (self->showing || self->desk == NULL || i >= self->people_ids->len)
    return;
  if (!mull_script_ops_set_person (self->workspace, self->desk->script->record.id,
                                   g_array_index (self->people_ids, gint64, i), &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
on_guard_passed_cb (MullScriptPage *self, int how, const char *reason, MullQuietGuard *guard)
{
  mull_script_page_pass_guard (self, (MullQuietReason) how, reason);
}

/* ── Following the data and the time ──────────────────────────────────── */

static void
update_title (MullScriptPage *self)
{
  const char *deal = self->desk->dossier->deal->title;
  const MullCompany *company = self->desk->dossier->company;
  g_autofree char *title =
      /* Translators: a kind of script, and the deal it belongs to: "Do-over · Boiler service" */
      g_strdup_printf (_ ("%1$s · %2$s"), self->desk->script_template->name, deal);
  g_autoptr (GString) whole = g_string_new (title);

  mull_text_append_part (whole, company != NULL ? company->name : NULL);
  gtk_label_set_text (self->narrow_heading, whole->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), whole->str);
  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, company != NULL ? company->name : "");
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
show_desk (MullScriptPage *self)
{
  update_title (self);
  mull_script_page_show_people (self);
  mull_hole_form_show (self->hole_form, self->workspace, self->desk->hole);
  mull_script_page_compose (self);
}

/**
 * mull_script_page_reload:
 * @self: a page with a script
 *
 * Reads again all that the script is written from, and goes back if the script is gone.
 */
void
mull_script_page_reload (MullScriptPage *self)
{
  g_autoptr (GError) error = NULL;
  MullScriptDesk *desk =
      mull_script_desk_load (self->workspace, self->desk->script->record.id, &error);

  if (desk != NULL)
    {
      mull_script_desk_free (self->desk);
      self->desk = desk;
      show_desk (self);
      return;
    }
  /* Undoing what made the script takes the page with it. */
  g_hash_table_remove_all (self->unsaved);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  if (!g_error_matches (error, MULL_ERROR, MULL_ERROR_NOT_FOUND))
    mull_feedback_error (GTK_WIDGET (self), error);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
on_workspace_changed_cb (MullScriptPage *self, MullChanges *changes, MullWorkspace *workspace)
{
  if (self->desk == NULL)
    return;
  if (mull_changes_touches_deal (changes, self->desk->script->deal_id) ||
      mull_changes_touches (changes, "script", self->desk->script->record.id) ||
      mull_changes_touches_table (changes, "script_beat") ||
      mull_changes_touches_table (changes, "own_rule") ||
      mull_changes_touches_table (changes, "ignored_remark") ||
      mull_changes_touches_table (changes, "person") ||
      mull_changes_touches_table (changes, "person_address") ||
      mull_changes_touches_table (changes, "company"))
    mull_script_page_reload (self);
}

/**
 * mull_script_page_refresh:
 * @self: a page
 *
 * Puts the script together as it would be spoken now. The page does so by itself every minute.
 */
void
mull_script_page_refresh (MullScriptPage *self)
{
  g_return_if_fail (MULL_IS_SCRIPT_PAGE (self));

  if (self->desk != NULL)
    mull_script_page_compose (self);
}

static gboolean
on_minute_cb (gpointer user_data)
{
  MullScriptPage *self = user_data;

  if (!mull_workspace_is_bulk (self->workspace))
    mull_script_page_refresh (self);
  return G_SOURCE_CONTINUE;
}

static void
mull_script_page_map (GtkWidget *widget)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  GTK_WIDGET_CLASS (mull_script_page_parent_class)->map (widget);
  mull_script_page_refresh (self);
  if (self->minute_source == 0)
    self->minute_source = g_timeout_add_seconds (MINUTE_SECONDS, on_minute_cb, self);
}

static void
mull_script_page_unmap (GtkWidget *widget)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  g_clear_handle_id (&self->minute_source, g_source_remove);
  if (self->workspace != NULL)
    mull_script_page_save (self);
  GTK_WIDGET_CLASS (mull_script_page_parent_class)->unmap (widget);
}

/* The focus goes to the beat that is worked on. */
static gboolean
mull_script_page_grab_focus (GtkWidget *widget)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->parts);
  MullBeatEditor *editor =
      row != NULL ? mull_script_page_find_editor (self, mull_beat_row_get_id (MULL_BEAT_ROW (row)))
                  : NULL;

  if (editor != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (editor));
  if (row != NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_script_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (object);

  switch ((MullScriptPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    }
}

static void
mull_script_page_dispose (GObject *object)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (object);

  g_clear_handle_id (&self->review_source, g_source_remove);
  g_clear_handle_id (&self->language_source, g_source_remove);
  g_clear_handle_id (&self->draft_source, g_source_remove);
  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_SCRIPT_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_script_page_parent_class)->dispose (object);
}

static void
mull_script_page_finalize (GObject *object)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (object);

  g_free (self->title);
  g_hash_table_unref (self->unsaved);
  g_array_unref (self->people_ids);
  g_ptr_array_unref (self->editors);
  G_OBJECT_CLASS (mull_script_page_parent_class)->finalize (object);
}

static void
on_room_tight_notify_cb (MullScriptPage *self, GParamSpec *pspec, MullRoom *room)
{
  gtk_orientable_set_orientation (self->facts_bar, mull_room_is_tight (room)
                                                       ? GTK_ORIENTATION_VERTICAL
                                                       : GTK_ORIENTATION_HORIZONTAL);
  place_heading (self);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, narrow_heading);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, facts_bar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, parts_button);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, whom);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, people);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, number);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, content);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, parts);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, paper);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, facts);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, remarks_button);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, answers);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, message);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, voicemail_time);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, hole_form);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, promise_bar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, promise_label);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, promise_button);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, one_bar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, one_label);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, needed_bar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, needed_label);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, many_bar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, many_label);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, tries_bar);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, tries_label);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, guard_revealer);
  gtk_widget_class_bind_template_child (widget_class, MullScriptPage, guard);
}

static void
mull_script_page_class_init (MullScriptPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_script_page_get_property;
  object_class->dispose = mull_script_page_dispose;
  object_class->finalize = mull_script_page_finalize;
  widget_class->map = mull_script_page_map;
  widget_class->unmap = mull_script_page_unmap;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_script_page_grab_focus;

  /**
   * MullScriptPage:title:
   *
   * What the window is called while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_REMARK_LIST);
  g_type_ensure (MULL_TYPE_ROOM);
  g_type_ensure (MULL_TYPE_SCRIPT_ANSWERS);
  g_type_ensure (MULL_TYPE_HOLE_FORM);
  g_type_ensure (MULL_TYPE_QUIET_GUARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-script-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_parts_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_parts_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_parts_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leaflet_folded_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leaflet_visible_child_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remarks_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_people_selected_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_passed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_tight_notify_cb);
  mull_script_page_install_actions (widget_class);
  mull_script_page_install_review (widget_class);
}

static void
mull_script_page_init (MullScriptPage *self)
{
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->editors = g_ptr_array_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The groups of a number are read from left to right in every script. */
  gtk_widget_set_direction (GTK_WIDGET (self->number), GTK_TEXT_DIR_LTR);
  self->showing = FALSE;
}

/**
 * mull_script_page_new:
 * @workspace: the data
 *
 * Returns: (transfer floating): a page without a script
 */
MullScriptPage *
mull_script_page_new (MullWorkspace *workspace)
{
  MullScriptPage *self = g_object_new (MULL_TYPE_SCRIPT_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * mull_script_page_open:
 * @self: a page
 * @script_id: the script to write
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such script; the page then shows what
 *   it showed before
 */
gboolean
mull_script_page_open (MullScriptPage *self, gint64 script_id, GError **error)
{
  MullScriptDesk *desk;
  gboolean is_other;

  g_return_val_if_fail (MULL_IS_SCRIPT_PAGE (self), FALSE);

  desk = mull_script_desk_load (self->workspace, script_id, error);
  if (desk == NULL)
    return FALSE;
  is_other = self->desk == NULL || self->desk->script->record.id != script_id;
  if (is_other && self->desk != NULL)
    mull_script_page_save (self);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  self->desk = desk;
  if (is_other)
    {
      const MullTemplateBeat *first = g_ptr_array_index (desk->script_template->beats, 0);

      self->needed = FALSE;
      gtk_revealer_set_reveal_child (self->guard_revealer, FALSE);
      g_hash_table_remove_all (self->unsaved);
      mull_script_page_build_parts (self);
      mull_script_page_load_drafts (self);
      mull_script_page_show_part (self, first->id);
    }
  show_desk (self);
  return TRUE;
}
