/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-file.h"

G_BEGIN_DECLS

struct _MullImportFile
{
  gatomicrefcount ref_count;
  /* Owned */
  char *name;
  char *digest;
  GBytes *bytes;
  GBytes *frames;     /* what the parser made of the bytes */
  GPtrArray *columns; /* MullCsvColumn */
  MullImportMapping *mapping;
  char *usual_currency; /* nullable */
  /* State */
  MullCsvDialect dialect;
  guint n_rows;
  MullImportSource source;
  MullImportConfidence confidence;
};

G_END_DECLS
