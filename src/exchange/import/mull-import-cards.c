/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-cards"

#include "config.h"

#include "mull-contact-store.h"
#include "mull-import-cards-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <string.h>

#define UUID_SCHEME "urn:uuid:"

/* Whose card it is. */
typedef struct
{
  MullImportWriter *writer;
  gint64 person_id;
  gint64 company_id;
} Owner;

/**
 * mull_import_cards_get_uuid:
 * @self: a writer
 * @source_id: (nullable): the id of a row
 *
 * Returns: (transfer none) (nullable): the identity that the id of a card may be, since our own
 *   cards carry it
 */
const char *
mull_import_cards_get_uuid (MullImportWriter *self, const char *source_id)
{
  if (source_id == NULL || !mull_import_row_is_card (self->row))
    return NULL;
  return g_str_has_prefix (source_id, UUID_SCHEME) ? source_id + strlen (UUID_SCHEME) : source_id;
}

static char *
make_key (const char *kind, gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
}

static gboolean
has_id (MullImportWriter *self)
{
  return *mull_import_writer_text (self, MULL_IMPORT_SOURCE_ID) != '\0';
}

/**
 * mull_import_cards_note:
 * @self: a writer
 * @kind: "company" or "person"
 * @id: what the present row became
 *
 * Notes which card stands for whom.
 */
void
mull_import_cards_note (MullImportWriter *self, const char *kind, gint64 id)
{
  if (mull_import_row_is_card (self->row) && has_id (self))
    g_hash_table_add (self->carded, make_key (kind, id));
}

/**
 * mull_import_cards_is_taken:
 * @self: a writer at a card
 * @kind: "company" or "person"
 * @id: somebody of the same e-mail address or name
 *
 * The ids of cards are those of many programs, so another id is no other person, unless both are in
 * one file.
 *
 * Returns: whether another card of this file stands for them
 */
gboolean
mull_import_cards_is_taken (MullImportWriter *self, const char *kind, gint64 id)
{
  g_autofree char *key = make_key (kind, id);

  return has_id (self) && g_hash_table_contains (self->carded, key);
}

/* Up to where a line names its property. */
static gsize
name_length (const char *line)
{
  return strcspn (line, ";:");
}

static gboolean
has_property (GPtrArray *known, const char *line)
{
  gsize length = name_length (line);

  for (guint i = 0; i < known->len; i++)
    {
      const MullVcardProperty *property = known->pdata[i];

      if (name_length (property->text) == length && strncmp (property->text, line, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In whatever order. */
static gboolean
says_the_same (GPtrArray *known, GPtrArray *lines)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_copy (lines, NULL, NULL);

  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (before, ((const MullVcardProperty *) known->pdata[i])->text);
  if (before->len != after->len)
    return FALSE;
  g_ptr_array_sort (before, compare_texts);
  g_ptr_array_sort (after, compare_texts);
  for (guint i = 0; i < before->len; i++)
    if (!g_str_equal (before->pdata[i], after->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
insert_property (const Owner *self, const char *line, gint64 rank, GError **error)
{
  g_autoptr (MullVcardProperty) property = mull_vcard_property_new ();

  mull_take_text (&property->uuid, mull_uuid_new ());
  property->person_id = self->person_id;
  property->company_id = self->company_id;
  mull_set_text (&property->text, line);
  property->rank = rank;
  return mull_record_store_insert (self->writer->db, property, error);
}

static gboolean
replace_all (const Owner *self, GPtrArray *known, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < known->len; i++)
    if (!mull_record_store_delete (self->writer->db, &mull_vcard_property_type,
                                   ((const MullRecord *) known->pdata[i])->id, error))
      return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!insert_property (self, lines->pdata[i], i, error))
      return FALSE;
  return TRUE;
}

/* A card of another origin adds what no card said before. */
static gboolean
add_missing (const Owner *self,
             GPtrArray *known,
             GPtrArray *lines,
             gboolean *is_changed,
             GError **error)
{
  gint64 rank = known->len;

  for (guint i = 0; i < lines->len; i++)
    {
      if (has_property (known, lines->pdata[i]))
        continue;
      *is_changed = TRUE;
      if (!insert_property (self, lines->pdata[i], rank++, error))
        return FALSE;
    }
  return TRUE;
}

/* What the card says, without the identity that the contact has anyway. */
static GPtrArray *
list_lines (const Owner *self, const char *uuid)
{
  g_autofree char *own = g_strconcat ("UID:", uuid, NULL);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < mull_import_row_get_n_kept (self->writer->row); i++)
    {
      const char *line = mull_import_row_get_kept (self->writer->row, i);

      if (!g_str_equal (line, own))
        g_ptr_array_add (lines, (char *) line);
    }
  return lines;
}

/**
 * mull_import_cards_keep:
 * @self: a writer
 * @person_id: whose row it is, or 0
 * @company_id: whose row it is, if it is nobody's
 * @uuid: the identity of the person or the company
 * @is_same_source: whether what is kept came from the same source
 * @is_changed: (inout): set if something is kept now that was not
 * @error: return location
 *
 * Keeps what a card says that has no other place here. Other rows have nothing of the kind.
 */
gboolean
mull_import_cards_keep (MullImportWriter *self,
                        gint64 person_id,
                        gint64 company_id,
                        const char *uuid,
                        gboolean is_same_source,
                        gboolean *is_changed,
                        GError **error)
{
  Owner owner = { self, person_id, company_id };
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!mull_import_row_is_card (self->row))
    return TRUE;
  known = mull_vcard_property_store_list (self->db, person_id, company_id, error);
  if (known == NULL)
    return FALSE;
  lines = list_lines (&owner, uuid);
  if (says_the_same (known, lines))
    return TRUE;
  if (!is_same_source)
    return add_missing (&owner, known, lines, is_changed, error);
  *is_changed = TRUE;
  return replace_all (&owner, known, lines, error);
}
