/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-close-sheet"

#include "config.h"

#include "mull-close-sheet.h"

#include "mull-close-rules.h"
#include "mull-columns.h"
#include "mull-date-entry.h"
#include "mull-deal-ops.h"
#include "mull-done.h"
#include "mull-dossier.h"
#include "mull-feedback.h"
#include "mull-script-desk.h"
#include "mull-script-facts.h"
#include "mull-text-limit.h"
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
  GtkWidget *heard_label;
  GtkDropDown *heard;
  GtkWidget *again_label;
  MullDateEntry *again;
  GtkWidget *event_label;
  GtkEntry *event;
  GtkWidget *stuck;
  GtkWidget *gate;
  GtkLabel *gate_label;
  GtkWidget *ask_button;
  GtkExpander *message_box;
  GtkLabel *ring;
  GtkTextView *message;
  GtkLabel *problem;
  GtkButton *close_button;

  /* Borrowed: lives as long as the page that asks */
  MullWorkspace *workspace;

  char *title;
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
set_problem (MullCloseSheet *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* Over the window below, if the sheet has one of its own. */
static void
tell (MullCloseSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *below = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  mull_done_toast (below != NULL ? GTK_WIDGET (below) : GTK_WIDGET (self), MULL_DONE_CLOSED,
                   self->title, mull_outcome_label (self->outcome));
}

static void
on_close_clicked_cb (MullCloseSheet *self)
{
  g_autoptr (GError) error = NULL;
  MullClosing closing = MULL_CLOSING_INIT (self->outcome);

  closing.reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  closing.look_again_if = gtk_editable_get_text (GTK_EDITABLE (self->event));
  if (mull_close_asks_heard_no (self->outcome, MULL_TERNARY_UNKNOWN))
    closing.heard_no = (MullTernary) gtk_drop_down_get_selected (self->heard);
  if (!mull_date_entry_get_day (self->again, &closing.look_again_on, &error) ||
      !mull_deal_ops_close (self->workspace, self->deal_id, &closing, &error))
    {
      set_problem (self, error->message);
      return;
    }
  tell (self);
  finish (self, TRUE);
}

static void
on_copy_clicked_cb (MullCloseSheet *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->message);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  mull_feedback_toast (GTK_WIDGET (self), _ ("Copied"));
}

/* The sheet goes, and the window below it goes on. */
static void
go_on (MullCloseSheet *self, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (parameter);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *below = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;
  GtkWidget *from = below != NULL ? GTK_WIDGET (below) : GTK_WIDGET (root);

  g_object_ref (from);
  finish (self, FALSE);
  gtk_widget_activate_action_variant (from, action, owned);
  g_object_unref (from);
}

/* Whoever was never asked cannot have failed to answer; the deal page asks. */
static void
on_ask_clicked_cb (MullCloseSheet *self)
{
  go_on (self, "win.ask-hard-question", g_variant_new_int64 (self->deal_id));
}

static void
on_stuck_clicked_cb (MullCloseSheet *self)
{
  go_on (self, "win.open-roadblock", g_variant_new ("(xx)", self->deal_id, G_GINT64_CONSTANT (0)));
}

/* Nobody said no: then it may only be stuck. */
static void
on_heard_selected_notify_cb (MullCloseSheet *self)
{
  gtk_widget_set_visible (self->stuck,
                          mull_close_asks_heard_no (self->outcome, MULL_TERNARY_UNKNOWN) &&
                              gtk_drop_down_get_selected (self->heard) == MULL_TERNARY_NO);
}

static void
on_walk_away_clicked_cb (MullCloseSheet *self)
{
  g_autofree char *title = g_strdup (self->title);

  mull_close_sheet_ask (self, self->deal_id, title, MULL_OUTCOME_WALKED_AWAY);
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
  g_clear_pointer (&MULL_CLOSE_SHEET (object)->title, g_free);
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
  g_type_ensure (MULL_TYPE_COLUMNS);
  g_type_ensure (MULL_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-close-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, words);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, reason);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, heard);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, again);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, heard_label);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, again_label);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, event_label);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, event);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, stuck);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, gate);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, gate_label);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, ask_button);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, message_box);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, ring);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, message);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, problem);
  gtk_widget_class_bind_template_child (widget_class, MullCloseSheet, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stuck_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_heard_selected_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_walk_away_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
on_refused (gpointer self, const GError *error)
{
  set_problem (self, error->message);
}

static void
mull_close_sheet_init (MullCloseSheet *self)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  mull_text_limit_install (self->message, _ ("The last message"), on_refused, self);
  mull_widget_make_ready (GTK_WIDGET (self));
  for (int answer = MULL_TERNARY_UNKNOWN; answer <= MULL_TERNARY_NO; answer++)
    gtk_string_list_append (answers, mull_ternary_label (answer));
  gtk_drop_down_set_model (self->heard, G_LIST_MODEL (answers));
  mull_date_entry_set_label (self->again, _ ("Look again on"));
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

/* Gone dark has a gate: what stands in its way, and the two ways round it. */
static void
show_gate (MullCloseSheet *self, MullDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  gboolean passes = mull_close_check (self->outcome, dossier->questions, dossier->today, &error);
  MullDarkGate gate = mull_close_get_dark_gate (dossier->questions, dossier->today);

  gtk_widget_set_visible (self->gate, !passes);
  gtk_label_set_text (self->gate_label, passes ? "" : error->message);
  gtk_widget_set_visible (self->ask_button, gate == MULL_DARK_GATE_UNASKED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button), passes);
}

