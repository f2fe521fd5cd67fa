/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullRecord:
 *
 * What every stored thing (deal, person, entry …) starts with: a plain struct with public fields
 * and a reference count, described once by a #MullRecordType. The description is what copies,
 * compares, frees, stores, archives and checks it, so that a new field is written in one place.
 *
 * A record is filled in by whoever made it and is read-only from the moment it is handed on; to
 * change one, change a copy. It may therefore cross threads.
 */
typedef struct _MullRecordType MullRecordType;
typedef struct
{
  const MullRecordType *type;
  gint64 id; /* 0: not stored yet */
} MullRecord;

/* "No value" of a %MULL_FIELD_NUMBER and a %MULL_FIELD_INSTANT that may be absent. */
#define MULL_NUMBER_NONE G_MININT64
#define MULL_INSTANT_NONE G_MININT64

/**
 * MullFieldKind:
 * @MULL_FIELD_TEXT: char *, never %NULL
 * @MULL_FIELD_INT: int
 * @MULL_FIELD_NUMBER: gint64
 * @MULL_FIELD_OPTIONAL_NUMBER: gint64, or %MULL_NUMBER_NONE
 * @MULL_FIELD_BOOLEAN: gboolean
 * @MULL_FIELD_DAY: #MullDay
 * @MULL_FIELD_OPTIONAL_DAY: #MullDay, or %MULL_DAY_NONE
 * @MULL_FIELD_INSTANT: gint64, microseconds UTC
 * @MULL_FIELD_OPTIONAL_INSTANT: gint64, or %MULL_INSTANT_NONE
 * @MULL_FIELD_REFERENCE: gint64, id of another record
 * @MULL_FIELD_OPTIONAL_REFERENCE: gint64, or 0 for none
 * @MULL_FIELD_ENUM: an enumeration; stored and archived by the nick of its #GType
 * @MULL_FIELD_CURRENCY: char[4], ISO 4217 code or empty
 */
typedef enum
{
  MULL_FIELD_TEXT,
  MULL_FIELD_INT,
  MULL_FIELD_NUMBER,
  MULL_FIELD_OPTIONAL_NUMBER,
  MULL_FIELD_BOOLEAN,
  MULL_FIELD_DAY,
  MULL_FIELD_OPTIONAL_DAY,
  MULL_FIELD_INSTANT,
  MULL_FIELD_OPTIONAL_INSTANT,
  MULL_FIELD_REFERENCE,
  MULL_FIELD_OPTIONAL_REFERENCE,
  MULL_FIELD_ENUM,
  MULL_FIELD_CURRENCY,
} MullFieldKind;

/**
 * MullField:
 * @column: its name in the database and in files
 * @kind: what it holds
 * @offset: where it is in the struct
 * @enum_type: (nullable): for %MULL_FIELD_ENUM
 */
typedef struct
{
  const char *column;
  MullFieldKind kind;
  gsize offset;
  GType (*enum_type) (void);
} MullField;

/**
 * MullRecordType:
 * @table: its name in the database and in files
 * @size: of the struct
 * @fields: every field but the id
 * @n_fields: how many
 */
struct _MullRecordType
{
  const char *table;
  gsize size;
  const MullField *fields;
  guint n_fields;
};

gpointer mull_record_new (const MullRecordType *type) G_GNUC_WARN_UNUSED_RESULT;
gpointer mull_record_copy (gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
gpointer mull_record_ref (gpointer record);
void mull_record_unref (gpointer record);
gboolean mull_record_equal (gconstpointer a, gconstpointer b);
gboolean mull_field_equal (gconstpointer a, gconstpointer b, const MullField *field);

/* Replaces a text field of a record under construction. */
void mull_take_text (char **field, char *text);
void mull_set_text (char **field, const char *text);

const char *mull_enum_nick (GType enum_type, int value);
gboolean mull_enum_from_nick (GType enum_type, const char *nick, int *value);

#define MULL_FIELD(Type, field, kind)                                                              \
  {                                                                                                \
#field, MULL_FIELD_##kind, G_STRUCT_OFFSET(Type, field), NULL                                  \
  }
#define MULL_FIELD_OF_ENUM(Type, field, get_type)                                                  \
  {                                                                                                \
#field, MULL_FIELD_ENUM, G_STRUCT_OFFSET(Type, field), get_type                                \
  }

#define MULL_DECLARE_RECORD(Type, prefix)                                                          \
  extern const MullRecordType prefix##_type;                                                       \
  Type *prefix##_new (void) G_GNUC_WARN_UNUSED_RESULT;                                             \
  Type *prefix##_copy (const Type *self) G_GNUC_WARN_UNUSED_RESULT;                                \
  Type *prefix##_ref (Type *self);                                                                 \
  void prefix##_unref (Type *self);                                                                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_unref)

/* @table is the SQL table; @fields an array of MullField. */
#define MULL_DEFINE_RECORD(Type, prefix, table, fields)                                            \
  const MullRecordType prefix##_type = { table, sizeof (Type), fields, G_N_ELEMENTS (fields) };    \
  Type *prefix##_new (void)                                                                        \
  {                                                                                                \
    return mull_record_new (&prefix##_type);                                                       \
  }                                                                                                \
  Type *prefix##_copy (const Type *self)                                                           \
  {                                                                                                \
    return mull_record_copy (self);                                                                \
  }                                                                                                \
  Type *prefix##_ref (Type *self)                                                                  \
  {                                                                                                \
    return mull_record_ref (self);                                                                 \
  }                                                                                                \
  void prefix##_unref (Type *self)                                                                 \
  {                                                                                                \
    mull_record_unref (self);                                                                      \
  }

G_END_DECLS
