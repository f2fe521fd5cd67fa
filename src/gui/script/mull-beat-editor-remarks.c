/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-beat-editor-remarks"

#include "config.h"

#include "mull-beat-editor-private.h"

#include "mull-popover.h"
#include "mull-remark-popover.h"

#include <glib/gi18n-lib.h>

/* A beat that becomes the one that is worked on moves within this many frames. */
#define PLACE_FRAMES 3

static guint ignored_signal;

/* ── Saying it ────────────────────────────────────────────────────────── */

static int
find_at_cursor (MullBeatEditor *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return mull_beat_marks_find (self->marks, &iter);
}

/**
 * mull_beat_editor_describe:
 * @self: an editor
 *
 * Tells assistive technology what the reviewer says where the cursor is, else what the beat has to
 * do and how many remarks there are.
 */
void
mull_beat_editor_describe (MullBeatEditor *self)
{
  int i = find_at_cursor (self);
  guint n = mull_beat_marks_get_n (self->marks);
  g_autofree char *description = NULL;

  if (i >= 0)
    {
      const MullRemark *remark = mull_beat_marks_get (self->marks, (guint) i);

      description =
          /* Translators: a category of remarks, what the reviewer says, and what to do instead */
          g_strdup_printf (_ ("%1$s: %2$s %3$s"), mull_remark_category_get_name (remark->category),
                           remark->reason, remark->suggestion);
    }
  else if (n > 0)
    {
      g_autofree char *remarks = g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n);

      /* Translators: what a part of a script has to do, and "2 remarks" */
      description = g_strdup_printf (_ ("%1$s %2$s."), self->hint, remarks);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : self->hint, -1);
}

/* ── The popover ──────────────────────────────────────────────────────── */

static void
forget_popover (MullBeatEditor *self)
{
  self->popover = NULL;
  if (self->place_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->place_tick);
  self->place_tick = 0;
}

static void
on_popover_closed_cb (MullBeatEditor *self, GtkPopover *popover)
{
  if (self->popover == popover)
    forget_popover (self);
}

/**
 * mull_beat_editor_close_remark:
 * @self: an editor
 *
 * Closes what says what the reviewer says.
 */
void
mull_beat_editor_close_remark (MullBeatEditor *self)
{
  GtkPopover *popover;

  g_return_if_fail (MULL_IS_BEAT_EDITOR (self));

  popover = self->popover;
  forget_popover (self);
  if (popover != NULL)
    gtk_popover_popdown (popover);
}

static void
get_area (MullBeatEditor *self, guint i, GdkRectangle *area)
{
  GtkTextIter start, end;
  GdkRectangle last;

  mull_beat_marks_get_place (self->marks, i, &start, &end);
  gtk_text_view_get_iter_location (self->view, &start, area);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  /* Of words that go over more lines, the first line is pointed at. */
  area->width = last.y == area->y ? MAX (last.x - area->x, 1) : area->width;
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y,
                                         &area->x, &area->y);
}

static gboolean
on_place_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullBeatEditor *self = MULL_BEAT_EDITOR (widget);
  int i = mull_beat_marks_find_remark (self->marks, self->shown);
  GdkRectangle area;
  graphene_point_t origin;

  if (i >= 0)
    {
      get_area (self, (guint) i, &area);
      if (gtk_widget_compute_point (GTK_WIDGET (self->view), widget,
                                    &GRAPHENE_POINT_INIT (area.x, area.y), &origin))
        {
          area.x = (int) origin.x;
          area.y = (int) origin.y;
          gtk_popover_set_pointing_to (self->popover, &area);
        }
    }
  if (++self->n_place_ticks < PLACE_FRAMES)
    return G_SOURCE_CONTINUE;
  self->place_tick = 0;
  return G_SOURCE_REMOVE;
}

