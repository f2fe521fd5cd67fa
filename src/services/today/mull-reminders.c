/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reminders"

#include "config.h"

#include "mull-reminders.h"

#include "mull-guard.h"
#include "mull-reminder-store.h"
#include "mull-today-list.h"

/* Time to dial, or to walk over. */
#define LEAD_MINUTES 15

static void
reminder_free (gpointer data)
{
  MullReminder *reminder = data;

  g_free (reminder->key);
  g_free (reminder->title);
  g_free (reminder->body);
  g_free (reminder);
}

/**
 * mull_reminders_is_due:
 * @item: something to do today
 * @today: the present day
 * @minute: the present minute of it
 *
 * A reminder interrupts. It is worth that for a promise of ours, for whoever asked to be called
 * today, and for what was planned for now; a meeting that has begun needs none. Holes, promises of
 * theirs and silence wait on the page of today.
 *
 * Returns: whether the rep is to be told of it now
 */
gboolean
mull_reminders_is_due (const MullTodayItem *item, MullDay today, int minute)
{
  switch (item->group)
    {
    case MULL_TODAY_BEFORE_DUE:
      return TRUE;
    case MULL_TODAY_ASKED:
      return item->verb != MULL_TODAY_PREPARE;
    case MULL_TODAY_MEETINGS:
      if (item->on != today)
        return FALSE;
      return item->minute < 0 || (item->minute - LEAD_MINUTES <= minute && minute <= item->minute);
    case MULL_TODAY_PLANNED:
      return item->on == today && item->minute - LEAD_MINUTES <= minute;
    case MULL_TODAY_HOLES:
    case MULL_TODAY_THEIRS:
    case MULL_TODAY_GONE_QUIET:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_reminders_is_new:
 * @told_on: the last day on which the rep was told, or %MULL_DAY_NONE
 * @today: the present day
 *
 * Returns: whether to tell the rep again: once a day, and not a second time on a day to which the
 *   clock was set back
 */
gboolean
mull_reminders_is_new (MullDay told_on, MullDay today)
{
  return told_on == MULL_DAY_NONE || told_on < today;
}

static int
get_minute (MullWorkspace *workspace)
{
  gint64 now = mull_workspace_get_now (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  gint64 local = now / G_TIME_SPAN_MINUTE + mull_clock_offset_of (clock, now);

  return (int) (((local % 1440) + 1440) % 1440);
}

/* Nobody is reminded of people who asked to be left alone. A quiet that is over is what they asked
 * for. */
static gboolean
is_held (MullWorkspace *workspace, const MullTodayItem *item, gboolean *held, GError **error)
{
  g_autoptr (MullGuard) guard = NULL;

  *held = FALSE;
  if (item->group == MULL_TODAY_ASKED)
    return TRUE;
  guard = mull_guard_new_for_call (workspace, item->deal_id, item->person_id, error);
  if (guard == NULL)
    return FALSE;
  *held = guard->quiets->len > 0;
  return TRUE;
}

static char *
make_key (const MullTodayItem *item)
{
  switch (item->source)
    {
    case MULL_REASON_COMMITMENT:
      return g_strdup_printf ("promise:%" G_GINT64_FORMAT, item->id);
    case MULL_REASON_QUIET:
      return g_strdup_printf ("quiet:%" G_GINT64_FORMAT, item->id);
    case MULL_REASON_TOUCH:
      return g_strdup_printf ("touch:%" G_GINT64_FORMAT, item->id);
    case MULL_REASON_RULE:
    case MULL_REASON_DEAL:
    case MULL_REASON_ENTRY:
    case MULL_REASON_ROADBLOCK:
    case MULL_REASON_HOLE:
    case MULL_REASON_HARD_QUESTION:
    case MULL_REASON_QUALIFICATION:
      break;
    }
  return g_strdup_printf ("deal:%" G_GINT64_FORMAT, item->deal_id);
}

static gboolean
add_row (MullWorkspace *workspace, const MullTodayRow *row, GPtrArray *reminders, GError **error)
{
  MullReminder *reminder;
  MullDay told_on;

  reminder = g_new0 (MullReminder, 1);
  reminder->key = make_key (row->item);
  reminder->deal_id = row->item->deal_id;
  reminder->title = g_strdup (row->deal);
  reminder->body = *row->item->text != '\0'
                       ? g_strdup_printf ("%s\n%s", row->item->text, row->item->reason)
                       : g_strdup (row->item->reason);
  g_ptr_array_add (reminders, reminder);
  if (!mull_reminder_store_get (mull_workspace_get_database (workspace), reminder->key, &told_on,
                                error))
    return FALSE;
  reminder->is_new = mull_reminders_is_new (told_on, mull_workspace_get_today (workspace));
  return TRUE;
}

/**
 * mull_reminders_load:
 *
 * Looks up what the rep is to be told of now. What was told of today is there too, for as long as
 * it is not done.
 *
 * Returns: (transfer full) (element-type MullReminder) (nullable): the reminders, in the order of
 *   today
 */
GPtrArray *
mull_reminders_load (MullWorkspace *workspace, GError **error)
{
  g_autoptr (MullTodayList) list = mull_today_list_load (workspace, error);
  g_autoptr (GPtrArray) reminders = g_ptr_array_new_with_free_func (reminder_free);
  int minute = get_minute (workspace);

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->rows->len; i++)
    {
      const MullTodayRow *row = list->rows->pdata[i];
      gboolean held;

      if (!mull_reminders_is_due (row->item, list->today, minute))
        continue;
      if (!is_held (workspace, row->item, &held, error) ||
          (!held && !add_row (workspace, row, reminders, error)))
        return NULL;
    }
  return g_steal_pointer (&reminders);
}

/**
 * mull_reminders_note:
 * @reminders: (element-type MullReminder): what the rep was told of just now
 *
 * Remembers it, so that nothing is told twice on one day, whatever is closed meanwhile.
 */
gboolean
mull_reminders_note (MullWorkspace *workspace, GPtrArray *reminders, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; i < reminders->len; i++)
    {
      const MullReminder *reminder = reminders->pdata[i];

      if (reminder->is_new)
        g_ptr_array_add (keys, reminder->key);
    }
  if (keys->len == 0)
    return TRUE;
  g_ptr_array_add (keys, NULL);
  return mull_workspace_note_reminded (workspace, (const char *const *) keys->pdata, error);
}
