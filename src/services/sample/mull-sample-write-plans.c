/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-entry-store.h"
#include "mull-planned-touch.h"
#include "mull-promise-words.h"
#include "mull-quiet-touch.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-roadblock-help.h"
#include "mull-sample-private.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static gboolean
write_call (MullSample *self,
            int deal,
            const char *kind,
            gint64 person_id,
            gint64 hole_id,
            gint64 commitment_id,
            MullScriptOutcome outcome,
            int days,
            GError **error)
{
  g_autoptr (MullScript) script = mull_script_new ();

  mull_take_text (&script->uuid, mull_uuid_new ());
  script->deal_id = self->deals[deal];
  mull_set_text (&script->kind, kind);
  script->person_id = person_id;
  script->hole_id = hole_id;
  script->commitment_id = commitment_id;
  script->state = MULL_SCRIPT_CALLED;
  script->outcome = outcome;
  script->tries = 1;
  script->entry_id = mull_sample_find_touch (self, deal, days);
  script->created_at = mull_sample_instant (self, days, 850);
  script->called_at = mull_sample_instant (self, days, 1745);
  return mull_record_store_insert (self->db, script, error);
}

/* ── Commitments ──────────────────────────────────────────────────────── */

static char *
describe_promise (const MullCommitment *commitment)
{
  g_autofree char *due = mull_day_format (commitment->due_on);

  switch (commitment->side)
    {
    case MULL_SIDE_US:
      /* Translators: a line of the timeline: what was promised, and the day */
      return g_strdup_printf (_ ("We promised: %s, by %s"), commitment->words, due);
    case MULL_SIDE_THEM:
      /* Translators: a line of the timeline: what was promised, and the day */
      return g_strdup_printf (_ ("They promised: %s, by %s"), commitment->words, due);
    case MULL_SIDE_BOTH:
      /* Translators: a line of the timeline: what was promised, and the day */
      return g_strdup_printf (_ ("Both promised: %s, by %s"), commitment->words, due);
    }
  g_return_val_if_reached (g_strdup (commitment->words));
}

static gboolean
write_commitment_events (MullSample *self,
                         const MullSampleCommitment *data,
                         const MullCommitment *commitment,
                         GError **error)
{
  g_autofree char *made = describe_promise (commitment);
  g_autofree char *settled = NULL;

  if (!mull_sample_write_event (self, (int) data->deal, MULL_ENTRY_COMMITMENT,
                                commitment->created_at, "", made, NULL, error))
    return FALSE;
  if (data->settled == 0)
    return TRUE;
  settled = mull_commitment_format_event (data->state, commitment->words);
  return mull_sample_write_event (self, (int) data->deal, MULL_ENTRY_COMMITMENT,
                                  mull_sample_instant (self, data->settled, 1730), "", settled,
                                  NULL, error);
}

static MullCommitment *
make_commitment (MullSample *self, const MullSampleCommitment *data)
{
  MullCommitment *commitment = mull_commitment_new ();

  mull_take_text (&commitment->uuid, mull_uuid_new ());
  commitment->deal_id = self->deals[data->deal];
  commitment->side = data->side;
  if (data->side == MULL_SIDE_US)
    commitment->to_person_id = self->people[data->person];
  else
    commitment->by_person_id = self->people[data->person];
  mull_set_text (&commitment->words, mull_sample_text (data->words));
  commitment->made_on = mull_sample_day (self, data->made);
  commitment->due_on = mull_sample_day (self, data->due);
  commitment->firmness = data->firmness;
  commitment->state = data->state;
  commitment->created_at = mull_sample_instant (self, data->made, 1720);
  if (data->settled != 0)
    {
      commitment->settled_on = mull_sample_day (self, data->settled);
      if (data->state == MULL_COMMITMENT_KEPT || data->state == MULL_COMMITMENT_KEPT_LATE ||
          data->state == MULL_COMMITMENT_OWNED)
        commitment->proof_entry_id = mull_sample_find_touch (self, (int) data->deal, data->settled);
    }
  return commitment;
}

