/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-since"

#include "config.h"

#include "mull-since.h"

#include "mull-commitment-explain.h"
#include "mull-move-state.h"
#include "mull-setting-store.h"
#include "mull-since-store.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than this nobody reads. */
#define LIMIT 500
#define LAST_SEEN "last-seen-on"

typedef struct
{
  MullDatabase *db;
  GTimeZone *zone;
  MullDay since;
  MullDay today;
  GHashTable *titles; /* deal id → title */
  GPtrArray *rows;
} Loader;

static void
row_free (gpointer data)
{
  MullSinceRow *row = data;

  g_free (row->deal);
  g_free (row->text);
  g_free (row);
}

static const char *
find_title (Loader *loader, gint64 deal_id, GError **error)
{
  const char *title = g_hash_table_lookup (loader->titles, &deal_id);
  char *read;

  if (title != NULL)
    return title;
  read = mull_since_store_dup_title (loader->db, deal_id, error);
  if (read != NULL)
    g_hash_table_insert (loader->titles, g_memdup2 (&deal_id, sizeof deal_id), read);
  return read;
}

/* @text is taken. */
static gboolean
add_row (Loader *loader,
         MullSinceGroup group,
         gint64 deal_id,
         MullDay on,
         char *text,
         GError **error)
{
  const char *title = find_title (loader, deal_id, error);
  MullSinceRow *row;

  if (title == NULL)
    {
      g_free (text);
      return FALSE;
    }
  row = g_new0 (MullSinceRow, 1);
  row->group = group;
  row->deal_id = deal_id;
  row->deal = g_strdup (title);
  row->on = on;
  row->text = text;
  g_ptr_array_add (loader->rows, row);
  return TRUE;
}

/* ── Deals ────────────────────────────────────────────────────────────── */

static char *
format_deal (const MullSinceDeal *deal)
{
  g_autofree char *value = NULL;

  if (!mull_money_is_set (&deal->value))
    return g_strdup (deal->stage);
  value = mull_money_format (&deal->value);
  /* Translators: the stage of a deal and its value */
  return g_strdup_printf (_ ("%1$s, %2$s"), deal->stage, value);
}

static gboolean
load_deals (Loader *loader, GError **error)
{
  g_autoptr (GPtrArray) deals = mull_since_store_list_deals (
      loader->db, mull_day_start_instant (loader->since, loader->zone), LIMIT, error);

  if (deals == NULL)
    return FALSE;
  for (guint i = 0; i < deals->len; i++)
    {
      const MullSinceDeal *deal = g_ptr_array_index (deals, i);

      if (!add_row (loader, MULL_SINCE_NEW, deal->deal_id,
                    mull_day_from_instant (deal->at, loader->zone), format_deal (deal), error))
        return FALSE;
    }
  return TRUE;
}

/* ── Fields ───────────────────────────────────────────────────────────── */

static MullSinceGroup
group_of_change (const MullSinceChange *change)
{
  if (g_str_equal (change->field, "outcome"))
    return MULL_SINCE_CLOSED;
  if (g_str_equal (change->field, "stage"))
    return MULL_SINCE_MOVED;
  /* Days as YYYY-MM-DD compare like texts; a date that came forward did not slip. */
  if (g_str_equal (change->field, "expected-on") && *change->old_value != '\0' &&
      strcmp (change->new_value, change->old_value) > 0)
    return MULL_SINCE_SLIPPED;
  return MULL_SINCE_OTHER;
}

static gboolean
load_changes (Loader *loader, GError **error)
{
  g_autoptr (GPtrArray) changes = mull_since_store_list_changes (
      loader->db, mull_day_start_instant (loader->since, loader->zone), LIMIT, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const MullSinceChange *change = g_ptr_array_index (changes, i);

      if (!add_row (loader, group_of_change (change), change->deal_id,
                    mull_day_from_instant (change->at, loader->zone), g_strdup (change->text),
                    error))
        return FALSE;
    }
  return TRUE;
}

