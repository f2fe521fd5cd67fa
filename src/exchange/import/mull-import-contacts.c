/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-contacts"

#include "config.h"

#include "mull-import-contacts-private.h"

#include "mull-import-cards-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_import_contacts_created_at:
 * @self: a writer
 *
 * Returns: when the row says that it was made, but never later than now; else now
 */
gint64
mull_import_contacts_created_at (MullImportWriter *self)
{
  gint64 instant =
      mull_import_moment_to_instant (mull_import_row_get_moment (self->row, MULL_IMPORT_CREATED_AT),
                                     mull_clock_get_zone (self->clock));

  return instant != MULL_INSTANT_NONE ? MIN (instant, self->now) : self->now;
}

/**
 * mull_import_contacts_dup_first_id:
 * @self: a writer
 * @target: a target that holds ids of the source
 *
 * Returns: (transfer full) (nullable): the first id that the row names there, or %NULL
 */
char *
mull_import_contacts_dup_first_id (MullImportWriter *self, MullImportTarget target)
{
  g_auto (GStrv) ids = NULL;

  if (*mull_import_writer_text (self, target) == '\0')
    return NULL;
  ids = mull_import_row_dup_ids (self->row, target);
  return g_strdup (ids[0]);
}

/**
 * mull_import_contacts_drop_other_id:
 * @self: a writer at a row about something else
 * @type: of companies or of people
 * @source_id: (inout) (nullable): the id by which the row names one
 * @error: return location
 *
 * In a table of ours somebody may have typed another name over the one that the id stands for: then
 * the name is what they mean, and the id says nothing.
 */
gboolean
mull_import_contacts_drop_other_id (MullImportWriter *self,
                                    const MullRecordType *type,
                                    char **source_id,
                                    GError **error)
{
  const gboolean is_company = type == &mull_company_type;
  g_autofree char *key = mull_text_fold (mull_import_writer_text (
      self, is_company ? MULL_IMPORT_COMPANY_NAME : MULL_IMPORT_PERSON_NAME));
  gpointer record = NULL;
  gint64 id = 0;

  if (!self->is_ours || *source_id == NULL || *key == '\0')
    return TRUE;
  if (!mull_import_writer_look_up (self, is_company ? "company" : "person", *source_id, &id, NULL,
                                   error) ||
      (id != 0 && !mull_record_store_find (self->db, type, "WHERE id = ?1", id, 0, &record, error)))
    return FALSE;
  if (record != NULL && !g_str_equal (is_company ? ((MullCompany *) record)->name_key
                                                 : ((MullPerson *) record)->name_key,
                                      key))
    g_clear_pointer (source_id, g_free);
  g_clear_pointer (&record, mull_record_unref);
  return TRUE;
}

/**
 * mull_import_contacts_recall:
 * @known: what was met in this import
 * @key: how a row names it
 *
 * Returns: its id, or 0
 */
gint64
mull_import_contacts_recall (GHashTable *known, const char *key)
{
  const gint64 *id = g_hash_table_lookup (known, key);

  return id != NULL ? *id : 0;
}

/**
 * mull_import_contacts_keep_in_mind:
 * @known: what was met in this import
 * @key: how a row names it
 * @id: its id
 *
 * Saves the search for a company or a person that the next rows name in the same way.
 */
void
mull_import_contacts_keep_in_mind (GHashTable *known, const char *key, gint64 id)
{
  gint64 *value = g_new (gint64, 1);

  *value = id;
  g_hash_table_insert (known, g_strdup (key), value);
}

/**
 * mull_import_contacts_is_unchanged:
 * @self: a writer at a row that is a company or a person
 * @kind: "company" or "person"
 * @source_id: the id of the row
 * @thing: what to count
 * @unchanged: (out): whether the source said the same last time: then what the rep did since then
 *   stays, and the row is counted
 * @error: return location
 */
gboolean
mull_import_contacts_is_unchanged (MullImportWriter *self,
                                   const char *kind,
                                   const char *source_id,
                                   MullImportThing thing,
                                   gboolean *unchanged,
                                   GError **error)
{
  g_autofree char *digest = NULL;
  gint64 object_id;

  *unchanged = FALSE;
  if (self->is_fresh)
    return TRUE;
  if (!mull_import_writer_look_up (self, kind, source_id, &object_id, &digest, error))
    return FALSE;
  *unchanged = g_strcmp0 (digest, self->digest) == 0;
  if (*unchanged)
    mull_import_writer_count (self, thing, FALSE, FALSE);
  return TRUE;
}

