/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-erasure"

#include "config.h"

#include "mull-erasure-private.h"

#include "mull-attachment-files.h"
#include "mull-contact-store.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "mull-person-address.h"
#include "mull-sweep.h"
#include "mull-workspace-private.h"

#include <glib/gi18n-lib.h>

/* How far it is when each part is over. */
#define AFTER_FIRST_BACKUP 0.4
#define AFTER_SECOND_BACKUP 0.9

static const char *
get_instead (void)
{
  /* Translators: stands in the place of words that were erased with the person they are about */
  return _ ("(erased)");
}

static gboolean
count_mentions_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  MullErasure *self = user_data;

  return mull_erase_store_person (db, self->person_id, get_instead (), error) &&
         mull_erase_store_count_mentions (db, self->name, &self->n_mentions, error);
}

static gboolean
read_person (MullErasure *self, MullDatabase *db, GError **error)
{
  g_autoptr (MullPerson) person = mull_person_store_get (db, self->person_id, error);
  g_autoptr (GPtrArray) addresses = NULL;
  g_autoptr (GStrvBuilder) texts = NULL;

  if (person == NULL ||
      (addresses = mull_person_address_store_list (db, self->person_id, error)) == NULL)
    return FALSE;
  self->name = g_strdup (person->name);
  self->uuid = g_strdup (person->uuid);
  texts = g_strv_builder_new ();
  g_strv_builder_add (texts, person->uuid);
  g_strv_builder_add (texts, person->name);
  for (guint i = 0; i < addresses->len; i++)
    g_strv_builder_add (texts, ((MullPersonAddress *) addresses->pdata[i])->value);
  self->texts = g_strv_builder_end (texts);
  return TRUE;
}

/**
 * mull_erasure_new:
 * @error: return location
 *
 * Finds out what would go. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): %NULL with %MULL_ERROR_NOT_FOUND if there is no such person
 */
