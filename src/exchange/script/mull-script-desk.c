/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-desk"

#include "config.h"

#include "mull-script-desk.h"

#include "mull-contact-ops.h"
#include "mull-error.h"
#include "mull-fill-in.h"
#include "mull-hard-question-ops.h"
#include "mull-hard-question-rules.h"
#include "mull-own-beat-ops.h"
#include "mull-review-desk.h"
#include "mull-script-ops.h"
#include "mull-script-store.h"
#include "mull-template-reader.h"

/* How far ahead the day lies that the script asks for: near enough to matter, far enough to be
 * granted. */
#define ASK_WORKING_DAYS 2

/* A template is read and checked once; it never changes while the program runs. */
static MullScriptTemplate *
load_template (const char *id, GError **error)
{
  static GHashTable *templates = NULL;
  MullScriptTemplate *script;

  if (templates == NULL)
    templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) mull_script_template_unref);
  script = g_hash_table_lookup (templates, id);
  if (script == NULL)
    {
      script = mull_template_reader_load (id, error);
      if (script == NULL)
        return NULL;
      g_hash_table_insert (templates, g_strdup (id), script);
    }
  return mull_script_template_ref (script);
}

static MullHole *
find_hole (MullScriptDesk *self)
{
  for (guint i = 0; i < self->dossier->holes->len; i++)
    {
      MullHole *hole = self->dossier->holes->pdata[i];

      if (hole->record.id == self->script->hole_id)
        return mull_hole_ref (hole);
    }
  return NULL;
}

/* Whom to call may have left the buying centre since the script was begun. */
static gboolean
load_person (MullScriptDesk *self, GError **error)
{
  gint64 person_id = self->script->person_id;
  MullDossierPerson *member;

  if (person_id == 0)
    return TRUE;
  self->phone = mull_person_dup_first_address (self->workspace, person_id, MULL_ADDRESS_PHONE);
  member = mull_dossier_get_person (self->dossier, person_id);
  self->person = member != NULL ? mull_person_ref (member->person)
                                : mull_person_load (self->workspace, person_id, error);
  return self->person != NULL;
}

/* What a script about a promise is written from; one that was begun in another way has none. */
static gboolean
load_promise (MullScriptDesk *self, GError **error)
{
  g_autoptr (GError) missing = NULL;

  if (g_str_equal (self->script->kind, "own-it") && self->script->record.id != 0)
    self->own =
        mull_own_it_case_load_for_script (self->workspace, self->script->record.id, &missing);
  else if (g_str_equal (self->script->kind, "own-it") && self->script->commitment_id != 0)
    self->own =
        mull_own_it_case_load_for_promise (self->workspace, self->script->commitment_id, &missing);
  else if (g_str_equal (self->script->kind, "get-to-no") && self->script->record.id != 0)
    self->question =
        mull_hard_question_load_for_script (self->workspace, self->script->record.id, &missing);
  if (missing == NULL || g_error_matches (missing, MULL_ERROR, MULL_ERROR_NOT_FOUND) ||
      g_error_matches (missing, MULL_ERROR, MULL_ERROR_CONSTRAINT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&missing));
  return FALSE;
}

/* All but the script and its beats. */
static gboolean
load_surroundings (MullScriptDesk *self, GError **error)
{
  if ((self->script_template = load_template (self->script->kind, error)) == NULL ||
      (self->dossier = mull_dossier_load (self->workspace, self->script->deal_id, error)) == NULL ||
      !load_person (self, error) || !load_promise (self, error))
    return FALSE;
  self->hole = find_hole (self);
  self->calls = mull_script_dup_call_days (
      self->workspace, self->script->kind, self->script->person_id,
      self->dossier->today - self->dossier->thresholds.do_over_days, error);
  if (self->calls == NULL)
    return FALSE;
  self->language =
      mull_review_desk_dup_script_language (self->workspace, self->script_template, self->beats);
  self->reviewer = mull_review_desk_load (self->workspace, self->script, self->language,
                                          &self->dossier->thresholds, error);
  return self->reviewer != NULL;
}

/**
 * mull_script_desk_load:
 * @workspace: where the script is stored
 * @script_id: the script
 *
 * Returns: (transfer full) (nullable): all that the script is written from; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such script
 */
