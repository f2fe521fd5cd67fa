/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-form"

#include "config.h"

#include "mull-archive-form.h"

#include <stdio.h>
#include <string.h>

/* "2026-03-01T09:00:00.000000Z" */
#define INSTANT_LENGTH 27

/**
 * mull_archive_form_element:
 *
 * Returns: (transfer full): the name of the element for a row of the table
 */
char *
mull_archive_form_element (const MullContentTable *table)
{
  return g_strdelimit (g_strdup (table->name), "_", '-');
}

/**
 * mull_archive_form_name:
 *
 * Returns: (transfer full): the name of the attribute or element for the column: "id" for the uuid,
 *   and a reference without its "_id"
 */
char *
mull_archive_form_name (const MullContentColumn *column)
{
  g_autofree char *name = g_strdup (column->name);

  if (g_str_equal (name, "uuid"))
    return g_strdup ("id");
  if (column->kind == MULL_CONTENT_REFERENCE)
    name[strlen (name) - strlen ("_id")] = '\0';
  return g_strdelimit (g_steal_pointer (&name), "_", '-');
}

/**
 * mull_archive_form_instant:
 * @at: microseconds UTC
 *
 * Returns: (transfer full) (nullable): the instant as text, %NULL outside of the years 1 to 9999
 */
char *
mull_archive_form_instant (gint64 at)
{
  gint64 fraction = at % G_USEC_PER_SEC;
  gint64 seconds = at / G_USEC_PER_SEC;
  g_autoptr (GDateTime) time = NULL;

  if (fraction < 0)
    {
      fraction += G_USEC_PER_SEC;
      seconds--;
    }
  time = g_date_time_new_from_unix_utc (seconds);
  if (time == NULL)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time), (int) fraction);
}

/**
 * mull_archive_form_parse_instant:
 * @text: what mull_archive_form_instant() makes
 * @at: (out): microseconds UTC
 *
 * Returns: whether there is such an instant
 */
gboolean
mull_archive_form_parse_instant (const char *text, gint64 *at)
{
  int year, month, day, hour, minute, second, fraction;
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) != INSTANT_LENGTH || text[INSTANT_LENGTH - 1] != 'Z' ||
      sscanf (text, "%4d-%2d-%2dT%2d:%2d:%2d.%6d", &year, &month, &day, &hour, &minute, &second,
              &fraction) != 7)
    return FALSE;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (time == NULL)
    return FALSE;
  *at = g_date_time_to_unix (time) * G_USEC_PER_SEC + fraction;
  return TRUE;
}

/* ── Files ────────────────────────────────────────────────────────────── */

static void
free_column (gpointer data)
{
  MullContentColumn *column = data;

  g_free (column->name);
  g_free (column);
}

/**
 * mull_archive_form_new_part:
 *
 * Returns: (transfer full): what a part of a file looks like, as if it were a row
 */
MullContentTable *
mull_archive_form_new_part (void)
{
  static const MullContentColumn columns[] = {
    [MULL_ARCHIVE_PART_SIZE] = { (char *) "size", MULL_CONTENT_NUMBER, NULL, TRUE },
    [MULL_ARCHIVE_PART_AT] = { (char *) "at", MULL_CONTENT_NUMBER, NULL, TRUE },
    [MULL_ARCHIVE_PART_SHA256] = { (char *) "sha256", MULL_CONTENT_TEXT, NULL, TRUE },
    [MULL_ARCHIVE_PART_DATA] = { (char *) "data", MULL_CONTENT_TEXT, NULL, TRUE },
  };
  MullContentTable *table = g_new0 (MullContentTable, 1);

  table->name = "file_part";
  table->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      MullContentColumn *column = g_memdup2 (&columns[i], sizeof columns[i]);

      column->name = g_strdup (columns[i].name);
      g_ptr_array_add (table->columns, column);
    }
  return table;
}

/**
 * mull_archive_form_dup_beside:
 * @path: an archive
 *
 * Returns: (transfer full): the folder for the files of an archive that cannot hold them
 */
char *
mull_archive_form_dup_beside (const char *path)
{
  return g_strconcat (path, ".files", NULL);
}
