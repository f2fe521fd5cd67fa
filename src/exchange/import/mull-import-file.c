/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-file"

#include "config.h"

#include "mull-import-file-private.h"

#include "mull-csv-records.h"
#include "mull-csv-value.h"
#include "mull-csv-writer.h"
#include "mull-error.h"
#include "mull-import-rows.h"
#include "mull-money.h"
#include "mull-parse-limits.h"
#include "mull-parser.h"
#include "mull-vcard-cards.h"

#include <glib/gi18n-lib.h>

/* Enough of a SHA-256 to tell two files apart in a report. */
#define DIGEST_CHARS 12

static void
free_column (gpointer data)
{
  mull_csv_column_free (data);
}

static MullCsvColumn *
name_column (const MullCsvField *field, guint index)
{
  g_autofree char *name = NULL;
  const char *text = field != NULL ? field->text : "";
  gsize length = field != NULL ? field->length : 0;

  mull_csv_value_trim (&text, &length);
  /* Translators: the name of a column that has none, by its number */
  name = length > 0 ? g_strndup (text, length) : g_strdup_printf (_ ("Column %u"), index + 1);
  return mull_csv_column_new (name);
}

static gboolean
fail_empty (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("The file is empty. Export it again, with at least one row."));
  return FALSE;
}

static gboolean
read_names (const MullCsvRecord *record, gboolean has_header, GPtrArray *columns, GError **error)
{
  if (record->state == MULL_CSV_RECORD_STRAY_TEXT)
    {
      g_autofree char *problem = mull_csv_record_describe_problem (record);

      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, problem);
      return FALSE;
    }
  for (guint i = 0; i < record->n_fields; i++)
    g_ptr_array_add (columns, name_column (has_header ? &record->fields[i] : NULL, i));
  return TRUE;
}

static gboolean
is_guarded (GPtrArray *columns)
{
  return columns->len > 0 &&
         g_str_equal (mull_csv_column_get_name (columns->pdata[columns->len - 1]),
                      MULL_CSV_GUARD_HEADER);
}

static void
add_value (GPtrArray *columns, guint index, MullCsvField field, gboolean guarded)
{
  if (guarded)
    mull_csv_strip_guard_of_field (&field);
  mull_csv_column_add (g_ptr_array_index (columns, index), field.text, field.length);
}

static gboolean
read_columns (MullCsvRecords *records,
              const MullCsvDialect *dialect,
              GPtrArray *columns,
              guint *n_rows,
              GError **error)
{
  const MullCsvRecord *record;
  MullCsvStep step = mull_csv_records_next (records, &record, error);
  gboolean guarded;

  *n_rows = 0;
  if (step == MULL_CSV_STEP_END)
    return fail_empty (error);
  if (step == MULL_CSV_STEP_FAILED || !read_names (record, dialect->has_header, columns, error))
    return FALSE;
  guarded = dialect->has_header && is_guarded (columns);
  if (dialect->has_header)
    step = mull_csv_records_next (records, &record, error);
  for (; step == MULL_CSV_STEP_RECORD; step = mull_csv_records_next (records, &record, error))
    {
      if (mull_import_rows_is_blank (record))
        continue;
      (*n_rows)++;
      for (guint i = 0; record->state == MULL_CSV_RECORD_GOOD && i < columns->len; i++)
        add_value (columns, i, record->fields[i], guarded);
    }
  if (step == MULL_CSV_STEP_FAILED)
    return FALSE;
  if (*n_rows == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("The file has a header but no rows. Check the filter of the export "
                              "and export it again."));
      return FALSE;
    }
  mull_csv_column_settle ((MullCsvColumn *const *) columns->pdata, columns->len,
                          dialect->delimiter);
  return TRUE;
}

/* Values whose currency the file does not name are in the usual one. */
static void
propose_currency (MullImportFile *self)
{
  if (mull_import_mapping_has_target (self->mapping, MULL_IMPORT_VALUE) &&
      !mull_import_mapping_has_target (self->mapping, MULL_IMPORT_CURRENCY))
    mull_import_mapping_set_currency (self->mapping, self->usual_currency != NULL
                                                         ? self->usual_currency
                                                         : mull_currency_of_locale ());
}

