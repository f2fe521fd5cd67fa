/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fault-memory"

#include "config.h"

#include "fault-memory.h"

#include <execinfo.h>
#include <sqlite3.h>
#include <string.h>

/* So many callers tell one place from another, after the two that are here. */
#define N_CALLERS 8
#define N_OURS 2

static sqlite3_mem_methods usual;

static struct
{
  gboolean is_armed;
  guint nth;
  gboolean sticky;
  gboolean spares_larger;
  guint n_asked;
  gboolean has_failed;
  char what[64];
  int n_used;
  gint64 size_used, size_before, size_peak;
  GHashTable *places; /* (nullable): known ones, while they are noted */
  GArray *firsts;     /* (nullable): the first piece of each */
} state;

/* ── Places ───────────────────────────────────────────────────────────── */

static void
note_place (void)
{
  void *callers[N_OURS + N_CALLERS];
  int n = backtrace (callers, G_N_ELEMENTS (callers));
  g_autoptr (GBytes) place = NULL;

  memset (callers + n, 0, sizeof callers - (gsize) n * sizeof *callers);
  place = g_bytes_new (callers + N_OURS, N_CALLERS * sizeof *callers);
  if (g_hash_table_add (state.places, g_steal_pointer (&place)))
    g_array_append_val (state.firsts, state.n_asked);
}

void
fault_memory_note_places (void)
{
  state.places =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  state.firsts = g_array_new (FALSE, FALSE, sizeof (guint));
}

GArray *
fault_memory_list_places (void)
{
  g_clear_pointer (&state.places, g_hash_table_unref);
  return g_steal_pointer (&state.firsts);
}

/* ── Pieces ───────────────────────────────────────────────────────────── */

static gboolean
is_refused (int size)
{
  if (!state.is_armed)
    return FALSE;
  state.n_asked++;
  if (state.places != NULL)
    note_place ();
  if (state.n_asked != state.nth && !(state.sticky && state.n_asked > state.nth))
    return FALSE;
  if (!state.has_failed)
    g_snprintf (state.what, sizeof state.what, "piece %u of %d bytes", state.n_asked, size);
  state.has_failed = TRUE;
  return TRUE;
}

static void
note_size (void *piece, int sign)
{
  if (piece == NULL)
    return;
  state.size_used += sign * usual.xSize (piece);
  state.size_peak = MAX (state.size_peak, state.size_used);
}

static void *
memory_allocate (int size)
{
  void *piece = is_refused (size) ? NULL : usual.xMalloc (size);

  g_atomic_int_add (&state.n_used, piece != NULL);
  note_size (piece, 1);
  return piece;
}

static void
memory_free (void *piece)
{
  g_atomic_int_add (&state.n_used, piece != NULL ? -1 : 0);
  note_size (piece, -1);
  usual.xFree (piece);
}

static void *
memory_resize (void *piece, int size)
{
  void *resized;

  if (!state.spares_larger && is_refused (size))
    return NULL;
  note_size (piece, -1);
  resized = usual.xRealloc (piece, size);
  note_size (resized != NULL ? resized : piece, 1);
  return resized;
}

void
fault_memory_install (void)
{
  sqlite3_mem_methods ours;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &usual), ==, SQLITE_OK);
  ours = usual;
  ours.xMalloc = memory_allocate;
  ours.xFree = memory_free;
  ours.xRealloc = memory_resize;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &ours), ==, SQLITE_OK);
  /* Small pieces come from a store of each connection otherwise, which would never be refused. */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

void
fault_memory_arm (guint nth, gboolean sticky)
{
  state.nth = nth;
  state.sticky = sticky;
  state.n_asked = 0;
  state.has_failed = FALSE;
  state.what[0] = '\0';
  state.is_armed = TRUE;
}

guint
fault_memory_disarm (void)
{
  state.is_armed = FALSE;
  return state.n_asked;
}

void
fault_memory_spare_larger (gboolean spare)
{
  state.spares_larger = spare;
}

gboolean
fault_memory_has_failed (void)
{
  return state.has_failed;
}

const char *
fault_memory_describe (void)
{
  return state.what;
}

int
fault_memory_count (void)
{
  return g_atomic_int_get (&state.n_used);
}

void
fault_memory_begin_peak (void)
{
  state.size_before = state.size_peak = state.size_used;
}

gint64
fault_memory_get_peak (void)
{
  return state.size_peak - state.size_before;
}
