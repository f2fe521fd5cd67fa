/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-dossier"

#include "config.h"

#include "mull-dossier.h"

#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-entry-store.h"
#include "mull-method-store.h"
#include "mull-money.h"
#include "mull-pipeline-store.h"
#include "mull-plan-store.h"
#include "mull-promise-store.h"
#include "mull-quiet-rules.h"
#include "mull-roadblock-store.h"
#include "mull-setting-store.h"

#include <glib/gi18n-lib.h>

static void
free_person (gpointer data)
{
  MullDossierPerson *person = data;

  g_clear_pointer (&person->member, mull_member_unref);
  g_clear_pointer (&person->person, mull_person_unref);
  g_free (person->phone);
  g_free (person);
}

static void
clear_dossier (MullDossier *self)
{
  g_clear_pointer (&self->deal, mull_deal_unref);
  g_clear_pointer (&self->company, mull_company_unref);
  g_clear_pointer (&self->pipeline, mull_pipeline_unref);
  g_clear_pointer (&self->stage, mull_stage_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->holes, g_ptr_array_unref);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->touches, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->quiets, g_ptr_array_unref);
  g_clear_pointer (&self->roadblocks, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    g_clear_pointer (&self->answers[i], mull_qualification_unref);
  g_clear_pointer (&self->last_words, g_free);
  g_clear_pointer (&self->last_words_entry, mull_entry_unref);
}

/**
 * mull_dossier_ref:
 *
 * Returns: (transfer full): @self with one more reference
 */
MullDossier *
mull_dossier_ref (MullDossier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_dossier_unref:
 * @self: (transfer full): the dossier
 */
void
mull_dossier_unref (MullDossier *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      clear_dossier (self);
      g_free (self);
    }
}

/* ── Reading ──────────────────────────────────────────────────────────── */

static gboolean
load_place (MullDossier *self, MullDatabase *db, gint64 deal_id, GError **error)
{
  self->deal = mull_deal_store_get (db, deal_id, error);
  if (self->deal == NULL)
    return FALSE;
  if (self->deal->company_id != 0 &&
      (self->company = mull_company_store_get (db, self->deal->company_id, error)) == NULL)
    return FALSE;
  self->stage = mull_stage_store_get (db, self->deal->stage_id, error);
  if (self->stage == NULL)
    return FALSE;
  self->pipeline = mull_pipeline_store_get (db, self->stage->pipeline_id, error);
  if (self->pipeline == NULL)
    return FALSE;
  self->stages = mull_stage_store_list (db, self->stage->pipeline_id, error);
  return self->stages != NULL;
}

static gboolean
load_facts (MullDossier *self, MullDatabase *db, gint64 deal_id, GError **error)
{
  return (self->holes = mull_hole_store_list (db, deal_id, error)) != NULL &&
         (self->commitments = mull_commitment_store_list (db, deal_id, error)) != NULL &&
         (self->touches = mull_planned_touch_store_list_open (db, deal_id, error)) != NULL &&
         (self->entries = mull_entry_store_list_touches (db, deal_id, error)) != NULL &&
         (self->quiets = mull_quiet_store_list_for_deal (db, deal_id, error)) != NULL &&
         (self->roadblocks = mull_roadblock_store_list (db, deal_id, error)) != NULL &&
         (self->questions = mull_hard_question_store_list (db, deal_id, error)) != NULL &&
         (self->decisions = mull_decision_store_list (db, deal_id, error)) != NULL;
}

static gboolean
load_answers (MullDossier *self, MullDatabase *db, gint64 deal_id, GError **error)
{
  g_autoptr (GPtrArray) given = mull_qualification_store_list (db, deal_id, error);

  if (given == NULL)
    return FALSE;
  /* In order of time: the last answer to a question stands. */
  for (guint i = 0; i < given->len; i++)
    {
      MullQualification *answer = given->pdata[i];
      MullQualification **place;

      if (answer->question < 1 || answer->question > (int) G_N_ELEMENTS (self->answers))
        continue;
      place = &self->answers[answer->question - 1];
      g_clear_pointer (place, mull_qualification_unref);
      *place = mull_qualification_ref (answer);
    }
  return TRUE;
}

