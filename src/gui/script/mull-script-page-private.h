/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-beat-editor.h"
#include "mull-beat-row.h"
#include "mull-hole-form.h"
#include "mull-quiet-guard.h"
#include "mull-remark-list.h"
#include "mull-script-answers.h"
#include "mull-script-desk.h"
#include "mull-script-page.h"

G_BEGIN_DECLS

struct _MullScriptPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *heading;
  GtkLabel *narrow_heading;
  GtkOrientable *facts_bar;
  GtkToggleButton *parts_button;
  GtkBox *whom;
  GtkDropDown *people;
  GtkLabel *number;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkListBox *parts;
  GtkStack *stack;
  GtkBox *paper;
  GtkLabel *facts;
  GtkToggleButton *remarks_button;
  MullRemarkList *remarks;
  MullScriptAnswers *answers;
  AdwBin *message;
  GtkLabel *voicemail_time;
  MullHoleForm *hole_form;
  GtkWidget *promise_bar;
  GtkLabel *promise_label;
  GtkActionable *promise_button;
  GtkWidget *one_bar;
  GtkLabel *one_label;
  GtkWidget *needed_bar;
  GtkLabel *needed_label;
  GtkWidget *many_bar;
  GtkLabel *many_label;
  GtkWidget *tries_bar;
  GtkLabel *tries_label;
  GtkRevealer *guard_revealer;
  MullQuietGuard *guard;

  /* Owned */
  MullWorkspace *workspace;
  MullScriptDesk *desk;
  MullScriptComposition *composition;
  char *title;
  /* beat → what was typed since, or NULL to follow the template again */
  GHashTable *unsaved;
  /* ids of the people in @people, in its order */
  GArray *people_ids;

  /* Borrowed: children of @paper, in the order of the beats, and the one of @message */
  GPtrArray *editors;

  /* Borrowed: belongs to GTK; NULL when it is closed */
  GtkPopover *wordings;

  guint review_source;
  guint language_source;
  guint draft_source;
  guint minute_source;
  guint fold_source;
  /* Values are being shown, not chosen. */
  gboolean showing;
  /* The rep has said that the thing is still needed. */
  gboolean needed;
};

/* The beats. */
void mull_script_page_build_parts (MullScriptPage *self);
MullBeatRow *mull_script_page_find_row (MullScriptPage *self, const char *part);
MullBeatEditor *mull_script_page_find_editor (MullScriptPage *self, const char *beat);
void mull_script_page_compose (MullScriptPage *self);

/* Drafts and beats. */
void mull_script_page_load_drafts (MullScriptPage *self);
void mull_script_page_schedule_drafts (MullScriptPage *self);
gboolean mull_script_page_save_beat (MullScriptPage *self, const char *beat);

/* What is shown beside the beats. */
void mull_script_page_show_people (MullScriptPage *self);
void mull_script_page_show_facts (MullScriptPage *self);
void mull_script_page_show_advice (MullScriptPage *self);

/* The reviewer. */
void mull_script_page_schedule_review (MullScriptPage *self);
void mull_script_page_install_review (GtkWidgetClass *widget_class);
void mull_script_page_ignore (MullScriptPage *self, const MullRemark *remark, gboolean always);
void mull_script_page_follow_language (MullScriptPage *self);
void mull_script_page_reload (MullScriptPage *self);

/* Wordings that the rep keeps. */
void mull_script_page_install_wordings (GtkWidgetClass *widget_class);

/* Actions. */
void mull_script_page_install_actions (GtkWidgetClass *widget_class);
void mull_script_page_show_part (MullScriptPage *self, const char *part);
void mull_script_page_pass_guard (MullScriptPage *self, MullQuietReason how, const char *reason);

G_END_DECLS
