/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-outcome"

#include "config.h"

#include "mull-import-outcome.h"

#include "mull-import-exception-row.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* Refusals and notices that are listed; the others are counted. */
#define N_LISTED 50

struct _MullImportOutcome
{
  AdwBin parent_instance;

  /* Template children */
  AdwPreferencesGroup *counts_group;
  AdwPreferencesGroup *refusals_group;
  AdwPreferencesGroup *notices_group;
  AdwPreferencesGroup *exceptions_group;
  AdwActionRow *skip_row;
  GtkSwitch *skip_switch;
  GtkLabel *state_label;
  GtkSpinner *spinner;

  /* Owned */
  GPtrArray *count_rows;     /* AdwActionRow, borrowed */
  GPtrArray *refusal_rows;   /* AdwActionRow, borrowed */
  GPtrArray *notice_rows;    /* AdwActionRow, borrowed */
  GPtrArray *exception_rows; /* MullImportExceptionRow, borrowed */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullImportOutcome, mull_import_outcome, ADW_TYPE_BIN)

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return ADW_ACTION_ROW (row);
}

static void
clear (MullImportOutcome *self)
{
  clear_rows (self->counts_group, self->count_rows);
  clear_rows (self->refusals_group, self->refusal_rows);
  clear_rows (self->notices_group, self->notice_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notices_group), FALSE);
}

static void
clear_exceptions (MullImportOutcome *self)
{
  clear_rows (self->exceptions_group, self->exception_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->exceptions_group), FALSE);
}

static void
add_part (GString *text, guint n, char *part)
{
  if (n > 0)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, part);
    }
  g_free (part);
}

static char *
describe_counts (const MullImportCounts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: of deals, companies, people … */
  add_part (text, counts->n_new, g_strdup_printf (_ ("%'u new"), counts->n_new));
  add_part (text, counts->n_changed, g_strdup_printf (_ ("%'u changed"), counts->n_changed));
  add_part (text, counts->n_identical,
            g_strdup_printf (_ ("%'u here already"), counts->n_identical));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_counts (MullImportOutcome *self, const MullImportReport *report)
{
  for (guint i = 0; i < MULL_N_IMPORT_THINGS; i++)
    {
      g_autofree char *text = describe_counts (&report->counts[i]);

      if (*text != '\0')
        add_row (self->counts_group, self->count_rows, mull_import_thing_get_label (i), text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->counts_group), self->count_rows->len > 0);
}

static void
show_refusals (MullImportOutcome *self, const MullImportReport *report)
{
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  if (report->n_refused == 0)
    return;
  title =
      g_strdup_printf (ngettext ("%'u row is refused", "%'u rows are refused", report->n_refused),
                       report->n_refused);
  markup = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (self->refusals_group, markup);
  for (guint i = 0; i < report->refusals->len && i < N_LISTED; i++)
    {
      const MullImportRefusal *refusal = g_ptr_array_index (report->refusals, i);
      g_autofree char *text = mull_import_refusal_to_text (refusal);

      add_row (self->refusals_group, self->refusal_rows, text, refusal->excerpt);
    }
  if (report->n_refusals > N_LISTED)
    {
      guint n_more = report->n_refusals - N_LISTED;
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);

      add_row (self->refusals_group, self->refusal_rows, more, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->refusals_group), TRUE);
}

/* What stays as it is is said where it can be changed. */
static gboolean
is_exception (const MullImportReport *report, guint line)
{
  for (guint i = 0; i < report->exceptions->len && i < N_LISTED; i++)
    if (((MullImportException *) report->exceptions->pdata[i])->line == line)
      return TRUE;
  return FALSE;
}

static void
on_row_chosen_cb (MullImportOutcome *self, guint line, int choice)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, line, choice);
}

