/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "gestures"

#include "config.h"

#include "gestures.h"

#include "mull-call-review-item.h"
#include "mull-call-review.h"
#include "mull-commitment.h"
#include "mull-company.h"
#include "mull-deal.h"
#include "mull-decision.h"
#include "mull-entry-words.h"
#include "mull-entry.h"
#include "mull-hard-question.h"
#include "mull-hole.h"
#include "mull-ignored-remark.h"
#include "mull-member.h"
#include "mull-own-beat.h"
#include "mull-own-it.h"
#include "mull-own-rule.h"
#include "mull-person-address.h"
#include "mull-person.h"
#include "mull-pipeline.h"
#include "mull-planned-touch.h"
#include "mull-qualification.h"
#include "mull-quiet-touch.h"
#include "mull-quiet.h"
#include "mull-record-store.h"
#include "mull-roadblock-answer.h"
#include "mull-roadblock-help.h"
#include "mull-roadblock.h"
#include "mull-script.h"
#include "mull-stage.h"
#include "mull-vcard-property.h"
#include "mull-way-out.h"

#include <string.h>

static const MullRecordType *const types[] = {
  &mull_pipeline_type,
  &mull_stage_type,
  &mull_company_type,
  &mull_person_type,
  &mull_person_address_type,
  &mull_vcard_property_type,
  &mull_deal_type,
  &mull_member_type,
  &mull_entry_type,
  &mull_entry_words_type,
  &mull_planned_touch_type,
  &mull_commitment_type,
  &mull_hole_type,
  &mull_quiet_type,
  &mull_qualification_type,
  &mull_roadblock_type,
  &mull_roadblock_answer_type,
  &mull_roadblock_help_type,
  &mull_script_type,
  &mull_quiet_touch_type,
  &mull_call_review_type,
  &mull_call_review_item_type,
  &mull_hard_question_type,
  &mull_decision_type,
  &mull_own_it_type,
  &mull_way_out_type,
  &mull_own_beat_type,
  &mull_own_rule_type,
  &mull_ignored_remark_type,
};

const MullRecordType *const *
gesture_types (guint *n_types)
{
  *n_types = G_N_ELEMENTS (types);
  return types;
}

/* What the checks of the schema allow beyond what the kind of a field says. */
static const struct
{
  const char *column;
  int min;
  int max;
} ranges[] = {
  { "probability", 0, 100 }, { "dark_days", 2, 365 },    { "stale_days", 1, 3650 },
  { "question", 1, 4 },      { "due_minute", 0, 1439 },  { "effort_min", 0, 500 },
  { "cost_min", 0, 500 },    { "stop_minutes", 0, 900 }, { "rank", 0, 100000 },
};

static gint64
random_number (const char *column, GRand *rand)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_str_equal (ranges[i].column, column))
      return g_rand_int_range (rand, ranges[i].min, ranges[i].max + 1);
  return g_rand_int_range (rand, 0, 1000000);
}

