/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Telling the rep what happened. @from is any widget inside the window. */

/* @text is plain: names in it are shown as they are written. */
void mull_feedback_toast (GtkWidget *from, const char *text);
/* A toast with Undo, which does what Ctrl+Z does; it stays for ten seconds. */
void mull_feedback_undo_toast (GtkWidget *from, const char *text);
void mull_feedback_done_toast (GtkWidget *from, const char *what, const char *settled);
/* A toast that leads to what to do today; it stays until it is read. */
AdwToast *mull_feedback_today_toast (GtkWidget *from, const char *text);
/* A toast with Open, which shows @file in the program that is usual for it. */
void mull_feedback_file_toast (GtkWidget *from, const char *text, GFile *file);
/* A toast with a button that does @action; @target may be NULL. It stays for ten seconds. */
void mull_feedback_action_toast (GtkWidget *from,
                                 const char *text,
                                 const char *button,
                                 const char *action,
                                 const char *target);
/* (transfer none): the sentence of an error; a toast that stays until it is read. */
void mull_feedback_error (GtkWidget *from, const GError *error);
/* Out of sight and out of reach while something else is to be reached there. */
void mull_feedback_hide_toasts (GtkWidget *from, gboolean hidden);

G_END_DECLS
