/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-backup.h"
#include "mull-custodian-job.h"
#include "mull-custodian.h"
#include "mull-sweep.h"

G_BEGIN_DECLS

/* Only for the files of the custodian. */

/* A backup that is so old is followed by one at the start, or at the end of work. */
#define MULL_CUSTODIAN_AGE_AT_START G_TIME_SPAN_DAY

struct _MullCustodian
{
  GObject parent_instance;

  /* Borrowed: it owns this */
  MullWorkspace *workspace;
  /* Owned */
  MullBackup *backup;
  MullSweep *sweep;
  char *folder;

  guint step_source;
  guint check_source;  /* the check that had to give way begins anew */
  guint check_seconds; /* after how long */
  guint check_serial;  /* of the check that the backup waits for */
  gboolean is_checking;
  gint64 n_changes;       /* mull_database_count_changes() at the last look */
  guint n_conversions;    /* how often it was begun to give the file its sums */
  gboolean is_converting; /* it is under way */
  GCancellable *stop;     /* owned, (nullable): of what is made for that */
  gboolean is_checked;    /* it passed: what is copied next may have wrong pages that are free */
  guint look_source;
  guint sweep_source;
  gint64 worked_since;    /* monotonic */
  gint64 rechecked_at;    /* when it was last tried, whatever came of it, or 0 */
  gint64 swept_at;        /* monotonic, or 0 */
  gint64 drafts_swept_at; /* likewise */
  gboolean in_thread;
  MullCustodianJob *job;   /* borrowed from its task, until that came back; NULL if there is none */
  MullBackupReason reason; /* of the last backup that was begun */

  GMutex mutex; /* for what follows */
  GCond is_over;
  gboolean is_running;
};

void mull_custodian_tell_failure (MullCustodian *self, const GError *error);
void mull_custodian_tell_made (MullCustodian *self, const char *path);
void mull_custodian_remind (MullCustodian *self);

/* mull-custodian-thread.c */
void mull_custodian_note_outside (MullCustodian *self, MullCustodianJob *job);
MullCustodianJob *mull_custodian_new_job (MullCustodian *self) G_GNUC_WARN_UNUSED_RESULT;
/* The jobs are taken. */
void mull_custodian_run_completion (MullCustodian *self, MullCustodianJob *job);
void mull_custodian_run_recheck (MullCustodian *self, MullCustodianJob *job);
void mull_custodian_run_sweep (MullCustodian *self, MullCustodianJob *job);
void mull_custodian_run_conversion (MullCustodian *self, MullCustodianJob *job);

/* Copies from now on, in short steps. */
void mull_custodian_begin_steps (MullCustodian *self);

/* mull-custodian-check.c */
void mull_custodian_begin_check (MullCustodian *self);
gboolean mull_custodian_end_check (MullCustodian *self);

/* mull-custodian-convert.c */
gboolean mull_custodian_convert (MullCustodian *self);
void mull_custodian_go_on_converting (MullCustodian *self, const MullCustodianJob *job);
void mull_custodian_end_conversion (MullCustodian *self, MullCustodianJob *job, GError *error);
void mull_custodian_stop_conversion (MullCustodian *self);

/* mull-custodian-watch.c */
void mull_custodian_end_sweep (MullCustodian *self);

G_END_DECLS