static void
show_message (MullCloseSheet *self, MullDossier *dossier)
{
  const MullDossierPerson *person = dossier->people->len > 0 ? dossier->people->pdata[0] : NULL;
  g_autoptr (MullScriptFacts) facts =
      mull_script_facts_new (mull_workspace_get_now (self->workspace),
                             mull_clock_get_zone (mull_workspace_get_clock (self->workspace)));
  g_autofree char *name = NULL;
  g_autofree char *me = mull_workspace_dup_setting (self->workspace, MULL_SCRIPT_DESK_MY_NAME);
  g_autofree char *text = NULL;
  g_autofree char *ring = NULL;

  mull_set_text (&facts->name, person != NULL ? person->person->name : "");
  name = mull_script_facts_dup_first_name (facts);
  text = mull_close_draft_message (self->outcome, name, dossier->deal->title, me != NULL ? me : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_box), text != NULL);
  gtk_expander_set_expanded (self->message_box, FALSE);
  if (text == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->message), text, -1);
  ring =
      person != NULL && person->phone != NULL
          /* Translators: a name and a telephone number */
          ? g_strdup_printf (_ ("Ring first, if you can: %1$s, %2$s. A message may stay unsent."),
                             person->person->name, person->phone)
          : g_strdup (_ ("Ring first, if you can. A message may stay unsent."));
  gtk_label_set_text (self->ring, ring);
}

static void
show_questions (MullCloseSheet *self)
{
  gboolean lost = self->outcome != MULL_OUTCOME_WON;
  gboolean asks = mull_close_asks_heard_no (self->outcome, MULL_TERNARY_UNKNOWN);

  gtk_widget_set_visible (self->heard_label, asks);
  gtk_widget_set_visible (GTK_WIDGET (self->heard), asks);
  gtk_widget_set_visible (self->again_label, lost);
  gtk_widget_set_visible (GTK_WIDGET (self->again), lost);
  gtk_widget_set_visible (self->event_label, lost);
  gtk_widget_set_visible (GTK_WIDGET (self->event), lost);
  on_heard_selected_notify_cb (self);
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
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MULL_IS_CLOSE_SHEET (self));

  self->deal_id = deal_id;
  self->outcome = outcome;
  if (title != self->title)
    {
      g_free (self->title);
      self->title = g_strdup (title);
    }
  /* Translators: a deal is about to be closed: its title, and how it ended, as in “Went dark” */
  heading = g_strdup_printf (_ ("%s: %s"), title, mull_outcome_label (outcome));
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->words, mull_close_get_words (outcome));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_editable_set_text (GTK_EDITABLE (self->event), "");
  gtk_drop_down_set_selected (self->heard, MULL_TERNARY_UNKNOWN);
  mull_date_entry_set_today (self->again, mull_workspace_get_today (self->workspace));
  mull_date_entry_set_text (self->again, "");
  show_questions (self);
  dossier = mull_dossier_load (self->workspace, deal_id, &error);
  set_problem (self, error != NULL ? error->message : NULL);
  if (dossier != NULL)
    {
      show_gate (self, dossier);
      show_message (self, dossier);
    }
  self->asking = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_focus (self);
}

/**
 * mull_close_sheet_set_reason:
 * @reason: what is known already
 *
 * Fills in why it ended.
 */
void
mull_close_sheet_set_reason (MullCloseSheet *self, const char *reason)
{
  g_return_if_fail (MULL_IS_CLOSE_SHEET (self));

  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
}

static void
on_window_done_cb (GtkWindow *window)
{
  gtk_window_close (window);
}

/**
 * mull_close_sheet_present:
 * @from: a widget of the window
 * @deal: the deal
 * @outcome: how it ended
 *
 * Asks in a window of its own, for where no sheet fits.
 *
 * Returns: (transfer none): the sheet; its window belongs to GTK until it is closed
 */
MullCloseSheet *
mull_close_sheet_present (GtkWidget *from,
                          MullWorkspace *workspace,
                          const MullDeal *deal,
                          MullOutcome outcome)
{
  GtkRoot *root = gtk_widget_get_root (from);
  MullCloseSheet *self = mull_close_sheet_new (workspace);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwWindow *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "destroy-with-parent", TRUE,
                                    "default-width", 480, "title", _ ("Close the deal"), NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 640);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (window, box);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  g_signal_connect_object (self, "done", G_CALLBACK (on_window_done_cb), window, G_CONNECT_SWAPPED);
  mull_close_sheet_ask (self, deal->record.id, deal->title, outcome);
  mull_widget_fit_height (GTK_WINDOW (window), GTK_SCROLLED_WINDOW (scrolled));
  gtk_window_present (GTK_WINDOW (window));
  return self;
}
