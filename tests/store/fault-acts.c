/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fault-acts"

#include "config.h"

#include "fault-acts.h"

#include "gestures.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-custody.h"
#include "mull-migrator.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_GESTURES 40
#define N_BULK 10
/* Where calls fail by their places, of so many one fails for good, too. */
#define STICKY_STRIDE 4

/* What an act acts on. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace; /* NULL while it is closed */
  GRand *rand;
  gboolean is_done_all_the_same; /* although it failed, as was told */
  guint n_done;                  /* acts of a session that went well */
} Stage;

typedef struct
{
  const char *name;
  gboolean (*run) (Stage *stage, GError **error);
  gboolean opens;
  gboolean is_plain; /* the file has no sums at first */
  gboolean migrates; /* what is left can only be opened by a later version */
  gboolean is_session;
} Act;

/* ── Acts ─────────────────────────────────────────────────────────────── */

/* With the log of one that was killed. */
static gboolean
act_open (Stage *stage, GError **error)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();

  stage->workspace = mull_workspace_open (stage->folder, clock, error);
  return stage->workspace != NULL;
}

static gboolean
act_change (Stage *stage, GError **error)
{
  return gesture_run (stage->workspace, stage->rand, error);
}

static gboolean
act_undo (Stage *stage, GError **error)
{
  return mull_workspace_undo (stage->workspace, error);
}

static gboolean
act_redo (Stage *stage, GError **error)
{
  return mull_workspace_redo (stage->workspace, error);
}

static gboolean
act_setting (Stage *stage, GError **error)
{
  return mull_workspace_set_setting (stage->workspace, "a", "b", error);
}

static gboolean
act_draft (Stage *stage, GError **error)
{
  return mull_workspace_set_draft (stage->workspace, "entry", "Typed, not yet said.", error);
}

static gboolean
act_bulk (Stage *stage, GError **error)
{
  if (!mull_workspace_begin_bulk (stage->workspace, error))
    return FALSE;
  for (guint i = 0; i < N_BULK; i++)
    if (!gesture_change (mull_workspace_get_database (stage->workspace), stage->rand, error))
      {
        mull_workspace_rollback_bulk (stage->workspace);
        return FALSE;
      }
  return mull_workspace_commit_bulk (stage->workspace, MULL_OP_IMPORT, "Import", error);
}

static gboolean
act_checkpoint (Stage *stage, GError **error)
{
  return mull_database_checkpoint (mull_workspace_get_database (stage->workspace), error);
}

static gboolean
act_back_up (Stage *stage, GError **error)
{
  g_autoptr (MullBackupManifest) made =
      mull_custody_back_up (stage->workspace, MULL_BACKUP_MANUAL, error);

  return made != NULL;
}

static char *
dup_backup (Stage *stage)
{
  return g_build_filename (stage->folder, "kept.db", NULL);
}

static gboolean
act_restore (Stage *stage, GError **error)
{
  g_autofree char *path = dup_backup (stage);
  g_autofree char *safety = NULL;
  gboolean good = mull_custody_restore (stage->workspace, path, &safety, error);

  stage->is_done_all_the_same = !good && safety != NULL;
  return good;
}

static gboolean
act_migrate (Stage *stage, GError **error)
{
  static const MullMigration steps[] = {
    { 2, NULL,
      "CREATE TABLE later (id INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;"
      "INSERT INTO later SELECT id, title FROM deal;"
      "ALTER TABLE deal ADD COLUMN later TEXT;"
      "UPDATE deal SET later = title" },
  };

  return mull_migrator_run_steps (mull_workspace_get_database (stage->workspace), steps, 1, FALSE,
                                  error);
}

static gboolean
act_close (Stage *stage, GError **error)
{
  gboolean good = mull_workspace_close (stage->workspace, error);

  g_clear_object (&stage->workspace);
  return good;
}

/* A day's work, from the log of the last one to the empty log of this one. */
static gboolean (*const session[]) (Stage *stage, GError **error) = {
  act_open, act_change, act_undo,       act_redo,   act_setting, act_draft,
  act_bulk, act_undo,   act_checkpoint, act_change, act_close,
};

