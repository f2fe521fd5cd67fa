/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-composer.h"
#include "mull-date-entry.h"
#include "mull-draft-keeper.h"
#include "mull-file-tray.h"
#include "mull-quiet-guard.h"

G_BEGIN_DECLS

struct _MullComposer
{
  GtkWidget parent_instance;

  /* Template children */
  GtkTextView *text;
  GtkWidget *hint;
  GtkDropDown *kind;
  GtkWidget *direction_box;
  GtkToggleButton *out;
  GtkToggleButton *in;
  GtkToggleButton *both;
  GtkWidget *reached_box;
  GtkToggleButton *reached;
  GtkToggleButton *missed;
  GtkToggleButton *more;
  MullFileTray *files;
  GtkLabel *problem;
  MullQuietGuard *guard;
  GtkDropDown *person;
  MullDateEntry *day;
  GtkEditable *time;
  GtkEditable *effort;
  GtkCheckButton *private;
  GtkTextView *words;

  /* Owned */
  MullWorkspace *workspace;
  MullDraftKeeper *drafts;
  GPtrArray *people; /* (element-type MullPerson): as @person offers them: first nobody, NULL */

  gint64 deal_id;
  gint64 likely_id; /* whom it is suggested to name */
  char currency[4];
  /* By the rep, since the last entry: how it went, and with whom. */
  gboolean chosen;
  gboolean person_chosen;
  gboolean frozen;
};

MullEntryKind mull_composer_get_kind (MullComposer *self);
MullDirection mull_composer_get_direction (MullComposer *self);
char *mull_composer_dup_words (MullComposer *self);
void mull_composer_clear (MullComposer *self);

gboolean mull_composer_asks_reached (MullComposer *self);
gboolean mull_composer_is_reached (MullComposer *self);
gboolean mull_composer_log_with_pass (MullComposer *self, const MullQuietPass *pass);
void mull_composer_set_problem (MullComposer *self, const char *text);

/* With whom. */
gint64 mull_composer_get_person (MullComposer *self);
const char *mull_composer_get_person_uuid (MullComposer *self);
void mull_composer_choose_person (MullComposer *self, const char *uuid);
void mull_composer_suggest_person (MullComposer *self);

/* The files that go with it. */
void mull_composer_install_files (GtkWidgetClass *widget_class);
void mull_composer_accept_files (MullComposer *self);

/* The draft: what is typed and not yet logged. */
void mull_composer_init_drafts (MullComposer *self);
void mull_composer_queue_draft (MullComposer *self);
void mull_composer_restore_draft (MullComposer *self, const char *deal_uuid);
void mull_composer_drop_draft (MullComposer *self);

G_END_DECLS
