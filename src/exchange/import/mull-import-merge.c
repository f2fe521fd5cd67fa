/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-merge"

#include "config.h"

#include "mull-import-writer-private.h"

#include "mull-parse-limits.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_import_merge_text:
 * @self: what is brought up to date
 * @field: (inout): a text of it
 * @value: what the file says; nothing is changed if it is empty
 * @label: name of the field, for people, to be translated
 *
 * Fills in what is missing here and takes over what came from the same source. What the rep wrote
 * stays, and the report says so.
 */
void
mull_import_merge_text (const MullImportMerge *self,
                        char **field,
                        const char *value,
                        const char *label)
{
  if (*value == '\0' || g_str_equal (*field, value))
    return;
  if (**field == '\0' || self->is_same_source)
    mull_set_text (field, value);
  else if (self->writer->choice == MULL_IMPORT_CHOICE_FILE)
    {
      g_autofree char *text =
          /* Translators: name of a company or person, name of a field, its value, other value */
          g_strdup_printf (_ ("“%s”: %s becomes “%s”, as the file says, and is no longer “%s”."),
                           self->name, _ (label), value, *field);

      mull_import_writer_except (self->writer, MULL_IMPORT_ROW_CONFLICT, text);
      mull_set_text (field, value);
    }
  else
    {
      g_autofree char *ours = mull_text_excerpt (*field, MULL_IMPORT_EXCERPT_CHARS);
      g_autofree char *theirs = mull_text_excerpt (value, MULL_IMPORT_EXCERPT_CHARS);

      mull_import_writer_keep_in_conflict (
          self->writer,
          /* Translators: name of a company or person, name of a field, its value, other value */
          g_strdup_printf (_ ("“%s”: %s stays “%s”, although the file says “%s”."), self->name,
                           _ (label), ours, theirs));
    }
}
