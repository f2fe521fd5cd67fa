/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-duplicate-scan"

#include "config.h"

#include "mull-duplicate-scan.h"

#include "mull-company.h"
#include "mull-text.h"

#include <string.h>

/* Values looked at in one turn: about a millisecond. */
#define VALUES_OF_STEP 1000
/* Of a value that more have, only the first ones are looked at. */
#define GROUP_MAX 20
/* A number that more have is that of a switchboard, not of one person. */
#define PHONE_GROUP_MAX 3
#define PHONE_DIGITS_MIN 6

struct _MullDuplicateScan
{
  /* Owned */
  MullWorkspace *workspace;
  GPtrArray *pairs;  /* MullDuplicatePair */
  GHashTable *known; /* of the keys of pairs */
  char *after;
  /* State */
  gboolean companies;
  guint mark_index;
};

static const MullDuplicateMark marks_of_people[] = { MULL_DUPLICATE_MAIL, MULL_DUPLICATE_PHONE,
                                                     MULL_DUPLICATE_NAME };
static const MullDuplicateMark marks_of_companies[] = { MULL_DUPLICATE_DOMAIN,
                                                        MULL_DUPLICATE_COMPANY_NAME };

static void
pair_free (gpointer data)
{
  MullDuplicatePair *pair = data;

  for (guint i = 0; i < G_N_ELEMENTS (pair->ids); i++)
    {
      g_free (pair->names[i]);
      g_free (pair->abouts[i]);
    }
  g_free (pair);
}

/* Beside its own use, the name of the setting that keeps the two apart. */
static char *
make_key (gboolean companies, gint64 first_id, gint64 second_id)
{
  return g_strdup_printf ("apart:%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                          companies ? "company" : "person", MIN (first_id, second_id),
                          MAX (first_id, second_id));
}

/**
 * mull_duplicate_scan_new:
 * @companies: companies instead of people
 *
 * Returns: (transfer full): a scan that has not begun
 */
MullDuplicateScan *
mull_duplicate_scan_new (MullWorkspace *workspace, gboolean companies)
{
  MullDuplicateScan *self = g_new0 (MullDuplicateScan, 1);

  self->workspace = g_object_ref (workspace);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->after = g_strdup ("");
  self->companies = companies;
  return self;
}

/**
 * mull_duplicate_scan_free:
 * @self: (transfer full): a scan
 */
void
mull_duplicate_scan_free (MullDuplicateScan *self)
{
  g_object_unref (self->workspace);
  g_ptr_array_unref (self->pairs);
  g_hash_table_unref (self->known);
  g_free (self->after);
  g_free (self);
}

/* ── Pairs ────────────────────────────────────────────────────────────── */

static void
add_row (const MullDuplicateRow *row, gpointer user_data)
{
  GPtrArray *group = user_data;
  MullDuplicatePair *half;

  /* Somebody may have one address twice. */
  for (guint i = 0; i < group->len; i++)
    if (((MullDuplicatePair *) group->pdata[i])->ids[0] == row->id)
      return;
  half = g_new0 (MullDuplicatePair, 1);
  half->ids[0] = row->id;
  half->ids[1] = row->company_id;
  half->names[0] = g_strdup (row->name);
  half->abouts[0] = g_strdup (row->about);
  g_ptr_array_add (group, half);
}

static gboolean
have_one_stem (const char *a, const char *b)
{
  g_autofree char *key_a = mull_text_fold (a);
  g_autofree char *key_b = mull_text_fold (b);
  g_autofree char *stem_a = mull_company_stem (key_a);
  g_autofree char *stem_b = mull_company_stem (key_b);

  return g_str_equal (stem_a, stem_b);
}

/* Two people of one name in two companies are two people. */
static gboolean
may_be_one (MullDuplicateMark mark, const MullDuplicatePair *a, const MullDuplicatePair *b)
{
  if (mark == MULL_DUPLICATE_COMPANY_NAME)
    return have_one_stem (a->names[0], b->names[0]);
  return mark != MULL_DUPLICATE_NAME || a->ids[1] == b->ids[1] || a->ids[1] == 0 || b->ids[1] == 0;
}

