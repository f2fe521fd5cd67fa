/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-backup-manifest"

#include "config.h"

#include "mull-backup-manifest.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX ".manifest"
#define GROUP "backup"
#define TABLES "tables"

static const struct
{
  const char *nick;
  const char *label;
} reasons[MULL_BACKUP_N_REASONS + 1] = {
  /* Translators: these say for what a backup was made */
  [MULL_BACKUP_START] = { "start", N_ ("at the start") },
  [MULL_BACKUP_QUIT] = { "quit", N_ ("at the end") },
  [MULL_BACKUP_WORK] = { "work", N_ ("during work") },
  [MULL_BACKUP_UPDATE] = { "update", N_ ("before an update") },
  [MULL_BACKUP_IMPORT] = { "import", N_ ("before an import") },
  [MULL_BACKUP_RESTORE] = { "restore", N_ ("before a backup was restored") },
  [MULL_BACKUP_TRASH] = { "trash", N_ ("before the trash was emptied") },
  [MULL_BACKUP_ERASE] = { "erase", N_ ("before somebody was erased") },
  [MULL_BACKUP_MANUAL] = { "manual", N_ ("made by you") },
  [MULL_BACKUP_UNKNOWN] = { "", N_ ("found in the folder") },
};

/**
 * mull_backup_reason_nick:
 *
 * Returns: (transfer none): the word that names of files have for it
 */
const char *
mull_backup_reason_nick (MullBackupReason reason)
{
  return reasons[MIN (reason, MULL_BACKUP_UNKNOWN)].nick;
}

/**
 * mull_backup_reason_label:
 *
 * Returns: (transfer none): a few words for the rep, translated
 */
const char *
mull_backup_reason_label (MullBackupReason reason)
{
  return _ (reasons[MIN (reason, MULL_BACKUP_UNKNOWN)].label);
}

static MullBackupReason
find_reason (const char *nick)
{
  for (int i = 0; nick != NULL && i < MULL_BACKUP_N_REASONS; i++)
    if (g_str_equal (reasons[i].nick, nick))
      return (MullBackupReason) i;
  return MULL_BACKUP_UNKNOWN;
}

/**
 * mull_backup_manifest_new:
 * @path: a backup
 *
 * Returns: (transfer full): a manifest that knows nothing of it yet
 */
MullBackupManifest *
mull_backup_manifest_new (const char *path)
{
  MullBackupManifest *self = g_new0 (MullBackupManifest, 1);

  self->path = g_strdup (path);
  self->reason = MULL_BACKUP_UNKNOWN;
  self->mark = g_strdup ("");
  self->program = g_strdup ("");
  self->sha256 = g_strdup ("");
  self->digests = g_strdup ("");
  return self;
}

/**
 * mull_backup_manifest_free:
 * @self: (transfer full): a manifest
 */
void
mull_backup_manifest_free (MullBackupManifest *self)
{
  g_free (self->path);
  g_free (self->mark);
  g_free (self->program);
  g_free (self->sha256);
  g_free (self->digests);
  g_free (self);
}

/**
 * mull_backup_manifest_dup_path:
 * @path: a backup
 *
 * Returns: (transfer full): where its manifest is
 */
char *
mull_backup_manifest_dup_path (const char *path)
{
  return g_strconcat (path, SUFFIX, NULL);
}

static void
take_string (GKeyFile *file, const char *key, char **value)
{
  char *read = g_key_file_get_string (file, GROUP, key, NULL);

  if (read == NULL)
    return;
  g_free (*value);
  *value = read;
}

static void
load_tables (GKeyFile *file, MullBackupManifest *self)
{
  g_auto (GStrv) tables = g_key_file_get_keys (file, TABLES, NULL, NULL);
  g_autoptr (GString) digests = g_string_new (NULL);

  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, TABLES, tables[i], NULL);

      g_string_append_printf (digests, "%s %s\n", tables[i], value);
    }
  g_free (self->digests);
  self->digests = g_string_free (g_steal_pointer (&digests), FALSE);
}

