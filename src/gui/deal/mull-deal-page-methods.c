/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-page"

#include "config.h"

#include "mull-deal-page-private.h"

#include "mull-call-plan-ops.h"
#include "mull-deal-advice.h"
#include "mull-deal-forms.h"
#include "mull-decision-maker.h"
#include "mull-done.h"
#include "mull-feedback.h"
#include "mull-four-questions.h"
#include "mull-hole-ops.h"
#include "mull-popover.h"
#include "mull-quiet-ops.h"
#include "mull-quiet-rules.h"
#include "mull-roadblock-forms.h"
#include "mull-timeline.h"
#include "mull-why-popover.h"

#include <glib/gi18n-lib.h>

/* What can be done about a quiet, the four questions and who decides. */

static void
report (MullDealPage *self, const GError *error)
{
  if (error != NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
}

static void
tell (MullDealPage *self, const GError *error, MullDone what, const char *name)
{
  report (self, error);
  if (error == NULL)
    mull_done_toast (GTK_WIDGET (self), what, name, NULL);
}

static const MullQuiet *
find_quiet (MullDealPage *self, gint64 id)
{
  for (guint i = 0; i < self->dossier->quiets->len; i++)
    if (((MullQuiet *) self->dossier->quiets->pdata[i])->record.id == id)
      return self->dossier->quiets->pdata[i];
  return NULL;
}

static void
settle_quiet_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (GError) error = NULL;
  const char *nick;
  gint64 quiet_id;
  int state;
  gboolean done;

  g_variant_get (parameter, "(x&s)", &quiet_id, &nick);
  if (!mull_enum_from_nick (MULL_TYPE_QUIET_STATE, nick, &state))
    return;
  done = mull_quiet_ops_settle (self->workspace, quiet_id, (MullQuietState) state, &error);
  tell (self, error, MULL_DONE_QUIET_OVER, self->dossier->deal->title);
  /* They went elsewhere: the deal may be closed with that. */
  if (done && state == MULL_QUIET_BOUGHT_ELSEWHERE)
    gtk_widget_activate_action (widget, "win.close-deal", "(xss)", self->deal_id,
                                mull_enum_nick (MULL_TYPE_OUTCOME, MULL_OUTCOME_CHOSE_ANOTHER), "");
}

static void
lift_quiet_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->dossier->quiets->len == 0)
    return;
  mull_quiet_ops_settle (self->workspace,
                         ((MullQuiet *) self->dossier->quiets->pdata[0])->record.id,
                         MULL_QUIET_LIFTED, &error);
  tell (self, error, MULL_DONE_QUIET_LIFTED, self->dossier->deal->title);
}

static void
quiet_again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  mull_quiet_form_present (widget, self->workspace, self->dossier,
                           find_quiet (self, g_variant_get_int64 (parameter)));
}

static void
ready_quiet_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (GError) error = NULL;
  const MullQuiet *quiet;
  const char *name;
  gint64 quiet_id;

  g_variant_get (parameter, "(x&s)", &quiet_id, &name);
  quiet = find_quiet (self, quiet_id);
  if (quiet == NULL)
    return;
  mull_quiet_ops_prepare (self->workspace, quiet_id,
                          quiet->facts_ready != g_str_equal (name, "facts"),
                          quiet->outcome_ready != g_str_equal (name, "outcome"),
                          quiet->person_ready != g_str_equal (name, "person"), &error);
  report (self, error);
}

static void
answer_question_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  int question = g_variant_get_int32 (parameter);

  if (question >= 1 && question <= MULL_N_QUESTIONS)
    mull_question_form_present (widget, self->workspace, self->dossier, question);
}

static void
ask_decider_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;

  hole->deal_id = self->deal_id;
  hole->kind = MULL_HOLE_ACCESS;
  mull_set_text (&hole->text, mull_dossier_decider_hole ());
  mull_hole_ops_open (self->workspace, hole, NULL, &error);
  tell (self, error, MULL_DONE_OPENED_HOLE, hole->text);
}

