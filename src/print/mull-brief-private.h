/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-brief.h"
#include "mull-quiet.h"

G_BEGIN_DECLS

typedef struct
{
  const MullBriefContent *content;
  gboolean discreet;
  /* How many lines one text may have; fewer where even one row of each list would not fit */
  guint max_lines;
} MullBriefWriter;

/*
 * MullBriefRank:
 *
 * What goes first of rows that stand equally deep in their lists.
 */
typedef enum
{
  MULL_BRIEF_RANK_PROMISE,
  MULL_BRIEF_RANK_PERSON,
  MULL_BRIEF_RANK_HOLE,
  MULL_BRIEF_N_RANKS,
} MullBriefRank;

int _mull_brief_priority (MullBriefRank rank, guint depth);
MullBlock *_mull_brief_add_labelled (MullBlock *page, const char *label);
MullBlock *_mull_brief_add_section (MullBlock *page, const char *label);
MullBlock *
_mull_brief_new_text (const MullBriefWriter *writer, MullFontFlags flags, const char *text);
MullBlock *_mull_brief_new_small (MullFontFlags flags, const char *text);

MullBlock *
_mull_brief_new_beat (const char *title, const char *text, MullFontSize size, guint max_lines);
char *_mull_brief_format_quiet (const MullQuiet *quiet, MullDay today);

void _mull_brief_add_header (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_plan (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_people (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_facts (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_questions (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_promises (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_roadblock (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_words (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_holes (const MullBriefWriter *writer, MullBlock *page);

void _mull_brief_add_running_head (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_pulse (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_touches (const MullBriefWriter *writer, MullBlock *page);
void _mull_brief_add_script (const MullBriefWriter *writer, MullBlock *page);

G_END_DECLS
