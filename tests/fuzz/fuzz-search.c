/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into the filter of the board and into the search: no query is refused by the index,
 * and a title is found by its own words. */

#include "config.h"

#include "fuzz.h"

#include "mull-board-store.h"
#include "mull-search-snippet.h"
#include "mull-search-store.h"
#include "mull-text.h"
#include "store-fixture.h"

#include <stdlib.h>

/* The index knows Latin letters and the marks on them as well as GLib does; of other scripts it
 * lacks those that are newer than it. */
#define LAST_OLD_LETTER 0x36f
#define LIMIT 20
#define SNIPPET_CHARS 40

typedef struct
{
  MullWorkspace *workspace;
  MullDatabase *db;
  MullStage *stage;
  char *folder;
} Search;

static Search search;

static void
close_search (void)
{
  mull_record_unref (search.stage);
  mull_database_rollback (search.db);
  fixture_close (search.workspace);
  fixture_remove_folder (search.folder);
}

static void
open_search (void)
{
  g_autoptr (GError) error = NULL;

  if (search.workspace != NULL)
    return;
  search.folder = fixture_make_quick_folder ();
  search.workspace = fixture_open (search.folder);
  search.db = mull_workspace_get_database (search.workspace);
  mull_database_begin (search.db, &error);
  g_assert_no_error (error);
  search.stage = fixture_insert_stage (search.db);
  atexit (close_search);
}

static void
run (const char *sql, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare (search.db, sql, &error);

  g_assert_no_error (error);
  if (text != NULL)
    mull_statement_bind_text (statement, 1, text);
  mull_statement_run (statement, &error);
  g_assert_no_error (error);
}

/* ── What is found ────────────────────────────────────────────────────── */

static void
on_row (const MullSearchRow *row, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  fuzz_check_text (row->title);
  fuzz_check_text (row->text);
}

static gboolean
is_found (const MullTypedWords *words, MullSearchKind kind, MullFtsMode mode)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  mull_search_store_find (search.db, kind, words, mode, LIMIT, on_row, &found, &error);
  g_assert_no_error (error);
  return found;
}

static gboolean
is_on_board (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mull_board_store_list_matches (search.db, text, &error);

  g_assert_no_error (error);
  return ids->len > 0;
}

static gboolean
has_old_letters_only (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) > LAST_OLD_LETTER)
      return FALSE;
  return TRUE;
}

static void
check_title (const char *title)
{
  g_autoptr (MullTypedWords) words = mull_typed_words_new (title);
  g_autofree char *snippet = mull_search_snippet (words, title, SNIPPET_CHARS);
  gboolean must_be_found = mull_typed_words_get_n (words) > 0 && has_old_letters_only (title);

  fuzz_check_text (snippet);
  run ("DELETE FROM deal_fts", NULL);
  run ("INSERT INTO deal_fts (rowid, title) SELECT max (id), ?1 FROM deal", title);
  for (int kind = 0; kind < MULL_SEARCH_N_KINDS; kind++)
    for (int mode = MULL_FTS_PREFIX; mode <= MULL_FTS_LONG; mode++)
      {
        gboolean found = is_found (words, (MullSearchKind) kind, (MullFtsMode) mode);

        if (must_be_found && kind == MULL_SEARCH_DEAL && mode == MULL_FTS_PREFIX)
          g_assert_true (found);
      }
  if (must_be_found)
    g_assert_true (is_on_board (title));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *title = mull_text_clean_line (text, "Title", NULL);
  g_autoptr (MullDeal) deal = NULL;

  open_search ();
  is_on_board (text);
  if (title == NULL)
    return 0;
  deal = fixture_insert_deal (search.db, search.stage->record.id, title);
  check_title (title);
  run ("DELETE FROM deal", NULL);
  return 0;
}