/* ── Promises ─────────────────────────────────────────────────────────── */

static gboolean
load_made (Loader *loader, GError **error)
{
  g_autoptr (GPtrArray) promises =
      mull_since_store_list_made (loader->db, loader->since, LIMIT, error);

  if (promises == NULL)
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    {
      const MullCommitment *promise = promises->pdata[i];
      g_autofree char *due = mull_day_format_relative (promise->due_on, loader->today);

      if (!add_row (loader, MULL_SINCE_PROMISED, promise->deal_id, promise->made_on,
                    /* Translators: whose promise it is ("We said"), the promise, and a day */
                    g_strdup_printf (_ ("%1$s: %2$s, due %3$s"), mull_side_label (promise->side),
                                     promise->words, due),
                    error))
        return FALSE;
    }
  return TRUE;
}

/* Whoever is let off a promise has neither kept nor broken it. */
static MullSinceGroup
group_of_settled (MullCommitmentState state)
{
  switch (state)
    {
    case MULL_COMMITMENT_KEPT:
    case MULL_COMMITMENT_KEPT_LATE:
      return MULL_SINCE_KEPT;
    case MULL_COMMITMENT_RELEASED:
      return MULL_SINCE_OTHER;
    case MULL_COMMITMENT_OPEN:
    case MULL_COMMITMENT_AT_RISK:
    case MULL_COMMITMENT_RENEGOTIATED:
    case MULL_COMMITMENT_OWNED:
    case MULL_COMMITMENT_BROKEN:
      break;
    }
  return MULL_SINCE_BROKEN;
}

static gboolean
load_settled (Loader *loader, GError **error)
{
  g_autoptr (GPtrArray) promises =
      mull_since_store_list_settled (loader->db, loader->since, LIMIT, error);

  if (promises == NULL)
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    {
      const MullCommitment *promise = promises->pdata[i];

      if (!add_row (loader, group_of_settled (promise->state), promise->deal_id,
                    promise->settled_on,
                    /* Translators: whose promise it is ("We said"), the promise, and what became
                     * of it ("Kept") */
                    g_strdup_printf (_ ("%1$s: %2$s (%3$s)"), mull_side_label (promise->side),
                                     promise->words, mull_commitment_state_label (promise->state)),
                    error))
        return FALSE;
    }
  return TRUE;
}

/* Time alone changed these: their day passed, and nobody settled them. */
static gboolean
load_passed (Loader *loader, gboolean ours, GError **error)
{
  MullThresholds thresholds;
  g_autoptr (GPtrArray) promises = NULL;

  if (!mull_setting_store_load_thresholds (loader->db, &thresholds, error))
    return FALSE;
  promises = mull_since_store_list_passed (loader->db, ours, loader->since - 1, loader->today - 1,
                                           LIMIT, error);
  if (promises == NULL)
    return FALSE;
  for (guint i = 0; i < promises->len; i++)
    {
      const MullCommitment *promise = promises->pdata[i];

      if (!add_row (loader, MULL_SINCE_BROKEN, promise->deal_id, promise->due_on + 1,
                    /* Translators: whose promise it is ("We said"), the promise, and how it stands
                     * ("Overdue") */
                    g_strdup_printf (_ ("%1$s: %2$s (%3$s)"), mull_side_label (promise->side),
                                     promise->words,
                                     mull_commitment_label (promise, &thresholds, loader->today)),
                    error))
        return FALSE;
    }
  return TRUE;
}

/* ── Silence ──────────────────────────────────────────────────────────── */

