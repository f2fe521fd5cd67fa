/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-import-moment.h"
#include "mull-import-refusal.h"
#include "mull-import-target.h"
#include "mull-money.h"
#include "mull-person-address.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullImportAddress:
 * @kind: telephone or e-mail
 * @label: "work", "mobile" …; or empty
 * @value: as the file has it
 *
 * A telephone number or an e-mail address of a row.
 */
typedef struct
{
  MullAddressKind kind;
  const char *label;
  const char *value;
} MullImportAddress;

/**
 * MullImportRow:
 *
 * One row of a file, read as its mapping says: cleaned texts, dates, amounts. It can be filled
 * again and again; what it hands out lives until then.
 */
typedef struct _MullImportRow MullImportRow;

MullImportRow *mull_import_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_row_free (MullImportRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportRow, mull_import_row_free)

guint mull_import_row_get_number (const MullImportRow *self);
guint mull_import_row_get_line (const MullImportRow *self);
const char *mull_import_row_get_raw (const MullImportRow *self, gsize *length);

const char *mull_import_row_get_text (const MullImportRow *self, MullImportTarget target);
const MullImportMoment *
mull_import_row_get_moment (const MullImportRow *self, MullImportTarget target);
MullTernary mull_import_row_get_truth (const MullImportRow *self, MullImportTarget target);
char **mull_import_row_dup_ids (const MullImportRow *self,
                                MullImportTarget target) G_GNUC_WARN_UNUSED_RESULT;
const MullMoney *mull_import_row_get_value (const MullImportRow *self);
guint mull_import_row_get_n_addresses (const MullImportRow *self);
const MullImportAddress *mull_import_row_get_address (const MullImportRow *self, guint index);
MullOutcome mull_import_row_get_outcome (const MullImportRow *self);
const MullImportMoment *mull_import_row_get_closed (const MullImportRow *self);
const MullImportMoment *mull_import_row_get_expected (const MullImportRow *self);

MullImportKind mull_import_row_get_kind (const MullImportRow *self);
gboolean mull_import_row_is_card (const MullImportRow *self);
gboolean mull_import_row_is_group (const MullImportRow *self);
guint mull_import_row_get_n_kept (const MullImportRow *self);
const char *mull_import_row_get_kept (const MullImportRow *self, guint index);
GPtrArray *mull_import_row_get_notes (const MullImportRow *self);

guint mull_import_row_get_n_refusals (const MullImportRow *self);
const MullImportRefusal *mull_import_row_get_refusal (const MullImportRow *self, guint index);

G_END_DECLS
