/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-draft-keeper.h"
#include "mull-form-dialog.h"
#include "mull-kept-line.h"
#include "mull-person.h"
#include "mull-quiet-guard.h"

G_BEGIN_DECLS

/* What stands behind a key: the widget, and for a person the choices. */
typedef struct
{
  GtkWidget *widget;
  GPtrArray *people; /* nullable: MullPerson; the choice before the first is nobody */
  char *began;       /* nullable: what it began with, as a draft says it */
  gboolean is_aid;   /* types into another field, and is nothing by itself */
} MullFormField;

struct _MullFormDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkButton *cancel;
  AdwToastOverlay *toasts;
  GtkScrolledWindow *scrolled;
  GtkBox *fields_box;
  MullKeptLine *kept;
  GtkButton *done;
  GtkLabel *problem;
  MullQuietGuard *guard;

  /* Owned */
  MullWorkspace *workspace;
  gpointer record;
  GHashTable *fields;
  MullDraftKeeper *drafts; /* nullable: only of a form that keeps what is typed */

  MullFormFunc func;
  const MullQuietPass *pass; /* while the guard lets it through */
  /* What it is about beside its record, or 0 */
  gint64 about;
  /* Values are being shown, not typed. */
  gboolean showing;
};

const MullPerson *mull_form_field_get_person (const MullFormField *field);

/* What is typed and not done. */
void mull_form_dialog_flush_draft (MullFormDialog *self);
void mull_form_dialog_drop_draft (MullFormDialog *self);
void mull_form_dialog_discard (MullFormDialog *self);

G_END_DECLS
