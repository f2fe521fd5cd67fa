/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-file-tray"

#include "config.h"

#include "mull-file-tray.h"

#include "mull-attachment-files.h"
#include "mull-file-row.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullFileTray
{
  GtkWidget parent_instance;

  /* Template children */
  GtkBox *rows;
  GtkWidget *copying;
  GtkLabel *name;
  GtkProgressBar *progress;

  /* Owned */
  MullWorkspace *workspace;
  GPtrArray *files;
  GQueue *waiting;
  GCancellable *cancellable; /* of the one that is copied, or NULL */
};

G_DEFINE_FINAL_TYPE (MullFileTray, mull_file_tray, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void copy_next (MullFileTray *self);

/* ── The files ────────────────────────────────────────────────────────── */

static void
update (MullFileTray *self)
{
  gtk_widget_set_visible (self->copying, self->cancellable != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->files->len > 0 || self->cancellable != NULL);
}

static guint
find_row (MullFileTray *self, GtkWidget *row)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != row;
       child = gtk_widget_get_next_sibling (child))
    index++;
  return index;
}

static void
on_row_removed_cb (MullFileTray *self, MullFileRow *row)
{
  g_ptr_array_remove_index (self->files, find_row (self, GTK_WIDGET (row)));
  gtk_box_remove (self->rows, GTK_WIDGET (row));
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Takes @file. */
static void
append (MullFileTray *self, MullAttachment *file)
{
  MullFileRow *row = mull_file_row_new_pending (file);

  g_signal_connect_swapped (row, "removed", G_CALLBACK (on_row_removed_cb), self);
  g_ptr_array_add (self->files, file);
  gtk_box_append (self->rows, GTK_WIDGET (row));
}

/* ── Copying ──────────────────────────────────────────────────────────── */

static void
on_progress (double progress, gpointer user_data)
{
  MullFileTray *self = user_data;

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, progress);
}

