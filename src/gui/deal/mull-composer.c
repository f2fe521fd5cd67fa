/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-composer"

#include "config.h"

#include "mull-composer-private.h"

#include "mull-columns.h"
#include "mull-error.h"
#include "mull-text-limit.h"
#include "mull-timeline-ops.h"
#include "mull-typed-effort.h"
#include "mull-typed-moment.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define N_KINDS (MULL_ENTRY_NOTE + 1)

G_DEFINE_FINAL_TYPE (MullComposer, mull_composer, GTK_TYPE_WIDGET)

/* ── What is written ──────────────────────────────────────────────────── */

static char *
dup_buffer_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * mull_composer_get_kind:
 *
 * Returns: the kind that is chosen
 */
MullEntryKind
mull_composer_get_kind (MullComposer *self)
{
  return (MullEntryKind) gtk_drop_down_get_selected (self->kind);
}

/**
 * mull_composer_get_direction:
 *
 * Returns: who reached for whom; nobody in a note
 */
MullDirection
mull_composer_get_direction (MullComposer *self)
{
  if (mull_composer_get_kind (self) == MULL_ENTRY_NOTE)
    return MULL_DIRECTION_NONE;
  if (gtk_toggle_button_get_active (self->in))
    return MULL_DIRECTION_IN;
  return gtk_toggle_button_get_active (self->both) ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
}

/**
 * mull_composer_dup_words:
 *
 * Returns: (transfer full): what they said
 */
char *
mull_composer_dup_words (MullComposer *self)
{
  return dup_buffer_text (self->words);
}

/**
 * mull_composer_asks_reached:
 *
 * Whether somebody was there is a question of calls and meetings that we began.
 *
 * Returns: whether it is asked
 */
gboolean
mull_composer_asks_reached (MullComposer *self)
{
  return mull_composer_get_kind (self) <= MULL_ENTRY_MEETING &&
         mull_composer_get_direction (self) == MULL_DIRECTION_OUT;
}

/**
 * mull_composer_is_reached:
 *
 * Returns: whether they were spoken to
 */
gboolean
mull_composer_is_reached (MullComposer *self)
{
  MullDirection direction = mull_composer_get_direction (self);

  if (mull_composer_asks_reached (self))
    return gtk_toggle_button_get_active (self->reached);
  return direction == MULL_DIRECTION_IN || direction == MULL_DIRECTION_BOTH;
}

static void
update_choices (MullComposer *self)
{
  gtk_widget_set_visible (self->direction_box, mull_composer_get_kind (self) != MULL_ENTRY_NOTE);
  gtk_widget_set_visible (self->reached_box, mull_composer_asks_reached (self));
  /* What it stood before is something else now. */
  gtk_widget_set_visible (GTK_WIDGET (self->guard), FALSE);
}

/**
 * mull_composer_set_problem:
 * @text: (nullable): what is wrong, in a sentence
 *
 * Says in place what is wrong, or no longer is.
 */
void
mull_composer_set_problem (MullComposer *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/**
 * mull_composer_clear:
 *
 * Empties the text, lets go of the files, and empties what stands under More; kind and direction
 * stay, but are not what the rep has chosen for what comes next.
 */
void
mull_composer_clear (MullComposer *self)
{
  self->frozen = TRUE;
  /* The files may have one to tell of. */
  mull_composer_set_problem (self, NULL);
  mull_composer_set_text (self, "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), "", -1);
  mull_date_entry_set_text (self->day, "");
  gtk_editable_set_text (self->time, "");
  gtk_editable_set_text (self->effort, "");
  gtk_check_button_set_active (self->private, FALSE);
  mull_file_tray_clear (self->files);
  gtk_toggle_button_set_active (self->more, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->guard), FALSE);
  self->chosen = FALSE;
  self->person_chosen = FALSE;
  mull_composer_suggest_person (self);
  self->frozen = FALSE;
}

/* ── Callbacks ────────────────────────────────────────────────────────── */

static void
on_guard_passed_cb (MullComposer *self, int reason, const char *why, MullQuietGuard *guard)
{
  const MullQuietPass pass = { (MullQuietReason) reason, why };

  mull_composer_log_with_pass (self, &pass);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MullComposer *self = MULL_COMPOSER (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->guard)))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->guard), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return TRUE;
}

static void
on_log_clicked_cb (MullComposer *self)
{
  mull_composer_log (self);
}

/* What was missing may be there now. */
static void
on_changed (MullComposer *self)
{
  if (!self->frozen)
    mull_composer_set_problem (self, NULL);
  mull_composer_queue_draft (self);
}

static void
on_choice_changed_cb (MullComposer *self)
{
  update_choices (self);
  on_changed (self);
}

static void
on_kind_changed_cb (MullComposer *self)
{
  mull_composer_suggest_person (self);
  on_choice_changed_cb (self);
}

/* A press says so, also one of the button that is down already. */
static void
on_choice_clicked_cb (MullComposer *self)
{
  self->chosen = TRUE;
  on_changed (self);
}

static void
on_person_changed_cb (MullComposer *self)
{
  if (self->frozen)
    return;
  self->person_chosen = TRUE;
  on_choice_changed_cb (self);
}

/* What is typed next is what was asked for. */
static void
on_more_clicked_cb (MullComposer *self)
{
  gtk_widget_grab_focus (gtk_toggle_button_get_active (self->more) ? GTK_WIDGET (self->effort)
                                                                   : GTK_WIDGET (self->text));
}

static void
on_buffer_changed_cb (MullComposer *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (buffer) == 0);
  on_changed (self);
}

static void
on_focus_leave_cb (MullComposer *self)
{
  mull_composer_keep_draft (self);
}

