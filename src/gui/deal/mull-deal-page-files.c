/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-page"

#include "config.h"

#include "mull-deal-page-private.h"

#include "mull-attachment-files.h"
#include "mull-attachment-ops.h"
#include "mull-done.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>

/* The files of entries, as actions: they are opened, saved and removed where they are shown. */

/* After so many tellings, which come every 50 ms, one would wonder what it is doing. */
#define TELLINGS_BEFORE_WAITING 8

/* One file on its way in or out. */
typedef struct
{
  /* Owned */
  MullDealPage *page;
  MullAttachment *file; /* on its way out */
  GCancellable *cancellable;
  char *heading;
  GtkWindow *wait; /* (nullable): shown if it takes long */

  gint64 entry_id; /* for one on its way in */
  guint n_tellings;
} Transfer;

static Transfer *
transfer_new (MullDealPage *page, const char *heading)
{
  Transfer *self = g_new0 (Transfer, 1);

  self->page = g_object_ref (page);
  self->cancellable = g_cancellable_new ();
  self->heading = g_strdup (heading);
  return self;
}

static void
transfer_free (Transfer *self)
{
  g_clear_pointer (&self->wait, gtk_window_destroy);
  g_clear_pointer (&self->file, mull_attachment_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->page);
  g_free (self->heading);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

/* The window can be closed while one chooses, or while a file is copied. */
static gboolean
is_gone (const Transfer *self)
{
  return self->page->workspace == NULL;
}

static void
on_transfer_progress (double progress, gpointer user_data)
{
  Transfer *self = user_data;

  if (self->wait == NULL && ++self->n_tellings >= TELLINGS_BEFORE_WAITING)
    {
      self->wait = mull_wait_window_new (GTK_WIDGET (self->page), self->heading, self->cancellable);
      gtk_window_present (self->wait);
    }
  if (self->wait != NULL)
    mull_wait_window_set_progress (self->wait, progress);
}

static void
report_failure (Transfer *self, const GError *error)
{
  g_clear_pointer (&self->wait, gtk_window_destroy);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_error (GTK_WIDGET (self->page), error);
}

static MullAttachment *
get_file (MullDealPage *self, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  MullAttachment *file =
      mull_attachment_ops_get (self->workspace, g_variant_get_int64 (parameter), &error);

  if (file == NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  return file;
}

static GtkWindow *
get_window (MullDealPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ── Opening ──────────────────────────────────────────────────────────── */

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &cause))
    return;
  /* Its words name the file, and a file is often named after a customer. */
  g_debug ("Opening a file failed: %s %d", g_quark_to_string (cause->domain), cause->code);
  error = g_error_new (MULL_ERROR, MULL_ERROR_NOT_FOUND,
                       _ ("There is no program to show “%s” with. Save it and open it there."),
                       self->file->name);
  report_failure (self, error);
}

/* What the copy is counts, whatever was said of it when it came. */
static gboolean
check_no_program (Transfer *self, GFile *copy, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (copy, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *type = info != NULL ? g_file_info_get_content_type (info) : NULL;

  if (!mull_attachment_is_program (self->file))
    {
      g_autofree char *media_type = type != NULL ? g_content_type_get_mime_type (type) : NULL;

      mull_set_text (&self->file->media_type, media_type != NULL ? media_type : "");
      if (!mull_attachment_is_program (self->file))
        return TRUE;
    }
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               _ ("“%s” is a program, and opening it might start it. If you trust it, save it and "
                  "open it there."),
               self->file->name);
  return FALSE;
}

static void
on_given_to_open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy =
      mull_attachment_files_give_finish (MULL_WORKSPACE (source), result, &error);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = NULL;

  if (copy == NULL || !check_no_program (self, copy, &error))
    {
      report_failure (self, error);
      return;
    }
  g_clear_pointer (&self->wait, gtk_window_destroy);
  uri = g_file_get_uri (copy);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self->page)));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           on_launched_cb, g_steal_pointer (&self));
}

