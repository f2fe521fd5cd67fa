/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date-entry.h"
#include "mull-draft-keeper.h"
#include "mull-kept-line.h"
#include "mull-new-deal-window.h"
#include "mull-suggest-entry.h"

G_BEGIN_DECLS

struct _MullNewDealWindow
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkScrolledWindow *scrolled;
  GtkEntry *deal_title;
  MullSuggestEntry *company;
  GtkEntry *person;
  GtkEntry *value;
  GtkEntry *currency;
  MullDateEntry *expected;
  GtkDropDown *stage;
  GtkLabel *trouble;
  MullKeptLine *kept;

  /* Owned */
  MullWorkspace *workspace;
  GPtrArray *stages; /* (element-type MullStage) */
  GSettings *settings;
  MullDraftKeeper *drafts;
  char *usual_currency;

  guint usual_stage;
  /* Values are being shown, not typed. */
  gboolean showing;
};

/* Keeps what is typed until the deal is there. */
void mull_new_deal_window_begin_draft (MullNewDealWindow *self, gboolean any_stage);
void mull_new_deal_window_discard_draft (MullNewDealWindow *self);

G_END_DECLS
