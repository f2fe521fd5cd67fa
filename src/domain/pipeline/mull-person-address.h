/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullAddressKind:
 * @MULL_ADDRESS_PHONE: telephone
 * @MULL_ADDRESS_MAIL: e-mail
 *
 * How an address reaches a person.
 */
typedef enum
{
  MULL_ADDRESS_PHONE,
  MULL_ADDRESS_MAIL,
} MullAddressKind;

#define MULL_TYPE_ADDRESS_KIND (mull_address_kind_get_type ())
GType mull_address_kind_get_type (void);

/**
 * MullPersonAddress:
 * @label: "work", "mobile" … as the rep or a file named it
 * @value: as written
 * @value_key: digits only for a telephone, lower case for an e-mail address
 * @rank: the first one is the one to use
 *
 * A telephone number or an e-mail address of a person.
 */
typedef struct
{
  MullRecord record;
  gint64 person_id;
  MullAddressKind kind;
  char *label;
  char *value;
  char *value_key;
  gint64 rank;
} MullPersonAddress;

MULL_DECLARE_RECORD (MullPersonAddress, mull_person_address)

char *mull_address_key (MullAddressKind kind, const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
