/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-today-list"

#include "config.h"

#include "mull-today-list.h"

#include "mull-company.h"
#include "mull-contact-store.h"
#include "mull-deal.h"
#include "mull-method-store.h"
#include "mull-record-store.h"
#include "mull-setting-store.h"
#include "mull-today-store.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
/* A promise that is known to be at risk is worth a call this early. */
#define RISK_DAYS 30
/* One more than is shown, to know that there are more; of candidates that the rules may refuse,
 * some more again. They come in the order in which a full group lets go of them. */
#define CANDIDATES (MULL_TODAY_GROUP_LIMIT + 1)
#define LOOSE_CANDIDATES (2 * MULL_TODAY_GROUP_LIMIT + 1)

typedef struct
{
  MullDatabase *db;
  GTimeZone *zone;
  gint64 now;
  MullThresholds thresholds;
  MullTodayList *list;
  guint n_rows[MULL_TODAY_N_GROUPS];
  GHashTable *deals; /* gint64: the deals that have a row */
} Loader;

static void
row_free (gpointer data)
{
  MullTodayRow *row = data;

  mull_today_item_unref (row->item);
  g_free (row->deal);
  g_free (row->company);
  g_free (row->person);
  g_free (row->phone);
  g_free (row);
}

/**
 * mull_today_list_ref:
 *
 * Returns: (transfer full): @self
 */
