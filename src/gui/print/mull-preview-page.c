/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-preview-page"

#include "config.h"

#include "mull-preview-page.h"

#include "mull-done.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-pdf.h"
#include "mull-preview-document.h"
#include "mull-preview-view.h"
#include "mull-print-job.h"
#include "mull-print-memory.h"
#include "mull-print-name.h"
#include "mull-refresher.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

struct _MullPreviewPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkSwitch *discreet_switch;
  GtkDropDown *pages_drop_down;
  GtkDropDown *paper_drop_down;
  MullPreviewView *view;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  GSettings *settings;
  MullPreviewDocument *document; /* nullable */
  MullLayout *layout;
};

typedef enum
{
  PROP_TITLE = 1
} MullPreviewPageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullPreviewPage, mull_preview_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

static MullPaper
paper_of_setting (const char *nick)
{
  if (g_str_equal (nick, "a4"))
    return MULL_PAPER_A4;
  if (g_str_equal (nick, "letter"))
    return MULL_PAPER_LETTER;
  return mull_paper_of_locale ();
}

static const char *
setting_of_paper (MullPaper paper)
{
  return paper == MULL_PAPER_LETTER ? "letter" : "a4";
}

static void
get_options (MullPreviewPage *self, MullBriefOptions *options)
{
  g_autofree char *paper = g_settings_get_string (self->settings, "paper");

  mull_brief_options_init (options);
  options->paper = paper_of_setting (paper);
  options->two_pages = g_settings_get_int (self->settings, "brief-pages") > 1;
  options->discreet = g_settings_get_boolean (self->settings, "brief-discreet");
  options->rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
update_subtitle (MullPreviewPage *self)
{
  /* Translators: the first number is a page, the second how many there are. */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Page %u of %u"), mull_preview_view_get_current_page (self->view) + 1,
                       mull_preview_view_get_n_pages (self->view));

  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
on_view_notify_cb (MullPreviewPage *self)
{
  if (self->layout != NULL)
    update_subtitle (self);
}

static void
update_layout (MullPreviewPage *self)
{
  MullBriefOptions options;

  if (self->document == NULL)
    return;
  get_options (self, &options);
  g_clear_pointer (&self->layout, mull_layout_unref);
  self->layout = mull_preview_document_lay_out (self->document, &options);
  mull_preview_view_set_layout (self->view, self->layout);
}

static void
on_settings_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  if (g_str_equal (key, "paper") || g_str_has_prefix (key, "brief-"))
    update_layout (user_data);
}

static void
show_options (MullPreviewPage *self)
{
  gboolean brief = mull_preview_document_is_brief (self->document);

  gtk_widget_set_visible (GTK_WIDGET (self->pages_drop_down), brief);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->discreet_switch)), brief);
}

/* Takes @document, which is NULL if it could not be read. */
static gboolean
show (MullPreviewPage *self, MullPreviewDocument *document)
{
  g_autofree char *title = NULL;

  if (document == NULL)
    return FALSE;
  g_clear_pointer (&self->document, mull_preview_document_unref);
  self->document = document;
  mull_refresher_note_read (self->refresher);
  show_options (self);
  title = mull_preview_document_dup_title (document);
  adw_window_title_set_title (self->window_title, title);
  update_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  return TRUE;
}

