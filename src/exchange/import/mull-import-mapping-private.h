/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-mapping.h"

G_BEGIN_DECLS

struct _MullImportMapping
{
  MullImportKind kind;
  GPtrArray *columns; /* MullImportColumn */
  GArray *title;      /* guint: columns that the title is made of */
  char *title_separator;
  MullImportWords *stages;
  MullImportWords *statuses;
  char currency[4];
  char *pipeline;
  MullOutcome lost_outcome;
  gboolean has_dialect;
  MullCsvDialect dialect;
};

G_END_DECLS