/* Whoever took it back is not told that it did not come. */
static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullFileTray) self = user_data;
  g_autoptr (GError) error = NULL;
  MullAttachment *file =
      mull_attachment_files_take_finish (MULL_WORKSPACE (source), result, &error);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&file, mull_attachment_unref);
      return;
    }
  g_clear_object (&self->cancellable);
  if (file != NULL)
    append (self, file);
  copy_next (self);
  if (file != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
copy_next (MullFileTray *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (self->waiting);
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;

  if (file != NULL)
    {
      basename = g_file_get_basename (file);
      name = mull_attachment_clean_name (basename);
      gtk_label_set_text (self->name, name);
      gtk_progress_bar_set_fraction (self->progress, 0);
      self->cancellable = g_cancellable_new ();
      mull_attachment_files_take_async (self->workspace, file, self->cancellable, on_progress, self,
                                        on_taken_cb, g_object_ref (self));
    }
  update (self);
}

static void
on_cancel_clicked_cb (MullFileTray *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* What is on its way gets nowhere. */
static void
stop (MullFileTray *self)
{
  g_queue_clear_full (self->waiting, g_object_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_file_tray_dispose (GObject *object)
{
  MullFileTray *self = MULL_FILE_TRAY (object);

  stop (self);
  mull_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_FILE_TRAY);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_file_tray_parent_class)->dispose (object);
}

static void
mull_file_tray_finalize (GObject *object)
{
  MullFileTray *self = MULL_FILE_TRAY (object);

  g_ptr_array_unref (self->files);
  g_queue_free (self->waiting);
  G_OBJECT_CLASS (mull_file_tray_parent_class)->finalize (object);
}

static void
mull_file_tray_class_init (MullFileTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_file_tray_dispose;
  object_class->finalize = mull_file_tray_finalize;
  widget_class->focus = mull_widget_focus_children;

  /**
   * MullFileTray::changed:
   *
   * A file got in, or was taken out by the rep.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MULL_TYPE_FILE_TRAY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MullFileTray::failed:
   * @error: (type GError): why
   *
   * A file could not be copied, or not to its end.
   */
  signals[SIGNAL_FAILED] =
      g_signal_new ("failed", MULL_TYPE_FILE_TRAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_FILE_ROW);
  gtk_widget_class_set_css_name (widget_class, "filetray");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-file-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFileTray, rows);
  gtk_widget_class_bind_template_child (widget_class, MullFileTray, copying);
  gtk_widget_class_bind_template_child (widget_class, MullFileTray, name);
  gtk_widget_class_bind_template_child (widget_class, MullFileTray, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
mull_file_tray_init (MullFileTray *self)
{
  self->files = g_ptr_array_new_with_free_func (mull_record_unref);
  self->waiting = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  update (self);
}

/**
 * mull_file_tray_set_workspace:
 *
 * Says, once, into whose data folder files are copied.
 */
void
mull_file_tray_set_workspace (MullFileTray *self, MullWorkspace *workspace)
{
  g_return_if_fail (MULL_IS_FILE_TRAY (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * mull_file_tray_add:
 * @file: what the rep chose
 *
 * Begins to copy a file, after those that are waiting.
 */
void
mull_file_tray_add (MullFileTray *self, GFile *file)
{
  g_return_if_fail (MULL_IS_FILE_TRAY (self) && G_IS_FILE (file));

  g_queue_push_tail (self->waiting, g_object_ref (file));
  if (self->cancellable == NULL)
    copy_next (self);
}

/* Who does not see the file any more is told that it did not come. */
static void
tell_stopped (MullFileTray *self, guint n, const char *name)
{
  g_autoptr (GError) error = NULL;

  if (n == 1)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                 _ ("“%s” was not attached: it was still being copied. Attach it again."), name);
  else
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                 ngettext ("%u file was not attached: it was still to be copied. Attach it again.",
                           "%u files were not attached: they were still to be copied. Attach them "
                           "again.",
                           n),
                 n);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/**
 * mull_file_tray_clear:
 *
 * Forgets every file, also one that is being copied; #MullFileTray::failed tells of that.
 */
void
mull_file_tray_clear (MullFileTray *self)
{
  guint n_stopped;
  GtkWidget *row;

  g_return_if_fail (MULL_IS_FILE_TRAY (self));

  n_stopped = self->cancellable != NULL ? 1 + g_queue_get_length (self->waiting) : 0;
  stop (self);
  g_ptr_array_set_size (self->files, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  update (self);
  if (n_stopped > 0)
    tell_stopped (self, n_stopped, gtk_label_get_text (self->name));
}

/**
 * mull_file_tray_is_busy:
 *
 * Returns: whether a file is on its way
 */
gboolean
mull_file_tray_is_busy (MullFileTray *self)
{
  g_return_val_if_fail (MULL_IS_FILE_TRAY (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * mull_file_tray_get_files:
 *
 * Returns: (transfer none) (element-type MullAttachment): the files that are in
 */
GPtrArray *
mull_file_tray_get_files (MullFileTray *self)
{
  g_return_val_if_fail (MULL_IS_FILE_TRAY (self), NULL);

  return self->files;
}

/**
 * mull_file_tray_get_state:
 *
 * Returns: (transfer floating): the files that are in, to be kept with a draft
 */
GVariant *
mull_file_tray_get_state (MullFileTray *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (MULL_IS_FILE_TRAY (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (MULL_FILE_TRAY_STATE));
  for (guint i = 0; i < self->files->len; i++)
    {
      const MullAttachment *file = self->files->pdata[i];

      g_variant_builder_add (&builder, "(ssxs)", file->name, file->sha256, file->size,
                             file->media_type);
    }
  return g_variant_builder_end (&builder);
}

/**
 * mull_file_tray_set_state:
 * @state: from mull_file_tray_get_state()
 *
 * Puts the files of a draft in.
 */
void
mull_file_tray_set_state (MullFileTray *self, GVariant *state)
{
  GVariantIter iter;
  const char *name, *sha256, *media_type;
  gint64 size;

  g_return_if_fail (MULL_IS_FILE_TRAY (self));

  mull_file_tray_clear (self);
  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "(&s&sx&s)", &name, &sha256, &size, &media_type))
    {
      MullAttachment *file = mull_attachment_new ();

      mull_set_text (&file->name, name);
      mull_set_text (&file->sha256, sha256);
      mull_set_text (&file->media_type, media_type);
      file->size = size;
      append (self, file);
    }
  update (self);
}
