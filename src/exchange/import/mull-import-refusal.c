/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-refusal"

#include "config.h"

#include "mull-import-refusal.h"

#include <glib/gi18n-lib.h>

/**
 * mull_import_refusal_free:
 * @self: (transfer full): a refusal
 */
void
mull_import_refusal_free (MullImportRefusal *self)
{
  g_free (self->field);
  g_free (self->reason);
  g_free (self->excerpt);
  g_free (self);
}

/**
 * mull_import_refusal_to_text:
 * @self: a refusal
 *
 * Returns: (transfer full): the refusal as a line of a report
 */
char *
mull_import_refusal_to_text (const MullImportRefusal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->column == 0 && *self->field != '\0')
    /* Translators: a line number, the name of a property, and a sentence that says why it is
     * refused */
    return g_strdup_printf (_ ("Line %u, %s: %s"), self->line, self->field, self->reason);
  if (self->column == 0)
    /* Translators: a line number, and a sentence that says why the line is refused */
    return g_strdup_printf (_ ("Line %u: %s"), self->line, self->reason);
  /* Translators: line, number and name of a column, and a sentence that says why it is refused */
  return g_strdup_printf (_ ("Line %u, column %u (%s): %s"), self->line, self->column, self->field,
                          self->reason);
}
