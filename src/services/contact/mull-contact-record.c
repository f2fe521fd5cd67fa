/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-record"

#include "config.h"

#include "mull-contact-record.h"

#include "mull-board-store.h"
#include "mull-commitment-rules.h"
#include "mull-contact-record-store.h"
#include "mull-contact-store.h"
#include "mull-deal.h"
#include "mull-quiet-rules.h"
#include "mull-record-store.h"
#include "mull-script.h"
#include "mull-setting-store.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The latest touches with somebody; the rest is on the pages of the deals. */
#define MAX_ENTRIES 50
#define DO_OVER_KIND "do-over"

typedef struct
{
  MullDatabase *db;
  GTimeZone *zone;
  MullDay today;
  MullThresholds thresholds;
  MullContactRecord *record;
} Loader;

static void
deal_free (gpointer data)
{
  MullContactDeal *deal = data;

  g_free (deal->title);
  g_free (deal->state);
  g_free (deal);
}

static void
proof_free (gpointer data)
{
  MullContactProof *proof = data;

  g_free (proof->title);
  g_free (proof->about);
  g_free (proof);
}

/**
 * mull_contact_record_ref:
 *
 * Returns: (transfer full): @self
 */
MullContactRecord *
mull_contact_record_ref (MullContactRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_contact_record_unref:
 * @self: (transfer full): a record
 */
void
mull_contact_record_unref (MullContactRecord *self)
{
  GPtrArray **lists[] = { &self->addresses, &self->people,  &self->deals,
                          &self->ours,      &self->theirs,  &self->quiets,
                          &self->calls,     &self->entries, &self->entry_deals };

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->person, mull_person_unref);
  g_clear_pointer (&self->company, mull_company_unref);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  g_free (self->line);
  g_free (self);
}

/* ── Proofs ───────────────────────────────────────────────────────────── */

/* @title and @about are taken. */
static void
add_proof (GPtrArray *list,
           char *title,
           char *about,
           const char *css_class,
           gint64 deal_id,
           gint64 entry_id)
{
  MullContactProof *proof = g_new0 (MullContactProof, 1);

  proof->title = title;
  proof->about = about;
  proof->css_class = css_class;
  proof->deal_id = deal_id;
  proof->entry_id = entry_id;
  g_ptr_array_add (list, proof);
}

static const char *
class_of_promise (const MullCommitment *promise, MullStanding standing)
{
  if (promise->state == MULL_COMMITMENT_KEPT || promise->state == MULL_COMMITMENT_KEPT_LATE)
    return "state-kept";
  if (promise->state == MULL_COMMITMENT_BROKEN || standing == MULL_STANDING_BROKEN ||
      standing == MULL_STANDING_MISSED || standing == MULL_STANDING_OVERDUE)
    return "state-dark";
  if (promise->state == MULL_COMMITMENT_AT_RISK)
    return "state-risk";
  return "state-theirs";
}

static void
prove_promise (Loader *loader, GPtrArray *list, const MullCommitment *promise)
{
  MullStanding standing =
      mull_commitment_get_standing (promise, &loader->thresholds, loader->today);
  g_autofree char *due = mull_day_format (promise->due_on);
  const char *state = standing == MULL_STANDING_SETTLED
                          ? mull_commitment_state_label (promise->state)
                          : mull_standing_label (standing);

  add_proof (list, g_strdup (promise->words),
             /* Translators: what became of a promise ("Kept"), and its day */
             g_strdup_printf (_ ("%1$s · due %2$s"), state, due),
             class_of_promise (promise, standing), promise->deal_id, promise->proof_entry_id);
}

static void
prove_quiets (Loader *loader, GPtrArray *quiets)
{
  for (guint i = 0; i < quiets->len; i++)
    {
      const MullQuiet *quiet = g_ptr_array_index (quiets, i);
      g_autofree char *until = mull_quiet_format (quiet);
      char *about;

      if (quiet->times_broken == 0)
        /* Translators: what became of a quiet ("in force"), and "until 1 July 2026" */
        about = g_strdup_printf (_ ("%1$s · %2$s · respected"),
                                 mull_quiet_state_label (quiet->state), until);
      else
        about = g_strdup_printf (
            /* Translators: what became of a quiet, "until 1 July", and how often we broke it */
            ngettext ("%1$s · %2$s · broken once", "%1$s · %2$s · broken %3$d times",
                      (gulong) quiet->times_broken),
            mull_quiet_state_label (quiet->state), until, quiet->times_broken);
      add_proof (loader->record->quiets, g_strdup (quiet->words), about,
                 quiet->times_broken == 0 ? "state-kept" : "state-dark", quiet->deal_id, 0);
    }
}