/* What the file itself tells. */
static void
guess (MullBackupManifest *self)
{
  struct stat info;

  if (stat (self->path, &info) != 0)
    return;
  self->size = info.st_size;
  self->at = (gint64) info.st_mtime * G_USEC_PER_SEC;
}

/**
 * mull_backup_manifest_load:
 * @path: a backup
 *
 * Returns: (transfer full): what is known of it; if nothing is, then its size and time, and that it
 *   is not known to be good
 */
MullBackupManifest *
mull_backup_manifest_load (const char *path)
{
  MullBackupManifest *self = mull_backup_manifest_new (path);
  g_autofree char *manifest_path = mull_backup_manifest_dup_path (path);
  g_autofree char *reason = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  guess (self);
  if (!g_key_file_load_from_file (file, manifest_path, G_KEY_FILE_NONE, NULL))
    return self;
  reason = g_key_file_get_string (file, GROUP, "reason", NULL);
  self->reason = find_reason (reason);
  self->at = g_key_file_get_int64 (file, GROUP, "at", NULL);
  take_string (file, "mark", &self->mark);
  take_string (file, "program", &self->program);
  take_string (file, "sha256", &self->sha256);
  self->version = g_key_file_get_integer (file, GROUP, "schema", NULL);
  self->n_deals = g_key_file_get_int64 (file, GROUP, "deals", NULL);
  self->n_contacts = g_key_file_get_int64 (file, GROUP, "contacts", NULL);
  self->last_activity = g_key_file_get_int64 (file, GROUP, "last-activity", NULL);
  self->checked_at = g_key_file_get_int64 (file, GROUP, "checked-at", NULL);
  /* One of another size needs no second look. */
  self->is_good = g_key_file_get_boolean (file, GROUP, "good", NULL) &&
                  strlen (self->sha256) == 64 &&
                  self->size == g_key_file_get_int64 (file, GROUP, "size", NULL);
  load_tables (file, self);
  return self;
}

static void
save_tables (GKeyFile *file, const char *digests)
{
  g_auto (GStrv) lines = g_strsplit (digests, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');

      if (space == NULL)
        continue;
      *space = '\0';
      g_key_file_set_string (file, TABLES, lines[i], space + 1);
    }
}

/**
 * mull_backup_manifest_save:
 * @error: return location
 *
 * Writes the manifest beside its backup, whole or not at all.
 */
gboolean
mull_backup_manifest_save (const MullBackupManifest *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = mull_backup_manifest_dup_path (self->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;

  g_key_file_set_string (file, GROUP, "reason", mull_backup_reason_nick (self->reason));
  g_key_file_set_int64 (file, GROUP, "at", self->at);
  g_key_file_set_string (file, GROUP, "mark", self->mark);
  g_key_file_set_string (file, GROUP, "program", self->program);
  g_key_file_set_integer (file, GROUP, "schema", self->version);
  g_key_file_set_int64 (file, GROUP, "size", self->size);
  g_key_file_set_string (file, GROUP, "sha256", self->sha256);
  g_key_file_set_int64 (file, GROUP, "deals", self->n_deals);
  g_key_file_set_int64 (file, GROUP, "contacts", self->n_contacts);
  g_key_file_set_int64 (file, GROUP, "last-activity", self->last_activity);
  g_key_file_set_int64 (file, GROUP, "checked-at", self->checked_at);
  g_key_file_set_boolean (file, GROUP, "good", self->is_good);
  save_tables (file, self->digests);
  text = g_key_file_to_data (file, NULL, NULL);
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &cause))
    return TRUE;
  g_set_error (error, MULL_ERROR,
               g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? MULL_ERROR_NO_SPACE
                                                                         : MULL_ERROR_IO,
               _ ("The backup “%s” could not be written: %s. Free some space or check the "
                  "permissions, then try again."),
               path, cause->message);
  return FALSE;
}
