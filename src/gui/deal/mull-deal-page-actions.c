/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-page"

#include "config.h"

#include "mull-deal-page-private.h"

#include "mull-call-review-ops.h"
#include "mull-close-sheet.h"
#include "mull-commitment-ops.h"
#include "mull-contact-ops.h"
#include "mull-deal-forms.h"
#include "mull-deal-ops.h"
#include "mull-done.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-hole-ops.h"
#include "mull-name-popover.h"
#include "mull-popover.h"
#include "mull-promise-words.h"
#include "mull-script-ops.h"
#include "mull-timeline-ops.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* What can be done on the page, as actions: header, strip, facts and timeline only name them. */

/* @error: (transfer full) */
static void
report (MullDealPage *self, gboolean done, GError *error)
{
  g_autoptr (GError) owned G_GNUC_UNUSED = error;

  if (!done)
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* @error: (transfer full); @name, @other: of what was done, as mull_done_format() has them */
static void
tell (MullDealPage *self, GError *error, MullDone what, const char *name, const char *other)
{
  report (self, error == NULL, error);
  if (error == NULL)
    mull_done_toast (GTK_WIDGET (self), what, name, other);
}

/* ── The deal ─────────────────────────────────────────────────────────── */

/* The one that is open, or a new one. */
static void
open_roadblock (MullDealPage *self)
{
  const MullRoadblock *roadblock = mull_dossier_get_roadblock (self->dossier);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-roadblock", "(xx)", self->deal_id,
                              roadblock != NULL ? roadblock->record.id : G_GINT64_CONSTANT (0));
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  if (g_str_equal (action_name, "deal.edit"))
    mull_deal_form_present (widget, self->workspace, self->dossier);
  else if (g_str_equal (action_name, "deal.edit-plan"))
    mull_call_plan_form_present (widget, self->workspace, self->dossier);
  else if (g_str_equal (action_name, "deal.edit-roadblock"))
    open_roadblock (self);
  else
    mull_quiet_form_present (widget, self->workspace, self->dossier, NULL);
}

static void ask_reason (MullDealPage *self, gint64 stage_id, const char *question);

static void
move_to (MullDealPage *self, gint64 stage_id, const char *reason)
{
  GError *error = NULL;

  mull_deal_ops_move_with_reason (self->workspace, self->deal_id, stage_id, MULL_PLACE_START,
                                  reason, &error);
  if (g_error_matches (error, MULL_ERROR, MULL_ERROR_REASON))
    {
      ask_reason (self, stage_id, error->message);
      g_error_free (error);
      return;
    }
  /* The page has been read again. */
  tell (self, error, MULL_DONE_MOVED, self->dossier->deal->title, self->dossier->stage->name);
}

static void
on_reason_accepted_cb (MullDealPage *self, const char *reason)
{
  move_to (self, self->asked_stage_id, reason);
}

/* A question was answered with no: one line, where the stages are. */
static void
ask_reason (MullDealPage *self, gint64 stage_id, const char *question)
{
  MullNamePopover *popover = mull_name_popover_new (_ ("Why does it go on?"), "", _ ("Move"));

  self->asked_stage_id = stage_id;
  mull_name_popover_explain (popover, question);
  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_reason_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  mull_popover_show_once (GTK_POPOVER (popover), GTK_WIDGET (self->strip), NULL);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  gint64 stage_id = g_variant_get_int64 (parameter);

  if (stage_id != self->dossier->deal->stage_id)
    move_to (self, stage_id, NULL);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  int outcome;

  if (mull_enum_from_nick (MULL_TYPE_OUTCOME, g_variant_get_string (parameter, NULL), &outcome))
    mull_close_sheet_present (widget, self->workspace, self->dossier->deal, (MullOutcome) outcome);
}

static void
reopen_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  GError *error = NULL;

  mull_deal_ops_reopen (self->workspace, self->deal_id, &error);
  tell (self, error, MULL_DONE_REOPENED, self->dossier->deal->title, NULL);
}

static void
trash_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  GError *error = NULL;
  gboolean done = mull_deal_ops_trash (self->workspace, self->deal_id, &error);

  tell (self, error, MULL_DONE_DELETED, self->dossier->deal->title, NULL);
  if (done)
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-brief", "x", MULL_DEAL_PAGE (widget)->deal_id);
}

/* ── Next step, holes, promises ───────────────────────────────────────── */