static gboolean
act_session (Stage *stage, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (session); i++)
    {
      if (!session[i](stage, error))
        return FALSE;
      stage->n_done++;
    }
  return TRUE;
}

static const Act acts[] = {
  { .name = "open", .run = act_open, .opens = TRUE },
  { .name = "conversion", .run = act_open, .opens = TRUE, .is_plain = TRUE },
  { .name = "change", .run = act_change },
  { .name = "undo", .run = act_undo },
  { .name = "redo", .run = act_redo },
  { .name = "setting", .run = act_setting },
  { .name = "draft", .run = act_draft },
  { .name = "import", .run = act_bulk },
  { .name = "checkpoint", .run = act_checkpoint },
  { .name = "backup", .run = act_back_up },
  { .name = "restore", .run = act_restore },
  { .name = "migration", .run = act_migrate, .migrates = TRUE },
  { .name = "close", .run = act_close },
};

static const Act session_act = { .name = "session",
                                 .run = act_session,
                                 .opens = TRUE,
                                 .is_session = TRUE };

guint
fault_acts_get_n (void)
{
  return G_N_ELEMENTS (acts);
}

const char *
fault_acts_get_name (guint act)
{
  return acts[act].name;
}

/* ── The stage ────────────────────────────────────────────────────────── */

static void
copy_data (const char *from, const char *to)
{
  fixture_copy_file (from, to, "mulligan.db");
  fixture_copy_file (from, to, "mulligan.db-wal");
}

static void
strip_sums (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  fixture_strip_sums (path);
  g_file_set_contents (log, "", 0, &error);
  g_assert_no_error (error);
}

/* Data as a killed program leaves it: with a log, a step to undo and one to do again. */
static char *
make_template (const Act *act)
{
  char *folder = fixture_make_quick_folder ();
  char *killed = fixture_make_quick_folder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_GESTURES; i++)
    {
      gesture_run (workspace, rand, &error);
      g_assert_no_error (error);
      if (i == N_GESTURES / 2)
        {
          g_autoptr (MullBackupManifest) backup =
              mull_backup_make (mull_workspace_get_database (workspace), killed, "kept.db",
                                MULL_BACKUP_MANUAL, FIXTURE_NOW, &error);

          g_assert_no_error (error);
          g_assert_true (mull_database_checkpoint (mull_workspace_get_database (workspace), NULL));
        }
    }
  mull_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  copy_data (folder, killed);
  if (act->is_plain)
    strip_sums (killed);
  fixture_close (workspace);
  fixture_remove_folder (folder);
  return killed;
}

static char *
dup_state (MullWorkspace *workspace)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autofree char *digest = fixture_digest (db);
  g_autoptr (GError) error = NULL;
  g_autofree char *mark = mull_backup_dup_mark (db, &error);
  g_autofree char *setting = mull_workspace_dup_setting (workspace, "a");
  g_autofree char *draft = mull_workspace_dup_draft (workspace, "entry");
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  content = g_compute_checksum_for_string (G_CHECKSUM_SHA256, digest, -1);
  return g_strdup_printf ("%s %s %s %s", content, setting, draft, mark);
}

static void
set_stage (Stage *stage, const Act *act, const char *template)
{
  stage->folder = fixture_make_quick_folder ();
  stage->rand = g_rand_new_with_seed (17);
  copy_data (template, stage->folder);
  fixture_copy_file (template, stage->folder, "kept.db");
  stage->workspace = act->opens ? NULL : fixture_open (stage->folder);
}

static void
clear_stage (Stage *stage)
{
  g_clear_object (&stage->workspace);
  g_rand_free (stage->rand);
  fixture_remove_folder (stage->folder);
}

