/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-backups-page"

#include "config.h"

#include "mull-backups-page.h"

#include "mull-archive-shelf.h"
#include "mull-backup-manifest.h"
#include "mull-custodian.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-file-picker.h"
#include "mull-sync-notice.h"

#include <glib/gi18n-lib.h>

/* When it is compared again, if somebody else needed the data. */
#define AGAIN_MILLISECONDS 300

struct _MullBackupsPage
{
  AdwPreferencesPage parent_instance;

  /* Children */
  AdwPreferencesGroup *list;
  AdwPreferencesGroup *sync;
  AdwActionRow *sync_row;
  AdwActionRow *outside;
  GtkWidget *outside_remove;
  GtkWidget *back_up;

  /* Owned */
  MullWorkspace *workspace;
  /* Borrowed: rows of the list, to be made anew */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (MullBackupsPage, mull_backups_page, ADW_TYPE_PREFERENCES_PAGE)

static char *
dup_moment (MullBackupsPage *self, gint64 at)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autofree char *day = mull_day_format_long (mull_day_from_instant (at, zone));
  g_autofree char *time = mull_instant_format_time (at, zone);

  /* Translators: a day and a time of day */
  return g_strdup_printf (C_ ("moment", "%s, %s"), day, time);
}

/* ── A backup ─────────────────────────────────────────────────────────── */

/* What is done with an opened row. */
typedef struct
{
  MullBackupsPage *page; /* borrowed: the row lives inside it */
  char *path;
  AdwActionRow *loss; /* borrowed: inside the row; what would be lost is not yet counted if set */
  GCancellable *cancellable; /* owned; of the comparison, while there is one */
  guint again_id;
} Opened;

/* A comparison that nobody needs any more is stopped. */
static void
forget_comparison (Opened *opened)
{
  g_clear_handle_id (&opened->again_id, g_source_remove);
  if (opened->cancellable != NULL)
    g_cancellable_cancel (opened->cancellable);
  g_clear_object (&opened->cancellable);
}

static void
opened_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Opened *opened = data;

  forget_comparison (opened);
  g_free (opened->path);
  g_free (opened);
}

/* One that runs. */
typedef struct
{
  Opened *opened; /* borrowed: not there any more if it was cancelled */
  GCancellable *cancellable;
} Comparison;

static gboolean on_compare_again_cb (gpointer user_data);

static void
show_comparison (Opened *opened, const MullRestoreLoss *loss, const GError *error)
{
  g_autofree char *sentence =
      loss != NULL ? mull_restore_loss_describe (loss) : g_strdup (error->message);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (opened->loss), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (opened->loss), sentence);
  opened->loss = NULL;
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Comparison *self = user_data;
  g_autoptr (GCancellable) cancellable = self->cancellable;
  g_autoptr (GError) error = NULL;
  MullRestoreLoss loss;
  gboolean done = mull_custody_compare_finish (MULL_WORKSPACE (source), result, &loss, &error);

  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_object (&self->opened->cancellable);
  if (done)
    show_comparison (self->opened, &loss, NULL);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
           g_error_matches (error, MULL_ERROR, MULL_ERROR_BUSY))
    self->opened->again_id = g_timeout_add (AGAIN_MILLISECONDS, on_compare_again_cb, self->opened);
  else
    show_comparison (self->opened, NULL, error);
}

static void
compare (Opened *opened)
{
  Comparison *self = g_new0 (Comparison, 1);

  opened->cancellable = g_cancellable_new ();
  self->opened = opened;
  self->cancellable = g_object_ref (opened->cancellable);
  mull_custody_compare_async (opened->page->workspace, opened->path, opened->cancellable,
                              on_compared_cb, self);
}

/* Somebody needed the data meanwhile. */
static gboolean
on_compare_again_cb (gpointer user_data)
{
  Opened *opened = user_data;

  opened->again_id = 0;
  compare (opened);
  return G_SOURCE_REMOVE;
}

static void
on_expanded_cb (GtkWidget *row, GParamSpec *pspec, gpointer user_data)
{
  Opened *opened = user_data;

  forget_comparison (opened);
  if (opened->loss == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    return;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (opened->loss), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (opened->loss),
                                 _ ("Comparing it with what is there now…"));
  compare (opened);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;
}

