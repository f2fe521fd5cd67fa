/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-erase-page"

#include "config.h"

#include "mull-erase-page.h"

#include "mull-erasure.h"
#include "mull-error.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-waiting.h"

#include <glib/gi18n-lib.h>

struct _MullErasePage
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *heading;
  GtkLabel *about;
  GtkWidget *plan;
  GtkWidget *stays_box;
  GtkWidget *copies_box;
  GtkLabel *goes;
  GtkLabel *stays;
  GtkLabel *copies_about;
  GtkListBox *copies;
  GtkButton *erase_button;
  GtkWidget *remove_button;
  GtkWidget *done_button;

  /* Owned */
  MullWorkspace *workspace;
  MullErasure *erasure;      /* once it is known what would go */
  GPtrArray *holders;        /* MullErasureHolder, as shown */
  GCancellable *cancellable; /* of what is being looked for, if anything is */

  gint64 person_id;
  guint again_id;
  gboolean is_done;
  gboolean is_busy; /* erasing, or deleting copies */
};

/* When it is looked again what would go, if somebody else needed the data. */
#define AGAIN_MILLISECONDS 300

typedef enum
{
  PROP_TITLE = 1
} MullErasePageProps;

static GParamSpec *props[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MullErasePage, mull_erase_page, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────── */

static void
set_lines (GtkLabel *label, char **lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", lines[i]);
  gtk_label_set_text (label, text->str);
}

static char *
describe_copy (MullErasePage *self, const MullErasureHolder *holder)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (self->workspace));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (holder->at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *day = mull_day_format (mull_day_from_instant (holder->at, zone));
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");

  if (holder->is_backup)
    /* Translators: a day and the time of the day */
    return g_strdup_printf (_ ("Backup of %s, %s"), day, time);
  /* Translators: a day and the time of the day */
  return g_strdup_printf (_ ("File of %s, %s"), day, time);
}

static void
add_copy (MullErasePage *self, guint index)
{
  const MullErasureHolder *holder = self->holders->pdata[index];
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();
  g_autofree char *title = describe_copy (self, holder);
  g_autofree char *path = g_filename_display_name (holder->path);

  mull_fact_row_set_text (MULL_FACT_ROW (fact), title, path);
  mull_fact_row_set_note (MULL_FACT_ROW (fact), NULL, NULL, NULL);
  if (self->is_done)
    mull_fact_row_set_button (MULL_FACT_ROW (fact), _ ("Delete"), "erase.remove",
                              g_variant_new_uint32 (index));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "today-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->copies, row);
}

/* ── Looking beside the main loop ─────────────────────────────────────── */

/* Something that is looked for. */
typedef struct
{
  MullErasePage *page; /* weak */
  GCancellable *cancellable;
} Look;

static void
stop_looking (MullErasePage *self)
{
  g_clear_handle_id (&self->again_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static Look *
look_new (MullErasePage *page)
{
  Look *self = g_new0 (Look, 1);

  stop_looking (page);
  page->cancellable = g_cancellable_new ();
  g_set_weak_pointer (&self->page, page);
  self->cancellable = g_object_ref (page->cancellable);
  return self;
}

/* @look: (transfer full)
 * Returns: (transfer full) (nullable): the page, if it still wants to know */
static MullErasePage *
end_look (Look *look)
{
  MullErasePage *page = g_cancellable_is_cancelled (look->cancellable) ? NULL : look->page;

  g_clear_weak_pointer (&look->page);
  g_object_unref (look->cancellable);
  g_free (look);
  if (page == NULL)
    return NULL;
  g_clear_object (&page->cancellable);
  return g_object_ref (page);
}

/* One of those that hold them may be the only backup. */
static gboolean
can_remove_all (MullErasePage *self)
{
  return self->is_done && self->erasure->has_clean_backup && self->holders->len > 0;
}

static void
clear_copies (MullErasePage *self)
{
  GtkListBoxRow *row;

  g_clear_pointer (&self->holders, g_ptr_array_unref);
  while ((row = gtk_list_box_get_row_at_index (self->copies, 0)) != NULL)
    gtk_list_box_remove (self->copies, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->copies), FALSE);
  gtk_widget_set_visible (self->remove_button, FALSE);
}

/* @holders: (transfer full) */
static void
show_holders (MullErasePage *self, GPtrArray *holders)
{
  const char *about;

  clear_copies (self);
  self->holders = holders;
  for (guint i = 0; i < self->holders->len; i++)
    add_copy (self, i);
  if (self->holders->len == 0)
    about = self->is_done ? _ ("No backup and no other copy holds them any more.")
                          : _ ("None yet. A backup is made before, and you can delete it then.");
  else if (self->is_done && self->erasure->has_clean_backup)
    about = _ ("These still hold them, or cannot be looked into. A backup without them was made "
               "just now, so these can go.");
  else if (self->is_done)
    about = _ ("These still hold them, or cannot be looked into. A backup without them could not "
               "be made, so keep one of these until there is one: make a backup in the "
               "preferences.");
  else
    about = _ ("These hold them, too. A further backup is made before. You can delete all of them "
               "then.");
  gtk_label_set_text (self->copies_about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->copies), self->holders->len > 0);
  gtk_widget_set_visible (self->remove_button, can_remove_all (self));
}

