/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-person-address"

#include "config.h"

#include "mull-person-address.h"

G_DEFINE_ENUM_TYPE (MullAddressKind,
                    mull_address_kind,
                    G_DEFINE_ENUM_VALUE (MULL_ADDRESS_PHONE, "phone"),
                    G_DEFINE_ENUM_VALUE (MULL_ADDRESS_MAIL, "mail"))

static const MullField fields[] = {
  MULL_FIELD (MullPersonAddress, person_id, REFERENCE),
  MULL_FIELD_OF_ENUM (MullPersonAddress, kind, mull_address_kind_get_type),
  MULL_FIELD (MullPersonAddress, label, TEXT),
  MULL_FIELD (MullPersonAddress, value, TEXT),
  MULL_FIELD (MullPersonAddress, value_key, TEXT),
  MULL_FIELD (MullPersonAddress, rank, NUMBER),
};
MULL_DEFINE_RECORD (MullPersonAddress, mull_person_address, "person_address", fields)

/**
 * mull_address_key:
 * @kind: how the address reaches a person
 * @value: the address as written
 *
 * Returns: (transfer full): what all spellings of one number or address have in common
 */
char *
mull_address_key (MullAddressKind kind, const char *value)
{
  GString *key;

  if (kind == MULL_ADDRESS_MAIL)
    return g_utf8_strdown (value, -1);
  key = g_string_new (NULL);
  for (const char *at = value; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (key, *at);
  return g_string_free (key, FALSE);
}
