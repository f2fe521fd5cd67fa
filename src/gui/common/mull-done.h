/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullDone:
 * @MULL_DONE_MOVED: to another stage, the second name
 * @MULL_DONE_PLACED: among its neighbours
 * @MULL_DONE_CLOSED: with an outcome, the second name
 * @MULL_DONE_RENAMED: to the name
 * @MULL_DONE_REMOVED: from where it was; there is no trash for it
 * @MULL_DONE_LEFT: a person, out of a buying centre
 * @MULL_DONE_UNPROMISED: what was promised
 * @MULL_DONE_UNLOGGED: an entry of a timeline
 * @MULL_DONE_SETTLED: what was planned
 * @MULL_DONE_OPENED_HOLE: what is missing
 * @MULL_DONE_TALKING: a deal after a quiet
 * @MULL_DONE_QUIET_OVER: a deal
 * @MULL_DONE_QUIET_LIFTED: a deal
 *
 * What was just done to something. The history names the same steps as commands.
 */
typedef enum
{
  MULL_DONE_ADDED,
  MULL_DONE_CHANGED,
  MULL_DONE_RENAMED,
  MULL_DONE_MOVED,
  MULL_DONE_PLACED,
  MULL_DONE_CLOSED,
  MULL_DONE_REOPENED,
  MULL_DONE_DELETED,
  MULL_DONE_RESTORED,
  MULL_DONE_REMOVED,
  MULL_DONE_ATTACHED,
  MULL_DONE_SAVED,
  MULL_DONE_LEFT,
  MULL_DONE_UNPROMISED,
  MULL_DONE_UNLOGGED,
  MULL_DONE_SETTLED,
  MULL_DONE_OPENED_HOLE,
  MULL_DONE_TALKING,
  MULL_DONE_QUIET_OVER,
  MULL_DONE_QUIET_LIFTED,
} MullDone;

char *
mull_done_format (MullDone done, const char *name, const char *other) G_GNUC_WARN_UNUSED_RESULT;
void mull_done_toast (GtkWidget *from, MullDone done, const char *name, const char *other);

G_END_DECLS