MullTodayList *
mull_today_list_ref (MullTodayList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_today_list_unref:
 * @self: (transfer full): a list
 */
void
mull_today_list_unref (MullTodayList *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* @item is taken; nothing happens if it is %NULL. */
static void
take_item (Loader *loader, MullTodayItem *item)
{
  MullTodayRow *row;

  if (item == NULL)
    return;
  if (loader->n_rows[item->group] == MULL_TODAY_GROUP_LIMIT)
    {
      loader->list->more[item->group] = TRUE;
      mull_today_item_unref (item);
      return;
    }
  loader->n_rows[item->group]++;
  row = g_new0 (MullTodayRow, 1);
  row->item = item;
  g_ptr_array_add (loader->list->rows, row);
  if (item->deal_id != 0)
    g_hash_table_add (loader->deals, g_memdup2 (&item->deal_id, sizeof item->deal_id));
}

/* ── What may be due ──────────────────────────────────────────────────── */

static gboolean
load_ours (Loader *loader, GError **error)
{
  MullDay today = loader->list->today;
  g_autoptr (GPtrArray) found =
      mull_today_store_list_ours (loader->db, mull_today_horizon (today, &loader->thresholds),
                                  today + RISK_DAYS, LOOSE_CANDIDATES, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len && !loader->list->more[MULL_TODAY_BEFORE_DUE]; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (found, i);
      gboolean touched = FALSE;

      if (!mull_today_store_was_touched (
              loader->db, commitment->deal_id,
              mull_day_start_instant (commitment->made_on + 1, loader->zone), &touched, error))
        return FALSE;
      take_item (loader, mull_today_judge_ours (commitment, touched, &loader->thresholds, today));
    }
  return TRUE;
}

static gboolean
load_theirs (Loader *loader, GError **error)
{
  MullDay today = loader->list->today;
  g_autoptr (GPtrArray) found =
      mull_today_store_list_theirs (loader->db, today, LOOSE_CANDIDATES, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len && !loader->list->more[MULL_TODAY_THEIRS]; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (found, i);
      g_autoptr (MullHardQuestion) question = NULL;

      if (!mull_hard_question_store_find_last (loader->db, commitment->deal_id, &question, error))
        return FALSE;
      take_item (loader,
                 mull_today_judge_theirs (commitment, question, &loader->thresholds, today));
    }
  return TRUE;
}

static gboolean
load_quiets (Loader *loader, GError **error)
{
  MullDay today = loader->list->today;
  g_autoptr (GPtrArray) found = mull_today_store_list_quiets (
      loader->db, today, today + loader->thresholds.prepare_days, LOOSE_CANDIDATES, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len && !loader->list->more[MULL_TODAY_ASKED]; i++)
    take_item (loader,
               mull_today_judge_quiet (g_ptr_array_index (found, i), &loader->thresholds, today));
  return TRUE;
}

static gboolean
load_touches (Loader *loader, GError **error)
{
  MullDay today = loader->list->today;
  g_autoptr (GPtrArray) meetings = mull_today_store_list_touches (
      loader->db, today, mull_today_next_meeting_day (today), TRUE, CANDIDATES, error);
  g_autoptr (GPtrArray) planned = NULL;

  if (meetings == NULL)
    return FALSE;
  planned = mull_today_store_list_touches (loader->db, mull_day_from_ymd (1, 1, 1), today, FALSE,
                                           CANDIDATES, error);
  if (planned == NULL)
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    take_item (loader, mull_today_judge_touch (g_ptr_array_index (meetings, i), today));
  for (guint i = 0; i < planned->len; i++)
    take_item (loader, mull_today_judge_touch (g_ptr_array_index (planned, i), today));
  return TRUE;
}

static gboolean
load_holes (Loader *loader, GError **error)
{
  g_autoptr (GPtrArray) found = mull_today_store_list_holes (
      loader->db, loader->now - loader->thresholds.still_needed_hours * HOUR, CANDIDATES, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len && !loader->list->more[MULL_TODAY_HOLES]; i++)
    take_item (loader, mull_today_judge_hole (g_ptr_array_index (found, i), &loader->thresholds,
                                              loader->now, loader->zone));
  return TRUE;
}

/* What is said of a deal already need not be said again. */
static gboolean
load_silent (Loader *loader, GError **error)
{
  g_autoptr (GArray) found = mull_today_store_list_silent (
      loader->db, LOOSE_CANDIDATES + g_hash_table_size (loader->deals), error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len && !loader->list->more[MULL_TODAY_GONE_QUIET]; i++)
    {
      const MullSilentDeal *deal = &g_array_index (found, MullSilentDeal, i);
      g_autoptr (MullHardQuestion) question = NULL;

      if (g_hash_table_contains (loader->deals, &deal->deal_id))
        continue;
      if (!mull_hard_question_store_find_last (loader->db, deal->deal_id, &question, error))
        return FALSE;
      take_item (loader, mull_today_judge_silence (deal->deal_id, deal->state, deal->on, question,
                                                   loader->list->today));
    }
  return TRUE;
}

/* ── Order ────────────────────────────────────────────────────────────── */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const MullTodayRow *const *one = a, *const *other = b;

  return mull_today_item_compare ((*one)->item, (*other)->item);
}

/* ── Names ────────────────────────────────────────────────────────────── */

static gboolean
name_person (Loader *loader, MullTodayRow *row, GError **error)
{
  gint64 person_id = row->item->person_id;
  g_autoptr (MullPerson) person = NULL;
  g_autoptr (GPtrArray) addresses = NULL;

  if (person_id == 0 && row->item->deal_id != 0)
    {
      g_autoptr (GPtrArray) members =
          mull_member_store_list (loader->db, row->item->deal_id, error);

      if (members == NULL)
        return FALSE;
      if (members->len > 0)
        person_id = ((MullMember *) members->pdata[0])->person_id;
    }
  if (person_id == 0)
    return TRUE;
  person = mull_person_store_get (loader->db, person_id, error);
  if (person == NULL ||
      (addresses = mull_person_address_store_list (loader->db, person_id, error)) == NULL)
    return FALSE;
  row->person = g_strdup (person->name);
  for (guint i = 0; i < addresses->len && row->phone == NULL; i++)
    {
      const MullPersonAddress *address = g_ptr_array_index (addresses, i);

      if (address->kind == MULL_ADDRESS_PHONE)
        row->phone = g_strdup (address->value);
    }
  return TRUE;
}

static gboolean
name_company (Loader *loader, MullTodayRow *row, gint64 company_id, GError **error)
{
  g_autoptr (MullCompany) company = NULL;

  if (company_id == 0)
    return TRUE;
  company = mull_company_store_get (loader->db, company_id, error);
  if (company == NULL)
    return FALSE;
  row->company = g_strdup (company->name);
  return TRUE;
}

static gboolean
name_quiet (Loader *loader, MullTodayRow *row, GError **error)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_store_get (loader->db, row->item->id, error);

  return quiet != NULL && name_company (loader, row, quiet->company_id, error);
}

