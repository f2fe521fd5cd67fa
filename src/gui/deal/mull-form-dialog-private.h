/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-form-dialog.h"
#include "mull-quiet-guard.h"

G_BEGIN_DECLS

/* What stands behind a key: the widget, and for a person the ids of the choices. */
typedef struct
{
  GtkWidget *widget;
  GArray *ids;
} MullFormField;

struct _MullFormDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkBox *fields_box;
  GtkButton *done;
  GtkLabel *problem;
  MullQuietGuard *guard;

  /* Owned */
  MullWorkspace *workspace;
  gpointer record;
  GHashTable *fields;

  MullFormFunc func;
  const MullQuietPass *pass; /* while the guard lets it through */
  /* What it is about beside its record, or 0 */
  gint64 about;
};

G_END_DECLS
