/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-feedback"

#include "config.h"

#include "mull-feedback.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Long enough to be reached by Tab. */
#define UNDO_SECONDS 10

static void
show (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/* The title of a toast is markup in libadwaita 1.2, whatever one asks for. */
static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

/**
 * mull_feedback_toast:
 * @from: a widget inside the window
 * @text: plain text
 */
void
mull_feedback_toast (GtkWidget *from, const char *text)
{
  show (from, new_toast (text));
}

/**
 * mull_feedback_undo_toast:
 * @from: a widget inside the window
 * @text: plain text: what was done
 */
void
mull_feedback_undo_toast (GtkWidget *from, const char *text)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  show (from, toast);
}

/**
 * mull_feedback_error:
 * @from: a widget inside the window
 * @error: (transfer none): what went wrong, in a sentence
 */
void
mull_feedback_error (GtkWidget *from, const GError *error)
{
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_debug ("Shown to the user: %s", error->message);
  toast = new_toast (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (from, toast);
}
