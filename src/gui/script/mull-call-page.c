/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-page"

#include "config.h"

#include "mull-call-page.h"

#include "mull-call-outcome.h"
#include "mull-call-page-private.h"
#include "mull-feedback.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 250

G_DEFINE_FINAL_TYPE (MullCallPage, mull_call_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
} MullCallPageProps;

static GParamSpec *props[PROP_TITLE + 1];

/* ── Showing ──────────────────────────────────────────────────────────── */

static gboolean
is_view (MullCallPage *self, const char *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), view) == 0;
}

static void
show_clock (MullCallPage *self)
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
  gboolean talking = is_view (self, "beats");
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

/* The focus goes to what is to be read: that is what a screen reader says. */
static void
focus_view (MullCallPage *self)
{
  GtkWidget *target = NULL;

  if (is_view (self, "ready"))
    target = self->ready;
  else if (is_view (self, "voicemail"))
    target = self->voicemail_target;
  else if (is_view (self, "outcome"))
    target = GTK_WIDGET (self->form);
  else if (is_view (self, "after"))
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
  gboolean calling = !is_view (self, "outcome") && !is_view (self, "after");

  gtk_widget_set_visible (self->footer, calling);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), self->call != NULL);
  show_clock (self);
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
  focus_view (self);
}

/* Where the call goes on: at the number until somebody answers, then at the beat. */
static const char *
current_view (MullCallPage *self)
{
  return mull_call_get_state (self->call) == MULL_CALL_READY ? "ready" : "beats";
}

static gboolean
on_tick_cb (gpointer user_data)
{
  show_clock (user_data);
  return G_SOURCE_CONTINUE;
}

/* ── Keys ─────────────────────────────────────────────────────────────── */

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || is_view (self, "outcome"))
    return;
  if (mull_call_get_state (self->call) == MULL_CALL_READY)
    mull_call_start (self->call);
  else if (is_view (self, "beats"))
    mull_call_next (self->call);
  mull_call_page_show_view (self, "beats");
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || is_view (self, "outcome"))
    return;
  if (is_view (self, "beats"))
    mull_call_back (self->call);
  mull_call_page_show_view (self, current_view (self));
}

static void
note_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || is_view (self, "outcome"))
    return;
  gtk_revealer_set_reveal_child (self->note_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
close_note (MullCallPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_revealer_set_reveal_child (self->note_revealer, FALSE);
  focus_view (self);
}

static void
on_note_activate_cb (MullCallPage *self, GtkEntry *note)
{
  if (self->call == NULL)
    return;
  mull_call_add_note (self->call, gtk_editable_get_text (GTK_EDITABLE (note)));
  close_note (self);
  mull_call_page_show_state (self);
}

static void
on_lesson_activate_cb (MullCallPage *self, GtkEntry *lesson)
{
  mull_call_page_done (self);
}

static void
voicemail_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL || is_view (self, "outcome"))
    return;
  if (is_view (self, "voicemail"))
    {
      mull_call_page_show_view (self, current_view (self));
      return;
    }
  self->left_message = TRUE;
  mull_call_page_show_view (self, "voicemail");
}

static void
outcome_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);
  int key = g_variant_get_int32 (parameter);
  MullCallOutcomeForm form;

  if (self->call == NULL || !mull_call_outcome_find (self->desk->script->kind, key, &form))
    return;
  /* A note that was begun belongs to the call. */
  mull_call_add_note (self->call, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_revealer_set_reveal_child (self->note_revealer, FALSE);
  /* Nobody answered: there is no time to stop. */
  if (mull_call_get_state (self->call) != MULL_CALL_READY)
    mull_call_end (self->call, form.outcome);
  mull_outcome_form_show_key (self->form, key, self->desk);
  mull_call_page_show_view (self, "outcome");
}

static void
finish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (is_view (self, "after"))
    mull_call_page_done (self);
  else if (self->call != NULL && is_view (self, "outcome"))
    mull_call_page_finish (self);
}

