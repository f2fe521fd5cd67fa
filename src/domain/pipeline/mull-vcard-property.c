/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-property"

#include "config.h"

#include "mull-vcard-property.h"

static const MullField fields[] = {
  MULL_FIELD (MullVcardProperty, uuid, TEXT),
  MULL_FIELD (MullVcardProperty, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullVcardProperty, company_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullVcardProperty, text, TEXT),
  MULL_FIELD (MullVcardProperty, rank, NUMBER),
};
MULL_DEFINE_RECORD (MullVcardProperty, mull_vcard_property, "vcard_property", fields)