MullErasure *
mull_erasure_new (MullWorkspace *workspace, gint64 person_id, GError **error)
{
  MullDatabase *db;
  g_autoptr (MullErasure) self = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  db = mull_workspace_get_database (workspace);
  self = g_atomic_rc_box_new0 (MullErasure);
  self->person_id = person_id;
  if (!read_person (self, db, error) ||
      !mull_erase_store_count_person (db, person_id, self->counts, error) ||
      (self->files = mull_erase_store_list_files (db, person_id, error)) == NULL ||
      !mull_workspace_try (workspace, count_mentions_cb, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_erasure_check:
 * @error: return location
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such person
 */
gboolean
mull_erasure_check (MullWorkspace *workspace, gint64 person_id, GError **error)
{
  g_autoptr (MullPerson) person = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  person = mull_person_store_get (mull_workspace_get_database (workspace), person_id, error);
  return person != NULL;
}

/**
 * mull_erasure_ref:
 *
 * Returns: (transfer full): the same
 */
MullErasure *
mull_erasure_ref (MullErasure *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MullErasure *self = data;

  g_free (self->name);
  g_free (self->uuid);
  g_strfreev (self->texts);
  g_strfreev (self->files);
}

/**
 * mull_erasure_free:
 * @self: (transfer full): what is no longer needed
 */
void
mull_erasure_free (MullErasure *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ── In words ─────────────────────────────────────────────────────────── */

static char *
describe_part (MullErasePart part, gint64 count)
{
  gulong n = (gulong) count;

  switch (part)
    {
    case MULL_ERASE_ADDRESSES:
      return g_strdup_printf (ngettext ("%lu number or address", "%lu numbers and addresses", n),
                              n);
    case MULL_ERASE_MEMBERSHIPS:
      return g_strdup_printf (ngettext ("their part in %lu deal", "their part in %lu deals", n), n);
    case MULL_ERASE_ENTRIES:
      return g_strdup_printf (
          ngettext ("the words of %lu entry with them", "the words of %lu entries with them", n),
          n);
    case MULL_ERASE_WORDS:
      return g_strdup_printf (ngettext ("%lu quotation", "%lu quotations", n), n);
    case MULL_ERASE_REVIEWS:
      return g_strdup_printf (ngettext ("%lu review of a call", "%lu reviews of calls", n), n);
    case MULL_ERASE_ATTACHMENTS:
      return g_strdup_printf (ngettext ("%lu attached file", "%lu attached files", n), n);
    case MULL_ERASE_PROMISES:
      return g_strdup_printf (ngettext ("the words of %lu promise", "the words of %lu promises", n),
                              n);
    case MULL_ERASE_TOUCHES:
      return g_strdup_printf (
          ngettext ("the words of %lu planned touch", "the words of %lu planned touches", n), n);
    case MULL_ERASE_HOLES:
      return g_strdup_printf (ngettext ("the words of %lu hole", "the words of %lu holes", n), n);
    case MULL_ERASE_QUIETS:
      return g_strdup_printf (ngettext ("%lu wish to be left alone until a day",
                                        "%lu wishes to be left alone until a day", n),
                              n);
    case MULL_ERASE_ROADBLOCKS:
      return g_strdup_printf (
          ngettext ("their words about %lu roadblock", "their words about %lu roadblocks", n), n);
    case MULL_ERASE_SCRIPTS:
      return g_strdup_printf (
          ngettext ("what you wrote for %lu call", "what you wrote for %lu calls", n), n);
    case MULL_ERASE_QUESTIONS:
      return g_strdup_printf (
          ngettext ("the words of %lu hard question", "the words of %lu hard questions", n), n);
    case MULL_ERASE_DRAFTS:
      return g_strdup_printf (
          ngettext ("%lu text that is not finished", "%lu texts that are not finished", n), n);
    case MULL_ERASE_STEPS:
      return g_strdup_printf (ngettext ("the history: %lu step can no longer be undone",
                                        "the history: %lu steps can no longer be undone", n),
                              n);
    case MULL_ERASE_N_PARTS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/**
 * mull_erasure_list_goes:
 *
 * Returns: (transfer full) (array zero-terminated=1): what goes, a line for each kind
 */
char **
mull_erasure_list_goes (const MullErasure *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_strv_builder_add (lines, _ ("name, job title and notes"));
  for (int i = 0; i < MULL_ERASE_N_PARTS; i++)
    if (self->counts[i] > 0)
      {
        g_autofree char *line = describe_part ((MullErasePart) i, self->counts[i]);

        g_strv_builder_add (lines, line);
      }
  return g_strv_builder_end (lines);
}

/**
 * mull_erasure_list_stays:
 *
 * Returns: (transfer full) (array zero-terminated=1): what stays, in sentences
 */
char **
mull_erasure_list_stays (MullWorkspace *workspace, const MullErasure *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *outside = mull_custody_dup_outside (workspace);

  g_strv_builder_add (lines, _ ("That there was a call, a promise or a step, and when: without "
                                "words and without a name."));
  if (self->n_mentions > 0)
    {
      g_autofree char *mentions = g_strdup_printf (
          ngettext ("The name in %lu other text that is not linked to them, such as a title or a "
                    "note. Search for it, and edit it by hand.",
                    "The name in %lu other texts that are not linked to them, such as titles and "
                    "notes. Search for it, and edit them by hand.",
                    (gulong) self->n_mentions),
          (gulong) self->n_mentions);

      g_strv_builder_add (lines, mentions);
    }
  g_strv_builder_add (lines, _ ("What you exported, printed or copied to another place."));
  if (outside != NULL && !g_file_test (outside, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *line =
          /* Translators: %s is a folder */
          g_strdup_printf (_ ("The copies in “%s”, which is not there now."), outside);

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

/* ── Doing it ─────────────────────────────────────────────────────────── */

static gboolean
erase_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  MullErasure *self = user_data;
  g_autoptr (MullPerson) person = mull_person_store_get (db, self->person_id, error);

  if (person == NULL)
    return FALSE;
  /* Ids are given again. */
  if (!g_str_equal (person->uuid, self->uuid))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   /* Translators: %s is the name of a person */
                   _ ("“%s” is not there any more. Nothing was erased."), self->name);
      return FALSE;
    }
  g_clear_pointer (&self->files, g_strfreev);
  self->files = mull_erase_store_list_files (db, self->person_id, error);
  return self->files != NULL &&
         mull_erase_store_person (db, self->person_id, get_instead (), error);
}

/**
 * mull_erasure_carry_out:
 * @self: who
 * @error: return location
 *
 * Does it, also in a job. From the moment they are gone it is not stopped any more.
 */
gboolean
mull_erasure_carry_out (MullWorkspace *workspace, MullErasure *self, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullBackupManifest) before = NULL;
  g_autoptr (MullBackupManifest) after = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GError) sweep_error = NULL;

  if (workspace->custodian != NULL)
    mull_custodian_wait (workspace->custodian);
  mull_database_set_part (db, 0, AFTER_FIRST_BACKUP);
  before = mull_custody_back_up (workspace, MULL_BACKUP_ERASE, error);
  if (before == NULL || !mull_database_check_stop (db, error))
    return FALSE;
  mull_database_set_part (db, AFTER_FIRST_BACKUP, MULL_ERASURE_NO_RETURN);
  if (!mull_workspace_erase (workspace, erase_cb, self, &self->is_emptied, error))
    return FALSE;
  self->is_done = TRUE;
  mull_database_go_through (db);
  mull_database_set_part (db, MULL_ERASURE_NO_RETURN, AFTER_SECOND_BACKUP);
  after = mull_custody_back_up (workspace, MULL_BACKUP_WORK, &local_error);
  self->has_clean_backup = after != NULL;
  if (after == NULL)
    g_warning ("%s", local_error->message);
  mull_database_set_part (db, AFTER_SECOND_BACKUP, 1);
  mull_attachment_files_forget (workspace);
  /* One that is still in a backup waits for that to go. */
  if (!mull_sweep_all (workspace, (const char *const *) self->files, &sweep_error))
    g_warning ("Attached files could not be swept: %s", sweep_error->message);
  return TRUE;
}

/**
 * mull_erasure_run:
 * @self: who
 * @error: return location
 *
 * Erases them: from the tables, the history, the full-text indexes and the log. Before, a backup is
 * made, which still holds them and is one of mull_erasure_find_holders(); afterwards another, so
 * that all of those can go. What went wrong afterwards is no failure: see #MullErasure.
 */
gboolean
mull_erasure_run (MullWorkspace *workspace, MullErasure *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && self != NULL, FALSE);

  /* While somebody reads for a backup, the log cannot be emptied. */
  if (workspace->custodian != NULL)
    mull_custodian_rest (workspace->custodian);
  return mull_erasure_carry_out (workspace, self, error);
}
