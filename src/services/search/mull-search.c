/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search"

#include "config.h"

#include "mull-search.h"

#include "mull-search-rank.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

#define DAY_US (24 * G_TIME_SPAN_HOUR)

typedef struct
{
  MullWorkspace *workspace;
  const MullTypedWords *words;
  GPtrArray *hits;
  GHashTable *seen; /* what was found of this kind */
} Search;

/* ── What is said of a hit ────────────────────────────────────────────── */

static void
append_day (GString *about, MullWorkspace *workspace, gint64 at)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autofree char *day = mull_day_format_relative (mull_clock_day_of (clock, at),
                                                   mull_workspace_get_today (workspace));

  mull_text_append_part (about, day);
}

static const char *
get_enum_label (GType type, const char *nick, MullSearchKind kind)
{
  int value = 0;

  if (!mull_enum_from_nick (type, nick, &value))
    return "";
  switch (kind)
    {
    case MULL_SEARCH_DEAL:
      return value == MULL_OUTCOME_OPEN ? "" : mull_outcome_label ((MullOutcome) value);
    case MULL_SEARCH_ENTRY:
    case MULL_SEARCH_TOUCH:
      return mull_entry_kind_label ((MullEntryKind) value);
    case MULL_SEARCH_HOLE:
      return mull_hole_kind_label ((MullHoleKind) value);
    case MULL_SEARCH_ROADBLOCK:
      return mull_roadblock_outcome_label ((MullRoadblockOutcome) value);
    case MULL_SEARCH_PERSON:
    case MULL_SEARCH_COMPANY:
    case MULL_SEARCH_SCRIPT:
    case MULL_SEARCH_QUIET:
    case MULL_SEARCH_N_KINDS:
      break;
    }
  return "";
}

/* Before who and when. */
static void
append_kind (GString *about, const MullSearchRow *row)
{
  switch (row->kind)
    {
    case MULL_SEARCH_DEAL:
      mull_text_append_part (about, get_enum_label (MULL_TYPE_OUTCOME, row->word, row->kind));
      break;
    case MULL_SEARCH_ENTRY:
      mull_text_append_part (about, get_enum_label (MULL_TYPE_ENTRY_KIND, row->word, row->kind));
      if (row->is_private)
        /* Translators: an entry of a timeline that stays out of what is printed */
        mull_text_append_part (about, _ ("Private"));
      break;
    case MULL_SEARCH_SCRIPT:
      mull_text_append_part (about, _ ("Script"));
      break;
    case MULL_SEARCH_HOLE:
      mull_text_append_part (about, _ ("Hole"));
      mull_text_append_part (about, get_enum_label (MULL_TYPE_HOLE_KIND, row->word, row->kind));
      break;
    case MULL_SEARCH_ROADBLOCK:
      mull_text_append_part (about, _ ("Roadblock"));
      mull_text_append_part (about,
                             get_enum_label (MULL_TYPE_ROADBLOCK_OUTCOME, row->word, row->kind));
      break;
    case MULL_SEARCH_TOUCH:
      /* Translators: a call or a meeting that is planned */
      mull_text_append_part (about, _ ("Planned"));
      mull_text_append_part (about, get_enum_label (MULL_TYPE_ENTRY_KIND, row->word, row->kind));
      break;
    case MULL_SEARCH_QUIET:
      mull_text_append_part (about, _ ("Asked for quiet"));
      break;
    case MULL_SEARCH_PERSON:
    case MULL_SEARCH_COMPANY:
    case MULL_SEARCH_N_KINDS:
      break;
    }
}

static char *
dup_about (MullWorkspace *workspace, const MullSearchRow *row)
{
  g_autoptr (GString) about = g_string_new (NULL);

  append_kind (about, row);
  mull_text_append_part (about, row->person);
  mull_text_append_part (about, row->place);
  if (row->kind != MULL_SEARCH_DEAL && row->kind != MULL_SEARCH_PERSON &&
      row->kind != MULL_SEARCH_COMPANY)
    append_day (about, workspace, row->at);
  return g_string_free (g_steal_pointer (&about), FALSE);
}

/* ── Hits ─────────────────────────────────────────────────────────────── */

/**
 * mull_search_hit_free:
 * @self: (transfer full): a hit
 */
void
mull_search_hit_free (MullSearchHit *self)
{
  g_free (self->word);
  g_free (self->title);
  g_free (self->about);
  g_free (self->text);
  g_free (self);
}