static char *
random_text (const char *column, GRand *rand)
{
  static const char *const texts[] = {
    "",     "Boiler", "It’s “urgent” & <b>", "Grüße\nzwei", "日本語",
    "🧯", "no",     "Smith & Sons",        "a'b\"c;--",   "x"
  };

  if (g_str_equal (column, "uuid"))
    return g_strdup_printf ("%08x-%08x-%08x", g_rand_int (rand), g_rand_int (rand),
                            g_rand_int (rand));
  return g_strdup (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static int
random_enum (const MullRecordType *type, const MullField *field, GRand *rand)
{
  GEnumClass *klass = g_type_class_ref (field->enum_type ());
  int n = (int) klass->n_values;

  /* A plan and a roadblock have channels only: what comes before a note. */
  if (field->enum_type () == MULL_TYPE_ENTRY_KIND && type != &mull_entry_type)
    n = MULL_ENTRY_NOTE;
  g_type_class_unref (klass);
  return g_rand_int_range (rand, 0, n);
}

/* The table that a column refers to; its name says so but for a few. */
static char *
target_table (const char *column)
{
  static const struct
  {
    const char *column;
    const char *table;
  } targets[] = {
    { "by_person_id", "person" },       { "to_person_id", "person" },
    { "symptom_by_id", "person" },      { "replaced_by_id", "commitment" },
    { "in_front_of_id", "roadblock" },  { "proof_entry_id", "entry" },
    { "touch_id", "planned_touch" },    { "review_id", "call_review" },
    { "question_id", "hard_question" }, { "again_of_id", "quiet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (targets[i].column, column))
      return g_strdup (targets[i].table);
  return g_strndup (column, strlen (column) - strlen ("_id"));
}

/* @id: (out): 0 if there is no row */
static gboolean
random_id (MullDatabase *db, const char *table, GRand *rand, gint64 *id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE id >= ?1 ORDER BY id LIMIT 1", table);
  g_autofree char *last = g_strdup_printf ("SELECT max (id) FROM %s", table);
  g_autoptr (MullStatement) newest = mull_database_prepare_scan (db, last, error);
  g_autoptr (MullStatement) statement = NULL;
  gint64 max;

  *id = 0;
  if (!mull_statement_step_row (newest, error))
    return FALSE;
  max = mull_statement_get_int64 (newest, 0);
  if (max == 0)
    return TRUE;
  statement = mull_database_prepare_built (db, sql, error);
  if (statement != NULL)
    mull_statement_bind_int64 (statement, 1, g_rand_int_range (rand, 1, (gint32) max + 1));
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *id = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

/* Returns: FALSE if there is no row to refer to, and with @error set if something failed */
static gboolean
fill_field (MullDatabase *db,
            const MullRecordType *type,
            gpointer record,
            const MullField *field,
            GRand *rand,
            GError **error)
{
  gpointer at = G_STRUCT_MEMBER_P (record, field->offset);
  gboolean absent = g_rand_boolean (rand);
  g_autofree char *table = NULL;

  switch (field->kind)
    {
    case MULL_FIELD_TEXT:
      mull_take_text (at, random_text (field->column, rand));
      break;
    case MULL_FIELD_CURRENCY:
      g_strlcpy (at, absent ? "EUR" : "JPY", 4);
      break;
    case MULL_FIELD_INT:
      *(int *) at = (int) random_number (field->column, rand);
      break;
    case MULL_FIELD_BOOLEAN:
      *(gboolean *) at = absent;
      break;
    case MULL_FIELD_NUMBER:
      *(gint64 *) at = random_number (field->column, rand);
      break;
    case MULL_FIELD_OPTIONAL_NUMBER:
      *(gint64 *) at = absent ? MULL_NUMBER_NONE : random_number (field->column, rand);
      break;
    case MULL_FIELD_INSTANT:
      *(gint64 *) at =
          G_GINT64_CONSTANT (1700000000000000) + g_rand_int (rand) * G_GINT64_CONSTANT (9000);
      break;
    case MULL_FIELD_OPTIONAL_INSTANT:
      *(gint64 *) at = g_rand_int_range (rand, 0, 4) != 0 ? MULL_INSTANT_NONE : 1700000000000000;
      break;
    case MULL_FIELD_DAY:
      *(MullDay *) at = g_rand_int_range (rand, 19700, 20000);
      break;
    case MULL_FIELD_OPTIONAL_DAY:
      *(MullDay *) at = absent ? MULL_DAY_NONE : g_rand_int_range (rand, 19700, 20000);
      break;
    case MULL_FIELD_ENUM:
      *(int *) at = random_enum (type, field, rand);
      break;
    case MULL_FIELD_REFERENCE:
      table = target_table (field->column);
      return random_id (db, table, rand, at, error) && *(gint64 *) at != 0;
    case MULL_FIELD_OPTIONAL_REFERENCE:
      table = target_table (field->column);
      *(gint64 *) at = 0;
      return absent || random_id (db, table, rand, at, error);
    }
  return TRUE;
}

/* A property belongs to a person or to a company. Returns: FALSE if there is neither, and with
 * @error set if something failed */
static gboolean
settle_owner (MullDatabase *db,
              const MullRecordType *type,
              gpointer record,
              GRand *rand,
              GError **error)
{
  MullVcardProperty *property = record;

  if (type != &mull_vcard_property_type)
    return TRUE;
  if (property->person_id == 0 && property->company_id == 0 &&
      !random_id (db, "person", rand, &property->person_id, error))
    return FALSE;
  if (property->person_id != 0)
    property->company_id = 0;
  return property->person_id != 0 || property->company_id != 0;
}

gpointer
gesture_make (MullDatabase *db, const MullRecordType *type, GRand *rand, GError **error)
{
  gpointer record = mull_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    if (!fill_field (db, type, record, &type->fields[i], rand, error))
      {
        mull_record_unref (record);
        return NULL;
      }
  if (!settle_owner (db, type, record, rand, error))
    g_clear_pointer (&record, mull_record_unref);
  return record;
}

static gboolean
insert_one (MullDatabase *db, const MullRecordType *type, GRand *rand, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gpointer record = gesture_make (db, type, rand, &local_error);
  gboolean good = record == NULL || mull_record_store_insert (db, record, error);

  if (record != NULL)
    mull_record_unref (record);
  if (local_error == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Other values in about half of the fields, but the same identity. */
static gboolean
update_one (MullDatabase *db, const MullRecordType *type, gint64 id, GRand *rand, GError **error)
{
  gpointer before = mull_record_store_get (db, type, id, error);
  gpointer after;
  gboolean good = TRUE;
  g_autoptr (GError) local_error = NULL;

  if (before == NULL)
    return FALSE;
  after = mull_record_copy (before);
  /* There is a row to refer to: that of before. */
  for (guint i = 0; good && i < type->n_fields; i++)
    if (!g_str_equal (type->fields[i].column, "uuid") && g_rand_boolean (rand))
      good = fill_field (db, type, after, &type->fields[i], rand, error);
  if (good && settle_owner (db, type, after, rand, &local_error))
    good = mull_record_store_update (db, after, error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      good = FALSE;
    }
  mull_record_unref (before);
  mull_record_unref (after);
  return good;
}

gboolean
gesture_change (MullDatabase *db, gpointer user_data, GError **error)
{
  GRand *rand = user_data;
  int n_changes = g_rand_int_range (rand, 1, 5);

  for (int i = 0; i < n_changes; i++)
    {
      const MullRecordType *type = types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))];
      gboolean good;
      gint64 id;
      int what;

      if (!random_id (db, type->table, rand, &id, error))
        return FALSE;
      what = g_rand_int_range (rand, 0, 20);
      if (id == 0 || what < 10)
        good = insert_one (db, type, rand, error);
      else if (what < 18 || type == &mull_stage_type || type == &mull_pipeline_type)
        /* A stage with deals cannot be deleted. */
        good = update_one (db, type, id, rand, error);
      else
        good = mull_record_store_delete (db, type, id, error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

gboolean
gesture_run (MullWorkspace *workspace, GRand *rand, GError **error)
{
  return mull_workspace_transact (workspace, MULL_OP_EDIT_DEAL, "Change", 0, gesture_change, rand,
                                  error);
}
