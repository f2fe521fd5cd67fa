/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-today.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* How many rows a group has at most; a day has no room for more. */
#define MULL_TODAY_GROUP_LIMIT 50

/**
 * MullTodayRow:
 * @item: what to do, and why
 * @deal: title of the deal, or of what it is about instead
 * @company: name of the company, or empty
 * @person: with whom, or empty
 * @phone: their telephone number, or empty
 *
 * One row of what to do today. All but @item is %NULL if no names were asked for.
 */
typedef struct
{
  MullTodayItem *item;
  char *deal;
  char *company;
  char *person;
  char *phone;
} MullTodayRow;

/**
 * MullTodayList:
 * @today: the day it is about
 * @rows: (element-type MullTodayRow): in order
 * @more: whether a group has more than are shown
 *
 * What to do today. Read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullDay today;
  GPtrArray *rows;
  gboolean more[MULL_TODAY_N_GROUPS];
} MullTodayList;

MullTodayList *
mull_today_list_load (MullWorkspace *workspace, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullTodayList *
mull_today_list_load_items (MullWorkspace *workspace, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullTodayList *mull_today_list_ref (MullTodayList *self);
void mull_today_list_unref (MullTodayList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTodayList, mull_today_list_unref)
guint mull_today_list_count (const MullTodayList *self, MullTodayGroup group);
char *mull_today_list_format_count (const MullTodayList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