/**
 * mull_sample_write_commitments:
 *
 * Puts the promises of both sides in.
 */
gboolean
mull_sample_write_commitments (MullSample *self, GError **error)
{
  g_autoptr (MullCommitment) replaced = NULL;

  for (guint i = 0; i < mull_sample_n_commitments; i++)
    {
      const MullSampleCommitment *data = &mull_sample_commitments[i];
      g_autoptr (MullCommitment) commitment = make_commitment (self, data);

      if (!mull_record_store_insert (self->db, commitment, error) ||
          !write_commitment_events (self, data, commitment, error))
        return FALSE;
      if (replaced != NULL)
        {
          replaced->replaced_by_id = commitment->record.id;
          if (!mull_record_store_update (self->db, replaced, error))
            return FALSE;
          g_clear_pointer (&replaced, mull_commitment_unref);
        }
      if (data->state == MULL_COMMITMENT_OWNED &&
          !write_call (self, (int) data->deal, "own-it", self->people[data->person], 0,
                       commitment->record.id, MULL_SCRIPT_OUTCOME_GOT_IT, data->settled, error))
        return FALSE;
      if (data->state == MULL_COMMITMENT_RENEGOTIATED)
        replaced = g_steal_pointer (&commitment);
    }
  return TRUE;
}

/* ── Planned touches ──────────────────────────────────────────────────── */

/**
 * mull_sample_write_touches:
 *
 * Puts in what is planned.
 */
