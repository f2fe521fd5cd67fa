/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-case"

#include "config.h"

#include "mull-roadblock-case.h"

#include "mull-company.h"
#include "mull-deal.h"
#include "mull-method-store.h"
#include "mull-money.h"
#include "mull-person.h"
#include "mull-qualification.h"
#include "mull-reason.h"
#include "mull-record-store.h"
#include "mull-roadblock-store.h"
#include "mull-setting-store.h"

/* What all the cases of one load share. */
typedef struct
{
  MullDatabase *db;
  MullDay today;
  MullThresholds thresholds;
  GHashTable *top_values; /* currency → gint64: found when first needed */
} Loader;

/**
 * mull_roadblock_case_ref:
 *
 * Returns: (transfer full): @self
 */
MullRoadblockCase *
mull_roadblock_case_ref (MullRoadblockCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_roadblock_case_unref:
 * @self: (transfer full): a case
 */
void
mull_roadblock_case_unref (MullRoadblockCase *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->roadblock, mull_roadblock_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->helps, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_free (self->deal);
  g_free (self->company);
  g_free (self->value);
  g_free (self->speaker);
  g_free (self->behind);
  g_free (self);
}

/* The name of a person, empty for nobody. */
static gboolean
load_name (MullDatabase *db, gint64 person_id, char **name, GError **error)
{
  g_autoptr (MullPerson) person = NULL;

  *name = NULL;
  if (person_id != 0)
    {
      person = mull_record_store_get (db, &mull_person_type, person_id, error);
      if (person == NULL)
        return FALSE;
    }
  *name = g_strdup (person != NULL ? person->name : "");
  return TRUE;
}

static gboolean
find_top_value (Loader *loader, const char *currency, gint64 *value, GError **error)
{
  const gint64 *known = g_hash_table_lookup (loader->top_values, currency);

  if (known == NULL)
    {
      if (!mull_roadblock_store_find_top_value (loader->db, currency, loader->thresholds.top_share,
                                                value, error))
        return FALSE;
      g_hash_table_insert (loader->top_values, g_strdup (currency),
                           g_memdup2 (value, sizeof *value));
      return TRUE;
    }
  *value = *known;
  return TRUE;
}

/* Whether the deal is among the largest; asked only where it decides something, since it has to
 * look at all of them. */
static gboolean
load_share (MullRoadblockCase *self, Loader *loader, const MullDeal *deal, GError **error)
{
  gint64 top;

  if (!self->deal_open || deal->value_minor == MULL_NUMBER_NONE ||
      !mull_roadblock_is_held_alone (self->roadblock, self->helps->len, TRUE, &loader->thresholds,
                                     loader->today))
    return TRUE;
  if (!find_top_value (loader, deal->currency, &top, error))
    return FALSE;
  self->facts.top_share = deal->value_minor >= top;
  return TRUE;
}

static gboolean
load_deal (MullRoadblockCase *self, Loader *loader, GError **error)
{
  MullDatabase *db = loader->db;
  g_autoptr (MullDeal) deal =
      mull_record_store_get (db, &mull_deal_type, self->roadblock->deal_id, error);
  g_autoptr (MullCompany) company = NULL;
  MullMoney value;

  if (deal == NULL)
    return FALSE;
  if (deal->company_id != 0)
    {
      company = mull_record_store_get (db, &mull_company_type, deal->company_id, error);
      if (company == NULL)
        return FALSE;
    }
  self->deal = g_strdup (deal->title);
  self->company = g_strdup (company != NULL ? company->name : "");
  self->deal_open = deal->outcome == MULL_OUTCOME_OPEN && deal->trashed_at == MULL_INSTANT_NONE;
  if (deal->value_minor != MULL_NUMBER_NONE &&
      mull_money_init (&value, deal->value_minor, deal->currency, NULL))
    self->value = mull_money_format (&value);
  else
    self->value = g_strdup ("");
  return load_share (self, loader, deal, error);
}

static gboolean
load_answers (MullRoadblockCase *self, MullDatabase *db, GError **error)
{
  self->answers = mull_roadblock_answer_store_list (db, self->roadblock->record.id, error);
  if (self->answers == NULL)
    return FALSE;
  self->people = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const MullRoadblockAnswer *answer = g_ptr_array_index (self->answers, i);
      char *name;

      if (!load_name (db, answer->person_id, &name, error))
        return FALSE;
      g_ptr_array_add (self->people, name);
    }
  return TRUE;
}

static gboolean
load_questions (MullRoadblockCase *self, MullDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) given = mull_qualification_store_list (db, self->roadblock->deal_id, error);

  if (given == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->questions); i++)
    self->questions[i] = MULL_TERNARY_UNKNOWN;
  /* In order of time: the last answer to a question stands. */
  for (guint i = 0; i < given->len; i++)
    {
      const MullQualification *answer = g_ptr_array_index (given, i);

      if (answer->question >= 1 && answer->question <= (int) G_N_ELEMENTS (self->questions))
        self->questions[answer->question - 1] = answer->answer;
    }
  return TRUE;
}

