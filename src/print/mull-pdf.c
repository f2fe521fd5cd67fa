/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pdf"

#include "config.h"

#include "mull-pdf.h"

#include "mull-error.h"
#include "mull-file.h"

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
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (layout != NULL && path != NULL && title != NULL, FALSE);

  bytes = mull_pdf_render (layout, title, error);
  if (bytes == NULL)
    return FALSE;
  file = g_file_new_for_path (path);
  return mull_file_write (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
