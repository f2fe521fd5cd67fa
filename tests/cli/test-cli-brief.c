/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-brief"

#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>

static char *
read_pdf (CliFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->script.folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  GStatBuf info;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  return data;
}

/* Relative names are those of the folder that the command came from. */
static void
test_written (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "brief boiler -o a.pdf",
    "brief 1 --output=a.pdf --paper Letter",
    "brief 1 -o a.pdf --paper a4 --pages 1 --discreet",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *pdf = NULL;

      cli_assert_has (cli_done (fixture, lines[i]), "a.pdf.");
      pdf = read_pdf (fixture, "a.pdf");
    }
}

static void
test_refused (CliFixture *fixture, gconstpointer data)
{
  static const CliRefusal refusals[] = {
    { "brief 1", MULL_CLI_USAGE, "-o" },
    { "brief 1 -o ''", MULL_CLI_USAGE, "-o" },
    { "brief -o a.pdf", MULL_CLI_USAGE, "missing" },
    { "brief 9 -o a.pdf", MULL_CLI_REFUSED, "“9”" },
    { "brief 1 -o a.pdf --paper A5", MULL_CLI_REFUSED, "A4, Letter" },
    { "brief 1 -o a.pdf --pages 3", MULL_CLI_USAGE, "1 or 2" },
    { "brief 1 -o missing/a.pdf", MULL_CLI_REFUSED, "missing/a.pdf" },
    { "brief 1 -o .", MULL_CLI_REFUSED, "could not be written" },
  };

  cli_refused (fixture, refusals, G_N_ELEMENTS (refusals));
}

#define ADD(name, set_up, function)                                                                \
  g_test_add ("/cli-brief/" name, CliFixture, NULL, set_up, function, cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("written", cli_fixture_set_up, test_written);
  ADD ("refused", cli_fixture_set_up, test_refused);
  return g_test_run ();
}
