/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-draft-keeper.h"
#include "mull-fact-section.h"
#include "mull-field-box.h"
#include "mull-kept-line.h"
#include "mull-own-it-case.h"
#include "mull-own-it-page.h"
#include "mull-reason-list.h"
#include "mull-refresher.h"
#include "mull-reviewer.h"
#include "mull-way-out-row.h"

G_BEGIN_DECLS

struct _MullOwnItPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkLabel *words;
  GtkLabel *standing;
  GtkLabel *about;
  MullReasonList *reasons;
  GtkWidget *before;
  MullFieldBox *cannot_field;
  GtkTextView *cannot;
  MullReasonList *remarks;
  GtkTextView *can;
  MullFieldBox *effort_field;
  GtkTextView *effort;
  GtkWidget *fill_in;
  GtkBox *ways;
  GtkLabel *record;
  MullFieldBox *first_time_field;
  GtkCheckButton *first_time;
  MullFactSection *said;
  MullFactSection *call;
  MullFieldBox *lesson_field;
  GtkTextView *lesson;
  MullKeptLine *kept;
  GtkWidget *save;
  GtkButton *write;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  MullDraftKeeper *drafts;
  MullOwnItCase *shown;
  GVariant *stored; /* what is saved, as one would type it */
  char **known;     /* what the timeline knows that was tried, one a line */
  MullReviewer *reviewer;
  char *language; /* that @reviewer is for */

  gint64 commitment_id;
  guint review_source;
  /* Values are being shown, not typed. */
  gboolean showing;
};

/* What is shown of a promise beside what can be typed. */
void mull_own_it_page_show (MullOwnItPage *self);
gboolean mull_own_it_page_is_done (MullOwnItPage *self);

/* What is typed. */
void mull_own_it_page_init_typing (MullOwnItPage *self);
void mull_own_it_page_note_stored (MullOwnItPage *self);
void mull_own_it_page_type (MullOwnItPage *self, GVariant *typed);
void mull_own_it_page_restore (MullOwnItPage *self);
gboolean mull_own_it_page_is_changed (MullOwnItPage *self);
gboolean mull_own_it_page_differs (MullOwnItPage *self);
void mull_own_it_page_type_lesson (MullOwnItPage *self);
void mull_own_it_page_note_typed (MullOwnItPage *self);
char *mull_own_it_page_dup_draft (GtkWidget *page);
char *mull_own_it_page_dup_text (GtkTextView *view);
void mull_own_it_page_add_way (MullOwnItPage *self);
void mull_own_it_page_fill_in (MullOwnItPage *self);
void mull_own_it_page_update_fields (MullOwnItPage *self);

/* Saving it. */
gboolean mull_own_it_page_save (MullOwnItPage *self);
gboolean mull_own_it_page_check_call (MullOwnItPage *self);
gboolean mull_own_it_page_load (MullOwnItPage *self, gint64 commitment_id, GError **error);

/* The reviewer. */
void mull_own_it_page_schedule_review (MullOwnItPage *self);

G_END_DECLS