/* The next step may be a promise; then that is what is changed. */
static void
edit_step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  const MullNextStep *next = &self->dossier->next;

  if (next->kind == MULL_NEXT_STEP_OURS || next->kind == MULL_NEXT_STEP_THEIRS)
    mull_promise_form_present (widget, self->workspace, self->dossier, next->id, MULL_SIDE_US);
  else
    mull_step_form_present (widget, self->workspace, self->dossier,
                            next->kind == MULL_NEXT_STEP_TOUCH ? next->id : 0);
}

static void
add_hole_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  mull_hole_form_present (widget, self->workspace, self->dossier,
                          parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

/* The last talk; one that was looked back on already is refused by what keeps it. */
static void
review_call_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullEntry) entry =
      mull_call_review_find_entry (self->workspace, self->deal_id, &error);

  if (error != NULL)
    mull_feedback_error (widget, error);
  else if (entry == NULL)
    mull_feedback_toast (widget, _ ("There was no call or meeting yet with somebody there"));
  else
    mull_review_bar_ask (self->review_bar, self->dossier, entry->record.id);
}

static void
fill_hole_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  mull_hole_answer_form_present (widget, self->workspace, self->dossier,
                                 g_variant_get_int64 (parameter));
}

static void
settle_hole_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  GError *error = NULL;
  const char *nick;
  gint64 hole_id;
  int state;
  gboolean done;

  g_variant_get (parameter, "(x&s)", &hole_id, &nick);
  if (!mull_enum_from_nick (MULL_TYPE_HOLE_STATE, nick, &state))
    return;
  done = mull_hole_ops_settle (self->workspace, hole_id, (MullHoleState) state, "", &error);
  report (self, done, error);
}

static void
first_hole_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  GError *error = NULL;
  gboolean done =
      mull_hole_ops_put_first (self->workspace, g_variant_get_int64 (parameter), &error);

  report (self, done, error);
}

static void
do_over_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  GError *error = NULL;
  gint64 script_id = 0;
  gboolean done = mull_script_ops_open_do_over (self->workspace, g_variant_get_int64 (parameter),
                                                &script_id, &error);

  report (self, done, error);
  if (done)
    gtk_widget_activate_action (widget, "win.open-script", "x", script_id);
}

static void
add_promise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  int side;

  if (mull_enum_from_nick (MULL_TYPE_SIDE, g_variant_get_string (parameter, NULL), &side))
    mull_promise_form_present (widget, self->workspace, self->dossier, 0, (MullSide) side);
}

static void
edit_promise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  mull_promise_form_present (widget, self->workspace, self->dossier,
                             g_variant_get_int64 (parameter), MULL_SIDE_US);
}

static const MullCommitment *
find_promise (MullDealPage *self, gint64 id)
{
  for (guint i = 0; i < self->dossier->commitments->len; i++)
    if (((MullCommitment *) self->dossier->commitments->pdata[i])->record.id == id)
      return self->dossier->commitments->pdata[i];
  return NULL;
}

static void
settle_promise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  const MullCommitment *promise;
  g_autofree char *text = NULL;
  GError *error = NULL;
  const char *nick;
  gint64 commitment_id;
  int state;
  gboolean done;

  g_variant_get (parameter, "(x&s)", &commitment_id, &nick);
  if (!mull_enum_from_nick (MULL_TYPE_COMMITMENT_STATE, nick, &state))
    return;
  promise = find_promise (self, commitment_id);
  if (promise != NULL)
    text = mull_commitment_format_event ((MullCommitmentState) state, promise->words);
  done = mull_commitment_ops_settle (self->workspace, commitment_id, (MullCommitmentState) state, 0,
                                     &error);
  report (self, done, error);
  if (done && text != NULL)
    mull_feedback_undo_toast (widget, text);
}

static void
remove_promise_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  const MullCommitment *promise = find_promise (self, g_variant_get_int64 (parameter));
  g_autofree char *words = g_strdup (promise != NULL ? promise->words : "");
  GError *error = NULL;

  mull_commitment_ops_remove (self->workspace, g_variant_get_int64 (parameter), &error);
  tell (self, error, MULL_DONE_UNPROMISED, words, NULL);
}

/* ── People ───────────────────────────────────────────────────────────── */

static void
edit_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  mull_member_form_present (widget, self->workspace, self->dossier,
                            parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static char *
dup_member_name (MullDealPage *self, gint64 member_id)
{
  for (guint i = 0; i < self->dossier->people->len; i++)
    {
      const MullDossierPerson *person = self->dossier->people->pdata[i];

      if (person->member->record.id == member_id)
        return g_strdup (person->person->name);
    }
  return g_strdup ("");
}

static void
remove_person_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autofree char *name = dup_member_name (self, g_variant_get_int64 (parameter));
  GError *error = NULL;

  mull_member_ops_remove (self->workspace, g_variant_get_int64 (parameter), &error);
  tell (self, error, MULL_DONE_LEFT, name, NULL);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  g_autofree char *toast = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  /* Translators: a toast; %s is a telephone number that is on the clipboard now */
  toast = g_strdup_printf (_ ("Copied %s"), text);
  mull_feedback_toast (widget, toast);
}