/* The window does it, and there its outcome is seen. */
static void
let_window_do (GtkWidget *button, const char *action, const char *path)
{
  GtkWindow *window = find_window (button);
  GtkRoot *preferences = gtk_widget_get_root (button);

  if (window == NULL)
    return;
  gtk_window_close (GTK_WINDOW (preferences));
  gtk_widget_activate_action (GTK_WIDGET (window), action, "s", path);
}

static void
on_look_clicked_cb (GtkButton *button, gpointer user_data)
{
  let_window_do (GTK_WIDGET (button), "win.look-at-backup", ((Opened *) user_data)->path);
}

static void
on_restore_clicked_cb (GtkButton *button, gpointer user_data)
{
  let_window_do (GTK_WIDGET (button), "win.restore-backup", ((Opened *) user_data)->path);
}

static void
on_import_clicked_cb (GtkButton *button, gpointer user_data)
{
  let_window_do (GTK_WIDGET (button), "win.import", ((Opened *) user_data)->path);
}

static Opened *
opened_new (MullBackupsPage *self, const char *path, AdwActionRow *loss)
{
  Opened *opened = g_new0 (Opened, 1);

  opened->page = self;
  opened->path = g_strdup (path);
  opened->loss = loss;
  return opened;
}

static char *
describe (MullBackupsPage *self, const MullBackupManifest *backup)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autofree char *deals = NULL;
  g_autofree char *contacts = NULL;
  g_autofree char *day = NULL;

  if (*backup->sha256 == '\0')
    return g_strdup (mull_backup_reason_label (backup->reason));
  deals = g_strdup_printf (ngettext ("%d deal", "%d deals", (gulong) backup->n_deals),
                           (int) backup->n_deals);
  contacts = g_strdup_printf (ngettext ("%d contact", "%d contacts", (gulong) backup->n_contacts),
                              (int) backup->n_contacts);
  if (backup->last_activity == 0)
    /* Translators: why a backup was made, "12 deals", "30 contacts" */
    return g_strdup_printf (_ ("%s · %s, %s"), mull_backup_reason_label (backup->reason), deals,
                            contacts);
  day = mull_day_format (mull_day_from_instant (backup->last_activity, zone));
  /* Translators: why a backup was made, "12 deals", "30 contacts", and a day */
  return g_strdup_printf (_ ("%s · %s, %s · last activity %s"),
                          mull_backup_reason_label (backup->reason), deals, contacts, day);
}

static GtkWidget *
make_mark (const MullBackupManifest *backup)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (backup->is_good ? "emblem-ok-symbolic"
                                                                  : "dialog-warning-symbolic");
  const char *text = backup->is_good ? _ ("Verified") : _ ("Not known to be good");

  gtk_widget_set_tooltip_text (mark, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (mark, backup->is_good ? "state-kept" : "state-dark");
  return mark;
}

static GtkWidget *
make_button (const char *label, const char *tooltip, GCallback callback, Opened *opened)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_data (button, "clicked", callback, opened, opened_free, 0);
  return button;
}

static GtkWidget *
make_row (MullBackupsPage *self, const MullBackupManifest *backup)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *inner = adw_action_row_new ();
  g_autofree char *title = dup_moment (self, backup->at);
  g_autofree char *subtitle = describe (self, backup);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_mark (backup));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (inner), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (inner),
                             make_button (_ ("_Look"), _ ("Open it in a window of its own"),
                                          G_CALLBACK (on_look_clicked_cb),
                                          opened_new (self, backup->path, NULL)));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (inner),
      make_button (_ ("_Restore"), _ ("Put it in the place of what is there; this can be undone"),
                   G_CALLBACK (on_restore_clicked_cb), opened_new (self, backup->path, NULL)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (on_expanded_cb),
                         opened_new (self, backup->path, ADW_ACTION_ROW (inner)), opened_free, 0);
  return row;
}

