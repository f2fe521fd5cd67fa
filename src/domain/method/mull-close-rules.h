/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-entry.h"

G_BEGIN_DECLS

/**
 * MullDarkGate:
 * @MULL_DARK_GATE_OPEN: a hard question was asked, its day passed, and nobody answered
 * @MULL_DARK_GATE_UNASKED: no hard question is on record
 * @MULL_DARK_GATE_WAITING: they still have time to answer
 * @MULL_DARK_GATE_ANSWERED: they answered
 *
 * Whether a deal may be closed as gone dark.
 */
typedef enum
{
  MULL_DARK_GATE_OPEN,
  MULL_DARK_GATE_UNASKED,
  MULL_DARK_GATE_WAITING,
  MULL_DARK_GATE_ANSWERED,
} MullDarkGate;

MullDarkGate mull_close_get_dark_gate (GPtrArray *questions, MullDay today);
gboolean
mull_close_check (MullOutcome outcome, GPtrArray *questions, MullDay today, GError **error);
gboolean mull_close_asks_heard_no (MullOutcome outcome, MullTernary heard_no);
const char *mull_close_get_words (MullOutcome outcome);
char *mull_close_draft_message (MullOutcome outcome,
                                const char *name,
                                const char *deal,
                                const char *me) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MullCloseCase:
 * @outcome: how it ended
 * @heard_no: whether somebody told us no
 * @days: from the day it was added to the day it was closed
 * @minutes: of effort
 * @minutes_since_heard: of these, after they were last heard
 *
 * A closed deal, as the measures see it.
 */
typedef struct
{
  MullOutcome outcome;
  MullTernary heard_no;
  int days;
  gint64 minutes;
  gint64 minutes_since_heard;
} MullCloseCase;

/**
 * MullCloseMeasures:
 * @n_lost: deals that were closed without being won
 * @n_heard: of these, those that ended with an answer
 * @n_no: of these, those that ended with a no
 * @median_days: to a no; -1 if there was none
 * @median_minutes: of effort to a no; -1 if there was none
 * @minutes_after_heard: spent on lost deals after they were last heard, in all
 *
 * How fast we get out of what was not meant for us.
 */
typedef struct
{
  guint n_lost;
  guint n_heard;
  guint n_no;
  int median_days;
  gint64 median_minutes;
  gint64 minutes_after_heard;
} MullCloseMeasures;

void
mull_close_measures_count (MullCloseMeasures *measures, const MullCloseCase *cases, guint n_cases);

G_END_DECLS
