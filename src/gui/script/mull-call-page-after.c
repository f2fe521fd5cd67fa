/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-page-after"

#include "config.h"

#include "mull-call-page-private.h"

#include "mull-call-outcome.h"
#include "mull-feedback.h"
#include "mull-hard-question-ops.h"
#include "mull-own-it-ops.h"
#include "mull-own-it-rules.h"
#include "mull-promise-words.h"
#include "mull-qualification-ops.h"
#include "mull-roadblock-ops.h"
#include "mull-script-ops.h"
#include "mull-touch-settling.h"

#include <glib/gi18n-lib.h>

/* Which of the four questions a refusal answers with no: whether we are a serious alternative. */
#define QUESTION_FOUR 4

/* ── What happened, in a sentence ─────────────────────────────────────── */

static char *
describe (MullCallPage *self, const MullDoOverCall *call)
{
  MullDay today = self->desk->dossier->today;
  const char *thing = self->desk->hole != NULL ? self->desk->hole->text : "";
  MullDay due = call->due_on != MULL_DAY_NONE ? call->due_on : mull_day_add_working (today, 1);
  g_autofree char *day = mull_day_format_relative (due, today);

  switch (call->outcome)
    {
    case MULL_SCRIPT_OUTCOME_GOT_IT:
      if (self->desk->hole == NULL)
        return g_strdup (_ ("They have heard it"));
      /* Translators: %s is what was missing */
      return g_strdup_printf (_ ("Hole filled: %s"), thing);
    case MULL_SCRIPT_OUTCOME_PROMISED:
      /* Translators: what they promised, and by when: "today", "in 3 days", "3 Mar" */
      return g_strdup_printf (_ ("They promised “%1$s”, due %2$s"), call->words, day);
    case MULL_SCRIPT_OUTCOME_WRITE:
      /* Translators: when: "today", "in 3 days", "3 Mar" */
      return g_strdup_printf (_ ("They asked for a mail, planned for %s"), day);
    case MULL_SCRIPT_OUTCOME_REFUSED:
      /* Translators: %s is what they said */
      return g_strdup_printf (_ ("They refused: “%s”"), call->words);
    case MULL_SCRIPT_OUTCOME_NOT_REACHED:
      /* Translators: the number of the try, and when the next one is: "tomorrow", "3 Mar" */
      return g_strdup_printf (_ ("Try %1$d: not reached, next try %2$s"),
                              mull_call_get_try (self->call), day);
    case MULL_SCRIPT_OUTCOME_NOT_NEEDED:
      if (self->desk->hole == NULL)
        return g_strdup (_ ("The script is put away"));
      /* Translators: %s is what was missing */
      return g_strdup_printf (_ ("No longer needed: %s"), thing);
    case MULL_SCRIPT_OUTCOME_NONE:
      break;
    }
  return g_strdup ("");
}

/* ── Writing it down ──────────────────────────────────────────────────── */

static void
describe_call (MullCallPage *self, MullDoOverCall *call)
{
  MullCallOutcomeForm form = mull_call_outcome_describe (call->outcome);

  call->notes = mull_call_get_notes (self->call);
  call->minutes = mull_call_get_effort_minutes (self->call);
  if (form.reached)
    call->spoken = self->composition->spoken;
  else if (self->left_message && call->outcome == MULL_SCRIPT_OUTCOME_NOT_REACHED)
    call->spoken = self->composition->message->text;
}

/* ── What is offered next ─────────────────────────────────────────────── */

static const MullComposedAnswer *
find_mail (MullCallPage *self)
{
  for (guint i = 0; i < self->composition->answers->len; i++)
    {
      const MullComposedAnswer *answer = g_ptr_array_index (self->composition->answers, i);

      if (answer->mail != NULL)
        return answer;
    }
  return NULL;
}

static char *
dup_mail_text (MullCallPage *self)
{
  const MullComposedAnswer *mail = find_mail (self);

  if (mail == NULL)
    return NULL;
  return mail->subject != NULL ? g_strdup_printf ("%s\n\n%s", mail->subject, mail->mail)
                               : g_strdup (mail->mail);
}

