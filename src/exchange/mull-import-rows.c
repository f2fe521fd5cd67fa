/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-rows"

#include "config.h"

#include "mull-import-rows.h"

#include "mull-csv-value.h"
#include "mull-error.h"
#include "mull-html-text.h"
#include "mull-import-limits.h"
#include "mull-import-row-private.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_COLUMN G_MAXUINT

/* One column of the mapping with everything settled. */
typedef struct
{
  char *name;
  char *label;
  MullImportTarget target;
  MullImportValueKind kind;
  MullDateOrder order;
  char decimal;
} Column;

struct _MullImportRows
{
  /* Owned */
  GBytes *text;
  MullCsvReader *reader;
  MullImportMapping *mapping;
  GArray *columns; /* Column */
  GString *scratch;
  /* State */
  MullImportSource source;
  guint currency_column;
  guint n_rows;
  gboolean header_is_due;
};

/* What is needed to read one field and to refuse it. */
typedef struct
{
  MullImportRows *rows;
  MullImportRow *row;
  const Column *column;
  const MullCsvField *field;
  guint index;
} Reading;

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->label);
}

static Column *
get_column (MullImportRows *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static void
refuse_row (MullImportRows *self,
            MullImportRow *row,
            const MullCsvRecord *record,
            const char *reason)
{
  MullImportRefusal *refusal = g_new0 (MullImportRefusal, 1);
  g_autofree char *raw = g_strndup (record->raw, record->raw_length);

  refusal->row = row->number;
  mull_csv_reader_locate (self->reader, record->problem, &refusal->line, &refusal->character);
  refusal->field = g_strdup ("");
  refusal->reason = g_strdup (reason);
  refusal->excerpt = mull_text_excerpt (raw, MULL_IMPORT_EXCERPT_CHARS);
  g_ptr_array_add (row->refusals, refusal);
}

static void
refuse_field (const Reading *reading, const char *reason)
{
  MullImportRefusal *refusal = g_new0 (MullImportRefusal, 1);
  g_autofree char *text = g_strndup (reading->field->text, reading->field->length);

  refusal->row = reading->row->number;
  mull_csv_reader_locate (reading->rows->reader, reading->field->offset, &refusal->line,
                          &refusal->character);
  refusal->column = reading->index + 1;
  refusal->field = g_strdup (reading->column->name);
  refusal->reason = g_strdup (reason);
  refusal->excerpt = mull_text_excerpt (text, MULL_IMPORT_EXCERPT_CHARS);
  g_ptr_array_add (reading->row->refusals, refusal);
}

/* Most texts are clean already; this tells without copying them. */
static gboolean
is_clean (const char *text, gsize length)
{
  if (length > MULL_TEXT_LINE_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (text[i] < 0x20 || text[i] > 0x7e ||
        (text[i] == ' ' && i + 1 < length && text[i + 1] == ' '))
      return FALSE;
  return TRUE;
}

/* The text of a field, cleaned, in the store of the row; %NULL if it was refused. */
static const char *
read_line (const Reading *reading)
{
  const char *text = reading->field->text;
  gsize length = reading->field->length;
  g_autofree char *raw = NULL;
  g_autofree char *clean = NULL;
  g_autoptr (GError) error = NULL;

  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return "";
  if (is_clean (text, length))
    return g_string_chunk_insert_len (reading->row->store, text, (gssize) length);
  raw = g_strndup (text, length);
  clean = mull_text_clean_line (raw, reading->column->name, &error);
  if (clean == NULL)
    {
      refuse_field (reading, error->message);
      return NULL;
    }
  return g_string_chunk_insert (reading->row->store, clean);
}

static const char *
read_body (const Reading *reading)
{
  g_autofree char *raw = g_strndup (reading->field->text, reading->field->length);
  g_autofree char *plain =
      mull_html_text_is_html (raw) ? mull_html_text_to_plain (raw) : g_steal_pointer (&raw);
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = mull_text_clean_body (plain, reading->column->name, &error);

  if (clean == NULL)
    {
      refuse_field (reading, error->message);
      return NULL;
    }
  return g_string_chunk_insert (reading->row->store, clean);
}

/* Several columns may become one target: their texts are joined, or the first one counts. */
static void
put_text (const Reading *reading, const char *text)
{
  MullImportTarget target = reading->column->target;
  const char **place = &reading->row->texts[target];
  const char *joiner = mull_import_target_get_joiner (target);

  if (text == NULL || *text == '\0')
    return;
  if (**place == '\0')
    *place = text;
  else if (joiner != NULL)
    {
      g_autofree char *joined = g_strconcat (*place, joiner, text, NULL);

      *place = g_string_chunk_insert (reading->row->store, joined);
    }
}

static gboolean
is_linked_name (MullImportTarget target)
{
  return target == MULL_IMPORT_COMPANY_NAME || target == MULL_IMPORT_PERSON_NAME;
}

/* HubSpot joins the names of several linked records; the first one is the primary one. */
static const char *
first_of_several (const Reading *reading, const char *text)
{
  const char *end;

  if (text == NULL || reading->rows->source != MULL_IMPORT_SOURCE_HUBSPOT ||
      !is_linked_name (reading->column->target) || (end = strchr (text, ';')) == NULL)
    return text;
  return g_string_chunk_insert_len (reading->row->store, text, end - text);
}

static void
read_domain (const Reading *reading)
{
  g_autofree char *domain =
      mull_csv_value_parse_domain (reading->field->text, reading->field->length);

  if (*domain == '\0' && reading->field->length > 0)
    refuse_field (reading, _("This is not the address of a web site."));
  else
    put_text (reading, g_string_chunk_insert (reading->row->store, domain));
}

static void
read_date (const Reading *reading)
{
  MullImportMoment moment;
  g_autoptr (GError) error = NULL;
  MullImportMoment *place = &reading->row->moments[reading->column->target];

  if (!mull_csv_value_parse_date (reading->field->text, reading->field->length,
                                  reading->column->order, &moment, &error))
    refuse_field (reading, error->message);
  else if (!mull_import_moment_is_set (place))
    *place = moment;
}

static void
read_time (const Reading *reading)
{
  g_autoptr (GError) error = NULL;

  if (!mull_csv_value_parse_time (reading->field->text, reading->field->length,
                                  &reading->row->due_second, &error))
    refuse_field (reading, error->message);
}

static void
read_boolean (const Reading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *text = reading->field->text;
  gsize length = reading->field->length;
  gboolean truth;

  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return;
  if (!mull_csv_value_parse_boolean (text, length, &truth, &error))
    refuse_field (reading, error->message);
  else
    reading->row->truths[reading->column->target] = truth ? MULL_TERNARY_YES : MULL_TERNARY_NO;
}

static void
read_currency (const Reading *reading)
{
  g_autoptr (GError) error = NULL;
  char code[4];

  if (!mull_csv_value_parse_currency (reading->field->text, reading->field->length, code, &error))
    refuse_field (reading, error->message);
  else
    put_text (reading, g_string_chunk_insert (reading->row->store, code));
}

/* The currency was read before, wherever its column stands. */
static void
read_amount (const Reading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *currency = reading->row->texts[MULL_IMPORT_CURRENCY];
  MullMoney money;

  if (*currency == '\0')
    currency = mull_import_mapping_get_currency (reading->rows->mapping);
  if (!mull_csv_value_parse_amount (reading->field->text, reading->field->length,
                                    reading->column->decimal, currency, &money, &error))
    refuse_field (reading, error->message);
  else if (!mull_money_is_set (&reading->row->value))
    reading->row->value = money;
}

static void
add_address (const Reading *reading, MullAddressKind kind, const char *value)
{
  MullImportAddress address = { .kind = kind,
                                .value = g_string_chunk_insert (reading->row->store, value) };

  for (guint i = 0; i < reading->row->addresses->len; i++)
    if (g_str_equal (mull_import_row_get_address (reading->row, i)->value, value))
      return;
  address.label = g_string_chunk_insert (reading->row->store, reading->column->label);
  g_array_append_val (reading->row->addresses, address);
}

/* "Name <name@example.org>" is an address too. */
static const char *
inside_brackets (char *text)
{
  char *open = strchr (text, '<');
  char *close = open != NULL ? strchr (open, '>') : NULL;

  if (close == NULL)
    return text;
  *close = '\0';
  return open + 1;
}

static void
read_mails (const Reading *reading)
{
  g_auto (GStrv) parts =
      mull_csv_value_split (reading->field->text, reading->field->length, ",;\n\r");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *mail = inside_brackets (parts[i]);

      if (!mull_csv_value_parse_mail (mail, strlen (mail), &error))
        refuse_field (reading, error->message);
      else
        add_address (reading, MULL_ADDRESS_MAIL, mail);
    }
}

static void
read_phones (const Reading *reading)
{
  g_auto (GStrv) parts =
      mull_csv_value_split (reading->field->text, reading->field->length, ",;\n\r");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *phone = mull_text_clean_line (parts[i], reading->column->name, &error);

      if (phone == NULL)
        refuse_field (reading, error->message);
      else if (strpbrk (phone, "0123456789") == NULL)
        refuse_field (reading, _("This is not a telephone number."));
      else
        add_address (reading, MULL_ADDRESS_PHONE, phone);
    }
}