static void
prove_calls (Loader *loader, GPtrArray *scripts)
{
  for (guint i = 0; i < scripts->len; i++)
    {
      const MullScript *script = g_ptr_array_index (scripts, i);
      g_autofree char *day = NULL;

      if (!g_str_equal (script->kind, DO_OVER_KIND))
        continue;
      day = mull_day_format (mull_day_from_instant (script->called_at, loader->zone));
      add_proof (loader->record->calls, g_strdup (_ ("Do-over")),
                 g_strdup_printf ("%s · %s", mull_script_outcome_label (script->outcome), day),
                 NULL, script->deal_id, script->entry_id);
    }
}

static void
sum_up (MullRecordFacts *total, const MullRecordFacts *facts)
{
  total->kept += facts->kept;
  total->kept_late += facts->kept_late;
  total->owned += facts->owned;
  total->owned_late += facts->owned_late;
  total->replaced_kept += facts->replaced_kept;
  total->silent += facts->silent;
  total->open += facts->open;
  total->quiets += facts->quiets;
  total->quiets_respected += facts->quiets_respected;
  total->do_overs += facts->do_overs;
  total->theirs += facts->theirs;
  total->theirs_kept += facts->theirs_kept;
}

/* What happened between us and one person, added to the record. */
static gboolean
load_relationship (Loader *loader, gint64 person_id, GError **error)
{
  MullContactRecord *self = loader->record;
  g_autoptr (GPtrArray) promises =
      mull_contact_record_store_list_promises (loader->db, person_id, error);
  g_autoptr (GPtrArray) quiets = NULL;
  g_autoptr (GPtrArray) scripts = NULL;
  MullRecordFacts facts;

  if (promises == NULL ||
      (quiets = mull_contact_record_store_list_quiets (loader->db, person_id, error)) == NULL ||
      (scripts = mull_contact_record_store_list_scripts (loader->db, person_id, error)) == NULL)
    return FALSE;
  mull_record_facts_count (&facts, person_id, promises, quiets, scripts, &loader->thresholds,
                           loader->today);
  sum_up (&self->facts, &facts);
  for (guint i = 0; i < promises->len; i++)
    {
      const MullCommitment *promise = g_ptr_array_index (promises, i);

      if (promise->side != MULL_SIDE_THEM && promise->to_person_id == person_id)
        prove_promise (loader, self->ours, promise);
      if (promise->side != MULL_SIDE_US && promise->by_person_id == person_id)
        prove_promise (loader, self->theirs, promise);
    }
  prove_quiets (loader, quiets);
  prove_calls (loader, scripts);
  return TRUE;
}

/* ── Deals and entries ────────────────────────────────────────────────── */

/* Open ones first, then those in which something moved last. */
static int
compare_deals (gconstpointer a, gconstpointer b)
{
  const MullDeal *const *one = a, *const *other = b;
  gboolean open = (*one)->outcome == MULL_OUTCOME_OPEN;

  if (open != ((*other)->outcome == MULL_OUTCOME_OPEN))
    return open ? -1 : 1;
  if ((*one)->stage_since_at != (*other)->stage_since_at)
    return (*one)->stage_since_at > (*other)->stage_since_at ? -1 : 1;
  return (*one)->record.id < (*other)->record.id ? -1 : 1;
}

/* A deal that is open but on no board, as in the trash, is said to be open. */
static gboolean
show_move (Loader *loader, MullContactDeal *row, GError **error)
{
  g_autoptr (MullCard) card = NULL;

  if (!mull_board_store_get_card (loader->db, row->id, &card, error))
    return FALSE;
  if (card == NULL)
    return TRUE;
  row->move = card->state;
  row->flags = mull_card_flags_get_move (card->flags);
  mull_take_text (&row->state, mull_card_flags_format_state (card->flags, card->state,
                                                             card->state_on, loader->today));
  return TRUE;
}

/* @deals is taken; nothing happens if it is %NULL. */
static gboolean
take_deals (Loader *loader, GPtrArray *deals, GError **error)
{
  g_autoptr (GPtrArray) owned = deals;

  if (owned != NULL)
    g_ptr_array_sort (owned, compare_deals);
  for (guint i = 0; owned != NULL && i < owned->len; i++)
    {
      const MullDeal *deal = g_ptr_array_index (owned, i);
      MullContactDeal *row = g_new0 (MullContactDeal, 1);

      row->id = deal->record.id;
      row->title = g_strdup (deal->title);
      row->open = deal->outcome == MULL_OUTCOME_OPEN;
      row->move = MULL_MOVE_CLOSED;
      row->state = g_strdup (mull_outcome_label (deal->outcome));
      g_ptr_array_add (loader->record->deals, row);
      if (row->open && !show_move (loader, row, error))
        return FALSE;
    }
  return owned != NULL;
}