gboolean
mull_sample_write_touches (MullSample *self, GError **error)
{
  for (guint i = 0; i < mull_sample_n_touches; i++)
    {
      const MullSampleTouchPlan *data = &mull_sample_touches[i];
      g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();

      mull_take_text (&touch->uuid, mull_uuid_new ());
      touch->deal_id = self->deals[data->deal];
      touch->person_id = self->people[data->person];
      touch->kind = data->kind;
      touch->due_on = mull_sample_next_working_day (self, data->days);
      if (data->time != SAMPLE_ANY_TIME)
        touch->due_minute = data->time / 100 * 60 + data->time % 100;
      mull_set_text (&touch->place, mull_sample_text (data->place));
      mull_set_text (&touch->text, mull_sample_text (data->text));
      touch->accepted = data->accepted;
      touch->created_at = mull_sample_instant (self, MIN (data->days, 0) - 3, 1715);
      if (!mull_record_store_insert (self->db, touch, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Holes ────────────────────────────────────────────────────────────── */

static gboolean
write_hole (MullSample *self, guint index, GError **error)
{
  const MullSampleHole *data = &mull_sample_holes[index];
  g_autoptr (MullHole) hole = mull_hole_new ();

  mull_take_text (&hole->uuid, mull_uuid_new ());
  hole->deal_id = self->deals[data->deal];
  hole->person_id = self->people[data->person];
  hole->kind = data->kind;
  mull_set_text (&hole->text, mull_sample_text (data->text));
  mull_set_text (&hole->why, mull_sample_text (data->why));
  mull_set_text (&hole->benefit, mull_sample_text (data->benefit));
  hole->source = data->source;
  hole->question = data->question;
  hole->state = data->state;
  hole->entry_id = mull_sample_find_touch (self, (int) data->deal, data->days);
  mull_set_text (&hole->answer, mull_sample_text (data->answer));
  mull_set_text (&hole->cost_call, mull_sample_text (data->cost_call));
  mull_set_text (&hole->cost_without, mull_sample_text (data->cost_without));
  hole->tries = data->call != MULL_SCRIPT_OUTCOME_NONE ? 1 : 0;
  hole->rank = mull_rank_spread (index);
  hole->left_at = hole->created_at = mull_sample_instant (self, data->days, data->time);
  if (data->asked != 0)
    hole->asked_at = mull_sample_instant (self, data->asked, 1745);
  if (data->settled != 0)
    hole->settled_at = mull_sample_instant (self, data->settled, 1750);
  return mull_record_store_insert (self->db, hole, error) &&
         (data->call == MULL_SCRIPT_OUTCOME_NONE ||
          write_call (self, (int) data->deal, "do-over", self->people[data->person],
                      hole->record.id, 0, data->call, data->asked, error));
}

/**
 * mull_sample_write_holes:
 *
 * Puts in what is missing, or was.
 */
gboolean
mull_sample_write_holes (MullSample *self, GError **error)
{
  for (guint i = 0; i < mull_sample_n_holes; i++)
    if (!write_hole (self, i, error))
      return FALSE;
  return TRUE;
}

/* ── Quiet and roadblocks ─────────────────────────────────────────────── */

static MullQuiet *
new_quiet (MullSample *self, const MullSampleQuiet *data)
{
  MullQuiet *quiet = mull_quiet_new ();

  mull_take_text (&quiet->uuid, mull_uuid_new ());
  quiet->scope = data->scope;
  quiet->person_id = self->people[data->person];
  if (data->scope == MULL_QUIET_SCOPE_DEAL)
    quiet->deal_id = self->deals[data->deal];
  else if (data->scope == MULL_QUIET_SCOPE_COMPANY)
    quiet->company_id = self->companies[mull_sample_deals[data->deal].company];
  mull_set_text (&quiet->words, mull_sample_text (data->words));
  quiet->asked_on = mull_sample_day (self, data->asked);
  /* An event alone has no day. */
  quiet->until_on =
      data->until != data->asked ? mull_sample_day (self, data->until) : MULL_DAY_NONE;
  mull_set_text (&quiet->until_event, mull_sample_text (data->event));
  quiet->times_told = data->times_told;
  mull_set_text (&quiet->wake_text, mull_sample_text (data->wake));
  mull_set_text (&quiet->first_action, mull_sample_text (data->first_action));
  quiet->state = data->state;
  quiet->times_broken = data->times_broken;
  quiet->facts_ready = data->until > 0 && data->until < 7;
  quiet->created_at = mull_sample_instant (self, data->asked, 1725);
  return quiet;
}

/* The touch with which it was broken: ours, on its deal, while it lasted. */
static gboolean
write_broken (MullSample *self, const MullSampleQuiet *data, const MullQuiet *quiet, GError **error)
{
  g_autoptr (GPtrArray) entries =
      mull_entry_store_list_touches (self->db, self->deals[data->deal], error);
  g_autoptr (MullQuietTouch) touch = mull_quiet_touch_new ();

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const MullEntry *entry = entries->pdata[i];

      if (entry->direction == MULL_DIRECTION_OUT && entry->happened_at > quiet->created_at)
        {
          touch->entry_id = entry->record.id;
          touch->created_at = entry->happened_at;
          break;
        }
    }
  if (touch->entry_id == 0)
    touch->created_at = quiet->created_at;
  touch->quiet_id = quiet->record.id;
  touch->reason = MULL_QUIET_REASON_ANYWAY;
  /* Translators: why a salesperson called a customer who had asked to be left alone */
  mull_set_text (&touch->why, _ ("The end of the month, and our number short"));
  return mull_record_store_insert (self->db, touch, error);
}

/**
 * mull_sample_write_quiets:
 *
 * Puts in who asked to be left alone, and who was not.
 */
gboolean
mull_sample_write_quiets (MullSample *self, GError **error)
{
  gint64 earlier_id = 0;

  for (guint i = 0; i < mull_sample_n_quiets; i++)
    {
      const MullSampleQuiet *data = &mull_sample_quiets[i];
      g_autoptr (MullQuiet) quiet = new_quiet (self, data);

      quiet->again_of_id = data->times_told > 1 ? earlier_id : 0;
      if (!mull_record_store_insert (self->db, quiet, error) ||
          (data->times_broken > 0 && !write_broken (self, data, quiet, error)))
        return FALSE;
      earlier_id = quiet->record.id;
    }
  return TRUE;
}

static gboolean
write_rungs (MullSample *self, const MullSampleRoadblock *data, gint64 roadblock_id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (data->rungs) && data->rungs[i].question != NULL; i++)
    {
      const MullSampleRung *rung = &data->rungs[i];
      g_autoptr (MullRoadblockAnswer) answer = mull_roadblock_answer_new ();

      answer->roadblock_id = roadblock_id;
      mull_set_text (&answer->question, mull_sample_text (rung->question));
      mull_set_text (&answer->answer, mull_sample_text (rung->answer));
      answer->person_id = self->people[rung->person];
      answer->source = rung->source;
      answer->rank = mull_rank_spread (i);
      if (!mull_record_store_insert (self->db, answer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_help (MullSample *self, const MullSampleHelp *data, gint64 roadblock_id, GError **error)
{
  g_autoptr (MullRoadblockHelp) help = NULL;

  if (data->helper == NULL)
    return TRUE;
  help = mull_roadblock_help_new ();
  help->roadblock_id = roadblock_id;
  mull_set_text (&help->helper, mull_sample_text (data->helper));
  mull_set_text (&help->asked, mull_sample_text (data->asked));
  help->asked_on = mull_sample_day (self, data->asked_on);
  mull_set_text (&help->answer, mull_sample_text (data->answer));
  help->answered_on = mull_sample_day (self, data->answered_on);
  return mull_record_store_insert (self->db, help, error);
}

static gboolean
write_roadblock (MullSample *self, const MullSampleRoadblock *data, GError **error)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();

  mull_take_text (&roadblock->uuid, mull_uuid_new ());
  roadblock->deal_id = self->deals[data->deal];
  mull_set_text (&roadblock->symptom, mull_sample_text (data->symptom));
  roadblock->symptom_by_id = self->people[data->person];
  roadblock->symptom_on = mull_sample_day (self, data->days);
  roadblock->channel = data->channel;
  roadblock->said_no = data->said_no;
  mull_set_text (&roadblock->underlying, mull_sample_text (data->underlying));
  roadblock->cause = data->cause;
  roadblock->truth = data->truth;
  mull_set_text (&roadblock->takes, mull_sample_text (data->takes));
  mull_set_text (&roadblock->takes_who, mull_sample_text (data->takes_who));
  if (data->takes_by != 0)
    roadblock->takes_by_on = mull_sample_day (self, data->takes_by);
  mull_set_text (&roadblock->we_give, mull_sample_text (data->we_give));
  mull_set_text (&roadblock->costs_not, mull_sample_text (data->costs_not));
  if (data->confirmed_on != 0)
    roadblock->confirmed_on = mull_sample_day (self, data->confirmed_on);
  roadblock->believe = data->believe;
  roadblock->outcome = data->outcome;
  if (data->outcome_on != 0)
    roadblock->outcome_on = mull_sample_day (self, data->outcome_on);
  mull_set_text (&roadblock->lesson, mull_sample_text (data->lesson));
  roadblock->created_at = mull_sample_instant (self, data->days, 1755);
  return mull_record_store_insert (self->db, roadblock, error) &&
         write_rungs (self, data, roadblock->record.id, error) &&
         write_help (self, &data->help, roadblock->record.id, error);
}

/**
 * mull_sample_write_roadblocks:
 *
 * Puts in why it is not happening, and who was asked for help.
 */
gboolean
mull_sample_write_roadblocks (MullSample *self, GError **error)
{
  for (guint i = 0; i < mull_sample_n_roadblocks; i++)
    if (!write_roadblock (self, &mull_sample_roadblocks[i], error))
      return FALSE;
  return TRUE;
}
