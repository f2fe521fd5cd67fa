/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-mapping-check"

#include "config.h"

#include "mull-error.h"
#include "mull-import-mapping-private.h"
#include "mull-record.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

static gboolean
has_any (const MullImportMapping *self, MullImportTarget a, MullImportTarget b, MullImportTarget c)
{
  return mull_import_mapping_has_target (self, a) || mull_import_mapping_has_target (self, b) ||
         mull_import_mapping_has_target (self, c);
}

/**
 * mull_import_mapping_check:
 * @self: a mapping
 * @error: return location
 *
 * Checks that the rows would get what they cannot be without.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID and a sentence that says which target has no column
 */
gboolean
mull_import_mapping_check (const MullImportMapping *self, GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->kind)
    {
    case MULL_IMPORT_DEALS:
      if (self->title->len == 0 && !has_any (self, MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_COMPANY_NAME,
                                             MULL_IMPORT_COMPANY_NAME))
        sentence =
            _ ("No column gives the deals a title. Choose one, or make the title of several.");
      break;
    case MULL_IMPORT_COMPANIES:
      if (!has_any (self, MULL_IMPORT_COMPANY_NAME, MULL_IMPORT_COMPANY_DOMAIN,
                    MULL_IMPORT_COMPANY_DOMAIN))
        sentence = _ ("No column gives the companies a name. Choose one.");
      break;
    case MULL_IMPORT_PEOPLE:
      if (!has_any (self, MULL_IMPORT_PERSON_NAME, MULL_IMPORT_PERSON_FIRST_NAME,
                    MULL_IMPORT_PERSON_LAST_NAME) &&
          !mull_import_mapping_has_target (self, MULL_IMPORT_PERSON_MAIL))
        sentence = _ ("No column gives the people a name. Choose one.");
      break;
    case MULL_IMPORT_ACTIVITIES:
    case MULL_IMPORT_NOTES:
      if (!has_any (self, MULL_IMPORT_DEAL_TITLE, MULL_IMPORT_DEAL_SOURCE_ID,
                    MULL_IMPORT_COMPANY_NAME) &&
          !has_any (self, MULL_IMPORT_PERSON_NAME, MULL_IMPORT_PERSON_SOURCE_ID,
                    MULL_IMPORT_COMPANY_SOURCE_ID))
        sentence = _ ("No column says which deal the rows belong to. Choose one.");
      else if (!has_any (self, MULL_IMPORT_ENTRY_TEXT, MULL_IMPORT_SUBJECT, MULL_IMPORT_TYPE))
        sentence = _ ("No column gives the rows a text. Choose one.");
      break;
    }
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/* Puts the columns into the order of @names; what the mapping does not know is ignored. */
static GPtrArray *
order_columns (MullImportMapping *self, const char *const *names, guint *moved_to)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (mull_import_column_free);

  for (guint i = 0; i < self->columns->len; i++)
    moved_to[i] = G_MAXUINT;
  for (guint n = 0; names[n] != NULL; n++)
    {
      g_autofree char *wanted = mull_text_fold (names[n]);
      MullImportColumn *column = mull_import_column_new (names[n]);

      for (guint i = 0; i < self->columns->len; i++)
        {
          const MullImportColumn *known = g_ptr_array_index (self->columns, i);
          g_autofree char *name = mull_text_fold (known->name);

          if (moved_to[i] != G_MAXUINT || !g_str_equal (name, wanted))
            continue;
          moved_to[i] = n;
          column->target = known->target;
          mull_set_text (&column->label, known->label);
          column->date_order = known->date_order;
          column->decimal = known->decimal;
          break;
        }
      g_ptr_array_add (ordered, column);
    }
  return ordered;
}

static gboolean
is_used (const MullImportMapping *self, guint index)
{
  const MullImportColumn *column = g_ptr_array_index (self->columns, index);

  for (guint i = 0; i < self->title->len; i++)
    if (g_array_index (self->title, guint, i) == index)
      return TRUE;
  return column->target != MULL_IMPORT_IGNORED;
}

/**
 * mull_import_mapping_bind:
 * @self: a mapping
 * @names: (array zero-terminated=1): what the header of a file calls its columns
 * @error: return location
 *
 * Fits a mapping that was made for one file to another one, whose columns may stand in another
 * order.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID, and @self unchanged, if the file has no column of a
 *   name that the mapping uses
 */
gboolean
mull_import_mapping_bind (MullImportMapping *self, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) ordered = NULL;
  g_autofree guint *moved_to = NULL;

  g_return_val_if_fail (self != NULL && names != NULL, FALSE);

  moved_to = g_new (guint, self->columns->len + 1);
  ordered = order_columns (self, names, moved_to);
  for (guint i = 0; i < self->columns->len; i++)
    if (moved_to[i] == G_MAXUINT && is_used (self, i))
      {
        const MullImportColumn *column = g_ptr_array_index (self->columns, i);

        g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                     _ ("The file has no column “%s”, which the mapping uses. Choose another "
                        "mapping, or take the column out of this one."),
                     column->name);
        return FALSE;
      }
  for (guint i = 0; i < self->title->len; i++)
    g_array_index (self->title, guint, i) = moved_to[g_array_index (self->title, guint, i)];
  g_ptr_array_unref (self->columns);
  self->columns = g_steal_pointer (&ordered);
  return TRUE;
}
