/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-composer-log"

#include "config.h"

#include "mull-composer-private.h"

#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "mull-typed-effort.h"
#include "mull-typed-moment.h"

#include <glib/gi18n-lib.h>

static gboolean
fill_entry (MullComposer *self, MullEntry *entry, GError **error)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullDay day;
  MullMoney cost;

  entry->deal_id = self->deal_id;
  entry->kind = mull_composer_get_kind (self);
  entry->direction = mull_composer_get_direction (self);
  entry->reached = mull_composer_is_reached (self);
  entry->person_id = mull_composer_get_person (self);
  entry->private = gtk_check_button_get_active (self->private);
  mull_take_text (&entry->text, mull_composer_dup_text (self));
  if (entry->kind == MULL_ENTRY_NOTE && *entry->text == '\0' &&
      mull_file_tray_get_files (self->files)->len == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A note needs a text. Write it above."));
      return FALSE;
    }
  if (!mull_date_entry_get_day (self->day, &day, error) ||
      !mull_typed_moment (clock, day, gtk_editable_get_text (self->time), &entry->happened_at,
                          error) ||
      !mull_effort_parse_typed (gtk_editable_get_text (self->effort), self->currency,
                                &entry->effort_min, &cost, error))
    return FALSE;
  entry->cost_minor = cost.minor;
  g_strlcpy (entry->cost_currency, cost.currency, sizeof entry->cost_currency);
  return TRUE;
}

/* They asked to be left alone: their words, and how to go on. */
static void
show_guard (MullComposer *self, const MullEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullGuard) guard = mull_guard_new_for_entry (self->workspace, entry, &error);

  if (guard == NULL || !mull_guard_is_closed (guard))
    {
      mull_composer_set_problem (self, error != NULL ? error->message : NULL);
      return;
    }
  mull_composer_set_problem (self, NULL);
  mull_quiet_guard_show (self->guard, guard);
  gtk_widget_set_visible (GTK_WIDGET (self->guard), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->guard));
}

/**
 * mull_composer_log_with_pass:
 * @pass: (nullable): why somebody who asked to be left alone is reached for
 *
 * Puts what is written on the timeline; see mull_composer_log().
 *
 * Returns: whether it did
 */
gboolean
mull_composer_log_with_pass (MullComposer *self, const MullQuietPass *pass)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autofree char *words = mull_composer_dup_words (self);
  g_autoptr (GError) error = NULL;
  gint64 entry_id;

  if (self->deal_id == 0)
    return FALSE;
  if (mull_file_tray_is_busy (self->files))
    {
      mull_composer_set_problem (
          self, _ ("A file is still being copied. Wait for it, or stop it, then log."));
      return FALSE;
    }
  if (!fill_entry (self, entry, &error) ||
      !mull_timeline_ops_log_with_pass (self->workspace, entry, words, pass,
                                        mull_file_tray_get_files (self->files), &entry_id, &error))
    {
      if (g_error_matches (error, MULL_ERROR, MULL_ERROR_QUIET))
        show_guard (self, entry);
      else
        mull_composer_set_problem (self, error->message);
      return FALSE;
    }
  mull_composer_clear (self);
  mull_composer_drop_draft (self);
  g_signal_emit_by_name (self, "logged", entry_id, entry->direction != MULL_DIRECTION_NONE);
  return TRUE;
}

/**
 * mull_composer_log:
 *
 * Puts what is written on the timeline; says in place what is wrong with it if it cannot, and shows
 * the guard if they asked to be left alone.
 *
 * Returns: whether it did
 */
gboolean
mull_composer_log (MullComposer *self)
{
  g_return_val_if_fail (MULL_IS_COMPOSER (self), FALSE);

  return mull_composer_log_with_pass (self, NULL);
}
