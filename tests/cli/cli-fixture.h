/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-cli.h"
#include "script-fixture.h"

G_BEGIN_DECLS

/**
 * CliFixture:
 * @script: a deal "Boiler service" (1) with a hole and a begun script; Wednesday, 15 May 2024,
 * 10:00
 * @out: what the last command printed
 * @err: what it said on standard error
 *
 * Commands run in process. A command line is split as a shell would do it.
 */
typedef struct
{
  ScriptFixture script;
  GString *out;
  GString *err;
} CliFixture;

/* What must be refused: how, and what the message names. */
typedef struct
{
  const char *line;
  int status;
  const char *says;
} CliRefusal;

void cli_fixture_set_up (CliFixture *self, gconstpointer data);
/* A database in which nothing has been done yet. */
void cli_fixture_set_up_empty (CliFixture *self, gconstpointer data);
void cli_fixture_tear_down (CliFixture *self, gconstpointer data);

int cli_run (CliFixture *self, const char *line);
int cli_run_words (CliFixture *self, const char *const *words);
/* It is done, and says nothing on standard error. */
const char *cli_done (CliFixture *self, const char *line);
/* It is not: one message that names @says, nothing printed, nothing changed. */
void cli_check_refusal (CliFixture *self, int status, const char *says);
void cli_refused (CliFixture *self, const CliRefusal *refusals, guint n_refusals);
/* @part is somewhere in the text. */
void cli_assert_has (const char *text, const char *part);
/* No line is wider than a terminal. */
void cli_assert_fits (const char *text);

G_END_DECLS
