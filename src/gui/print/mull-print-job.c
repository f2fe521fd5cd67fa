/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-print-job"

#include "config.h"

#include "mull-print-job.h"

#include "mull-error.h"
#include "mull-pdf.h"
#include "mull-print-memory.h"
#include "mull-print-name.h"
#include "mull-printer-finder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _MullPrintJob
{
  GObject parent_instance;

  /* Owned */
  char *title;
  GtkPrintOperation *operation;
  MullLayout *layout;
  MullPrintLayoutFunc make_layout;
  gpointer user_data;
  GDestroyNotify destroy;

  /* Owned while the dialog and what follows it last; the task keeps the job */
  GTask *task;
  GtkWindow *parent;
  MullPaper paper;
  gboolean previewed;
};

G_DEFINE_FINAL_TYPE (MullPrintJob, mull_print_job, G_TYPE_OBJECT)

/* ── Laying out and drawing ───────────────────────────────────────────── */

static double
side_ratio (double width, double height)
{
  return MAX (width, height) / MIN (width, height);
}

/* Layouts are measured for two papers; any other one gets the pages of the one that is more alike.
 */
static MullPaper
nearest_paper (GtkPageSetup *page_setup)
{
  GtkPaperSize *size = gtk_page_setup_get_paper_size (page_setup);
  double wanted = side_ratio (gtk_paper_size_get_width (size, GTK_UNIT_POINTS),
                              gtk_paper_size_get_height (size, GTK_UNIT_POINTS));
  MullPaper nearest = MULL_PAPER_A4;
  double least = G_MAXDOUBLE;

  for (MullPaper paper = MULL_PAPER_A4; paper <= MULL_PAPER_LETTER; paper++)
    {
      double width, height, difference;

      mull_paper_get_size (paper, &width, &height);
      difference = fabs (side_ratio (width, height) - wanted);
      if (difference < least)
        {
          least = difference;
          nearest = paper;
        }
    }
  return nearest;
}

static void
on_operation_begin_print_cb (GtkPrintOperation *operation,
                             GtkPrintContext *context,
                             MullPrintJob *self)
{
  self->paper = nearest_paper (gtk_print_context_get_page_setup (context));
  g_clear_pointer (&self->layout, mull_layout_unref);
  self->layout = self->make_layout (self->paper, self->user_data);
  gtk_print_operation_set_n_pages (operation, (int) mull_layout_get_n_pages (self->layout));
}

static void
on_operation_draw_page_cb (GtkPrintOperation *operation,
                           GtkPrintContext *context,
                           int page_nr,
                           MullPrintJob *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  mull_pdf_set_title (cairo_get_target (cr), self->title);
  mull_layout_get_page_size (self->layout, &width, &height);
  scale = MIN (paper_width / width, paper_height / height);
  cairo_save (cr);
  /* Sizes that differ by less than a point are the same paper; they keep their true scale. */
  if (fabs (paper_width - width) > 1 || fabs (paper_height - height) > 1)
    {
      cairo_translate (cr, (paper_width - scale * width) / 2, (paper_height - scale * height) / 2);
      cairo_scale (cr, scale, scale);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  mull_layout_draw_page (self->layout, cr, (guint) page_nr);
  cairo_restore (cr);
}

/* ── The dialog's own Preview ─────────────────────────────────────────── */

static void
on_preview_ready_cb (GtkPrintOperationPreview *preview,
                     GtkPrintContext *context,
                     gpointer user_data)
{
  gtk_print_operation_preview_end_preview (preview);
}

/*
 * GTK would start another program, and say nothing if it is missing. The pages are shown by whoever
 * ran the job; here the operation only has to be led to its end.
 */
static gboolean
on_operation_preview_cb (GtkPrintOperation *operation,
                         GtkPrintOperationPreview *preview,
                         GtkPrintContext *context,
                         GtkWindow *parent,
                         MullPrintJob *self)
{
  /* The context must have something to measure on before the pages are counted. */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  self->previewed = TRUE;
  self->paper = nearest_paper (gtk_print_context_get_page_setup (context));
  g_signal_connect_object (preview, "ready", G_CALLBACK (on_preview_ready_cb), self,
                           G_CONNECT_DEFAULT);
  return TRUE;
}

/* ── The end of it ────────────────────────────────────────────────────── */

/* (nullable): the file that was printed to; NULL if it was a printer. */
static GFile *
dup_output_file (MullPrintJob *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (self->operation);
  const char *uri =
      settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

static void
return_error (MullPrintJob *self, GTask *task)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (self->operation);
  g_autoptr (GFile) file = dup_output_file (self);
  g_autoptr (GError) cause = NULL;
  const char *printer = settings != NULL ? gtk_print_settings_get_printer (settings) : NULL;

  gtk_print_operation_get_error (self->operation, &cause);
  /* Its words name the file, and a file is often named after a customer. */
  g_debug ("Printing failed: %s %d",
           cause != NULL ? g_quark_to_string (cause->domain) : "no reason",
           cause != NULL ? cause->code : 0);
  if (file != NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_task_return_new_error (
          task, MULL_ERROR, MULL_ERROR_IO,
          _ ("“%s” could not be written. Check the folder and the room on the disk, or choose "
             "another place."),
          name);
    }
  else if (printer != NULL)
    g_task_return_new_error (
        task, MULL_ERROR, MULL_ERROR_IO,
        _ ("The printer “%s” did not take the pages. Check it, or print to a file."), printer);
  else
    g_task_return_new_error (task, MULL_ERROR, MULL_ERROR_IO,
                             _ ("“%s” could not be printed. Try again, or save it as a PDF."),
                             self->title);
}

/* Nothing of @self may be used afterwards, unless the caller holds it. */
static void
finish (MullPrintJob *self, MullPrintOutcome outcome, gboolean failed)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_clear_object (&self->parent);
  g_clear_pointer (&self->layout, mull_layout_unref);
  if (task == NULL)
    return;
  if (failed)
    return_error (self, task);
  else
    g_task_return_int (task, outcome);
}

