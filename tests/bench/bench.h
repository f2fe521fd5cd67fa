/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every program here shares: a clock, samples, and results as lines "name=value" on standard
 * output, which run.py reads. Times are milliseconds. */

#define BENCH_NOW "2026-03-02T09:00"
/* One deal of the data has a very long timeline, some have the usual one of a deal that is being
 * worked on; the other entries are spread by chance. */
#define BENCH_LONG_DEAL 1
#define BENCH_LONG_ENTRIES 1000
#define BENCH_USUAL_DEAL 2
#define BENCH_N_USUAL 20
#define BENCH_USUAL_ENTRIES 50

double bench_now_ms (void);

/**
 * BenchSamples:
 *
 * Measured values of one thing.
 */
typedef GArray BenchSamples;

BenchSamples *bench_samples_new (void);
void bench_samples_add (BenchSamples *self, double value);
double bench_samples_quantile (BenchSamples *self, double fraction);
guint bench_samples_count_over (BenchSamples *self, double limit);
void bench_samples_print (BenchSamples *self, const char *name);

void bench_print (const char *name, double value);
/* Ends the program if @error is set: a benchmark has nothing to tell after a failure. */
void bench_check (GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSamples, g_array_unref)

G_END_DECLS