static void
on_holders_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullErasePage) self = end_look (user_data);
  GPtrArray *holders = mull_erasure_find_holders_finish (result, NULL);

  if (self != NULL && holders != NULL)
    show_holders (self, holders);
  else
    g_clear_pointer (&holders, g_ptr_array_unref);
}

/* Each copy is looked into, so it takes its time. */
static void
show_copies (MullErasePage *self)
{
  Look *look = look_new (self);

  clear_copies (self);
  gtk_label_set_text (self->copies_about, _ ("Looking which of them hold them…"));
  mull_erasure_find_holders_async (self->workspace, self->erasure, look->cancellable,
                                   on_holders_found_cb, look);
}

static const char *
get_about (MullErasePage *self)
{
  if (!self->is_done)
    return _ ("This is the one change that cannot be undone. To delete somebody and be able to "
              "bring them back, use Delete instead.");
  if (!self->erasure->is_emptied)
    return _ ("They are gone from the data. The log of the data file, which may still hold them, "
              "could not be emptied; that is done when you quit Mulligan.");
  return _ ("The data file no longer holds them anywhere.");
}

static void
show (MullErasePage *self)
{
  g_autofree char *name = mull_text_strip_bidi (self->erasure->name);
  g_auto (GStrv) goes = mull_erasure_list_goes (self->erasure);
  g_auto (GStrv) stays = mull_erasure_list_stays (self->workspace, self->erasure);
  g_autofree char *heading =
      /* Translators: %s is the name of a person */
      g_strdup_printf (self->is_done ? _ ("“%s” is erased") : _ ("Erase “%s” for good?"), name);
  /* Translators: a button; %s is the name of a person */
  g_autofree char *button = g_strdup_printf (_ ("Erase “%s”"), name);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->about, get_about (self));
  set_lines (self->goes, goes);
  set_lines (self->stays, stays);
  gtk_button_set_label (self->erase_button, button);
  gtk_widget_set_visible (self->plan, !self->is_done);
  gtk_widget_set_visible (self->stays_box, TRUE);
  gtk_widget_set_visible (self->copies_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->erase_button), !self->is_done);
  gtk_widget_set_visible (self->done_button, self->is_done);
  show_copies (self);
}

/* ── What would go ────────────────────────────────────────────────────── */

static void plan (MullErasePage *self);

static gboolean
on_plan_again_cb (gpointer user_data)
{
  MullErasePage *self = user_data;

  self->again_id = 0;
  plan (self);
  return G_SOURCE_REMOVE;
}

static void
on_planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullErasePage) self = end_look (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullErasure) erasure =
      mull_erasure_new_finish (MULL_WORKSPACE (source), result, &error);

  if (self == NULL)
    return;
  if (erasure != NULL)
    {
      self->erasure = g_steal_pointer (&erasure);
      show (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
           g_error_matches (error, MULL_ERROR, MULL_ERROR_BUSY))
    self->again_id = g_timeout_add (AGAIN_MILLISECONDS, on_plan_again_cb, self);
  else
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* All that is written anywhere is read for it. */
static void
plan (MullErasePage *self)
{
  Look *look = look_new (self);

  mull_erasure_new_async (self->workspace, self->person_id, look->cancellable, on_planned_cb, look);
}

static void
show_planning (MullErasePage *self)
{
  gtk_label_set_text (self->heading, _ ("Looking at what would go…"));
  gtk_label_set_text (self->about, "");
  gtk_widget_set_visible (self->plan, FALSE);
  gtk_widget_set_visible (self->stays_box, FALSE);
  gtk_widget_set_visible (self->copies_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->erase_button), FALSE);
  gtk_widget_set_visible (self->done_button, FALSE);
  clear_copies (self);
}

/* ── Doing it ─────────────────────────────────────────────────────────── */

/* Something that is done. */
typedef struct
{
  MullErasePage *page;  /* owned */
  MullWaiting *waiting; /* owned */
} Work;

static Work *
work_new (MullErasePage *page, const char *heading, double no_return)
{
  Work *self = g_new0 (Work, 1);

  stop_looking (page);
  page->is_busy = TRUE;
  self->page = g_object_ref (page);
  self->waiting = mull_waiting_new (GTK_WIDGET (page), heading, no_return);
  return self;
}