static void
open_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *page = MULL_DEAL_PAGE (widget);
  g_autoptr (MullAttachment) file = get_file (page, parameter);
  Transfer *self;

  if (file == NULL)
    return;
  self = transfer_new (page, _ ("Opening the File"));
  self->file = mull_attachment_copy (file);
  mull_take_text (&self->file->name, mull_attachment_clean_name (file->name));
  mull_attachment_files_give_async (page->workspace, file, NULL, self->cancellable,
                                    on_transfer_progress, self, on_given_to_open_cb, self);
}

/* ── Saving ───────────────────────────────────────────────────────────── */

static void
on_given_to_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) copy =
      mull_attachment_files_give_finish (MULL_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (copy == NULL)
    {
      report_failure (self, error);
      return;
    }
  text = mull_done_format (MULL_DONE_SAVED, self->file->name, NULL);
  mull_feedback_toast (GTK_WIDGET (self->page), text);
}

static void
on_place_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place =
      mull_file_picker_save_finish (MULL_FILE_PICKER (source), result, &error);
  MullDealPage *page = self->page;

  if (is_gone (self))
    return;
  if (place == NULL)
    report_failure (self, error);
  else
    {
      Transfer *transfer = g_steal_pointer (&self);

      mull_attachment_files_give_async (page->workspace, transfer->file, place,
                                        transfer->cancellable, on_transfer_progress, transfer,
                                        on_given_to_save_cb, transfer);
    }
}

static void
save_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *page = MULL_DEAL_PAGE (widget);
  MullAttachment *file = get_file (page, parameter);
  g_autoptr (MullFilePicker) picker = NULL;
  g_autofree char *name = NULL;
  Transfer *self;

  if (file == NULL)
    return;
  self = transfer_new (page, _ ("Saving the File"));
  self->file = file;
  name = mull_attachment_clean_name (file->name);
  picker = mull_file_picker_new (_ ("Save the File"));
  mull_file_picker_set_initial_name (picker, name);
  mull_file_picker_save (picker, get_window (page), NULL, on_place_picked_cb, self);
}

/* ── Removing ─────────────────────────────────────────────────────────── */

static void
remove_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *page = MULL_DEAL_PAGE (widget);
  g_autoptr (MullAttachment) file = get_file (page, parameter);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (!mull_attachment_ops_remove (page->workspace, file->record.id, &error))
    {
      mull_feedback_error (widget, error);
      return;
    }
  mull_done_toast (widget, MULL_DONE_REMOVED, file->name, NULL);
}

/* ── Attaching to an entry that is there ──────────────────────────────── */

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullAttachment) file =
      mull_attachment_files_take_finish (MULL_WORKSPACE (source), result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (is_gone (self))
    return;
  g_ptr_array_add (files, file);
  if (file == NULL ||
      !mull_attachment_ops_add (self->page->workspace, self->entry_id, files, &error))
    {
      report_failure (self, error);
      return;
    }
  mull_done_toast (GTK_WIDGET (self->page), MULL_DONE_ATTACHED, file->name, NULL);
}

static void
on_file_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mull_file_picker_open_finish (MULL_FILE_PICKER (source), result, &error);
  MullDealPage *page = self->page;

  if (is_gone (self))
    return;
  if (file == NULL)
    report_failure (self, error);
  else
    {
      Transfer *transfer = g_steal_pointer (&self);

      mull_attachment_files_take_async (page->workspace, file, transfer->cancellable,
                                        on_transfer_progress, transfer, on_taken_cb, transfer);
    }
}

static void
attach_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *page = MULL_DEAL_PAGE (widget);
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Attach a File"));
  Transfer *self = transfer_new (page, _ ("Attaching the File"));

  self->entry_id = g_variant_get_int64 (parameter);
  mull_file_picker_set_accept_label (picker, _ ("_Attach"));
  mull_file_picker_open (picker, get_window (page), NULL, on_file_picked_cb, self);
}

/**
 * mull_deal_page_install_file_actions:
 *
 * Makes the actions about files known.
 */
void
mull_deal_page_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "deal.attach-file", "x", attach_action);
  gtk_widget_class_install_action (widget_class, "deal.open-file", "x", open_file_action);
  gtk_widget_class_install_action (widget_class, "deal.save-file", "x", save_file_action);
  gtk_widget_class_install_action (widget_class, "deal.remove-file", "x", remove_file_action);
}
