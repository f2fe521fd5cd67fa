/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-new-deal-window"

#include "config.h"

#include "mull-new-deal-window-private.h"

#include "mull-contact-ops.h"
#include "mull-deal-ops.h"
#include "mull-pipeline-ops.h"
#include "mull-ui.h"
#include "mull-usual-currency.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

#define N_PROPOSALS 6

G_DEFINE_FINAL_TYPE (MullNewDealWindow, mull_new_deal_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char **
suggest_company (const char *text, gpointer user_data)
{
  MullNewDealWindow *self = user_data;

  return mull_company_suggest (self->workspace, text, N_PROPOSALS);
}

static const char *
get_text (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* ── Adding ───────────────────────────────────────────────────────────── */

static gboolean
read_value (MullNewDealWindow *self, MullMoney *value, GError **error)
{
  g_autofree char *amount = g_strstrip (g_strdup (get_text (self->value)));
  g_autofree char *typed = g_strstrip (g_strdup (get_text (self->currency)));
  g_autofree char *code = g_ascii_strup (typed, -1);

  *value = MULL_MONEY_NONE;
  return *amount == '\0' || mull_money_parse_typed (amount, code, value, error);
}

static gboolean
add_deal (MullNewDealWindow *self, gint64 *deal_id, GError **error)
{
  guint selected = gtk_drop_down_get_selected (self->stage);
  MullNewDeal spec = { .title = get_text (self->deal_title),
                       .company = mull_suggest_entry_get_text (self->company),
                       .person = get_text (self->person) };

  if (selected < self->stages->len)
    spec.stage_id = ((MullStage *) self->stages->pdata[selected])->record.id;
  if (*spec.company == '\0')
    spec.company = NULL;
  if (*spec.person == '\0')
    spec.person = NULL;
  return read_value (self, &spec.value, error) &&
         mull_date_entry_get_day (self->expected, &spec.expected_on, error) &&
         mull_deal_ops_add (self->workspace, &spec, deal_id, error);
}

/* What was typed stays until it is right. */
static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullNewDealWindow *self = MULL_NEW_DEAL_WINDOW (widget);
  g_autofree char *code = g_ascii_strup (get_text (self->currency), -1);
  g_autoptr (GError) error = NULL;
  gint64 deal_id;

  if (!add_deal (self, &deal_id, &error))
    {
      gtk_label_set_text (self->trouble, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
      return;
    }
  if (mull_currency_is_known (code))
    g_settings_set_string (self->settings, "currency", code);
  mull_draft_keeper_drop (self->drafts);
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, deal_id);
  g_object_unref (self);
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_new_deal_window_discard_draft (MULL_NEW_DEAL_WINDOW (widget));
}

static void
on_title_changed_cb (MullNewDealWindow *self)
{
  g_autofree char *title = g_strstrip (g_strdup (get_text (self->deal_title)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add", *title != '\0');
}

/* ── Stages ───────────────────────────────────────────────────────────── */

/* The stages of the pipeline that @stage_id belongs to, or of the one that is open. */
static GPtrArray *
find_stages (MullNewDealWindow *self, gint64 stage_id)
{
  g_autofree char *open = g_settings_get_string (self->settings, "pipeline");
  g_autoptr (GPtrArray) pipelines = mull_pipeline_list (self->workspace, NULL);
  GPtrArray *found = NULL;

  for (guint i = 0; pipelines != NULL && i < pipelines->len; i++)
    {
      MullPipeline *pipeline = pipelines->pdata[i];
      g_autoptr (GPtrArray) stages = mull_stage_list (self->workspace, pipeline->record.id, NULL);
      gboolean wanted = stage_id == 0 && (i == 0 || g_str_equal (pipeline->uuid, open));

      for (guint k = 0; stages != NULL && k < stages->len; k++)
        wanted = wanted || ((MullStage *) stages->pdata[k])->record.id == stage_id;
      if (wanted && stages != NULL)
        {
          g_clear_pointer (&found, g_ptr_array_unref);
          found = g_steal_pointer (&stages);
        }
    }
  return found != NULL ? found : g_ptr_array_new ();
}

static void
show_stages (MullNewDealWindow *self, gint64 stage_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->stages = find_stages (self, stage_id);
  for (guint i = 0; i < self->stages->len; i++)
    {
      MullStage *stage = self->stages->pdata[i];

      gtk_string_list_append (names, stage->name);
      if (stage->record.id == stage_id)
        selected = i;
    }
  gtk_drop_down_set_model (self->stage, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->stage, selected);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_new_deal_window_unmap (GtkWidget *widget)
{
  mull_draft_keeper_flush (MULL_NEW_DEAL_WINDOW (widget)->drafts);
  GTK_WIDGET_CLASS (mull_new_deal_window_parent_class)->unmap (widget);
}

static void
mull_new_deal_window_dispose (GObject *object)
{
  MullNewDealWindow *self = MULL_NEW_DEAL_WINDOW (object);

  g_clear_object (&self->drafts);
  g_clear_pointer (&self->usual_currency, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_NEW_DEAL_WINDOW);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_new_deal_window_parent_class)->dispose (object);
}

static void
mull_new_deal_window_class_init (MullNewDealWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_new_deal_window_dispose;
  widget_class->unmap = mull_new_deal_window_unmap;

  /**
   * MullNewDealWindow::added:
   * @deal_id: the new deal
   *
   * The deal is there.
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", MULL_TYPE_NEW_DEAL_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_DATE_ENTRY);
  g_type_ensure (MULL_TYPE_KEPT_LINE);
  g_type_ensure (MULL_TYPE_SUGGEST_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-new-deal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, deal_title);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, company);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, person);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, value);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, currency);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, expected);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, MullNewDealWindow, kept);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed_cb);
  gtk_widget_class_install_action (widget_class, "form.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "form.discard", NULL, discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mull_new_deal_window_init (MullNewDealWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mull_widget_make_ready (GTK_WIDGET (self));
  self->settings = g_settings_new (MULL_APP_ID);
  mull_suggest_entry_set_func (self->company, suggest_company, self);
  mull_suggest_entry_set_label (self->company, _ ("Company"));
  mull_date_entry_set_label (self->expected, _ ("Their date"));
  on_title_changed_cb (self);
}

/* That of the other deals, else the one that was chosen last, else that of the country. */
static void
suggest_currency (MullNewDealWindow *self)
{
  g_autofree char *usual = mull_usual_currency (self->workspace, self->stages);
  g_autofree char *chosen = g_settings_get_string (self->settings, "currency");

  gtk_editable_set_text (GTK_EDITABLE (self->currency), usual != NULL ? usual
                                                        : *chosen != '\0'
                                                            ? chosen
                                                            : mull_currency_of_locale ());
}

/**
 * mull_new_deal_window_new:
 * @parent: the window it belongs to
 * @workspace: (transfer none): the data
 * @stage_id: where the deal begins, or 0 for the first stage
 *
 * Returns: (transfer none): the form; it belongs to GTK until it is closed
 */
MullNewDealWindow *
mull_new_deal_window_new (GtkWindow *parent, MullWorkspace *workspace, gint64 stage_id)
{
  MullNewDealWindow *self = g_object_new (MULL_TYPE_NEW_DEAL_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  mull_date_entry_set_today (self->expected, mull_workspace_get_today (workspace));
  show_stages (self, stage_id);
  suggest_currency (self);
  mull_new_deal_window_begin_draft (self, stage_id == 0);
  mull_widget_fit_height (GTK_WINDOW (self), self->scrolled);
  gtk_widget_grab_focus (GTK_WIDGET (self->deal_title));
  return self;
}
