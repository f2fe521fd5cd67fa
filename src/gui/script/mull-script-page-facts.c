/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page-facts"

#include "config.h"

#include "mull-script-page-private.h"

#include "mull-call-advice.h"
#include "mull-contact-ops.h"
#include "mull-do-over-rules.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Whom to call ─────────────────────────────────────────────────────── */

static void
add_person (GtkStringList *names, GArray *ids, const MullPerson *person, const MullMember *member)
{
  g_autofree char *name = NULL;

  if (member == NULL || member->role == MULL_ROLE_UNKNOWN)
    name = g_strdup (person->name);
  else
    /* Translators: a person and the part they play in the purchase */
    name = g_strdup_printf (_ ("%1$s · %2$s"), person->name, mull_role_label (member->role));
  gtk_string_list_append (names, name);
  g_array_append_val (ids, person->record.id);
}

static guint
list_people (MullScriptPage *self, GtkStringList *names)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->people_ids, 0);
  for (guint i = 0; i < self->desk->dossier->people->len; i++)
    {
      MullDossierPerson *person = self->desk->dossier->people->pdata[i];

      if (person->person->record.id == self->desk->script->person_id)
        selected = self->people_ids->len;
      add_person (names, self->people_ids, person->person, person->member);
    }
  if (selected == GTK_INVALID_LIST_POSITION && self->desk->person != NULL)
    {
      selected = self->people_ids->len;
      add_person (names, self->people_ids, self->desk->person, NULL);
    }
  return selected;
}

static gboolean
is_same_list (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (b);

  if (a == NULL || g_list_model_get_n_items (a) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                      gtk_string_list_get_string (GTK_STRING_LIST (b), i)))
      return FALSE;
  return TRUE;
}

/**
 * mull_script_page_show_people:
 * @self: a page
 *
 * Shows whom one can call, and the number of the one who is chosen.
 */
void
mull_script_page_show_people (MullScriptPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = list_people (self, names);
  gboolean has_number = self->desk->phone != NULL && *self->desk->phone != '\0';

  self->showing = TRUE;
  /* The list must not be taken away from under a choice that is just being made. */
  if (!is_same_list (gtk_drop_down_get_model (self->people), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->people, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->people, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->people), self->people_ids->len > 0);
  self->showing = FALSE;
  gtk_label_set_text (self->number, has_number ? self->desk->phone : _ ("No number yet"));
  if (has_number)
    gtk_widget_remove_css_class (GTK_WIDGET (self->number), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
}

/* ── The line under the script ────────────────────────────────────────── */

static char *
format_seconds (double seconds)
{
  /* Translators: how long a text takes to say, in seconds */
  return g_strdup_printf (_ ("%d s"), (int) (seconds + 0.5));
}

static char *
format_ask (const MullScriptComposition *composition)
{
  guint n = composition->n_questions;

  if (n == 0)
    return g_strdup (_ ("no ask"));
  if (n == 1)
    return g_strdup (_ ("one ask ✓"));
  return g_strdup_printf (ngettext ("%u ask", "%u asks", n), n);
}

/* A sign does not stand alone at the beginning of a line. */
static char *
hold_signs (const char *text)
{
  g_autoptr (GString) held = g_string_new (text);

  g_string_replace (held, " ✓", "\u00a0✓", 0);
  return g_string_free (g_steal_pointer (&held), FALSE);
}

static char *
format_facts (const MullScriptComposition *composition, const MullReviewer *reviewer)
{
  g_autofree char *seconds = format_seconds (composition->seconds);
  g_autofree char *ask = format_ask (composition);
  const char *day = composition->names_day ? _ ("a date ✓") : _ ("no date");

  /* Translators: there are no rules about words for the language of the script */
  const char *rules = reviewer->rules == NULL ? _ ("words not reviewed") : NULL;

  if (!composition->asks)
    return g_strjoin (" · ", seconds, day, rules, NULL);
  return g_strjoin (" · ", seconds, ask, day, rules, NULL);
}

static void
show_voicemail (MullScriptPage *self)
{
  const MullScriptComposition *composition = self->composition;
  g_autofree char *seconds = format_seconds (composition->message->seconds);
  gboolean is_long = composition->message->seconds > composition->thresholds.voicemail_seconds;

  if (is_long)
    {
      /* Translators: how long a message takes, and how long it should take at most, in seconds */
      g_autofree char *text = g_strdup_printf (_ ("%1$s · longer than %2$d s"), seconds,
                                               composition->thresholds.voicemail_seconds);

      gtk_label_set_text (self->voicemail_time, text);
    }
  else
    gtk_label_set_text (self->voicemail_time, seconds);
}

/**
 * mull_script_page_show_facts:
 * @self: a page
 *
 * Shows how long the script takes, what the reviewer says, the answers and the voicemail.
 */
void
mull_script_page_show_facts (MullScriptPage *self)
{
  g_autofree char *formatted = format_facts (self->composition, self->desk->reviewer);
  g_autofree char *facts = hold_signs (formatted);
  g_autofree char *remarks = NULL;
  g_autofree char *address = NULL;
  guint n = self->composition->n_remarks;

  remarks = n == 0 ? g_strdup (_ ("No remarks"))
                   : g_strdup_printf (ngettext ("%u remark ▸", "%u remarks ▸", n), n);
  gtk_label_set_text (self->facts, facts);
  gtk_button_set_label (GTK_BUTTON (self->remarks_button), remarks);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remarks_button), n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (self->remarks_button, FALSE);
  mull_remark_list_show (self->remarks, self->composition);
  if (self->desk->person != NULL)
    address = mull_person_dup_first_address (self->workspace, self->desk->person->record.id,
                                             MULL_ADDRESS_MAIL);
  mull_script_answers_show (self->answers, self->composition, address);
  show_voicemail (self);
}

