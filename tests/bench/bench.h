/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every program here shares: a clock, samples, and results as lines "name=value" on standard
 * output, which run.py reads. Times are milliseconds. */

#define BENCH_NOW "2026-03-02T09:00"
/* Deal 1 of the data has this many entries. */
#define BENCH_LONG_DEAL 1
#define BENCH_LONG_ENTRIES 1000

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
