/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-person-address"

#include "config.h"

#include "mull-person-address.h"

static void
test_keys (void)
{
  static const struct
  {
    MullAddressKind kind;
    const char *value;
    const char *key;
  } cases[] = {
    { MULL_ADDRESS_PHONE, "", "" },
    { MULL_ADDRESS_PHONE, "+49 (0)30 / 1234-56", "49030123456" },
    { MULL_ADDRESS_PHONE, "49030123456", "49030123456" },
    { MULL_ADDRESS_PHONE, "ext. 12", "12" },
    { MULL_ADDRESS_MAIL, "", "" },
    { MULL_ADDRESS_MAIL, "Ann.Ruiz@Hartwell.Example", "ann.ruiz@hartwell.example" },
    { MULL_ADDRESS_MAIL, "ÖZGE@müller.example", "özge@müller.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = mull_address_key (cases[i].kind, cases[i].value);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-address/keys", test_keys);
  return g_test_run ();
}