/* They say that it is not happening: their words begin the roadblock, or lead to the open one. */
static void
stuck_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  const MullRoadblock *roadblock = mull_dossier_get_roadblock (self->dossier);
  g_autoptr (MullTimelineItem) item = NULL;

  if (roadblock != NULL)
    {
      gtk_widget_activate_action (widget, "win.open-roadblock", "(xx)", self->deal_id,
                                  roadblock->record.id);
      return;
    }
  item = mull_timeline_load_item (self->workspace, g_variant_get_int64 (parameter), NULL);
  mull_roadblock_new_form_present (widget, self->workspace, self->dossier, item);
}

static void
add_must_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (MullDeal) deal = mull_deal_copy (self->dossier->deal);
  g_autoptr (GError) error = NULL;

  mull_take_text (&deal->plan_must,
                  g_strjoin (*deal->plan_must != '\0' ? "\n" : "", deal->plan_must,
                             g_variant_get_string (parameter, NULL), NULL));
  mull_call_plan_ops_set (self->workspace, deal, &error);
  report (self, error);
}

/* ── Why? ─────────────────────────────────────────────────────────────── */

static GPtrArray *
collect_reasons (MullDealPage *self, const char *kind, gint64 id)
{
  MullDossier *dossier = self->dossier;
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullDossierDecider decider;

  if (g_str_equal (kind, "quiet"))
    {
      const MullQuiet *quiet = find_quiet (self, id);

      return quiet != NULL ? mull_quiet_explain (quiet, &dossier->thresholds, dossier->today)
                           : NULL;
    }
  if (g_str_equal (kind, "question") && id >= 1 && id <= MULL_N_QUESTIONS)
    return mull_four_questions_explain (dossier->answers[id - 1], (int) id, &dossier->thresholds,
                                        dossier->today, mull_clock_get_zone (clock));
  if (g_str_equal (kind, "advice"))
    {
      g_autoptr (MullDealAdvice) advice = mull_deal_advice_new (dossier);

      return g_ptr_array_ref (advice->reasons);
    }
  if (!g_str_equal (kind, "decider"))
    return NULL;
  mull_dossier_judge_decider (dossier, clock, &decider);
  return mull_decision_maker_explain (&decider.judged, decider.contact, decider.decider,
                                      decider.expected);
}

/* Beside the row whose menu was used, or in the middle of the page. */
static void
point_at_focus (GtkWidget *page, GdkRectangle *area)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  *area = (GdkRectangle){ gtk_widget_get_width (page) / 2, gtk_widget_get_height (page) / 3, 1, 1 };
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page) ||
      !gtk_widget_compute_bounds (focus, page, &bounds))
    return;
  *area = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
}

static void
why_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (GPtrArray) reasons = NULL;
  GdkRectangle area;
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  reasons = collect_reasons (self, kind, id);
  if (reasons == NULL || reasons->len == 0)
    return;
  point_at_focus (widget, &area);
  mull_popover_show_once (GTK_POPOVER (mull_why_popover_new (reasons, self->deal_id)), widget,
                          &area);
}

/* ── Class ────────────────────────────────────────────────────────────── */

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "deal.lift-quiet", NULL, lift_quiet_action },
  { "deal.settle-quiet", "(xs)", settle_quiet_action },
  { "deal.quiet-again", "x", quiet_again_action },
  { "deal.ready-quiet", "(xs)", ready_quiet_action },
  { "deal.answer-question", "i", answer_question_action },
  { "deal.ask-decider", NULL, ask_decider_action },
  { "deal.add-must", "s", add_must_action },
  { "deal.stuck", "x", stuck_action },
  { "deal.why", "(sx)", why_action },
};

/**
 * mull_deal_page_install_methods:
 *
 * Makes these actions known.
 */
void
mull_deal_page_install_methods (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/**
 * mull_deal_page_update_methods:
 *
 * Says which of these actions make sense now.
 */
void
mull_deal_page_update_methods (MullDealPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = self->dossier != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, any);
  gtk_widget_action_set_enabled (widget, "deal.lift-quiet", any && self->dossier->quiets->len > 0);
}