/* The deal is gone when its making is undone; then there is nothing left to preview. */
static void
refresh (GtkWidget *widget)
{
  MullPreviewPage *self = MULL_PREVIEW_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (show (self, mull_preview_document_new_again (self->document, self->workspace, &error)))
    return;
  g_debug ("The document is gone: %s", error->message);
  mull_refresher_note_gone (self->refresher);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static gboolean
concerns (GtkWidget *widget, MullChanges *changes)
{
  MullPreviewPage *self = MULL_PREVIEW_PAGE (widget);

  return mull_changes_touches_deal (changes, mull_preview_document_get_deal_id (self->document));
}

/* ── Printing ─────────────────────────────────────────────────────────── */

/* What a job lays out. It may still be at work when the page shows another deal. */
typedef struct
{
  MullPreviewDocument *document;
  MullBriefOptions options;
} Printed;

static MullLayout *
lay_out_printed (MullPaper paper, gpointer user_data)
{
  const Printed *printed = user_data;
  MullBriefOptions options = printed->options;

  options.paper = paper;
  return mull_preview_document_lay_out (printed->document, &options);
}

static void
printed_free (gpointer data)
{
  Printed *printed = data;

  mull_preview_document_unref (printed->document);
  g_free (printed);
}

static void
set_paper (MullPreviewPage *self, MullPaper paper)
{
  MullBriefOptions options;

  get_options (self, &options);
  if (options.paper != paper)
    g_settings_set_string (self->settings, "paper", setting_of_paper (paper));
}

static void
tell_saved (MullPreviewPage *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = mull_done_format (MULL_DONE_SAVED, shown, NULL);

  mull_feedback_file_toast (GTK_WIDGET (self), text, file);
}

static void
on_job_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullPrintJob *job = MULL_PRINT_JOB (source);
  g_autoptr (MullPreviewPage) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  MullPrintOutcome outcome = mull_print_job_run_finish (job, result, &file, &error);

  /* The window may have been closed meanwhile. */
  if (self->view == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", TRUE);
  if (error != NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  switch (outcome)
    {
    case MULL_PRINT_OUTCOME_SENT:
      mull_feedback_toast (GTK_WIDGET (self), _ ("Sent to the printer"));
      break;
    case MULL_PRINT_OUTCOME_SAVED:
      tell_saved (self, file);
      break;
    case MULL_PRINT_OUTCOME_PREVIEW:
      set_paper (self, mull_print_job_get_paper (job));
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      break;
    case MULL_PRINT_OUTCOME_NONE:
      break;
    }
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullPreviewPage *self = MULL_PREVIEW_PAGE (widget);
  g_autoptr (MullPrintJob) job = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = NULL;
  Printed *printed;

  if (self->layout == NULL || !GTK_IS_WINDOW (root))
    return;
  printed = g_new0 (Printed, 1);
  printed->document = mull_preview_document_ref (self->document);
  get_options (self, &printed->options);
  title = mull_preview_document_dup_title (self->document);
  job = mull_print_job_new (title, printed->options.paper, lay_out_printed, printed, printed_free);
  gtk_widget_action_set_enabled (widget, "preview.print", FALSE);
  mull_print_job_run (job, GTK_WINDOW (root), on_job_run_cb, g_object_ref (self));
}

/* ── Saving ───────────────────────────────────────────────────────────── */

static void
on_picker_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullPreviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = mull_file_picker_save_finish (MULL_FILE_PICKER (source), result, &error);

  if (self->view == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", TRUE);
  if (file == NULL || !mull_preview_page_save_to (self, file, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const mime_types[] = { "application/pdf", NULL };
  MullPreviewPage *self = MULL_PREVIEW_PAGE (widget);
  g_autoptr (MullFilePicker) picker = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *title = NULL;
  g_autofree char *folder_name = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->layout == NULL || !GTK_IS_WINDOW (root))
    return;
  title = mull_preview_document_dup_title (self->document);
  folder_name = mull_print_memory_dup_folder ();
  folder = g_file_new_for_path (folder_name);
  base = mull_print_name_from_title (title);
  name = g_strconcat (base, ".pdf", NULL);
  picker = mull_file_picker_new (_ ("Save as PDF"));
  mull_file_picker_set_initial_folder (picker, folder);
  mull_file_picker_set_initial_name (picker, name);
  mull_file_picker_add_filter (picker, _ ("PDF files"), mime_types, NULL);
  gtk_widget_action_set_enabled (widget, "preview.save", FALSE);
  mull_file_picker_save (picker, GTK_WINDOW (root), NULL, on_picker_save_cb, g_object_ref (self));
}

/* ── Zooming, from wherever the focus is ──────────────────────────────── */

static void
zoom_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MULL_PREVIEW_PAGE (widget)->view), "pages.zoom-in", NULL);
}

static void
zoom_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MULL_PREVIEW_PAGE (widget)->view), "pages.zoom-out",
                              NULL);
}

static void
zoom_fit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MULL_PREVIEW_PAGE (widget)->view), "pages.zoom-fit",
                              NULL);
}

/* ── Options ──────────────────────────────────────────────────────────── */

static gboolean
paper_to_selected (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, paper_of_setting (g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
selected_to_paper (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_string (setting_of_paper ((MullPaper) g_value_get_uint (value)));
}

static gboolean
pages_to_selected (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, (guint) g_variant_get_int32 (variant) - 1);
  return TRUE;
}

static GVariant *
selected_to_pages (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_int32 ((int) g_value_get_uint (value) + 1);
}

static void
bind_options (MullPreviewPage *self)
{
  g_settings_bind_with_mapping (self->settings, "paper", self->paper_drop_down, "selected",
                                G_SETTINGS_BIND_DEFAULT, paper_to_selected, selected_to_paper, NULL,
                                NULL);
  g_settings_bind_with_mapping (self->settings, "brief-pages", self->pages_drop_down, "selected",
                                G_SETTINGS_BIND_DEFAULT, pages_to_selected, selected_to_pages, NULL,
                                NULL);
  g_settings_bind (self->settings, "brief-discreet", self->discreet_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_settings_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static gboolean
mull_preview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_PREVIEW_PAGE (widget)->view));
}

