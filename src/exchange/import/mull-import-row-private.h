/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-row.h"

G_BEGIN_DECLS

struct _MullImportRow
{
  guint number;
  guint line;
  GStringChunk *store; /* every text below */
  GBytes *bytes;       /* the file, which raw points into */
  const char *raw;
  gsize raw_length;
  const char *texts[MULL_N_IMPORT_TARGETS];
  MullImportMoment moments[MULL_N_IMPORT_TARGETS];
  MullTernary truths[MULL_N_IMPORT_TARGETS];
  int due_second;
  MullMoney value;
  GArray *addresses;   /* MullImportAddress */
  GPtrArray *refusals; /* MullImportRefusal */
  MullOutcome outcome;
  MullImportMoment closed;
  MullImportMoment expected;
  MullImportKind kind;
  gboolean is_card;  /* read from a vCard */
  gboolean is_group; /* a card that stands for several people */
  GPtrArray *kept;   /* properties of a card, as lines in the store */
  GPtrArray *notes;  /* what of a card is left out, as sentences in the store */
};

void mull_import_row_reset (MullImportRow *self);
void mull_import_row_refuse (MullImportRow *self,
                             guint line,
                             const char *field,
                             const char *reason,
                             const char *excerpt);

G_END_DECLS
