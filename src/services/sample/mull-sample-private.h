/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-sample-data.h"
#include "mull-stage.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

#define SAMPLE_N_STAGES (DECIDE + 1)

/**
 * MullSample:
 * @base: the day from which days are counted: today, or the Friday before a weekend
 * @now: microseconds UTC
 * @touches: deal and days → id of its last touch on that day
 *
 * The sample pipeline on its way into a database, and the ids of what is there already.
 */
typedef struct
{
  MullDatabase *db;
  MullClock *clock;
  MullDay today;
  MullDay base;
  gint64 now;
  MullStage *stages[SAMPLE_N_STAGES];
  gint64 companies[CO_N];
  gint64 people[P_N];
  gint64 deals[D_N];
  GHashTable *touches;
} MullSample;

/* Days and times. */
void mull_sample_start_calendar (MullSample *self);
MullDay mull_sample_day (MullSample *self, int days);
MullDay mull_sample_next_working_day (MullSample *self, int days);
gint64 mull_sample_instant (MullSample *self, int days, int time);

/* Texts and ids. */
const char *mull_sample_text (const char *text);
void mull_sample_remember_touch (MullSample *self, int deal, int days, gint64 entry_id);
gint64 mull_sample_find_touch (MullSample *self, int deal, int days);

/* What is put in, in this order. */
gboolean mull_sample_write_contacts (MullSample *self, GError **error);
gboolean mull_sample_write_deals (MullSample *self, GError **error);
gboolean mull_sample_write_timelines (MullSample *self, GError **error);
gboolean mull_sample_write_commitments (MullSample *self, GError **error);
gboolean mull_sample_write_touches (MullSample *self, GError **error);
gboolean mull_sample_write_holes (MullSample *self, GError **error);
gboolean mull_sample_write_quiets (MullSample *self, GError **error);
gboolean mull_sample_write_roadblocks (MullSample *self, GError **error);
gboolean mull_sample_write_promises (MullSample *self, GError **error);

/* A line of the timeline that the app writes itself. */
gboolean mull_sample_write_event (MullSample *self,
                                  int deal,
                                  MullEntryKind kind,
                                  gint64 at,
                                  const char *change_line,
                                  const char *text,
                                  gint64 *entry_id,
                                  GError **error);

G_END_DECLS
