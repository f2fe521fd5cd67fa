/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-pass"

#include "config.h"

#include "mull-cli-pass.h"

#include "mull-cli-options.h"
#include "mull-error.h"

#include <glib/gi18n-lib.h>

/**
 * mull_cli_pass_clear:
 *
 * Frees what was typed.
 */
void
mull_cli_pass_clear (MullCliPass *self)
{
  g_clear_pointer (&self->anyway, g_free);
}

/**
 * mull_cli_pass_find_contradiction:
 *
 * Returns: (transfer none) (nullable): what is wrong with the options, as a sentence
 */
const char *
mull_cli_pass_find_contradiction (const MullCliPass *self)
{
  if (self->they_contacted + self->duty + (self->anyway != NULL) > 1)
    return _ ("Choose one of --they-contacted, --duty and --anyway.");
  return NULL;
}

/**
 * mull_cli_pass_get:
 *
 * Returns: (transfer none) (nullable): why they are reached for although they asked to be left
 *   alone; %NULL if nothing was said
 */
const MullQuietPass *
mull_cli_pass_get (MullCliPass *self)
{
  if (!self->they_contacted && !self->duty && self->anyway == NULL)
    return NULL;
  self->pass.why = self->anyway;
  self->pass.reason = self->they_contacted ? MULL_QUIET_REASON_THEY_CONTACTED
                      : self->duty         ? MULL_QUIET_REASON_DUTY
                                           : MULL_QUIET_REASON_ANYWAY;
  return &self->pass;
}

/**
 * mull_cli_pass_refuse:
 *
 * mull_cli_refuse(), and how to go on if it was the guard that refused.
 *
 * Returns: %MULL_CLI_REFUSED
 */
int
mull_cli_pass_refuse (MullCliContext *context, const GError *error)
{
  g_autoptr (GError) hinted = NULL;

  if (!g_error_matches (error, MULL_ERROR, MULL_ERROR_QUIET))
    return mull_cli_refuse (context, error);
  hinted = g_error_copy (error);
  g_free (hinted->message);
  hinted->message =
      /* Translators: %s are one or more sentences */
      g_strdup_printf (_ ("%s If they contacted you, say --they-contacted; if you owe it to them, "
                          "--duty; otherwise --anyway and why."),
                       error->message);
  return mull_cli_refuse (context, hinted);
}