static void
add_pair (MullDuplicateScan *self,
          MullDuplicateMark mark,
          const MullDuplicatePair *a,
          const MullDuplicatePair *b)
{
  g_autofree char *key = make_key (self->companies, a->ids[0], b->ids[0]);
  g_autofree char *apart = NULL;
  const MullDuplicatePair *halves[] = { a->ids[0] < b->ids[0] ? a : b,
                                        a->ids[0] < b->ids[0] ? b : a };
  MullDuplicatePair *pair;

  if (self->pairs->len >= MULL_DUPLICATE_SCAN_MAX || g_hash_table_contains (self->known, key))
    return;
  apart = mull_workspace_dup_setting (self->workspace, key);
  if (apart != NULL)
    return;
  pair = g_new0 (MullDuplicatePair, 1);
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      pair->ids[i] = halves[i]->ids[0];
      pair->names[i] = g_strdup (halves[i]->names[0]);
      pair->abouts[i] = g_strdup (halves[i]->abouts[0]);
    }
  pair->mark = mark;
  g_hash_table_add (self->known, g_steal_pointer (&key));
  g_ptr_array_add (self->pairs, pair);
}

static gboolean
look_at (MullDuplicateScan *self, MullDuplicateMark mark, const char *key, GError **error)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func (pair_free);

  if (mark == MULL_DUPLICATE_PHONE && strlen (key) < PHONE_DIGITS_MIN)
    return TRUE;
  if (!mull_duplicate_store_find (mull_workspace_get_database (self->workspace), mark, key,
                                  GROUP_MAX, add_row, group, error))
    return FALSE;
  if (mark == MULL_DUPLICATE_PHONE && group->len > PHONE_GROUP_MAX)
    return TRUE;
  for (guint i = 0; i < group->len; i++)
    for (guint j = i + 1; j < group->len; j++)
      if (may_be_one (mark, group->pdata[i], group->pdata[j]))
        add_pair (self, mark, group->pdata[i], group->pdata[j]);
  return TRUE;
}

/**
 * mull_duplicate_scan_step:
 * @more: (out): whether there is more to look at
 *
 * Looks at some more.
 */
gboolean
mull_duplicate_scan_step (MullDuplicateScan *self, gboolean *more, GError **error)
{
  const MullDuplicateMark *marks = self->companies ? marks_of_companies : marks_of_people;
  guint n_marks =
      self->companies ? G_N_ELEMENTS (marks_of_companies) : G_N_ELEMENTS (marks_of_people);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  char *last;

  *more = FALSE;
  if (self->mark_index == n_marks)
    return TRUE;
  if (!mull_duplicate_store_scan (mull_workspace_get_database (self->workspace),
                                  marks[self->mark_index], self->after, VALUES_OF_STEP, keys, &last,
                                  error))
    return FALSE;
  for (guint i = 0; i < keys->len && self->pairs->len < MULL_DUPLICATE_SCAN_MAX; i++)
    if (!look_at (self, marks[self->mark_index], keys->pdata[i], error))
      {
        g_free (last);
        return FALSE;
      }
  g_free (self->after);
  self->after = last != NULL ? last : g_strdup ("");
  if (last == NULL)
    self->mark_index++;
  if (self->pairs->len >= MULL_DUPLICATE_SCAN_MAX)
    self->mark_index = n_marks;
  *more = self->mark_index < n_marks;
  return TRUE;
}

/**
 * mull_duplicate_scan_get_pairs:
 *
 * Returns: (transfer none) (element-type MullDuplicatePair): what was found so far
 */
GPtrArray *
mull_duplicate_scan_get_pairs (MullDuplicateScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pairs;
}

/**
 * mull_duplicates_keep_apart:
 * @companies: companies instead of people
 *
 * Remembers that two are two, so that no scan proposes them again. They can still be merged.
 */
gboolean
mull_duplicates_keep_apart (MullWorkspace *workspace,
                            gboolean companies,
                            gint64 first_id,
                            gint64 second_id,
                            GError **error)
{
  g_autofree char *key = make_key (companies, first_id, second_id);

  return mull_workspace_set_setting (workspace, key, "1", error);
}
