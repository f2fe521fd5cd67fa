/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-error.h"
#include "mull-statement.h"

G_BEGIN_DECLS

/**
 * MullDatabase:
 *
 * The one connection to a database file, confined to the thread that opened it. The live file has
 * exactly one (SQLite before 3.51.3 can corrupt a WAL file that two connections checkpoint).
 */
#define MULL_TYPE_DATABASE (mull_database_get_type ())
G_DECLARE_FINAL_TYPE (MullDatabase, mull_database, MULL, DATABASE, GObject)

/**
 * MullDatabaseMode:
 * @MULL_DATABASE_LIVE: the rep's file: exclusive, WAL, FULL, migrated to our version
 * @MULL_DATABASE_COPY: a file of our own making that nobody else has (a snapshot, a test)
 * @MULL_DATABASE_LOOK: read only, trusted with nothing: a backup, a foreign file
 */
typedef enum
{
  MULL_DATABASE_LIVE,
  MULL_DATABASE_COPY,
  MULL_DATABASE_LOOK,
} MullDatabaseMode;

MullDatabase *mull_database_open (const char *path,
                                  MullDatabaseMode mode,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Checkpoints, truncates the log and closes; FALSE if something could not be written. */
gboolean mull_database_close (MullDatabase *self, GError **error);

const char *mull_database_get_path (MullDatabase *self);
int mull_database_get_version (MullDatabase *self);

/* @sql must be a literal: the statement cache keys on its address. */
MullStatement *mull_database_prepare (MullDatabase *self,
                                      const char *sql,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For SQL put together from our own constants (record stores); cached by its text. */
MullStatement *mull_database_prepare_built (MullDatabase *self,
                                            const char *sql,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Only for reading everything (export, checks, digests): no plan is expected of it. */
MullStatement *mull_database_prepare_scan (MullDatabase *self,
                                           const char *sql,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Runs one or more statements without parameters; rows are thrown away. */
gboolean mull_database_exec (MullDatabase *self, const char *sql, GError **error);
/* The query plan of @sql, one step a line. */
char *mull_database_explain (MullDatabase *self,
                             const char *sql,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* How many database files this process has opened so far. */
guint mull_database_count_opened (void);

gint64 mull_database_last_insert_id (MullDatabase *self);
int mull_database_changes (MullDatabase *self);
/* Whether anything was written since then. */
gint64 mull_database_count_changes (MullDatabase *self);
void mull_database_release_memory (MullDatabase *self);
gboolean mull_database_in_transaction (MullDatabase *self);

gboolean mull_database_begin (MullDatabase *self, GError **error);
gboolean mull_database_commit (MullDatabase *self, GError **error);
void mull_database_rollback (MullDatabase *self);

/* Around applying a changeset, outside a transaction; the references are then checked by hand. */
gboolean mull_database_pause_foreign_keys (MullDatabase *self, GError **error);
void mull_database_resume_foreign_keys (MullDatabase *self);

/* For work that takes long: another thread has the connection for a while. */
gboolean mull_database_lend (MullDatabase *self, gboolean gives_way);
void mull_database_borrow (MullDatabase *self, GCancellable *cancellable);
void mull_database_give_back (MullDatabase *self);
void mull_database_await (MullDatabase *self);
gboolean mull_database_is_home (MullDatabase *self);
gboolean mull_database_was_stopped (MullDatabase *self);
/* For the borrower, where no statement runs: whether to go on. */
gboolean mull_database_check_stop (MullDatabase *self, GError **error);
/* What takes long on another connection of the borrower ends as that on @other does. */
void mull_database_stop_with (MullDatabase *self, MullDatabase *other);
/* What takes long on a connection that is not lent. */
void mull_database_stop_by (MullDatabase *self, GCancellable *cancellable);
/* For the borrower: from now on the work is not stopped any more. */
void mull_database_go_through (MullDatabase *self);
/* The connection belongs to the calling thread from now on; whoever had it must be done with it. */
void mull_database_adopt (MullDatabase *self);
/* For the borrower: what is told as progress is that of a part of the work. */
void mull_database_set_part (MullDatabase *self, double from, double to);
void mull_database_set_progress (MullDatabase *self, double progress);
double mull_database_get_progress (MullDatabase *self);

/**
 * MullDatabaseTroubleFunc:
 * @kind: what happened
 *
 * Told of what concerns everybody who works with the file.
 */
typedef void (*MullDatabaseTroubleFunc) (MullError kind, gpointer user_data);

void mull_database_set_trouble_func (MullDatabase *self,
                                     MullDatabaseTroubleFunc func,
                                     gpointer user_data);
/* Nothing is moved from the log into the file any longer. */
void mull_database_leave_log (MullDatabase *self);

/* Whether a page that is not what was written is noticed by its sum. */
gboolean mull_database_has_sums (MullDatabase *self);
/* integrity_check, foreign_key_check and the full-text index against its tables. */
gboolean mull_database_check (MullDatabase *self, GError **error);
/* One line "table rows sha256" per content table; ids and the undo log are left out. */
char *mull_database_digest (MullDatabase *self, GError **error);
/* Moves the log into the file; called when idle. */
gboolean mull_database_checkpoint (MullDatabase *self, GError **error);

G_END_DECLS
