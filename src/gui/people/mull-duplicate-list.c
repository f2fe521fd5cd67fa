/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-duplicate-list"

#include "config.h"

#include "mull-duplicate-list.h"

#include "mull-duplicate-scan.h"
#include "mull-fact-row.h"
#include "mull-feedback.h"
#include "mull-text.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullDuplicateList
{
  AdwBin parent_instance;

  /* Template children */
  GtkListBox *rows;
  GtkLabel *state;

  /* Owned */
  MullDuplicateScan *scan; /* nullable */

  gboolean companies;
  guint n_shown;
  guint scan_id;
};

G_DEFINE_FINAL_TYPE (MullDuplicateList, mull_duplicate_list, ADW_TYPE_BIN)

static char *
dup_half (const MullDuplicatePair *pair, guint index)
{
  g_autoptr (GString) text = g_string_new (pair->names[index]);

  mull_text_append_part (text, pair->abouts[index]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (MullDuplicateList *self, const MullDuplicatePair *pair)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *fact = mull_fact_row_new ();
  g_autofree char *first = dup_half (pair, 0);
  g_autofree char *second = dup_half (pair, 1);

  mull_fact_row_set_text (MULL_FACT_ROW (fact), first, second);
  mull_fact_row_set_avatar (MULL_FACT_ROW (fact), pair->names[0]);
  mull_fact_row_set_note (MULL_FACT_ROW (fact), NULL, mull_duplicate_mark_label (pair->mark),
                          "state-theirs");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), fact);
  gtk_widget_add_css_class (row, "today-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, first,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second, -1);
  gtk_list_box_append (self->rows, row);
}

static void
show_state (MullDuplicateList *self, gboolean more)
{
  GPtrArray *pairs = mull_duplicate_scan_get_pairs (self->scan);
  const char *text = "";

  if (more)
    text = _ ("Looking for who is here twice…");
  else if (pairs->len == 0)
    text = _ ("Nobody seems to be here twice.");
  else if (pairs->len == MULL_DUPLICATE_SCAN_MAX)
    text = _ ("There are more. They come when these are settled.");
  gtk_label_set_text (self->state, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *text != '\0');
}

static gboolean
on_idle_cb (gpointer user_data)
{
  MullDuplicateList *self = user_data;
  GPtrArray *pairs = mull_duplicate_scan_get_pairs (self->scan);
  g_autoptr (GError) error = NULL;
  gboolean more;

  if (!mull_duplicate_scan_step (self->scan, &more, &error))
    {
      self->scan_id = 0;
      mull_feedback_error (GTK_WIDGET (self), error);
      return G_SOURCE_REMOVE;
    }
  for (; self->n_shown < pairs->len; self->n_shown++)
    add_row (self, pairs->pdata[self->n_shown]);
  show_state (self, more);
  if (more)
    return G_SOURCE_CONTINUE;
  self->scan_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_rows_row_activated_cb (MullDuplicateList *self, GtkListBoxRow *row)
{
  GPtrArray *pairs = mull_duplicate_scan_get_pairs (self->scan);
  const MullDuplicatePair *pair = pairs->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self),
                              self->companies ? "win.merge-companies" : "win.merge-people", "(xx)",
                              pair->ids[0], pair->ids[1]);
}

static void
clear (MullDuplicateList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  self->n_shown = 0;
}

static void
mull_duplicate_list_dispose (GObject *object)
{
  MullDuplicateList *self = MULL_DUPLICATE_LIST (object);

  mull_duplicate_list_stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_DUPLICATE_LIST);
  g_clear_pointer (&self->scan, mull_duplicate_scan_free);
  G_OBJECT_CLASS (mull_duplicate_list_parent_class)->dispose (object);
}

static void
mull_duplicate_list_class_init (MullDuplicateListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_duplicate_list_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-duplicate-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MullDuplicateList, rows);
  gtk_widget_class_bind_template_child (widget_class, MullDuplicateList, state);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_row_activated_cb);
}

static void
mull_duplicate_list_init (MullDuplicateList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_duplicate_list_look:
 * @companies: companies instead of people
 *
 * Begins to look anew.
 */
void
mull_duplicate_list_look (MullDuplicateList *self, MullWorkspace *workspace, gboolean companies)
{
  g_return_if_fail (MULL_IS_DUPLICATE_LIST (self));

  mull_duplicate_list_stop (self);
  clear (self);
  g_clear_pointer (&self->scan, mull_duplicate_scan_free);
  self->scan = mull_duplicate_scan_new (workspace, companies);
  self->companies = companies;
  show_state (self, TRUE);
  self->scan_id = mull_workspace_add_idle (workspace, G_PRIORITY_LOW, on_idle_cb, self);
}

/**
 * mull_duplicate_list_stop:
 *
 * Looks no further. What was found stays.
 */
void
mull_duplicate_list_stop (MullDuplicateList *self)
{
  g_return_if_fail (MULL_IS_DUPLICATE_LIST (self));

  g_clear_handle_id (&self->scan_id, g_source_remove);
}