/* Of what has a name, the name is looked at; the rest is found by its text. */
static gboolean
is_named (MullSearchKind kind)
{
  return kind == MULL_SEARCH_DEAL || kind == MULL_SEARCH_PERSON || kind == MULL_SEARCH_COMPANY;
}

static MullSearchHit *
make_hit (MullWorkspace *workspace, const MullSearchRow *row)
{
  MullSearchHit *hit = g_new0 (MullSearchHit, 1);

  hit->kind = row->kind;
  hit->id = row->id;
  hit->deal_id = row->deal_id;
  hit->at = row->at;
  hit->word = g_strdup (row->word);
  hit->title = g_strdup (row->title);
  hit->about = dup_about (workspace, row);
  return hit;
}

static gboolean
is_enough (const Search *self)
{
  return g_hash_table_size (self->seen) >= MULL_SEARCH_LIMIT;
}

/* What is quiet may be a deal, a person or a company of the same number. */
static char *
dup_key (const MullSearchRow *row)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, row->kind == MULL_SEARCH_QUIET ? row->word : "",
                          row->id);
}

static void
add_hit (const MullSearchRow *row, gpointer user_data)
{
  Search *self = user_data;
  MullSearchFacts facts = { 0 };
  MullSearchHit *hit;

  if (is_enough (self) || !g_hash_table_add (self->seen, dup_key (row)))
    return;
  hit = make_hit (self->workspace, row);
  if (is_named (row->kind))
    {
      facts.title = hit->title;
      facts.beside = hit->about;
    }
  facts.age = (mull_workspace_get_now (self->workspace) - row->at) / DAY_US;
  facts.is_over = row->kind == MULL_SEARCH_DEAL && !g_str_equal (row->word, "open");
  hit->rank = mull_search_rank (self->words, &facts);
  if (!is_named (row->kind) || hit->rank < MULL_SEARCH_RANK_BESIDE)
    hit->text = g_strdup (row->text);
  g_ptr_array_add (self->hits, hit);
}

/**
 * mull_search_hit_get_group:
 *
 * Returns: under which heading it stands
 */
MullSearchGroup
mull_search_hit_get_group (const MullSearchHit *self)
{
  switch (self->kind)
    {
    case MULL_SEARCH_DEAL:
      return MULL_SEARCH_GROUP_DEALS;
    case MULL_SEARCH_PERSON:
      return MULL_SEARCH_GROUP_PEOPLE;
    case MULL_SEARCH_COMPANY:
      return MULL_SEARCH_GROUP_COMPANIES;
    case MULL_SEARCH_ENTRY:
      return MULL_SEARCH_GROUP_TIMELINES;
    case MULL_SEARCH_SCRIPT:
      return MULL_SEARCH_GROUP_SCRIPTS;
    case MULL_SEARCH_HOLE:
    case MULL_SEARCH_ROADBLOCK:
    case MULL_SEARCH_TOUCH:
    case MULL_SEARCH_QUIET:
    case MULL_SEARCH_N_KINDS:
      break;
    }
  return MULL_SEARCH_GROUP_NOTED;
}

/**
 * mull_search_group_label:
 *
 * Returns: the heading
 */
const char *
mull_search_group_label (MullSearchGroup group)
{
  switch (group)
    {
    case MULL_SEARCH_GROUP_DEALS:
      return _ ("Deals");
    case MULL_SEARCH_GROUP_PEOPLE:
      return _ ("People");
    case MULL_SEARCH_GROUP_COMPANIES:
      return _ ("Companies");
    case MULL_SEARCH_GROUP_TIMELINES:
      return _ ("Timelines");
    case MULL_SEARCH_GROUP_SCRIPTS:
      return _ ("Scripts");
    case MULL_SEARCH_GROUP_NOTED:
      break;
    }
  /* Translators: a heading for holes, roadblocks, planned calls and times of quiet */
  return _ ("Noted on Deals");
}

/**
 * mull_search_kind_nick:
 *
 * Returns: a word for programs
 */
const char *
mull_search_kind_nick (MullSearchKind kind)
{
  static const char *const nicks[MULL_SEARCH_N_KINDS] = {
    "deal", "person", "company", "entry", "script", "hole", "roadblock", "touch", "quiet",
  };

  g_return_val_if_fail (kind < MULL_SEARCH_N_KINDS, "");

  return nicks[kind];
}

/* ── Searching ────────────────────────────────────────────────────────── */

