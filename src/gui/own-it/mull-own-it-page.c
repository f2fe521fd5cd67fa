/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-page"

#include "config.h"

#include "mull-own-it-page-private.h"

#include "mull-columns.h"
#include "mull-done.h"
#include "mull-feedback.h"
#include "mull-own-it-ops.h"
#include "mull-text-sheet.h"
#include "mull-toast-place.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_TITLE = 1
} MullOwnItPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullOwnItPage, mull_own_it_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

/**
 * mull_own_it_page_load:
 * @commitment_id: a promise of ours
 *
 * Reads and shows all that belongs to it; what is typed stays.
 */
gboolean
mull_own_it_page_load (MullOwnItPage *self, gint64 commitment_id, GError **error)
{
  MullOwnItCase *shown = mull_own_it_case_load_for_promise (self->workspace, commitment_id, error);

  if (shown == NULL)
    return FALSE;
  g_clear_pointer (&self->shown, mull_own_it_case_free);
  self->shown = shown;
  self->commitment_id = commitment_id;
  mull_refresher_note_read (self->refresher);
  g_clear_pointer (&self->reviewer, mull_reviewer_unref);
  mull_own_it_page_note_stored (self);
  mull_own_it_page_show (self);
  mull_own_it_page_update_fields (self);
  mull_own_it_page_schedule_review (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  return TRUE;
}

/* It is gone when its making is undone, or when the promise was settled in another way. */
static void
refresh (GtkWidget *widget)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);
  gboolean changed = mull_own_it_page_is_changed (self);
  gboolean differs = mull_own_it_page_differs (self);
  g_autoptr (GError) error = NULL;

  if (mull_own_it_page_load (self, self->commitment_id, &error))
    {
      if (!differs)
        mull_own_it_page_type (self, self->stored);
      else if (!changed)
        mull_own_it_page_type_lesson (self);
      else
        mull_own_it_page_note_typed (self);
      return;
    }
  g_debug ("There is nothing to own any more: %s", error->message);
  mull_draft_keeper_flush (self->drafts);
  g_clear_pointer (&self->shown, mull_own_it_case_free);
  mull_refresher_note_gone (self->refresher);
  if (gtk_widget_get_mapped (widget))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static gboolean
concerns (GtkWidget *widget, MullChanges *changes)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);

  return mull_changes_touches_deal (changes, self->shown->commitment->deal_id) ||
         mull_changes_touches_table (changes, "person") ||
         mull_changes_touches_table (changes, "own_rule") ||
         mull_changes_touches_table (changes, "ignored_remark");
}

/* ── What can be done ─────────────────────────────────────────────────── */

/* The button that had the focus has nothing to do any more, and the focus would be nowhere. */
static void
keep_focus (MullOwnItPage *self)
{
  if (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    gtk_widget_grab_focus (mull_own_it_page_is_done (self) ? GTK_WIDGET (self->lesson)
                                                           : GTK_WIDGET (self->write));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);

  if (self->shown == NULL || !mull_own_it_page_save (self))
    return;
  mull_done_toast (GTK_WIDGET (self->words), MULL_DONE_SAVED, self->shown->commitment->words, NULL);
  keep_focus (self);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);

  if (self->shown == NULL)
    return;
  if (mull_own_it_page_is_done (self))
    mull_own_it_page_type_lesson (self);
  else
    {
      mull_draft_keeper_drop (self->drafts);
      mull_own_it_page_type (self, self->stored);
    }
  keep_focus (self);
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 script_id;

  if (self->shown == NULL || !mull_own_it_page_check_call (self) || !mull_own_it_page_save (self))
    return;
  if (mull_own_it_ops_open_script (self->workspace, self->shown->own->record.id, &script_id,
                                   &error))
    gtk_widget_activate_action (widget, "win.open-script", "x", script_id);
  else
    mull_feedback_error (GTK_WIDGET (self->words), error);
}

static void
add_way_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (MULL_OWN_IT_PAGE (widget)->shown != NULL)
    mull_own_it_page_add_way (MULL_OWN_IT_PAGE (widget));
}

static void
fill_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (MULL_OWN_IT_PAGE (widget)->shown != NULL)
    mull_own_it_page_fill_in (MULL_OWN_IT_PAGE (widget));
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
}

/* What is left to undo in a text is undone there; when nothing is, Ctrl+Z must not reach the window
 * and take back a change of the data that is not in sight. */