/* The innermost thing first; leaving asks nothing, and the call can be gone on with. */
static void
escape_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  if (self->call == NULL)
    mull_call_page_done (self);
  else if (gtk_revealer_get_reveal_child (self->note_revealer))
    close_note (self);
  else if (is_view (self, "outcome") || is_view (self, "voicemail"))
    {
      mull_call_resume (self->call);
      mull_call_page_show_view (self, current_view (self));
    }
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
roadblock_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_open_roadblock (MULL_CALL_PAGE (widget));
}

static void
accept_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_accept_no (MULL_CALL_PAGE (widget));
}

static void
close_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_close_deal (MULL_CALL_PAGE (widget));
}

static void
decide_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_call_page_decide (MULL_CALL_PAGE (widget));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->after_text));
  mull_feedback_toast (widget, _ ("Copied"));
  gtk_widget_grab_focus (self->after_done);
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
show_beats (MullCallPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->beats))) != NULL)
    gtk_stack_remove (self->beats, child);
  for (guint i = 0; i < self->composition->beats->len; i++)
    add_beat (self, i, g_ptr_array_index (self->composition->beats, i));
}

static void
show_ready (MullCallPage *self)
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
show_voicemail (MullCallPage *self)
{
  /* Translators: how long a text takes to say, in seconds */
  g_autofree char *time =
      g_strdup_printf (_ ("%d s"), (int) (self->composition->voicemail_seconds + 0.5));

  gtk_label_set_text (self->voicemail, self->composition->voicemail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->voicemail_target),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->composition->voicemail, -1);
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
show_outcomes (MullCallPage *self)
{
  MullCallOutcomeForm form;
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->outcomes, 0)) != NULL)
    gtk_flow_box_remove (self->outcomes, GTK_WIDGET (child));
  for (int key = 1; mull_call_outcome_find (self->desk->script->kind, key, &form); key++)
    add_outcome (self, &form);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_call_page_map (GtkWidget *widget)
{
  MullCallPage *self = MULL_CALL_PAGE (widget);

  GTK_WIDGET_CLASS (mull_call_page_parent_class)->map (widget);
  show_clock (self);
  if (self->tick_source == 0)
    self->tick_source = g_timeout_add (TICK_MS, on_tick_cb, self);
}

static void
mull_call_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MULL_CALL_PAGE (widget)->tick_source, g_source_remove);
  GTK_WIDGET_CLASS (mull_call_page_parent_class)->unmap (widget);
}

static gboolean
mull_call_page_grab_focus (GtkWidget *widget)
{
  focus_view (MULL_CALL_PAGE (widget));
  return TRUE;
}

static void
mull_call_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullCallPage *self = MULL_CALL_PAGE (object);

  switch ((MullCallPageProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    }
}

static void
mull_call_page_dispose (GObject *object)
{
  MullCallPage *self = MULL_CALL_PAGE (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->call, mull_call_free);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_CALL_PAGE);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_call_page_parent_class)->dispose (object);
}