/* ── Advice ───────────────────────────────────────────────────────────── */

static void
show_bar (GtkWidget *bar, GtkLabel *label, const char *text)
{
  if (text != NULL)
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (bar, text != NULL);
}

/* What is to be owned first, which the button of its bar leads to. */
static char *
dup_promise_advice (MullScriptPage *self)
{
  const MullDossier *dossier = self->desk->dossier;
  const MullCommitment *promise =
      mull_do_over_find_promise (dossier->commitments, self->desk->script->person_id,
                                 &dossier->thresholds, mull_workspace_get_today (self->workspace));

  if (promise != NULL)
    gtk_actionable_set_action_target (self->promise_button, "x", promise->record.id);
  return mull_do_over_not_for_promise (promise);
}

/**
 * mull_script_page_show_advice:
 * @self: a page
 *
 * Shows what speaks for planning, writing or dropping instead of calling.
 */
void
mull_script_page_show_advice (MullScriptPage *self)
{
  const MullDossier *dossier = self->desk->dossier;
  gboolean open = self->desk->hole != NULL && (self->desk->hole->state == MULL_HOLE_STATE_OPEN ||
                                               self->desk->hole->state == MULL_HOLE_STATE_ASKED);
  g_autofree char *needed = NULL;
  g_autofree char *many = NULL;
  g_autofree char *tries = NULL;
  g_autofree char *promise = NULL;
  g_autofree char *one = NULL;

  if (open && g_str_equal (self->desk->script->kind, "do-over"))
    {
      promise = dup_promise_advice (self);
      one = mull_do_over_one_thing (self->desk->hole);
    }
  if (open && !self->needed)
    needed = mull_do_over_still_needed (
        self->desk->hole->left_at, mull_workspace_get_now (self->workspace), &dossier->thresholds);
  if (open && g_str_equal (self->desk->script->kind, "do-over"))
    many = mull_do_over_too_many ((const MullDay *) (gpointer) self->desk->calls->data,
                                  self->desk->calls->len,
                                  mull_workspace_get_today (self->workspace), &dossier->thresholds);
  if (open && self->desk->script->outcome == MULL_SCRIPT_OUTCOME_NOT_REACHED)
    tries = mull_call_next_try_reason (self->desk->script->tries, &dossier->thresholds);
  show_bar (self->promise_bar, self->promise_label, promise);
  show_bar (self->one_bar, self->one_label, one);
  show_bar (self->needed_bar, self->needed_label, needed);
  show_bar (self->many_bar, self->many_label, many);
  show_bar (self->tries_bar, self->tries_label, tries);
}