/* The group of the best answer comes first. */
typedef struct
{
  int best[MULL_SEARCH_GROUP_NOTED + 1];
} Order;

static int
compare_hits (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MullSearchHit *hit_a = *(MullSearchHit *const *) a;
  const MullSearchHit *hit_b = *(MullSearchHit *const *) b;
  const Order *order = user_data;
  MullSearchGroup group_a = mull_search_hit_get_group (hit_a);
  MullSearchGroup group_b = mull_search_hit_get_group (hit_b);

  if (group_a != group_b)
    {
      if (order->best[group_a] != order->best[group_b])
        return order->best[group_a] > order->best[group_b] ? -1 : 1;
      return group_a < group_b ? -1 : 1;
    }
  if (hit_a->rank != hit_b->rank)
    return hit_a->rank > hit_b->rank ? -1 : 1;
  if (hit_a->at != hit_b->at)
    return hit_a->at > hit_b->at ? -1 : 1;
  if (hit_a->kind != hit_b->kind)
    return hit_a->kind < hit_b->kind ? -1 : 1;
  return hit_a->id > hit_b->id ? -1 : hit_a->id < hit_b->id;
}

static void
sort (GPtrArray *hits)
{
  Order order = { 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      const MullSearchHit *hit = hits->pdata[i];
      int *best = &order.best[mull_search_hit_get_group (hit)];

      *best = MAX (*best, hit->rank);
    }
  g_ptr_array_sort_with_data (hits, compare_hits, &order);
}

/* Of very many, the newest are looked at; so that an old one that is just what was typed is among
 * them, whole words come first. */
static gboolean
find_named (Search *self, MullSearchKind kind, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self->workspace);

  return mull_search_store_find (db, kind, self->words, MULL_FTS_WHOLE, MULL_SEARCH_LIMIT, add_hit,
                                 self, error) &&
         (is_enough (self) || mull_search_store_find (db, kind, self->words, MULL_FTS_PREFIX,
                                                      MULL_SEARCH_LIMIT, add_hit, self, error));
}

static gboolean
find_text (Search *self, MullSearchKind kind, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self->workspace);

  return mull_search_store_find (db, kind, self->words, MULL_FTS_LONG, MULL_SEARCH_LIMIT, add_hit,
                                 self, error) &&
         (kind != MULL_SEARCH_ENTRY ||
          mull_search_store_find_words (db, self->words, MULL_SEARCH_LIMIT, add_hit, self, error));
}

/**
 * mull_search_find:
 * @words: what was typed; a thing is found if each of them begins a word of it
 * @names_only: only deals, people and companies
 * @error: return location
 *
 * Looks at names from the first letter on, at everything else from the second.
 *
 * Returns: (transfer full) (element-type MullSearchHit) (nullable): what was found outside the
 * trash
 */
GPtrArray *
mull_search_find (MullWorkspace *workspace,
                  const MullTypedWords *words,
                  gboolean names_only,
                  GError **error)
{
  g_autoptr (GPtrArray) hits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_search_hit_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search self = { workspace, words, hits, seen };
  int last = names_only ? MULL_SEARCH_COMPANY : MULL_SEARCH_QUIET;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && words != NULL, NULL);

  for (int kind = MULL_SEARCH_DEAL; kind <= last; kind++)
    {
      g_hash_table_remove_all (seen);
      if (!(is_named (kind) ? find_named (&self, kind, error) : find_text (&self, kind, error)))
        return NULL;
    }
  sort (hits);
  return g_steal_pointer (&hits);
}

static void
take_hit (const MullSearchRow *row, gpointer user_data)
{
  Search *self = user_data;

  g_ptr_array_add (self->hits, make_hit (self->workspace, row));
}

/**
 * mull_search_look_up:
 * @kind: a deal, a person or a company
 *
 * Returns: (transfer full) (nullable): what a hit would say of it, or %NULL if it is in the trash
 * or gone
 */
MullSearchHit *
mull_search_look_up (MullWorkspace *workspace, MullSearchKind kind, gint64 id)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Search self = { .workspace = workspace, .hits = hits };

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && kind <= MULL_SEARCH_COMPANY, NULL);

  if (!mull_search_store_get (mull_workspace_get_database (workspace), kind, id, take_hit, &self,
                              &error))
    {
      g_warning ("What was opened before could not be read: %s", error->message);
      return NULL;
    }
  return hits->len > 0 ? hits->pdata[0] : NULL;
}
