/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-export"

#include "config.h"

#include "mull-window-private.h"

#include "mull-contact-csv.h"
#include "mull-deal-csv.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-file.h"
#include "mull-vcard-export.h"
#include "mull-wait-window.h"

#include <glib/gi18n-lib.h>

/* What can be exported: of what a file has, or of whom. */
typedef struct
{
  GString *(*write) (MullWorkspace *workspace, MullCsvFlags flags, guint *n, GError **error);
  gint64 person_id;  /* for one vCard, instead of @write */
  gint64 company_id; /* likewise */
  MullCsvFlags flags;
  gboolean is_table;
} Subject;

/* An export on its way. */
typedef struct
{
  Subject subject;
  MullWindow *window;        /* owned */
  GCancellable *cancellable; /* owned */
  GtkWindow *wait_window;    /* as long as it is wanted */
  GFile *file;               /* owned; once it is chosen */
  guint n;
} Export;

static void
free_export (Export *self)
{
  if (self->wait_window != NULL)
    gtk_window_destroy (self->wait_window);
  g_clear_weak_pointer (&self->wait_window);
  g_object_unref (self->cancellable);
  g_clear_object (&self->file);
  g_object_unref (self->window);
  g_free (self);
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static GString *
write_cards (MullWorkspace *workspace, MullCsvFlags flags, guint *n, GError **error)
{
  return mull_vcard_export_all (workspace, n, error);
}

static GString *
write_subject (MullWorkspace *workspace, Export *self, GError **error)
{
  const Subject *subject = &self->subject;

  self->n = 1;
  if (subject->person_id != 0)
    return mull_vcard_export_person (workspace, subject->person_id, error);
  if (subject->company_id != 0)
    return mull_vcard_export_company (workspace, subject->company_id, error);
  return subject->write (workspace, subject->flags, &self->n, error);
}

/* In another thread. */
static gboolean
run_export (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Export *self = user_data;
  GString *text = write_subject (workspace, self, error);
  gboolean good = text != NULL && mull_file_write (self->file, text->str, text->len, error);

  if (text != NULL)
    g_string_free (text, TRUE);
  return good;
}

static char *
describe (const Export *self)
{
  if (self->subject.write == mull_deal_csv_write)
    return g_strdup_printf (ngettext ("%u deal exported", "%u deals exported", self->n), self->n);
  if (self->subject.write == mull_person_csv_write)
    return g_strdup_printf (ngettext ("%u person exported", "%u people exported", self->n),
                            self->n);
  if (self->subject.write == mull_company_csv_write)
    return g_strdup_printf (ngettext ("%u company exported", "%u companies exported", self->n),
                            self->n);
  return g_strdup_printf (ngettext ("%u contact exported", "%u contacts exported", self->n),
                          self->n);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  GtkWidget *place = GTK_WIDGET (self->window->pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    {
      said = describe (self);
      mull_feedback_file_toast (place, said, self->file);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mull_feedback_error (place, error);
  free_export (self);
}

static void
on_export_progress_cb (double progress, gpointer user_data)
{
  Export *self = user_data;

  /* What is over in a moment needs no window, nor what the rep has stopped. */
  if (self->wait_window == NULL &&
      (progress == 1 || g_cancellable_is_cancelled (self->cancellable)))
    return;
  if (self->wait_window == NULL)
    {
      g_set_weak_pointer (
          &self->wait_window,
          mull_wait_window_new (GTK_WIDGET (self->window), _ ("Exporting"), self->cancellable));
      gtk_window_present (self->wait_window);
    }
  mull_wait_window_set_progress (self->wait_window, progress > 0 ? progress : -1);
}

/* ── Choosing where to ────────────────────────────────────────────────── */

static void
on_file_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GError) error = NULL;

  self->file = mull_file_picker_save_finish (MULL_FILE_PICKER (source), result, &error);
  if (self->file == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self->window->pages), error);
      free_export (self);
      return;
    }
  mull_workspace_run_job_async (self->window->workspace, run_export, self, NULL, self->cancellable,
                                on_export_progress_cb, self, on_exported_cb, self);
}

