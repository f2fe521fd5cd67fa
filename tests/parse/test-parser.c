/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-parser.h"

#include "mull-csv-records.h"
#include "mull-error.h"

#include <gio/gio.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER TRUE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER TRUE
#endif
#endif
#ifndef HAS_ADDRESS_SANITIZER
#define HAS_ADDRESS_SANITIZER FALSE
#endif

/* What a parser may be made to try, and what is said of it. This process lives on. */
static void
test_sandbox_holds (void)
{
  static const struct
  {
    const char *act;
    const char *says;
    gboolean is_of_sanitizer; /* takes it upon itself, and much memory for it */
  } cases[] = {
    { "open-file", "to do more than read" },
    { "connect", "to do more than read" },
    { "fork", "to do more than read" },
    { "exec", "to do more than read" },
    { "kill", "to do more than read" },
    { "make-code", "to do more than read" },
    { "write-elsewhere", "to do more than read" },
    { "eat-memory", "too much memory", TRUE },
    { "burn", "takes too long" },
    { "crash", "stopped half way", TRUE },
    { "abort", "stopped half way", TRUE },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\n", 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const request[] = { cases[i].act, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) frames = NULL;

      if (HAS_ADDRESS_SANITIZER && cases[i].is_of_sanitizer)
        continue;
      g_test_message ("%s", cases[i].act);
      frames = mull_parser_run_program (g_getenv ("SANDBOX_PROBE"), request, bytes, NULL, &error);
      g_assert_null (frames);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "This file could not be read safely: "));
      g_assert_true (g_str_has_suffix (error->message, "; nothing was changed."));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_sandbox_lets_parse (void)
{
  const char *const request[] = { "good", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frames =
      mull_parser_run_program (g_getenv ("SANDBOX_PROBE"), request, bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (frames, NULL), g_bytes_get_size (frames), "\2\0\0\0E\0", 6);
}

/* What comes through the pipe is not trusted because the program ended well. */
static void
test_nonsense (void)
{
  const char *const request[] = { "nonsense", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frames =
      mull_parser_run_program (g_getenv ("SANDBOX_PROBE"), request, bytes, NULL, &error);
  g_autoptr (MullCsvRecords) records = NULL;
  const MullCsvRecord *record;

  g_assert_no_error (error);
  records = mull_csv_records_new (frames);
  g_assert_cmpint (mull_csv_records_next (records, &record, &error), ==, MULL_CSV_STEP_FAILED);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "makes no sense"));
}

static gpointer
cancel_thread (gpointer data)
{
  /* Not a wait for something: whenever it is cancelled it has to go. This long, it is at work. */
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

/* A parser that neither works nor ends goes when the user has had enough. */
static void
test_cancel (void)
{
  const char *const request[] = { "sleep", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_assert_null (
      mull_parser_run_program (g_getenv ("SANDBOX_PROBE"), request, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_missing (void)
{
  const char *const request[] = { "csv", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_parser_run_program ("/no/such/program", request, bytes, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INTERNAL);
}

/* It asks for nothing that it was not made for. */
static void
test_usage (void)
{
  const char *const request[] = { "pdf", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_parser_run (request, bytes, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parser/sandbox-holds", test_sandbox_holds);
  g_test_add_func ("/parser/sandbox-lets-parse", test_sandbox_lets_parse);
  g_test_add_func ("/parser/nonsense", test_nonsense);
  g_test_add_func ("/parser/cancel", test_cancel);
  g_test_add_func ("/parser/missing", test_missing);
  g_test_add_func ("/parser/usage", test_usage);
  return g_test_run ();
}
