/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page-review"

#include "config.h"

#include "mull-script-page-private.h"

#include "mull-beat-editor.h"
#include "mull-feedback.h"
#include "mull-review-desk.h"
#include "mull-reviewer-ops.h"

#include <glib/gi18n-lib.h>

/* Looked at when typing pauses, so that no key waits for it. */
#define PAUSE_MS 150

static gboolean
on_pause_cb (gpointer user_data)
{
  MullScriptPage *self = user_data;

  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  self->review_source = 0;
  if (self->desk != NULL)
    mull_script_page_compose (self);
  return G_SOURCE_REMOVE;
}

/**
 * mull_script_page_schedule_review:
 * @self: a page
 *
 * Looks at the script again when typing pauses.
 */
void
mull_script_page_schedule_review (MullScriptPage *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  self->review_source =
      g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE_MS, on_pause_cb, self, NULL);
}

static gboolean
on_language_idle_cb (gpointer user_data)
{
  MullScriptPage *self = user_data;

  self->language_source = 0;
  if (self->desk != NULL)
    mull_script_page_reload (self);
  return G_SOURCE_REMOVE;
}

/**
 * mull_script_page_follow_language:
 * @self: a page
 *
 * Looks at the script by the rules of another language, if that was chosen since. Settings tell
 * nobody that they change; who comes back to the script from the preferences, comes to a beat.
 */
void
mull_script_page_follow_language (MullScriptPage *self)
{
  g_autofree char *language = NULL;

  if (self->desk == NULL || self->language_source != 0)
    return;
  language = mull_review_desk_dup_script_language (self->workspace, self->desk->script_template,
                                                   self->desk->beats);
  if (!g_str_equal (language, self->desk->language))
    self->language_source = mull_workspace_add_idle (self->workspace, G_PRIORITY_DEFAULT_IDLE,
                                                     on_language_idle_cb, self);
}

/**
 * mull_script_page_ignore:
 * @self: a page
 * @remark: what is not to be marked again
 * @always: whether in every script
 *
 * Ignores a remark; Undo takes it back.
 */
void
mull_script_page_ignore (MullScriptPage *self, const MullRemark *remark, gboolean always)
{
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return;
  if (!mull_reviewer_ops_ignore (self->workspace, remark,
                                 always ? 0 : self->desk->script->record.id, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  mull_feedback_undo_toast (GTK_WIDGET (self),
                            always ? _ ("Ignored in every script") : _ ("Ignored in this script"));
}

/* The editor that has the cursor, else the one before all others. */
static guint
find_focused (MullScriptPage *self, gboolean *focused)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *focused = FALSE;
  for (guint i = 0; focus != NULL && i < self->editors->len; i++)
    if (gtk_widget_is_ancestor (focus, self->editors->pdata[i]))
      {
        *focused = TRUE;
        return i;
      }
  return 0;
}

/* From where the cursor is to the end, then from the beginning. */
static void
go_to_remark (MullScriptPage *self, gboolean backward)
{
  guint n = self->editors->len;
  gboolean focused;
  guint first;

  if (self->desk == NULL || n == 0)
    return;
  /* What was just typed counts. */
  if (self->review_source != 0)
    mull_script_page_compose (self);
  first = find_focused (self, &focused);
  for (guint i = 0; i < n; i++)
    mull_beat_editor_close_remark (self->editors->pdata[i]);
  for (guint k = 0; k <= n; k++)
    {
      guint i = (backward ? first + n - k % n : first + k) % n;
      MullBeatEditor *editor = self->editors->pdata[i];

      if (!mull_beat_editor_has_next_remark (editor, backward, k > 0 || !focused))
        continue;
      /* A remark is shown where it can be seen. */
      mull_script_page_show_part (self, mull_beat_editor_get_beat (editor));
      mull_beat_editor_show_next_remark (editor, backward, k > 0 || !focused);
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
next_remark_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to_remark (MULL_SCRIPT_PAGE (widget), FALSE);
}

static void
previous_remark_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to_remark (MULL_SCRIPT_PAGE (widget), TRUE);
}

/**
 * mull_script_page_install_review:
 * @widget_class: class of the page
 *
 * Adds the ways from remark to remark to the class.
 */
void
mull_script_page_install_review (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "script.next-remark", NULL, next_remark_action);
  gtk_widget_class_install_action (widget_class, "script.previous-remark", NULL,
                                   previous_remark_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "script.next-remark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, GDK_SHIFT_MASK,
                                       "script.previous-remark", NULL);
}