static void
show_after (MullCallPage *self, const char *what, const char *hint, const char *text)
{
  gboolean refused = self->refusal != NULL;

  gtk_label_set_text (self->after_title, what);
  gtk_label_set_text (self->after_hint, hint);
  gtk_label_set_text (self->after_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->after_text), text != NULL);
  gtk_widget_set_visible (self->after_copy, text != NULL);
  gtk_widget_set_visible (self->after_roadblock, refused);
  gtk_widget_set_visible (self->after_accept, refused && self->desk->question == NULL);
  gtk_widget_set_visible (self->after_close, self->ending != NULL);
  gtk_widget_set_visible (self->after_decide, FALSE);
  gtk_widget_set_visible (self->lesson_box, self->desk->own != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->lesson), "");
  mull_call_page_show_view (self, "after");
  gtk_widget_grab_focus (text != NULL           ? self->after_copy
                         : refused              ? self->after_roadblock
                         : self->ending != NULL ? self->after_close
                                                : self->after_done);
}

static void
set_ending (MullCallPage *self, MullOutcome outcome, const char *words)
{
  g_free (self->ending);
  self->ending = g_strdup (words != NULL ? words : "");
  self->ending_outcome = outcome;
}

static void
offer (MullCallPage *self, MullDoOverProposal proposal, const char *what)
{
  g_autofree char *text = dup_mail_text (self);

  switch (proposal)
    {
    case MULL_DO_OVER_PROPOSES_MAIL:
      if (text == NULL)
        break;
      show_after (self, what, _ ("The mail is ready, made of the same beats."), text);
      return;
    case MULL_DO_OVER_PROPOSES_VOICEMAIL:
      show_after (self, what, _ ("Next time, leave this if nobody answers."),
                  self->composition->message->text);
      return;
    case MULL_DO_OVER_PROPOSES_ROADBLOCK:
      /* Its own page asks what is behind it. */
      if (self->desk->script->roadblock_id != 0)
        break;
      show_after (self, what, _ ("Is there a reason that can be removed, or is this their answer?"),
                  NULL);
      return;
    case MULL_DO_OVER_PROPOSES_CONTACT:
    case MULL_DO_OVER_PROPOSES_NOTHING:
      break;
    }
  mull_call_page_leave (self);
}

/* ── A promise of ours ────────────────────────────────────────────────── */

static void
offer_after_owning (MullCallPage *self, MullOwnOutcome outcome, const char *what)
{
  g_autofree char *mail = dup_mail_text (self);

  switch (outcome)
    {
    case MULL_OWN_OUTCOME_NOT_REACHED:
      if (mull_own_it_may_write (self->desk->own->own, self->desk->script->tries + 1))
        show_after (self, what, _ ("Two tries reached nobody: write to them now."), mail);
      else
        show_after (self, what,
                    _ ("Next time, leave this if nobody answers. Write only after two "
                       "tries."),
                    self->composition->message->text);
      break;
    case MULL_OWN_OUTCOME_LEFT:
      show_after (self, what, _ ("Thank them all the same. If the deal is over, close it."), NULL);
      break;
    case MULL_OWN_OUTCOME_WORK_AROUND:
    case MULL_OWN_OUTCOME_MORE_TIME:
    case MULL_OWN_OUTCOME_RELEASED:
    case MULL_OWN_OUTCOME_ANGRY:
    case MULL_OWN_OUTCOME_NONE:
      show_after (self, what, _ ("Put it in writing now, as a follow-up to what you said."), mail);
      break;
    }
}

/* What came of the call, and what was planned and is done with it. */
static void
say_done (MullCallPage *self, const char *what)
{
  g_autofree char *settled =
      mull_touch_settling_describe_for_script (self->workspace, self->desk->script->record.id);

  mull_feedback_done_toast (GTK_WIDGET (self), what, settled);
}

