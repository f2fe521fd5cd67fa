/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-rows-settle"

#include "config.h"

#include "mull-import-row-private.h"
#include "mull-import-rows-private.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

static void
compose_title (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record)
{
  guint n_parts;
  const guint *parts = mull_import_mapping_get_title (self->mapping, &n_parts);

  if (n_parts > 0)
    {
      g_string_truncate (self->scratch, 0);
      for (guint i = 0; i < n_parts; i++)
        {
          MullImportReading reading = mull_import_rows_get_reading (self, row, record, parts[i]);
          const char *part = mull_import_reading_get_line (&reading);

          if (part == NULL || *part == '\0')
            continue;
          if (self->scratch->len > 0)
            g_string_append (self->scratch,
                             mull_import_mapping_get_title_separator (self->mapping));
          g_string_append (self->scratch, part);
        }
      if (g_utf8_strlen (self->scratch->str, (gssize) self->scratch->len) > MULL_TEXT_LINE_MAX)
        mull_import_rows_refuse (
            self, row, record, _ ("The title of the deal, made of several columns, is too long."));
      row->texts[MULL_IMPORT_DEAL_TITLE] = g_string_chunk_insert (row->store, self->scratch->str);
    }
  if (*row->texts[MULL_IMPORT_DEAL_TITLE] == '\0')
    row->texts[MULL_IMPORT_DEAL_TITLE] = row->texts[MULL_IMPORT_COMPANY_NAME];
}

static void
compose_name (MullImportRows *self, MullImportRow *row)
{
  const char *first = row->texts[MULL_IMPORT_PERSON_FIRST_NAME];
  const char *last = row->texts[MULL_IMPORT_PERSON_LAST_NAME];

  if (*row->texts[MULL_IMPORT_PERSON_NAME] != '\0' || (*first == '\0' && *last == '\0'))
    return;
  g_string_printf (self->scratch, "%s%s%s", first, *first != '\0' && *last != '\0' ? " " : "",
                   last);
  row->texts[MULL_IMPORT_PERSON_NAME] = g_string_chunk_insert (row->store, self->scratch->str);
}

/* A status decides; else the stage; else what closing leaves behind. */
static void
settle_outcome (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record)
{
  const char *status = row->texts[MULL_IMPORT_STATUS];
  const char *stage = row->texts[MULL_IMPORT_STAGE];
  const MullImportWord *stage_word = mull_import_mapping_find_stage (self->mapping, stage);
  MullOutcome lost = mull_import_mapping_get_lost_outcome (self->mapping);

  if (stage_word != NULL)
    {
      row->outcome = stage_word->outcome;
      row->texts[MULL_IMPORT_STAGE] = g_string_chunk_insert (row->store, stage_word->stage);
    }
  if (*status != '\0')
    {
      const MullImportWord *word = mull_import_mapping_find_status (self->mapping, status);

      if (word == NULL)
        {
          MullImportReading reading = mull_import_rows_get_reading (
              self, row, record, mull_import_rows_find_column (self, MULL_IMPORT_STATUS));

          mull_import_reading_refuse (
              &reading, _ ("Nobody said whether this status means open, won or lost."));
          return;
        }
      row->outcome = word->outcome;
    }
  else if (row->outcome == MULL_OUTCOME_OPEN)
    {
      if (row->truths[MULL_IMPORT_IS_WON] == MULL_TERNARY_YES ||
          mull_import_moment_is_set (&row->moments[MULL_IMPORT_WON_AT]))
        row->outcome = MULL_OUTCOME_WON;
      else if (row->truths[MULL_IMPORT_IS_CLOSED] == MULL_TERNARY_YES ||
               mull_import_moment_is_set (&row->moments[MULL_IMPORT_LOST_AT]))
        row->outcome = lost;
    }
  /* Never lost without a reason: then it is the word of the file. */
  if (row->outcome != MULL_OUTCOME_OPEN && row->outcome != MULL_OUTCOME_WON &&
      *row->texts[MULL_IMPORT_REASON] == '\0')
    row->texts[MULL_IMPORT_REASON] = *status != '\0' ? status : stage;
}