static void
assert_no_leftovers (Stage *stage)
{
  g_autofree char *backups = g_build_filename (stage->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MullDatabase) look = NULL;

      g_assert_false (g_str_has_prefix (name, MULL_BACKUP_TEMPORARY));
      if (!g_str_has_suffix (name, ".db"))
        continue;
      look = mull_database_open (path, MULL_DATABASE_LOOK, &error);
      g_assert_no_error (error);
      g_assert_true (mull_database_check (look, &error));
    }
}

/* ── One failure ──────────────────────────────────────────────────────── */

static void
assert_told (const FaultSource *source, const GError *error)
{
  g_assert_nonnull (error);
  if (error->domain != MULL_ERROR || !source->is_told_as ((MullError) error->code))
    g_error ("%s: told as %d: %s", source->describe (), error->code, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Whether the file was brought to the later version. */
static gboolean
is_migrated (Stage *stage)
{
  g_autofree char *path = g_build_filename (stage->folder, "mulligan.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  int version;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA integrity_check", 0, 0, 0), ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return version == 2;
}

/* What was told to the rep, as against what is there. */
typedef struct
{
  GPtrArray *states; /* one after the other, when all goes well */
  /* Of them: */
  const char *before;
  const char *after;
  gboolean good;
} Outcome;

static void
assert_one_of (const Outcome *outcome, const char *state)
{
  if (!g_str_equal (state, outcome->before))
    g_assert_cmpstr (state, ==, outcome->after);
}

/* A failed sync is the one thing of which nobody knows what it left. */
static gboolean
has_stopped (MullWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  if (mull_database_begin (mull_workspace_get_database (workspace), &error))
    {
      mull_database_rollback (mull_workspace_get_database (workspace));
      return FALSE;
    }
  g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
  return TRUE;
}

/* Goes on as the rep would: with the program as it is, then started anew. */
static void
look_at (Stage *stage, const Outcome *outcome)
{
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autoptr (GError) error = NULL;
  gboolean stopped = FALSE;

  if (stage->workspace != NULL)
    {
      here = dup_state (stage->workspace);
      stopped = has_stopped (stage->workspace);
      if (outcome->good || stage->is_done_all_the_same)
        g_assert_cmpstr (here, ==, outcome->after);
      else if (stopped)
        assert_one_of (outcome, here);
      else
        g_assert_cmpstr (here, ==, outcome->before);
      if (!mull_workspace_close (stage->workspace, &error))
        g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
      g_clear_object (&stage->workspace);
    }
  stage->workspace = fixture_open (stage->folder);
  g_assert_true (mull_database_check (mull_workspace_get_database (stage->workspace), NULL));
  there = dup_state (stage->workspace);
  if (here == NULL || stopped)
    assert_one_of (outcome, there);
  else
    g_assert_cmpstr (there, ==, here);
  g_assert_true (gesture_run (stage->workspace, stage->rand, NULL));
  fixture_close (g_steal_pointer (&stage->workspace));
  assert_no_leftovers (stage);
}

static void
look_at_migration (Stage *stage, const Outcome *outcome)
{
  if (outcome->good)
    {
      g_clear_object (&stage->workspace);
      g_assert_true (is_migrated (stage));
      return;
    }
  if (mull_database_get_version (mull_workspace_get_database (stage->workspace)) == 1)
    look_at (stage, outcome);
}

/* A session that was broken off is as it was after the last act that went well. */
static void
place (Outcome *outcome, const Act *act, guint n_done)
{
  guint last = outcome->states->len - 1;

  outcome->before = outcome->states->pdata[act->is_session && n_done > 0 ? n_done - 1 : 0];
  outcome->after = outcome->states->pdata[act->is_session ? MIN (n_done, last) : last];
}

/* Returns: whether the call was reached */
static gboolean
run_point (const Act *act,
           const FaultSource *source,
           const char *template,
           guint nth,
           gboolean sticky,
           Outcome *outcome,
           FaultResult *result)
{
  Stage stage = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean failed;

  set_stage (&stage, act, template);
  source->arm (nth, sticky);
  outcome->good = act->run (&stage, &error);
  source->disarm ();
  failed = source->has_failed ();
  place (outcome, act, stage.n_done);
  if (!outcome->good)
    assert_told (source, error);
  else
    g_assert_no_error (error);
  if (act->migrates)
    look_at_migration (&stage, outcome);
  else
    look_at (&stage, outcome);
  result->n_points += failed;
  result->n_told += !outcome->good;
  result->n_silent += failed && outcome->good;
  clear_stage (&stage);
  return failed;
}

static void
add_state (Outcome *outcome, MullWorkspace *workspace)
{
  g_ptr_array_add (outcome->states, dup_state (workspace));
}

/* How it is after each act of a session. Looking at it takes calls of its own, which do not
 * count. */
static void
rehearse_session (const char *template, Outcome *outcome)
{
  const Act opening = { .opens = TRUE };
  Stage stage = { 0 };
  g_autoptr (GError) error = NULL;

  set_stage (&stage, &opening, template);
  for (guint i = 0; i < G_N_ELEMENTS (session); i++)
    {
      session[i](&stage, &error);
      g_assert_no_error (error);
      if (stage.workspace != NULL)
        add_state (outcome, stage.workspace);
    }
  clear_stage (&stage);
}

/* Returns: (element-type guint): the first call from each place */
static GArray *
list_places (const Act *act, const FaultSource *source, const char *template)
{
  Stage stage = { 0 };
  g_autoptr (GError) error = NULL;
  GArray *places;

  set_stage (&stage, act, template);
  source->note_places ();
  source->arm (G_MAXUINT, FALSE);
  act->run (&stage, &error);
  source->disarm ();
  g_assert_no_error (error);
  places = source->list_places ();
  clear_stage (&stage);
  return places;
}

/* How it is when all goes well. Returns: the number of calls */
static guint
rehearse (const Act *act, const FaultSource *source, const char *template, Outcome *outcome)
{
  Stage stage = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_calls;

  if (act->is_session)
    rehearse_session (template, outcome);
  set_stage (&stage, act, template);
  if (stage.workspace != NULL)
    add_state (outcome, stage.workspace);
  source->arm (G_MAXUINT, FALSE);
  act->run (&stage, &error);
  n_calls = source->disarm ();
  g_assert_no_error (error);
  if (stage.workspace == NULL)
    stage.workspace = fixture_open (stage.folder);
  add_state (outcome, stage.workspace);
  clear_stage (&stage);
  return n_calls;
}

/* Returns: (element-type guint): the calls that are to fail */
static GArray *
list_calls (guint n_calls)
{
  GArray *calls = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_calls);

  for (guint nth = 1; nth <= n_calls; nth++)
    g_array_append_val (calls, nth);
  return calls;
}

static FaultResult
run_act (const Act *act, const FaultSource *source, guint max_points)
{
  char *template = make_template (act);
  Outcome outcome = { .states = g_ptr_array_new_with_free_func (g_free) };
  FaultResult result = { 0 };
  gboolean by_place = act->is_session && source->note_places != NULL;
  g_autoptr (GArray) calls = NULL;
  guint step;

  result.n_calls = rehearse (act, source, template, &outcome);
  calls = by_place ? list_places (act, source, template) : list_calls (result.n_calls);
  result.n_places = calls->len;
  step = MAX (calls->len / max_points, 1);
  for (int sticky = 0; sticky <= 1; sticky++)
    {
      guint stride = sticky && by_place ? step * STICKY_STRIDE : step;

      /* What fails for good is tried in other places if not all are. */
      for (guint i = sticky ? stride / 2 : 0; i < calls->len; i += stride)
        run_point (act, source, template, g_array_index (calls, guint, i), sticky, &outcome,
                   &result);
    }
  g_ptr_array_unref (outcome.states);
  fixture_remove_folder (template);
  return result;
}

FaultResult
fault_acts_run (guint index, const FaultSource *source, guint max_points)
{
  return run_act (&acts[index], source, max_points);
}

FaultResult
fault_acts_run_session (const FaultSource *source, guint max_points)
{
  return run_act (&session_act, source, max_points);
}
