/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-reading"

#include "config.h"

#include "mull-csv-value.h"
#include "mull-html-text.h"
#include "mull-import-row-private.h"
#include "mull-import-rows-private.h"
#include "mull-parse-limits.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * mull_import_reading_refuse:
 * @reading: a field of a row
 * @reason: a sentence
 *
 * Notes that the row cannot be imported because of the field.
 */
void
mull_import_reading_refuse (const MullImportReading *reading, const char *reason)
{
  MullImportRefusal *refusal = g_new0 (MullImportRefusal, 1);
  g_autofree char *text = g_strndup (reading->field->text, reading->field->length);

  refusal->row = reading->row->number;
  mull_csv_record_locate (reading->record, reading->field->offset, &refusal->line,
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

/**
 * mull_import_reading_get_line:
 * @reading: a field of a row
 *
 * Returns: (transfer none) (nullable): its text as one clean line, which lives as long as the row;
 *   %NULL if it was refused
 */
const char *
mull_import_reading_get_line (const MullImportReading *reading)
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
      mull_import_reading_refuse (reading, error->message);
      return NULL;
    }
  return g_string_chunk_insert (reading->row->store, clean);
}

static const char *
read_body (const MullImportReading *reading)
{
  g_autofree char *raw = g_strndup (reading->field->text, reading->field->length);
  g_autofree char *plain =
      mull_html_text_is_html (raw) ? mull_html_text_to_plain (raw) : g_steal_pointer (&raw);
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = mull_text_clean_body (plain, reading->column->name, &error);

  if (clean == NULL)
    {
      mull_import_reading_refuse (reading, error->message);
      return NULL;
    }
  return g_string_chunk_insert (reading->row->store, clean);
}

/* Several columns may become one target: their texts are joined, or the first one counts. */
static void
put_text (const MullImportReading *reading, const char *text)
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
first_of_several (const MullImportReading *reading, const char *text)
{
  const char *end;

  if (text == NULL || reading->rows->source != MULL_IMPORT_SOURCE_HUBSPOT ||
      !is_linked_name (reading->column->target) || (end = strchr (text, ';')) == NULL)
    return text;
  return g_string_chunk_insert_len (reading->row->store, text, end - text);
}

static void
read_domain (const MullImportReading *reading)
{
  g_autofree char *domain =
      mull_csv_value_parse_domain (reading->field->text, reading->field->length);

  if (*domain == '\0' && reading->field->length > 0)
    mull_import_reading_refuse (reading, _ ("This is not the address of a web site."));
  else
    put_text (reading, g_string_chunk_insert (reading->row->store, domain));
}

static void
read_date (const MullImportReading *reading)
{
  MullImportMoment moment;
  g_autoptr (GError) error = NULL;
  MullImportMoment *place = &reading->row->moments[reading->column->target];

  if (!mull_csv_value_parse_date (reading->field->text, reading->field->length,
                                  reading->column->order, &moment, &error))
    mull_import_reading_refuse (reading, error->message);
  else if (!mull_import_moment_is_set (place))
    *place = moment;
}

static void
read_time (const MullImportReading *reading)
{
  g_autoptr (GError) error = NULL;

  if (!mull_csv_value_parse_time (reading->field->text, reading->field->length,
                                  &reading->row->due_second, &error))
    mull_import_reading_refuse (reading, error->message);
}

static void
read_boolean (const MullImportReading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *text = reading->field->text;
  gsize length = reading->field->length;
  gboolean truth;

  mull_csv_value_trim (&text, &length);
  if (length == 0)
    return;
  if (!mull_csv_value_parse_boolean (text, length, &truth, &error))
    mull_import_reading_refuse (reading, error->message);
  else
    reading->row->truths[reading->column->target] = truth ? MULL_TERNARY_YES : MULL_TERNARY_NO;
}

static void
read_currency (const MullImportReading *reading)
{
  g_autoptr (GError) error = NULL;
  char code[4];

  if (!mull_csv_value_parse_currency (reading->field->text, reading->field->length, code, &error))
    mull_import_reading_refuse (reading, error->message);
  else
    put_text (reading, g_string_chunk_insert (reading->row->store, code));
}

/* The currency was read before, wherever its column stands. */
static void
read_amount (const MullImportReading *reading)
{
  g_autoptr (GError) error = NULL;
  const char *currency = reading->row->texts[MULL_IMPORT_CURRENCY];
  MullMoney money;

  if (*currency == '\0')
    currency = mull_import_mapping_get_currency (reading->rows->mapping);
  if (!mull_csv_value_parse_amount (reading->field->text, reading->field->length,
                                    reading->column->decimal, currency, &money, &error))
    mull_import_reading_refuse (reading, error->message);
  else if (!mull_money_is_set (&reading->row->value))
    reading->row->value = money;
}

static void
add_address (const MullImportReading *reading, MullAddressKind kind, const char *value)
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
read_mails (const MullImportReading *reading)
{
  g_auto (GStrv) parts =
      mull_csv_value_split (reading->field->text, reading->field->length, ",;\n\r");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *mail = inside_brackets (parts[i]);

      if (!mull_csv_value_parse_mail (mail, strlen (mail), &error))
        mull_import_reading_refuse (reading, error->message);
      else
        add_address (reading, MULL_ADDRESS_MAIL, mail);
    }
}

static void
read_phones (const MullImportReading *reading)
{
  g_auto (GStrv) parts =
      mull_csv_value_split (reading->field->text, reading->field->length, ",;\n\r");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *phone = mull_text_clean_line (parts[i], reading->column->name, &error);

      if (phone == NULL)
        mull_import_reading_refuse (reading, error->message);
      else if (strpbrk (phone, "0123456789") == NULL)
        mull_import_reading_refuse (reading, _ ("This is not a telephone number."));
      else
        add_address (reading, MULL_ADDRESS_PHONE, phone);
    }
}

/**
 * mull_import_reading_read:
 * @reading: a field of a row
 *
 * Puts what the field says into the row, or refuses it.
 */
void
mull_import_reading_read (const MullImportReading *reading)
{
  switch (reading->column->kind)
    {
    case MULL_IMPORT_VALUE_NOTHING:
      break;
    case MULL_IMPORT_VALUE_LINE:
      put_text (reading, first_of_several (reading, mull_import_reading_get_line (reading)));
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