static gboolean
load_last_words (MullDossier *self, MullDatabase *db, gint64 deal_id, GError **error)
{
  g_autoptr (MullEntryWords) words = NULL;

  if (!mull_entry_words_store_find_last (db, deal_id, &words, error))
    return FALSE;
  if (words == NULL)
    return TRUE;
  self->last_words_entry = mull_entry_store_get (db, words->entry_id, error);
  if (self->last_words_entry == NULL)
    return FALSE;
  self->last_words = g_strdup (words->words);
  return TRUE;
}

static void
note_contact (MullDossier *self, MullDossierPerson *person)
{
  for (guint i = self->entries->len; i > 0 && person->last_spoke_at == MULL_INSTANT_NONE; i--)
    {
      MullEntry *entry = self->entries->pdata[i - 1];

      if (entry->person_id == person->person->record.id && mull_entry_is_heard (entry))
        person->last_spoke_at = entry->happened_at;
    }
  for (guint i = 0; i < self->quiets->len; i++)
    {
      MullQuiet *quiet = self->quiets->pdata[i];

      if (mull_quiet_is_in_force (quiet, self->today) &&
          (quiet->scope != MULL_QUIET_SCOPE_PERSON ||
           quiet->person_id == person->person->record.id))
        person->quiet = quiet;
    }
}

static gboolean
load_phone (MullDatabase *db, MullDossierPerson *person, GError **error)
{
  g_autoptr (GPtrArray) addresses =
      mull_person_address_store_list (db, person->person->record.id, error);

  if (addresses == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len && person->phone == NULL; i++)
    {
      MullPersonAddress *address = addresses->pdata[i];

      if (address->kind == MULL_ADDRESS_PHONE)
        person->phone = g_strdup (address->value);
    }
  return TRUE;
}

