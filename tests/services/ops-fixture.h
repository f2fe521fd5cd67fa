/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* A workspace with the usual stages and one deal with one person. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullDatabase *db;
  MullClock *clock;
  gint64 pipeline_id;
  gint64 stages[4];
  gint64 deal_id;
  gint64 person_id;
  char *digest;
} OpsFixture;

void ops_fixture_set_up (OpsFixture *fixture, gconstpointer data);
void ops_fixture_tear_down (OpsFixture *fixture, gconstpointer data);

/* Remembers the content; what follows must be one step that undo takes back and redo repeats, both
 * to the last byte. */
void ops_fixture_before (OpsFixture *fixture);
void ops_fixture_assert_one_step (OpsFixture *fixture);
/* What follows must change nothing, and leave no step. */
void ops_fixture_assert_nothing (OpsFixture *fixture);
MullDeal *ops_fixture_get_deal (OpsFixture *fixture);
/* The text of the newest entry on the timeline of the deal. */
char *ops_fixture_dup_last_entry (OpsFixture *fixture);

/* Whether the main loop goes on while a job in another thread is in the midst of it: the job is
 * held until that turns, once. Free it while the data is open. */
typedef struct _OpsTurns OpsTurns;
OpsTurns *ops_turns_new (MullWorkspace *workspace);
guint ops_turns_get (const OpsTurns *self);
void ops_turns_free (OpsTurns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpsTurns, ops_turns_free)

#define OPS_ADD(path, func)                                                                        \
  g_test_add (path, OpsFixture, NULL, ops_fixture_set_up, func, ops_fixture_tear_down)

G_END_DECLS