static gboolean
swallow_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_own_it_page_unmap (GtkWidget *widget)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);

  if (self->drafts != NULL)
    mull_draft_keeper_flush (self->drafts);
  GTK_WIDGET_CLASS (mull_own_it_page_parent_class)->unmap (widget);
}

static gboolean
mull_own_it_page_grab_focus (GtkWidget *widget)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (widget);

  if (self->shown == NULL)
    return FALSE;
  return gtk_widget_grab_focus (mull_own_it_page_is_done (self) ? GTK_WIDGET (self->lesson)
                                                                : GTK_WIDGET (self->cannot));
}

static void
mull_own_it_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (object);

  switch ((MullOwnItPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value,
                           self->shown != NULL
                               /* Translators: the title of a window; a promise of ours */
                               ? g_strdup_printf (_ ("Own it: %s"), self->shown->commitment->words)
                               : NULL);
      break;
    }
}

static void
mull_own_it_page_dispose (GObject *object)
{
  MullOwnItPage *self = MULL_OWN_IT_PAGE (object);

  g_clear_handle_id (&self->review_source, g_source_remove);
  g_clear_object (&self->drafts);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_OWN_IT_PAGE);
  g_clear_pointer (&self->shown, mull_own_it_case_free);
  g_clear_pointer (&self->stored, g_variant_unref);
  g_clear_pointer (&self->known, g_strfreev);
  g_clear_pointer (&self->reviewer, mull_reviewer_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_own_it_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/own-it/mull-own-it-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, words);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, standing);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, about);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, before);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, cannot_field);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, cannot);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, can);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, effort_field);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, effort);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, fill_in);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, ways);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, record);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, first_time_field);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, first_time);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, said);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, call);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, lesson_field);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, lesson);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, kept);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, save);
  gtk_widget_class_bind_template_child (widget_class, MullOwnItPage, write);
}

static void
mull_own_it_page_class_init (MullOwnItPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_own_it_page_dispose;
  object_class->get_property = mull_own_it_page_get_property;
  widget_class->unmap = mull_own_it_page_unmap;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_own_it_page_grab_focus;

  /**
   * MullOwnItPage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  g_type_ensure (MULL_TYPE_FACT_SECTION);
  g_type_ensure (MULL_TYPE_FIELD_BOX);
  g_type_ensure (MULL_TYPE_KEPT_LINE);
  g_type_ensure (MULL_TYPE_REASON_LIST);
  g_type_ensure (MULL_TYPE_TEXT_SHEET);
  g_type_ensure (MULL_TYPE_TOAST_PLACE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "own-it.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "own-it.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "own-it.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "own-it.add-way", NULL, add_way_action);
  gtk_widget_class_install_action (widget_class, "own-it.fill-in", NULL, fill_in_action);
  gtk_widget_class_install_action (widget_class, "own-it.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "own-it.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "own-it.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, swallow_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                swallow_key, NULL);
}

static void
mull_own_it_page_init (MullOwnItPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_own_it_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullOwnItPage *
mull_own_it_page_new (MullWorkspace *workspace)
{
  MullOwnItPage *self = g_object_new (MULL_TYPE_OWN_IT_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, concerns, refresh);
  mull_own_it_page_init_typing (self);
  return self;
}

/**
 * mull_own_it_page_open:
 * @commitment_id: a promise of ours that is not settled, or that was owned
 *
 * Shows what is written to own a promise, or begins it. What was typed before and not saved is
 * there again.
 *
 * Returns: %FALSE with an error if there is nothing to own; the page then shows what it showed
 *   before
 */
gboolean
mull_own_it_page_open (MullOwnItPage *self, gint64 commitment_id, GError **error)
{
  g_autofree char *uuid = NULL;
  g_autofree char *key = NULL;
  gboolean differs;

  g_return_val_if_fail (MULL_IS_OWN_IT_PAGE (self), FALSE);

  mull_draft_keeper_flush (self->drafts);
  differs = mull_own_it_page_differs (self);
  if (self->shown != NULL)
    uuid = g_strdup (self->shown->commitment->uuid);
  if (!mull_own_it_page_load (self, commitment_id, error))
    return FALSE;
  if (differs && g_str_equal (uuid, self->shown->commitment->uuid))
    {
      mull_own_it_page_note_typed (self);
      return TRUE;
    }
  /* Not by its number, which another promise gets when this one is gone. */
  key = g_strconcat ("own-it:", self->shown->commitment->uuid, NULL);
  mull_draft_keeper_set_key (self->drafts, key);
  mull_own_it_page_type (self, self->stored);
  mull_own_it_page_restore (self);
  return TRUE;
}
