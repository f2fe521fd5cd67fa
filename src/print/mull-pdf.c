/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pdf"

#include "config.h"

#include "mull-pdf.h"

#include "mull-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_to_array (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mull_pdf_set_title:
 * @surface: what is drawn on; if it is no PDF, nothing happens
 * @title: what readers show as the title
 *
 * Gives a PDF its title.
 */
void
mull_pdf_set_title (cairo_surface_t *surface, const char *title)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (surface != NULL && title != NULL);

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;
  /* The metadata fails as a whole on text that is not valid. */
  valid = g_utf8_make_valid (title, -1);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, valid);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Mulligan " MULL_VERSION);
}

/**
 * mull_pdf_render:
 * @layout: a finished layout
 * @title: what readers show as the title
 * @error: return location for an error
 *
 * Makes a PDF in memory.
 *
 * Returns: (transfer full): the file, or %NULL with %MULL_ERROR_INTERNAL
 */
GBytes *
mull_pdf_render (MullLayout *layout, const char *title, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double width;
  double height;

  g_return_val_if_fail (layout != NULL && title != NULL, NULL);

  mull_layout_get_page_size (layout, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_to_array, bytes, width, height);
  mull_pdf_set_title (surface, title);
  cr = cairo_create (surface);
  for (guint i = 0; i < mull_layout_get_n_pages (layout); i++)
    {
      mull_layout_draw_page (layout, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_debug ("Rendering failed: %s", cairo_status_to_string (status));
      g_set_error (error, MULL_ERROR, MULL_ERROR_INTERNAL,
                   _ ("The pages of “%s” could not be drawn. Nothing was written."), title);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
set_write_error (GError **error, const GError *cause, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_debug ("Writing failed: %s", cause->message);
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (
        error, MULL_ERROR, MULL_ERROR_NO_SPACE,
        _ ("There is no room left to write “%s”. Make some room, or choose another place."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                 _ ("“%s” may not be written. Choose another place."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 _ ("“%s” could not be written, because its folder does not exist. Choose another "
                    "place."),
                    name);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
                 _ ("“%s” could not be written. Check the disk, or choose another place."), name);
}

/**
 * mull_pdf_write:
 * @layout: a finished layout
 * @path: (type filename): where to; a file that is there is replaced
 * @title: what readers show as the title
 * @error: return location for an error
 *
 * Writes a PDF that only the user may read. It is there as a whole, safely on the disk, or what
 * was there before is untouched.
 *
 * Returns: whether it was written; %MULL_ERROR_NO_SPACE, %MULL_ERROR_READ_ONLY,
 *   %MULL_ERROR_NOT_FOUND, %MULL_ERROR_IO or %MULL_ERROR_INTERNAL if not
 */
gboolean
mull_pdf_write (MullLayout *layout, const char *path, const char *title, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (layout != NULL && path != NULL && title != NULL, FALSE);

  bytes = mull_pdf_render (layout, title, error);
  if (bytes == NULL)
    return FALSE;
  if (!g_file_set_contents_full (
          path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    {
      set_write_error (error, local_error, path);
      return FALSE;
    }
  return TRUE;
}
