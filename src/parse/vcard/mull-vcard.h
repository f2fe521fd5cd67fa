/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullVcardField:
 * @group: what holds several properties together, such as "item1"; or empty
 * @name: in capitals
 * @params: `NAME=value` joined by `;`, or empty; without encoding and character set
 * @value: the value as vCard 3.0 writes it: UTF-8, on one line, with escapes
 * @line: the physical line of the file on which it begins, from 1
 * @is_binary: whether the value is base64
 *
 * One property of a card, in the same form whatever the version of the card. Texts belong to the
 * card.
 */
typedef struct
{
  const char *group;
  const char *name;
  const char *params;
  const char *value;
  guint line;
  gboolean is_binary;
} MullVcardField;

/**
 * MullVcardProblem:
 * @line: the physical line, from 1
 * @field: the name of the property, or empty if it is about the whole card
 * @reason: why, as a sentence
 * @excerpt: the first characters of what it is about
 *
 * Something of a card that cannot be taken.
 */
typedef struct
{
  guint line;
  char *field;
  char *reason;
  char *excerpt;
} MullVcardProblem;

/**
 * MullVcard:
 * @number: of the card in its file, from 1
 * @line: the physical line on which it begins, from 1
 * @raw: the card as it stands in the file
 * @raw_length: bytes of @raw
 * @fields: (element-type MullVcardField): its properties, without BEGIN, VERSION and END
 * @problem: (nullable): why it cannot be taken; its fields do not count then
 * @omissions: (element-type MullVcardProblem): what was left out, though the card is good
 *
 * One card of a file, to be filled again and again.
 */
typedef struct
{
  guint number;
  guint line;
  const char *raw;
  gsize raw_length;
  GArray *fields;
  MullVcardProblem *problem;
  GPtrArray *omissions;
  GStringChunk *store;
} MullVcard;

/**
 * MullVcardStep:
 * @MULL_VCARD_STEP_CARD: there is a card
 * @MULL_VCARD_STEP_REFUSED: there is a card that cannot be taken: its problem says why
 * @MULL_VCARD_STEP_END: there are no more cards
 * @MULL_VCARD_STEP_FAILED: the file cannot be read further
 *
 * What a reader of cards found.
 */
typedef enum
{
  MULL_VCARD_STEP_CARD,
  MULL_VCARD_STEP_REFUSED,
  MULL_VCARD_STEP_END,
  MULL_VCARD_STEP_FAILED,
} MullVcardStep;

MullVcard *mull_vcard_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_vcard_free (MullVcard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullVcard, mull_vcard_free)
void mull_vcard_clear (MullVcard *self);

guint mull_vcard_get_n_fields (const MullVcard *self);
const MullVcardField *mull_vcard_get_field (const MullVcard *self, guint index);
const MullVcardField *mull_vcard_find (const MullVcard *self, const char *name);
gboolean mull_vcard_add_line (MullVcard *self, const char *line);
gboolean mull_vcard_is_name (const char *name);

MullVcardProblem *mull_vcard_problem_new (guint line,
                                          const char *field,
                                          const char *reason,
                                          const char *excerpt) G_GNUC_WARN_UNUSED_RESULT;
void mull_vcard_problem_free (MullVcardProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullVcardProblem, mull_vcard_problem_free)

char *mull_vcard_field_dup_text (const MullVcardField *self) G_GNUC_WARN_UNUSED_RESULT;
char **mull_vcard_field_split (const MullVcardField *self) G_GNUC_WARN_UNUSED_RESULT;
char **mull_vcard_field_dup_types (const MullVcardField *self) G_GNUC_WARN_UNUSED_RESULT;
char *
mull_vcard_field_dup_param (const MullVcardField *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *mull_vcard_field_to_line (const MullVcardField *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
