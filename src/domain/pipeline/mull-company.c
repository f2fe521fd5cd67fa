/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-company"

#include "config.h"

#include "mull-company.h"

static const MullField fields[] = {
  MULL_FIELD (MullCompany, uuid, TEXT),
  MULL_FIELD (MullCompany, name, TEXT),
  MULL_FIELD (MullCompany, name_key, TEXT),
  MULL_FIELD (MullCompany, domain, TEXT),
  MULL_FIELD (MullCompany, phone, TEXT),
  MULL_FIELD (MullCompany, address, TEXT),
  MULL_FIELD (MullCompany, sector, TEXT),
  MULL_FIELD (MullCompany, notes, TEXT),
  MULL_FIELD (MullCompany, created_at, INSTANT),
  MULL_FIELD (MullCompany, trashed_at, OPTIONAL_INSTANT),
};
MULL_DEFINE_RECORD (MullCompany, mull_company, "company", fields)
