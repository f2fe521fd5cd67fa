/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-parse-error"

#include "config.h"

#include "mull-parse-error.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

/**
 * mull_parse_refuse:
 * @error: return location
 * @reason: a translated clause
 *
 * Says that a file is not to be trusted.
 *
 * Returns: %FALSE
 */
gboolean
mull_parse_refuse (GError **error, const char *reason)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: %s is a clause that says why, such as "reading it took too long" */
               _ ("This file could not be read safely: %s; nothing was changed."), reason);
  return FALSE;
}
