/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench"

#include "config.h"

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/**
 * bench_now_ms:
 *
 * Returns: a monotonic time in milliseconds, the same clock in every process
 */
double
bench_now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/**
 * bench_samples_new:
 *
 * Returns: (transfer full): no samples
 */
BenchSamples *
bench_samples_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * bench_samples_add:
 *
 * Takes a value in.
 */
void
bench_samples_add (BenchSamples *self, double value)
{
  g_array_append_val (self, value);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * bench_samples_quantile:
 * @fraction: 0.5 for the median, 1 for the largest
 *
 * Returns: the value that @fraction of the samples do not exceed; 0 without samples
 */
double
bench_samples_quantile (BenchSamples *self, double fraction)
{
  guint index;

  if (self->len == 0)
    return 0;
  g_array_sort (self, compare);
  index = (guint) (fraction * self->len);
  return g_array_index (self, double, MIN (index, self->len - 1));
}

/**
 * bench_samples_count_over:
 *
 * Returns: how many samples are greater than @limit
 */
guint
bench_samples_count_over (BenchSamples *self, double limit)
{
  guint n = 0;

  for (guint i = 0; i < self->len; i++)
    n += g_array_index (self, double, i) > limit;
  return n;
}

/**
 * bench_samples_print:
 *
 * Prints the number of samples, their median, the value that one in twenty exceeds, and the
 * largest.
 */
void
bench_samples_print (BenchSamples *self, const char *name)
{
  printf ("%s_n=%u\n%s_p50=%.4f\n%s_p95=%.4f\n%s_max=%.4f\n", name, self->len, name,
          bench_samples_quantile (self, 0.5), name, bench_samples_quantile (self, 0.95), name,
          bench_samples_quantile (self, 1));
  fflush (stdout);
}

/**
 * bench_print:
 *
 * Prints one result.
 */
void
bench_print (const char *name, double value)
{
  printf ("%s=%.4f\n", name, value);
  fflush (stdout);
}

/**
 * bench_check:
 * @error: (nullable): what went wrong
 */
void
bench_check (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}