static void
mull_preview_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullPreviewPage *self = MULL_PREVIEW_PAGE (object);

  switch ((MullPreviewPageProps) prop_id)
    {
    case PROP_TITLE:
      if (self->document != NULL)
        g_value_take_string (value, mull_preview_document_dup_window_title (self->document));
      break;
    }
}

static void
mull_preview_page_dispose (GObject *object)
{
  MullPreviewPage *self = MULL_PREVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_PREVIEW_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->refresher);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->layout, mull_layout_unref);
  g_clear_pointer (&self->document, mull_preview_document_unref);
  G_OBJECT_CLASS (mull_preview_page_parent_class)->dispose (object);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } shortcuts[] = {
    { GDK_KEY_p, "preview.print" },
    { GDK_KEY_s, "preview.save" },
    { GDK_KEY_plus, "preview.zoom-in" },
    { GDK_KEY_equal, "preview.zoom-in" },
    { GDK_KEY_KP_Add, "preview.zoom-in" },
    { GDK_KEY_minus, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, "preview.zoom-out" },
    { GDK_KEY_0, "preview.zoom-fit" },
    { GDK_KEY_KP_0, "preview.zoom-fit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_widget_class_add_binding_action (widget_class, shortcuts[i].key, GDK_CONTROL_MASK,
                                         shortcuts[i].action, NULL);
}

static void
mull_preview_page_class_init (MullPreviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_preview_page_dispose;
  object_class->get_property = mull_preview_page_get_property;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_preview_page_grab_focus;
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_PREVIEW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/print/mull-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullPreviewPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MullPreviewPage, discreet_switch);
  gtk_widget_class_bind_template_child (widget_class, MullPreviewPage, pages_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MullPreviewPage, paper_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MullPreviewPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_view_notify_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_action);
  add_shortcuts (widget_class);
}

static void
mull_preview_page_init (MullPreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (MULL_APP_ID);
  bind_options (self);
}

/**
 * mull_preview_page_new:
 * @workspace: (transfer none): the data
 *
 * Returns: (transfer floating): the page, empty until mull_preview_page_open()
 */
MullPreviewPage *
mull_preview_page_new (MullWorkspace *workspace)
{
  MullPreviewPage *self = g_object_new (MULL_TYPE_PREVIEW_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->refresher = mull_refresher_new (GTK_WIDGET (self), workspace, concerns, refresh);
  return self;
}

/**
 * mull_preview_page_open:
 * @deal_id: the deal
 * @error: return location for an error
 *
 * Shows the brief of a deal.
 *
 * Returns: whether it could be read; %MULL_ERROR_NOT_FOUND if there is no such deal
 */
gboolean
mull_preview_page_open (MullPreviewPage *self, gint64 deal_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_PREVIEW_PAGE (self), FALSE);

  return show (self, mull_preview_document_new_brief (self->workspace, deal_id, error));
}

/**
 * mull_preview_page_open_help:
 * @roadblock_id: the roadblock
 * @error: return location for an error
 *
 * Shows the page that asks a colleague for help with a roadblock.
 *
 * Returns: whether it could be read; %MULL_ERROR_NOT_FOUND if there is no such roadblock
 */
gboolean
mull_preview_page_open_help (MullPreviewPage *self, gint64 roadblock_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_PREVIEW_PAGE (self), FALSE);

  return show (self, mull_preview_document_new_help (self->workspace, roadblock_id, error));
}

/**
 * mull_preview_page_open_script:
 * @script_id: the script
 * @error: return location for an error
 *
 * Shows a script as it is spoken from paper.
 *
 * Returns: whether it could be read; %MULL_ERROR_NOT_FOUND if there is no such script
 */
gboolean
mull_preview_page_open_script (MullPreviewPage *self, gint64 script_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_PREVIEW_PAGE (self), FALSE);

  return show (self, mull_preview_document_new_script (self->workspace, script_id, error));
}

/**
 * mull_preview_page_save_to:
 * @file: (transfer none): where to; a file that is there is replaced
 * @error: return location for an error
 *
 * Saves what is shown as a PDF, and says so.
 *
 * Returns: whether it was saved; if not, what was there before is untouched
 */
gboolean
mull_preview_page_save_to (MullPreviewPage *self, GFile *file, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (MULL_IS_PREVIEW_PAGE (self) && G_IS_FILE (file), FALSE);
  g_return_val_if_fail (self->layout != NULL, FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("“%s” is not a place on this computer. Choose another place."), name);
      return FALSE;
    }
  title = mull_preview_document_dup_title (self->document);
  if (!mull_pdf_write (self->layout, path, title, error))
    return FALSE;
  folder = g_path_get_dirname (path);
  mull_print_memory_save_folder (folder);
  tell_saved (self, file);
  return TRUE;
}
