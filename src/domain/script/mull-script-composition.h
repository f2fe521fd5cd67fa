/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-reviewer.h"
#include "mull-script-facts.h"
#include "mull-script-template.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullComposedBeat:
 * @beat: the beat of the template; lives as long as the composition
 * @text: what is said
 * @own: whether the rep wrote it; else it follows the template and the time
 * @seconds: how long it takes to say
 * @starts_at: seconds from the beginning of the call
 * @remarks: (element-type MullRemark): what the reviewer says about it
 *
 * One beat, ready to be spoken.
 */
typedef struct
{
  const MullTemplateBeat *beat;
  char *text;
  gboolean own;
  double seconds;
  double starts_at;
  GPtrArray *remarks;
} MullComposedBeat;

/**
 * MullComposedAnswer:
 * @answer: the answer of the template; lives as long as the composition
 * @text: what we say then
 * @subject: (nullable): subject of the mail that we write then
 * @mail: (nullable): the mail, its paragraphs parted by empty lines
 *
 * The answer to a reply, ready to be spoken or sent.
 */
typedef struct
{
  const MullTemplateAnswer *answer;
  char *text;
  char *subject;
  char *mail;
} MullComposedAnswer;

/**
 * MullScriptComposition:
 * @script: its template
 * @thresholds: the thresholds it was reviewed with
 * @beats: (element-type MullComposedBeat): in the order they are spoken
 * @spoken: all beats in one text
 * @seconds: how long it takes to say them
 * @seconds_before_ask: how long until the question begins, or -1 if there is none
 * @n_questions: how many questions there are
 * @asks: whether the template wants exactly one question
 * @names_day: whether the beats that need a day name one
 * @message: what to say to a machine; its text is empty if the template has nothing for it
 * @answers: (element-type MullComposedAnswer): for replies to expect
 * @n_remarks: remarks of all beats and of the message
 *
 * A script put together from facts, a template and what the rep wrote. Immutable.
 */
typedef struct
{
  MullScriptTemplate *script;
  MullThresholds thresholds;
  GPtrArray *beats;
  char *spoken;
  double seconds;
  double seconds_before_ask;
  guint n_questions;
  gboolean asks;
  gboolean names_day;
  MullComposedBeat *message;
  GPtrArray *answers;
  guint n_remarks;
} MullScriptComposition;

MullScriptComposition *
mull_script_composition_new (MullScriptTemplate *script,
                             const MullScriptFacts *facts,
                             GHashTable *own_texts,
                             const MullThresholds *thresholds,
                             const MullReviewer *reviewer) G_GNUC_WARN_UNUSED_RESULT;
MullScriptComposition *mull_script_composition_ref (MullScriptComposition *self);
void mull_script_composition_unref (MullScriptComposition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullScriptComposition, mull_script_composition_unref)

const MullComposedBeat *
mull_script_composition_find_beat (const MullScriptComposition *self, const char *id);

char *
mull_script_composition_format_time (const MullScriptComposition *self) G_GNUC_WARN_UNUSED_RESULT;
char *mull_script_seconds_format (double seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