static void
mull_call_page_finalize (GObject *object)
{
  MullCallPage *self = MULL_CALL_PAGE (object);

  g_free (self->title);
  g_free (self->refusal);
  g_free (self->ending);
  G_OBJECT_CLASS (mull_call_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, clock);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, dots);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, views);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready_name);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready_number);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, ready_try);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, beats);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, voicemail_target);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, voicemail);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, voicemail_time);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, note_revealer);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, note);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, notes);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, footer);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, form);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_title);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_hint);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_text);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_copy);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_roadblock);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_close);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_decide);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_accept);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, after_done);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, lesson_box);
  gtk_widget_class_bind_template_child (widget_class, MullCallPage, lesson);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_space, "call.next" },    { GDK_KEY_Page_Down, "call.next" },
    { GDK_KEY_b, "call.back" },        { GDK_KEY_Page_Up, "call.back" },
    { GDK_KEY_n, "call.note" },        { GDK_KEY_v, "call.voicemail" },
    { GDK_KEY_Escape, "call.escape" },
  };

  gtk_widget_class_install_action (widget_class, "call.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "call.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "call.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "call.voicemail", NULL, voicemail_action);
  gtk_widget_class_install_action (widget_class, "call.outcome", "i", outcome_action);
  gtk_widget_class_install_action (widget_class, "call.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "call.escape", NULL, escape_action);
  gtk_widget_class_install_action (widget_class, "call.roadblock", NULL, roadblock_action);
  gtk_widget_class_install_action (widget_class, "call.close-deal", NULL, close_deal_action);
  gtk_widget_class_install_action (widget_class, "call.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "call.accept-no", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "call.copy", NULL, copy_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  for (int key = 1; mull_call_outcome_from_key (key) != MULL_SCRIPT_OUTCOME_NONE; key++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_0 + key), 0,
                                           "call.outcome", "i", key);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_0 + key), 0,
                                           "call.outcome", "i", key);
    }
}

static void
mull_call_page_class_init (MullCallPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_call_page_get_property;
  object_class->dispose = mull_call_page_dispose;
  object_class->finalize = mull_call_page_finalize;
  widget_class->map = mull_call_page_map;
  widget_class->unmap = mull_call_page_unmap;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_call_page_grab_focus;

  /**
   * MullCallPage:title:
   *
   * What the window is called while the page is shown.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_OUTCOME_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-call-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_note_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_lesson_activate_cb);
  install_actions (widget_class);
}

static void
mull_call_page_init (MullCallPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The groups of a number are read from left to right in every script. */
  gtk_widget_set_direction (GTK_WIDGET (self->ready_number), GTK_TEXT_DIR_LTR);
}

/**
 * mull_call_page_new:
 * @workspace: the data
 *
 * Returns: (transfer floating): a page without a call
 */
MullCallPage *
mull_call_page_new (MullWorkspace *workspace)
{
  MullCallPage *self = g_object_new (MULL_TYPE_CALL_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

static void
update_title (MullCallPage *self)
{
  g_free (self->title);
  self->title =
      /* Translators: the title of the window during a call; %s is whom one calls */
      g_strdup_printf (_ ("Call · %s"), self->desk->person != NULL
                                            ? self->desk->person->name
                                            : self->desk->dossier->deal->title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * mull_call_page_open:
 * @self: a page
 * @script_id: the script to speak
 *
 * Begins a call, or goes on with one with the same script that has not ended.
 *
 * Returns: %FALSE with %MULL_ERROR_NOT_FOUND if there is no such script
 */
gboolean
mull_call_page_open (MullCallPage *self, gint64 script_id, GError **error)
{
  MullScriptDesk *desk;
  gboolean goes_on;

  g_return_val_if_fail (MULL_IS_CALL_PAGE (self), FALSE);

  desk = mull_script_desk_load (self->workspace, script_id, error);
  if (desk == NULL)
    return FALSE;
  goes_on = self->call != NULL && self->desk->script->record.id == script_id;
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  g_clear_pointer (&self->desk, mull_script_desk_free);
  self->desk = desk;
  self->deal_id = desk->script->deal_id;
  self->composition = mull_script_desk_compose_with (desk, NULL);
  if (!goes_on)
    {
      g_clear_pointer (&self->call, mull_call_free);
      g_clear_pointer (&self->refusal, g_free);
      g_clear_pointer (&self->ending, g_free);
      self->left_message = FALSE;
      self->call = mull_call_new (self->composition->beats->len, desk->script->tries,
                                  mull_workspace_get_clock (self->workspace));
      mull_outcome_form_clear (self->form);
    }
  mull_call_resume (self->call);
  show_outcomes (self);
  show_beats (self);
  show_ready (self);
  show_voicemail (self);
  update_title (self);
  mull_call_page_show_view (self, current_view (self));
  return TRUE;
}
