/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-export"

#include "config.h"

#include "mull-window-private.h"

#include "mull-deal-csv.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-file.h"

#include <glib/gi18n-lib.h>

static void
export_to (MullWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  guint n_deals = 0;
  GString *text = mull_deal_csv_write (self->workspace, MULL_DEAL_CSV_PLAIN, &n_deals, &error);

  if (text == NULL || !mull_file_write (file, text->str, text->len, &error))
    mull_feedback_error (GTK_WIDGET (self->pages), error);
  else
    {
      said = g_strdup_printf (ngettext ("%u deal exported", "%u deals exported", n_deals), n_deals);
      mull_feedback_file_toast (GTK_WIDGET (self->pages), said, file);
    }
  if (text != NULL)
    g_string_free (text, TRUE);
}

static void
on_file_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mull_file_picker_save_finish (MULL_FILE_PICKER (source), result, &error);

  if (file != NULL)
    export_to (self, file);
  else
    mull_feedback_error (GTK_WIDGET (self->pages), error);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const types[] = { "text/csv", NULL };
  static const char *const suffixes[] = { "csv", NULL };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_("Export Deals"));

  /* Translators: the name that is offered for a file */
  mull_file_picker_set_initial_name (picker, _("deals.csv"));
  mull_file_picker_set_accept_label (picker, _("_Export"));
  mull_file_picker_add_filter (picker, _("Tables (CSV)"), types, suffixes);
  mull_file_picker_save (picker, GTK_WINDOW (widget), NULL, on_file_picked, g_object_ref (widget));
}

/**
 * mull_window_install_export_action:
 *
 * Installs `win.export`.
 */
void
mull_window_install_export_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
}
