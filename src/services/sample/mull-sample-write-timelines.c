/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-entry-store.h"
#include "mull-entry-words.h"
#include "mull-record-store.h"
#include "mull-sample-private.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
/* How long after a call or a meeting a rep writes it down. */
#define WRITTEN_AFTER (7 * MINUTE)

static const struct
{
  MullEntryKind kind;
  MullDirection direction;
  gboolean reached;
} touches[] = {
  [CALL] = { MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, TRUE },
  [CALL_IN] = { MULL_ENTRY_CALL, MULL_DIRECTION_IN, TRUE },
  [TRIED] = { MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE },
  [MEETING] = { MULL_ENTRY_MEETING, MULL_DIRECTION_BOTH, TRUE },
  [MAIL] = { MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, FALSE },
  [MAIL_IN] = { MULL_ENTRY_MAIL, MULL_DIRECTION_IN, TRUE },
  [AUTO_REPLY] = { MULL_ENTRY_MAIL, MULL_DIRECTION_IN, FALSE },
  [MESSAGE] = { MULL_ENTRY_MESSAGE, MULL_DIRECTION_OUT, FALSE },
  [MESSAGE_IN] = { MULL_ENTRY_MESSAGE, MULL_DIRECTION_IN, TRUE },
  [LETTER] = { MULL_ENTRY_LETTER, MULL_DIRECTION_OUT, FALSE },
  [NOTE] = { MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE },
  [DRILL] = { MULL_ENTRY_DRILL, MULL_DIRECTION_NONE, FALSE },
};

static gboolean
write_words (MullSample *self, const MullSampleEntry *data, gint64 entry_id, GError **error)
{
  g_autoptr (MullEntryWords) words = NULL;

  if (data->words == NULL)
    return TRUE;
  words = mull_entry_words_new ();
  words->entry_id = entry_id;
  words->person_id = self->people[data->person];
  mull_set_text (&words->words, mull_sample_text (data->words));
  return mull_record_store_insert (self->db, words, error);
}

static gboolean
write_entry (MullSample *self, const MullSampleEntry *data, GError **error)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();

  mull_take_text (&entry->uuid, mull_uuid_new ());
  entry->deal_id = self->deals[data->deal];
  entry->person_id = self->people[data->person];
  entry->kind = touches[data->touch].kind;
  entry->direction = touches[data->touch].direction;
  entry->reached = touches[data->touch].reached;
  entry->happened_at = mull_sample_instant (self, data->days, data->time);
  if (data->time == SAMPLE_AN_HOUR_AGO)
    entry->happened_at -= data->minutes * MINUTE;
  entry->happened_offset = mull_clock_offset_of (self->clock, entry->happened_at);
  entry->written_at = MIN (self->now, entry->happened_at + data->minutes * MINUTE + WRITTEN_AFTER);
  entry->effort_min = data->minutes;
  if (data->cost > 0)
    {
      entry->cost_minor = (gint64) data->cost * 100;
      g_strlcpy (entry->cost_currency, "GBP", sizeof entry->cost_currency);
    }
  entry->auto_reply = data->touch == AUTO_REPLY;
  if (data->away > 0)
    entry->away_until_on = mull_sample_day (self, data->away);
  entry->private = data->private;
  mull_set_text (&entry->text, mull_sample_text (data->text));
  if (!mull_record_store_insert (self->db, entry, error))
    return FALSE;
  if (entry->direction != MULL_DIRECTION_NONE)
    mull_sample_remember_touch (self, (int) data->deal, data->days, entry->record.id);
  return write_words (self, data, entry->record.id, error);
}

/**
 * mull_sample_write_event:
 * @change_line: what it says of a change, or ""
 * @text: what it says with words of somebody's, or ""
 * @entry_id: (out) (optional): the entry
 *
 * Writes the line that the app itself leaves on a timeline.
 */
