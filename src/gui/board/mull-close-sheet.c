/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-close-sheet"

#include "config.h"

#include "mull-close-sheet.h"

#include "mull-date-entry.h"
#include "mull-deal-ops.h"
#include "mull-feedback.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullCloseSheet
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *heading;
  GtkLabel *words;
  GtkEntry *reason;
  GtkDropDown *heard;
  MullDateEntry *again;
  GtkButton *close_button;

  /* Borrowed: lives as long as the page that asks */
  MullWorkspace *workspace;

  gint64 deal_id;
  MullOutcome outcome;
  gboolean asking; /* the focus is to be taken when there is something to take it */
};

G_DEFINE_FINAL_TYPE (MullCloseSheet, mull_close_sheet, ADW_TYPE_BIN)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What helps to hear when a deal ends. */
static const char *
get_words (MullOutcome outcome)
{
  switch (outcome)
    {
    case MULL_OUTCOME_OPEN:
      break;
    case MULL_OUTCOME_WON:
      return _("Well done.");
    case MULL_OUTCOME_SAID_NO:
      return _("They told you, and that is worth having. Their reason, in their words, is what you "
               "keep from it.");
    case MULL_OUTCOME_WALKED_AWAY:
      return _("Stopping is a decision, too. The time goes to the deals that want it.");
    case MULL_OUTCOME_WENT_DARK:
      return _("You asked, and nobody answered. That is not a no: choose a day to knock again.");
    case MULL_OUTCOME_STOPPED:
      return _("Their project ended, not your work. Projects come back: choose a day to ask.");
    case MULL_OUTCOME_CHOSE_ANOTHER:
      return _("They had a reason. Ask for it while they remember, and wish them well.");
    }
  g_return_val_if_reached ("");
}

static void
finish (MullCloseSheet *self, gboolean closed)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, closed);
}

static void
on_cancel_clicked_cb (MullCloseSheet *self)
{
  finish (self, FALSE);
}

static void
on_close_clicked_cb (MullCloseSheet *self)
{
  g_autoptr (GError) error = NULL;
  MullClosing closing = MULL_CLOSING_INIT (self->outcome);

  closing.reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  closing.heard_no = (MullTernary) gtk_drop_down_get_selected (self->heard);
  if (!mull_date_entry_get_day (self->again, &closing.look_again_on, &error) ||
      !mull_deal_ops_close (self->workspace, self->deal_id, &closing, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  finish (self, TRUE);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  finish (MULL_CLOSE_SHEET (widget), FALSE);
  return TRUE;
}

static void
take_focus (MullCloseSheet *self)
{
  self->asking = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
mull_close_sheet_map (GtkWidget *widget)
{
  MullCloseSheet *self = MULL_CLOSE_SHEET (widget);

  GTK_WIDGET_CLASS (mull_close_sheet_parent_class)->map (widget);
  if (self->asking)
    take_focus (self);
}

static void
mull_close_sheet_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_CLOSE_SHEET);
  G_OBJECT_CLASS (mull_close_sheet_parent_class)->dispose (object);
}

static void
mull_close_sheet_class_init (MullCloseSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_close_sheet_dispose;
  widget_class->map = mull_close_sheet_map;

  /**
   * MullCloseSheet::done:
   * @closed: whether the deal was closed
   *
   * The sheet can go.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", MULL_TYPE_CLOSE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-close-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, words);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, reason);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, heard);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, again);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
mull_close_sheet_init (MullCloseSheet *self)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  mull_widget_name_drop_downs (GTK_WIDGET (self));
  for (int answer = MULL_TERNARY_UNKNOWN; answer <= MULL_TERNARY_NO; answer++)
    gtk_string_list_append (answers, mull_ternary_label (answer));
  gtk_drop_down_set_model (self->heard, G_LIST_MODEL (answers));
  mull_date_entry_set_label (self->again, _("Look again on"));
}

/**
 * mull_close_sheet_new:
 * @workspace: (transfer none): the data
 *
 * Returns: (transfer floating): the sheet
 */
MullCloseSheet *
mull_close_sheet_new (MullWorkspace *workspace)
{
  MullCloseSheet *self = g_object_new (MULL_TYPE_CLOSE_SHEET, NULL);

  self->workspace = workspace;
  return self;
}

/**
 * mull_close_sheet_ask:
 * @deal_id: which deal
 * @title: its title
 * @outcome: how it ended
 *
 * Begins anew for this deal.
 */
void
mull_close_sheet_ask (MullCloseSheet *self, gint64 deal_id, const char *title, MullOutcome outcome)
{
  g_autofree char *heading = NULL;

  g_return_if_fail (MULL_IS_CLOSE_SHEET (self));

  self->deal_id = deal_id;
  self->outcome = outcome;
  /* Translators: a deal is about to be closed: its title, and how it ended, as in “Went dark” */
  heading = g_strdup_printf (_("%s: %s"), title, mull_outcome_label (outcome));
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->words, get_words (outcome));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_drop_down_set_selected (self->heard, outcome == MULL_OUTCOME_SAID_NO ? MULL_TERNARY_YES
                                                                           : MULL_TERNARY_UNKNOWN);
  mull_date_entry_set_today (self->again, mull_workspace_get_today (self->workspace));
  mull_date_entry_set_text (self->again, "");
  self->asking = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_focus (self);
}
