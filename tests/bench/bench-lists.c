/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "bench-lists"

/* bench-lists FOLDER N
 *
 * What the window looks up on the main loop, by the functions that it calls, without a window: what
 * there is to do today, what changed since last week, people and companies by name. */

#include "config.h"

#include "bench.h"

#include "mull-contact-list.h"
#include "mull-since.h"
#include "mull-today-list.h"

#include <locale.h>
#include <stdlib.h>

/* As the page of people does. */
#define N_CONTACTS 200

/* Common and rare beginnings, nothing at all, and what nobody is called. */
static const char *const typed[] = { "", "s", "st", "sta", "stati", "xq", "moor", "f" };

static void
count_today (MullWorkspace *workspace, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullTodayList) list = mull_today_list_load_items (workspace, &error);

  bench_check (error);
}

static void
load_today (MullWorkspace *workspace, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullTodayList) list = mull_today_list_load (workspace, &error);

  bench_check (error);
}

static void
load_since (MullWorkspace *workspace, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      mull_since_load (workspace, mull_workspace_get_today (workspace) - 7, &error);

  bench_check (error);
}

static void
find_people (MullWorkspace *workspace, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = mull_contact_list_find (
      workspace, i % 2 == 1, typed[i / 2 % G_N_ELEMENTS (typed)], N_CONTACTS, &error);

  bench_check (error);
}

static const struct
{
  const char *name;
  void (*look_up) (MullWorkspace *workspace, guint i);
} kinds[] = { { "count", count_today },
              { "today", load_today },
              { "since", load_since },
              { "people", find_people } };

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullClock) clock = mull_clock_new_from_text (BENCH_NOW, &error);
  g_autoptr (MullWorkspace) workspace = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 3)
    return 2;
  workspace = mull_workspace_open (argv[1], clock, &error);
  bench_check (error);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (BenchSamples) samples = bench_samples_new ();
      g_autofree char *name = g_strconcat (kinds[kind].name, "_ms", NULL);

      for (guint i = 0, n = (guint) atoi (argv[2]); i < n; i++)
        {
          double start = bench_now_ms ();

          kinds[kind].look_up (workspace, i);
          bench_samples_add (samples, bench_now_ms () - start);
        }
      bench_samples_print (samples, name);
    }
  if (!mull_workspace_close (workspace, &error))
    bench_check (error);
  return EXIT_SUCCESS;
}
