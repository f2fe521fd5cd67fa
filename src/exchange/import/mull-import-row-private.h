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
};

void mull_import_row_reset (MullImportRow *self);

G_END_DECLS