static gboolean
load_entries (Loader *loader, gint64 person_id, GError **error)
{
  MullContactRecord *self = loader->record;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries =
      mull_contact_record_store_list_entries (loader->db, person_id, MAX_ENTRIES, error);
  if (self->entries == NULL)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (MullDeal) deal =
          mull_record_store_get (loader->db, &mull_deal_type, entry->deal_id, error);

      if (deal == NULL)
        return FALSE;
      g_ptr_array_add (self->entry_deals, g_strdup (deal->title));
    }
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────── */

static GPtrArray *
proofs_new (void)
{
  return g_ptr_array_new_with_free_func (proof_free);
}

static gboolean
start (Loader *loader, MullWorkspace *workspace, GError **error)
{
  MullContactRecord *self = g_new0 (MullContactRecord, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->addresses = g_ptr_array_new_with_free_func (mull_record_unref);
  self->people = g_ptr_array_new_with_free_func (mull_record_unref);
  self->deals = g_ptr_array_new_with_free_func (deal_free);
  self->ours = proofs_new ();
  self->theirs = proofs_new ();
  self->quiets = proofs_new ();
  self->calls = proofs_new ();
  self->entries = g_ptr_array_new_with_free_func (mull_record_unref);
  self->entry_deals = g_ptr_array_new_with_free_func (g_free);
  loader->record = self;
  loader->db = mull_workspace_get_database (workspace);
  loader->zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  loader->today = mull_workspace_get_today (workspace);
  return mull_setting_store_load_thresholds (loader->db, &loader->thresholds, error);
}

static gboolean
load_person (Loader *loader, gint64 person_id, GError **error)
{
  MullContactRecord *self = loader->record;

  self->person = mull_person_store_get (loader->db, person_id, error);
  if (self->person == NULL)
    return FALSE;
  if (self->person->company_id != 0)
    {
      self->company = mull_company_store_get (loader->db, self->person->company_id, error);
      if (self->company == NULL)
        return FALSE;
    }
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  self->addresses = mull_person_address_store_list (loader->db, person_id, error);
  return self->addresses != NULL && load_relationship (loader, person_id, error) &&
         load_entries (loader, person_id, error) &&
         take_deals (loader, mull_contact_record_store_list_deals (loader->db, person_id, error),
                     error);
}

static gboolean
load_company (Loader *loader, gint64 company_id, GError **error)
{
  MullContactRecord *self = loader->record;
  g_autoptr (GPtrArray) quiets = NULL;

  self->company = mull_company_store_get (loader->db, company_id, error);
  if (self->company == NULL)
    return FALSE;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = mull_contact_record_store_list_people (loader->db, company_id, error);
  quiets = mull_contact_record_store_list_company_quiets (loader->db, company_id, error);
  if (self->people == NULL || quiets == NULL)
    return FALSE;
  for (guint i = 0; i < self->people->len; i++)
    if (!load_relationship (loader, ((MullRecord *) self->people->pdata[i])->id, error))
      return FALSE;
  for (guint i = 0; i < quiets->len; i++)
    {
      self->facts.quiets++;
      self->facts.quiets_respected += ((MullQuiet *) quiets->pdata[i])->times_broken == 0;
    }
  prove_quiets (loader, quiets);
  return take_deals (
      loader, mull_contact_record_store_list_company_deals (loader->db, company_id, error), error);
}

/**
 * mull_contact_record_load_person:
 *
 * Returns: (transfer full) (nullable): a person, and the facts of the relationship; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such person
 */
MullContactRecord *
mull_contact_record_load_person (MullWorkspace *workspace, gint64 person_id, GError **error)
{
  Loader loader = { 0 };
  g_autoptr (MullContactRecord) self = NULL;
  gboolean started = start (&loader, workspace, error);

  self = loader.record;
  if (!started || !load_person (&loader, person_id, error))
    return NULL;
  self->line = mull_record_facts_format (&self->facts);
  return g_steal_pointer (&self);
}

/**
 * mull_contact_record_load_company:
 *
 * Returns: (transfer full) (nullable): a company, and the facts of the relationship with all of its
 *   people; %NULL with %MULL_ERROR_NOT_FOUND if there is no such company
 */
MullContactRecord *
mull_contact_record_load_company (MullWorkspace *workspace, gint64 company_id, GError **error)
{
  Loader loader = { 0 };
  g_autoptr (MullContactRecord) self = NULL;
  gboolean started = start (&loader, workspace, error);

  self = loader.record;
  if (!started || !load_company (&loader, company_id, error))
    return NULL;
  self->line = mull_record_facts_format (&self->facts);
  return g_steal_pointer (&self);
}