/* The second kind, after the copies of the database. */
static GtkWidget *
make_archive_row (MullBackupsPage *self, const MullShelvedArchive *archive)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_moment (self, archive->at);
  g_autofree char *size = g_format_size ((guint64) archive->size);
  g_autofree char *name = g_path_get_basename (archive->path);
  /* Translators: the size of a file, and its name */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("Archive that other programs can read, %s · %s"), size, name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_button (_ ("_Import"), _ ("See what is in it, and bring it beside what is there"),
                   G_CALLBACK (on_import_clicked_cb), opened_new (self, archive->path, NULL)));
  return row;
}

static void
show_list (MullBackupsPage *self)
{
  g_autoptr (GPtrArray) backups = mull_custody_list (self->workspace);
  g_autoptr (GPtrArray) archives = mull_custody_list_archives (self->workspace);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (self->rows, make_row (self, backups->pdata[i]));
  for (guint i = 0; i < archives->len; i++)
    g_ptr_array_add (self->rows, make_archive_row (self, archives->pdata[i]));
  if (self->rows->len == 0)
    {
      GtkWidget *none = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (none), _ ("There is no backup yet."));
      gtk_widget_add_css_class (none, "dim-label");
      g_ptr_array_add (self->rows, none);
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (self->list, self->rows->pdata[i]);
}

/* ── Making one ───────────────────────────────────────────────────────── */

static void
update_button (MullBackupsPage *self)
{
  gtk_widget_set_sensitive (self->back_up,
                            !mull_custodian_is_busy (mull_custodian_get (self->workspace)));
}

static void
on_back_up_clicked_cb (GtkButton *button, gpointer user_data)
{
  MullBackupsPage *self = user_data;

  mull_custodian_back_up (mull_custodian_get (self->workspace), MULL_BACKUP_MANUAL);
  update_button (self);
}

static void show_outside (MullBackupsPage *self);

static void
on_made_cb (MullCustodian *custodian, const char *path, gpointer user_data)
{
  MullBackupsPage *self = user_data;

  update_button (self);
  show_list (self);
  show_outside (self);
}

static void
on_failed_cb (MullCustodian *custodian, const GError *error, gpointer user_data)
{
  MullBackupsPage *self = user_data;

  /* The window says what happened. */
  update_button (self);
  show_list (self);
}

/* ── Outside ──────────────────────────────────────────────────────────── */

static void
show_outside (MullBackupsPage *self)
{
  g_autofree char *folder = mull_custody_dup_outside (self->workspace);
  gint64 at = mull_custody_get_outside_at (self->workspace);
  g_autofree char *shown = folder != NULL ? g_filename_display_name (folder) : NULL;
  g_autofree char *last = at != 0 ? dup_moment (self, at) : NULL;
  g_autofree char *subtitle = NULL;

  if (folder == NULL)
    subtitle = g_strdup (_ ("Nowhere yet: everything is on this computer only."));
  else if (at == 0)
    subtitle = g_strdup (shown);
  else
    /* Translators: a folder, and a day and time */
    subtitle = g_strdup_printf (_ ("%s\nLast copy: %s"), shown, last);
  adw_action_row_set_subtitle (self->outside, subtitle);
  gtk_widget_set_visible (self->outside_remove, folder != NULL);
}

