/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-outcome.h"
#include "mull-import-page.h"
#include "mull-import-settings.h"
#include "mull-importer.h"

G_BEGIN_DECLS

struct _MullImportPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkStack *views;
  AdwStatusPage *bad_view;
  MullImportSettings *settings;
  MullImportOutcome *outcome;
  GtkProgressBar *progress_bar;
  GtkWidget *import_button;
  GtkWidget *waiting_bar;
  GtkLabel *waiting_label;

  /* Owned */
  MullWorkspace *workspace;
  MullImportFile *file;
  MullImporter *importer;    /* of the last check that came to its end */
  GCancellable *cancellable; /* of what is running */
  GQueue *waiting;           /* files that come after this one */
  GHashTable *choices;       /* nullable: line of the file → MullImportChoice; never changed */

  guint check_id;
  gboolean is_checking;
  gboolean is_importing;
  gboolean is_check_due;
};

/* The file to open, and the rows to save: mull-import-page-files.c */
void mull_import_page_save_refused (MullImportPage *self);

G_END_DECLS
