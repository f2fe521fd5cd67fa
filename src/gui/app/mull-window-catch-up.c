/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-window-catch-up"

#include "config.h"

#include "mull-window-private.h"

#include "mull-feedback.h"
#include "mull-since.h"

#include <glib/gi18n-lib.h>

/* Not while the window is still making itself at home. */
#define DELAY_MS 1500

static void
greet (MullWindow *self, MullDay last_seen)
{
  g_autofree char *day =
      mull_day_format_short (last_seen, mull_workspace_get_today (self->workspace));
  g_autofree char *text = NULL;

  /* Translators: when the rep last looked; the argument is a day: "27 Feb" */
  text = g_strdup_printf (_ ("Last here %s"), day);
  g_set_weak_pointer (&self->greeting, mull_feedback_today_toast (GTK_WIDGET (self->pages), text));
}

/* The rep is here today: says so to the next day, and greets after an absence. */
static void
note_presence (MullWindow *self)
{
  MullDay today = mull_workspace_get_today (self->workspace);
  MullDay last_seen;
  g_autoptr (GError) error = NULL;

  if (today == self->seen_on || mull_workspace_is_bulk (self->workspace))
    return;
  last_seen = mull_since_get_last_seen (self->workspace);
  self->last_seen = last_seen;
  self->seen_on = today;
  if (last_seen == today || mull_workspace_is_empty (self->workspace))
    return;
  if (mull_since_was_absent (last_seen, today))
    greet (self, last_seen);
  if (!mull_since_note_seen (self->workspace, &error))
    g_debug ("The day is not noted: %s", error->message);
}

static gboolean
on_catch_up_due_cb (gpointer user_data)
{
  MullWindow *self = user_data;

  /* The data is in other hands: later. */
  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  self->catch_up_id = 0;
  note_presence (self);
  return G_SOURCE_REMOVE;
}

/**
 * mull_window_note_presence:
 *
 * Notes that the rep is here, when the window is used on another day than the one it was opened on.
 * Nothing is noted before the window has looked for itself who was away.
 */
void
mull_window_note_presence (MullWindow *self)
{
  g_return_if_fail (MULL_IS_WINDOW (self));

  if (self->seen_on != MULL_DAY_NONE)
    note_presence (self);
}

/**
 * mull_window_catch_up:
 *
 * After an absence, offers once to show what came up meanwhile, instead of telling everything at
 * once.
 */
void
mull_window_catch_up (MullWindow *self)
{
  self->last_seen = MULL_DAY_NONE;
  self->seen_on = MULL_DAY_NONE;
  self->catch_up_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, on_catch_up_due_cb, self, NULL);
}