static void
settle_dates (MullImportRow *row)
{
  const MullImportMoment *moments = row->moments;

  row->expected = moments[MULL_IMPORT_EXPECTED_ON];
  if (row->outcome == MULL_OUTCOME_OPEN)
    {
      if (!mull_import_moment_is_set (&row->expected))
        row->expected = moments[MULL_IMPORT_CLOSED_AT];
      return;
    }
  row->closed =
      moments[row->outcome == MULL_OUTCOME_WON ? MULL_IMPORT_WON_AT : MULL_IMPORT_LOST_AT];
  if (!mull_import_moment_is_set (&row->closed))
    row->closed = moments[MULL_IMPORT_CLOSED_AT];
}

static void
settle_due_time (MullImportRow *row)
{
  MullImportMoment *due = &row->moments[MULL_IMPORT_DUE_ON];

  if (row->due_second != MULL_IMPORT_NO_SECOND && mull_import_moment_is_set (due) &&
      due->second == MULL_IMPORT_NO_SECOND)
    due->second = row->due_second;
}

static const char *
first_mail (const MullImportRow *row)
{
  for (guint i = 0; i < row->addresses->len; i++)
    if (mull_import_row_get_address (row, i)->kind == MULL_ADDRESS_MAIL)
      return mull_import_row_get_address (row, i)->value;
  return "";
}

/* Programs keep people without a name and companies without one; their address must do. */
static const char *
find_missing (MullImportRows *self, MullImportRow *row)
{
  const char **texts = row->texts;

  switch (mull_import_mapping_get_kind (self->mapping))
    {
    case MULL_IMPORT_DEALS:
      return *texts[MULL_IMPORT_DEAL_TITLE] != '\0' ? NULL : _ ("The deal has no title.");
    case MULL_IMPORT_COMPANIES:
      if (*texts[MULL_IMPORT_COMPANY_NAME] == '\0')
        texts[MULL_IMPORT_COMPANY_NAME] = texts[MULL_IMPORT_COMPANY_DOMAIN];
      return *texts[MULL_IMPORT_COMPANY_NAME] != '\0' ? NULL : _ ("The company has no name.");
    case MULL_IMPORT_PEOPLE:
      if (*texts[MULL_IMPORT_PERSON_NAME] == '\0')
        texts[MULL_IMPORT_PERSON_NAME] = first_mail (row);
      return *texts[MULL_IMPORT_PERSON_NAME] != '\0' ? NULL : _ ("The person has no name.");
    case MULL_IMPORT_ACTIVITIES:
      return *texts[MULL_IMPORT_SUBJECT] != '\0' || *texts[MULL_IMPORT_ENTRY_TEXT] != '\0' ||
                     *texts[MULL_IMPORT_TYPE] != '\0'
                 ? NULL
                 : _ ("The activity has neither a subject nor a text.");
    case MULL_IMPORT_NOTES:
      return *texts[MULL_IMPORT_ENTRY_TEXT] != '\0' ? NULL : _ ("The note is empty.");
    }
  g_return_val_if_reached (NULL);
}

/**
 * mull_import_rows_settle:
 * @self: a reader of rows
 * @row: a row all of whose fields were read
 * @record: what it was read from
 *
 * Settles what several fields say together: title, name, outcome, dates; and refuses a row that
 * lacks what it cannot be without.
 */
void
mull_import_rows_settle (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record)
{
  const char *missing;

  compose_name (self, row);
  settle_due_time (row);
  if (mull_import_mapping_get_kind (self->mapping) == MULL_IMPORT_DEALS)
    {
      compose_title (self, row, record);
      settle_outcome (self, row, record);
      settle_dates (row);
    }
  missing = row->refusals->len == 0 ? find_missing (self, row) : NULL;
  if (missing != NULL)
    mull_import_rows_refuse (self, row, record, missing);
}