static void
finish_sent (MullPrintJob *self)
{
  g_autoptr (GFile) file = dup_output_file (self);

  finish (self, file != NULL ? MULL_PRINT_OUTCOME_SAVED : MULL_PRINT_OUTCOME_SENT, FALSE);
}

/* The pages are handed over after the operation says that it is done; only the status tells whether
 * they arrived. */
static void
on_operation_status_changed_cb (GtkPrintOperation *operation, MullPrintJob *self)
{
  g_autoptr (MullPrintJob) kept G_GNUC_UNUSED = g_object_ref (self);

  if (self->previewed || self->task == NULL || self->layout == NULL)
    return;
  switch (gtk_print_operation_get_status (operation))
    {
    case GTK_PRINT_STATUS_FINISHED:
      finish_sent (self);
      return;
    case GTK_PRINT_STATUS_FINISHED_ABORTED:
      finish (self, MULL_PRINT_OUTCOME_NONE, TRUE);
      return;
    default:
      return;
    }
}

static void
remember (MullPrintJob *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (self->operation);

  if (settings != NULL)
    mull_print_memory_save (settings, gtk_print_operation_get_default_page_setup (self->operation));
}

static void
on_operation_done_cb (GtkPrintOperation *operation,
                      GtkPrintOperationResult result,
                      MullPrintJob *self)
{
  g_autoptr (MullPrintJob) kept G_GNUC_UNUSED = g_object_ref (self);

  if (self->previewed)
    {
      finish (self, MULL_PRINT_OUTCOME_PREVIEW, FALSE);
      return;
    }
  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      finish (self, MULL_PRINT_OUTCOME_NONE, TRUE);
      return;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
      finish (self, MULL_PRINT_OUTCOME_NONE, FALSE);
      return;
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      remember (self);
      on_operation_status_changed_cb (operation, self);
      return;
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
      return;
    }
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
set_up_settings (MullPrintJob *self)
{
  g_autoptr (GtkPrintSettings) settings = mull_print_memory_load_settings ();
  g_autoptr (GtkPageSetup) page_setup = mull_print_memory_load_page_setup (self->paper);
  g_autofree char *name = mull_print_name_from_title (self->title);
  g_autofree char *folder = mull_print_memory_dup_folder ();

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
  /* The dialog would take the paper of the settings over that of the page setup. */
  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (page_setup));
  gtk_print_operation_set_print_settings (self->operation, settings);
  gtk_print_operation_set_default_page_setup (self->operation, page_setup);
}

static void
mull_print_job_dispose (GObject *object)
{
  MullPrintJob *self = MULL_PRINT_JOB (object);

  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_data (self->operation, self);
  g_clear_object (&self->operation);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (mull_print_job_parent_class)->dispose (object);
}

static void
mull_print_job_finalize (GObject *object)
{
  MullPrintJob *self = MULL_PRINT_JOB (object);

  g_clear_pointer (&self->layout, mull_layout_unref);
  g_clear_pointer (&self->title, g_free);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  G_OBJECT_CLASS (mull_print_job_parent_class)->finalize (object);
}

static void
mull_print_job_class_init (MullPrintJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mull_print_job_dispose;
  object_class->finalize = mull_print_job_finalize;
}