static gboolean
name_row (Loader *loader, MullTodayRow *row, GError **error)
{
  g_autoptr (MullDeal) deal = NULL;

  if (row->item->deal_id != 0)
    {
      deal = mull_record_store_get (loader->db, &mull_deal_type, row->item->deal_id, error);
      if (deal == NULL || !name_company (loader, row, deal->company_id, error))
        return FALSE;
      row->deal = g_strdup (deal->title);
    }
  else if (!name_quiet (loader, row, error))
    return FALSE;
  if (!name_person (loader, row, error))
    return FALSE;
  if (row->company == NULL)
    row->company = g_strdup ("");
  if (row->person == NULL)
    row->person = g_strdup ("");
  if (row->phone == NULL)
    row->phone = g_strdup ("");
  /* The quiet of a person or a company is about them. */
  if (row->deal == NULL)
    row->deal = g_strdup (*row->person != '\0' ? row->person : row->company);
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────── */

static gboolean
find_rows (Loader *loader, GError **error)
{
  if (!mull_setting_store_load_thresholds (loader->db, &loader->thresholds, error) ||
      !load_ours (loader, error) || !load_quiets (loader, error) || !load_touches (loader, error) ||
      !load_holes (loader, error) || !load_theirs (loader, error) || !load_silent (loader, error))
    return FALSE;
  g_ptr_array_sort (loader->list->rows, compare_rows);
  return TRUE;
}

static MullTodayList *
load (MullWorkspace *workspace, gboolean with_names, GError **error)
{
  g_autoptr (MullTodayList) self = g_new0 (MullTodayList, 1);
  g_autoptr (GHashTable) deals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Loader loader = { .db = mull_workspace_get_database (workspace),
                    .zone = mull_clock_get_zone (mull_workspace_get_clock (workspace)),
                    .now = mull_workspace_get_now (workspace),
                    .list = self,
                    .deals = deals };

  g_atomic_ref_count_init (&self->ref_count);
  self->today = mull_workspace_get_today (workspace);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  if (!find_rows (&loader, error))
    return NULL;
  for (guint i = 0; with_names && i < self->rows->len; i++)
    if (!name_row (&loader, self->rows->pdata[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_today_list_load:
 *
 * Looks up what to do today, by indexes and within limits, so that it takes the same time however
 * many deals there are. Deals whose day has come are to be rechecked before.
 *
 * Returns: (transfer full) (nullable): what to do today
 */
MullTodayList *
mull_today_list_load (MullWorkspace *workspace, GError **error)
{
  return load (workspace, TRUE, error);
}

/**
 * mull_today_list_load_items:
 *
 * As mull_today_list_load(), but the rows have no names, only what is to be done: enough to count
 * them, at a fraction of the time.
 *
 * Returns: (transfer full) (nullable): what to do today
 */
MullTodayList *
mull_today_list_load_items (MullWorkspace *workspace, GError **error)
{
  return load (workspace, FALSE, error);
}

/**
 * mull_today_list_count:
 *
 * Returns: how many rows a group has
 */
guint
mull_today_list_count (const MullTodayList *self, MullTodayGroup group)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((MullTodayRow *) self->rows->pdata[i])->item->group == group;
  return n;
}

/**
 * mull_today_list_format_count:
 *
 * Returns: (transfer full): how many things there are to do, "120+" if there are more than are
 * shown
 */
char *
mull_today_list_format_count (const MullTodayList *self)
{
  gboolean more = FALSE;

  for (guint i = 0; i < MULL_TODAY_N_GROUPS; i++)
    more = more || self->more[i];
  return g_strdup_printf ("%u%s", self->rows->len, more ? "+" : "");
}
