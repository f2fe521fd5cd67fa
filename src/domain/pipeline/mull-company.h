/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullCompany:
 * @uuid: identity across databases
 * @name_key: @name folded by mull_text_fold(), for matching
 * @domain: internet domain, lower case, or empty
 * @trashed_at: when it went to the trash
 *
 * An organisation that buys.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  char *name;
  char *name_key;
  char *domain;
  char *phone;
  char *address;
  char *sector;
  char *notes;
  gint64 created_at;
  gint64 trashed_at;
} MullCompany;

MULL_DECLARE_RECORD (MullCompany, mull_company)

char *mull_company_stem (const char *name_key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
