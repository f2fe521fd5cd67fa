/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-exception-row"

#include "config.h"

#include "mull-import-exception-row.h"

#include <glib/gi18n-lib.h>

struct _MullImportExceptionRow
{
  AdwPreferencesRow parent_instance;

  /* Borrowed */
  GtkLabel *label;
  GtkLabel *place;
  GtkDropDown *dropdown;

  guint line;
  MullImportRowState state;
  gboolean is_ready;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullImportExceptionRow, mull_import_exception_row, ADW_TYPE_PREFERENCES_ROW)

/* In the order in which they are offered; the first one is what happens without a word. */
static const MullImportChoice of_duplicate[] = { MULL_IMPORT_CHOICE_NEW,
                                                 MULL_IMPORT_CHOICE_EXISTING,
                                                 MULL_IMPORT_CHOICE_FILE };
static const MullImportChoice of_conflict[] = { MULL_IMPORT_CHOICE_EXISTING,
                                                MULL_IMPORT_CHOICE_FILE, MULL_IMPORT_CHOICE_NEW };

static const MullImportChoice *
get_choices (MullImportExceptionRow *self)
{
  return self->state == MULL_IMPORT_ROW_DUPLICATE ? of_duplicate : of_conflict;
}

static const char *
get_label (MullImportChoice choice)
{
  switch (choice)
    {
    case MULL_IMPORT_CHOICE_NEW:
      return _ ("Add as new");
    case MULL_IMPORT_CHOICE_EXISTING:
      return _ ("Keep what is here");
    case MULL_IMPORT_CHOICE_FILE:
      return _ ("Take what the file says");
    case MULL_IMPORT_CHOICE_DEFAULT:
      break;
    }
  g_return_val_if_reached ("");
}

static void
on_selected_cb (MullImportExceptionRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->dropdown);

  if (self->is_ready && selected < G_N_ELEMENTS (of_duplicate))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->line, (int) get_choices (self)[selected]);
}

static void
mull_import_exception_row_class_init (MullImportExceptionRowClass *klass)
{
  /**
   * MullImportExceptionRow::chosen:
   * @line: on which the row begins in the file
   * @choice: a #MullImportChoice
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static GtkLabel *
add_label (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

/* The sentences are long: what is chosen stands below them, where a narrow window shows it whole.
 */
static void
mull_import_exception_row_init (MullImportExceptionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->label = add_label (GTK_BOX (box));
  self->place = add_label (GTK_BOX (box));
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->place), "caption");
  self->dropdown = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->dropdown), GTK_ALIGN_START);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->dropdown),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, self->place,
                                  NULL, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dropdown));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_object (self->dropdown, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_exception (MullImportExceptionRow *self, const MullImportException *exception)
{
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (of_duplicate); i++)
    if (get_choices (self)[i] == exception->choice)
      selected = i;
  gtk_label_set_text (self->label, exception->text);
  self->is_ready = FALSE;
  gtk_drop_down_set_selected (self->dropdown, selected);
  self->is_ready = TRUE;
}

/**
 * mull_import_exception_row_new:
 * @exception: what is the matter with a row of a file
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
mull_import_exception_row_new (const MullImportException *exception)
{
  MullImportExceptionRow *self = g_object_new (MULL_TYPE_IMPORT_EXCEPTION_ROW, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *place = g_strdup_printf (_ ("Line %u"), exception->line);

  self->line = exception->line;
  self->state = exception->state;
  for (guint i = 0; i < G_N_ELEMENTS (of_duplicate); i++)
    gtk_string_list_append (labels, get_label (get_choices (self)[i]));
  gtk_label_set_text (self->place, place);
  gtk_drop_down_set_model (self->dropdown, G_LIST_MODEL (labels));
  show_exception (self, exception);
  return GTK_WIDGET (self);
}

/**
 * mull_import_exception_row_update:
 * @self: a row
 * @exception: what another check says
 *
 * Shows what is the matter now, so that whoever is at the row with the keyboard stays there.
 *
 * Returns: whether it is about the same row of the file; if not, nothing is done
 */
gboolean
mull_import_exception_row_update (MullImportExceptionRow *self,
                                  const MullImportException *exception)
{
  g_return_val_if_fail (MULL_IS_IMPORT_EXCEPTION_ROW (self), FALSE);

  if (self->line != exception->line || self->state != exception->state)
    return FALSE;
  show_exception (self, exception);
  return TRUE;
}
