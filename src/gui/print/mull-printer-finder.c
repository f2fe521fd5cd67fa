/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-printer-finder"

#include "config.h"

#include "mull-printer-finder.h"

#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>

/* Nobody waits longer than this for a dialog. */
#define PATIENCE_MS 700

/* A look at the printers. Owned by the look itself, which ends when all were seen or when it is
 * told to stop at the next one. */
typedef struct
{
  GTask *task;
  char *remembered;
  char *fallback;
  gboolean has_real;
  gboolean has_remembered;
  guint patience;
} Look;

static void
answer (Look *look)
{
  g_clear_handle_id (&look->patience, g_source_remove);
  if (look->task == NULL)
    return;
  if (look->has_remembered)
    g_task_return_pointer (look->task, g_strdup (look->remembered), g_free);
  else
    g_task_return_pointer (look->task, look->has_real ? NULL : g_strdup (look->fallback), g_free);
  g_clear_object (&look->task);
}

static void
look_free (gpointer data)
{
  Look *look = data;

  answer (look);
  g_free (look->remembered);
  g_free (look->fallback);
  g_free (look);
}

static gboolean
on_timeout_patience (gpointer user_data)
{
  Look *look = user_data;

  look->patience = 0;
  answer (look);
  return G_SOURCE_REMOVE;
}

static gboolean
on_printer_seen (GtkPrinter *printer, gpointer user_data)
{
  Look *look = user_data;
  const char *name = gtk_printer_get_name (printer);

  if (g_strcmp0 (name, look->remembered) == 0)
    {
      look->has_remembered = TRUE;
      answer (look);
    }
  if (!gtk_printer_is_virtual (printer))
    look->has_real = TRUE;
  else if (look->fallback == NULL && gtk_printer_accepts_pdf (printer))
    look->fallback = g_strdup (name);
  return look->task == NULL;
}

/**
 * mull_printer_finder_find:
 * @remembered: (nullable): the printer that was used last
 * @cancellable: (nullable): a way to stop waiting
 * @callback: (scope async): called when it is known
 *
 * Looks which printer a dialog should begin with. It waits for the printers less than a second.
 */
void
mull_printer_finder_find (const char *remembered,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Look *look = g_new0 (Look, 1);

  look->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (look->task, mull_printer_finder_find);
  look->remembered = g_strdup (remembered);
  look->patience = g_timeout_add (PATIENCE_MS, on_timeout_patience, look);
  /* May end, and free the look, before it is back. */
  gtk_enumerate_printers (on_printer_seen, look, look_free, FALSE);
}

/**
 * mull_printer_finder_find_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the name of the printer: the remembered one if it is there,
 *   else printing to a file if there is no other; %NULL leaves it to the dialog, which takes the
 *   desktop's usual printer
 */
char *
mull_printer_finder_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, mull_printer_finder_find), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