static gboolean
load_people (MullDossier *self, MullDatabase *db, gint64 deal_id, GError **error)
{
  g_autoptr (GPtrArray) members = mull_member_store_list (db, deal_id, error);

  if (members == NULL)
    return FALSE;
  self->people = g_ptr_array_new_with_free_func (free_person);
  for (guint i = 0; i < members->len; i++)
    {
      MullMember *member = members->pdata[i];
      MullPerson *record = mull_person_store_get (db, member->person_id, error);
      MullDossierPerson *person;

      if (record == NULL)
        return FALSE;
      person = g_new0 (MullDossierPerson, 1);
      person->member = mull_member_ref (member);
      person->person = record;
      person->last_spoke_at = MULL_INSTANT_NONE;
      g_ptr_array_add (self->people, person);
      note_contact (self, person);
      if (!load_phone (db, person, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mull_dossier_load:
 *
 * Returns: (transfer full) (nullable): everything about a deal as of now; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such deal
 */
MullDossier *
mull_dossier_load (MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (MullDossier) self = g_new0 (MullDossier, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->today = mull_workspace_get_today (workspace);
  if (!load_place (self, db, deal_id, error) || !load_facts (self, db, deal_id, error) ||
      !load_answers (self, db, deal_id, error) || !load_last_words (self, db, deal_id, error) ||
      !load_people (self, db, deal_id, error) ||
      !mull_setting_store_load_thresholds (db, &self->thresholds, error))
    return NULL;
  mull_move_facts_collect (&self->facts, self->deal, self->entries, self->touches,
                           self->commitments, self->quiets, self->today, zone);
  self->verdict =
      mull_move_state_decide (&self->facts, self->stage->dark_days, &self->thresholds, self->today);
  mull_next_step_find (&self->next, self->touches, self->commitments, self->today);
  return g_steal_pointer (&self);
}

/* ── Looking things up ────────────────────────────────────────────────── */

/**
 * mull_dossier_get_hole:
 *
 * Returns: (transfer none) (nullable): *the* hole: the first one that is open or asked for
 */
MullHole *
mull_dossier_get_hole (MullDossier *self)
{
  for (guint i = 0; i < self->holes->len; i++)
    {
      MullHole *hole = self->holes->pdata[i];

      if (hole->state == MULL_HOLE_STATE_OPEN || hole->state == MULL_HOLE_STATE_ASKED)
        return hole;
    }
  return NULL;
}

/**
 * mull_dossier_get_roadblock:
 *
 * Returns: (transfer none) (nullable): the first roadblock that is still open
 */
MullRoadblock *
mull_dossier_get_roadblock (MullDossier *self)
{
  for (guint i = 0; i < self->roadblocks->len; i++)
    {
      MullRoadblock *roadblock = self->roadblocks->pdata[i];

      if (roadblock->outcome == MULL_ROADBLOCK_OPEN)
        return roadblock;
    }
  return NULL;
}

/**
 * mull_dossier_get_person:
 *
 * Returns: (transfer none) (nullable): somebody of the buying centre
 */
MullDossierPerson *
mull_dossier_get_person (MullDossier *self, gint64 person_id)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      MullDossierPerson *person = self->people->pdata[i];

      if (person->person->record.id == person_id)
        return person;
    }
  return NULL;
}

/**
 * mull_dossier_has_entry:
 * @entry_id: a touch, an absence or effort
 *
 * Returns: whether it is still on the timeline
 */
gboolean
mull_dossier_has_entry (MullDossier *self, gint64 entry_id)
{
  /* It is one of the last, mostly. */
  for (guint i = self->entries->len; i > 0; i--)
    if (((const MullEntry *) self->entries->pdata[i - 1])->record.id == entry_id)
      return TRUE;
  return FALSE;
}

/**
 * mull_dossier_has_hole:
 *
 * Returns: whether it is one of the deal, in whatever state
 */
gboolean
mull_dossier_has_hole (MullDossier *self, gint64 hole_id)
{
  for (guint i = 0; i < self->holes->len; i++)
    if (((const MullHole *) self->holes->pdata[i])->record.id == hole_id)
      return TRUE;
  return FALSE;
}

/**
 * mull_dossier_format_value:
 *
 * Returns: (transfer full) (nullable): the value of the deal in words, %NULL if it has none
 */
char *
mull_dossier_format_value (MullDossier *self)
{
  MullMoney value;

  if (self->deal->value_minor == MULL_NUMBER_NONE ||
      !mull_money_init (&value, self->deal->value_minor, self->deal->currency, NULL))
    return NULL;
  return mull_money_format (&value);
}

/**
 * mull_dossier_judge_decider:
 * @decider: (out caller-allocates): whom we talk to, and who decides
 *
 * Applies the rule about who decides to the people of the deal.
 */
void
mull_dossier_judge_decider (MullDossier *self, MullClock *clock, MullDossierDecider *decider)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  MullDossierPerson *person;

  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (members, ((MullDossierPerson *) self->people->pdata[i])->member);
  *decider = (MullDossierDecider){ 0 };
  mull_decision_maker_judge (&decider->judged, members, self->entries, self->today,
                             mull_clock_get_zone (clock));
  person = mull_dossier_get_person (self, decider->judged.contact_id);
  decider->contact = person != NULL ? person->person->name : NULL;
  person = mull_dossier_get_person (self, decider->judged.decider_id);
  decider->decider = person != NULL ? person->person->name : NULL;
  decider->expected = mull_decision_maker_expected_in (self->stages, self->stage);
}

/**
 * mull_dossier_decider_hole:
 *
 * Returns: (transfer none): what is missing as long as nobody is known to decide
 */
const char *
mull_dossier_decider_hole (void)
{
  return _ ("Access to whoever decides");
}
