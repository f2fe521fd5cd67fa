/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-sqlite.h"

G_BEGIN_DECLS

/* In the URI of a file that is about to be made, with the size of its pages: whatever page is
 * written to it gets a sum. The one that says so itself is not always the first that is written. */
#define MULL_PAGE_GUARD_SUMS "sums"

/**
 * MullPageGuardMode:
 * @MULL_PAGE_GUARD_PASS: pages are read whatever their sums are
 * @MULL_PAGE_GUARD_NOTE: the same, and it is noted which are wrong
 * @MULL_PAGE_GUARD_REFUSE: reading a wrong one fails as damage does
 */
typedef enum
{
  MULL_PAGE_GUARD_PASS,
  MULL_PAGE_GUARD_NOTE,
  MULL_PAGE_GUARD_REFUSE,
} MullPageGuardMode;

/**
 * MullPageGuard:
 * @mode: what is done about a page that is wrong; to be set by whoever has the connection
 * @leaf_is_wrong: noted: whether the last page with rows that was read is wrong
 * @n_wrong: how many pages that were read are wrong, each time they are read; without those that
 *   @leaf_is_wrong is about
 * @n_all_wrong: noted: how many pages that were read are wrong, of whatever kind, each time
 * @page_size: in bytes, or 0 if nothing was read or written yet
 * @has_sums: whether the file has sums
 * @is_denied: whether the file says that it has none, and a page that was read has one
 *
 * What stands between SQLite and a file with pages: it writes their sums, and compares them.
 */
typedef struct
{
  MullPageGuardMode mode;
  gboolean leaf_is_wrong;
  guint n_wrong;
  guint n_all_wrong;
  gsize page_size;
  gboolean has_sums;
  gboolean is_denied;
} MullPageGuard;

/* Between every connection and its file from now on; called once. */
void mull_page_guard_install (void);
/* (transfer none) (nullable): of the main file of a connection. */
MullPageGuard *mull_page_guard_get (sqlite3 *handle);
/* A file that has nothing in it yet is to have sums. */
void mull_page_guard_reserve (sqlite3 *handle);
/* Whether the pages that are read through @handle have sums. */
gboolean mull_page_guard_has_sums (sqlite3 *handle);
/* The pages that are about to be written to @handle are those of @source. */
void mull_page_guard_follow (sqlite3 *handle, sqlite3 *source);

G_END_DECLS
