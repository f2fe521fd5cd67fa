/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-date.h"
#include "mull-dossier.h"
#include "mull-quiet-rules.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullFormDialog:
 *
 * A small window with a few fields, Cancel and one button that does it. A form is one operation:
 * nothing is changed before that button is pressed, and a mistake is said inside the form. What is
 * typed and not done is kept as a draft.
 */
#define MULL_TYPE_FORM_DIALOG (mull_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MullFormDialog, mull_form_dialog, MULL, FORM_DIALOG, AdwWindow)

/**
 * MullFormFunc:
 * @record: the form's own copy of what is edited, to be filled in
 *
 * Reads the fields and does the operation.
 *
 * Returns: %FALSE with @error set to keep the form open and say why
 */
typedef gboolean (*MullFormFunc) (MullFormDialog *form,
                                  MullWorkspace *workspace,
                                  gpointer record,
                                  GError **error);

MullFormDialog *mull_form_dialog_new (GtkWidget *from,
                                      MullWorkspace *workspace,
                                      gpointer record,
                                      const char *title,
                                      const char *done_label,
                                      MullFormFunc func) G_GNUC_WARN_UNUSED_RESULT;

MullFormDialog *mull_form_dialog_present (MullFormDialog *self);

/* What helps to fill it in. */
void mull_form_dialog_add_note (MullFormDialog *self, const char *text);
/* What it is about beside its record. */
void mull_form_dialog_set_about (MullFormDialog *self, gint64 id);
gint64 mull_form_dialog_get_about (MullFormDialog *self);
/* Goes on to another form when this one is done: a widget of the window below it. */
GtkWidget *mull_form_dialog_get_from (MullFormDialog *self);

/* What says something about the fields, and how it learns what is typed: @func is called with
 * @user_data, an object, first. */
void mull_form_dialog_add_follower (MullFormDialog *self, GtkWidget *widget);
void mull_form_dialog_follow_line (MullFormDialog *self,
                                   const char *key,
                                   GCallback func,
                                   gpointer user_data);

/* Fields, each under a key of its own, in the order in which they are added. */
void mull_form_dialog_add_line (MullFormDialog *self,
                                const char *key,
                                const char *label,
                                const char *text);
void mull_form_dialog_add_body (MullFormDialog *self,
                                const char *key,
                                const char *label,
                                const char *text);
void mull_form_dialog_add_day (MullFormDialog *self,
                               const char *key,
                               const char *label,
                               MullDay day,
                               gboolean past);
void mull_form_dialog_add_choice (MullFormDialog *self,
                                  const char *key,
                                  const char *label,
                                  const char *const *choices,
                                  guint selected);
/* Choosing types the choice into the line @target. */
void mull_form_dialog_add_pick (MullFormDialog *self,
                                const char *key,
                                const char *label,
                                const char *const *choices,
                                const char *target);
void mull_form_dialog_add_person (MullFormDialog *self,
                                  const char *key,
                                  const char *label,
                                  MullDossier *dossier,
                                  gint64 person_id);
void mull_form_dialog_add_switch (MullFormDialog *self,
                                  const char *key,
                                  const char *label,
                                  gboolean active);

char *mull_form_dialog_dup_text (MullFormDialog *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
void mull_form_dialog_set_text (MullFormDialog *self, const char *key, const char *text);
gboolean
mull_form_dialog_get_day (MullFormDialog *self, const char *key, MullDay *day, GError **error);
guint mull_form_dialog_get_choice (MullFormDialog *self, const char *key);
void mull_form_dialog_set_choice (MullFormDialog *self, const char *key, guint selected);
gint64 mull_form_dialog_get_person (MullFormDialog *self, const char *key);
void mull_form_dialog_set_switch (MullFormDialog *self, const char *key, gboolean active);
gboolean mull_form_dialog_get_switch (MullFormDialog *self, const char *key);

const MullQuietPass *mull_form_dialog_get_pass (MullFormDialog *self);

/* Keeps what is typed until it is done, also over Escape and the end of the program. Call it when
 * all fields are there. */
void mull_form_dialog_keep_draft (MullFormDialog *self, const char *key);
MullFormDialog *mull_form_dialog_present_for_deal (MullFormDialog *self,
                                                   const MullDeal *deal,
                                                   const char *part,
                                                   const char *uuid);

/* What the button does; closes the form if it worked. */
gboolean mull_form_dialog_finish (MullFormDialog *self);

G_END_DECLS