/* @self: (transfer full) */
static void
pick_file (Export *self, const char *title, const char *name)
{
  static const char *const table_types[] = { "text/csv", NULL };
  static const char *const table_suffixes[] = { "csv", NULL };
  static const char *const card_types[] = { "text/vcard", NULL };
  static const char *const card_suffixes[] = { "vcf", NULL };
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (title);

  mull_file_picker_set_initial_name (picker, name);
  mull_file_picker_set_accept_label (picker, _ ("_Export"));
  if (self->subject.is_table)
    mull_file_picker_add_filter (picker, _ ("Tables (CSV)"), table_types, table_suffixes);
  else
    mull_file_picker_add_filter (picker, _ ("Contacts (vCard)"), card_types, card_suffixes);
  mull_file_picker_save (picker, GTK_WINDOW (self->window), NULL, on_file_picked, self);
}

static Export *
new_export (GtkWidget *window, Subject subject)
{
  Export *self = g_new0 (Export, 1);

  self->subject = subject;
  self->window = g_object_ref (MULL_WINDOW (window));
  self->cancellable = g_cancellable_new ();
  return self;
}

/* ── Actions ──────────────────────────────────────────────────────────── */

static const struct
{
  const char *id;
  const char *title;
  const char *name;
  Subject subject;
} subjects[] = {
  { "deals",
    N_ ("Export Deals"),
    /* Translators: the name that is offered for a file */
    N_ ("deals.csv"),
    { .write = mull_deal_csv_write, .is_table = TRUE } },
  { "people",
    N_ ("Export People"),
    /* Translators: the name that is offered for a file */
    N_ ("people.csv"),
    { .write = mull_person_csv_write, .is_table = TRUE } },
  { "companies",
    N_ ("Export Companies"),
    /* Translators: the name that is offered for a file */
    N_ ("companies.csv"),
    { .write = mull_company_csv_write, .is_table = TRUE } },
  { "contacts",
    N_ ("Export Contacts"),
    /* Translators: the name that is offered for a file */
    N_ ("contacts.vcf"),
    { .write = write_cards } },
};

static void
export_subject (GtkWidget *window, const char *id, MullCsvFlags flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].id, id))
      {
        Subject subject = subjects[i].subject;

        subject.flags = flags;
        pick_file (new_export (window, subject), _ (subjects[i].title), _ (subjects[i].name));
      }
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  export_subject (widget, g_variant_get_string (parameter, NULL), MULL_CSV_PLAIN);
}

static void
on_exact_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autofree char *id = user_data;

  if (g_str_equal (response, "export"))
    export_subject (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))), id,
                    MULL_CSV_EXACT);
}

/* The worse choice for spreadsheets, so it says why. */
static void
export_exact_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (widget), _ ("Export Every Text as It Is?"),
                              _ ("A spreadsheet takes a text that begins with =, +, - or @ for a "
                                 "formula and carries it out. The usual export puts an apostrophe "
                                 "before such a text, and our own import takes it off again. "
                                 "Choose the exact form only for a program that needs it."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "export",
                                    _ ("_Export Exactly"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_exact_response_cb),
                    g_variant_dup_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_contact_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  Subject subject = { 0 };

  g_variant_get (parameter, "(xx)", &subject.person_id, &subject.company_id);
  /* Translators: the name that is offered for a file */
  pick_file (new_export (widget, subject), _ ("Export Contact"), _ ("contact.vcf"));
}

/**
 * mull_window_install_export_action:
 *
 * Installs `win.export` and `win.export-exact` with what to export: "deals", "people", "companies"
 * or, without a choice, "contacts"; and `win.export-contact` with a person or a company.
 */
void
mull_window_install_export_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.export-exact", "s", export_exact_action);
  gtk_widget_class_install_action (widget_class, "win.export-contact", "(xx)",
                                   export_contact_action);
}
