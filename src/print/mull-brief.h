/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-brief-content.h"
#include "mull-layout.h"

G_BEGIN_DECLS

/**
 * MullBriefOptions:
 * @paper: the paper
 * @two_pages: with the second page: pulse strip, last touches, script and room for notes
 * @discreet: for a page that may lie on their table; see mull_brief_new()
 * @rtl: whether pages read from right to left
 *
 * How a brief is printed.
 */
typedef struct
{
  MullPaper paper;
  gboolean two_pages;
  gboolean discreet;
  gboolean rtl;
} MullBriefOptions;

void mull_brief_options_init (MullBriefOptions *options);

MullLayout *mull_brief_new (const MullBriefContent *content,
                            const MullBriefOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