/* A click leaves the focus where one writes; who comes by keyboard goes into it. */
static void
open_remark (MullBeatEditor *self, guint i, gboolean with_focus)
{
  GtkPopover *popover;
  GdkRectangle area;

  mull_beat_editor_close_remark (self);
  g_clear_pointer (&self->shown, mull_remark_free);
  self->shown = mull_remark_copy (mull_beat_marks_get (self->marks, i));
  get_area (self, i, &area);
  popover =
      GTK_POPOVER (mull_remark_popover_new (self->shown, mull_beat_marks_can_use (self->marks, i)));
  gtk_popover_set_autohide (popover, with_focus);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  self->popover = popover;
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  mull_popover_show_at (popover, GTK_WIDGET (self), GTK_WIDGET (self->view), &area);
  self->n_place_ticks = 0;
  self->place_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_place_tick_cb, NULL, NULL);
}

static void
select_mark (MullBeatEditor *self, guint i)
{
  GtkTextIter start, end;

  mull_beat_marks_get_place (self->marks, i, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
}

/* ── Coming to a mark ─────────────────────────────────────────────────── */

static gboolean
on_clicked_idle_cb (gpointer user_data)
{
  MullBeatEditor *self = user_data;
  int i;

  self->click_source = 0;
  i = gtk_text_buffer_get_has_selection (self->buffer) ? -1 : find_at_cursor (self);
  if (i >= 0)
    open_remark (self, (guint) i, FALSE);
  return G_SOURCE_REMOVE;
}

/* A text view takes clicks for itself, so that a gesture beside its own never ends; where it was
 * clicked is where the cursor is then. */
static gboolean
on_view_event_cb (MullBeatEditor *self, GdkEvent *event, GtkEventController *controller)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE &&
      gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY && self->click_source == 0)
    self->click_source = g_idle_add (on_clicked_idle_cb, self);
  return FALSE;
}

static gboolean
on_view_key_pressed_cb (MullBeatEditor *self,
                        guint key,
                        guint code,
                        GdkModifierType state,
                        GtkEventControllerKey *controller)
{
  guint modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int i;

  if (key == GDK_KEY_Escape && self->popover != NULL)
    {
      mull_beat_editor_close_remark (self);
      return TRUE;
    }
  /* A text view keeps F7 for itself: it hides the cursor. */
  if (key == GDK_KEY_F7 && (modifiers & ~GDK_SHIFT_MASK) == 0)
    return gtk_widget_activate_action (
        GTK_WIDGET (self), modifiers == 0 ? "script.next-remark" : "script.previous-remark", NULL);
  if (!(key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK) &&
      !(key == GDK_KEY_Menu && modifiers == 0))
    return FALSE;
  i = find_at_cursor (self);
  if (i < 0)
    return FALSE;
  open_remark (self, (guint) i, TRUE);
  return TRUE;
}

static void
on_cursor_moved_cb (MullBeatEditor *self, GParamSpec *pspec, GtkTextBuffer *buffer)
{
  int i;

  /* Not yet while the template is being built. */
  if (self->marks == NULL)
    return;
  mull_beat_editor_describe (self);
  if (self->popover == NULL || gtk_popover_get_autohide (self->popover))
    return;
  i = find_at_cursor (self);
  if (i < 0 || mull_beat_marks_find_remark (self->marks, self->shown) != i)
    mull_beat_editor_close_remark (self);
}

/* ── Acting on it ─────────────────────────────────────────────────────── */

static void
use_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBeatEditor *self = MULL_BEAT_EDITOR (widget);
  int i = self->shown != NULL ? mull_beat_marks_find_remark (self->marks, self->shown) : -1;

  mull_beat_editor_close_remark (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (i >= 0 && !mull_beat_marks_use (self->marks, (guint) i))
    gtk_widget_error_bell (widget);
}

static void
ignore (MullBeatEditor *self, gboolean always)
{
  if (self->shown == NULL)
    return;
  mull_beat_editor_close_remark (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, ignored_signal, 0, self->shown, always);
}

static void
ignore_once_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ignore (MULL_BEAT_EDITOR (widget), FALSE);
}

static void
ignore_always_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ignore (MULL_BEAT_EDITOR (widget), TRUE);
}

