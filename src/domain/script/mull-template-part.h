/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-elapsed.h"
#include "mull-hole.h"
#include "mull-script-facts.h"

G_BEGIN_DECLS

/**
 * MullTemplateCase:
 * @elapsed: a #MullElapsed
 * @hole: a #MullHoleKind
 * @occasion: a #MullOccasion
 * @first_time: 0 or 1
 *
 * For which facts a wording is meant; %MULL_CASE_ANY where it does not matter.
 */
typedef struct
{
  int elapsed;
  int hole;
  int occasion;
  int first_time;
} MullTemplateCase;

#define MULL_CASE_ANY -1
#define MULL_TEMPLATE_CASE_ANY                                                                     \
  ((MullTemplateCase){ MULL_CASE_ANY, MULL_CASE_ANY, MULL_CASE_ANY, MULL_CASE_ANY })

/**
 * MullTemplateWording:
 * @when: the facts it is meant for
 * @text: what is said, with placeholders in braces
 * @line: where it is written in the template file
 */
typedef struct
{
  MullTemplateCase when;
  char *text;
  int line;
} MullTemplateWording;

/**
 * MullTemplatePart:
 * @id: id of the beat that the part speaks for, or of the phrase that it defines; empty for words
 *   that belong to no beat
 * @wordings: (element-type MullTemplateWording): what it says; none if it repeats its beat
 * @n_translated: how many of the wordings are translated
 * @line: where it is written in the template file
 *
 * A piece of speech with a wording for each case. Beats, voicemail, answers and mails are made of
 * such parts.
 */
typedef struct
{
  char *id;
  GPtrArray *wordings;
  guint n_translated;
  int line;
} MullTemplatePart;

MullTemplatePart *mull_template_part_new (const char *id, int line) G_GNUC_WARN_UNUSED_RESULT;
void mull_template_part_free (MullTemplatePart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTemplatePart, mull_template_part_free)

void mull_template_part_add (MullTemplatePart *self,
                             const MullTemplateCase *when,
                             const char *text,
                             int line);
const MullTemplateWording *
mull_template_part_find (const MullTemplatePart *self, const MullTemplateCase *facts);
const MullTemplateWording *mull_template_part_find_repeated (const MullTemplatePart *self);
gboolean mull_template_part_covers_all (const MullTemplatePart *self);

MullTemplateCase mull_template_case_of (const MullScriptFacts *facts);

G_END_DECLS