/* @dialect: (nullable): how a CSV file is written, if somebody said so */
static GBytes *
parse (GBytes *bytes, const MullCsvDialect *dialect, GCancellable *cancellable, GError **error)
{
  char encoding[12], delimiter[12];
  const char *const unknown[] = { "file", NULL };
  const char *const told[] = { "csv", encoding, delimiter,
                               dialect != NULL && dialect->has_header ? "1" : "0", NULL };

  if (dialect == NULL)
    return mull_parser_run (unknown, bytes, cancellable, error);
  g_snprintf (encoding, sizeof encoding, "%d", dialect->encoding);
  g_snprintf (delimiter, sizeof delimiter, "%d", dialect->delimiter);
  return mull_parser_run (told, bytes, cancellable, error);
}

/* Fills in everything from what the parser wrote; nothing is changed on failure. */
static gboolean
look_through_rows (MullImportFile *self, GBytes *frames, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (free_column);
  g_autoptr (MullCsvRecords) records = mull_csv_records_new (frames);
  MullCsvDialect dialect;
  guint n_rows;

  if (!mull_csv_records_read_dialect (records, &dialect, error) ||
      !read_columns (records, &dialect, columns, &n_rows, error))
    return FALSE;

  g_clear_pointer (&self->mapping, mull_import_mapping_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->frames, g_bytes_unref);
  self->mapping = mull_recogniser_propose ((MullCsvColumn *const *) columns->pdata, columns->len,
                                           &self->source, &self->confidence);
  propose_currency (self);
  self->columns = g_steal_pointer (&columns);
  self->frames = g_bytes_ref (frames);
  self->n_rows = n_rows;
  self->dialect = dialect;
  /* Headers that somebody knows are headers. */
  if (dialect.has_header && self->confidence != MULL_IMPORT_CONFIDENCE_NONE)
    self->dialect.header_certain = TRUE;
  return TRUE;
}

/* Nothing of a vCard has to be mapped or asked. */
static gboolean
look_through_cards (MullImportFile *self, GBytes *frames, GError **error)
{
  g_autoptr (MullVcardCards) cards = mull_vcard_cards_new (frames);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  MullVcardStep step;

  while ((step = mull_vcard_cards_next (cards, card, error)) == MULL_VCARD_STEP_CARD ||
         step == MULL_VCARD_STEP_REFUSED)
    self->n_rows = card->number;
  self->source = MULL_IMPORT_SOURCE_VCARD;
  self->confidence = MULL_IMPORT_CONFIDENCE_KNOWN;
  self->dialect.encoding_certain = self->dialect.delimiter_certain = TRUE;
  self->dialect.header_certain = TRUE;
  self->frames = g_bytes_ref (frames);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->mapping = mull_import_mapping_new (MULL_IMPORT_PEOPLE);
  return step == MULL_VCARD_STEP_END;
}

static MullImportFile *
new_file (GBytes *bytes, const char *name)
{
  MullImportFile *self = g_new0 (MullImportFile, 1);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->digest = g_strndup (digest, DIGEST_CHARS);
  return self;
}

/**
 * mull_import_file_new:
 * @bytes: the content of a file; kept, not copied
 * @name: its name, for people
 * @frames: what the program that parses made of it
 * @error: return location
 *
 * Looks through what came of a file, and trusts it as little as the file. Of a CSV file it is found
 * out what its columns hold, recognised what wrote it, and a mapping is proposed.
 *
 * Returns: (transfer full): the file, or %NULL with %MULL_ERROR_INVALID and a sentence that says
 *   what is wrong, where, and what to do
 */
