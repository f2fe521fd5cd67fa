/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-writer-report"

#include "config.h"

#include "mull-import-writer-private.h"

#include "mull-parse-limits.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_import_writer_count:
 * @self: a writer
 * @thing: what was looked at
 * @is_new: whether it was not there
 * @is_changed: whether it says something else now
 */
void
mull_import_writer_count (MullImportWriter *self,
                          MullImportThing thing,
                          gboolean is_new,
                          gboolean is_changed)
{
  MullImportCounts *counts = &self->report->counts[thing];

  if (is_new)
    counts->n_new++;
  else if (is_changed)
    counts->n_changed++;
  else
    counts->n_identical++;
}

/**
 * mull_import_writer_notice:
 * @self: a writer
 * @text: (transfer full): something to know about the present row
 */
void
mull_import_writer_notice (MullImportWriter *self, char *text)
{
  mull_import_report_add_notice (self->report, mull_import_row_get_number (self->row),
                                 mull_import_row_get_line (self->row), text);
}

/**
 * mull_import_writer_keep:
 * @self: a writer
 * @text: (transfer full): what stays as it is although the present row differs
 */
void
mull_import_writer_keep (MullImportWriter *self, char *text)
{
  self->report->n_kept++;
  mull_import_writer_notice (self, text);
}

/**
 * mull_import_writer_leave_out:
 * @self: a writer
 * @text: (transfer full): why the present row, which is good, has no place here
 */
void
mull_import_writer_leave_out (MullImportWriter *self, char *text)
{
  self->report->n_left_out++;
  mull_import_writer_notice (self, text);
}

/**
 * mull_import_writer_miss_person:
 * @self: a writer
 * @source_id: an id of a person that the present row names, and that nobody is known by
 *
 * Says so, and has the row looked at again the next time.
 */
void
mull_import_writer_miss_person (MullImportWriter *self, const char *source_id)
{
  self->is_unresolved = TRUE;
  mull_import_writer_notice (
      self,
      g_strdup_printf (_ ("The person with the id “%s” is not here. Import the people, then this "
                          "file again."),
                       source_id));
}

/**
 * mull_import_writer_except:
 * @self: a writer
 * @state: a duplicate, or in conflict
 * @text: what is the matter with the present row
 *
 * Notes that the rep may have to say something about the row.
 */
void
mull_import_writer_except (MullImportWriter *self, MullImportRowState state, const char *text)
{
  /* What came first is what the rep is asked about. */
  if (self->matter->len == 0)
    self->exception = state;
  else
    g_string_append_c (self->matter, '\n');
  g_string_append (self->matter, text);
}

/**
 * mull_import_writer_keep_in_conflict:
 * @self: a writer
 * @text: (transfer full): what stays as it is although the present row differs, unless the rep says
 *   that the file is right
 */
void
mull_import_writer_keep_in_conflict (MullImportWriter *self, char *text)
{
  mull_import_writer_except (self, MULL_IMPORT_ROW_CONFLICT, text);
  mull_import_writer_keep (self, text);
}

static void
record_refused_row (MullImportWriter *self, const MullImportRow *row)
{
  gsize length;
  const char *raw = mull_import_row_get_raw (row, &length);

  self->report->n_refused++;
  g_string_append_len (self->report->refused_rows, raw, (gssize) length);
  g_string_append (self->report->refused_rows, "\r\n");
}

static void
record_refusal (MullImportWriter *self, const MullImportRefusal *refusal)
{
  MullImportRefusal *copy;

  self->report->n_refusals++;
  if (self->report->refusals->len >= MULL_IMPORT_REPORT_MAX)
    return;
  copy = g_new (MullImportRefusal, 1);
  *copy = *refusal;
  copy->field = g_strdup (refusal->field);
  copy->reason = g_strdup (refusal->reason);
  copy->excerpt = g_strdup (refusal->excerpt);
  g_ptr_array_add (self->report->refusals, copy);
}

/**
 * mull_import_writer_refuse:
 * @self: a writer
 * @row: a row that could not be read; it says why
 *
 * Takes a row into the report that has no place in the database.
 */
void
mull_import_writer_refuse (MullImportWriter *self, const MullImportRow *row)
{
  self->report->n_rows++;
  mull_import_report_add_state (self->report, MULL_IMPORT_ROW_REFUSED);
  record_refused_row (self, row);
  for (guint i = 0; i < mull_import_row_get_n_refusals (row); i++)
    record_refusal (self, mull_import_row_get_refusal (row, i));
}

/**
 * mull_import_writer_refuse_whole:
 * @self: a writer
 * @reason: why the present row cannot be taken, as a sentence
 */
void
mull_import_writer_refuse_whole (MullImportWriter *self, const char *reason)
{
  gsize length;
  const char *raw = mull_import_row_get_raw (self->row, &length);
  /* A card may be written in another character set. */
  g_autofree char *text = g_utf8_make_valid (raw, (gssize) length);
  g_autofree char *excerpt = mull_text_excerpt (text, MULL_IMPORT_EXCERPT_CHARS);
  MullImportRefusal refusal = {
    .row = mull_import_row_get_number (self->row),
    .line = mull_import_row_get_line (self->row),
    .character = 1,
    .field = (char *) "",
    .reason = (char *) reason,
    .excerpt = excerpt,
  };

  record_refused_row (self, self->row);
  record_refusal (self, &refusal);
}

/* What the counts say of the row that they grew by. */
static MullImportRowState
judge_row (MullImportWriter *self, const MullImportReport *before)
{
  static const MullImportThing things[MULL_N_IMPORT_KINDS] = {
    [MULL_IMPORT_DEALS] = MULL_IMPORT_THING_DEAL,
    [MULL_IMPORT_COMPANIES] = MULL_IMPORT_THING_COMPANY,
    [MULL_IMPORT_PEOPLE] = MULL_IMPORT_THING_PERSON,
    [MULL_IMPORT_ACTIVITIES] = MULL_IMPORT_THING_ENTRY,
    [MULL_IMPORT_NOTES] = MULL_IMPORT_THING_ENTRY,
  };
  const MullImportReport *after = self->report;
  const MullImportCounts *own = &after->counts[things[self->kind]];
  const MullImportCounts *own_before = &before->counts[things[self->kind]];

  if (after->n_refused > before->n_refused)
    return MULL_IMPORT_ROW_REFUSED;
  if (after->n_left_out > before->n_left_out)
    return MULL_IMPORT_ROW_LEFT_OUT;
  if (self->matter->len > 0)
    return self->exception;
  if (own->n_new > own_before->n_new ||
      after->counts[MULL_IMPORT_THING_TOUCH].n_new > before->counts[MULL_IMPORT_THING_TOUCH].n_new)
    return MULL_IMPORT_ROW_NEW;
  return own->n_changed > own_before->n_changed ? MULL_IMPORT_ROW_CHANGED
                                                : MULL_IMPORT_ROW_IDENTICAL;
}

/**
 * mull_import_writer_note_row:
 * @self: a writer that is done with a row
 * @before: the report as it was before the row
 *
 * Notes what became of the row.
 */
void
mull_import_writer_note_row (MullImportWriter *self, const MullImportReport *before)
{
  MullImportRowState state = judge_row (self, before);

  mull_import_report_add_state (self->report, state);
  if (state == MULL_IMPORT_ROW_DUPLICATE || state == MULL_IMPORT_ROW_CONFLICT)
    {
      const MullImportException exception = {
        mull_import_row_get_number (self->row),
        mull_import_row_get_line (self->row),
        state,
        self->choice,
        self->matter->str,
      };

      mull_import_report_add_exception (self->report, &exception);
    }
}