static void
set_outside (MullBackupsPage *self, const char *folder)
{
  g_autoptr (GError) error = NULL;

  if (!mull_custody_set_outside (self->workspace, folder, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
  show_outside (self);
}

static void
on_folder_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullBackupsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      mull_file_picker_select_folder_finish (MULL_FILE_PICKER (source), result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->workspace != NULL)
    {
      set_outside (self, path);
      on_back_up_clicked_cb (NULL, self);
    }
  else if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
on_choose_clicked_cb (GtkButton *button, gpointer user_data)
{
  g_autoptr (MullFilePicker) picker = mull_file_picker_new (_ ("Folder for Copies"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  mull_file_picker_set_accept_label (picker, _ ("_Choose"));
  mull_file_picker_select_folder (picker, GTK_WINDOW (root), NULL, on_folder_picked,
                                  g_object_ref (user_data));
}

static void
on_remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  set_outside (user_data, NULL);
}

static void
add_outside (MullBackupsPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Choose…"));

  self->outside = ADW_ACTION_ROW (adw_action_row_new ());
  self->outside_remove = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Outside This Computer"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Each backup is also copied to a folder of your "
                                            "choice, such as one on a stick, whenever it "
                                            "is there. Whoever holds the stick can read it."));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->outside), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->outside), _ ("Copies go to"));
  adw_action_row_set_subtitle_lines (self->outside, 3);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->outside_remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->outside_remove, "flat");
  gtk_widget_set_tooltip_text (self->outside_remove, _ ("Copy to no folder any longer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outside_remove),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy to no folder any longer"),
                                  -1);
  g_signal_connect (choose, "clicked", G_CALLBACK (on_choose_clicked_cb), self);
  g_signal_connect (self->outside_remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
  adw_action_row_add_suffix (self->outside, self->outside_remove);
  adw_action_row_add_suffix (self->outside, choose);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->outside));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

/* ── A folder of others ───────────────────────────────────────────────── */

static void
add_sync (MullBackupsPage *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");

  self->sync = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->sync_row = ADW_ACTION_ROW (adw_action_row_new ());
  /* All of it. */
  adw_action_row_set_title_lines (self->sync_row, 0);
  adw_action_row_set_subtitle_lines (self->sync_row, 0);
  adw_action_row_add_prefix (self->sync_row, icon);
  adw_preferences_group_add (self->sync, GTK_WIDGET (self->sync_row));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->sync);
}

static void
show_sync (MullBackupsPage *self)
{
  g_autofree char *sentence = mull_sync_notice_dup_sentence (self->workspace);
  g_autofree char *advice = mull_sync_notice_dup_advice (self->workspace);

  gtk_widget_set_visible (GTK_WIDGET (self->sync), sentence != NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->sync_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sync_row),
                                 sentence != NULL ? sentence : "");
  adw_action_row_set_subtitle (self->sync_row, advice != NULL ? advice : "");
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_backups_page_dispose (GObject *object)
{
  MullBackupsPage *self = MULL_BACKUPS_PAGE (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_backups_page_parent_class)->dispose (object);
}

static void
mull_backups_page_finalize (GObject *object)
{
  g_ptr_array_unref (MULL_BACKUPS_PAGE (object)->rows);
  G_OBJECT_CLASS (mull_backups_page_parent_class)->finalize (object);
}

static void
mull_backups_page_class_init (MullBackupsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mull_backups_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mull_backups_page_finalize;
}

static void
mull_backups_page_init (MullBackupsPage *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Backups"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "drive-harddisk-symbolic");
  add_sync (self);
  add_outside (self);
  self->list = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->back_up = gtk_button_new_with_mnemonic (_ ("_Back Up Now"));
  gtk_widget_set_valign (self->back_up, GTK_ALIGN_CENTER);
  g_signal_connect (self->back_up, "clicked", G_CALLBACK (on_back_up_clicked_cb), self);
  adw_preferences_group_set_title (self->list, _ ("Backups"));
  adw_preferences_group_set_description (
      self->list, _ ("They are made by themselves, checked, and kept for most of a year."));
  adw_preferences_group_set_header_suffix (self->list, self->back_up);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->list);
}

/**
 * mull_backups_page_new:
 *
 * Returns: (transfer none): a page of the preferences
 */
MullBackupsPage *
mull_backups_page_new (MullWorkspace *workspace)
{
  MullBackupsPage *self = g_object_new (MULL_TYPE_BACKUPS_PAGE, NULL);
  MullCustodian *custodian = mull_custodian_get (workspace);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (custodian, "made", G_CALLBACK (on_made_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (custodian, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/**
 * mull_backups_page_refresh:
 *
 * Says what is there now. It is for the preferences, when they are opened, and not for each time
 * that the page is seen: their search finds these rows also before, and goes to one of them.
 */
void
mull_backups_page_refresh (MullBackupsPage *self)
{
  g_return_if_fail (MULL_IS_BACKUPS_PAGE (self));

  show_sync (self);
  show_outside (self);
  show_list (self);
  update_button (self);
}