static void
read_field (const Reading *reading)
{
  switch (reading->column->kind)
    {
    case MULL_IMPORT_VALUE_NOTHING:
      break;
    case MULL_IMPORT_VALUE_LINE:
      put_text (reading, first_of_several (reading, read_line (reading)));
      break;
    case MULL_IMPORT_VALUE_BODY:
      put_text (reading, read_body (reading));
      break;
    case MULL_IMPORT_VALUE_DATE:
      read_date (reading);
      break;
    case MULL_IMPORT_VALUE_TIME:
      read_time (reading);
      break;
    case MULL_IMPORT_VALUE_AMOUNT:
      read_amount (reading);
      break;
    case MULL_IMPORT_VALUE_CURRENCY:
      read_currency (reading);
      break;
    case MULL_IMPORT_VALUE_BOOLEAN:
      read_boolean (reading);
      break;
    case MULL_IMPORT_VALUE_MAILS:
      read_mails (reading);
      break;
    case MULL_IMPORT_VALUE_PHONES:
      read_phones (reading);
      break;
    case MULL_IMPORT_VALUE_DOMAIN:
      read_domain (reading);
      break;
    }
}

static Reading
reading_of (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record, guint index)
{
  return (Reading){ self, row, get_column (self, index), &record->fields[index], index };
}

