/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page-actions"

#include "config.h"

#include "mull-script-page-private.h"

#include "mull-beat-editor.h"
#include "mull-beat-row.h"
#include "mull-call-advice.h"
#include "mull-deal-forms.h"
#include "mull-feedback.h"
#include "mull-guard-pass.h"
#include "mull-script-ops.h"

#include <glib/gi18n-lib.h>

/* ── Calling ──────────────────────────────────────────────────────────── */

static void
start_call (MullScriptPage *self)
{
  gtk_revealer_set_reveal_child (self->guard_revealer, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.start-call", "x",
                              self->desk->script->record.id);
}

static void
call_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  g_autoptr (MullGuard) guard = NULL;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL || !mull_script_page_save (self))
    return;
  guard = mull_guard_new_for_call (self->workspace, self->desk->script->deal_id,
                                   self->desk->script->person_id, &error);
  if (guard == NULL)
    {
      mull_feedback_error (widget, error);
      return;
    }
  if (!mull_guard_is_closed (guard))
    {
      start_call (self);
      return;
    }
  mull_quiet_guard_show (self->guard, guard);
  gtk_revealer_set_reveal_child (self->guard_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->guard));
}

/**
 * mull_script_page_pass_guard:
 * @self: a page
 * @how: why somebody who asked for quiet is called
 * @reason: (nullable): in words, for %MULL_QUIET_REASON_ANYWAY
 *
 * Starts the call that the guard stood before. The reason waits until the call is written down.
 */
void
mull_script_page_pass_guard (MullScriptPage *self, MullQuietReason how, const char *reason)
{
  const MullQuietPass pass = { how, reason };
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return;
  if (!mull_guard_keep_pass (self->workspace, self->desk->script->record.id, &pass, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  start_call (self);
}

/* ── Paper ────────────────────────────────────────────────────────────── */

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  /* What was typed a moment ago is on the paper, too. */
  if (self->desk != NULL && mull_script_page_save (self))
    gtk_widget_activate_action (widget, "win.print-script", "x", self->desk->script->record.id);
}

/* ── Advice ───────────────────────────────────────────────────────────── */

static void
needed_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  self->needed = TRUE;
  mull_script_page_show_advice (self);
}

static void
not_needed_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_NOT_NEEDED, .due_on = MULL_DAY_NONE };
  g_autofree char *thing = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL || self->desk->hole == NULL)
    return;
  thing = g_strdup (self->desk->hole->text);
  if (!mull_script_ops_finish_call (self->workspace, self->desk->script->record.id, &call, NULL,
                                    &error))
    {
      mull_feedback_error (widget, error);
      return;
    }
  /* Translators: %s is what was missing */
  text = g_strdup_printf (_ ("No longer needed: %s"), thing);
  mull_feedback_undo_toast (widget, text);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
plan_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  if (self->desk != NULL)
    mull_call_plan_form_present (widget, self->workspace, self->desk->dossier);
}

static void
try_other_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  if (self->desk == NULL)
    return;
  mull_script_page_show_part (
      self, mull_call_next_try (self->desk->script->tries, &self->desk->dossier->thresholds) ==
                    MULL_NEXT_TRY_MAIL
                ? "answers"
                : "voicemail");
}

/* ── Places ───────────────────────────────────────────────────────────── */

/**
 * mull_script_page_show_part:
 * @self: a page
 * @part: id of a beat, "answers", "voicemail" or "hole"
 *
 * Turns to a part of the page, as if its row had been chosen.
 */
void
mull_script_page_show_part (MullScriptPage *self, const char *part)
{
  MullBeatRow *row = mull_script_page_find_row (self, part);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->parts, GTK_LIST_BOX_ROW (row));
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);

  /* Escape closes the innermost thing, and leaves nothing that is not written. */
  if (gtk_revealer_get_reveal_child (self->guard_revealer))
    {
      gtk_revealer_set_reveal_child (self->guard_revealer, FALSE);
      gtk_widget_grab_focus (widget);
    }
  else if (gtk_toggle_button_get_active (self->remarks_button))
    gtk_toggle_button_set_active (self->remarks_button, FALSE);
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->parts);
  int step = g_variant_get_int32 (parameter);
  int i = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = i >= 0 ? gtk_list_box_get_row_at_index (self->parts, i) : NULL;

  if (next == NULL)
    return;
  mull_script_page_show_part (self, mull_beat_row_get_id (MULL_BEAT_ROW (next)));
  gtk_widget_grab_focus (widget);
}

/**
 * mull_script_page_install_actions:
 * @widget_class: the class of the page
 *
 * Installs its actions. Keys that a text view would take for itself are in the template, where they
 * come first.
 */
void
mull_script_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "script.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "script.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "script.needed", NULL, needed_action);
  gtk_widget_class_install_action (widget_class, "script.not-needed", NULL, not_needed_action);
  gtk_widget_class_install_action (widget_class, "script.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "script.try-other", NULL, try_other_action);
  gtk_widget_class_install_action (widget_class, "script.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "script.step", "i", step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "script.close", NULL);
  mull_script_page_install_wordings (widget_class);
}