/* ── Who may be here already ──────────────────────────────────────────── */

/* So many of one value are looked at. */
#define N_LOOKED_AT 20

typedef struct
{
  const char *stem; /* nullable: of the name of a company */
  gint64 newest;
  gint64 id;
  char *name;
  char *about;
} Candidate;

static void
candidate_clear (Candidate *self)
{
  g_free (self->name);
  g_free (self->about);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Candidate, candidate_clear)

static gboolean
has_stem (const char *name, const char *wanted)
{
  g_autofree char *key = mull_text_fold (name);
  g_autofree char *stem = mull_company_stem (key);

  return wanted == NULL || g_str_equal (stem, wanted);
}

/* What this import brought itself is no duplicate of it. */
static void
take_candidate (const MullDuplicateRow *row, gpointer user_data)
{
  Candidate *candidate = user_data;

  if (candidate->id != 0 || row->id > candidate->newest || !has_stem (row->name, candidate->stem))
    return;
  candidate->id = row->id;
  candidate->name = g_strdup (row->name);
  candidate->about = g_strdup (row->about);
}

/**
 * mull_import_contacts_is_known:
 * @self: a writer at a row that may be a duplicate
 *
 * Returns: whether the rep says that it is one
 */
gboolean
mull_import_contacts_is_known (MullImportWriter *self)
{
  return self->choice == MULL_IMPORT_CHOICE_EXISTING || self->choice == MULL_IMPORT_CHOICE_FILE;
}

/**
 * mull_import_contacts_except_known:
 * @self: a writer
 * @state: what the row is
 * @name: of who is here
 * @about: their company, or empty
 *
 * Says that the present row may be somebody who is here.
 */
void
mull_import_contacts_except_known (MullImportWriter *self,
                                   MullImportRowState state,
                                   const char *name,
                                   const char *about)
{
  g_autofree char *text = NULL;

  if (*about != '\0')
    /* Translators: the name of a person, the name of their company */
    text = g_strdup_printf (_ ("There is already a “%s” at “%s”."), name, about);
  else
    text = g_strdup_printf (_ ("There is already a “%s”."), name);
  mull_import_writer_except (self, state, text);
}

/**
 * mull_import_contacts_find_duplicate:
 * @self: a writer at a row that is a company or a person
 * @mark: what may be the same
 * @key: what is looked for
 * @id: (out): who has it and was here before this import; 0 for nobody
 * @error: return location
 */
gboolean
mull_import_contacts_find_duplicate (MullImportWriter *self,
                                     MullDuplicateMark mark,
                                     const char *key,
                                     gint64 *id,
                                     GError **error)
{
  gboolean is_company = mark == MULL_DUPLICATE_DOMAIN || mark == MULL_DUPLICATE_COMPANY_NAME;
  g_auto (Candidate) candidate = { mark == MULL_DUPLICATE_COMPANY_NAME ? key : NULL,
                                   self->newest[is_company ? 0 : 1], 0, NULL, NULL };

  if (!mull_duplicate_store_find (self->db, mark, key, N_LOOKED_AT, take_candidate, &candidate,
                                  error))
    return FALSE;
  *id = candidate.id;
  if (candidate.id != 0)
    mull_import_contacts_except_known (self, MULL_IMPORT_ROW_DUPLICATE, candidate.name,
                                       is_company ? "" : candidate.about);
  return TRUE;
}

/**
 * mull_import_contacts_drop_if_taken:
 * @self: a writer
 * @kind: "company" or "person"
 * @source_id: (nullable): the id of the row
 * @record: (inout) (nullable): a record of the name that the row gives
 * @error: return location
 *
 * Lets go of a record that another id of the source stands for: it is another one of the same name.
 * In a table of ours that is one which came with this import.
 */
gboolean
mull_import_contacts_drop_if_taken (MullImportWriter *self,
                                    const char *kind,
                                    const char *source_id,
                                    gpointer *record,
                                    GError **error)
{
  gboolean taken;

  if (*record == NULL || source_id == NULL)
    return TRUE;
  if (self->is_ours)
    taken = ((MullRecord *) *record)->id > self->newest[g_str_equal (kind, "company") ? 0 : 1];
  else if (mull_import_row_is_card (self->row))
    taken = mull_import_cards_is_taken (self, kind, ((MullRecord *) *record)->id);
  else if (!mull_import_store_has_other_id (self->db, self->source, kind,
                                            ((MullRecord *) *record)->id, source_id, &taken, error))
    return FALSE;
  if (taken)
    g_clear_pointer (record, mull_record_unref);
  return TRUE;
}
