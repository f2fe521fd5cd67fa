/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-merge-chooser"

#include "config.h"

#include "mull-merge-chooser.h"

#include "mull-contact-list.h"
#include "mull-contact-ops.h"
#include "mull-duplicates.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-text.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

#define N_LIKELY 10
#define N_FOUND 50

struct _MullMergeChooser
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *question;
  GtkWidget *likely_heading;
  GtkListBox *likely;
  GtkEditable *search;
  GtkListBox *found;

  /* Owned */
  MullWorkspace *workspace;
  GArray *likely_ids;
  GArray *found_ids;

  gboolean companies;
  gint64 id;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullMergeChooser, mull_merge_chooser, ADW_TYPE_BIN)

static void
clear (GtkListBox *list, GArray *ids)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  g_array_set_size (ids, 0);
}

static void
add (GtkListBox *list, GArray *ids, gint64 id, const char *name, const char *about)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();

  mull_fact_row_set_text (MULL_FACT_ROW (fact), name, *about != '\0' ? about : NULL);
  mull_fact_row_set_avatar (MULL_FACT_ROW (fact), name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_widget_add_css_class (row, "today-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  gtk_list_box_append (list, row);
  g_array_append_val (ids, id);
}

static gboolean
show_likely (MullMergeChooser *self, GError **error)
{
  g_autoptr (GPtrArray) likely =
      mull_duplicates_find_of (self->workspace, self->companies, self->id, N_LIKELY, error);

  if (likely == NULL)
    return FALSE;
  clear (self->likely, self->likely_ids);
  for (guint i = 0; i < likely->len; i++)
    {
      const MullDuplicate *duplicate = likely->pdata[i];
      g_autoptr (GString) about = g_string_new (duplicate->about);

      mull_text_append_part (about, mull_duplicate_mark_label (duplicate->mark));
      add (self->likely, self->likely_ids, duplicate->id, duplicate->name, about->str);
    }
  gtk_widget_set_visible (self->likely_heading, likely->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->likely), likely->len > 0);
  return TRUE;
}

static void
show_found (MullMergeChooser *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  clear (self->found, self->found_ids);
  gtk_widget_set_visible (GTK_WIDGET (self->found), *text != '\0');
  if (*text == '\0')
    return;
  found = mull_contact_list_find (self->workspace, self->companies, text, N_FOUND, &error);
  if (found == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < found->len; i++)
    {
      const MullContactListRow *row = found->pdata[i];

      if (row->id != self->id)
        add (self->found, self->found_ids, row->id, row->name, row->about);
    }
}

static void
on_search_changed_cb (MullMergeChooser *self)
{
  if (self->workspace != NULL)
    show_found (self);
}

static void
choose (MullMergeChooser *self, GArray *ids, int index)
{
  if (index >= 0 && (guint) index < ids->len)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_array_index (ids, gint64, index));
}

/* Enter takes the first one. */
static void
on_search_activate_cb (MullMergeChooser *self)
{
  choose (self, self->found_ids, 0);
}

static void
on_likely_row_activated_cb (MullMergeChooser *self, GtkListBoxRow *row)
{
  choose (self, self->likely_ids, gtk_list_box_row_get_index (row));
}

static void
on_found_row_activated_cb (MullMergeChooser *self, GtkListBoxRow *row)
{
  choose (self, self->found_ids, gtk_list_box_row_get_index (row));
}

static gboolean
mull_merge_chooser_grab_focus (GtkWidget *widget)
{
  MullMergeChooser *self = MULL_MERGE_CHOOSER (widget);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->likely, 0);

  return gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : GTK_WIDGET (self->search));
}

static void
mull_merge_chooser_dispose (GObject *object)
{
  MullMergeChooser *self = MULL_MERGE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_MERGE_CHOOSER);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->likely_ids, g_array_unref);
  g_clear_pointer (&self->found_ids, g_array_unref);
  G_OBJECT_CLASS (mull_merge_chooser_parent_class)->dispose (object);
}

static void
mull_merge_chooser_class_init (MullMergeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_merge_chooser_dispose;
  widget_class->grab_focus = mull_merge_chooser_grab_focus;

  /**
   * MullMergeChooser::chosen:
   * @id: the person or company that may be the same
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-merge-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MullMergeChooser, question);
  gtk_widget_class_bind_template_child (widget_class, MullMergeChooser, likely_heading);
  gtk_widget_class_bind_template_child (widget_class, MullMergeChooser, likely);
  gtk_widget_class_bind_template_child (widget_class, MullMergeChooser, search);
  gtk_widget_class_bind_template_child (widget_class, MullMergeChooser, found);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, mull_widget_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_likely_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_row_activated_cb);
}

static void
mull_merge_chooser_init (MullMergeChooser *self)
{
  self->likely_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->found_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_merge_chooser_open:
 * @companies: a company instead of a person
 * @id: who stays
 *
 * Asks who is the same.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is nobody by that id
 */
gboolean
mull_merge_chooser_open (MullMergeChooser *self,
                         MullWorkspace *workspace,
                         gboolean companies,
                         gint64 id,
                         GError **error)
{
  g_autoptr (MullCompany) company = companies ? mull_company_load (workspace, id, error) : NULL;
  g_autoptr (MullPerson) person = companies ? NULL : mull_person_load (workspace, id, error);
  g_autofree char *question = NULL;

  g_return_val_if_fail (MULL_IS_MERGE_CHOOSER (self), FALSE);

  if (company == NULL && person == NULL)
    return FALSE;
  g_set_object (&self->workspace, workspace);
  self->companies = companies;
  self->id = id;
  question = companies
                 /* Translators: the name of a company */
                 ? g_strdup_printf (_ ("Which company is the same as “%s”?"), company->name)
                 /* Translators: the name of a person */
                 : g_strdup_printf (_ ("Who is the same person as “%s”?"), person->name);
  gtk_label_set_text (self->question, question);
  gtk_editable_set_text (self->search, "");
  show_found (self);
  return show_likely (self, error);
}
