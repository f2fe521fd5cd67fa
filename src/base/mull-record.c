/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-record"

#include "config.h"

#include "mull-record.h"

#include <string.h>

static gpointer
field_at (gconstpointer record, const MullField *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

/**
 * mull_record_new:
 * @type: the description of the record
 *
 * Makes a record with empty texts, no dates and every enumeration at 0.
 *
 * Returns: (transfer full): the record; free it with mull_record_unref()
 */
gpointer
mull_record_new (const MullRecordType *type)
{
  MullRecord *record;

  g_return_val_if_fail (type != NULL, NULL);

  record = g_atomic_rc_box_alloc0 (type->size);
  record->type = type;
  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer at = field_at (record, &type->fields[i]);

      switch (type->fields[i].kind)
        {
        case MULL_FIELD_TEXT:
          *(char **) at = g_strdup ("");
          break;
        case MULL_FIELD_DAY:
        case MULL_FIELD_OPTIONAL_DAY:
          *(MullDay *) at = MULL_DAY_NONE;
          break;
        case MULL_FIELD_OPTIONAL_NUMBER:
          *(gint64 *) at = MULL_NUMBER_NONE;
          break;
        case MULL_FIELD_INSTANT:
        case MULL_FIELD_OPTIONAL_INSTANT:
          *(gint64 *) at = MULL_INSTANT_NONE;
          break;
        case MULL_FIELD_INT:
        case MULL_FIELD_NUMBER:
        case MULL_FIELD_BOOLEAN:
        case MULL_FIELD_REFERENCE:
        case MULL_FIELD_OPTIONAL_REFERENCE:
        case MULL_FIELD_ENUM:
        case MULL_FIELD_CURRENCY:
          break;
        }
    }
  return record;
}

/**
 * mull_record_copy:
 * @record: a record of any type
 *
 * Returns: (transfer full): an independent copy that may be changed, with the same id
 */
gpointer
mull_record_copy (gconstpointer record)
{
  const MullRecord *from = record;
  const MullRecordType *type;
  MullRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  type = from->type;
  copy = (g_atomic_rc_box_dup) (type->size, record);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == MULL_FIELD_TEXT)
      {
        char **text = field_at (copy, &type->fields[i]);
        *text = g_strdup (*text);
      }
  return copy;
}

/**
 * mull_record_ref:
 * @record: a record of any type
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): @record, with one more reference
 */
gpointer
mull_record_ref (gpointer record)
{
  return g_atomic_rc_box_acquire (record);
}

static void
clear_record (gpointer data)
{
  MullRecord *record = data;

  for (guint i = 0; i < record->type->n_fields; i++)
    if (record->type->fields[i].kind == MULL_FIELD_TEXT)
      g_free (*(char **) field_at (record, &record->type->fields[i]));
}

/**
 * mull_record_unref:
 * @record: (transfer full): a record of any type
 *
 * Gives up a reference, and with the last one frees the record and its texts. May be called from
 * any thread.
 */
void
mull_record_unref (gpointer record)
{
  g_atomic_rc_box_release_full (record, clear_record);
}

/**
 * mull_field_equal:
 *
 * Returns: whether @field has the same value in both records, which are of the type it describes
 */
gboolean
mull_field_equal (gconstpointer a, gconstpointer b, const MullField *field)
{
  gconstpointer at_a = field_at (a, field), at_b = field_at (b, field);

  switch (field->kind)
    {
    case MULL_FIELD_TEXT:
      return g_str_equal (*(char *const *) at_a, *(char *const *) at_b);
    case MULL_FIELD_CURRENCY:
      return g_str_equal (at_a, at_b);
    case MULL_FIELD_INT:
    case MULL_FIELD_BOOLEAN:
    case MULL_FIELD_DAY:
    case MULL_FIELD_OPTIONAL_DAY:
    case MULL_FIELD_ENUM:
      return *(const int *) at_a == *(const int *) at_b;
    case MULL_FIELD_NUMBER:
    case MULL_FIELD_OPTIONAL_NUMBER:
    case MULL_FIELD_INSTANT:
    case MULL_FIELD_OPTIONAL_INSTANT:
    case MULL_FIELD_REFERENCE:
    case MULL_FIELD_OPTIONAL_REFERENCE:
      return *(const gint64 *) at_a == *(const gint64 *) at_b;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_record_equal:
 *
 * Returns: whether two records are of one type and every field, the id included, is the same
 */
gboolean
mull_record_equal (gconstpointer a, gconstpointer b)
{
  const MullRecord *record_a = a, *record_b = b;

  if (record_a->type != record_b->type || record_a->id != record_b->id)
    return FALSE;
  for (guint i = 0; i < record_a->type->n_fields; i++)
    if (!mull_field_equal (a, b, &record_a->type->fields[i]))
      return FALSE;
  return TRUE;
}

/**
 * mull_take_text:
 * @field: (inout): a text field of a record under construction
 * @text: (transfer full): its new value
 */
void
mull_take_text (char **field, char *text)
{
  g_return_if_fail (text != NULL);

  g_free (*field);
  *field = text;
}

/**
 * mull_set_text:
 * @field: (inout): a text field of a record under construction
 * @text: its new value, which is copied
 */
void
mull_set_text (char **field, const char *text)
{
  mull_take_text (field, g_strdup (text));
}

/**
 * mull_enum_nick:
 *
 * Returns: (transfer none): the text by which @value is stored
 */
const char *
mull_enum_nick (GType enum_type, int value)
{
  GEnumClass *klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value (klass, value);
  const char *nick = found != NULL ? found->value_nick : NULL;

  /* Static enumeration types are never unloaded, so the nick outlives this reference. */
  g_type_class_unref (klass);
  g_return_val_if_fail (nick != NULL, "");
  return nick;
}

/**
 * mull_enum_from_nick:
 * @value: (out): the value with that nick
 *
 * Returns: %FALSE if the type has no such nick
 */
gboolean
mull_enum_from_nick (GType enum_type, const char *nick, int *value)
{
  GEnumClass *klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found != NULL)
    *value = found->value;
  g_type_class_unref (klass);
  return found != NULL;
}
