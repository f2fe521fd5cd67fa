/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-sample.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>

/**
 * mull_sample_fill:
 *
 * Fills an empty database with a sample pipeline.
 */
gboolean
mull_sample_fill (MullWorkspace *workspace, GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT, _("There is no sample."));
  return FALSE;
}
