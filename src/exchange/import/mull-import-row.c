/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-row"

#include "config.h"

#include "mull-import-row.h"

#include "mull-csv-value.h"
#include "mull-import-row-private.h"

#include <string.h>

/* Texts of most rows fit into one block. */
#define STORE_BLOCK 4096

static void
free_refusal (gpointer data)
{
  mull_import_refusal_free (data);
}

/**
 * mull_import_row_new:
 *
 * Returns: (transfer full): an empty row, to be filled by mull_import_rows_next()
 */
MullImportRow *
mull_import_row_new (void)
{
  MullImportRow *self = g_new0 (MullImportRow, 1);

  self->store = g_string_chunk_new (STORE_BLOCK);
  self->addresses = g_array_new (FALSE, FALSE, sizeof (MullImportAddress));
  self->refusals = g_ptr_array_new_with_free_func (free_refusal);
  self->kept = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  mull_import_row_reset (self);
  return self;
}

/**
 * mull_import_row_free:
 * @self: (transfer full): a row
 */
void
mull_import_row_free (MullImportRow *self)
{
  g_string_chunk_free (self->store);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->addresses);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * mull_import_row_reset:
 * @self: a row
 *
 * Makes the row empty.
 */
void
mull_import_row_reset (MullImportRow *self)
{
  self->number = self->line = 0;
  g_string_chunk_clear (self->store);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->raw = "";
  self->raw_length = 0;
  for (guint i = 0; i < MULL_N_IMPORT_TARGETS; i++)
    {
      self->texts[i] = "";
      self->moments[i] = MULL_IMPORT_MOMENT_NONE;
      self->truths[i] = MULL_TERNARY_UNKNOWN;
    }
  self->due_second = MULL_IMPORT_NO_SECOND;
  self->value = MULL_MONEY_NONE;
  g_array_set_size (self->addresses, 0);
  g_ptr_array_set_size (self->refusals, 0);
  self->outcome = MULL_OUTCOME_OPEN;
  self->closed = self->expected = MULL_IMPORT_MOMENT_NONE;
  self->kind = MULL_IMPORT_DEALS;
  self->is_card = self->is_group = FALSE;
  g_ptr_array_set_size (self->kept, 0);
  g_ptr_array_set_size (self->notes, 0);
}

/**
 * mull_import_row_get_number:
 * @self: a row
 *
 * Returns: its number, from 1, not counting the header and empty lines
 */
guint
mull_import_row_get_number (const MullImportRow *self)
{
  return self->number;
}

/**
 * mull_import_row_get_line:
 * @self: a row
 *
 * Returns: the physical line of the file on which it begins
 */
guint
mull_import_row_get_line (const MullImportRow *self)
{
  return self->line;
}

/**
 * mull_import_row_get_raw:
 * @self: a row
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the row as it stands in the file, for a file of refused rows
 */
const char *
mull_import_row_get_raw (const MullImportRow *self, gsize *length)
{
  *length = self->raw_length;
  return self->raw;
}

/**
 * mull_import_row_get_text:
 * @self: a row
 * @target: a target
 *
 * Stages and the title are already what the mapping makes of them.
 *
 * Returns: (transfer none): the cleaned text; empty if there is none
 */
const char *
mull_import_row_get_text (const MullImportRow *self, MullImportTarget target)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, "");

  return self->texts[target];
}

/**
 * mull_import_row_get_moment:
 * @self: a row
 * @target: a target that is a date
 *
 * The time of an activity is put to its day.
 *
 * Returns: (transfer none): the date; none if it is empty
 */
const MullImportMoment *
mull_import_row_get_moment (const MullImportRow *self, MullImportTarget target)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, NULL);

  return &self->moments[target];
}

/**
 * mull_import_row_get_truth:
 * @self: a row
 * @target: a target that is true or false
 *
 * Returns: what the file says; unknown if it says nothing
 */
MullTernary
mull_import_row_get_truth (const MullImportRow *self, MullImportTarget target)
{
  g_return_val_if_fail ((guint) target < MULL_N_IMPORT_TARGETS, MULL_TERNARY_UNKNOWN);

  return self->truths[target];
}

/**
 * mull_import_row_dup_ids:
 * @self: a row
 * @target: a target that is an id
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, of which some files join several
 *   by `;`
 */
char **
mull_import_row_dup_ids (const MullImportRow *self, MullImportTarget target)
{
  const char *text = mull_import_row_get_text (self, target);

  return mull_csv_value_split (text, strlen (text), ";");
}

/**
 * mull_import_row_get_value:
 * @self: a row of deals
 *
 * Returns: (transfer none): the value with its currency; not set if there is none
 */