static void
read_fields (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record)
{
  gboolean currency_is_refused = FALSE;

  if (self->currency_column != NO_COLUMN)
    {
      Reading reading = reading_of (self, row, record, self->currency_column);

      read_field (&reading);
      currency_is_refused = row->refusals->len > 0;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      Reading reading = reading_of (self, row, record, i);

      /* One reason is enough for an amount in a currency that nobody knows. */
      if (i != self->currency_column &&
          !(currency_is_refused && reading.column->kind == MULL_IMPORT_VALUE_AMOUNT))
        read_field (&reading);
    }
}

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
          Reading reading = reading_of (self, row, record, parts[i]);
          const char *part = read_line (&reading);

          if (part == NULL || *part == '\0')
            continue;
          if (self->scratch->len > 0)
            g_string_append (self->scratch,
                             mull_import_mapping_get_title_separator (self->mapping));
          g_string_append (self->scratch, part);
        }
      if (g_utf8_strlen (self->scratch->str, (gssize) self->scratch->len) > MULL_TEXT_LINE_MAX)
        refuse_row (self, row, record,
                    _("The title of the deal, made of several columns, is too long."));
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

static guint
find_column (MullImportRows *self, MullImportTarget target)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->target == target)
      return i;
  return NO_COLUMN;
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
          Reading reading = reading_of (self, row, record, find_column (self, MULL_IMPORT_STATUS));

          refuse_field (&reading, _("Nobody said whether this status means open, won or lost."));
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
      return *texts[MULL_IMPORT_DEAL_TITLE] != '\0' ? NULL : _("The deal has no title.");
    case MULL_IMPORT_COMPANIES:
      if (*texts[MULL_IMPORT_COMPANY_NAME] == '\0')
        texts[MULL_IMPORT_COMPANY_NAME] = texts[MULL_IMPORT_COMPANY_DOMAIN];
      return *texts[MULL_IMPORT_COMPANY_NAME] != '\0' ? NULL : _("The company has no name.");
    case MULL_IMPORT_PEOPLE:
      if (*texts[MULL_IMPORT_PERSON_NAME] == '\0')
        texts[MULL_IMPORT_PERSON_NAME] = first_mail (row);
      return *texts[MULL_IMPORT_PERSON_NAME] != '\0' ? NULL : _("The person has no name.");
    case MULL_IMPORT_ACTIVITIES:
      return *texts[MULL_IMPORT_SUBJECT] != '\0' || *texts[MULL_IMPORT_ENTRY_TEXT] != '\0' ||
                     *texts[MULL_IMPORT_TYPE] != '\0'
                 ? NULL
                 : _("The activity has neither a subject nor a text.");
    case MULL_IMPORT_NOTES:
      return *texts[MULL_IMPORT_ENTRY_TEXT] != '\0' ? NULL : _("The note is empty.");
    }
  g_return_val_if_reached (NULL);
}

static void
settle_row (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record)
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
    refuse_row (self, row, record, missing);
}