MullImportFile *
mull_import_file_new (GBytes *bytes, const char *name, GBytes *frames, GError **error)
{
  g_autoptr (MullImportFile) self = new_file (bytes, name);

  if (!(mull_vcard_cards_are_in (frames) ? look_through_cards (self, frames, error)
                                         : look_through_rows (self, frames, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_import_file_open:
 * @bytes: the content of a file; kept, not copied
 * @name: its name, for people
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Has a file parsed by a program of its own, which knows vCards by what they begin with, and finds
 * out how any other file is written. Then goes on as mull_import_file_new().
 *
 * Returns: (transfer full): the file, or %NULL with %MULL_ERROR_INVALID and a sentence that says
 *   what is wrong, where, and what to do
 */
MullImportFile *
mull_import_file_open (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) frames = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (g_bytes_get_size (bytes) > MULL_IMPORT_FILE_MAX)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("The file is larger than %d MiB. Split it, or export fewer columns, and "
                      "import the parts one after the other."),
                   MULL_IMPORT_FILE_MAX / (1024 * 1024));
      return NULL;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      fail_empty (error);
      return NULL;
    }
  frames = parse (bytes, NULL, cancellable, error);
  return frames != NULL ? mull_import_file_new (bytes, name, frames, error) : NULL;
}

/**
 * mull_import_file_ref:
 * @self: a file
 *
 * Returns: (transfer full): @self
 */
MullImportFile *
mull_import_file_ref (MullImportFile *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_import_file_unref:
 * @self: (transfer full): a file
 */
void
mull_import_file_unref (MullImportFile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_free (self->digest);
  g_free (self->usual_currency);
  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->frames, g_bytes_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->mapping, mull_import_mapping_free);
  g_free (self);
}

/**
 * mull_import_file_get_name:
 * @self: a file
 *
 * Returns: (transfer none): its name, for people
 */
const char *
mull_import_file_get_name (const MullImportFile *self)
{
  return self->name;
}

/**
 * mull_import_file_get_digest:
 * @self: a file
 *
 * Returns: (transfer none): the first characters of the SHA-256 of its bytes, for the report
 */
const char *
mull_import_file_get_digest (const MullImportFile *self)
{
  return self->digest;
}

/**
 * mull_import_file_get_frames:
 * @self: a file
 *
 * Returns: (transfer none): its records, for a #MullCsvRecords or a #MullVcardCards
 */
GBytes *
mull_import_file_get_frames (const MullImportFile *self)
{
  return self->frames;
}

/**
 * mull_import_file_get_dialect:
 * @self: a file
 *
 * Returns: (transfer none): how it is written
 */
const MullCsvDialect *
mull_import_file_get_dialect (const MullImportFile *self)
{
  return &self->dialect;
}

/**
 * mull_import_file_get_source:
 * @self: a file
 *
 * Returns: what wrote it
 */
MullImportSource
mull_import_file_get_source (const MullImportFile *self)
{
  return self->source;
}

/**
 * mull_import_file_is_guarded:
 * @self: a file
 *
 * Returns: whether a column of it says that our export wrote it, with an apostrophe before what
 *   looks like a formula
 */
gboolean
mull_import_file_is_guarded (const MullImportFile *self)
{
  return self->dialect.has_header && is_guarded (self->columns);
}

/**
 * mull_import_file_get_n_rows:
 * @self: a file
 *
 * Returns: how many rows it has, refused ones included
 */
guint
mull_import_file_get_n_rows (const MullImportFile *self)
{
  return self->n_rows;
}

/**
 * mull_import_file_get_n_columns:
 * @self: a file
 *
 * Returns: how many columns it has
 */
guint
mull_import_file_get_n_columns (const MullImportFile *self)
{
  return self->columns->len;
}

/**
 * mull_import_file_get_column:
 * @self: a file
 * @index: from 0
 *
 * Returns: (transfer none): what the column holds
 */
const MullCsvColumn *
mull_import_file_get_column (const MullImportFile *self, guint index)
{
  g_return_val_if_fail (index < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, index);
}

/**
 * mull_import_file_get_mapping:
 * @self: a file
 *
 * Returns: (transfer none): what its columns become; change a copy and set that
 */
const MullImportMapping *
mull_import_file_get_mapping (const MullImportFile *self)
{
  return self->mapping;
}

/**
 * mull_import_file_set_usual_currency:
 * @self: a file
 * @currency: (nullable): ISO 4217 code of the currency that deals are in as a rule; %NULL for that
 *   of the country
 *
 * Proposes it for values whose currency the file does not name.
 */
void
mull_import_file_set_usual_currency (MullImportFile *self, const char *currency)
{
  g_free (self->usual_currency);
  self->usual_currency = g_strdup (currency);
  propose_currency (self);
}

static void
free_row (gpointer data)
{
  mull_import_row_free (data);
}

/**
 * mull_import_file_preview:
 * @self: a file
 * @n_rows: how many rows at most
 * @error: return location
 *
 * Reads the first rows as the import would, refused ones included.
 *
 * Returns: (transfer full) (element-type MullImportRow): the rows, or %NULL if the mapping cannot
 * be used or the file cannot be read
 */
GPtrArray *
mull_import_file_preview (MullImportFile *self, guint n_rows, GError **error)
{
  g_autoptr (MullImportRows) rows = mull_import_rows_new (self, error);
  g_autoptr (GPtrArray) preview = g_ptr_array_new_with_free_func (free_row);

  if (rows == NULL)
    return NULL;
  while (preview->len < n_rows)
    {
      g_autoptr (MullImportRow) row = mull_import_row_new ();
      MullImportStep step = mull_import_rows_next (rows, row, error);

      if (step == MULL_IMPORT_STEP_FAILED)
        return NULL;
      if (step == MULL_IMPORT_STEP_END)
        break;
      g_ptr_array_add (preview, g_steal_pointer (&row));
    }
  return g_steal_pointer (&preview);
}

/**
 * mull_import_file_set_dialect:
 * @self: a file
 * @dialect: how it is written
 * @error: return location
 *
 * Reads a CSV file anew as somebody says it is written, and proposes a mapping anew.
 *
 * Returns: %FALSE, and nothing is changed, if it cannot be read that way
 */
gboolean
mull_import_file_set_dialect (MullImportFile *self, const MullCsvDialect *dialect, GError **error)
{
  g_autoptr (GBytes) frames = NULL;

  if (self->source == MULL_IMPORT_SOURCE_VCARD)
    return TRUE;
  frames = parse (self->bytes, dialect, NULL, error);
  return frames != NULL && look_through_rows (self, frames, error);
}

/**
 * mull_import_file_set_certain:
 * @self: a file
 * @dialect: what of how it is written is certain; the rest of it is not looked at
 *
 * Says what somebody has answered about how a file is written that is read that way already, or has
 * taken back. Nothing is read anew.
 */
void
mull_import_file_set_certain (MullImportFile *self, const MullCsvDialect *dialect)
{
  self->dialect.encoding_certain = dialect->encoding_certain;
  self->dialect.delimiter_certain = dialect->delimiter_certain;
  self->dialect.header_certain = dialect->header_certain;
}

/**
 * mull_import_file_set_mapping:
 * @self: a file
 * @mapping: what its columns become; copied
 * @error: return location
 *
 * Sets a mapping, which may have been made for another file with the same columns. If it says how
 * the file is written, the file is read anew that way.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the mapping does not fit the file
 */
gboolean
mull_import_file_set_mapping (MullImportFile *self,
                              const MullImportMapping *mapping,
                              GError **error)
{
  g_autoptr (MullImportMapping) bound = mull_import_mapping_copy (mapping);
  const MullCsvDialect *dialect = mull_import_mapping_get_dialect (mapping);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->source == MULL_IMPORT_SOURCE_VCARD)
    return TRUE;
  if (dialect != NULL && !mull_import_file_set_dialect (self, dialect, error))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (names,
                     (char *) mull_csv_column_get_name (g_ptr_array_index (self->columns, i)));
  g_ptr_array_add (names, NULL);
  if (!mull_import_mapping_bind (bound, (const char *const *) names->pdata, error) ||
      !mull_import_mapping_check (bound, error))
    return FALSE;
  mull_import_mapping_free (self->mapping);
  self->mapping = g_steal_pointer (&bound);
  return TRUE;
}