/* ── Timeline ─────────────────────────────────────────────────────────── */

static void
edit_entry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  MullTimelineItem *item =
      mull_timeline_view_get_item (self->timeline, g_variant_get_int64 (parameter));

  if (item != NULL)
    mull_entry_form_present (widget, self->workspace, self->dossier, item);
}

/* The first line; what it is, if it has no words. */
static char *
dup_entry_name (MullDealPage *self, gint64 entry_id)
{
  MullTimelineItem *item = mull_timeline_view_get_item (self->timeline, entry_id);
  const char *text = item != NULL ? item->entry->text : "";

  if (*text == '\0' && item != NULL)
    text = mull_touch_phrase (item->entry->kind, item->entry->direction, item->entry->reached);
  return g_strndup (text, strcspn (text, "\n"));
}

static void
trash_entry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);
  g_autofree char *name = dup_entry_name (self, g_variant_get_int64 (parameter));
  GError *error = NULL;

  mull_timeline_ops_trash (self->workspace, g_variant_get_int64 (parameter), &error);
  tell (self, error, MULL_DONE_UNLOGGED, name, NULL);
}

static void
show_entry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_deal_page_show_entry (MULL_DEAL_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
focus_composer_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MULL_DEAL_PAGE (widget)->composer));
}

/* ── Class ────────────────────────────────────────────────────────────── */

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "deal.edit", NULL, edit_action },
  { "deal.edit-plan", NULL, edit_action },
  { "deal.edit-roadblock", NULL, edit_action },
  { "deal.quiet", NULL, edit_action },
  { "deal.move-to-stage", "x", move_action },
  { "deal.close", "s", close_action },
  { "deal.reopen", NULL, reopen_action },
  { "deal.trash", NULL, trash_action },
  { "deal.print", NULL, print_action },
  { "deal.edit-step", NULL, edit_step_action },
  { "deal.add-hole", NULL, add_hole_action },
  { "deal.edit-hole", "x", add_hole_action },
  { "deal.review-call", NULL, review_call_action },
  { "deal.fill-hole", "x", fill_hole_action },
  { "deal.settle-hole", "(xs)", settle_hole_action },
  { "deal.first-hole", "x", first_hole_action },
  { "deal.do-over", "x", do_over_action },
  { "deal.add-promise", "s", add_promise_action },
  { "deal.edit-promise", "x", edit_promise_action },
  { "deal.settle-promise", "(xs)", settle_promise_action },
  { "deal.remove-promise", "x", remove_promise_action },
  { "deal.add-person", NULL, edit_person_action },
  { "deal.edit-person", "x", edit_person_action },
  { "deal.remove-person", "x", remove_person_action },
  { "deal.copy", "s", copy_action },
  { "deal.edit-entry", "x", edit_entry_action },
  { "deal.trash-entry", "x", trash_entry_action },
  { "deal.show-entry", "x", show_entry_action },
  { "deal.focus-composer", NULL, focus_composer_action },
};

/* What is asked on the page is closed before the page is left. */
static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullDealPage *self = MULL_DEAL_PAGE (widget);

  return mull_review_bar_escape (self->review_bar) ||
         mull_next_step_bar_escape (self->next_step_bar);
}

/**
 * mull_deal_page_install_actions:
 *
 * Makes the actions of the page and their keys known.
 */
void
mull_deal_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  mull_deal_page_install_file_actions (widget_class);
  mull_deal_page_install_methods (widget_class);
  mull_deal_page_install_promise_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "deal.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK,
                                       "deal.focus-composer", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

/**
 * mull_deal_page_update_actions:
 *
 * The one place that says which actions make sense now.
 */
void
mull_deal_page_update_actions (MullDealPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = self->dossier != NULL;
  gboolean open = any && self->dossier->deal->outcome == MULL_OUTCOME_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, any);
  mull_deal_page_update_promise_actions (self);
  gtk_widget_action_set_enabled (widget, "deal.close", open);
  gtk_widget_action_set_enabled (widget, "deal.reopen", any && !open);
  gtk_widget_action_set_enabled (widget, "deal.quiet", open);
  mull_deal_page_update_methods (self);
}
