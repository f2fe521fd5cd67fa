/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-print"

/* bench-print FOLDER FILE
 *
 * The brief of a usual deal as PDF, with all that has to be read for it. The first one loads
 * fonts; what counts is the ones after it. */

#include "config.h"

#include "bench.h"

#include "mull-brief-loader.h"
#include "mull-brief.h"
#include "mull-pdf.h"

#include <locale.h>
#include <stdlib.h>

#define N_TIMES 10

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (BenchSamples) samples = bench_samples_new ();

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 3)
    return 2;
  workspace = mull_workspace_open (argv[1], clock, &error);
  bench_check (error);
  for (int i = 0; i <= N_TIMES; i++)
    {
      double start = bench_now_ms ();
      g_autoptr (MullBriefContent) content =
          mull_brief_loader_load (workspace, BENCH_USUAL_DEAL, NULL, &error);
      g_autoptr (MullLayout) layout = NULL;
      MullBriefOptions options;

      bench_check (error);
      mull_brief_options_init (&options);
      options.two_pages = TRUE;
      layout = mull_brief_new (content, &options);
      if (!mull_pdf_write (layout, argv[2], "Brief", &error))
        bench_check (error);
      if (i > 0)
        bench_samples_add (samples, bench_now_ms () - start);
      else
        bench_print ("first_ms", bench_now_ms () - start);
    }
  bench_samples_print (samples, "print_ms");
  if (!mull_workspace_close (workspace, &error))
    bench_check (error);
  return EXIT_SUCCESS;
}
