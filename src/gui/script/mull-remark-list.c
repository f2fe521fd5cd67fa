/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-remark-list"

#include "config.h"

#include "mull-remark-list.h"

#include <glib/gi18n-lib.h>

struct _MullRemarkList
{
  AdwBin parent_instance;

  /* Borrowed: the child */
  GtkListBox *rows;

  /* Owned */
  MullScriptComposition *composition;
  /* In the order of the rows; the remarks belong to @composition */
  GPtrArray *remarks;
};

G_DEFINE_FINAL_TYPE (MullRemarkList, mull_remark_list, ADW_TYPE_BIN)

static guint picked_signal;

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (MullRemarkList *self, const char *where, const MullRemark *remark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* Translators: a part of the script, and the category of a remark about it */
  g_autofree char *place =
      g_strdup_printf (_ ("%1$s · %2$s"), where, mull_remark_category_get_name (remark->category));
  g_autofree char *reason =
      remark->of_words
          /* Translators: words that the reviewer marks, and why */
          ? g_strdup_printf (_ ("“%1$s”: %2$s"), remark->words, remark->reason)
          : g_strdup (remark->reason);
  g_autofree char *label = g_strdup_printf ("%s: %s %s", place, reason, remark->suggestion);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), new_label (place, "beat-title"));
  gtk_box_append (GTK_BOX (box), new_label (reason, "remark-reason"));
  gtk_box_append (GTK_BOX (box), new_label (remark->suggestion, "remark-suggestion"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->rows, row);
  g_ptr_array_add (self->remarks, (gpointer) remark);
}

static void
on_rows_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, MullRemarkList *self)
{
  guint i = (guint) gtk_list_box_row_get_index (row);

  if (i < self->remarks->len)
    g_signal_emit (self, picked_signal, 0, self->remarks->pdata[i]);
}

static void
mull_remark_list_finalize (GObject *object)
{
  MullRemarkList *self = MULL_REMARK_LIST (object);

  g_ptr_array_unref (self->remarks);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  G_OBJECT_CLASS (mull_remark_list_parent_class)->finalize (object);
}

static void
mull_remark_list_class_init (MullRemarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_remark_list_finalize;

  /**
   * MullRemarkList::picked:
   * @remark: a #MullRemark, valid during the emission
   *
   * The rep wants to see what a remark is about.
   */
  picked_signal = g_signal_new ("picked", MULL_TYPE_REMARK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mull_remark_list_init (MullRemarkList *self)
{
  self->remarks = g_ptr_array_new ();
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "remarks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what the reviewer says about a script */
                                  _ ("Remarks"), -1);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (on_rows_row_activated_cb), self,
                           G_CONNECT_DEFAULT);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

/**
 * mull_remark_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
MullRemarkList *
mull_remark_list_new (void)
{
  return g_object_new (MULL_TYPE_REMARK_LIST, NULL);
}

/**
 * mull_remark_list_show:
 * @composition: (transfer none): a script
 *
 * Shows what the reviewer says about it.
 */
void
mull_remark_list_show (MullRemarkList *self, MullScriptComposition *composition)
{
  GtkWidget *row;

  g_return_if_fail (MULL_IS_REMARK_LIST (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  g_ptr_array_set_size (self->remarks, 0);
  mull_script_composition_ref (composition);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  self->composition = composition;
  for (guint i = 0; i < composition->beats->len; i++)
    {
      const MullComposedBeat *beat = g_ptr_array_index (composition->beats, i);

      for (guint j = 0; j < beat->remarks->len; j++)
        add_row (self, beat->beat->title, g_ptr_array_index (beat->remarks, j));
    }
  for (guint i = 0; i < composition->message->remarks->len; i++)
    add_row (self, composition->message->beat->title,
             g_ptr_array_index (composition->message->remarks, i));
}

/**
 * mull_remark_list_get_n_shown:
 *
 * Returns: how many remarks there are
 */
guint
mull_remark_list_get_n_shown (MullRemarkList *self)
{
  g_return_val_if_fail (MULL_IS_REMARK_LIST (self), 0);

  return self->remarks->len;
}
