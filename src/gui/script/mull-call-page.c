/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-page"

#include "config.h"

#include "mull-call-page.h"

#include "mull-call-page-private.h"
#include "mull-room.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 250

G_DEFINE_FINAL_TYPE (MullCallPage, mull_call_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
} MullCallPageProps;

static GParamSpec *props[PROP_TITLE + 1];

static gboolean
on_tick_cb (gpointer user_data)
{
  mull_call_page_show_clock (user_data);
  return G_SOURCE_CONTINUE;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_call_page_map (GtkWidget *widget)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  GTK_WIDGET_CLASS (mull_call_page_parent_class)->map (widget);
  mull_call_page_show_clock (self);
  if (self->tick_source == 0)
    self->tick_source = g_timeout_add (TICK_MS, on_tick_cb, self);
}

static void
mull_call_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MULL_CALL_PAGE (widget)->tick_source, g_source_remove);
  GTK_WIDGET_CLASS (mull_call_page_parent_class)->unmap (widget);
}

static gboolean
mull_call_page_grab_focus (GtkWidget *widget)
{
  mull_call_page_focus_view (MULL_CALL_PAGE (widget));
  return TRUE;
}

static void
mull_call_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullCallPage *self = MULL_CALL_PAGE (object);

  switch ((MullCallPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    }
}

static void
mull_call_page_dispose (GObject *object)
{
  MullCallPage *self = MULL_CALL_PAGE (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->call, mull_call_free);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_CALL_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_call_page_parent_class)->dispose (object);
}

static void
mull_call_page_finalize (GObject *object)
{
  MullCallPage *self = MULL_CALL_PAGE (object);

  g_free (self->title);
  g_free (self->refusal);
  g_free (self->ending);
  G_OBJECT_CLASS (mull_call_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, clock);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, dots);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, views);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready_name);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready_number);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready_try);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, beats);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, voicemail_target);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, voicemail);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, voicemail_time);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, note_revealer);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, note);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, notes);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, footer);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, form);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_title);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_hint);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_text);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_copy);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_roadblock);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_close);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_decide);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_accept);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_done);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, lesson_box);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, lesson);
}

static void
mull_call_page_class_init (MullCallPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_call_page_get_property;
  object_class->dispose = mull_call_page_dispose;
  object_class->finalize = mull_call_page_finalize;
  widget_class->map = mull_call_page_map;
  widget_class->unmap = mull_call_page_unmap;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_call_page_grab_focus;

  /**
   * MullCallPage:title:
   *
   * What the window is called while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_OUTCOME_FORM);
  g_type_ensure (MULL_TYPE_ROOM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-call-page.ui");
  bind_children (widget_class);
  mull_call_page_install_keys (widget_class);
}

static void
mull_call_page_init (MullCallPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The groups of a number are read from left to right in every script. */
  gtk_widget_set_direction (GTK_WIDGET (self->ready_number), GTK_TEXT_DIR_LTR);
}

/**
 * mull_call_page_new:
 * @workspace: the data
 *
 * Returns: (transfer floating): a page without a call
 */
MullCallPage *
mull_call_page_new (MullWorkspace *workspace)
{
  MullCallPage *self = g_object_new (MULL_TYPE_CALL_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

static void
update_title (MullCallPage *self)
{
  g_free (self->title);
  self->title =
      /* Translators: the title of the window during a call; %s is whom one calls */
      g_strdup_printf (_ ("Call · %s"), self->desk->person != NULL
                                            ? self->desk->person->name
                                            : self->desk->dossier->deal->title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * mull_call_page_open:
 * @self: a page
 * @script_id: the script to speak
 *
 * Begins a call, or goes on with one with the same script that has not ended.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such script
 */
gboolean
mull_call_page_open (MullCallPage *self, gint64 script_id, GError **error)
{
  MullScriptDesk *desk;
  gboolean goes_on;

  g_return_val_if_fail (MULL_IS_CALL_PAGE (self), FALSE);

  desk = mull_script_desk_load (self->workspace, script_id, error);
  if (desk == NULL)
    return FALSE;
  goes_on = self->call != NULL && self->desk->script->record.id == script_id;
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  self->desk = desk;
  self->deal_id = desk->script->deal_id;
  self->composition = mull_script_desk_compose_with (desk, NULL);
  if (!goes_on)
    {
      g_clear_pointer (&self->call, mull_call_free);
      g_clear_pointer (&self->refusal, g_free);
      g_clear_pointer (&self->ending, g_free);
      self->left_message = FALSE;
      self->call = mull_call_new (self->composition->beats->len, desk->script->tries,
                                  mull_workspace_get_clock (self->workspace));
      mull_outcome_form_clear (self->form);
      gtk_editable_set_text (GTK_EDITABLE (self->note), "");
      gtk_revealer_set_reveal_child (self->note_revealer, FALSE);
    }
  mull_call_resume (self->call);
  mull_call_page_build_views (self);
  update_title (self);
  mull_call_page_show_view (self, mull_call_page_get_current_view (self));
  return TRUE;
}