/* Enter logs, Shift+Enter begins a new line. */
static gboolean
on_text_key_pressed_cb (MullComposer *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  mull_composer_log (self);
  return GDK_EVENT_STOP;
}

/* What it took: from the text, one key and “30m”, then Enter. */
static void
effort_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullComposer *self = MULL_COMPOSER (widget);

  gtk_toggle_button_set_active (self->more, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->effort));
}

static void
log_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_composer_log (MULL_COMPOSER (widget));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static gboolean
mull_composer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_COMPOSER (widget)->text));
}

static void
mull_composer_dispose (GObject *object)
{
  MullComposer *self = MULL_COMPOSER (object);

  if (self->text != NULL)
    mull_composer_keep_draft (self);
  self->deal_id = 0;
  g_clear_object (&self->drafts);
  mull_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_COMPOSER);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_composer_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mulliganapp/Mulligan/deal/mull-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, MullComposer, text);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, kind);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, direction_box);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, out);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, in);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, both);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, reached_box);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, reached);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, missed);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, more);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, files);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, problem);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, guard);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, person);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, day);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, time);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, effort);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, private);
  gtk_widget_class_bind_template_child (widget_class, MullComposer, words);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_passed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_log_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_person_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
}

static void
mull_composer_class_init (MullComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_composer_dispose;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_composer_grab_focus;

  /**
   * MullComposer::logged:
   * @entry_id: the new entry
   * @is_touch: whether it reached for or came from a person
   *
   * Something was put on the timeline.
   */
  g_signal_new ("logged", MULL_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_COLUMNS);
  g_type_ensure (MULL_TYPE_DATE_ENTRY);
  g_type_ensure (MULL_TYPE_FILE_TRAY);
  g_type_ensure (MULL_TYPE_QUIET_GUARD);
  gtk_widget_class_set_css_name (widget_class, "composer");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "composer.log", NULL, log_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "composer.log", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  mull_composer_install_files (widget_class);
  gtk_widget_class_install_action (widget_class, "composer.effort", NULL, effort_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "composer.effort",
                                       NULL);
}

static void
add_controllers (MullComposer *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_text_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* Instead of the first one there is nobody. */
static void
free_person (gpointer person)
{
  if (person != NULL)
    mull_person_unref (person);
}

static void
on_refused (gpointer self, const GError *error)
{
  mull_composer_set_problem (self, error->message);
}

static void
mull_composer_init (MullComposer *self)
{
  const char *kinds[N_KINDS + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;
  GtkLayoutManager *layout;

  for (int i = 0; i < N_KINDS; i++)
    kinds[i] = mull_entry_kind_label ((MullEntryKind) i);
  self->people = g_ptr_array_new_with_free_func (free_person);
  g_ptr_array_set_size (self->people, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  list = gtk_string_list_new (kinds);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (list));
  mull_date_entry_set_label (self->day, _ ("Day"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (on_buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->words), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  mull_text_limit_install (self->text, _ ("Text"), on_refused, self);
  mull_text_limit_install (self->words, _ ("Their words"), on_refused, self);
  add_controllers (self);
  mull_composer_accept_files (self);
}

/* ── Public ───────────────────────────────────────────────────────────── */

/**
 * mull_composer_set_workspace:
 *
 * Says, once, where entries are written.
 */
void
mull_composer_set_workspace (MullComposer *self, MullWorkspace *workspace)
{
  g_return_if_fail (MULL_IS_COMPOSER (self));

  g_set_object (&self->workspace, workspace);
  mull_file_tray_set_workspace (self->files, workspace);
  mull_composer_init_drafts (self);
}

/**
 * mull_composer_open:
 *
 * Writes to another deal from now on. What was typed for the last one is kept as its draft, and the
 * draft of this one comes back.
 */
void
mull_composer_open (MullComposer *self, MullDossier *dossier)
{
  g_return_if_fail (MULL_IS_COMPOSER (self));

  if (self->deal_id != 0)
    mull_composer_keep_draft (self);
  mull_composer_clear (self);
  self->deal_id = dossier->deal->record.id;
  g_strlcpy (self->currency, dossier->deal->currency, sizeof self->currency);
  self->frozen = TRUE;
  g_ptr_array_set_size (self->people, 1);
  mull_composer_set_touch (self, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE);
  mull_composer_set_people (self, dossier);
  mull_composer_restore_draft (self, dossier->deal->uuid);
  self->frozen = FALSE;
}

/**
 * mull_composer_set_text:
 * @text: what happened
 *
 * Types into the composer.
 */
void
mull_composer_set_text (MullComposer *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

/**
 * mull_composer_dup_text:
 *
 * Returns: (transfer full): what is typed
 */
char *
mull_composer_dup_text (MullComposer *self)
{
  g_return_val_if_fail (MULL_IS_COMPOSER (self), NULL);

  return dup_buffer_text (self->text);
}

/**
 * mull_composer_set_touch:
 * @direction: not used for a note
 * @reached: not used unless we began a call or a meeting
 */
void
mull_composer_set_touch (MullComposer *self,
                         MullEntryKind kind,
                         MullDirection direction,
                         gboolean reached)
{
  g_return_if_fail (MULL_IS_COMPOSER (self));

  gtk_drop_down_set_selected (self->kind, kind);
  gtk_toggle_button_set_active (direction == MULL_DIRECTION_IN     ? self->in
                                : direction == MULL_DIRECTION_BOTH ? self->both
                                                                   : self->out,
                                TRUE);
  gtk_toggle_button_set_active (reached ? self->reached : self->missed, TRUE);
  update_choices (self);
}
