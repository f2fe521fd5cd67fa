/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "cli-fixture"

#include "config.h"

#include "cli-fixture.h"

#include "mull-cli-table.h"
#include "store-fixture.h"

#include <string.h>

void
cli_fixture_set_up (CliFixture *self, gconstpointer data)
{
  script_fixture_set_up (&self->script, data);
  self->out = g_string_new (NULL);
  self->err = g_string_new (NULL);
}

void
cli_fixture_set_up_empty (CliFixture *self, gconstpointer data)
{
  self->script.folder = fixture_make_folder ();
  self->script.workspace = fixture_open (self->script.folder);
  self->out = g_string_new (NULL);
  self->err = g_string_new (NULL);
}

void
cli_fixture_tear_down (CliFixture *self, gconstpointer data)
{
  script_fixture_tear_down (&self->script, data);
  g_string_free (g_steal_pointer (&self->out), TRUE);
  g_string_free (g_steal_pointer (&self->err), TRUE);
}

/* Without the data it wants them, or does what it does with them. */
static void
check_without_data (CliFixture *self, char **arguments, int status)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) err = g_string_new (NULL);
  MullCliContext context = { NULL, self->script.folder, out, err };
  int without = mull_cli_run (&context, arguments);

  if (context.wants_data)
    return;
  g_assert_cmpint (without, ==, status);
  g_assert_cmpstr (out->str, ==, self->out->str);
  g_assert_cmpstr (err->str, ==, self->err->str);
}

int
cli_run_words (CliFixture *self, const char *const *words)
{
  MullCliContext context = { self->script.workspace, self->script.folder, self->out, self->err };
  g_auto (GStrv) arguments = g_strdupv ((char **) words);
  int status;

  g_string_truncate (self->out, 0);
  g_string_truncate (self->err, 0);
  status = mull_cli_run (&context, arguments);
  check_without_data (self, arguments, status);
  return status;
}

int
cli_run (CliFixture *self, const char *line)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("mulligan %s", line);
  g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  return cli_run_words (self, (const char *const *) words);
}

const char *
cli_done (CliFixture *self, const char *line)
{
  int status = cli_run (self, line);

  g_assert_cmpstr (self->err->str, ==, "");
  g_assert_cmpint (status, ==, MULL_CLI_DONE);
  g_assert_true (g_utf8_validate (self->out->str, -1, NULL));
  return self->out->str;
}

void
cli_check_refusal (CliFixture *self, int status, const char *says)
{
  g_auto (GStrv) lines = g_strsplit (self->err->str, "\n", -1);
  /* The message, how it is used, and what is behind the last line feed. */
  guint n_lines = g_strv_length (lines);

  g_test_message ("%s", self->err->str);
  g_assert_cmpstr (self->out->str, ==, "");
  g_assert_true (g_utf8_validate (self->err->str, -1, NULL));
  g_assert_cmpuint (n_lines, >=, 2);
  g_assert_cmpstr (lines[n_lines - 1], ==, "");
  g_assert_true (g_str_has_suffix (lines[0], ".") || g_str_has_suffix (lines[0], "?"));
  if (status == MULL_CLI_REFUSED)
    g_assert_cmpuint (n_lines, ==, 2);
  for (const char *at = lines[0]; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (at)));
  cli_assert_has (self->err->str, says);
}

void
cli_refused (CliFixture *self, const CliRefusal *refusals, guint n_refusals)
{
  MullDatabase *db = mull_workspace_get_database (self->script.workspace);
  g_autofree char *before = fixture_digest (db);

  for (guint i = 0; i < n_refusals; i++)
    {
      g_autofree char *after = NULL;
      int status = cli_run (self, refusals[i].line);

      g_assert_cmpint (status, ==, refusals[i].status);
      cli_check_refusal (self, status, refusals[i].says);
      after = fixture_digest (db);
      g_assert_cmpstr (before, ==, after);
    }
}

void
cli_assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

void
cli_assert_fits (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (mull_cli_text_width (lines[i]) > 80)
        g_error ("too wide: %s", lines[i]);
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
}