/* A choice is followed by a check of the same rows; whoever chose stays where they are. */
static gboolean
update_exceptions (MullImportOutcome *self, const MullImportReport *report)
{
  guint n_listed = MIN (report->exceptions->len, N_LISTED);

  if (report->n_exceptions > n_listed || self->exception_rows->len != n_listed)
    return FALSE;
  for (guint i = 0; i < n_listed; i++)
    if (!mull_import_exception_row_update (self->exception_rows->pdata[i],
                                           report->exceptions->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
add_exceptions (MullImportOutcome *self, const MullImportReport *report)
{
  guint n_listed = MIN (report->exceptions->len, N_LISTED);
  guint n_more = report->n_exceptions - n_listed;

  for (guint i = 0; i < n_listed; i++)
    {
      GtkWidget *row = mull_import_exception_row_new (report->exceptions->pdata[i]);

      g_signal_connect_object (row, "chosen", G_CALLBACK (on_row_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->exceptions_group, row);
      g_ptr_array_add (self->exception_rows, row);
    }
  if (n_more > 0)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);

      add_row (self->exceptions_group, self->exception_rows, more, "");
    }
}

static void
show_exceptions (MullImportOutcome *self, const MullImportReport *report)
{
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  if (!update_exceptions (self, report))
    {
      clear_exceptions (self);
      add_exceptions (self, report);
    }
  title = g_strdup_printf (
      ngettext ("%'u row needs a look", "%'u rows need a look", report->n_exceptions),
      report->n_exceptions);
  markup = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (self->exceptions_group, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->exceptions_group), report->n_exceptions > 0);
}

static void
show_notices (MullImportOutcome *self, const MullImportReport *report)
{
  for (guint i = 0; i < report->notices->len && i < N_LISTED; i++)
    {
      const MullImportNotice *notice = g_ptr_array_index (report->notices, i);
      g_autofree char *line = g_strdup_printf (_ ("Line %u"), notice->line);

      if (is_exception (report, notice->line))
        continue;
      add_row (self->notices_group, self->notice_rows, notice->text, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->notices_group), self->notice_rows->len > 0);
}

static void
show_state (MullImportOutcome *self, const char *text, gboolean busy)
{
  gtk_label_set_text (self->state_label, text);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
}

static void
on_skip_notify (MullImportOutcome *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mull_import_outcome_dispose (GObject *object)
{
  MullImportOutcome *self = MULL_IMPORT_OUTCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_IMPORT_OUTCOME);
  g_clear_pointer (&self->count_rows, g_ptr_array_unref);
  g_clear_pointer (&self->refusal_rows, g_ptr_array_unref);
  g_clear_pointer (&self->notice_rows, g_ptr_array_unref);
  g_clear_pointer (&self->exception_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (mull_import_outcome_parent_class)->dispose (object);
}

static void
mull_import_outcome_class_init (MullImportOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_import_outcome_dispose;

  /**
   * MullImportOutcome::changed:
   *
   * The rep chose whether to skip the refused rows.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * MullImportOutcome::chosen:
   * @line: on which a row of the file begins
   * @choice: the #MullImportChoice of the rep
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/exchange/mull-import-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, counts_group);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, refusals_group);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, notices_group);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, exceptions_group);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, skip_row);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, skip_switch);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, state_label);
  gtk_widget_class_bind_template_child (widget_class, MullImportOutcome, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_notify);
}

static void
mull_import_outcome_init (MullImportOutcome *self)
{
  self->count_rows = g_ptr_array_new ();
  self->refusal_rows = g_ptr_array_new ();
  self->notice_rows = g_ptr_array_new ();
  self->exception_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_import_outcome_show_checking:
 * @self: the view
 *
 * Says that what would happen is being found out. What was shown before stays until it is known.
 */
void
mull_import_outcome_show_checking (MullImportOutcome *self)
{
  g_return_if_fail (MULL_IS_IMPORT_OUTCOME (self));

  show_state (self, _ ("Checking the file. Nothing is written yet."), TRUE);
}

/**
 * mull_import_outcome_show_error:
 * @self: the view
 * @error: why the file cannot be imported as it is mapped
 */
void
mull_import_outcome_show_error (MullImportOutcome *self, const GError *error)
{
  g_return_if_fail (MULL_IS_IMPORT_OUTCOME (self));

  clear (self);
  clear_exceptions (self);
  show_state (self, error->message, FALSE);
}

/**
 * mull_import_outcome_show_report:
 * @self: the view
 * @report: of a dry run
 * @n_open: how many questions about the file are open
 */
void
mull_import_outcome_show_report (MullImportOutcome *self,
                                 const MullImportReport *report,
                                 guint n_open)
{
  g_autofree char *open = NULL;

  g_return_if_fail (MULL_IS_IMPORT_OUTCOME (self) && report != NULL);

  clear (self);
  if (n_open > 0)
    {
      clear_exceptions (self);
      /* What would happen is not known before the answers are. */
      open = g_strdup_printf (
          ngettext ("%u question about the file is open. Answer it below; nothing is written yet.",
                    "%u questions about the file are open. Answer them below; nothing is written "
                    "yet.",
                    n_open),
          n_open);
      show_state (self, open, FALSE);
      return;
    }
  show_counts (self, report);
  show_refusals (self, report);
  show_exceptions (self, report);
  show_notices (self, report);
  if (report->n_refused > 0)
    show_state (self, _ ("Nothing is imported while rows are refused, unless they are skipped."),
                FALSE);
  else if (mull_import_report_changes_something (report))
    show_state (self, _ ("The file is good. Nothing is written yet."), FALSE);
  else
    show_state (self, _ ("Everything in this file is here already."), FALSE);
}

/**
 * mull_import_outcome_get_skips:
 * @self: the view
 *
 * Returns: whether refused rows are to be skipped
 */
gboolean
mull_import_outcome_get_skips (MullImportOutcome *self)
{
  g_return_val_if_fail (MULL_IS_IMPORT_OUTCOME (self), FALSE);

  return gtk_switch_get_active (self->skip_switch);
}