/**
 * mull_beat_editor_show_remark:
 * @self: an editor
 * @remark: a remark about its beat
 *
 * Puts the focus on what the reviewer marked and says why.
 *
 * Returns: whether it is marked here
 */
gboolean
mull_beat_editor_show_remark (MullBeatEditor *self, const MullRemark *remark)
{
  int i;

  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), FALSE);

  i = mull_beat_marks_find_remark (self->marks, remark);
  if (i < 0)
    return FALSE;
  select_mark (self, (guint) i);
  open_remark (self, (guint) i, TRUE);
  return TRUE;
}

static int
offset_of (MullBeatEditor *self, guint i)
{
  GtkTextIter start, end;

  mull_beat_marks_get_place (self->marks, i, &start, &end);
  return gtk_text_iter_get_offset (&start);
}

/* The mark to go to, or -1. */
static int
find_next (MullBeatEditor *self, gboolean backward, gboolean anew)
{
  GtkTextIter start, end;
  guint n = mull_beat_marks_get_n (self->marks);
  int next = -1;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  for (guint k = 0; k < n; k++)
    {
      guint i = backward ? n - 1 - k : k;
      int offset = offset_of (self, i);
      int from = gtk_text_iter_get_offset (&start);

      if (!anew && (backward ? offset >= from : offset <= from))
        /* The one that is said now is passed by; so is one that the cursor has passed. */
        if (backward || offset < from || self->popover != NULL ||
            gtk_text_buffer_get_has_selection (self->buffer))
          continue;
      if (next < 0 || (backward ? offset > offset_of (self, (guint) next)
                                : offset < offset_of (self, (guint) next)))
        next = (int) i;
    }
  return next;
}

/**
 * mull_beat_editor_has_next_remark:
 * @self: an editor
 * @backward: whether to go towards the beginning
 * @anew: whether to start at the first one, or the last, and not from where the cursor is
 *
 * Returns: whether there is a next remark in this beat
 */
gboolean
mull_beat_editor_has_next_remark (MullBeatEditor *self, gboolean backward, gboolean anew)
{
  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), FALSE);

  return find_next (self, backward, anew) >= 0;
}

/**
 * mull_beat_editor_show_next_remark:
 * @self: an editor
 * @backward: whether to go towards the beginning
 * @anew: whether to start at the first one, or the last, and not from where the cursor is
 *
 * Goes to the next remark of this beat and says why.
 *
 * Returns: whether there is one
 */
gboolean
mull_beat_editor_show_next_remark (MullBeatEditor *self, gboolean backward, gboolean anew)
{
  int next;

  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), FALSE);

  next = find_next (self, backward, anew);
  if (next < 0)
    return FALSE;
  select_mark (self, (guint) next);
  open_remark (self, (guint) next, TRUE);
  return TRUE;
}

/* ── Object ───────────────────────────────────────────────────────────── */

/**
 * mull_beat_editor_install_remarks:
 * @widget_class: class of the editor
 *
 * Adds what the marks need to the class.
 */
void
mull_beat_editor_install_remarks (GtkWidgetClass *widget_class)
{
  /**
   * MullBeatEditor::ignored:
   * @remark: a #MullRemark, valid during the emission
   * @always: whether in every script, not only in this one
   *
   * The rep does not want to see a remark.
   */
  ignored_signal = g_signal_new ("ignored", MULL_TYPE_BEAT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  gtk_widget_class_bind_template_callback (widget_class, on_view_event_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved_cb);
  gtk_widget_class_install_action (widget_class, "beat.use-remark", NULL, use_action);
  gtk_widget_class_install_action (widget_class, "beat.ignore-once", NULL, ignore_once_action);
  gtk_widget_class_install_action (widget_class, "beat.ignore-always", NULL, ignore_always_action);
}

/**
 * mull_beat_editor_init_remarks:
 * @self: an editor whose template is there
 *
 * Makes it ready for marks.
 */
void
mull_beat_editor_init_remarks (MullBeatEditor *self)
{
  self->marks = mull_beat_marks_new (self->view);
}
