/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-person"

#include "config.h"

#include "mull-person.h"

static const MullField fields[] = {
  MULL_FIELD (MullPerson, uuid, TEXT),
  MULL_FIELD (MullPerson, name, TEXT),
  MULL_FIELD (MullPerson, name_key, TEXT),
  MULL_FIELD (MullPerson, title, TEXT),
  MULL_FIELD (MullPerson, company_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullPerson, notes, TEXT),
  MULL_FIELD (MullPerson, created_at, INSTANT),
  MULL_FIELD (MullPerson, trashed_at, OPTIONAL_INSTANT),
};
MULL_DEFINE_RECORD (MullPerson, mull_person, "person", fields)
