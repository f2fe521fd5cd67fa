/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-table"

#include "config.h"

#include "mull-cue-table.h"

#include "mull-cue.h"
#include "mull-error.h"
#include "mull-record.h"

#include <string.h>

/* The table is looked through where it stands: it has tens of thousands of lines, of which a
 * sentence needs a hundred. */
struct _MullCueTable
{
  GBytes *bytes;
  /* The lines of the cues, in the order of the bytes of their names. */
  const char *start;
  const char *end;
  /* The categories of the columns. */
  GArray *categories;
};

/* The first line names the columns. */
static gboolean
read_head (MullCueTable *self, const char *line, const char *end)
{
  g_autofree char *head = g_strndup (line, (gsize) (end - line));
  g_auto (GStrv) fields = g_strsplit (head, "\t", -1);

  for (guint i = 1; fields[0] != NULL && fields[i] != NULL; i++)
    {
      int category;

      if (!mull_enum_from_nick (MULL_TYPE_REMARK_CATEGORY, fields[i], &category))
        return FALSE;
      g_array_append_val (self->categories, category);
    }
  return self->categories->len > 0 && *fields[0] == '\0';
}

/**
 * mull_cue_table_new:
 * @bytes: a table: a line with the categories, and one for each cue with a weight for each of them,
 *   parted by tabs, in the order of the bytes of their names
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the table
 */
MullCueTable *
mull_cue_table_new (GBytes *bytes, GError **error)
{
  g_autoptr (MullCueTable) self = g_new0 (MullCueTable, 1);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end = text != NULL ? memchr (text, '\n', size) : NULL;

  self->bytes = g_bytes_ref (bytes);
  self->categories = g_array_new (FALSE, FALSE, sizeof (int));
  if (end == NULL || text[size - 1] != '\n' || !read_head (self, text, end))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID, "not a table of cues");
      return NULL;
    }
  self->start = end + 1;
  self->end = text + size;
  return g_steal_pointer (&self);
}

/**
 * mull_cue_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
mull_cue_table_free (MullCueTable *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->categories);
  g_free (self);
}

/* Compares a name with that of a line, which a tab ends. */
static int
compare_name (const char *name, const char *line)
{
  gsize length = strlen (name);
  gsize width = 0;
  int order;

  /* The last line has an end, too. */
  while (line[width] != '\t' && line[width] != '\n')
    width++;
  order = memcmp (name, line, MIN (length, width));
  return order != 0 ? order : (length > width) - (length < width);
}

/* A number is read where there is one: what is no digit may be the end of the table. */
static gboolean
has_number (const char *at)
{
  return *at == '\t' && (at[1] == '-' || g_ascii_isdigit (at[1]));
}

/* Returns the line of a cue, %NULL if there is none. */
static const char *
find_line (const MullCueTable *self, const char *name)
{
  const char *low = self->start;
  const char *high = self->end;

  /* Both are always where a line starts. */
  while (low < high)
    {
      const char *line = low + (high - low) / 2;
      int order;

      while (line > low && line[-1] != '\n')
        line--;
      order = compare_name (name, line);
      if (order == 0)
        return line;
      if (order < 0)
        high = line;
      else
        low = (const char *) memchr (line, '\n', (gsize) (high - line)) + 1;
    }
  return NULL;
}

static void
weigh (const MullCueTable *self, MullCue *cue)
{
  const char *line = find_line (self, cue->name);
  const char *at = line != NULL ? line + strlen (cue->name) : NULL;

  for (guint i = 0; at != NULL && has_number (at) && i < self->categories->len; i++)
    {
      char *end;

      cue->weights[g_array_index (self->categories, int, i)] =
          (int) g_ascii_strtoll (at + 1, &end, 10);
      at = end;
    }
}

/**
 * mull_cue_table_weigh:
 * @self: a table
 * @cues: (element-type MullCue): the cues of a sentence
 *
 * Fills in how much each of them speaks for each remark. What the table does not know says nothing.
 */
void
mull_cue_table_weigh (const MullCueTable *self, GArray *cues)
{
  for (guint i = 0; i < cues->len; i++)
    weigh (self, &g_array_index (cues, MullCue, i));
}