static void
finish_owning (MullCallPage *self, const MullDoOverCall *call)
{
  MullOwnItCall owned = { .call = *call,
                          .outcome = (MullOwnOutcome) mull_outcome_form_get_code (self->form),
                          .firmness = mull_outcome_form_get_firmness (self->form) };
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  if (mull_own_outcome_wants_promise (owned.outcome))
    {
      owned.call.answer = call->words;
      owned.call.words = NULL;
    }
  if (!mull_own_it_ops_finish_call (self->workspace, self->desk->own->own->record.id, &owned,
                                    &error))
    {
      mull_outcome_form_set_problem (self->form, error->message);
      return;
    }
  /* Translators: how they took it, and what we had promised */
  what = g_strdup_printf (_ ("%1$s: %2$s"), mull_own_outcome_label (owned.outcome),
                          self->desk->own->commitment->words);
  if (owned.outcome == MULL_OWN_OUTCOME_LEFT)
    set_ending (self, MULL_OUTCOME_CHOSE_ANOTHER, call->words);
  g_clear_pointer (&self->call, mull_call_free);
  say_done (self, what);
  offer_after_owning (self, owned.outcome, what);
}

static void
save_lesson (MullCallPage *self)
{
  const char *lesson = gtk_editable_get_text (GTK_EDITABLE (self->lesson));
  g_autoptr (GError) error = NULL;

  if (self->desk->own != NULL && *lesson != '\0' &&
      !mull_own_it_ops_set_lesson (self->workspace, self->desk->own->own->record.id, lesson,
                                   &error))
    mull_feedback_error (GTK_WIDGET (self), error);
}

/* ── The hard question ────────────────────────────────────────────────── */

static void
offer_after_asking (MullCallPage *self, const MullHardCall *asked, const char *what)
{
  switch (asked->answer)
    {
    case MULL_HARD_ANSWER_IN_THE_WAY:
      show_after (self, what,
                  _ ("A real problem is solved with them: write it down as a roadblock."), NULL);
      return;
    case MULL_HARD_ANSWER_NO:
      show_after (self, what,
                  _ ("That is an answer, and it came early. Thank them; the deal may be closed."),
                  NULL);
      return;
    case MULL_HARD_ANSWER_BUDGET_GONE:
      show_after (self, what,
                  _ ("Decide now whether to go on, to walk away, or to leave them alone."), NULL);
      gtk_widget_set_visible (self->after_decide, TRUE);
      gtk_widget_grab_focus (self->after_decide);
      return;
    case MULL_HARD_ANSWER_NOT_REACHED:
      if (asked->left_message)
        break;
      show_after (self, what,
                  _ ("Next time, leave this if nobody answers: then it has been asked."),
                  self->composition->message->text);
      return;
    case MULL_HARD_ANSWER_PROMISE:
    case MULL_HARD_ANSWER_LATER:
      break;
    }
  mull_call_page_leave (self);
}

static void
finish_question (MullCallPage *self, const MullDoOverCall *call)
{
  MullHardCall asked = { .call = *call,
                         .answer = (MullHardAnswer) mull_outcome_form_get_code (self->form),
                         .left_message = self->left_message };
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  if (asked.answer == MULL_HARD_ANSWER_PROMISE)
    {
      asked.call.answer = call->words;
      asked.call.words = NULL;
    }
  if (!mull_hard_question_ops_finish_call (self->workspace, self->desk->script->record.id, &asked,
                                           NULL, &error))
    {
      mull_outcome_form_set_problem (self->form, error->message);
      return;
    }
  /* Translators: what came of the hard question: "A no" */
  what = g_strdup_printf (_ ("The hard question: %s"), mull_hard_answer_label (asked.answer));
  if (asked.answer == MULL_HARD_ANSWER_IN_THE_WAY)
    {
      g_free (self->refusal);
      self->refusal = g_strdup (call->words);
    }
  else if (asked.answer == MULL_HARD_ANSWER_NO)
    set_ending (self, MULL_OUTCOME_SAID_NO, call->words);
  g_clear_pointer (&self->call, mull_call_free);
  say_done (self, what);
  offer_after_asking (self, &asked, what);
}

/* ── Every call ───────────────────────────────────────────────────────── */

