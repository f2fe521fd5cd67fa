/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-sqlite.h"

G_BEGIN_DECLS

/* Only for the files of this folder; the fields are for those of the database itself. */
struct _MullDatabase
{
  GObject parent_instance;

  /* Owned */
  char *path;
  sqlite3 *handle;
  GHashTable *by_address; /* literal → MullStatement, not owned */
  GHashTable *by_text;    /* text → MullStatement */

  /* Loans */
  GThread *home;   /* whom the connection belongs to */
  GThread *thread; /* who may use it now: another one while it is lent */
  GMutex loan_mutex;
  GCond loan_cond;
  GCancellable *cancellable; /* owned */
  gboolean gives_way;        /* the loan ends as soon as the owner needs the connection */
  int is_wanted;             /* atomic: the owner needs it now */
  gboolean was_stopped;
  double from, to; /* of the part of the work that is under way */
  int progress;    /* atomic */

  /* Trouble */
  MullDatabaseTroubleFunc trouble_func;
  gpointer trouble_data;
  int trouble; /* atomic: a MullError that the listener is about to be told of, or -1 */

  /* State */
  MullDatabaseMode mode;
  int version;
  guint n_extra;     /* statements in use outside the cache */
  gint64 n_replaced; /* how often another content took the place of what was there */
  guint n_copies;    /* backups that are being copied from it */
  gboolean sync_failed;
  gboolean is_begun;       /* a transaction was begun that is neither stored nor taken back */
  gboolean must_roll_back; /* it is still there because it could not be taken back */
  gboolean lacked_memory;  /* something read since the transaction began is not what is stored */
  gboolean leaves_log;
  gboolean check_plans;
};

sqlite3 *mull_database_get_handle (MullDatabase *self);
MullDatabaseMode mull_database_get_mode (MullDatabase *self);
/* Sets @error from what the connection failed with last. Remembers a failed sync. Always FALSE. */
gboolean mull_database_fail (MullDatabase *self, int code, GError **error);
/* A value could not be had, which only whoever asked for it sees. */
void mull_database_note_lack (MullDatabase *self);
void mull_database_set_version (MullDatabase *self, int version);
gboolean
mull_database_query_int64 (MullDatabase *self, const char *sql, gint64 *value, GError **error);

gboolean mull_database_create_file (const char *path, GError **error);
gboolean mull_database_check_usable (MullDatabase *self, GError **error);

/* mull-database-transaction.c */
gboolean mull_database_begin_exclusive (MullDatabase *self, GError **error);
gboolean mull_database_is_adrift (MullDatabase *self);
gboolean mull_database_retry_rollback (MullDatabase *self, GError **error);
/* mull-database-trouble.c */
void mull_database_note_trouble (MullDatabase *self, int code, int system_error);
void mull_database_note_failed_sync (MullDatabase *self);
/* When it is closed, its log is moved into it, unless that must not be done. */
void mull_database_take_log (MullDatabase *self);

/* mull-database-check.c */
/* Sets @error. Always FALSE. */
gboolean mull_database_set_damaged (MullDatabase *self, const char *finding, GError **error);
/* mull-database-sums.c */
gboolean mull_database_write_with_sums (MullDatabase *self, const char *path, GError **error);

/* mull-database-setup.c */
gboolean mull_database_harden (MullDatabase *self, GError **error);
gboolean mull_database_configure (MullDatabase *self, GError **error);

/* mull-statement.c */
MullStatement *mull_statement_new (MullDatabase *db, sqlite3_stmt *handle, gboolean cached);
void mull_statement_free (MullStatement *self);
gboolean mull_statement_take (MullStatement *self);
sqlite3_stmt *mull_statement_get_handle (MullStatement *self);
/* A statement outside the cache was let go of. */
void mull_database_forget_statement (MullDatabase *self, MullStatement *statement);

G_END_DECLS
