/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-stage.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* 2024-05-15 10:00 UTC, a Wednesday. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1715767200000000)

/* A new folder, and what removes it with all that is in it. */
char *fixture_make_folder (void);
/* For what is made thousands of times. */
char *fixture_make_quick_folder (void);
void fixture_remove_folder (char *folder);
/* The file called @name, and it must be there. */
void fixture_copy_file (const char *from, const char *to, const char *name);

MullClock *fixture_make_clock (void);
/* A workspace in @folder; any failure ends the test. */
MullWorkspace *fixture_open (const char *folder);
/* Closes and lets go of it. */
void fixture_close (MullWorkspace *workspace);
/* A database of our own making in @folder. */
MullDatabase *fixture_open_copy (const char *folder);

/* Rows that others need; inside a transaction. */
MullStage *fixture_insert_stage (MullDatabase *db) G_GNUC_WARN_UNUSED_RESULT;
MullDeal *fixture_insert_deal (MullDatabase *db,
                               gint64 stage_id,
                               const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* For tests in which thousands of things go wrong: what could not be tidied up is said as a
 * warning, which is no failure, and what else is logged is not shown. */
void fixture_expect_trouble (void);
/* How much to do: what the environment says, for a release, or @usual. */
guint fixture_get_size (const char *variable, guint usual);
/* The database @path, which nobody has open, as it was before pages had sums. */
void fixture_strip_sums (const char *path);
/* A bit of a page of @path that nobody has is turned over. */
void fixture_spoil_free_page (const char *path);
gint64 fixture_query (MullDatabase *db, const char *sql);
char *fixture_digest (MullDatabase *db);
/* SHA-256 of a file. */
char *fixture_hash_file (const char *path);
/* Everything that is derived says what the content says. */
void fixture_check_derived (MullWorkspace *workspace);

G_END_DECLS
