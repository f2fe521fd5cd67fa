/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-entry.h"
#include "mull-member.h"
#include "mull-pulse.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/* All texts are plain, ready to read, and never NULL; the empty string is "none". */

/**
 * MullBriefPerson:
 * @name: as they are called
 * @job_title: what stands on their card
 * @last_spoke: when we last spoke, in words
 * @quiet: until when they asked to be left alone, in words
 *
 * One of the buying centre.
 */
typedef struct
{
  char *name;
  char *job_title;
  MullRole role;
  MullTernary decides;
  MullStance stance;
  char *last_spoke;
  char *quiet;
} MullBriefPerson;

/**
 * MullBriefQuestion:
 * @evidence: what shows it
 * @hollow: a yes that nothing shows, or nothing recent
 *
 * The answer to one of the four questions.
 */
typedef struct
{
  MullTernary answer;
  char *evidence;
  gboolean hollow;
} MullBriefQuestion;

/**
 * MullBriefPromise:
 * @words: what was promised
 * @due: its day, in words
 * @overdue: still open after its day
 *
 * One promise of either side.
 */
typedef struct
{
  char *words;
  char *due;
  MullCommitmentState state;
  gboolean overdue;
} MullBriefPromise;

/**
 * MullBriefHole:
 * @text: what is missing
 * @why: why we need it
 *
 * One thing to come back with.
 */
typedef struct
{
  char *text;
  char *why;
} MullBriefHole;

/**
 * MullBriefTouch:
 * @day: when, in words
 * @who: with whom
 * @text: what was written down
 * @private: it is never printed
 *
 * One of the last touches.
 */
typedef struct
{
  char *day;
  MullEntryKind kind;
  MullDirection direction;
  gboolean reached;
  char *who;
  char *text;
  gboolean private;
} MullBriefTouch;

/**
 * MullBriefBeat:
 * @title: what the beat is called
 * @text: what to say; paragraphs are divided by line feeds
 *
 * One beat of the script.
 */
typedef struct
{
  char *title;
  char *text;
} MullBriefBeat;

#define MULL_BRIEF_N_QUESTIONS 4

/**
 * MullBriefContent:
 * @meeting_when: day and time
 * @meeting_where: place
 * @meeting_who: who will be there
 * @title: of the deal
 * @company: whose deal it is
 * @outcome: the outcome that the rep wants
 * @gain: what the customer gets
 * @ask: the commitment to ask for
 * @people: (element-type MullBriefPerson): most important first
 * @value: money
 * @stage: name of the stage
 * @their_date: the customer's own date
 * @whose_move: the state of the deal, in words
 * @why: what makes it so, in one line
 * @next_step: with its date
 * @spent: what the deal has cost, and the limit that the rep set, in words
 * @questions: the four questions in their order
 * @our_promises: (element-type MullBriefPromise): most important first
 * @their_promises: (element-type MullBriefPromise): most important first
 * @roadblock: in one line
 * @words: what they said last, without quotation marks
 * @words_speaker: who said it
 * @words_day: when
 * @words_private: the entry that holds the words is never printed
 * @holes: (element-type MullBriefHole): *the* hole first
 * @pulse: (nullable): the pulse strip
 * @touches: (element-type MullBriefTouch): newest first
 * @n_older_touches: how many more there are, private ones not counted
 * @script_title: of the open script; empty if there is none
 * @beats: (element-type MullBriefBeat): in their order
 * @printed_on: the day of printing, in words
 *
 * Everything that a brief can say. Filled in by whoever made it and read-only from the moment it
 * is handed on.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *meeting_when;
  char *meeting_where;
  char *meeting_who;
  char *title;
  char *company;
  char *outcome;
  char *gain;
  char *ask;
  GPtrArray *people;
  char *value;
  char *stage;
  char *their_date;
  char *whose_move;
  char *why;
  char *next_step;
  char *spent;
  MullBriefQuestion questions[MULL_BRIEF_N_QUESTIONS];
  GPtrArray *our_promises;
  GPtrArray *their_promises;
  char *roadblock;
  char *words;
  char *words_speaker;
  char *words_day;
  gboolean words_private;
  GPtrArray *holes;
  MullPulse *pulse;
  GPtrArray *touches;
  guint n_older_touches;
  char *script_title;
  GPtrArray *beats;
  char *printed_on;
} MullBriefContent;

MullBriefContent *mull_brief_content_new (void) G_GNUC_WARN_UNUSED_RESULT;
MullBriefContent *mull_brief_content_ref (MullBriefContent *self);
void mull_brief_content_unref (MullBriefContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullBriefContent, mull_brief_content_unref)

MullBriefPerson *mull_brief_content_add_person (MullBriefContent *self, const char *name);
MullBriefPromise *
mull_brief_content_add_promise (MullBriefContent *self, MullSide side, const char *words);
MullBriefHole *mull_brief_content_add_hole (MullBriefContent *self, const char *text);
MullBriefTouch *mull_brief_content_add_touch (MullBriefContent *self, const char *text);
MullBriefBeat *
mull_brief_content_add_beat (MullBriefContent *self, const char *title, const char *text);

G_END_DECLS