const MullMoney *
mull_import_row_get_value (const MullImportRow *self)
{
  return &self->value;
}

/**
 * mull_import_row_get_n_addresses:
 * @self: a row
 *
 * Returns: how many telephone numbers and e-mail addresses of the person there are
 */
guint
mull_import_row_get_n_addresses (const MullImportRow *self)
{
  return self->addresses->len;
}

/**
 * mull_import_row_get_address:
 * @self: a row
 * @index: from 0
 *
 * Returns: (transfer none): the address
 */
const MullImportAddress *
mull_import_row_get_address (const MullImportRow *self, guint index)
{
  g_return_val_if_fail (index < self->addresses->len, NULL);

  return &g_array_index (self->addresses, MullImportAddress, index);
}

/**
 * mull_import_row_get_outcome:
 * @self: a row of deals
 *
 * Returns: how the deal ended, from status, stage and the other columns that tell
 */
MullOutcome
mull_import_row_get_outcome (const MullImportRow *self)
{
  return self->outcome;
}

/**
 * mull_import_row_get_closed:
 * @self: a row of deals
 *
 * Returns: (transfer none): when the deal ended; none for an open deal, or if the file does not say
 */
const MullImportMoment *
mull_import_row_get_closed (const MullImportRow *self)
{
  return &self->closed;
}

/**
 * mull_import_row_get_expected:
 * @self: a row of deals
 *
 * Returns: (transfer none): when the customer wants to decide
 */
const MullImportMoment *
mull_import_row_get_expected (const MullImportRow *self)
{
  return &self->expected;
}

/**
 * mull_import_row_get_n_refusals:
 * @self: a row
 *
 * Returns: for how many reasons it cannot be imported; 0 if it can
 */
guint
mull_import_row_get_n_refusals (const MullImportRow *self)
{
  return self->refusals->len;
}

/**
 * mull_import_row_get_refusal:
 * @self: a row
 * @index: from 0
 *
 * Returns: (transfer none): the reason
 */
const MullImportRefusal *
mull_import_row_get_refusal (const MullImportRow *self, guint index)
{
  g_return_val_if_fail (index < self->refusals->len, NULL);

  return g_ptr_array_index (self->refusals, index);
}

/**
 * mull_import_row_refuse:
 * @self: a row
 * @line: the physical line that is refused
 * @field: what the file calls the property; empty if the row as a whole is refused
 * @reason: a sentence
 * @excerpt: the first characters of what is refused
 *
 * Notes that the row cannot be imported.
 */
void
mull_import_row_refuse (MullImportRow *self,
                        guint line,
                        const char *field,
                        const char *reason,
                        const char *excerpt)
{
  MullImportRefusal *refusal = g_new0 (MullImportRefusal, 1);

  refusal->row = self->number;
  refusal->line = line;
  refusal->character = 1;
  refusal->field = g_strdup (field);
  refusal->reason = g_strdup (reason);
  refusal->excerpt = g_strdup (excerpt);
  g_ptr_array_add (self->refusals, refusal);
}

/**
 * mull_import_row_get_kind:
 * @self: a row
 *
 * Returns: what the row is; cards of one file may be people and companies
 */
MullImportKind
mull_import_row_get_kind (const MullImportRow *self)
{
  return self->kind;
}

/**
 * mull_import_row_is_card:
 * @self: a row
 *
 * Returns: whether it is a vCard
 */
gboolean
mull_import_row_is_card (const MullImportRow *self)
{
  return self->is_card;
}

/**
 * mull_import_row_is_group:
 * @self: a row
 *
 * Returns: whether it is a vCard that stands for several people, which has no place here
 */
gboolean
mull_import_row_is_group (const MullImportRow *self)
{
  return self->is_group;
}

/**
 * mull_import_row_get_n_kept:
 * @self: a row
 *
 * Returns: how many properties of the card have no other place
 */
guint
mull_import_row_get_n_kept (const MullImportRow *self)
{
  return self->kept->len;
}

/**
 * mull_import_row_get_kept:
 * @self: a row
 * @index: from 0
 *
 * Returns: (transfer none): the property as a line of a vCard 3.0, not folded
 */
const char *
mull_import_row_get_kept (const MullImportRow *self, guint index)
{
  g_return_val_if_fail (index < self->kept->len, NULL);

  return g_ptr_array_index (self->kept, index);
}

/**
 * mull_import_row_get_notes:
 * @self: a row
 *
 * Returns: (transfer none) (element-type utf8): what of a card is left out, as sentences
 */
GPtrArray *
mull_import_row_get_notes (const MullImportRow *self)
{
  return self->notes;
}
