/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-importer-stop"

#include "config.h"

#include "mull-importer.h"

#include "importer-fixture.h"
#include "mull-error.h"
#include "store-fixture.h"

/* More with MULLIGAN_TEST_STOPS. */
#define N_STOPS 50
#define DEALS "Deal,Stage\nValve,Propose\nPump,Propose\n"

/* ── Stopping ─────────────────────────────────────────────────────────── */

typedef struct
{
  GCancellable *cancellable;
  /* How far it is let come, from 0 to 1. */
  double stop_at;
} Stopper;

static void
on_progress_cb (double progress, gpointer user_data)
{
  Stopper *stopper = user_data;

  g_assert_cmpfloat (progress, >=, 0);
  g_assert_cmpfloat (progress, <=, 1);
  if (progress >= stopper->stop_at)
    g_cancellable_cancel (stopper->cancellable);
}

static MullImportFile *
make_long_file (guint n_rows)
{
  g_autoptr (GString) text = g_string_new ("Id,Deal,Company,Stage,Value,Contact,Email\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%u,Deal %u,Company %u,Propose,%u,Person %u,p%u@mail.example\n",
                            i, i, i % 97, i, i, i);
  return importer_fixture_read_text (text->str);
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static gboolean
run_async (MullImporter *importer, MullImporterMode mode, Stopper *stopper, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mull_importer_run_async (importer, mode, stopper->cancellable, on_progress_cb, stopper, on_run_cb,
                           &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mull_importer_run_finish (importer, result, error);
}

static void
test_cancel (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImportFile) file = make_long_file (8000);
  g_autofree char *before = NULL;
  g_autoptr (MullImporter) importer = NULL;
  g_autoptr (MullImporter) other = importer_fixture_import_text (fixture, DEALS);
  guint n_stops = fixture_get_size ("MULLIGAN_TEST_STOPS", N_STOPS);
  g_autoptr (GError) error = NULL;

  importer = mull_importer_new (fixture->workspace, file);
  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  before = fixture_digest (fixture->db);
  for (guint i = 0; i < n_stops; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Stopper stopper = { cancellable, i / (2.0 * n_stops) };
      g_autofree char *after = NULL;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (run_async (importer, MULL_IMPORTER_IN_EARNEST, &stopper, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_false (mull_workspace_is_bulk (fixture->workspace));
      after = fixture_digest (fixture->db);
      g_assert_cmpstr (before, ==, after);
    }
  fixture_check_derived (fixture->workspace);
}

typedef struct
{
  MullWorkspace *workspace;
  gboolean freezes;
  double from;
} Ending;

static void
on_ending_progress_cb (double progress, gpointer user_data)
{
  Ending *ending = user_data;
  g_autoptr (GError) error = NULL;

  if (progress < ending->from)
    return;
  if (ending->freezes)
    mull_workspace_freeze (ending->workspace, MULL_FREEZE_LOOK, "Held.");
  else
    mull_workspace_close (ending->workspace, &error);
  g_assert_no_error (error);
}

/* Whoever holds or closes the data takes the step of an import back, which then ends: in the midst
 * of the rows, and after the last of them. */
static void
check_ending (ImporterFixture *fixture, gboolean freezes, double from)
{
  g_autoptr (MullImportFile) file = make_long_file (2000);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Ending ending = { fixture->workspace, freezes, from };

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  mull_importer_run_async (importer, MULL_IMPORTER_IN_EARNEST, NULL, on_ending_progress_cb, &ending,
                           on_run_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mull_importer_run_finish (importer, result, &error));
  if (freezes)
    g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  if (freezes)
    g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 0);
}

static void
test_closed_amid (ImporterFixture *fixture, gconstpointer data)
{
  check_ending (fixture, FALSE, 0);
}

static void
test_closed_at_end (ImporterFixture *fixture, gconstpointer data)
{
  check_ending (fixture, FALSE, 0.7);
}

static void
test_frozen_amid (ImporterFixture *fixture, gconstpointer data)
{
  check_ending (fixture, TRUE, 0);
}

static void
test_frozen_at_end (ImporterFixture *fixture, gconstpointer data)
{
  check_ending (fixture, TRUE, 0.7);
}

/* ── Indexing and storing, in another thread ──────────────────────────── */

typedef struct
{
  MullWorkspace *workspace;
  GCancellable *cancellable;
  double stop_from;
  guint n_late_calls; /* after the last row */
  guint n_refused;
} Watch;

static gboolean
do_nothing_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return TRUE;
}

static void
on_watch_progress_cb (double progress, gpointer user_data)
{
  Watch *watch = user_data;
  g_autoptr (GError) error = NULL;

  if (progress < 0.7)
    return;
  watch->n_late_calls++;
  if (progress == 1)
    return;
  if (!mull_workspace_transact (watch->workspace, MULL_OP_LOG, "Log", 0, do_nothing_cb, NULL,
                                &error))
    watch->n_refused++;
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  if (progress >= watch->stop_from)
    g_cancellable_cancel (watch->cancellable);
}

static gboolean
run_watched (MullImporter *importer, Watch *watch, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  watch->n_late_calls = watch->n_refused = 0;
  mull_importer_run_async (importer, MULL_IMPORTER_IN_EARNEST, watch->cancellable,
                           on_watch_progress_cb, watch, on_run_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return mull_importer_run_finish (importer, result, error);
}

/* The window goes on meanwhile: it is told of the progress, may stop it, and is refused changes. */
static void
test_commit_aside (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImportFile) file = make_long_file (12000);
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { fixture->workspace, cancellable, 0.7, 0, 0 };

  mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (run_watched (importer, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
  fixture_check_derived (fixture->workspace);

  g_cancellable_reset (cancellable);
  watch.stop_from = 2;
  g_assert_true (run_watched (importer, &watch, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (watch.n_late_calls, >, 1);
  g_assert_cmpuint (watch.n_refused, ==, watch.n_late_calls - 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 12000);
  fixture_check_derived (fixture->workspace);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ImporterFixture *, gconstpointer);
  } tests[] = {
    { "/importer-stop/cancel", test_cancel },
    { "/importer-stop/closed-amid", test_closed_amid },
    { "/importer-stop/closed-at-end", test_closed_at_end },
    { "/importer-stop/frozen-amid", test_frozen_amid },
    { "/importer-stop/frozen-at-end", test_frozen_at_end },
    { "/importer-stop/commit-aside", test_commit_aside },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImporterFixture, NULL, importer_fixture_set_up, tests[i].func,
                importer_fixture_tear_down);
  return g_test_run ();
}
