/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-layout.h"

G_BEGIN_DECLS

/**
 * MullPrintOutcome:
 * @MULL_PRINT_OUTCOME_NONE: the dialog was cancelled
 * @MULL_PRINT_OUTCOME_SENT: the pages went to a printer
 * @MULL_PRINT_OUTCOME_SAVED: the pages were written to a file
 * @MULL_PRINT_OUTCOME_PREVIEW: the dialog asked for a preview
 *
 * What became of a print.
 */
typedef enum
{
  MULL_PRINT_OUTCOME_NONE,
  MULL_PRINT_OUTCOME_SENT,
  MULL_PRINT_OUTCOME_SAVED,
  MULL_PRINT_OUTCOME_PREVIEW,
} MullPrintOutcome;

/**
 * MullPrintLayoutFunc:
 * @paper: the paper
 * @user_data: as given to mull_print_job_new()
 *
 * Lays out what is printed.
 *
 * Returns: (transfer full): a finished layout
 */
typedef MullLayout *(*MullPrintLayoutFunc) (MullPaper paper, gpointer user_data);

/**
 * MullPrintJob:
 *
 * One print: drives GTK's print dialog over a #MullLayout. Everything is laid out once, when
 * printing begins; drawing a page only draws. What the rep chooses is remembered for the next
 * print.
 */
#define MULL_TYPE_PRINT_JOB (mull_print_job_get_type ())
G_DECLARE_FINAL_TYPE (MullPrintJob, mull_print_job, MULL, PRINT_JOB, GObject)

MullPrintJob *mull_print_job_new (const char *title,
                                  MullPaper paper,
                                  MullPrintLayoutFunc make_layout,
                                  gpointer user_data,
                                  GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;

GtkPrintOperation *mull_print_job_get_operation (MullPrintJob *self);
MullPaper mull_print_job_get_paper (MullPrintJob *self);

void mull_print_job_run (MullPrintJob *self,
                         GtkWindow *parent,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
MullPrintOutcome
mull_print_job_run_finish (MullPrintJob *self, GAsyncResult *result, GFile **file, GError **error);

G_END_DECLS
