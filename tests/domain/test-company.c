/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-company"

#include "config.h"

#include "mull-company.h"

static void
test_stem (void)
{
  static const struct
  {
    const char *name;
    const char *stem;
  } cases[] = {
    { "", "" },
    { "zeta", "zeta" },
    { "zeta gmbh", "zeta" },
    { "zeta gmbh & co. kg", "zeta" },
    { "zeta, inc.", "zeta" },
    { "zeta s.a.", "zeta" },
    { "smith & sons ltd", "smith & sons" },
    { "delta foods", "delta foods" },
    { "gmbh", "gmbh" },
    { "the company", "the" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem = mull_company_stem (cases[i].name);

      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company/stem", test_stem);
  return g_test_run ();
}
