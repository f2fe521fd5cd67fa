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
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* A key pressed twice is no call: something has to be said by the rep, and be it with one press.
 * Returns: (nullable): what to do about it */
static const char *
find_missing (MullComposer *self, const char *words)
{
  g_autofree char *text = mull_composer_dup_text (self);

  if (!is_blank (text) || mull_file_tray_get_files (self->files)->len > 0)
    return NULL;
  if (mull_composer_get_kind (self) == MULL_ENTRY_NOTE)
    return _ ("A note needs a text. Write it above.");
  if (self->chosen || (self->person_chosen && mull_composer_get_person (self) != 0) ||
      !is_blank (words) || !is_blank (gtk_editable_get_text (self->effort)))
    return NULL;
  return mull_composer_asks_reached (self)
             ? _ ("Nothing is written yet. Say in a line what happened, or press whether you "
                  "reached them.")
             : _ ("Nothing is written yet. Say in a line what happened, or press who reached for "
                  "whom.");
}

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
  const char *missing;
  gint64 entry_id;

  if (self->deal_id == 0)
    return FALSE;
  if (mull_file_tray_is_busy (self->files))
    {
      mull_composer_set_problem (
          self, _ ("A file is still being copied. Wait for it, or stop it, then log."));
      return FALSE;
    }
  missing = find_missing (self, words);
  if (missing != NULL)
    {
      mull_composer_set_problem (self, missing);
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
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
 * Puts what is written on the timeline; says in place what is missing or wrong if it cannot, and
 * shows the guard if they asked to be left alone. Where nothing is written and nothing chosen since
 * the last entry, nothing has happened.
 *
 * Returns: whether it did
 */
gboolean
mull_composer_log (MullComposer *self)
{
  g_return_val_if_fail (MULL_IS_COMPOSER (self), FALSE);

  return mull_composer_log_with_pass (self, NULL);
}