gboolean
mull_sample_write_event (MullSample *self,
                         int deal,
                         MullEntryKind kind,
                         gint64 at,
                         const char *change_line,
                         const char *text,
                         gint64 *entry_id,
                         GError **error)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();

  mull_take_text (&entry->uuid, mull_uuid_new ());
  entry->deal_id = self->deals[deal];
  entry->kind = kind;
  entry->happened_at = entry->written_at = at;
  entry->happened_offset = mull_clock_offset_of (self->clock, at);
  mull_set_text (&entry->change_line, change_line);
  mull_set_text (&entry->text, text);
  if (!mull_record_store_insert (self->db, entry, error))
    return FALSE;
  if (entry_id != NULL)
    *entry_id = entry->record.id;
  return TRUE;
}

static gboolean
write_stages (MullSample *self, int deal, GError **error)
{
  const MullSampleDeal *data = &mull_sample_deals[deal];

  for (guint i = 0; i < data->stage; i++)
    {
      const MullStage *from = self->stages[i], *to = self->stages[i + 1];
      /* Translators: a line of the timeline; both are names of stages */
      g_autofree char *text = g_strdup_printf (_ ("Moved from %s to %s"), from->name, to->name);
      gint64 id;

      if (!mull_sample_write_event (self, deal, MULL_ENTRY_STAGE,
                                    mull_sample_instant (self, data->entered[i], 1705), text, "",
                                    &id, error) ||
          !mull_entry_change_store_insert (self->db, id, "stage", from->uuid, to->uuid, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_outcome (MullSample *self, int deal, GError **error)
{
  const MullSampleDeal *data = &mull_sample_deals[deal];
  g_autofree char *text = NULL;
  gint64 id;

  if (data->outcome == MULL_OUTCOME_OPEN)
    return TRUE;
  /* Translators: a line of the timeline: an outcome and its reason */
  text = g_strdup_printf (_ ("Closed: %s. %s"), mull_outcome_label (data->outcome),
                          mull_sample_text (data->reason));
  return mull_sample_write_event (self, deal, MULL_ENTRY_FIELD,
                                  mull_sample_instant (self, data->closed, 1740), "", text, &id,
                                  error) &&
         mull_entry_change_store_insert (
             self->db, id, "outcome", mull_enum_nick (MULL_TYPE_OUTCOME, MULL_OUTCOME_OPEN),
             mull_enum_nick (MULL_TYPE_OUTCOME, (int) data->outcome), error);
}

static gboolean
write_slip (MullSample *self, const MullSampleSlip *data, GError **error)
{
  MullDay from = mull_sample_day (self, data->from), to = mull_sample_day (self, data->to);
  g_autofree char *from_iso = mull_day_to_iso (from);
  g_autofree char *to_iso = mull_day_to_iso (to);
  g_autofree char *from_text = mull_day_format (from);
  g_autofree char *to_text = mull_day_format (to);
  /* Translators: a line of the timeline; both are dates */
  g_autofree char *text =
      g_strdup_printf (_ ("Their date moved from %s to %s"), from_text, to_text);
  gint64 id;

  return mull_sample_write_event (self, (int) data->deal, MULL_ENTRY_FIELD,
                                  mull_sample_instant (self, data->days, 1710), text, "", &id,
                                  error) &&
         mull_entry_change_store_insert (self->db, id, "expected-on", from_iso, to_iso, error);
}

/**
 * mull_sample_write_timelines:
 *
 * Puts the entries in, and what the app wrote down by itself about stages, dates and outcomes.
 */
gboolean
mull_sample_write_timelines (MullSample *self, GError **error)
{
  for (guint i = 0; i < mull_sample_n_timelines; i++)
    if (!write_entry (self, &mull_sample_timelines[i], error))
      return FALSE;
  for (guint i = 0; i < mull_sample_n_timelines_early; i++)
    if (!write_entry (self, &mull_sample_timelines_early[i], error))
      return FALSE;
  for (int deal = 0; deal < D_N; deal++)
    if (!write_stages (self, deal, error) || !write_outcome (self, deal, error))
      return FALSE;
  for (guint i = 0; i < mull_sample_n_slips; i++)
    if (!write_slip (self, &mull_sample_slips[i], error))
      return FALSE;
  return TRUE;
}