static gboolean
load_silent (Loader *loader, GError **error)
{
  g_autoptr (GArray) found = mull_since_store_list_silent (loader->db, loader->since, LIMIT, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const MullSinceSilence *silence = &g_array_index (found, MullSinceSilence, i);
      MullMoveState state = silence->dark ? MULL_MOVE_DARK : MULL_MOVE_FADING;
      /* The day on which it became so. */
      MullDay on = silence->on +
                   (silence->dark ? silence->dark_days : mull_move_fade_days (silence->dark_days));

      on = MIN (on, loader->today);
      if (on >= loader->since &&
          !add_row (loader, MULL_SINCE_SILENT, silence->deal_id, on,
                    mull_move_state_format (state, silence->on, MULL_MOVE_NO_FLAGS, loader->today),
                    error))
        return FALSE;
    }
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────── */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const MullSinceRow *const *one = a, *const *other = b;

  if ((*one)->group != (*other)->group)
    return (*one)->group < (*other)->group ? -1 : 1;
  if ((*one)->on != (*other)->on)
    return (*one)->on > (*other)->on ? -1 : 1;
  return (*one)->deal_id < (*other)->deal_id ? -1 : (*one)->deal_id > (*other)->deal_id;
}

/**
 * mull_since_load:
 * @since: the first day
 *
 * Collects what changed since a day: new, moved, slipped, promised, kept or not, gone silent. What
 * time alone changed is among it.
 *
 * Returns: (transfer full) (element-type MullSinceRow) (nullable): by group, the latest first
 */
GPtrArray *
mull_since_load (MullWorkspace *workspace, MullDay since, GError **error)
{
  g_autoptr (GHashTable) titles =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Loader loader = { mull_workspace_get_database (workspace),
                    mull_clock_get_zone (mull_workspace_get_clock (workspace)),
                    since,
                    mull_workspace_get_today (workspace),
                    titles,
                    rows };

  if (!load_deals (&loader, error) || !load_changes (&loader, error) ||
      !load_made (&loader, error) || !load_settled (&loader, error) ||
      !load_passed (&loader, TRUE, error) || !load_passed (&loader, FALSE, error) ||
      !load_silent (&loader, error))
    return NULL;
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/**
 * mull_since_group_label:
 *
 * Returns: (transfer none): the heading of a group
 */
const char *
mull_since_group_label (MullSinceGroup group)
{
  static const char *const labels[] = {
    /* Translators: headings of what changed since a day */
    N_ ("New deals"),
    N_ ("Closed, or opened again"),
    N_ ("Moved"),
    N_ ("Slipped"),
    N_ ("Kept"),
    N_ ("Not kept as promised"),
    N_ ("Promised"),
    N_ ("Gone silent"),
    N_ ("Changed otherwise"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == MULL_SINCE_N_GROUPS);
  g_return_val_if_fail (group < G_N_ELEMENTS (labels), "");
  return _ (labels[group]);
}

/* ── When the rep was last here ───────────────────────────────────────── */

/**
 * mull_since_get_last_seen:
 *
 * Returns: the day on which the rep last looked, or %MULL_DAY_NONE
 */
MullDay
mull_since_get_last_seen (MullWorkspace *workspace)
{
  g_autofree char *text = mull_workspace_dup_setting (workspace, LAST_SEEN);

  return text != NULL ? mull_day_from_iso (text) : MULL_DAY_NONE;
}

/**
 * mull_since_note_seen:
 *
 * Remembers that the rep is here today.
 */
gboolean
mull_since_note_seen (MullWorkspace *workspace, GError **error)
{
  g_autofree char *today = mull_day_to_iso (mull_workspace_get_today (workspace));

  return mull_workspace_set_setting (workspace, LAST_SEEN, today, error);
}

/**
 * mull_since_was_absent:
 * @last_seen: the day on which the rep last looked, or %MULL_DAY_NONE
 * @today: the present day
 *
 * Returns: whether at least one whole working day went by without the rep; a clock that was set
 *   back is no absence
 */
gboolean
mull_since_was_absent (MullDay last_seen, MullDay today)
{
  return last_seen != MULL_DAY_NONE && last_seen < today &&
         mull_day_working_between (last_seen, today) >= 2;
}
