/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-call-page.h"
#include "mull-call.h"
#include "mull-do-over.h"
#include "mull-outcome-form.h"
#include "mull-script-desk.h"

G_BEGIN_DECLS

struct _MullCallPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *clock;
  GtkLabel *dots;
  GtkStack *views;
  GtkLabel *ready_name;
  GtkLabel *ready_number;
  GtkLabel *ready_try;
  GtkWidget *ready;
  GtkStack *beats;
  GtkWidget *voicemail_target;
  GtkLabel *voicemail;
  GtkLabel *voicemail_time;
  GtkRevealer *note_revealer;
  GtkEntry *note;
  GtkLabel *notes;
  GtkFlowBox *outcomes;
  GtkWidget *footer;
  MullOutcomeForm *form;
  GtkLabel *after_title;
  GtkLabel *after_hint;
  GtkLabel *after_text;
  GtkWidget *after_copy;
  GtkWidget *after_roadblock;
  GtkWidget *after_accept;
  GtkWidget *after_close;
  GtkWidget *after_decide;
  GtkWidget *after_done;
  GtkWidget *lesson_box;
  GtkEntry *lesson;

  /* Owned */
  MullWorkspace *workspace;
  MullScriptDesk *desk;
  MullScriptComposition *composition;
  MullCall *call;
  char *title;
  /* What they refused with, for what is offered afterwards */
  char *refusal;
  /* What they ended it with: the deal may be closed with these words */
  char *ending;

  gint64 deal_id;
  guint tick_source;
  /* How the deal ends, if @ending is set */
  MullOutcome ending_outcome;
  /* The message on the machine was opened: if nobody was reached, it is what was spoken. */
  gboolean left_message;
};

/* What is shown. */
void mull_call_page_build_views (MullCallPage *self);
gboolean mull_call_page_is_view (MullCallPage *self, const char *view);
const char *mull_call_page_get_current_view (MullCallPage *self);
void mull_call_page_show_view (MullCallPage *self, const char *view);
void mull_call_page_show_state (MullCallPage *self);
void mull_call_page_show_clock (MullCallPage *self);
void mull_call_page_focus_view (MullCallPage *self);

/* What keys and buttons do. */
void mull_call_page_install_keys (GtkWidgetClass *widget_class);

/* How it ended, and what follows from it. */
void mull_call_page_finish (MullCallPage *self);
void mull_call_page_done (MullCallPage *self);
void mull_call_page_leave (MullCallPage *self);
void mull_call_page_open_roadblock (MullCallPage *self);
void mull_call_page_accept_no (MullCallPage *self);
void mull_call_page_close_deal (MullCallPage *self);
void mull_call_page_decide (MullCallPage *self);

G_END_DECLS
