/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-store"

#include "config.h"

#include "mull-store.h"

#include "mull-page-guard.h"
#include "mull-sqlite.h"
#include "mull-store-resources.h"

static const char *const content_tables[] = {
  "pipeline",
  "stage",
  "company",
  "person",
  "person_company",
  "person_address",
  "vcard_property",
  "deal",
  "member",
  "entry",
  "entry_words",
  "entry_change",
  "attachment",
  "planned_touch",
  "commitment",
  "hole",
  "quiet",
  "quiet_touch",
  "qualification",
  "roadblock",
  "roadblock_answer",
  "roadblock_help",
  "script",
  "call_review",
  "call_review_item",
  "hard_question",
  "decision",
  "own_it",
  "way_out",
  "own_beat",
  "script_beat",
  "own_rule",
  "ignored_remark",
  "saved_filter",
  "source_identity",
  NULL,
};

static void
on_sqlite_log_cb (gpointer user_data, int code, const char *message)
{
  /* Schema changes under a prepared statement are handled by preparing anew. */
  if (code == SQLITE_SCHEMA || code == SQLITE_NOTICE || (code & 0xff) == SQLITE_NOTICE)
    g_debug ("SQLite %d: %s", code, message);
  else
    g_info ("SQLite %d: %s", code, message);
}

/**
 * mull_store_init:
 *
 * Registers the schema files and routes SQLite's own messages to the log. Called by
 * mull_database_open(); calling it again does nothing.
 */
void
mull_store_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  g_resources_register (mull_store_get_resource ());
  sqlite3_config (SQLITE_CONFIG_LOG, on_sqlite_log_cb, NULL);
  /* Nobody asks how much memory SQLite has, and counting it locks and unlocks at every allocation.
   */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_assert (sqlite3_initialize () == SQLITE_OK);
  g_assert (sqlite3_threadsafe () != 0);
  g_assert (sqlite3_compileoption_used ("ENABLE_SESSION"));
  g_assert (sqlite3_compileoption_used ("ENABLE_PREUPDATE_HOOK"));
  g_assert (sqlite3_compileoption_used ("ENABLE_FTS5"));
  mull_page_guard_install ();
  g_debug ("SQLite %s", sqlite3_libversion ());
  g_once_init_leave (&done, 1);
}

/**
 * mull_store_content_tables:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the content tables
 */
const char *const *
mull_store_content_tables (void)
{
  return content_tables;
}