static gboolean
load_behind (MullRoadblockCase *self, MullDatabase *db, GError **error)
{
  g_autoptr (MullRoadblock) behind = NULL;

  if (self->roadblock->in_front_of_id != 0)
    {
      behind = mull_roadblock_store_get (db, self->roadblock->in_front_of_id, error);
      if (behind == NULL)
        return FALSE;
    }
  self->behind = g_strdup (behind != NULL ? behind->symptom : "");
  return TRUE;
}

static MullRoadblockCase *
load (Loader *loader, MullRoadblock *roadblock, GError **error)
{
  MullDatabase *db = loader->db;
  g_autoptr (MullRoadblockCase) self = g_new0 (MullRoadblockCase, 1);
  MullRoadblockFacts *facts = &self->facts;

  g_atomic_ref_count_init (&self->ref_count);
  self->roadblock = mull_roadblock_ref (roadblock);
  if ((self->helps = mull_roadblock_help_store_list (db, roadblock->record.id, error)) == NULL ||
      !load_deal (self, loader, error) ||
      !load_name (db, roadblock->symptom_by_id, &self->speaker, error) ||
      !load_answers (self, db, error) || !load_questions (self, db, error) ||
      !load_behind (self, db, error) ||
      !mull_roadblock_store_was_brought_back (db, roadblock->record.id, &facts->brought_back,
                                              error))
    return NULL;
  facts->roadblock = self->roadblock;
  facts->answers = self->answers;
  facts->helps = self->helps;
  facts->problem = self->questions[1];
  facts->serious = self->questions[3];
  self->flags = mull_roadblock_judge (facts, &loader->thresholds, loader->today);
  self->reasons = mull_roadblock_explain (facts, &loader->thresholds, loader->today);
  self->step = mull_roadblock_get_step (facts);
  return g_steal_pointer (&self);
}

static void
loader_clear (Loader *loader)
{
  g_clear_pointer (&loader->top_values, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static gboolean
loader_init (Loader *loader, MullWorkspace *workspace, GError **error)
{
  loader->db = mull_workspace_get_database (workspace);
  loader->today = mull_workspace_get_today (workspace);
  loader->top_values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return mull_setting_store_load_thresholds (loader->db, &loader->thresholds, error);
}

/**
 * mull_roadblock_case_load:
 *
 * Returns: (transfer full) (nullable): everything about a roadblock as of now; %NULL with
 *   %MULL_ERROR_NOT_FOUND if there is no such roadblock
 */
MullRoadblockCase *
mull_roadblock_case_load (MullWorkspace *workspace, gint64 roadblock_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_store_get (db, roadblock_id, error);
  g_auto (Loader) loader = { 0 };

  if (roadblock == NULL || !loader_init (&loader, workspace, error))
    return NULL;
  return load (&loader, roadblock, error);
}

static void
free_case (gpointer data)
{
  mull_roadblock_case_unref (data);
}

/**
 * mull_roadblock_case_list:
 * @settled: those that have an outcome, the latest first, instead of open ones, the oldest first
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullRoadblockCase) (nullable): roadblocks
 */
GPtrArray *
mull_roadblock_case_list (MullWorkspace *workspace, gboolean settled, guint limit, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GPtrArray) roadblocks = settled ? mull_roadblock_store_list_settled (db, limit, error)
                                             : mull_roadblock_store_list_open (db, limit, error);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (free_case);
  g_auto (Loader) loader = { 0 };

  if (roadblocks == NULL || !loader_init (&loader, workspace, error))
    return NULL;
  for (guint i = 0; i < roadblocks->len; i++)
    {
      MullRoadblockCase *loaded = load (&loader, roadblocks->pdata[i], error);

      if (loaded == NULL)
        return NULL;
      g_ptr_array_add (cases, loaded);
    }
  return g_steal_pointer (&cases);
}

/**
 * mull_roadblock_case_measure:
 * @measures: (out caller-allocates): the figures
 *
 * Measures all roadblocks there ever were.
 */
gboolean
mull_roadblock_case_measure (MullWorkspace *workspace,
                             MullRoadblockMeasures *measures,
                             GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GPtrArray) roadblocks = mull_roadblock_store_list_all (db, error);

  if (roadblocks == NULL)
    return FALSE;
  mull_roadblock_measure (measures, roadblocks);
  return mull_roadblock_store_count_deals (db, &measures->n_unknown, &measures->n_lost,
                                           &measures->n_lost_confirmed, error);
}
