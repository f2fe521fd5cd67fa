/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage-list"

#include "config.h"

#include "mull-salvage-list.h"

#include "mull-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MullSalvageList
{
  /* Owned */
  GString *text;
  GHashTable *doubted; /* "table number" */
};

/**
 * mull_salvage_list_new:
 *
 * Returns: (transfer full): a list with nothing on it
 */
MullSalvageList *
mull_salvage_list_new (void)
{
  MullSalvageList *self = g_new0 (MullSalvageList, 1);

  self->text = g_string_new (NULL);
  self->doubted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * mull_salvage_list_free:
 * @self: (transfer full): a list
 */
void
mull_salvage_list_free (MullSalvageList *self)
{
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->doubted);
  g_free (self);
}

/* Every line after the first is indented, so that a row is seen as one. */
static void
append_text (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\n      ", lines);

  g_string_append (text, joined);
}

static void
append_column (GString *text, sqlite3_stmt *row, int column)
{
  const char *value = (const char *) sqlite3_column_text (row, column);

  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, "    %s: ", sqlite3_column_name (row, column));
  append_text (text, value);
  g_string_append_c (text, '\n');
}

/**
 * mull_salvage_list_add:
 * @table: what kind of row it is, as the database names it
 * @id: its number, or 0 if it has none
 * @what: what became of it, a translated word or two
 * @row: (nullable): a statement on the row
 */
void
mull_salvage_list_add (MullSalvageList *self,
                       const char *table,
                       gint64 id,
                       const char *what,
                       sqlite3_stmt *row)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, table);
  if (id != 0)
    g_string_append_printf (self->text, " %" G_GINT64_FORMAT, id);
  g_string_append_printf (self->text, ": %s\n", what);
  /* The number of the row is known already. */
  for (int i = 0; row != NULL && i < sqlite3_column_count (row); i++)
    if (!g_str_equal (sqlite3_column_name (row, i), "id") &&
        !g_str_equal (sqlite3_column_name (row, i), "0"))
      append_column (self->text, row, i);
}

/**
 * mull_salvage_list_add_doubt:
 * @table: what kind of row it is, as the database names it
 * @id: its number, or 0 if it has none
 * @row: a statement on the row
 *
 * Writes down a row that was kept and may not be what it was, unless it is written down already.
 *
 * Returns: whether it is new
 */
gboolean
mull_salvage_list_add_doubt (MullSalvageList *self, const char *table, gint64 id, sqlite3_stmt *row)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (id != 0 &&
      !g_hash_table_add (self->doubted, g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id)))
    return FALSE;
  mull_salvage_list_add (self, table, id, _ ("kept, but it may have changed: please read it again"),
                         row);
  return TRUE;
}

/**
 * mull_salvage_list_save:
 * @path: a file, which is replaced
 * @error: return location
 */
gboolean
mull_salvage_list_save (MullSalvageList *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  text =
      g_strconcat (_ ("What the repair could not keep as it was:"), "\n\n", self->text->str, NULL);
  return mull_file_write (file, text, strlen (text), error);
}