/* @work: (transfer full)
 * Returns: (transfer full) (nullable): the page, if it is still there */
static MullErasePage *
end_work (Work *work)
{
  g_autoptr (MullErasePage) page = work->page;

  mull_waiting_free (work->waiting);
  g_free (work);
  page->is_busy = FALSE;
  return page->workspace != NULL ? g_steal_pointer (&page) : NULL;
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullErasePage) self = end_work (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = mull_erasure_run_finish (MULL_WORKSPACE (source), result, &error);

  if (self == NULL)
    return;
  if (!done)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        mull_feedback_error (GTK_WIDGET (self), error);
      show_copies (self);
      return;
    }
  self->is_done = TRUE;
  show (self);
  gtk_widget_grab_focus (self->done_button);
}

static void
erase_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullErasePage *self = MULL_ERASE_PAGE (widget);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  Work *work;

  if (self->erasure == NULL || self->is_done || self->is_busy)
    return;
  name = mull_text_strip_bidi (self->erasure->name);
  /* Translators: %s is the name of a person */
  heading = g_strdup_printf (_ ("Erasing “%s”"), name);
  work = work_new (self, heading, MULL_ERASURE_NO_RETURN);
  mull_erasure_run_async (self->workspace, self->erasure,
                          mull_waiting_get_cancellable (work->waiting), mull_waiting_on_progress,
                          work->waiting, on_erased_cb, work);
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MullErasePage) self = end_work (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = mull_erasure_remove_finish (MULL_WORKSPACE (source), result, &error);

  if (self == NULL)
    return;
  if (!done)
    mull_feedback_error (GTK_WIDGET (self), error);
  show_copies (self);
  gtk_widget_grab_focus (self->done_button);
}

/* From @first to before @end. What is deleted is deleted: there is nothing to be stopped. */
static void
remove_copies (MullErasePage *self, guint first, guint end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  Work *work = work_new (self, _ ("Deleting the Copies"), 0);

  for (guint i = first; i < end; i++)
    g_strv_builder_add (builder, ((MullErasureHolder *) self->holders->pdata[i])->path);
  paths = g_strv_builder_end (builder);
  mull_erasure_remove_async (self->workspace, self->erasure, (const char *const *) paths,
                             mull_waiting_on_progress, work->waiting, on_removed_cb, work);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullErasePage *self = MULL_ERASE_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (self->holders != NULL && index < self->holders->len && !self->is_busy)
    remove_copies (self, index, index + 1);
}

static void
remove_all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullErasePage *self = MULL_ERASE_PAGE (widget);

  if (self->holders != NULL && can_remove_all (self) && !self->is_busy)
    remove_copies (self, 0, self->holders->len);
}

/* ── Class ────────────────────────────────────────────────────────────── */

static void
mull_erase_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullErasePageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, _ ("Erase for Good"));
      break;
    }
}

static void
mull_erase_page_dispose (GObject *object)
{
  MullErasePage *self = MULL_ERASE_PAGE (object);

  stop_looking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_ERASE_PAGE);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_pointer (&self->erasure, mull_erasure_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_erase_page_parent_class)->dispose (object);
}

static void
mull_erase_page_class_init (MullErasePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_erase_page_dispose;
  object_class->get_property = mull_erase_page_get_property;

  /**
   * MullErasePage:title:
   *
   * The title of the window while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/trash/mull-erase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, heading);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, about);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, plan);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, stays_box);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, copies_box);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, goes);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, stays);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, copies_about);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, copies);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, erase_button);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, remove_button);
  gtk_widget_class_bind_template_child (widget_class, MullErasePage, done_button);
  gtk_widget_class_install_action (widget_class, "erase.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "erase.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "erase.remove-all", NULL, remove_all_action);
}

static void
mull_erase_page_init (MullErasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_erase_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullErasePage *
mull_erase_page_new (MullWorkspace *workspace)
{
  MullErasePage *self = g_object_new (MULL_TYPE_ERASE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

/**
 * mull_erase_page_open:
 * @person_id: who is to be erased
 * @error: return location
 *
 * Shows what erasing them would mean. Nothing is changed yet.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such person
 */
gboolean
mull_erase_page_open (MullErasePage *self, gint64 person_id, GError **error)
{
  g_return_val_if_fail (MULL_IS_ERASE_PAGE (self) && person_id != 0, FALSE);

  if (!mull_erasure_check (self->workspace, person_id, error))
    return FALSE;
  g_clear_pointer (&self->erasure, mull_erasure_free);
  self->person_id = person_id;
  self->is_done = FALSE;
  show_planning (self);
  plan (self);
  return TRUE;
}
