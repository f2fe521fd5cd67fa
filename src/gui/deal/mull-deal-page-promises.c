/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-page"

#include "config.h"

#include "mull-deal-page-private.h"

#include "mull-feedback.h"
#include "mull-promise-forms.h"

/* What can be done about promises, as actions of the page. */

static void
about_promise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  if (g_str_equal (action_name, "deal.renegotiate-promise"))
    mull_renegotiate_form_present (widget, self->workspace, self->dossier, id);
  else if (g_str_equal (action_name, "deal.prove-promise"))
    mull_promise_proof_form_present (widget, self->workspace, self->dossier, id);
  else if (g_str_equal (action_name, "deal.read-promise"))
    mull_reading_form_present (widget, self->workspace, self->dossier, id);
  else
    mull_promise_why_present (widget, self->workspace, self->dossier, id);
}

static void
hard_question_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (mull_hard_question_form_present (widget, self->workspace, self->deal_id, &error) == NULL &&
      error != NULL)
    mull_feedback_error (widget, error);
}

static void
about_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  if (g_str_equal (action_name, "deal.decide"))
    mull_decision_form_present (widget, self->workspace, self->dossier);
  else if (g_str_equal (action_name, "deal.set-stop"))
    mull_stop_form_present (widget, self->workspace, self->dossier);
  else
    mull_proof_of_concept_form_present (widget, self->workspace, self->dossier);
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean while_open; /* makes sense only while the deal is open */
} actions[] = {
  { "deal.renegotiate-promise", "x", about_promise_action, FALSE },
  { "deal.prove-promise", "x", about_promise_action, FALSE },
  { "deal.why-promise", "x", about_promise_action, FALSE },
  { "deal.read-promise", "x", about_promise_action, TRUE },
  { "deal.hard-question", NULL, hard_question_action, TRUE },
  { "deal.decide", NULL, about_deal_action, TRUE },
  { "deal.set-stop", NULL, about_deal_action, FALSE },
  { "deal.proof-of-concept", NULL, about_deal_action, TRUE },
};

/**
 * mull_deal_page_install_promise_actions:
 *
 * Makes the actions about promises known.
 */
void
mull_deal_page_install_promise_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/**
 * mull_deal_page_update_promise_actions:
 *
 * Says which of them make sense now.
 */
void
mull_deal_page_update_promise_actions (MullDealPage *self)
{
  gboolean any = self->dossier != NULL;
  gboolean open = any && self->dossier->deal->outcome == MULL_OUTCOME_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   actions[i].while_open ? open : any);
}