MullScriptDesk *
mull_script_desk_load (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  g_autoptr (MullScriptDesk) self = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  self = g_new0 (MullScriptDesk, 1);
  self->workspace = g_object_ref (workspace);
  self->script = mull_script_load (workspace, script_id, error);
  if (self->script == NULL ||
      (self->beats = mull_script_dup_beats (workspace, script_id, error)) == NULL ||
      !load_surroundings (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_script_desk_preview:
 * @workspace: the data
 * @script: a script that need not be stored: kind, deal, person, and what it is about
 *
 * Returns: (transfer full) (nullable): all that the script would be written from, if it were begun
 *   now
 */
MullScriptDesk *
mull_script_desk_preview (MullWorkspace *workspace, const MullScript *script, GError **error)
{
  g_autoptr (MullScriptDesk) self = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (script != NULL, NULL);

  self = g_new0 (MullScriptDesk, 1);
  self->workspace = g_object_ref (workspace);
  self->script = mull_script_copy (script);
  self->beats = g_hash_table_new (g_str_hash, g_str_equal);
  return load_surroundings (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mull_script_desk_free:
 * @self: (transfer full): a desk
 */
void
mull_script_desk_free (MullScriptDesk *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reviewer, mull_reviewer_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->calls, g_array_unref);
  g_clear_pointer (&self->beats, g_hash_table_unref);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->person, mull_person_unref);
  g_clear_pointer (&self->own, mull_own_it_case_free);
  g_clear_pointer (&self->question, mull_hard_question_unref);
  g_clear_pointer (&self->hole, mull_hole_unref);
  g_clear_pointer (&self->dossier, mull_dossier_unref);
  g_clear_pointer (&self->script_template, mull_script_template_unref);
  g_clear_pointer (&self->script, mull_script_unref);
  g_clear_object (&self->workspace);
  g_free (self);
}

/* ── Facts ────────────────────────────────────────────────────────────── */

static char *
dup_my_name (MullWorkspace *workspace)
{
  g_autofree char *name = mull_workspace_dup_setting (workspace, MULL_SCRIPT_DESK_MY_NAME);
  const char *account = g_get_real_name ();

  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  /* What GLib says when the account has no name, or no other than to log in; a gap is more honest.
   */
  return g_strdup (
      g_str_equal (account, "Unknown") || g_str_equal (account, g_get_user_name ()) ? "" : account);
}

/* The touch that the thing was left at: the one the hole names, or the last one before it on the
 * same day. What the drill found missing was left at the last touch, whenever that was. */
static MullEntry *
find_occasion (MullScriptDesk *self)
{
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullDay left_on = mull_clock_day_of (clock, self->hole->left_at);
  gboolean any_day = self->hole->source == MULL_HOLE_SOURCE_DRILL;
  MullEntry *last = NULL;

  for (guint i = 0; i < self->dossier->entries->len; i++)
    {
      MullEntry *entry = self->dossier->entries->pdata[i];

      if (self->hole->entry_id != 0 && entry->record.id == self->hole->entry_id)
        return entry;
      if (entry->reached && (entry->kind == MULL_ENTRY_CALL || entry->kind == MULL_ENTRY_MEETING) &&
          entry->happened_at <= self->hole->left_at &&
          (any_day || mull_clock_day_of (clock, entry->happened_at) == left_on))
        last = entry;
    }
  return last;
}

static void
set_hole (MullScriptDesk *self, MullScriptFacts *facts)
{
  MullEntry *entry;

  mull_script_facts_set_hole (facts, self->hole);
  entry = find_occasion (self);
  if (entry == NULL)
    return;
  if (entry->kind == MULL_ENTRY_CALL)
    facts->occasion = MULL_OCCASION_CALL;
  /* A hole may be noticed days after the touch; what is said is when they spoke. */
  if (entry->record.id == self->hole->entry_id || self->hole->source == MULL_HOLE_SOURCE_DRILL)
    facts->left_at = entry->happened_at;
}

static void
set_causes (MullScriptDesk *self, MullScriptFacts *facts)
{
  for (guint i = 0; i < self->dossier->commitments->len; i++)
    {
      MullCommitment *commitment = self->dossier->commitments->pdata[i];

      if (commitment->record.id == self->script->commitment_id)
        mull_script_facts_set_commitment (facts, commitment);
    }
  for (guint i = 0; i < self->dossier->roadblocks->len; i++)
    {
      MullRoadblock *roadblock = self->dossier->roadblocks->pdata[i];

      if (roadblock->record.id == self->script->roadblock_id)
        mull_script_facts_set_roadblock (facts, roadblock);
    }
}

/* What was tried, one a line, as one says it. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", lines[i]);
  return g_string_free (joined, FALSE);
}

static void
set_owning (MullScriptDesk *self, MullScriptFacts *facts)
{
  const MullWayOut *way = mull_own_it_case_get_way (self->own);

  mull_take_text (&facts->effort, join_lines (self->own->own->effort));
  /* Whether it may be said, the ledger tells; whether it is, the rep. */
  if (self->own->own->record.id != 0)
    facts->first_time =
        self->own->own->say_first_time && mull_record_facts_may_say_first_time (&self->own->record);
  if (way == NULL)
    return;
  mull_set_text (&facts->way_out, way->text);
  if (way->due_on != MULL_DAY_NONE)
    facts->ask_day = way->due_on;
}

static void
set_question (MullScriptDesk *self, MullScriptFacts *facts)
{
  facts->ask_day =
      self->question->answer_by_on != MULL_DAY_NONE
          ? self->question->answer_by_on
          : mull_hard_question_answer_by (self->dossier->today, &self->dossier->thresholds);
}

static MullScriptFacts *
collect_facts (MullScriptDesk *self)
{
  g_autofree char *my_phone =
      mull_workspace_dup_setting (self->workspace, MULL_SCRIPT_DESK_MY_PHONE);
  MullClock *clock = mull_workspace_get_clock (self->workspace);
  MullScriptFacts *facts =
      mull_script_facts_new (mull_clock_get_now (clock), mull_clock_get_zone (clock));

  if (self->person != NULL)
    mull_set_text (&facts->name, self->person->name);
  if (self->dossier->company != NULL)
    mull_set_text (&facts->company, self->dossier->company->name);
  mull_set_text (&facts->deal, self->dossier->deal->title);
  mull_take_text (&facts->my_name, dup_my_name (self->workspace));
  mull_set_text (&facts->my_phone, my_phone != NULL ? my_phone : "");
  if (self->dossier->last_words != NULL)
    mull_set_text (&facts->words, self->dossier->last_words);
  facts->ask_day = mull_day_add_working (mull_clock_get_today (clock), ASK_WORKING_DAYS);
  if (self->hole != NULL)
    set_hole (self, facts);
  set_causes (self, facts);
  facts->first_time = self->script->person_id != 0 && self->reviewer->n_broken == 0;
  if (self->own != NULL)
    set_owning (self, facts);
  if (self->question != NULL)
    set_question (self, facts);
  return facts;
}

/* ── Composing ────────────────────────────────────────────────────────── */

static GHashTable *
merge_beats (MullScriptDesk *self, GHashTable *unsaved)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer beat, text;

  g_hash_table_iter_init (&iter, self->beats);
  while (g_hash_table_iter_next (&iter, &beat, &text))
    g_hash_table_insert (texts, beat, text);
  if (unsaved == NULL)
    return texts;
  g_hash_table_iter_init (&iter, unsaved);
  while (g_hash_table_iter_next (&iter, &beat, &text))
    if (text != NULL)
      g_hash_table_insert (texts, beat, text);
    else
      g_hash_table_remove (texts, beat);
  return texts;
}

/**
 * mull_script_desk_compose_with:
 * @self: a desk
 * @unsaved: (nullable) (element-type utf8 utf8): what has been typed since, by id of the beat; a
 *   %NULL text stands for a beat that follows the template again
 *
 * Puts the script together as it would be spoken now: words follow the time that has passed since
 * the desk was loaded.
 *
 * Returns: (transfer full): the script
 */
MullScriptComposition *
mull_script_desk_compose_with (MullScriptDesk *self, GHashTable *unsaved)
{
  g_autoptr (MullScriptFacts) facts = NULL;
  g_autoptr (GHashTable) texts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  facts = collect_facts (self);
  texts = merge_beats (self, unsaved);
  return mull_script_composition_new (self->script_template, facts, texts,
                                      &self->dossier->thresholds, self->reviewer);
}

/**
 * mull_script_desk_fill_in:
 * @self: a desk
 * @text: a wording with placeholders
 *
 * Returns: (transfer full): the wording as it would be spoken on this call now
 */
char *
mull_script_desk_fill_in (MullScriptDesk *self, const char *text)
{
  g_autoptr (MullScriptFacts) facts = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  facts = collect_facts (self);
  return mull_fill_in (text, facts, self->script_template);
}

/**
 * mull_script_desk_dup_suggestion:
 * @self: a desk
 * @beat: id of a beat of its template
 *
 * Returns: (transfer full): what the template says there on this call now
 */
char *
mull_script_desk_dup_suggestion (MullScriptDesk *self, const char *beat)
{
  g_autoptr (MullScriptFacts) facts = NULL;
  const MullTemplateBeat *found;
  const MullTemplateWording *wording;
  MullTemplateCase when;

  g_return_val_if_fail (self != NULL && beat != NULL, NULL);

  found = mull_script_template_find_beat (self->script_template, beat);
  g_return_val_if_fail (found != NULL, NULL);
  facts = collect_facts (self);
  when = mull_template_case_of (facts);
  wording = mull_template_part_find (found->speech, &when);
  return mull_fill_in (wording != NULL ? wording->text : "", facts, self->script_template);
}

/**
 * mull_script_desk_generalise:
 * @self: a desk
 * @text: what is said on this call
 *
 * Returns: (transfer full): the same with placeholders, for other calls
 */
char *
mull_script_desk_generalise (MullScriptDesk *self, const char *text)
{
  g_autoptr (MullScriptFacts) facts = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  facts = collect_facts (self);
  return mull_wording_generalise (text, facts, self->script_template);
}

/**
 * mull_script_desk_use_wording:
 * @self: a desk; it is to be loaded anew afterwards
 * @own_beat_id: a wording that the rep keeps
 *
 * Puts a wording into the script, filled in for this call.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if it is for another kind of script
 */
gboolean
mull_script_desk_use_wording (MullScriptDesk *self, gint64 own_beat_id, GError **error)
{
  g_autoptr (MullOwnBeat) own = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  own = mull_own_beat_load (self->workspace, own_beat_id, error);
  if (own == NULL)
    return FALSE;
  text = mull_script_desk_fill_in (self, own->text);
  return mull_own_beat_ops_use (self->workspace, own_beat_id, self->script->record.id, text, error);
}

/**
 * mull_script_desk_compose:
 * @workspace: where the script is stored
 * @script_id: the script
 * @unsaved: (nullable) (element-type utf8 utf8): see mull_script_desk_compose_with()
 *
 * Returns: (transfer full) (nullable): the script as it would be spoken now; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such script
 */
MullScriptComposition *
mull_script_desk_compose (MullWorkspace *workspace,
                          gint64 script_id,
                          GHashTable *unsaved,
                          GError **error)
{
  g_autoptr (MullScriptDesk) self = mull_script_desk_load (workspace, script_id, error);

  return self != NULL ? mull_script_desk_compose_with (self, unsaved) : NULL;
}

/**
 * mull_script_desk_compose_open:
 * @workspace: the data
 * @deal_id: the deal
 * @composition: (out) (transfer full) (nullable): the script that has been begun for *the* hole of
 *   the deal, %NULL if there is none
 */
gboolean
mull_script_desk_compose_open (MullWorkspace *workspace,
                               gint64 deal_id,
                               MullScriptComposition **composition,
                               GError **error)
{
  MullDatabase *db;
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullScript) script = NULL;
  const MullHole *hole;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  *composition = NULL;
  db = mull_workspace_get_database (workspace);
  dossier = mull_dossier_load (workspace, deal_id, error);
  if (dossier == NULL)
    return FALSE;
  hole = mull_dossier_get_hole (dossier);
  if (hole != NULL && !mull_script_store_find_for_hole (db, hole->record.id, &script, error))
    return FALSE;
  if (script == NULL)
    return TRUE;
  *composition = mull_script_desk_compose (workspace, script->record.id, NULL, error);
  return *composition != NULL;
}
