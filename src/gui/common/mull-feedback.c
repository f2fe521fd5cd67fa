/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-feedback"

#include "config.h"

#include "mull-feedback.h"

#include "mull-error.h"
#include "mull-toast-place.h"
#include "mull-toast-title.h"

#include <glib/gi18n-lib.h>

/* Long enough to be reached by Tab. */
#define UNDO_SECONDS 10
/* What a button has around its label, and a toast around both and for what closes it, in pixels. */
#define BUTTON_WIDTH 36
#define FRAME_WIDTH 100

static int
measure_button (const char *text)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new_with_mnemonic (text));
  int natural;

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural + BUTTON_WIDTH;
}

static void
fit_title (AdwToast *toast, GtkWidget *overlay)
{
  const char *button = adw_toast_get_button_label (toast);
  int room = gtk_widget_get_width (overlay) - FRAME_WIDTH;

  if (button != NULL)
    room -= measure_button (button);
  mull_toast_title_fit (MULL_TOAST_TITLE (adw_toast_get_custom_title (toast)), room);
}

/* Where the toasts of a window are: over what it shows, so below the window itself. */
static GtkWidget *
find_below (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_TOAST_OVERLAY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);
  return found;
}

static GtkWidget *
find_overlay (GtkWidget *from)
{
  return GTK_IS_WINDOW (from) ? find_below (from)
                              : gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
}

static GtkWidget *
find_place (GtkWidget *overlay)
{
  return overlay != NULL ? gtk_widget_get_ancestor (overlay, MULL_TYPE_TOAST_PLACE) : NULL;
}

static void
show (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *overlay = find_overlay (from);
  GtkWidget *place = find_place (overlay);

  /* An error stays until it is read, whatever comes after it. */
  if (place != NULL && adw_toast_get_priority (toast) != ADW_TOAST_PRIORITY_HIGH)
    mull_toast_place_replace (MULL_TOAST_PLACE (place), toast);
  if (overlay == NULL)
    {
      g_object_unref (toast);
      return;
    }
  fit_title (toast, overlay);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* The title that libadwaita 1.2 makes is markup, whatever one asks for. */
static AdwToast *
new_toast (const char *text)
{
  AdwToast *toast = g_object_new (ADW_TYPE_TOAST, NULL);

  adw_toast_set_custom_title (toast, GTK_WIDGET (mull_toast_title_new (text)));
  return toast;
}

/**
 * mull_feedback_toast:
 * @from: a widget inside the window, or the window
 * @text: plain text
 */
void
mull_feedback_toast (GtkWidget *from, const char *text)
{
  show (from, new_toast (text));
}

/**
 * mull_feedback_undo_toast:
 * @from: a widget inside the window, or the window
 * @text: plain text: what was done
 */
void
mull_feedback_undo_toast (GtkWidget *from, const char *text)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  show (from, toast);
}

/**
 * mull_feedback_done_toast:
 * @from: a widget inside the window, or the window
 * @what: (nullable): plain text: what was done
 * @settled: (nullable): plain text: what was planned and is done with it
 *
 * One toast for both, with which both are undone; none if there is nothing to say.
 */
void
mull_feedback_done_toast (GtkWidget *from, const char *what, const char *settled)
{
  g_autofree char *both = NULL;

  if (what != NULL && settled != NULL)
    /* Translators: what came of a call, and what was planned and is done with it */
    both = g_strdup_printf (_ ("%1$s · %2$s"), what, settled);
  if (what != NULL || settled != NULL)
    mull_feedback_undo_toast (from, both != NULL ? both : what != NULL ? what : settled);
}

/**
 * mull_feedback_action_toast:
 * @from: a widget inside the window, or the window
 * @text: plain text: what was done
 * @button: what can be done about it, with a mnemonic
 * @action: the name of an action
 * @target: (nullable): its parameter, if it takes a text
 */
void
mull_feedback_action_toast (GtkWidget *from,
                            const char *text,
                            const char *button,
                            const char *action,
                            const char *target)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  if (target != NULL)
    adw_toast_set_action_target (toast, "s", target);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  show (from, toast);
}

/**
 * mull_feedback_today_toast:
 * @from: a widget inside the window, or the window
 * @text: plain text: why it is worth a look
 *
 * Returns: (transfer none) (nullable): the toast, which belongs to the window
 */
AdwToast *
mull_feedback_today_toast (GtkWidget *from, const char *text)
{
  AdwToast *toast = new_toast (text);

  adw_toast_set_button_label (toast, _ ("_Catch Up"));
  adw_toast_set_action_name (toast, "win.show-today");
  adw_toast_set_timeout (toast, 0);
  show (from, toast);
  return gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY) != NULL ? toast : NULL;
}

/* The button of a toast that names a file. */
typedef struct
{
  GWeakRef overlay;
  GFile *file;
} OpenFile;

static void
open_file_free (gpointer data, GClosure *closure)
{
  OpenFile *open = data;

  g_weak_ref_clear (&open->overlay);
  g_clear_object (&open->file);
  g_free (open);
}

static void
on_file_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  /* Its words name the file, and a file is often named after a customer. */
  g_debug ("Launching failed: %s %d", g_quark_to_string (error->domain), error->code);
  g_clear_error (&error);
  g_set_error_literal (&error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                       _ ("No program could open the file. It is where you saved it."));
  mull_feedback_error (overlay, error);
}

static void
on_file_toast_button_clicked_cb (AdwToast *toast, gpointer user_data)
{
  OpenFile *open = user_data;
  g_autoptr (GtkWidget) overlay = g_weak_ref_get (&open->overlay);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = g_file_get_uri (open->file);

  if (overlay == NULL)
    return;
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (overlay));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           on_file_launched_cb, g_object_ref (overlay));
}

/**
 * mull_feedback_file_toast:
 * @from: a widget inside the window, or the window
 * @text: plain text: what was done
 * @file: (transfer none): the file that was made
 */
void
mull_feedback_file_toast (GtkWidget *from, const char *text, GFile *file)
{
  AdwToast *toast = new_toast (text);
  OpenFile *open = g_new0 (OpenFile, 1);

  g_weak_ref_init (&open->overlay, gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY));
  open->file = g_object_ref (file);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_file_toast_button_clicked_cb),
                         open, open_file_free, 0);
  show (from, toast);
}

/**
 * mull_feedback_error:
 * @from: a widget inside the window, or the window
 * @error: (transfer none): what went wrong, in a sentence
 */
void
mull_feedback_error (GtkWidget *from, const GError *error)
{
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* What it says may name a customer. */
  g_debug ("Shown to the user: %s %d", g_quark_to_string (error->domain), error->code);
  toast = new_toast (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (from, toast);
}

/**
 * mull_feedback_hide_toasts:
 * @from: a widget inside the window, or the window
 * @hidden: whether toasts are hidden, until it is called with %FALSE
 */
void
mull_feedback_hide_toasts (GtkWidget *from, gboolean hidden)
{
  GtkWidget *place = find_place (find_overlay (from));

  if (place != NULL)
    mull_toast_place_set_hidden (MULL_TOAST_PLACE (place), hidden);
}
