/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "power-cut"

#include "config.h"

#include "power-cut.h"

#include <string.h>

#define SECTOR 512

typedef struct
{
  GByteArray *synced; /* owned */
  GPtrArray *pending; /* (element-type FaultRecord): not owned; what came since the last sync */
  gboolean exists;    /* on the disk, that is: a new file may be gone until it is synced */
} File;

struct _PowerCut
{
  GHashTable *files; /* name → File */
};

static void
free_file (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->synced);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

PowerCut *
power_cut_new (void)
{
  PowerCut *self = g_new0 (PowerCut, 1);

  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_file);
  return self;
}

void
power_cut_free (PowerCut *self)
{
  g_hash_table_unref (self->files);
  g_free (self);
}

static File *
find_file (PowerCut *self, const char *name)
{
  File *file = g_hash_table_lookup (self->files, name);

  if (file == NULL)
    {
      file = g_new0 (File, 1);
      file->synced = g_byte_array_new ();
      file->pending = g_ptr_array_new ();
      g_hash_table_insert (self->files, g_strdup (name), file);
    }
  return file;
}

/* With zeros where nothing was written. */
static void
set_size (GByteArray *bytes, gsize size)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > before)
    memset (bytes->data + before, 0, size - before);
}

static void
put (GByteArray *bytes, gsize offset, const guint8 *data, gsize size)
{
  if (bytes->len < offset + size)
    set_size (bytes, offset + size);
  memcpy (bytes->data + offset, data, size);
}

/* @rand: %NULL for all of it, else some of it */
static void
apply (GByteArray *bytes, const FaultRecord *record, GRand *rand)
{
  const guint8 *data;
  gsize size, done = 0;

  if (record->op == FAULT_TRUNCATE)
    {
      if (rand == NULL || g_rand_boolean (rand))
        set_size (bytes, (gsize) record->offset);
      return;
    }
  data = g_bytes_get_data (record->data, &size);
  while (done < size)
    {
      /* Sectors are where the disk has them, not where the write begins. */
      gsize offset = (gsize) record->offset + done;
      gsize n = MIN (size - done, SECTOR - offset % SECTOR);

      if (rand == NULL || g_rand_boolean (rand))
        put (bytes, offset, data + done, n);
      done += n;
    }
}

void
power_cut_advance (PowerCut *self, const FaultRecord *record)
{
  File *file;

  if (record->op == FAULT_MARK)
    return;
  file = find_file (self, record->name);
  switch (record->op)
    {
    case FAULT_WRITE:
    case FAULT_TRUNCATE:
      g_ptr_array_add (file->pending, (gpointer) record);
      break;
    case FAULT_SYNC:
      for (guint i = 0; i < file->pending->len; i++)
        apply (file->synced, file->pending->pdata[i], NULL);
      g_ptr_array_set_size (file->pending, 0);
      file->exists = TRUE;
      break;
    case FAULT_DELETE:
      g_hash_table_remove (self->files, record->name);
      break;
    case FAULT_MARK:
      break;
    }
}

void
power_cut_write (PowerCut *self, const char *folder, GRand *rand)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      File *file = value;
      g_autoptr (GByteArray) bytes = g_byte_array_sized_new (file->synced->len + 65536);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      if (!file->exists && g_rand_boolean (rand))
        continue;
      g_byte_array_append (bytes, file->synced->data, file->synced->len);
      for (guint i = 0; i < file->pending->len; i++)
        apply (bytes, file->pending->pdata[i], rand);
      g_file_set_contents_full (path, bytes->len > 0 ? (const char *) bytes->data : "",
                                (gssize) bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}
