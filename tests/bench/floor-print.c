/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "floor-print"

/* floor-print FILE
 *
 * The floor of printing: GTK exports two pages of plain text, about as much as a brief has. */

#include "config.h"

#include "bench.h"

#include <gtk/gtk.h>
#include <stdlib.h>

#define N_TIMES 10
#define N_PAGES 2
#define N_PARAGRAPHS 40

static void
draw_text (cairo_t *cr, PangoLayout *layout, const char *font, const char *text, double *y)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, *y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *y += height + 3;
  pango_font_description_free (description);
}

static void
on_operation_draw_page_cb (GtkPrintOperation *operation,
                           GtkPrintContext *context,
                           int page,
                           gpointer user_data)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), y = 0;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  draw_text (cr, layout, "Cantarell Bold 16", "Heating for the new warehouse", &y);
  for (int i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "%d March  Called: they look at entry %d of page %d again with whoever decides on it.",
          1 + i % 28, i, page);

      draw_text (cr, layout, "Cantarell 10", text, &y);
    }
}

static void
print (const char *path)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, N_PAGES);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_operation_draw_page_cb), NULL);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  bench_check (error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchSamples) samples = bench_samples_new ();

  if (argc != 2)
    return 2;
  gtk_init ();
  for (int i = 0; i <= N_TIMES; i++)
    {
      double start = bench_now_ms ();

      print (argv[1]);
      if (i > 0)
        bench_samples_add (samples, bench_now_ms () - start);
      else
        bench_print ("first_ms", bench_now_ms () - start);
    }
  bench_samples_print (samples, "print_ms");
  return EXIT_SUCCESS;
}