static void
mull_print_job_init (MullPrintJob *self)
{
  self->operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (self->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (self->operation, TRUE);
  gtk_print_operation_set_embed_page_setup (self->operation, TRUE);
  gtk_print_operation_set_allow_async (self->operation, TRUE);
  gtk_print_operation_set_show_progress (self->operation, TRUE);
  g_signal_connect (self->operation, "begin-print", G_CALLBACK (on_operation_begin_print_cb), self);
  g_signal_connect (self->operation, "draw-page", G_CALLBACK (on_operation_draw_page_cb), self);
  g_signal_connect (self->operation, "preview", G_CALLBACK (on_operation_preview_cb), self);
  g_signal_connect (self->operation, "status-changed", G_CALLBACK (on_operation_status_changed_cb),
                    self);
  g_signal_connect (self->operation, "done", G_CALLBACK (on_operation_done_cb), self);
}

/**
 * mull_print_job_new:
 * @title: what is printed: the name of the job, of the file and of the PDF
 * @paper: the paper that the dialog begins with
 * @make_layout: (scope notified): called once for each print, with the paper that was chosen
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): a print with the remembered settings
 */
MullPrintJob *
mull_print_job_new (const char *title,
                    MullPaper paper,
                    MullPrintLayoutFunc make_layout,
                    gpointer user_data,
                    GDestroyNotify destroy)
{
  MullPrintJob *self = g_object_new (MULL_TYPE_PRINT_JOB, NULL);

  self->title = g_strdup (title);
  self->paper = paper;
  self->make_layout = make_layout;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_print_operation_set_job_name (self->operation, title);
  set_up_settings (self);
  return self;
}

/**
 * mull_print_job_get_operation:
 *
 * Returns: (transfer none): the operation, to run another action than the dialog
 */
GtkPrintOperation *
mull_print_job_get_operation (MullPrintJob *self)
{
  g_return_val_if_fail (MULL_IS_PRINT_JOB (self), NULL);

  return self->operation;
}

/**
 * mull_print_job_get_paper:
 *
 * Returns: the paper that was given, or, once it was printed or previewed, the one that the layout
 *   was made for
 */
MullPaper
mull_print_job_get_paper (MullPrintJob *self)
{
  g_return_val_if_fail (MULL_IS_PRINT_JOB (self), MULL_PAPER_A4);

  return self->paper;
}

static void
on_printer_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullPrintJob) self = user_data;
  g_autofree char *printer = mull_printer_finder_find_finish (result, NULL);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (self->operation);
  g_autoptr (GtkWindow) parent = g_object_ref (self->parent);

  if (printer != NULL)
    gtk_print_settings_set_printer (settings, printer);
  /* The window may have been closed in the meantime. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (parent)))
    finish (self, MULL_PRINT_OUTCOME_NONE, FALSE);
  else
    /* Errors are told by ::done. */
    gtk_print_operation_run (self->operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                             NULL);
}

/**
 * mull_print_job_run:
 * @parent: the window that the dialog belongs to
 * @callback: (scope async): called when the pages have been handed over, or not
 *
 * Shows the print dialog. A job runs once.
 */
void
mull_print_job_run (MullPrintJob *self,
                    GtkWindow *parent,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GtkPrintSettings *settings;

  g_return_if_fail (MULL_IS_PRINT_JOB (self) && GTK_IS_WINDOW (parent));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->task, mull_print_job_run);
  self->parent = g_object_ref (parent);
  settings = gtk_print_operation_get_print_settings (self->operation);
  mull_printer_finder_find (gtk_print_settings_get_printer (settings), NULL, on_printer_found_cb,
                            g_object_ref (self));
}

/**
 * mull_print_job_run_finish:
 * @file: (out) (optional) (nullable) (transfer full): the file, if it was printed to one
 * @error: return location for an error
 *
 * Returns: what became of it; %MULL_PRINT_OUTCOME_NONE with @error set to %MULL_ERROR_IO if it
 *   failed. The message names the place.
 */
MullPrintOutcome
mull_print_job_run_finish (MullPrintJob *self, GAsyncResult *result, GFile **file, GError **error)
{
  gssize outcome;

  g_return_val_if_fail (g_task_is_valid (result, self), MULL_PRINT_OUTCOME_NONE);
  g_return_val_if_fail (g_async_result_is_tagged (result, mull_print_job_run),
                        MULL_PRINT_OUTCOME_NONE);

  outcome = g_task_propagate_int (G_TASK (result), error);
  if (file != NULL)
    *file = outcome == MULL_PRINT_OUTCOME_SAVED ? dup_output_file (self) : NULL;
  return outcome < 0 ? MULL_PRINT_OUTCOME_NONE : (MullPrintOutcome) outcome;
}