/**
 * mull_import_rows_is_blank:
 * @record: a record of a file
 *
 * Returns: whether it is no row, since all of its fields are empty
 */
gboolean
mull_import_rows_is_blank (const MullCsvRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      const char *text = record->fields[i].text;
      gsize length = record->fields[i].length;

      mull_csv_value_trim (&text, &length);
      if (length > 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * mull_import_rows_new:
 * @file: a file
 * @error: return location
 *
 * Returns: (transfer full): a reader before the first row, or %NULL with %MULL_ERROR_INVALID if the
 *   mapping of the file cannot be used
 */
MullImportRows *
mull_import_rows_new (MullImportFile *file, GError **error)
{
  const MullImportMapping *mapping = mull_import_file_get_mapping (file);
  const MullCsvDialect *dialect = mull_import_file_get_dialect (file);
  MullImportRows *self;

  if (!mull_import_mapping_check (mapping, error))
    return NULL;
  self = g_new0 (MullImportRows, 1);
  self->text = g_bytes_ref (mull_import_file_get_text (file));
  self->reader = mull_csv_reader_new (self->text, dialect->delimiter, dialect->has_header);
  self->mapping = mull_import_mapping_copy (mapping);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->scratch = g_string_new (NULL);
  self->source = mull_import_file_get_source (file);
  self->header_is_due = dialect->has_header;
  for (guint i = 0; i < mull_import_file_get_n_columns (file); i++)
    {
      const MullCsvColumn *found = mull_import_file_get_column (file, i);
      const MullImportColumn *mapped = mull_import_mapping_get_column (mapping, i);
      Column column = {
        .name = g_strdup (mapped->name),
        .label = g_strdup (mapped->label),
        .target = mapped->target,
        .kind = mull_import_target_get_value_kind (mapped->target),
        .order = mapped->date_order != MULL_DATE_ORDER_UNKNOWN
                     ? mapped->date_order
                     : mull_csv_column_get_date_order (found, NULL),
        .decimal =
            mapped->decimal != '\0' ? mapped->decimal : mull_csv_column_get_decimal (found, NULL),
      };

      g_array_append_val (self->columns, column);
    }
  self->currency_column = find_column (self, MULL_IMPORT_CURRENCY);
  return self;
}

/**
 * mull_import_rows_free:
 * @self: (transfer full): a reader of rows
 */
void
mull_import_rows_free (MullImportRows *self)
{
  g_bytes_unref (self->text);
  mull_csv_reader_free (self->reader);
  mull_import_mapping_free (self->mapping);
  g_array_unref (self->columns);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/**
 * mull_import_rows_next:
 * @self: a reader of rows
 * @row: filled in; what it held before is gone
 * @error: return location
 *
 * Reads the next row that is not blank.
 *
 * Returns: whether there is a row and whether it can be imported; after
 *   %MULL_IMPORT_STEP_REFUSED the reader goes on with the next row
 */
MullImportStep
mull_import_rows_next (MullImportRows *self, MullImportRow *row, GError **error)
{
  const MullCsvRecord *record;
  MullCsvStep step;

  g_return_val_if_fail (self != NULL && row != NULL, MULL_IMPORT_STEP_FAILED);

  do
    {
      step = mull_csv_reader_next (self->reader, &record, error);
      if (step == MULL_CSV_STEP_RECORD && self->header_is_due)
        {
          self->header_is_due = FALSE;
          step = mull_csv_reader_next (self->reader, &record, error);
        }
    }
  while (step == MULL_CSV_STEP_RECORD && mull_import_rows_is_blank (record));
  mull_import_row_reset (row);
  if (step != MULL_CSV_STEP_RECORD)
    return step == MULL_CSV_STEP_END ? MULL_IMPORT_STEP_END : MULL_IMPORT_STEP_FAILED;

  row->number = ++self->n_rows;
  row->line = record->line;
  row->bytes = g_bytes_ref (self->text);
  row->raw = record->raw;
  row->raw_length = record->raw_length;
  if (record->state == MULL_CSV_RECORD_GOOD)
    {
      read_fields (self, row, record);
      settle_row (self, row, record);
    }
  else
    {
      g_autofree char *problem = mull_csv_reader_describe_problem (self->reader, record);

      refuse_row (self, row, record, problem);
    }
  return row->refusals->len == 0 ? MULL_IMPORT_STEP_ROW : MULL_IMPORT_STEP_REFUSED;
}

/**
 * mull_import_rows_get_progress:
 * @self: a reader of rows
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
mull_import_rows_get_progress (const MullImportRows *self)
{
  return mull_csv_reader_get_progress (self->reader);
}