static void
finish_do_over (MullCallPage *self, MullDoOverCall *call)
{
  MullDoOverProposal proposal = MULL_DO_OVER_PROPOSES_NOTHING;
  g_autofree char *contact = mull_outcome_form_dup_contact (self->form);
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  call->contact = contact;
  if (!mull_script_ops_finish_call (self->workspace, self->desk->script->record.id, call, &proposal,
                                    &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  what = describe (self, call);
  if (call->outcome == MULL_SCRIPT_OUTCOME_REFUSED && self->desk->script->roadblock_id == 0)
    {
      g_free (self->refusal);
      self->refusal = g_strdup (call->words);
    }
  g_clear_pointer (&self->call, mull_call_free);
  say_done (self, what);
  offer (self, proposal, what);
}

/**
 * mull_call_page_finish:
 * @self: a page
 *
 * Writes down how the call ended, as one step for all that follows from it, and offers what comes
 * next.
 */
void
mull_call_page_finish (MullCallPage *self)
{
  MullDoOverCall call = { .due_on = MULL_DAY_NONE };

  if (!mull_outcome_form_read (self->form, &call, NULL))
    return;
  describe_call (self, &call);
  if (self->desk->own != NULL)
    finish_owning (self, &call);
  else if (self->desk->question != NULL)
    finish_question (self, &call);
  else
    finish_do_over (self, &call);
}

/**
 * mull_call_page_done:
 * @self: a page
 *
 * The rep has seen what comes next: keeps the lesson, if there is one, and goes on to the deal.
 */
void
mull_call_page_done (MullCallPage *self)
{
  save_lesson (self);
  mull_call_page_leave (self);
}

/**
 * mull_call_page_leave:
 * @self: a page
 *
 * Goes on to the deal, or to the roadblock that the call was about. The way back from there must
 * not lead into a call that is over.
 */
void
mull_call_page_leave (MullCallPage *self)
{
  gint64 roadblock_id = self->desk->script->roadblock_id;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  if (roadblock_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-roadblock", "(xx)", self->deal_id,
                                roadblock_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-deal", "x", self->deal_id);
}

/**
 * mull_call_page_close_deal:
 * @self: a page
 *
 * Goes on to the deal, to close it with what they said.
 */
void
mull_call_page_close_deal (MullCallPage *self)
{
  gint64 deal_id = self->deal_id;
  g_autofree char *words = g_steal_pointer (&self->ending);

  if (words == NULL)
    return;
  mull_call_page_done (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.close-deal", "(xss)", deal_id,
                              mull_enum_nick (MULL_TYPE_OUTCOME, (int) self->ending_outcome),
                              words);
}

/**
 * mull_call_page_decide:
 * @self: a page
 *
 * Goes on to the deal, to decide about it.
 */
void
mull_call_page_decide (MullCallPage *self)
{
  gint64 deal_id = self->deal_id;

  mull_call_page_leave (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.decide", "x", deal_id);
}

/* ── Refused ──────────────────────────────────────────────────────────── */

/**
 * mull_call_page_open_roadblock:
 * @self: a page
 *
 * Opens a roadblock with the words of the refusal, and goes to its page.
 */
void
mull_call_page_open_roadblock (MullCallPage *self)
{
  g_autoptr (MullRoadblock) roadblock = NULL;
  g_autoptr (GError) error = NULL;
  gint64 roadblock_id = 0;

  if (self->refusal == NULL)
    return;
  roadblock = mull_roadblock_new ();
  roadblock->deal_id = self->deal_id;
  roadblock->symptom_by_id = self->desk->script->person_id;
  roadblock->symptom_on = mull_workspace_get_today (self->workspace);
  roadblock->channel = MULL_ENTRY_CALL;
  mull_set_text (&roadblock->symptom, self->refusal);
  if (!mull_roadblock_ops_open (self->workspace, roadblock, &roadblock_id, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->refusal, g_free);
  mull_feedback_undo_toast (GTK_WIDGET (self), _ ("Roadblock opened with their words"));
  mull_call_page_leave (self);
  /* Their words are only the beginning of it. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-roadblock", "(xx)", self->deal_id,
                              roadblock_id);
}

/**
 * mull_call_page_accept_no:
 * @self: a page
 *
 * Takes the refusal as the answer to the fourth question.
 */
void
mull_call_page_accept_no (MullCallPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->refusal == NULL)
    return;
  if (!mull_qualification_ops_answer (self->workspace, self->deal_id, QUESTION_FOUR,
                                      MULL_TERNARY_NO, self->refusal, &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->refusal, g_free);
  mull_feedback_undo_toast (GTK_WIDGET (self), _ ("Taken as a no, with their words as evidence"));
  mull_call_page_leave (self);
}
