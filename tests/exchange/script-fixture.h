/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-hole.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * ScriptFixture:
 *
 * A deal with two people, a meeting half an hour ago that left a hole, and a do-over script for it.
 * It is Wednesday, 15 May 2024, 10:00 UTC.
 */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullClock *clock;
  gint64 deal_id;
  gint64 ann_id;
  gint64 ben_id;
  gint64 meeting_id;
  gint64 hole_id;
  gint64 script_id;
} ScriptFixture;

void script_fixture_set_up (ScriptFixture *self, gconstpointer data);
void script_fixture_tear_down (ScriptFixture *self, gconstpointer data);

void script_fixture_advance (ScriptFixture *self, gint64 microseconds);
/* Another do-over script of the same deal. */
gint64 script_fixture_add_script (ScriptFixture *self, MullHoleKind kind, const char *text);
/* Writes a beat through the operation. */
void script_fixture_write (ScriptFixture *self, const char *beat, const char *text);
/* (transfer full): the hole as it is stored */
MullHole *script_fixture_load_hole (ScriptFixture *self, gint64 hole_id);
/* Ann asked for quiet until a day ten days ahead. */
gint64 script_fixture_add_quiet (ScriptFixture *self);

G_END_DECLS
