/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-page-keys"

#include "config.h"

#include "mull-call-page-private.h"

#include "mull-call-outcome.h"
#include "mull-feedback.h"

#include <glib/gi18n-lib.h>

/* ── Actions ──────────────────────────────────────────────────────────── */

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || mull_call_page_is_view (self, "outcome"))
    return;
  if (mull_call_get_state (self->call) == MULL_CALL_READY)
    mull_call_start (self->call);
  else if (mull_call_page_is_view (self, "beats"))
    mull_call_next (self->call);
  mull_call_page_show_view (self, "beats");
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || mull_call_page_is_view (self, "outcome"))
    return;
  if (mull_call_page_is_view (self, "beats"))
    mull_call_back (self->call);
  mull_call_page_show_view (self, mull_call_page_get_current_view (self));
}

static void
note_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || mull_call_page_is_view (self, "outcome"))
    return;
  gtk_revealer_set_reveal_child (self->note_revealer, TRUE);
  /* What was begun is gone on with: were it selected, the next letter would replace it. */
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->note));
  gtk_editable_set_position (GTK_EDITABLE (self->note), -1);
}

/* What was typed stays for when it is opened again, or for the end of the call. */
static void
close_note (MullCallPage *self)
{
  gtk_revealer_set_reveal_child (self->note_revealer, FALSE);
  mull_call_page_focus_view (self);
}

static void
on_note_activate_cb (MullCallPage *self, GtkEntry *note)
{
  if (self->call == NULL)
    return;
  mull_call_add_note (self->call, gtk_editable_get_text (GTK_EDITABLE (note)));
  gtk_editable_set_text (GTK_EDITABLE (note), "");
  close_note (self);
  mull_call_page_show_state (self);
}

static void
on_lesson_activate_cb (MullCallPage *self, GtkEntry *lesson)
{
  mull_call_page_done (self);
}

static void
voicemail_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || mull_call_page_is_view (self, "outcome"))
    return;
  if (mull_call_page_is_view (self, "voicemail"))
    {
      mull_call_page_show_view (self, mull_call_page_get_current_view (self));
      return;
    }
  self->left_message = TRUE;
  mull_call_page_show_view (self, "voicemail");
}

static void
outcome_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);
  int key = g_variant_get_int32 (parameter);
  MullCallOutcomeForm form;

  if (self->call == NULL || !mull_call_outcome_find (self->desk->script->kind, key, &form))
    return;
  /* A note that was begun belongs to the call. */
  mull_call_add_note (self->call, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_revealer_set_reveal_child (self->note_revealer, FALSE);
  /* Nobody answered: there is no time to stop. */
  if (mull_call_get_state (self->call) != MULL_CALL_READY)
    mull_call_end (self->call, form.outcome);
  mull_outcome_form_show_key (self->form, key, self->desk);
  mull_call_page_show_view (self, "outcome");
}

static void
finish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (mull_call_page_is_view (self, "after"))
    mull_call_page_done (self);
  else if (self->call != NULL && mull_call_page_is_view (self, "outcome"))
    mull_call_page_finish (self);
}

/* The innermost thing first; leaving asks nothing, and the call can be gone on with. */
static void
escape_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL)
    mull_call_page_done (self);
  else if (gtk_revealer_get_reveal_child (self->note_revealer))
    close_note (self);
  else if (mull_call_page_is_view (self, "outcome") || mull_call_page_is_view (self, "voicemail"))
    {
      mull_call_resume (self->call);
      mull_call_page_show_view (self, mull_call_page_get_current_view (self));
    }
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
roadblock_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_open_roadblock (MULL_CALL_PAGE (widget));
}

static void
accept_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_accept_no (MULL_CALL_PAGE (widget));
}

static void
close_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_close_deal (MULL_CALL_PAGE (widget));
}

static void
decide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_decide (MULL_CALL_PAGE (widget));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->after_text));
  mull_feedback_toast (widget, _ ("Copied"));
  gtk_widget_grab_focus (self->after_done);
}

/* ── Class ────────────────────────────────────────────────────────────── */

/**
 * mull_call_page_install_keys:
 * @widget_class: class of the page
 *
 * Adds the actions of the page, and their keys.
 */
void
mull_call_page_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_space, "call.next" },    { GDK_KEY_Page_Down, "call.next" },
    { GDK_KEY_b, "call.back" },        { GDK_KEY_Page_Up, "call.back" },
    { GDK_KEY_n, "call.note" },        { GDK_KEY_v, "call.voicemail" },
    { GDK_KEY_Escape, "call.escape" },
  };

  gtk_widget_class_bind_template_callback (widget_class, on_note_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lesson_activate_cb);
  gtk_widget_class_install_action (widget_class, "call.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "call.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "call.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "call.voicemail", NULL, voicemail_action);
  gtk_widget_class_install_action (widget_class, "call.outcome", "i", outcome_action);
  gtk_widget_class_install_action (widget_class, "call.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "call.escape", NULL, escape_action);
  gtk_widget_class_install_action (widget_class, "call.roadblock", NULL, roadblock_action);
  gtk_widget_class_install_action (widget_class, "call.close-deal", NULL, close_deal_action);
  gtk_widget_class_install_action (widget_class, "call.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "call.accept-no", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "call.copy", NULL, copy_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  for (int key = 1; mull_call_outcome_from_key (key) != MULL_SCRIPT_OUTCOME_NONE; key++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_0 + key), 0,
                                           "call.outcome", "i", key);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_0 + key), 0,
                                           "call.outcome", "i", key);
    }
}
