/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-export"

#include "config.h"

#include "cli-fixture.h"

#include <string.h>

static void
test_csv (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->script.folder, "d.CSV", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  cli_done (fixture, "add deal '=1+1'");
  cli_assert_has (cli_done (fixture, "export d.CSV"), "Wrote 2 deals to ");
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  cli_assert_has (text, "\r\n2,'=1+1,");
  cli_done (fixture, "export d.CSV --exact --bom");
  g_clear_pointer (&text, g_free);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfid,"));
  cli_assert_has (text, "\r\n2,=1+1,");
}

static void
test_archive (CliFixture *fixture, gconstpointer data)
{
  cli_done (fixture, "add deal 'R&D <b>'");
  cli_assert_has (cli_done (fixture, "export steps.ics"), "Wrote 0 dates to ");
  cli_assert_has (cli_done (fixture, "export all.xml"), "Wrote everything, ");
  cli_assert_has (cli_done (fixture, "import all.xml"), "Records: 0 new, 0 changed, ");
  cli_done (fixture, "undo");
  cli_assert_has (cli_done (fixture, "import all.xml --dry-run"), "all.xml (Mulligan archive)");
  cli_done (fixture, "import all.xml");
  cli_assert_has (cli_done (fixture, "list deals"), "R&D <b>");
}

static void
test_contacts (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->script.folder, "one.vcf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  cli_done (fixture, "contact add person 'Zoë Öz' --company 'Öz; GmbH' --phone '+49 30 1'");
  cli_assert_has (cli_done (fixture, "export people.vcf"), " contacts to ");
  cli_assert_has (cli_done (fixture, "import people.vcf"), "People: 0 new, 0 changed, ");
  cli_assert_has (cli_done (fixture, "export one.vcf --contact Zoë"), "Wrote 1 contact to ");
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  cli_assert_has (text, "\r\nFN:Zoë Öz\r\nN:Öz;Zoë;;;\r\nORG:Öz\\; GmbH\r\nTEL:+49 30 1\r\n");
  /* What the cards are known by, then the person. */
  cli_done (fixture, "undo");
  cli_done (fixture, "undo");
  cli_assert_has (cli_done (fixture, "import one.vcf --dry-run"), "Contacts (vCard)");
  cli_assert_has (cli_done (fixture, "import one.vcf"), "People: 1 new, 0 changed, 0 identical\n");
  cli_assert_has (cli_done (fixture, "export p.csv --people"), " to ");
  cli_assert_has (cli_done (fixture, "import p.csv"), "People: 0 new, 0 changed, ");
  cli_assert_has (cli_done (fixture, "export c.csv --companies"), " to ");
  cli_assert_has (cli_done (fixture, "import c.csv"), "Companies: 0 new, 0 changed, ");
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "export", MULL_CLI_USAGE, "missing" },
    { "export deals", MULL_CLI_REFUSED, "“deals”" },
    { "export deals.xls", MULL_CLI_REFUSED, ".csv" },
    { "export p.csv --people --companies", MULL_CLI_USAGE, "people or the companies" },
    { "export p.vcf --contact Nobody", MULL_CLI_REFUSED, "Nobody" },
    { "export missing/d.csv", MULL_CLI_REFUSED, "missing/d.csv" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-export/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("csv", cli_fixture_set_up, test_csv);
  ADD ("archive", cli_fixture_set_up, test_archive);
  ADD ("contacts", cli_fixture_set_up, test_contacts);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
