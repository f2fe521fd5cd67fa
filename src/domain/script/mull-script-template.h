/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-remark.h"
#include "mull-template-part.h"

G_BEGIN_DECLS

/**
 * MullTemplateBeat:
 * @id: its name in the database and in files: "own-it"
 * @title: short, for lists
 * @prompt: one sentence: what this beat has to do
 * @example: a worked example, for a person who has not written one yet
 * @checks: set of %MULL_REMARK_BIT of the remarks that can apply to it
 * @max_sentences: how many sentences it may have, 0 for no limit
 * @speech: what it says if the rep writes nothing
 *
 * One step of a call.
 */
typedef struct
{
  char *id;
  char *title;
  char *prompt;
  char *example;
  guint checks;
  int max_sentences;
  MullTemplatePart *speech;
  int line;
} MullTemplateBeat;

/**
 * MullTemplateAnswer:
 * @id: its name in files: "why"
 * @title: what they say
 * @speech: (element-type MullTemplatePart): what we say then
 * @subject: (nullable): subject of the mail that we write then
 * @mail: (element-type MullTemplatePart): its paragraphs; empty if there is none
 *
 * What to answer to a reply one has to expect.
 */
typedef struct
{
  char *id;
  char *title;
  GPtrArray *speech;
  MullTemplatePart *subject;
  GPtrArray *mail;
  int line;
} MullTemplateAnswer;

/**
 * MullScriptTemplate:
 * @id: its name in the database and in files: "do-over"
 * @name: its name for people
 * @summary: one sentence: what the call is for
 * @language: the language that most of what it says is in, as an ISO 639 code
 * @beats: (element-type MullTemplateBeat): in the order in which they are spoken
 * @phrases: (element-type MullTemplatePart): placeholders that the template defines itself
 * @voicemail: (element-type MullTemplatePart): what to say to a machine; empty if nothing
 * @message: that, as one thing to write: its id is %MULL_REVIEW_VOICEMAIL
 * @answers: (element-type MullTemplateAnswer): for replies to expect
 *
 * How a kind of call is spoken. Built once by a reader, checked by mull_script_template_check() and
 * never changed afterwards.
 */
typedef struct
{
  char *id;
  char *name;
  char *summary;
  char *language;
  GPtrArray *beats;
  GPtrArray *phrases;
  GPtrArray *voicemail;
  MullTemplateBeat *message;
  GPtrArray *answers;
  int line;
} MullScriptTemplate;

MullScriptTemplate *mull_script_template_new (void) G_GNUC_WARN_UNUSED_RESULT;
MullScriptTemplate *mull_script_template_ref (MullScriptTemplate *self);
void mull_script_template_unref (MullScriptTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullScriptTemplate, mull_script_template_unref)

MullTemplateBeat *mull_template_beat_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_template_beat_free (MullTemplateBeat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTemplateBeat, mull_template_beat_free)

MullTemplateAnswer *mull_template_answer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_template_answer_free (MullTemplateAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTemplateAnswer, mull_template_answer_free)

const MullTemplateBeat *
mull_script_template_find_beat (const MullScriptTemplate *self, const char *id);
guint mull_script_template_get_checks (const MullScriptTemplate *self);
const MullTemplatePart *
mull_script_template_find_phrase (const MullScriptTemplate *self, const char *id);
gboolean mull_script_template_check (const MullScriptTemplate *self, int *line, GError **error);

G_END_DECLS
