/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* A workspace with one deal, and what it said when it changed. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullDatabase *db;
  guint n_changed;
  MullChanges *changes;
  gint64 stage_id;
  gint64 deal_id;
} WorkspaceFixture;

#define workspace_fixture_add(path, func)                                                          \
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up, func,                        \
              workspace_fixture_tear_down)

void workspace_fixture_set_up (WorkspaceFixture *fixture, gconstpointer data);
void workspace_fixture_tear_down (WorkspaceFixture *fixture, gconstpointer data);
void workspace_fixture_open (WorkspaceFixture *fixture);

/* Renames the deal: as a step, and inside one. */
gboolean workspace_fixture_rename (WorkspaceFixture *fixture, GError **error);
gboolean workspace_fixture_rename_cb (MullDatabase *db, gpointer user_data, GError **error);

G_END_DECLS
