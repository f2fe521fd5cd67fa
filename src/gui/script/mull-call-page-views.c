/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-page-views"

#include "config.h"

#include "mull-call-page-private.h"

#include "mull-call-outcome.h"

#include <glib/gi18n-lib.h>

/* ── Showing ──────────────────────────────────────────────────────────── */

/**
 * mull_call_page_is_view:
 * @self: a page
 * @view: name of a view
 *
 * Returns: whether that is the one that is shown
 */
gboolean
mull_call_page_is_view (MullCallPage *self, const char *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), view) == 0;
}

/**
 * mull_call_page_show_clock:
 * @self: a page
 *
 * Shows how long the call takes so far.
 */
void
mull_call_page_show_clock (MullCallPage *self)
{
  g_autofree char *text =
      self->call != NULL ? mull_call_dup_elapsed_text (self->call) : g_strdup ("");

  if (!g_str_equal (gtk_label_get_text (self->clock), text))
    gtk_label_set_text (self->clock, text);
}

static void
show_dots (MullCallPage *self)
{
  guint n = mull_call_get_n_beats (self->call);
  guint beat = mull_call_get_beat (self->call);
  gboolean talking = mull_call_page_is_view (self, "beats");
  g_autoptr (GString) dots = g_string_new (NULL);
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (dots, "%s%s", i > 0 ? "  " : "", i <= beat ? "●" : "○");
  /* Translators: which part of the script is shown, and how many there are */
  label = g_strdup_printf (_ ("Beat %1$u of %2$u"), beat + 1, n);
  gtk_label_set_text (self->dots, dots->str);
  gtk_widget_set_opacity (GTK_WIDGET (self->dots), talking ? 1.0 : 0.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * mull_call_page_focus_view:
 * @self: a page
 *
 * Puts the focus on what is to be read: that is what a screen reader says.
 */
void
mull_call_page_focus_view (MullCallPage *self)
{
  GtkWidget *target = NULL;

  if (mull_call_page_is_view (self, "ready"))
    target = self->ready;
  else if (mull_call_page_is_view (self, "voicemail"))
    target = self->voicemail_target;
  else if (mull_call_page_is_view (self, "outcome"))
    target = GTK_WIDGET (self->form);
  else if (mull_call_page_is_view (self, "after"))
    target = self->after_done;
  else if (self->call != NULL)
    {
      /* A label takes no focus: what stands around it does, in a viewport in a scrolled window. */
      target = gtk_stack_get_visible_child (self->beats);
      while (target != NULL && !gtk_widget_get_focusable (target))
        target = gtk_widget_get_first_child (target);
    }
  if (target != NULL)
    gtk_widget_grab_focus (target);
}

/**
 * mull_call_page_show_state:
 * @self: a page
 *
 * Shows where the call stands: the beat, the dots, the time and the notes.
 */
void
mull_call_page_show_state (MullCallPage *self)
{
  g_autofree char *name = NULL;
  gboolean calling =
      !mull_call_page_is_view (self, "outcome") && !mull_call_page_is_view (self, "after");

  gtk_widget_set_visible (self->footer, calling);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), self->call != NULL);
  mull_call_page_show_clock (self);
  if (self->call == NULL)
    return;
  name = g_strdup_printf ("%u", mull_call_get_beat (self->call));
  gtk_stack_set_visible_child_name (self->beats, name);
  show_dots (self);
  gtk_label_set_text (self->notes, mull_call_get_notes (self->call));
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *mull_call_get_notes (self->call) != '\0');
}

/**
 * mull_call_page_show_view:
 * @self: a page
 * @view: "ready", "beats", "voicemail", "outcome" or "after"
 *
 * Turns to a view and puts the focus on what is to be read.
 */
void
mull_call_page_show_view (MullCallPage *self, const char *view)
{
  gtk_stack_set_visible_child_name (self->views, view);
  mull_call_page_show_state (self);
  mull_call_page_focus_view (self);
}

/**
 * mull_call_page_get_current_view:
 * @self: a page with a call
 *
 * Returns: (transfer none): where the call goes on: at the number until somebody answers, then at
 *   the beat
 */
const char *
mull_call_page_get_current_view (MullCallPage *self)
{
  return mull_call_get_state (self->call) == MULL_CALL_READY ? "ready" : "beats";
}

/* ── Building ─────────────────────────────────────────────────────────── */

static void
add_beat (MullCallPage *self, guint i, const MullComposedBeat *beat)
{
  GtkWidget *label = gtk_label_new (beat->text);
  GtkWidget *target = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                    "focusable", TRUE, "child", label, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autofree char *name = g_strdup_printf ("%u", i);
  /* Translators: what a screen reader says when a part of the script comes up: its number, how many
   * there are, its title and its text */
  g_autofree char *said =
      g_strdup_printf (_ ("Beat %1$u of %2$u, %3$s: %4$s"), i + 1, self->composition->beats->len,
                       beat->beat->title, beat->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "call-text");
  gtk_widget_add_css_class (target, "call-target");
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), target);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_stack_add_named (self->beats, scrolled, name);
}

static void
build_beats (MullCallPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->beats))) != NULL)
    gtk_stack_remove (self->beats, child);
  for (guint i = 0; i < self->composition->beats->len; i++)
    add_beat (self, i, g_ptr_array_index (self->composition->beats, i));
}

static void
build_ready (MullCallPage *self)
{
  const char *name = self->desk->person != NULL ? self->desk->person->name : _ ("Nobody chosen");
  const char *number = self->desk->phone != NULL ? self->desk->phone : _ ("No number yet");
  int n_try = mull_call_get_try (self->call);
  /* Translators: %d is 2 or more: how often one has tried to reach somebody, this time included */
  g_autofree char *text = g_strdup_printf (_ ("Try %d"), n_try);
  g_autofree char *said = g_strdup_printf ("%s, %s", name, number);

  gtk_label_set_text (self->ready_name, name);
  gtk_label_set_text (self->ready_number, number);
  gtk_label_set_text (self->ready_try, text);
  gtk_widget_set_visible (GTK_WIDGET (self->ready_try), n_try > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ready), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
}

static void
build_voicemail (MullCallPage *self)
{
  /* Translators: how long a text takes to say, in seconds */
  g_autofree char *time =
      g_strdup_printf (_ ("%d s"), (int) (self->composition->message->seconds + 0.5));

  gtk_label_set_text (self->voicemail, self->composition->message->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->voicemail_target),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->composition->message->text,
                                  -1);
  gtk_label_set_text (self->voicemail_time, time);
}

static void
add_outcome (MullCallPage *self, const MullCallOutcomeForm *form)
{
  /* Translators: a key, and the outcome that it chooses */
  g_autofree char *label = g_strdup_printf (_ ("%1$d  %2$s"), form->key, form->label);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "call.outcome");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", form->key);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, form->explanation);
  /* Space must go on in the script, wherever one clicked before. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (self->outcomes, child);
}

/* Each kind of script ends in its own ways. */
static void
build_outcomes (MullCallPage *self)
{
  MullCallOutcomeForm form;
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->outcomes, 0)) != NULL)
    gtk_flow_box_remove (self->outcomes, GTK_WIDGET (child));
  for (int key = 1; mull_call_outcome_find (self->desk->script->kind, key, &form); key++)
    add_outcome (self, &form);
}

/**
 * mull_call_page_build_views:
 * @self: a page with a call
 *
 * Shows whom to call, the beats, the message for a machine and the ways to end, anew.
 */
void
mull_call_page_build_views (MullCallPage *self)
{
  build_outcomes (self);
  build_beats (self);
  build_ready (self);
  build_voicemail (self);
}
