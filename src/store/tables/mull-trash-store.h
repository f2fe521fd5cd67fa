/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-entry.h"

G_BEGIN_DECLS

/**
 * MullTrashKind:
 *
 * What can be in the trash. Things that went there in the same instant are listed in this order.
 */
typedef enum
{
  MULL_TRASH_DEAL,
  MULL_TRASH_ENTRY,
  MULL_TRASH_PERSON,
  MULL_TRASH_COMPANY,
  MULL_TRASH_N_KINDS
} MullTrashKind;

/**
 * MullTrashItem:
 * @at: when it went there, microseconds UTC
 * @deal_id: the deal of an entry, or 0
 * @entry_kind: the kind of an entry
 * @title: the title of a deal, the text of an entry, or a name
 * @place: the deal of an entry, or the company of a deal or a person; may be empty
 * @is_place_trashed: whether that is in the trash as well
 *
 * A thing that was deleted and can come back.
 */
typedef struct
{
  MullTrashKind kind;
  gint64 id;
  gint64 at;
  gint64 deal_id;
  MullEntryKind entry_kind;
  char *title;
  char *place;
  gboolean is_place_trashed;
} MullTrashItem;

void mull_trash_item_free (MullTrashItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTrashItem, mull_trash_item_free)

/**
 * MullTrashKey:
 *
 * Where a page of the trash begins: right behind the thing that it names.
 */
typedef struct
{
  gint64 at;
  int kind;
  gint64 id;
} MullTrashKey;

/* In front of everything. */
#define MULL_TRASH_KEY_FIRST ((MullTrashKey){ G_MAXINT64, -1, 0 })

/* (element-type MullTrashItem): newest first; @after moves on to the last one. */
GPtrArray *mull_trash_store_list (MullDatabase *db,
                                  MullTrashKey *after,
                                  guint limit,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @counts: one number for each kind. */
gboolean mull_trash_store_count (MullDatabase *db, gint64 *counts, GError **error);
/* For good, with everything on them. */
gboolean mull_trash_store_empty (MullDatabase *db, GError **error);

G_END_DECLS
