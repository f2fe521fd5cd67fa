/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-calendar-writer"

#include "config.h"

#include "mull-calendar-writer.h"

#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-plan-store.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>
#define LIBICAL_GLIB_UNSTABLE_API
#include <libical-glib/libical-glib.h>

#define PRODUCT "-//Mulligan//Mulligan " MULL_VERSION "//EN"
#define MINUTES_OF_HOUR 60

/* One calendar in the making. */
typedef struct
{
  MullDatabase *db;
  ICalComponent *calendar;
  gint64 now;
  guint n_items;
} Calendar;

static ICalTime *
time_from_day (MullDay day)
{
  ICalTime *time = i_cal_time_new_null_date ();
  int year, month, day_of_month;

  mull_day_to_ymd (day, &year, &month, &day_of_month);
  i_cal_time_set_date (time, year, month, day_of_month);
  return time;
}

/* Without a time zone: a call at ten is at ten wherever the laptop is. */
static ICalTime *
time_of_touch (const MullPlannedTouch *touch)
{
  ICalTime *time = time_from_day (touch->due_on);

  if (touch->due_minute == MULL_NUMBER_NONE)
    return time;
  i_cal_time_set_is_date (time, FALSE);
  i_cal_time_set_time (time, (int) touch->due_minute / MINUTES_OF_HOUR,
                       (int) touch->due_minute % MINUTES_OF_HOUR, 0);
  return time;
}

static ICalTime *
time_from_instant (gint64 utc_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (utc_us / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  return i_cal_time_new_from_string (text);
}

static void
take_text (ICalComponent *item, ICalProperty *(*make) (const char *text), const char *text)
{
  if (*text != '\0')
    i_cal_component_take_property (item, make (text));
}

/* Takes @time. */
static void
take_time (ICalComponent *item, ICalProperty *(*make) (ICalTime *time), ICalTime *time)
{
  i_cal_component_take_property (item, make (time));
  g_object_unref (time);
}

static ICalComponent *
begin_item (Calendar *self, ICalComponentKind kind, const char *uuid)
{
  ICalComponent *item = i_cal_component_new (kind);

  i_cal_component_take_property (item, i_cal_property_new_uid (uuid));
  take_time (item, i_cal_property_new_dtstamp, time_from_instant (self->now));
  return item;
}

static void
take_item (Calendar *self, ICalComponent *item)
{
  i_cal_component_take_component (self->calendar, item);
  self->n_items++;
}

/* What it is about: whom, and which deal. Either may be gone. */
static gboolean
describe (Calendar *self,
          const char *what,
          gint64 person_id,
          gint64 deal_id,
          char **summary,
          GError **error)
{
  g_autoptr (MullDeal) deal = mull_deal_store_get (self->db, deal_id, error);
  g_autoptr (MullPerson) person = NULL;

  if (deal == NULL)
    return FALSE;
  if (person_id != 0 && (person = mull_person_store_get (self->db, person_id, error)) == NULL)
    return FALSE;
  if (person != NULL)
    /* Translators: an appointment in a calendar: "Call Ann Ruiz (Boiler service)" */
    *summary = g_strdup_printf (_ ("%1$s %2$s (%3$s)"), what, person->name, deal->title);
  else
    /* Translators: an appointment in a calendar: "Call (Boiler service)" */
    *summary = g_strdup_printf (_ ("%1$s (%2$s)"), what, deal->title);
  return TRUE;
}

static gboolean
add_touch (Calendar *self, const MullPlannedTouch *touch, GError **error)
{
  ICalComponent *item;
  g_autofree char *summary = NULL;

  if (!describe (self, mull_entry_kind_label (touch->kind), touch->person_id, touch->deal_id,
                 &summary, error))
    return FALSE;
  item = begin_item (self, I_CAL_VEVENT_COMPONENT, touch->uuid);
  take_time (item, i_cal_property_new_dtstart, time_of_touch (touch));
  take_text (item, i_cal_property_new_summary, summary);
  take_text (item, i_cal_property_new_description, touch->text);
  take_text (item, i_cal_property_new_location, touch->place);
  i_cal_component_take_property (
      item, i_cal_property_new_status (touch->kind == MULL_ENTRY_MEETING && !touch->accepted
                                           ? I_CAL_STATUS_TENTATIVE
                                           : I_CAL_STATUS_CONFIRMED));
  take_item (self, item);
  return TRUE;
}

static gboolean
add_promise (Calendar *self, const MullCommitment *promise, GError **error)
{
  ICalComponent *item;
  g_autofree char *summary = NULL;

  if (!describe (self, _ ("We promised:"), promise->to_person_id, promise->deal_id, &summary,
                 error))
    return FALSE;
  item = begin_item (self, I_CAL_VTODO_COMPONENT, promise->uuid);
  take_time (item, i_cal_property_new_due, time_from_day (promise->due_on));
  take_text (item, i_cal_property_new_summary, summary);
  take_text (item, i_cal_property_new_description, promise->words);
  i_cal_component_take_property (item, i_cal_property_new_status (I_CAL_STATUS_NEEDSACTION));
  take_item (self, item);
  return TRUE;
}

static gboolean
add_all (Calendar *self, GError **error)
{
  g_autoptr (GPtrArray) touches = mull_planned_touch_store_list_to_come (self->db, error);
  g_autoptr (GPtrArray) promises = NULL;

  if (touches == NULL)
    return FALSE;
  for (guint i = 0; i < touches->len; i++)
    if (!add_touch (self, touches->pdata[i], error))
      return FALSE;
  promises = mull_commitment_store_list_ours (self->db, error);
  if (promises == NULL)
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    if (!add_promise (self, promises->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * mull_calendar_write:
 * @n_items: (out): how many there are
 * @error: return location
 *
 * Puts what is planned with open deals and what we promised into a calendar (RFC 5545). Days and
 * times are civil ones, without a time zone, and each item keeps its identity from one time to the
 * next.
 *
 * Returns: (transfer full) (nullable): the calendar
 */
char *
mull_calendar_write (MullWorkspace *workspace, guint *n_items, GError **error)
{
  Calendar self = { mull_workspace_get_database (workspace), i_cal_component_new_vcalendar (),
                    mull_workspace_get_now (workspace), 0 };
  char *text = NULL;

  i_cal_component_take_property (self.calendar, i_cal_property_new_version ("2.0"));
  i_cal_component_take_property (self.calendar, i_cal_property_new_prodid (PRODUCT));
  if (add_all (&self, error))
    text = i_cal_component_as_ical_string (self.calendar);
  *n_items = self.n_items;
  g_object_unref (self.calendar);
  return text;
}
